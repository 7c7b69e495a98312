// How approvals and receipts stand, and the cards that show it: pressed here, pressed in another
// tab, decided on another channel, or run out of time.

import { el, icon, say } from "./dom.js";
import { button, card, differences } from "./card-parts.js";

const OPEN = new Set(["pending", "kept"]);
const BUSY = new Set(["deciding", "undoing"]);
const CALL_STATES = { done: "done", refused: "declined", failed: "failed" };

export class Decisions {
  #states = new Map(); // id of approval or receipt -> { state, by }
  #cards = new Map(); // the same id -> functions that redraw its cards
  #approvalOfCall = new Map();
  #endOfCall = new Map();
  #timers = new Map();
  #pressed = new Map(); // the same id -> { kind, says, heard }

  // Read what a reply says about approvals of this and earlier replies.
  read(reply) {
    const waiting = reply.calls.filter(({ status }) => status === "awaiting_approval");
    reply.cards
      .filter(({ kind }) => kind === "approval")
      .forEach(({ approval }, index) => {
        if (!waiting[index]) return;
        const call = `${reply.turn}/${waiting[index].id}`;
        this.#approvalOfCall.set(call, approval);
        if (this.#endOfCall.has(call)) this.set(approval, this.#endOfCall.get(call));
      });
    for (const { id, status } of reply.calls) {
      if (!CALL_STATES[status]) continue;
      const call = `${reply.turn}/${id}`;
      this.#endOfCall.set(call, CALL_STATES[status]);
      if (this.#approvalOfCall.has(call)) this.set(this.#approvalOfCall.get(call), CALL_STATES[status]);
    }
    for (const receipt of reply.receipts) this.#readReceipt(receipt);
  }

  // The server has what was pressed here: the next reply answers it.
  heard(text) {
    for (const press of this.#pressed.values()) press.heard ||= press.says === text;
  }

  // A press was answered without its card being settled, such as by a refusal: offer it again.
  answered() {
    for (const [id, { kind, heard }] of this.#pressed) {
      if (!heard) continue;
      this.#pressed.delete(id);
      if (BUSY.has(this.#states.get(id)?.state)) this.set(id, kind === "undo" ? "kept" : "pending");
    }
  }

  press({ kind, id }, says) {
    if (!["approve", "decline", "undo"].includes(kind)) return;
    this.#pressed.set(id, { kind, says, heard: false });
    this.set(id, kind === "undo" ? "undoing" : "deciding");
  }

  // The press never reached the server.
  release({ kind, id }) {
    if (!this.#pressed.delete(id)) return;
    this.set(id, kind === "undo" ? "kept" : "pending");
  }

  standing({ id, state, by }) {
    if (OPEN.has(state) && BUSY.has(this.#states.get(id)?.state)) return; // Ours is on its way.
    this.set(id, state, by);
  }

  set(id, state, by = "") {
    this.#states.set(id, { state, by });
    for (const redraw of this.#cards.get(id) ?? []) redraw();
  }

  of(id, otherwise) {
    return this.#states.get(id) ?? { state: otherwise, by: "" };
  }

  watch(id, redraw) {
    this.#cards.set(id, [...(this.#cards.get(id) ?? []), redraw]);
    redraw();
  }

  clear() {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const map of [this.#states, this.#cards, this.#approvalOfCall, this.#endOfCall, this.#timers, this.#pressed]) map.clear();
  }

  #readReceipt({ id, undo_until: until, undone }) {
    clearTimeout(this.#timers.get(id));
    if (undone) return this.set(id, "undone");
    if (!until || this.of(id, "kept").state !== "kept") return;
    const left = Date.parse(until) - Date.now();
    if (left <= 0) return this.set(id, "final");
    if (left > 2 ** 31 - 1) return; // Longer than a timer can wait.
    this.#timers.set(id, setTimeout(() => this.of(id, "kept").state === "kept" && this.set(id, "final"), left));
  }
}

export function drawApproval(approval, desk) {
  const foot = el("div", { class: "decision" });
  const facts = [
    approval.at_stake ? el("p", { class: "stake" }, el("span", {}, say("at-stake")), el("strong", {}, approval.at_stake)) : null,
    approval.needs ? el("p", { class: "needs", dir: "auto" }, approval.needs) : null,
    approval.reversible ? el("p", { class: "soft" }, approval.reversible) : null,
    approval.expires ? el("p", { class: "soft expires" }, approval.expires) : null,
  ];
  const warnings = approval.warnings.map((text) => el("p", { class: "warning", dir: "auto" }, icon("warn"), el("span", {}, text)));
  const asks = el("span", {}, say("approval"));
  const drawn = card(
    "approval",
    { eyebrow: el("span", {}, icon("shield"), asks), title: approval.title, label: `${say("approval")}: ${approval.title}` },
    approval.asked ? el("p", { class: "soft about", dir: "auto" }, approval.asked) : null,
    approval.why ? el("blockquote", { class: "why", dir: "auto" }, approval.why) : null,
    differences(approval.differences),
    ...warnings,
    el("div", { class: "facts" }, ...facts),
    foot,
  );
  follow(foot, drawn, approval.approval, "pending", approvalButtons(approval), desk);
  desk.decisions.watch(approval.approval, () => {
    const open = ["pending", "deciding"].includes(drawn.dataset.state);
    asks.textContent = say(open ? "approval" : "approval-over");
  });
  return drawn;
}

export function drawReceipt(receipt, desk) {
  const foot = el("div", { class: "decision" });
  const drawn = card(
    "receipt",
    { eyebrow: el("span", {}, icon("check"), say("receipt")), title: receipt.title, label: `${say("receipt")}: ${receipt.title}` },
    differences(receipt.differences),
    receipt.at ? el("p", { class: "soft at" }, receipt.at) : null,
    foot,
  );
  follow(foot, drawn, receipt.receipt, "kept", receipt.buttons, desk);
  return drawn;
}

function approvalButtons(approval) {
  const tap = (kind) => ({ kind, tool: "", arguments: {}, id: approval.approval });
  return approval.buttons.length
    ? approval.buttons
    : [
        { label: say("approve"), says: say("approve-says"), tap: tap("approve") },
        { label: say("decline"), says: say("decline-says"), tap: tap("decline") },
      ];
}

const kindOf = ({ tap }) => (tap?.kind === "approve" ? "primary" : tap?.kind === "decline" ? "quiet" : "");
const decides = ({ tap }) => ["approve", "decline", "undo"].includes(tap?.kind);

// Keep a card's foot in step with how it stands; focus stays in the card when its buttons go.
function follow(foot, drawn, id, otherwise, choices, desk) {
  desk.decisions.watch(id, () => {
    const { state, by } = desk.decisions.of(id, otherwise);
    const held = foot.contains(document.activeElement);
    const offered = choices.filter((choice) => OPEN.has(state) || !decides(choice));
    const row = offered.map((choice) => button(choice, desk, kindOf(choice)));
    const quiet = OPEN.has(state) || (state === "final" && !choices.some(decides));
    const words = quiet ? null : el("p", { class: `standing ${state}`, tabindex: "-1" }, ["done", "approved"].includes(state) ? icon("check") : null, say(`state-${state}`), by ? ` · ${by}` : "");
    foot.replaceChildren(...[words, row.length ? el("div", { class: "buttons" }, ...row) : null].filter(Boolean));
    foot.setAttribute("aria-busy", String(BUSY.has(state)));
    drawn.dataset.state = state;
    if (held) (foot.querySelector(".standing") ?? foot.querySelector("button"))?.focus();
  });
}
