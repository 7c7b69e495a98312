"""What a file is, what it may be called, and who may open it. Pure, but for reading the content."""

import re
import unicodedata
import zipfile
from pathlib import Path

from commerce.access import Actor, Permission
from commerce.errors import BadFile
from commerce.files.types import FileKind

_HEAD = 65_536
"""Bytes looked at to tell text from anything else."""
_UNPACKED = 512 * 1024 * 1024
"""Bytes a workbook may unpack to; a few kilobytes can claim to be terabytes."""
_NAME = 120

_SUFFIXES: dict[FileKind, tuple[str, ...]] = {
    FileKind.CSV: (".csv",),
    FileKind.TSV: (".tsv", ".tab"),
    FileKind.TXT: (".txt",),
    FileKind.XLSX: (".xlsx",),
    FileKind.PNG: (".png",),
    FileKind.JPEG: (".jpg", ".jpeg"),
    FileKind.WEBP: (".webp",),
    FileKind.PDF: (".pdf",),
    FileKind.DOCX: (".docx",),
    FileKind.MARKDOWN: (".md", ".markdown"),
    FileKind.HTML: (".html", ".htm"),
}
_TOLD_BY_NAME = (
    FileKind.CSV, FileKind.TSV, FileKind.TXT, FileKind.MARKDOWN, FileKind.HTML,
)  # fmt: skip
_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def kind_of(path: Path, name: str) -> FileKind:
    """Tell what a file is from its content; the name only tells one kind of text from another.

    Raises:
        BadFile: It is empty, or of a kind that nothing here reads.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head:
        raise BadFile("error-file-empty")
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return FileKind.PNG
    if head.startswith(b"\xff\xd8\xff"):
        return FileKind.JPEG
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return FileKind.WEBP
    if head.startswith(b"%PDF-"):
        return FileKind.PDF
    if head.startswith(b"PK\x03\x04"):
        return _office(path)
    if head.startswith(_OLD_EXCEL):
        raise BadFile("error-file-old-excel")
    text = _text(head)
    if text is None:
        raise BadFile("error-file-kind")
    return _kind_of_text(text, name)


def _office(path: Path) -> FileKind:
    try:
        with zipfile.ZipFile(path) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise BadFile("error-file-kind") from None
    names = {part.filename for part in parts}
    kinds = {"xl/workbook.xml": FileKind.XLSX, "word/document.xml": FileKind.DOCX}
    kind = next((kinds[part] for part in kinds if part in names), None)
    if kind is None or "[Content_Types].xml" not in names:
        raise BadFile("error-file-kind")
    if any(name.endswith("vbaProject.bin") for name in names):
        raise BadFile("error-file-macros")
    if sum(part.file_size for part in parts) > _UNPACKED:
        raise BadFile("error-file-dense")
    return kind


def _text(head: bytes) -> str | None:
    """Return the beginning of a text in any encoding that sheets come in; `None` for no text."""
    for encoding in _encodings(head):
        try:
            text = head.decode(encoding)
        except UnicodeDecodeError as error:
            cut_off = len(head) == _HEAD and error.start >= _HEAD - 4
            if not cut_off:
                continue
            text = head[: error.start].decode(encoding)
        if not re.search(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]", text):
            return text
    return None


def _encodings(head: bytes) -> tuple[str, ...]:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    return ("utf-8-sig", "cp1252")


def _kind_of_text(text: str, name: str) -> FileKind:
    called = Path(name.casefold()).suffix
    for kind in _TOLD_BY_NAME:
        if called in _SUFFIXES[kind]:
            return kind
    lines = [line for line in text.splitlines()[:20] if line.strip()]
    for sign, kind in (("\t", FileKind.TSV), (",", FileKind.CSV), (";", FileKind.CSV)):
        counts = {line.count(sign) for line in lines}
        if len(lines) > 1 and len(counts) == 1 and counts != {0}:
            return kind
    return FileKind.TXT


def clean_name(name: str, kind: FileKind) -> str:
    """Return a name that is only a name, ends as its kind does, and hides nothing.

    Folders, control characters and signs that turn the direction of writing are dropped:
    `fdp.<U+202E>exe` must not read as `exe.pdf`.
    """
    last = re.split(r"[/\\]", name)[-1]
    plain = "".join(one for one in last if unicodedata.category(one) not in ("Cc", "Cf", "Cs"))
    plain = re.sub(r"\s+", " ", plain).strip(" .")
    suffix = Path(plain.casefold()).suffix
    if kind is FileKind.HTML:
        stem, ending = plain, ".txt"  # Saved and opened, it would run what somebody wrote.
    elif suffix in _SUFFIXES[kind]:
        stem, ending = plain[: -len(suffix)], plain[-len(suffix) :]
    else:
        stem, ending = plain, _SUFFIXES[kind][0]
    return (stem.strip(" .")[:_NAME] or "file") + ending


def may_open(actor: Actor, *, person_id: int, shared: bool) -> bool:
    """Tell whether an actor of the same shop may open a file.

    Whose it is always may. What a customer sent, and what is kept with an order, is shared with
    staff who see orders.
    """
    if actor.person_id == person_id:
        return True
    return shared and actor.customer_id is None and actor.may(Permission.ORDERS_READ)
