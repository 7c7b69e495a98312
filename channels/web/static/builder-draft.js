// What is being built: plain data as a definition has it, changed in one place for all views.

// Keys are places as the server names them: "1.then.0"; "when", "if" and "" are the beginning, the
// condition of the whole, and the whole.
export const placeOf = (at) => {
  if (at.startsWith("when")) return "when";
  if (at === "if" || at.startsWith("if.")) return "if";
  const [first, ...rest] = at.split(".");
  if (first !== "steps") return "";
  const place = [];
  for (const [index, part] of rest.entries()) {
    const isLane = ["then", "else", "steps"].includes(part) && /^\d+$/.test(rest[index + 1] ?? "");
    if (!/^\d+$/.test(part) && !isLane) break;
    place.push(part);
  }
  return place.join(".");
};

// Which part of its place a problem is about: "title" of "steps.1.title"; empty where it is the whole.
export const partOf = (at) => {
  const place = placeOf(at);
  const before = /^\d/.test(place) ? `steps.${place}.` : place && `${place}.`;
  return at.startsWith(before) ? at.slice(before.length).split(".")[0] : "";
};

export const LANES = { branch: ["then", "else"], ask_approval: ["then", "else"], each: ["steps"] };

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const copy = (data) => JSON.parse(JSON.stringify(data));

export class Draft {
  #listeners = [];
  #choosers = [];
  #before = [];
  #after = [];
  #kept = null;
  data = { version: 1, name: "", title: "", when: {}, steps: [] };
  names = {}; // What each box says, by its place, as the server writes it.
  problems = [];
  chosen = "";

  get canUndo() {
    return this.#before.length > 0;
  }

  get canRedo() {
    return this.#after.length > 0;
  }

  get isChanged() {
    return this.#kept !== null && JSON.stringify(this.data) !== this.#kept;
  }

  // What is there now is not lost with the page.
  keep() {
    this.#kept = JSON.stringify(this.data);
  }

  onChange(listener) {
    this.#listeners.push(listener);
  }

  onChoose(listener) {
    this.#choosers.push(listener);
  }

  told({ names, problems }) {
    if (!problems.length) this.names = names;
    this.problems = problems;
  }

  wrong(key) {
    return this.problems.filter(({ at }) => placeOf(at) === key);
  }

  // `kept` is data that says the same, such as what the check sent back: nothing to undo.
  replace(data, { by = "view", kept = false } = {}) {
    if (same(data, this.data)) return this.#tell(by);
    if (!kept) {
      this.#before.push(copy(this.data));
      this.#after = [];
    }
    this.data = copy(data);
    this.#tell(by);
  }

  // Change a copy of the data and take it.
  change(how, by = "view") {
    const data = copy(this.data);
    how(data);
    this.replace(data, { by });
  }

  undo() {
    this.#go(this.#before, this.#after);
  }

  redo() {
    this.#go(this.#after, this.#before);
  }

  forget() {
    this.#before = [];
    this.#after = [];
    this.#tell("check");
  }

  choose(key, { focus = false, part = "", by = "view" } = {}) {
    this.chosen = key;
    for (const listener of this.#choosers) listener(key, { focus, part, by });
  }

  #go(from, to) {
    if (!from.length) return;
    to.push(copy(this.data));
    this.data = from.pop();
    if (!this.step(this.chosen)) this.chosen = "";
    this.#tell("undo");
    this.choose(this.chosen);
  }

  #tell(by) {
    for (const listener of this.#listeners) listener(by);
  }

  step(key, data = this.data) {
    if (!/^\d/.test(key)) return null;
    const [list, at] = this.list(key, data);
    return list?.[at] ?? null;
  }

  // The list in which a place lies, and where.
  list(key, data = this.data) {
    const parts = key.split(".");
    let list = data.steps;
    for (let index = 0; index + 1 < parts.length; index += 2) list = list?.[Number(parts[index])]?.[parts[index + 1]];
    return [list, Number(parts.at(-1))];
  }

  // Put a new step at a place; the lane is made where there is none.
  insert(key, step) {
    this.change((data) => {
      const parts = key.split(".");
      if (parts.length > 1) {
        const holder = this.step(parts.slice(0, -2).join("."), data);
        holder[parts.at(-2)] ??= [];
      }
      const [list, at] = this.list(key, data);
      list.splice(at, 0, step);
    });
    this.choose(key, { focus: true });
  }

  remove(key) {
    this.change((data) => {
      const [list, at] = this.list(key, data);
      list.splice(at, 1);
    });
    this.choose("");
  }

  move(key, by) {
    const [list, at] = this.list(key);
    if (at + by < 0 || at + by >= list.length) return key;
    this.change((data) => {
      const [steps] = this.list(key, data);
      const [step] = steps.splice(at, 1);
      steps.splice(at + by, 0, step);
    });
    const parts = key.split(".");
    const next = [...parts.slice(0, -1), at + by].join(".");
    this.choose(next);
    return next;
  }
}

// A new step with what it needs, so that it can be filled in.
export function newStep({ do: name, parts, lanes }) {
  const step = { do: name };
  for (const part of parts) if (part.required) step[part.name] = emptyOf(part);
  for (const lane of lanes) step[lane] = [];
  if (name === "wait") step.for = "4h";
  return step;
}

const emptyOf = ({ kind, choices }) => {
  if (kind === "choice") return choices[0].value;
  if (kind === "condition") return newComparison();
  if (kind === "number") return 1;
  return "";
};

export const newComparison = () => ({ field: "order.total", op: "above", value: 1000 });
