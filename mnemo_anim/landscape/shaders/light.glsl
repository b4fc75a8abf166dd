// What all materials of the landscape share: light, fog, and the way out to the frame.
// Colours are mixed as squares of what the frame stores, which is near enough to light itself.
//
// Names in capitals are defined by constants.py. What changes from frame to frame comes flat from the
// vertices: as a uniform, llvmpipe would look it up anew for each pixel, at a higher price than all
// the light.

#ifdef LANTERN
flat in vec4 f_lantern;         // world point of the light; one over the square of its radius
flat in vec3 f_lantern_ground;  // world point of the ground beneath it
flat in float f_lantern_strength;
flat in float f_fog;

// How near a point is to the lantern: 1 below it, 0 where its light ends.
float lantern_reach(vec3 world) {
    vec3 away = world - f_lantern_ground;
    return 1.0 - min(dot(away, away) * f_lantern.w, 1.0);
}
#endif

// The stored colour; a little fixed noise keeps gradients free of bands.
vec4 stored(vec3 colour, float coverage) {
    float noise = fract(dot(gl_FragCoord.xy, vec2(0.754877666, 0.569840291)));
    return vec4((sqrt(colour) + (noise - 0.5) / 255.0) * coverage, coverage);
}
