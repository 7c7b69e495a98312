"""Receives people whom a messenger does not know yet: says how to be known, and lets them be."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from agent.language import detect_language
from channels.contents import PromptBody
from channels.inbound import Inbound
from commerce import deliveries, people, settings, words
from commerce.access import a_stranger
from commerce.context import Context
from commerce.db.tables import ShopRow
from commerce.deliveries import DeliveryKind
from commerce.people import CODE_LASTS, CodeToSend, Meeting, Met
from commerce.ports import Seal
from knowledge.searching import search

_BY_PHONE: Final = ("sms", "whatsapp")
_BY_MAIL: Final = "email"
_LEAST_WORDS: Final = 3
"""A greeting or a number asks for nothing that a document would say."""
_MINUTES: Final = int(CODE_LASTS.total_seconds() // 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """What links to be known by are made of."""

    seal: Seal | None
    """Signs them; without one there are none."""
    address: str
    """How browsers reach the web chat; empty where there is none."""


NO_LINKS: Final = Links(seal=None, address="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Where strangers of one shop stand."""

    session: Session
    shop: ShopRow
    now: datetime
    connected: Collection[str]
    """The channels that are connected: codes go out by them."""
    links: Links


def receive(
    session: Session, shop_id: int, inbound: Inbound, connected: Collection[str], now: datetime, *,
    links: Links = NO_LINKS,
) -> bool:  # fmt: skip
    """Answer a stranger; true where they are known now and their message is for the assistant.

    The caller commits.
    """
    shop = session.scalar(select(ShopRow).where(ShopRow.id == shop_id))
    if shop is None:
        return False
    meeting = people.meet(
        session, shop_id=shop_id, channel=inbound.channel, external_id=inbound.sender,
        text=inbound.text, now=now,
    )  # fmt: skip
    if meeting.met is Met.ANSWERED:
        return True
    door = Door(session=session, shop=shop, now=now, connected=connected, links=links)
    if meeting.to_send is not None:
        _send_code(door, inbound, meeting.to_send)
    _answer(door, inbound, meeting)
    return False


def heed(
    session: Session, shop_id: int, inbound: Inbound, now: datetime, *, links: Links = NO_LINKS
) -> bool:
    """Do what somebody known says of who they are, and answer it; false for all else.

    A code of theirs or of somebody else links them anew, as does a link they ask for; who wants to
    go is let go. The caller commits.
    """
    if inbound.button is not None or inbound.tap is not None:
        return False
    shop = session.scalar(select(ShopRow).where(ShopRow.id == shop_id))
    if shop is None:
        return False
    door = Door(session=session, shop=shop, now=now, connected=(), links=links)
    if people.wants_to_go(inbound.text):
        name = people.let_go(
            session, shop_id=shop_id, channel=inbound.channel, external_id=inbound.sender, now=now
        )
        _put_answer(door, inbound, "link-let-go", name=name or "")
        return True
    again = people.meet_again(
        session, shop_id=shop_id, channel=inbound.channel, external_id=inbound.sender,
        text=inbound.text, now=now,
    )  # fmt: skip
    if again is None:
        return False
    _answer(door, inbound, again)
    return True


def _put_answer(door: Door, inbound: Inbound, key: str, **values: str) -> None:
    language = detect_language(inbound.text) or settings.default_language(
        door.session, door.shop.id
    )
    body = PromptBody(text=words.say(language, key, **values), language=language, purpose="answer")
    key = f"stranger:{inbound.channel}:{inbound.provider_id}"
    _put(door, inbound.channel, inbound.address, body, key)


def _answer(door: Door, inbound: Inbound, meeting: Meeting) -> None:
    language = detect_language(inbound.text) or settings.default_language(
        door.session, door.shop.id
    )
    text = _says(door, meeting, language, inbound)
    key = f"stranger:{inbound.channel}:{inbound.provider_id}"
    body = PromptBody(text=text, language=language, purpose="answer")
    _put(door, inbound.channel, inbound.address, body, key)


def _says(door: Door, meeting: Meeting, language: str, inbound: Inbound) -> str:
    match meeting.met:
        case Met.STRANGER:
            known = words.say(language, "messenger-stranger", shop=door.shop.name)
            told = _told_to_anybody(door, language, inbound.text)
            return known if told is None else f"{told}\n\n{known}"
        case Met.ASKED:
            return words.say(language, "link-asked", order=meeting.order, minutes=_MINUTES)
        case Met.WANTS_LINK:
            return _link(door, language, inbound)
        case Met.JOINED:
            return words.say(
                language, "link-joined", name=meeting.name, shop=door.shop.name, role=meeting.role,
                role_name=words.say(language, f"people-role-{meeting.role}"),
            )  # fmt: skip
        case other:
            return words.say(language, f"link-{other.value}", name=meeting.name)


def _link(door: Door, language: str, inbound: Inbound) -> str:
    """Make a link for who asks for one, and say what it does; where there are none, what is."""
    links = door.links
    if links.seal is None or not links.address:
        return words.say(language, "messenger-stranger", shop=door.shop.name)
    token = people.make_signed_link(
        door.session, links.seal, shop_id=door.shop.id, channel=inbound.channel,
        external_id=inbound.sender, address=inbound.address, now=door.now,
    )  # fmt: skip
    return words.say(
        language, "link-sent", shop=door.shop.name, minutes=people.SIGNED_LINK_MINUTES,
        link=f"{links.address.rstrip('/')}/link/{token}",
    )  # fmt: skip


def _told_to_anybody(door: Door, language: str, asked: str) -> str | None:
    """Return what documents for customers say to a general question; `None` where none fits."""
    if len(asked.split()) < _LEAST_WORDS:
        return None
    ctx = Context(
        session=door.session, actor=a_stranger(door.shop.id), now=door.now,
        zone=ZoneInfo(door.shop.zone), shop_name=door.shop.name, language=language,
    )  # fmt: skip
    found = search(ctx, asked, most=1)
    if not found:
        return None
    passage = found[0].passage
    text = passage.versions.get(language, passage.text)
    return words.say(language, "knowledge-says", text=text, source=passage.name)


def _send_code(door: Door, inbound: Inbound, code: CodeToSend) -> None:
    by_phone = [one for one in _BY_PHONE if one in door.connected] if code.phone else []
    channel = by_phone[0] if by_phone else _BY_MAIL
    address = code.phone if by_phone else code.email
    if channel not in door.connected or not address:
        return
    language = code.language if code.language in words.LANGUAGES else words.FALLBACK
    text = words.say(
        language, "link-code-message", code=code.code, shop=door.shop.name, minutes=_MINUTES
    )
    body = PromptBody(text=text, language=language, template="code", variables={"code": code.code})
    _put(door, channel, address, body, f"code:{inbound.channel}:{inbound.provider_id}")


def _put(door: Door, channel: str, address: str, body: PromptBody, key: str) -> None:
    deliveries.put(
        door.session, shop_id=door.shop.id, channel=channel, address=address, conversation=None,
        kind=DeliveryKind.PROMPT, body=body.model_dump(mode="json"), key=key, now=door.now,
        not_before=door.now,
    )  # fmt: skip
