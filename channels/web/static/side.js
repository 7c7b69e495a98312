// What opens beside a page: the card of a thing, and the chat in which it is acted on. On a wide
// screen it stands next to the page; on a narrow one it covers it, and Escape closes it.

import { byId, el, say } from "./dom.js";
import { LookAt } from "./look.js";
import { Talk } from "./talk.js";

const WIDE = matchMedia("(min-width: 75rem)");
const KEY = `superecom-side-${byId("app").dataset.person}`;
const EVERY = 4000; // Milliseconds between two looks at what others go on writing in.
const GOES_ON = new Set(["show_hand_over", "workflow_runs"]);
const PAGES = { show_order: (args) => `/orders/${encodeURIComponent(args.order)}` };

// A row or a card is known by its own name; "Open" on twenty rows says little.
function nameOf(button, from) {
  const name = from?.querySelector?.(".row-button, strong") ?? (from?.matches?.(".row-button") ? from : null);
  return name?.textContent || button.label;
}

export class Side {
  #side = byId("side");
  #talk;
  #trail = []; // What was looked at, the last on top.
  #opener = null;
  #reads;
  #loaded = null;
  #watching = 0;

  // `reads` are the tools a page may run; `arrived()` is called when the chat has answered.
  constructor(reads, arrived) {
    this.#reads = new Set(reads);
    this.#talk = new Talk({
      begun: (id) => sessionStorage.setItem(KEY, id),
      gone: () => sessionStorage.removeItem(KEY),
      arrived,
      tap: () => false,
    });
    byId("side-close").addEventListener("click", () => this.#side.close());
    byId("side-back").addEventListener("click", () => this.#back());
    this.#side.addEventListener("close", () => {
      clearInterval(this.#watching);
      this.#trail = [];
      this.#return();
    });
    this.#side.addEventListener("click", (event) => event.target === this.#side && this.#side.close());
    addEventListener("keydown", (event) => event.key === "Escape" && this.#side.open && this.#side.close());
    WIDE.addEventListener("change", () => this.#side.open && this.#reopen());
    this.#talk.run();
  }

  get desk() {
    return { press: (button, from) => this.press(button, from), decisions: this.#talk.decisions };
  }

  forget() {
    this.#talk.forget();
    sessionStorage.removeItem(KEY);
  }

  isRead(tap) {
    return tap?.kind === "call" && this.#reads.has(tap.tool);
  }

  // A read is shown here; anything else is said in the chat, where it is asked about first.
  press(button, from) {
    if (this.isRead(button.tap)) this.look(button.tap.tool, button.tap.arguments, nameOf(button, from), from);
    else this.say(button.says, button.tap, from);
  }

  async say(text, tap = null, from = null) {
    await this.chat(from);
    this.#talk.send(text, tap);
  }

  async chat(from = null, { focus = false } = {}) {
    this.#show("talk", say("side-chat"), from);
    this.#loaded ??= this.#talk.open(sessionStorage.getItem(KEY) ?? "");
    await this.#loaded;
    if (focus) this.#talk.focus();
  }

  look(tool, args, title, from = null) {
    this.#trail.push({ tool, args, title });
    this.#draw(from);
  }

  #back() {
    if (!byId("side-talk").hidden && this.#trail.length) return this.#draw();
    this.#trail.pop();
    if (this.#trail.length) this.#draw();
    else this.#side.close();
  }

  #draw(from = null) {
    const { tool, args, title } = this.#trail.at(-1);
    const place = byId("side-look");
    place.replaceChildren(
      el("p", { class: "look-says", role: "status" }),
      el("div", { class: "look-cards" }, el("div", { class: "ghost", "aria-hidden": "true" })),
    );
    this.#show("look", title, from);
    const page = PAGES[tool]?.(args);
    byId("side-page").hidden = !page || page === location.pathname;
    byId("side-page").href = page ?? "/";
    const look = new LookAt(place, this.desk, tool, args);
    look.again();
    clearInterval(this.#watching);
    if (GOES_ON.has(tool)) this.#watching = setInterval(() => document.hidden || place.hidden || look.again(), EVERY);
    place.focus();
  }

  #show(what, title, from) {
    if (from && !this.#side.contains(from)) this.#opener = from;
    byId("side-look").hidden = what !== "look";
    byId("side-talk").hidden = what !== "talk";
    byId("side-page").hidden = true;
    byId("side-back").hidden = what === "look" ? this.#trail.length < 2 : this.#trail.length === 0;
    byId("side-title").textContent = title;
    if (!this.#side.open) this.#reopen();
  }

  // Back to what was pressed; what the page shows may have been drawn anew since.
  #return() {
    const same = (one) => one.textContent === this.#opener?.textContent;
    const opener = this.#opener?.isConnected ? this.#opener : [...byId("main").querySelectorAll("button")].find(same);
    (opener ?? byId("main")).focus();
  }

  #reopen() {
    if (this.#side.open) this.#side.close();
    if (WIDE.matches) this.#side.show();
    else this.#side.showModal();
  }
}
