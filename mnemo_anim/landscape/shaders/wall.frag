in vec3 v_world;
in float v_drop;
in vec2 v_outward;
in float v_value;

uniform sampler2D u_table;
uniform vec2 u_table_range;
uniform float u_tint;
uniform float u_curves;
uniform float u_pixel_size;
uniform vec2 u_fade;  // opacity of the wall = u_fade.x height + u_fade.y

out vec4 frame;

void main() {
    float f = (v_world.z - u_height.y) / max(u_height.x, 1e-9);
    int texel = clamp(int(u_table_range.x * f + u_table_range.y), 0, 1023);
    vec3 tint = mix(vec3(0.10, 0.13, 0.19), texelFetch(u_table, ivec2(texel, 0), 0).rgb, u_tint);
    vec3 level = texelFetch(u_table, ivec2(texel, 1), 0).rgb;
    float moon = max(dot(v_outward, u_moon.xy), 0.0);
    vec3 light = 0.20 * SKYLIGHT + 0.30 * MOONLIGHT * moon;
    vec3 lit = tint * light * mix(1.0, 0.35, v_drop);

    float f_per_pixel = max(length(vec2(dFdx(f), dFdy(f))), 1e-12);
    float stratum = clamp(0.4 * u_pixel_size + 0.5 - abs(f - level.x) / f_per_pixel, 0.0, 1.0);
    stratum *= smoothstep(2.0, 9.0, level.z / f_per_pixel / u_pixel_size);
    lit += light * (0.05 + 0.05 * level.y) * stratum * u_curves;

    vec3 offset = v_world - u_focus;
    float depth = dot(offset, u_towards_camera);
    lit = mix(lit, u_night, clamp(u_haze.x * depth + u_haze.y, 0.0, 1.0));
    float pool = lantern_pool(v_world);
    lit += LANTERN * pool * tint * 0.25;
    float visible = mix(1.0, sqrt(pool), u_fog) * smoothstep(0.0, 1.0, u_fade.x * v_world.z + u_fade.y);
    frame = stored(lit, visible);
}
