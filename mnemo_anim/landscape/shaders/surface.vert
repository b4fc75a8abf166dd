in vec2 in_coords;
in float in_value;
in vec2 in_gradient;
in vec2 in_baked;

uniform vec2 u_values;       // t of the tint = u_values.x f + u_values.y
uniform float u_tint;
uniform float u_relief;      // 1 in full relief, 0 where the ground is flat
uniform vec2 u_haze;         // by clip w: how much of the far distance's colour lies in between
uniform float u_curves;
uniform vec3 u_towards_camera;
#ifdef GRID
uniform float u_grid;
uniform vec2 u_grid_step;
#endif
#ifdef CUT_X
uniform vec3 u_cut_x;
uniform vec3 u_cut_x_colour;
#endif
#ifdef CUT_Y
uniform vec3 u_cut_y;
uniform vec3 u_cut_y_colour;
#endif

out vec2 v_coords;
out vec2 v_gradient;
out float v_offset;
out vec2 v_baked;
out vec3 v_tint;
out float v_haze;

flat out vec2 f_height;
flat out float f_curves;
flat out vec3 f_towards_camera;
#ifdef GRID
flat out float f_grid;
flat out vec2 f_grid_step;
#endif
#ifdef CUT_X
flat out vec3 f_cut_x;
flat out vec3 f_cut_x_colour;
#endif
#ifdef CUT_Y
flat out vec3 f_cut_y;
flat out vec3 f_cut_y_colour;
#endif

#ifdef EDGE
in vec3 in_edge;  // away from the surface in pixels, x and y; 1 on the rim
in float in_distance;
uniform vec2 u_pixel;  // clip space per pixel
uniform float u_rim;
uniform float u_rim_half_width;
uniform float u_graph;
out vec2 v_edge;       // distance in pixels; 1 on the rim
flat out float f_rim;
flat out float f_rim_half_width;
flat out float f_graph;
#endif

const float RIM_BIAS = 3e-3;  // lifts the rim's line clear of the ground that it borders

void main() {
    v_coords = in_coords;
    v_gradient = in_gradient;
    // Interpolated over a triangle, v_offset + ½ v_gradient · v_coords is f to the second order.
    v_offset = in_value - 0.5 * dot(in_gradient, in_coords);
    v_baked = mix(vec2(1.0), vec2(in_baked.x * in_baked.x, in_baked.y), u_relief * SHADE);
    v_tint = TINT(u_values.x * in_value + u_values.y);
    v_tint = mix(NEUTRAL, v_tint * v_tint, u_tint);
    // By night, curves and arrows have to stand out from the brightest ground: it is held back.
    v_tint /= 1.0 + RESTRAINT * dot(v_tint, vec3(0.3, 0.6, 0.1));
    vec3 world = vec3(in_coords, u_height.x * in_value + u_height.y);
    v_haze = u_haze.x * dot(u_towards_camera, world) + u_haze.y;
    gl_Position = to_clip(world);
    hand_on();
    f_height = u_height;
    f_curves = u_curves;
    f_towards_camera = u_towards_camera;
#ifdef GRID
    f_grid = u_grid;
    f_grid_step = u_grid_step;
#endif
#ifdef CUT_X
    f_cut_x = u_cut_x;
    f_cut_x_colour = u_cut_x_colour;
#endif
#ifdef CUT_Y
    f_cut_y = u_cut_y;
    f_cut_y_colour = u_cut_y_colour;
#endif
#ifdef EDGE
    gl_Position.xy += in_edge.xy * u_pixel * gl_Position.w;
    gl_Position.z -= RIM_BIAS * in_edge.z * gl_Position.w;
    v_edge = vec2(in_distance, in_edge.z);
    f_rim = u_rim;
    f_rim_half_width = u_rim_half_width;
    f_graph = u_graph;
#endif
}
