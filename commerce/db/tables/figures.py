"""Figures of whole days and months, added up once; and which days were written to since.

They can be made again from the rows at any time (`commerce.figures.rebuild`). A day in a
`figure_strikes` row is not to be trusted: triggers of the database write one in the transaction
that changes a row the day's figures are made of (`commerce.db.triggers`).
"""

from datetime import date

from sqlalchemy import BigInteger, Boolean, Date, ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from commerce.db.tables.base import Base, BigId, Id, ShopId, Word

# Rows are looked up by shop and day alone, so SQLite keeps them in that order and nothing else.
_IN_ORDER = {"sqlite_with_rowid": False}


def _shop() -> Mapped[int]:
    return mapped_column(BigId, ForeignKey("shops.id"), primary_key=True)


def _grain() -> Mapped[str]:
    """Return `day`, or `month` for what its days come to, under its first day."""
    return mapped_column(String(5), primary_key=True)


def _day() -> Mapped[date]:
    """Return a day in the shop's zone."""
    return mapped_column(Date, primary_key=True)


def _word() -> Mapped[str]:
    return mapped_column(String(40), primary_key=True)


def _name() -> Mapped[str]:
    return mapped_column(String(255), primary_key=True)


def _flag() -> Mapped[bool]:
    return mapped_column(Boolean, primary_key=True)


def _sum() -> Mapped[int]:
    return mapped_column(BigInteger)


class FigureBookRow(Base):
    """Up to which day the figures of a shop are added up."""

    __tablename__ = "figure_books"

    shop_id: Mapped[int] = _shop()
    zone: Mapped[Word]
    """In which its days begin."""
    through: Mapped[date] = mapped_column(Date)
    """The last day, inclusive; all days before it are added up too."""
    has_customers: Mapped[bool] = mapped_column(Boolean)
    """Whether its customers are counted too (`customer_figures`)."""


