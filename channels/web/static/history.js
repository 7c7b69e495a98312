// The list of one's own conversations: found, opened, named, put away and brought back.

import { Refusal, get, post } from "./api.js";
import { byId, el, freshId, icon, say } from "./dom.js";
import { left } from "./shell.js";

const SEARCH_AFTER = 250;
const LONGEST = 120;

// `current()` is the id of the open conversation; `go(id)` opens one.
export function setUpHistory({ current, go }) {
  const [place, search, more, empty, away, says] = ["history", "history-search", "history-more", "history-empty", "history-away", "history-says"].map(byId);
  let listed = [];
  let showsAway = false;

  async function list({ next = false } = {}) {
    const words = search.value.trim();
    const query = new URLSearchParams({ search: words, before: (next && listed.at(-1)?.id) || "", away: String(showsAway) });
    const page = await get(`/api/conversations?${query}`).catch((error) => left(error) || null);
    if (!page || words !== search.value.trim()) return;
    if (place.querySelector("form")) return; // Somebody is typing a name there.
    listed = next ? [...listed, ...page.conversations] : page.conversations;
    place.replaceChildren(...listed.map(row));
    more.hidden = !page.more;
    empty.textContent = say(words ? "history-none" : showsAway ? "history-away-empty" : "history-empty");
    empty.hidden = listed.length > 0;
    byId("history-title").textContent = say(showsAway && !words ? "history-away" : "history");
    away.textContent = say(showsAway ? "history-back" : "history-away");
    mark();
  }

  function row(talk) {
    const { id, title, found } = talk;
    const open = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // A new tab, as links do.
      event.preventDefault();
      go(id);
    };
    const name = el("span", { class: "history-title" }, title || say("product"));
    const where = found && found !== title ? el("span", { class: "history-found" }, found) : null;
    const link = el("a", { href: `/c/${id}`, "data-id": id, dir: "auto", title, on: { click: open } }, name, where);
    const acts = el("div", { id: freshId("talk"), class: "history-acts", hidden: true });
    const label = `${say("history-options")}: ${title || say("product")}`;
    const toggle = el("button", { class: "icon-button small", type: "button", "aria-label": label, "aria-expanded": "false", "aria-controls": acts.id }, icon("more"));
    const fold = (shown) => {
      acts.hidden = !shown;
      toggle.setAttribute("aria-expanded", String(shown));
    };
    toggle.addEventListener("click", () => {
      fold(acts.hidden);
      if (!acts.hidden) acts.firstElementChild.focus();
    });
    const act = (key, click) => el("button", { class: "button quiet", type: "button", on: { click } }, say(key));
    acts.append(act("history-rename", () => naming(talk)), act(talk.away ? "history-bring-back" : "history-put-away", () => move(talk)));
    const item = el("li", { "data-talk": id }, el("div", { class: "history-row" }, link, toggle), acts);
    item.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || acts.hidden) return;
      event.stopPropagation();
      fold(false);
      toggle.focus();
    });
    return item;
  }

  const itemOf = (id) => place.querySelector(`[data-talk="${CSS.escape(id)}"]`);

  function naming(talk) {
    const item = itemOf(talk.id);
    const field = el("input", { id: freshId("name"), type: "text", maxlength: LONGEST, dir: "auto", autocomplete: "off", value: talk.title, placeholder: say("history-name-hint") });
    const leave = () => {
      const again = row(talk);
      form.closest("li").replaceWith(again);
      mark();
      again.querySelector(".icon-button").focus();
    };
    const form = el(
      "form",
      { class: "history-naming" },
      el("label", { class: "unseen", for: field.id }, say("history-name")),
      field,
      el("button", { class: "button primary", type: "submit" }, say("history-save")),
      el("button", { class: "button quiet", type: "button", on: { click: leave } }, say("history-cancel")),
    );
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      leave();
    });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (!(await told(`/api/conversations/${talk.id}/name`, { name: field.value }))) return;
      leave();
      await list();
      says.textContent = say("history-renamed");
      itemOf(talk.id)?.querySelector(".icon-button").focus();
    });
    item.replaceChildren(form);
    field.focus();
    field.select();
  }

  async function move({ id, away: wasAway }) {
    const next = itemOf(id).nextElementSibling?.dataset.talk;
    if (!(await told(`/api/conversations/${id}/away`, { away: !wasAway }))) return;
    await list();
    says.textContent = say(wasAway ? "history-is-back" : "history-is-away");
    (itemOf(next ?? "")?.querySelector("a") ?? away).focus();
  }

  async function told(path, body) {
    try {
      says.textContent = "";
      await post(path, body);
      return true;
    } catch (error) {
      if (!left(error)) says.textContent = error instanceof Refusal ? error.message : say("no-answer");
      return false;
    }
  }

  function mark() {
    let title = "";
    for (const link of place.querySelectorAll("a")) {
      const isOpen = link.dataset.id === current();
      if (isOpen) title = link.title;
      if (isOpen) link.setAttribute("aria-current", "page");
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
  more.addEventListener("click", () => list({ next: true }));
  away.addEventListener("click", () => {
    showsAway = !showsAway;
    says.textContent = "";
    search.value = "";
    list();
  });
  return { list, mark };
}
