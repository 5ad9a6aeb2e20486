// Who is in the draft: people, sources and quotations, each with its places.

import { byId, counted, make, shortened } from "./dom.js";

// Draws the three panels. `goTo` shows a place in the text.
export function draw(cast, goTo) {
  byId("people").replaceChildren(...filled(cast.people.map((person) => personOf(person, goTo)), "Nobody is named."));
  byId("sources").replaceChildren(
    ...filled(cast.sources.map((source) => sourceOf(source, goTo)), "Nothing is attributed to anybody."),
    ...titled("Asked, and did not answer", cast.silent.map((one) => make("li", {}, named(one.name ?? "Not clear who", one, goTo), make("span", { class: "detail" }, one.text)))),
  );
  const alone = new Set(cast.unattributed.map((one) => one.start));
  byId("quotations").replaceChildren(...filled(cast.quotations.map((one) => quotationOf(one, alone.has(one.start), goTo)), "Nobody is quoted."));
}

const filled = (items, empty) => (items.length ? [make("ul", { class: "cast" }, ...items)] : [make("p", { class: "nothing" }, empty)]);
const titled = (title, items) => (items.length ? [make("h2", { class: "group" }, title), make("ul", { class: "cast" }, ...items)] : []);
const named = (words, place, goTo) => make("button", { type: "button", class: "link name", dir: "auto", onclick: () => goTo(place) }, words);

function personOf(person, goTo) {
  const forms = new Map();
  for (const mention of person.mentions) {
    if (!forms.has(mention.text)) forms.set(mention.text, []);
    forms.get(mention.text).push(mention);
  }
  return make(
    "li",
    {},
    named(person.name, person.introduced ?? person.mentions[0], goTo),
    make("span", { class: "detail" }, person.introduced ? "introduced" : "never introduced"),
    make("span", { class: "detail forms" }, ...[...forms].map(([words, places]) => formOf(words, places, goTo))),
  );
}

// One way of naming somebody: each click goes to the next place of it.
function formOf(words, places, goTo) {
  let next = 0;
  return make(
    "button",
    { type: "button", class: "link form", dir: "auto", onclick: () => goTo(places[next++ % places.length]) },
    places.length > 1 ? `${words} ×${places.length}` : words,
  );
}

function sourceOf(source, goTo) {
  const quoted = source.attributions.filter((one) => one.quoted).length;
  const told = source.attributions.length - quoted;
  const how = [source.named || source.kind === "anonymous" ? null : "not named", quoted ? counted(quoted, "quotation") : null, told ? `${told} in other words` : null];
  return make(
    "li",
    {},
    named(source.name, source.attributions[0], goTo),
    make("span", { class: "detail" }, `${source.kind}: ${how.filter(Boolean).join(", ")}`),
    make("span", { class: "detail forms" }, ...source.attributions.map((one) => make("button", { type: "button", class: "link form", dir: "auto", onclick: () => goTo(one) }, shortened(one.text, 44)))),
  );
}

function quotationOf(quotation, isAlone, goTo) {
  const speaker = quotation.speaker;
  const who = speaker ? speaker.person ?? speaker.text : isAlone ? "nobody on record" : "no speech, or too short to tell";
  return make("li", {}, named(shortened(quotation.text), quotation, goTo), make("span", { class: isAlone ? "detail alone" : "detail" }, who));
}
