"""Conversations as they were held: what people said and pressed, and what came of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from commerce.db.tables import (
    ApprovalRow,
    ConversationRow,
    MessageRow,
    ReceiptRow,
    TurnRow,
)
from tools.cards import Tap


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What one turn answered: one message, or a burst of them."""

    texts: tuple[str, ...]
    tap: Tap | None
    decided: str = ""
    """Of a pressed yes or no: the tool whose approval it was."""

    @property
    def said(self) -> str:
        """All of it, on lines of its own."""
        return "\n".join(self.texts)


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One write that took place and was not taken back."""

    tool: str
    subject: str
    after: str
    """The state read back, as text, without what differs at every writing."""

    def __str__(self) -> str:
        """Return it on a line."""
        return f"{self.tool} {self.subject}: {self.after}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A conversation as it was held."""

    id: str
    shop_id: int
    person_id: int
    channel: str
    began: datetime
    turns: tuple[Heard, ...]
    changes: tuple[Change, ...]
    receipts: tuple[tuple[str, datetime], ...]
    """Of the changes, with their moments; the latest first."""


def conversations(
    session: Session, shop_id: int, *, since: datetime, only: Sequence[str] = (), most: int = 100
) -> list[Stored]:
    """Return the latest conversations of a shop since a moment, oldest first.

    Args:
        only: Ids; empty takes all.
    """
    query = (
        select(ConversationRow)
        .where(ConversationRow.shop_id == shop_id, ConversationRow.updated_at >= since)
        .order_by(ConversationRow.updated_at.desc())
        .limit(most)
    )
    if only:
        query = query.where(ConversationRow.id.in_(only))
    rows = reversed(session.scalars(query).all())
    found = (_stored(session, row) for row in rows)
    return [one for one in found if one.turns]


def changes_of(session: Session, shop_id: int, conversation: str) -> tuple[Change, ...]:
    """Return what a conversation changed for good, in a stable order."""
    rows = _receipts(session, shop_id, conversation)
    return tuple(sorted(Change(row.tool, row.subject, _plain(row.after)) for row in rows))


def _receipts(session: Session, shop_id: int, conversation: str) -> Sequence[ReceiptRow]:
    """Return the receipts of what was not taken back, the latest first."""
    query = (
        select(ReceiptRow)
        .join(TurnRow, TurnRow.id == ReceiptRow.turn_id)
        .where(
            ReceiptRow.shop_id == shop_id,
            TurnRow.shop_id == shop_id,
            TurnRow.conversation_id == conversation,
            ReceiptRow.undone_at.is_(None),
        )
        .order_by(ReceiptRow.at.desc())
    )
    return session.scalars(query).all()


def _stored(session: Session, row: ConversationRow) -> Stored:
    return Stored(
        id=row.id,
        shop_id=row.shop_id,
        person_id=row.person_id,
        channel=row.channel,
        began=row.created_at,
        turns=tuple(_turns(session, row)),
        changes=changes_of(session, row.shop_id, row.id),
        receipts=tuple((r.id, r.at) for r in _receipts(session, row.shop_id, row.id)),
    )


def _turns(session: Session, row: ConversationRow) -> Iterator[Heard]:
    query = (
        select(MessageRow)
        .where(
            MessageRow.shop_id == row.shop_id,
            MessageRow.conversation_id == row.id,
            MessageRow.direction == "in",
            MessageRow.turn_id.is_not(None),
        )
        .order_by(MessageRow.id)
    )
    for _, burst in groupby(session.scalars(query), key=lambda message: message.turn_id):
        messages = list(burst)
        tap = Tap.model_validate(messages[-1].tap) if messages[-1].tap else None
        yield Heard(
            texts=tuple(message.text for message in messages),
            tap=tap,
            decided=_tool_of(session, row.shop_id, tap),
        )


def _tool_of(session: Session, shop_id: int, tap: Tap | None) -> str:
    if tap is None or tap.kind not in ("approve", "decline"):
        return ""
    query = select(ApprovalRow.tool).where(ApprovalRow.shop_id == shop_id, ApprovalRow.id == tap.id)
    return session.scalar(query) or ""


def _plain(after: dict[str, Any]) -> str:
    """Write a state so that two writings of the same can be compared."""
    kept = {key: value for key, value in after.items() if not _is_of_the_writing(key)}
    return ", ".join(f"{key} = {value}" for key, value in sorted(kept.items()))


def _is_of_the_writing(key: str) -> bool:
    return key in ("id", "key", "at", "token", "url", "link") or key.endswith(("_id", "_at"))
