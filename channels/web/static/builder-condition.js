// A condition as a form: a comparison, or all, any or none of others, as deep as somebody likes.

import { newComparison } from "./builder-draft.js";
import { el, freshId, icon, say } from "./dom.js";

const kindOf = (condition) => ["all", "any", "not"].find((one) => one in condition) ?? "compare";

// `take(condition)` is called with the whole whenever any of it changes.
export function conditionForm(condition, fields, catalogue, take, remove = null) {
  const place = el("div", { class: "build-condition" });
  let now = condition;
  const changed = (next, { again = true } = {}) => {
    now = next;
    take(next);
    if (again) draw();
  };
  const draw = () => place.replaceChildren(...drawn(now, fields, catalogue, changed, remove));
  draw();
  return place;
}

function drawn(condition, fields, catalogue, changed, remove) {
  const kind = kindOf(condition);
  const kinds = select(say("flow-kind"), ["compare", "all", "any", "not"].map((one) => ({ value: one, label: say(`flow-${one}`) })), kind);
  kinds.addEventListener("change", () => changed(turned(condition, kinds.value)));
  const head = el("div", { class: "build-condition-head" }, kinds, remove ? removal(remove) : null);
  if (kind === "compare") return [head, comparison(condition, fields, catalogue, changed)];
  if (kind === "not") {
    return [head, conditionForm(condition.not, fields, catalogue, (inner) => changed({ not: inner }, { again: false }))];
  }
  const parts = condition[kind];
  let current = parts;
  const rows = parts.map((part, at) =>
    conditionForm(
      part, fields, catalogue,
      (inner) => {
        current = current.map((one, place) => (place === at ? inner : one));
        changed({ [kind]: current }, { again: false });
      },
      parts.length > 1 ? () => changed({ [kind]: current.filter((_, place) => place !== at) }) : null,
    ),
  );
  const add = el("button", { type: "button", class: "button quiet" }, icon("plus"), say("flow-add-condition"));
  add.addEventListener("click", () => changed({ [kind]: [...current, newComparison()] }));
  return [head, el("div", { class: "build-conditions" }, ...rows, add)];
}

// The same under another kind, keeping what is there.
function turned(condition, kind) {
  const inner = condition.all ?? condition.any ?? [condition.not ?? condition];
  if (kind === "compare") return inner.find((one) => kindOf(one) === "compare") ?? newComparison();
  return kind === "not" ? { not: inner[0] } : { [kind]: inner };
}

function comparison(condition, fields, catalogue, changed) {
  const field = catalogue.fields.find((one) => one.name === condition.field);
  const type = field?.type ?? "text";
  const names = select(say("flow-field"), fields.map(({ name, label }) => ({ value: name, label })), condition.field);
  names.addEventListener("change", () => {
    const next = catalogue.fields.find((one) => one.name === names.value);
    const op = catalogue.ops[next.type][0].value;
    changed({ field: next.name, op, value: first(next, op) });
  });
  const ops = select(say("flow-op"), catalogue.ops[type], condition.op);
  ops.addEventListener("change", () => changed({ ...condition, op: ops.value, value: fitted(condition, field, ops.value) }));
  const value = valueBox(condition, field, type, (next) => changed({ ...condition, value: next }, { again: false }));
  return el("div", { class: "build-compare" }, names, ops, value);
}

const isSeveral = (op) => op === "one_of" || op === "none_of";

function first(field, op) {
  if (op === "known" || field.type === "yes_no") return true;
  if (field.type === "money" || field.type === "number") return 1;
  const value = field.choices[0]?.value ?? "";
  return isSeveral(op) ? [value] : value;
}

function fitted(condition, field, op) {
  const value = [condition.value].flat()[0];
  if (op === "known") return true;
  if (typeof value === "boolean" && field.type !== "yes_no") return first(field, op);
  return isSeveral(op) ? [condition.value].flat() : value;
}

function valueBox(condition, field, type, take) {
  const { op, value } = condition;
  if (op === "known" || type === "yes_no") {
    const box = select(say("flow-value"), [{ value: "true", label: say("flow-yes") }, { value: "false", label: say("flow-no") }], String(value));
    box.addEventListener("change", () => take(box.value === "true"));
    return box;
  }
  if (type === "choice" && isSeveral(op)) return several(field, [value].flat(), take);
  if (type === "choice") {
    const box = select(say("flow-value"), field.choices, value);
    box.addEventListener("change", () => take(box.value));
    return box;
  }
  const isNumber = type === "money" || type === "number";
  const label = say(isSeveral(op) ? "flow-values" : "flow-value");
  const box = el("input", { type: isNumber ? "number" : "text", step: "any", maxlength: 300, autocomplete: "off", "aria-label": label });
  box.value = [value].flat().join(", ");
  const read = () => (isSeveral(op) ? box.value.split(",").map((one) => one.trim()).filter(Boolean) : isNumber && box.value ? Number(box.value) : box.value);
  box.addEventListener("change", () => take(read()));
  return box;
}

function several(field, values, take) {
  const boxes = field.choices.map(({ value, label }) => {
    const id = freshId("one-of");
    const box = el("input", { type: "checkbox", id, value, checked: values.includes(value) });
    box.addEventListener("change", () => take(boxes.filter(([one]) => one.checked).map(([one]) => one.value)));
    return [box, el("label", { class: "tick", for: id }, box, ` ${label}`)];
  });
  return el("fieldset", { class: "build-group" }, el("legend", {}, say("flow-value")), ...boxes.map(([, label]) => label));
}

function select(label, options, value) {
  const all = options.some((one) => one.value === value) ? options : [...options, { value, label: value }];
  return el("select", { "aria-label": label }, ...all.map((one) => el("option", { value: one.value, selected: one.value === value }, one.label)));
}

function removal(remove) {
  return el("button", { type: "button", class: "icon-button", "aria-label": say("flow-delete"), title: say("flow-delete"), on: { click: remove } }, icon("bin"));
}
