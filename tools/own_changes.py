"""What customers may change about their own orders in chat: address, refusal, payment."""

from typing import Any

from commerce import ndr
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.money import Money
from commerce.ndr import RightAddress
from tools.arguments import AddressLine, Day, Kind, Landmark, Order, Parcel, Phone, Reason
from tools.base import Arguments, Effect, Mention, Preview, ToolResult, tool
from tools.cards import Difference
from tools.ndr import scheduled

_PARTS = ("line1", "line2", "landmark", "city", "state", "pincode", "phone")


class CorrectAddress(Arguments):
    """Where the customer's order should go, and which order."""

    address: AddressLine
    landmark: Landmark | None = None
    phone: Phone | None = None
    on: Day | None = None
    parcel: Parcel | None = None


def _right(args: CorrectAddress) -> RightAddress:
    return RightAddress(address=args.address, landmark=args.landmark, phone=args.phone, on=args.on)


def _preview_address(ctx: Context, args: CorrectAddress) -> Preview:
    change = ndr.plan_correction(ctx, args.parcel, _right(args))
    return Preview(
        title=_title(ctx, "address", change),
        differences=_address_lines(ctx, args, change),
        change=change,
    )


@tool(
    Permission.OWN_DELIVERY,
    effect=Effect.WRITE,
    preview=_preview_address,
    undo=ndr.undo_correction,
)
def correct_address(ctx: Context, args: CorrectAddress) -> ToolResult:
    """Let the customer who asks say the right address of their order: "my address is wrong".

    With house, street and area; the pincode stays. Before it leaves the order is changed; after a
    failed delivery the courier is asked to try there; else a person of the shop is asked. Without
    a parcel it is the only order under way. For another day only prefer choose_redelivery.
    """
    change = ndr.correct_address(ctx, args.parcel, _right(args))
    return _written(ctx, "address", change)


class RefuseDelivery(Arguments):
    """Which order the customer does not want, and why."""

    reason: Reason | None = None
    parcel: Parcel | None = None


def _preview_refusal(ctx: Context, args: RefuseDelivery) -> Preview:
    change = ndr.plan_refusal(ctx, args.parcel, args.reason)
    return Preview(
        title=_title(ctx, "refusal", change), differences=_refusal_lines(ctx, change), change=change
    )


@tool(
    Permission.OWN_DELIVERY,
    effect=Effect.WRITE,
    preview=_preview_refusal,
    undo=ndr.undo_refusal,
)
def refuse_delivery(ctx: Context, args: RefuseDelivery) -> ToolResult:
    """Let the customer who asks give up an order of theirs: "cancel it", "I don't want it".

    Before it leaves it is cancelled; after a failed delivery the courier brings it back; else a
    person of the shop is asked. Refunds nothing by itself. Without a parcel it is the only order
    under way. For another day prefer choose_redelivery; for what has come already, hand_over.
    """
    change = ndr.refuse_delivery(ctx, args.parcel, args.reason)
    return _written(ctx, "refusal", change)


class PayOnline(Arguments):
    """Which order the customer wants to pay."""

    parcel: Parcel | None = None


def _preview_payment(ctx: Context, args: PayOnline) -> Preview:
    change = ndr.plan_payment(ctx, args.parcel)
    return Preview(
        title=_title(ctx, "payment", change), differences=_payment_lines(ctx, change), change=change
    )


@tool(Permission.OWN_DELIVERY, effect=Effect.WRITE, preview=_preview_payment)
def pay_online(ctx: Context, args: PayOnline) -> ToolResult:
    """Send the customer who asks a link to pay their order online in place of cash.

    For "can I pay online", "cash nahi hai, UPI kar du". Without a parcel it is the only order
    under way.
    """
    change = ndr.pay_online(ctx, args.parcel)
    return _written(ctx, "payment", change)


class ConfirmMyOrder(Arguments):
    """Which order the customer confirms."""

    order: Order | None = None


