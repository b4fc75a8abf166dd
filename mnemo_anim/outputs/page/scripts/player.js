"use strict";

const IDLE = 2500; // milliseconds after which the controls leave a film that fills the screen

/** The film's controls. */
class Player {
  #last = 0; // the moment that was told last
  #idle = 0;

  constructor(root, film) {
    this.root = root;
    this.film = film;
    const part = (name) => root.querySelector(`[data-${name}]`);
    this.scrubber = part("scrubber");
    this.hint = part("hint");
    this.parts = {
      cover: part("play-cover"), thinking: part("thinking"), now: part("now"),
      section: part("section"), play: part("play"), wait: part("wait"), mute: part("mute"),
      volume: part("volume"), speed: part("speed"), full: part("full"), broken: part("broken"), stuck: part("stuck"),
    };
    film.video.controls = false;
    part("bar").hidden = false;
    this.parts.cover.hidden = false;
    this.#drawSegments(part("segments"));

    this.parts.play.addEventListener("click", () => film.toggle());
    this.parts.cover.addEventListener("click", () => film.play());
    part("play-on").addEventListener("click", () => film.play());
    part("earlier").addEventListener("click", () => film.turn(-1));
    part("later").addEventListener("click", () => film.turn(1));
    film.video.addEventListener("click", () => film.toggle());
    film.video.addEventListener("dblclick", () => this.toggleFull());
    this.#listenToScrubber();
    this.#listenToChoices();
    this.#listenToScreen();

    film.video.addEventListener("error", () => this.#tellBroken());
    if (film.video.error) this.#tellBroken();
    film.video.addEventListener("loadedmetadata", () => this.#tellStuck());
    if (film.video.readyState) this.#tellStuck();
    film.addEventListener("moment", () => this.#onMoment());
    film.addEventListener("state", () => this.#onState());
    this.#onMoment();
    this.#onState();
  }

  /** Whether the film stops at questions. */
  get waits() {
    return this.parts.wait?.getAttribute("aria-pressed") === "true";
  }

  toggleFull() {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (this.root.requestFullscreen) this.root.requestFullscreen().catch(() => {});
    else this.film.video.webkitEnterFullscreen?.(); // telephones show the bare film
  }

  toggleMute() {
    this.film.video.muted = !this.film.video.muted;
  }

  /** Play slower or faster, by so many of the speeds on offer. */
  changeSpeed(by) {
    const { speed } = this.parts;
    const wanted = speed.selectedIndex + by;
    speed.selectedIndex = Math.min(Math.max(wanted, 0), speed.options.length - 1);
    this.#setSpeed();
  }

  #drawSegments(segments) {
    LECTURE.chapters.forEach((chapter, index) => {
      const end = LECTURE.chapters[index + 1]?.start ?? LECTURE.duration;
      const segment = document.createElement("span");
      segment.style.flexGrow = end - chapter.start;
      segment.append(document.createElement("i"));
      segments.append(segment);
    });
    this.segments = [...segments.children];
  }

  #listenToScrubber() {
    const { scrubber, hint, film } = this;
    scrubber.addEventListener("input", () => film.seek(Number(scrubber.value)));
    scrubber.addEventListener("keydown", (event) => {
      // step="any" lets a pointer go anywhere; keys go by five seconds.
      const by = { ArrowLeft: -5, ArrowDown: -5, ArrowRight: 5, ArrowUp: 5 }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      film.seek(film.now + by);
    });
    scrubber.addEventListener("pointermove", (event) => {
      const box = scrubber.getBoundingClientRect();
      const share = Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1);
      const moment = share * LECTURE.duration;
      const chapter = LECTURE.chapters.findLast(({ start }) => start <= moment);
      hint.textContent = `${clock(moment)} ${chapter.title}`;
      hint.hidden = false;
      const half = hint.offsetWidth / 2;
      const left = Math.min(Math.max(share * box.width, half), box.width - half);
      hint.style.left = `${left}px`;
    });
    scrubber.addEventListener("pointerleave", () => {
      hint.hidden = true;
    });
  }

  #listenToChoices() {
    const { wait, mute, volume, speed } = this.parts;
    const { video } = this.film;
    wait?.addEventListener("click", () => {
      wait.setAttribute("aria-pressed", String(!this.waits));
      kept.write("wait", String(this.waits));
    });
    wait?.setAttribute("aria-pressed", String(kept.read("wait") === "true"));
    mute?.addEventListener("click", () => this.toggleMute());
    volume?.addEventListener("input", () => {
      video.volume = Number(volume.value);
      video.muted = false;
    });
    video.addEventListener("volumechange", () => {
      mute?.setAttribute("aria-pressed", String(video.muted));
      if (volume) volume.value = video.muted ? 0 : video.volume;
    });
    speed.addEventListener("change", () => this.#setSpeed());
    const usual = kept.read("speed");
    if ([...speed.options].some((option) => option.value === usual)) speed.value = usual;
    this.#setSpeed();
  }

  #setSpeed() {
    const { speed } = this.parts;
    this.film.video.defaultPlaybackRate = Number(speed.value);
    this.film.video.playbackRate = Number(speed.value);
    kept.write("speed", speed.value);
  }

