in vec2 in_coords;
in float in_value;
in float in_drop;  // 0 at the ground, 1 at the foot
in vec2 in_outward;
in float in_along;  // 0 to 1 along the wall
in vec2 in_ends;    // for its two ends: 1 where nothing adjoins, 0 where another wall does

uniform float u_foot;  // world height of the foot
uniform vec2 u_haze;
uniform vec3 u_towards_camera;
uniform vec2 u_values;
uniform float u_tint;
uniform float u_curves;
uniform vec2 u_fade;
uniform float u_wall;

out vec3 v_world;
out float v_drop;
out vec2 v_outward;
out float v_haze;
out float v_along;
out vec2 v_ends;

flat out vec2 f_height;
flat out vec2 f_values;
flat out float f_tint;
flat out float f_curves;
flat out vec2 f_fade;
flat out float f_wall;

void main() {
    float top = u_height.x * in_value + u_height.y;
    v_world = vec3(in_coords, mix(top, u_foot, in_drop));
    v_drop = in_drop;
    v_outward = in_outward;
    v_along = in_along;
    v_ends = in_ends;
    v_haze = u_haze.x * dot(u_towards_camera, v_world) + u_haze.y;
    gl_Position = to_clip(v_world);
    hand_on();
    f_height = u_height;
    f_values = u_values;
    f_tint = u_tint;
    f_curves = u_curves;
    f_fade = u_fade;
    f_wall = u_wall;
}
