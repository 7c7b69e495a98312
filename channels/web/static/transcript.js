// The conversation as it is seen: messages, replies with their cards, the draft being written.

import { byId, el, pageLanguage, say, unseen } from "./dom.js";
import { drawCard } from "./cards.js";
import { drawFiles } from "./files.js";
import { markdown } from "./markdown.js";
import { shareButton } from "./shares.js";

const NEAR = 120; // Pixels from the end that still count as reading the newest.
const LOCALE = pageLanguage === "hi" ? "hi-IN" : "en-IN";

export class Transcript {
  #list = byId("transcript");
  #scroll = byId("scroll");
  #newest = byId("newest");
  #desk;
  #pending = []; // What was sent here and has not come back over the stream.
  #draft = "";
  #draftItem = null;
  #typing = null;
  #firstDay = "";
  #lastDay = "";

  constructor(desk) {
    this.#desk = desk;
    this.#newest.addEventListener("click", () => this.toEnd());
    this.#scroll.addEventListener("scroll", () => this.#near() && (this.#newest.hidden = true), { passive: true });
  }

  clear() {
    this.#list.replaceChildren();
    this.#pending = [];
    this.#draft = "";
    this.#draftItem = this.#typing = null;
    this.#firstDay = this.#lastDay = "";
    this.#newest.hidden = true;
  }

  get isEmpty() {
    return this.#list.childElementCount === 0;
  }

