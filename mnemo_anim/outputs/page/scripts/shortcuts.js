"use strict";

const FRAME = 1 / 60; // seconds: no film here has shorter frames

/** Keys that act on the film, while it is in view and nothing is being written. */
class Shortcuts {
  constructor(button, list, { film, player, captions, search }) {
    this.list = list;
    this.film = film;
    this.player = player;
    this.single = list.querySelector("[data-single-keys]");
    this.single.checked = kept.read("single-keys") !== "false";
    this.single.addEventListener("change", () => kept.write("single-keys", String(this.single.checked)));
    button.hidden = false;
    button.addEventListener("click", () => list.showModal());
    const by = (seconds) => () => film.seek(film.now + seconds);
    this.deeds = {
      k: () => film.toggle(), " ": () => film.toggle(),
      ArrowLeft: by(-5), ArrowRight: by(5), j: by(-10), l: by(10),
      p: () => film.turn(-1), n: () => film.turn(1),
      ",": () => film.playing || by(-FRAME)(), ".": () => film.playing || by(FRAME)(),
      "<": () => player.changeSpeed(-1), ">": () => player.changeSpeed(1),
      c: () => captions.toggle(), m: () => player.toggleMute(), f: () => player.toggleFull(),
      "/": () => search.query.focus(), "?": () => list.showModal(),
    };
    for (let tenth = 0; tenth < 10; tenth += 1) {
      this.deeds[tenth] = () => film.seek(tenth / 10 * LECTURE.duration);
    }
    document.addEventListener("keydown", (event) => this.#onKey(event));
  }

  #onKey(event) {
    const deed = this.deeds[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    const aside = event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented;
    if (!deed || aside || this.list.open || !this.single.checked) return;
    if (meantFor(event.target, event.key) || !this.#inView()) return;
    event.preventDefault();
    deed();
  }

  #inView() {
    const box = this.player.root.getBoundingClientRect();
    return box.bottom > 80 && box.top < innerHeight - 80;
  }
}

/** Whether a key is for the element that has the focus, rather than for the film. */
function meantFor(element, key) {
  if (element.closest("input:not([type=range]), textarea, select, [role=application]")) return true;
  if (element.closest("input[type=range], [data-passages]")) return key.startsWith("Arrow") || key === " ";
  return key === " " && Boolean(element.closest("button, summary, a"));
}
