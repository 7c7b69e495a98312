"""Conversations in which a person is wanted, for those who answer them."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from commerce import people
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.people import HandOverQueue, Overheard, Said, WantedPerson
from tools import facts
from tools.arguments import Customer, Kind, Limit
from tools.base import Arguments, Effect, Preview, ToolResult, tool
from tools.cards import Button, Column, Difference, TableCard, Tap


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


class ShowHandOver(Arguments):
    """Whose conversation."""

    customer: Customer | None = None


@tool(Permission.CONVERSATIONS)
def show_hand_over(ctx: Context, args: ShowHandOver) -> ToolResult:
    """Show what was said last in a conversation in which a person is wanted.

    "What did Asha write", "show the chat of Ravi", "did he answer". By name, or by number such as
    #12. For who waits at all use list_hand_overs; to write to them answer_customer.
    """
    found = people.overhear(ctx, args.customer)
    return ToolResult(
        facts=_facts(ctx, found.wanted)
        | {"messages": [_said_facts(ctx, one) for one in found.said]},
        says=ctx.say(
            "hand-over-shown",
            name=found.wanted.name,
            status=found.wanted.status,
            by=found.wanted.taken_by or "",
            count=len(found.said),
        ),
        cards=(_transcript(ctx, found),),
    )


Words = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000),
    Kind.NOTE,
    Field(description="What to tell them, letter by letter as the person wrote it."),
]


class AnswerCustomer(Arguments):
    """What to tell whom."""

    text: Words
    customer: Customer | None = None


@tool(Permission.CONVERSATIONS, effect=Effect.WRITE)
def answer_customer(ctx: Context, args: AnswerCustomer) -> ToolResult:
    """Write to a customer in the conversation that a person has taken over, at once.

    "Answer Asha: your parcel comes tomorrow", "Ravi ko likho ki kal aayega". Only in the person's
    own words, never in yours: where they gave none, ask what to write. It cannot be taken back.
    For a message about a failed delivery use message_customer.
    """
    change = people.answer_customer(ctx, args.text, args.customer)
    one = people.wanted_person(ctx, change.after["number"])
    said = ctx.say("hand-over-answered", name=one.name)
    sent = Difference(label=ctx.say("hand-over-column-said"), before="", after=args.text)
    return ToolResult(
        facts=_facts(ctx, one) | {"said": args.text},
        says=said,
        change=change,
        made=Preview(title=said, differences=(sent,), change=change),
    )


def _said_facts(ctx: Context, one: Said) -> dict[str, Any]:
    return {"at": facts.moment(ctx, one.at), "by": one.by or "assistant", "text": one.text}


def _transcript(ctx: Context, found: Overheard) -> TableCard:
    one = found.wanted
    columns = ("when", "by", "said")
    return TableCard(
        title=ctx.say("hand-over-transcript", name=one.name),
        columns=tuple(Column(label=ctx.say(f"hand-over-column-{name}")) for name in columns),
        rows=tuple(
            (
                ctx.say("hand-over-since", at=ctx.local(said.at)),
                said.by or ctx.say("hand-over-by-assistant"),
                said.text,
            )
            for said in found.said
        ),
        note=ctx.say("hand-over-reason", reason=one.reason),
        buttons=() if one.status == "closed" else (_next_step(ctx, one),),
    )


def _written(ctx: Context, key: str, change: Change) -> ToolResult:
    one = people.wanted_person(ctx, change.after["number"])
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
        taps=tuple(_opened(ctx, one) for one in found),
    )


def _opened(ctx: Context, one: WantedPerson) -> Button:
    return Button(
        label=ctx.say("hand-over-open"),
        says=ctx.say("hand-over-open-says", name=one.name),
        tap=Tap(kind="call", tool="show_hand_over", arguments={"customer": f"#{one.id}"}),
    )


def _next_step(ctx: Context, one: WantedPerson) -> Button:
    """Offer to take what is open, and to close what is taken."""
    step = "take_over" if one.status == "open" else "close_hand_over"
    key = step.replace("_", "-")
    return Button(
        label=ctx.say(f"hand-over-button-{key}"),
        says=ctx.say(f"hand-over-button-{key}-says", name=one.name),
        tap=Tap(kind="call", tool=step, arguments={"customer": f"#{one.id}"}),
    )
