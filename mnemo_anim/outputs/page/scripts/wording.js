"use strict";

// Words with something to be filled in, as the files of words write them: "{count} passages".

/** Fill the names in braces. */
function say(template, values = {}) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Say how many: languages differ in how they count. */
function sayCount(words, count) {
  const form = new Intl.PluralRules(LECTURE.language).select(count);
  return say(words[form] ?? words.other, { count });
}
