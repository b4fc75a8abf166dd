"use strict";

/** The transcript: it follows the film, until the reader scrolls it. */
class Transcript {
  #passage = null;
  #phrase = null;

  constructor(root, film) {
    this.root = root;
    this.film = film;
    this.list = root.querySelector("[data-passages]");
    this.passages = [...root.querySelectorAll(".passage")];
    this.starts = this.passages.map((passage) => Number(passage.dataset.start));
    this.button = root.querySelector("[data-follow]");
    this.button.hidden = false;
    this.button.addEventListener("click", () => this.follow(!this.follows));
    for (const name of ["wheel", "touchmove"]) {
      this.list.addEventListener(name, () => this.follow(false), { passive: true });
    }
    this.list.addEventListener("keydown", (event) => {
      const scrolls = ["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"];
      if (scrolls.includes(event.key)) this.follow(false);
    });
    film.addEventListener("moment", () => this.#onMoment());
    this.#onMoment();
  }

  get follows() {
    return this.button.getAttribute("aria-pressed") === "true";
  }

  follow(follows) {
    this.button.setAttribute("aria-pressed", String(follows));
    if (follows) this.#scroll();
  }

  #onMoment() {
    const { now } = this.film;
    const index = this.starts.findLastIndex((start) => start <= now);
    const passage = this.passages[Math.max(index, 0)];
    const phrases = [...passage.querySelectorAll(".phrase")];
    const phrase = phrases.findLast((one) => Number(one.dataset.start) <= now) ?? null;
    if (phrase !== this.#phrase) {
      this.#phrase?.classList.remove("now");
      phrase?.classList.add("now");
      this.#phrase = phrase;
    }
    if (passage !== this.#passage) {
      this.#passage?.removeAttribute("aria-current");
      passage.setAttribute("aria-current", "true");
      this.#passage = passage;
      if (this.follows) this.#scroll();
    }
  }

  /** Bring the passage that is said into the middle of the list; the page itself stays. */
  #scroll() {
    const passage = this.#passage;
    const middle = passage.offsetTop - (this.list.clientHeight - passage.offsetHeight) / 2;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.list.scrollTo({ top: middle, behavior: calm ? "instant" : "smooth" });
  }
}
