"""Changes of one order in chat: cancel, hold, release, confirm, note, address, refund, link."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field

from commerce import orders
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.money import Money
from commerce.orders import Correction
from commerce.vocabulary import PaymentMethod
from tools import facts
from tools.arguments import (
    AddressLine,
    City,
    Kind,
    Landmark,
    Note,
    Order,
    Percent,
    Phone,
    Pincode,
    Reason,
    State,
)
from tools.base import Arguments, Effect, Mention, Preview, ToolResult, tool
from tools.cards import Difference

Amount = Annotated[
    Decimal,
    Kind.MONEY,
    Field(gt=0, le=10**9, decimal_places=2, description="Rupees to give back, a plain number."),
]
Reference = Annotated[
    str,
    Field(min_length=1, max_length=80, description="UTR, UPI or bank reference, if one was said."),
]
Receiver = Annotated[str, Field(min_length=1, max_length=120, description="Who receives it.")]


_ADDRESS = ("name", "line1", "line2", "landmark", "city", "state", "pincode", "phone")


class CancelOrder(Arguments):
    """Which order, and why."""

    order: Order
    reason: Reason | None = None


def _preview_cancel(ctx: Context, args: CancelOrder) -> Preview:
    return _preview(ctx, "cancel", orders.plan_cancel(ctx, args.order, args.reason))


@tool(
    Permission.ORDERS_WRITE,
    effect=Effect.WRITE,
    preview=_preview_cancel,
    undo=orders.undo_cancel,
)
def cancel_order(ctx: Context, args: CancelOrder) -> ToolResult:
    """Cancel one order that the courier does not have yet, such as 1042; frees its stock.

    Refunds nothing: for that refund_order. To keep an order back for a while prefer hold_order; for
    a parcel that is already on its way return_to_origin; for several orders cancel_orders.
    """
    change = orders.cancel(ctx, args.order, args.reason)
    return _written(ctx, change, ctx.say("order-cancelled", number=change.subject))


class HoldOrder(Arguments):
    """Which order, and why."""

    order: Order
    reason: Reason | None = None


def _preview_hold(ctx: Context, args: HoldOrder) -> Preview:
    return _preview(ctx, "hold", orders.plan_hold(ctx, args.order, args.reason))


@tool(
    Permission.ORDERS_WRITE,
    effect=Effect.WRITE,
    preview=_preview_hold,
    undo=orders.undo_hold,
)
def hold_order(ctx: Context, args: HoldOrder) -> ToolResult:
    """Keep one order back so that it is not packed or shipped yet, such as 1042.

    For doubts about an address, a payment or a risky order. To let it go on again release_order; to
    call it off for good prefer cancel_order; for several orders hold_orders.
    """
    change = orders.hold(ctx, args.order, args.reason)
    reason = change.after["hold_reason"]
    return _written(ctx, change, ctx.say("order-held", number=change.subject, reason=reason))


class ReleaseOrder(Arguments):
    """Which order."""

    order: Order


def _preview_release(ctx: Context, args: ReleaseOrder) -> Preview:
    return _preview(ctx, "release", orders.plan_release(ctx, args.order))


@tool(
    Permission.ORDERS_WRITE,
    effect=Effect.WRITE,
    preview=_preview_release,
    undo=orders.undo_release,
)
def release_order(ctx: Context, args: ReleaseOrder) -> ToolResult:
    """Take one order off hold, such as 1042, so that it goes on from where it was.

    For an order whose status is OnHold. For one that was never held and waits to be accepted prefer
    confirm_order.
    """
    change = orders.release(ctx, args.order)
    status = ctx.say(f"order-status-{change.after['status']}")
    return _written(ctx, change, ctx.say("order-released", number=change.subject, status=status))


class ConfirmOrder(Arguments):
    """Which order."""

    order: Order


def _preview_confirm(ctx: Context, args: ConfirmOrder) -> Preview:
    return _preview(ctx, "confirm", orders.plan_confirm(ctx, args.order))


@tool(
    Permission.ORDERS_WRITE,
    effect=Effect.WRITE,
    preview=_preview_confirm,
    undo=orders.undo_confirm,
)
def confirm_order(ctx: Context, args: ConfirmOrder) -> ToolResult:
    """Accept one pending order, such as 1042, so that it is packed next.

    For an order on hold prefer release_order; for several orders confirm_orders. It marks nothing
    as paid.
    """
    change = orders.confirm(ctx, args.order)
    return _written(ctx, change, ctx.say("order-confirmed", number=change.subject))


class AddNote(Arguments):
    """Which order, and what to write down."""

    order: Order
    note: Note


def _preview_note(ctx: Context, args: AddNote) -> Preview:
    return _preview(ctx, "note", orders.plan_note(ctx, args.order, args.note))


@tool(
    Permission.ORDERS_WRITE,
    effect=Effect.WRITE,
    preview=_preview_note,
    undo=orders.undo_note,
)
def add_note(ctx: Context, args: AddNote) -> ToolResult:
    """Write a note on one order, such as 1042, for the team to read; nobody outside sees it.

    The note is kept word for word, whatever it says. To keep an order back prefer hold_order; to
    write to the customer message_customer.
    """
    change = orders.add_note(ctx, args.order, args.note)
    note = change.after["note"].rpartition("\n")[2]
    return _written(ctx, change, ctx.say("order-noted", number=change.subject, note=note))


class ChangeDeliveryAddress(Arguments):
    """Which order, and what of its address is different; what is left out stays."""

    order: Order
    name: Receiver | None = None
    line1: AddressLine | None = None
    line2: Annotated[str, Field(max_length=300)] | None = None
    landmark: Landmark | None = None
    city: City | None = None
    state: State | None = None
    pincode: Pincode | None = None
    phone: Phone | None = None


def _preview_address(ctx: Context, args: ChangeDeliveryAddress) -> Preview:
    return _preview(ctx, "address", orders.plan_address(ctx, args.order, _correction(args)))


@tool(
    Permission.ORDERS_WRITE,
    effect=Effect.WRITE,
    preview=_preview_address,
    undo=orders.undo_address,
)
def change_delivery_address(ctx: Context, args: ChangeDeliveryAddress) -> ToolResult:
    """Change where one order goes, such as 1042, before the courier has it.

    Give only what is different: line1 (house and street), line2, landmark, city, state, pincode,
    phone, or name of who receives it. A parcel that is on its way cannot be redirected: after a
    failed delivery prefer request_reattempt with a phone or landmark.
    """
    change = orders.change_address(ctx, args.order, _correction(args))
    address = orders.show(ctx, change.subject).address.written
    sentence = ctx.say("order-address-changed", number=change.subject, address=address)
    return _written(ctx, change, sentence, address=address)


class RefundOrder(Arguments):
    """Which order, and how much of it."""

    order: Order
    amount: Amount | None = None


def _preview_refund(ctx: Context, args: RefundOrder) -> Preview:
    change = orders.plan_refund(ctx, args.order, _money(ctx, args.amount))
    return _preview(ctx, "refund", change, amount=change.at_stake)


@tool(Permission.REFUNDS, effect=Effect.MONEY, preview=_preview_refund)
def refund_order(ctx: Context, args: RefundOrder) -> ToolResult:
    """Give money back for one order that was paid, such as 1042: all of it, or an amount.

    Without an amount all that is left of what was paid. It cannot be taken back. It does not cancel
    the order: for that cancel_order. COD that was not collected has nothing to give back.
    """
    change = orders.refund(ctx, args.order, _money(ctx, args.amount))
    order = orders.show(ctx, change.subject)
    rest = order.total - order.refunded
    sentence = ctx.say(
        "order-refunded",
        number=change.subject,
        amount=change.at_stake,
        left="some" if rest.minor > 0 else "none",
        rest=rest,
    )
    assert change.at_stake is not None
    return _written(
        ctx,
        change,
        sentence,
        refunded_rupees=facts.rupees(change.at_stake),
        refunded_in_all_rupees=facts.rupees(order.refunded),
        left_rupees=facts.rupees(rest),
        working_days=[5, 7],
    )


class RecordPayment(Arguments):
    """Which order, how it was paid, and what finds the payment again."""

    order: Order
    method: PaymentMethod | None = None
    reference: Reference | None = None


def _preview_payment(ctx: Context, args: RecordPayment) -> Preview:
    change = orders.plan_payment(ctx, args.order, args.method, args.reference)
    return _preview(ctx, "paid", change, total=change.at_stake)


@tool(
    Permission.ORDERS_WRITE,
    effect=Effect.MONEY,
    preview=_preview_payment,
    undo=orders.undo_payment,
)
def record_payment(ctx: Context, args: RecordPayment) -> ToolResult:
    """Write down that one order, such as 1042, is paid in full: the money was seen to come in.

    method is how it was paid (COD is cash that was collected), reference what finds it in the
    books, such as a UTR. Moves no money. To ask the customer to pay prefer send_payment_link; to
    accept an order without payment confirm_order; whether it is paid tells show_order.
    """
    change = orders.record_payment(ctx, args.order, args.method, args.reference)
    method = change.after["payment_method"]
    sentence = ctx.say(
        "order-paid",
        number=change.subject,
        total=change.at_stake,
        method=ctx.say(f"payment-method-{method}"),
    )
    return _written(ctx, change, sentence, method=method)


class SendPaymentLink(Arguments):
    """Which order, and what comes off for paying online."""

    order: Order
    discount_percent: Percent = 0


def _preview_link(ctx: Context, args: SendPaymentLink) -> Preview:
    change = orders.plan_link(ctx, args.order, args.discount_percent)
    name = orders.show(ctx, change.subject).customer.name
    return _preview(ctx, "link", change, name=name, amount=_pays(ctx, change))


@tool(Permission.ORDERS_WRITE, effect=Effect.WRITE, preview=_preview_link)
def send_payment_link(ctx: Context, args: SendPaymentLink) -> ToolResult:
    """Send the customer of one unpaid or COD order, such as 1042, a link to pay it online.

    With discount_percent that much comes off once they pay. The order stays unpaid until then. For
    a message without payment prefer message_customer.
    """
    change = orders.send_link(ctx, args.order, args.discount_percent)
    link, name = change.after["payment_link"], orders.show(ctx, change.subject).customer.name
    until = ctx.local(datetime.fromisoformat(link["until"]))
    sentence = ctx.say(
        "order-link-sent",
        number=change.subject, name=name, to=link["to"], amount=_pays(ctx, change), until=until,
    )  # fmt: skip
    return _written(ctx, change, sentence, name=name)


def _correction(args: ChangeDeliveryAddress) -> Correction:
    return Correction(**args.model_dump(exclude={"order"}))


def _money(ctx: Context, amount: Decimal | None) -> Money | None:
    return None if amount is None else Money.of(amount, ctx.currency)


def _pays(ctx: Context, change: Change) -> Money:
    return Money(change.after["payment_link"]["amount_minor"], ctx.currency)


def _preview(ctx: Context, what: str, change: Change, /, **values: str | Money | None) -> Preview:
    """Return what a change of one order would do; its title is `order-<what>-title`."""
    return Preview(
        title=ctx.say(f"order-{what}-title", number=change.subject, **values),
        differences=differences(ctx, change),
        change=change,
    )


def differences(ctx: Context, change: Change) -> tuple[Difference, ...]:
    """Return what a change of an order means to a person, line by line."""
    before, after = change.before, change.after
    return tuple(
        Difference(label=label, before=_said(was), after=_said(becomes))
        for key in after
        for label, was, becomes in _lines(ctx, key, before[key], after[key])
    )


def _said(value: str | None) -> str:
    return value or ""


def _lines(
    ctx: Context, key: str, was: Any, becomes: Any
) -> list[tuple[str, str | None, str | None]]:
    """Return label, before and after of one thing that changes; empty for what nobody reads."""
    match key:
        case "status":
            words = [ctx.say(f"order-status-{status}") for status in (was, becomes)]
            return [(ctx.say("order-line-status"), words[0], words[1])]
        case "payment_status":
            words = [ctx.say(f"payment-status-{status}") for status in (was, becomes)]
            return [(ctx.say("order-line-payment"), words[0], words[1])]
        case "payment_method":
            words = [ctx.say(f"payment-method-{method}") for method in (was, becomes)]
            return [(ctx.say("order-line-method"), words[0], words[1])] if was != becomes else []
        case "to_collect":
            return [
                (ctx.say("order-line-collect", awb=awb), _amount(ctx, minor), _amount(ctx, 0))
                for awb, minor in was.items()
            ]
        case "reference":
            return [(ctx.say("order-line-reference"), was, becomes)] if was != becomes else []
        case "refunded_minor":
            amounts = [_amount(ctx, minor) for minor in (was, becomes)]
            return [(ctx.say("order-line-refunded"), amounts[0], amounts[1])]
        case "parcels":
            return [
                (
                    ctx.say("order-difference-parcel", awb=awb),
                    ctx.say(f"shipment-status-{status}"),
                    ctx.say(f"shipment-status-{becomes[awb]}"),
                )
                for awb, status in was.items()
            ]
        case "reserved":
            return [
                (
                    ctx.say("order-difference-reserved", place=place),
                    ctx.say("order-pieces", pieces=pieces),
                    ctx.say("order-pieces", pieces=becomes[place]),
                )
                for place, pieces in was.items()
            ]
        case "hold_reason" | "cancel_reason" | "note":
            return [(ctx.say(f"order-line-{key.replace('_', '-')}"), was, becomes)]
        case "link":
            words = [_link_standing(ctx, link) for link in (was, becomes)]
            return [(ctx.say("order-line-link"), words[0], words[1])]
        case "payment_link":
            return _link_lines(ctx, becomes)
        case _ if key in _ADDRESS:
            return [(ctx.say(f"order-part-{key}"), was, becomes)]
    return []


def _link_standing(ctx: Context, link: dict[str, Any]) -> str:
    amount = Money(link["amount_minor"], ctx.currency)
    return ctx.say(f"order-link-{link['status']}", amount=amount)


def _link_lines(ctx: Context, link: dict[str, Any]) -> list[tuple[str, str | None, str | None]]:
    off, amount = link["discount_minor"], link["amount_minor"]
    until = ctx.local(datetime.fromisoformat(link["until"]))
    lines: list[tuple[str, str | None, str | None]] = [
        (ctx.say("order-line-pays"), _amount(ctx, amount + off), _amount(ctx, amount)),
        (ctx.say("order-line-to"), None, link["to"]),
        (ctx.say("order-line-until"), None, ctx.say("order-moment", at=until)),
    ]
    if off:
        taken = Money(off, ctx.currency)
        said = ctx.say("order-percent-off", amount=taken, percent=link["discount_percent"])
        lines.insert(1, (ctx.say("order-line-discount"), None, said))
    return lines


def _amount(ctx: Context, minor: int) -> str:
    return ctx.say("order-amount", amount=Money(minor, ctx.currency))


def _written(ctx: Context, change: Change, sentence: str, **more: Any) -> ToolResult:
    return ToolResult(
        facts={
            "order": change.subject,
            **({"status": change.after["status"]} if "status" in change.after else {}),
            "before": _in_rupees(ctx, change.before),
            "after": _in_rupees(ctx, change.after),
            "warnings": list(change.warnings),
            **more,
        },
        says="\n".join((sentence, *change.warnings)),
        mentions=(Mention(kind=Kind.ORDER, id=change.subject, label=change.subject),),
        change=change,
    )


def _in_rupees(ctx: Context, state: Any) -> Any:
    """Return a state with its amounts in rupees, as facts have them."""
    if not isinstance(state, dict):
        return state
    return {
        key.replace("_minor", "_rupees"): facts.rupees(Money(value, ctx.currency))
        if key.endswith("_minor")
        else _in_rupees(ctx, value)
        for key, value in state.items()
    }
