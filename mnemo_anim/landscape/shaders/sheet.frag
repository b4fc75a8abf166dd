in vec2 v_uv;

flat in vec4 f_colour;

out vec4 frame;

void main() {
    vec2 from_edge = min(v_uv, 1.0 - v_uv) / max(fwidth(v_uv), vec2(1e-9));
    float pixels = min(from_edge.x, from_edge.y);
    float inside = clamp(pixels, 0.0, 1.0);
    float border = clamp(1.8 * PIXEL_SIZE - pixels, 0.0, 1.0);
    float alpha = f_colour.a * inside * (0.16 + 0.45 * border);
    frame = vec4(f_colour.rgb * alpha, alpha);
}
