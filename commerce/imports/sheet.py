"""A file as a format sees it: columns by name, cells parsed on asking, rows grouped."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from commerce.errors import BadFile
from commerce.imports import cells, reader
from commerce.imports.cells import Assumed
from commerce.imports.notes import Notes
from commerce.imports.reader import RawRow, Source
from commerce.imports.types import Kind, RowRefused
from commerce.money import Money

R = TypeVar("R")

OWN_COLUMNS = ("line", "reason")
"""What a file of refused rows has at its end, beside the columns of the file it came from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One thing a format reads, and the headers it may stand under."""

    name: str
    headers: tuple[str, ...]
    """Compared without regard to case, spacing and punctuation; the first that is there counts."""
    required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a person wants a file read, and the margin to write assumptions in."""

    zone: ZoneInfo
    currency: str
    day_first: bool | None
    notes: Notes = field(default_factory=Notes)


@dataclass(frozen=True, slots=True)
class Row:
    """One row, its cells by the format's names."""

    raw: RawRow
    places: Mapping[str, int]
    reading: Reading
    headers: tuple[str, ...]

    @property
    def line(self) -> int:
        """The line of the file it begins on."""
        return self.raw.line

    def has(self, name: str) -> bool:
        """Tell whether a cell says anything."""
        return bool(self._cell(name).strip())

    def text(self, name: str, longest: int | None = None) -> str:
        """Return a cell as text, and note where it had to be cut."""
        words = cells.text(self._cell(name))
        if longest is not None and len(words) > longest:
            self.reading.notes.add("imports-note-cut", self.line, self.header(name))
            return words[:longest]
        return words

    def identifier(self, name: str, longest: int = 40) -> str:
        """Return a number that is a name; blank is blank."""
        return cells.identifier(self._cell(name), self.header(name), longest)

    def amount(self, name: str, *, blank: Money | None = None) -> Money:
        """Return an amount; a blank cell is refused unless `blank` says what it means."""
        if blank is not None and not self.has(name):
            return blank
        return cells.amount(self._cell(name), self.header(name), self.reading.currency)

    def count(self, name: str) -> int:
        """Return a whole number."""
        return cells.count(self._cell(name), self.header(name))

    def phone(self, name: str) -> str | None:
        """Return a phone number; `None` where blank."""
        return cells.phone(self._cell(name), self.header(name))

    def moment(self, name: str) -> cells.Moment:
        """Return a moment, and note what was assumed to read it."""
        found = cells.moment(
            self._cell(name),
            self.header(name),
            zone=self.reading.zone,
            day_first=self.reading.day_first,
        )
        for assumed in found.assumed:
            self.reading.notes.add(self._note(assumed), self.line, self.text(name))
        return found

    def header(self, name: str) -> str:
        """Return what the file calls a column."""
        place = self.places.get(name)
        return name if place is None else self.headers[place].strip()

    def check_width(self) -> None:
        """Refuse a row with more cells than the header has.

        Raises:
            RowRefused: It has.
        """
        extra = self.raw.cells[len(self.headers) :]
        if any(cell.strip() for cell in extra):
            raise RowRefused(
                "error-imports-too-wide",
                cells=str(len(self.raw.cells)),
                columns=str(len(self.headers)),
            )

    def _note(self, assumed: Assumed) -> str:
        match assumed:
            case Assumed.ZONE:
                return "imports-note-zone"
            case Assumed.MIDNIGHT:
                return "imports-note-midnight"
            case Assumed.ORDER:
                first = "day" if self.reading.day_first else "month"
                return f"imports-note-{first}-first"

    def _cell(self, name: str) -> str:
        place = self.places.get(name)
        row = self.raw.cells
        return row[place] if place is not None and place < len(row) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format(Generic[R]):
    """What a kind of file looks like and how its rows become records."""

    kind: Kind
    columns: tuple[Column, ...]
    read: Callable[[tuple[Row, ...]], R]
    """Makes one record of its rows; raises `RowRefused`."""
    subject: str
    """The column by which people know a record."""
    group_by: str | None = None
    """Rows that follow one another with the same text here are one record; `None`: each is one."""

    def places(self, headers: tuple[str, ...]) -> dict[str, int]:
        """Return where each column stands."""
        by_key: dict[str, int] = {}
        for place, header in enumerate(headers):
            by_key.setdefault(_key(header), place)
        found: dict[str, int] = {}
        for column in self.columns:
            for header in column.headers:
                if _key(header) in by_key:
                    found[column.name] = by_key[_key(header)]
                    break
        return found

    def missing(self, headers: tuple[str, ...]) -> tuple[str, ...]:
        """Return the required columns that a file lacks, as they are usually headed."""
        places = self.places(headers)
        return tuple(
            column.headers[0]
            for column in self.columns
            if column.required and column.name not in places
        )


@dataclass(frozen=True, slots=True)
class Sheet(Generic[R]):
    """One file opened as one format."""

    source: Source
    format: Format[R]
    headers: tuple[str, ...]
    reading: Reading

    def groups(self) -> Iterator[tuple[Row, ...]]:
        """Yield the rows of one record after another, in the order of the file."""
        places = self.format.places(self.headers)
        held: list[Row] = []
        key = ""
        for raw in _body(self.source):
            row = Row(raw, places, self.reading, self.headers)
            this = row.text(self.format.group_by) if self.format.group_by else ""
            if held and (not this or this != key):
                yield tuple(held)
                held = []
            held.append(row)
            key = this
        if held:
            yield tuple(held)


def headers_of(source: Source) -> tuple[str, ...]:
    """Return a file's header row.

    Raises:
        BadFile: There is none.
    """
    for raw in reader.rows(source):
        return tuple(raw.cells)
    raise BadFile("error-imports-empty", name=source.path.name)


def _body(source: Source) -> Iterator[RawRow]:
    every = reader.rows(source)
    next(every, None)
    yield from every


def _key(header: str) -> str:
    """Return a header as it is compared: `Lineitem SKU ` is `lineitemsku`."""
    return re.sub(r"[\W_]+", "", header.casefold())
