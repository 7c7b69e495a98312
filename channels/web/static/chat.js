// The chat page: which conversation is open, what is sent, what arrives.

import { Refusal, get, post } from "./api.js";
import { Decisions } from "./decisions.js";
import { byId, el, say, uuid } from "./dom.js";
import { Outbox } from "./outbox.js";
import { announce, notice, setUpDrawer, setUpLanguage, setUpTheme } from "./shell.js";
import { Stream } from "./stream.js";
import { Transcript } from "./transcript.js";

const LONGEST = 8_000;
const PERSON = byId("app").dataset.person;

const decisions = new Decisions();
const transcript = new Transcript({ press, decisions });
const outbox = new Outbox(PERSON, moved);
const drawer = setUpDrawer();
const box = byId("message");
let conversation = "";
let stream = null;
const lost = { stream: false, sending: false };

setUpTheme();
setUpLanguage();

// --- conversations ------------------------------------------------------------------------

async function open(id, { push = true } = {}) {
  keepDraft();
  stream?.close();
  stream = null;
  conversation = id;
  transcript.clear();
  decisions.clear();
  status("open");
  if (push) history.pushState({}, "", id ? `/c/${id}` : "/");
  byId("welcome").hidden = Boolean(id);
  restoreDraft();
  markHistory();
  if (id) await load(id);
  if (conversation === id) for (const item of outbox.of(id)) showPending(item);
}

async function load(id) {
  try {
    const page = await get(`/api/conversations/${id}`);
    if (conversation !== id || stream) return;
    draw(page);
    follow(page.messages.at(-1)?.id ?? 0);
  } catch (error) {
    if (conversation !== id) return;
    // Made here, not yet there: its first message is still on its way.
    if (error.status === 404 && outbox.of(id).length) return;
    if (error.status === 404) return gone(error);
    if (left(error)) return;
    status("lost");
    setTimeout(() => conversation === id && load(id), 2_000);
  }
}

function draw({ messages, earlier, standings }) {
  for (const exchange of messages) {
    if (exchange.reply) decisions.read(exchange.reply);
    transcript.add(exchange);
  }
  standings.forEach((one) => decisions.standing(one));
  if (earlier) transcript.offerEarlier(() => loadEarlier(messages[0].id));
  transcript.toEnd();
  const last = messages.at(-1);
  transcript.typing(last?.direction === "in" && Date.now() - Date.parse(last.at) < 20_000);
}

async function loadEarlier(before) {
  const id = conversation;
  try {
    const { messages, earlier } = await get(`/api/conversations/${id}?before=${before}`);
    if (conversation !== id) return;
    for (const { reply } of messages) if (reply) decisions.read(reply);
    transcript.prepend(messages);
    if (earlier) transcript.offerEarlier(() => loadEarlier(messages[0].id));
  } catch (error) {
    if (!left(error)) notice(error instanceof Refusal ? error.message : say("no-answer"));
  }
}

function gone(error) {
  open("", { push: false });
  history.replaceState({}, "", "/");
  notice(error.message);
}

function follow(after) {
  const id = conversation;
  const here = (action) => (data) => conversation === id && action(data);
  stream = new Stream(id, after, {
    message: here((exchange) => {
      transcript.add(exchange);
      decisions.heard(exchange.text);
    }),
    reply: here(arrived),
    delta: here((data) => transcript.delta(data)),
    typing: here(({ on }) => transcript.typing(on)),
    standing: here((all) => all.forEach((one) => decisions.standing(one))),
    trouble: here(({ says }) => transcript.problem(says, () => loadAgain(id))),
    status: here(status),
    refused: here(whyRefused),
  });
}

// Asking for the conversation has the server take up what still waits in it.
const loadAgain = (id) => get(`/api/conversations/${id}`).catch(left);

function arrived(exchange) {
  transcript.typing(false);
  if (exchange.reply) decisions.read(exchange.reply);
  const words = transcript.add(exchange);
  if (exchange.reply) decisions.answered();
  if (words) announce(words);
  listConversations();
}

function status(state, part = "stream") {
  lost[part] = state === "lost";
  showStatus();
}

function showStatus() {
  const broken = lost.stream || lost.sending;
  notice(navigator.onLine ? (broken ? say("reconnecting") : "") : say("offline"));
}

async function whyRefused() {
  await get("/api/conversations").catch(left);
}

