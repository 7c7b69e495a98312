// The steps as boxes and arrows to drag. The canvas holds no truth of its own: what is done on it
// becomes the draft, and whatever changes the draft elsewhere is drawn on it.

import { LANES, newStep } from "./builder-draft.js";
import { el, say } from "./dom.js";

const FIXED = ["when", "if"]; // How it begins stands first and stays there.
const MOST_LETTERS = 34;
const ROOM_OF_STEPS = 200; // Pixels that the steps to take from need beside the drawing.
const dark = matchMedia("(prefers-color-scheme: dark)");

let library = null;

async function designerOnce() {
  library ??= import("./vendor/designer/designer.js").then(() => globalThis.sequentialWorkflowDesigner);
  return library;
}

const isOnDark = () => (document.documentElement.dataset.theme ? document.documentElement.dataset.theme === "dark" : dark.matches);
const short = (text) => (text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text);

export function setUpCanvas(place, draft, catalogue) {
  const actions = Object.fromEntries(catalogue.actions.map((one) => [one.do, one]));
  let designer = null;
  let keys = new Map(); // From the id that a box has on the canvas to its place.
  let drawing = false;
  let stale = true;
  let serial = 0;

  // --- from the draft to the canvas and back --------------------------------------------------

  function boxed(step, key) {
    const id = `s${(serial += 1)}`;
    keys.set(id, key);
    const { do: type, ...rest } = step;
    const action = actions[type];
    const lanes = LANES[type] ?? [];
    const properties = Object.fromEntries(Object.entries(rest).filter(([name]) => !lanes.includes(name)));
    const box = { id, type, componentType: "task", name: short(draft.names[key] || action?.label || type), properties };
    const within = (lane) => (step[lane] ?? []).map((one, at) => boxed(one, `${key}.${lane}.${at}`));
    if (lanes.length === 2) {
      return { ...box, componentType: "switch", branches: Object.fromEntries(lanes.map((lane) => [say(`flow-${lane}`), within(lane)])) };
    }
    return lanes.length ? { ...box, componentType: "container", sequence: within("steps") } : box;
  }

  function begin(key) {
    keys.set(key, key);
    const text = draft.names[key] ?? (key === "if" ? say("flow-always") : "");
    const label = key === "when" ? say("flow-when") : say("flow-only-if");
    return { id: key, type: key, componentType: "task", name: short(`${label}: ${text}`), properties: {} };
  }

  function drawn() {
    keys = new Map();
    return { properties: {}, sequence: [...FIXED.map(begin), ...draft.data.steps.map((step, at) => boxed(step, `${at}`))] };
  }

  function plain(sequence, before) {
    return sequence.filter(({ type }) => !FIXED.includes(type)).map((box, at) => {
      const key = `${before}${at}`;
      keys.set(box.id, key);
      const step = { do: box.type, ...box.properties };
      if (box.branches) {
        const [then, otherwise] = [say("flow-then"), say("flow-else")];
        step.then = plain(box.branches[then] ?? [], `${key}.then.`);
        const rest = plain(box.branches[otherwise] ?? [], `${key}.else.`);
        if (rest.length) step.else = rest;
      }
      if (box.sequence) step.steps = plain(box.sequence, `${key}.steps.`);
      return step;
    });
  }

  const idOf = (key) => [...keys].find(([, one]) => one === key)?.[0] ?? null;

  // --- the designer ---------------------------------------------------------------------------

  const canStand = (step, sequence, at) => sequence !== designer?.getDefinition().sequence || at >= FIXED.length;

  function template({ do: name, label }) {
    const { do: type, ...rest } = newStep(actions[name]);
    const lanes = LANES[type] ?? [];
    const properties = Object.fromEntries(Object.entries(rest).filter(([one]) => !lanes.includes(one)));
    const box = { type, componentType: "task", name: label, properties };
    if (lanes.length === 2) return { ...box, componentType: "switch", branches: { [say("flow-then")]: [], [say("flow-else")]: [] } };
    return lanes.length ? { ...box, componentType: "container", sequence: [] } : box;
  }

  async function make() {
    const { Designer } = await designerOnce();
    designer?.destroy();
    place.replaceChildren();
    place.append(el("p", { class: "unseen" }, say("flow-canvas")));
    const room = el("div", { class: "build-designer" });
    place.append(room);
    designer = Designer.create(room, drawn(), {
      theme: isOnDark() ? "dark" : "light",
      undoStackSize: 1, // Without it nothing can be drawn anew; undoing is the draft's.
      editors: false,
      controlBar: true,
      contextMenu: true,
      steps: {
        isDraggable: ({ type }) => !FIXED.includes(type),
        isDeletable: ({ type }) => !FIXED.includes(type),
        isDuplicable: ({ type }) => !FIXED.includes(type),
        canInsertStep: canStand,
        canMoveStep: (_from, step, sequence, at) => canStand(step, sequence, at),
      },
      toolbox: { isCollapsed: place.clientWidth < 700, groups: [{ name: say("flow-toolbox"), steps: catalogue.actions.map(template) }] },
      validator: { step: ({ id }) => draft.wrong(keys.get(id) ?? "-").length === 0, root: () => true },
      keyboard: true,
      i18n: (key, fallback) => WORDS[key]?.() ?? fallback,
    });
    designer.onReady.subscribe(aside);
    designer.onIsToolboxCollapsedChanged.subscribe(aside);
    designer.onDefinitionChanged.subscribe(edited);
    designer.onSelectedStepIdChanged.subscribe((id) => drawing || draft.choose(keys.get(id) ?? "", { by: "canvas" }));
  }

  // Beside the steps to take from, not beneath them.
  function aside() {
    if (designer.isToolboxCollapsed()) return;
    const { position, scale } = designer.getViewport();
    designer.setViewport({ position: { x: position.x + ROOM_OF_STEPS / 2, y: position.y }, scale });
  }

  function edited() {
    if (drawing) return;
    const steps = plain(designer.getDefinition().sequence, "");
    draft.change((data) => (data.steps = steps), "canvas");
  }

  async function redraw() {
    if (place.hidden) return void (stale = true);
    stale = false;
    if (!designer) return make();
    drawing = true;
    designer.clearSelectedStep(); // What was chosen may be gone from what is drawn next.
    await designer.replaceDefinition(drawn());
    drawing = false;
    mark();
  }

  function mark() {
    const id = idOf(draft.chosen);
    if (!designer || id === designer.getSelectedStepId()) return;
    drawing = true;
    if (id) designer.selectStepById(id);
    else designer.clearSelectedStep();
    drawing = false;
  }

  // A box that was only moved is drawn anew by the canvas itself; its words come with the check.
  let shown = "";
  function check() {
    const now = JSON.stringify([draft.data.steps, draft.data.if ?? null, draft.names, draft.problems.map(({ at }) => at)]);
    if (now !== shown && !place.hidden) {
      shown = now;
      redraw();
    } else if (place.hidden) stale = true;
  }

  draft.onChange((by) => by === "undo" && check());
  draft.onChoose((_key, { by }) => by !== "canvas" && !place.hidden && mark());
  for (const light of [(again) => dark.addEventListener("change", again), (again) => new MutationObserver(again).observe(document.documentElement, { attributeFilter: ["data-theme"] })]) {
    light(() => designer && (place.hidden ? ((designer = null), (stale = true)) : make()));
  }
  return { drawn: check, shown: () => stale && redraw() };
}

const WORDS = {
  "toolbox.title": () => say("flow-toolbox"),
  "toolbox.search": () => say("flow-search"),
  "contextMenu.delete": () => say("flow-delete"),
  "contextMenu.select": () => say("flow-choose"),
  "contextMenu.unselect": () => say("flow-unchoose"),
  "contextMenu.duplicate": () => say("flow-copy"),
  "contextMenu.resetView": () => say("flow-fit"),
  "controlBar.resetView": () => say("flow-fit"),
  "controlBar.zoomIn": () => say("flow-nearer"),
  "controlBar.zoomOut": () => say("flow-farther"),
  "controlBar.deleteSelectedStep": () => say("flow-delete"),
  "controlBar.turnOnOffDragAndDrop": () => say("flow-hold"),
  "controlBar.undo": () => "–",
  "controlBar.redo": () => "–",
};
