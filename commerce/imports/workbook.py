"""Rows out of an Excel workbook (.xlsx), looked through before it is opened.

The library that reads workbooks lays a whole sheet out in memory, empty cells and all: a file of
ten kilobytes may ask for terabytes. So the packed parts are unpacked here first, a piece at a
time, and counted: rows, columns, letters. What is past the limits is refused unopened. The sizes
that the archive claims are not believed.
"""

import re
import struct
import zipfile
import zlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import IO, Any

from commerce.errors import BadFile

LARGEST_PART = 400 * 1024 * 1024
"""Bytes one part of a workbook may unpack to."""
MOST_CELLS = 4_000_000
"""Rows times columns of a sheet, empty ones counted: about 150 bytes of memory each."""
MOST_LETTERS = 200_000_000
"""Letters in a sheet, each cell's counted, also where many share one text."""
_MOST_PARTS = 5_000
_LONGEST_TAG = 1 << 20
_LONGEST_ROW = 64 * 1024 * 1024
_CHUNK = 1 << 18
_EXACT_UP_TO = 10**15
"""Excel keeps fifteen digits of a number; beyond, the last ones are made up."""

_ROW = re.compile(rb"<(?:\w+:)?row\b")
_CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{1,4})(\d{1,9})["']""")
_ROW_NUMBER = re.compile(rb"""\br\s*=\s*["'](\d{1,9})["']""")
_VALUE = re.compile(rb"<(?:\w+:)?v[^>]*>(\d{1,9})<")
_SHARED = re.compile(rb"""\bt\s*=\s*["']s["']""")
_TEXT = re.compile(rb"<(?P<end>/)?(?:\w+:)?(?P<tag>si|t)\b[^>]*?(?P<empty>/)?>")


@dataclass(frozen=True, slots=True)
class Workbook:
    """One sheet of a workbook, opened."""

    sheet: str
    others: tuple[str, ...]
    """The sheets that were left alone."""
    height: int
    """Rows down to the last one that is used."""
    _opened: Any

    def rows(self) -> Iterator[list[str]]:
        """Yield every row from the first of the sheet, cells as a CSV would have them."""
        for cells in self._opened.iter_rows():
            yield [written(cell) for cell in cells]


def is_workbook(path: Path) -> bool:
    """Tell an Excel workbook from another zip, such as a large export sent by e-mail."""
    try:
        with zipfile.ZipFile(path) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def open_workbook(path: Path, sheet: str | None = None) -> Workbook:
    """Open a sheet of a workbook: the one named, else the first that holds anything.

    Raises:
        BadFile: It is broken, locked or too large, or has no such sheet.
    """
    _look_through(path)
    from python_calamine import CalamineWorkbook

    # The library has a dozen errors of its own, and panics on some broken files.
    try:
        book = CalamineWorkbook.from_path(str(path))
        names = tuple(book.sheet_names)
    except BaseException as error:
        raise _broken(path, error) from error
    if sheet is not None and sheet not in names:
        raise BadFile(
            "error-imports-no-sheet", name=path.name, sheet=sheet, sheets=", ".join(names)
        )
    for name in (sheet,) if sheet is not None else names:
        try:
            opened = book.get_sheet_by_name(name)
            height = opened.total_height
        except BaseException as error:
            raise _broken(path, error) from error
        if opened.end is not None:
            others = tuple(other for other in names if other != name)
            return Workbook(name, others, height, opened)
    raise BadFile("error-imports-empty", name=path.name)


def written(cell: object) -> str:
    """Return a cell as a CSV would have it; a number that Excel has cut short stays marked so."""
    match cell:
        case str():
            return cell
        case bool():
            return "TRUE" if cell else "FALSE"
        case int() | float():
            return _number(cell)
        case datetime():
            return cell.strftime("%Y-%m-%d %H:%M:%S") if cell.year >= 1000 else str(cell)
        case date():
            return cell.isoformat()
        case time() | timedelta():
            return str(cell)
        case _:
            return ""


def _number(cell: float) -> str:
    if cell == int(cell) if abs(cell) < _EXACT_UP_TO else False:
        return str(int(cell))
    # Fifteen digits: `0.30000000000000004` is 0.3, and a longer whole number is written with an
    # exponent, by which its reader knows that digits are lost.
    return format(cell, ".15g")


def _broken(path: Path, error: BaseException) -> BadFile:
    """Return the refusal of a file the library cannot open; what stops the program goes on."""
    if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError):
        raise error
    return BadFile("error-imports-broken-workbook", name=path.name)


