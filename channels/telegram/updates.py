"""What an update of Telegram's says, in our own words; nothing is decided here."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from telegram import CallbackQuery, Chat, Message, MessageEntity, Update, User
from telegram.constants import ChatType

from channels.inbound import Inbound, Media

CHANNEL: Final = "telegram"
MOST_FETCHED: Final = 20 * 1024 * 1024
"""Bytes of a file the Bot API gives out (https://core.telegram.org/bots/api#getfile)."""
ALLOWED: Final = ("message", "edited_message", "callback_query")
"""The kinds of updates that are asked for."""

_COMMAND = re.compile(r"/(\w+)(?:@(\w+))?(?:\s+(.*))?", re.DOTALL)
_PEOPLE = ("from", "user", "via_bot", "left_chat_member")
_CHATS = ("chat", "sender_chat")
_UNREAD = {
    "voice": "voice", "audio": "audio", "video_note": "voice", "video": "video",
    "animation": "video", "sticker": "sticker", "poll": "poll", "dice": "dice", "game": "game",
    "story": "story", "paid_media": "paid_media", "checklist": "checklist",
}  # fmt: skip


@dataclass(slots=True)
class Me:
    """Who the bot is."""

    id: int
    username: str = ""
    """Without its `@`; empty until Telegram has told it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """A button that was pressed: Telegram waits for a word on each, at once."""

    query: str
    token: str
    inbound: Inbound | None
    """`None` where nobody can tell which button of which message it is."""
    language: str
    """What their Telegram speaks, as an IETF tag; empty where it does not say."""


def update_of(body: Mapping[str, Any]) -> Update | None:
    """Return an update, also where it lacks what Telegram leaves out of its own samples.

    `None` where it is none.
    """
    if not isinstance(body.get("update_id"), int):
        return None
    filled: dict[str, Any] = _filled(body)
    try:
        return Update.de_json(filled, None)
    except (TypeError, ValueError, KeyError, AttributeError):
        return None


def inbound_of(update: Update, me: Me, now: datetime) -> Inbound | Pressed | None:
    """Return what somebody said or pressed; `None` where it is not meant for us."""
    if update.callback_query is not None:
        return _pressed(update.update_id, update.callback_query, now)
    message = update.message or update.edited_message
    if message is None or message.from_user is None or message.from_user.is_bot:
        return None
    if update.edited_message is not None and message.location is not None:
        return None  # somebody who lets their way be followed
    if not _is_for(me, message):
        return None
    text = _said(message, me)
    media, kind = _media(message)
    if text is None or (not text and not media and kind == "text"):
        return None
    id_ = _id(message)
    edited_at = message.edit_date if update.edited_message is not None else None
    return Inbound(
        channel=CHANNEL, sender=str(message.from_user.id), address=_address(message),
        provider_id=f"{id_}:{update.update_id}" if edited_at else id_,
        at=edited_at or message.date, text=text, answers=_answered(message),
        edits=id_ if edited_at else "",
        media=media, voice=_voice(message), name=_name(message.from_user), kind=kind,
    )  # fmt: skip


def _pressed(update_id: int, query: CallbackQuery, now: datetime) -> Pressed:
    message, token = query.message, query.data or ""
    inbound = None
    if message is not None and token:
        thread = getattr(message, "message_thread_id", None)
        in_topic = bool(getattr(message, "is_topic_message", False))
        inbound = Inbound(
            channel=CHANNEL, sender=str(query.from_user.id), provider_id=str(update_id), at=now,
            address=_place(message.chat, thread if in_topic else None), button=token,
            name=_name(query.from_user),
        )  # fmt: skip
    language = query.from_user.language_code or ""
    return Pressed(query=query.id, token=token, inbound=inbound, language=language)


def _is_for(me: Me, message: Message) -> bool:
    """Tell whether a message is for the bot: always in private, in groups when it is spoken to."""
    if message.chat.type == ChatType.PRIVATE:
        return True
    answered = message.reply_to_message
    if answered is not None and answered.from_user is not None and answered.from_user.id == me.id:
        return True
    entities = (*message.entities, *message.caption_entities)
    if any(one.user is not None and one.user.id == me.id for one in entities):
        return True
    text = message.text or message.caption or ""
    if _mention(me).search(text):
        return True
    command = _COMMAND.fullmatch(text)
    is_command = any(
        one.type == MessageEntity.BOT_COMMAND and one.offset == 0 for one in message.entities
    )
    return is_command and command is not None and command[2] is None


def _id(message: Message) -> str:
    """Return the id of a message, as one of ours is kept too: unique with its chat alone."""
    return f"{message.chat.id}:{message.message_id}"


def _answered(message: Message) -> str:
    """Return which message is replied to; the head of a topic is none that anybody chose."""
    answered = message.reply_to_message
    if answered is None or answered.forum_topic_created is not None:
        return ""
    return _id(answered)


def _said(message: Message, me: Me) -> str | None:
    """Return what a message says; `None` for a command to another bot."""
    text = message.text or message.caption or ""
    command = _COMMAND.fullmatch(text.strip())
    if command is not None:
        name, to, rest = command[1].lower(), command[2], (command[3] or "").strip()
        if to is not None and to.casefold() != me.username.casefold():
            return None
        # What follows `start` is the code of a link that opened this chat.
        return (rest or "hi") if name == "start" else f"{name} {rest}".strip()
    if text:
        return " ".join(_mention(me).sub(" ", text).split(" ")).strip()
    return "\n".join(_told(message))


def _told(message: Message) -> Iterator[str]:
    """Give in words what was sent by a tap: a place, somebody's number."""
    if message.venue is not None:
        yield f"{message.venue.title}, {message.venue.address}"
    place = message.location
    if place is not None:
        yield f"https://maps.google.com/?q={place.latitude:.6f},{place.longitude:.6f}"
    contact = message.contact
    if contact is not None:
        number = contact.phone_number
        yield " ".join(filter(None, (contact.first_name, contact.last_name, number)))


def _media(message: Message) -> tuple[tuple[Media, ...], str]:
    """Return what was sent along, and what kind of message it is."""
    found: Media | None = None
    size = 0
    if message.photo:
        largest = message.photo[-1]
        size = largest.file_size or 0
        found = Media(id=largest.file_id, name="photo", media_type="image/jpeg")
    elif message.document is not None and message.animation is None:
        paper = message.document
        size = paper.file_size or 0
        found = Media(
            id=paper.file_id, name=paper.file_name or "document",
            media_type=paper.mime_type or "application/octet-stream",
        )  # fmt: skip
    if found is not None:
        kind = "photo" if message.photo else "document"
        return ((found,), kind) if size <= MOST_FETCHED else ((), "too_large")
    named = (kind for name, kind in _UNREAD.items() if getattr(message, name, None))
    return (), next(named, "text")


def _voice(message: Message) -> Media | None:
    spoken = message.voice or message.audio
    if spoken is None or (spoken.file_size or 0) > MOST_FETCHED:
        return None
    return Media(id=spoken.file_id, name="voice", media_type=spoken.mime_type or "audio/ogg")


def _mention(me: Me) -> re.Pattern[str]:
    name = re.escape(me.username) if me.username else r"(?!)"
    return re.compile(rf"@{name}\b", re.IGNORECASE)


def _address(message: Message) -> str:
    return _place(message.chat, message.message_thread_id if message.is_topic_message else None)


def _place(chat: Chat, thread: int | None) -> str:
    return f"{chat.id}:{thread}" if thread else str(chat.id)


def _name(user: User) -> str:
    return user.full_name.strip()


def _filled(body: Any) -> Any:
    """Return a body with what the library insists on and Telegram's own samples leave out."""
    if isinstance(body, list):
        return [_filled(one) for one in body]
    if not isinstance(body, Mapping):
        return body
    whole = {key: _filled(value) for key, value in body.items()}
    for key in _PEOPLE:
        if isinstance(whole.get(key), dict):
            whole[key] = {"is_bot": False, "first_name": "", **whole[key]}
    for key in _CHATS:
        if isinstance(whole.get(key), dict):
            one = whole[key]
            kind = "private" if int(one.get("id", 0)) > 0 else "group"
            whole[key] = {"type": kind, **one}
    return whole
