"""A parcel's way from its scans: the same whatever order they were heard in.

Couriers tell late, twice and against themselves. So a scan never moves a parcel by itself: all
scans of a parcel are followed by their own times, and where that leads is where the parcel is.
Pure decisions: no database, no clock.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from commerce.vocabulary import OrderStatus, PaymentMethod, PaymentStatus, ShipmentStatus

RETURNING = (
    ShipmentStatus.RTO_INITIATED,
    ShipmentStatus.RTO_IN_TRANSIT,
    ShipmentStatus.RTO_DELIVERED,
)
"""The steps of a return to origin, in their order."""

SETTLED = frozenset(
    {ShipmentStatus.DELIVERED, *RETURNING, ShipmentStatus.CANCELLED, ShipmentStatus.LOST}
)
"""Parcels whose fate is decided; an older report does not open them again."""

MAY_BECOME: Mapping[OrderStatus, frozenset[OrderStatus]] = {
    OrderStatus.PENDING: frozenset(OrderStatus) - {OrderStatus.PENDING},
    OrderStatus.FAILED: frozenset(OrderStatus) - {OrderStatus.FAILED, OrderStatus.PENDING},
    OrderStatus.CONFIRMED: frozenset(OrderStatus) - {OrderStatus.PENDING, OrderStatus.CONFIRMED},
    OrderStatus.ON_HOLD: frozenset(
        {
            OrderStatus.PROCESSING, OrderStatus.SHIPPED, OrderStatus.DELIVERED,
            OrderStatus.CANCELLED, OrderStatus.RETURNED, OrderStatus.RTO, OrderStatus.FAILED,
        }
    ),
    OrderStatus.PROCESSING: frozenset(
        {
            OrderStatus.SHIPPED, OrderStatus.DELIVERED, OrderStatus.CANCELLED,
            OrderStatus.RETURNED, OrderStatus.RTO, OrderStatus.ON_HOLD,
        }
    ),
    OrderStatus.SHIPPED: frozenset(
        {OrderStatus.DELIVERED, OrderStatus.CANCELLED, OrderStatus.RETURNED, OrderStatus.RTO}
    ),
    OrderStatus.DELIVERED: frozenset({OrderStatus.RETURNED}),
    OrderStatus.RTO: frozenset({OrderStatus.RETURNED}),
    OrderStatus.CANCELLED: frozenset(),
    OrderStatus.RETURNED: frozenset(),
}  # fmt: skip
"""Where what is heard may move an order from where the shop has it; else it would go backwards."""

MOMENTS: Mapping[ShipmentStatus, str] = {
    ShipmentStatus.PICKED_UP: "picked_up_at",
    ShipmentStatus.OUT_FOR_DELIVERY: "out_for_delivery_at",
    ShipmentStatus.DELIVERED: "delivered_at",
    ShipmentStatus.RTO_INITIATED: "rto_at",
    ShipmentStatus.RTO_IN_TRANSIT: "rto_at",
    ShipmentStatus.RTO_DELIVERED: "rto_at",
}
"""The date of a parcel that a status gives."""

_ON_THE_ROAD = frozenset({OrderStatus.SHIPPED, OrderStatus.DELIVERED, OrderStatus.RTO})
_ALL_ALONG = datetime.min.replace(tzinfo=UTC)
_OVER = (ShipmentStatus.DELIVERED, ShipmentStatus.RTO_DELIVERED)
_LATER_IF_AT_ONCE = {status: rank for rank, status in enumerate(ShipmentStatus)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One scan, as far as it moves a parcel on."""

    at: datetime
    status: ShipmentStatus
    code: str = ""
    """The courier's own."""
    text: str = ""
    location: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One failed delivery attempt. Couriers tell many of them twice."""

    stops: tuple[Stop, ...]
    """All that was told of it, the latest last; it is the latest that counts."""

    @property
    def last(self) -> Stop:
        """What was told of it last."""
        return self.stops[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """Where scans lead."""

    status: ShipmentStatus
    location: str
    """Of the latest scan that says one; empty where none does."""
    last_at: datetime | None
    """When it was last scanned at all."""
    since: Mapping[ShipmentStatus, datetime]
    """When scans first brought it to each status they brought it to."""
    failures: tuple[Failure, ...]
    against: tuple[Stop, ...]
    """Scans that cannot be: out for delivery after it was delivered, a return after that."""


def follow(
    stops: Iterable[Stop],
    zone: ZoneInfo,
    *,
    standing: Stop | None = None,
    begins: ShipmentStatus = ShipmentStatus.CREATED,
) -> Journey:
    """Follow a parcel from scan to scan, by their times.

    Args:
        stops: The scans, in any order.
        zone: The shop's: a second failure on one day without going out again is the same attempt.
        standing: Where the parcel is known to have been for other reasons than a scan: the shop
            asked for it back, or a file said so.
        begins: Where it stands before the first scan.
    """
    status, since, against = begins, dict[ShipmentStatus, datetime](), list[Stop]()
    failures, accepted, went_out = list[list[Stop]](), list[Stop](), False
    ordered = sorted({*stops, *([standing] if standing else ())}, key=_by_time)
    for stop in ordered:
        if stop.status is not status and not parcel_may_become(status, stop.status):
            against.append(stop)
            continue
        status = stop.status
        accepted.append(stop)
        if stop is standing:
            continue
        since.setdefault(status, stop.at)
        if status is ShipmentStatus.DELIVERY_FAILED:
            if failures and not went_out and _same_day(failures[-1][-1], stop, zone):
                failures[-1].append(stop)
            else:
                failures.append([stop])
            went_out = False
        went_out = went_out or status is ShipmentStatus.OUT_FOR_DELIVERY
    return Journey(
        status=status,
        location=next((stop.location for stop in reversed(accepted) if stop.location), ""),
        last_at=max((stop.at for stop in ordered if stop is not standing), default=None),
        since=since,
        failures=tuple(Failure(stops=tuple(told)) for told in failures),
        against=tuple(against),
    )


def parcel_may_become(now: ShipmentStatus, then: ShipmentStatus) -> bool:
    """Tell whether a later scan may move a parcel on.

    What has arrived, either way, stays so. What is going back goes on going back, but for a last
    attempt that succeeds while the return is only asked for. A parcel given up as lost, or called
    off before it left, may turn up.
    """
    if now in _OVER:
        return False
    if now in RETURNING:
        if then is ShipmentStatus.DELIVERED:
            return now is ShipmentStatus.RTO_INITIATED
        ahead = (*RETURNING, ShipmentStatus.LOST)
        return then in ahead and ahead.index(then) > ahead.index(now)
    return True


def order_of_parcels(parcels: Collection[ShipmentStatus]) -> OrderStatus | None:
    """Return where an order stands whose parcels are there; `None` where that tells nothing."""
    going = [
        status
        for status in parcels
        if status not in (ShipmentStatus.CANCELLED, ShipmentStatus.LOST)
    ]
    if not going:
        return None
    if any(status in RETURNING for status in going):
        return OrderStatus.RTO
    if set(going) <= {ShipmentStatus.DELIVERED} and len(going) == len(
        [status for status in parcels if status is not ShipmentStatus.CANCELLED]
    ):
        return OrderStatus.DELIVERED
    waits = {ShipmentStatus.CREATED, ShipmentStatus.MANIFESTED}
    return OrderStatus.PROCESSING if set(going) <= waits else OrderStatus.SHIPPED


def order_may_become(now: OrderStatus, then: OrderStatus) -> bool:
    """Tell whether scans may move an order.

    What they said before they may correct: an order counted as coming back is delivered after all
    where the scan of the delivery comes in later than it was made.
    """
    return then in MAY_BECOME[now] or (now is not then and {now, then} <= _ON_THE_ROAD)


def _by_time(stop: Stop) -> tuple[datetime, int, str, str, str]:
    return stop.at, _LATER_IF_AT_ONCE[stop.status], stop.code, stop.text, stop.location


def _same_day(one: Stop, other: Stop, zone: ZoneInfo) -> bool:
    return one.at.astimezone(zone).date() == other.at.astimezone(zone).date()


def standing_of(
    status: ShipmentStatus,
    moments: Mapping[str, datetime | None],
    stops: Iterable[Stop],
    zone: ZoneInfo,
) -> Stop | None:
    """Return where a parcel stands for other reasons than its scans; `None` where they say it.

    Args:
        status: Where it stands.
        moments: The parcel's columns of `MOMENTS`, `last_scan_at` and `created_at`.
        stops: The scans it had so far.
        zone: The shop's.
    """
    if follow(stops, zone).status is status:
        return None
    own, scanned = moments[MOMENTS[status]] if status in MOMENTS else None, moments["last_scan_at"]
    since = own or scanned or moments["created_at"]
    assert since is not None, "A parcel was made at some time."
    if status in _OVER:
        # What arrived was there when it was last scanned; never scanned, it was so all along.
        since = min(since, scanned) if scanned else _ALL_ALONG
    return Stop(at=since, status=status)


def cash_after(
    method: PaymentMethod, paid: PaymentStatus, was: OrderStatus, becomes: OrderStatus
) -> PaymentStatus:
    """Return whether cash has come once an order moved: it is taken at the door, with delivery."""
    if method is not PaymentMethod.COD:
        return paid
    if becomes is OrderStatus.DELIVERED and paid is PaymentStatus.COD_PENDING:
        return PaymentStatus.COD_COLLECTED
    corrected = was is OrderStatus.DELIVERED and becomes is not OrderStatus.RETURNED
    if corrected and becomes is not was and paid is PaymentStatus.COD_COLLECTED:
        return PaymentStatus.COD_PENDING
    return paid
