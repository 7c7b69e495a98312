"""What happened, what must still be told to the outside, and who did what."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from commerce.db.tables.base import Base, BigId, Id, Moment, Name, ShopId, Word, ref


class EventRow(Base):
    """Something that happened in the business, written in the transaction that made it so."""

    __tablename__ = "events"
    __table_args__ = (Index(None, "shop_id", "kind", "at"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    kind: Mapped[Word]
    """`order.cancelled`, `ndr.reattempt_requested` and the like."""
    subject: Mapped[Name]
    payload: Mapped[dict[str, Any]]
    at: Mapped[Moment]


class OutboxRow(Base):
    """Something the outside must be told, sent by the worker at least once under one key."""

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("shop_id", "idempotency_key"),
        Index(None, "status", "next_at"),
        Index(None, "shop_id", "status"),
    )

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    port: Mapped[Word]
    """`courier`, `messenger` or `payments`."""
    destination: Mapped[Name]
    """Which one: a courier's name, a messenger's channel, what a payment provider is asked for."""
    payload: Mapped[dict[str, Any]]
    idempotency_key: Mapped[Name]
    status: Mapped[Word]
    """`waiting`, `sent`, `withdrawn`, `dead`."""
    tries: Mapped[int]
    next_at: Mapped[Moment]
    sent_at: Mapped[datetime | None]
    reference: Mapped[str | None]
    """What the outside answered."""
    error: Mapped[str | None]


class AuditRow(Base):
    """Who did what to which thing, when, from where, and what it was before."""

    __tablename__ = "audit_log"
    __table_args__ = (
        Index(None, "shop_id", "at"),
        Index(None, "shop_id", "subject"),
        Index(None, "shop_id", "person_id", "at"),
    )

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    person_id: Mapped[int | None] = ref("people")
    on_behalf_of: Mapped[int | None] = mapped_column(BigId)
    """Whom they stood in for, of a decision that only that person's limit allowed."""
    action: Mapped[Word]
    subject: Mapped[Name]
    before: Mapped[dict[str, Any]]
    after: Mapped[dict[str, Any]]
    why: Mapped[str]
    channel: Mapped[Word]
    turn_id: Mapped[Name | None]
    at: Mapped[Moment]


class AuditSealRow(Base):
    """A hash over audit lines and the seal before, so that a changed line shows later."""

    __tablename__ = "audit_seals"
    __table_args__ = (UniqueConstraint("shop_id", "last_id"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    last_id: Mapped[int] = mapped_column(BigId)
    """The last audit line it covers; it begins after the seal before."""
    lines: Mapped[int]
    digest: Mapped[Name]
    at: Mapped[Moment]
