"""What goes out to people on messengers, and what became of it."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from commerce.db.tables.base import Base, Id, Moment, Name, ShopId, Word, ref


class DeliveryRow(Base):
    """One reply or prompt on its way to one address of a messenger."""

    __tablename__ = "deliveries"
    __table_args__ = (
        UniqueConstraint("shop_id", "idempotency_key"),
        Index(None, "status", "next_at"),
        Index("ix_deliveries_lane", "channel", "address", "status", "id"),
        Index(None, "shop_id", "status", "id"),
    )

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    channel: Mapped[Word]
    address: Mapped[Name]
    """Where the messenger brings it: a number in E.164, a Slack channel, a chat's id."""
    conversation_id: Mapped[str | None] = mapped_column(String(64))
    kind: Mapped[Word]
    """`reply` of the assistant or a person, `prompt` that nobody asked for, `redraw` of either."""
    body: Mapped[dict[str, Any]]
    """Of a reply the whole `agent.messages.Reply`; of a prompt its text by meaning and values."""
    idempotency_key: Mapped[Name]
    status: Mapped[Word]
    """`waiting`, `sent`, `delivered`, `read`, `dead` (needs a person), `withheld` (not wanted)."""
    tries: Mapped[int]
    next_at: Mapped[Moment]
    """While it waits: the earliest moment to send it, or the end of a worker's lease on it."""
    error_code: Mapped[Word | None]
    """The vendor's own code of what went wrong last."""
    error: Mapped[str | None]
    created_at: Mapped[Moment]
    sent_at: Mapped[datetime | None]
    delivered_at: Mapped[datetime | None]
    read_at: Mapped[datetime | None]


class DeliveryPartRow(Base):
    """One message at the vendor: a long reply, or one with a picture, is several of them."""

    __tablename__ = "delivery_parts"
    __table_args__ = (
        UniqueConstraint("delivery_id", "position"),
        Index(None, "channel", "provider_id"),
    )

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    delivery_id: Mapped[int] = ref("deliveries")
    position: Mapped[int]
    channel: Mapped[Word]
    provider_id: Mapped[Name]
    """The vendor's id, which its status callbacks name."""
    at: Mapped[Moment]


class ArrivalRow(Base):
    """One message from a messenger, kept before it is acknowledged and until it is taken in."""

    __tablename__ = "arrivals"
    __table_args__ = (
        UniqueConstraint("channel", "provider_id"),
        Index(None, "status", "next_at"),
        Index("ix_arrivals_lane", "conversation_id", "status", "id"),
        Index(None, "channel", "address", "at"),
    )

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    channel: Mapped[Word]
    provider_id: Mapped[Name]
    """The messenger's own id: what comes again under it changes nothing."""
    address: Mapped[Name | None]
    """Who is answered there may be written to freely for a while, on some messengers."""
    conversation_id: Mapped[str] = mapped_column(String(64))
    body: Mapped[dict[str, Any]]
    """What came in, as the channel read it."""
    status: Mapped[Word]
    """`waiting`, `taken` in, or `dead`: given up after many tries."""
    tries: Mapped[int]
    next_at: Mapped[Moment]
    error: Mapped[str | None]
    at: Mapped[Moment]
