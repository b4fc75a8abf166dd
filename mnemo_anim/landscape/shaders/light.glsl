// What all materials of the landscape share: light, fog, and the way out to the frame.
// Colours are mixed as squares of what the frame stores, which is near enough to light itself.

uniform vec3 u_towards_beam;    // direction to the moon, or the sun
uniform vec3 u_towards_camera;  // at the focus
uniform vec3 u_haze_colour;     // of the far distance

// Amounts of light, see Light in mnemo_anim/palettes.py.
uniform vec3 u_beam;
uniform vec3 u_sky;
#ifdef LANTERN
uniform vec4 u_lantern;         // world point of the light; one over the square of its radius
uniform vec3 u_lantern_ground;  // world point of the ground beneath it
uniform float u_lantern_strength;
uniform float u_fog;
uniform vec3 u_flame;

// How near a point is to the lantern: 1 below it, 0 where its light ends.
float lantern_reach(vec3 world) {
    vec3 away = world - u_lantern_ground;
    return 1.0 - min(dot(away, away) * u_lantern.w, 1.0);
}
#endif

// The stored colour; a little fixed noise keeps gradients free of bands.
vec4 stored(vec3 colour, float coverage) {
    float noise = fract(dot(gl_FragCoord.xy, vec2(0.754877666, 0.569840291)));
    return vec4((sqrt(colour) + (noise - 0.5) / 255.0) * coverage, coverage);
}
