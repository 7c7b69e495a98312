"""Files as they come: dates of two minds, headers that move, totals, rows that shift or repeat."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from commerce import imports
from commerce.db.tables import OrderItemRow, OrderRow
from commerce.imports import ImportOutcome, Options
from tests.builders import Shop

Bring = Callable[..., ImportOutcome]

HEADER = "Order No,Order Date,Buyer,Phone,City,Pincode,Item,Qty,Rate"


def row(number: int, date: str = "2026-11-20", rest: str = "Cup,1,100") -> str:
    return f"{number},{date},Asha,9822012345,Pune,411001,{rest}"


def file(*rows: str, header: str = HEADER) -> str:
    return "\n".join((header, *rows)) + "\n"


def days(session: Session, shop: Shop) -> dict[str, str]:
    found = session.execute(
        select(OrderRow.number, OrderRow.placed_at).where(OrderRow.shop_id == shop.id)
    )
    return {number: shop.context().local(at).date().isoformat() for number, at in found}


def test_a_date_that_is_certain_tells_how_the_rest_of_its_column_is_meant(
    session: Session, shop: Shop, bring: Bring
) -> None:
    outcome = bring(file(row(1, "25/12/2025"), row(2, "03/04/2026")))
    assert days(session, shop) == {"1": "2025-12-25", "2": "2026-04-03"}
    assert any("as the other dates of its column are" in one for one in outcome.warnings)


def test_a_column_that_contradicts_itself_leaves_only_the_doubtful_dates_out(
    session: Session, shop: Shop, bring: Bring
) -> None:
    outcome = bring(file(row(1, "25/12/2025"), row(2, "12/25/2025"), row(3, "03/04/2026")))
    assert days(session, shop) == {"1": "2025-12-25", "2": "2025-12-25"}
    assert outcome.refusals[0].reason.startswith(
        "Order Date holds 03/04/2026, which is 3 Apr 2026 or 4 Mar 2026."
    )


@pytest.mark.parametrize(("day_first", "read"), [(True, "2026-04-03"), (False, "2026-03-04")])
def test_a_doubtful_date_is_read_as_the_person_says_and_certain_ones_keep_theirs(
    session: Session, shop: Shop, bring: Bring, day_first: bool, read: str
) -> None:
    bring(
        file(row(1, "25/12/2025"), row(2, "12/25/2025"), row(3, "03/04/2026")), day_first=day_first
    )
    assert days(session, shop) == {"1": "2025-12-25", "2": "2025-12-25", "3": read}


def test_a_header_below_the_name_of_the_report_is_found_whatever_it_is_separated_by(
    bring: Bring,
) -> None:
    report = "My shop, Pune, orders\nfrom 1 Nov, to 20 Nov\n\n" + file(row(1), row(2)).replace(
        ",", ";"
    )
    assert bring(report).records == imports.Counts(added=2)


def test_totals_and_blank_rows_and_a_header_that_comes_again_are_no_orders(bring: Bring) -> None:
    outcome = bring(file(row(1), ",,,,,,,,", HEADER, row(2), "Grand Total,,,,,,,2,200"))
    assert outcome.records == imports.Counts(added=2)
    assert "One line of totals was left out (on line 6)." in outcome.warnings
    assert (
        "The header stands in the file once more and was left out (on line 4)." in outcome.warnings
    )


def test_columns_that_change_places_half_way_are_read_by_their_new_header(
    session: Session, shop: Shop, bring: Bring
) -> None:
    turned = "Order Date,Order No,Rate,Qty,Item,Buyer,City,Pincode,Phone,Stock"
    outcome = bring(
        file(row(1), turned, "2026-11-21,2,250,3,Bag,Rahul,Kolkata,700016,9830011223,9")
    )
    assert outcome.records == imports.Counts(added=2)
    assert any("The columns change places half-way down" in one for one in outcome.warnings)
    found = session.execute(
        select(OrderItemRow.title, OrderItemRow.quantity, OrderItemRow.unit_price_minor).where(
            OrderItemRow.shop_id == shop.id, OrderItemRow.title == "Bag"
        )
    ).one()
    assert tuple(found) == ("Bag", 3, 25_000)


def test_below_a_header_that_lacks_what_is_needed_every_row_is_refused_with_that(
    bring: Bring,
) -> None:
    outcome = bring(file(row(1), "Order No,Buyer,Item,Qty,Rate,City", "2,Asha,Cup,1,100,Pune"))
    assert outcome.records == imports.Counts(added=1, refused=1)
    assert outcome.refusals[0].reason.startswith(
        "From line 3 on the file has other columns, without Order Date."
    )


def test_a_row_whose_cells_have_moved_is_refused_though_each_could_be_read(bring: Bring) -> None:
    outcome = bring(file(row(1), "2,Asha,2026-11-20,Pune,9822012345,411001,Cup,1,100"))
    assert outcome.records == imports.Counts(added=1, refused=1)
    assert outcome.refusals[0].reason.startswith(
        'The cells of this row have moved: Order Date holds "Asha"'
    )


def test_a_row_that_stands_twice_counts_once_and_is_told(
    session: Session, shop: Shop, bring: Bring
) -> None:
    outcome = bring(file(row(1), row(1), row(2)))
    assert outcome.records == imports.Counts(added=2)
    assert any("stand in the file twice and were read once" in one for one in outcome.warnings)
    totals = session.scalars(select(OrderRow.total_minor).where(OrderRow.shop_id == shop.id))
    assert totals.all() == [10_000, 10_000]


def test_an_order_number_a_spreadsheet_has_rounded_is_refused(bring: Bring) -> None:
    outcome = bring(file(row(1), row(2).replace("2,", "1.23E+11,", 1)))
    assert outcome.refusals[0].reason.startswith(
        "Order No holds 1.23E+11: a spreadsheet has rounded the number and its last digits are"
    )


def test_what_spreadsheets_write_for_nothing_is_nothing(bring: Bring) -> None:
    outcome = bring("SKU,Qty\n#REF!,3\nN/A,4\n", kind="stock", fixed={"warehouse": "PUN"})
    assert {refusal.reason for refusal in outcome.refusals} == {
        "SKU is blank, so the product cannot be told. Fill in the SKU."
    }


def test_the_same_list_in_windows_letters_or_utf_16_is_the_same_list(
    shop: Shop, tmp_path: Path
) -> None:
    for encoding in ("cp1252", "utf-16", "utf-8-sig"):
        path = tmp_path / f"{encoding}.csv"
        path.write_bytes(file(row(1).replace("Asha", "José")).encode(encoding))
        found = imports.read_in(shop.context(), path, Options(kind="orders"), dry_run=True)
        assert found.records == imports.Counts(added=1)
