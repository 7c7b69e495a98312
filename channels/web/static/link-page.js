// The page of a link that a messenger sent: one press has that messenger know whoever is signed in.

import { post } from "./api.js";
import { byId } from "./dom.js";

const [form, says] = ["link-form", "link-says"].map(byId);

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    says.textContent = (await post("/api/messengers/link", Object.fromEntries(new FormData(form)))).says;
    form.hidden = true;
  } catch (error) {
    if (error.code === "stale-page") return location.reload();
    says.textContent = error.message;
    button.disabled = false;
  }
  says.hidden = false;
});
