"""Giving money back. It is for good: the provider moves it, and nobody can call it back."""

from commerce import outbox
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import Refused
from commerce.money import Money
from commerce.orders import changing, payments, queries, rules, standing
from commerce.orders.standing import Standing
from commerce.ports import Refund
from commerce.records import audit, happened
from commerce.vocabulary import OrderStatus, PaymentMethod, PaymentStatus, SalesChannel


def plan_refund(ctx: Context, order: str, amount: Money | None = None) -> Change:
    """Say what giving money back would change, without changing it.

    `amount` is part of what was paid; `None` is all that was not given back yet.

    Raises:
        NotFound: No such order of this shop.
        Ambiguous: Several orders fit.
        Refused: Nothing was paid, or less than that; the message says what would work.
    """
    ctx.require(Permission.REFUNDS)
    found = _refundable(ctx, order, lock=False)
    return _change(ctx, found, _checked(found, amount))


def refund(ctx: Context, order: str, amount: Money | None = None) -> Change:
    """Ask the payment provider to give money back to the customer.

    It counts as given back at once, so that it is not given twice; where the provider refuses, the
    worker puts that right (`settling.settle_payments`).

    Raises:
        NotFound: No such order of this shop.
        Ambiguous: Several orders fit.
        Refused: As `plan_refund`.
    """
    ctx.require(Permission.REFUNDS)
    found = _refundable(ctx, order, lock=True)
    back = _checked(found, amount)
    change = _change(ctx, found, back)
    row = found.row
    asked = payments.add(ctx, row, payments.REFUND, back)
    row.refunded_minor = change.after["refunded_minor"]
    row.payment_status = change.after["payment_status"]
    total = Money(row.total_minor, row.currency)
    request = Refund(
        key=asked.request_key, order=row.number, amount=back, paid=total,
        link=payments.paid_link(ctx, row.id),
    )  # fmt: skip
    outbox.put(
        ctx, outbox.PAYMENTS, outbox.REFUND, outbox.payload_of_payment(request),
        asked.request_key,
    )  # fmt: skip
    reason = ctx.say("order-reason-refund", amount=back)
    queries.add_history(ctx, row.id, found.status, reason)
    happened(ctx, "order.refund_asked", change.subject, key=asked.request_key, minor=back.minor)
    audit(ctx, "refund_order", change, why=reason)
    return standing.read_back(ctx, change)


def _refundable(ctx: Context, order: str, *, lock: bool) -> Standing:
    found = standing.find(ctx, order, lock=lock)
    row = found.row
    if why_not := changing.why_not_refund(PaymentStatus(row.payment_status)):
        total = Money(row.total_minor, row.currency)
        raise Refused(why_not, number=row.number, total=total)
    if ctx.ports.payments is None:
        raise Refused("error-payments-not-connected")
    return found


def _checked(found: Standing, amount: Money | None) -> Money:
    """Return how much to give back, no more than is left of what was paid."""
    row = found.row
    left = changing.refundable(
        Money(row.total_minor, row.currency), Money(row.refunded_minor, row.currency),
        PaymentStatus(row.payment_status),
    )  # fmt: skip
    wanted = left if amount is None else amount
    if left.minor <= 0:
        raise Refused("error-order-refund-done", number=row.number, total=left)
    if wanted.minor < changing.LEAST_PAYMENT:
        raise Refused("error-order-refund-too-little", number=row.number, left=left)
    if wanted > left:
        raise Refused("error-order-refund-too-much", number=row.number, amount=wanted, left=left)
    return wanted


def _change(ctx: Context, found: Standing, back: Money) -> Change:
    row = found.row
    refunded = row.refunded_minor + back.minor
    whole = refunded >= row.total_minor
    becomes = PaymentStatus.REFUNDED if whole else PaymentStatus.PARTIALLY_REFUNDED
    return Change(
        subject_kind="order",
        subject=row.number,
        before={"payment_status": row.payment_status, "refunded_minor": row.refunded_minor},
        after={"payment_status": becomes.value, "refunded_minor": refunded},
        at_stake=back,
        undo_for=None,
        warnings=_warnings(ctx, found, whole=whole),
    )


def _warnings(ctx: Context, found: Standing, *, whole: bool) -> tuple[str, ...]:
    row = found.row
    channel = SalesChannel(row.sales_channel)
    warnings = []
    if channel in changing.MARKETPLACES:
        name = ctx.say(f"sales-channel-{channel}")
        warnings.append(ctx.say("order-warning-paid-there", channel=name))
    if PaymentMethod(row.payment_method) is PaymentMethod.COD:
        warnings.append(ctx.say("order-warning-paid-in-cash"))
    if whole and found.status in (*rules.UNSHIPPED, OrderStatus.SHIPPED):
        warnings.append(ctx.say("order-warning-still-coming", number=row.number))
    return tuple(warnings)
