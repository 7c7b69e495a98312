"""Orders in chat: find them, see one whole, cancel or hold it."""

from typing import Annotated, Any, Literal

from pydantic import Field

from commerce import orders
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.money import Money
from commerce.orders import (
    Happening,
    Milestone,
    OrderDetails,
    OrderFilter,
    OrderList,
    OrderSearch,
    OrderSort,
    OrderSummary,
    PaymentKind,
)
from commerce.parcels import Parcel
from commerce.periods import Period as Days
from commerce.vocabulary import OrderStatus, SalesChannel
from tools import facts
from tools.arguments import (
    Customer,
    Kind,
    Limit,
    Order,
    Period,
    Place,
    Product,
    Reason,
    Rupees,
)
from tools.base import Arguments, Effect, Mention, Preview, ToolResult, tool
from tools.cards import (
    Button,
    Column,
    Difference,
    Line,
    OrderCard,
    OrderItem,
    Step,
    TableCard,
    Tap,
)

Tone = Literal["good", "bad", "warn", "plain"]

_TONES: dict[OrderStatus, Tone] = {
    OrderStatus.DELIVERED: "good",
    OrderStatus.CANCELLED: "bad",
    OrderStatus.FAILED: "bad",
    OrderStatus.RTO: "bad",
    OrderStatus.RETURNED: "warn",
    OrderStatus.ON_HOLD: "warn",
}

_LOST = (OrderStatus.CANCELLED, OrderStatus.FAILED, OrderStatus.RTO)

Skip = Annotated[int, Field(ge=0, le=100_000, description="Rows to leave out, for the next page.")]


class FindOrders(Arguments):
    """Which orders; what is left out does not matter."""

    status: OrderFilter | None = None
    payment: PaymentKind | None = None
    channel: SalesChannel | None = None
    period: Period | None = None
    place: Place | None = None
    customer: Customer | None = None
    min_total: Rupees | None = None
    max_total: Rupees | None = None
    product: Product | None = None
    sort: OrderSort = OrderSort.NEWEST
    limit: Limit = 10
    skip: Skip = 0


@tool(Permission.ORDERS_READ)
def find_orders(ctx: Context, args: FindOrders) -> ToolResult:
    """Count orders, add up their value, and list the first of them.

    For questions about several orders: how many came today, which are not shipped yet
    (status Unshipped), COD orders of Pune above 5000, last orders of a customer. Without a period
    it counts all time; the newest come first. Unshipped = Pending, Confirmed, Processing or OnHold;
    Open = those and Shipped; NotCancelled = all but Cancelled. For one order whose number is known
    prefer show_order; for sales figures, averages and comparisons prefer business_summary; for
    undelivered parcels list_ndr.
    """
    period = facts.resolved(ctx, args.period)
    found = orders.find(ctx, _search(ctx, args, period))
    listed = [_summary_facts(ctx, order) for order in found.orders]
    return ToolResult(
        facts={
            "count": found.count,
            "total_rupees": facts.rupees(found.total),
            "period": facts.days_of(period),
            "filters": args.model_dump(
                mode="json", exclude={"period", "limit", "skip", "sort"}, exclude_none=True
            ),
            "sort": args.sort.value,
            "shown": len(listed),
            "orders": listed,
        },
        says=_found(ctx, args, period, found),
        cards=(_table(ctx, args, found),) if found.orders else (),
        mentions=tuple(
            Mention(kind=Kind.ORDER, id=order.number, label=order.number) for order in found.orders
        ),
    )


class ShowOrder(Arguments):
    """Which order."""

    order: Order


@tool(Permission.ORDERS_READ)
def show_order(ctx: Context, args: ShowOrder) -> ToolResult:
    """Show one order whole: items, customer, address, payment, parcels, everything that happened.

    For one order by its number, such as 1042 or ORD-20261122-0007. To find orders without a number
    use find_orders; for where the parcel is now prefer track_parcel.
    """
    order = orders.show(ctx, args.order)
    return ToolResult(
        facts=_order_facts(ctx, order),
        says=ctx.say(
            "order-shown",
            number=order.number,
            status=ctx.say(f"order-status-{order.status}"),
            total=order.total,
            customer=order.customer.name,
            city=order.address.city,
            payment=ctx.say(f"payment-method-{order.payment_method}"),
            placed=ctx.local(order.placed_at),
        ),
        cards=(_card(ctx, order),),
        mentions=(
            Mention(kind=Kind.ORDER, id=order.number, label=order.number),
            *(Mention(kind=Kind.PARCEL, id=p.awb, label=p.awb) for p in order.parcels),
        ),
    )


class CancelOrder(Arguments):
    """Which order, and why."""

    order: Order
    reason: Reason | None = None