  #listenToScreen() {
    const { root } = this;
    this.parts.full.addEventListener("click", () => this.toggleFull());
    const stir = () => {
      root.classList.remove("idle");
      clearTimeout(this.#idle);
      this.#idle = setTimeout(() => {
        root.classList.toggle("idle", this.film.playing && !root.querySelector(".bar :focus-visible"));
      }, IDLE);
    };
    for (const name of ["pointermove", "pointerdown", "keydown", "focusin"]) {
      root.addEventListener(name, stir);
    }
  }

  #tellBroken() {
    this.parts.broken.hidden = false;
    this.parts.cover.hidden = true;
  }

  /** A plain server answers no request for a part of a file, and then nothing can be sought. */
  #tellStuck() {
    const { seekable } = this.film.video;
    this.parts.stuck.hidden = seekable.length > 0 && seekable.end(seekable.length - 1) > 0;
  }

  #onState() {
    const { play, cover, thinking } = this.parts;
    const { playing, begun } = this.film;
    this.root.classList.toggle("playing", playing);
    play.setAttribute("aria-label", playing ? WORDS.film.pause : WORDS.film.play);
    cover.hidden = begun || !this.parts.broken.hidden;
    if (playing) thinking.hidden = true;
  }

  #onMoment() {
    const { film, scrubber } = this;
    const chapter = film.chapter;
    const { title } = LECTURE.chapters[chapter];
    this.#waitAtQuestion();
    scrubber.value = film.now;
    scrubber.setAttribute("aria-valuetext", say(WORDS.film.at, { time: clock(film.now), section: title }));
    this.parts.now.textContent = clock(film.now);
    this.parts.section.textContent = title;
    if (film.begun) this.parts.cover.hidden = true;
    this.segments.forEach((segment, index) => {
      const { start } = LECTURE.chapters[index];
      const end = LECTURE.chapters[index + 1]?.start ?? LECTURE.duration;
      const share = Math.min(Math.max((film.now - start) / (end - start), 0), 1);
      segment.firstChild.style.transform = `scaleX(${share})`;
      segment.classList.toggle("now", index === chapter);
    });
  }

  #waitAtQuestion() {
    const [before, now] = [this.#last, this.film.now];
    this.#last = now;
    const jumped = now < before || now > before + 1.5;
    if (jumped) this.parts.thinking.hidden = true;
    if (jumped || !this.waits || !this.film.playing) return;
    if (LECTURE.thinking.some((moment) => before < moment && moment <= now)) {
      this.film.pause();
      this.parts.thinking.hidden = false;
    }
  }
}
