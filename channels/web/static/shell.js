// Around every page: drawer, language, light and dark, notices, announcements, going out.

import { Refusal, post } from "./api.js";
import { byId, el, say } from "./dom.js";

const YEAR = 31_536_000;
const secure = location.protocol === "https:" ? "; secure" : "";

function remember(name, value) {
  const age = value ? YEAR : 0;
  document.cookie = `superecom-${name}=${value}; path=/; max-age=${age}; samesite=lax${secure}`;
}

// `leave()` is called once somebody has signed out.
export function setUpShell({ leave }) {
  setUpTheme();
  setUpLanguage();
  const drawer = setUpDrawer();
  byId("sign-out").addEventListener("click", async () => {
    try {
      await post("/api/sign-out", {});
      leave();
      sessionStorage.clear();
      location.assign("/");
    } catch (error) {
      if (!left(error)) notice(error instanceof Refusal ? error.message : say("no-answer"));
    }
  });
  showWaiting();
  return drawer;
}

// How many requests wait for a yes, beside the page that lists them.
export async function showWaiting() {
  const badge = byId("approvals-waiting");
  if (!badge) return;
  const { count } = await post("/api/look", { tool: "list_approvals", arguments: { limit: 1 } }).catch(() => ({ count: 0 }));
  badge.textContent = count ? String(count) : "";
  badge.hidden = !count;
}

// Signed out, or a page from before another sign-in: the server draws what is right now.
export function left(error) {
  if (error.code !== "signed-out" && error.code !== "stale-page") return false;
  location.reload();
  return true;
}

function setUpDrawer() {
  const [drawer, scrim, room, opener] = ["drawer", "scrim", "room", "drawer-open"].map(byId);
  const wide = matchMedia("(min-width: 60rem)");
  const show = (open) => {
    const modal = open && !wide.matches;
    drawer.classList.toggle("open", open);
    drawer.inert = !open && !wide.matches;
    room.inert = modal;
    scrim.hidden = !modal;
    opener.setAttribute("aria-expanded", String(open));
  };
  const close = () => {
    if (!drawer.classList.contains("open")) return;
    show(false);
    opener.focus();
  };
  opener.addEventListener("click", () => {
    show(true);
    byId("drawer-close").focus();
  });
  byId("drawer-close").addEventListener("click", close);
  scrim.addEventListener("click", close);
  addEventListener("keydown", (event) => event.key === "Escape" && close());
  wide.addEventListener("change", () => show(false));
  show(false);
  return { close };
}

function setUpTheme() {
  const button = byId("theme");
  const root = document.documentElement;
  const order = ["", "light", "dark"];
  const draw = () => {
    const name = root.dataset.theme || "auto";
    button.querySelector("use").setAttribute("href", `#i-${name}`);
    button.setAttribute("aria-label", `${button.dataset.label}: ${button.dataset[name]}`);
    button.title = button.getAttribute("aria-label");
  };
  button.addEventListener("click", () => {
    const next = order[(order.indexOf(root.dataset.theme ?? "") + 1) % order.length];
    if (next) root.dataset.theme = next;
    else delete root.dataset.theme;
    remember("theme", next);
    draw();
  });
  draw();
}

function setUpLanguage() {
  byId("language").addEventListener("change", (event) => {
    remember("language", event.target.value);
    location.reload();
  });
}

export function notice(text) {
  const place = byId("notice");
  place.textContent = text;
  place.hidden = !text;
}

// Read out what arrived, once it is whole.
export function announce(text) {
  const log = byId("announcer");
  log.append(el("p", {}, text));
  while (log.childElementCount > 3) log.firstElementChild.remove();
}
