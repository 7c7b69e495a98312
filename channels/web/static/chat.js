// The chat page: the conversation in the middle, the earlier ones beside it.

import { get } from "./api.js";
import { byId, el, say } from "./dom.js";
import { left, setUpShell } from "./shell.js";
import { Talk } from "./talk.js";

const SEARCH_AFTER = 250;

const talk = new Talk({ begun, gone, arrived: () => list(), tap: () => false });
const drawer = setUpShell({ leave: () => talk.forget() });
const search = byId("history-search");
let listed = [];

async function open(id, { push = true } = {}) {
  if (push) history.pushState({}, "", id ? `/c/${id}` : "/");
  const opened = talk.open(id);
  mark();
  await opened;
}

function begun(id) {
  history.pushState({}, "", `/c/${id}`);
}

function gone() {
  history.replaceState({}, "", "/");
  mark();
}

// --- the list of conversations ------------------------------------------------------------

async function list({ more = false } = {}) {
  const words = search.value.trim();
  const query = new URLSearchParams({ search: words, before: (more && listed.at(-1)?.id) || "" });
  const page = await get(`/api/conversations?${query}`).catch((error) => left(error) || null);
  if (!page || words !== search.value.trim()) return;
  listed = more ? [...listed, ...page.conversations] : page.conversations;
  byId("history").replaceChildren(...listed.map(row));
  byId("history-more").hidden = !page.more;
  byId("history-empty").textContent = say(words ? "history-none" : "history-empty");
  byId("history-empty").hidden = listed.length > 0;
  mark();
}

function row({ id, title, found }) {
  const go = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // A new tab, as links do.
    event.preventDefault();
    drawer.close();
    if (id !== talk.conversation) open(id);
    talk.focus();
  };
  const name = el("span", { class: "history-title" }, title || say("product"));
  const where = found && found !== title ? el("span", { class: "history-found" }, found) : null;
  return el("li", {}, el("a", { href: `/c/${id}`, "data-id": id, dir: "auto", title, on: { click: go } }, name, where));
}

function mark() {
  let title = "";
  for (const link of byId("history").querySelectorAll("a")) {
    const current = link.dataset.id === talk.conversation;
    if (current) title = link.title;
    if (current) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  byId("title").textContent = title;
}

let pause = 0;
search.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => list(), SEARCH_AFTER);
});
byId("history-find").addEventListener("submit", (event) => {
  event.preventDefault();
  list();
});
byId("history-more").addEventListener("click", () => list({ more: true }));

byId("suggestions").addEventListener("click", (event) => {
  const suggestion = event.target.closest(".suggestion");
  if (!suggestion) return;
  talk.send(suggestion.textContent);
  talk.focus();
});
byId("new-chat").addEventListener("click", () => {
  drawer.close();
  open("");
  talk.focus();
});
addEventListener("popstate", () => open(idInAddress(), { push: false }));

const idInAddress = () => /^\/c\/([A-Za-z0-9_-]+)$/.exec(location.pathname)?.[1] ?? "";

await open(idInAddress(), { push: false });
list();
talk.run();
if (matchMedia("(pointer: fine)").matches) talk.focus();
