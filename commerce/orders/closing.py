"""Closing the payment link of an order that is called off, and letting it stand after all.

The provider is told only once the cancelling can no longer be undone, so that the link a customer
holds works again with its order. What is paid by it until then is taken note of like any payment
of a link (`settling.settle_payments`).
"""

from dataclasses import replace
from typing import Any

from commerce import outbox
from commerce.changes import Change
from commerce.context import Context
from commerce.db.tables import OrderRow, PaymentRow
from commerce.money import Money
from commerce.orders import payments, rules
from commerce.orders.changing import PaymentStanding
from commerce.ports import LinkClosing


def planned(ctx: Context, order: OrderRow) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """Return an order's open link before and after it is closed, or `None` where there is none."""
    link = payments.live_link(ctx, order.id)
    if link is None:
        return None
    return state(link), state(link) | {"status": PaymentStanding.CLOSED.value}


def warning(ctx: Context, order: OrderRow) -> str | None:
    """Return what to know of an order's open link before it is closed."""
    link = payments.live_link(ctx, order.id)
    if link is None:
        return None
    at = ctx.local(ctx.now + rules.UNDO_CANCEL_FOR)
    amount = Money(link.amount_minor, order.currency)
    return ctx.say("order-warning-link-closes", amount=amount, at=at)


def close(ctx: Context, order: OrderRow) -> dict[str, Any] | None:
    """Close an order's open link, and return it as it stands now.

    A provider that was not told of the link yet never hears of it.
    """
    link = payments.live_link(ctx, order.id)
    if link is None:
        return None
    link.status = PaymentStanding.CLOSED.value
    if not outbox.withdraw(ctx, link.request_key):
        closing = LinkClosing(
            key=_closing_key(link, ctx.now.timestamp()), link=link.request_key, order=order.number
        )
        outbox.put(
            ctx, outbox.PAYMENTS, outbox.CLOSE_LINK, outbox.payload_of_payment(closing),
            closing.key, not_before=ctx.now + rules.UNDO_CANCEL_FOR,
        )  # fmt: skip
    ctx.session.flush()
    return state(link)


def open_again(
    ctx: Context, before: dict[str, Any], closed_at: float
) -> tuple[dict[str, Any], str | None]:
    """Let a closed link stand again; return it as it is now, and what to know where it cannot.

    It cannot where the customer paid by it, its time is over, or the provider has closed it.
    """
    link = payments.of_key(ctx, before["key"])
    if link.status == PaymentStanding.PAID:
        return state(link), None
    if link.status == PaymentStanding.CLOSED and _take_back(ctx, link, closed_at):
        link.status = before["status"]
        ctx.session.flush()
        return state(link), None
    return state(link), ctx.say("order-warning-link-gone")


def opened_again(
    ctx: Context, change: Change, closed_at: float
) -> tuple[dict[str, Any] | None, str | None]:
    """Let the link that a change closed stand again; as `open_again`, and nothing without one."""
    before = change.before.get("link")
    return (None, None) if before is None else open_again(ctx, before, closed_at)


def with_link(change: Change, link: dict[str, Any] | None) -> Change:
    """Return a change with the link as it was read back."""
    return replace(change, after=change.after | {"link": link}) if link else change


def _take_back(ctx: Context, link: PaymentRow, closed_at: float) -> bool:
    """Have the provider told of the link again, or not of its closing; false where it knows."""
    withdrawn = outbox.withdraw(ctx, _closing_key(link, closed_at))
    return withdrawn or outbox.put_back(ctx, link.request_key)


def state(link: PaymentRow) -> dict[str, Any]:
    """Return a link as a change speaks of it."""
    return {
        "key": link.request_key,
        "status": link.status,
        "amount_minor": link.amount_minor,
        "discount_minor": link.discount_minor,
        "until": link.expires_at.isoformat() if link.expires_at else None,
    }


def _closing_key(link: PaymentRow, at: float) -> str:
    """Return what one closing of a link is known by; after an undo there may be another."""
    return f"close:{link.request_key}:{int(at)}"
