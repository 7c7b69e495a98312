"""One past event put to a workflow, step by step, without doing any of it.

As in a dry run, things are looked at as they stand now, nothing is heard while it waits, and a
question is answered with yes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Literal

from commerce.access import Permission
from commerce.context import Context
from commerce.errors import NotFound
from commerce.workflows import queries_facts
from commerce.workflows.definition import (
    AskApproval,
    Branch,
    Condition,
    Definition,
    Each,
    Send,
    Step,
    Stop,
    Wait,
    compared,
    texts_of,
)
from commerce.workflows.events import LISTS
from commerce.workflows.facts import AsNeeded, fill, holds
from commerce.workflows.sending import filled
from commerce.workflows.trying import DAYS, MOST_EVENTS, beginnings

MOST_SHOWN: Final = 50
MOST_TOLD: Final = 200
"""Steps of one rehearsal; a loop over a long list is cut."""

Outcome = Literal["begins", "not", "would", "yes", "no", "waits", "ends"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """Something that happened, and would have begun a workflow if it had been on."""

    at: datetime
    kind: str
    """What it is about: `order`, `parcel`, `customer`, `product` or `shop`."""
    subject: str
    """Its name; empty where a workflow begins by the clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsed:
    """What one step would come to."""

    key: str
    """Its place, as in an outline."""
    do: str
    outcome: Outcome
    about: str
    """What it is about, within a loop; else empty."""
    texts: tuple[tuple[str, str], ...] = ()
    """What would be written, by the name of its part, with all places filled in."""
    seen: tuple[tuple[str, Any], ...] = ()
    """Fields that were looked at, with what they held; `None` where nothing is known."""


def past(ctx: Context, definition: Definition, days: int = DAYS) -> Sequence[Past]:
    """Return the latest events that could have begun a workflow, the newest first.

    Raises:
        NotAllowed: The actor may not read reports.
    """
    ctx.require(Permission.REPORTS_READ)
    found = [
        Past(at=at, kind=kind, subject=subject)
        for at, (kind, subject), _ in _beginnings(ctx, definition, days)
    ]
    return found[-MOST_SHOWN:][::-1]


def rehearse(
    ctx: Context, definition: Definition, at: datetime, subject: str
) -> Sequence[Rehearsed]:
    """Return what a workflow would have done about one past event, in order.

    Raises:
        NotAllowed: The actor may not read reports.
        NotFound: Nothing like it happened then.
    """
    ctx.require(Permission.REPORTS_READ)
    days = max(DAYS, (ctx.now - at).days + 1)
    for when, about, event in _beginnings(ctx, definition, min(days, 2 * DAYS)):
        if (when, about[1]) == (at, subject):
            return tuple(_rehearsal(ctx, definition, about, event))[:MOST_TOLD]
    raise NotFound("error-workflow-no-event")


def _beginnings(
    ctx: Context, definition: Definition, days: int
) -> list[tuple[datetime, tuple[str, str], dict[str, Any]]]:
    return list(beginnings(ctx, definition, ctx.now - timedelta(days=days)))[:MOST_EVENTS]


def _rehearsal(
    ctx: Context, definition: Definition, about: tuple[str, str], event: dict[str, Any]
) -> Iterator[Rehearsed]:
    facts = AsNeeded(ctx, about, event, {})
    yield Rehearsed(key="when", do="when", outcome="begins", about="")
    if definition.condition is not None:
        is_so = holds(definition.condition, facts)
        yield Rehearsed(
            key="if", do="if", outcome="yes" if is_so else "not", about="",
            seen=_seen(definition.condition, facts),
        )  # fmt: skip
        if not is_so:
            return
    yield from _Walk(ctx, event).steps(definition.steps, "", about, "")


class _Walk:
    """Goes through steps as a run would."""

    def __init__(self, ctx: Context, event: dict[str, Any]) -> None:
        self._ctx = ctx
        self._event = event
        self._ended = False

    def steps(
        self, steps: Sequence[Step], before: str, about: tuple[str, str], named: str
    ) -> Iterator[Rehearsed]:
        facts = AsNeeded(self._ctx, about, self._event, {"wait.happened": False})
        for number, step in enumerate(steps):
            if not self._ended:
                yield from self._step(step, f"{before}{number}", about, named, facts)

    def _step(
        self, step: Step, key: str, about: tuple[str, str], named: str, facts: AsNeeded
    ) -> Iterator[Rehearsed]:
        match step:
            case Stop():
                self._ended = True
                yield Rehearsed(key=key, do=step.do, outcome="ends", about=named)
            case Wait():
                yield Rehearsed(key=key, do=step.do, outcome="waits", about=named)
            case Branch():
                is_so = holds(step.condition, facts)
                yield Rehearsed(
                    key=key, do=step.do, outcome="yes" if is_so else "no", about=named,
                    seen=_seen(step.condition, facts),
                )  # fmt: skip
                inner, lane = (step.then, "then") if is_so else (step.otherwise, "else")
                yield from self.steps(inner, f"{key}.{lane}.", about, named)
            case AskApproval():
                texts = _texts(self._ctx, step, facts)
                yield Rehearsed(key=key, do=step.do, outcome="yes", about=named, texts=texts)
                yield from self.steps(step.then, f"{key}.then.", about, named)
            case Each():
                yield Rehearsed(key=key, do=step.do, outcome="would", about=named)
                kind = LISTS[step.of].subject.value
                for name in queries_facts.things(self._ctx, step.of, about, step.limit):
                    yield from self.steps(step.steps, f"{key}.steps.", (kind, name), name)
            case _:
                texts = _texts(self._ctx, step, facts)
                yield Rehearsed(key=key, do=step.do, outcome="would", about=named, texts=texts)


def _texts(ctx: Context, step: Step, facts: AsNeeded) -> tuple[tuple[str, str], ...]:
    if isinstance(step, Send):
        text = filled(ctx, step, facts)
        return (("template", text),) if text is not None else ()
    return tuple((part, fill(text, facts)) for part, text in texts_of(step) if text)


def _seen(condition: Condition, facts: AsNeeded) -> tuple[tuple[str, Any], ...]:
    return tuple((name, facts.get(name)) for name in dict.fromkeys(compared(condition)))
