// The builder: one draft of a definition, shown on a canvas, as a list and as text, and checked by
// the server as it changes. Saving is asked for in the chat, like every other change.

import { Refusal, get, post } from "./api.js";
import { setUpCanvas } from "./builder-canvas.js";
import { Draft, partOf, placeOf } from "./builder-draft.js";
import { setUpForm } from "./builder-form.js";
import { setUpList } from "./builder-list.js";
import { nameFrom } from "./builder-name.js";
import { setUpTest } from "./builder-test.js";
import { byId, el, say } from "./dom.js";
import { left, setUpShell } from "./shell.js";
import { Side } from "./side.js";

const PAUSE = 350; // Milliseconds without a change before it is checked.
const NARROW = matchMedia("(max-width: 48rem)");

const { reads, may, begin } = JSON.parse(byId("page").textContent);
const side = new Side(reads, () => read());
setUpShell({ leave: () => side.forget() });
byId("ask").addEventListener("click", (event) => side.chat(event.currentTarget, { focus: true }));

const draft = new Draft();
const source = byId("build-source");
let labels = {}; // What each kind of step is called.
let known = null; // Names of the shop's workflows, to tell a new one from a change.
let untaken = false; // Text was written that no definition was read from yet.

// --- checking ---------------------------------------------------------------------------------

let timer = 0;
let asked = 0;

function soon(ask) {
  clearTimeout(timer);
  timer = setTimeout(() => check(ask), PAUSE);
}

// Whether it was checked; not, where something was changed meanwhile or nobody answered.
async function check(ask) {
  clearTimeout(timer);
  const number = (asked += 1);
  byId("build-state").textContent = say("flow-checking");
  try {
    const told = await post("/api/workflows/draft", ask);
    if (number !== asked) return false;
    take(told, ask.text !== undefined);
    return true;
  } catch (error) {
    if (left(error) || number !== asked) return false;
    byId("build-state").textContent = error instanceof Refusal ? error.message : say("no-answer");
    if (error.retryAfter) setTimeout(() => number === asked && check(ask), error.retryAfter * 1000);
    return false;
  }
}

function take(told, typed) {
  untaken = typed && !told.definition;
  draft.told(told);
  if (told.definition) draft.replace(told.definition, { by: typed ? "text" : "check", kept: !typed });
  if (!typed && told.text !== null) source.value = told.text;
  byId("build-title").textContent = draft.data.title || document.title.split(" · ")[0];
  byId("build-does").replaceChildren(...told.says.map((line) => el("li", { dir: "auto" }, line)));
  problems(told.problems);
  offerSwitch();
  test.changed(told.problems.length ? null : told.definition);
  views.forEach((one) => one.drawn?.());
}

function problems(found) {
  byId("build-state").textContent = found.length ? "" : say("flow-right");
  byId("build-problems").replaceChildren(
    ...found.map((one) => {
      const named = nameOf(placeOf(one.at)) ?? (one.line ? `${one.line}` : one.at);
      return el("li", {}, el("button", { type: "button", class: "build-problem", on: { click: () => goTo(one) } }, el("strong", {}, `${named}: `), one.says));
    }),
  );
}

// Where it is put right: its line where it was written, else the part of its step.
function goTo({ at, line }) {
  if (untaken && byId("view-text").hidden) show("text");
  if (byId("view-text").hidden) draft.choose(placeOf(at), { focus: true, part: partOf(at) });
  else toLine(line);
}

// What a place says; where that is not known, what kind of step stands there.
function nameOf(key) {
  const fixed = { "": say("flow-whole"), when: say("flow-when"), if: say("flow-only-if") };
  return draft.names[key] ?? fixed[key] ?? labels[draft.step(key)?.do];
}

function toLine(line) {
  const lines = source.value.split("\n");
  const start = lines.slice(0, Math.max(0, line - 1)).join("\n").length + (line > 1 ? 1 : 0);
  source.focus();
  source.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
}

source.addEventListener("input", () => {
  untaken = true;
  soon({ text: source.value });
});
draft.onChange((by) => {
  if (by !== "check" && by !== "text") soon({ definition: draft.data });
  byId("build-undo").disabled = !draft.canUndo;
  byId("build-redo").disabled = !draft.canRedo;
});
byId("build-undo").addEventListener("click", () => draft.undo());
byId("build-redo").addEventListener("click", () => draft.redo());

// --- the three views --------------------------------------------------------------------------

const views = new Map();
const tabs = [...byId("build-views").querySelectorAll("[role=tab]")];

function show(name) {
  for (const tab of tabs) {
    const is = tab.dataset.view === name;
    tab.setAttribute("aria-selected", String(is));
    tab.tabIndex = is ? 0 : -1;
    byId(`view-${tab.dataset.view}`).hidden = !is;
  }
  byId("build-form").hidden = name === "text";
  views.get(name)?.shown?.();
}

for (const [at, tab] of tabs.entries()) {
  tab.addEventListener("click", () => show(tab.dataset.view));
  tab.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = tabs[(at + step + tabs.length) % tabs.length];
    show(next.dataset.view);
    next.focus();
  });
}

// --- saving -----------------------------------------------------------------------------------

function offerSwitch() {
  const field = byId("build-on-field");
  if (field) field.hidden = known === null || known.has(draft.data.name);
}

byId("build-save")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (!(await check(untaken ? { text: source.value } : { definition: draft.data }))) return;
  const refused = byId("build-refused");
  const [wrong] = draft.problems;
  refused.hidden = !wrong;
  refused.textContent = wrong ? say("flow-wrong") : "";
  if (wrong) return goTo(wrong);
  draft.keep();
  const isNew = !known?.has(draft.data.name);
  const args = isNew ? { definition: draft.data, switch_on: byId("build-on").checked } : { definition: draft.data };
  const words = `${say(isNew ? "flow-save-new" : "flow-save-change")}: ${draft.data.title}`;
  side.say(words, { kind: "call", tool: isNew ? "create_workflow" : "change_workflow", arguments: args, id: "" }, event.submitter);
});

// What was neither saved nor asked about in the chat is lost with the page.
addEventListener("beforeunload", (event) => {
  if (may && (untaken || draft.isChanged)) event.preventDefault();
});

// The name of a new one follows its title until it was written by hand.
function named(title, was) {
  const { name } = draft.data;
  const follows = !begin.workflow && (name === "" || name === nameFrom(was, known));
  return follows ? nameFrom(title, known) : name;
}

async function read() {
  const { mine } = await get("/api/workflows");
  known = new Set(mine.map(({ name }) => name));
  offerSwitch();
}

// --- to begin with ----------------------------------------------------------------------------

const test = setUpTest(draft);
try {
  const catalogue = await get("/api/workflows/catalogue");
  labels = Object.fromEntries(catalogue.actions.map((one) => [one.do, one.label]));
  views.set("form", setUpForm(byId("build-form"), draft, catalogue, may, named));
  views.set("list", setUpList(byId("view-list"), draft, catalogue));
  views.set("canvas", setUpCanvas(byId("view-canvas"), draft, catalogue));
  await read();
  const from = Object.fromEntries(Object.entries(begin).filter(([, value]) => value));
  await check(from);
  draft.forget(); // What it began with cannot be undone.
  draft.keep();
  show(NARROW.matches ? "list" : "canvas");
} catch (error) {
  if (!left(error)) byId("build-state").textContent = error instanceof Refusal ? error.message : say("no-answer");
}
