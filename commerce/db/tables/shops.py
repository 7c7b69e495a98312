"""Shops, the people who work there or buy there, and how each is recognised."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from commerce.db.tables.base import Base, Id, Moment, Name, ShopId, Word, ref


class ShopRow(Base):
    """One shop. `settings` holds what the shop chose, such as role limits."""

    __tablename__ = "shops"

    id: Mapped[Id]
    name: Mapped[Name]
    currency: Mapped[Word]
    zone: Mapped[Word]
    """IANA name, for example Asia/Kolkata."""
    is_demo: Mapped[bool]
    settings: Mapped[dict[str, Any]]
    created_at: Mapped[Moment]


class PersonRow(Base):
    """Someone the assistant speaks with: staff, or a customer of the shop."""

    __tablename__ = "people"
    __table_args__ = (Index(None, "shop_id", "role"), UniqueConstraint("shop_id", "email"))

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    name: Mapped[Name]
    role: Mapped[Word]
    """A value of `commerce.access.Role`."""
    language: Mapped[Word]
    email: Mapped[str | None]
    phone: Mapped[Word | None]
    """E.164."""
    customer_id: Mapped[int | None] = ref("customers")
    password_hash: Mapped[str | None]
    skills: Mapped[dict[str, Any]]
    """For NDR agents: `languages` and `reasons` (lists), `cap` (open cases at most)."""
    is_active: Mapped[bool]
    created_at: Mapped[Moment]


class ChannelIdentityRow(Base):
    """How one person is known on one channel. (channel, external id) is the identity."""

    __tablename__ = "channel_identities"
    __table_args__ = (UniqueConstraint("channel", "external_id"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    person_id: Mapped[int] = ref("people")
    channel: Mapped[Word]
    external_id: Mapped[Name]
    created_at: Mapped[Moment]


class SignInRow(Base):
    """A one-time link or code, or an open browser session; only a hash of its secret is kept."""

    __tablename__ = "sign_ins"
    __table_args__ = (UniqueConstraint("secret_hash"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    person_id: Mapped[int] = ref("people")
    kind: Mapped[Word]
    """`link`, `join` (the code of an invitation), `channel` (a code of one's own) or `session`."""
    secret_hash: Mapped[Name]
    created_at: Mapped[Moment]
    expires_at: Mapped[Moment]
    used_at: Mapped[datetime | None]
