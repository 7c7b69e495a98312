"""What goes out to people on messengers: in order, at least once, and what became of it.

A reply in a conversation held on a messenger is put here in the transaction that stores it; the
worker brings it through the channel's `Sender`; the vendor's callbacks move its status.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from commerce.access import Permission
from commerce.context import Context
from commerce.db.tables import DeliveryRow
from commerce.deliveries import queries, rules
from commerce.deliveries.notes import note, note_early
from commerce.deliveries.queries import add as put
from commerce.deliveries.queries import add_reply, given_up, revive
from commerce.deliveries.types import (
    Delivery,
    DeliveryKind,
    DeliveryLot,
    DeliveryStatus,
    Later,
    Outgoing,
    Part,
    Refusal,
    Sender,
    Sent,
    StatusNote,
    Withheld,
)
from commerce.deliveries.worker import bring, deliver_due, heed_early, hold_on, take_due
from commerce.errors import NotFound

__all__ = [
    "Delivery",
    "DeliveryKind",
    "DeliveryLot",
    "DeliveryStatus",
    "Later",
    "Outgoing",
    "Part",
    "Refusal",
    "Sender",
    "Sent",
    "StatusNote",
    "Withheld",
    "add_reply",
    "bring",
    "counts",
    "dead",
    "deliver_due",
    "given_up",
    "heed_early",
    "hold_on",
    "lot",
    "note",
    "note_early",
    "prompt",
    "put",
    "redraw",
    "resend",
    "resend_all",
    "revive",
    "take_due",
    "waiting",
]


def prompt(
    ctx: Context,
    *,
    channel: str,
    address: str,
    body: Mapping[str, Any],
    key: str,
    not_before: datetime | None = None,
) -> bool:
    """Have something brought that nobody asked for; false where the same key came before."""
    return queries.add(
        ctx.session, shop_id=ctx.actor.shop_id, channel=channel, address=address,
        conversation=None, kind=DeliveryKind.PROMPT, body=body, key=key, now=ctx.now,
        not_before=not_before or ctx.now,
    )  # fmt: skip


def redraw(
    session: Session, shop_id: int, keys: Sequence[str], *, gone: Sequence[str],
    note: Callable[[str], str], mark: str, now: datetime,
) -> None:  # fmt: skip
    """Have what was brought drawn again, on the channels that can, as it has moved on.

    Args:
        session: An open transaction.
        shop_id: Whose.
        keys: Under which it was put.
        gone: Ids and tools of the buttons that are no longer offered.
        note: Says what became of it, in the language of whoever reads it.
        mark: Names the state it is in: the same mark twice is one redrawing.
        now: The time it is.
    """
    for row in queries.of_keys(session, shop_id, keys, rules.REDRAWN):
        body = {"of": row.id, "gone": list(gone), "note": note(row.body.get("language", ""))}
        queries.add(
            session, shop_id=shop_id, channel=row.channel, address=row.address,
            conversation=row.conversation_id, kind=DeliveryKind.REDRAW, body=body,
            key=f"{row.idempotency_key}:{mark}", now=now, not_before=now,
        )  # fmt: skip


def dead(ctx: Context, limit: int = 50) -> Sequence[DeliveryRow]:
    """Return what was given up, newest first.

    Raises:
        NotAllowed: The actor may not run the shop.
    """
    ctx.require(Permission.SETTINGS_WRITE)
    return queries.of_shop(ctx.session, ctx.actor.shop_id, DeliveryStatus.DEAD, limit)


def waiting(ctx: Context, limit: int = 50) -> Sequence[DeliveryRow]:
    """Return what is still to be brought, newest first.

    Raises:
        NotAllowed: The actor may not run the shop.
    """
    ctx.require(Permission.SETTINGS_WRITE)
    return queries.of_shop(ctx.session, ctx.actor.shop_id, DeliveryStatus.WAITING, limit)


def counts(ctx: Context) -> Mapping[DeliveryStatus, int]:
    """Return how many stand at each status, those with none left out.

    Raises:
        NotAllowed: The actor may not run the shop.
    """
    ctx.require(Permission.SETTINGS_WRITE)
    return queries.counts(ctx.session, ctx.actor.shop_id)


def lot(ctx: Context, which: DeliveryLot, limit: int = 50) -> Sequence[Delivery]:
    """Return what stands so, the newest first.

    Raises:
        NotAllowed: The actor may not run the shop.
    """
    ctx.require(Permission.SETTINGS_WRITE)
    rows = queries.of_shop(ctx.session, ctx.actor.shop_id, _LOTS[which], limit)
    return [_seen(row) for row in rows]


_LOTS = {
    DeliveryLot.GIVEN_UP: DeliveryStatus.DEAD,
    DeliveryLot.WAITING: DeliveryStatus.WAITING,
    DeliveryLot.WITHHELD: DeliveryStatus.WITHHELD,
}
_BEGINS = 80
"""Letters that are shown of what is said."""


def _seen(row: DeliveryRow) -> Delivery:
    text = " ".join(str(row.body.get("text") or row.body.get("note") or "").split())
    says = text if len(text) <= _BEGINS else f"{text[: _BEGINS - 1]}…"
    waits = row.status == DeliveryStatus.WAITING
    return Delivery(
        number=row.id, channel=row.channel, to=row.address, says=says, tries=row.tries,
        code=row.error_code or "", why=row.error or "", created_at=row.created_at,
        next_at=row.next_at if waits else None,
    )  # fmt: skip


def resend_all(ctx: Context) -> int:
    """Try again everything that was given up, and return how many that is.

    Raises:
        NotAllowed: The actor may not run the shop.
    """
    ctx.require(Permission.SETTINGS_WRITE)
    return queries.revive(ctx.session, ctx.actor.shop_id, None, ctx.now)


def resend(ctx: Context, delivery: int) -> None:
    """Try again what was given up; the messages the vendor took are not sent twice.

    Raises:
        NotAllowed: The actor may not run the shop.
        NotFound: Nothing of that number was given up.
    """
    ctx.require(Permission.SETTINGS_WRITE)
    if not queries.revive(ctx.session, ctx.actor.shop_id, delivery, ctx.now):
        raise NotFound("error-delivery-not-found", number=delivery)
