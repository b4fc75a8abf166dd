"use strict";

/** f at points evenly spaced over a landscape's domain. */
class Grid {
  constructor(landscape, across) {
    const [[left, right], [bottom, top]] = landscape.domain;
    this.columns = across;
    this.rows = Math.round((across - 1) * (top - bottom) / (right - left)) + 1;
    this.x = spaced(left, right, this.columns);
    this.y = spaced(bottom, top, this.rows);
    this.values = new Float64Array(this.columns * this.rows);
    this.lowest = Infinity;
    this.highest = -Infinity;
    for (let row = 0; row < this.rows; row += 1) {
      for (let column = 0; column < this.columns; column += 1) {
        const value = landscape.value(this.x[column], this.y[row]);
        this.values[row * this.columns + column] = value;
        this.lowest = Math.min(this.lowest, value);
        this.highest = Math.max(this.highest, value);
      }
    }
  }

  /**
   * Return the level curve f = level as lines, lists of [x, y]; a closed one ends where it begins.
   *
   * Marching squares: the curve crosses the sides of a cell between corners above and below it.
   * Where it may pass a cell in two ways, the mean of the cell's corners decides.
   */
  levelCurve(level) {
    const crossings = new Map(); // by side of a cell: the point, and the sides that it leads on to
    for (let row = 0; row + 1 < this.rows; row += 1) {
      for (let column = 0; column + 1 < this.columns; column += 1) {
        for (const [from, to] of this.#pieces(column, row, level)) {
          for (const [side, other] of [[from, to], [to, from]]) {
            if (!crossings.has(side)) crossings.set(side, { at: this.#crossing(side, level), on: [] });
            crossings.get(side).on.push(other);
          }
        }
      }
    }
    const ends = [...crossings].filter(([, { on }]) => on.length === 1).map(([side]) => side);
    return [...ends, ...crossings.keys()].flatMap((side) => followed(crossings, side));
  }

  /** Return which sides of a cell the curve joins. */
  #pieces(column, row, level) {
    const at = row * this.columns + column;
    // Counter-clockwise: corners from the lower left, sides from the bottom.
    const corners = [at, at + 1, at + this.columns + 1, at + this.columns];
    const above = corners.map((corner) => this.values[corner] > level);
    const count = this.values.length; // sides that go upwards are numbered after those that go across
    const sides = [at, count + at + 1, at + this.columns, count + at];
    const crossed = sides.filter((_, side) => above[side] !== above[(side + 1) % 4]);
    if (crossed.length < 4) return crossed.length ? [crossed] : [];
    const middle = corners.reduce((sum, corner) => sum + this.values[corner], 0) / 4;
    const [bottom, right, top, left] = sides;
    const joined = (middle > level) === above[0]; // the lower left corner with the upper right one
    return joined ? [[bottom, right], [top, left]] : [[left, bottom], [right, top]];
  }

  /** Return where on a side of a cell f has the level, if f changes evenly along it. */
  #crossing(side, level) {
    const upwards = side >= this.values.length;
    const at = upwards ? side - this.values.length : side;
    const next = upwards ? at + this.columns : at + 1;
    const [column, row] = [at % this.columns, Math.floor(at / this.columns)];
    const share = (level - this.values[at]) / (this.values[next] - this.values[at]);
    const between = (axis, index) => axis[index] + share * (axis[index + 1] - axis[index]);
    return upwards ? [this.x[column], between(this.y, row)] : [between(this.x, column), this.y[row]];
  }
}

/** Return the line that begins at a crossing, as a list of one; none if it has been followed. */
function followed(crossings, start) {
  const line = [];
  for (let side = start; crossings.has(side);) {
    const { at, on } = crossings.get(side);
    line.push(at);
    crossings.delete(side);
    const closes = line.length > 2 && on.includes(start) && !on.some((next) => crossings.has(next));
    if (closes) line.push(line[0]);
    side = on.find((next) => crossings.has(next));
  }
  return line.length > 1 ? [line] : [];
}

function spaced(low, high, count) {
  return Float64Array.from({ length: count }, (_, i) => low + (high - low) * i / (count - 1));
}
