"""The Slack workspace as the page shows it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.doubles.slack import BOT, Message, SlackDouble

Json = dict[str, Any]


def shown(slack: SlackDouble, user: str, channel: str) -> Json:
    """Return the home tab, the direct messages and a channel, as one person sees them."""
    direct = slack.direct(user)
    return {
        "tabs": [
            {"id": "home", "title": "Home", "home": True, "messages": _home(slack, user)},
            {"id": direct, "title": "SuperEcom", "home": False,
             "messages": _talk(slack, user, direct)},
            {"id": channel, "title": "#support", "home": False,
             "messages": _talk(slack, user, channel)},
        ],
        "form": _form(slack, user),
    }  # fmt: skip


def press(slack: SlackDouble, user: str, of: str, choice: str) -> bool:
    """Press a button by its message and its number; false where there is none."""
    number = int(choice) if choice.isdigit() else -1
    if of == "home":
        labels = [one["text"]["text"] for one in _pressable(slack.homes[user]["blocks"])]
        if not 0 <= number < len(labels):
            return False
        slack.press_home(user, labels[number], labels[:number].count(labels[number]))
        return True
    messages = (one for all_of in slack.channels.values() for one in all_of)
    message = next((one for one in messages if one.ts == of), None)
    if message is None or not 0 <= number < len(message.buttons):
        return False
    slack.press(user, message, message.labels[number])
    return True


def _home(slack: SlackDouble, user: str) -> list[Json]:
    view = slack.homes.get(user)
    if view is None:
        return []
    return [{"id": "home", "mine": False, "blocks": list(_blocks(view["blocks"]))}]


def _talk(slack: SlackDouble, user: str, channel: str) -> list[Json]:
    messages = [one for one in slack.channels.get(channel, ()) if one.only in ("", user)]
    return [
        {
            "id": one.ts, "mine": one.user == user, "only": bool(one.only),
            "name": "SuperEcom" if one.user == BOT else slack.users.get(one.user, one.user),
            "blocks": _of(one), "note": _note(one),
        }
        for one in sorted(messages, key=lambda one: (one.thread or one.ts, one.ts))
    ]  # fmt: skip


def _note(message: Message) -> str:
    notes = (
        "only you see this" if message.only else "", "in the thread" if message.thread else "",
        "edited" if message.is_edited else "",
    )  # fmt: skip
    return ", ".join(note for note in notes if note)


def _of(message: Message) -> list[Json]:
    blocks = list(_blocks(message.blocks)) or [{"kind": "text", "text": _plain(message.text)}]
    return blocks + [_file(one) for one in message.files]


def _blocks(blocks: Sequence[Mapping[str, Any]]) -> Iterator[Json]:
    number = 0
    for block in blocks:
        if block["type"] == "header":
            yield {"kind": "text", "text": f"*{_plain(block['text']['text'])}*"}
        elif isinstance(block.get("text"), Mapping):
            yield {"kind": "text", "text": _plain(block["text"]["text"])}
        for one in block.get("fields", ()):
            yield {"kind": "text", "text": _plain(one["text"])}
        if block["type"] == "context":
            words = " · ".join(one["text"] for one in block["elements"] if "text" in one)
            yield {"kind": "text", "text": _plain(words), "dim": True}
        labels = [one["text"]["text"] for one in _pressable([block])]
        if labels:
            yield {
                "kind": "choices",
                "choices": [
                    {"id": str(place), "label": label}
                    for place, label in enumerate(labels, start=number)
                ],
            }
        number += len(labels)


def _pressable(blocks: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Return what can be pressed, in the order in which the double numbers it."""
    for block in blocks:
        elements = block.get("elements", []) if block["type"] == "actions" else []
        for one in (*elements, *([block["accessory"]] if "accessory" in block else [])):
            if one["type"] == "static_select":
                yield from one["options"]
            elif one["type"] == "button":
                yield one


def _file(file: Mapping[str, Any]) -> Json:
    name = str(file.get("name", file.get("title", "file")))
    kind = "picture" if name.endswith(".png") else "file"
    return {"kind": kind, "url": f"/simulator/slack/files/{file['id']}", "text": name}


def _form(slack: SlackDouble, user: str) -> Json | None:
    opened = next((one for one in reversed(slack.views) if one.user == user), None)
    if opened is None:
        return None
    view = opened.view
    return {
        "id": opened.id, "title": view["title"]["text"],
        "submit": view.get("submit", {}).get("text", "Send"),
        "inputs": [
            _input(block) for block in view["blocks"] if block["type"] == "input"
        ],
    }  # fmt: skip


def _input(block: Mapping[str, Any]) -> Json:
    element = block["element"]
    options = [
        {"label": one["text"]["text"], "value": one["value"]} for one in element.get("options", ())
    ]
    before = element.get("initial_option", {}).get("value") or element.get("initial_date")
    return {
        "id": block["block_id"], "label": block["label"]["text"], "options": options,
        "type": "date" if element["type"] == "datepicker" else "text",
        "value": before or element.get("initial_value") or "",
    }  # fmt: skip


def _plain(text: str) -> str:
    text = text.replace("\u200b", "")
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
