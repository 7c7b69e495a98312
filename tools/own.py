"""What customers may ask and do themselves: their orders, and another day for a parcel."""

from datetime import timedelta
from typing import Any

from commerce import ndr
from commerce.access import Permission
from commerce.context import Context
from commerce.ndr import OwnOrder, OwnOrders, OwnParcel, Reattempt
from commerce.periods import Period as Days
from commerce.vocabulary import DeliverySlot, ShipmentStatus
from tools import facts
from tools.arguments import Day, Kind, Limit, Parcel, Period
from tools.base import Arguments, Effect, Mention, Preview, ToolResult, tool
from tools.cards import Button, Difference, Line, OrderCard, Tap
from tools.ndr import scheduled, written


class MyOrders(Arguments):
    """Which of the customer's orders."""

    period: Period | None = None
    limit: Limit = 5


@tool(Permission.OWN_ORDERS)
def my_orders(ctx: Context, args: MyOrders) -> ToolResult:
    """Show the customer who asks their own orders and parcels, the latest first.

    For "my orders", "what have I ordered", "where is my order" without a number. With a number
    prefer track_parcel. To have an undelivered parcel come again use choose_redelivery.
    """
    period = facts.resolved(ctx, args.period)
    found = ndr.my_orders(ctx, period=period, limit=args.limit)
    return ToolResult(
        facts={
            "period": facts.days_of(period),
            "count": found.count,
            "shown": len(found.orders),
            "orders": [_order_facts(ctx, own) for own in found.orders],
        },
        says=_found(ctx, period, found),
        cards=tuple(_card(ctx, own) for own in found.orders),
        mentions=tuple(
            Mention(kind=Kind.ORDER, id=own.order.number, label=", ".join(own.titles))
            for own in found.orders
        ),
    )


class ChooseRedelivery(Arguments):
    """On which day the customer wants the undelivered parcel."""

    on: Day
    slot: DeliverySlot | None = None
    parcel: Parcel | None = None


def _preview_redelivery(ctx: Context, args: ChooseRedelivery) -> Preview:
    awb = ndr.find_own_case(ctx, args.parcel).awb
    change = ndr.plan_reattempt(ctx, awb, Reattempt(on=args.on, slot=args.slot))
    return Preview(
        title=ctx.say("own-redelivery-title", awb=change.subject),
        differences=(
            Difference(
                label=ctx.say("own-difference-day"),
                before=scheduled(ctx, change.before),
                after=scheduled(ctx, change.after),
            ),
        ),
        change=change,
    )


@tool(
    Permission.OWN_DELIVERY,
    effect=Effect.WRITE,
    preview=_preview_redelivery,
    undo=ndr.undo_reattempt,
)
def choose_redelivery(ctx: Context, args: ChooseRedelivery) -> ToolResult:
    """Let the customer who asks choose the day on which an undelivered parcel of theirs comes.

    For "deliver it tomorrow evening", "kal shaam ko bhej do". Without a parcel it is the one that
    waits. To see which parcels wait use my_orders.
    """
    awb = ndr.find_own_case(ctx, args.parcel).awb
    change = ndr.reattempt(ctx, awb, Reattempt(on=args.on, slot=args.slot))
    when = scheduled(ctx, change.after)
    return written(change, ctx.say("own-redelivery-chosen", awb=change.subject, when=when))


def _found(ctx: Context, period: Days | None, found: OwnOrders) -> str:
    waiting = sum(_undecided(parcel) for own in found.orders for parcel in own.parcels)
    sentence = ctx.say(
        "own-found",
        count=found.count,
        waiting=waiting,
        first=period.first_day if period else "none",
        last=period.last_day if period else "none",
    )
    if not found.orders:
        return sentence
    latest = found.orders[0]
    state = _state(ctx, latest)
    return f"{sentence}\n{ctx.say('own-latest', number=latest.order.number, state=state)}"


