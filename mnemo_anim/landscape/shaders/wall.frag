in vec3 v_world;
in float v_drop;
in vec2 v_outward;
in float v_haze;
in float v_along;
in vec2 v_ends;

flat in vec2 f_height;
flat in vec2 f_values;  // t of the tint = f_values.x f + f_values.y
flat in float f_tint;
flat in float f_curves;
flat in vec2 f_fade;   // opacity = f_fade.x height + f_fade.y
flat in float f_wall;  // and of the whole wall

out vec4 frame;

void main() {
    float f = (v_world.z - f_height.y) / max(f_height.x, 1e-9);
    vec3 tint = TINT(f_values.x * f + f_values.y);
    tint = mix(NEUTRAL, tint * tint, f_tint);
    vec3 level = nearest_level(f);
    float beam = max(dot(v_outward, TOWARDS_BEAM.xy), 0.0);
    vec3 light = WALL_LIGHT.x * SKY + WALL_LIGHT.y * BEAM * beam;
    vec3 lit = tint * light;

    // The levels go on through the ground, as its strata.
    vec2 change = vec2(dFdx(f), dFdy(f));
    float pixels_per_f = inversesqrt(max(dot(change, change), 1e-24));
    float stratum = clamp(0.4 * PIXEL_SIZE + 0.5 - abs(f - level.x) * pixels_per_f, 0.0, 1.0);
    stratum *= clamp((level.z * pixels_per_f / PIXEL_SIZE - 2.0) / 7.0, 0.0, 1.0);
    lit += light * (STRATUM.x + STRATUM.y * level.y) * stratum * f_curves;

    // The ends of a wall are smooth: it fades out, or both walls fade to one tone where they meet.
    vec2 pixels = vec2(v_along, 1.0 - v_along) / max(fwidth(v_along), 1e-9);
    vec2 ends = clamp(pixels, 0.0, 1.0);
    vec2 meet = (1.0 - ends) * (1.0 - v_ends);
    lit = mix(lit, tint * CORNER * SKY, max(meet.x, meet.y));

    lit = mix(lit, HAZE_COLOUR, max(v_haze, v_drop));
    vec2 edge = mix(vec2(1.0), ends, v_ends);
    float coverage = smoothstep(0.0, 1.0, f_fade.x * v_world.z + f_fade.y) * edge.x * edge.y * f_wall;
#ifdef LANTERN
    float reach = lantern_reach(v_world);
    float pool = f_lantern_strength * reach * reach;
    float seen = mix(1.0, f_lantern_strength * smoothstep(0.0, 0.9, reach), f_fog);
    lit = (lit * seen + FLAME * pool * tint * 0.25) / max(seen, 1e-4);
    coverage *= seen;
#endif
    frame = stored(lit, coverage);
}
