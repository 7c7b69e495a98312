"""An answer as a file: a PDF to print and pass on, or an Excel workbook to count on with."""

import io
import struct
import unicodedata
from collections.abc import Sequence
from datetime import datetime

import xlsxwriter  # type: ignore[import-untyped]  # It ships no types.
from fpdf.enums import Align

from channels.blocks import Block, Document, Grid, Passage, Picture, TextLine, blocks_of
from channels.contents import Content
from commerce import words
from commerce.schedules import ReportFile
from tools import pictures, table_files
from tools.cards import TableCard
from tools.paper import Paper

_MILLIMETRE = 25.4 / 144
"""Of a pixel: pictures are drawn at twice what a screen shows."""
_LONGEST_SHEET = 31
"""Letters of a sheet's name, as Excel takes them."""
_NOT_IN_A_NAME = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_FIGURES = 60
"""Width of the column of labels, in letters."""
_NARROWEST = 14.0
"""Millimetres of a column of a table."""


def file_of(content: Content, kind: ReportFile, *, title: str, made: datetime) -> bytes:
    """Return what a message says and shows as a file.

    Args:
        content: The message; files that came with it are left out.
        kind: Which.
        title: What the report is called.
        made: When, in the shop's zone.
    """
    language = content.language or words.FALLBACK
    blocks = [
        one for one in blocks_of(content.cards, content.text) if not isinstance(one, Document)
    ]
    when = words.say(language, "report-file-made", at=made)
    if kind is ReportFile.XLSX:
        return _xlsx(content.text, blocks, title=title, when=when, language=language)
    return _pdf(content.text, blocks, title=title, when=when, language=language)


def name_of(title: str, kind: ReportFile, made: datetime) -> str:
    """Return what the file is called: its title and its day, as any disk takes it."""
    kept = "".join(one if unicodedata.category(one)[0] in "LMN" else "-" for one in title)
    plain = "-".join(filter(None, kept.split("-")))[:60] or "report"
    return f"{plain}-{made:%Y-%m-%d}.{kind.value}"


# -- PDF -----------------------------------------------------------------------------------------


def _pdf(said: str, blocks: Sequence[Block], *, title: str, when: str, language: str) -> bytes:
    page = _Report(language, title)
    page.head(title, when)
    page.paragraphs(said.replace("**", ""))
    for block in blocks:
        match block:
            case Passage(lines=lines):
                page.passage(lines)
            case Grid(table=table):
                page.table_of(table)
            case Picture(chart=chart):
                page.picture(pictures.png(chart, language=language), chart.alt)
    return bytes(page.output())


class _Report(Paper):
    """The pages of one report."""

    def __init__(self, language: str, title: str) -> None:
        super().__init__(language)
        self.set_title(title)
        self.add_page()

    def footer(self) -> None:
        """Number every page."""
        self.set_y(-14)
        self._font(7, pale=True)
        self.cell(0, 4, f"{self.page_no()} / {self.str_alias_nb_pages}", align=Align.C)

    def head(self, title: str, when: str) -> None:
        """Say what this is, and of when."""
        self._font(17, bold=True)
        self._line(title, 9)
        self._font(9, pale=True)
        self._line(when, 5)
        self.ln(3)

    def paragraphs(self, text: str) -> None:
        """Write what was said."""
        self._font(10)
        for line in text.splitlines():
            self._line(line, 5.4)
        self.ln(2)

    def passage(self, lines: Sequence[TextLine]) -> None:
        """Write lines that belong together, the first as their title."""
        for place, line in enumerate(lines):
            text = "".join(span.text for span in line).replace("**", "")
            if place == 0 and len(lines) > 1:
                self._title_line(text)
            else:
                self._font(10)
                self._line(text, 5.4)
        self.ln(2)

    def picture(self, png: bytes, alt: str) -> None:
        """Show a chart, as large as the page at most."""
        width, height = (pixels * _MILLIMETRE for pixels in _size(png))
        fits = min(1.0, self.epw / width, (self.eph - 10) / height)
        self.ln(3)
        self.image(io.BytesIO(png), w=width * fits, h=height * fits, alt_text=alt)
        self.ln(3)

    def table_of(self, card: TableCard) -> None:
        """Draw a table, its head anew on every page."""
        self._title_line(card.title)
        widths = self._widths(card)
        self._row([column.label for column in card.columns], card, widths, bold=True)
        for row in card.rows:
            if self.will_page_break(5.4):
                self.add_page()
                self._row([column.label for column in card.columns], card, widths, bold=True)
            self._row(row, card, widths)
        if card.note:
            self._font(8, pale=True)
            self._line(card.note, 4.4)
        self.ln(2)

    def _widths(self, card: TableCard) -> list[float]:
        """Return how wide columns are: the page, shared as their longest cells ask for."""
        self._font(8.5, bold=True)
        asked = []
        for place, column in enumerate(card.columns):
            cells = (column.label, *(row[place] for row in card.rows))
            widest = max(self.get_string_width(self._drawable(cell)) for cell in cells)
            asked.append(max(_NARROWEST, widest + 3))
        share = self.epw / sum(asked)
        return [width * share for width in asked]

    def _row(
        self, cells: Sequence[str], card: TableCard, widths: Sequence[float], *, bold: bool = False
    ) -> None:
        self._font(8.5, bold=bold)
        drawn = [
            self._lines(width, 4.6, self._drawable(cell))
            for cell, width in zip(cells, widths, strict=True)
        ]
        top, left = self.get_y(), 0.0
        for lines, width, column in zip(drawn, widths, card.columns, strict=True):
            for place, line in enumerate(lines):
                self._at(left, top + place * 4.6)
                self._draw(width, 4.6, line, align=Align.R if column.align == "end" else None)
            left += width
        self.set_y(top + 4.6 * max(1, *map(len, drawn)) + 0.8)


def _size(png: bytes) -> tuple[int, int]:
    """Return width and height in pixels, as its first chunk has them (PNG, 11.2.1)."""
    width, height = struct.unpack(">II", png[16:24])
    return width, height


# -- Excel ---------------------------------------------------------------------------------------


def _xlsx(said: str, blocks: Sequence[Block], *, title: str, when: str, language: str) -> bytes:
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, table_files.HARMLESS)
    first = book.add_worksheet(_sheet(title, 0))
    strong = book.add_format({"bold": True})
    first.set_column(0, 0, _FIGURES)
    first.write_string(0, 0, title, strong)
    for row, line in enumerate((when, "", *said.replace("**", "").splitlines()), start=1):
        first.write_string(row, 0, line)
    row = len(said.splitlines()) + 4
    sheets = 0
    for block in blocks:
        match block:
            case Passage(lines=lines):
                for spans in lines:
                    for place, span in enumerate(spans):
                        first.write_string(row, place, span.text)
                    row += 1
                row += 1
            case Grid(table=table):
                sheets += 1
                sheet = book.add_worksheet(_sheet(table.title, sheets))
                table_files.fill(book, sheet, table)
            case Picture(chart=chart):
                png = io.BytesIO(pictures.png(chart, language=language))
                scale = {"x_scale": 0.5, "y_scale": 0.5}
                first.insert_image(
                    row, 0, "chart.png", {"image_data": png, "description": chart.alt, **scale}
                )
                row += 20
    book.close()
    return held.getvalue()


def _sheet(title: str, number: int) -> str:
    """Return the name of a sheet, which no other has."""
    plain = " ".join(title.translate(_NOT_IN_A_NAME).split()).strip("'")
    end = f" {number}" if number else ""
    return f"{plain[: _LONGEST_SHEET - len(end)].strip() or 'Sheet'}{end}"
