// A chart: the server's Vega-Lite specification drawn in the page, values by pointer, finger or
// arrow keys, the whole as a table beneath. The drawing library comes when the first chart does.

import { el, freshId, say } from "./dom.js";
import { card, dataTable } from "./card-parts.js";

const dark = matchMedia("(prefers-color-scheme: dark)");
const MARGIN = 24; // A change of width smaller than this is not worth drawing anew.

let library = null;

// Vega as its own files say: the interpreter, since the page's policy lets no text become code.
function vegaOnce() {
  library ??= import("./vendor/vega/vega.min.js")
    .then(() => Promise.all([import("./vendor/vega/vega-interpreter.js"), import("./vendor/vega/vega-lite.min.js")]))
    .then(([{ expressionInterpreter }]) => ({ vega: globalThis.vega, vegaLite: globalThis.vegaLite, expressionInterpreter }));
  return library;
}

export function drawChart(chart) {
  const readout = el("p", { class: "readout", "aria-live": "polite" });
  const hint = el("span", { class: "unseen", id: freshId("hint") }, say("chart-hint"));
  const plot = el("div", { class: "plot", role: "img", "aria-label": chart.alt, tabindex: "0", "aria-describedby": hint.id });
  const table = el("details", { class: "as-table" }, el("summary", {}, say("as-table")), asTable(chart));
  const look = follow(plot, chart, readout);
  draw(plot, chart, look).catch(() => {
    plot.hidden = true;
    table.open = true;
  });
  return card("chart", { title: chart.title }, el("div", { class: "plot-box" }, plot, hint), readout, table);
}

// Draws once there is room, and anew when the room or the light changes.
async function draw(plot, chart, look) {
  const { vega, vegaLite, expressionInterpreter } = await vegaOnce();
  let drawn = { width: 0, isDark: null };
  const again = () => {
    const [width, isDark] = [Math.floor(plot.clientWidth), isOnDark()];
    if (!width || (Math.abs(width - drawn.width) < MARGIN && isDark === drawn.isDark)) return;
    drawn = { width, isDark };
    look.view?.finalize();
    const { data } = chart.spec;
    const spec = { ...(isDark ? chart.dark : chart.spec), data, width };
    const parsed = vega.parse(vegaLite.compile(spec).spec, null, { ast: true });
    look.view = new vega.View(parsed, { expr: expressionInterpreter, renderer: "svg", container: plot, tooltip: look.point });
    look.view.runAsync();
  };
  new ResizeObserver(again).observe(plot);
  dark.addEventListener("change", again);
  new MutationObserver(again).observe(document.documentElement, { attributeFilter: ["data-theme"] });
}

function isOnDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : dark.matches;
}

// Which label is looked at, by pointer or by key.
function follow(plot, chart, readout) {
  const last = chart.labels.length - 1;
  const several = chart.series.length > 1;
  const look = { view: null, at: null };
  const show = (at) => look.view?.signal("looked", at).runAsync();
  const to = (index) => {
    look.at = Math.max(0, Math.min(last, index));
    const values = valuesAt(chart, look.at).map(({ series, text }) => el("span", {}, several ? `${series} ` : "", el("strong", {}, text)));
    readout.replaceChildren(el("span", { class: "soft" }, chart.labels[look.at]), ...values);
    show(look.at);
  };
  look.point = (_handler, _event, item, value) => {
    if (value && item?.datum?.at !== undefined) to(item.datum.at);
  };
  plot.addEventListener("pointerleave", () => show(-1));
  plot.addEventListener("blur", () => show(-1));
  plot.addEventListener("focus", () => to(look.at ?? last));
  plot.addEventListener("keydown", (event) => {
    const next = { ArrowLeft: (look.at ?? 1) - 1, ArrowRight: (look.at ?? -1) + 1, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    to(next);
  });
  return look;
}

function valuesAt(chart, at) {
  return chart.spec.data.values.filter((value) => value.at === at);
}

function asTable(chart) {
  return dataTable({
    caption: chart.title,
    columns: [{ label: "" }, ...chart.series.map(({ name }) => ({ label: name, align: "end" }))],
    rows: chart.labels.map((label, at) => [label, ...valuesAt(chart, at).map(({ text }) => text)]),
  });
}
