in vec2 in_coords;
in float in_value;
in float in_drop;  // 0 at the ground, 1 at the foot
in vec2 in_outward;
in float in_along;  // 0 to 1 along the wall
in vec2 in_ends;    // for its two ends: 1 where nothing adjoins, 0 where another wall does

uniform float u_foot;  // world height of the foot
uniform vec2 u_haze;

out vec3 v_world;
out float v_drop;
out vec2 v_outward;
out float v_haze;
out float v_along;
out vec2 v_ends;

void main() {
    float top = u_height.x * in_value + u_height.y;
    v_world = vec3(in_coords, mix(top, u_foot, in_drop));
    v_drop = in_drop;
    v_outward = in_outward;
    v_along = in_along;
    v_ends = in_ends;
    v_haze = u_haze.x * dot(u_axes[2], v_world) + u_haze.y;
    gl_Position = to_clip(v_world);
}
