in vec2 v_coords;
in vec2 v_gradient;
in float v_offset;
in vec2 v_baked;
in vec3 v_tint;
in float v_haze;

flat in vec2 f_height;
flat in float f_curves;
flat in vec3 f_towards_camera;  // at the focus

struct Line {
    float own;
    vec3 light;
    vec3 paint;
};
#ifdef GRID
flat in float f_grid;
flat in vec2 f_grid_step;
#endif
#ifdef CUT_X
flat in vec3 f_cut_x;  // y, the least and the greatest x
flat in vec3 f_cut_x_colour;
#endif
#ifdef CUT_Y
flat in vec3 f_cut_y;  // x, the least and the greatest y
flat in vec3 f_cut_y_colour;
#endif
#if LEVEL_PLANES
uniform float u_level[LEVEL_PLANES];
uniform vec4 u_level_colour[LEVEL_PLANES];
#endif
#ifdef EDGE
in vec2 v_edge;
flat in float f_rim;
flat in float f_rim_half_width;
flat in float f_graph;  // 1 where the ground is no more than a curve yet
#endif

out vec4 frame;

// Returns what a line sends more, or less, than the ground beneath it does.
vec3 drawn(Line line, vec3 lit, vec3 light) {
    return line.own * lit + line.light * light + line.paint;
}

#if defined(CUT_X) || defined(CUT_Y) || LEVEL_PLANES
// Draws a curve with a halo.  Distances are in pixels of a frame of 1080 lines.
void draw_mark(float pixels, float shown, vec3 colour, inout vec3 lit, inout float coverage) {
    float on = clamp(1.5 * PIXEL_SIZE + 0.5 - pixels * PIXEL_SIZE, 0.0, 1.0) * shown;
    float halo = max(1.0 - pixels * pixels / 81.0, 0.0);
    halo *= halo * halo * shown;
    lit += colour * (MARK_LIGHT * halo);
    lit += (HAZE_COLOUR - lit) * (MARK_HAZE * halo);
    lit += (colour - lit) * on;
    coverage = max(coverage, max(on, MARK_COVER * halo));
}
#endif

void main() {
    float f = v_offset + 0.5 * dot(v_gradient, v_coords);
    vec3 normal = normalize(vec3(-f_height.x * v_gradient, 1.0));
    float beam = max(dot(normal, TOWARDS_BEAM), 0.0) * v_baked.y;
    vec3 light = mix(EARTH, SKY, 0.5 + 0.5 * normal.z) * v_baked.x + BEAM * beam;
    float facing_camera = abs(dot(normal, f_towards_camera));
    float edge_on = 1.0 - facing_camera;
    vec3 lit = v_tint * light + SKY * (SHEEN * v_baked.x * edge_on * edge_on * edge_on);

    // The distance to the nearest level in pixels, from the change of f over one.
    vec3 level = nearest_level(f);
    vec2 change = vec2(dFdx(f), dFdy(f));
    float pixels_per_f = inversesqrt(max(dot(change, change), 1e-24));
    float half_width = (0.35 + 0.4 * level.y) * PIXEL_SIZE + 0.5;
    float curve = clamp(half_width - abs(f - level.x) * pixels_per_f, 0.0, 1.0);
    float crowding = clamp((level.z * pixels_per_f / PIXEL_SIZE - 2.0) / 7.0, 0.0, 1.0);
    curve *= crowding * f_curves * (0.30 + 0.35 * level.y);
    lit += curve * drawn(CURVE, lit, light);

#ifdef GRID
    vec2 lines = v_coords / f_grid_step;
    vec2 away = abs(lines - round(lines)) / max(fwidth(lines), vec2(1e-9));
    float grid = clamp(1.0 - min(away.x, away.y), 0.0, 1.0);
    lit += light * (GRID_LIGHT * grid * f_grid);
#endif

#ifdef EDGE
    // Where the border is itself a silhouette, only half of a line could be seen.
    float whole = max(smoothstep(0.05, 0.3, facing_camera), f_graph);
    lit += v_edge.y * f_rim * whole * drawn(RIM_LINE, lit, light);
#endif
    lit = mix(lit, HAZE_COLOUR, v_haze);

    float coverage = 1.0;
#ifdef LANTERN
    vec3 world = vec3(v_coords, f_height.x * f + f_height.y);
    float reach = lantern_reach(world);
    float pool = f_lantern_strength * reach * reach;
    vec3 to_lantern = normalize(f_lantern.xyz - world);
    float warm = pool * (0.25 + 0.75 * max(dot(normal, to_lantern), 0.0));
    vec3 ground = mix(v_tint, GLOW, 0.55);
    coverage = mix(1.0, f_lantern_strength * smoothstep(0.0, 0.9, reach), f_fog);
    lit = lit * coverage + FLAME * warm * (ground + curve * 0.25);
#endif

    // Where the ground meets the planes.
#ifdef CUT_X
    vec2 y_change = vec2(dFdx(v_coords.y), dFdy(v_coords.y)) * PIXEL_SIZE;
    draw_mark(abs(v_coords.y - f_cut_x.x) * inversesqrt(max(dot(y_change, y_change), 1e-24)),
              float(v_coords.x >= f_cut_x.y && v_coords.x <= f_cut_x.z),
              f_cut_x_colour, lit, coverage);
#endif
#ifdef CUT_Y
    vec2 x_change = vec2(dFdx(v_coords.x), dFdy(v_coords.x)) * PIXEL_SIZE;
    draw_mark(abs(v_coords.x - f_cut_y.x) * inversesqrt(max(dot(x_change, x_change), 1e-24)),
              float(v_coords.y >= f_cut_y.y && v_coords.y <= f_cut_y.z),
              f_cut_y_colour, lit, coverage);
#endif
#if LEVEL_PLANES
    for (int i = 0; i < LEVEL_PLANES; ++i) {
        draw_mark(abs(f - u_level[i]) * pixels_per_f / PIXEL_SIZE,
                  u_level_colour[i].a, u_level_colour[i].rgb, lit, coverage);
    }
#endif

#ifdef LANTERN
    lit /= max(coverage, 1e-4);
#endif
#ifdef EDGE
    coverage *= clamp(mix(1.0, f_rim_half_width + 0.5, v_edge.y) - abs(v_edge.x), 0.0, 1.0);
#endif
    frame = stored(lit, coverage);
}
