"""What the shop has, out as files that a spreadsheet may open."""

import csv
import io
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import select
from sqlalchemy.orm import Session

from commerce import exports
from commerce.access import Role
from commerce.db.tables import AuditRow, CustomerRow
from commerce.errors import NotAllowed
from commerce.exports import Cell, Column, Holds, SheetKind, Table, queries, writing
from commerce.money import Money
from commerce.periods import resolve
from tests.builders import Shop

IST = ZoneInfo("Asia/Kolkata")


def table(holds: Holds, *cells: Cell) -> Table:
    rows = ((cell,) for cell in cells)
    return Table(name="things", columns=(Column(label="Thing", holds=holds),), rows=rows)


def as_csv(made: Table) -> list[list[str]]:
    stream = io.BytesIO()
    exports.write(made, stream, SheetKind.CSV, zone=IST)
    assert stream.getvalue().startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(stream.getvalue().decode("utf-8-sig"))))


def as_xlsx(made: Table) -> tuple[list[list[object]], bytes]:
    stream = io.BytesIO()
    exports.write(made, stream, SheetKind.XLSX, zone=IST)
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(stream.getvalue())).get_sheet_by_index(0)
    return [list(row) for row in sheet.to_python()], stream.getvalue()


@pytest.mark.parametrize(
    "words",
    ["=1+1", "+1", "-1 kurti", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", '=HYPERLINK("x")'],
)
def test_what_a_spreadsheet_would_run_is_text(words: str) -> None:
    assert as_csv(table(Holds.TEXT, words))[1] == [f"'{words}"]
    rows, packed = as_xlsx(table(Holds.TEXT, words))
    with zipfile.ZipFile(io.BytesIO(packed)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")
    assert len(rows) == 2


def test_a_number_below_zero_stays_a_number() -> None:
    cells = (-5, Decimal("-1.50"), Money(-25_000))
    assert as_csv(table(Holds.NUMBER, *cells))[1:] == [["-5"], ["-1.50"], ["-250.00"]]
    assert as_xlsx(table(Holds.NUMBER, *cells))[0][1:] == [[-5.0], [-1.5], [-250.0]]


def test_a_number_that_is_a_name_keeps_every_digit_and_its_zeros() -> None:
    ids = ("5801234567890101042", "0012", "1042", "SE-1042")
    assert as_csv(table(Holds.ID, *ids))[1:] == [
        ["'5801234567890101042"], ["'0012"], ["1042"], ["SE-1042"],
    ]  # fmt: skip
    assert as_xlsx(table(Holds.ID, *ids))[0][1:] == [[one] for one in ids]


def test_moments_are_the_shops_and_days_are_days() -> None:
    at, day = datetime(2026, 11, 21, 20, 0, tzinfo=UTC), date(2026, 11, 22)
    assert as_csv(table(Holds.MOMENT, at, day))[1:] == [["2026-11-22 01:30:00"], ["2026-11-22"]]
    rows, _ = as_xlsx(table(Holds.MOMENT, at, day))
    assert rows[1:] == [[datetime(2026, 11, 22, 1, 30)], [day]]  # noqa: DTZ001 - as Excel has it


def test_rows_beyond_what_a_sheet_holds_go_on_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "ROWS_A_SHEET", 2)
    stream = io.BytesIO()
    assert exports.write(table(Holds.NUMBER, 1, 2, 3), stream, SheetKind.XLSX, zone=IST) == 3
    book = CalamineWorkbook.from_filelike(io.BytesIO(stream.getvalue()))
    assert [book.get_sheet_by_name(name).to_python() for name in book.sheet_names] == [
        [["Thing"], [1.0], [2.0]], [["Thing"], [3.0]],
    ]  # fmt: skip


def test_orders_come_out_a_row_each_the_oldest_first_however_many_pages(
    session: Session, shop: Shop, other_shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "AT_ONCE", 2)
    evil = shop.customer("=cmd|' /C calc'!A0")
    for number in ("5", "3", "4", "1", "2"):
        shop.order(number, customer=evil, variant=shop.variant(f"KUR-{number}"), quantity=2)
    other_shop.order("9")
    rows = as_csv(exports.orders(shop.context()))
    assert [row[0] for row in rows] == ["Order", "5", "3", "4", "1", "2"]
    found = dict(zip(rows[0], rows[1], strict=True))
    assert found["Customer"] == "'=cmd|' /C calc'!A0"
    assert found["Placed"] == "2026-11-22 11:30:00"
    assert (found["Pieces"], found["Total (INR)"]) == ("2", "799.00")
    assert found["Items"] == "2 × Cotton Kurti, Blue, M [KUR-5]"


def test_an_export_of_a_period_has_the_orders_of_its_days(shop: Shop) -> None:
    shop.order("1")
    shop.order("2", placed_at=datetime(2026, 11, 1, 5, 0, tzinfo=UTC))
    today = resolve("today", now=shop.now, zone=IST)
    assert [row[0] for row in as_csv(exports.orders(shop.context(), today))] == ["Order", "1"]


def test_parcels_cases_and_shelves_come_out_with_what_they_hang_on(
    shop: Shop, other_shop: Shop
) -> None:
    other_shop.ndr_case()
    parcel = shop.parcel(shop.order("1042"), awb="14326421700001")
    shop.ndr_case(parcel, assignee=shop.person(Role.NDR_AGENT, name="Meena"))
    shop.stock(shop.variant("KUR-1"), shop.warehouse("PUN"), on_hand=5, reserved=2)
    ctx = shop.context()
    (parcels,) = as_csv(exports.parcels(ctx))[1:]
    assert parcels[:3] == ["'14326421700001", "1042", "Delhivery"]
    header, case = as_csv(exports.ndr(ctx))
    assert dict(zip(header, case, strict=True))["Assignee"] == "Meena"
    header, stock = as_csv(exports.stock(ctx))
    assert stock[:7] == ["KUR-1", "Cotton Kurti, Blue, M", "apparel", "PUN", "5", "2", "3"]


def test_what_things_cost_is_for_who_sets_prices(shop: Shop) -> None:
    shop.stock(shop.variant("KUR-1"), shop.warehouse("PUN"))
    assert "Cost (INR)" in as_csv(exports.stock(shop.context()))[0]
    viewer = shop.context(shop.actor(Role.VIEWER))
    assert "Cost (INR)" not in as_csv(exports.stock(viewer))[0]


def test_who_took_what_out_is_in_the_log_and_the_log_comes_out_too(
    session: Session, shop: Shop
) -> None:
    ctx = shop.context()
    exports.orders(ctx)
    actions = session.scalars(select(AuditRow.action).where(AuditRow.shop_id == shop.id))
    assert actions.all() == ["export_orders"]
    assert [row[4] for row in as_csv(exports.audit(ctx))] == [
        "What", "export_orders", "export_audit",
    ]  # fmt: skip


def test_a_customer_and_an_ndr_agent_take_out_no_more_than_they_see(
    session: Session, shop: Shop
) -> None:
    customer = shop.context(shop.actor(Role.CUSTOMER, customer=shop.customer()))
    agent = shop.context(shop.actor(Role.NDR_AGENT))
    refused: tuple[Callable[[], Table], ...] = (
        lambda: exports.orders(customer),
        lambda: exports.stock(agent),
        lambda: exports.audit(agent),
    )
    for take_out in refused:
        with pytest.raises(NotAllowed):
            take_out()
    names = session.scalars(select(CustomerRow.name).where(CustomerRow.shop_id == shop.id))
    assert names.all() == ["Asha Rao"]
    assert session.scalars(select(AuditRow).where(AuditRow.shop_id == shop.id)).all() == []
