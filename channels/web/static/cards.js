// One function for each kind of card. A test compares this list with the cards that exist.

import { el, icon, say, unseen } from "./dom.js";
import { badge, button, buttons, card, dataTable, heading, lines, timeline } from "./card-parts.js";
import { drawChart } from "./chart.js";
import { drawApproval, drawReceipt } from "./decisions.js";
import { fileLink } from "./files.js";
import { drawFlow } from "./flow.js";
import { markdown } from "./markdown.js";

export const CARDS = {
  order: drawOrder,
  parcel: drawParcel,
  ndr: drawNdr,
  board: drawBoard,
  table: drawTable,
  metrics: drawMetrics,
  chart: drawChart,
  flow: drawFlow,
  approval: drawApproval,
  receipt: drawReceipt,
  choice: drawChoice,
  file: drawFile,
  text: drawText,
};

// `desk` has press(button, element), decisions, and what the reply `said` above its cards.
export function drawCard(data, desk) {
  const draw = CARDS[data.kind];
  return draw ? draw(data, desk) : card("text", { title: say("unknown-card") });
}

function drawFile({ file, name, media_type, size, title, note, buttons: offered }, desk) {
  return card(
    "file",
    { title: title || name },
    el("p", { class: "files" }, fileLink({ id: file, name, type: media_type, size })),
    note ? el("p", { class: "soft" }, note) : null,
    buttons(offered, desk),
  );
}

function drawOrder(order, desk) {
  const items = order.items.map(({ title, sku, quantity, amount }) =>
    el(
      "li",
      {},
      el("span", { class: "item-name" }, el("span", { dir: "auto" }, title), sku ? el("small", {}, sku) : null),
      el("span", { class: "item-count" }, `× ${quantity}`),
      el("span", { class: "item-amount" }, amount),
    ),
  );
  return card(
    "order",
    { eyebrow: say("order"), title: order.number, badge: badge(order.status, order.tone), aside: el("p", { class: "total" }, order.total) },
    items.length ? el("ul", { class: "items", "aria-label": say("items") }, ...items) : null,
    lines(order.lines),
    timeline(order.timeline),
    buttons(order.buttons, desk),
  );
}

function drawParcel(parcel, desk) {
  const about = el("p", { class: "soft about" }, parcel.courier, parcel.order ? ` · ${say("order")} ${parcel.order}` : "");
  return card(
    "parcel",
    { eyebrow: say("parcel"), title: parcel.awb, badge: badge(parcel.status, parcel.tone) },
    about,
    lines(parcel.lines),
    timeline(parcel.timeline),
    buttons(parcel.buttons, desk),
  );
}

function drawNdr(ndr, desk) {
  const facts = [["value", ndr.value], ["attempt", ndr.attempt], ["due", ndr.due]]
    .filter(([, value]) => value)
    .map(([key, value]) => el("div", {}, el("dt", {}, say(key)), el("dd", {}, value)));
  const advice = ndr.recommendations.map(({ text, because }) =>
    el("li", {}, el("strong", { dir: "auto" }, text), because ? el("p", { class: "soft", dir: "auto" }, because) : null),
  );
  return card(
    "ndr",
    { eyebrow: say("undelivered"), title: ndr.awb, badge: badge(ndr.reason, ndr.tone) },
    ndr.order ? el("p", { class: "soft about" }, `${say("order")} ${ndr.order}`) : null,
    el("dl", { class: "figures" }, ...facts),
    lines(ndr.lines),
    advice.length ? el("div", { class: "part" }, heading(say("recommended")), el("ol", { class: "advice" }, ...advice)) : null,
    buttons(ndr.buttons, desk),
  );
}

function drawTable(table, desk) {
  const tap = (index) => table.taps[index] && ((event) => desk.press(table.taps[index], event.currentTarget));
  return card(
    "table",
    { title: table.title },
    dataTable({ caption: table.title, columns: table.columns, rows: table.rows, tap }),
    table.note ? el("p", { class: "soft note" }, table.note) : null,
    buttons(table.buttons, desk),
  );
}

