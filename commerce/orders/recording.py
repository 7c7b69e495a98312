"""Writing down that an order was paid outside of payment links, and taking that back.

Nothing moves any money: somebody saw it come in, by UPI, at the bank or in cash.
"""

from dataclasses import replace
from datetime import datetime
from typing import Any

from commerce import outbox
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import Refused
from commerce.money import Money
from commerce.orders import changing, closing, couriers, payments, queries, standing
from commerce.orders.changing import PaymentStanding
from commerce.orders.standing import Standing
from commerce.ports import CourierAction
from commerce.records import audit, happened
from commerce.vocabulary import OrderStatus, PaymentMethod, PaymentStatus

_NOTHING = CourierAction.COLLECT_NOTHING


def plan_payment(
    ctx: Context, order: str, method: PaymentMethod | None = None, reference: str | None = None
) -> Change:
    """Say what recording an order's payment would change, without changing it.

    Raises:
        NotFound: No such order of this shop.
        Ambiguous: Several orders fit.
        Refused: It is paid, or called off.
    """
    ctx.require(Permission.ORDERS_WRITE)
    return _change(ctx, _unpaid(ctx, order, lock=False), method, reference)


def record_payment(
    ctx: Context, order: str, method: PaymentMethod | None = None, reference: str | None = None
) -> Change:
    """Make an order paid in full, as somebody saw it; its link is closed, nothing is collected.

    Args:
        ctx: Who saw it.
        order: Its number.
        method: How; cash where it is `COD`. `None` is as it was to be paid, and of cash on
            delivery: cash where it is delivered, else some other way.
        reference: What finds it in the books, such as a UTR.

    Raises:
        NotFound: No such order of this shop.
        Ambiguous: Several orders fit.
        Refused: As `plan_payment`.
    """
    ctx.require(Permission.ORDERS_WRITE)
    found = _unpaid(ctx, order, lock=True)
    change = _change(ctx, found, method, reference)
    row = found.row
    link = closing.close(ctx, row)
    on_the_way = couriers.collecting(ctx.session, row)
    row.payment_status = change.after["payment_status"]
    row.payment_method = change.after["payment_method"]
    _collect(ctx, found, change.after.get("to_collect", {}))
    paid = payments.add(ctx, row, payments.RECORDED, Money(row.total_minor, row.currency))
    paid.status, paid.settled_at = PaymentStanding.PAID.value, ctx.now
    paid.reference = reference
    told = couriers.reachable(ctx.ports, on_the_way, _NOTHING).told
    couriers.tell(
        ctx.session, row, told, _NOTHING,
        once=_once(ctx.now), at=ctx.now + changing.UNDO_PAYMENT_FOR,
    )  # fmt: skip
    how = ctx.say(f"payment-method-{row.payment_method}")
    reason = ctx.say("order-reason-paid", method=how, reference=reference or "none")
    queries.add_history(ctx, row.id, found.status, reason)
    happened(ctx, "order.paid", change.subject, minor=row.total_minor, by_hand=True)
    audit(ctx, "record_payment", change, why=reason)
    ctx.session.flush()
    return closing.with_link(_read_back(ctx, change, key=paid.request_key), link)


def undo_payment(ctx: Context, change: Change) -> Change:
    """Make an order unpaid again whose payment was written down by mistake.

    Raises:
        NotFound: No such order of this shop.
        Refused: It has moved on since: refunded, or paid again.
    """
    ctx.require(Permission.ORDERS_WRITE)
    found = standing.of_number(ctx, change.subject, lock=True)
    wanted = {key: value for key, value in change.after.items() if key not in _APART}
    if _state(ctx, found, wanted) != wanted:
        status = ctx.say(f"order-status-{found.status}")
        raise Refused("error-order-moved-on", number=change.subject, status=status)
    row = found.row
    row.payment_status = change.before["payment_status"]
    row.payment_method = change.before["payment_method"]
    _collect(ctx, found, change.before.get("to_collect", {}))
    paid = payments.of_key(ctx, change.after["paid_by"])
    paid.status = PaymentStanding.CLOSED.value
    at = paid.created_at
    link, gone = closing.opened_again(ctx, change, at.timestamp())
    warned = (*_not_withdrawn(ctx, found, at), *((gone,) if gone else ()))
    back = replace(
        change, before=change.after, after=change.before, undo_for=None, warnings=warned
    )  # fmt: skip
    queries.add_history(ctx, row.id, found.status, ctx.say("order-reason-undone"))
    happened(ctx, "order.payment_undone", change.subject)
    audit(ctx, "undo_record_payment", back)
    ctx.session.flush()
    return closing.with_link(_read_back(ctx, back, key=None), link)


