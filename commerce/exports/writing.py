"""Any table as CSV or XLSX, a row at a time, in memory that does not grow with it.

What a spreadsheet would run as a formula is written as text (OWASP, "CSV Injection"): customers
write their own names and notes, and somebody opens the file. Numbers stay numbers, below zero too.
"""

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import BinaryIO
from zoneinfo import ZoneInfo

import xlsxwriter  # type: ignore[import-untyped]  # It ships no types.

from commerce.exports.types import Cell, Holds, SheetKind, Table
from commerce.money import MINOR_DIGITS, Money

ROWS_A_SHEET = 1_000_000
"""Excel takes 1,048,576; what is more goes on in a further sheet."""

_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a formula may begin with, in the full-width letters of East Asia too."""
_SHOWN_SHORT = 12
"""Digits from which a spreadsheet shows a number as 1.43264E+13, and saves it so."""
_MOST_LETTERS = 32_767
"""Excel's limit for a cell."""


def write(table: Table, stream: BinaryIO, kind: SheetKind, *, zone: ZoneInfo) -> int:
    """Write a table and return how many rows it had, the header not counted.

    Args:
        table: What to write; its rows are used up.
        stream: Where to; stays open.
        kind: CSV (UTF-8 with a byte order mark, so that Excel reads it) or XLSX.
        zone: The shop's, in which moments are shown.
    """
    if kind is SheetKind.CSV:
        return _write_csv(table, stream, zone)
    return _write_xlsx(table, stream, zone)


def harmless(text: str) -> str:
    """Return text that no spreadsheet runs: marked by an apostrophe where it might."""
    bare = text.replace("\x00", "")
    return f"'{bare}" if bare.lstrip(" ").startswith(_RUNS) or bare.startswith("'") else bare


def as_id(text: str) -> str:
    """Return a number that is a name so that a spreadsheet keeps every digit of it.

    An apostrophe goes before what it would round, show with an exponent, or take a zero from.
    Reading such a file in takes the apostrophe off again.
    """
    if text.isdigit() and (len(text) >= _SHOWN_SHORT or (text[0] == "0" and len(text) > 1)):
        return f"'{text}"
    return harmless(text)


def _write_csv(table: Table, stream: BinaryIO, zone: ZoneInfo) -> int:
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=False)
    try:
        writer = csv.writer(text)
        writer.writerow([harmless(column.label) for column in table.columns])
        kinds = [column.holds for column in table.columns]
        count = 0
        for row in table.rows:
            writer.writerow(
                [_csv_cell(cell, holds, zone) for cell, holds in zip(row, kinds, strict=True)]
            )
            count += 1
        text.flush()
    finally:
        text.detach()
    return count


def _csv_cell(cell: Cell, holds: Holds, zone: ZoneInfo) -> str:
    match cell:
        case None:
            return ""
        case str():
            return as_id(cell) if holds is Holds.ID else harmless(cell)
        case bool():
            return "TRUE" if cell else "FALSE"
        case Money():
            return f"{cell.major:.{MINOR_DIGITS[cell.currency]}f}"
        case int() | float() | Decimal():
            return str(cell)
        case datetime():
            return cell.astimezone(zone).strftime("%Y-%m-%d %H:%M:%S")
        case date():
            return cell.isoformat()


def _write_xlsx(table: Table, stream: BinaryIO, zone: ZoneInfo) -> int:
    book = xlsxwriter.Workbook(
        stream,
        {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
            "default_date_format": "yyyy-mm-dd",
        },
    )
    sheets = _Sheets(book, table, zone)
    for row in table.rows:
        sheets.add(row)
    book.close()
    return sheets.count


class _Sheets:
    """The sheets of a workbook, one after another as they fill up."""

    def __init__(self, book: xlsxwriter.Workbook, table: Table, zone: ZoneInfo) -> None:
        self.count = 0
        self._book, self._table, self._zone = book, table, zone
        self._bold = book.add_format({"bold": True})
        self._text = book.add_format({"num_format": "@"})
        self._guarded = book.add_format({"num_format": "@", "quote_prefix": True})
        self._money = book.add_format({"num_format": "#,##0.00"})
        self._moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})
        self._open()

    def add(self, row: Sequence[Cell]) -> None:
        """Write one row, in a further sheet where this one is full."""
        if self._line > ROWS_A_SHEET:
            self._open()
        for place, cell in enumerate(row):
            self._put(place, cell, self._table.columns[place].holds)
        self._line += 1
        self.count += 1

    def _open(self) -> None:
        number = len(self._book.worksheets()) + 1
        name = self._table.name[:28]
        self._sheet = self._book.add_worksheet(name if number == 1 else f"{name} {number}")
        self._sheet.freeze_panes(1, 0)
        for place, column in enumerate(self._table.columns):
            self._sheet.set_column(place, place, _WIDTHS.get(column.holds, 18))
            self._sheet.write_string(0, place, column.label, self._bold)
        self._line = 1

    def _put(self, place: int, cell: Cell, holds: Holds) -> None:
        sheet, line = self._sheet, self._line
        match cell:
            case None:
                return
            case str():
                words = cell.replace("\x00", "")[:_MOST_LETTERS]
                form = self._guarded if harmless(words) != words else self._text
                sheet.write_string(line, place, words, form if words else None)
            case bool():
                sheet.write_boolean(line, place, cell)
            case Money():
                sheet.write_number(line, place, float(cell.major), self._money)
            case int() | float() | Decimal():
                sheet.write_number(line, place, float(cell))
            case datetime():
                local = cell.astimezone(self._zone).replace(tzinfo=None)
                sheet.write_datetime(line, place, local, self._moment)
            case date():
                sheet.write_datetime(line, place, cell, self._day)


_WIDTHS = {Holds.MOMENT: 19, Holds.DAY: 11, Holds.NUMBER: 10, Holds.MONEY: 13}
