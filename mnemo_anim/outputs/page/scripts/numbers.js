"use strict";

// Numbers as the lecture writes them: its decimal separator, a true minus sign, powers of ten.

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Write a number with that many decimals; a very large or small one as a power of ten. */
function figure(value, decimals = 3) {
  if (!Number.isFinite(value)) return value < 0 ? "−∞" : "∞";
  const size = Math.abs(value);
  const least = 0.5 * 10 ** -decimals;
  if (size !== 0 && (size >= 1e5 || size < least)) return power(value);
  const written = value.toFixed(decimals);
  return typeset(Number(written) === 0 ? written.replace("-", "") : written);
}

function power(value) {
  const [digits, exponent] = value.toExponential(2).split("e");
  const raised = [...String(Math.abs(Number(exponent)))].map((digit) => RAISED[digit]).join("");
  return `${typeset(digits)} × 10${Number(exponent) < 0 ? "⁻" : ""}${raised}`;
}

/** Write a number without needless zeros, as on an axis or a slider. */
function short(value) {
  return typeset(String(Number(value.toPrecision(6))));
}

/** Give what JavaScript has written the signs of the lecture. */
function typeset(written) {
  return written.replace("-", "−").replace(".", LECTURE.separator);
}

/** Write a moment as players show it: 0:05, 12:30, 1:02:30. */
function clock(seconds) {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number) => String(number).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** Return round values between low and high, about `count` of them, in steps of 1, 2 or 5 · 10ⁿ. */
function ticks(low, high, count) {
  const rough = (high - low) / count;
  const decade = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((nice) => nice * decade).find((nice) => nice >= rough * 0.999);
  const found = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k += 1) {
    found.push(Number((k * step).toPrecision(12)));
  }
  return found;
}