def _preview_cancel(ctx: Context, args: CancelOrder) -> Preview:
    change = orders.plan_cancel(ctx, args.order, args.reason)
    return Preview(
        title=ctx.say("order-cancel-title", number=change.subject),
        differences=_differences(ctx, change),
        change=change,
    )


@tool(
    Permission.ORDERS_WRITE,
    effect=Effect.WRITE,
    preview=_preview_cancel,
    undo=orders.undo_cancel,
)
def cancel_order(ctx: Context, args: CancelOrder) -> ToolResult:
    """Cancel one order that the courier does not have yet, such as 1042; frees its stock.

    Refunds nothing. To keep an order back for a while prefer hold_order; for a parcel that is
    already on its way prefer return_to_origin.
    """
    change = orders.cancel(ctx, args.order, args.reason)
    return _written(ctx, change, ctx.say("order-cancelled", number=change.subject))


class HoldOrder(Arguments):
    """Which order, and why."""

    order: Order
    reason: Reason | None = None


def _preview_hold(ctx: Context, args: HoldOrder) -> Preview:
    change = orders.plan_hold(ctx, args.order, args.reason)
    return Preview(
        title=ctx.say("order-hold-title", number=change.subject),
        differences=_differences(ctx, change),
        change=change,
    )


@tool(
    Permission.ORDERS_WRITE,
    effect=Effect.WRITE,
    preview=_preview_hold,
    undo=orders.undo_hold,
)
def hold_order(ctx: Context, args: HoldOrder) -> ToolResult:
    """Keep one order back so that it is not packed or shipped yet, such as 1042.

    For doubts about an address, a payment or a risky order. To call it off for good prefer
    cancel_order.
    """
    change = orders.hold(ctx, args.order, args.reason)
    reason = change.after["hold_reason"]
    return _written(ctx, change, ctx.say("order-held", number=change.subject, reason=reason))


def _search(ctx: Context, args: FindOrders, period: Days | None) -> OrderSearch:
    def money(amount: Any) -> Money | None:
        return None if amount is None else Money.of(amount, ctx.currency)

    return OrderSearch(
        status=args.status, payment=args.payment, channel=args.channel, period=period,
        place=args.place, customer=args.customer, product=args.product,
        min_total=money(args.min_total), max_total=money(args.max_total), sort=args.sort,
        limit=args.limit, skip=args.skip,
    )  # fmt: skip


def _found(ctx: Context, args: FindOrders, period: Days | None, found: OrderList) -> str:
    return ctx.say(
        "order-found",
        count=found.count,
        total=found.total,
        what=_what(ctx, args) or "none",
        period="none" if period is None or period.name == "all_time" else period.name,
        days=period.days if period else 0,
        first=period.first_day if period else None,
        last=period.last_day if period else None,
    )


def _what(ctx: Context, args: FindOrders) -> str:
    """Return what the orders were chosen by, in words."""
    said = [
        ctx.say(f"order-filter-{args.status}") if args.status else "",
        ctx.say(f"payment-kind-{args.payment}") if args.payment else "",
        ctx.say(f"sales-channel-{args.channel}") if args.channel else "",
        args.place or "",
        args.customer or "",
        args.product or "",
        _above(ctx, "order-at-least", args.min_total),
        _above(ctx, "order-at-most", args.max_total),
    ]
    return ", ".join(part for part in said if part)


def _above(ctx: Context, key: str, amount: Any) -> str:
    return "" if amount is None else ctx.say(key, amount=Money.of(amount, ctx.currency))


def _table(ctx: Context, args: FindOrders, found: OrderList) -> TableCard:
    shown_until = args.skip + len(found.orders)
    columns = ("number", "status", "total", "payment", "customer", "city", "placed")
    return TableCard(
        title=_what(ctx, args) or ctx.say("order-list-title"),
        columns=tuple(
            Column(
                label=ctx.say(f"order-column-{name}"), align="end" if name == "total" else "start"
            )
            for name in columns
        ),
        rows=tuple(_row(ctx, order) for order in found.orders),
        taps=tuple(_show_button(ctx, order.number) for order in found.orders),
        note=ctx.say(
            "order-list-note",
            first=args.skip + 1,
            last=shown_until,
            count=found.count,
            sort=ctx.say(f"order-sort-{args.sort}"),
        ),
        buttons=(_next_button(ctx, args, shown_until),) if found.count > shown_until else (),
    )


def _row(ctx: Context, order: OrderSummary) -> tuple[str, ...]:
    return (
        order.number,
        ctx.say(f"order-status-{order.status}"),
        ctx.say("order-amount", amount=order.total),
        ctx.say(f"payment-method-{order.payment_method}"),
        order.customer,
        order.city,
        ctx.say("order-moment", at=ctx.local(order.placed_at)),
    )


