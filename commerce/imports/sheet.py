"""A file as a format sees it: columns by name, cells parsed on asking, rows grouped."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import lru_cache
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

HEADER_WITHIN = 25
"""Rows that may stand above the header: the report's name, its dates, the shop's address."""

_BLANK = frozenset(
    {
        "n/a", "na", "#n/a", "#ref!", "#value!", "#name?", "#div/0!", "null", "none", "nan", "nil",
        "nill",
        "-", "--", "---", "–", "—",
    }
)  # fmt: skip
"""What spreadsheets and panels write where there is nothing."""
_TOTALS = frozenset(
    {
        "total", "totals", "grand total", "sub total", "subtotal", "sum", "overall total", "कुल",
        "कुल योग",
    }
)  # fmt: skip


class Looks(Enum):
    """What the cells of a column look like, by which a guess is made and a shift is seen."""

    TEXT = auto()
    NUMBER = auto()
    """An amount or a count."""
    DATE = auto()
    PHONE = auto()
    EMAIL = auto()
    PINCODE = auto()
    CODE = auto()
    """A number that is a name: an order, a SKU, an AWB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One thing a format reads, and the headers it may stand under."""

    name: str
    headers: tuple[str, ...]
    """Compared without regard to case, spacing and punctuation; the first that is there counts."""
    required: bool = False
    looks: Looks = Looks.TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a person wants a file read, and the margin to write assumptions in."""

    zone: ZoneInfo
    currency: str
    day_first: bool | None
    """How the person says dates are meant; `None` lets each column tell."""
    notes: Notes = field(default_factory=Notes)
    fixed: Mapping[str, str] = field(default_factory=dict)
    """Column name → what it says in every row."""
    orders: dict[str, bool] = field(default_factory=dict)
    """Column name → whether its dates begin with the day, as dates in it with one reading tell."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row, its cells by the format's names."""

    raw: RawRow
    places: Mapping[str, int]
    reading: Reading
    headers: tuple[str, ...]
    problem: RowRefused | None = None
    """Why the row cannot be read whatever it says; `None` mostly."""

    @property
    def line(self) -> int:
        """The line of the file it begins on."""
        return self.raw.line

    def has(self, name: str) -> bool:
        """Tell whether a cell says anything."""
        return bool(self._cell(name))

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
        told, tells = self.reading.day_first, self.reading.orders.get(name)
        found = cells.moment(
            self._cell(name),
            self.header(name),
            zone=self.reading.zone,
            day_first=tells if told is None else told,
        )
        for assumed in found.assumed:
            key = self._note(assumed, told, tells)
            self.reading.notes.add(key, self.line, self.text(name))
        return found

    def header(self, name: str) -> str:
        """Return what the file calls a column."""
        place = self.places.get(name)
        return name if place is None else self.headers[place].strip()

    def check(self) -> None:
        """Refuse a row that does not fit its header.

        Raises:
            RowRefused: It has more cells than the header, or several hold what belongs elsewhere.
        """
        if self.problem is not None:
            raise self.problem
        self.check_width()

    def check_shift(self, looked_at: Sequence[tuple[str, Looks]]) -> None:
        """Refuse a row whose cells have moved: two or more hold what cannot be theirs.

        Raises:
            RowRefused: They do.
        """
        wrong = [
            name
            for name, looks in looked_at
            if (cell := self._cell(name)) and not fits(looks, cell)
        ]
        if len(wrong) > 1:
            raise RowRefused(
                "error-imports-shifted", column=self.header(wrong[0]),
                cell=self.text(wrong[0])[:40],
            )  # fmt: skip

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

    def _note(self, assumed: Assumed, told: bool | None, tells: bool | None) -> str:
        match assumed:
            case Assumed.AGAINST:
                return "imports-note-against"
            case Assumed.CENTURY:
                return "imports-note-century"
            case Assumed.ZONE:
                return "imports-note-zone"
            case Assumed.MIDNIGHT:
                return "imports-note-midnight"
            case Assumed.ORDER:
                if told is not None:
                    return f"imports-note-{'day' if told else 'month'}-first"
                return f"imports-note-column-{'day' if tells else 'month'}-first"

    def _cell(self, name: str) -> str:
        place = self.places.get(name)
        row = self.raw.cells
        if place is None or place >= len(row):
            return self.reading.fixed.get(name, "")
        cell = row[place].strip()
        if not cell or (len(cell) <= 7 and cell.lower() in _BLANK):
            return self.reading.fixed.get(name, "")
        return cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Format(Generic[R]):
    """What a kind of file looks like and how its rows become records."""

    kind: Kind
    columns: tuple[Column, ...]
    read: Callable[[tuple[Row, ...]], R]
    """Makes one record of its rows; raises `RowRefused`."""
    subject: str
    """The column by which people know a record."""
    name: str = ""
    """As people name it: `amazon`, `woocommerce`; `columns` is told by its columns alone."""
    group_by: str | None = None
    """Rows that follow one another with the same text here are one record; `None`: each is one."""
    gathers: bool = False
    """Every row is one line of an order, with the order's own columns again: rows of one order
    that stand apart belong together, and a row that stands twice counts once."""
    one_of: tuple[str, ...] = ()
    """Columns of which at least one has to be there."""

    def places(
        self, headers: tuple[str, ...], columns: Mapping[str, str] | None = None
    ) -> dict[str, int]:
        """Return where each column stands; `columns` says by name which header it has.

        Raises:
            BadFile: A header that was named is not there.
        """
        by_key: dict[str, int] = {}
        for place, header in enumerate(headers):
            by_key.setdefault(key_of(header), place)
        found: dict[str, int] = {}
        for column in self.columns:
            if columns and column.name in columns:
                continue
            for header in column.headers:
                if key_of(header) in by_key:
                    found[column.name] = by_key[key_of(header)]
                    break
        for name, header in (columns or {}).items():
            named = by_key.get(key_of(header))
            if named is None:
                raise BadFile(
                    "error-imports-no-column", column=header,
                    columns=", ".join(filter(None, map(str.strip, headers)))[:400],
                )  # fmt: skip
            taken = [other for other, at in found.items() if at == named]
            for other in taken:
                del found[other]
            found[name] = named
        return found

    def missing(
        self, headers: tuple[str, ...], columns: Mapping[str, str] | None = None,
        fixed: Mapping[str, str] | None = None,
    ) -> tuple[str, ...]:  # fmt: skip
        """Return the required columns that a file lacks, as they are usually headed."""
        there = {**self.places(headers, columns), **(fixed or {})}
        lacking = [column for column in self.columns if column.required]
        gone = [column.headers[0] for column in lacking if column.name not in there]
        if self.one_of and not any(name in there for name in self.one_of):
            gone.append(" / ".join(self.column(name).headers[0] for name in self.one_of))
        return tuple(gone)

    def column(self, name: str) -> Column:
        """Return a column by name.

        Raises:
            KeyError: There is none.
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Sheet(Generic[R]):
    """One file opened as one format."""

    source: Source
    format: Format[R]
    headers: tuple[str, ...]
    reading: Reading
    header_line: int = 0
    """The line the header stands on; what is above it is left out."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Column name → header, where a person or a saved mapping says so."""
    apart: Mapping[int, int] = field(default_factory=dict)
    """Hash of a group's key → in how many places its rows stand, where in more than one."""

    @property
    def places(self) -> dict[str, int]:
        """Where each column stands."""
        return self.format.places(self.headers, self.columns)

    def rows(self, *, checked: bool = True) -> Iterator[Row]:
        """Yield every row below the header that is one, in the order of the file.

        Headers that come again, and totals, are no rows. Where the columns are named anew half-way
        down, cells are put back in the order of the first header.
        """
        places = self.places
        subject = places.get(self.format.subject)
        looked_at = [
            (column.name, column.looks)
            for column in self.format.columns
            if checked and column.name in places and column.looks in _TELLING
        ]
        words = frozenset(header.strip().casefold() for header in self.headers if header.strip())
        keys = frozenset(map(key_of, self.headers)) - {""}
        relaid: tuple[int | None, ...] | None = None
        problem: RowRefused | None = None
        for raw in reader.rows(self.source):
            if raw.line <= self.header_line:
                continue
            if _is_header(raw.cells, words, keys):
                relaid, problem = self._named_anew(raw, places)
                continue
            if relaid is not None:
                raw = _laid_out(raw, relaid)
            if _is_total(raw.cells, subject):
                self.reading.notes.add("imports-note-total", raw.line)
                continue
            row = Row(raw, places, self.reading, self.headers, problem)
            if looked_at and problem is None:
                try:
                    row.check_shift(looked_at)
                except RowRefused as refused:
                    row = replace(row, problem=refused)
            yield row

    def groups(self) -> Iterator[tuple[Row, ...]]:
        """Yield the rows of one record after another.

        Rows of an order that stand apart are held until the last of them has come.
        """
        left = dict(self.apart)
        waiting: dict[int, list[Row]] = {}
        for group in self._neighbours():
            key = hash(group[0].text(self.format.group_by or "")) if self.apart else 0
            if key not in left:
                yield group
                continue
            waiting.setdefault(key, []).extend(group)
            left[key] -= 1
            if left[key] == 0:
                del left[key]
                yield tuple(waiting.pop(key))
        yield from map(tuple, waiting.values())

    def _neighbours(self) -> Iterator[tuple[Row, ...]]:
        """Yield rows that follow one another with the same key."""
        held: list[Row] = []
        key = ""
        for row in self.rows():
            this = row.text(self.format.group_by) if self.format.group_by else ""
            if held and (not this or this != key):
                yield tuple(held)
                held = []
            held.append(row)
            key = this
        if held:
            yield tuple(held)

    def _named_anew(
        self, raw: RawRow, places: Mapping[str, int]
    ) -> tuple[tuple[int | None, ...] | None, RowRefused | None]:
        """Return where the cells of later rows belong, or why they cannot be read."""
        if tuple(map(key_of, raw.cells)) == tuple(map(key_of, self.headers)):
            self.reading.notes.add("imports-note-header-again", raw.line)
            return None, None
        there = {key_of(cell): place for place, cell in reversed(list(enumerate(raw.cells)))}
        relaid = tuple(there.get(key_of(header)) for header in self.headers)
        needed = [column.name for column in self.format.columns if column.required]
        lost = [name for name in needed if name in places and relaid[places[name]] is None]
        if lost:
            header = self.headers[places[lost[0]]].strip()
            refused = RowRefused("error-imports-new-header", line=str(raw.line), column=header)
            return None, refused
        self.reading.notes.add("imports-note-new-header", raw.line)
        return relaid, None


