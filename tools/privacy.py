"""Erasing who a customer was, in chat."""

from commerce import customers, privacy
from commerce.access import Permission
from commerce.context import Context
from commerce.privacy import BACK_WITHIN
from tools.arguments import Customer
from tools.base import Arguments, Effect, Preview, ToolResult, tool
from tools.cards import Difference

_HOURS = int(BACK_WITHIN.total_seconds() // 3600)
_SAID = ("addresses", "orders", "messages", "files", "reviews")


class EraseCustomer(Arguments):
    """Whose."""

    customer: Customer


def _preview(ctx: Context, args: EraseCustomer) -> Preview:
    change = privacy.plan_erasure(ctx, customers.the_one(ctx, args.customer))
    held = change.before["held"]
    return Preview(
        title=ctx.say("erase-title", name=change.subject),
        differences=(
            Difference(
                label=ctx.say("erase-goes"),
                before=", ".join(
                    ctx.say(f"erase-{name}", count=held.get(name, 0))
                    for name in _SAID
                    if held.get(name) and name != "orders"
                )
                or ctx.say("erase-name-only"),
                after=ctx.say("erase-after", hours=_HOURS),
            ),
            Difference(
                label=ctx.say("erase-stays"),
                before=ctx.say("erase-orders", count=held.get("orders", 0)),
                after=ctx.say("erase-of-nobody"),
            ),
        ),
        change=change,
    )


@tool(Permission.SETTINGS_WRITE, effect=Effect.WRITE, preview=_preview, undo=privacy.undo_erasure)
def erase_customer(ctx: Context, args: EraseCustomer) -> ToolResult:
    """Erase who a customer is, for good, a day from now: their right under the DPDP Act.

    For "delete all data of Asha Rao", "customer of 1042 wants to be forgotten", "iska data hata
    do". Names, numbers, e-mail, addresses, conversations and files go, wherever they are written;
    orders, money and consents stay, of nobody, as tax and disputes want them. Refused while an
    order, a payment or an approval of theirs is open. To only stop messages use record_consent.
    """
    change = privacy.ask_erasure(ctx, customers.the_one(ctx, args.customer))
    return ToolResult(
        facts={
            "customer": change.subject,
            "held": change.before["held"],
            "due_at": change.after["due_at"],
            "may_be_taken_back_hours": _HOURS,
        },
        says=ctx.say("erase-asked", name=change.subject, hours=_HOURS),
        change=change,
    )
