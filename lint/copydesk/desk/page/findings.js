// The list of findings: gravest first, in groups as an editor thinks, or in the order of the text.

import { byId, counted, make, sentence } from "./dom.js";

const list = byId("list");
const RANK = { error: 0, warning: 1, info: 2 };
const OPINIONS = [
  ["right", "A fault"],
  ["petty", "True, and not worth a word"],
  ["wrong", "No fault"],
];
const LABEL = { error: "Error", warning: "Warning", info: "For your eye" };

// The findings in groups: [title, findings], each in the order in which one goes through them.
export function grouped(findings, order) {
  if (order === "text") return [["In the order of the text", [...findings]]];
  const groups = new Map();
  for (const finding of findings) {
    if (!groups.has(finding.group)) groups.set(finding.group, []);
    groups.get(finding.group).push(finding);
  }
  for (const one of groups.values()) one.sort((a, b) => RANK[a.severity] - RANK[b.severity] || a.start - b.start);
  return [...groups].sort(([, a], [, b]) => RANK[a[0].severity] - RANK[b[0].severity] || a[0].start - b[0].start);
}

// What a finding is known by from one check to the next, and in the list when that is drawn anew.
export const identity = ({ rule, start }) => `${rule} ${start}`;

let cards = []; // [card, finding], as they are drawn

// Draws the list; the focus stays where it was in it, or goes to the next finding where that one is gone. `act` holds what a card can do: choose, fix, stet, ignore, restore, judge, explain, goTo.
export function draw({ groups, current, ignored, act, hasText }) {
  const held = heldFocus();
  const isAsideOpen = Boolean(list.querySelector(".aside")?.open);
  cards = [];
  const sections = groups
    .filter(([, findings]) => findings.length)
    .map(([title, findings], number) =>
      make(
        "section",
        { "aria-labelledby": `group-${number}` },
        make("h2", { id: `group-${number}`, class: "group" }, title, " ", make("span", { class: "count" }, `${findings.length}`)),
        make("ol", { class: "cards" }, ...findings.map((finding) => card(finding, finding === current, act))),
      ),
    );
  if (!sections.length && hasText) sections.push(make("p", { class: "nothing" }, "Nothing to look at."));
  if (ignored.size) sections.push(setAside(ignored, act, isAsideOpen));
  list.replaceChildren(...sections);
  if (held) giveFocus(held);
}

// Where in the list the focus is: { finding, at, what, selection }; null where it is elsewhere.
function heldFocus() {
  const element = document.activeElement;
  if (!list.contains(element)) return null;
  const at = cards.findIndex(([card]) => card.contains(element));
  const what = element.id ? `#${element.id}` : element.dataset.do ? `[data-do=${element.dataset.do}]` : element.type === "submit" ? "[type=submit]" : ".head";
  const selection = element.id === "reason" ? [element.selectionStart, element.selectionEnd] : null;
  return { finding: cards[at]?.[1], at, what, selection };
}

function giveFocus({ finding, at, what, selection }) {
  const same = finding && cards.find(([, one]) => identity(one) === identity(finding));
  const [card] = same ?? cards[Math.min(Math.max(at, 0), cards.length - 1)] ?? [];
  const found = (same && card.querySelector(what)) ?? card?.querySelector(".head") ?? list.querySelector(".aside summary");
  found?.focus({ preventScroll: true });
  if (selection && found?.id === "reason") found.setSelectionRange(...selection);
}

function card(finding, isCurrent, act) {
  const head = make(
    "button",
    { type: "button", class: "head", "aria-expanded": String(isCurrent), onclick: () => act.choose(isCurrent ? null : finding) },
    make("span", { class: "label" }, make("b", {}, LABEL[finding.severity]), ` ${finding.name}, line ${finding.line}`),
    make("span", { class: "message", dir: "auto" }, sentence(finding.message)),
  );
  const item = make("li", { class: `card ${finding.severity}`, "data-rule": finding.rule, "aria-current": isCurrent ? "true" : null }, head);
  if (isCurrent) item.append(body(finding, act));
  cards.push([item, finding]);
  return item;
}

