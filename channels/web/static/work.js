// A page of the menu: what its tool shows, the form that narrows it, and forms that ask in the chat.

import { Refusal, sendFile } from "./api.js";
import { byId, say } from "./dom.js";
import { setUpInvitations } from "./invite.js";
import { setUpLinking } from "./linking.js";
import { LookAt } from "./look.js";
import { left, setUpShell, showWaiting } from "./shell.js";
import { Side } from "./side.js";

const { reads } = JSON.parse(byId("page").textContent);
const side = new Side(reads, refresh);
setUpShell({ leave: () => side.forget() });
byId("ask").addEventListener("click", (event) => side.chat(event.currentTarget, { focus: true }));

const form = byId("filter");
const looks = [...document.querySelectorAll(".look")].map(
  (place) => new LookAt(place, { ...side.desk, press }, place.dataset.tool, JSON.parse(place.dataset.arguments)),
);
const drop = byId("drop");
const main = form || drop ? looks[0] : null;
const begins = main ? main.arguments : {}; // What the page itself asks for beside its form.

// The next page of the same list takes the place of this one; other things open beside it.
function press(button, from) {
  if (main && button.tap?.kind === "call" && button.tap.tool === main.tool) return go(own(button.tap.arguments));
  side.press(button, from);
}

const invitable = byId("invite") ? setUpInvitations() : () => {};
if (byId("linking")) setUpLinking();

function refresh() {
  invitable();
  for (const look of looks) if (look !== main || ready()) look.again();
  showWaiting();
}

// Without what the page asks for by itself, which stands in no address.
const own = (args) => Object.fromEntries(Object.entries(args).filter(([name, value]) => value !== begins[name]));

// --- the form, and the address that remembers it ----------------------------------------------

const READS = {
  number: ({ value }) => Number(value),
  yes_no: ({ checked }) => checked,
};

function filled(of) {
  const fields = [...of.elements].filter(({ name, value, type, checked }) => name && (type === "checkbox" ? checked : value));
  return Object.fromEntries(fields.map((field) => [field.name, (READS[field.dataset.shape] ?? (({ value }) => value.trim()))(field)]));
}

// What differs from the form as it came, which is all that an address has to say.
function narrowed() {
  const untouched = ({ type, checked, defaultChecked, options, value, defaultValue }) =>
    type === "checkbox" ? checked === defaultChecked : value === (options ? standing(options) : defaultValue);
  return Object.fromEntries(Object.entries(filled(form)).filter(([name]) => !untouched(form.elements[name])));
}

const standing = (options) => ([...options].find((one) => one.defaultSelected) ?? options[0])?.value ?? "";

function fill(args) {
  for (const field of form.elements) {
    if (!field.name) continue;
    const value = args[field.name];
    if (field.type === "checkbox") field.checked = value === true || value === "true";
    else if (value !== undefined) choose(field, String(value));
    else field.value = field.options ? standing(field.options) : field.defaultValue;
  }
  const more = form.querySelector(".filter-more");
  if (more && [...more.querySelectorAll("[name]")].some(({ name }) => args[name] !== undefined)) more.open = true;
}

// A value that the list does not offer, such as a period somebody asked for in the chat.
function choose(field, value) {
  if (field.options && ![...field.options].some((one) => one.value === value)) field.add(new Option(value, value));
  field.value = value;
}

// A page about a file has nothing to show before there is one.
const needs = byId("main").querySelector(".look[data-needs]")?.dataset.needs;
const ready = () => (!drop || Boolean(main.arguments.file)) && (!needs || Boolean(main.arguments[needs]));

function go(args, { push = true } = {}) {
  if (drop) args = { ...(main.arguments.file ? { file: main.arguments.file } : {}), ...args };
  if (push) history.pushState({}, "", Object.keys(args).length ? `?${new URLSearchParams(args)}` : location.pathname);
  if (form) fill(args);
  if (drop) document.querySelector(".look[data-main]").hidden = !args.file;
  if (drop && form) form.hidden = byId("filter-toggle").hidden = !args.file;
  if (drop && !args.file) return null;
  if (needs) document.querySelector(".look[data-main]").hidden = !args[needs];
  if (needs && !args[needs]) {
    main.arguments = {};
    return null;
  }
  byId("main").scrollTop = 0;
  return main.again({ ...begins, ...args });
}

function asked() {
  const named = Object.fromEntries(new URLSearchParams(location.search));
  for (const field of form?.elements ?? []) {
    if (named[field.name] && READS[field.dataset.shape]) named[field.name] = field.dataset.shape === "number" ? Number(named[field.name]) : true;
  }
  if (named.skip) named.skip = Number(named.skip);
  return named;
}

if (form) {
  const toggle = byId("filter-toggle");
  const fold = (open) => {
    form.classList.toggle("open", open);
    toggle.setAttribute("aria-expanded", String(open));
  };
  toggle.addEventListener("click", () => fold(!form.classList.contains("open")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    fold(false);
    go(narrowed());
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    go({});
  });
  form.addEventListener("change", ({ target }) => target.localName === "select" && go(narrowed()));
}
if (main) addEventListener("popstate", () => go(asked(), { push: false }));

// --- a file for the page ----------------------------------------------------------------------

async function take(file) {
  const state = byId("drop-state");
  state.textContent = `${file.name}: ${say("file-sending")}`;
  byId("drop-choose").disabled = true;
  try {
    const { id, name } = await sendFile(file);
    state.textContent = name;
    main.arguments = {};
    go({ file: id });
  } catch (error) {
    if (!left(error)) state.textContent = error instanceof Refusal ? error.message : say("no-answer");
  }
  byId("drop-choose").disabled = false;
}

if (drop) {
  const chooser = byId("drop-file");
  byId("drop-choose").addEventListener("click", () => chooser.click());
  chooser.addEventListener("change", () => {
    if (chooser.files[0]) take(chooser.files[0]);
    chooser.value = "";
  });
  for (const type of ["dragover", "dragleave", "drop"]) {
    drop.addEventListener(type, (event) => {
      event.preventDefault();
      drop.classList.toggle("over", type === "dragover");
      if (type === "drop" && event.dataTransfer.files[0]) take(event.dataTransfer.files[0]);
    });
  }
}

for (const act of document.querySelectorAll(".act-form")) {
  act.addEventListener("submit", (event) => {
    event.preventDefault();
    const args = filled(act);
    const said = [...act.elements].filter(({ name }) => name in args).map((field) => field.selectedOptions?.[0]?.text ?? field.value);
    side.say(`${act.dataset.says}: ${said.join(", ")}`, { kind: "call", tool: act.dataset.tool, arguments: args, id: "" }, event.submitter);
    act.reset();
  });
}

if (main) go(asked(), { push: false });
for (const look of looks) if (look !== main) look.again();
