// The projection of mnemo_anim/landscape/view.py, to clip space.  Rows run downwards, as in Cairo.

uniform mat3 u_axes;         // rows: right, up, towards the camera
uniform vec3 u_focus;        // world
uniform vec2 u_centre;       // clip space: where the focus appears
uniform vec2 u_scale;        // clip space per map unit; y is negative
uniform float u_perspective; // one over the camera's distance
uniform vec2 u_depth;        // depth d goes to clip z = u_depth.x d + u_depth.y
uniform vec2 u_height;       // height = u_height.x f + u_height.y

vec4 to_clip(vec3 world) {
    vec3 seen = u_axes * (world - u_focus);
    float w = 1.0 - u_perspective * seen.z;
    return vec4(u_scale * seen.xy + u_centre * w, u_depth.x * seen.z + u_depth.y, w);
}

#ifdef LANTERN
uniform vec4 u_lantern;
uniform vec3 u_lantern_ground;
uniform float u_lantern_strength;
uniform float u_fog;
flat out vec4 f_lantern;
flat out vec3 f_lantern_ground;
flat out float f_lantern_strength;
flat out float f_fog;
#endif

#ifdef EVEN_LEVELS
uniform vec4 u_levels;
uniform vec3 u_index;
flat out vec4 f_levels;
flat out vec3 f_index;
#else
uniform vec2 u_table_range;
flat out vec2 f_table_range;
#endif

// Hands on what light.glsl needs.
void hand_on() {
#ifdef EVEN_LEVELS
    f_levels = u_levels;
    f_index = u_index;
#else
    f_table_range = u_table_range;
#endif
#ifdef LANTERN
    f_lantern = u_lantern;
    f_lantern_ground = u_lantern_ground;
    f_lantern_strength = u_lantern_strength;
    f_fog = u_fog;
#endif
}
