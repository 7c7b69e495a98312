"""Files that people gave us or that we made for them; their bytes lie beside the database."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from commerce.db.tables.base import Base, Id, Moment, Name, ShopId, Word, ref


class FileRow(Base):
    """One file of one person of a shop."""

    __tablename__ = "files"
    __table_args__ = (Index(None, "shop_id", "person_id", "at"),)

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    """Unguessable; also the name of the bytes in the shop's folder."""
    shop_id: Mapped[ShopId]
    person_id: Mapped[int] = ref("people")
    """Whose it is: who sent it, or for whom it was made."""
    name: Mapped[Name]
    """As a person reads it and saves it; never a path."""
    kind: Mapped[Word]
    """A value of `commerce.files.FileKind`, told from the content."""
    size: Mapped[int] = mapped_column(BigInteger)
    """Bytes."""
    sha256: Mapped[Name]
    at: Mapped[Moment]
    expires_at: Mapped[datetime | None]
    """After it nobody can open it, and it is thrown away; `None` keeps it."""


class OrderFileRow(Base):
    """A file that is kept with an order: a photograph of a damaged parcel, a signed slip."""

    __tablename__ = "order_files"
    __table_args__ = (UniqueConstraint("shop_id", "order_id", "file_id"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    order_id: Mapped[int] = ref("orders")
    file_id: Mapped[str] = mapped_column(String(64), ForeignKey("files.id"))
    person_id: Mapped[int] = ref("people")
    """Who put it there."""
    at: Mapped[Moment]
