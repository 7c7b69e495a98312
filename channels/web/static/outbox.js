// Messages on their way: sent one by one, in order, again after a lost connection, and under an id
// of their own, so that the server takes each once.

import { Refusal, post } from "./api.js";
import { uuid } from "./dom.js";

const LONGEST_WAIT = 10_000;

export class Outbox {
  #items = [];
  #running = false;
  #wake = () => {};
  #key;
  #changed;

  // `changed(item)` is called whenever an item's state moves: waiting, sending, sent, failed.
  constructor(person, changed) {
    this.#key = `superecom-outbox-${person}`;
    this.#changed = changed;
    this.#items = JSON.parse(sessionStorage.getItem(this.#key) ?? "[]").map((item) => ({ ...item, state: "waiting" }));
    addEventListener("online", () => this.#wake());
  }

  of(conversation) {
    return this.#items.filter((item) => item.conversation === conversation);
  }

  add(conversation, text, tap = null, files = []) {
    const item = { id: uuid(), conversation, text, tap, files, state: "waiting", says: "" };
    this.#items.push(item);
    this.#keep();
    this.run();
    return item;
  }

  again(item) {
    this.#move(item, "waiting");
    this.run();
  }

  remove(item) {
    this.#items = this.#items.filter((other) => other !== item);
    this.#keep();
  }

  forgetAll() {
    this.#items = [];
    this.#keep();
  }

  async run() {
    this.#wake();
    if (this.#running) return;
    this.#running = true;
    for (let item = this.#next(); item; item = this.#next()) await this.#send(item);
    this.#running = false;
  }

  #next() {
    return this.#items.find(({ state }) => state === "waiting");
  }

  async #send(item) {
    for (let wait = 500; this.#items.includes(item); wait = Math.min(wait * 2, LONGEST_WAIT)) {
      this.#move(item, "sending");
      try {
        const { conversation, id, text, tap, files } = item;
        const sent = { conversation, id, text, tap, files: files.map((file) => file.id) };
        const { received } = await post("/api/messages", sent);
        item.repeated = !received;
        this.remove(item);
        return this.#move(item, "sent");
      } catch (error) {
        const later = !(error instanceof Refusal) || error.status === 429 || error.status >= 502;
        if (!later) return this.#move(item, "failed", error);
        this.#move(item, "held", error);
        await this.#pause(error.retryAfter ? error.retryAfter * 1000 : wait);
      }
    }
  }

  #pause(milliseconds) {
    return new Promise((resolve) => {
      this.#wake = resolve;
      setTimeout(resolve, milliseconds);
    });
  }

  #move(item, state, error = null) {
    item.state = state;
    item.says = error?.message ?? "";
    item.code = error?.code ?? "";
    this.#changed(item);
  }

  #keep() {
    const kept = this.#items.map(({ id, conversation, text, tap, files }) => ({ id, conversation, text, tap, files }));
    sessionStorage.setItem(this.#key, JSON.stringify(kept));
  }
}
