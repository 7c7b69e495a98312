"""One order in chat, whole: what was bought, by whom, how far it is, what can be done with it."""

from typing import Any, Literal

from commerce import orders
from commerce.access import Permission
from commerce.context import Context
from commerce.money import Money
from commerce.orders import Happening, Milestone, OrderDetails
from commerce.parcels import Parcel
from commerce.vocabulary import OrderStatus
from tools import facts
from tools.arguments import Kind, Order
from tools.base import Arguments, Mention, ToolResult, tool
from tools.cards import Button, Line, OrderCard, OrderItem, Step
from tools.files import order_files
from tools.order_list import order_button

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
        cards=(_card(ctx, order), *order_files(ctx, order.id, order.number)),
        mentions=(
            Mention(kind=Kind.ORDER, id=order.number, label=order.number),
            *(Mention(kind=Kind.PARCEL, id=p.awb, label=p.awb) for p in order.parcels),
        ),
    )


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
        "can_confirm": order.can_confirm,
        "can_release": order.can_release,
        "can_refund": order.can_refund,
        "can_send_link": order.can_send_link,
        "can_record_payment": order.can_record_payment,
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
        buttons.append(order_button(ctx, "track", "track_parcel", {"parcel": number}, number))
    possible = (
        ("confirm", "confirm_order", order.can_confirm),
        ("release", "release_order", order.can_release),
        ("hold", "hold_order", order.can_hold),
        ("link", "send_payment_link", order.can_send_link and not order.is_cod),
        ("paid", "record_payment", order.can_record_payment and not order.is_cod),
        ("refund", "refund_order", order.can_refund),
        ("cancel", "cancel_order", order.can_cancel),
    )
    buttons += [
        order_button(ctx, name, tool_name, {"order": number}, number)
        for name, tool_name, is_possible in possible
        if is_possible
    ]
    return buttons
