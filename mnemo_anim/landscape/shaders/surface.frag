in vec2 v_coords;
in vec2 v_gradient;
in float v_offset;
in vec2 v_baked;
#ifdef EDGE
in vec2 v_edge;
uniform float u_rim;
#endif

uniform sampler2D u_table;   // by height: row 0 the tint, row 1 nearest level, weight, spacing
uniform vec2 u_table_range;  // texel = u_table_range.x f + u_table_range.y
uniform float u_tint;
uniform float u_curves;
uniform float u_pixel_size;  // pixels of this frame per pixel of a 1080-line frame
uniform float u_relief;      // 1 in full relief, 0 where the ground is flat
uniform float u_grid;
uniform vec2 u_grid_step;
uniform int u_marks;         // bright curves: cuts and highlighted levels
uniform vec4 u_mark[6];      // kind (0: y is held, 1: x is held, 2: f is held), value, from, to
uniform vec4 u_mark_colour[6];

out vec4 frame;

const vec3 NEUTRAL = vec3(0.10, 0.13, 0.19);

void main() {
    float f = v_offset + 0.5 * dot(v_gradient, v_coords);
    vec3 world = vec3(v_coords, u_height.x * f + u_height.y);
    vec3 normal = normalize(vec3(-u_height.x * v_gradient, 1.0));
    vec3 offset = world - u_focus;
    float depth = dot(offset, u_towards_camera);
    vec3 to_camera = normalize(u_towards_camera - u_perspective * offset);

    int texel = clamp(int(u_table_range.x * f + u_table_range.y), 0, 1023);
    vec3 tint = mix(NEUTRAL, texelFetch(u_table, ivec2(texel, 0), 0).rgb, u_tint);
    vec3 level = texelFetch(u_table, ivec2(texel, 1), 0).rgb;

    float open_sky = mix(1.0, v_baked.x, u_relief);
    float facing = max(dot(normal, u_moon), 0.0) * mix(1.0, v_baked.y, u_relief);
    vec3 light = mix(EARTHLIGHT, SKYLIGHT, 0.5 + 0.5 * normal.z) * open_sky * open_sky
        + MOONLIGHT * facing;
    float rim = 1.0 - max(dot(normal, to_camera), 0.0);
    rim *= rim * rim;

    vec3 lit = tint * light;
    lit += SKYLIGHT * (0.05 * rim * open_sky);

    // Level curves, from the distance to the nearest level in pixels.
    float f_per_pixel = max(length(vec2(dFdx(f), dFdy(f))), 1e-12);
    float gap = level.z / f_per_pixel;
    float half_width = (0.35 + 0.4 * level.y) * u_pixel_size;
    float curve = clamp(half_width + 0.5 - abs(f - level.x) / f_per_pixel, 0.0, 1.0);
    curve *= smoothstep(2.0, 9.0, gap / u_pixel_size) * u_curves * (0.30 + 0.35 * level.y);
    lit = mix(lit, lit * 1.6 + light * vec3(0.30, 0.31, 0.30), curve);

    if (u_grid > 0.0) {
        vec2 lines = v_coords / u_grid_step;
        vec2 per_pixel = max(fwidth(lines), vec2(1e-9));
        vec2 away = abs(lines - round(lines)) / per_pixel;
        float grid = clamp(1.0 - min(away.x, away.y), 0.0, 1.0);
        lit = mix(lit, lit + light * 0.05, grid * u_grid);
    }

    lit = mix(lit, u_night, clamp(u_haze.x * depth + u_haze.y, 0.0, 1.0));

    float pool = lantern_pool(world);
    vec3 to_lantern = normalize(u_lantern.xyz - world);
    float warm = pool * (0.25 + 0.75 * max(dot(normal, to_lantern), 0.0));
    vec3 warm_tint = mix(tint, vec3(0.34, 0.30, 0.22), 0.35);
    vec3 glow = LANTERN * warm * (warm_tint + curve * 0.25);
    float visible = mix(1.0, sqrt(pool), u_fog);
    lit = lit * visible + glow;

    for (int i = 0; i < u_marks; ++i) {
        vec4 mark = u_mark[i];
        float held = mark.x < 0.5 ? v_coords.y : mark.x < 1.5 ? v_coords.x : f;
        float runs = mark.x < 0.5 ? v_coords.x : v_coords.y;
        float away = abs(held - mark.y) / max(length(vec2(dFdx(held), dFdy(held))), 1e-12);
        float on = clamp(1.5 * u_pixel_size + 0.5 - away, 0.0, 1.0) * u_mark_colour[i].a;
        float halo = exp2(-away * away / (30.0 * u_pixel_size * u_pixel_size));
        if (mark.x < 1.5 && (runs < mark.z || runs > mark.w)) {
            on = 0.0;
            halo = 0.0;
        }
        vec3 colour = u_mark_colour[i].rgb * u_mark_colour[i].rgb;
        lit = mix(lit + colour * halo * 0.15 * u_mark_colour[i].a, colour, on);
        visible = max(visible, max(on, 0.3 * halo));
    }

    float coverage = visible;
#ifdef EDGE
    float on_rim = v_edge.y * u_rim;
    lit = mix(lit, lit * 1.5 + light * vec3(0.10, 0.12, 0.15) * visible, on_rim);
    coverage *= clamp(mix(0.5, 0.6 * u_pixel_size, v_edge.y) + 0.5 - abs(v_edge.x), 0.0, 1.0);
#endif
    frame = stored(lit / max(visible, 1e-4), coverage);
}
