// The link and the code by which somebody comes in: shown once, to who asked, and gone with the page.

import { Refusal, get, post } from "./api.js";
import { byId, el, say } from "./dom.js";
import { copyBox, textBox } from "./shares.js";
import { left } from "./shell.js";

// Returns a function that reads again for whom a link can be made.
export function setUpInvitations() {
  const [box, form, who, says] = ["invite", "invite-form", "invite-who", "invite-says"].map(byId);
  const fail = (error) => {
    if (!left(error)) says.textContent = error instanceof Refusal ? error.message : say("no-answer");
  };

  async function read() {
    try {
      const { people } = await get("/api/people");
      const chosen = who.value;
      who.replaceChildren(...people.map(({ id, says }) => el("option", { value: id, selected: String(id) === chosen }, says)));
    } catch (error) {
      fail(error);
    }
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    box.querySelectorAll(".share-box").forEach((one) => one.remove());
    says.textContent = "";
    try {
      const { path, join } = await post(`/api/people/${who.value}/link`, {});
      const shown = copyBox(path, { label: say("link-address"), line: say("link-once"), copied: say("link-copied") });
      form.after(shown, textBox(join, { label: say("join-code"), line: say("join-once"), copied: say("link-copied") }));
      shown.querySelector("input").focus();
      shown.scrollIntoView({ block: "nearest" });
    } catch (error) {
      fail(error);
    }
  });
  read();
  return read;
}