  // Draw a stored message or reply at the end. Return what a screen reader should say of it.
  add(exchange) {
    if (exchange.direction === "in" && this.#adopt(exchange)) return "";
    const stay = !this.#near();
    const item = this.#item(exchange);
    this.#place(this.#day(exchange.at), item);
    if (exchange.direction === "out") this.#stopDraft();
    this.#show(item, stay);
    return exchange.direction === "out" ? spoken(item) : "";
  }

  // Draw earlier messages above, without moving what is being read.
  prepend(exchanges) {
    const height = this.#scroll.scrollHeight;
    const items = [];
    let day = "";
    for (const exchange of exchanges) {
      if (dayOf(exchange.at) !== day) items.push(separator((day = dayOf(exchange.at)), exchange.at));
      items.push(this.#item(exchange));
    }
    const first = this.#list.querySelector(".day");
    if (first && day === this.#firstDay) first.remove();
    this.#list.querySelector(".earlier")?.remove();
    this.#list.prepend(...items);
    if (exchanges.length) this.#firstDay = dayOf(exchanges[0].at);
    this.#scroll.scrollTop += this.#scroll.scrollHeight - height;
  }

  offerEarlier(load) {
    const button = el("button", { type: "button", class: "button quiet", on: { click: load } }, say("earlier"));
    this.#list.prepend(el("li", { class: "earlier" }, button));
  }

  // Show a message that is on its way.
  addPending(item, { again, remove }) {
    const state = el("p", { class: "message-state" });
    const bubble = el("li", { class: "message mine pending" }, unseen(`${say("you")}: `), drawFiles(item.files), el("div", { class: "bubble", dir: "auto" }, item.text), state);
    this.#pending.push({ item, bubble, state, again, remove });
    this.#place(this.#day(new Date().toISOString()), bubble);
    this.drawPending(item);
    this.toEnd();
  }

  drawPending(item) {
    const entry = this.#pending.find((one) => one.item === item);
    if (!entry) return;
    const { bubble, state, again, remove } = entry;
    bubble.classList.toggle("failed", item.state === "failed");
    const words = { waiting: "", sending: "", sent: "", held: item.says && item.code ? item.says : say("waiting-to-send"), failed: `${say("not-sent")} ${item.says}` }[item.state];
    const link = (key, action) => el("button", { type: "button", class: "link", on: { click: action } }, say(key));
    const drop = () => {
      this.dropPending(item);
      remove(item);
    };
    state.replaceChildren(words, ...(item.state === "failed" ? [" ", link("try-again", () => again(item)), " ", link("remove", drop)] : []));
  }

  dropPending(item) {
    const entry = this.#pending.find((one) => one.item === item);
    if (!entry) return;
    this.#forget(entry);
    entry.bubble.remove();
  }

  typing(on) {
    if (on && !this.#typing && !this.#draftItem) {
      const dots = el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
      const stay = !this.#near();
      this.#typing = el("li", { class: "message theirs typing" }, dots, unseen(say("typing")));
      this.#list.append(this.#typing);
      this.#show(this.#typing, stay);
    }
    if (!on) {
      this.#typing?.remove();
      this.#typing = null;
    }
  }

  delta({ from, text }) {
    this.#draft = this.#draft.slice(0, from) + text;
    this.typing(false);
    const stay = !this.#near();
    const words = el("div", { class: "words", dir: "auto" }, markdown(this.#draft));
    if (this.#draftItem) this.#draftItem.replaceChildren(words);
    else this.#list.append((this.#draftItem = el("li", { class: "message theirs draft", "aria-busy": "true" }, words)));
    if (!stay) this.toEnd();
  }

  problem(says, again) {
    this.#stopDraft();
    this.typing(false);
    const button = el("button", { type: "button", class: "button", on: { click: () => {
      item.remove();
      again();
    } } }, say("try-again"));
    const item = el("li", { class: "message theirs problem", role: "alert" }, el("p", {}, says), button);
    this.#list.append(item);
    this.toEnd();
  }

  toEnd() {
    this.#scroll.scrollTop = this.#scroll.scrollHeight;
    this.#newest.hidden = true;
  }

  #item({ id, direction, text, reply, files, at }) {
    const time = el("time", { datetime: at, class: "time" }, clock(at));
    if (direction === "in") {
      return el("li", { class: "message mine" }, unseen(`${say("you")}: `), drawFiles(files), el("div", { class: "bubble", dir: "auto" }, text), time);
    }
    const words = reply ? reply.text : text;
    // A person answers here, and has heard it: there is nothing to say.
    if (reply && !words && !reply.cards.length) return el("li", { hidden: true });
    const cards = (reply?.cards ?? []).map((card) => drawCard(card, { ...this.#desk, said: words }));
    return el(
      "li",
      { class: reply?.by ? "message theirs person" : "message theirs", lang: reply?.language },
      reply?.by ? el("p", { class: "message-by" }, reply.by) : unseen(`${say("assistant")}: `),
      words ? el("div", { class: "words", dir: "auto" }, markdown(words, reply?.sources)) : null,
      cards.length ? el("div", { class: "cards" }, ...cards) : null,
      el("div", { class: "message-foot" }, time, reply ? shareButton(id) : null),
    );
  }

  // The stored form of a message that is already on the page as sent.
  #adopt({ text, at }) {
    const entry = this.#pending.find(({ item }) => item.text.trim() === text.trim() && item.state !== "failed");
    if (!entry) return false;
    this.#forget(entry);
    entry.bubble.classList.remove("pending");
    entry.state.replaceWith(el("time", { datetime: at, class: "time" }, clock(at)));
    return true;
  }

  #forget(entry) {
    this.#pending = this.#pending.filter((other) => other !== entry);
  }

  // Above whatever is still being written or waiting to be sent later.
  #place(day, item) {
    const before = this.#draftItem ?? this.#typing;
    for (const one of day ? [day, item] : [item]) this.#list.insertBefore(one, before);
  }

  #day(at) {
    const day = dayOf(at);
    if (day === this.#lastDay) return null;
    this.#lastDay = day;
    this.#firstDay ||= day;
    return separator(day, at);
  }

  #stopDraft() {
    this.#draftItem?.remove();
    this.#draftItem = null;
    this.#draft = "";
  }

  #near() {
    return this.#scroll.scrollHeight - this.#scroll.scrollTop - this.#scroll.clientHeight < NEAR;
  }

  // Follow what arrives, but never past the beginning of a reply that is taller than the screen.
  #show(item, stay) {
    if (stay) {
      this.#newest.hidden = false;
      return;
    }
    this.toEnd();
    const tall = item.offsetHeight > this.#scroll.clientHeight - 40;
    if (tall) this.#scroll.scrollTop = item.offsetTop - 16;
    this.#newest.hidden = !tall;
  }
}

const spoken = (item) =>
  [item.querySelector(".words")?.innerText ?? "", ...[...item.querySelectorAll(".card")].map((card) => card.getAttribute("aria-label"))]
    .filter(Boolean)
    .join(". ");

const dayOf = (at) => new Date(at).toDateString();
const clock = (at) => new Intl.DateTimeFormat(LOCALE, { hour: "numeric", minute: "2-digit" }).format(new Date(at));

function separator(day, at) {
  const yesterday = new Date();
  yesterday.setDate(yesterday.getDate() - 1);
  const name =
    day === new Date().toDateString()
      ? say("today")
      : day === yesterday.toDateString()
        ? say("yesterday")
        : new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "long", year: "numeric" }).format(new Date(at));
  return el("li", { class: "day" }, el("span", {}, name));
}
