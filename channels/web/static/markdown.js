// The little markup that replies use: paragraphs, line breaks, lists, **bold**, and markers of
// sources such as [1], as DOM nodes.

import { el, say } from "./dom.js";

const BULLET = /^\s*[-*•]\s+(.*)$/;
const NUMBER = /^\s*(\d{1,3})[.)]\s+(.*)$/;

// `sources` says where a marker leads; one that is not in it stays as it is.
export function markdown(text, sources = {}) {
  const fragment = document.createDocumentFragment();
  for (const block of blocks(text, (line) => inline(line, sources))) fragment.append(block);
  return fragment;
}

function* blocks(text, inline) {
  let lines = [];
  let list = null;
  for (const line of [...text.split("\n"), ""]) {
    const bullet = BULLET.exec(line);
    const number = bullet ? null : NUMBER.exec(line);
    const kind = bullet ? "ul" : number ? "ol" : null;
    if (kind || line.trim() === "") {
      if (lines.length) yield paragraph(lines, inline);
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

function paragraph(lines, inline) {
  const parts = lines.flatMap((line, index) => (index ? [el("br"), ...inline(line)] : inline(line)));
  return el("p", {}, ...parts);
}

function inline(text, sources) {
  return text
    .split(/(\*\*[^*]+\*\*|\[\d{1,2}\])/)
    .filter(Boolean)
    .map((part) => {
      if (/^\*\*[^*]+\*\*$/.test(part)) return el("strong", {}, part.slice(2, -2));
      const href = Object.hasOwn(sources, part) ? sources[part] : null;
      return href ? el("a", { class: "source", href, "aria-label": `${say("source")} ${part}` }, part) : part;
    });
}