function drawMetrics(metrics, desk) {
  const tiles = metrics.metrics.map((metric) =>
    el(
      "li",
      { class: "tile" },
      el("p", { class: "tile-label" }, metric.label),
      el("p", { class: "tile-value" }, metric.value),
      metric.change
        ? el("p", { class: `change ${metric.tone}` }, ...[direction(metric.change)].flat(), metric.why ? whyButton(metric, desk) : null)
        : null,
      metric.meaning ? el("details", {}, el("summary", {}, say("counted")), el("p", {}, metric.meaning)) : null,
      metric.rows ? button(metric.rows, desk, "link") : null,
    ),
  );
  return card(
    "metrics",
    { title: metrics.title, aside: el("p", { class: "period" }, metrics.period) },
    el("ul", { class: "tiles" }, ...tiles),
  );
}

// Many figures have the same short question; its name says of which it asks.
function whyButton({ why, label }, desk) {
  const one = button(why, desk, "link why");
  one.setAttribute("aria-label", `${why.label} ${label}`);
  return one;
}

// An arrow for the eye in place of the sign, which stays for the ear.
function direction(change) {
  const [, sign, rest] = /^\s*([+\-−–]?)\s*(.*)$/.exec(change);
  if (!sign) return change;
  return [el("span", { "aria-hidden": "true" }, sign === "+" ? "↑ " : "↓ "), unseen(sign), rest];
}

function drawChoice(choice, desk) {
  const row = el("div", { class: "choices" });
  const pick = { ...desk, press: (one, element) => {
    for (const other of row.children) other.disabled = true;
    element.classList.add("chosen");
    element.prepend(icon("check"));
    desk.press(one, element);
  } };
  row.append(...choice.buttons.map((one) => button(one, pick)));
  // The reply often asks in its own words already; the question is not asked twice.
  const title = choice.question === desk.said ? "" : choice.question;
  return card(title ? "choice" : "choice bare", { title, label: choice.question }, row);
}

function drawText(text, desk) {
  const whole = text.link ? el("p", {}, el("a", { class: "whole", href: text.link }, say("source-open"), unseen(`: ${text.title}`))) : null;
  return card("text", { title: text.title }, el("div", { class: "words", dir: "auto" }, markdown(text.body)), whole, buttons(text.buttons, desk));
}

// Columns side by side where there is room; on a phone one at a time, chosen by its name.
function drawBoard(board, desk) {
  const busiest = Math.max(board.columns.findIndex(({ count }) => count > 0), 0);
  const columns = board.columns.map((column) => boardColumn(column, desk));
  const tabs = board.columns.map(({ label, count }) =>
    el("button", { type: "button", class: "board-tab" }, el("span", {}, label), el("span", { class: "board-count" }, String(count))),
  );
  const show = (at) => {
    columns.forEach((column, index) => column.classList.toggle("shown", index === at));
    tabs.forEach((tab, index) => tab.setAttribute("aria-pressed", String(index === at)));
  };
  tabs.forEach((tab, index) => tab.addEventListener("click", () => show(index)));
  show(busiest);
  return card(
    "board",
    { title: board.title },
    board.note ? el("p", { class: "soft about" }, board.note) : null,
    el("div", { class: "board-tabs", role: "group", "aria-label": board.title }, ...tabs),
    el("div", { class: "board-columns" }, ...columns),
    buttons(board.buttons, desk),
  );
}

function boardColumn({ label, count, value, items, more }, desk) {
  const rows = items.map((item) => {
    const about = [item.due && `${say("due")}: ${item.due}`, item.assignee].filter(Boolean).join(" · ");
    return el(
      "li",
      {},
      el(
        "button",
        { type: "button", class: `board-item ${item.tone}`, on: { click: (event) => desk.press(item.tap, event.currentTarget) } },
        el("span", { class: "board-line" }, el("strong", { dir: "auto" }, item.title), item.value ? el("span", { class: "board-value" }, item.value) : null),
        item.text ? el("span", { class: "board-text", dir: "auto" }, item.text) : null,
        about ? el("span", { class: "board-about", dir: "auto" }, about) : null,
      ),
    );
  });
  return el(
    "section",
    { class: "board-column", "aria-label": `${label}: ${count}` },
    el("h4", {}, el("span", {}, label), " ", el("span", { class: "board-count" }, String(count)), value ? el("span", { class: "board-sum" }, value) : null),
    rows.length ? el("ul", {}, ...rows) : el("p", { class: "soft board-empty" }, say("board-empty")),
    more ? button(more, desk, "quiet") : null,
  );
}
