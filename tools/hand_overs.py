"""Conversations in which a person is wanted, for those who answer them."""

from typing import Any

from commerce import people
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.people import HandOverQueue, WantedPerson
from tools import facts
from tools.arguments import Customer, Limit
from tools.base import Arguments, Effect, ToolResult, tool
from tools.cards import Button, Column, TableCard, Tap


class ListHandOvers(Arguments):
    """Which conversations."""

    status: HandOverQueue = HandOverQueue.WAITING
    limit: Limit = 10


@tool(Permission.CONVERSATIONS)
def list_hand_overs(ctx: Context, args: ListHandOvers) -> ToolResult:
    """List conversations in which somebody asked for a person, the longest waiting first.

    For "who wants to talk to a human", "which customers wait for us", "my conversations". To
    answer in one use take_over; undelivered parcels are list_ndr.
    """
    found = people.hand_overs(ctx, args.status, args.limit)
    return ToolResult(
        facts={
            "status": args.status.value,
            "count": len(found),
            "hand_overs": [_facts(ctx, one) for one in found],
        },
        says=ctx.say("hand-over-found", count=len(found), queue=args.status.value),
        cards=(_table(ctx, found),) if found else (),
    )


class TakeOver(Arguments):
    """Whose conversation."""

    customer: Customer | None = None


@tool(Permission.CONVERSATIONS, effect=Effect.WRITE, undo=people.undo_hand_over_step)
def take_over(ctx: Context, args: TakeOver) -> ToolResult:
    """Take over a conversation in which a person is wanted: the assistant keeps quiet in it.

    By name, or by number such as #12; without either it is the only one that waits. When the
    matter is settled use close_hand_over. Asks nobody first and can be undone.
    """
    return _written(ctx, "hand-over-taken", people.take_over(ctx, args.customer))


class CloseHandOver(Arguments):
    """Whose conversation."""

    customer: Customer | None = None


@tool(Permission.CONVERSATIONS, effect=Effect.WRITE, undo=people.undo_hand_over_step)
def close_hand_over(ctx: Context, args: CloseHandOver) -> ToolResult:
    """Give a conversation back to the assistant, as the matter is settled.

    By name, or by number such as #12; without either it is the one you have taken over.
    """
    return _written(ctx, "hand-over-closed", people.close_hand_over(ctx, args.customer))


def _written(ctx: Context, key: str, change: Change) -> ToolResult:
    number = change.after["number"]
    waiting = people.hand_overs(ctx, HandOverQueue.WAITING, 100)
    closed = people.hand_overs(ctx, HandOverQueue.CLOSED, 20)
    one = next(one for one in (*waiting, *closed) if one.id == number)
    return ToolResult(
        facts=_facts(ctx, one),
        says=ctx.say(key, name=one.name, phone=one.phone or "none", reason=one.reason),
        change=change,
    )


def _facts(ctx: Context, one: WantedPerson) -> dict[str, Any]:
    return {
        "number": one.id,
        "name": one.name,
        "is_customer": one.is_customer,
        "phone": one.phone,
        "reason": one.reason,
        "status": one.status,
        "taken_by": one.taken_by,
        "since": facts.moment(ctx, one.since),
        "last_words": one.last_words,
    }


def _table(ctx: Context, found: tuple[WantedPerson, ...]) -> TableCard:
    columns = ("name", "reason", "since", "status")
    return TableCard(
        title=ctx.say("hand-over-title"),
        columns=tuple(Column(label=ctx.say(f"hand-over-column-{name}")) for name in columns),
        rows=tuple(
            (
                one.name,
                one.reason,
                ctx.say("hand-over-since", at=ctx.local(one.since)),
                ctx.say("hand-over-status", status=one.status, name=one.taken_by or ""),
            )
            for one in found
        ),
        taps=tuple(_next_step(ctx, one) for one in found),
    )


def _next_step(ctx: Context, one: WantedPerson) -> Button:
    """Offer to take what is open, and to close what is taken; a closed one is only shown."""
    if one.status == "closed":
        call = Tap(kind="call", tool="list_hand_overs", arguments={"status": "closed"})
        return Button(label=ctx.say("hand-over-show"), says=ctx.say("hand-over-show"), tap=call)
    step = "take_over" if one.status == "open" else "close_hand_over"
    key = step.replace("_", "-")
    return Button(
        label=ctx.say(f"hand-over-button-{key}"),
        says=ctx.say(f"hand-over-button-{key}-says", name=one.name),
        tap=Tap(kind="call", tool=step, arguments={"customer": f"#{one.id}"}),
    )
