"""A courier's NDR report, read into a shop."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from commerce import imports
from commerce.access import Role
from commerce.db.tables import (
    CustomerRow,
    EventRow,
    NdrAttemptRow,
    NdrCaseRow,
    OrderItemRow,
    OrderRow,
    ScanRow,
    ShipmentRow,
    UnmappedCodeRow,
)
from commerce.errors import NotAllowed
from commerce.imports import ImportOutcome
from commerce.money import Money
from commerce.vocabulary import (
    CourierType,
    NdrReason,
    NdrStatus,
    OrderStatus,
    PaymentMethod,
    ShipmentStatus,
)
from tests.builders import Shop

DATA = Path(__file__).parent / "data"
REPORT = DATA / "shiprocket_ndr.csv"
PANEL = DATA / "ndr_panel.csv"
AWB = "14326421700001"


def bring(shop: Shop, path: Path = REPORT, role: Role = Role.OWNER, **how: Any) -> ImportOutcome:
    return imports.read_in(shop.context(shop.actor(role)), path, imports.Options(kind="ndr"), **how)


def one_row(path: Path, awb: str = AWB, **cells: str) -> Path:
    """Write a report of one row."""
    row = {
        "AWB": awb, "Order ID": "1042", "Courier Name": "Delhivery",
        "NDR Reason": "Customer Not Available", "NDR Date": "2026-11-22 11:43 +0530",
    } | {name.replace("_", " "): cell for name, cell in cells.items()}  # fmt: skip
    path.write_text("\n".join([",".join(row), ",".join(row.values())]), encoding="utf-8")
    return path


def parcel(session: Session, shop: Shop, awb: str = AWB) -> ShipmentRow:
    return session.scalars(
        select(ShipmentRow)
        .where(ShipmentRow.shop_id == shop.id, ShipmentRow.awb == awb)
        .execution_options(populate_existing=True)
    ).one()


def cases(session: Session, shop: Shop, awb: str = AWB) -> list[NdrCaseRow]:
    return list(
        session.scalars(
            select(NdrCaseRow)
            .where(
                NdrCaseRow.shop_id == shop.id,
                NdrCaseRow.shipment_id == parcel(session, shop, awb).id,
            )
            .order_by(NdrCaseRow.id)
            .execution_options(populate_existing=True)
        )
    )


def attempts(session: Session, shop: Shop, awb: str = AWB) -> list[NdrAttemptRow]:
    ids = [case.id for case in cases(session, shop, awb)]
    return list(
        session.scalars(
            select(NdrAttemptRow)
            .where(NdrAttemptRow.shop_id == shop.id, NdrAttemptRow.case_id.in_(ids))
            .order_by(NdrAttemptRow.number)
            .execution_options(populate_existing=True)
        )
    )


def how_many(session: Session, shop: Shop, table: Any) -> int:
    count = select(func.count()).select_from(table).where(table.shop_id == shop.id)
    return session.scalar(count) or 0


def test_a_report_opens_a_case_for_each_parcel_it_can_place(session: Session, shop: Shop) -> None:
    sent = shop.order("1042", status=OrderStatus.SHIPPED)
    shop.parcel(sent, awb=AWB, status=ShipmentStatus.OUT_FOR_DELIVERY)
    shop.order("1043", status=OrderStatus.SHIPPED, payment=PaymentMethod.UPI, total=1749)
    outcome = bring(shop)
    assert outcome.records == imports.Counts(added=3)
    assert outcome.summary == "3 failed deliveries, ₹7,298 to collect, 21 Nov 2026 to 22 Nov 2026"
    (case,) = cases(session, shop)
    assert (case.status, case.reason, case.priority, case.attempts) == (
        NdrStatus.OPEN, NdrReason.CUSTOMER_REFUSED, "Urgent", 1,
    )  # fmt: skip
    attempted = datetime(2026, 11, 22, 6, 13, tzinfo=UTC)
    assert (case.opened_at, case.last_attempt_at) == (attempted, attempted)
    assert case.due_at == attempted + timedelta(hours=24)


def test_the_couriers_own_words_are_kept(session: Session, shop: Shop) -> None:
    shop.parcel(shop.order("1042"), awb=AWB)
    bring(shop, PANEL)
    told = [
        (attempt.number, attempt.raw_code, attempt.raw_text, attempt.remark, attempt.reason)
        for attempt in attempts(session, shop)
    ]
    assert told == [
        (1, "EOD-11", "Consignee unavailable", "=door was locked", "CustomerNotAvailable"),
        (2, "EOD-6", "Consignee refused", "", "CustomerRefused"),
    ]


def test_several_attempts_of_a_parcel_are_one_case_that_says_the_latest(
    session: Session, shop: Shop
) -> None:
    shop.parcel(shop.order("1042"), awb=AWB)
    bring(shop, PANEL)
    (case,) = cases(session, shop)
    assert (case.attempts, case.reason) == (2, NdrReason.CUSTOMER_REFUSED)
    assert case.opened_at == datetime(2026, 11, 21, 10, 50, tzinfo=UTC)
    assert case.last_attempt_at == datetime(2026, 11, 22, 6, 13, tzinfo=UTC)
    assert parcel(session, shop).attempts == 2


def test_an_unknown_parcel_of_a_known_order_is_added_to_it(session: Session, shop: Shop) -> None:
    order = shop.order("1042", total=799, status=OrderStatus.CONFIRMED)
    outcome = bring(shop)
    added = parcel(session, shop)
    assert (added.order_id, added.courier, added.status, added.cod_minor) == (
        order.id, CourierType.DELHIVERY, ShipmentStatus.DELIVERY_FAILED, 79_900,
    )  # fmt: skip
    status = session.scalars(
        select(OrderRow.status).where(OrderRow.shop_id == shop.id, OrderRow.number == "1042")
    ).one()
    assert status == OrderStatus.SHIPPED
    assert (
        "One parcel was not known and was added to its order"
        f" (first parcel {AWB}, line 2)." in outcome.warnings
    )


def test_an_unknown_order_is_made_from_what_the_report_says(session: Session, shop: Shop) -> None:
    outcome = bring(shop)
    made = session.scalars(
        select(OrderRow).where(OrderRow.shop_id == shop.id, OrderRow.number == "9001")
    ).one()
    assert (made.sales_channel, made.status, made.payment_method, made.payment_status) == (
        "Custom", "Shipped", "COD", "CODPending",
    )  # fmt: skip
    assert made.total_minor == 649_900
    buyer = session.scalars(
        select(CustomerRow).where(
            CustomerRow.shop_id == shop.id, CustomerRow.id == made.customer_id
        )
    ).one()
    assert (buyer.name, buyer.phone) == ("Farah Khan", "+919004012345")
    (line,) = session.scalars(
        select(OrderItemRow).where(
            OrderItemRow.shop_id == shop.id, OrderItemRow.order_id == made.id
        )
    )
    assert (line.quantity, line.unit_price_minor) == (1, 649_900)
    assert any(
        warning.startswith("3 orders were not known and were made from the report")
        for warning in outcome.warnings
    )


def test_shopifys_export_completes_an_order_made_from_a_report(
    session: Session, shop: Shop
) -> None:
    bring(shop)
    outcome = imports.read_in(
        shop.context(), DATA / "shopify_orders.csv", imports.Options(kind="orders")
    )
    assert outcome.records == imports.Counts(added=4, changed=2)
    completed = session.scalars(
        select(OrderRow)
        .where(OrderRow.shop_id == shop.id, OrderRow.number == "1042")
        .execution_options(populate_existing=True)
    ).one()
    assert (completed.sales_channel, completed.source_id, completed.total_minor) == (
        "Shopify", "5801234567890101042", 239_700,
    )  # fmt: skip
    assert completed.status == OrderStatus.SHIPPED


def test_a_reason_nobody_knows_is_other_and_counted(session: Session, shop: Shop) -> None:
    outcome = bring(shop)
    (case,) = cases(session, shop, "77700012345")
    assert case.reason == NdrReason.OTHER
    unknown = session.scalars(
        select(UnmappedCodeRow).where(UnmappedCodeRow.shop_id == shop.id)
    ).one()
    assert (unknown.courier, unknown.raw_text, unknown.seen) == (
        "BlueDart", "Dog chased the rider", 1,
    )  # fmt: skip
    assert any("Dog chased the rider" in warning for warning in outcome.warnings)


def test_the_same_report_twice_changes_nothing(session: Session, shop: Shop) -> None:
    bring(shop)
    session.commit()
    again = bring(shop)
    assert again.records == imports.Counts(unchanged=3)
    assert how_many(session, shop, NdrCaseRow) == 3
    assert how_many(session, shop, NdrAttemptRow) == 3
    assert how_many(session, shop, ScanRow) == 3
    assert how_many(session, shop, OrderRow) == 3
    seen = session.scalars(
        select(UnmappedCodeRow.seen).where(UnmappedCodeRow.shop_id == shop.id)
    ).one()
    assert seen == 1


def test_a_dry_run_opens_nothing(session: Session, shop: Shop) -> None:
    session.commit()
    told = bring(shop, dry_run=True)
    assert told.records == imports.Counts(added=3)
    assert how_many(session, shop, NdrCaseRow) == 0
    assert how_many(session, shop, ShipmentRow) == 0
    assert how_many(session, shop, OrderRow) == 0
    assert how_many(session, shop, UnmappedCodeRow) == 0


def test_a_new_attempt_brings_a_waiting_case_back_for_a_decision(
    session: Session, shop: Shop, tmp_path: Path
) -> None:
    agent = shop.person(Role.NDR_AGENT)
    failed = shop.parcel(
        shop.order("1042"), awb=AWB, status=ShipmentStatus.OUT_FOR_DELIVERY, attempts=1
    )
    case = shop.ndr_case(failed, status=NdrStatus.REATTEMPT_SCHEDULED, assignee=agent)
    case.reattempt_on = "2026-11-22"
    session.flush()
    bring(shop, one_row(tmp_path / "ndr.csv", NDR_Date="22-11-2026 13:00", Attempts="2"))
    (found,) = cases(session, shop)
    assert (found.status, found.attempts, found.reattempt_on) == (NdrStatus.ASSIGNED, 2, None)
    assert len(attempts(session, shop)) == 2


def test_an_older_attempt_joins_the_history_and_leaves_the_case_as_it_stands(
    session: Session, shop: Shop, tmp_path: Path
) -> None:
    failed = shop.parcel(shop.order("1042"), awb=AWB, attempts=2)
    shop.ndr_case(failed, reason=NdrReason.COD_NOT_READY, attempts=2)
    bring(shop, one_row(tmp_path / "ndr.csv", NDR_Date="20-11-2026 13:00", Attempts="1"))
    (found,) = cases(session, shop)
    assert (found.reason, found.attempts) == (NdrReason.COD_NOT_READY, 2)
    assert [attempt.number for attempt in attempts(session, shop)] == [1, 2]


def test_an_attempt_told_again_with_another_reason_is_corrected(
    session: Session, shop: Shop, tmp_path: Path
) -> None:
    shop.parcel(shop.order("1042"), awb=AWB)
    bring(shop, one_row(tmp_path / "ndr.csv", Attempts="1"))
    outcome = bring(
        shop, one_row(tmp_path / "ndr.csv", Attempts="1", NDR_Reason="Customer refused")
    )
    assert outcome.records == imports.Counts(changed=1)
    (attempt,) = attempts(session, shop)
    assert attempt.reason == NdrReason.CUSTOMER_REFUSED
    (case,) = cases(session, shop)
    assert (case.reason, case.priority) == (NdrReason.CUSTOMER_REFUSED, "Urgent")


@pytest.mark.parametrize(
    "status",
    [ShipmentStatus.DELIVERED, ShipmentStatus.RTO_IN_TRANSIT, ShipmentStatus.RTO_DELIVERED],
)
def test_a_settled_parcel_is_not_opened_again_by_an_older_report(
    session: Session, shop: Shop, tmp_path: Path, status: ShipmentStatus
) -> None:
    shop.parcel(shop.order("1042"), awb=AWB, status=status)
    outcome = bring(shop, one_row(tmp_path / "ndr.csv"))
    assert outcome.records == imports.Counts(unchanged=1)
    assert outcome.warnings == (
        "One parcel is already delivered, returning, cancelled or lost here; the report did not"
        f" open it again (first parcel {AWB}, line 2).",
    )
    assert cases(session, shop) == []
    assert parcel(session, shop).status == status


def test_a_parcel_the_shop_asked_back_stays_on_its_way_back(
    session: Session, shop: Shop, tmp_path: Path
) -> None:
    failed = shop.parcel(shop.order("1042"), awb=AWB, status=ShipmentStatus.DELIVERY_FAILED)
    shop.ndr_case(failed, status=NdrStatus.RTO_INITIATED)
    outcome = bring(shop, one_row(tmp_path / "ndr.csv"))
    assert outcome.records == imports.Counts(unchanged=1)
    assert [case.status for case in cases(session, shop)] == [NdrStatus.RTO_INITIATED]


def test_a_row_that_says_it_was_delivered_opens_nothing(
    session: Session, shop: Shop, tmp_path: Path
) -> None:
    shop.parcel(shop.order("1042"), awb=AWB)
    outcome = bring(shop, one_row(tmp_path / "ndr.csv", Status="Delivered"))
    assert outcome.records == imports.Counts(unchanged=1)
    assert cases(session, shop) == []


def test_a_newer_scan_keeps_saying_where_the_parcel_is(
    session: Session, shop: Shop, tmp_path: Path
) -> None:
    shop.parcel(shop.order("1042"), awb=AWB, status=ShipmentStatus.OUT_FOR_DELIVERY)
    bring(shop, one_row(tmp_path / "ndr.csv", NDR_Date="22-11-2026 05:00"))
    assert parcel(session, shop).status == ShipmentStatus.OUT_FOR_DELIVERY
    assert len(cases(session, shop)) == 1


def test_each_row_that_cannot_be_placed_is_refused_with_its_line_and_reason(
    session: Session, shop: Shop
) -> None:
    shop.order("1042", status=OrderStatus.SHIPPED)
    outcome = bring(shop, DATA / "ndr_messy.csv")
    assert outcome.records == imports.Counts(added=2, refused=6)
    told = {refusal.line: refusal.reason for refusal in outcome.refusals}
    assert told[2] == (
        "AWB holds 1.43264E+13: a spreadsheet has rounded the number and its last digits are lost."
        " Export the report again and import that file without opening and saving it in Excel."
    )
    assert told[3].startswith("AWB is blank")
    assert told[4].startswith("The shop knows neither parcel 500001 nor its order 7001.")
    assert told[5].startswith("Latest NDR Reason is blank")
    assert told[7].startswith('Latest NDR Date holds ""')
    assert told[8].startswith('Payment Mode holds "Barter". Write COD or Prepaid.')
    assert how_many(session, shop, ShipmentRow) == 2


def test_a_date_with_two_readings_is_read_as_the_rest_of_its_column_and_told(
    session: Session, shop: Shop
) -> None:
    shop.order("1042", status=OrderStatus.SHIPPED)
    outcome = bring(shop, DATA / "ndr_messy.csv")
    (attempt,) = attempts(session, shop, "500003")
    assert attempt.at == datetime(2026, 4, 3, 6, 13, tzinfo=UTC)
    assert (
        "One date could be read two ways and was taken as day first, as the other dates of its"
        " column are (first on line 6: 03-04-2026 11:43)." in outcome.warnings
    )


def test_a_date_without_a_time_is_the_beginning_of_that_day_in_the_shop(
    session: Session, shop: Shop
) -> None:
    shop.order("1042", status=OrderStatus.SHIPPED)
    outcome = bring(shop, DATA / "ndr_messy.csv")
    (attempt,) = attempts(session, shop, "500006")
    assert attempt.at == datetime(2026, 11, 21, 18, 30, tzinfo=UTC)
    assert any("the beginning of the day" in warning for warning in outcome.warnings)


def test_the_other_shops_parcel_of_the_same_awb_is_untouched(
    session: Session, shop: Shop, other_shop: Shop
) -> None:
    other_shop.parcel(other_shop.order("1042"), awb=AWB)
    bring(shop)
    assert cases(session, other_shop) == []
    assert parcel(session, other_shop).status == ShipmentStatus.IN_TRANSIT
    assert len(cases(session, shop)) == 1


def test_an_ndr_agent_may_bring_a_report_and_no_orders(session: Session, shop: Shop) -> None:
    shop.order("1042", status=OrderStatus.SHIPPED)
    outcome = bring(shop, role=Role.NDR_AGENT)
    assert outcome.records == imports.Counts(added=1, refused=2)
    assert outcome.refusals[0].reason == (
        "The shop does not know order 1043, and your role may not add orders."
        " Ask a manager to import the orders first."
    )
    assert how_many(session, shop, OrderRow) == 1


def test_a_viewer_may_bring_nothing(session: Session, shop: Shop) -> None:
    with pytest.raises(NotAllowed):
        bring(shop, role=Role.VIEWER)
    assert how_many(session, shop, NdrCaseRow) == 0


def test_each_opened_case_is_an_event(session: Session, shop: Shop) -> None:
    bring(shop)
    opened = session.scalars(
        select(EventRow.subject).where(EventRow.shop_id == shop.id, EventRow.kind == "ndr.opened")
    )
    assert sorted(opened) == [AWB, "77700012345", "SF1234567890"]


def test_what_is_to_be_collected_adds_up(shop: Shop) -> None:
    assert bring(shop).totals.amount == Money(729_800)
