// One conversation: which is open, what is sent, what arrives. The chat page is little more than
// this; beside other pages it is where things are asked for and approved.

import { Refusal, get } from "./api.js";
import { Decisions } from "./decisions.js";
import { byId, say, uuid } from "./dom.js";
import { Tray } from "./files.js";
import { Outbox } from "./outbox.js";
import { announce, left, notice } from "./shell.js";
import { Stream } from "./stream.js";
import { Transcript } from "./transcript.js";

const LONGEST = 8_000;

export class Talk {
  conversation = "";
  decisions = new Decisions();
  #person = byId("app").dataset.person;
  #box = byId("message");
  #transcript;
  #outbox;
  #tray;
  #page;
  #stream = null;
  #lost = { stream: false, sending: false };

  // `page` has begun(id), gone(), arrived(exchange), and tap(button), which tells whether the page
  // itself did what a button asks for.
  constructor(page) {
    this.#page = page;
    this.#transcript = new Transcript({ press: (button, from) => this.press(button, from), decisions: this.decisions });
    this.#outbox = new Outbox(this.#person, (item) => this.#moved(item));
    this.#tray = new Tray(() => this.#measure());
    this.#listen();
  }

  run() {
    this.#outbox.run();
  }

  focus() {
    this.#box.focus();
  }

  // --- conversations ----------------------------------------------------------------------

  async open(id) {
    this.#keepDraft();
    this.#stream?.close();
    this.#stream = null;
    this.conversation = id;
    this.#transcript.clear();
    this.decisions.clear();
    this.#status("open");
    byId("welcome").hidden = Boolean(id);
    this.#restoreDraft();
    if (id) await this.#load(id);
    if (this.conversation === id) for (const item of this.#outbox.of(id)) this.#showPending(item);
  }

  async #load(id) {
    try {
      const page = await get(`/api/conversations/${id}`);
      if (this.conversation !== id || this.#stream) return;
      this.#draw(page);
      this.#follow(page.messages.at(-1)?.id ?? 0);
    } catch (error) {
      if (this.conversation !== id) return;
      // Made here, not yet there: its first message is still on its way.
      if (error.status === 404 && this.#outbox.of(id).length) return;
      if (error.status === 404) return this.#gone(error);
      if (this.#left(error)) return;
      this.#status("lost");
      setTimeout(() => this.conversation === id && this.#load(id), 2_000);
    }
  }

  #gone(error) {
    this.open("");
    this.#page.gone();
    notice(error.message);
  }

  #draw({ messages, earlier, standings }) {
    for (const exchange of messages) {
      if (exchange.reply) this.decisions.read(exchange.reply);
      this.#transcript.add(exchange);
    }
    standings.forEach((one) => this.decisions.standing(one));
    if (earlier) this.#transcript.offerEarlier(() => this.#loadEarlier(messages[0].id));
    this.#transcript.toEnd();
    const last = messages.at(-1);
    this.#transcript.typing(last?.direction === "in" && Date.now() - Date.parse(last.at) < 20_000);
  }

  async #loadEarlier(before) {
    const id = this.conversation;
    try {
      const { messages, earlier } = await get(`/api/conversations/${id}?before=${before}`);
      if (this.conversation !== id) return;
      for (const { reply } of messages) if (reply) this.decisions.read(reply);
      this.#transcript.prepend(messages);
      if (earlier) this.#transcript.offerEarlier(() => this.#loadEarlier(messages[0].id));
    } catch (error) {
      if (!this.#left(error)) notice(error instanceof Refusal ? error.message : say("no-answer"));
    }
  }

  #follow(after) {
    const id = this.conversation;
    const here = (action) => (data) => this.conversation === id && action(data);
    this.#stream = new Stream(id, after, {
      message: here((exchange) => {
        this.#transcript.add(exchange);
        this.decisions.heard(exchange.text);
      }),
      reply: here((exchange) => this.#arrived(exchange)),
      delta: here((data) => this.#transcript.delta(data)),
      typing: here(({ on }) => this.#transcript.typing(on)),
      standing: here((all) => all.forEach((one) => this.decisions.standing(one))),
      trouble: here(({ says }) => this.#transcript.problem(says, () => this.#loadAgain(id))),
      status: here((state) => this.#status(state)),
      refused: here(() => get("/api/conversations").catch((error) => this.#left(error))),
    });
  }

  // Asking for the conversation has the server take up what still waits in it.
  #loadAgain(id) {
    get(`/api/conversations/${id}`).catch((error) => this.#left(error));
  }

  #arrived(exchange) {
    this.#transcript.typing(false);
    if (exchange.reply) this.decisions.read(exchange.reply);
    const words = this.#transcript.add(exchange);
    if (exchange.reply) this.decisions.answered();
    if (words) announce(words);
    this.#page.arrived(exchange);
  }

  #status(state, part = "stream") {
    this.#lost[part] = state === "lost";
    this.#showStatus();
  }

  #showStatus() {
    const broken = this.#lost.stream || this.#lost.sending;
    notice(navigator.onLine ? (broken ? say("reconnecting") : "") : say("offline"));
  }

  #left(error) {
    this.#keepDraft();
    return left(error);
  }

  forget() {
    this.#outbox.forgetAll();
  }

  // --- sending ----------------------------------------------------------------------------

  send(text, tap = null, files = []) {
    this.#showStatus();
    if (!this.conversation) this.#begin();
    if (tap) this.decisions.press(tap, text);
    this.#showPending(this.#outbox.add(this.conversation, text, tap, files));
  }

  press(button, from) {
    if (!this.#page.tap(button, from)) this.send(button.says, button.tap);
  }

  #begin() {
    this.conversation = uuid();
    this.#page.begun(this.conversation);
    byId("welcome").hidden = true;
  }

  #showPending(item) {
    this.#transcript.addPending(item, { again: (one) => this.#outbox.again(one), remove: (one) => this.#outbox.remove(one) });
  }

  #moved(item) {
    if (item.code === "stale-page" || item.code === "signed-out") {
      this.#left(item);
      return;
    }
    if (item.conversation !== this.conversation) return;
    this.#transcript.drawPending(item);
    if (item.state === "failed" && item.tap) this.decisions.release(item.tap);
    if (item.state === "held" && !item.code) this.#status("lost", "sending");
    if (item.state !== "sent") return;
    if (item.repeated) this.#transcript.dropPending(item); // It is stored, so it comes from there.
    this.#status("open", "sending");
    if (this.#stream === null) this.#follow(0);
    this.#transcript.typing(true);
  }

  // --- the message box --------------------------------------------------------------------

  #draftKey() {
    return `superecom-draft-${this.#person}-${this.conversation}`;
  }

