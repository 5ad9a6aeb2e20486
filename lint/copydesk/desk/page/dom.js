// Elements made of words. Words of a draft are only ever set as text, so that nothing in them runs.

export const byId = (id) => document.getElementById(id);

// An element: make("p", { class: "why" }, "words", another).
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export const counted = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

export const sentence = (words) => words.charAt(0).toUpperCase() + words.slice(1);

export function shortened(words, length = 70) {
  return words.length <= length ? words : `${words.slice(0, length).replace(/\s+\S*$/, "")} …`;
}
