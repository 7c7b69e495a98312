"""Where a parcel is by its scans, whatever order couriers tell them in."""

from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commerce.parcels.journeys import (
    Journey,
    Stop,
    cash_after,
    follow,
    order_of_parcels,
    standing_of,
)
from commerce.vocabulary import OrderStatus, PaymentMethod, PaymentStatus, ShipmentStatus

ZONE = ZoneInfo("Asia/Kolkata")
DAY = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
"""Half past eleven in India."""

FAILED, OUT = ShipmentStatus.DELIVERY_FAILED, ShipmentStatus.OUT_FOR_DELIVERY
DELIVERED, RTO = ShipmentStatus.DELIVERED, ShipmentStatus.RTO_INITIATED


def scan(hours: float, status: ShipmentStatus, code: str = "") -> Stop:
    return Stop(at=DAY + timedelta(hours=hours), status=status, code=code)


def way(*stops: Stop) -> Journey:
    return follow(stops, ZONE)


def test_a_late_out_for_delivery_does_not_undo_a_delivery() -> None:
    journey = way(scan(5, DELIVERED), scan(1, OUT))
    assert (journey.status, journey.against) == (DELIVERED, ())


def test_a_return_after_the_delivery_moves_nothing_and_is_told() -> None:
    journey = way(scan(5, DELIVERED), scan(6, RTO))
    assert journey.status is DELIVERED
    assert [stop.status for stop in journey.against] == [RTO]


def test_a_last_attempt_may_succeed_while_the_return_is_only_asked_for() -> None:
    assert way(scan(1, RTO), scan(2, DELIVERED)).status is DELIVERED


def test_delivered_on_the_way_back_is_not_delivered_to_the_customer() -> None:
    on_the_way = ShipmentStatus.RTO_IN_TRANSIT
    assert way(scan(1, RTO), scan(2, on_the_way), scan(3, DELIVERED)).status is on_the_way


def test_one_failure_told_twice_in_a_day_is_one_attempt_and_the_latest_word_counts() -> None:
    failures = way(scan(0, OUT), scan(3, FAILED, "EOD-11"), scan(4, FAILED, "EOD-6")).failures
    assert [failure.last.code for failure in failures] == ["EOD-6"]


def test_a_parcel_that_went_out_again_failed_again() -> None:
    assert len(way(scan(0, FAILED), scan(1, OUT), scan(2, FAILED)).failures) == 2


def test_the_next_day_is_the_next_attempt_though_nobody_told_that_it_went_out() -> None:
    # 23:30 and 00:30 in India lie on one day in UTC.
    assert len(way(scan(12, FAILED), scan(13, FAILED)).failures) == 2


def test_what_the_shop_asked_back_is_not_on_its_way_again_by_an_older_scan() -> None:
    moments = dict.fromkeys(("picked_up_at", "last_scan_at", "created_at"))
    standing = standing_of(RTO, {**moments, "rto_at": DAY}, [scan(-2, FAILED)], ZONE)
    journey = follow([scan(-2, FAILED), scan(-1, OUT)], ZONE, standing=standing)
    assert journey.status is RTO


@pytest.mark.parametrize(
    ("parcels", "order"),
    [
        ([DELIVERED, DELIVERED], OrderStatus.DELIVERED),
        ([DELIVERED, OUT], OrderStatus.SHIPPED),
        ([DELIVERED, ShipmentStatus.LOST], OrderStatus.SHIPPED),
        ([DELIVERED, ShipmentStatus.CANCELLED], OrderStatus.DELIVERED),
        ([ShipmentStatus.MANIFESTED], OrderStatus.PROCESSING),
        ([DELIVERED, RTO], OrderStatus.RTO),
        ([ShipmentStatus.CANCELLED], None),
    ],
)
def test_an_order_stands_where_its_parcels_do(
    parcels: list[ShipmentStatus], order: OrderStatus | None
) -> None:
    assert order_of_parcels(parcels) == order


def test_cash_counted_for_a_delivery_that_was_none_is_still_to_come() -> None:
    collected = PaymentStatus.COD_COLLECTED
    was, becomes = OrderStatus.DELIVERED, OrderStatus.RTO
    assert cash_after(PaymentMethod.COD, collected, was, becomes) is PaymentStatus.COD_PENDING


@given(
    scans=st.lists(
        st.builds(scan, st.integers(0, 96), st.sampled_from(ShipmentStatus), st.just("c")),
        max_size=12,
    ),
    chance=st.randoms(),
)
def test_the_same_scans_in_any_order_and_twice_lead_to_the_same_place(
    scans: list[Stop], chance: Random
) -> None:
    shuffled = scans * 2
    chance.shuffle(shuffled)
    assert way(*shuffled) == way(*scans)
