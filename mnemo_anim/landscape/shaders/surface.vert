in vec2 in_coords;
in float in_value;
in vec2 in_gradient;
in vec2 in_baked;
#ifdef EDGE
in vec3 in_edge;  // offset from the edge in pixels, x and y; whether it is the rim
uniform vec2 u_pixel;      // clip space per pixel
uniform float u_edge_bias;
out vec2 v_edge;  // signed distance in pixels, rim
in float in_distance;
#endif

out vec2 v_coords;
out vec2 v_gradient;
out float v_offset;
out vec2 v_baked;

void main() {
    v_coords = in_coords;
    v_gradient = in_gradient;
    // Interpolated over a triangle, v_offset + ½ v_gradient · v_coords is f, exact to second order.
    v_offset = in_value - 0.5 * dot(in_gradient, in_coords);
    v_baked = in_baked;
    gl_Position = to_clip(vec3(in_coords, u_height.x * in_value + u_height.y));
#ifdef EDGE
    gl_Position.xy += in_edge.xy * u_pixel * gl_Position.w;
    gl_Position.z -= u_edge_bias * in_edge.z * gl_Position.w;
    v_edge = vec2(in_distance, in_edge.z);
#endif
}
