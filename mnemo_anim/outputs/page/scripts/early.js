"use strict";

// Before anything is drawn: the colours that were chosen, and the part of the page that is wanted.

/** What this browser keeps for the reader. In some frames it may keep nothing. */
const kept = {
  read(name) {
    try {
      return localStorage.getItem(`lecture-${name}`);
    } catch {
      return null;
    }
  },
  write(name, value) {
    try {
      localStorage.setItem(`lecture-${name}`, value);
    } catch {
      // It is only a convenience.
    }
  },
};

/** The colours: "light", "dark", or "" for those of the device. */
const theme = {
  names: ["", "light", "dark"],
  get name() {
    return document.documentElement.dataset.theme ?? "";
  },
  choose(name) {
    if (name) document.documentElement.dataset.theme = name;
    else delete document.documentElement.dataset.theme;
    kept.write("theme", name);
    document.dispatchEvent(new Event("themechange"));
  },
};

{
  const wanted = kept.read("theme");
  if (theme.names.includes(wanted)) theme.choose(wanted);
  const part = new URLSearchParams(location.search).get("show");
  if (["film", "landscape", "questions"].includes(part)) {
    document.documentElement.dataset.show = part;
  }
}
