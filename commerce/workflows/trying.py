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
from commerce.workflows.events import EVENTS, LISTS, LOW_STOCK, THRESHOLD
from commerce.workflows.facts import AsNeeded, holds
from commerce.workflows.lookups import Lookups
from commerce.workflows.running import begins, event_values
from commerce.workflows.timing import next_time
from commerce.workflows.types import DryRun

DAYS: Final = 30
MOST_EVENTS: Final = 1_500
_HUNDREDTHS: Final = 100
"""Prices of messages are in hundredths of the smallest coin."""


_List = tuple[list[tuple[str, str]], Lookups]


@dataclass(slots=True)
class _Tally:
    times: int = 1
    """How many runs each that is walked through stands for."""
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
    since = ctx.now - timedelta(days=days)
    begun = list(beginnings(ctx, definition, since))
    looked_at, times = begun[:MOST_EVENTS], 1
    if not isinstance(definition.when, OnEvent):
        # By the clock one run is like another, for things are looked at as they stand now.
        looked_at, times = begun[:1], len(looked_at)
    tally, among = _Tally(times=times), Lookups(ctx, [about for _, about, _ in looked_at])
    walk = _Walk(ctx, tally)
    last: dict[str, datetime] = {}
    for at, about, event in looked_at:
        if about[1]:
            before = last.get(about[1])
            if before is not None and at < before + duration(definition.once_every):
                continue
        if not holds(definition.condition, AsNeeded(ctx, about, event, {}, among)):
            continue
        last[about[1]] = at
        tally.runs += times
        walk.steps(definition.steps, about, event, among)
    return DryRun(
        days=days, events=len(begun), runs=tally.runs, messages=tally.channels.total(),
        by_channel=dict(tally.channels),
        cost=Money(round(tally.cost / _HUNDREDTHS), ctx.currency), unpriced=tally.unpriced,
        touched=dict(Counter(kind for kind, _ in tally.touched)), actions=dict(tally.actions),
        cut=len(begun) > MOST_EVENTS,
    )  # fmt: skip


def beginnings(
    ctx: Context, definition: Definition, since: datetime
) -> Iterator[tuple[datetime, tuple[str, str], dict[str, Any]]]:
    """Yield what could have begun a workflow: when, what it is about, and what was told of it."""
    when = definition.when
    if isinstance(when, OnEvent):
        kinds = EVENTS[when.event].kinds
        told = False
        for event in queries.events_of(ctx, kinds, since, MOST_EVENTS + 1):
            if not begins(ctx, when, event):
                continue
            told = True
            yield event.at, (definition.subject.value, event.subject), event_values(event)
        if not told and when.event == LOW_STOCK:
            below = when.below or THRESHOLD
            for sku in queries_facts.low_stock(ctx, MOST_EVENTS + 1, below, when.product):
                yield ctx.now, ("product", sku), {"kind": LOW_STOCK, "value": below}
        elif not told:
            # A past that was read in has no events; its rows still tell when things happened.
            for at, name in queries_facts.past(ctx, when.event, since, MOST_EVENTS + 1):
                yield at, (definition.subject.value, name), {"kind": when.event}
        return
    planned = next_time(when, ctx.zone, since)
    while planned is not None and planned <= ctx.now:
        yield planned, ("shop", ""), {"kind": "clock"}
        planned = next_time(when, ctx.zone, planned)


class _Walk:
    """Goes through steps as runs would, and counts what they would do."""

    def __init__(self, ctx: Context, tally: _Tally) -> None:
        self._ctx = ctx
        self._tally = tally
        self._prices = _prices(ctx)
        self._lists: dict[tuple[str, tuple[str, str], int], _List] = {}

    def steps(
        self, steps: tuple[Step, ...], about: tuple[str, str], event: dict[str, Any],
        among: Lookups,
    ) -> bool:  # fmt: skip
        """Count what steps would do; false where the run would have stopped."""
        facts = AsNeeded(self._ctx, about, event, {"wait.happened": False}, among)
        for step in steps:
            match step:
                case Stop():
                    return False
                case Wait():
                    continue
                case Branch() | AskApproval():
                    so = not isinstance(step, Branch) or holds(step.condition, facts)
                    inner = step.then if so else step.otherwise
                    if not self.steps(inner, about, event, among):
                        return False
                case Each():
                    things, together = self._list(step, about)
                    for thing in things:
                        if not self.steps(step.steps, thing, event, together):
                            return False
                case _:
                    self._count(step, about)
        return True

    def _list(self, step: Each, about: tuple[str, str]) -> _List:
        """Return what a loop goes through; a list of the whole shop is the same for every run."""
        of_its_own = step.of.startswith(f"{about[0]}.")
        key = (step.of, about if of_its_own else ("shop", ""), step.limit)
        if key not in self._lists:
            kind = LISTS[step.of].subject.value
            names = queries_facts.things(self._ctx, step.of, about, step.limit)
            things = [(kind, name) for name in names]
            self._lists[key] = things, Lookups(self._ctx, things)
        return self._lists[key]

    def _count(self, step: Step, about: tuple[str, str]) -> None:
        tally = self._tally
        tally.actions[step.do] += tally.times
        if about[1]:
            tally.touched.add(about)
        if isinstance(step, Send):
            tally.channels[step.by] += tally.times
            price = self._prices.get((step.by, step.template))
            tally.cost += tally.times * (price or 0)
            if price is None and step.by in ("whatsapp", "sms"):
                tally.unpriced += tally.times


def _prices(ctx: Context) -> dict[tuple[str, str], int | None]:
    """Return what a text costs, by channel and name: hundredths of the smallest coin."""
    if not ctx.actor.may(Permission.SETTINGS_WRITE):
        return {}
    return {(one.channel, one.name): one.cost_minor for one in messaging.templates(ctx)}
