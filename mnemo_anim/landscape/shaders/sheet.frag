in vec2 v_uv;

uniform vec4 u_colour;
uniform float u_pixel_size;

out vec4 frame;

void main() {
    vec2 from_edge = min(v_uv, 1.0 - v_uv) / max(fwidth(v_uv), vec2(1e-9));
    float pixels = min(from_edge.x, from_edge.y);
    float inside = clamp(pixels, 0.0, 1.0);
    float border = clamp(1.8 * u_pixel_size - pixels, 0.0, 1.0);
    float alpha = u_colour.a * inside * (0.16 + 0.45 * border);
    frame = vec4(u_colour.rgb * alpha, alpha);
}
