"use strict";

const PER_DECADE = 20; // places of the slider between α and 10α
const LEAST_RATE = 0.001; // at the slider's left end
const PACE = [420, 130]; // milliseconds a step, at first and after a while
const GLIDE = 0.6; // of that, in which the hiker moves
const STRIDE = 0.1; // units that an arrow key moves the hiker
const SMALL_STRIDE = 0.01; // the same, with Shift
const ROWS = 500; // of the table, at most

/** The landscape to walk on: its map, its controls, its numbers. */
class Explorer {
  #run = null; // the run that goes on, if one does
  #glide = null; // the glide that is shown, if one is
  #speaking = 0;

  constructor(root) {
    this.root = root;
    const part = (name) => root.querySelector(`[data-${name}]`);
    this.parts = {
      x: part("x"), y: part("y"), value: part("value"), magnitude: part("magnitude"),
      gx: part("gx"), gy: part("gy"), length: part("length"), rate: part("rate"),
      number: part("rate-number"), limit: part("limit"), limitWords: part("limit-words"),
      step: part("step"), run: part("run"), runName: part("run-name"), back: part("back"),
      badge: part("badge"), outcome: part("outcome"), spoken: part("spoken"), rows: part("rows"),
      table: part("walk"),
    };
    this.map = new LandscapeMap(part("map"));
    this.chart = new Chart(part("chart"));
    this.#listenToMap(part("map"));
    this.#listenToControls(part);
    this.#paintThumbnails();
    document.addEventListener("themechange", () => this.#paintThumbnails());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#paintThumbnails());
    this.#beginAsAsked();
  }

  /** α. */
  get rate() {
    return Number(this.parts.number.value);
  }

  set rate(rate) {
    if (!(rate > 0 && Number.isFinite(rate))) return;
    this.parts.number.value = rate;
    this.parts.rate.value = PER_DECADE * Math.log10(rate / LEAST_RATE);
    this.#tellRate();
  }

  get calm() {
    return matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  /** Show a landscape, from its own start and with its own α. */
  show(id) {
    this.#stop();
    this.landscape = LANDSCAPES.find((one) => one.id === id) ?? LANDSCAPES[0];
    this.root.querySelector(`[name=landscape][value=${this.landscape.id}]`).checked = true;
    for (const about of this.root.querySelectorAll("[data-about]")) {
      about.hidden = about.dataset.about !== this.landscape.id;
    }
    this.map.show(this.landscape);
    this.#tellLimit();
    this.start = this.landscape.start;
    this.begin(this.start);
    this.rate = this.landscape.learningRate;
  }

  /** Begin a walk at a place. */
  begin(place) {
    this.#stop();
    this.walk = new Walk(this.landscape, place.map(Number));
    this.#tell();
  }

  /** Take a step; the hiker glides, where motion is welcome. */
  async step(milliseconds = PACE[0]) {
    if (this.walk.over) return;
    const from = this.walk.here;
    this.walk.step(this.rate);
    const glides = !this.walk.lost && !this.calm;
    const arrived = !glides || await this.#glideTo(from, this.walk.here, GLIDE * milliseconds);
    if (arrived) this.#tell();
  }

  /** Walk on, until it is over, the steps are used up, or it is stopped. */
  async run() {
    const run = {};
    this.#run = run;
    this.#tellRunning();
    const last = this.walk.steps + this.landscape.steps;
    while (this.#run === run && !this.walk.over && this.walk.steps < last) {
      const pace = this.walk.steps < 12 ? PACE[0] : PACE[1];
      await this.step(pace);
      await pause((1 - GLIDE) * pace);
    }
    if (this.#run !== run) return;
    this.#stop();
    this.#speak(this.parts.outcome.textContent);
  }

  #stop() {
    this.#run = null;
    this.#tellRunning();
  }

  /** Show the hiker on the way; return whether they arrive, rather than something else happen. */
  #glideTo(from, to, milliseconds) {
    const { walk } = this;
    const began = performance.now();
    const glide = {};
    this.#glide = glide;
    return new Promise((done) => {
      const move = (now) => {
        const share = Math.min(Math.max((now - began) / milliseconds, 0), 1);
        if (share >= 1 || this.#glide !== glide) {
          done(this.#glide === glide);
          return;
        }
        const eased = share * share * (3 - 2 * share);
        this.map.draw(walk, from.map((part, i) => part + eased * (to[i] - part)), null);
        requestAnimationFrame(move);
      };
      requestAnimationFrame(move);
    });
  }

  #listenToMap(element) {
    let held = false;
    element.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      held = true;
      element.setPointerCapture(event.pointerId);
      this.#carry(event);
    });
    element.addEventListener("pointermove", (event) => held && this.#carry(event));
    for (const name of ["pointerup", "pointercancel"]) {
      element.addEventListener(name, () => {
        if (held) this.#sayPlace();
        held = false;
      });
    }
    element.addEventListener("keydown", (event) => this.#onKey(event));
  }

  #carry(event) {
    this.start = this.map.coordinatesAt(event).map((coordinate) => Number(coordinate.toFixed(3)));
    this.begin(this.start);
  }

