"use strict";

// Gradient descent as the studio's own maths does it (mnemo_anim/maths/descent.py), step by step.

/** A walk downhill by x ← x − α∇f(x), from where it starts. */
class Walk {
  constructor(landscape, start) {
    this.landscape = landscape;
    this.iterates = [];
    this.values = [];
    this.gradients = [];
    this.lost = false;
    this.#visit(start);
  }

  /** How many steps have been taken. */
  get steps() {
    return this.iterates.length - 1;
  }

  get here() {
    return this.iterates.at(-1);
  }

  get value() {
    return this.values.at(-1);
  }

  get gradient() {
    return this.gradients.at(-1);
  }

  /** ‖∇f‖ where it stands. */
  get magnitude() {
    return Math.hypot(...this.gradient);
  }

  /** Whether the ground feels level. */
  get level() {
    return this.magnitude <= this.landscape.levelGround;
  }

  /** Whether there is no further step to take. */
  get over() {
    return this.lost || this.level;
  }

  /** Return where a step would lead. */
  ahead(rate) {
    return this.here.map((coordinate, i) => coordinate - rate * this.gradient[i]);
  }

  /** Take a step. One that leads out of sight, or where f is undefined, is not part of the walk. */
  step(rate) {
    if (this.over) return;
    const next = this.ahead(rate);
    const gone = Math.hypot(...next.map((coordinate, i) => coordinate - this.iterates[0][i]));
    const told = [this.landscape.value(...next), ...this.landscape.gradient(...next)];
    if (gone <= this.landscape.reach && told.every(Number.isFinite)) this.#visit(next);
    else this.lost = true;
  }

  /** Take the last step back. */
  back() {
    if (this.lost) this.lost = false;
    else if (this.steps) for (const row of [this.iterates, this.values, this.gradients]) row.pop();
  }

  /** Whether the last step turned back on the one before it. */
  get turned() {
    return this.steps > 1 && dot(this.gradients.at(-2), this.gradients.at(-3)) < 0;
  }

  /** How it has ended, if it has taken all the steps it may; else "walking". */
  get outcome() {
    if (this.lost) return "diverged";
    if (this.level) return this.#kind();
    if (this.steps < this.landscape.steps) return "walking";
    if (this.value > this.values[0]) return "diverged";
    const recent = this.gradients.slice(-5);
    const turns = recent.slice(1).filter((gradient, i) => dot(gradient, recent[i]) < 0);
    return 2 * turns.length >= recent.length - 1 ? "oscillating" : "stalled";
  }

  /** What level ground it has come to: the signs of the two curvatures tell. */
  #kind() {
    const [[xx, xy], [, yy]] = this.landscape.hessian(...this.here);
    const [middle, spread] = [(xx + yy) / 2, Math.hypot((xx - yy) / 2, xy)];
    const curvatures = [middle - spread, middle + spread];
    const flat = this.landscape.flatness * Math.max(...curvatures.map(Math.abs));
    if (curvatures[0] < -flat && curvatures[1] > flat) return "saddle";
    return curvatures[1] < -flat ? "maximum" : "converged";
  }

  #visit(point) {
    this.iterates.push(point);
    this.values.push(this.landscape.value(...point));
    this.gradients.push(this.landscape.gradient(...point));
  }
}

function dot(one, other) {
  return one.reduce((sum, entry, i) => sum + entry * other[i], 0);
}
