"""Customers whose data is to be erased, or was."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from commerce.db.tables.base import Base, Id, Moment, ShopId, ref


class ErasureRow(Base):
    """One wish that all that tells who a customer is be erased; names nobody."""

    __tablename__ = "erasures"
    __table_args__ = (Index(None, "shop_id", "customer_id"), Index(None, "shop_id", "due_at"))

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    customer_id: Mapped[int] = ref("customers")
    person_id: Mapped[int] = ref("people")
    """Who decided it."""
    asked_at: Mapped[Moment]
    due_at: Mapped[Moment]
    """Until then it may be taken back."""
    taken_back_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    counts: Mapped[dict[str, Any] | None]
    """Table → rows that were emptied or deleted."""
