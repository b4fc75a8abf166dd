// What all materials of the landscape share: light, fog, levels, and the way out to the frame.
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

// The level nearest to f, how much of an index level it is, and how far the next one is.
#ifdef EVEN_LEVELS
flat in vec4 f_levels;  // the first, from one to the next, the number of the last, the distance
flat in vec3 f_index;   // of index levels: the first's number, from one to the next, 1 or 0

vec3 nearest_level(float f) {
    float number = clamp(round((f - f_levels.x) / f_levels.y), 0.0, f_levels.z);
    float turn = (number - f_index.x) / f_index.y;
    float others = min(abs(turn - round(turn)) * f_index.y, 1.0);
    return vec3(f_levels.x + number * f_levels.y, (1.0 - others) * f_index.z, f_levels.w);
}
#else
flat in vec2 f_table_range;  // entry = f_table_range.x f + f_table_range.y
uniform sampler2D u_table;

vec3 nearest_level(float f) {
    int entry = clamp(int(f_table_range.x * f + f_table_range.y), 0, TABLE_SIZE - 1);
    return texelFetch(u_table, ivec2(entry, 0), 0).rgb;
}
#endif

// The stored colour; a little fixed noise keeps gradients free of bands.
vec4 stored(vec3 colour, float coverage) {
    float noise = fract(dot(gl_FragCoord.xy, vec2(0.754877666, 0.569840291)));
    return vec4((sqrt(colour) + (noise - 0.5) / 255.0) * coverage, coverage);
}