function body(finding, act) {
  const inside = make("div", { class: "inside" });
  if (finding.related.length) {
    inside.append(
      make(
        "ul",
        { class: "places" },
        ...finding.related.map((place) =>
          make("li", {}, make("button", { type: "button", class: "link", onclick: () => act.goTo(place) }, sentence(place.message))),
        ),
      ),
    );
  }
  const buttons = make("div", { class: "buttons" });
  if (finding.fix) {
    buttons.append(make("button", { type: "button", class: "accept", "data-do": "fix", onclick: () => act.fix(finding) }, sentence(finding.fix.message)));
  }
  const form = stetForm(finding, act);
  if (finding.stet) {
    buttons.append(
      make("button", { type: "button", "data-do": "stet", "aria-expanded": String(!form.hidden), onclick: (event) => unfold(event.currentTarget, form) }, "Let it stand…"),
    );
  }
  const why = make("div", { class: "why", hidden: true });
  buttons.append(
    make("button", { type: "button", "data-do": "ignore", onclick: () => act.ignore(finding) }, "Ignore"),
    make("button", { type: "button", "data-do": "explain", "aria-expanded": "false", onclick: (event) => explain(event.currentTarget, why, finding, act) }, "Why?"),
  );
  inside.append(buttons, form, why, finding.verdict === null ? "" : worth(finding, act));
  return inside;
}

// What the finding is worth: three small buttons, the one that was pressed last shown so.
function worth(finding, act) {
  return make(
    "div",
    { class: "worth", role: "group", "aria-label": "What is this finding worth?" },
    finding.promised ? make("p", {}, `Verdicts lower it: its rule would report it as ${finding.promised}.`) : "",
    make("span", { "aria-hidden": "true" }, "This finding is"),
    ...OPINIONS.map(([opinion, title]) =>
      make("button", { type: "button", title, "data-do": opinion, "aria-pressed": String(finding.verdict === opinion), onclick: () => act.judge(finding, opinion) }, opinion),
    ),
  );
}

function stetForm(finding, act) {
  const reason = make("input", { type: "text", maxlength: "300", id: "reason", autocomplete: "off" });
  const form = make(
    "form",
    {
      class: "stet",
      hidden: !finding.unfolded,
      onsubmit: (event) => {
        event.preventDefault();
        act.stet(finding, reason.value.trim());
      },
    },
    make("label", { for: "reason" }, "Why does it stand? (in a note in the draft)"),
    reason,
    make("button", { type: "submit" }, "Write the note"),
  );
  // What is being written outlives the drawing: a check may draw the list anew at any time.
  reason.value = finding.unfolded?.reason ?? "";
  const keep = () => {
    finding.unfolded = form.hidden ? null : { reason: reason.value };
  };
  reason.addEventListener("input", keep);
  form.addEventListener("toggle", keep);
  return form;
}

function unfold(button, what) {
  what.hidden = !what.hidden;
  button.setAttribute("aria-expanded", String(!what.hidden));
  what.querySelector("input")?.focus();
  what.dispatchEvent(new Event("toggle"));
}

async function explain(button, why, finding, act) {
  unfold(button, why);
  if (why.hidden || why.childElementCount) return;
  const rule = await act.explain(finding);
  if (!rule) return;
  why.replaceChildren(
    make("p", {}, sentence(rule.summary)),
    rule.why === rule.summary ? "" : make("p", {}, rule.why),
    ...chosen(rule.examples).flatMap((example) => [
      make("p", { class: "which" }, `${example.marks.length ? "Reported" : "Left alone"}${example.why ? `: ${example.why}` : ""}`),
      make("blockquote", { dir: "auto" }, ...pieces(example)),
    ]),
    make("p", { class: "rule" }, "Its name in a configuration or a note is ", make("code", {}, rule.rule), "."),
  );
}

// Two examples of what is reported, and two of what is not.
const chosen = (examples) => [true, false].flatMap((is) => examples.filter((one) => Boolean(one.marks.length) === is).slice(0, 2));

// The text of an example, the words that are reported marked.
function pieces({ text, marks }) {
  const found = [];
  let at = 0;
  for (const [start, end] of marks) {
    found.push(text.slice(at, start), make("mark", {}, text.slice(start, end)));
    at = end;
  }
  return [...found, text.slice(at)];
}

function setAside(ignored, act, isOpen) {
  return make(
    "details",
    { class: "aside", open: isOpen },
    make("summary", {}, `${counted(ignored.size, "finding")} ignored`),
    make(
      "ul",
      {},
      ...[...ignored].map(([known, message]) =>
        make("li", {}, make("span", {}, sentence(message)), " ", make("button", { type: "button", class: "link", onclick: () => act.restore(known) }, "Show again")),
      ),
    ),
  );
}

// Puts the focus on the card that is looked at, or on the first thing to do in it.
export function focusCurrent({ inside = false } = {}) {
  const found = list.querySelector(inside ? "[aria-current] .inside button" : "[aria-current] .head");
  found?.focus();
  return Boolean(found);
}

export function scrollToCurrent() {
  list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
}