def _next_button(ctx: Context, args: FindOrders, shown_until: int) -> Button:
    arguments = args.model_dump(mode="json", exclude_none=True) | {"skip": shown_until}
    label = ctx.say("order-button-next")
    return Button(
        label=label, says=label, tap=Tap(kind="call", tool="find_orders", arguments=arguments)
    )


def _show_button(ctx: Context, number: str) -> Button:
    return _order_button(ctx, "show", "show_order", {"order": number}, number)


def _order_button(
    ctx: Context, name: str, tool_name: str, arguments: dict[str, Any], number: str
) -> Button:
    return Button(
        label=ctx.say(f"order-button-{name}"),
        says=ctx.say(f"order-button-{name}-says", number=number),
        tap=Tap(kind="call", tool=tool_name, arguments=arguments),
    )


def _summary_facts(ctx: Context, order: OrderSummary) -> dict[str, Any]:
    return {
        "number": order.number,
        "status": order.status.value,
        "total_rupees": facts.rupees(order.total),
        "payment_method": order.payment_method.value,
        "payment_status": order.payment_status.value,
        "channel": order.channel.value,
        "placed_at": facts.moment(ctx, order.placed_at),
        "city": order.city,
        "customer": order.customer,
    }


def _order_facts(ctx: Context, order: OrderDetails) -> dict[str, Any]:
    return {
        "number": order.number,
        "status": order.status.value,
        "channel": order.channel.value,
        "payment_method": order.payment_method.value,
        "payment_status": order.payment_status.value,
        "subtotal_rupees": facts.rupees(order.subtotal),
        "discount_rupees": facts.rupees(order.discount),
        "shipping_rupees": facts.rupees(order.shipping),
        "total_rupees": facts.rupees(order.total),
        "refunded_rupees": facts.rupees(order.refunded),
        "placed_at": facts.moment(ctx, order.placed_at),
        "hold_reason": order.hold_reason,
        "cancelled_at": facts.moment(ctx, order.cancelled_at),
        "cancel_reason": order.cancel_reason,
        "note": order.note,
        "tags": list(order.tags),
        "customer": {
            "name": order.customer.name,
            "phone": order.customer.phone,
            "email": order.customer.email,
        },
        "address": {
            "written": order.address.written,
            "city": order.address.city,
            "state": order.address.state,
            "pincode": order.address.pincode,
        },
        "items": [
            {
                "sku": line.sku,
                "title": line.title,
                "quantity": line.quantity,
                "amount_rupees": facts.rupees(line.amount),
            }
            for line in order.lines
        ],
        "parcels": [_parcel_facts(ctx, parcel) for parcel in order.parcels],
        "story": [
            {
                "at": facts.moment(ctx, step.at),
                "what": step.status.value if step.status else step.milestone.value,
                "reason": step.reason,
            }
            for step in order.story
        ],
        "open_ndr": _ndr_facts(ctx, order),
        "can_cancel": order.can_cancel,
        "can_hold": order.can_hold,
    }


def _parcel_facts(ctx: Context, parcel: Parcel) -> dict[str, Any]:
    return {
        "awb": parcel.awb,
        "courier": parcel.courier.value,
        "status": parcel.status.value,
        "attempts": parcel.attempts,
        "promised_at": facts.moment(ctx, parcel.promised_at),
        "delivered_at": facts.moment(ctx, parcel.delivered_at),
    }


def _ndr_facts(ctx: Context, order: OrderDetails) -> dict[str, Any] | None:
    if order.ndr is None:
        return None
    return {
        "reason": order.ndr.reason.value,
        "status": order.ndr.status.value,
        "attempts": order.ndr.attempts,
        "due_at": facts.moment(ctx, order.ndr.due_at),
    }


def _card(ctx: Context, order: OrderDetails) -> OrderCard:
    return OrderCard(
        number=order.number,
        status=ctx.say(f"order-status-{order.status}"),
        tone=_TONES.get(order.status, "warn" if order.ndr else "plain"),
        total=ctx.say("order-amount", amount=order.total),
        lines=tuple(_lines(ctx, order)),
        items=tuple(
            OrderItem(
                title=line.title,
                sku=line.sku,
                quantity=line.quantity,
                amount=ctx.say("order-amount", amount=line.amount),
            )
            for line in order.lines
        ),
        timeline=_timeline(ctx, order),
        buttons=tuple(_buttons(ctx, order)),
    )