  #keepDraft() {
    if (this.#box.value) sessionStorage.setItem(this.#draftKey(), this.#box.value);
    else sessionStorage.removeItem(this.#draftKey());
  }

  #restoreDraft() {
    this.#box.value = sessionStorage.getItem(this.#draftKey()) ?? "";
    this.#measure();
  }

  #measure() {
    this.#box.style.height = "auto";
    if (this.#box.scrollHeight) this.#box.style.height = `${this.#box.scrollHeight}px`;
    const long = [...this.#box.value].length;
    byId("count").textContent = long > LONGEST ? say("too-long") : "";
    byId("send").disabled = !(this.#box.value.trim() || this.#tray.files.length) || this.#tray.busy || long > LONGEST;
  }

  #submit() {
    const files = this.#tray.files;
    const text = this.#box.value.trim() || files.map(({ name }) => name).join(", ");
    if (!text || this.#tray.busy || [...text].length > LONGEST) return;
    this.#box.value = "";
    this.#tray.clear();
    sessionStorage.removeItem(this.#draftKey());
    this.#measure();
    this.send(text, null, files);
    this.#box.focus();
  }

  #listen() {
    this.#box.addEventListener("input", () => {
      this.#measure();
      this.#keepDraft();
    });
    this.#box.addEventListener("keydown", (event) => {
      // While an input method is composing, Enter belongs to it.
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#submit();
    });
    byId("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    addEventListener("online", () => this.#showStatus());
    addEventListener("offline", () => this.#showStatus());
  }
}
