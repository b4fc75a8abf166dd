"use strict";

/** The review questions, one at a time; the student tells which were known, and may ask again. */
class Quiz {
  #open = []; // the cards of this round, in order
  #at = 0;

  constructor(root) {
    this.root = root;
    const part = (name) => root.querySelector(`[data-${name}]`);
    this.parts = {
      dots: part("dots"), turns: part("turns"), previous: part("previous"), next: part("next"),
      score: part("score"), result: part("result"), verdict: part("verdict"), again: part("again"),
      deck: part("deck"),
    };
    this.cards = [...root.querySelectorAll("[data-card]")];
    this.dots = this.cards.map((card, index) => this.#dot(card, index));
    for (const card of this.cards) this.#prepare(card);
    this.parts.previous.addEventListener("click", () => this.#go(this.#at - 1));
    this.parts.next.addEventListener("click", () => this.#go(this.#at + 1));
    this.parts.again.addEventListener("click", () => {
      this.#begin(this.cards.filter((card) => card.dataset.state !== "known"));
    });
    part("over").addEventListener("click", () => {
      for (const card of this.cards) this.#reset(card);
      this.#begin(this.cards);
    });
    this.parts.dots.hidden = false;
    this.parts.turns.hidden = false;
    root.classList.add("deck-of-cards");
    this.#open = this.cards;
    this.#show();
  }

  #dot(card, index) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(String(index + 1));
    button.addEventListener("click", () => {
      if (!this.#open.includes(card)) this.#open = this.cards;
      this.#go(this.#open.indexOf(card));
    });
    const item = document.createElement("li");
    item.append(button);
    this.parts.dots.append(item);
    return button;
  }

  #prepare(card) {
    const [details, check] = ["reveal", "check"].map((name) => card.querySelector(`[data-${name}]`));
    card.querySelector("[data-yours]").hidden = false;
    check.hidden = false;
    details.addEventListener("toggle", () => {
      if (details.open) card.querySelector("[data-answer]").focus({ preventScroll: true });
    });
    check.addEventListener("change", (event) => {
      card.dataset.state = event.target.value;
      this.#tell();
    });
  }

  #reset(card) {
    delete card.dataset.state;
    card.querySelector("[data-reveal]").open = false;
    card.querySelector("textarea").value = "";
    for (const choice of card.querySelectorAll("input[type=radio]")) choice.checked = false;
  }

  #begin(cards) {
    this.#open = cards;
    for (const card of cards) this.#reset(card);
    this.#go(0);
  }

  /** Turn to a card of this round; behind the last one is the result. */
  #go(index) {
    this.#at = Math.min(Math.max(index, 0), this.#open.length);
    this.#show();
    const shown = this.#open[this.#at] ?? this.parts.result;
    shown.focus({ preventScroll: true });
  }

  #show() {
    const shown = this.#open[this.#at];
    for (const card of this.cards) card.hidden = card !== shown;
    this.parts.result.hidden = Boolean(shown);
    this.parts.deck.hidden = !shown;
    this.parts.previous.disabled = this.#at === 0;
    this.parts.turns.hidden = !shown;
    this.#tell();
  }

  #tell() {
    const count = this.cards.length;
    const known = this.cards.filter((card) => card.dataset.state === "known").length;
    const told = this.cards.filter((card) => card.dataset.state).length;
    this.cards.forEach((card, index) => {
      const state = card.dataset.state ?? "open";
      const name = say(WORDS.quiz.number, { number: index + 1, count });
      this.dots[index].dataset.state = state;
      this.dots[index].setAttribute("aria-label", `${name}: ${WORDS.quiz[`state-${state}`]}`);
      this.dots[index].setAttribute("aria-current", String(card === this.#open[this.#at]));
    });
    this.parts.score.textContent = told ? say(WORDS.quiz.result, { known, count: told }) : "";
    const verdict = known === count ? WORDS.quiz.perfect : WORDS.quiz.result;
    this.parts.verdict.textContent = say(verdict, { known, count });
    this.parts.again.hidden = known === count;
  }
}
