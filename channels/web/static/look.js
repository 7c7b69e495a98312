// A look at the business: the cards of a read tool, where the person is.

import { Refusal, post } from "./api.js";
import { drawCard } from "./cards.js";
import { el, icon, say } from "./dom.js";
import { left } from "./shell.js";

export class LookAt {
  #says;
  #cards;
  #place;
  #desk;
  #asked = 0;
  tool;
  arguments;

  // `place` holds an element for the sentence and one for the cards.
  constructor(place, desk, tool, args) {
    this.#place = place;
    this.#says = place.querySelector(".look-says");
    this.#cards = place.querySelector(".look-cards");
    this.#desk = desk;
    this.tool = tool;
    this.arguments = args;
  }

  // Look again, with other arguments where they are given. What is seen stays until there is more.
  async again(args = this.arguments) {
    this.arguments = args;
    const asked = (this.#asked += 1);
    this.#place.setAttribute("aria-busy", "true");
    try {
      const seen = await post("/api/look", { tool: this.tool, arguments: args });
      if (asked === this.#asked) this.#show(seen);
      return seen;
    } catch (error) {
      if (left(error) || asked !== this.#asked) return null;
      this.#fail(error instanceof Refusal ? error.message : say("no-answer"));
      return null;
    } finally {
      if (asked === this.#asked) this.#place.setAttribute("aria-busy", "false");
    }
  }

  #show({ status, says, cards }) {
    const focused = this.#cards.contains(document.activeElement) ? document.activeElement.textContent : null;
    const told = cards.length ? says : "";
    if (this.#says.textContent !== told) this.#says.textContent = told; // The same is not read out again.
    const drawn = cards.map((card) => drawCard(card, { ...this.#desk, said: says }));
    this.#cards.replaceChildren(...(drawn.length ? drawn : [empty(says, status === "done")]));
    if (focused !== null) [...this.#cards.querySelectorAll("button")].find((one) => one.textContent === focused)?.focus();
  }

  #fail(says) {
    this.#says.textContent = "";
    const again = el("button", { type: "button", class: "button", on: { click: () => this.again() } }, icon("refresh"), say("try-again"));
    this.#cards.replaceChildren(el("div", { class: "empty", role: "alert" }, icon("warn"), el("p", {}, says), again));
  }
}

function empty(says, fine) {
  return el("div", { class: "empty", role: fine ? null : "alert" }, icon(fine ? "check" : "warn"), el("p", { dir: "auto" }, says));
}
