in vec3 v_world;
in float v_drop;
in vec2 v_outward;
in float v_haze;
in float v_along;
in vec2 v_ends;

uniform vec2 u_height;
uniform sampler2D u_table;
uniform vec2 u_table_range;
uniform float u_tint;
uniform float u_curves;
uniform float u_pixel_size;
uniform vec2 u_fade;  // opacity = u_fade.x height + u_fade.y
uniform float u_wall;  // and of the whole wall

uniform vec3 u_neutral;
uniform vec2 u_wall_light;  // of the sky and of the beam
uniform vec2 u_stratum;     // of the light that falls on the wall: each level, and index levels more
uniform float u_corner;

out vec4 frame;

void main() {
    float f = (v_world.z - u_height.y) / max(u_height.x, 1e-9);
    int entry = clamp(int(u_table_range.x * f + u_table_range.y), 0, TABLE_SIZE - 1);
    vec3 tint = mix(u_neutral, texelFetch(u_table, ivec2(entry, 0), 0).rgb, u_tint);
    vec3 level = texelFetch(u_table, ivec2(entry, 1), 0).rgb;
    float beam = max(dot(v_outward, u_towards_beam.xy), 0.0);
    vec3 light = u_wall_light.x * u_sky + u_wall_light.y * u_beam * beam;
    vec3 lit = tint * light;

    // The levels go on through the ground, as its strata.
    vec2 change = vec2(dFdx(f), dFdy(f));
    float pixels_per_f = inversesqrt(max(dot(change, change), 1e-24));
    float stratum = clamp(0.4 * u_pixel_size + 0.5 - abs(f - level.x) * pixels_per_f, 0.0, 1.0);
    stratum *= clamp((level.z * pixels_per_f / u_pixel_size - 2.0) / 7.0, 0.0, 1.0);
    lit += light * (u_stratum.x + u_stratum.y * level.y) * stratum * u_curves;

    // The ends of a wall are smooth: it fades out, or both walls fade to one tone where they meet.
    vec2 pixels = vec2(v_along, 1.0 - v_along) / max(fwidth(v_along), 1e-9);
    vec2 ends = clamp(pixels, 0.0, 1.0);
    vec2 meet = (1.0 - ends) * (1.0 - v_ends);
    lit = mix(lit, tint * u_corner * u_sky, max(meet.x, meet.y));

    lit = mix(lit, u_haze_colour, max(v_haze, v_drop));
    vec2 edge = mix(vec2(1.0), ends, v_ends);
    float coverage = smoothstep(0.0, 1.0, u_fade.x * v_world.z + u_fade.y) * edge.x * edge.y * u_wall;
#ifdef LANTERN
    float reach = lantern_reach(v_world);
    float pool = u_lantern_strength * reach * reach;
    float seen = mix(1.0, u_lantern_strength * smoothstep(0.0, 0.9, reach), u_fog);
    lit = (lit * seen + u_flame * pool * tint * 0.25) / max(seen, 1e-4);
    coverage *= seen;
#endif
    frame = stored(lit, coverage);
}
