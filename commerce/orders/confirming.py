"""Confirming an order, so that it may be packed, and taking that back."""

from dataclasses import replace

from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import Refused
from commerce.money import Money
from commerce.orders import changing, queries, rules, standing
from commerce.orders.standing import Standing
from commerce.records import audit, happened
from commerce.vocabulary import OrderStatus, PaymentMethod, PaymentStatus


def plan_confirm(ctx: Context, order: str) -> Change:
    """Say what confirming an order would change, without changing it.

    Raises:
        NotFound: No such order of this shop.
        Ambiguous: Several orders fit.
        Refused: It is confirmed already, held, or finished.
    """
    ctx.require(Permission.ORDERS_WRITE)
    return _change(ctx, _confirmable(ctx, order, lock=False))


def confirm(ctx: Context, order: str) -> Change:
    """Confirm an order that waits for it, so that it is packed next.

    Raises:
        NotFound: No such order of this shop.
        Ambiguous: Several orders fit.
        Refused: It is confirmed already, held, or finished.
    """
    ctx.require(Permission.ORDERS_WRITE)
    found = _confirmable(ctx, order, lock=True)
    change = _change(ctx, found)
    found.row.status = OrderStatus.CONFIRMED.value
    queries.add_history(ctx, found.row.id, OrderStatus.CONFIRMED, ctx.say("order-reason-confirmed"))
    happened(ctx, "order.confirmed", change.subject)
    audit(ctx, "confirm_order", change)
    return standing.read_back(ctx, change)


def undo_confirm(ctx: Context, change: Change) -> Change:
    """Let a confirmed order wait again.

    Raises:
        NotFound: No such order of this shop.
        Refused: It has moved on since.
    """
    ctx.require(Permission.ORDERS_WRITE)
    found = standing.unmoved(ctx, change)
    back = replace(change, before=change.after, after=change.before, undo_for=None, warnings=())
    found.row.status = back.after["status"]
    reason = ctx.say("order-reason-undone")
    queries.add_history(ctx, found.row.id, OrderStatus(back.after["status"]), reason)
    happened(ctx, "order.confirm_undone", change.subject)
    audit(ctx, "undo_confirm_order", back)
    return standing.read_back(ctx, back)


def _confirmable(ctx: Context, order: str, *, lock: bool) -> Standing:
    found = standing.find(ctx, order, lock=lock)
    if why_not := changing.why_not_confirm(found.status):
        status = ctx.say(f"order-status-{found.status}")
        raise Refused(why_not, number=found.row.number, status=status)
    return found


def _change(ctx: Context, found: Standing) -> Change:
    row = found.row
    unpaid = PaymentStatus(row.payment_status) in rules.UNPAID
    prepaid = PaymentMethod(row.payment_method) is not PaymentMethod.COD
    total = Money(row.total_minor, row.currency)
    return Change(
        subject_kind="order",
        subject=row.number,
        before={"status": row.status},
        after={"status": OrderStatus.CONFIRMED.value},
        at_stake=total,
        undo_for=changing.UNDO_CONFIRM_FOR,
        warnings=(ctx.say("order-warning-not-paid", total=total),) if unpaid and prepaid else (),
    )