def _lines(ctx: Context, order: OrderDetails) -> list[Line]:
    """Return what is known of an order, without what is empty."""
    parcels = [
        ctx.say(
            "order-parcel",
            awb=parcel.awb,
            courier=ctx.say(f"courier-type-{parcel.courier}"),
            status=ctx.say(f"shipment-status-{parcel.status}"),
        )
        for parcel in order.parcels
    ]
    known = [
        ("customer", order.customer.name),
        ("phone", order.address.phone or order.customer.phone or ""),
        ("address", order.address.written),
        ("payment", _payment(ctx, order)),
        ("discount", _amount(ctx, order.discount)),
        ("shipping", _amount(ctx, order.shipping)),
        ("refunded", _amount(ctx, order.refunded)),
        ("channel", ctx.say(f"sales-channel-{order.channel}")),
        ("placed", ctx.say("order-moment", at=ctx.local(order.placed_at))),
        ("hold-reason", order.hold_reason or "" if order.status is OrderStatus.ON_HOLD else ""),
        ("cancel-reason", order.cancel_reason or ""),
        *(("parcel", parcel) for parcel in parcels),
        ("ndr", _ndr_line(ctx, order)),
        ("note", order.note),
    ]
    return [
        Line(label=ctx.say(f"order-line-{name}"), value=value) for name, value in known if value
    ]


def _payment(ctx: Context, order: OrderDetails) -> str:
    return ctx.say(
        "order-payment",
        method=ctx.say(f"payment-method-{order.payment_method}"),
        status=ctx.say(f"payment-status-{order.payment_status}"),
    )


def _amount(ctx: Context, money: Money) -> str:
    return ctx.say("order-amount", amount=money) if money.minor else ""


def _ndr_line(ctx: Context, order: OrderDetails) -> str:
    if order.ndr is None:
        return ""
    return ctx.say(
        "order-ndr",
        reason=ctx.say(f"ndr-reason-{order.ndr.reason}"),
        attempts=order.ndr.attempts,
        due=ctx.local(order.ndr.due_at),
    )


def _timeline(ctx: Context, order: OrderDetails) -> tuple[Step, ...]:
    last = len(order.story) - 1
    return tuple(
        Step(
            at=ctx.say("order-moment", at=ctx.local(step.at)),
            text=_told(ctx, step),
            state=_state(step, is_last=index == last),
        )
        for index, step in enumerate(order.story)
    )


def _told(ctx: Context, step: Happening) -> str:
    if step.status is None:
        return ctx.say(f"order-story-{step.milestone.replace('_', '-')}", awb=step.awb)
    status = ctx.say(f"order-status-{step.status}")
    return ctx.say("order-story-status", status=status, reason=step.reason or "none")


def _state(step: Happening, *, is_last: bool) -> Literal["done", "now", "failed"]:
    if step.milestone is Milestone.RETURNING or step.status in _LOST:
        return "failed"
    return "now" if is_last else "done"


def _buttons(ctx: Context, order: OrderDetails) -> list[Button]:
    """Return what the actor may do next with an order."""
    number = order.number
    buttons = []
    if order.parcels and ctx.actor.may(Permission.PARCELS_READ):
        buttons.append(_order_button(ctx, "track", "track_parcel", {"parcel": number}, number))
    if order.can_hold:
        buttons.append(_order_button(ctx, "hold", "hold_order", {"order": number}, number))
    if order.can_cancel:
        buttons.append(_order_button(ctx, "cancel", "cancel_order", {"order": number}, number))
    return buttons


def _differences(ctx: Context, change: Change) -> tuple[Difference, ...]:
    """Return what a change of an order means to a person, line by line."""
    before, after = change.before, change.after
    lines = [
        Difference(
            label=ctx.say("order-line-status"),
            before=ctx.say(f"order-status-{before['status']}"),
            after=ctx.say(f"order-status-{after['status']}"),
        )
    ]
    lines += [
        Difference(
            label=ctx.say("order-difference-parcel", awb=awb),
            before=ctx.say(f"shipment-status-{status}"),
            after=ctx.say(f"shipment-status-{after['parcels'][awb]}"),
        )
        for awb, status in before.get("parcels", {}).items()
    ]
    lines += [
        Difference(
            label=ctx.say("order-difference-reserved", place=place),
            before=ctx.say("order-pieces", pieces=pieces),
            after=ctx.say("order-pieces", pieces=after["reserved"][place]),
        )
        for place, pieces in before.get("reserved", {}).items()
    ]
    lines += [
        Difference(
            label=ctx.say(f"order-line-{key.replace('_', '-')}"),
            before=before[key] or "",
            after=after[key] or "",
        )
        for key in ("hold_reason", "cancel_reason")
        if key in after
    ]
    return tuple(lines)


def _written(ctx: Context, change: Change, sentence: str) -> ToolResult:
    return ToolResult(
        facts={
            "order": change.subject,
            "status": change.after["status"],
            "before": change.before,
            "after": change.after,
            "warnings": list(change.warnings),
        },
        says="\n".join((sentence, *change.warnings)),
        mentions=(Mention(kind=Kind.ORDER, id=change.subject, label=change.subject),),
        change=change,
    )
