// An answer behind a link.

import { Refusal, post } from "./api.js";
import { drawCard } from "./cards.js";
import { byId, el, pageLanguage, say } from "./dom.js";
import { markdown } from "./markdown.js";
import { left, setUpShell } from "./shell.js";
import { Side } from "./side.js";

const { reads, reply, link } = JSON.parse(byId("page").textContent);
const side = new Side(reads, () => {});
setUpShell({ leave: () => side.forget() });
byId("ask").addEventListener("click", (event) => side.chat(event.currentTarget, { focus: true }));

const at = byId("shared-at");
at.textContent = new Intl.DateTimeFormat(pageLanguage === "hi" ? "hi-IN" : "en-IN", { dateStyle: "medium", timeStyle: "short" }).format(new Date(at.dateTime));

// What waits or was done is decided where it was asked, or on the page of approvals.
for (const { kind, approval, receipt } of reply.cards) {
  if (kind === "approval") side.desk.decisions.set(approval, "elsewhere");
  if (kind === "receipt") side.desk.decisions.set(receipt, "final");
}
const cards = reply.cards.map((card) => drawCard(card, { ...side.desk, said: reply.text }));
byId("answer").append(
  ...(reply.text ? [el("div", { class: "words", dir: "auto" }, markdown(reply.text, reply.sources))] : []),
  ...(cards.length ? [el("div", { class: "cards" }, ...cards)] : []),
);

byId("revoke")?.addEventListener("click", async (event) => {
  const button = event.currentTarget;
  button.disabled = true;
  try {
    await post(`/api/shares/${link}/revoke`, {});
    button.hidden = true;
    byId("revoked").textContent = say("share-revoked");
  } catch (error) {
    if (left(error)) return;
    button.disabled = false;
    byId("revoked").textContent = error instanceof Refusal ? error.message : say("no-answer");
  }
});