  #onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const stride = event.shiftKey ? SMALL_STRIDE : STRIDE;
    const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
    const deeds = {
      Enter: () => this.#takeStep(),
      Backspace: () => this.#takeBack(),
      " ": () => this.#startOrStop(),
      Home: () => this.#restart(),
    };
    if (ways[event.key]) this.#moveBy(ways[event.key].map((way) => way * stride));
    else if (deeds[event.key]) deeds[event.key]();
    else return;
    event.preventDefault();
  }

  #moveBy(way) {
    const moved = this.walk.here.map((coordinate, i) => {
      const [low, high] = this.landscape.domain[i];
      return Number(Math.min(Math.max(coordinate + way[i], low), high).toFixed(3));
    });
    this.start = moved;
    this.begin(moved);
    this.#sayPlace();
  }

  #listenToControls(part) {
    const { parts } = this;
    part("landscapes").addEventListener("change", (event) => this.show(event.target.value));
    parts.step.addEventListener("click", () => this.#takeStep());
    parts.run.addEventListener("click", () => this.#startOrStop());
    parts.back.addEventListener("click", () => this.#takeBack());
    part("restart").addEventListener("click", () => this.#restart());
    parts.rate.addEventListener("input", () => {
      const rate = LEAST_RATE * 10 ** (Number(parts.rate.value) / PER_DECADE);
      parts.number.value = Number(rate.toPrecision(2));
      this.#tellRate();
    });
    parts.number.addEventListener("input", () => {
      this.rate = this.rate;
    });
    parts.number.addEventListener("change", () => {
      if (!(this.rate > 0)) this.rate = this.landscape.learningRate;
    });
    for (const name of ["x", "y"]) {
      parts[name].addEventListener("change", () => {
        const place = [parts.x, parts.y].map((input) => input.valueAsNumber);
        if (place.every(Number.isFinite)) {
          this.start = place;
          this.begin(place);
        } else {
          this.#tell();
        }
      });
    }
    for (const name of ["parts", "curve"]) {
      part(name).addEventListener("change", (event) => {
        this.map.drawn[name] = event.target.checked;
        this.#draw();
      });
    }
    parts.table.addEventListener("toggle", () => this.#tellTable());
  }

  async #takeStep() {
    this.#stop();
    await this.step();
    this.#speak(this.parts.outcome.textContent);
  }

  #takeBack() {
    this.#stop();
    this.walk.back();
    this.#tell();
    this.#sayPlace();
  }

  #restart() {
    this.begin(this.start);
    this.#sayPlace();
  }

  #startOrStop() {
    if (this.#run) this.#stop();
    else if (!this.walk.over) this.run();
  }

  #beginAsAsked() {
    const asked = new URLSearchParams(location.hash.slice(1));
    this.show(asked.get("landscape") ?? this.root.querySelector("[name=landscape]:checked").value);
    const place = [asked.get("x"), asked.get("y")].map((part) => (part === null ? NaN : Number(part)));
    if (place.every(Number.isFinite)) {
      this.start = place;
      this.begin(place);
    }
    if (asked.has("rate")) this.rate = Number(asked.get("rate"));
  }

  /** What the address must end with to begin as things stand now. */
  get address() {
    const [x, y] = this.start;
    return new URLSearchParams({ landscape: this.landscape.id, x, y, rate: this.rate }).toString();
  }

  #tell() {
    const { parts, walk } = this;
    const [x, y] = walk.here;
    const [gx, gy] = walk.gradient;
    [parts.x.value, parts.y.value] = [x, y].map((coordinate) => Number(coordinate.toFixed(3)));
    parts.value.textContent = figure(walk.value);
    parts.magnitude.textContent = figure(walk.magnitude);
    [parts.gx.textContent, parts.gy.textContent] = [figure(gx), figure(gy)];
    parts.step.disabled = walk.over;
    parts.run.disabled = walk.over;
    parts.back.disabled = walk.steps === 0 && !walk.lost;
    this.#tellRate();
    this.#tellOutcome();
    this.#tellTable();
    this.chart.draw(walk);
  }

  #tellRate() {
    const { parts, walk } = this;
    parts.rate.setAttribute("aria-valuetext", `α = ${short(this.rate)}`);
    parts.length.textContent = figure(this.rate * walk.magnitude);
    this.#draw();
  }

  #draw() {
    const { walk } = this;
    this.#glide = null;
    this.map.draw(walk, walk.here, walk.over ? null : walk.ahead(this.rate));
  }

  #tellLimit() {
    const { limit, limitWords, rate } = this.parts;
    const known = this.landscape.limit !== null;
    limit.hidden = !known;
    if (known) {
      const share = PER_DECADE * Math.log10(this.landscape.limit / LEAST_RATE) / Number(rate.max);
      limit.style.setProperty("--share", share);
      limit.textContent = say(WORDS.explore.limit, { limit: short(Number(this.landscape.limit.toPrecision(3))) });
    }
    limitWords.textContent = known ? WORDS.explore["limit-help"] : WORDS.explore["no-limit"];
  }

  #tellOutcome() {
    const { badge, outcome } = this.parts;
    const { walk } = this;
    const words = WORDS.explore.outcome;
    const change = walk.steps ? walk.value - walk.values.at(-2) : 0;
    const about = { step: walk.steps, change: figure(Math.abs(change)) };
    let state = walk.outcome;
    let told = words[state] ?? "";
    if (state === "walking" && walk.steps === 0) [state, told] = ["ready", words.ready];
    else if (state === "walking" && change > 0) told = words.rose;
    else if (state === "walking") told = walk.turned ? words.turned : words.fell;
    else if (walk.level && walk.steps === 0) told = words.here;
    if (["saddle", "maximum"].includes(state)) state = "stalled";
    badge.dataset.state = state;
    badge.textContent = WORDS.explore.badge[state];
    outcome.textContent = say(told, about) + this.#whereabouts();
  }

  /** Say where the hiker is, if that is off the map. */
  #whereabouts() {
    const [x, y] = this.walk.here;
    const inside = this.landscape.domain.every(([low, high], i) => {
      return low <= this.walk.here[i] && this.walk.here[i] <= high;
    });
    return inside ? "" : ` ${say(WORDS.explore.away, { x: figure(x, 2), y: figure(y, 2) })}`;
  }

  #tellRunning() {
    const { run, runName } = this.parts;
    run.classList.toggle("running", Boolean(this.#run));
    runName.textContent = this.#run ? WORDS.explore.stop : WORDS.explore.run;
  }

  #tellTable() {
    if (!this.parts.table.open) return;
    const { walk } = this;
    const rows = walk.iterates.slice(0, ROWS).map((place, step) => {
      const row = document.createElement("tr");
      const numbers = [...place, walk.values[step], Math.hypot(...walk.gradients[step])];
      for (const cell of [String(step), ...numbers.map((number) => figure(number, 4))]) {
        row.insertCell().textContent = cell;
      }
      return row;
    });
    this.parts.rows.replaceChildren(...rows);
  }

  #sayPlace() {
    const { walk } = this;
    const [[x, y], [gx, gy]] = [walk.here, walk.gradient].map((pair) => pair.map((one) => figure(one, 2)));
    const told = { x, y, gx, gy, value: figure(walk.value, 2), magnitude: figure(walk.magnitude, 2) };
    this.#speak(say(WORDS.explore.moved, told));
  }

  /** Tell a screen reader, once it has been quiet for a moment. */
  #speak(words) {
    clearTimeout(this.#speaking);
    this.#speaking = setTimeout(() => {
      this.parts.spoken.textContent = words;
    }, 350);
  }

  #paintThumbnails() {
    for (const canvas of this.root.querySelectorAll("[data-thumbnail]")) {
      const landscape = LANDSCAPES.find((one) => one.id === canvas.dataset.thumbnail);
      const middle = cropped(landscape, canvas.width / canvas.height);
      paintGround(canvas, middle, new Grid(middle, 73), 1.4, false);
    }
  }
}

/** Return a landscape with the middle of its domain only, of that width over height. */
function cropped(landscape, shape) {
  const [[left, right], [bottom, top]] = landscape.domain;
  const [across, up] = [right - left, top - bottom];
  const [width, height] = across / up > shape ? [up * shape, up] : [across, across / shape];
  const [x, y] = [(left + right) / 2, (bottom + top) / 2];
  const domain = [[x - width / 2, x + width / 2], [y - height / 2, y + height / 2]];
  return { ...landscape, domain, levels: landscape.levels.filter((_, i) => i % 2) };
}

function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}
