// The messengers that know whoever is signed in, and the code by which one more does.

import { Refusal, get, post } from "./api.js";
import { byId, el, say } from "./dom.js";
import { left } from "./shell.js";

export function setUpLinking() {
  const [make, list, says] = ["linking-make", "linking-list", "linking-says"].map(byId);

  async function trying(work) {
    try {
      await work();
    } catch (error) {
      if (!left(error)) says.textContent = error instanceof Refusal ? error.message : say("no-answer");
    }
  }

  const row = ({ channel, says: name }) => {
    const part = async () => {
      const gone = await post(`/api/messengers/${channel}/unlink`, {});
      says.textContent = gone.says;
      await read();
    };
    const button = el("button", { type: "button", class: "button", "aria-label": `${say("linking-unlink")}: ${name}`, on: { click: () => trying(part) } }, say("linking-unlink"));
    return el("li", {}, el("span", {}, name), " ", button);
  };

  async function read() {
    const { messengers } = await get("/api/messengers");
    list.replaceChildren(...messengers.map(row));
  }

  make.addEventListener("click", () => trying(async () => {
    says.textContent = (await post("/api/messengers/code", {})).says;
  }));
  trying(read);
}
