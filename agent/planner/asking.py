"""Questions to the person, with answers to press where they are few or known."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from agent.llm import Question
from agent.planner.fields import Field, fields_of
from agent.planner.filling import Filled
from agent.planner.memory import Memory
from agent.planner.phrasing import openers
from agent.planner.steps import Step, call_button
from commerce import lookup, words, workflows
from commerce.access import Permission
from commerce.context import Context
from commerce.vocabulary import DeliverySlot
from tools.arguments import Kind
from tools.base import Effect, Tool
from tools.cards import Button

MOST_OPTIONS = 5
_DAYS_OFFERED = 3


def ask_for(
    ctx: Context, filled: Filled, spot: Field, memory: Memory, known: Sequence[str] = ()
) -> Step:
    """Ask for one missing argument.

    Args:
        known: The values that may be meant, where the message tells; else what usually may.
    """
    choices = [(value, value) for value in known] or _choices(ctx, filled.tool, spot, memory)
    options = () if known else _days_and_slots(ctx, filled, spot)
    options = options or tuple(
        _option(ctx, filled, {spot.name: value}, label) for value, label in choices[:MOST_OPTIONS]
    )
    return Step(
        question=Question(
            text=ctx.say(_need(spot)),
            options=options,
            tool=filled.tool.name,
            arguments=filled.arguments,
            argument=spot.name,
        )
    )


def confirm(ctx: Context, filled: Filled, others: Sequence[Filled]) -> Step:
    """Ask whether a write is meant, offering what else might be."""
    options = [call_button(ctx, f.tool, f.arguments) for f in (filled, *others) if not f.missing]
    return Step(
        question=Question(
            text=ctx.say("planner-confirm"),
            options=tuple(options),
            tool=filled.tool.name if not filled.missing else "",
            arguments=filled.arguments if not filled.missing else {},
        )
    )


def as_wide(ctx: Context, filled: Filled, left: Sequence[str]) -> Step:
    """Ask whether a change of many things is meant without words that found no place in it."""
    label = ctx.say("planner-without-it")
    # What a button says is put together from examples, and might say less than is changed.
    without = call_button(ctx, filled.tool, filled.arguments, label)
    without = without.model_copy(update={"says": label})
    return Step(
        question=Question(
            text=ctx.say("planner-not-placed", words=", ".join(left)),
            options=(without,),
            tool=filled.tool.name,
            arguments=filled.arguments,
        )
    )


def without(ctx: Context, filled: Filled, left: Sequence[str]) -> Step:
    """Say by what a read cannot be narrowed, and offer it without that."""
    label = ctx.say("planner-without-it")
    button = call_button(ctx, filled.tool, filled.arguments, label)
    return Step(
        question=Question(
            text=ctx.say("planner-left-out", words=", ".join(left)), options=(button,),
            tool=filled.tool.name, arguments=filled.arguments,
        )
    )  # fmt: skip


def which(ctx: Context, readings: Sequence[Filled]) -> Step:
    """Ask which of a few readings is meant."""
    options = tuple(call_button(ctx, f.tool, f.arguments) for f in readings if not f.missing)
    if not options:
        return Step(question=Question(text=ctx.say("planner-not-understood")))
    return Step(question=Question(text=ctx.say("planner-which"), options=options))


def tell(ctx: Context, key: str, tools: Mapping[str, Tool], **values: str) -> Step:
    """Say something, and show what can be asked."""
    return Step(
        question=Question(
            text=ctx.say(key, **values),
            options=tuple(Button(label=said, says=said) for said in _openers(ctx, tools)),
        )
    )


def no_future(ctx: Context, filled: Filled, name: str) -> Step:
    """Say that a period is over before it can be counted, and offer the day before."""
    return Step(
        question=Question(
            text=ctx.say("planner-future"),
            options=tuple(
                call_button(ctx, filled.tool, {**filled.arguments, name: period})
                for period in ("yesterday", "today")
            ),
        )
    )


def _openers(ctx: Context, tools: Mapping[str, Tool]) -> list[str]:
    reads_first = sorted(tools.values(), key=lambda tool: tool.effect is not Effect.READ)
    return openers(ctx, reads_first)


def _need(spot: Field) -> str:
    if spot.words is not None:
        key = f"planner-need-{spot.words.__name__}"
    else:
        key = f"planner-need-{spot.name if spot.many else spot.kind}"
    return key if words.has(key) else "planner-need-more"


def _days_and_slots(ctx: Context, filled: Filled, spot: Field) -> tuple[Button, ...]:
    """Return each of the next days with each part of it, where a customer is asked for both.

    Nine at most, as many as every messenger's list takes with room for one more.
    """
    slot = next((f for f in fields_of(filled.tool.arguments) if f.words is DeliverySlot), None)
    asked = spot.kind is Kind.DAY and slot is not None and slot.name not in filled.arguments
    if slot is None or not asked or ctx.actor.customer_id is None:
        return ()
    return tuple(
        _option(
            ctx, filled, {spot.name: day, slot.name: part},
            ctx.say("planner-day-slot", day=on, slot=said),
        )
        for day, on in _choices_of_days(ctx)
        for part, said in _slots(ctx)
    )  # fmt: skip


def _option(ctx: Context, filled: Filled, values: Mapping[str, Any], label: str) -> Button:
    done = filled.given(values)
    if done.missing:
        return Button(label=label, says=label)
    return call_button(ctx, filled.tool, done.arguments, label)


def _choices(ctx: Context, tool: Tool, spot: Field, memory: Memory) -> list[tuple[Any, str]]:
    """Return values and labels of the likely answers; empty where anything could be."""
    match spot.kind:
        case Kind.ORDER | Kind.PARCEL:
            return [(value, value) for value in _known(ctx, tool, spot, memory)]
        case Kind.DAY:
            return _choices_of_days(ctx)
        case Kind.PERIOD:
            periods = ("today", "yesterday", "this_week", "this_month")
            return [(name, ctx.say(f"planner-period-{name}")) for name in periods]
        case Kind.PRODUCT | Kind.CUSTOMER | Kind.WAREHOUSE if spot.kind is not None:
            return [(m.id, m.label or m.id) for m in memory.shown(spot.kind)]
        case Kind.WORKFLOW:
            return [(one.name, one.title) for one in workflows.list_workflows(ctx)]
    if spot.words is DeliverySlot:
        return _slots(ctx)
    return [(word.value, word.value) for word in spot.words or ()]


def _choices_of_days(ctx: Context) -> list[tuple[Any, str]]:
    days = [ctx.today + timedelta(days=ahead) for ahead in range(1, _DAYS_OFFERED + 1)]
    return [(day.isoformat(), ctx.say("planner-day", day=day)) for day in days]


def _slots(ctx: Context) -> list[tuple[Any, str]]:
    return [(slot.value, ctx.say(f"planner-slot-{slot.value}")) for slot in DeliverySlot]


def _known(ctx: Context, tool: Tool, spot: Field, memory: Memory) -> Sequence[str]:
    """Return ids that may be meant: those just shown, else the customer's own or the open cases."""
    assert spot.kind is not None
    shown = [mention.id for mention in memory.shown(spot.kind)]
    if shown:
        return shown
    if ctx.actor.customer_id is not None:
        return lookup.recent_orders(ctx)
    if set(tool.needs) & {Permission.NDR_READ, Permission.NDR_ACT}:
        return lookup.open_cases(ctx)
    return ()
