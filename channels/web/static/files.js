// Files on their way into a message: chosen, dropped or pasted, sent at once, named in a tray.

import { Refusal, sendFile } from "./api.js";
import { byId, el, icon, say } from "./dom.js";

const MOST = 10; // Files of one message.

export class Tray {
  #list = byId("tray");
  #entries = [];
  #changed;

  // `changed()` is called whenever the files or how far they are have changed.
  constructor(changed) {
    this.#changed = changed;
    const chooser = byId("attach-file");
    if (!chooser) return;
    byId("attach").addEventListener("click", () => chooser.click());
    chooser.addEventListener("change", () => {
      this.#take(chooser.files);
      chooser.value = "";
    });
    byId("message").addEventListener("paste", (event) => {
      if (!event.clipboardData?.files.length) return;
      event.preventDefault();
      this.#take(event.clipboardData.files);
    });
    this.#catchDrops(byId("composer").closest(".room, .side"));
  }

  // What the server has of them.
  get files() {
    return this.#entries.filter(({ kept }) => kept).map(({ kept }) => kept);
  }

  get busy() {
    return this.#entries.some(({ kept, says }) => !kept && !says);
  }

  clear() {
    this.#entries = [];
    this.#draw();
  }

  #catchDrops(place) {
    let depth = 0; // Every child entered is entered and left by itself.
    const carries = (event) => event.dataTransfer?.types.includes("Files");
    const mark = () => place.classList.toggle("dropping", depth > 0);
    place.addEventListener("dragenter", (event) => {
      if (carries(event)) depth += 1;
      mark();
    });
    place.addEventListener("dragleave", (event) => {
      if (carries(event)) depth = Math.max(0, depth - 1);
      mark();
    });
    place.addEventListener("dragover", (event) => carries(event) && event.preventDefault());
    place.addEventListener("drop", (event) => {
      depth = 0;
      mark();
      if (!carries(event)) return;
      event.preventDefault();
      this.#take(event.dataTransfer.files);
    });
  }

  async #take(files) {
    const taken = [...files].slice(0, MOST - this.#entries.length).map((file) => ({ file, kept: null, says: "" }));
    this.#entries.push(...taken);
    this.#draw();
    for (const entry of taken) {
      try {
        entry.kept = await sendFile(entry.file);
      } catch (error) {
        entry.says = error instanceof Refusal ? error.message : say("no-answer");
      }
      this.#draw();
    }
  }

  #draw() {
    this.#list.replaceChildren(...this.#entries.map((entry) => this.#row(entry)));
    this.#list.hidden = this.#entries.length === 0;
    this.#list.scrollTop = this.#list.scrollHeight;
    this.#changed();
  }

  #row(entry) {
    const remove = () => {
      this.#entries = this.#entries.filter((other) => other !== entry);
      this.#draw();
      byId("message").focus();
    };
    const state = entry.says || (entry.kept ? sizeOf(entry.kept.size) : say("file-sending"));
    const name = entry.kept?.name ?? entry.file.name;
    return el(
      "li",
      { class: `tray-file${entry.says ? " failed" : ""}`, "aria-busy": String(!entry.kept && !entry.says) },
      icon("file"),
      el("span", { class: "tray-words" }, el("span", { class: "tray-name", dir: "auto" }, name), el("span", { class: "tray-state", role: entry.says ? "alert" : null }, state)),
      el("button", { type: "button", class: "icon-button small", "aria-label": `${say("remove")}: ${name}`, on: { click: remove } }, icon("close")),
    );
  }
}

// The files of a message that was sent: pictures as pictures, the rest by name.
export function drawFiles(files) {
  if (!files?.length) return null;
  return el("ul", { class: "files", "aria-label": say("files") }, ...files.map((file) => el("li", {}, fileLink(file))));
}

export function fileLink({ id, name, type, size }) {
  const picture = type.startsWith("image/");
  return el(
    "a",
    { class: picture ? "picture" : "file", href: `/api/files/${id}`, download: name, title: name },
    picture ? el("img", { src: `/api/files/${id}`, alt: name, loading: "lazy" }) : icon("file"),
    picture ? null : el("span", { class: "file-name", dir: "auto" }, name),
    picture ? null : el("span", { class: "file-size" }, sizeOf(size)),
  );
}

export function sizeOf(bytes) {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
