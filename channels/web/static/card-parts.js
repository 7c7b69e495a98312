// The pieces that several cards share.

import { el, icon, say, unseen } from "./dom.js";

const ONE_LINE = 26; // Characters that stand in one line; longer text gets room to wrap.

// A card: what it is, its name, how it stands, then whatever it holds.
export function card(kind, { eyebrow, title, badge, aside, label }, ...content) {
  const head = el(
    "header",
    { class: "card-head" },
    el(
      "div",
      { class: "card-name" },
      eyebrow ? el("p", { class: "eyebrow" }, eyebrow) : null,
      title ? el("h3", { dir: "auto" }, title) : null,
    ),
    badge ?? null,
    aside ?? null,
  );
  const spoken = label ?? [eyebrow, title].filter(Boolean).join(" ");
  return el("section", { class: `card ${kind}`, "aria-label": spoken }, head, ...content);
}

export function badge(text, tone = "plain") {
  return text ? el("span", { class: `badge ${tone}` }, text) : null;
}

export function lines(pairs) {
  if (!pairs.length) return null;
  const rows = pairs.map(({ label, value }) =>
    el("div", { class: value.length > ONE_LINE ? "wide" : null }, el("dt", {}, label), el("dd", { dir: "auto" }, value)),
  );
  return el("dl", { class: "lines" }, ...rows);
}

export function timeline(steps) {
  if (!steps.length) return null;
  const rows = steps.map(({ at, text, state }) =>
    el(
      "li",
      { class: state, "aria-current": state === "now" ? "step" : null },
      el("span", { class: "dot", "aria-hidden": "true" }),
      el("span", { class: "step-text", dir: "auto" }, unseen(`${say(`step-${state}`)}: `), text),
      at ? el("span", { class: "step-at" }, at) : null,
    ),
  );
  return el("div", { class: "part" }, heading(say("timeline")), el("ol", { class: "timeline" }, ...rows));
}

export const heading = (text) => el("h4", {}, text);

export function buttons(choices, desk, kind = () => "") {
  if (!choices.length) return null;
  return el("div", { class: "buttons" }, ...choices.map((one) => button(one, desk, kind(one))));
}

export function button(choice, desk, kind = "") {
  const press = (event) => desk.press(choice, event.currentTarget);
  return el("button", { type: "button", class: `button ${kind}`, on: { click: press } }, choice.label);
}

export function differences(changes) {
  if (!changes.length) return null;
  const rows = changes.map(({ label, before, after }) =>
    el(
      "div",
      { class: "difference" },
      el("dt", {}, label),
      el(
        "dd",
        { dir: "auto" },
        unseen(`${say("from")} `),
        el("span", { class: "before" }, before || say("nothing")),
        icon("arrow"),
        unseen(` ${say("to")} `),
        el("strong", { class: "after" }, after || say("nothing")),
      ),
    ),
  );
  return el("dl", { class: "differences" }, ...rows);
}

// Columns that do not fit scroll inside the card; the page itself never does.
export function dataTable({ caption, columns, rows, tap }) {
  const side = (index) => (columns[index]?.align === "end" ? "end" : "start");
  const head = columns.map(({ label }, index) => el("th", { scope: "col", class: side(index) }, label));
  const body = rows.map((row, at) => {
    const press = tap?.(at);
    const cells = row.map((cell, index) => {
      const inside = press && index === 0 ? rowButton(cell, press) : cell;
      const shape = `${side(index)} ${cell.length > ONE_LINE ? "long" : "short"}`;
      return el(index === 0 ? "th" : "td", { class: shape, scope: index === 0 ? "row" : null, dir: "auto" }, inside);
    });
    return el("tr", press ? { class: "tappable", on: { click: press } } : {}, ...cells);
  });
  return el(
    "div",
    { class: "table-scroll", role: "region", "aria-label": caption, tabindex: "0" },
    el("table", {}, el("caption", { class: "unseen" }, caption), el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...body)),
  );
}

function rowButton(text, press) {
  const click = (event) => {
    event.stopPropagation();
    press(event);
  };
  return el("button", { type: "button", class: "row-button", on: { click } }, text || say("open-row"));
}
