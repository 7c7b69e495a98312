// Trying a draft: on one event that really happened, step by step, or on the last 30 days.

import { Refusal, post } from "./api.js";
import { byId, el, say } from "./dom.js";
import { LookAt } from "./look.js";
import { left } from "./shell.js";

export function setUpTest(draft) {
  const [events, told, steps, tried] = ["build-event", "build-past", "build-steps", "build-tried"].map(byId);
  const month = new LookAt(tried, { press: () => {} }, "dry_run_workflow", {});
  let when = null; // By what the listed events begin.
  let definition = null;

  const fail = (error) => {
    if (!left(error)) told.textContent = error instanceof Refusal ? error.message : say("no-answer");
  };

  async function changed(next) {
    definition = next;
    if (!next || JSON.stringify(next.when) === when) return;
    when = JSON.stringify(next.when);
    try {
      const found = await post("/api/workflows/past", { definition: next });
      events.replaceChildren(...found.events.map(({ at, subject, says }) => el("option", { value: JSON.stringify({ at, subject }) }, says)));
      told.textContent = found.says;
    } catch (error) {
      when = null;
      fail(error);
    }
  }

  byId("build-test").addEventListener("submit", async (event) => {
    event.preventDefault();
    steps.replaceChildren();
    if (!definition) return void (told.textContent = say("flow-wrong"));
    if (!events.value) return;
    try {
      const found = await post("/api/workflows/rehearse", { definition, ...JSON.parse(events.value) });
      steps.replaceChildren(...found.steps.map((step) => rehearsed(step, draft)));
    } catch (error) {
      fail(error);
    }
  });

  byId("build-month").addEventListener("click", () => {
    if (!definition) return void (told.textContent = say("flow-wrong"));
    tried.hidden = false;
    month.again({ definition });
  });

  return { changed };
}

function rehearsed({ key, outcome, step, about, says, more }, draft) {
  const choose = () => draft.choose(key, { focus: true });
  return el(
    "li",
    { class: `rehearsed ${outcome}` },
    el("button", { type: "button", class: "link", on: { click: choose } }, about ? `${step} (${about})` : step),
    el("p", {}, says),
    ...more.map((line) => el("p", { class: "soft", dir: "auto" }, line)),
  );
}
