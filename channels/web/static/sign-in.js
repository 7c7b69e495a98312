// The sign-in page: every way in is a form whose fields are sent as JSON.

import { post } from "./api.js";
import { byId } from "./dom.js";

const problem = byId("problem");

function show(says) {
  problem.textContent = says;
  problem.hidden = false;
  problem.scrollIntoView({ block: "nearest" });
}

async function enter(form) {
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    await post(`/api/sign-in/${form.dataset.signIn}`, Object.fromEntries(new FormData(form)));
    // To where they wanted to go; the link that let them in is used up.
    location.replace(location.pathname.startsWith("/enter/") ? "/" : location.pathname + location.search);
  } catch (error) {
    if (error.code === "stale-page") return location.reload();
    show(error.message);
    button.disabled = false;
    button.focus();
  }
}

for (const form of document.querySelectorAll("form[data-sign-in]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    enter(form);
  });
}
