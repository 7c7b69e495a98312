"""Cancelling an order that no courier has, and taking that back."""

from collections import Counter
from dataclasses import replace
from datetime import datetime

from commerce import inventory
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import Refused
from commerce.inventory import Reservation
from commerce.money import Money
from commerce.orders import closing, queries, rules, standing
from commerce.orders.standing import Standing
from commerce.records import audit, happened
from commerce.vocabulary import OrderStatus, PaymentStatus, ShipmentStatus


def plan_cancel(ctx: Context, order: str, reason: str | None = None) -> Change:
    """Say what cancelling an order would change, without changing it.

    Raises:
        NotFound: No such order of this shop.
        Ambiguous: Several orders fit.
        Refused: The courier has it, or it is finished; the message says what would work instead.
    """
    ctx.require(Permission.ORDERS_WRITE)
    found = _cancellable(ctx, order, lock=False)
    return _change(ctx, found, _kept(ctx, found, lock=False), reason)


def cancel(ctx: Context, order: str, reason: str | None = None) -> Change:
    """Cancel an order that no courier has: give its stock back, call off its parcels and its link.

    Nothing is refunded by this.

    Raises:
        NotFound: No such order of this shop.
        Ambiguous: Several orders fit.
        Refused: The courier has it, or it is finished; the message says what would work instead.
    """
    ctx.require(Permission.ORDERS_WRITE)
    found = _cancellable(ctx, order, lock=True)
    kept = _kept(ctx, found, lock=True)
    change = _change(ctx, found, kept, reason)
    why = change.after["cancel_reason"]

    found.row.status = OrderStatus.CANCELLED.value
    found.row.cancelled_at = ctx.now
    found.row.cancel_reason = why
    queries.set_parcel_statuses(ctx, change.after.get("parcels", {}))
    inventory.release(ctx, kept)
    link = closing.close(ctx, found.row)
    queries.add_history(ctx, found.row.id, OrderStatus.CANCELLED, why)
    happened(ctx, "order.cancelled", change.subject, reason=why)
    audit(ctx, "cancel_order", change, why=why)
    return closing.with_link(standing.read_back(ctx, change), link)


def undo_cancel(ctx: Context, change: Change) -> Change:
    """Make a cancelled order what it was, its parcels and its stock with it.

    Raises:
        NotFound: No such order of this shop.
        Refused: It has moved on since.
    """
    ctx.require(Permission.ORDERS_WRITE)
    found = standing.unmoved(ctx, change)
    found.row.status = change.before["status"]
    found.row.cancelled_at = None
    found.row.cancel_reason = None
    queries.set_parcel_statuses(ctx, change.before.get("parcels", {}))
    oversold = inventory.reserve_again(ctx, change.before.get("reserved", {}))
    closed_at = datetime.fromisoformat(change.after["cancelled_at"])
    link, gone = closing.opened_again(ctx, change, closed_at.timestamp())
    warnings = [ctx.say("order-warning-oversold", place=place) for place in oversold]
    back = replace(
        change,
        before=change.after,
        after=change.before,
        undo_for=None,
        warnings=(*warnings, gone) if gone else tuple(warnings),
    )
    reason = ctx.say("order-reason-undone")
    queries.add_history(ctx, found.row.id, OrderStatus(change.before["status"]), reason)
    happened(ctx, "order.cancel_undone", change.subject)
    audit(ctx, "undo_cancel_order", back)
    return closing.with_link(standing.read_back(ctx, back), link)


def _cancellable(ctx: Context, order: str, *, lock: bool) -> Standing:
    found = standing.find(ctx, order, lock=lock)
    if why_not := rules.why_not_cancel(found.status, found.parcels.values()):
        raise Refused(why_not, number=found.row.number)
    return found


def _kept(ctx: Context, found: Standing, *, lock: bool) -> tuple[Reservation, ...]:
    """Return the pieces that shelves keep for the order."""
    pieces: Counter[int] = Counter()
    for line in queries.lines(ctx, found.row.id):
        if line.variant_id is not None:
            pieces[line.variant_id] += line.quantity
    packed_at = queries.packed_at(ctx, found.row.id)
    return inventory.reservations(ctx, pieces, warehouse_id=packed_at, lock=lock)


def _change(
    ctx: Context, found: Standing, kept: tuple[Reservation, ...], reason: str | None
) -> Change:
    row = found.row
    live = {awb: s.value for awb, s in found.parcels.items() if s is not ShipmentStatus.CANCELLED}
    links = closing.planned(ctx, row) or ({}, {})
    places = {share.place: share.quantity for share in kept}
    before = {
        "status": row.status,
        "cancelled_at": None,
        "parcels": live,
        "reserved": places,
        "link": links[0],
        "cancel_reason": None,
    }
    after = {
        "status": OrderStatus.CANCELLED.value,
        "cancelled_at": ctx.now.isoformat(),
        "parcels": dict.fromkeys(live, ShipmentStatus.CANCELLED.value),
        "reserved": dict.fromkeys(places, 0),
        "link": links[1],
        "cancel_reason": reason or ctx.say("order-reason-cancelled-in-chat"),
    }
    return Change(
        subject_kind="order",
        subject=row.number,
        before={key: value for key, value in before.items() if value != {}},
        after={key: value for key, value in after.items() if value != {}},
        at_stake=Money(row.total_minor, row.currency),
        undo_for=rules.UNDO_CANCEL_FOR,
        warnings=_warnings(ctx, found),
    )


def _warnings(ctx: Context, found: Standing) -> tuple[str, ...]:
    row = found.row
    paid = Money(row.total_minor - row.refunded_minor, row.currency)
    warnings = [
        ctx.say("order-warning-on-the-pickup-list", awb=awb)
        for awb, status in found.parcels.items()
        if status is ShipmentStatus.MANIFESTED
    ]
    if PaymentStatus(row.payment_status) in rules.PAID and paid.minor > 0:
        warnings.insert(0, ctx.say("order-warning-paid", paid=paid))
    if link := closing.warning(ctx, row):
        warnings.append(link)
    return tuple(warnings)
