// Around the conversation: drawer, language, light and dark, notices, announcements.

import { byId, el } from "./dom.js";

const YEAR = 31_536_000;
const secure = location.protocol === "https:" ? "; secure" : "";

function remember(name, value) {
  const age = value ? YEAR : 0;
  document.cookie = `superecom-${name}=${value}; path=/; max-age=${age}; samesite=lax${secure}`;
}

export function setUpDrawer() {
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

export function setUpTheme() {
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

export function setUpLanguage() {
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
