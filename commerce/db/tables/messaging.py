"""Texts that messengers know, and what they told before we knew what it was about."""

from datetime import datetime

from sqlalchemy import Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from commerce.db.tables.base import Base, Id, Moment, Name, ShopId, Word


class MessageTemplateRow(Base):
    """One text, in one language, as a channel's vendor or the operators' register knows it."""

    __tablename__ = "message_templates"
    __table_args__ = (UniqueConstraint("shop_id", "channel", "name", "language"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    channel: Mapped[Word]
    name: Mapped[Name]
    """What it means: the name by which prompts ask for it."""
    language: Mapped[Word]
    category: Mapped[Word]
    body: Mapped[str] = mapped_column(Text)
    """With `{name}` where something is put in."""
    vendor_id: Mapped[Name]
    """Twilio's content (`HX…`), Meta's name, or the number in the register of DLT."""
    approval: Mapped[Word]
    why: Mapped[str] = mapped_column(Text)
    """Why it was refused; empty where it was not."""
    cost_minor: Mapped[int | None]
    """What one costs, in hundredths of paise: the carriers' prices are finer than money."""
    at: Mapped[Moment]
    """When it was put in, or last looked at."""


class EarlyNoteRow(Base):
    """What a vendor told of a message whose id was not written down yet. Kept until it is."""

    __tablename__ = "early_notes"
    __table_args__ = (UniqueConstraint("channel", "provider_id", "status"),)

    id: Mapped[Id]
    channel: Mapped[Word]
    provider_id: Mapped[Name]
    status: Mapped[Word]
    at: Mapped[Moment]
    code: Mapped[Word | None]
    error: Mapped[str | None] = mapped_column(Text)
    heard_at: Mapped[datetime]
