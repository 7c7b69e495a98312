"""An answer as a file: what it says and shows is in it, in whatever script, on any page."""

import io
from datetime import UTC, datetime
from typing import Any
from zipfile import ZipFile

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from channels.contents import Content
from channels.report_files import file_of, name_of
from commerce.schedules import ReportFile
from tests.channels import cards
from tools.cards import Card, Column, TableCard

MADE = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def _made(kind: ReportFile, *shown: Card, text: str = "Sales were **₹1,20,450**.") -> io.BytesIO:
    content = Content(text=text, language="en", cards=shown)
    return io.BytesIO(file_of(content, kind, title="Profit: week 47", made=MADE))


def _read(pdf: io.BytesIO) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(pdf).pages)


def _sheets(book: io.BytesIO) -> list[list[list[Any]]]:
    """Return every sheet's rows; a formula reads as what it works out to, not as its text."""
    read = CalamineWorkbook.from_filelike(book)
    return [read.get_sheet_by_name(name).to_python() for name in read.sheet_names]


def _long(rows: int) -> TableCard:
    columns = (Column(label="Order"), Column(label="Total", align="end"))
    return TableCard(
        title="Orders", columns=columns, rows=tuple((f"#{row}", "₹499") for row in range(rows))
    )


def test_a_pdf_says_what_the_answer_said_and_when_it_was_made() -> None:
    said = _read(_made(ReportFile.PDF, cards.metrics()))
    assert "Profit: week 47" in said
    assert "23 Nov 2026" in said
    assert "Sales were ₹1,20,450." in said
    assert "Revenue: ₹12,48,350" in said


def test_a_table_of_many_pages_has_its_head_on_each_and_every_row_once() -> None:
    pages = [page.extract_text() for page in PdfReader(_made(ReportFile.PDF, _long(200))).pages]
    assert len(pages) > 2
    assert all("Total" in page for page in pages)
    lines = [line.split() for page in pages for line in page.splitlines()]
    assert [line[0] for line in lines if line[-1:] == ["₹499"]] == [f"#{row}" for row in range(200)]


def test_pictures_stay_on_the_page_however_tall_they_are() -> None:
    reader = PdfReader(_made(ReportFile.PDF, cards.line_chart(), cards.flow()))
    assert [len(page.images) for page in reader.pages] == [1, 1]


def test_a_workbook_keeps_the_table_as_a_sheet_and_the_chart_beside_what_was_said() -> None:
    made = _made(ReportFile.XLSX, cards.metrics(), cards.table(), cards.line_chart())
    first, second = _sheets(made)
    assert "Sales were ₹1,20,450." in [cell for row in first for cell in row]
    assert len([name for name in ZipFile(made).namelist() if name.startswith("xl/media/")]) == 1
    assert second[0][:2] == ["Order", "Customer"]
    assert len(second) == len(cards.table().rows) + 1


def test_a_cell_that_looks_like_a_formula_is_only_text() -> None:
    evil = TableCard(title="=1+1", columns=(Column(label="Note"),), rows=(("=cmd|' /C calc'!A0",),))
    sheets = _sheets(_made(ReportFile.XLSX, evil, text="=HYPERLINK(1)"))
    held = {str(cell) for sheet in sheets for row in sheet for cell in row}
    assert {"=HYPERLINK(1)", "=cmd|' /C calc'!A0"} <= held


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Sales: today/yesterday", "Sales-today-yesterday-2026-11-23.pdf"),
        ("हफ़्ते का मुनाफ़ा", "हफ़्ते-का-मुनाफ़ा-2026-11-23.pdf"),
        ("../..", "report-2026-11-23.pdf"),
    ],
)
def test_a_file_is_named_by_its_title_and_day(title: str, name: str) -> None:
    assert name_of(title, ReportFile.PDF, MADE) == name
