"""What couriers say happened to parcels: taken in once, in any order, and never against itself."""

from datetime import datetime, timedelta
from random import Random

from sqlalchemy import select
from sqlalchemy.orm import Session

from commerce import arrivals, ndr
from commerce.db.tables import (
    EventRow,
    NdrAttemptRow,
    NdrCaseRow,
    OrderRow,
    ScanRow,
    ShipmentRow,
    UnmappedCodeRow,
)
from commerce.ports import CourierScan
from commerce.vocabulary import (
    CourierType,
    NdrReason,
    NdrStatus,
    OrderStatus,
    PaymentStatus,
    ShipmentStatus,
)
from tests.builders import Shop

AWB = "14326421700001"
PICKED, OUT = ShipmentStatus.PICKED_UP, ShipmentStatus.OUT_FOR_DELIVERY
FAILED, DELIVERED = ShipmentStatus.DELIVERY_FAILED, ShipmentStatus.DELIVERED
RTO, RTO_MOVES = ShipmentStatus.RTO_INITIATED, ShipmentStatus.RTO_IN_TRANSIT


def said(
    shop: Shop, hours: float, status: ShipmentStatus | None, code: str = "", awb: str = AWB,
    **more: str | tuple[str, ...],
) -> CourierScan:  # fmt: skip
    """Return a scan of so many hours after three days ago."""
    at = shop.now - timedelta(days=3) + timedelta(hours=hours)
    return CourierScan(awb=awb, at=at, status=status, code=code, **more)  # type: ignore[arg-type]


def take(shop: Shop, *scans: CourierScan) -> ndr.Taken:
    return ndr.take_scans(shop.session, shop.id, CourierType.DELHIVERY, scans, shop.now)


def sent(shop: Shop, awb: str = AWB) -> ShipmentRow:
    order = shop.order(status=OrderStatus.PROCESSING, placed_at=shop.now - timedelta(days=4))
    parcel = shop.parcel(order, awb=awb, status=ShipmentStatus.MANIFESTED)
    for scan in shop.session.scalars(
        select(ScanRow).where(ScanRow.shop_id == shop.id, ScanRow.shipment_id == parcel.id)
    ):
        shop.session.delete(scan)
    parcel.last_scan_at = parcel.picked_up_at = None
    parcel.created_at = shop.now - timedelta(days=4)
    shop.session.flush()
    return parcel


def order_of(shop: Shop, parcel: ShipmentRow) -> OrderRow:
    return shop.session.scalars(
        select(OrderRow).where(OrderRow.shop_id == shop.id, OrderRow.id == parcel.order_id)
    ).one()


def cases(shop: Shop, parcel: ShipmentRow) -> list[NdrCaseRow]:
    found = select(NdrCaseRow).where(
        NdrCaseRow.shop_id == shop.id, NdrCaseRow.shipment_id == parcel.id
    )
    return list(shop.session.scalars(found))


def events(shop: Shop, kind: str) -> list[dict[str, object]]:
    found = select(EventRow.payload).where(EventRow.shop_id == shop.id, EventRow.kind == kind)
    return list(shop.session.scalars(found.order_by(EventRow.id)))


def state(shop: Shop, parcel: ShipmentRow) -> dict[str, object]:
    """Return where a parcel and all that hangs on it stand."""
    order = order_of(shop, parcel)
    attempts = select(NdrAttemptRow).join(NdrCaseRow, NdrCaseRow.id == NdrAttemptRow.case_id)
    attempts = attempts.where(
        NdrAttemptRow.shop_id == shop.id, NdrCaseRow.shop_id == shop.id,
        NdrCaseRow.shipment_id == parcel.id,
    )  # fmt: skip
    tried = shop.session.scalars(attempts.order_by(NdrAttemptRow.at)).all()
    with_attempts = {attempt.case_id for attempt in tried}
    columns = (
        "status", "attempts", "picked_up_at", "out_for_delivery_at", "delivered_at", "rto_at",
        "last_scan_at", "last_location",
    )  # fmt: skip
    return {
        "parcel": [getattr(parcel, name) for name in columns],
        "order": (order.status, order.payment_status),
        "attempts": [(one.number, one.at, one.reason, one.raw_code) for one in tried],
        "cases": [
            (case.status, case.reason, case.priority, case.attempts, case.opened_at,
             case.last_attempt_at, case.due_at, case.closed_at)
            for case in cases(shop, parcel)
            if case.id in with_attempts or case.status in (NdrStatus.OPEN, NdrStatus.ASSIGNED)
        ],
    }  # fmt: skip


