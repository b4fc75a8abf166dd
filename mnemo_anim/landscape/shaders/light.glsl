// What all materials of the landscape share: light, fog, and the way out to the frame.
// Colours are mixed as squares of what the frame stores, which is near enough to light itself.

uniform vec3 u_moon;            // direction to the moon
uniform vec3 u_towards_camera;  // at the focus
uniform vec3 u_night;           // colour of the far distance
#ifdef LANTERN
uniform vec4 u_lantern;         // world point of the light; one over the square of its radius
uniform vec3 u_lantern_ground;  // world point of the ground beneath it
uniform float u_lantern_strength;
uniform float u_fog;
#endif

const vec3 MOONLIGHT = vec3(0.80, 0.90, 1.12);
const vec3 SKYLIGHT = vec3(0.40, 0.50, 0.78);
const vec3 EARTHLIGHT = vec3(0.22, 0.20, 0.24);
const vec3 FLAME = vec3(1.60, 0.98, 0.42);

#ifdef LANTERN
// How much of the lantern's light a point receives, without regard to its slope.
float lantern_pool(vec3 world) {
    vec3 away = world - u_lantern_ground;
    float t = 1.0 - min(dot(away, away) * u_lantern.w, 1.0);
    return u_lantern_strength * t * t;
}
#endif

// The stored colour; a little fixed noise keeps dark gradients free of bands.
vec4 stored(vec3 colour, float coverage) {
    float noise = fract(dot(gl_FragCoord.xy, vec2(0.754877666, 0.569840291)));
    return vec4((sqrt(colour) + (noise - 0.5) / 255.0) * coverage, coverage);
}
