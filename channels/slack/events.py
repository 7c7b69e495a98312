"""What Slack's payloads say, as the few things that can happen to us: no network, no clock."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from channels.inbound import Media
from channels.slack import markup
from channels.slack.render import EDIT
from tools.cards import Tap

Json = Mapping[str, Any]

_DIRECT: Final = frozenset({"im", "app_home"})
_SAID: Final = frozenset({"", "file_share", "thread_broadcast", "me_message"})
"""Subtypes under which a person says something; all others tell what became of a message."""
_CHANGED: Final = "message_changed"
_NUMBER: Final = re.compile(r"#?[A-Za-z]*-?\d[\w-]*")
_TAP: Final = "tap"
_LONGEST_VALUE: Final = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Somebody wrote something to the assistant."""

    sender: str
    address: str
    id: str
    text: str
    media: tuple[Media, ...] = ()
    voice: Media | None = None
    """A voice clip or sound file, where nothing was written with it."""
    tap: Tap | None = None
    answers: str = ""
    """The id of the message it replies to, in a thread of direct messages."""
    edits: str = ""
    """The id of the message that now reads so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidInThread:
    """Somebody wrote in a thread of a channel, to nobody in particular."""

    sender: str
    channel: str
    thread: str
    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedHome:
    """Somebody opened the assistant's home tab."""

    sender: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """Somebody pressed a button of ours."""

    sender: str
    address: str
    """Empty on the home tab: the answer goes to their direct messages."""
    id: str
    token: str
    says: str = ""
    tap: Tap | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WantsForm:
    """Somebody wants to change what waits for a yes."""

    sender: str
    address: str
    approval: str
    trigger: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledIn:
    """Somebody sent a form."""

    sender: str
    address: str
    approval: str
    id: str
    values: Mapping[str, str]
    """By name of the field; empty where nothing was given."""


def of_event(payload: Json) -> Said | SaidInThread | OpenedHome | None:
    """Return what an event tells; `None` where it is nothing for us."""
    event: Json = payload.get("event") or {}
    if event.get("subtype") == _CHANGED:
        return _changed(payload, event)
    user = str(event.get("user") or "")
    if not user or event.get("bot_id") or (event.get("subtype") or "") not in _SAID:
        return None
    sender = f"{payload.get('team_id', '')}:{user}"
    match event.get("type"):
        case "app_home_opened":
            return OpenedHome(sender=sender) if event.get("tab", "home") == "home" else None
        case "app_mention":
            return _mention(payload, event, sender)
        case "message" if event.get("channel_type") in _DIRECT:
            return _said(payload, event, sender, str(event.get("channel", "")))
        case "message":
            return _in_thread(payload, event, sender)
        case _:
            return None


def of_command(form: Mapping[str, str]) -> tuple[Said, str]:
    """Return what a slash command asks for, and the message that says it in words.

    A number after `/order` opens that order; what else was written goes to the assistant.
    """
    text = markup.plain(form.get("text", ""))
    name = form.get("command", "").lstrip("/")
    key, tap = _command(name, text)
    said = Said(
        sender=f"{form.get('team_id', '')}:{form.get('user_id', '')}",
        address=form.get("channel_id", ""), id=f"command:{form.get('trigger_id', '')}",
        text=text, tap=tap,
    )  # fmt: skip
    return said, key


def of_press(payload: Json) -> Pressed | WantsForm | None:
    """Return which button was pressed, and where its answer goes."""
    action: Json = next(iter(payload.get("actions") or ()), {})
    chosen: Json = action.get("selected_option") or action
    value = str(chosen.get("value") or "")
    token, _, address = value.partition(" ")
    user: Json = payload.get("user") or {}
    sender = _sender(payload)
    if not value or not user.get("id"):
        return None
    id_ = f"{user['id']}:{action.get('action_ts', '')}:{action.get('action_id', '')}"[:200]
    if token == _TAP:
        held = json.loads(address)
        tap = Tap.model_validate(held["tap"])
        return Pressed(sender=sender, address="", id=id_, token="", says=held["says"], tap=tap)
    place = _place(payload, address)
    kind, _, approval = token.partition(":")
    if kind == EDIT:
        trigger = str(payload.get("trigger_id", ""))
        return WantsForm(sender=sender, address=place, approval=approval, trigger=trigger)
    return Pressed(sender=sender, address=place, id=id_, token=token)


def of_submission(payload: Json) -> FilledIn:
    """Return what was filled into a form."""
    view: Json = payload["view"]
    about = json.loads(view["private_metadata"])
    fields: Mapping[str, Mapping[str, Json]] = view["state"]["values"]
    values = {name: _value(next(iter(inputs.values()))) for name, inputs in fields.items()}
    return FilledIn(
        sender=_sender(payload), address=about["address"], approval=about["approval"],
        id=f"{view['id']}:{view.get('hash', '')}", values=values,
    )  # fmt: skip


def carried(says: str, tap: Tap) -> str | None:
    """Return a button's value for where no delivery holds it; `None` where it does not fit.

    Slack signs what it hands back, and only to whom it was shown.
    """
    value = f"{_TAP} {json.dumps({'says': says, 'tap': tap.model_dump(mode='json')})}"
    return value if len(value) <= _LONGEST_VALUE else None


