"""Files that were read in, and how files of a make are read."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from commerce.db.tables.base import Base, Id, Moment, Name, ShopId, Word, ref


class ImportRunRow(Base):
    """One file that was read in, by the hash of its bytes."""

    __tablename__ = "import_runs"
    __table_args__ = (Index(None, "shop_id", "file_hash"), Index(None, "shop_id", "at"))

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    person_id: Mapped[int | None] = ref("people")
    """`None` for what was read in before runs knew who asked."""
    kind: Mapped[Word]
    format: Mapped[Word]
    file_name: Mapped[Name]
    file_hash: Mapped[Name]
    file_id: Mapped[str | None] = mapped_column(String(64))
    """The file as it was sent; `None` for one read from a disk."""
    result_file_id: Mapped[str | None] = mapped_column(String(64))
    """The file of refused rows; `None` where there is none to fetch."""
    options: Mapped[dict[str, Any]]
    """How it was read: order of dates, columns by name, fixed values, sheet."""
    added: Mapped[int]
    changed: Mapped[int]
    unchanged: Mapped[int]
    refused: Mapped[int]
    rows_added: Mapped[dict[str, Any]]
    """Table → spans of ids this run added, by which it can be taken back."""
    at: Mapped[Moment]
    undone_at: Mapped[datetime | None]


class ImportMappingRow(Base):
    """How a shop reads the files of one make: which of their columns is which of ours."""

    __tablename__ = "import_mappings"
    __table_args__ = (UniqueConstraint("shop_id", "name"), Index(None, "shop_id", "headers_hash"))

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    name: Mapped[Name]
    kind: Mapped[Word]
    headers_hash: Mapped[Name]
    """Of the headers of the file it was made for, by which the next is recognised."""
    columns: Mapped[dict[str, Any]]
    """Our column → their header."""
    fixed: Mapped[dict[str, Any]]
    """Our column → what it says in every row."""
    dates: Mapped[Word | None]
    """`dmy`, `mdy`, or `None` to let the columns tell."""
    person_id: Mapped[int | None] = ref("people")
    at: Mapped[Moment]
