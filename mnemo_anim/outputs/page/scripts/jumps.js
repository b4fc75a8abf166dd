"use strict";

/**
 * Whatever leads to a moment of the film: phrases, moments, sections, answers, and the address, which
 * may end with #t=65 or the id of a section or beat.
 */
class Jumps {
  constructor(film, player) {
    this.film = film;
    this.player = player;
    document.addEventListener("click", (event) => this.#onClick(event));
    addEventListener("hashchange", () => this.#onAddress());
    this.#onAddress();
  }

  #onClick(event) {
    const place = event.target.closest?.("[data-start]");
    const otherwise = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!place || event.button !== 0 || otherwise || event.target.closest(".alone")) return;
    if (place.matches(".phrase") && !getSelection().isCollapsed) return; // words are being copied
    const link = event.target.closest("a");
    const target = link?.closest(".passage") ?? place;
    event.preventDefault();
    this.film.seek(Number(target.dataset.start));
    this.film.play();
    this.#show();
  }

  #onAddress() {
    const asked = new URLSearchParams(location.hash.slice(1));
    const moment = asked.has("t") ? Number(asked.get("t")) : startOf(location.hash.slice(1));
    if (Number.isFinite(moment)) {
      this.film.seek(moment);
      this.#show();
    }
  }

  /** Scroll up to the film, if it is out of sight. */
  #show() {
    const box = this.player.root.getBoundingClientRect();
    if (box.top >= 0 && box.top < innerHeight / 2) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.player.root.scrollIntoView({ block: "start", behavior: calm ? "instant" : "smooth" });
  }
}

/** Return the second at which a section or beat begins; NaN if there is none of that id. */
function startOf(id) {
  const chapter = LECTURE.chapters.find((one) => one.id === id);
  const passage = id ? document.getElementById(id) : null;
  return Number(chapter?.start ?? passage?.dataset.start ?? NaN);
}