def test_a_failed_delivery_opens_a_case_once_and_says_so(session: Session, shop: Shop) -> None:
    parcel = sent(shop)
    failed = said(shop, 30, FAILED, "EOD-11", text="Consignee unavailable", location="Pune")
    taken = take(shop, said(shop, 1, PICKED), said(shop, 26, OUT), failed)
    assert (taken.new, taken.moved) == (3, (AWB,))
    assert take(shop, failed) == ndr.Taken()
    (case,) = cases(shop, parcel)
    assert (case.status, case.reason, case.attempts) == (
        NdrStatus.OPEN, NdrReason.CUSTOMER_NOT_AVAILABLE, 1,
    )  # fmt: skip
    assert case.due_at == failed.at + timedelta(hours=24)
    assert (parcel.status, parcel.attempts, parcel.last_location) == (FAILED, 1, "Pune")
    assert order_of(shop, parcel).status == OrderStatus.SHIPPED
    assert events(shop, "ndr.opened") == [{"reason": case.reason, "priority": "High"}]


def test_a_delivery_closes_the_case_and_counts_the_cash(session: Session, shop: Shop) -> None:
    parcel = sent(shop)
    take(shop, said(shop, 30, FAILED, "EOD-6"))
    delivered = said(shop, 50, DELIVERED)
    take(shop, delivered)
    (case,) = cases(shop, parcel)
    assert (case.status, case.closed_at) == (NdrStatus.CLOSED_DELIVERED, delivered.at)
    order = order_of(shop, parcel)
    assert (order.status, order.payment_status) == (
        OrderStatus.DELIVERED, PaymentStatus.COD_COLLECTED,
    )  # fmt: skip
    assert order.cancelled_at is None


def test_a_second_failure_asks_for_a_new_decision(session: Session, shop: Shop) -> None:
    parcel = sent(shop)
    take(shop, said(shop, 6, FAILED, "EOD-11"))
    (case,) = cases(shop, parcel)
    case.status, case.reattempt_on = NdrStatus.REATTEMPT_SCHEDULED.value, "2026-11-21"
    take(shop, said(shop, 26, OUT))
    assert case.status == NdrStatus.REATTEMPT_IN_PROGRESS
    take(shop, said(shop, 30, FAILED, "EOD-74"))
    (case,) = cases(shop, parcel)
    assert (case.status, case.reattempt_on, case.reason, case.attempts) == (
        NdrStatus.OPEN, None, NdrReason.INCORRECT_ADDRESS, 2,
    )  # fmt: skip
    assert events(shop, "ndr.failed_again") == [{"reason": case.reason, "attempts": 2}]


def test_a_return_after_the_delivery_is_told_and_moves_nothing(
    session: Session, shop: Shop
) -> None:
    parcel = sent(shop)
    take(shop, said(shop, 30, DELIVERED))
    before = state(shop, parcel)
    late = said(shop, 40, RTO)
    take(shop, late)
    # It shows that the parcel was scanned, and that is all.
    assert parcel.last_scan_at == late.at
    parcel.last_scan_at = said(shop, 30, DELIVERED).at
    assert state(shop, parcel) == before
    assert events(shop, "parcel.contradicted") == [
        {"status": "Delivered", "said": "RTOInitiated", "said_at": late.at.isoformat()}
    ]


def test_a_code_nobody_knows_is_counted_and_moves_nothing(session: Session, shop: Shop) -> None:
    parcel = sent(shop)
    for _ in range(2):
        assert take(shop, said(shop, 5, None, "EOD-999", text="Drone landed")).new == 0
    row = session.scalars(select(UnmappedCodeRow).where(UnmappedCodeRow.shop_id == shop.id)).one()
    assert (row.courier, row.raw_code, row.raw_text, row.seen) == (
        "Delhivery", "EOD-999", "Drone landed", 2,
    )  # fmt: skip
    assert parcel.status == ShipmentStatus.MANIFESTED


def test_a_parcel_nobody_knew_is_made_for_an_order_of_that_number(
    session: Session, shop: Shop
) -> None:
    shop.order("1042", status=OrderStatus.PROCESSING)
    assert take(shop, said(shop, 80, PICKED, numbers=("#1042_77", "#1042"))).moved == (AWB,)
    row = session.scalars(select(ShipmentRow).where(ShipmentRow.shop_id == shop.id)).one()
    assert (row.awb, row.status, row.cod_minor) == (AWB, PICKED, 79_900)


def test_what_is_told_of_next_week_has_not_happened(session: Session, shop: Shop) -> None:
    parcel = sent(shop)
    assert take(shop, said(shop, 24 * 7, DELIVERED)) == ndr.Taken()
    assert parcel.status == ShipmentStatus.MANIFESTED


