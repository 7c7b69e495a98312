"""An order as a write finds it: where it stands, and where its parcels stand."""

from dataclasses import dataclass, replace
from typing import Any

from commerce import parcels
from commerce.changes import Change
from commerce.context import Context
from commerce.db.tables import OrderRow
from commerce.errors import NotFound, Refused
from commerce.orders import queries
from commerce.vocabulary import OrderStatus, ShipmentStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One order, ready to be decided about."""

    row: OrderRow
    parcels: dict[str, ShipmentStatus]
    """AWB → status."""

    @property
    def status(self) -> OrderStatus:
        """Where the order stands."""
        return OrderStatus(self.row.status)


def find(ctx: Context, order: str, *, lock: bool) -> Standing:
    """Return the order that was meant. `lock` holds it until the transaction ends.

    Raises:
        NotFound: No such order of this shop.
        Ambiguous: Several orders fit.
    """
    return of_number(ctx, parcels.order_named(ctx, order).number, lock=lock)


def of_number(ctx: Context, number: str, *, lock: bool) -> Standing:
    """Return the order of exactly this number.

    Raises:
        NotFound: No such order of this shop.
    """
    row = queries.row(ctx, number, lock=lock)
    if row is None:
        raise NotFound("error-order-not-found", number=number)
    return Standing(row=row, parcels=queries.parcel_statuses(ctx, row.id, lock=lock))


def unmoved(ctx: Context, change: Change) -> Standing:
    """Return the order that a change left, ready to be put back.

    Raises:
        NotFound: No such order of this shop.
        Refused: It has moved on since, so that putting it back would undo somebody else's work.
    """
    standing = of_number(ctx, change.subject, lock=True)
    if state(standing, change.after) != change.after:
        status = ctx.say(f"order-status-{standing.status}")
        raise Refused("error-order-moved-on", number=change.subject, status=status)
    return standing


def state(standing: Standing, like: dict[str, Any]) -> dict[str, Any]:
    """Return what a change speaks of, as it is now.

    Pieces kept for the order (`reserved`) are taken from `like`: shelves count them for all orders
    together, so that nothing can be compared. So is its payment `link`, which goes its own way with
    the provider (`closing`).
    """
    row = standing.row
    found = {
        "status": row.status,
        "hold_reason": row.hold_reason,
        "cancelled_at": row.cancelled_at.isoformat() if row.cancelled_at else None,
        "cancel_reason": row.cancel_reason,
        "parcels": {awb: str(standing.parcels.get(awb, "")) for awb in like.get("parcels", {})},
        "reserved": like.get("reserved"),
        "link": like.get("link"),
        "note": row.note,
        "payment_status": row.payment_status,
        "refunded_minor": row.refunded_minor,
    }
    return {key: found[key] for key in like}


def read_back(ctx: Context, change: Change) -> Change:
    """Write what waits to be written, and return the change with what is there now."""
    ctx.session.flush()
    found = of_number(ctx, change.subject, lock=False)
    return replace(change, after=state(found, change.after))
