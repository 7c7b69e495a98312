// Elements and words. Text only ever becomes text nodes; nothing is parsed as markup.

const WORDS = JSON.parse(document.getElementById("words")?.textContent ?? "{}");
const SVG = "http://www.w3.org/2000/svg";

export const say = (key) => WORDS[key] ?? key;
export const byId = (id) => document.getElementById(id);
export const pageLanguage = document.documentElement.lang;

// el("p", { class: "soft", on: { click } }, "text", child)
export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

export function icon(name) {
  return svg("svg", { class: "icon", "aria-hidden": "true" }, svg("use", { href: `#i-${name}` }));
}

// Read by screen readers, not seen.
export const unseen = (text) => el("span", { class: "unseen" }, text);

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name === "on") {
      for (const [type, listener] of Object.entries(value)) element.addEventListener(type, listener);
    } else {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== "" && child !== false));
  return element;
}

let serial = 0;
export const freshId = (prefix) => `${prefix}-${(serial += 1)}`;

// An unguessable id; `randomUUID` exists only on https and localhost, and phones also come by LAN.
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
