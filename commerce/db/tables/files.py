"""Files that people gave us or that we made for them; their bytes lie beside the database."""

from sqlalchemy import BigInteger, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from commerce.db.tables.base import Base, Moment, Name, ShopId, Word, ref


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
