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
