in vec3 in_world;
in vec2 in_uv;

out vec2 v_uv;

void main() {
    v_uv = in_uv;
    gl_Position = to_clip(in_world);
}
