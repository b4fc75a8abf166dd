"use strict";

const MARGINS = { left: 52, right: 14, top: 12, bottom: 28 }; // pixels, for the numbers
const FEWEST_STEPS = 10; // that the chart has room for

/** f at each step of a walk. */
class Chart {
  constructor(picture) {
    this.picture = picture;
    this.name = picture.getAttribute("aria-label");
    new ResizeObserver(() => this.walk && this.draw(this.walk)).observe(picture);
  }

  draw(walk) {
    this.walk = walk;
    const [width, height] = [this.picture.clientWidth, this.picture.clientHeight];
    if (!width || !height) return;
    this.picture.setAttribute("viewBox", `0 0 ${width} ${height}`);
    const { values } = walk;
    const most = Math.max(FEWEST_STEPS, values.length - 1);
    const [low, high] = range(values);
    const x = (step) => MARGINS.left + step / most * (width - MARGINS.left - MARGINS.right);
    const y = (value) => {
      return MARGINS.top + (high - value) / (high - low) * (height - MARGINS.top - MARGINS.bottom);
    };
    const points = values.map((value, step) => [round(x(step)), round(y(value))]);
    const [last] = points.slice(-1);
    this.picture.replaceChildren(
      ...ticks(low, high, Math.max(2, height / 48)).flatMap((value) => [
        svg("path", { class: "rule", d: `M${MARGINS.left} ${round(y(value))}H${width - MARGINS.right}` }),
        text(figureOnAxis(value), MARGINS.left - 8, round(y(value)) + 4, { "text-anchor": "end" }),
      ]),
      ...ticks(0, most, Math.min(most, width / 60)).filter(Number.isInteger).map((step) => {
        return text(short(step), round(x(step)), height - 8, { "text-anchor": "middle" });
      }),
      svg("path", { class: "line", d: `M${points.map(pixels).join("L")}` }),
      ...(points.length <= 41 ? points : []).map(([cx, cy]) => svg("circle", { class: "point", cx, cy, r: 2.6 })),
      svg("circle", { class: "last", cx: last[0], cy: last[1], r: 5 }),
    );
    const from = figure(values[0]);
    const told = values.length > 1 ? `${from} → ${figure(values.at(-1))}` : from;
    this.picture.setAttribute("aria-label", `${this.name}: ${told}`);
  }
}

/** Return low and high of what is drawn, with some room around it. */
function range(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = 0.08 * (high - low) || 0.5 * Math.abs(high) || 1;
  return [low - room, high + room];
}

function figureOnAxis(value) {
  return Math.abs(value) >= 1e5 ? figure(value) : short(value);
}
