"""What strangers are proving on messengers, and what customers were asked."""

from datetime import datetime

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from commerce.db.tables.base import Base, BigId, Id, Moment, Name, ShopId, Word, ref


class ChannelProofRow(Base):
    """What one stranger on one messenger is proving, and how often they tried of late."""

    __tablename__ = "channel_proofs"
    __table_args__ = (
        UniqueConstraint("shop_id", "channel", "external_id"),
        Index(None, "shop_id", "customer_id", "since"),
    )

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    channel: Mapped[Word]
    external_id: Mapped[Name]
    customer_id: Mapped[int | None] = ref("customers")
    """Whose code they were sent; `None` where the order they named is nobody's."""
    code_hash: Mapped[Name | None]
    """Of the code under way; `None` where none was sent, which nobody is told."""
    expires_at: Mapped[datetime | None]
    """Until when a code is waited for; `None` where none is."""
    wrong: Mapped[int]
    """Wrong codes since `since`."""
    asked: Mapped[int]
    """Orders named and links asked for since `since`."""
    since: Mapped[Moment]
    link_hash: Mapped[Name | None]
    """Of the last link they were sent; `None` where there is none, or it was used."""


class CustomerPromptRow(Base):
    """One thing a customer was asked unasked, or was not, and why not."""

    __tablename__ = "customer_prompts"
    __table_args__ = (
        UniqueConstraint("shop_id", "kind", "subject_id", "round"),
        Index(None, "shop_id", "delivery_key"),
    )

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    kind: Mapped[Word]
    """A value of `commerce.outreach.PromptKind`."""
    subject_id: Mapped[int] = mapped_column(BigId)
    """Of `delivery` the NDR case."""
    round: Mapped[int]
    """Of `delivery` the attempt that failed: each is asked about once."""
    customer_id: Mapped[int] = ref("customers")
    channel: Mapped[Word | None]
    address: Mapped[Name | None]
    delivery_key: Mapped[Name | None]
    """The delivery's idempotency key; `None` where nothing went out."""
    why_not: Mapped[str | None] = mapped_column(String(40))
    """`contact` (none that is connected), `consent`; `None` where it went out."""
    at: Mapped[Moment]
