"""Files as they come: encodings, delimiters, line breaks, and files that are something else."""

import zipfile
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from commerce import imports
from commerce.db.tables import CustomerRow, OrderRow
from commerce.errors import BadFile
from commerce.imports import importing, reader
from tests.builders import Shop

DATA = Path(__file__).parent / "data"
EXPORT = DATA / "shopify_orders.csv"
REPORT = DATA / "shiprocket_ndr.csv"


def orders_of(session: Session, shop: Shop) -> int:
    count = select(func.count()).select_from(OrderRow).where(OrderRow.shop_id == shop.id)
    return session.scalar(count) or 0


def export() -> str:
    return EXPORT.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8-sig"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_an_export_is_the_same_in_every_unicode_encoding(
    session: Session, shop: Shop, tmp_path: Path, encoding: str, found: str
) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(export().encode(encoding))
    assert reader.inspect(path).encoding == found
    outcome = imports.read_in(shop.context(), path, imports.Options(kind="orders"))
    assert outcome.records == imports.Counts(added=6)
    note = session.scalars(
        select(OrderRow.note).where(OrderRow.shop_id == shop.id, OrderRow.number == "1042")
    ).one()
    assert note.startswith("Please call before delivery 🙏")


def test_what_is_not_unicode_is_read_as_windows_writes_it_and_told(
    session: Session, shop: Shop, tmp_path: Path
) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(export().replace("🙏", "").replace("Rahul Verma", "José").encode("cp1252"))
    outcome = imports.read_in(shop.context(), path, imports.Options(kind="orders"))
    assert outcome.warnings[0].startswith("The file is not UTF-8 and was read as Windows-1252.")
    names = session.scalars(select(CustomerRow.name).where(CustomerRow.shop_id == shop.id))
    assert "José" in names.all()


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_any_usual_delimiter_will_do(shop: Shop, tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "report.csv"
    text = REPORT.read_text(encoding="utf-8")
    quoted = text.replace('"22 Nov 2026, 09:10 AM"', "22 Nov 2026 09:10 AM")
    path.write_text(quoted.replace('"6,499.00"', "6499.00").replace(",", delimiter))
    assert imports.read_in(
        shop.context(), path, imports.Options(kind="ndr")
    ).records == imports.Counts(added=3)


def test_excels_own_first_line_is_left_out_and_lines_still_count_from_the_top(
    shop: Shop, tmp_path: Path
) -> None:
    path = tmp_path / "export.csv"
    path.write_text("sep=,\n" + (DATA / "shopify_messy.csv").read_text(encoding="utf-8"))
    outcome = imports.read_in(shop.context(), path, imports.Options(kind="orders"))
    assert outcome.refusals[0].line == 4


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_ending_will_do(shop: Shop, tmp_path: Path, ending: str) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(export().replace("\r\n", "\n").replace("\n", ending).encode())
    assert imports.read_in(
        shop.context(), path, imports.Options(kind="orders")
    ).records == imports.Counts(added=6)


def test_a_line_break_within_a_cell_does_not_shift_the_line_numbers(
    shop: Shop, tmp_path: Path
) -> None:
    path = tmp_path / "export.csv"
    path.write_text(export().replace(",649.00", ",649.00 only"), encoding="utf-8")
    (refusal,) = imports.read_in(shop.context(), path, imports.Options(kind="orders")).refusals
    assert (refusal.subject, refusal.line) == ("#1046", 8)


def test_blank_rows_are_no_rows(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text("\n\n" + export() + "\n,,,\n\n", encoding="utf-8")
    assert imports.read_in(
        shop.context(), path, imports.Options(kind="orders")
    ).rows == imports.Counts(added=7)


def test_headers_are_known_however_they_are_written(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    header, _, body = export().partition("\n")
    header = header.replace("Cancelled at", "Canceled at").replace("Lineitem sku", "Lineitem SKU")
    path.write_text(f"{header.upper()}\n{body}", encoding="utf-8")
    assert imports.read_in(
        shop.context(), path, imports.Options(kind="orders")
    ).records == imports.Counts(added=6)


def test_a_row_with_a_stray_comma_is_refused(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "report.csv"
    text = REPORT.read_text(encoding="utf-8")
    path.write_text(text.replace("9 Hill Road", "9, Hill Road"), encoding="utf-8")
    (refusal,) = imports.read_in(shop.context(), path, imports.Options(kind="ndr")).refusals
    assert refusal.line == 4
    assert refusal.reason.startswith("The row has 18 cells, but the file has 17 columns.")


def test_a_quotation_mark_that_is_never_closed_takes_nothing_in(
    session: Session, shop: Shop, tmp_path: Path
) -> None:
    path = tmp_path / "export.csv"
    path.write_text(export().replace("#1046", '"#1046'), encoding="utf-8")
    with pytest.raises(BadFile, match="on or after line 8"):
        imports.read_in(shop.context(), path, imports.Options(kind="orders"))
    session.commit()
    assert orders_of(session, shop) == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n \r\n", "is empty"),
        (b"PK\x03\x04torn", "is compressed"),
        (b"\xd0\xcf\x11\xe0old workbook", "is a workbook of the old Excel"),
        (b"\x1f\x8bpacked", "is compressed"),
        (b"%PDF-1.7 report", "is not a text file"),
        (b"Name,Total\n\x81\x8d\x8f,1\n", "is not a text file"),
        (b"Name\x00Total\n1,2,3,4,5,6,7,8,9\n", "is not a text file"),
    ],
)
def test_a_file_that_is_no_csv_is_told_apart(
    shop: Shop, tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(content)
    with pytest.raises(BadFile, match=said):
        imports.read_in(shop.context(), path, imports.Options(kind="orders"))


@pytest.mark.parametrize(
    ("inside", "said"),
    [("xl/workbook.xml", "that cannot be opened"), ("orders_export.csv", "is compressed")],
)
def test_a_workbook_is_told_from_a_packed_export(
    shop: Shop, tmp_path: Path, inside: str, said: str
) -> None:
    path = tmp_path / "export.csv"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(inside, "Name,Total")
    with pytest.raises(BadFile, match=said):
        imports.read_in(shop.context(), path, imports.Options(kind="orders"))


def test_a_file_that_breaks_off_half_way_leaves_nothing_of_what_was_already_written(
    session: Session, shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "_BATCH", 2)
    path = tmp_path / "export.csv"
    broken = export().replace(",649.00", ",649.00 only") + '#1048,"never closed'
    path.write_text(broken, encoding="utf-8")
    refused = tmp_path / "refused.csv"
    with pytest.raises(BadFile):
        imports.read_in(shop.context(), path, imports.Options(kind="orders"), refused_file=refused)
    session.commit()
    assert orders_of(session, shop) == 0
    assert list(tmp_path.glob("refused*")) == []


def test_small_batches_bring_the_same_as_one(
    session: Session, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "_BATCH", 1)
    assert imports.read_in(
        shop.context(), EXPORT, imports.Options(kind="orders")
    ).records == imports.Counts(added=6)
    customers = select(func.count()).select_from(CustomerRow)
    assert session.scalar(customers.where(CustomerRow.shop_id == shop.id)) == 3


def test_a_file_that_is_not_there_is_told(shop: Shop, tmp_path: Path) -> None:
    with pytest.raises(BadFile, match=r"nowhere.csv could not be opened"):
        imports.read_in(shop.context(), tmp_path / "nowhere.csv", imports.Options(kind="orders"))


def test_what_a_file_holds_is_told_by_its_headers(tmp_path: Path) -> None:
    other = tmp_path / "customers.csv"
    other.write_text("First Name,Last Name,Email\nAsha,Rao,a@example.com\n")
    assert imports.detect(EXPORT) == "orders"
    assert imports.detect(REPORT) == "ndr"
    assert imports.detect(other) is None


def test_a_file_of_another_kind_is_refused_with_what_would_work(shop: Shop) -> None:
    with pytest.raises(BadFile, match=r"looks like ndr, not like orders. Import it as ndr."):
        imports.read_in(shop.context(), REPORT, imports.Options(kind="orders"))


def test_a_file_that_lacks_columns_is_refused_with_their_names(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text("Name,Email,Total,Created at\n#1,a@example.com,5,2026-11-20\n")
    with pytest.raises(BadFile) as caught:
        imports.read_in(shop.context(), path, imports.Options(kind="orders"))
    assert str(caught.value) == (
        "orders.csv cannot be read as orders: these columns are missing: Order Number. If they are"
        ' there under other names, say which: --map "Their column=our_field", with number as our'
        " fields."
    )
