"""A table as an Excel file, for messengers on which a long one cannot be read."""

import io
from typing import Any, Final

import xlsxwriter  # type: ignore[import-untyped]  # It ships no types.

from tools.cards import TableCard

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HARMLESS: Final = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
"""How a workbook is begun in which no words become a formula or a link."""
_WIDEST = 60
_NAME_LETTERS = 60


def xlsx(card: TableCard) -> bytes:
    """Return a table as an XLSX file. Cells are words: none becomes a formula or a link."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, HARMLESS)
    fill(book, book.add_worksheet(), card)
    book.close()
    return held.getvalue()


def fill(book: Any, sheet: Any, card: TableCard) -> None:
    """Write a table into a sheet of a workbook."""
    strong = book.add_format({"bold": True})
    end = book.add_format({"align": "right"})
    for place, column in enumerate(card.columns):
        cells = [row[place] for row in card.rows]
        widest = max(map(len, (column.label, *cells)))
        looks = end if column.align == "end" else None
        sheet.set_column(place, place, min(widest + 2, _WIDEST), looks)
        sheet.write_string(0, place, column.label, strong)
        for line, cell in enumerate(cells, start=1):
            sheet.write_string(line, place, cell)
    sheet.freeze_panes(1, 0)


def name_of(card: TableCard) -> str:
    """Return what its file is called: its title, as any disk takes it."""
    kept = "".join(letter if letter.isalnum() else "-" for letter in card.title)
    return f"{'-'.join(filter(None, kept.split('-')))[:_NAME_LETTERS] or 'table'}.xlsx"
