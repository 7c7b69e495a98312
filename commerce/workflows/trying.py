"""What a workflow would have done with what really happened, without doing any of it.

Each past event of its kind is put to the conditions as things stand now; of a wait it is said that
nothing happened meanwhile, of a question that the answer was yes: the most it could come to.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from commerce import messaging
from commerce.access import Permission
from commerce.context import Context
from commerce.money import Money
from commerce.workflows import queries, queries_facts
from commerce.workflows.definition import (
    AskApproval,
    Branch,
    Definition,
    Each,
    OnEvent,
    Send,
    Step,
    Stop,
    Wait,
    duration,
)
from commerce.workflows.events import EVENTS, LISTS
from commerce.workflows.facts import AsNeeded, holds
from commerce.workflows.running import event_values
from commerce.workflows.timing import next_time
from commerce.workflows.types import DryRun

DAYS: Final = 30
MOST_EVENTS: Final = 2_000
_HUNDREDTHS: Final = 100
"""Prices of messages are in hundredths of the smallest coin."""


@dataclass(slots=True)
class _Tally:
    runs: int = 0
    channels: Counter[str] = field(default_factory=Counter)
    actions: Counter[str] = field(default_factory=Counter)
    touched: set[tuple[str, str]] = field(default_factory=set)
    cost: int = 0
    unpriced: int = 0


def dry_run(ctx: Context, definition: Definition, days: int = DAYS) -> DryRun:
    """Return what a workflow would have done in the days before now; nothing is written.

    Raises:
        NotAllowed: The actor may not read reports.
    """
    ctx.require(Permission.REPORTS_READ)
    tally = _Tally()
    prices = _prices(ctx)
    since = ctx.now - timedelta(days=days)
    beginnings = list(_beginnings(ctx, definition, since))
    last: dict[str, datetime] = {}
    for at, about, event in beginnings[:MOST_EVENTS]:
        if about[1]:
            before = last.get(about[1])
            if before is not None and at < before + duration(definition.once_every):
                continue
        if not holds(definition.condition, AsNeeded(ctx, about, event, {})):
            continue
        last[about[1]] = at
        tally.runs += 1
        _walk(ctx, definition.steps, about, event, tally, prices)
    return DryRun(
        days=days, events=len(beginnings), runs=tally.runs, messages=tally.channels.total(),
        by_channel=dict(tally.channels),
        cost=Money(round(tally.cost / _HUNDREDTHS), ctx.currency), unpriced=tally.unpriced,
        touched=dict(Counter(kind for kind, _ in tally.touched)), actions=dict(tally.actions),
        cut=len(beginnings) > MOST_EVENTS,
    )  # fmt: skip


def _beginnings(
    ctx: Context, definition: Definition, since: datetime
) -> Iterator[tuple[datetime, tuple[str, str], dict[str, Any]]]:
    when = definition.when
    if isinstance(when, OnEvent):
        kinds = EVENTS[when.event].kinds
        told = False
        for event in queries.events_of(ctx, kinds, since, MOST_EVENTS + 1):
            told = True
            yield event.at, (definition.subject.value, event.subject), event_values(event)
        if not told:
            # A past that was read in has no events; its rows still tell when things happened.
            for at, name in queries_facts.past(ctx, when.event, since, MOST_EVENTS + 1):
                yield at, (definition.subject.value, name), {"kind": when.event}
        return
    planned = next_time(when, ctx.zone, since)
    while planned is not None and planned <= ctx.now:
        yield planned, ("shop", ""), {"kind": "clock"}
        planned = next_time(when, ctx.zone, planned)


def _walk(
    ctx: Context, steps: tuple[Step, ...], about: tuple[str, str], event: dict[str, Any],
    tally: _Tally, prices: dict[tuple[str, str], int | None],
) -> bool:  # fmt: skip
    """Count what steps would do; false where the run would have stopped."""
    facts = AsNeeded(ctx, about, event, {"wait.happened": False})
    for step in steps:
        match step:
            case Stop():
                return False
            case Wait():
                continue
            case Branch() | AskApproval():
                so = not isinstance(step, Branch) or holds(step.condition, facts)
                inner = step.then if so else step.otherwise
                if not _walk(ctx, inner, about, event, tally, prices):
                    return False
            case Each():
                kind = LISTS[step.of].subject.value
                for name in queries_facts.things(ctx, step.of, about, step.limit):
                    if not _walk(ctx, step.steps, (kind, name), event, tally, prices):
                        return False
            case _:
                _count(step, about, tally, prices)
    return True


def _count(
    step: Step, about: tuple[str, str], tally: _Tally, prices: dict[tuple[str, str], int | None]
) -> None:
    tally.actions[step.do] += 1
    if about[1]:
        tally.touched.add(about)
    if isinstance(step, Send):
        tally.channels[step.by] += 1
        price = prices.get((step.by, step.template))
        tally.cost += price or 0
        tally.unpriced += price is None and step.by in ("whatsapp", "sms")


def _prices(ctx: Context) -> dict[tuple[str, str], int | None]:
    """Return what a text costs, by channel and name: hundredths of the smallest coin."""
    if not ctx.actor.may(Permission.SETTINGS_WRITE):
        return {}
    return {(one.channel, one.name): one.cost_minor for one in messaging.templates(ctx)}
