"""What is remembered about whoever asks: shown, told, and forgotten for good."""

from typing import Annotated, Any

from pydantic import Field

from commerce import memory, words
from commerce.access import Permission
from commerce.context import Context
from commerce.memory import Asked, Memorable, Memory, Remembered
from tools import facts
from tools.arguments import OpenHours, ShortcutName, Warehouse
from tools.base import Arguments, Effect, Preview, ToolResult, tool
from tools.cards import Button, Column, Difference, TableCard, Tap

_EVERYONE = (Permission.ORDERS_READ, Permission.OWN_ORDERS)
_MOST_BUTTONS = 6


class ShowMemory(Arguments):
    """Nothing to say."""


@tool(*_EVERYONE)
def show_memory(ctx: Context, args: ShowMemory) -> ToolResult:
    """Show what is remembered about whoever asks: "what do you know about me?", "mere baare mein".

    Default warehouse and report, hours, named shortcuts, each with when and from which message it
    was learnt; the usual language, channel and hours, counted from their own messages. It knows
    nothing of anybody else: for a customer prefer show_customer, for colleagues list_people.
    """
    known = memory.memories(ctx)
    return ToolResult(
        facts={"count": len(known), "memories": [_facts(ctx, one) for one in known]},
        says=ctx.say("memory-shown", count=len(known)),
        cards=(_table(ctx, known),) if known else (),
    )


class Remember(Arguments):
    """One thing to remember: a name for what was asked last, a warehouse, hours, or the report."""

    what: Annotated[
        Memorable | None,
        Field(description="Only `report` is needed: what was asked last becomes their report."),
    ] = None
    name: ShortcutName | None = None
    warehouse: Warehouse | None = None
    hours: OpenHours | None = None
    request: Annotated[
        str | None,
        Field(
            min_length=3, max_length=500,
            description="What the name stands for, in words, where it is not what was asked last.",
        ),
    ] = None  # fmt: skip


@tool(Permission.ORDERS_READ, effect=Effect.WRITE, undo=memory.undo_remember, own=True)
def remember(ctx: Context, args: Remember) -> ToolResult:
    """Remember something about whoever asks, because they say so: "call this my morning report".

    `name` gives what was asked last in this conversation a name, by which it is asked for later;
    `what=report` makes it their default report. Also "mera default warehouse Bhiwandi rakho", "I
    work from 10 to 7". It asks nobody first and can be undone; never use it unasked. For the
    language prefer set_my_language, for what should come by itself schedule_report.
    """
    change = memory.remember(ctx, _asked(args))
    kind, value = Remembered(change.after["kind"]), change.after["value"]
    says = ctx.say(
        f"memory-remembered-{kind.value}", name=value.get("name", ""),
        request=value.get("request", ""), hours=value.get("hours", ""),
        warehouse=value.get("called", ""), code=value.get("code", ""),
    )  # fmt: skip
    return ToolResult(facts={"what": kind.value, **value}, says=says, change=change)


class Forget(Arguments):
    """What to forget: a kind, or one shortcut by its name."""

    what: Remembered | None = None
    name: ShortcutName | None = None


def _preview_forget(ctx: Context, args: Forget) -> Preview:
    change = memory.plan_forget(ctx, args.what, args.name)
    what = args.name or ctx.say(f"remembered-{change.subject}")
    return Preview(
        title=ctx.say("memory-forget-title", what=what),
        differences=(
            Difference(
                label=ctx.say("memory-known"),
                before=ctx.say("memory-count", count=change.before["known"]),
                after=ctx.say("memory-count", count=0),
            ),
        ),
        change=change,
    )


@tool(*_EVERYONE, effect=Effect.WRITE, preview=_preview_forget, own=True)
def forget(ctx: Context, args: Forget) -> ToolResult:
    """Forget for good what is remembered about whoever asks: "forget everything about me".

    A kind (`what`), or one shortcut by its name: "forget my morning report". It asks first, as it
    cannot be taken back. It changes no order and no customer; to take a change back there is undo.
    """
    change = memory.forget(ctx, args.what, args.name)
    what = args.name or ctx.say(f"remembered-{change.subject}")
    return ToolResult(
        facts={"forgot": change.before["kinds"], "count": change.before["known"]},
        says=ctx.say("memory-forgotten", what=what, count=change.before["known"]),
        change=change,
    )


def _asked(args: Remember) -> Asked:
    if args.name:
        return Asked(name=args.name, request=args.request)
    if args.warehouse or args.hours:
        return Asked(warehouse=args.warehouse, hours=args.hours)
    return Asked(is_report=args.what is Memorable.REPORT, request=args.request)


def _facts(ctx: Context, one: Memory) -> dict[str, Any]:
    return {
        "what": one.kind.value,
        "value": one.value,
        "stands_for": one.told or None,
        "learnt_at": facts.moment(ctx, one.learnt_at),
        "learnt_from": one.said or None,
        "counted_from_messages": one.messages or None,
    }


def _table(ctx: Context, known: Any) -> TableCard:
    shown = [
        _button(ctx, one) for one in known if one.learnt_at is not None or one.messages
    ]  # fmt: skip
    return TableCard(
        title=ctx.say("memory-title"),
        columns=tuple(
            Column(label=ctx.say(f"memory-column-{name}"))
            for name in ("what", "value", "when", "from")
        ),
        rows=tuple(
            (ctx.say(f"remembered-{one.kind.value}"), _value(ctx, one), _when(ctx, one),
             _from(ctx, one))
            for one in known
        ),
        note=ctx.say("memory-note", days=memory.COUNTED_DAYS),
        buttons=(*shown[:_MOST_BUTTONS], _everything(ctx)),
    )  # fmt: skip


def _value(ctx: Context, one: Memory) -> str:
    match one.kind:
        case Remembered.LANGUAGE:
            return ctx.say(f"memory-language-{one.value}")
        case Remembered.CHANNEL:
            key = f"memory-channel-{one.value}"
            return ctx.say(key) if words.has(key) else one.value
        case Remembered.WAREHOUSE:
            return ctx.say("memory-warehouse", code=one.value, name=one.told)
        case Remembered.SHORTCUT:
            return ctx.say("memory-shortcut", name=one.value, request=one.told)
        case Remembered.REPORT:
            return one.told
        case Remembered.HOURS | Remembered.EVERYTHING:
            return one.value


def _when(ctx: Context, one: Memory) -> str:
    if one.learnt_at is None:
        return ctx.say("memory-always")
    return ctx.say("memory-at", at=ctx.local(one.learnt_at))


def _from(ctx: Context, one: Memory) -> str:
    if one.messages:
        return ctx.say("memory-counted", count=one.messages)
    return ctx.say("memory-said", words=one.said) if one.said else ctx.say("memory-by-you")


def _button(ctx: Context, one: Memory) -> Button:
    named = one.kind is Remembered.SHORTCUT
    what = one.value if named else ctx.say(f"remembered-{one.kind.value}")
    arguments = {"name": one.value} if named else {"what": one.kind.value}
    return Button(
        label=ctx.say("memory-forget", what=what),
        says=ctx.say("memory-forget", what=what),
        tap=Tap(kind="call", tool="forget", arguments=arguments),
    )


def _everything(ctx: Context) -> Button:
    label = ctx.say("memory-forget-all")
    tap = Tap(kind="call", tool="forget", arguments={"what": Remembered.EVERYTHING.value})
    return Button(label=label, says=label, tap=tap)
