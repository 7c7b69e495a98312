// A link to one answer, for those of the shop who may see it.

import { Refusal, post } from "./api.js";
import { el, icon, say } from "./dom.js";
import { left } from "./shell.js";

export function shareButton(message) {
  const box = el("span", { class: "share" });
  const open = async () => {
    button.disabled = true;
    try {
      const { path } = await post("/api/shares", { message });
      box.replaceChildren(shared(path, () => box.replaceChildren(button)));
      box.querySelector("input").focus();
      box.querySelector(".share-box").scrollIntoView({ block: "nearest" });
    } catch (error) {
      if (left(error)) return;
      box.append(el("span", { class: "share-says", role: "alert" }, error instanceof Refusal ? error.message : say("no-answer")));
    }
    button.disabled = false;
  };
  const button = el("button", { type: "button", class: "share-button", on: { click: open } }, icon("share"), el("span", {}, say("share")));
  box.append(button);
  return box;
}

function shared(path, revoked) {
  const box = copyBox(path, { label: say("share-link"), line: say("share-line"), copied: say("share-copied") });
  const says = box.querySelector(".share-says");
  const revoke = async () => {
    try {
      await post(`/api/shares/${path.split("/").at(-1)}/revoke`, {});
      revoked();
    } catch (error) {
      if (!left(error)) says.textContent = error instanceof Refusal ? error.message : say("no-answer");
    }
  };
  says.before(el("button", { type: "button", class: "button quiet", on: { click: revoke } }, say("share-revoke")));
  return box;
}

// An address to copy, with a sentence about it.
export function copyBox(path, told) {
  return textBox(new URL(path, location.origin).href, told);
}

// A text to copy, with a sentence about it.
export function textBox(text, { label, line, copied }) {
  const says = el("span", { class: "share-says", role: "status" }, line);
  const field = el("input", { type: "text", readonly: true, value: text, "aria-label": label });
  field.addEventListener("focus", () => field.select());
  const copy = async () => {
    field.select();
    // Browsers keep the clipboard from pages that did not come by https.
    const done = await navigator.clipboard?.writeText(text).then(() => true, () => false);
    says.textContent = done ? copied : say("share-copy-by-hand");
  };
  return el("span", { class: "share-box" }, field, el("button", { type: "button", class: "button", on: { click: copy } }, say("share-copy")), says);
}
