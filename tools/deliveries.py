"""What goes out to people on messengers, in chat: what was given up, why, and trying it again."""

from typing import Any

from commerce import deliveries, messaging
from commerce.access import Permission
from commerce.context import Context
from commerce.deliveries import Delivery, DeliveryLot, DeliveryStatus
from tools import facts
from tools.arguments import Limit, Quantity
from tools.base import Arguments, Effect, Preview, ToolResult, tool
from tools.cards import Button, Column, Difference, TableCard, Tap

_COLUMNS = ("number", "channel", "to", "says", "tries", "next", "why")


class ListDeliveries(Arguments):
    """Which messages that go out by WhatsApp, SMS, e-mail, Slack or Telegram."""

    lot: DeliveryLot = DeliveryLot.GIVEN_UP
    limit: Limit = 20


@tool(Permission.SETTINGS_WRITE)
def list_deliveries(ctx: Context, args: ListDeliveries) -> ToolResult:
    """List messages to people that were given up (by default), wait, or were withheld, and why.

    For "which messages failed", "kaunse WhatsApp nahi gaye", "what waits to be sent". These are
    our messages on messengers; for parcels that failed to be delivered use list_ndr. To send
    again use resend_delivery.
    """
    counts = deliveries.counts(ctx)
    found = deliveries.lot(ctx, args.lot, args.limit)
    count = counts.get(DeliveryStatus(_STATUSES[args.lot]), 0)
    return ToolResult(
        facts={
            "lot": args.lot.value,
            "count": count,
            "by_status": {status.value: number for status, number in counts.items()},
            "shown": len(found),
            "messages": [_facts(ctx, one) for one in found],
        },
        says=ctx.say("deliveries-found", lot=args.lot.value, count=count),
        cards=(_table(ctx, args.lot, found),) if found else (),
    )


_STATUSES = {
    DeliveryLot.GIVEN_UP: "dead",
    DeliveryLot.WAITING: "waiting",
    DeliveryLot.WITHHELD: "withheld",
}


class ResendDelivery(Arguments):
    """Which message, by its number; without one, all that were given up."""

    number: Quantity | None = None


def _preview(ctx: Context, args: ResendDelivery) -> Preview:
    change = messaging.plan_resend(ctx, args.number)
    count = len(change.after["deliveries"])
    return Preview(
        title=ctx.say("deliveries-resend-title", number=args.number or 0, count=count),
        differences=(
            Difference(
                label=ctx.say("deliveries-column-state"),
                before=ctx.say("delivery-lot-given_up"),
                after=ctx.say("delivery-lot-waiting"),
            ),
        ),
        change=change,
    )


@tool(Permission.SETTINGS_WRITE, effect=Effect.WRITE, preview=_preview)
def resend_delivery(ctx: Context, args: ResendDelivery) -> ToolResult:
    """Send a message again that a messenger did not take: by its number, or all of them.

    For "resend message 4711", "jo message nahi gaye wo phir se bhejo". What the vendor took is not
    sent twice. To see which and why use list_deliveries; for another attempt at a parcel use
    request_reattempt.
    """
    change = messaging.send_again(ctx, args.number)
    count = len(change.after["deliveries"])
    return ToolResult(
        facts={"number": args.number, "count": count},
        says=ctx.say("deliveries-again", count=count),
        change=change,
    )


def _facts(ctx: Context, one: Delivery) -> dict[str, Any]:
    return {
        "number": one.number,
        "channel": one.channel,
        "to": one.to,
        "says": one.says,
        "tries": one.tries,
        "code": one.code,
        "why": one.why,
        "created_at": facts.moment(ctx, one.created_at),
        "next_at": facts.moment(ctx, one.next_at),
    }


def _table(ctx: Context, lot: DeliveryLot, found: Any) -> TableCard:
    return TableCard(
        title=ctx.say(f"delivery-lot-{lot}"),
        columns=tuple(Column(label=ctx.say(f"deliveries-column-{name}")) for name in _COLUMNS),
        rows=tuple(_row(ctx, one) for one in found),
        taps=tuple(_again(ctx, one) for one in found) if lot is DeliveryLot.GIVEN_UP else (),
    )


def _row(ctx: Context, one: Delivery) -> tuple[str, ...]:
    next_at = ctx.say("deliveries-moment", at=ctx.local(one.next_at)) if one.next_at else ""
    why = f"{one.why} ({one.code})" if one.code and one.code not in one.why else one.why
    return (
        str(one.number), ctx.say("deliveries-channel", channel=one.channel), one.to, one.says,
        str(one.tries), next_at, why,
    )  # fmt: skip


def _again(ctx: Context, one: Delivery) -> Button:
    return Button(
        label=ctx.say("deliveries-button-again"),
        says=ctx.say("deliveries-button-again-says", number=one.number),
        tap=Tap(kind="call", tool="resend_delivery", arguments={"number": one.number}),
    )
