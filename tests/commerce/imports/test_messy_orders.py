"""What is refused of an order export, where, and why."""

import csv
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from commerce import imports
from commerce.db.tables import OrderRow
from commerce.imports import ImportOutcome
from tests.builders import Shop

DATA = Path(__file__).parent / "data"
MESSY = DATA / "shopify_messy.csv"


def bring(shop: Shop, path: Path = MESSY, language: str = "en", **how: object) -> ImportOutcome:
    options = imports.Options(kind="orders", day_first=how.pop("day_first", None))  # type: ignore[arg-type]
    return imports.read_in(shop.context(language=language), path, options, **how)  # type: ignore[arg-type]


def numbers(session: Session, shop: Shop) -> set[str]:
    return set(session.scalars(select(OrderRow.number).where(OrderRow.shop_id == shop.id)))


def changed(path: Path, old: str, new: str, source: Path) -> Path:
    path.write_text(source.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return path


def test_each_row_that_has_no_single_reading_is_refused_with_its_line_and_reason(
    shop: Shop,
) -> None:
    outcome = bring(shop)
    assert [(refusal.line, refusal.subject) for refusal in outcome.refusals] == [
        (3, "#2002"), (4, "#2003"), (5, "#2004"), (6, "#2005"), (7, "#2006"), (8, "#2007"),
        (10, "#2009"), (11, ""), (12, "#2011"), (13, "#2012"), (14, "#2013"), (19, "#2017"),
        (20, "#2018"),
    ]  # fmt: skip
    reasons = {refusal.subject: refusal.reason for refusal in outcome.refusals}
    assert reasons["#2002"].startswith(
        "Created at holds 03/04/2026 10:00, which is 3 Apr 2026 or 4 Mar 2026."
    )
    assert reasons["#2003"].startswith('Lineitem price holds "1.234,56", which is no amount')
    assert reasons["#2004"].startswith("The order is in USD, but the shop's books are in INR.")
    assert reasons["#2005"].startswith("The total is ₹999, but its parts come to ₹799: ₹200 cannot")
    assert reasons["#2006"].startswith('Financial Status "sent_by_pigeon"')
    assert reasons["#2007"].startswith("Id holds 5.80123E+12: a spreadsheet has rounded the number")
    assert reasons["#2009"].startswith("Billing Phone holds 9.19822E+11: a spreadsheet has rounded")
    assert reasons[""].startswith("Name is blank")
    assert reasons["#2011"].startswith("The rows of order 2011 that carry its total are missing")
    assert reasons["#2012"].startswith('Lineitem quantity holds "two"')
    assert reasons["#2013"].startswith('Lineitem price holds "7,99.00"')
    assert reasons["#2017"].startswith("-₹5 is less than nothing.")
    assert reasons["#2018"].startswith('Created at holds "31/02/2026", which is no date')


def test_the_rest_of_a_messy_file_comes_in(session: Session, shop: Shop) -> None:
    outcome = bring(shop)
    assert numbers(session, shop) == {"2001", "2008", "2014", "2015", "2016"}
    assert outcome.records == imports.Counts(added=5, refused=13)
    assert outcome.rows == imports.Counts(added=5, refused=14)


def test_every_assumption_is_told_once_with_where_it_was_first_made(shop: Shop) -> None:
    assert bring(shop).warnings == (
        "One time names no zone and was taken as Asia/Kolkata time"
        " (first on line 9: 2026-11-20 14:03:11).",
        "One Indian address has no valid 6-digit pincode; it was kept as it is"
        ' (first on line 16: "4110").',
        "The total of one order is off by less than 1, as where cash totals are rounded;"
        " its own total was kept (first order 2015, line 17).",
        "The lines of one order do not add up to its subtotal, as after an edit;"
        " its own total was kept (first order 2016, line 18).",
    )


def test_an_ambiguous_date_is_read_as_the_person_says_and_told(
    session: Session, shop: Shop
) -> None:
    outcome = bring(shop, day_first=True)
    found = session.scalars(
        select(OrderRow).where(OrderRow.shop_id == shop.id, OrderRow.number == "2002")
    ).one()
    assert found.placed_at.isoformat() == "2026-04-03T04:30:00+00:00"
    assert (
        "One date could be read two ways and was taken as day first, as you said"
        " (first on line 3: 03/04/2026 10:00)." in outcome.warnings
    )


def test_refused_rows_land_in_a_file_with_line_and_reason(shop: Shop, tmp_path: Path) -> None:
    refused = tmp_path / "refused.csv"
    outcome = bring(shop, refused_file=refused)
    assert outcome.refused_file == refused
    with refused.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["line"] for row in rows] == [
        "3", "4", "5", "6", "7", "8", "10", "11", "12", "13", "14", "15", "19", "20",
    ]  # fmt: skip
    assert rows[0]["Name"] == "#2002"
    assert rows[0]["Created at"] == "03/04/2026 10:00"
    assert "3 Apr 2026 or 4 Mar 2026" in rows[0]["reason"]


