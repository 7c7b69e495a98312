"""Parcels: which one is meant, where it is, which are late or stuck, what became of them."""

from collections.abc import Iterable
from datetime import timedelta

from commerce.access import Permission
from commerce.context import Context
from commerce.errors import Ambiguous, NotFound
from commerce.parcels import queries, rules
from commerce.parcels.rules import AWAITED
from commerce.parcels.types import (
    Lateness,
    LateParcels,
    NamedOrder,
    OpenNdr,
    Parcel,
    ParcelList,
    ParcelMoment,
    ParcelOutcome,
    ParcelPayment,
    ParcelSearch,
    ParcelSort,
    Scan,
    TrackedParcel,
    Tracking,
)
from commerce.vocabulary import CourierType

__all__ = [
    "AWAITED",
    "LateParcels",
    "Lateness",
    "NamedOrder",
    "OpenNdr",
    "Parcel",
    "ParcelList",
    "ParcelMoment",
    "ParcelOutcome",
    "ParcelPayment",
    "ParcelSearch",
    "ParcelSort",
    "Scan",
    "TrackedParcel",
    "Tracking",
    "find",
    "find_courier",
    "find_one",
    "late_parcels",
    "lateness_of",
    "open_ndr_of",
    "order_named",
    "parcels_of",
    "track",
]

CHOICES = 5
"""How many orders or parcels a question back offers."""


def order_named(ctx: Context, text: str) -> NamedOrder:
    """Return the order a number means, however it is written.

    Tolerates `#`, "order no.", case, spaces, and the shop's own prefix or zeros left out. What
    fits nothing is looked for at the end of recent numbers. A customer finds only their own.

    Raises:
        NotFound: No such order of this shop, or of this customer.
        Ambiguous: Several orders fit.
    """
    _require_reader(ctx)
    forms = rules.written_forms(text)
    if not forms:
        raise NotFound("error-order-not-found", number=text)
    found = queries.orders_numbered(ctx, forms)
    for form in forms:
        if exact := [order for order in found if order.number == form]:
            return exact[0]
    found = _in_the_shops_shapes(ctx, text) or _ending(ctx, forms)
    if not found:
        raise NotFound("error-order-not-found", number=forms[0])
    if len(found) > 1:
        choices = tuple((order.number, order.number) for order in found[:CHOICES])
        raise Ambiguous("error-order-ambiguous", choices, number=forms[0])
    return found[0]


def parcels_of(ctx: Context, order_id: int) -> tuple[Parcel, ...]:
    """Return the parcels of an order, the oldest first; none where it is not the actor's."""
    _require_reader(ctx)
    return tuple(queries.parcels_of(ctx, order_id))


def open_ndr_of(ctx: Context, parcels: Iterable[Parcel]) -> OpenNdr | None:
    """Return the open case of the first of these parcels that has one."""
    _require_reader(ctx)
    cases = queries.open_ndr_of(ctx, [parcel.id for parcel in parcels])
    return next(iter(cases.values()), None)


def find_one(ctx: Context, text: str) -> Parcel:
    """Return the one parcel that an AWB or an order number means.

    Raises:
        NotFound: No such parcel or order, or nothing of the order was packed yet.
        Ambiguous: The order has several parcels.
    """
    order, parcels = _meant(ctx, text)
    if not parcels:
        raise NotFound("error-parcel-not-packed", number=order.number)
    if len(parcels) > 1:
        choices = tuple((p.awb, p.awb) for p in parcels[:CHOICES])
        raise Ambiguous("error-parcel-ambiguous", choices, number=order.number)
    return parcels[0]


def find_courier(text: str) -> CourierType:
    """Return the courier a name means.

    Raises:
        NotFound: None is called so; the message names those there are.
    """
    courier = rules.courier_named(text)
    if courier is None:
        known = ", ".join(courier.value for courier in CourierType)
        raise NotFound("error-courier-not-found", courier=text, known=known)
    return courier


