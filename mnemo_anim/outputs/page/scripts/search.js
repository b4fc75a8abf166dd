"use strict";

/** The search in the transcript: it leaves the passages that hold the words, and marks them. */
class Search {
  constructor(root, transcript) {
    this.transcript = transcript;
    this.query = root.querySelector("[data-query]");
    this.found = root.querySelector("[data-found]");
    this.chapters = [...root.querySelectorAll("[data-chapter]")];
    root.querySelector("[data-search]").hidden = false;
    this.query.addEventListener("input", () => this.#search());
    this.query.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.clear();
      if (event.key === "Enter") this.#enter();
    });
  }

  clear() {
    this.query.value = "";
    this.#search();
  }

  #search() {
    const wanted = folded(this.query.value.trim()).text;
    const ranges = [];
    let count = 0;
    for (const passage of this.transcript.passages) {
      const found = wanted ? occurrences(passage, wanted) : [];
      passage.hidden = Boolean(wanted) && found.length === 0;
      count += found.length > 0;
      ranges.push(...found);
    }
    for (const chapter of this.chapters) {
      chapter.hidden = !chapter.querySelector(".passage:not([hidden])");
    }
    mark(ranges);
    this.found.textContent = wanted ? this.#told(count) : "";
    this.transcript.follow(!wanted);
    this.transcript.list.scrollTop = wanted ? 0 : this.transcript.list.scrollTop;
  }

  #told(count) {
    return count ? sayCount(WORDS.transcript, count) : WORDS.transcript.none;
  }

  /** Go to the first passage that was found. */
  #enter() {
    if (!this.query.value.trim()) return;
    this.transcript.passages.find((passage) => !passage.hidden)?.querySelector("a").focus();
  }
}

/**
 * Return text without capitals, accents and the forms of a letter: "función" is found by "funcion",
 * "x²" by "x2". `places` tells of each letter where in the text it comes from.
 */
function folded(text) {
  const letters = [];
  const places = [];
  for (let place = 0; place < text.length; place += 1) {
    const plain = text[place].normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    for (const letter of /\s/.test(plain) ? " " : plain) {
      if (letter === " " && letters.at(-1) === " ") continue;
      letters.push(letter);
      places.push(place);
    }
  }
  return { text: letters.join(""), places };
}

/** Return where a passage says the wanted words, as ranges of the document. */
function occurrences(passage, wanted) {
  const nodes = [];
  for (const phrase of passage.querySelectorAll(".phrase")) {
    const walker = document.createTreeWalker(phrase, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) nodes.push(walker.currentNode);
    nodes.push(null); // between two phrases is a space
  }
  const letters = [];
  for (const node of nodes) {
    if (node === null) letters.push({ letter: " ", node: null, place: 0 });
    else [...node.data].forEach((letter, place) => letters.push({ letter, node, place }));
  }
  const { text, places } = folded(letters.map(({ letter }) => letter).join(""));
  const found = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    const [first, last] = [letters[places[at]], letters[places[at + wanted.length - 1]]];
    const range = document.createRange();
    range.setStart(first.node, first.place);
    range.setEnd(last.node, last.place + 1);
    found.push(range);
  }
  return found;
}

/** Mark ranges without changing the document, where the browser can. */
function mark(ranges) {
  if (!globalThis.CSS?.highlights) return;
  CSS.highlights.set("found", new Highlight(...ranges));
}