class FigureStrikeRow(Base):
    """A day, in UTC, whose rows were written to since its figures were added up."""

    __tablename__ = "figure_strikes"
    __table_args__ = (Index(None, "shop_id", "day"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    day: Mapped[date] = mapped_column(Date)
    written_in: Mapped[int] = mapped_column(BigInteger)
    """The transaction (PostgreSQL), where each strikes a day once; 0 in SQLite."""


class DailyOrdersRow(Base):
    """Orders by the day they were placed."""

    __tablename__ = "daily_orders"
    __table_args__ = _IN_ORDER

    shop_id: Mapped[int] = _shop()
    grain: Mapped[str] = _grain()
    day: Mapped[date] = _day()
    sales_channel: Mapped[str] = _word()
    courier: Mapped[str] = _word()
    """Of the order's first parcel; empty before there is one."""
    payment_method: Mapped[str] = _word()
    payment_status: Mapped[str] = _word()
    status: Mapped[str] = _word()
    orders: Mapped[int] = mapped_column(Integer)
    total_minor: Mapped[int] = _sum()
    discount_minor: Mapped[int] = _sum()
    refunded_minor: Mapped[int] = _sum()
    tax_minor: Mapped[int] = _sum()


class DailyOrderPlacesRow(Base):
    """Orders by the day they were placed and where they go."""

    __tablename__ = "daily_order_places"
    __table_args__ = _IN_ORDER

    shop_id: Mapped[int] = _shop()
    grain: Mapped[str] = _grain()
    day: Mapped[date] = _day()
    state: Mapped[str] = _name()
    city: Mapped[str] = _name()
    is_cod: Mapped[bool] = _flag()
    status: Mapped[str] = _word()
    orders: Mapped[int] = mapped_column(Integer)
    total_minor: Mapped[int] = _sum()
    discount_minor: Mapped[int] = _sum()
    refunded_minor: Mapped[int] = _sum()


class DailyParcelsRow(Base):
    """Parcels by the day of a moment in their life."""

    __tablename__ = "daily_parcels"
    __table_args__ = _IN_ORDER

    shop_id: Mapped[int] = _shop()
    grain: Mapped[str] = _grain()
    moment: Mapped[str] = _word()
    """`sent`, `out` (first out for delivery) or `delivered`."""
    day: Mapped[date] = _day()
    courier: Mapped[str] = _word()
    sales_channel: Mapped[str] = _word()
    is_cod: Mapped[bool] = _flag()
    status: Mapped[str] = _word()
    reason: Mapped[str] = _word()
    """Of the latest failed delivery (NDR case); empty where none failed."""
    parcels: Mapped[int] = mapped_column(Integer)
    further: Mapped[int] = mapped_column(Integer)
    """Of them, those that are not the first of their order."""
    order_minor: Mapped[int] = _sum()
    """Totals of the orders whose first parcel is among them."""


class DailyParcelPlacesRow(Base):
    """Parcels by the day of a moment in their life and where they go."""

    __tablename__ = "daily_parcel_places"
    __table_args__ = _IN_ORDER

    shop_id: Mapped[int] = _shop()
    grain: Mapped[str] = _grain()
    moment: Mapped[str] = _word()
    day: Mapped[date] = _day()
    state: Mapped[str] = _name()
    city: Mapped[str] = _name()
    is_cod: Mapped[bool] = _flag()
    status: Mapped[str] = _word()
    failed: Mapped[bool] = _flag()
    """With at least one failed attempt (an NDR case)."""
    parcels: Mapped[int] = mapped_column(Integer)
    further: Mapped[int] = mapped_column(Integer)
    """Of them, those that are not the first of their order."""
    order_minor: Mapped[int] = _sum()
    """Totals of the orders whose first parcel is among them."""


class DailyLanesRow(Base):
    """Parcels by courier, state and city, by the day of a moment in their life."""

    __tablename__ = "daily_lanes"
    __table_args__ = _IN_ORDER

    shop_id: Mapped[int] = _shop()
    grain: Mapped[str] = _grain()
    moment: Mapped[str] = _word()
    state: Mapped[str] = _name()
    """In small letters. Before the day, as one state's days are read together."""
    day: Mapped[date] = _day()
    city: Mapped[str] = _name()
    """In small letters."""
    courier: Mapped[str] = _word()
    is_cod: Mapped[bool] = _flag()
    status: Mapped[str] = _word()
    failed: Mapped[bool] = _flag()
    """With at least one failed attempt (an NDR case)."""
    parcels: Mapped[int] = mapped_column(Integer)


class DailyLaneTransitsRow(Base):
    """Delivered parcels by courier and place, the day they were sent, and how long they took."""

    __tablename__ = "daily_lane_transits"
    __table_args__ = _IN_ORDER

    shop_id: Mapped[int] = _shop()
    grain: Mapped[str] = _grain()
    state: Mapped[str] = _name()
    """In small letters."""
    day: Mapped[date] = _day()
    city: Mapped[str] = _name()
    """In small letters."""
    courier: Mapped[str] = _word()
    hours: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    """From pick-up to delivery, to the nearest hour."""
    parcels: Mapped[int] = mapped_column(Integer)
    promised: Mapped[int] = mapped_column(Integer)
    """Of them, those of which a day was promised."""
    kept: Mapped[int] = mapped_column(Integer)
    """Of those, the ones that came by then."""


class DailyFirstAttemptsRow(Base):
    """First failed attempts by the day a delivery first failed, by courier and state."""

    __tablename__ = "daily_first_attempts"
    __table_args__ = _IN_ORDER

    shop_id: Mapped[int] = _shop()
    grain: Mapped[str] = _grain()
    day: Mapped[date] = _day()
    courier: Mapped[str] = _word()
    state: Mapped[str] = _name()
    """In small letters."""
    attempts: Mapped[int] = mapped_column(Integer)
    """Those of which it is known when the parcel went out."""
    quick: Mapped[int] = mapped_column(Integer)
    """Of them, those that failed within minutes of it (`commerce.figures.QUICK_MINUTES`)."""


class DailySalesRow(Base):
    """What was sold of each variant by the day it was ordered."""

    __tablename__ = "daily_sales"
    __table_args__ = _IN_ORDER

    shop_id: Mapped[int] = _shop()
    grain: Mapped[str] = _grain()
    day: Mapped[date] = _day()
    variant_id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    """0 for lines whose SKU the shop does not know."""
    status: Mapped[str] = _word()
    """The order's once it has ended, well or not; `Sold` before."""
    lines: Mapped[int] = mapped_column(Integer)
    pieces: Mapped[int] = _sum()
    amount_minor: Mapped[int] = _sum()
    """Lines after their discount, GST included."""
    tax_minor: Mapped[int] = _sum()


class DailyCasesRow(Base):
    """Undelivered parcels by the day their first delivery failed."""

    __tablename__ = "daily_cases"
    __table_args__ = _IN_ORDER

    shop_id: Mapped[int] = _shop()
    grain: Mapped[str] = _grain()
    day: Mapped[date] = _day()
    courier: Mapped[str] = _word()
    reason: Mapped[str] = _word()
    status: Mapped[str] = _word()
    parcel_status: Mapped[str] = _word()
    attempts: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    cases: Mapped[int] = mapped_column(Integer)
    value_minor: Mapped[int] = _sum()
    """Totals of their orders."""


class DailyTransitsRow(Base):
    """Delivered parcels by the day they were sent and how long they took."""

    __tablename__ = "daily_transits"
    __table_args__ = _IN_ORDER

    shop_id: Mapped[int] = _shop()
    grain: Mapped[str] = _grain()
    day: Mapped[date] = _day()
    courier: Mapped[str] = _word()
    hours: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    """From pick-up to delivery, to the nearest hour."""
    parcels: Mapped[int] = mapped_column(Integer)
    promised: Mapped[int] = mapped_column(Integer)
    """Of them, those of which a day was promised."""
    kept: Mapped[int] = mapped_column(Integer)
    """Of those, the ones that came by then."""