@tool(
    Permission.OWN_DELIVERY,
    effect=Effect.WRITE,
    undo=ndr.undo_own_confirmation,
)
def confirm_my_order(ctx: Context, args: ConfirmMyOrder) -> ToolResult:
    """Let the customer who asks confirm an order before it leaves: "yes, send it", "haan bhej do".

    They want it and its address is right. Asks nobody first and can be undone. Without an order it
    is the only one under way. For a wrong address use correct_address, to pay it pay_online, to
    cancel it refuse_delivery; after a failed delivery choose_redelivery.
    """
    change = ndr.confirm_own(ctx, args.order)
    number = change.subject
    return ToolResult(
        facts={"order": number, "before": change.before, "after": change.after},
        says=ctx.say("own-confirmation-done", subject=number),
        mentions=(Mention(kind=Kind.ORDER, id=number, label=number),),
        change=change,
    )


def _title(ctx: Context, what: str, change: Change) -> str:
    amount = _amount(ctx, change)
    return ctx.say(
        f"own-{what}-title", how=change.subject_kind, subject=_subject(change), amount=amount
    )


def _written(ctx: Context, what: str, change: Change) -> ToolResult:
    said = ctx.say(
        f"own-{what}-done",
        how=change.subject_kind,
        subject=_subject(change),
        amount=_amount(ctx, change),
        to=_link(change).get("to", ""),
        when=scheduled(ctx, change.after) if "reattempt_on" in change.after else "",
    )
    kind = Kind.PARCEL if change.subject_kind == "parcel" else Kind.ORDER
    return ToolResult(
        facts={
            kind.value: _subject(change),
            "before": change.before,
            "after": change.after,
            "a_person_was_asked": change.subject_kind == "conversation",
            "warnings": list(change.warnings),
        },
        says="\n".join((said, *change.warnings)),
        mentions=(Mention(kind=kind, id=_subject(change), label=_subject(change)),),
        change=change,
    )


def _subject(change: Change) -> str:
    """Return the order or parcel that a change is about, also where a person was asked."""
    return str(change.after.get("order", change.subject))


def _link(change: Change) -> dict[str, Any]:
    return change.after.get("payment_link") or {}


def _amount(ctx: Context, change: Change) -> Money:
    return Money(_link(change).get("amount_minor", 0), ctx.currency)


def _address_lines(ctx: Context, args: CorrectAddress, change: Change) -> tuple[Difference, ...]:
    if change.subject_kind == "order":
        return tuple(
            Difference(
                label=ctx.say(f"own-address-{part}"),
                before=change.before[part] or "",
                after=change.after[part] or "",
            )
            for part in _PARTS
            if part in change.after
        )
    said = (("line1", args.address), ("landmark", args.landmark), ("phone", args.phone))
    lines = [
        Difference(label=ctx.say(f"own-address-{part}"), before="", after=value)
        for part, value in said
        if value
    ]
    if "reattempt_on" in change.after:
        was, becomes = scheduled(ctx, change.before), scheduled(ctx, change.after)
        label = ctx.say("own-difference-day")
        lines.append(Difference(label=label, before=was, after=becomes))
    return tuple(lines)


def _refusal_lines(ctx: Context, change: Change) -> tuple[Difference, ...]:
    if change.subject_kind == "conversation":
        return ()
    key = "status" if change.subject_kind == "order" else "order_status"
    return (
        Difference(
            label=ctx.say("own-difference-order"),
            before=ctx.say(f"order-status-{change.before[key]}"),
            after=ctx.say(f"order-status-{change.after[key]}"),
        ),
    )


def _payment_lines(ctx: Context, change: Change) -> tuple[Difference, ...]:
    lines = (
        ("amount", ctx.say("own-total", total=_amount(ctx, change))),
        ("to", _link(change)["to"]),
    )
    return tuple(
        Difference(label=ctx.say(f"own-difference-{name}"), before="", after=value)
        for name, value in lines
    )
