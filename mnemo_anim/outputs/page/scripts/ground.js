"use strict";

// The ground of a map: height tints under a low sun, and level curves, on a canvas.

const TINTS = 6;
const SUN = [-0.52, 0.6, 0.61]; // from the north-west, as on any map
const STRENGTH = [0.08, 0.42]; // of the relief, on paper and by night

/** The colours of the theme that the page is in. */
function palette() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    level: colour("level"),
    ground: colour("ground"),
    tints: Array.from({ length: TINTS }, (_, i) => rgb(colour(`height-${i}`))),
    relief: STRENGTH[0] + (STRENGTH[1] - STRENGTH[0]) * Number(colour("relief")),
  };
}

function rgb(hex) {
  return [1, 3, 5].map((place) => parseInt(hex.slice(place, place + 2), 16));
}

/**
 * Paint a landscape all over a canvas.
 *
 * @param canvas - as large as it is shown, in device pixels
 * @param grid - of the landscape
 * @param scale - device pixels of a pixel of the page
 * @param labelled - whether the level curves have numbers
 */
function paintGround(canvas, landscape, grid, scale, labelled) {
  const colours = palette();
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(relief(landscape, grid, colours), 0, 0, canvas.width, canvas.height);
  const onCanvas = placer(landscape.domain, canvas.width, canvas.height);
  const { levels } = landscape;
  const numbered = labelled ? levelLabels(landscape, grid, canvas.width / scale) : [];
  levels.forEach((level) => {
    const bold = labelled && numbered.some((label) => label.level === level);
    context.beginPath();
    for (const line of grid.levelCurve(level)) {
      line.forEach(([x, y], i) => context[i ? "lineTo" : "moveTo"](...onCanvas(x, y)));
    }
    context.strokeStyle = colours.level;
    context.lineJoin = "round";
    context.lineWidth = scale * (bold ? 1.3 : 0.9);
    context.globalAlpha = bold ? 0.62 : 0.4;
    context.stroke();
  });
  context.globalAlpha = 1;
  for (const label of numbered) write(context, label, onCanvas, scale, colours);
}

/** Return what turns coordinates into pixels. */
function placer([[left, right], [bottom, top]], width, height) {
  return (x, y) => [(x - left) / (right - left) * width, (top - y) / (top - bottom) * height];
}

/** Return a small picture of the ground, a pixel for each point of the grid. */
function relief(landscape, grid, colours) {
  const picture = new OffscreenCanvas(grid.columns, grid.rows);
  const context = picture.getContext("2d");
  const pixels = context.createImageData(grid.columns, grid.rows);
  const range = grid.highest - grid.lowest;
  const [[left, right]] = landscape.domain;
  const upright = 0.9 * (right - left) / range; // heights are drawn to a scale that suits the map
  for (let row = 0; row < grid.rows; row += 1) {
    for (let column = 0; column < grid.columns; column += 1) {
      const height = (grid.values[row * grid.columns + column] - grid.lowest) / range;
      const slope = landscape.gradient(grid.x[column], grid.y[row]);
      const light = 1 + colours.relief * (lit(slope, upright) - 1);
      const place = 4 * ((grid.rows - 1 - row) * grid.columns + column);
      tint(colours.tints, height).forEach((part, i) => {
        pixels.data[place + i] = part * light;
      });
      pixels.data[place + 3] = 255;
    }
  }
  context.putImageData(pixels, 0, 0);
  return picture;
}

/** Return the light on ground of a slope, over that on level ground. */
function lit(slope, upright) {
  const normal = [-upright * slope[0], -upright * slope[1], 1];
  const light = dot(normal, SUN) / Math.hypot(...normal);
  return Math.min(Math.max(light, 0) / SUN[2], 1.5);
}

function tint(tints, height) {
  const place = Math.min(Math.max(height, 0), 1) * (tints.length - 1);
  const below = Math.min(Math.floor(place), tints.length - 2);
  const share = place - below;
  return tints[below].map((part, i) => part + share * (tints[below + 1][i] - part));
}

function write(context, label, onCanvas, scale, colours) {
  context.save();
  context.translate(...onCanvas(...label.at));
  context.rotate(label.angle);
  context.font = `${12 * scale}px "Lecture Sans"`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 4 * scale;
  context.strokeStyle = colours.ground;
  context.globalAlpha = 0.75;
  context.strokeText(label.text, 0, 0);
  context.globalAlpha = 1;
  context.fillStyle = colours.level;
  context.fillText(label.text, 0, 0);
  context.restore();
}
