"use strict";

// Everything is put together here. What there is to see without scripts is in the page already.

const page = (name) => document.querySelector(`[data-${name}]`);

const film = new Film(document.querySelector("video"));
const player = new Player(page("player"), film);
const captions = new Captions(page("captions"), page("caption"), film);
const transcript = new Transcript(page("transcript"), film);
const search = new Search(page("transcript"), transcript);
const jumps = new Jumps(film, player);
const explorer = new Explorer(page("explorer"));
const quiz = page("quiz") && new Quiz(page("quiz"));
const embed = new Embed(page("embed"), film, explorer);
const shortcuts = new Shortcuts(page("shortcuts"), page("shortcuts-list"), {
  film, player, captions, search,
});

for (const button of document.querySelectorAll("[data-copy]")) {
  listenToCopying(button, page("copied"));
}

{
  const [button, name] = [page("theme-switch"), page("theme-name")];
  const tell = () => {
    name.textContent = WORDS.page[theme.name || "system"];
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    const next = theme.names.indexOf(theme.name) + 1;
    theme.choose(theme.names[next % theme.names.length]);
  });
  document.addEventListener("themechange", tell);
  tell();
}
