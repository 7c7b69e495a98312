"""Conversations in which a person is wanted: who waits, taking one over, giving it back."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, aliased

from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.db.tables import (
    ConversationRow,
    CustomerRow,
    HandOverRow,
    MessageRow,
    PersonRow,
)
from commerce.errors import Ambiguous, NotFound, Refused
from commerce.records import audit, happened

UNDO_FOR = timedelta(hours=1)

_CHOICES = 5
_MOST = 100
_Taker = aliased(PersonRow)


class HandOverQueue(StrEnum):
    """Which conversations are wanted."""

    OPEN = "open"
    """Nobody has taken them over yet."""
    TAKEN = "taken"
    """Somebody of the shop answers in them."""
    MINE = "mine"
    """Who asks answers in them."""
    WAITING = "waiting"
    """Open or taken: not closed."""
    CLOSED = "closed"


_STATUSES = {
    HandOverQueue.OPEN: ("open",),
    HandOverQueue.TAKEN: ("taken",),
    HandOverQueue.MINE: ("taken",),
    HandOverQueue.WAITING: ("open", "taken"),
    HandOverQueue.CLOSED: ("closed",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedPerson:
    """One conversation in which a person is wanted."""

    id: int
    conversation: str
    name: str
    """Who wants a person."""
    is_customer: bool
    phone: str | None
    """Of a customer."""
    reason: str
    status: str
    """`open`, `taken`, `closed`."""
    taken_by: str | None
    since: datetime
    last_words: str
    """What they wrote last."""


def hand_overs(
    ctx: Context, queue: HandOverQueue = HandOverQueue.WAITING, limit: int = 10
) -> tuple[WantedPerson, ...]:
    """Return the conversations in which a person is wanted, the longest waiting first."""
    ctx.require(Permission.CONVERSATIONS)
    statement = _select(ctx).where(HandOverRow.status.in_(_STATUSES[queue]))
    if queue is HandOverQueue.MINE:
        statement = statement.where(HandOverRow.taken_by == ctx.actor.person_id)
    order = HandOverRow.at.desc() if queue is HandOverQueue.CLOSED else HandOverRow.at.asc()
    found = ctx.session.execute(statement.order_by(order, HandOverRow.id).limit(limit))
    return tuple(_wanted(ctx, *row) for row in found)


def wanted_person(ctx: Context, number: int) -> WantedPerson:
    """Return one conversation in which a person is or was wanted.

    Raises:
        NotFound: No such number.
    """
    ctx.require(Permission.CONVERSATIONS)
    found = ctx.session.execute(_select(ctx).where(HandOverRow.id == number)).one_or_none()
    if found is None:
        raise NotFound("error-hand-over-not-found", name=f"#{number}")
    return _wanted(ctx, *found)


def taker_of(session: Session, shop_id: int, conversation: str) -> int | None:
    """Return who of the shop answers in a conversation; `None` where nobody has taken it."""
    return session.scalar(
        select(HandOverRow.taken_by)
        .where(
            HandOverRow.shop_id == shop_id,
            HandOverRow.conversation_id == conversation,
            HandOverRow.status == "taken",
        )
        .order_by(HandOverRow.id.desc())
        .limit(1)
    )


def take_over(ctx: Context, who: str | None = None) -> Change:
    """Answer in a conversation from now on, in place of the assistant.

    Args:
        ctx: Who asks.
        who: A name, or `#` and the number; `None` is the only one that nobody has taken.

    Raises:
        NotFound: Nobody called so wants a person.
        Ambiguous: Several do.
        Refused: Nobody waits, or somebody else has taken it over.
    """
    row = meant(ctx, who, HandOverQueue.OPEN)
    if row.status == "taken":
        name = _name(ctx, row.taken_by)
        raise Refused("error-hand-over-taken", name=name)
    change = moved(ctx, row, "taken", ctx.actor.person_id)
    happened(ctx, "conversation.taken_over", row.conversation_id)
    audit(ctx, "take_over", change)
    return change


def close_hand_over(ctx: Context, who: str | None = None) -> Change:
    """Give a conversation back to the assistant: the matter is settled.

    Raises:
        NotFound: Nobody called so wants a person.
        Ambiguous: Several do.
        Refused: Nobody waits.
    """
    row = meant(ctx, who, HandOverQueue.MINE)
    change = moved(ctx, row, "closed", row.taken_by)
    happened(ctx, "conversation.given_back", row.conversation_id)
    audit(ctx, "close_hand_over", change)
    return change


def undo_hand_over_step(ctx: Context, change: Change) -> Change:
    """Put a conversation back to where it was before it was taken over or closed.

    Raises:
        NotFound: No such conversation.
        Refused: Somebody has done something about it since.
    """
    ctx.require(Permission.CONVERSATIONS)
    row = _row(ctx, change.after["number"])
    if (row.status, row.taken_by) != (change.after["status"], change.after["taken_by"]):
        raise Refused("error-hand-over-moved-on")
    back = moved(ctx, row, change.before["status"], change.before["taken_by"])
    audit(ctx, "undo_hand_over_step", back)
    return replace(back, undo_for=None)


def meant(
    ctx: Context, who: str | None, usual: HandOverQueue, *, to_write: bool = True
) -> HandOverRow:
    """Return the conversation that is meant: by number, by name, or the only one of a queue.

    Raises:
        NotFound: Nobody called so wants a person.
        Ambiguous: Several do.
        Refused: Nobody waits.
    """
    ctx.require(Permission.CONVERSATIONS)
    if who is not None and who.strip().lstrip("#").isdecimal():
        number = int(who.strip().lstrip("#"))
        return _row(ctx, number, to_write=to_write) if number < 2**31 else _none(who)
    waiting = hand_overs(ctx, HandOverQueue.WAITING, limit=_MOST)
    if who is None:
        found = [
            one for one in waiting
            if one.status == ("open" if usual is HandOverQueue.OPEN else "taken")
        ]  # fmt: skip
        if usual is HandOverQueue.MINE:
            mine = {one.id for one in hand_overs(ctx, HandOverQueue.MINE, limit=_MOST)}
            found = [one for one in found if one.id in mine] or found
        if not found:
            raise Refused("error-hand-over-nobody")
    else:
        words = who.casefold().split()
        found = [one for one in waiting if set(words) <= set(one.name.casefold().split())]
        if not found:
            return _none(who)
    if len(found) > 1:
        choices = tuple(
            (f"#{one.id}", ctx.say("hand-over-choice", name=one.name, reason=one.reason))
            for one in found[:_CHOICES]
        )
        raise Ambiguous("error-hand-over-which", choices, name=who or "")
    return _row(ctx, found[0].id, to_write=to_write)


def _none(who: str) -> HandOverRow:
    raise NotFound("error-hand-over-not-found", name=who)


def _row(ctx: Context, number: int, *, to_write: bool = True) -> HandOverRow:
    statement = select(HandOverRow).where(
        HandOverRow.shop_id == ctx.actor.shop_id, HandOverRow.id == number
    )
    if to_write:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    row = ctx.session.scalar(statement)
    if row is None:
        raise NotFound("error-hand-over-not-found", name=f"#{number}")
    return row


def moved(ctx: Context, row: HandOverRow, status: str, taken_by: int | None) -> Change:
    """Write where a conversation stands now, and whether the assistant answers in it."""
    before = {"number": row.id, "status": row.status, "taken_by": row.taken_by}
    row.status, row.taken_by = status, taken_by
    conversation = ctx.session.scalar(
        select(ConversationRow).where(
            ConversationRow.shop_id == ctx.actor.shop_id, ConversationRow.id == row.conversation_id
        )
    )
    if conversation is not None:
        conversation.handed_over_at = ctx.now if status == "taken" else None
    ctx.session.flush()
    return Change(
        subject_kind="conversation", subject=row.conversation_id, before=before,
        after={"number": row.id, "status": status, "taken_by": taken_by}, undo_for=UNDO_FOR,
    )  # fmt: skip


def _select(ctx: Context) -> Select[HandOverRow, str, int | None, str | None, str | None]:
    return (
        select(HandOverRow, PersonRow.name, PersonRow.customer_id, CustomerRow.phone, _Taker.name)
        .join(PersonRow, PersonRow.id == HandOverRow.person_id)
        .outerjoin(CustomerRow, CustomerRow.id == PersonRow.customer_id)
        .outerjoin(_Taker, _Taker.id == HandOverRow.taken_by)
        .where(HandOverRow.shop_id == ctx.actor.shop_id, PersonRow.shop_id == ctx.actor.shop_id)
    )


def _wanted(
    ctx: Context,
    row: HandOverRow,
    name: str,
    customer_id: int | None,
    phone: str | None,
    taker: str | None,
) -> WantedPerson:
    return WantedPerson(
        id=row.id, conversation=row.conversation_id, name=name, is_customer=customer_id is not None,
        phone=phone, reason=row.reason, status=row.status, taken_by=taker, since=row.at,
        last_words=_last_words(ctx, row.conversation_id),
    )  # fmt: skip


def _last_words(ctx: Context, conversation: str) -> str:
    text = ctx.session.scalar(
        select(MessageRow.text)
        .where(
            MessageRow.shop_id == ctx.actor.shop_id,
            MessageRow.conversation_id == conversation,
            MessageRow.direction == "in",
        )
        .order_by(MessageRow.id.desc())
        .limit(1)
    )
    return (text or "")[:200]


def _name(ctx: Context, person_id: int | None) -> str:
    found = ctx.session.scalar(
        select(PersonRow.name).where(
            PersonRow.shop_id == ctx.actor.shop_id, PersonRow.id == person_id
        )
    )
    return found or ""
