"use strict";

/**
 * The film's captions. They are handed to the film as data, for a browser loads no caption file from
 * a disk. They are off at first: a silent film has them in its picture, and to read what one hears
 * costs understanding.
 */
class Captions {
  constructor(button, film) {
    this.button = button;
    this.track = film.video.addTextTrack("captions", WORDS.film.captions, LECTURE.language);
    for (const [start, end, lines] of LECTURE.captions) {
      this.track.addCue(new VTTCue(start, end, lines.map(asCueText).join("\n")));
    }
    button.addEventListener("click", () => this.toggle());
    this.#show(kept.read("captions") === "true");
    // A browser's own menu may switch them as well.
    film.video.textTracks.addEventListener("change", () => this.#tell());
  }

  get shown() {
    return this.track.mode === "showing";
  }

  toggle() {
    this.#show(!this.shown);
    kept.write("captions", String(this.shown));
  }

  #show(shown) {
    this.track.mode = shown ? "showing" : "hidden";
    this.#tell();
  }

  #tell() {
    this.button.setAttribute("aria-pressed", String(this.shown));
  }
}

/** Write words so that WebVTT takes none of them for a mark. */
function asCueText(line) {
  return line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