def _look_through(path: Path) -> None:
    """Count what a workbook unpacks to.

    Raises:
        BadFile: It is more than we take, or packed in a way we cannot count.
    """
    try:
        with zipfile.ZipFile(path) as archive, path.open("rb") as file:
            parts = archive.infolist()
            names = [part.filename for part in parts]
            if len(parts) > _MOST_PARTS or len(set(names)) != len(names):
                raise _too_large(path)
            lengths = array("l")
            for part in parts:
                if part.filename.lower() == "xl/sharedstrings.xml":
                    lengths = _lengths(_unpacked(file, part, path))
            for part in parts:
                if part.filename.lower().startswith("xl/worksheets/") and not part.is_dir():
                    _measure(_unpacked(file, part, path), lengths, path)
                elif part.filename.lower().startswith("xl/") and part.filename.endswith(".xml"):
                    for _ in _unpacked(file, part, path):
                        pass
    except (zipfile.BadZipFile, zlib.error, struct.error, OSError, ValueError, EOFError) as error:
        raise BadFile("error-imports-broken-workbook", name=path.name) from error


def _unpacked(file: IO[bytes], part: zipfile.ZipInfo, path: Path) -> Iterator[bytes]:
    """Yield a part's bytes as they really are, whatever the archive says of their number."""
    if part.flag_bits & 1 or part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise BadFile("error-imports-broken-workbook", name=path.name)
    file.seek(part.header_offset)
    name_length, extra_length = struct.unpack("<HH", file.read(30)[26:30])
    file.seek(name_length + extra_length, 1)
    left, size = part.compress_size, 0
    inflate = zlib.decompressobj(-15) if part.compress_type == zipfile.ZIP_DEFLATED else None
    while left > 0 and (packed := file.read(min(_CHUNK, left))):
        left -= len(packed)
        while packed:
            if inflate is None:
                piece, packed = packed, b""
            else:
                piece, packed = inflate.decompress(packed, 4 * _CHUNK), inflate.unconsumed_tail
            size += len(piece)
            if size > LARGEST_PART:
                raise _too_large(path)
            yield piece


def _lengths(pieces: Iterator[bytes]) -> "array[int]":
    """Return how long each shared text is, markup left out."""
    lengths, length, inside, kept = array("l"), 0, False, b""
    for piece in pieces:
        kept += piece
        end = 0
        for token in _TEXT.finditer(kept):
            if inside:
                length += token.start() - end
            inside = token["tag"] == b"t" and not token["end"] and not token["empty"]
            end = token.end()
            if token["tag"] == b"si" and (token["end"] or token["empty"]):
                lengths.append(length)
                length = 0
        tail = _whole_up_to(kept, end)
        if inside:
            length += tail - end
        kept = kept[tail:]
    return lengths


def _measure(pieces: Iterator[bytes], lengths: "array[int]", path: Path) -> None:
    """Refuse a sheet whose corner cells, or texts, are further than we go."""
    sheet, kept = _Extent(lengths), b""
    for piece in pieces:
        *rows, kept = _ROW.split(kept + piece)
        for row in rows:
            sheet.add(row)
        sheet.letters += len(piece)
        if sheet.is_too_large or len(kept) > _LONGEST_ROW:
            raise _too_large(path)
    sheet.add(kept)
    if sheet.is_too_large:
        raise _too_large(path)


@dataclass(slots=True)
class _Extent:
    """How far a sheet reaches."""

    lengths: "array[int]"
    """Of the texts that cells share."""
    rows: int = 0
    last_row: int = 0
    columns: int = 0
    letters: int = 0
    _columns_seen: set[bytes] = field(default_factory=set)

    @property
    def is_too_large(self) -> bool:
        """Whether it is past the limits."""
        return max(self.rows, self.last_row) * self.columns > MOST_CELLS or (
            self.letters > LARGEST_PART + MOST_LETTERS
        )

    def add(self, row: bytes) -> None:
        """Count one row's markup."""
        self.rows += 1
        if number := _ROW_NUMBER.search(row, 0, row.find(b">") + 1):
            self.last_row = max(self.last_row, int(number[1]))
        self.columns = max(self.columns, len(_CELL.findall(row)))
        if places := _PLACE.findall(row):
            letters, numbers = map(set, zip(*places, strict=True))
            self.last_row = max(self.last_row, *map(int, numbers))
            for new in letters - self._columns_seen:
                self.columns = max(self.columns, _column(new))
            self._columns_seen |= letters
        if _SHARED.search(row):
            most = len(self.lengths)
            for place in map(int, _VALUE.findall(row)):
                self.letters += self.lengths[place] if place < most else 0


def _whole_up_to(kept: bytes, end: int) -> int:
    """Return where the first tag begins that may go on in the next piece.

    Raises:
        ValueError: It has become longer than any tag is.
    """
    begins = max(end, kept.rfind(b"<"))
    if len(kept) - begins > _LONGEST_TAG:
        raise ValueError("a tag without an end")
    return begins if begins < len(kept) and kept[begins : begins + 1] == b"<" else len(kept)


def _column(letters: bytes) -> int:
    """Return the number of a column: `A` is 1, `AA` is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _too_large(path: Path) -> BadFile:
    return BadFile("error-imports-too-large-workbook", name=path.name, cells=MOST_CELLS)
