// The form of what is chosen: made from the catalogue, so that it asks for what the language takes.

import { conditionForm } from "./builder-condition.js";
import { newComparison, partOf } from "./builder-draft.js";
import { el, freshId, icon, say } from "./dom.js";

// `named(title, was)` is the name that goes with a title.
export function setUpForm(place, draft, catalogue, may, named) {
  const known = Object.fromEntries(Object.entries(catalogue.known).map(([name, values]) => [name, dataList(place, values)]));

  // `change` takes what was filled in; where it is nothing, the part is left out.
  function put(key, name, value, how) {
    draft.change((data) => {
      const holder = key === "" ? data : key === "when" ? data.when : draft.step(key, data);
      if (value === undefined) delete holder[name];
      else holder[name] = value;
      how?.(holder);
    }, "form");
  }

  function draw() {
    const key = draft.chosen;
    const content = key === "when" ? whenForm() : key === "if" ? onlyIfForm() : draft.step(key) ? stepForm(key) : wholeForm();
    const inputs = document.createElement("fieldset");
    inputs.disabled = !may;
    inputs.append(...content.filter(Boolean));
    place.replaceChildren(...[...place.querySelectorAll("datalist")], inputs);
    mark();
  }

  const boxOf = (part) => (part ? place.querySelector(`[data-part="${CSS.escape(part)}"]`)?.querySelector("input, select, textarea") : null);

  // What is wrong is wrong to whoever hears the form, too.
  function mark() {
    for (const box of place.querySelectorAll("[aria-invalid]")) box.removeAttribute("aria-invalid");
    for (const { at } of draft.wrong(draft.chosen)) boxOf(partOf(at))?.setAttribute("aria-invalid", "true");
  }

  const title = (text) => el("h2", { tabindex: "-1" }, text);

  function wrongOf(key) {
    const found = draft.wrong(key);
    return found.length ? el("ul", { class: "build-problems" }, ...found.map(({ says }) => el("li", {}, says))) : null;
  }

  function wholeForm() {
    return [title(say("flow-whole")), wrongOf(""), ...catalogue.limits.map((part) => field(part, draft.data[part.name], part.name === "title" ? entitle : (value) => put("", part.name, value)))];
  }

  function entitle(value) {
    const name = named(value, draft.data.title);
    put("", "title", value, (data) => (data.name = name));
    boxOf("name").value = name;
  }

  function whenForm() {
    const kind = ["every", "cron"].find((one) => one in draft.data.when) ?? "event";
    const chosen = catalogue.triggers.find((one) => one.kind === kind);
    const first = { event: { event: "order.created" }, every: { every: "day", at: "09:00" }, cron: { cron: "0 9 * * *" } };
    const kinds = choice(catalogue.triggers.map((one) => ({ value: one.kind, label: one.label })), kind);
    kinds.addEventListener("change", () => {
      draft.change((data) => (data.when = first[kinds.value]), "form");
      draft.choose("when", { by: "form" });
    });
    return [
      title(say("flow-when")),
      wrongOf("when"),
      labelled(say("flow-kind-of-when"), kinds),
      ...chosen.parts
        .filter(({ only }) => !only || only === draft.data.when.event)
        .map((part) => field(part, draft.data.when[part.name], part.name === "event" ? begins : (value) => put("when", part.name, value))),
    ];
  }

  // What only the event before could be asked goes with it.
  function begins(event) {
    draft.change((data) => (data.when = { event }), "form");
    draft.choose("when", { by: "form" });
  }

  function onlyIfForm() {
    const is = Boolean(draft.data.if);
    const id = freshId("if");
    const tick = el("input", { type: "checkbox", id, checked: !is });
    tick.addEventListener("change", () => {
      put("", "if", tick.checked ? undefined : newComparison());
      draw();
    });
    return [
      title(say("flow-only-if")),
      wrongOf("if"),
      el("label", { class: "tick", for: id }, tick, ` ${say("flow-always")}`),
      is ? conditionForm(draft.data.if, fieldsFor(""), catalogue, (value) => put("", "if", value)) : null,
    ];
  }

  function stepForm(key) {
    const step = draft.step(key);
    const action = catalogue.actions.find((one) => one.do === step.do);
    if (!action) return [title(step.do), wrongOf(key)];
    return [
      title(action.label),
      wrongOf(key),
      ...action.parts.map((part) => field(part, step[part.name], (value) => put(key, part.name, value), key, step.do)),
    ];
  }

  // Which fields a place can name: those of the event, or within a loop those of its list.
  function fieldsFor(key) {
    let happening = catalogue.events.find((one) => one.name === draft.data.when.event);
    const parts = key.split(".");
    for (let end = 1; end < parts.length; end += 2) {
      const holder = draft.step(parts.slice(0, end).join("."));
      if (holder?.do === "each") happening = catalogue.lists.find((one) => one.name === holder.of) ?? happening;
    }
    const reaches = happening?.reaches ?? ["event", "wait", "shop"];
    return catalogue.fields.filter(({ name }) => reaches.includes(name.split(".")[0]));
  }

  function field(part, ...rest) {
    const box = fieldOf(part, ...rest);
    box.dataset.part = part.name;
    return box;
  }

  function fieldOf(part, value, take, key = "", action = "") {
    switch (part.kind) {
      case "condition":
        return conditionForm(value ?? newComparison(), fieldsFor(key), catalogue, take);
      case "values":
        return valuesForm(part, value ?? {}, take);
      case "several":
        return ticks(part, value ?? [], take);
      case "yes_no":
        return tickField(part, value ?? part.value, take);
      default:
        return labelled(part.label, input(part, value, take, key, action), part.kind === "long" && key ? insert(key) : null);
    }
  }

  function input(part, value, take, key, action) {
    const choices = { event: catalogue.events, list: catalogue.lists }[part.kind]?.map(({ name, label }) => ({ value: name, label }));
    if (choices || part.kind === "choice") {
      const all = choices ?? part.choices;
      const one = choice(part.required ? all : [{ value: "", label: shownDefault(part) }, ...all], value ?? "");
      one.addEventListener("change", () => take(one.value || undefined));
      return one;
    }
    const list = part.name === "to" && action === "set_status" ? null : known[part.name];
    const shape = part.kind === "number" ? { type: "number", min: part.least, max: part.most, step: 1 } : { type: "text", maxlength: 1000, list };
    const box = part.kind === "long" ? el("textarea", { rows: 3, maxlength: 1000, dir: "auto" }) : el("input", { ...shape, autocomplete: "off", placeholder: part.value ?? null });
    box.value = value ?? "";
    if (part.required) box.setAttribute("aria-required", "true");
    const read = () => (part.kind === "number" && box.value ? Number(box.value) : box.value.trim());
    box.addEventListener("change", () => take(box.value === "" && !part.required ? undefined : read()));
    return box;
  }

  const shownDefault = ({ value, choices }) => choices.find((one) => one.value === value)?.label ?? say("flow-unset");

  // A field's place put in where the text is being written.
  function insert(key) {
    return (box) => {
      const names = choice([{ value: "", label: `+ ${say("flow-insert")}` }, ...fieldsFor(key).map(({ name, label }) => ({ value: `{${name}}`, label }))], "");
      names.setAttribute("aria-label", say("flow-insert"));
      names.addEventListener("change", () => {
        box.setRangeText(names.value, box.selectionStart, box.selectionEnd, "end");
        names.value = "";
        box.focus();
        box.dispatchEvent(new Event("change"));
      });
      return names;
    };
  }

  function valuesForm(part, values, take) {
    const rows = Object.entries(values).map(([name, text]) => {
      const [left, right] = [name, text].map((one) => el("input", { type: "text", autocomplete: "off", dir: "auto", value: one }));
      left.setAttribute("aria-label", say("flow-place"));
      right.setAttribute("aria-label", say("flow-value"));
      const changed = () => {
        const rest = Object.entries(values).map(([was, said]) => (was === name ? [left.value.trim(), right.value] : [was, said]));
        const kept = Object.fromEntries(rest.filter(([one]) => one));
        take(Object.keys(kept).length ? kept : undefined);
        draw();
      };
      for (const one of [left, right]) one.addEventListener("change", changed);
      return el("div", { class: "build-pair" }, left, right);
    });
    const add = el("button", { type: "button", class: "button quiet" }, icon("plus"), say("flow-add-value"));
    add.addEventListener("click", () => {
      take({ ...values, [`value${Object.keys(values).length + 1}`]: "-" });
      draw();
    });
    return el("fieldset", { class: "build-group" }, el("legend", {}, part.label), ...rows, add);
  }

  function ticks(part, values, take) {
    const boxes = part.choices.map(({ value, label }) => {
      const id = freshId("tick");
      const box = el("input", { type: "checkbox", id, value, checked: values.includes(value) });
      return [box, el("label", { class: "tick", for: id }, box, ` ${label}`)];
    });
    const changed = () => {
      const chosen = boxes.filter(([box]) => box.checked).map(([box]) => box.value);
      take(chosen.length ? chosen : undefined);
    };
    for (const [box] of boxes) box.addEventListener("change", changed);
    return el("fieldset", { class: "build-group" }, el("legend", {}, part.label), ...boxes.map(([, label]) => label));
  }

  function tickField(part, value, take) {
    const id = freshId("tick");
    const box = el("input", { type: "checkbox", id, checked: value === true });
    box.addEventListener("change", () => take(box.checked ? true : undefined));
    return el("label", { class: "tick", for: id }, box, ` ${part.label}`);
  }

  draft.onChange((by) => by === "form" || place.contains(document.activeElement) || draw());
  draft.onChoose((_key, { focus, part, by }) => {
    draw();
    if (!focus && by !== "form") return;
    (boxOf(part) ?? place.querySelector("h2")).focus({ preventScroll: true });
    place.scrollIntoView({ block: "nearest" });
  });
  draw();
  return { drawn: mark };
}

export function choice(options, value) {
  const all = options.some((one) => one.value === value) ? options : [...options, { value, label: value || say("flow-unset") }];
  return el("select", {}, ...all.map((one) => el("option", { value: one.value, selected: one.value === value }, one.label)));
}

export function labelled(text, box, beside = null) {
  box.id ||= freshId("part");
  return el("div", { class: "field" }, el("label", { for: box.id }, text), box, beside?.(box) ?? null);
}

function dataList(place, values) {
  const id = freshId("known");
  place.append(el("datalist", { id }, ...values.map((value) => el("option", { value }))));
  return id;
}