def test_a_parcel_of_another_shop_is_not_moved(
    session: Session, shop: Shop, other_shop: Shop
) -> None:
    theirs = sent(other_shop)
    assert take(shop, said(shop, 5, DELIVERED)).unknown == (AWB,)
    assert theirs.status == ShipmentStatus.MANIFESTED


def _stories(shop: Shop, awb: str) -> list[list[CourierScan]]:
    def scans(*told: tuple[float, ShipmentStatus, str]) -> list[CourierScan]:
        return [said(shop, hours, status, code, awb) for hours, status, code in told]

    return [
        scans((1, PICKED, ""), (26, OUT, ""), (30, FAILED, "EOD-11"), (31, FAILED, "EOD-6"),
              (50, OUT, ""), (54, DELIVERED, "")),
        scans((1, PICKED, ""), (5, DELIVERED, ""), (6, RTO, ""), (7, FAILED, "EOD-6")),
        scans((2, OUT, ""), (6, FAILED, "EOD-74"), (30, FAILED, "EOD-11"), (31, RTO, ""),
              (40, RTO_MOVES, ""), (41, DELIVERED, ""), (60, ShipmentStatus.RTO_DELIVERED, "")),
        scans((2, OUT, ""), (6, FAILED, "EOD-3"), (7, OUT, ""), (8, FAILED, "EOD-16"),
              (9, ShipmentStatus.LOST, ""), (33, ShipmentStatus.IN_TRANSIT, "")),
        scans((2, RTO, ""), (3, DELIVERED, ""), (3, RTO, "x"), (4, OUT, "")),
    ]  # fmt: skip


def test_the_same_scans_in_any_order_and_in_any_parts_end_in_the_same_state(
    session: Session, shop: Shop
) -> None:
    chance = Random(5)
    for story in range(5):
        ends = []
        for trial in range(9):
            awb = f"{story}-{trial}"
            parcel, scans = sent(shop, awb), _stories(shop, awb)[story]
            if trial:
                scans = chance.sample(scans, len(scans)) + chance.choices(scans, k=2)
            size = (1, len(scans), 2)[trial % 3]
            for start in range(0, len(scans), size):
                take(shop, *scans[start : start + size])
            ends.append(state(shop, parcel))
        for end in ends:
            assert end == ends[0]


def test_scans_from_before_what_the_shop_asked_for_do_not_undo_it(
    session: Session, shop: Shop
) -> None:
    parcel = sent(shop)
    take(shop, said(shop, 30, FAILED, "EOD-6"))
    parcel.status, parcel.rto_at = RTO.value, _hour(shop, 40)
    take(shop, said(shop, 26, OUT))
    assert parcel.status == RTO


def test_parcels_under_way_that_were_silent_are_listed_from_where_one_stopped(
    session: Session, shop: Shop, other_shop: Shop
) -> None:
    first, second = shop.parcel(awb="1"), shop.parcel(awb="2", status=RTO_MOVES)
    shop.parcel(awb="3", status=DELIVERED)
    shop.parcel(awb="4", courier=CourierType.SHIPROCKET)
    other_shop.parcel(awb="5")
    fresh = shop.parcel(awb="6")
    fresh.last_scan_at = shop.now
    session.flush()

    def silent(after_id: int, limit: int) -> list[tuple[int, str]]:
        before = shop.now - timedelta(hours=1)
        found = ndr.silent_parcels(
            session, shop.id, CourierType.DELHIVERY, before=before, after_id=after_id, limit=limit
        )
        return list(found)

    assert silent(0, 1) == [(first.id, "1")]
    assert silent(first.id, 5) == [(second.id, "2")]


def test_hooks_wait_beside_messages_and_are_counted(session: Session, shop: Shop) -> None:
    for channel in ("hook:delhivery", "whatsapp"):
        arrivals.put(
            session, shop_id=shop.id, channel=channel, provider_id="1", conversation=channel,
            body={}, now=shop.now,
        )  # fmt: skip
    hook, message = arrivals.due(session, shop.now, hooks=True), arrivals.due(session, shop.now)
    assert (len(hook), len(message), set(hook) & set(message)) == (1, 1, set())
    assert arrivals.told(session, shop.id, "hook:delhivery") == (shop.now, 1, 0)
    assert arrivals.told(session, shop.id, "hook:shiprocket") == (None, 0, 0)


def _hour(shop: Shop, hours: float) -> datetime:
    return shop.now - timedelta(days=3) + timedelta(hours=hours)