def _undecided(parcel: OwnParcel) -> bool:
    return parcel.waits and parcel.reattempt_on is None


def _state(ctx: Context, own: OwnOrder) -> str:
    """Return where an order stands, in plain words: its latest parcel, or the order itself."""
    if not own.parcels:
        return ctx.say("own-state-order", status=own.order.status.value)
    return _parcel_state(ctx, own.parcels[-1])


def _parcel_state(ctx: Context, parcel: OwnParcel) -> str:
    if parcel.waits and parcel.reattempt_on is not None:
        slot = parcel.reattempt_slot or "none"
        when = ctx.say("ndr-when", day=parcel.reattempt_on, slot=slot)
        return ctx.say("own-state-again", when=when)
    on = parcel.delivered_at or parcel.promised_at
    hopeless = parcel.status is not ShipmentStatus.DELIVERED and on is not None and on < ctx.now
    day = "none" if on is None or hopeless else ctx.local(on).date()
    return ctx.say("own-state-parcel", status=parcel.status.value, on=day)


def _order_facts(ctx: Context, own: OwnOrder) -> dict[str, Any]:
    order = own.order
    return {
        "order": order.number,
        "placed_at": facts.moment(ctx, order.placed_at),
        "status": order.status.value,
        "total_rupees": facts.rupees(order.total),
        "payment": order.payment_method.value,
        "payment_status": order.payment_status.value,
        "what": list(own.titles),
        "parcels": [
            {
                "parcel": parcel.awb,
                "courier": parcel.courier.value,
                "status": parcel.status.value,
                "promised_at": facts.moment(ctx, parcel.promised_at),
                "delivered_at": facts.moment(ctx, parcel.delivered_at),
                "may_choose_a_day": parcel.waits,
                "reattempt_on": parcel.reattempt_on.isoformat() if parcel.reattempt_on else None,
            }
            for parcel in own.parcels
        ],
    }


def _card(ctx: Context, own: OwnOrder) -> OrderCard:
    order = own.order
    payment = ctx.say(
        "own-payment",
        method=order.payment_method.value,
        status=order.payment_status.value,
        total=order.total,
    )
    placed = ctx.say("ndr-day", day=ctx.local(order.placed_at).date())
    lines = [("what", ", ".join(own.titles)), ("placed", placed), ("payment", payment)]
    lines += [("parcel", parcel.awb) for parcel in own.parcels]
    state = _state(ctx, own)
    return OrderCard(
        number=order.number,
        status=state[:1].upper() + state[1:],
        tone="warn" if any(_undecided(parcel) for parcel in own.parcels) else "plain",
        total=ctx.say("own-total", total=order.total),
        lines=tuple(Line(label=ctx.say(f"own-line-{name}"), value=v) for name, v in lines if v),
        buttons=tuple(_buttons(ctx, own)),
    )


def _buttons(ctx: Context, own: OwnOrder) -> list[Button]:
    number = own.order.number
    buttons = []
    if own.parcels:
        buttons.append(
            Button(
                label=ctx.say("own-button-track"),
                says=ctx.say("own-button-track-says", number=number),
                tap=Tap(kind="call", tool="track_parcel", arguments={"parcel": number}),
            )
        )
    for parcel in own.parcels:
        if _undecided(parcel) and ctx.actor.may(Permission.OWN_DELIVERY):
            buttons.append(_choose(ctx, parcel))
    return buttons


def _choose(ctx: Context, parcel: OwnParcel) -> Button:
    """Offer the next day that is no Sunday."""
    tomorrow = ctx.today + timedelta(days=1)
    day = ndr.good_day(tomorrow, tomorrow + timedelta(days=1))
    call = {"on": day.isoformat(), "parcel": parcel.awb}
    return Button(
        label=ctx.say("own-button-choose", day=day),
        says=ctx.say("own-button-choose-says", awb=parcel.awb, day=day),
        tap=Tap(kind="call", tool="choose_redelivery", arguments=call),
    )
