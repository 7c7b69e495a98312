// The page of workflows: those of the shop with their switches, those ready to begin with, and runs.

import { Refusal, get } from "./api.js";
import { badge } from "./card-parts.js";
import { byId, el, icon, say } from "./dom.js";
import { LookAt } from "./look.js";
import { left, setUpShell, showWaiting } from "./shell.js";
import { Side } from "./side.js";

const EVERY = 5000; // Milliseconds between two looks at runs under way.

const { reads, may } = JSON.parse(byId("page").textContent);
const side = new Side(reads, refresh);
setUpShell({ leave: () => side.forget() });
byId("ask").addEventListener("click", (event) => side.chat(event.currentTarget, { focus: true }));

const runs = new LookAt(byId("runs"), { ...side.desk, press: (button, from) => side.press(button, from) }, "workflow_runs", {});
const [of, state] = [byId("runs-of"), byId("runs-state")];
byId("runs-filter").addEventListener("change", () => runs.again(wanted()));
byId("runs-filter").addEventListener("submit", (event) => event.preventDefault());

function wanted() {
  const args = { limit: 20 };
  if (of.value) args.workflow = of.value;
  if (state.value) args.status = state.value;
  return args;
}

const call = (tool, args) => ({ kind: "call", tool, arguments: args, id: "" });

// A switch asks in the chat, where the change is shown and approved; until then it stays as it was.
function toggle({ name, title, on }) {
  const words = on ? "flow-switch-off" : "flow-switch-on";
  const press = (event) => side.say(`${say(`${words}-says`)}: ${title}`, call(on ? "pause_workflow" : "resume_workflow", { workflow: name }), event.currentTarget);
  return el(
    "button",
    { type: "button", class: "flow-switch", role: "switch", "aria-checked": String(on), "aria-label": title, disabled: !may, on: { click: press } },
    el("span", { class: "flow-knob", "aria-hidden": "true" }),
    el("span", { "aria-hidden": "true" }, on ? say("flow-on") : say("flow-off")),
  );
}

function look(label, args, title) {
  const press = (event) => side.look("show_workflow", args, title, event.currentTarget);
  return el("button", { type: "button", class: "button", "aria-label": `${label}: ${title}`, on: { click: press } }, label);
}

const link = (label, to, title) => el("a", { class: "button", href: `/workflows/build?${new URLSearchParams(to)}`, "aria-label": `${label}: ${title}` }, label);

function mine(one) {
  const counts = [`${say("flow-version")} ${one.version}`, one.live ? `${one.live} ${say("flow-live")}` : "", one.owner];
  return el(
    "li",
    { class: "flow-row" },
    toggle(one),
    el(
      "div",
      { class: "flow-name" },
      el("h3", { dir: "auto" }, one.title),
      el("p", { class: "soft" }, el("code", {}, one.name), ` · ${counts.filter(Boolean).join(" · ")}`),
    ),
    one.status === say("flow-on") || one.status === say("flow-off") ? null : badge(one.status),
    one.failed ? badge(`${one.failed} ${say("flow-failed")}`, "bad") : null,
    el("div", { class: "flow-acts" }, look(say("flow-show"), { workflow: one.name }, one.title), link(say("flow-edit"), { workflow: one.name }, one.title)),
  );
}

function ready(one) {
  return el(
    "li",
    { class: "flow-row" },
    el("div", { class: "flow-name" }, el("h3", { dir: "auto" }, one.title), el("p", { class: "soft" }, el("code", {}, one.name))),
    el("div", { class: "flow-acts" }, look(say("flow-show"), { library: one.name }, one.title), may ? link(say("flow-start"), { library: one.name }, one.title) : null),
  );
}

async function read() {
  const list = byId("flows-mine");
  try {
    const shelf = await get("/api/workflows");
    const focused = document.activeElement?.getAttribute("aria-label");
    list.replaceChildren(...shelf.mine.map(mine));
    byId("flows-library").replaceChildren(...shelf.library.map(ready));
    byId("flows-none").hidden = shelf.mine.length > 0;
    byId("flows-says").textContent = "";
    const chosen = of.value;
    of.replaceChildren(of.options[0], ...shelf.mine.map(({ name, title }) => el("option", { value: name, selected: name === chosen }, title)));
    if (focused) [...list.querySelectorAll("button")].find((one) => one.getAttribute("aria-label") === focused)?.focus();
  } catch (error) {
    if (!left(error)) byId("flows-says").replaceChildren(icon("warn"), error instanceof Refusal ? error.message : say("no-answer"));
  }
  list.setAttribute("aria-busy", "false");
}

function refresh() {
  read();
  runs.again(wanted());
  showWaiting();
}

read();
runs.again(wanted());
setInterval(() => document.hidden || runs.again(wanted()), EVERY);
