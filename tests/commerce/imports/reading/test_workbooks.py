"""Excel workbooks: read as their CSV would be, and never opened where they are a trap."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from commerce import imports
from commerce.errors import BadFile
from commerce.imports import Options, workbook
from tests.builders import Shop


def book(path: Path, *sheets: tuple[str, list[list[object]]]) -> Path:
    made = xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"})
    for name, rows in sheets:
        sheet = made.add_worksheet(name)
        for line, cells in enumerate(rows):
            sheet.write_row(line, 0, cells)
    made.close()
    return path


def parts(path: Path, **replaced: str) -> Path:
    """Write a small workbook anew, with some of its parts as they should not be."""
    whole = io.BytesIO(book(path, ("Stock", [["SKU", "Qty"], ["A-1", 5]])).read_bytes())
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            key = Path(name).stem
            new.writestr(name, replaced.get(key, old.read(name).decode()))
    return path


def test_a_workbook_is_read_as_its_csv_would_be(shop: Shop, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Orders of November"],
        ["Order No", "Order Date", "Item", "Qty", "Rate"],
        [9001, date(2026, 11, 20), "Cup", 2, 99.5],
        ["Total", None, None, 2, 199],
    ]
    path = book(tmp_path / "orders.xlsx", ("Cover", []), ("Orders", rows))
    outcome = imports.read_in(shop.context(), path, Options(kind="orders"))
    assert outcome.records == imports.Counts(added=1)
    assert outcome.summary == "1 order, ₹199, 20 Nov 2026 to 20 Nov 2026"


def test_a_number_excel_kept_only_fifteen_digits_of_is_refused(shop: Shop, tmp_path: Path) -> None:
    rows: list[list[object]] = [["AWB", "Status", "Date"], [12345678901234567, "Delivered", "x"]]
    outcome = imports.read_in(shop.context(), book(tmp_path / "t.xlsx", ("A", rows)))
    assert "its last digits are lost" in outcome.refusals[0].reason


def test_a_sheet_is_chosen_by_name_and_the_others_are_named_where_it_is_not_there(
    shop: Shop, tmp_path: Path
) -> None:
    path = book(
        tmp_path / "b.xlsx",
        ("Prices", [["SKU", "Price"]]),
        ("Stock", [["SKU", "Qty"], ["A-1", 5]]),
    )
    assert imports.open_file(shop.context(), path, Options(sheet="Stock")).headers == ("SKU", "Qty")
    with pytest.raises(BadFile, match="It has: Prices, Stock"):
        imports.open_file(shop.context(), path, Options(sheet="Returns"))


@pytest.mark.parametrize(
    "sheet",
    [
        '<worksheet><sheetData><row r="1"><c r="A1"/></row><row r="9"><c r="XFD1048576"/></row>'
        "</sheetData></worksheet>",
        f"<worksheet><sheetData><row>{'<c/>' * 5000}</row>{'<row><c/></row>' * 1000}"
        "</sheetData></worksheet>",
        f'<worksheet><sheetData><row {" " * 1500} r="1048576"><c/><c/><c/><c/></row></sheetData>'
        "</worksheet>",
    ],
)
def test_a_sheet_that_would_fill_the_memory_is_refused_unopened(
    shop: Shop, tmp_path: Path, sheet: str
) -> None:
    path = parts(tmp_path / "bomb.xlsx", sheet1=sheet)
    with pytest.raises(BadFile, match="reaches over more than"):
        imports.open_file(shop.context(), path, Options())


def test_a_text_that_many_cells_share_counts_in_each(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "LARGEST_PART", 1_000_000)
    monkeypatch.setattr(workbook, "MOST_LETTERS", 1_000_000)
    cells = '<row><c t="s"><v>0</v></c></row>' * 100
    path = parts(
        tmp_path / "bomb.xlsx",
        sharedStrings=f"<sst><si><t>{'x' * 30_000}</t></si></sst>",
        sheet1=f"<worksheet><sheetData>{cells}</sheetData></worksheet>",
    )
    with pytest.raises(BadFile, match="reaches over more than"):
        imports.open_file(shop.context(), path, Options())


def test_a_part_that_unpacks_to_more_than_it_says_is_measured_not_believed(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "LARGEST_PART", 100_000)
    path = parts(tmp_path / "bomb.xlsx", styles="<styleSheet>" + " " * 200_000 + "</styleSheet>")
    torn = path.read_bytes().replace((200_025).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    path.write_bytes(torn)
    with pytest.raises(BadFile, match="reaches over more than"):
        imports.open_file(shop.context(), path, Options())


def test_a_torn_workbook_is_said_to_be_one(shop: Shop, tmp_path: Path) -> None:
    path = parts(tmp_path / "torn.xlsx", sheet1="<worksheet><sheetData><row><c")
    with pytest.raises(BadFile, match="cannot be opened"):
        imports.open_file(shop.context(), path, Options())
