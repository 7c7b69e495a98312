"""What may be cancelled or held, and how an order's story is told, by plain calls."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from commerce.money import Money
from commerce.orders import rules
from commerce.orders.types import Milestone, OrderFilter
from commerce.parcels import Parcel
from commerce.vocabulary import CourierType, OrderStatus, ShipmentStatus

NOON = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)

PARCEL = Parcel(
    id=1, awb="AWB1", order_id=1, order_number="1042", courier=CourierType.DELHIVERY,
    status=ShipmentStatus.DELIVERED, warehouse_id=None, cod=Money(0), value=Money(79_900),
    customer="Asha", city="Pune", attempts=1, created_at=NOON + timedelta(hours=1),
    picked_up_at=NOON + timedelta(hours=2), promised_at=None,
    out_for_delivery_at=NOON + timedelta(days=2), delivered_at=NOON + timedelta(days=2, hours=3),
    rto_at=None, last_scan_at=None, last_location="",
)  # fmt: skip


@pytest.mark.parametrize(
    ("status", "parcels", "answer"),
    [
        (OrderStatus.PENDING, (), None),
        (OrderStatus.CONFIRMED, (ShipmentStatus.CREATED,), None),
        (OrderStatus.PROCESSING, (ShipmentStatus.MANIFESTED,), None),
        (OrderStatus.PROCESSING, (ShipmentStatus.CANCELLED,), None),
        (OrderStatus.ON_HOLD, (), None),
        (OrderStatus.PROCESSING, (ShipmentStatus.PICKED_UP,), "error-order-cancel-shipped"),
        (
            OrderStatus.CONFIRMED,
            (ShipmentStatus.CREATED, ShipmentStatus.IN_TRANSIT),
            "error-order-cancel-shipped",
        ),
        (OrderStatus.SHIPPED, (), "error-order-cancel-shipped"),
        (OrderStatus.DELIVERED, (), "error-order-cancel-delivered"),
        (OrderStatus.CANCELLED, (), "error-order-already-cancelled"),
        (OrderStatus.RTO, (), "error-order-cancel-returned"),
        (OrderStatus.RETURNED, (), "error-order-cancel-returned"),
        (OrderStatus.FAILED, (), "error-order-cancel-failed"),
    ],
)
def test_only_an_order_no_courier_has_can_be_cancelled(
    status: OrderStatus, parcels: tuple[ShipmentStatus, ...], answer: str | None
) -> None:
    assert rules.why_not_cancel(status, parcels) == answer


@pytest.mark.parametrize(
    ("status", "parcels", "answer"),
    [
        (OrderStatus.PENDING, (), None),
        (OrderStatus.CONFIRMED, (ShipmentStatus.MANIFESTED,), None),
        (OrderStatus.PROCESSING, (ShipmentStatus.PICKED_UP,), "error-order-hold-shipped"),
        (OrderStatus.ON_HOLD, (), "error-order-already-held"),
        (OrderStatus.SHIPPED, (), "error-order-hold-shipped"),
        (OrderStatus.DELIVERED, (ShipmentStatus.DELIVERED,), "error-order-hold-finished"),
        (OrderStatus.CANCELLED, (), "error-order-hold-finished"),
        (OrderStatus.RTO, (ShipmentStatus.RTO_IN_TRANSIT,), "error-order-hold-finished"),
        (OrderStatus.FAILED, (), "error-order-hold-finished"),
    ],
)
def test_only_an_order_no_courier_has_can_be_held(
    status: OrderStatus, parcels: tuple[ShipmentStatus, ...], answer: str | None
) -> None:
    assert rules.why_not_hold(status, parcels) == answer


def test_a_filter_can_name_every_status_and_three_groups() -> None:
    assert {f.value for f in OrderFilter} == {s.value for s in OrderStatus} | {
        "Unshipped", "Open", "NotCancelled",
    }  # fmt: skip


def test_not_shipped_yet_means_before_the_courier() -> None:
    assert rules.statuses(OrderFilter.UNSHIPPED) == (
        OrderStatus.PENDING,
        OrderStatus.CONFIRMED,
        OrderStatus.PROCESSING,
        OrderStatus.ON_HOLD,
    )


def test_a_filter_of_one_status_means_that_status() -> None:
    assert rules.statuses(OrderFilter.RTO) == (OrderStatus.RTO,)


def test_a_story_tells_each_step_once_and_in_order() -> None:
    history = [
        (NOON, OrderStatus.CONFIRMED, ""),
        (NOON + timedelta(hours=2), OrderStatus.SHIPPED, ""),
        (NOON + timedelta(days=2, hours=4), OrderStatus.DELIVERED, ""),
    ]
    assert [step.milestone for step in rules.story(history, [PARCEL])] == [
        Milestone.STATUS,
        Milestone.PACKED,
        Milestone.PICKED_UP,
        Milestone.OUT_FOR_DELIVERY,
        Milestone.DELIVERED,
    ]


def test_a_story_without_parcels_tells_every_status() -> None:
    history = [(NOON, OrderStatus.CONFIRMED, ""), (NOON, OrderStatus.CANCELLED, "changed mind")]
    steps = rules.story(history, [])
    assert [step.status for step in steps] == [OrderStatus.CONFIRMED, OrderStatus.CANCELLED]
    assert steps[1].reason == "changed mind"


def test_a_return_is_told_by_the_parcel() -> None:
    back = replace(PARCEL, delivered_at=None, rto_at=NOON + timedelta(days=4))
    steps = rules.story([(NOON + timedelta(days=4), OrderStatus.RTO, "")], [back])
    assert steps[-1].milestone is Milestone.RETURNING
