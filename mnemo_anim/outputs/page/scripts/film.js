"use strict";

/**
 * The film, and where it stands.
 *
 * Events: "moment" whenever the moment that is shown has changed, "state" whenever it has begun or
 * ceased to play.
 */
class Film extends EventTarget {
  constructor(video) {
    super();
    this.video = video;
    for (const name of ["loadedmetadata", "timeupdate", "seeking", "seeked"]) {
      video.addEventListener(name, () => this.#tell("moment"));
    }
    for (const name of ["play", "pause", "ended"]) {
      video.addEventListener(name, () => this.#tell("state"));
    }
    video.addEventListener("play", () => this.#watch());
  }

  /** The second that is shown. */
  get now() {
    return this.video.currentTime;
  }

  get playing() {
    return !this.video.paused && !this.video.ended;
  }

  /** Whether it has ever been played or moved. */
  get begun() {
    return this.now > 0 || this.playing;
  }

  play() {
    // A browser may refuse, or a pause may come first; the controls show that it stands.
    this.video.play().catch(() => {});
  }

  pause() {
    this.video.pause();
  }

  toggle() {
    if (this.playing) this.pause();
    else this.play();
  }

  /** Go to a second. */
  seek(seconds) {
    this.video.currentTime = Math.min(Math.max(seconds, 0), LECTURE.duration);
    this.#tell("moment");
  }

  /** The number of the section that is shown, from 0. */
  get chapter() {
    return LECTURE.chapters.findLastIndex((chapter) => chapter.start <= this.now);
  }

  /** Go to the beginning of a section; first to that of this one, if it has gone on for a while. */
  turn(by) {
    const here = LECTURE.chapters[this.chapter];
    if (by < 0 && this.now - here.start > 3) this.seek(here.start);
    else this.seek(LECTURE.chapters.at(Math.max(0, this.chapter + by))?.start ?? LECTURE.duration);
  }

  #watch() {
    if (!this.playing) return;
    this.#tell("moment");
    requestAnimationFrame(() => this.#watch());
  }

  #tell(name) {
    this.dispatchEvent(new Event(name));
  }
}
