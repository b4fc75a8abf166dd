// What all the landscape's materials share: light, fog, and the way out to the frame.
// Colours are mixed as squares of what the frame stores, which is near enough to light itself.

uniform vec3 u_moon;            // direction to the moon
uniform vec3 u_towards_camera;  // at the focus
uniform vec3 u_focus;
uniform float u_perspective;
uniform vec4 u_lantern;         // world point of the light, radius
uniform vec3 u_lantern_ground;  // world point of the ground beneath it
uniform float u_lantern_strength;
uniform float u_fog;
uniform vec2 u_haze;            // per unit of depth, and at depth 0
uniform vec3 u_night;           // colour of the far distance
uniform vec2 u_height;

const vec3 MOONLIGHT = vec3(0.80, 0.90, 1.12);
const vec3 SKYLIGHT = vec3(0.40, 0.50, 0.78);
const vec3 EARTHLIGHT = vec3(0.22, 0.20, 0.24);
const vec3 LANTERN = vec3(1.60, 0.98, 0.42);

// How much of the lantern's light a point receives, without regard to its slope.
float lantern_pool(vec3 world) {
    vec3 offset = world - u_lantern_ground;
    float t = min(dot(offset, offset) / (u_lantern.w * u_lantern.w), 1.0);
    return u_lantern_strength * (1.0 - t) * (1.0 - t);
}

float interleaved_noise(vec2 pixel) {
    return fract(52.9829189 * fract(dot(pixel, vec2(0.06711056, 0.00583715))));
}

// The stored colour; a little fixed noise keeps dark gradients free of bands.
vec4 stored(vec3 colour, float coverage) {
    float noise = (interleaved_noise(gl_FragCoord.xy) - 0.5) / 255.0;
    return vec4((sqrt(colour) + noise) * coverage, coverage);
}
