// A line or bar chart as our own SVG: Indian money on the axis, values by pointer, finger or arrow
// keys, the whole as a table beneath.

import { el, freshId, pageLanguage, say, svg } from "./dom.js";
import { card, dataTable } from "./card-parts.js";

// In the picture's own units, which are about one pixel each on the screen it is drawn for.
const narrow = matchMedia("(max-width: 40rem)").matches;
const SIZE = { width: narrow ? 340 : 690, height: narrow ? 220 : 270, left: 54, right: 8, top: 12, bottom: 28 };
const LETTER = 7.5;
const LOCALE = pageLanguage === "hi" ? "hi-IN" : "en-IN";

export function drawChart(chart) {
  const scale = scaleOf(chart);
  if (isRanking(chart, scale)) return ranking(chart);
  const readout = el("p", { class: "readout", "aria-live": "polite" });
  const picture = plot(chart, scale, readout);
  const table = dataTable({
    caption: chart.title,
    columns: [{ label: "" }, ...chart.series.map(({ name }) => ({ label: name, align: "end" }))],
    rows: chart.labels.map((label, index) => [label, ...chart.series.map(({ values }) => write(values[index], chart))]),
  });
  return card(
    "chart",
    { title: chart.title },
    chart.series.length > 1 ? legend(chart) : null,
    picture,
    readout,
    el("details", { class: "as-table" }, el("summary", {}, say("as-table")), table),
  );
}

// Names that would not fit beneath upright bars stand beside lying ones.
function isRanking(chart, scale) {
  if (chart.shape !== "bar" || chart.series.length !== 1 || labelStep(chart, scale) === 1) return false;
  const [{ values }] = chart.series;
  const falling = values.every((value, index) => index === 0 || value <= values[index - 1]);
  const named = !chart.labels.some((label) => /\d/.test(label));
  return (falling || named) && values.every((value) => value === null || value >= 0);
}

function ranking(chart) {
  const [{ values }] = chart.series;
  const most = Math.max(...values, 0) || 1;
  const rows = chart.labels.map((label, index) => {
    const bar = el("span", { class: "rank-bar s0", "aria-hidden": "true" });
    bar.style.width = `${((values[index] ?? 0) / most) * 100}%`;
    return el("li", {}, el("span", { dir: "auto" }, label), el("strong", {}, write(values[index], chart)), el("span", { class: "rank-track" }, bar));
  });
  return card("chart", { title: chart.title }, el("p", { class: "unseen" }, chart.alt), el("ol", { class: "ranking" }, ...rows));
}

function plot(chart, scale, readout) {
  const { width, height } = SIZE;
  const cursor = svg("line", { class: "cursor", y1: SIZE.top, y2: height - SIZE.bottom, visibility: "hidden" });
  const drawn = chart.shape === "bar" ? bars(chart, scale) : curves(chart, scale);
  const picture = svg(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": chart.alt, tabindex: "0", class: "plot", "aria-describedby": freshId("hint") },
    ...grid(chart, scale),
    ...labels(chart, scale),
    cursor,
    ...drawn,
  );
  const hint = el("span", { class: "unseen", id: picture.getAttribute("aria-describedby") }, say("chart-hint"));
  follow(picture, cursor, chart, scale, readout);
  return el("div", { class: "plot-box" }, picture, hint);
}

// Which point is looked at, by pointer or by key.
function follow(picture, cursor, chart, scale, readout) {
  const last = chart.labels.length - 1;
  let at = null;
  const look = (index) => {
    at = Math.max(0, Math.min(last, index));
    for (const side of ["x1", "x2"]) cursor.setAttribute(side, scale.x(at));
    cursor.setAttribute("visibility", "visible");
    for (const mark of picture.querySelectorAll("[data-at]")) mark.classList.toggle("looked", Number(mark.dataset.at) === at);
    const values = chart.series.map(({ name, values }, index) =>
      el("span", { class: `s${index % 4}` }, chart.series.length > 1 ? `${name} ` : "", el("strong", {}, write(values[at], chart))),
    );
    readout.replaceChildren(el("span", { class: "soft" }, chart.labels[at]), ...values);
  };
  const leave = () => {
    cursor.setAttribute("visibility", "hidden");
    for (const mark of picture.querySelectorAll(".looked")) mark.classList.remove("looked");
  };
  picture.addEventListener("pointermove", (event) => {
    const box = picture.getBoundingClientRect();
    look(scale.nearest(((event.clientX - box.left) / box.width) * SIZE.width));
  });
  picture.addEventListener("pointerdown", (event) => {
    const box = picture.getBoundingClientRect();
    look(scale.nearest(((event.clientX - box.left) / box.width) * SIZE.width));
  });
  picture.addEventListener("pointerleave", leave);
  picture.addEventListener("blur", leave);
  picture.addEventListener("focus", () => look(at ?? last));
  picture.addEventListener("keydown", (event) => {
    const next = { ArrowLeft: (at ?? 1) - 1, ArrowRight: (at ?? -1) + 1, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    look(next);
  });
  if (last >= 0) {
    look(last);
    leave();
  }
}

function scaleOf(chart) {
  const values = chart.series.flatMap((series) => series.values).filter((value) => value !== null);
  const ticks = ticksFor(Math.min(0, ...values), Math.max(0, ...values));
  const [low, high] = [ticks[0], ticks[ticks.length - 1]];
  const inner = SIZE.width - SIZE.left - SIZE.right;
  const count = Math.max(1, chart.labels.length);
  const band = inner / count;
  const x = (index) => SIZE.left + band * (index + 0.5);
  const y = (value) => SIZE.top + (SIZE.height - SIZE.top - SIZE.bottom) * (1 - (value - low) / (high - low));
  return { ticks, x, y, band, nearest: (px) => Math.floor((px - SIZE.left) / band) };
}

// Round steps of 1, 2, 2.5 or 5, about four of them, and always with zero.
function ticksFor(low, high) {
  const rough = (high - low || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough) ?? 10);
  const ticks = [];
  for (let at = Math.floor(low / step); at <= Math.ceil((high || step) / step); at += 1) ticks.push(at * step);
  return ticks;
}

