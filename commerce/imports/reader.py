"""Rows out of a file one at a time: text of any encoding and delimiter, or a sheet of Excel."""

import codecs
import csv
import hashlib
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from commerce.errors import BadFile
from commerce.imports.workbook import Workbook, is_workbook, open_workbook

csv.field_size_limit(1 << 20)

_CHUNK = 1 << 18
_HEAD = 1 << 16
_HEAD_ROWS = 30
_TELL_EVERY = 64
"""Rows after which it is asked again how far a file has been read."""
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
    """A file of rows, looked through once."""

    path: Path
    size: int
    """Bytes."""
    sha256: str
    encoding: str
    """A codec of Python: `utf-8-sig`, `utf-16`, `utf-16-le`, `utf-16-be` or `cp1252`; empty for
    a workbook."""
    delimiter: str
    heading_lines: int
    """Lines to leave out before anything is read: Excel's `sep=;`."""
    quoted: bool = True
    """Whether quotation marks hold cells together; in marketplaces' tab-separated files they are
    letters like any other."""
    workbook: Workbook | None = None
    """The opened sheet, where the file is Excel's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawRow:
    """One row as it stands in the file."""

    line: int
    """The line of the file it begins on, counted from 1."""
    cells: list[str]
    bytes_read: int
    """How far into the file reading has come; ahead of the row by a buffer."""


def inspect(path: Path, sheet: str | None = None) -> Source:
    """Look through a file once for what it is, its encoding, delimiter and hash.

    Text takes constant memory. Of a workbook the `sheet` is opened, which takes about 150
    bytes a cell; without one, the first that holds anything.

    Raises:
        BadFile: It does not exist, is empty, or is neither text nor a workbook we can open.
    """
    try:
        head, digest, is_utf8, size = _look_through(path)
    except OSError as error:
        raise BadFile("error-imports-no-file", name=path.name, why=error.strerror or "") from error
    if head.startswith(_ZIP):
        if not is_workbook(path):
            raise BadFile("error-imports-packed", name=path.name)
        return Source(
            path=path, size=size, sha256=digest, encoding="", delimiter="", heading_lines=0,
            workbook=open_workbook(path, sheet),
        )  # fmt: skip
    for magic, key in _NOT_TEXT.items():
        if head.startswith(magic):
            raise BadFile(key, name=path.name)
    encoding = _encoding(head, is_utf8)
    if encoding is None:
        raise BadFile("error-imports-not-text", name=path.name)
    text = _decoded_head(head, encoding, path.name)
    delimiter, heading_lines = _layout(text)
    return Source(
        path=path,
        size=size,
        sha256=digest,
        encoding=encoding,
        delimiter=delimiter,
        heading_lines=heading_lines,
        quoted=not (delimiter == "\t" and _quotes_are_letters(text)),
    )


def rows(source: Source) -> Iterator[RawRow]:
    """Yield every row that is not blank, the header first.

    Raises:
        BadFile: A quote is opened and never closed, or stands where none may: past that nothing
            in the file can be trusted.
    """
    if source.workbook is not None:
        yield from _sheet_rows(source, source.workbook)
        return
    with source.path.open("rb") as raw:
        text = io.TextIOWrapper(raw, encoding=source.encoding, newline="")
        for _ in range(source.heading_lines):
            text.readline()
        reader = csv.reader(
            text,
            delimiter=source.delimiter,
            strict=True,
            quoting=csv.QUOTE_MINIMAL if source.quoted else csv.QUOTE_NONE,
        )
        done = 0
        for number in count():
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
            if any(map(str.strip, cells)):
                if number % _TELL_EVERY == 0:
                    done = min(raw.tell(), source.size)
                if not source.quoted:
                    cells = [_unwrapped(cell) for cell in cells]
                yield RawRow(line=line, cells=cells, bytes_read=done)


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


def _sheet_rows(source: Source, workbook: Workbook) -> Iterator[RawRow]:
    share = source.size / max(1, workbook.height)
    for number, cells in enumerate(workbook.rows(), start=1):
        if any(map(str.strip, cells)):
            yield RawRow(line=number, cells=cells, bytes_read=min(source.size, int(number * share)))


def _unwrapped(cell: str) -> str:
    """Return a cell without the quotation marks that a spreadsheet put around it."""
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        return cell[1:-1].replace('""', '"')
    return cell


def _quotes_are_letters(text: str) -> bool:
    """Tell whether every line of a tab-separated file is a row of its own, whatever it quotes.

    So are Amazon's reports, where a title may begin with a quotation mark that is never closed.
    """
    lines = [line for line in text.splitlines()[:-1] if line.strip()]
    widths = Counter(line.count("\t") for line in lines)
    return len(widths) == 1 and lines[0].count("\t") > 0


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
    rows = _first_rows(text)
    return max(_DELIMITERS, key=lambda delimiter: _evenness(rows, delimiter)), 0


def _evenness(rows: list[str], delimiter: str) -> tuple[int, int]:
    """Return how many rows have the usual number of a delimiter, and what that number is.

    A title above the header has commas too, but not as many in row after row.
    """
    counts = Counter(count for row in rows if (count := row.count(delimiter)))
    if not counts:
        return 0, 0
    usual, often = max(counts.items(), key=lambda item: (item[1] * item[0], item[0]))
    return often * usual, usual


def _first_rows(text: str) -> list[str]:
    """Return the first rows that are not blank, without what stands in quotes."""
    rows: list[str] = []
    kept: list[str] = []
    quoted = False
    for letter in text:
        if letter == '"':
            quoted = not quoted
        elif quoted:
            continue
        elif letter in "\r\n":
            if "".join(kept).strip(" ,;\t|"):
                rows.append("".join(kept))
                if len(rows) == _HEAD_ROWS:
                    return rows
            kept.clear()
        else:
            kept.append(letter)
    return [*rows, "".join(kept)] if kept else rows
