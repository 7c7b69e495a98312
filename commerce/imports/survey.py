"""A first look through a file, before anything of it is read in: what decides how to read it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from commerce.imports.cells import Order, order_of
from commerce.imports.sheet import Looks, Row, Sheet
from commerce.imports.types import RowRefused

MOST_APART = 20_000
"""Orders whose rows may stand apart, to be held in memory together."""


@dataclass(slots=True)
class Dates:
    """What the dates of one column tell of the order of day and month."""

    column: str
    header: str
    day_first: int = 0
    month_first: int = 0
    either: int = 0
    """Dates with two readings."""
    example: str = ""
    """The first of those."""
    line: int = 0

    @property
    def order(self) -> bool | None:
        """Whether the day comes first; `None` where nothing tells, or dates contradict."""
        if bool(self.day_first) == bool(self.month_first):
            return None
        return self.day_first > 0

    @property
    def is_open(self) -> bool:
        """Whether a person has to say."""
        return self.either > 0 and self.order is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What a look through a file found."""

    rows: int
    dates: tuple[Dates, ...]
    apart: dict[int, int]
    """Hash of an order's number → in how many places its rows stand, where in more than one."""


def survey(sheet: Sheet[Any]) -> Survey:
    """Look through a file; nothing is refused here, nor noted."""
    places = sheet.places
    dates = [
        Dates(column.name, sheet.headers[places[column.name]].strip())
        for column in sheet.format.columns
        if column.looks is Looks.DATE and column.name in places
    ]
    columns = [(found, places[found.column]) for found in dates]
    gathers = sheet.format.gathers
    groups: Counter[int] = Counter()
    key, rows = "", 0
    for row in _quietly(sheet):
        rows += 1
        for found, place in columns:
            if place < len(row.raw.cells):
                _weigh(found, row.raw.cells[place], row.line)
        if gathers:
            this = row.text(sheet.format.group_by or "")
            if this and this != key:
                groups[hash(this)] += 1
            key = this
    apart = {key: times for key, times in groups.items() if times > 1}
    return Survey(
        rows=rows, dates=tuple(dates), apart=apart if len(apart) <= MOST_APART else {}
    )  # fmt: skip


def _quietly(sheet: Sheet[Any]) -> Iterator[Row]:
    """Yield rows without a note of what was left out: the reading itself tells."""
    quiet = replace(sheet.reading, notes=type(sheet.reading.notes)())
    return replace(sheet, reading=quiet).rows(checked=False)


def _weigh(found: Dates, cell: str, line: int) -> None:
    match order_of(cell):
        case Order.DAY_FIRST:
            found.day_first += 1
        case Order.MONTH_FIRST:
            found.month_first += 1
        case Order.EITHER:
            found.either += 1
            if not found.example:
                found.example, found.line = cell.strip(), line
        case None:
            pass


def without_repeats(rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], int]:
    """Return an order's rows, each once, and how many stood there again."""
    if len(rows) == 1:
        return rows, 0
    kept: dict[tuple[str, ...], Row] = {}
    for row in rows:
        kept.setdefault(tuple(row.raw.cells), row)
    return tuple(kept.values()), len(rows) - len(kept)


def refuse_apart(rows: tuple[Row, ...], column: str) -> None:
    """Refuse rows that stand under one number but disagree on what an order has once.

    Raises:
        RowRefused: They do.
    """
    first = rows[0]
    for row in rows[1:]:
        if row.has(column) and first.has(column) and row.text(column) != first.text(column):
            raise RowRefused(
                "error-imports-two-orders", number=first.text("number"), column=row.header(column)
            )
