// A draft on the desk: its text, the findings that the editor ignores, and everything that can be undone.

const PAUSE = 1000; // milliseconds after which typing is a step of its own
const AROUND = 24; // characters round a finding by which it is known again

// What differs between two texts: { at, removed, inserted }; null where nothing does.
export function difference(before, after) {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && before.charCodeAt(at) === after.charCodeAt(at)) at++;
  let end = 0;
  while (end < most - at && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end++;
  return { at, removed: before.slice(at, before.length - end), inserted: after.slice(at, after.length - end) };
}

export class Sheet {
  constructor({ name = "untitled.txt", number = null, format = "plain", text = "", original = null, rendered = false, faithful = true } = {}) {
    Object.assign(this, { name, number, format, text, original, rendered, faithful });
    this.style = "";
    this.ignored = new Map(); // by what a finding is known by again: its message
    this.past = [];
    this.future = [];
    this.saved = text;
    this.version = 0;
  }

  get isEmpty() {
    return !this.text && !this.past.length && !this.future.length;
  }

  get isSaved() {
    return this.text === this.saved;
  }

  // What the server is told of it.
  get page() {
    const { name, number, format, style } = this;
    return { name, number, format, style, text: this.text.toWellFormed() };
  }

  // The text is another now; returns the change, or null.
  write(text, { typed = false, caret = null } = {}) {
    const change = difference(this.text, text);
    if (!change) return null;
    const step = { ...change, caret, typed, time: Date.now() };
    const last = this.past.at(-1);
    if (typed && last?.typed && !this.future.length && step.time - last.time < PAUSE && joined(last, step)) last.time = step.time;
    else this.past.push(step);
    this.future = [];
    this.text = text;
    this.version++;
    return change;
  }

  // Ignores a finding, or with `back` no more; this can be undone as well.
  ignore(finding, back = false) {
    const known = typeof finding === "string" ? finding : this.known(finding);
    const message = back ? this.ignored.get(known) : finding.message;
    this.past.push({ known, message, back });
    this.future = [];
    this.turn(known, message, back);
  }

  turn(known, message, back) {
    if (back) this.ignored.delete(known);
    else this.ignored.set(known, message);
  }

  // What a finding is known by as long as the words round it stay.
  known({ rule, start, end }) {
    return [rule, this.text.slice(Math.max(0, start - AROUND), start), this.text.slice(start, end + AROUND)].join("\u0000");
  }

  // Goes a step back, or forward; returns { change, caret }, or null where there is none.
  step(back) {
    const [from, to] = back ? [this.past, this.future] : [this.future, this.past];
    const step = from.pop();
    if (!step) return null;
    to.push(step);
    step.typed = false;
    if (step.known !== undefined) {
      this.turn(step.known, step.message, back !== step.back);
      return { change: null, caret: null };
    }
    const { at } = step;
    const [removed, inserted] = back ? [step.inserted, step.removed] : [step.removed, step.inserted];
    this.text = this.text.slice(0, at) + inserted + this.text.slice(at + removed.length);
    this.version++;
    return { change: { at, removed, inserted }, caret: at + inserted.length };
  }
}

// Adds what was typed to the step before, where it goes on there; returns whether it does.
function joined(last, step) {
  if (/\n/.test(last.inserted + step.inserted + step.removed)) return false;
  if (!step.removed && step.at === last.at + last.inserted.length) {
    last.inserted += step.inserted;
    return true;
  }
  if (!step.inserted && !last.inserted && step.at + step.removed.length === last.at) {
    last.at = step.at;
    last.removed = step.removed + last.removed;
    return true;
  }
  return false;
}

// Where a stretch is after a change; null where the change touched it.
export function moved({ start, end }, { at, removed, inserted }) {
  if (end < at || (end === at && !removed)) return { start, end };
  if (start >= at + removed.length && (removed || start > at || !inserted)) {
    const by = inserted.length - removed.length;
    return { start: start + by, end: end + by };
  }
  if (start === at && !removed) return { start: start + inserted.length, end: end + inserted.length };
  return null;
}
