"""What was out of the ordinary, and who wants to hear of it."""

from datetime import datetime
from typing import Any

from sqlalchemy import Float, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from commerce.db.tables.base import Base, Id, Minor, Moment, Name, ShopId, Word, ref


class AlertRow(Base):
    """One alert; of one cause at most one is not resolved."""

    __tablename__ = "alerts"
    __table_args__ = (Index(None, "shop_id", "status"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    kind: Mapped[Word]
    cause: Mapped[Name]
    status: Mapped[Word]
    seen: Mapped[float] = mapped_column(Float)
    expected: Mapped[float] = mapped_column(Float)
    low: Mapped[float] = mapped_column(Float)
    high: Mapped[float] = mapped_column(Float)
    value_minor: Mapped[Minor]
    details: Mapped[dict[str, Any]]
    opened_at: Mapped[Moment]
    last_seen_at: Mapped[Moment]
    resolved_at: Mapped[datetime | None]
    snoozed_until: Mapped[datetime | None]
    person_id: Mapped[int | None] = ref("people")
    """Who acknowledged or snoozed it."""


class AlertWishRow(Base):
    """Which alerts one person wants to hear of, and where."""

    __tablename__ = "alert_wishes"
    __table_args__ = (UniqueConstraint("shop_id", "person_id"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    person_id: Mapped[int] = ref("people")
    kinds: Mapped[dict[str, Any]]
    """`{"kinds": [...]}`."""
    channel: Mapped[Word]
    quiet: Mapped[Word]
    most_a_day: Mapped[int]


class AlertTellingRow(Base):
    """One alert that one person was told of."""

    __tablename__ = "alert_tellings"
    __table_args__ = (UniqueConstraint("shop_id", "alert_id", "person_id"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    alert_id: Mapped[int] = ref("alerts")
    person_id: Mapped[int] = ref("people")
    told_at: Mapped[Moment]
