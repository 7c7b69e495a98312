// A workflow as boxes and arrows, where the server says that each stands.

import { card } from "./card-parts.js";
import { el, svg } from "./dom.js";

const LINE = 18; // From one line of text to the next, and what stands above the first.
const LABEL = 20;
const HEAD = [5, 8];

export function drawFlow({ title, alt, drawing }) {
  const { width, height } = drawing;
  const parts = [
    ...drawing.frames.map(frame), ...drawing.arrows.map(arrow), ...drawing.words.map(word), ...drawing.boxes.map(box),
  ];
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  const picture = svg("svg", { class: "flow-picture", role: "img", "aria-label": alt, ...size }, ...parts);
  return card("flow", { title }, el("div", { class: "flow-plot", role: "region", "aria-label": title, tabindex: "0" }, picture));
}

const frame = ({ x, y, width, height }) => svg("rect", { class: "flow-frame", x, y, width, height, rx: 10 });

function arrow({ points, head }) {
  const line = svg("polyline", { points: points.map((point) => point.join(",")).join(" ") });
  if (!head) return svg("g", { class: "flow-arrow" }, line);
  const [x, y] = points.at(-1);
  const [wide, high] = HEAD;
  const tip = svg("path", { d: `M${x - wide} ${y - high}L${x} ${y}L${x + wide} ${y - high}z` });
  return svg("g", { class: "flow-arrow" }, line, tip);
}

const word = ({ x, y, text }) => svg("text", { class: "flow-word", x, y }, text);

function box({ key, kind, label, lines, x, y, width, height }) {
  const middle = x + width / 2;
  return svg(
    "g",
    { class: `flow-box flow-${kind}`, "data-key": key },
    svg("rect", { x, y, width, height, rx: 8 }),
    svg("text", { class: "flow-label", x: middle, y: y + LABEL }, label),
    ...lines.map((line, at) => svg("text", { x: middle, y: y + LABEL + 1 + LINE * (at + 1) }, line)),
  );
}
