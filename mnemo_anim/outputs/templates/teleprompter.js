"use strict";

const beats = [...document.querySelectorAll("article")];
const progress = document.getElementById("progress");
let current = -1; // none yet: the first press goes to the first beat
let size = 1;

function show(number, scroll = true) {
  beats[current]?.classList.remove("current");
  beats[current]?.removeAttribute("aria-current");
  current = Math.min(Math.max(number, 0), beats.length - 1);
  void beats[current].offsetWidth; // so that the bar begins anew
  beats[current].classList.add("current");
  beats[current].setAttribute("aria-current", "true");
  progress.textContent = `${current + 1} / ${beats.length}`;
  history.replaceState(null, "", `#${beats[current].id}`);
  if (scroll) beats[current].scrollIntoView();
}

function scale(factor) {
  size = Math.min(Math.max(size * factor, 0.4), 2.5);
  document.documentElement.style.setProperty("--size", size.toFixed(3));
}

const next = () => show(current + 1);
const back = () => show(current - 1);
const again = () => show(current);

const keys = {
  ArrowRight: next,
  ArrowDown: next,
  PageDown: next,
  Enter: next,
  ArrowLeft: back,
  ArrowUp: back,
  PageUp: back,
  Home: () => show(0),
  End: () => show(beats.length - 1),
  r: again,
  m: () => document.body.classList.toggle("mirrored"),
  "+": () => scale(1.1),
  "=": () => scale(1.1),
  "-": () => scale(1 / 1.1),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const onButton = event.target instanceof HTMLButtonElement;
  if (onButton && (event.key === " " || event.key === "Enter")) return; // it is pressed
  const act = event.key === " " ? (event.shiftKey ? back : next) : keys[event.key] ?? keys[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act();
});
document.getElementById("next").addEventListener("click", next);
document.getElementById("back").addEventListener("click", back);

// Whoever scrolls by hand reads what is uppermost.
const seen = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) {
      const number = beats.indexOf(entry.target);
      if (entry.isIntersecting && number !== current) show(number, false);
    }
  },
  { rootMargin: "-45% 0px -45% 0px" },
);
for (const beat of beats) seen.observe(beat);

history.scrollRestoration = "manual";
const named = beats.findIndex((beat) => `#${beat.id}` === location.hash);
if (named >= 0) show(named);