def _said(payload: Json, event: Json, sender: str, address: str) -> Said:
    thread, at = str(event.get("thread_ts") or ""), str(event.get("ts") or "")
    channel = str(event.get("channel", ""))
    is_reply = thread not in ("", at) and address == channel
    text = markup.plain(str(event.get("text") or ""), without=_ourselves(payload))
    media = _media(event)
    sounds = [one for one in media if one.media_type.startswith("audio/")]
    return Said(
        sender=sender, address=address, id=_id(payload, event), text=text,
        media=tuple(one for one in media if one not in sounds),
        voice=sounds[0] if sounds and not text.strip() else None,
        answers=f"{channel}:{thread}" if is_reply else "",
    )  # fmt: skip


def _changed(payload: Json, event: Json) -> Said | None:
    """Return what a message now says that somebody wrote to the assistant and edited.

    `None` where its words stand: Slack tells of the preview of a link in the same way.
    """
    message: Json = event.get("message") or {}
    before: Json = event.get("previous_message") or {}
    user, text = str(message.get("user") or ""), str(message.get("text") or "")
    if not user or message.get("bot_id") or text == before.get("text"):
        return None
    whole = {**message, "channel": event.get("channel", "")}
    sender = f"{payload.get('team_id', '')}:{user}"
    if event.get("channel_type") in _DIRECT:
        said = _said(payload, whole, sender, str(event.get("channel", "")))
    elif (ourselves := _ourselves(payload)) and f"<@{ourselves}>" in text:
        said = _mention(payload, whole, sender)
    else:
        return None
    edited: Json = message.get("edited") or {}
    at = edited.get("ts") or event.get("event_ts") or event.get("ts", "")
    return replace(said, id=f"{said.id}:{at}", edits=said.id)


def _id(payload: Json, event: Json) -> str:
    """Return the id of a message as messages of ours are kept too: its channel and moment."""
    at = str(event.get("ts") or "")
    return f"{event.get('channel', '')}:{at}" if at else str(payload.get("event_id") or "")


def _mention(payload: Json, event: Json, sender: str) -> Said:
    """Return a mention: answered in its thread, or in one beneath it."""
    channel = str(event.get("channel", ""))
    address = channel if channel.startswith("D") else f"{channel}:{_thread(event)}"
    said = _said(payload, event, sender, address)
    if _ourselves(payload):
        return said
    text = re.sub(r"^\s*<@\w+>", "", str(event.get("text") or ""))
    return replace(said, text=markup.plain(text))


def _in_thread(payload: Json, event: Json, sender: str) -> SaidInThread | None:
    thread, text = str(event.get("thread_ts") or ""), str(event.get("text") or "")
    ourselves = _ourselves(payload)
    if not thread or (ourselves and f"<@{ourselves}>" in text):
        return None  # A mention comes as an event of its own.
    return SaidInThread(
        sender=sender, channel=str(event.get("channel", "")), thread=thread,
        id=_id(payload, event), text=markup.plain(text),
    )  # fmt: skip


def _thread(event: Json) -> str:
    return str(event.get("thread_ts") or event.get("ts", ""))


def _ourselves(payload: Json) -> str:
    """Return the assistant's own user id."""
    authorized: Json = next(iter(payload.get("authorizations") or ()), {})
    return str(authorized.get("user_id") or "")


def _media(event: Json) -> tuple[Media, ...]:
    return tuple(
        Media(
            id=str(file["id"]), name=str(file.get("name") or file["id"]),
            media_type=str(file.get("mimetype") or "application/octet-stream"),
        )
        for file in event.get("files") or ()
        if file.get("id") and file.get("mode") not in ("tombstone", "hidden_by_limit")
    )  # fmt: skip


def _command(name: str, text: str) -> tuple[str, Tap | None]:
    if name == "ndr" and not text:
        return "slack-command-ndr-all", Tap(kind="call", tool="list_ndr")
    if name == "report" and not text:
        return "slack-command-report-all", Tap(kind="call", tool="business_summary")
    if name == "order" and _NUMBER.fullmatch(text):
        return "slack-command-order", Tap(kind="call", tool="show_order", arguments={"order": text})
    return (f"slack-command-{name}" if name in ("ndr", "order", "report") else ""), None


def _sender(payload: Json) -> str:
    user, team = payload.get("user") or {}, payload.get("team") or {}
    return f"{team.get('id') or user.get('team_id', '')}:{user.get('id', '')}"


def _place(payload: Json, address: str) -> str:
    """Return where the answer to a press goes, from where the button says its question went.

    What stood openly in a channel is answered in the thread beneath it. What was for one person is
    answered where it was asked, also where it had to be brought to their direct messages.
    """
    held: Json = payload.get("container") or {}
    here = str(held.get("channel_id") or "")
    channel, _, thread = address.partition(":")
    if channel == here and not thread and here[:1] in ("C", "G") and not held.get("is_ephemeral"):
        return f"{here}:{held.get('message_ts', '')}"
    to_a_person = bool(thread) and not thread[0].isdigit()
    return here if to_a_person or not address else address


def _value(given: Json) -> str:
    chosen: Json = given.get("selected_option") or {}
    value = given.get("value") or chosen.get("value") or given.get("selected_date")
    return str(value or "")
