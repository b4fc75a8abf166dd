"use strict";

const PARTS = { whole: "", film: "film", landscape: "landscape", questions: "questions" };
const HEIGHTS = { whole: 900, film: 640, landscape: 1400, questions: 760 }; // pixels
const EXAMPLE = "https://example.org/index.html";

/** The snippets: they follow the address that is written, and what is to be shown. */
class Embed {
  constructor(root, film, explorer) {
    this.root = root;
    this.film = film;
    this.explorer = explorer;
    this.form = root.querySelector("[data-embed-form]");
    this.address = root.querySelector("[data-address]");
    this.now = root.querySelector("[data-begin-now]");
    this.templates = [...root.querySelectorAll("[data-snippet]")].map((code) => [code, code.textContent]);
    this.form.hidden = false;
    this.address.value = location.protocol.startsWith("http") ? location.origin + location.pathname : "";
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", () => this.#fill());
    for (const details of root.querySelectorAll("details")) {
      details.addEventListener("toggle", () => this.#fill());
    }
    this.#fill();
  }

  get #what() {
    return this.form.elements.what.value;
  }

  /** The address of what is to be shown. */
  get #target() {
    const base = (this.address.value.trim() || EXAMPLE).split(/[?#]/)[0];
    const part = PARTS[this.#what];
    return `${base}${part ? `?show=${part}` : ""}${this.now.checked ? this.#moment() : ""}`;
  }

  #moment() {
    if (this.#what === "landscape") return `#${this.explorer.address}`;
    return this.#what === "questions" ? "" : `#t=${Math.floor(this.film.now)}`;
  }

  #fill() {
    const escape = (words) => words.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
    const plain = this.#target.replaceAll('"', "%22");
    for (const [code, template] of this.templates) {
      const target = "escaped" in code.dataset ? escape(plain) : plain;
      code.textContent = template.replaceAll("ADDRESS", target).replaceAll("HEIGHT", HEIGHTS[this.#what]);
    }
  }
}

/** A button that copies what it names. */
function listenToCopying(button, told) {
  const name = button.querySelector("[data-copy-name]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copy);
    const copied = await copy(source);
    name.textContent = copied ? WORDS.notes.copied : WORDS.notes.failed;
    told.textContent = name.textContent;
    setTimeout(() => {
      name.textContent = WORDS.notes.copy;
      told.textContent = "";
    }, 2500);
  });
}

/** Copy the text of an element; where the page may not, select it. */
async function copy(source) {
  try {
    await navigator.clipboard.writeText(source.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(source);
    return document.execCommand("copy");
  }
}
