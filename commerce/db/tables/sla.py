"""What a shop promised, or was promised, about time."""

from datetime import date

from sqlalchemy import BigInteger, Date, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from commerce.db.tables.base import Base, Id, Moment, ShopId, Word


class SlaTermRow(Base):
    """One service level. An empty channel or courier stands for every one."""

    __tablename__ = "sla_terms"
    __table_args__ = (UniqueConstraint("shop_id", "kind", "sales_channel", "courier"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    kind: Mapped[Word]
    """A value of `commerce.sla.SlaKind`."""
    sales_channel: Mapped[Word]
    courier: Mapped[Word]
    minutes: Mapped[int] = mapped_column(Integer)
    clock: Mapped[Word]
    """A value of `commerce.sla.Clock`: which time counts."""
    penalty_minor: Mapped[int] = mapped_column(BigInteger)
    """For each breach."""
    penalty_permille: Mapped[int] = mapped_column(Integer)
    """Of the order's total for each breach, in thousandths; beside `penalty_minor`."""
    changed_at: Mapped[Moment]


class ShopHolidayRow(Base):
    """A day on which a shop, against its calendar, rests or works."""

    __tablename__ = "shop_holidays"
    __table_args__ = (UniqueConstraint("shop_id", "day"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    day: Mapped[date] = mapped_column(Date)
    is_open: Mapped[bool]
    name: Mapped[str]