_APART = ("link", "paid_by", "reference")
"""What a change speaks of beside the order itself."""


def _unpaid(ctx: Context, order: str, *, lock: bool) -> Standing:
    found = standing.find(ctx, order, lock=lock)
    if why_not := changing.why_not_record(found.status, PaymentStatus(found.row.payment_status)):
        status = ctx.say(f"order-status-{found.status}")
        raise Refused(why_not, number=found.row.number, status=status)
    return found


def _change(
    ctx: Context, found: Standing, method: PaymentMethod | None, reference: str | None
) -> Change:
    row = found.row
    becomes = _method(found, method)
    here = payments.to_collect(ctx, row.id)
    links = closing.planned(ctx, row) or ({}, {})
    told = couriers.reachable(ctx.ports, couriers.collecting(ctx.session, row), _NOTHING)
    before: dict[str, Any] = {
        "payment_status": row.payment_status,
        "payment_method": row.payment_method,
        "to_collect": here,
        "link": links[0],
        "reference": None,
        "paid_by": None,
    }
    after: dict[str, Any] = {
        "payment_status": changing.paid_status(becomes, 0).value,
        "payment_method": becomes.value,
        "to_collect": dict.fromkeys(here, 0),
        "link": links[1],
        "reference": reference,
        "paid_by": None,
    }
    return Change(
        subject_kind="order",
        subject=row.number,
        before={key: value for key, value in before.items() if value != {}},
        after={key: value for key, value in after.items() if value != {}},
        at_stake=Money(row.total_minor, row.currency),
        undo_for=changing.UNDO_PAYMENT_FOR,
        warnings=(
            *couriers.warnings(ctx, told, "collect"),
            *((ctx.say("order-warning-link-useless"),) if links[0] else ()),
        ),
    )


def _method(found: Standing, said: PaymentMethod | None) -> PaymentMethod:
    """Return how an order was paid, where nobody says it."""
    was = PaymentMethod(found.row.payment_method)
    if said is not None:
        return said
    at_the_door = was is PaymentMethod.COD and found.status is not OrderStatus.DELIVERED
    return PaymentMethod.OTHER if at_the_door else was


def _collect(ctx: Context, found: Standing, wanted: dict[str, int]) -> None:
    payments.set_to_collect(ctx, found.row.id, wanted)


def _once(at: datetime) -> str:
    return str(int(at.timestamp()))


def _not_withdrawn(ctx: Context, found: Standing, at: datetime) -> tuple[str, ...]:
    """Take back what couriers were to be told, and say who was told already."""
    row = found.row
    return tuple(
        couriers.said(ctx.language, "collect", "again", parcel)
        for parcel in couriers.collecting(ctx.session, row)
        if not outbox.withdraw(ctx, couriers.key_of(row, parcel, _NOTHING, _once(at)))
    )


def _state(ctx: Context, found: Standing, like: dict[str, Any]) -> dict[str, Any]:
    row = found.row
    now = {
        "payment_status": row.payment_status,
        "payment_method": row.payment_method,
        "to_collect": payments.collected_by(ctx, row.id, like.get("to_collect", {})),
    }
    return {key: now[key] for key in like}


def _read_back(ctx: Context, change: Change, *, key: str | None) -> Change:
    """Return the change with what is there now; `key` is of the payment as it is kept."""
    found = standing.of_number(ctx, change.subject, lock=False)
    own = {name: value for name, value in change.after.items() if name not in _APART}
    return replace(change, after=change.after | _state(ctx, found, own) | {"paid_by": key})