def test_a_file_of_refused_rows_can_be_put_right_and_read_in_over_itself(
    session: Session, shop: Shop, tmp_path: Path
) -> None:
    refused = tmp_path / "refused.csv"
    bring(shop, refused_file=refused)
    changed(refused, "7,99.00", "799.00", source=refused)
    outcome = bring(shop, refused, refused_file=refused)
    assert outcome.records == imports.Counts(added=1, refused=12)
    assert "2013" in numbers(session, shop)
    with refused.open(encoding="utf-8-sig", newline="") as file:
        header = next(csv.reader(file))
    assert header[-3:] == ["Payment References", "line", "reason"]
    assert header.count("line") == 1


def test_no_file_is_left_where_nothing_was_refused(shop: Shop, tmp_path: Path) -> None:
    outcome = bring(shop, DATA / "shopify_orders.csv", refused_file=tmp_path / "refused.csv")
    assert outcome.refused_file is None
    assert list(tmp_path.glob("refused*")) == []


def test_a_formula_in_a_refused_row_is_marked_as_text_and_read_back_whole(
    session: Session, shop: Shop, tmp_path: Path
) -> None:
    refused = tmp_path / "refused.csv"
    broken = changed(
        tmp_path / "broken.csv", "649.00", "6,49.00", source=DATA / "shopify_orders.csv"
    )
    bring(shop, broken, refused_file=refused)
    assert "'=HYPERLINK" in refused.read_text(encoding="utf-8-sig")
    bring(shop, changed(refused, "6,49.00", "649.00", source=refused))
    found = session.scalars(
        select(OrderRow).where(OrderRow.shop_id == shop.id, OrderRow.number == "1046")
    ).one()
    assert found.note == '=HYPERLINK("http://evil.example","x")'


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        ("hi", "Created at में 03/04/2026 10:00 है"),
        ("hi-Latn", "Created at mein 03/04/2026 10:00 hai"),
    ],
)
def test_reasons_are_in_the_persons_language(shop: Shop, language: str, reason: str) -> None:
    assert bring(shop, language=language).refusals[0].reason.startswith(reason)


def test_the_same_order_twice_in_a_file_is_one_order(
    session: Session, shop: Shop, tmp_path: Path
) -> None:
    export = (DATA / "shopify_orders.csv").read_text(encoding="utf-8")
    _header, _, body = export.partition("\n")
    twice = tmp_path / "twice.csv"
    twice.write_text(export + body, encoding="utf-8")
    outcome = bring(shop, twice)
    assert outcome.records == imports.Counts(added=6, unchanged=6)
    assert len(numbers(session, shop)) == 6


def test_two_orders_that_share_a_number_are_refused_together(
    session: Session, shop: Shop, tmp_path: Path
) -> None:
    mixed = changed(tmp_path / "mixed.csv", "#1044", "#1043", source=DATA / "shopify_orders.csv")
    outcome = bring(shop, mixed)
    assert outcome.records == imports.Counts(added=4, refused=1)
    assert outcome.refusals[0].reason == (
        "Rows of order 1043 differ in Id: two orders seem to share a number."
        " Give one of them another number."
    )
    assert "1043" not in numbers(session, shop)
