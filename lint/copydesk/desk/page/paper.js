// The text of the draft, with the findings marked in it.
//
// A text area holds the words, so that typing, screen readers and telephones work as they do everywhere. What is
// marked stands behind it: the same words, set the same, in no colour but that of the marks.

import { byId } from "./dom.js";

const area = byId("text");
const marks = byId("marks");
const paper = byId("paper");
const words = document.createTextNode("\n");
marks.append(words);

const NAMES = ["info", "warning", "error", "related", "current", "place"];
const highlights = typeof Highlight === "function" && CSS.highlights ? new Map(NAMES.map((name, rank) => [name, new Highlight()])) : null;
highlights?.forEach((one, name) => {
  one.priority = NAMES.indexOf(name);
  CSS.highlights.set(name, one);
});

export const text = () => area.value;
export const caret = () => area.selectionStart;
export const isFocused = () => document.activeElement === area;

// Shows a text; the last line end behind it gives its last line a height.
export function show(value) {
  if (area.value !== value) area.value = value;
  mirror(value);
}

function mirror(value) {
  words.data = `${value}\n`;
}

// The words behind the text area change as those in it did; what is marked moves with them.
export function follow({ at, removed, inserted }) {
  words.replaceData(at, removed.length, inserted);
}

// Changes a stretch of what is shown, and leaves the caret behind it.
export function change({ at, removed, inserted }, to) {
  area.setRangeText(inserted, at, at + removed.length, "end");
  if (to !== null) area.setSelectionRange(to, to);
  follow({ at, removed, inserted });
}

function range({ start, end }) {
  const found = new Range();
  const last = words.length;
  found.setStart(words, Math.min(start, last));
  found.setEnd(words, Math.min(Math.max(end, start + 1), last));
  return found;
}

// Marks the findings, and the one that is looked at with its other places.
export function mark(findings, current) {
  if (!highlights) return;
  highlights.forEach((one) => one.clear());
  for (const finding of findings) highlights.get(finding.severity).add(range(finding));
  if (!current) return;
  highlights.get("current").add(range(current));
  for (const place of current.related) highlights.get("related").add(range(place));
}

// Scrolls to a stretch, marks it until something else is, and puts the caret there.
export function goTo(place, { focus = true } = {}) {
  highlights?.get("place").clear();
  highlights?.get("place").add(range(place));
  area.setSelectionRange(place.start, place.start);
  if (focus) area.focus({ preventScroll: true });
  const box = range(place).getBoundingClientRect();
  const seen = paper.getBoundingClientRect();
  if (box.top < seen.top + 40 || box.bottom > seen.bottom - 40) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    paper.scrollBy({ top: box.top - seen.top - seen.height / 3, behavior: calm ? "instant" : "smooth" });
  }
}

export function replaceSelection(value) {
  const { selectionStart: start, selectionEnd: end } = area;
  return { text: area.value.slice(0, start) + value + area.value.slice(end), caret: start + value.length };
}

export const focus = () => area.focus();
export const listen = (event, listener) => area.addEventListener(event, listener);
