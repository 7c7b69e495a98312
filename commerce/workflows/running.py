"""How runs begin: by what happened, and by the clock.

Each event is taken from those to be heard in the transaction that begins its runs, so that it
begins each workflow once, whatever dies in between.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session, sessionmaker

from commerce import settings
from commerce.access import the_shop_itself
from commerce.context import Context
from commerce.db import begin_write
from commerce.db.tables import EventRow, WorkflowRow, WorkflowRunRow
from commerce.workflows import queries, queries_facts
from commerce.workflows.definition import Definition, OnEvent, duration
from commerce.workflows.events import EVENTS, LOW_STOCK, THRESHOLD, named
from commerce.workflows.facts import gather, holds
from commerce.workflows.reading import parse
from commerce.workflows.timing import next_time
from commerce.workflows.types import Health, RunStatus, WorkflowStatus

MOST_CAUSES: Final = 5
"""Workflows one after the other, each begun by what the one before did."""
AT_ONCE: Final = 100
"""Events heard in one transaction."""
CAUGHT_UP: Final = timedelta(hours=12)
"""How late a workflow still begins by the clock, once, after nobody was at work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """A run to be taken up."""

    shop_id: int
    run_id: int
    segment: int
    """Which time it is taken up; an older ticket of the run is worth nothing."""
    at: datetime
    """When."""


def context_of(session: Session, shop_id: int, now: datetime) -> Context:
    """Return a shop as its own work in the background sees it."""
    shop = queries.shop(session, shop_id)
    return Context(
        session=session, actor=the_shop_itself(shop_id), now=now, shop_name=shop.name,
        zone=ZoneInfo(shop.zone), currency=shop.currency, channel="workflow",
        language=settings.default_language(session, shop_id),
    )  # fmt: skip


def hear(sessions: sessionmaker[Session], now: datetime) -> list[Ticket]:
    """Let the workflows of every shop hear what happened; return the runs to take up now."""
    with sessions() as session:
        shops = [shop.id for shop in queries.shops(session) if queries.unheard(session, shop.id, 1)]
    tickets: list[Ticket] = []
    for shop_id in shops:
        while True:
            with sessions() as session:
                begin_write(session, shop_id)
                events = queries.unheard(session, shop_id, AT_ONCE)
                ctx = context_of(session, shop_id, now)
                ears = _Ears(ctx)
                for event, causes in events:
                    if queries.heard(session, shop_id, event.id):
                        tickets += ears.hear(event, [int(one) for one in causes])
                session.commit()
            if len(events) < AT_ONCE:
                break
    return tickets


def begin_by_clock(sessions: sessionmaker[Session], now: datetime) -> list[Ticket]:
    """Begin the workflows of every shop whose time has come; return the runs to take up now."""
    with sessions() as session:
        due = [
            shop.id
            for shop in queries.shops(session)
            for row in queries.all_of(session, shop.id, WorkflowStatus.ON)
            if row.next_at is not None and row.next_at <= now
        ]
    tickets: list[Ticket] = []
    for shop_id in sorted(set(due)):
        with sessions() as session:
            begin_write(session, shop_id)
            ctx = context_of(session, shop_id, now)
            for row in queries.all_of(session, shop_id, WorkflowStatus.ON):
                if row.next_at is not None and row.next_at <= now:
                    tickets += _begin_at(ctx, row, row.next_at)
            session.commit()
    return tickets


def any_there(sessions: sessionmaker[Session]) -> bool:
    """Tell whether any shop has a workflow that is not put away."""
    with sessions() as session:
        return any(queries.all_of(session, shop.id) for shop in queries.shops(session))


def health(session: Session, before: datetime) -> Health:
    """Return how runs stand; those that should have gone on before a moment are stuck."""
    found = [queries.health(session, shop.id, before) for shop in queries.shops(session)]
    return Health(
        live=sum(one.live for one in found), failed=sum(one.failed for one in found),
        stuck=sum(one.stuck for one in found),
    )  # fmt: skip


def overdue(
    sessions: sessionmaker[Session], now: datetime, patience: timedelta, limit: int = 200
) -> list[Ticket]:
    """Return runs that should be under way for so long already, the longest first."""
    with sessions() as session:
        return [
            _ticket(row, now)
            for shop in queries.shops(session)
            for row in queries.due_runs(session, shop.id, now - patience, limit)
        ]


def take_over(
    sessions: sessionmaker[Session], tickets: Sequence[Ticket], now: datetime
) -> list[Ticket]:
    """Take runs from whoever had them: older tickets are worth nothing from now on."""
    taken = []
    for shop_id in sorted({ticket.shop_id for ticket in tickets}):
        with sessions() as session:
            begin_write(session, shop_id)
            for ticket in tickets:
                row = (
                    queries.run(session, shop_id, ticket.run_id)
                    if ticket.shop_id == shop_id
                    else None
                )
                if row is not None and row.segment == ticket.segment and row.wake_at is not None:
                    row.segment += 1
                    row.wake_at = now
                    taken.append(_ticket(row, now))
            session.commit()
    return taken