@dataclass(frozen=True, slots=True)
class Head:
    """The first rows of a file, among which its header is."""

    rows: tuple[RawRow, ...]

    @classmethod
    def of(cls, source: Source) -> "Head":
        """Return a file's first rows that are not blank.

        Raises:
            BadFile: There is none.
        """
        rows = []
        for raw in reader.rows(source):
            rows.append(raw)
            if len(rows) > HEADER_WITHIN:
                break
        if not rows:
            raise BadFile("error-imports-empty", name=source.path.name)
        return cls(tuple(rows))

    def header_of(
        self, known: Format[R], columns: Mapping[str, str] | None = None,
        fixed: Mapping[str, str] | None = None,
    ) -> RawRow | None:  # fmt: skip
        """Return the row that is a format's header; `None` where none is."""
        for raw in self.rows:
            try:
                if not known.missing(tuple(raw.cells), columns, fixed):
                    return raw
            except BadFile:
                continue
        return None

    @property
    def likely_header(self) -> RawRow:
        """The first row that looks most like a header: the most cells, none of them a number."""

        def score(raw: RawRow) -> tuple[int, int]:
            filled = [cell.strip() for cell in raw.cells if cell.strip()]
            words = [cell for cell in filled if not re.search(r"^[\W\d]*\d[\W\d]*$", cell)]
            return (len(set(words)), -(len(filled) - len(words)))

        return max(self.rows, key=score)


