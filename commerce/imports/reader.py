"""Rows out of a CSV file of any encoding and delimiter, one at a time."""

import codecs
import csv
import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from commerce.errors import BadFile

_CHUNK = 1 << 18
_HEAD = 1 << 16
_DELIMITERS = (",", ";", "\t", "|")
_ZIP = b"PK\x03\x04"
_NOT_TEXT = {
    b"\xd0\xcf\x11\xe0": "error-imports-workbook",
    b"\x1f\x8b": "error-imports-packed",
    b"%PDF": "error-imports-not-text",
}
"""How files that are no CSV begin, and what to say about them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text file of rows, looked through once."""

    path: Path
    size: int
    """Bytes."""
    sha256: str
    encoding: str
    """A codec of Python: `utf-8-sig`, `utf-16`, `utf-16-le`, `utf-16-be` or `cp1252`."""
    delimiter: str
    heading_lines: int
    """Lines to leave out before the header: Excel's `sep=;`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawRow:
    """One row as it stands in the file."""

    line: int
    """The line of the file it begins on, counted from 1."""
    cells: list[str]
    bytes_read: int
    """How far into the file reading has come; ahead of the row by a buffer."""


def inspect(path: Path) -> Source:
    """Look through a file once for its encoding, delimiter and hash, in constant memory.

    Raises:
        BadFile: It does not exist, is empty, or is no text.
    """
    try:
        head, digest, is_utf8, size = _look_through(path)
    except OSError as error:
        raise BadFile("error-imports-no-file", name=path.name, why=error.strerror or "") from error
    if head.startswith(_ZIP):
        key = "error-imports-workbook" if _is_workbook(path) else "error-imports-packed"
        raise BadFile(key, name=path.name)
    for magic, key in _NOT_TEXT.items():
        if head.startswith(magic):
            raise BadFile(key, name=path.name)
    encoding = _encoding(head, is_utf8)
    if encoding is None:
        raise BadFile("error-imports-not-text", name=path.name)
    delimiter, heading_lines = _layout(_decoded_head(head, encoding, path.name))
    return Source(
        path=path,
        size=size,
        sha256=digest,
        encoding=encoding,
        delimiter=delimiter,
        heading_lines=heading_lines,
    )


def rows(source: Source) -> Iterator[RawRow]:
    """Yield every row that is not blank, the header first.

    Raises:
        BadFile: A quote is opened and never closed, or stands where none may: past that nothing
            in the file can be trusted.
    """
    with source.path.open("rb") as raw:
        text = io.TextIOWrapper(raw, encoding=source.encoding, newline="")
        for _ in range(source.heading_lines):
            text.readline()
        reader = csv.reader(text, delimiter=source.delimiter, strict=True)
        while True:
            line = source.heading_lines + reader.line_num + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise BadFile(
                    "error-imports-quotes", name=source.path.name, line=str(line)
                ) from error
            except UnicodeDecodeError as error:
                raise BadFile("error-imports-not-text", name=source.path.name) from error
            if any(cell.strip() for cell in cells):
                yield RawRow(line=line, cells=cells, bytes_read=min(raw.tell(), source.size))


def _look_through(path: Path) -> tuple[bytes, str, bool, int]:
    """Return the first bytes, the hash, whether all of it is UTF-8, and the size."""
    digest, size, head = hashlib.sha256(), 0, b""
    decoder = codecs.getincrementaldecoder("utf-8")()
    is_utf8 = True
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            head = head or chunk[:_HEAD]
            digest.update(chunk)
            size += len(chunk)
            is_utf8 = is_utf8 and _decodes(decoder, chunk, final=False)
    return head, digest.hexdigest(), is_utf8 and _decodes(decoder, b"", final=True), size


def _decodes(decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True


def _is_workbook(path: Path) -> bool:
    """Tell an Excel workbook from another zip, such as a large export sent by e-mail."""
    try:
        with zipfile.ZipFile(path) as archive:
            return any(name.startswith("xl/") for name in archive.namelist())
    except zipfile.BadZipFile:
        return False


def _encoding(head: bytes, is_utf8: bool) -> str | None:
    """Tell the encoding; `None` where it cannot be text."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) > len(head) // 4:
        # Mostly Latin letters with every other byte zero: UTF-16 whose mark was lost.
        return "utf-16-be" if even > odd else "utf-16-le"
    if even or odd:
        return None
    return "utf-8-sig" if is_utf8 else "cp1252"


def _decoded_head(head: bytes, encoding: str, name: str) -> str:
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(head)
    except UnicodeDecodeError as error:
        raise BadFile("error-imports-not-text", name=name) from error
    if not text.strip():
        raise BadFile("error-imports-empty", name=name)
    return text


def _layout(text: str) -> tuple[str, int]:
    """Return the delimiter and how many lines stand before the header."""
    first = text.partition("\n")[0]
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        return first.strip()[4], 1
    header = _first_row(text)
    return max(_DELIMITERS, key=header.count), 0


def _first_row(text: str) -> str:
    """Return the first row that is not blank, without what stands in quotes."""
    kept: list[str] = []
    quoted = False
    for letter in text:
        if letter == '"':
            quoted = not quoted
        elif quoted:
            continue
        elif letter in "\r\n":
            if "".join(kept).strip(" ,;\t|"):
                break
            kept.clear()
        else:
            kept.append(letter)
    return "".join(kept)
