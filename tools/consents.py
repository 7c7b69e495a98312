"""Whether customers want to be written to, as the team writes it down."""

from enum import StrEnum

from commerce import customers
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.customers import Purpose, Standing
from commerce.vocabulary import MessageChannel
from tools.arguments import Customer, Kind, Reason
from tools.base import Arguments, Effect, Mention, Preview, ToolResult, tool
from tools.cards import Difference


class CustomerWish(StrEnum):
    """What a customer said of being written to."""

    YES = "Yes"
    NO = "No"


_STANDINGS = {CustomerWish.YES: Standing.GIVEN, CustomerWish.NO: Standing.WITHDRAWN}


class RecordConsent(Arguments):
    """Whose wish, what it is, and for what and by which channel; left out is everything."""

    customer: Customer
    wish: CustomerWish
    purpose: Purpose | None = None
    channel: MessageChannel | None = None
    reason: Reason | None = None


def _preview(ctx: Context, args: RecordConsent) -> Preview:
    change = customers.plan_consent(
        ctx, customers.the_one(ctx, args.customer), _STANDINGS[args.wish], purpose=args.purpose,
        channel=args.channel,
    )  # fmt: skip
    return Preview(
        title=ctx.say("consent-title", name=change.subject, standing=_STANDINGS[args.wish].value),
        differences=(*_differences(ctx, change), _how(ctx, args)),
        change=change,
    )


@tool(
    Permission.NDR_ACT,
    effect=Effect.WRITE,
    preview=_preview,
    undo=customers.undo_consent,
)
def record_consent(ctx: Context, args: RecordConsent) -> ToolResult:
    """Write down that a customer wants no more messages, or agrees to them.

    By name, phone number, e-mail address or an order of theirs: "customer of 1042 says stop
    messaging", "Asha agreed to offers on WhatsApp". purpose: service is about their own orders,
    offers is advertising; without it both. reason is what they said. What was written down holds
    from then on: message_customer refuses who wants none. What holds now tells show_customer.
    """
    wish = _STANDINGS[args.wish]
    change = customers.record_consent(
        ctx, customers.the_one(ctx, args.customer), wish, purpose=args.purpose,
        channel=args.channel, words=args.reason or "",
    )  # fmt: skip
    said = ctx.say(
        "consent-recorded", name=change.subject, standing=wish.value,
        purpose=args.purpose.value if args.purpose else "all",
        channel=args.channel.value if args.channel else "all",
    )  # fmt: skip
    return ToolResult(
        facts={
            "customer": change.subject,
            "before": _purposes(change.before),
            "after": _purposes(change.after),
            "channel": args.channel.value if args.channel else None,
        },
        says=said,
        mentions=(Mention(kind=Kind.CUSTOMER, id=args.customer, label=change.subject),),
        change=change,
    )


def _purposes(state: dict[str, str]) -> dict[str, str]:
    return {one.value: state[one.value] for one in Purpose if one.value in state}


def _differences(ctx: Context, change: Change) -> list[Difference]:
    before, after = _purposes(change.before), _purposes(change.after)
    return [
        Difference(
            label=ctx.say(f"consent-{name}"),
            before=ctx.say(f"consent-standing-{was}"),
            after=ctx.say(f"consent-standing-{after[name]}"),
        )
        for name, was in before.items()
    ]


def _how(ctx: Context, args: RecordConsent) -> Difference:
    how = ctx.say("consent-all")
    if args.channel is not None:
        channel = ctx.say(f"message-channel-{args.channel}")
        how = ctx.say("consent-only", channel=channel)
    return Difference(label=ctx.say("consent-how"), before="", after=how)
