"""Order decisions: what may be cancelled or held, and how an order's story is told."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from commerce.orders.types import Happening, Milestone, OrderFilter
from commerce.parcels import Parcel
from commerce.parcels.rules import NOT_HANDED_OVER
from commerce.vocabulary import OrderStatus, PaymentStatus, ShipmentStatus

UNDO_CANCEL_FOR = timedelta(minutes=15)
UNDO_HOLD_FOR = timedelta(hours=24)
"""A held order waits anyway, so that letting it go again is harmless for longer."""

UNSHIPPED = (
    OrderStatus.PENDING,
    OrderStatus.CONFIRMED,
    OrderStatus.PROCESSING,
    OrderStatus.ON_HOLD,
)
CALLED_OFF = (OrderStatus.CANCELLED, OrderStatus.RETURNED, OrderStatus.RTO, OrderStatus.FAILED)
"""Nobody will pay for these any more."""

UNPAID = (PaymentStatus.PENDING, PaymentStatus.FAILED, PaymentStatus.COD_PENDING)
PAID = (PaymentStatus.PAID, PaymentStatus.PARTIALLY_REFUNDED, PaymentStatus.COD_COLLECTED)

_TOLD_BY_PARCEL = {
    OrderStatus.SHIPPED: Milestone.PICKED_UP,
    OrderStatus.DELIVERED: Milestone.DELIVERED,
    OrderStatus.RTO: Milestone.RETURNING,
}


def statuses(wanted: OrderFilter) -> tuple[OrderStatus, ...]:
    """Return the statuses a filter stands for."""
    if wanted is OrderFilter.UNSHIPPED:
        return UNSHIPPED
    if wanted is OrderFilter.OPEN:
        return (*UNSHIPPED, OrderStatus.SHIPPED)
    if wanted is OrderFilter.KEPT:
        return tuple(status for status in OrderStatus if status is not OrderStatus.CANCELLED)
    return (OrderStatus(wanted.value),)


def is_handed_over(parcels: Iterable[ShipmentStatus]) -> bool:
    """Tell whether a courier has any of an order's parcels."""
    return any(status not in NOT_HANDED_OVER for status in parcels)


def why_not_cancel(status: OrderStatus, parcels: Iterable[ShipmentStatus]) -> str | None:
    """Return the key of the sentence that says why an order cannot be cancelled, or `None`."""
    match status:
        case OrderStatus.CANCELLED:
            return "error-order-already-cancelled"
        case OrderStatus.DELIVERED:
            return "error-order-cancel-delivered"
        case OrderStatus.RETURNED | OrderStatus.RTO:
            return "error-order-cancel-returned"
        case OrderStatus.FAILED:
            return "error-order-cancel-failed"
        case OrderStatus.SHIPPED:
            return "error-order-cancel-shipped"
        case _:
            return "error-order-cancel-shipped" if is_handed_over(parcels) else None


def why_not_hold(status: OrderStatus, parcels: Iterable[ShipmentStatus]) -> str | None:
    """Return the key of the sentence that says why an order cannot be held, or `None`."""
    if status is OrderStatus.ON_HOLD:
        return "error-order-already-held"
    if status is OrderStatus.SHIPPED or (status in UNSHIPPED and is_handed_over(parcels)):
        return "error-order-hold-shipped"
    return None if status in UNSHIPPED else "error-order-hold-finished"


def story(
    history: Sequence[tuple[datetime, OrderStatus, str]], parcels: Sequence[Parcel]
) -> tuple[Happening, ...]:
    """Merge an order's statuses with its parcels' milestones, the oldest first.

    A status that only repeats what a parcel tells (Shipped, Delivered, RTO) and gives no reason is
    left out.
    """
    told = [happening for parcel in parcels for happening in _of_parcel(parcel)]
    milestones = {happening.milestone for happening in told}
    steps = [
        Happening(at=at, milestone=Milestone.STATUS, status=status, reason=reason)
        for at, status, reason in history
        if reason or _TOLD_BY_PARCEL.get(status) not in milestones
    ]
    return tuple(sorted([*steps, *told], key=lambda happening: happening.at))


def _of_parcel(parcel: Parcel) -> list[Happening]:
    moments = {
        Milestone.PACKED: parcel.created_at,
        Milestone.PICKED_UP: parcel.picked_up_at,
        Milestone.OUT_FOR_DELIVERY: parcel.out_for_delivery_at,
        Milestone.DELIVERED: parcel.delivered_at,
        Milestone.RETURNING: parcel.rto_at,
    }
    return [
        Happening(at=at, milestone=milestone, awb=parcel.awb)
        for milestone, at in moments.items()
        if at is not None
    ]
