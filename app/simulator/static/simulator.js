// The page asks for all it shows and draws what changed. Words are never read as markup.

const LOOK_EVERY = 700;
const drawn = new Map();
let tab = "";
let formOf = "";

const make = (name, classes = "", ...children) => {
  const node = document.createElement(name);
  if (classes) node.className = classes;
  node.append(...children);
  return node;
};

// *bold*, _slanted_, ~struck~, `code`: what WhatsApp and Slack share.
const MARKS = [[/```([\s\S]+?)```/, "pre"], [/`([^`\n]+)`/, "code"], [/(?<![\p{L}\p{N}])\*([^*\n]+)\*(?![\p{L}\p{N}])/u, "strong"], [/(?<![\p{L}\p{N}])_([^_\n]+)_(?![\p{L}\p{N}])/u, "em"], [/(?<![\p{L}\p{N}])~([^~\n]+)~(?![\p{L}\p{N}])/u, "s"]];
const marked = (text) => {
  for (const [pattern, tag] of MARKS) {
    const found = pattern.exec(text);
    if (!found) continue;
    const inner = tag === "pre" || tag === "code" ? [found[1]] : marked(found[1]);
    const before = text.slice(0, found.index);
    const after = text.slice(found.index + found[0].length);
    return [...marked(before), make(tag, "", ...inner), ...marked(after)];
  }
  return text ? [text] : [];
};

const send = async (path, body) => {
  const answer = await fetch(`/simulator/${path}`, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  });
  const told = await answer.json();
  document.getElementById("trouble").textContent = answer.ok ? "" : told.trouble;
  await look();
};

const choices = (who, of, buttons) => {
  const box = make("div", "choices");
  for (const one of buttons) {
    const button = make("button", "", one.label);
    button.type = "button";
    button.addEventListener("click", () => send("press", { who, of, choice: one.id }));
    box.append(button);
  }
  return box;
};

const body = (who, message) => {
  const parts = [];
  for (const block of message.blocks) {
    if (block.kind === "text") parts.push(make("div", block.dim ? "dim" : "", ...marked(block.text)));
    if (block.kind === "picture") {
      const picture = make("img");
      picture.src = block.url;
      picture.alt = block.text;
      parts.push(picture);
    }
    if (block.kind === "file") {
      const link = make("a", "", block.text);
      link.href = block.url;
      parts.push(link);
    }
    if (block.kind === "choices") parts.push(choices(who, message.id, block.choices));
  }
  return parts;
};

const drawTalk = (list, who, messages) => {
  const is_new = JSON.stringify(messages);
  if (drawn.get(list) === is_new) return;
  drawn.set(list, is_new);
  list.replaceChildren(...messages.map((message) => {
    const item = make("li", message.mine ? "mine" : message.only ? "only" : "");
    if (message.name) item.append(make("div", "who", message.name));
    item.append(...body(who, message));
    if (message.note) item.append(make("span", "when", message.note));
    return item;
  }));
  list.scrollTop = list.scrollHeight;
};

const drawTabs = (section, slack) => {
  const bar = section.querySelector(".tabs");
  if (!slack.tabs.some((one) => one.id === tab)) tab = slack.tabs[0]?.id ?? "";
  const is_new = JSON.stringify([tab, slack.tabs.map((one) => [one.id, one.title])]);
  if (drawn.get(bar) === is_new) return;
  drawn.set(bar, is_new);
  bar.replaceChildren(...slack.tabs.map((one) => {
    const button = make("button", "", one.title);
    button.type = "button";
    button.role = "tab";
    button.ariaSelected = String(one.id === tab);
    button.addEventListener("click", () => {
      tab = one.id;
      if (one.home) send("home", { who: "agent" });
      else look();
    });
    return button;
  }));
};

const drawForm = (form) => {
  const box = document.getElementById("form");
  if (!form || form.id === formOf) return;
  formOf = form.id;
  document.getElementById("form-title").textContent = form.title;
  box.querySelector(".inputs").replaceChildren(...form.inputs.map((one) => {
    let input = make("input");
    if (one.options.length) {
      input = make("select");
      for (const option of one.options) {
        const choice = make("option", "", option.label);
        choice.value = option.value;
        input.append(choice);
      }
    } else {
      input.type = one.type;
    }
    input.name = one.id;
    input.value = one.value;
    return make("label", "", one.label, input);
  }));
  document.getElementById("form-send").textContent = form.submit;
  box.showModal();
};

document.getElementById("form").addEventListener("close", (event) => {
  if (event.target.returnValue !== "send") return;
  const inputs = event.target.querySelectorAll(".inputs [name]");
  send("submit", { who: "agent", values: Object.fromEntries([...inputs].map((one) => [one.name, one.value])) });
});

const look = async () => {
  const answer = await fetch("/simulator/state");
  if (!answer.ok) return;
  const state = await answer.json();
  for (const phone of state.phones) {
    const section = document.getElementById(phone.id);
    section.querySelector("h2").textContent = phone.title;
    section.querySelector(".about").textContent = phone.about;
    drawTalk(section.querySelector(".talk"), phone.id, phone.messages);
  }
  const section = document.getElementById("agent");
  section.querySelector("h2").textContent = state.slack.title;
  section.querySelector(".about").textContent = state.slack.about;
  drawTabs(section, state.slack);
  drawTalk(section.querySelector(".talk"), "agent", state.slack.tabs.find((one) => one.id === tab)?.messages ?? []);
  drawForm(state.slack.form);
  document.getElementById("parcel").textContent = state.parcel.text;
  document.getElementById("fail").disabled = !state.parcel.can_fail;
};

for (const form of document.querySelectorAll("section form")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const input = form.elements.text;
    const text = input.value.trim();
    if (!text) return;
    input.value = "";
    send("say", { who: form.closest("section").id, text, place: tab });
  });
}
document.getElementById("fail").addEventListener("click", () => send("fail", {}));
document.getElementById("order").addEventListener("click", () => send("order", {}));

const again = async () => {
  await look().catch(() => {});
  setTimeout(again, LOOK_EVERY);
};
again();
