"""The customer's own word that an order is wanted and its address right, and taking it back."""

from dataclasses import replace
from typing import Any, Final

from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import Refused
from commerce.money import Money
from commerce.orders import changing, queries, rules, standing
from commerce.orders.standing import Standing
from commerce.records import audit, happened
from commerce.vocabulary import OrderStatus

CONFIRMED: Final = "customer-confirmed"
"""The tag of an order whose customer said so."""


def plan_customers_word(ctx: Context, order: str) -> Change:
    """Say what the customer's word would change: a pending order is confirmed, another is tagged.

    Raises:
        NotFound: No such order of this shop, or of this customer.
        Refused: It was confirmed by them before, or has left, or is over.
    """
    ctx.require(Permission.ORDERS_WRITE)
    return _change(ctx, _waiting(ctx, order, lock=False))


def customers_word(ctx: Context, order: str) -> Change:
    """Write down that the customer wants an order and that its address is right.

    Raises:
        NotFound: No such order of this shop, or of this customer.
        Refused: As `plan_customers_word`.
    """
    ctx.require(Permission.ORDERS_WRITE)
    found = _waiting(ctx, order, lock=True)
    change = _change(ctx, found)
    _become(ctx, found, change.after, ctx.say("order-reason-customer-confirmed"))
    happened(ctx, "order.customer_confirmed", change.subject)
    audit(ctx, "confirm_my_order", change)
    return _read_back(ctx, change)


def undo_customers_word(ctx: Context, change: Change) -> Change:
    """Take the customer's word back.

    Raises:
        NotFound: No such order.
        Refused: It has moved on since.
    """
    ctx.require(Permission.ORDERS_WRITE)
    found = standing.of_number(ctx, change.subject, lock=True)
    if _state(found) != change.after:
        status = ctx.say(f"order-status-{found.status}")
        raise Refused("error-order-moved-on", number=change.subject, status=status)
    back = replace(change, before=change.after, after=change.before, undo_for=None)
    _become(ctx, found, back.after, ctx.say("order-reason-undone"))
    happened(ctx, "order.customer_confirm_undone", change.subject)
    audit(ctx, "undo_confirm_my_order", back)
    return _read_back(ctx, back)


def _waiting(ctx: Context, order: str, *, lock: bool) -> Standing:
    found = standing.find(ctx, order, lock=lock)
    number = found.row.number
    if found.status not in rules.UNSHIPPED or rules.is_handed_over(found.parcels.values()):
        status = ctx.say(f"order-status-{found.status}")
        raise Refused("error-own-confirm-late", number=number, status=status)
    if CONFIRMED in found.row.tags:
        raise Refused("error-own-confirmed-already", number=number)
    return found


def _change(ctx: Context, found: Standing) -> Change:
    row, before = found.row, _state(found)
    pending = found.status is OrderStatus.PENDING
    status = OrderStatus.CONFIRMED if pending else found.status
    return Change(
        subject_kind="order", subject=row.number, before=before,
        after={"status": status.value, "tags": [*before["tags"], CONFIRMED]},
        at_stake=Money(row.total_minor, row.currency), undo_for=changing.UNDO_CONFIRM_FOR,
    )  # fmt: skip


def _become(ctx: Context, found: Standing, state: dict[str, Any], reason: str) -> None:
    found.row.status, found.row.tags = state["status"], state["tags"]
    queries.add_history(ctx, found.row.id, OrderStatus(state["status"]), reason)


def _state(found: Standing) -> dict[str, Any]:
    return {"status": found.row.status, "tags": [str(tag) for tag in found.row.tags]}


def _read_back(ctx: Context, change: Change) -> Change:
    ctx.session.flush()
    return replace(change, after=_state(standing.of_number(ctx, change.subject, lock=False)))