function grid(chart, scale) {
  return scale.ticks.flatMap((tick) => [
    svg("line", { class: tick === 0 ? "axis" : "grid", x1: SIZE.left, x2: SIZE.width - SIZE.right, y1: scale.y(tick), y2: scale.y(tick) }),
    svg("text", { class: "tick", x: SIZE.left - 8, y: scale.y(tick) + 4, "text-anchor": "end" }, short(tick, chart)),
  ]);
}

// As many labels as fit without touching.
function labelStep(chart, scale) {
  const longest = Math.max(...chart.labels.map((label) => label.length), 1);
  return Math.max(1, Math.ceil((longest * LETTER + 10) / scale.band));
}

function labels(chart, scale) {
  const every = labelStep(chart, scale);
  const room = Math.max(4, Math.floor((every * scale.band) / LETTER));
  const fitted = (label) => (label.length > room ? `${label.slice(0, room - 1)}…` : label);
  return chart.labels.map((label, index) =>
    index % every === 0
      ? svg("text", { class: "tick", x: scale.x(index), y: SIZE.height - 8, "text-anchor": "middle" }, fitted(label))
      : null,
  );
}

function curves(chart, scale) {
  return chart.series.flatMap(({ values }, index) => {
    const name = `s${index % 4}`;
    const points = values.map((value, at) => (value === null ? null : [scale.x(at), scale.y(value)]));
    const path = points.map((point, at) => (point ? `${at && points[at - 1] ? "L" : "M"}${point.map((n) => n.toFixed(1)).join(" ")}` : "")).join("");
    const dots = points.map((point, at) => point && svg("circle", { class: `point ${name}`, cx: point[0], cy: point[1], r: 3.5, "data-at": at }));
    return [svg("path", { class: `curve ${name}`, d: path }), ...dots];
  });
}

function bars(chart, scale) {
  const space = Math.min(scale.band * 0.72, 64 * chart.series.length);
  const each = space / chart.series.length;
  return chart.series.flatMap(({ values }, index) =>
    values.map((value, at) => {
      if (value === null) return null;
      const [top, bottom] = [Math.min(scale.y(value), scale.y(0)), Math.max(scale.y(value), scale.y(0))];
      const left = scale.x(at) - space / 2 + each * index;
      return svg("rect", { class: `bar s${index % 4}`, x: left + 1, width: Math.max(1, each - 2), y: top, height: Math.max(1, bottom - top), rx: Math.min(4, each / 4), "data-at": at });
    }),
  );
}

function legend(chart) {
  const names = chart.series.map(({ name }, index) => el("li", { class: `s${index % 4}` }, el("span", { class: "swatch", "aria-hidden": "true" }), name));
  return el("ul", { class: "legend" }, ...names);
}

function write(value, chart) {
  if (value === null || value === undefined) return "–";
  if (chart.unit === "share") return new Intl.NumberFormat(LOCALE, { style: "percent", maximumFractionDigits: 1 }).format(value);
  if (chart.unit === "count") return new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 }).format(value);
  const digits = Number.isInteger(value) ? { maximumFractionDigits: 0 } : {};
  return new Intl.NumberFormat(LOCALE, { style: "currency", currency: chart.currency, ...digits }).format(value);
}

// ₹50k, ₹1.2 L, ₹3 Cr: how shops in India say large sums.
function short(value, chart) {
  if (chart.unit === "share") return write(value, chart);
  const sign = chart.unit === "money" ? symbol(chart.currency) : "";
  const size = Math.abs(value);
  const [unit, word] = size >= 1e7 ? [1e7, " Cr"] : size >= 1e5 ? [1e5, " L"] : size >= 1e3 ? [1e3, "k"] : [1, ""];
  const digits = new Intl.NumberFormat("en-IN", { maximumFractionDigits: 2 }).format(size / unit);
  return `${value < 0 ? "−" : ""}${sign}${digits}${word}`;
}

function symbol(currency) {
  const parts = new Intl.NumberFormat("en-IN", { style: "currency", currency }).formatToParts(0);
  return parts.find(({ type }) => type === "currency").value;
}
