// A document, opened where it was quoted.

import { byId } from "./dom.js";
import { setUpShell } from "./shell.js";
import { Side } from "./side.js";

const { reads } = JSON.parse(byId("page").textContent);
const side = new Side(reads, () => {});
setUpShell({ leave: () => side.forget() });
byId("ask").addEventListener("click", (event) => side.chat(event.currentTarget, { focus: true }));

const quoted = byId("quoted");
quoted?.scrollIntoView({ block: "center" });
quoted?.focus({ preventScroll: true });
