"""What an export is made of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from commerce.money import Money

Cell = str | int | float | Decimal | Money | date | datetime | bool | None
"""A datetime is aware and shown in the shop's zone; `None` is an empty cell."""


class SheetKind(StrEnum):
    """What an export is written as."""

    CSV = "csv"
    XLSX = "xlsx"

    @property
    def media_type(self) -> str:
        """What HTTP calls it."""
        if self is SheetKind.CSV:
            return "text/csv; charset=utf-8"
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Holds(StrEnum):
    """What the cells of a column are, which decides how they are written."""

    TEXT = "text"
    ID = "id"
    """A number that is a name: never a number to a spreadsheet, which would round it."""
    NUMBER = "number"
    MONEY = "money"
    DAY = "day"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of an export."""

    label: str
    """As people read it, in the language of the answer."""
    holds: Holds = Holds.TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows to be written, made while they are."""

    name: str
    """Of the file and the sheet: `orders`."""
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Cell]]
    """May be read once."""
