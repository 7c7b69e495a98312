"""STOP and START, in every language, honoured before anybody thinks about them."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from commerce import deliveries, settings, words
from commerce.customers import Purpose
from commerce.db.tables import ShopRow
from commerce.deliveries import DeliveryKind
from commerce.messaging import queries, rules

RULED: Final = frozenset({"whatsapp", "sms"})
"""Channels by which anybody can be written to who never asked for it."""


def heed(
    session: Session, *, shop_id: int, channel: str, contact: str, address: str, text: str,
    language: Callable[[str], str | None], key: str, now: datetime,
) -> bool:  # fmt: skip
    """Write down that somebody wants no more messages, or some again, and confirm it.

    False where they said neither; the caller commits. START means something only after STOP.

    Args:
        session: An open transaction.
        shop_id: The shop that was written to.
        channel: Where.
        contact: Who wrote, as the channel knows them.
        address: Where they are answered.
        text: What they wrote.
        language: Tells in which language words are; `None` where nobody can tell.
        key: The message's own: the same key twice is one confirmation.
        now: The time it is.
    """
    if channel not in RULED:
        return False
    is_stop = rules.is_stop(text)
    if not is_stop and not (
        rules.is_start(text)
        and queries.stopped(session, shop_id, channel, contact, Purpose.SERVICE)
    ):
        return False
    write = queries.say_stop if is_stop else queries.say_start
    write(session, shop_id, channel, contact, text[:200], now)
    shop = session.get(ShopRow, shop_id)
    spoken = language(text) or settings.default_language(session, shop_id)
    said = words.say(
        spoken, "messaging-stopped" if is_stop else "messaging-started",
        shop=shop.name if shop is not None else "",
    )  # fmt: skip
    body = {"text": said, "language": spoken, "purpose": "answer"}
    deliveries.put(
        session, shop_id=shop_id, channel=channel, address=address, conversation=None,
        kind=DeliveryKind.PROMPT, body=body, key=f"wish:{channel}:{key}", now=now, not_before=now,
    )  # fmt: skip
    return True
