"use strict";

/**
 * The film's captions, below its picture: there they hide nothing, and on a small screen they can
 * still be read.
 *
 * They are handed to the film as data, for a browser loads no caption file from a disk. At first
 * they are off: a silent film has them in its picture, and to read what one hears costs
 * understanding. Only where the picture is too small to read are they on.
 */
class Captions {
  constructor(button, line, film) {
    this.button = button;
    this.line = line;
    this.track = film.video.addTextTrack("captions", WORDS.film.captions, LECTURE.language);
    this.track.mode = "hidden"; // it tells what is said, and this page shows it
    for (const [start, end, lines] of LECTURE.captions) {
      this.track.addCue(new VTTCue(start, end, lines.map(asCueText).join("\n")));
    }
    this.track.addEventListener("cuechange", () => this.#tell());
    button.addEventListener("click", () => this.toggle());
    const small = !LECTURE.sound && matchMedia("(max-width: 46rem)").matches;
    this.#show((kept.read("captions") ?? String(small)) === "true");
  }

  get shown() {
    return !this.line.hidden;
  }

  toggle() {
    this.#show(!this.shown);
    kept.write("captions", String(this.shown));
  }

  #show(shown) {
    this.line.hidden = !shown;
    this.button.setAttribute("aria-pressed", String(shown));
    this.#tell();
  }

  #tell() {
    const said = [...this.track.activeCues ?? []].map((cue) => cue.getCueAsHTML().textContent);
    this.line.textContent = said.join("\n");
  }
}

/** Write words so that WebVTT takes none of them for a mark. */
function asCueText(line) {
  return line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