def begin(
    ctx: Context, row: WorkflowRow, definition: Definition, *, about: tuple[str, str],
    event: Mapping[str, Any], key: str, causes: Sequence[int] = (),
) -> WorkflowRunRow | None:  # fmt: skip
    """Begin a run in the transaction under way; `None` where it should not.

    It should not where the same began it before, where it ran about the same thing lately, where
    the workflow itself led to it, or its condition does not hold.
    """
    session, shop_id = ctx.session, ctx.actor.shop_id
    if row.id in causes or len(causes) >= MOST_CAUSES:
        return None
    if queries.run_of_key(session, shop_id, key) is not None:
        return None
    last = queries.last_about(session, shop_id, row.id, about[1]) if about[1] else None
    if last is not None and ctx.now < last + duration(definition.once_every):
        return None
    if not holds(definition.condition, gather(ctx, about, event, {})):
        return None
    lately = queries.begun_since(session, shop_id, row.id, ctx.now - timedelta(hours=1))
    run = WorkflowRunRow(
        shop_id=shop_id, workflow_id=row.id, version=row.version, key=key,
        status=RunStatus.QUEUED.value, subject_kind=about[0], subject=about[1],
        event=dict(event), causes=list(causes), stack=[{"path": "", "at": 0, "about": list(about)}],
        values={}, segment=0, wake_at=ctx.now + timedelta(hours=lately // definition.most_per_hour),
        waits_for=None, person_id=row.person_id, error=None, created_at=ctx.now,
        changed_at=ctx.now, ended_at=None,
    )  # fmt: skip
    session.add(run)
    session.flush()
    return run


def _ticket(run: WorkflowRunRow, now: datetime) -> Ticket:
    return Ticket(shop_id=run.shop_id, run_id=run.id, segment=run.segment, at=run.wake_at or now)


def _begin_at(ctx: Context, row: WorkflowRow, planned: datetime) -> list[Ticket]:
    """Begin a workflow that was planned for a moment; what nobody was there for comes once."""
    definition = parse(queries.definition_of(ctx.session, ctx.actor.shop_id, row.id, row.version))
    row.next_at = next_time(definition.when, ctx.zone, ctx.now)
    if ctx.now > planned + CAUGHT_UP:
        return []
    run = begin(
        ctx, row, definition, about=("shop", ""), event={"kind": "clock"},
        key=f"{row.id}:clock:{planned.isoformat()}",
    )  # fmt: skip
    return [_ticket(run, ctx.now)] if run is not None else []


class _Ears:
    """What the workflows of one shop listen for."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._on: list[tuple[WorkflowRow, Definition]] = []
        shop_id = ctx.actor.shop_id
        for row in queries.all_of(ctx.session, shop_id, WorkflowStatus.ON):
            stored = queries.definition_of(ctx.session, shop_id, row.id, row.version)
            self._on.append((row, parse(stored)))

    def hear(self, event: EventRow, causes: Sequence[int]) -> list[Ticket]:
        """Wake the runs that wait for an event, and begin those that it begins."""
        tickets = [ticket for name in named(event.kind) for ticket in self._wake(name, event)]
        for row, definition in self._on:
            when = definition.when
            if not isinstance(when, OnEvent) or not begins(self._ctx, when, event):
                continue
            if row.on_since is not None and event.at < row.on_since:
                continue
            run = begin(
                self._ctx, row, definition, about=(definition.subject.value, event.subject),
                event=event_values(event), key=f"{row.id}:event:{event.id}", causes=causes,
            )  # fmt: skip
            if run is not None:
                tickets.append(_ticket(run, self._ctx.now))
        return tickets

    def _wake(self, name: str, event: EventRow) -> list[Ticket]:
        ctx = self._ctx
        if name == "task.answered":
            runs = self._of_task(event.subject)
        else:
            about = queries_facts.related(ctx, EVENTS[name].subject.value, event.subject)
            runs = list(queries.waiters(ctx.session, ctx.actor.shop_id, name, about))
        for run in runs:
            run.values = {**run.values, "wait.happened": True}
            run.event = {**run.event, **event_values(event)}
            run.wake_at, run.waits_for, run.changed_at = ctx.now, None, ctx.now
        return [_ticket(run, ctx.now) for run in runs]

    def _of_task(self, task: str) -> list[WorkflowRunRow]:
        ctx = self._ctx
        return [
            run
            for run in queries.waiters_of(ctx.session, ctx.actor.shop_id, "task.answered")
            if str(run.values.get("task")) == task
        ]


def begins(ctx: Context, when: OnEvent, event: EventRow) -> bool:
    """Tell whether an event is what a workflow begins with; stock is low by its own threshold."""
    if not EVENTS[when.event].covers(event.kind):
        return False
    if when.event != LOW_STOCK:
        return True
    if event.payload.get("value", THRESHOLD) != (when.below or THRESHOLD):
        return False
    return when.product is None or queries_facts.is_product(ctx, event.subject, when.product)


def event_values(event: EventRow) -> dict[str, Any]:
    """Return what an event's fields say."""
    told = {
        name: event.payload.get(name)
        for name in ("reason", "status", "rating", "text", "channel", "value")
        if isinstance(event.payload.get(name), str | int | float)
    }
    return {"kind": event.kind, **told}
