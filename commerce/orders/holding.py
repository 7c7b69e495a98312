"""Holding an order back before it goes out, and letting it go again."""

from dataclasses import replace

from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import Refused
from commerce.money import Money
from commerce.orders import changing, queries, rules, standing
from commerce.orders.standing import Standing
from commerce.records import audit, happened
from commerce.vocabulary import OrderStatus, ShipmentStatus


def plan_hold(ctx: Context, order: str, reason: str | None = None) -> Change:
    """Say what holding an order would change, without changing it.

    Raises:
        NotFound: No such order of this shop.
        Ambiguous: Several orders fit.
        Refused: It is held already, the courier has it, or it is finished.
    """
    ctx.require(Permission.ORDERS_WRITE)
    return _change(ctx, _holdable(ctx, order, lock=False), reason)


def hold(ctx: Context, order: str, reason: str | None = None) -> Change:
    """Hold an order back so that it is not packed or handed over.

    Raises:
        NotFound: No such order of this shop.
        Ambiguous: Several orders fit.
        Refused: It is held already, the courier has it, or it is finished.
    """
    ctx.require(Permission.ORDERS_WRITE)
    found = _holdable(ctx, order, lock=True)
    change = _change(ctx, found, reason)
    why = change.after["hold_reason"]
    _write(ctx, found, change, why)
    happened(ctx, "order.held", change.subject, reason=why)
    audit(ctx, "hold_order", change, why=why)
    return standing.read_back(ctx, change)


def undo_hold(ctx: Context, change: Change) -> Change:
    """Let a held order go on from where it was.

    Raises:
        NotFound: No such order of this shop.
        Refused: It has moved on since.
    """
    ctx.require(Permission.ORDERS_WRITE)
    found = standing.unmoved(ctx, change)
    back = replace(change, before=change.after, after=change.before, undo_for=None, warnings=())
    _write(ctx, found, back, ctx.say("order-reason-undone"))
    happened(ctx, "order.hold_undone", change.subject)
    audit(ctx, "undo_hold_order", back)
    return standing.read_back(ctx, back)


def plan_release(ctx: Context, order: str) -> Change:
    """Say what letting a held order go on would change, without changing it.

    Raises:
        NotFound: No such order of this shop.
        Ambiguous: Several orders fit.
        Refused: It is not held.
    """
    ctx.require(Permission.ORDERS_WRITE)
    return _release_of(ctx, _held(ctx, order, lock=False))


def release(ctx: Context, order: str) -> Change:
    """Let a held order go on from where it was before.

    Raises:
        NotFound: No such order of this shop.
        Ambiguous: Several orders fit.
        Refused: It is not held.
    """
    ctx.require(Permission.ORDERS_WRITE)
    found = _held(ctx, order, lock=True)
    change = _release_of(ctx, found)
    _write(ctx, found, change, ctx.say("order-reason-released"))
    happened(ctx, "order.released", change.subject)
    audit(ctx, "release_order", change)
    return standing.read_back(ctx, change)


def undo_release(ctx: Context, change: Change) -> Change:
    """Hold an order again that was let go on, for the same reason.

    Raises:
        NotFound: No such order of this shop.
        Refused: It has moved on since.
    """
    ctx.require(Permission.ORDERS_WRITE)
    found = standing.unmoved(ctx, change)
    back = replace(change, before=change.after, after=change.before, undo_for=None, warnings=())
    _write(ctx, found, back, ctx.say("order-reason-undone"))
    happened(ctx, "order.release_undone", change.subject)
    audit(ctx, "undo_release_order", back)
    return standing.read_back(ctx, back)


def _held(ctx: Context, order: str, *, lock: bool) -> Standing:
    found = standing.find(ctx, order, lock=lock)
    if why_not := changing.why_not_release(found.status):
        status = ctx.say(f"order-status-{found.status}")
        raise Refused(why_not, number=found.row.number, status=status)
    return found


def _release_of(ctx: Context, found: Standing) -> Change:
    row = found.row
    before = [status for _, status, _ in queries.history(ctx, row.id)]
    return Change(
        subject_kind="order",
        subject=row.number,
        before={"status": row.status, "hold_reason": row.hold_reason},
        after={"status": changing.status_before_hold(before).value, "hold_reason": None},
        at_stake=Money(row.total_minor, row.currency),
        undo_for=changing.UNDO_RELEASE_FOR,
    )


def _holdable(ctx: Context, order: str, *, lock: bool) -> Standing:
    found = standing.find(ctx, order, lock=lock)
    if why_not := rules.why_not_hold(found.status, found.parcels.values()):
        raise Refused(
            why_not, number=found.row.number, status=ctx.say(f"order-status-{found.status}")
        )
    return found


def _change(ctx: Context, found: Standing, reason: str | None) -> Change:
    row = found.row
    return Change(
        subject_kind="order",
        subject=row.number,
        before={"status": row.status, "hold_reason": row.hold_reason},
        after={
            "status": OrderStatus.ON_HOLD.value,
            "hold_reason": reason or ctx.say("order-reason-held-in-chat"),
        },
        at_stake=Money(row.total_minor, row.currency),
        undo_for=rules.UNDO_HOLD_FOR,
        warnings=tuple(
            ctx.say("order-warning-on-the-pickup-list", awb=awb)
            for awb, status in found.parcels.items()
            if status is ShipmentStatus.MANIFESTED
        ),
    )


def _write(ctx: Context, found: Standing, change: Change, reason: str) -> None:
    found.row.status = change.after["status"]
    found.row.hold_reason = change.after["hold_reason"]
    queries.add_history(ctx, found.row.id, OrderStatus(change.after["status"]), reason)
