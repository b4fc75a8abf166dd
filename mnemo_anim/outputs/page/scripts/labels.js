"use strict";

// Where the numbers of the level curves stand: on straight stretches, upright, apart.

const LABEL_ROOM = 54; // pixels between two numbers, at least
const LABEL_EDGE = 26; // pixels from a number to the border of the map, at least
const LABEL_CORNER = [220, 52]; // pixels of the lower left corner, where the scale stands
const LABELS = 6; // at most
const TOO_BENT = 0.9; // radians that a curve may turn under its number

/** Return a number for some of the level curves: { level, text, at: [x, y], angle }. */
function levelLabels(landscape, grid, width) {
  const [[left, right], [bottom, top]] = landscape.domain;
  const pixel = (right - left) / width; // in coordinates
  const every = Math.ceil(landscape.levels.length / LABELS);
  const labels = [];
  landscape.levels.forEach((level, index) => {
    if (index % every !== every - 1) return;
    let best = null;
    for (const at of grid.levelCurve(level).flat()) {
      const edge = Math.min(at[0] - left, right - at[0], at[1] - bottom, top - at[1]) / pixel;
      const corner = (at[0] - left) / pixel < LABEL_CORNER[0] && (at[1] - bottom) / pixel < LABEL_CORNER[1];
      const near = labels.map((other) => Math.hypot(at[0] - other.at[0], at[1] - other.at[1]) / pixel);
      const nearest = Math.min(...near, Infinity);
      const bend = curvature(landscape, at) * 30 * pixel;
      if (corner || edge < LABEL_EDGE || nearest < LABEL_ROOM || bend > TOO_BENT) continue;
      const angle = upright(landscape.gradient(...at));
      const cost = bend / TOO_BENT + Math.abs(angle) + LABEL_ROOM / nearest;
      if (!best || cost < best.cost) best = { level, text: short(level), at, angle, cost };
    }
    if (best) labels.push(best);
  });
  return labels;
}

/** Return the angle of the level curve across a gradient, on the screen, from −π/2 to π/2. */
function upright([gx, gy]) {
  return Math.atan(gy === 0 ? Infinity : gx / gy);
}

/** Return the curvature of the level curve at a point: how much it turns, by length. */
function curvature(landscape, at) {
  const [gx, gy] = landscape.gradient(...at);
  const [[xx, xy], [, yy]] = landscape.hessian(...at);
  return Math.abs(gy * gy * xx - 2 * gx * gy * xy + gx * gx * yy) / Math.hypot(gx, gy) ** 3;
}