def fits(looks: Looks, cell: str) -> bool:
    """Tell whether a cell may be what its column should hold."""
    pattern = _LOOKS.get(looks)
    return pattern is None or pattern.search(cell) is not None


_LOOKS = {
    Looks.NUMBER: re.compile(
        r"^[^\w]*(?:rs\.?|inr|usd)?[\s₹$+−-]*\d[\d,.\s]*(?:/-)?\s*(?:[a-z]{1,4}\.?)?$", re.I
    ),
    Looks.DATE: re.compile(r"\d{1,4}\s*[-/. ]\s*(?:\d{1,2}|[a-z]{3,9})|[a-z]{3,9}\.?\s+\d", re.I),
    Looks.PHONE: re.compile(r"^\D*(?:\d\D{0,3}){6,15}$|[/,;|]|[eE][+]"),
    Looks.EMAIL: re.compile(r"@"),
    Looks.PINCODE: re.compile(
        r"^'?\s*(?:[1-9]\d{2}\s?\d{3}(?:\.0)?|[A-Z0-9][A-Z0-9 -]{2,9})$", re.I
    ),
    Looks.CODE: re.compile(r"^\S+(?:\s\S+){0,3}$"),
}
_TELLING = frozenset({Looks.DATE, Looks.PHONE, Looks.EMAIL, Looks.NUMBER})
"""What a cell cannot be by mistake: a name is no date, a city is no phone number."""


def _is_header(row: Sequence[str], words: frozenset[str], keys: frozenset[str]) -> bool:
    """Tell whether a row names columns: most of its cells are headers."""
    filled = [cell for cell in row if cell.strip()]
    if len(filled) < 2 or filled[0].strip().casefold() not in words:
        return False
    known = sum(key_of(cell) in keys for cell in filled)
    return known * 2 > len(filled) and known > 1 and known * 2 > min(len(keys), 8)


def _is_total(row: Sequence[str], subject: int | None) -> bool:
    """Tell a line of totals: it says so where a record would have its name, or first of all."""
    first = next((cell for cell in row if cell.strip()), "").strip().casefold().rstrip(" :")
    name = row[subject].strip() if subject is not None and subject < len(row) else ""
    if first not in _TOTALS:
        return name.casefold().rstrip(" :") in _TOTALS
    return not name or name.casefold().rstrip(" :") in _TOTALS


def _laid_out(raw: RawRow, relaid: Sequence[int | None]) -> RawRow:
    """Return a row with its cells where the first header has them."""
    row = raw.cells
    return replace(
        raw,
        cells=[row[place] if place is not None and place < len(row) else "" for place in relaid],
    )


@lru_cache(maxsize=4096)
def key_of(header: str) -> str:
    """Return a header as it is compared: `Lineitem SKU ` is `lineitemsku`."""
    return re.sub(r"[\W_]+", "", header.casefold())
