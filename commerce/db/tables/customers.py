"""Buyers and where they live."""

from sqlalchemy import ForeignKey, Index, String
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
