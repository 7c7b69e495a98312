// The chat page: the conversation in the middle, the earlier ones beside it.

import { byId } from "./dom.js";
import { setUpHistory } from "./history.js";
import { setUpShell } from "./shell.js";
import { Talk } from "./talk.js";

const talk = new Talk({ begun, gone, arrived: () => earlier.list(), tap: () => false });
const drawer = setUpShell({ leave: () => talk.forget() });
const earlier = setUpHistory({ current: () => talk.conversation, go });

function go(id) {
  drawer.close();
  if (id !== talk.conversation) open(id);
  talk.focus();
}

async function open(id, { push = true } = {}) {
  if (push) history.pushState({}, "", id ? `/c/${id}` : "/");
  const opened = talk.open(id);
  earlier.mark();
  await opened;
}

function begun(id) {
  history.pushState({}, "", `/c/${id}`);
}

function gone() {
  history.replaceState({}, "", "/");
  earlier.mark();
}

byId("suggestions").addEventListener("click", (event) => {
  const suggestion = event.target.closest(".suggestion");
  if (!suggestion) return;
  talk.send(suggestion.textContent);
  talk.focus();
});
byId("new-chat").addEventListener("click", () => {
  drawer.close();
  open("");
  talk.focus();
});
addEventListener("popstate", () => open(idInAddress(), { push: false }));

const idInAddress = () => /^\/c\/([A-Za-z0-9_-]+)$/.exec(location.pathname)?.[1] ?? "";

await open(idInAddress(), { push: false });
earlier.list();
talk.run();
if (matchMedia("(pointer: fine)").matches) talk.focus();
