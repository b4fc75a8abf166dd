"use strict";

const GRID = 181; // points across, for the picture and the level curves
const EDGES = { left: 34, right: 10, top: 10, bottom: 30 }; // pixels around the map, for its numbers
const SPOT = 8; // pixels: the radius of the point where the hiker stands
const SHAFT = 4; // pixels: the thickness of an arrow

/** The contour map, and what is drawn on it: hiker, arrows, trail. */
class LandscapeMap {
  constructor(root) {
    this.root = root;
    this.ground = root.querySelector("[data-ground]");
    this.overlay = root.querySelector("[data-overlay]");
    this.grip = root.querySelector("[data-grip]"); // by which a finger takes hold of the hiker
    this.drawn = { curve: true, parts: false };
    document.addEventListener("themechange", () => this.#paint());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#paint());
    document.fonts.ready.then(() => this.#paint());
    new ResizeObserver(() => this.#layOut()).observe(root);
  }

  /** Show another landscape. */
  show(landscape) {
    this.landscape = landscape;
    this.grid = new Grid(landscape, GRID);
    this.#layOut();
  }

  /** Draw the walk with the hiker at a place, which may lie between two steps. */
  draw(walk, place, ahead) {
    this.last = [walk, place, ahead];
    if (!this.width) return;
    const spot = this.toPixels(place);
    const gradient = this.landscape.gradient(...place);
    const inside = this.#contains(spot);
    const live = [this.#trail(walk, place)];
    if (inside && this.drawn.curve) live.push(this.#curve(place), this.#corner(spot, gradient));
    live.push(lantern(spot));
    if (inside) {
      if (this.drawn.parts) live.push(...this.#parts(spot, gradient));
      live.push(arrow("downhill", spot, this.#reach(gradient, -1), "−∇"));
      live.push(arrow("uphill", spot, this.#reach(gradient, 1), "∇"));
      live.push(this.#landing(spot, ahead));
      live.push(svg("circle", { class: "hiker", cx: spot[0], cy: spot[1], r: SPOT }));
    } else {
      live.push(this.#away(spot));
    }
    this.live.replaceChildren(...live.filter(Boolean));
    this.grip.hidden = !inside;
    this.grip.style.transform = `translate(${round(spot[0])}px, ${round(spot[1])}px)`;
  }

  toPixels([x, y]) {
    const [px, py] = this.place(x, y);
    return [px + EDGES.left, py + EDGES.top];
  }

  /** Return the coordinates under a pointer; inside the map, even if the pointer is not. */
  coordinatesAt(event) {
    const box = this.overlay.getBoundingClientRect();
    const across = (event.clientX - box.left - EDGES.left) / this.width;
    const down = (event.clientY - box.top - EDGES.top) / this.height;
    const [[left, right], [bottom, top]] = this.landscape.domain;
    const within = (share) => Math.min(Math.max(share, 0), 1);
    return [left + within(across) * (right - left), top - within(down) * (top - bottom)];
  }

  #layOut() {
    if (!this.landscape || !this.root.clientWidth) return;
    const [[left, right], [bottom, top]] = this.landscape.domain;
    this.width = this.root.clientWidth - EDGES.left - EDGES.right;
    this.height = this.width * (top - bottom) / (right - left);
    this.place = placer(this.landscape.domain, this.width, this.height);
    const size = [this.root.clientWidth, this.height + EDGES.top + EDGES.bottom];
    this.overlay.setAttribute("viewBox", `0 0 ${size[0]} ${size[1]}`);
    this.overlay.style.height = `${size[1]}px`;
    Object.assign(this.ground.style, {
      left: `${EDGES.left}px`, top: `${EDGES.top}px`,
      width: `${this.width}px`, height: `${this.height}px`,
    });
    this.live = svg("g", { class: "live" });
    this.overlay.replaceChildren(this.#definitions(), ...this.#axes(), this.live, this.#scale());
    this.#paint();
    if (this.last?.[0].landscape === this.landscape) this.draw(...this.last);
  }

  #paint() {
    if (!this.width) return;
    const scale = devicePixelRatio || 1;
    this.ground.width = Math.round(this.width * scale);
    this.ground.height = Math.round(this.height * scale);
    paintGround(this.ground, this.landscape, this.grid, scale, true);
  }

  #contains([x, y]) {
    const [px, py] = [x - EDGES.left, y - EDGES.top];
    return px >= -0.5 && py >= -0.5 && px <= this.width + 0.5 && py <= this.height + 0.5;
  }

  /** The border of the map, which the trail does not leave, and the light of the lantern. */
  #definitions() {
    const { width, height } = this;
    const clip = svg("clipPath", { id: "_map-clip" });
    clip.append(svg("rect", { x: EDGES.left, y: EDGES.top, width, height }));
    const light = svg("radialGradient", { id: "_lantern" });
    for (const [offset, opacity] of [[0, 0.5], [0.35, 0.26], [1, 0]]) {
      light.append(svg("stop", { offset, "stop-opacity": opacity }));
    }
    const definitions = svg("defs");
    definitions.append(clip, light);
    return definitions;
  }

  #axes() {
    const [[left, right], [bottom, top]] = this.landscape.domain;
    const [low, high] = [EDGES.top + this.height, EDGES.left + this.width];
    const numbers = [];
    for (const x of ticks(left, right, 6)) {
      const [px] = this.toPixels([x, bottom]);
      if (px > high - 16) continue; // the axis has its name there
      numbers.push(text(short(x), px, low + 18, { "text-anchor": "middle" }));
    }
    for (const y of ticks(bottom, top, 6 * this.height / this.width)) {
      const [, py] = this.toPixels([left, y]);
      if (py < EDGES.top + 12) continue;
      numbers.push(text(short(y), EDGES.left - 8, py + 4, { "text-anchor": "end" }));
    }
    return [
      svg("rect", { class: "frame", x: EDGES.left, y: EDGES.top, width: this.width, height: this.height }),
      ...numbers,
      text("x", high - 4, low + 18, { class: "axis x", "text-anchor": "middle" }),
      text("y", EDGES.left - 8, EDGES.top + 10, { class: "axis y", "text-anchor": "end" }),
    ];
  }

  /** The scale of the arrows, as a bar in the corner. */
  #scale() {
    const { arrowScale, scaleBar, domain } = this.landscape;
    const length = arrowScale * scaleBar * this.width / (domain[0][1] - domain[0][0]);
    const [x, y] = [EDGES.left + 16, EDGES.top + this.height - 16];
    const words = text(`${WORDS.explore.scale} ${short(scaleBar)}`, x + length + 10, y + 4);
    const bar = svg("path", { class: "bar", d: `M${x} ${y - 5}v10M${x} ${y}h${length}m0 -5v10` });
    const group = svg("g", { class: "scale" });
    const plate = svg("rect", { class: "plate", x: x - 8, y: y - 13, height: 26, rx: 5 });
    group.append(plate, bar, words);
    document.fonts.ready.then(() => {
      plate.setAttribute("width", length + 26 + words.getComputedTextLength());
    });
    return group;
  }

  #trail(walk, place) {
    const points = [...walk.iterates.slice(0, -1), place].map((point) => this.#near(point));
    const group = svg("g", { class: "trail", "clip-path": "url(#_map-clip)" });
    const line = points.map(pixels).join("L");
    group.append(svg("path", { class: "casing", d: `M${line}` }), svg("path", { class: "way", d: `M${line}` }));
    for (const [x, y] of points.slice(0, -1)) {
      group.append(svg("circle", { class: "foot", cx: round(x), cy: round(y), r: 3 }));
    }
    return group;
  }

  /** Return the pixels of a point; of one very far away, some that lie in its direction. */
  #near(point) {
    const most = 20 * this.width;
    return this.toPixels(point).map((pixel) => Math.min(Math.max(pixel, -most), most));
  }

  #curve(place) {
    const lines = this.grid.levelCurve(this.landscape.value(...place));
    const d = lines.map((line) => `M${line.map((point) => pixels(this.toPixels(point))).join("L")}`);
    return svg("path", { class: "curve", d: d.join("") });
  }

  /** The right angle between the gradient and the level curve. */
  #corner([x, y], gradient) {
    const size = Math.hypot(...gradient);
    if (size * this.#unit < 26) return null;
    const [ux, uy] = [gradient[0] / size, -gradient[1] / size];
    const side = 15;
    const corner = [[ux, uy], [ux - uy, uy + ux], [-uy, ux]]
      .map(([a, b]) => `${round(x + side * a)} ${round(y + side * b)}`);
    return svg("path", { class: "corner", d: `M${corner.join("L")}` });
  }

  /** Pixels of an arrow of magnitude 1. */
  get #unit() {
    const [[left, right]] = this.landscape.domain;
    return this.landscape.arrowScale * this.width / (right - left);
  }

  #reach([gx, gy], sign) {
    return [sign * this.#unit * gx, -sign * this.#unit * gy];
  }

  /** The parts of the gradient along x and y, from its foot to its tip. */
  #parts([x, y], gradient) {
    const [dx, dy] = this.#reach(gradient, 1);
    return [
      svg("path", { class: "part x", d: `M${round(x)} ${round(y)}h${round(dx)}` }),
      svg("path", { class: "part y", d: `M${round(x + dx)} ${round(y)}v${round(dy)}` }),
    ];
  }

  #landing([x, y], ahead) {
    if (!ahead) return null;
    const [px, py] = this.#near(ahead);
    const group = svg("g", { class: "landing", "clip-path": "url(#_map-clip)" });
    const length = Math.hypot(px - x, py - y);
    if (length > SPOT + 6) {
      const [from, to] = [SPOT / length, (length - 6) / length];
      const at = (share) => `${round(x + share * (px - x))} ${round(y + share * (py - y))}`;
      group.append(svg("path", { d: `M${at(from)}L${at(to)}` }));
    }
    group.append(svg("circle", { cx: round(px), cy: round(py), r: 6 }));
    return group;
  }

  /** A pointer at the border, towards a hiker who has left the map. */
  #away(spot) {
    const middle = [EDGES.left + this.width / 2, EDGES.top + this.height / 2];
    const way = [spot[0] - middle[0], spot[1] - middle[1]];
    const room = [this.width / 2 - 18, this.height / 2 - 18];
    const share = Math.min(...way.map((part, i) => room[i] / Math.abs(part)));
    const angle = Math.atan2(way[1], way[0]) * 180 / Math.PI;
    const at = middle.map((part, i) => round(part + share * way[i]));
    return svg("path", {
      class: "away", d: "M14 0L-8 -10L-3 0L-8 10Z",
      transform: `translate(${at.join(" ")}) rotate(${round(angle)})`,
    });
  }
}

/** An arrow: solid at its head uphill, open downhill, as in the film; a dot where it has no length. */
function arrow(name, [x, y], [dx, dy], sign) {
  const length = Math.hypot(dx, dy);
  const group = svg("g", { class: `arrow ${name}` });
  if (length < 2) return group;
  const grown = Math.min(1, length / (12.6 * SHAFT)); // a short arrow has a smaller head
  const [head, barb] = [4.2 * SHAFT * grown, 1.9 * SHAFT * grown];
  const width = SHAFT * Math.max(0.55, grown);
  const solid = name === "uphill";
  const neck = solid ? length - 0.8 * head : length - width / 2;
  const tip = solid
    ? `M${length} 0L${length - head} ${-barb}L${length - 0.8 * head} 0L${length - head} ${barb}Z`
    : `M${length - head} ${-barb * 1.15}L${length} 0L${length - head} ${barb * 1.15}`;
  const turn = Math.atan2(dy, dx) * 180 / Math.PI;
  const transform = `translate(${round(x)} ${round(y)}) rotate(${round(turn)})`;
  for (const layer of ["casing", "ink"]) {
    const part = svg("g", { class: layer, transform });
    part.append(
      svg("path", { class: "shaft", d: `M0 0H${neck}`, "stroke-width": layer === "ink" ? width : width + 4 }),
      svg("path", { class: "head", d: tip, "stroke-width": layer === "ink" ? width : width + 4 }),
    );
    group.append(part);
  }
  if (length > 34) {
    const out = length + 16;
    const label = text(sign, round(x + dx / length * out), round(y + dy / length * out + 5), {
      class: "name", "text-anchor": "middle",
    });
    const variable = svg("tspan", { class: "variable", dx: -3 });
    variable.textContent = "f";
    label.append(variable);
    group.append(label);
  }
  return group;
}

/** The light of the hiker's lantern: all of the ground that can be felt. */
function lantern([x, y]) {
  return svg("circle", { class: "lantern", cx: round(x), cy: round(y), r: 60, fill: "url(#_lantern)" });
}

function svg(name, attributes = {}) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  return element;
}

function text(words, x, y, attributes = {}) {
  const element = svg("text", { x, y, ...attributes });
  element.textContent = words;
  return element;
}

/** Write a point for the outline of a shape. */
function pixels(point) {
  return point.map(round).join(" ");
}

function round(pixel) {
  return Math.round(pixel * 10) / 10;
}
