in vec2 in_coords;
in float in_value;
in vec2 in_gradient;
in vec2 in_baked;

uniform sampler2D u_table;   // row 0: the tint by height
uniform vec2 u_table_range;  // entry = u_table_range.x f + u_table_range.y
uniform float u_tint;
uniform float u_relief;      // 1 in full relief, 0 where the ground is flat
uniform vec2 u_haze;         // by clip w: how much of the far distance's colour lies in between
uniform vec3 u_neutral;
uniform float u_shade;
uniform float u_restraint;

out vec2 v_coords;
out vec2 v_gradient;
out float v_offset;
out vec2 v_baked;
out vec3 v_tint;
out float v_haze;

#ifdef EDGE
in vec3 in_edge;  // away from the surface in pixels, x and y; 1 on the rim
in float in_distance;
uniform vec2 u_pixel;  // clip space per pixel
out vec2 v_edge;       // distance in pixels; 1 on the rim
#endif

const float RIM_BIAS = 3e-3;  // lifts the rim's line clear of the ground that it borders

void main() {
    v_coords = in_coords;
    v_gradient = in_gradient;
    // Interpolated over a triangle, v_offset + ½ v_gradient · v_coords is f to the second order.
    v_offset = in_value - 0.5 * dot(in_gradient, in_coords);
    v_baked = mix(vec2(1.0), vec2(in_baked.x * in_baked.x, in_baked.y), u_relief * u_shade);
    int entry = clamp(int(u_table_range.x * in_value + u_table_range.y), 0, TABLE_SIZE - 1);
    v_tint = mix(u_neutral, texelFetch(u_table, ivec2(entry, 0), 0).rgb, u_tint);
    // By night, curves and arrows have to stand out from the brightest ground: it is held back.
    v_tint /= 1.0 + u_restraint * dot(v_tint, vec3(0.3, 0.6, 0.1));
    vec3 world = vec3(in_coords, u_height.x * in_value + u_height.y);
    v_haze = u_haze.x * dot(u_axes[2], world) + u_haze.y;
    gl_Position = to_clip(world);
#ifdef EDGE
    gl_Position.xy += in_edge.xy * u_pixel * gl_Position.w;
    gl_Position.z -= RIM_BIAS * in_edge.z * gl_Position.w;
    v_edge = vec2(in_distance, in_edge.z);
#endif
}