def track(ctx: Context, text: str) -> Tracking:
    """Return the way of one parcel (by AWB) or of all parcels of an order (by its number).

    Raises:
        NotFound: No such parcel or order of this shop, or of this customer.
        Ambiguous: Several orders fit.
    """
    order, parcels = _meant(ctx, text)
    ids = [parcel.id for parcel in parcels]
    scans, cases = queries.scans_of(ctx, ids), queries.open_ndr_of(ctx, ids)
    tracked = (
        TrackedParcel(
            parcel=parcel,
            lateness=lateness_of(ctx, parcel),
            scans=tuple(scans.get(parcel.id, ())),
            ndr=cases.get(parcel.id),
        )
        for parcel in parcels
    )
    return Tracking(order_number=order.number, order_status=order.status, parcels=tuple(tracked))


def late_parcels(
    ctx: Context,
    *,
    days: int | None = None,
    courier: CourierType | None = None,
    limit: int = 10,
) -> LateParcels:
    """Return parcels past their promised time, or without a scan for days on the road.

    With `days`, those late or silent for at least so many; without, those late at all or silent
    for `rules.STUCK_DAYS`.
    """
    ctx.require(Permission.PARCELS_READ)
    count, late, value, first = queries.late(
        ctx,
        # Days late are rounded up: it is N days late once N - 1 days have passed.
        promised_before=ctx.now - timedelta(days=(days or 1) - 1),
        silent_since=ctx.now - timedelta(days=days or rules.STUCK_DAYS),
        courier=courier,
        limit=limit,
    )
    return LateParcels(
        count=count,
        late=late,
        value=value,
        parcels=tuple((parcel, lateness_of(ctx, parcel)) for parcel in first),
    )


def find(ctx: Context, search: ParcelSearch) -> ParcelList:
    """Return how many parcels fit, what their orders are worth, and the first of them."""
    ctx.require(Permission.PARCELS_READ)
    count, value = queries.count(ctx, search)
    rows = queries.some(ctx, search, count) if count > search.skip else []
    return ParcelList(count=count, value=value, parcels=tuple(rows))


def lateness_of(ctx: Context, parcel: Parcel) -> Lateness:
    """Measure a parcel now."""
    return rules.lateness(
        status=parcel.status,
        promised_at=parcel.promised_at,
        delivered_at=parcel.delivered_at,
        last_sign=parcel.last_scan_at or parcel.created_at,
        now=ctx.now,
    )


def _meant(ctx: Context, text: str) -> tuple[NamedOrder, list[Parcel]]:
    """Return the order, and of its parcels the one with this AWB or else all."""
    _require_reader(ctx)
    awbs = rules.written_forms(text)
    if awbs and (orders := queries.orders_with_awb(ctx, awbs)):
        parcels = queries.parcels_of(ctx, orders[0].id)
        return orders[0], [parcel for parcel in parcels if parcel.awb in awbs]
    try:
        order = order_named(ctx, text)
    except NotFound as error:
        raise NotFound("error-parcel-not-found", **error.values) from None
    return order, queries.parcels_of(ctx, order.id)


def _in_the_shops_shapes(ctx: Context, text: str) -> list[NamedOrder]:
    shapes = {rules.shape(number): number for number in queries.latest_numbers(ctx)}
    numbers = rules.in_shapes(text, shapes.values())
    return queries.orders_numbered(ctx, numbers) if numbers else []


def _ending(ctx: Context, forms: tuple[str, ...]) -> list[NamedOrder]:
    """Return recent orders that end with what was said, where that is long enough to tell."""
    ending = forms[0]
    if len(ending) < 3 or not ending.isdigit():
        return []
    return queries.orders_ending(ctx, ending, CHOICES + 1)


def _require_reader(ctx: Context) -> None:
    """Let staff read parcels and customers their own; nobody else."""
    if ctx.actor.customer_id is not None:
        ctx.require(Permission.OWN_ORDERS)
    else:
        ctx.require(Permission.PARCELS_READ)
