// The little markup that replies use: paragraphs, line breaks, lists and **bold**, as DOM nodes.

import { el } from "./dom.js";

const BULLET = /^\s*[-*•]\s+(.*)$/;
const NUMBER = /^\s*(\d{1,3})[.)]\s+(.*)$/;

export function markdown(text) {
  const fragment = document.createDocumentFragment();
  for (const block of blocks(text)) fragment.append(block);
  return fragment;
}

function* blocks(text) {
  let lines = [];
  let list = null;
  for (const line of [...text.split("\n"), ""]) {
    const bullet = BULLET.exec(line);
    const number = bullet ? null : NUMBER.exec(line);
    const kind = bullet ? "ul" : number ? "ol" : null;
    if (kind || line.trim() === "") {
      if (lines.length) yield paragraph(lines);
      lines = [];
    }
    if (list && list.localName !== kind && (kind || line.trim() !== "" || line === "")) {
      yield list;
      list = null;
    }
    if (kind) {
      list ??= el(kind, number && number[1] !== "1" ? { start: number[1] } : {});
      list.append(el("li", {}, ...inline(bullet ? bullet[1] : number[2])));
    } else if (line.trim() !== "") {
      lines.push(line);
    }
  }
}

function paragraph(lines) {
  const parts = lines.flatMap((line, index) => (index ? [el("br"), ...inline(line)] : inline(line)));
  return el("p", {}, ...parts);
}

function inline(text) {
  return text
    .split(/(\*\*[^*]+\*\*)/)
    .filter(Boolean)
    .map((part) => (/^\*\*[^*]+\*\*$/.test(part) ? el("strong", {}, part.slice(2, -2)) : part));
}
