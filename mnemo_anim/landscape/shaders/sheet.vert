in vec3 in_world;
in vec2 in_uv;

uniform vec4 u_colour;

out vec2 v_uv;
flat out vec4 f_colour;

void main() {
    v_uv = in_uv;
    f_colour = u_colour;
    gl_Position = to_clip(in_world);
}
