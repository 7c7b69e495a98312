"""Asking a customer to pay online, by a link that the payment provider sends."""

from dataclasses import replace
from typing import Any

from commerce import customers, outbox, settings
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.db.tables import PaymentRow
from commerce.errors import Refused
from commerce.money import Money
from commerce.orders import changing, payments, queries, rules, standing
from commerce.orders.standing import Standing
from commerce.ports import LinkRequest
from commerce.records import audit, happened
from commerce.vocabulary import PaymentStatus, SalesChannel, ShipmentStatus


def plan_link(ctx: Context, order: str, discount_percent: int = 0) -> Change:
    """Say what link would be sent, to whom, over how much, without sending it.

    Raises:
        NotFound: No such order of this shop.
        Ambiguous: Several orders fit.
        Refused: It is paid or finished, nobody can be reached, a link is out already, or the
            discount is more than the actor's role may give.
    """
    ctx.require(Permission.ORDERS_WRITE)
    return _change(ctx, _payable(ctx, order, lock=False), discount_percent)


def send_link(ctx: Context, order: str, discount_percent: int = 0) -> Change:
    """Have the payment provider send the customer a link to pay an order.

    The order stays as it is until the customer pays (`settling.settle_payments`): then it is paid,
    and the discount comes off its total.

    Raises:
        NotFound: No such order of this shop.
        Ambiguous: Several orders fit.
        Refused: As `plan_link`.
    """
    ctx.require(Permission.ORDERS_WRITE)
    found = _payable(ctx, order, lock=True)
    change = _change(ctx, found, discount_percent)
    link, row = change.after["payment_link"], found.row
    amount = Money(link["amount_minor"], row.currency)
    asked = payments.add(
        ctx, row, payments.LINK, amount,
        taken_off=Money(link["discount_minor"], row.currency),
        expires_at=ctx.now + changing.LINK_FOR,
    )  # fmt: skip
    name, phone, email = payments.reachable(ctx, row)
    request = LinkRequest(
        key=asked.request_key, order=row.number, amount=amount, name=name, phone=phone,
        email=email, expires_at=ctx.now + changing.LINK_FOR,
    )  # fmt: skip
    outbox.put(
        ctx, outbox.PAYMENTS, outbox.LINK, outbox.payload_of_payment(request), asked.request_key
    )
    reason = ctx.say("order-reason-link", amount=amount)
    queries.add_history(ctx, row.id, found.status, reason)
    happened(ctx, "order.link_asked", change.subject, key=asked.request_key, minor=amount.minor)
    audit(ctx, "send_payment_link", change, why=reason)
    ctx.session.flush()
    return replace(change, after={"payment_link": _as_is(ctx, asked, link)})


def _payable(ctx: Context, order: str, *, lock: bool) -> Standing:
    found = standing.find(ctx, order, lock=lock)
    row = found.row
    if why_not := changing.why_not_link(found.status, PaymentStatus(row.payment_status)):
        status = ctx.say(f"order-status-{found.status}")
        raise Refused(why_not, number=row.number, status=status)
    if ctx.ports.payments is None:
        raise Refused("error-payments-not-connected")
    if (out := payments.live_link(ctx, row.id)) is not None and out.expires_at is not None:
        amount = Money(out.amount_minor, row.currency)
        until = ctx.local(out.expires_at)
        raise Refused("error-order-link-out", number=row.number, amount=amount, until=until)
    return found


def _change(ctx: Context, found: Standing, percent: int) -> Change:
    row = found.row
    most = changing.MOST_DISCOUNT_PERCENT.get(ctx.actor.role, 0)
    if ctx.actor.customer_id is not None:  # They take what the shop offers, and no more.
        most = settings.prepaid_discount(ctx.session, ctx.actor.shop_id)
    if percent > most:
        able = [r.value for r, bound in changing.MOST_DISCOUNT_PERCENT.items() if bound >= percent]
        role = able[-1] if able else "none"
        raise Refused("error-order-discount", percent=percent, most=most, role=role)
    total = Money(row.total_minor, row.currency)
    off = changing.discount(total, percent)
    amount = total - off
    if amount.minor < changing.LEAST_PAYMENT:
        raise Refused("error-order-link-too-little", number=row.number)
    _, phone, email = payments.reachable(ctx, row)
    if phone is None and not email:
        raise Refused("error-order-link-nobody", number=row.number)
    link = {
        "amount_minor": amount.minor,
        "discount_minor": off.minor,
        "discount_percent": percent,
        "to": phone or email,
        "until": (ctx.now + changing.LINK_FOR).isoformat(),
    }
    return Change(
        subject_kind="order",
        subject=row.number,
        before={"payment_link": None},
        after={"payment_link": link},
        at_stake=off if off.minor else None,
        undo_for=None,
        warnings=_warnings(ctx, found),
    )


def _wants_messages(ctx: Context, customer_id: int) -> bool:
    said = customers.standing_of(ctx, customer_id, customers.Purpose.SERVICE)
    return said is not customers.Standing.WITHDRAWN


def _as_is(ctx: Context, stored: PaymentRow, link: dict[str, Any]) -> dict[str, Any]:
    """Return a link as it is stored."""
    return link | {
        "amount_minor": stored.amount_minor,
        "discount_minor": stored.discount_minor,
        "until": stored.expires_at.isoformat() if stored.expires_at else None,
    }


def _warnings(ctx: Context, found: Standing) -> tuple[str, ...]:
    row = found.row
    channel = SalesChannel(row.sales_channel)
    warnings = []
    if channel in changing.MARKETPLACES:
        name = ctx.say(f"sales-channel-{channel}")
        warnings.append(ctx.say("order-warning-link-there", channel=name))
    if ctx.actor.customer_id is None and not _wants_messages(ctx, row.customer_id):
        warnings.append(ctx.say("order-warning-link-unwanted"))
    if row.payment_status == PaymentStatus.COD_PENDING:
        warnings += [
            ctx.say("order-warning-courier-collects", awb=awb)
            for awb, status in found.parcels.items()
            if rules.is_handed_over([status]) and status is not ShipmentStatus.CANCELLED
        ]
    return tuple(warnings)
