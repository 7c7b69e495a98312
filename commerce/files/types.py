"""A file, and the kinds there are."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class FileKind(StrEnum):
    """What a file is, told from its content and never from what its sender calls it."""

    CSV = "csv"
    TSV = "tsv"
    TXT = "txt"
    XLSX = "xlsx"
    PNG = "png"
    JPEG = "jpeg"
    WEBP = "webp"
    PDF = "pdf"
    DOCX = "docx"
    MARKDOWN = "md"
    HTML = "html"

    @property
    def media_type(self) -> str:
        """What HTTP calls it."""
        return _MEDIA_TYPES[self]

    @property
    def is_image(self) -> bool:
        """Whether it is a picture."""
        return self in (FileKind.PNG, FileKind.JPEG, FileKind.WEBP)

    @property
    def is_sheet(self) -> bool:
        """Whether it has rows and columns."""
        return self in (FileKind.CSV, FileKind.TSV, FileKind.XLSX)


_MEDIA_TYPES = {
    FileKind.CSV: "text/csv",
    FileKind.TSV: "text/tab-separated-values",
    FileKind.TXT: "text/plain",
    FileKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileKind.PNG: "image/png",
    FileKind.JPEG: "image/jpeg",
    FileKind.WEBP: "image/webp",
    FileKind.PDF: "application/pdf",
    FileKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.MARKDOWN: "text/markdown",
    # What people send is never a page of ours.
    FileKind.HTML: "text/plain",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """One file of a shop."""

    id: str
    shop_id: int
    person_id: int
    """Whose it is."""
    name: str
    kind: FileKind
    size: int
    """Bytes."""
    sha256: str
    at: datetime
    expires_at: datetime | None = None
    """After it nobody can open it; `None` keeps it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderFile:
    """A file that is kept with an order."""

    file: StoredFile
    at: datetime
    by: str
    """The name of who put it there."""
