// The steps as a list: everything the canvas can do, by keyboard and on the smallest screen.

import { LANES, newStep } from "./builder-draft.js";
import { el, freshId, icon, say } from "./dom.js";

const nameOf = (one) => one.dataset.key ?? one.getAttribute("aria-label");

export function setUpList(place, draft, catalogue) {
  const labels = Object.fromEntries(catalogue.actions.map((one) => [one.do, one.label]));
  let stale = true;

  const tool = (name, label, press, disabled = false) =>
    el("button", { type: "button", class: "icon-button", "aria-label": label, title: label, disabled, on: { click: press } }, icon(name));

  function head(key, label, text) {
    const wrong = draft.wrong(key).length > 0;
    return el(
      "button",
      {
        type: "button", class: `build-step${wrong ? " wrong" : ""}`, "data-key": key,
        "aria-pressed": String(draft.chosen === key), on: { click: () => draft.choose(key, { focus: true }) },
      },
      el("strong", {}, label),
      text ? el("span", { class: "soft", dir: "auto" }, text) : null,
      wrong ? icon("warn") : null,
    );
  }

  function row(step, key, count) {
    const at = Number(key.split(".").at(-1));
    const label = labels[step.do] ?? step.do;
    const named = (words) => `${say(words)}: ${label}`;
    return el(
      "li",
      {},
      el(
        "div",
        { class: "build-row" },
        head(key, label, draft.names[key] ?? ""),
        tool("up", named("flow-up"), () => focusOn(draft.move(key, -1)), at === 0),
        tool("down", named("flow-down"), () => focusOn(draft.move(key, 1)), at === count - 1),
        tool("bin", named("flow-delete"), () => draft.remove(key)),
      ),
      ...(LANES[step.do] ?? []).map((lane) => within(step, key, lane)),
    );
  }

  function within(step, key, lane) {
    const id = freshId("lane");
    return el(
      "div",
      { class: "build-lane", role: "group", "aria-labelledby": id },
      el("p", { id, class: "build-way" }, say(`flow-${lane}`)),
      rows(step[lane] ?? [], `${key}.${lane}.`),
    );
  }

  function rows(steps, before) {
    const adding = el(
      "select",
      { "aria-label": say("flow-add-to"), class: "build-add" },
      el("option", { value: "" }, `+ ${say("flow-add")}`),
      ...catalogue.actions.map((one) => el("option", { value: one.do }, one.label)),
    );
    adding.addEventListener("change", () => {
      const action = catalogue.actions.find((one) => one.do === adding.value);
      if (action) draft.insert(`${before}${steps.length}`, newStep(action));
    });
    return el("div", {}, el("ol", { class: "build-steps-list" }, ...steps.map((step, at) => row(step, `${before}${at}`, steps.length))), adding);
  }

  function focusOn(key) {
    place.querySelector(`[data-key="${key}"]`)?.focus();
  }

  function draw() {
    stale = place.hidden;
    if (stale) return;
    const active = place.contains(document.activeElement) ? nameOf(document.activeElement) : null;
    place.replaceChildren(
      el("div", { class: "build-row" }, head("", say("flow-whole"), draft.data.title)),
      el("div", { class: "build-row" }, head("when", say("flow-when"), draft.names.when ?? "")),
      el("div", { class: "build-row" }, head("if", say("flow-only-if"), draft.data.if ? draft.names.if ?? "" : say("flow-always"))),
      rows(draft.data.steps, ""),
    );
    if (active) [...place.querySelectorAll("button, select")].find((one) => nameOf(one) === active)?.focus();
  }

  draft.onChange(draw);
  draft.onChoose(draw);
  return { drawn: draw, shown: draw };
}