// Signed out, or a page from before another sign-in: the server draws what is right now.
function left(error) {
  if (error.code !== "signed-out" && error.code !== "stale-page") return false;
  keepDraft();
  location.reload();
  return true;
}

// --- the list of conversations ------------------------------------------------------------

async function listConversations() {
  const { conversations } = await get("/api/conversations").catch((error) => left(error) || { conversations: null });
  if (!conversations) return;
  const rows = conversations.map(({ id, title }) => {
    const go = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // A new tab, as links do.
      event.preventDefault();
      drawer.close();
      if (id !== conversation) open(id);
      box.focus();
    };
    return el("li", {}, el("a", { href: `/c/${id}`, "data-id": id, dir: "auto", title, on: { click: go } }, title || say("product")));
  });
  byId("history").replaceChildren(...rows);
  byId("history-empty").hidden = rows.length > 0;
  markHistory();
}

function markHistory() {
  let title = "";
  for (const link of byId("history").querySelectorAll("a")) {
    const current = link.dataset.id === conversation;
    if (current) title = link.textContent;
    if (current) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  byId("title").textContent = title;
}

// --- sending ------------------------------------------------------------------------------

function send(text, tap = null) {
  showStatus();
  if (!conversation) begin();
  if (tap) decisions.press(tap, text);
  showPending(outbox.add(conversation, text, tap));
}

function begin() {
  conversation = uuid();
  history.pushState({}, "", `/c/${conversation}`);
  byId("welcome").hidden = true;
}

function showPending(item) {
  transcript.addPending(item, { again: (one) => outbox.again(one), remove: (one) => outbox.remove(one) });
}

function press(button) {
  send(button.says, button.tap);
}

function moved(item) {
  if (item.code === "stale-page" || item.code === "signed-out") {
    left(item);
    return;
  }
  if (item.conversation !== conversation) return;
  transcript.drawPending(item);
  if (item.state === "failed" && item.tap) decisions.release(item.tap);
  if (item.state === "held" && !item.code) status("lost", "sending");
  if (item.state !== "sent") return;
  if (item.repeated) transcript.dropPending(item); // It is stored, so it comes from there.
  status("open", "sending");
  if (stream === null) follow(0);
  transcript.typing(true);
}

// --- the message box ----------------------------------------------------------------------

const draftKey = () => `superecom-draft-${PERSON}-${conversation}`;

function keepDraft() {
  if (box.value) sessionStorage.setItem(draftKey(), box.value);
  else sessionStorage.removeItem(draftKey());
}

function restoreDraft() {
  box.value = sessionStorage.getItem(draftKey()) ?? "";
  measure();
}

function measure() {
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight}px`;
  const long = [...box.value].length;
  byId("count").textContent = long > LONGEST ? say("too-long") : "";
  byId("send").disabled = !box.value.trim() || long > LONGEST;
}

function submit() {
  const text = box.value.trim();
  if (!text || [...text].length > LONGEST) return;
  box.value = "";
  sessionStorage.removeItem(draftKey());
  measure();
  send(text);
  box.focus();
}

box.addEventListener("input", () => {
  measure();
  keepDraft();
});
box.addEventListener("keydown", (event) => {
  // While an input method is composing, Enter belongs to it.
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  submit();
});
byId("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});
byId("suggestions").addEventListener("click", (event) => {
  const suggestion = event.target.closest(".suggestion");
  if (!suggestion) return;
  send(suggestion.textContent);
  box.focus();
});
byId("new-chat").addEventListener("click", () => {
  drawer.close();
  open("");
  box.focus();
});
byId("sign-out").addEventListener("click", async () => {
  try {
    await post("/api/sign-out", {});
    outbox.forgetAll();
    sessionStorage.clear();
    location.assign("/");
  } catch (error) {
    if (!left(error)) notice(error instanceof Refusal ? error.message : say("no-answer"));
  }
});
addEventListener("online", showStatus);
addEventListener("offline", showStatus);
addEventListener("popstate", () => open(idInAddress(), { push: false }));

const idInAddress = () => /^\/c\/([A-Za-z0-9_-]+)$/.exec(location.pathname)?.[1] ?? "";

await open(idInAddress(), { push: false });
listConversations();
outbox.run();
if (matchMedia("(pointer: fine)").matches) box.focus();
