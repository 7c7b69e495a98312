"""Buyers and where they live."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from commerce.db.tables.base import Base, BigId, Id, Moment, Name, ShopId, Word, ref


class CustomerRow(Base):
    """One buyer of one shop."""

    __tablename__ = "customers"
    __table_args__ = (Index(None, "shop_id", "phone"), Index(None, "shop_id", "email"))

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    name: Mapped[Name]
    phone: Mapped[Word | None]
    """E.164 where it is a real number, else as it was given."""
    email: Mapped[str | None]
    language: Mapped[Word]
    created_at: Mapped[Moment]


HOUSE_LENGTH = 60
HOUSE = f"substr(addresses.line1, 1, {HOUSE_LENGTH})"
"""The beginning of an address's first line, as it is indexed (`commerce.db.triggers`)."""


class AddressRow(Base):
    """One place a customer has had things sent to."""

    __tablename__ = "addresses"
    __table_args__ = (Index(None, "shop_id", "customer_id"), Index(None, "shop_id", "pincode"))

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    customer_id: Mapped[int] = ref("customers")
    name: Mapped[Name]
    line1: Mapped[str]
    line2: Mapped[str]
    landmark: Mapped[str]
    city: Mapped[Name]
    state: Mapped[Name]
    pincode: Mapped[Word]
    country: Mapped[Word]
    phone: Mapped[Word | None]


class CustomerWordRow(Base):
    """A word of a customer's name, in small letters; kept by the database (`db.triggers`)."""

    __tablename__ = "customer_words"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - as SQLAlchemy documents it

    shop_id: Mapped[int] = mapped_column(BigId, ForeignKey("shops.id"), primary_key=True)
    # Compared byte by byte, so that "starts with" is a range of the index.
    word: Mapped[str] = mapped_column(
        String(80).with_variant(String(80, collation="C"), "postgresql"), primary_key=True
    )
    customer_id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)


class CustomerFigureRow(Base):
    """What one customer's orders come to, as `commerce.customers` counts them.

    A write to an order takes its customer's row away and puts a `customer_strikes` row there
    instead, in the same transaction (`db.triggers`); `customers.freshen` counts it anew.
    """

    __tablename__ = "customer_figures"
    __table_args__ = (
        Index(None, "shop_id", "spent"),
        Index(None, "shop_id", "orders", "spent"),
        Index(None, "shop_id", "last_at", "spent"),
        Index(None, "shop_id", "came_back", "spent"),
        Index(None, "shop_id", "first_at", "bought", "spent"),
        Index(
            "ix_customer_figures_segments",
            "shop_id", "bought", "last_at", "first_at", "came_back", "ended", "spent", "orders",
        ),
        {"sqlite_with_rowid": False},
    )  # fmt: skip

    shop_id: Mapped[int] = mapped_column(BigId, ForeignKey("shops.id"), primary_key=True)
    customer_id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    orders: Mapped[int] = mapped_column(Integer)
    cod: Mapped[int] = mapped_column(Integer)
    bought: Mapped[int] = mapped_column(Integer)
    delivered: Mapped[int] = mapped_column(Integer)
    returned: Mapped[int] = mapped_column(Integer)
    refused: Mapped[int] = mapped_column(Integer)
    came_back: Mapped[int] = mapped_column(Integer)
    """Returned and refused."""
    ended: Mapped[int] = mapped_column(Integer)
    """Delivered and come back."""
    spent: Mapped[int] = mapped_column(BigInteger)
    """In minor units."""
    first_at: Mapped[datetime | None]
    last_at: Mapped[datetime | None]


class CustomerStrikeRow(Base):
    """A customer whose orders were written to since they were counted."""

    __tablename__ = "customer_strikes"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - as SQLAlchemy documents it

    shop_id: Mapped[int] = mapped_column(BigId, ForeignKey("shops.id"), primary_key=True)
    customer_id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
