"""All SQL of workflows, their versions, their runs and their steps."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import CursorResult, delete, func, or_, select, update
from sqlalchemy.orm import Session

from commerce.context import Context
from commerce.db.tables import (
    EventRow,
    PersonRow,
    ShopRow,
    WorkflowEventRow,
    WorkflowRow,
    WorkflowRunRow,
    WorkflowStepRow,
    WorkflowVersionRow,
)
from commerce.workflows.types import LIVE, Health, RunStatus, WorkflowStatus


def shops(session: Session) -> Sequence[ShopRow]:
    """Return every shop."""
    return session.scalars(select(ShopRow).order_by(ShopRow.id)).all()


def shop(session: Session, shop_id: int) -> ShopRow:
    """Return one shop."""
    return session.scalars(select(ShopRow).where(ShopRow.id == shop_id)).one()


def of_name(ctx: Context, name: str) -> WorkflowRow | None:
    """Return a workflow by its name."""
    return ctx.session.scalar(
        select(WorkflowRow).where(
            WorkflowRow.shop_id == ctx.actor.shop_id, WorkflowRow.name == name
        )
    )


def of_id(session: Session, shop_id: int, workflow_id: int) -> WorkflowRow:
    """Return a workflow by its id."""
    return session.scalars(
        select(WorkflowRow).where(WorkflowRow.shop_id == shop_id, WorkflowRow.id == workflow_id)
    ).one()


def all_of(session: Session, shop_id: int, *statuses: WorkflowStatus) -> Sequence[WorkflowRow]:
    """Return a shop's workflows, by name; without statuses, all that are not put away."""
    query = select(WorkflowRow).where(WorkflowRow.shop_id == shop_id).order_by(WorkflowRow.name)
    if statuses:
        return session.scalars(query.where(WorkflowRow.status.in_(statuses))).all()
    return session.scalars(query.where(WorkflowRow.status != WorkflowStatus.RETIRED)).all()


def definition_of(session: Session, shop_id: int, workflow_id: int, version: int) -> dict[str, Any]:
    """Return a definition as it was stored."""
    found: dict[str, Any] = session.scalars(
        select(WorkflowVersionRow.definition).where(
            WorkflowVersionRow.shop_id == shop_id,
            WorkflowVersionRow.workflow_id == workflow_id,
            WorkflowVersionRow.version == version,
        )
    ).one()
    return found


def versions(ctx: Context, workflow_id: int) -> Sequence[WorkflowVersionRow]:
    """Return every version of a workflow, the newest first."""
    return ctx.session.scalars(
        select(WorkflowVersionRow)
        .where(
            WorkflowVersionRow.shop_id == ctx.actor.shop_id,
            WorkflowVersionRow.workflow_id == workflow_id,
        )
        .order_by(WorkflowVersionRow.version.desc())
    ).all()


def add_version(ctx: Context, row: WorkflowRow, definition: dict[str, Any]) -> None:
    """Store a definition as the version that the workflow says it is at."""
    ctx.session.add(
        WorkflowVersionRow(
            shop_id=ctx.actor.shop_id, workflow_id=row.id, version=row.version,
            definition=definition, person_id=ctx.actor.person_id, at=ctx.now,
        )
    )  # fmt: skip


def name_of(ctx: Context, person_id: int) -> str:
    """Return what a person is called."""
    return (
        ctx.session.scalar(
            select(PersonRow.name).where(
                PersonRow.shop_id == ctx.actor.shop_id, PersonRow.id == person_id
            )
        )
        or ""
    )


def counts(ctx: Context) -> dict[tuple[int, str], int]:
    """Return how many runs each workflow has in each status that somebody cares about."""
    rows = ctx.session.execute(
        select(WorkflowRunRow.workflow_id, WorkflowRunRow.status, func.count())
        .where(
            WorkflowRunRow.shop_id == ctx.actor.shop_id,
            WorkflowRunRow.status.in_((*LIVE, RunStatus.FAILED)),
        )
        .group_by(WorkflowRunRow.workflow_id, WorkflowRunRow.status)
    )
    return {(workflow_id, status): count for workflow_id, status, count in rows}


def runs(
    ctx: Context, workflow_id: int | None, statuses: Iterable[RunStatus], limit: int
) -> Sequence[tuple[WorkflowRunRow, str]]:
    """Return runs with their workflow's name, the latest first."""
    query = (
        select(WorkflowRunRow, WorkflowRow.name)
        .join(WorkflowRow, WorkflowRow.id == WorkflowRunRow.workflow_id)
        .where(
            WorkflowRunRow.shop_id == ctx.actor.shop_id, WorkflowRow.shop_id == ctx.actor.shop_id
        )
        .order_by(WorkflowRunRow.id.desc())
        .limit(limit)
    )
    if workflow_id is not None:
        query = query.where(WorkflowRunRow.workflow_id == workflow_id)
    if wanted := tuple(statuses):
        query = query.where(WorkflowRunRow.status.in_(wanted))
    return [(run, name) for run, name in ctx.session.execute(query)]


def run(
    session: Session, shop_id: int, run_id: int, *, lock: bool = False
) -> WorkflowRunRow | None:
    """Return a run by its number, with `lock` for nobody else to change it meanwhile."""
    query = select(WorkflowRunRow).where(
        WorkflowRunRow.shop_id == shop_id, WorkflowRunRow.id == run_id
    )
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    return session.scalar(query)


def run_of_key(session: Session, shop_id: int, key: str) -> int | None:
    """Return the run that something began."""
    return session.scalar(
        select(WorkflowRunRow.id).where(
            WorkflowRunRow.shop_id == shop_id, WorkflowRunRow.key == key
        )
    )


def last_about(session: Session, shop_id: int, workflow_id: int, subject: str) -> datetime | None:
    """Return when a workflow last began about something."""
    return session.scalar(
        select(func.max(WorkflowRunRow.created_at)).where(
            WorkflowRunRow.shop_id == shop_id,
            WorkflowRunRow.workflow_id == workflow_id,
            WorkflowRunRow.subject == subject,
        )
    )


def begun_since(session: Session, shop_id: int, workflow_id: int, since: datetime) -> int:
    """Return how many runs of a workflow began after a moment."""
    count = session.scalar(
        select(func.count())
        .select_from(WorkflowRunRow)
        .where(
            WorkflowRunRow.shop_id == shop_id,
            WorkflowRunRow.workflow_id == workflow_id,
            WorkflowRunRow.created_at > since,
        )
    )
    return count or 0


def due_runs(session: Session, shop_id: int, now: datetime, limit: int) -> Sequence[WorkflowRunRow]:
    """Return runs to be taken up: queued, or whose wait is over; the longest due first."""
    return session.scalars(
        select(WorkflowRunRow)
        .where(
            WorkflowRunRow.shop_id == shop_id,
            WorkflowRunRow.status.in_((RunStatus.QUEUED, RunStatus.WAITING)),
            WorkflowRunRow.wake_at <= now,
        )
        .order_by(WorkflowRunRow.wake_at, WorkflowRunRow.id)
        .limit(limit)
    ).all()


def waiters(
    session: Session, shop_id: int, event: str, subjects: Iterable[tuple[str, str]]
) -> Sequence[WorkflowRunRow]:
    """Return the runs that wait for an event about one of some things: (kind, name)."""
    wanted = set(subjects)
    rows = session.scalars(
        select(WorkflowRunRow).where(
            WorkflowRunRow.shop_id == shop_id,
            WorkflowRunRow.status == RunStatus.WAITING,
            WorkflowRunRow.waits_for == event,
            WorkflowRunRow.subject.in_({name for _, name in wanted}),
        )
    ).all()
    return [row for row in rows if (row.subject_kind, row.subject) in wanted]


def waiters_of(session: Session, shop_id: int, event: str) -> Sequence[WorkflowRunRow]:
    """Return every run that waits for an event, whatever it is about."""
    return session.scalars(
        select(WorkflowRunRow).where(
            WorkflowRunRow.shop_id == shop_id,
            WorkflowRunRow.status == RunStatus.WAITING,
            WorkflowRunRow.waits_for == event,
        )
    ).all()


def steps(session: Session, shop_id: int, run_id: int) -> Sequence[WorkflowStepRow]:
    """Return the steps that a run made, in order."""
    return session.scalars(
        select(WorkflowStepRow)
        .where(WorkflowStepRow.shop_id == shop_id, WorkflowStepRow.run_id == run_id)
        .order_by(WorkflowStepRow.id)
    ).all()


def step(session: Session, shop_id: int, run_id: int, key: str) -> WorkflowStepRow | None:
    """Return one step that a run made."""
    return session.scalar(
        select(WorkflowStepRow).where(
            WorkflowStepRow.shop_id == shop_id,
            WorkflowStepRow.run_id == run_id,
            WorkflowStepRow.key == key,
        )
    )


def end_live(ctx: Context, workflow_id: int, becomes: RunStatus) -> int:
    """End every run of a workflow that is under way; return how many those were."""
    result: Any = ctx.session.execute(
        update(WorkflowRunRow)
        .where(
            WorkflowRunRow.shop_id == ctx.actor.shop_id,
            WorkflowRunRow.workflow_id == workflow_id,
            WorkflowRunRow.status.in_(LIVE),
        )
        .values(
            status=becomes.value, ended_at=ctx.now, changed_at=ctx.now, wake_at=None, waits_for=None
        )
    )
    assert isinstance(result, CursorResult)
    return result.rowcount


def wake_paused(ctx: Context, workflow_id: int) -> None:
    """Let the runs of a workflow that stood still go on: at once, or when their wait is over."""
    ctx.session.execute(
        update(WorkflowRunRow)
        .where(
            WorkflowRunRow.shop_id == ctx.actor.shop_id,
            WorkflowRunRow.workflow_id == workflow_id,
            WorkflowRunRow.status == RunStatus.PAUSED,
        )
        .values(status=RunStatus.QUEUED.value, wake_at=ctx.now, changed_at=ctx.now)
    )


def unheard(session: Session, shop_id: int, limit: int) -> Sequence[tuple[EventRow, list[Any]]]:
    """Return events that workflows have not heard, the oldest first, each with its causes."""
    rows = session.execute(
        select(EventRow, WorkflowEventRow.causes)
        .join(WorkflowEventRow, WorkflowEventRow.event_id == EventRow.id)
        .where(WorkflowEventRow.shop_id == shop_id, EventRow.shop_id == shop_id)
        .order_by(EventRow.id)
        .limit(limit)
    )
    return [(event, causes) for event, causes in rows]


def heard(session: Session, shop_id: int, event_id: int) -> bool:
    """Take an event from those to be heard; false where another worker took it."""
    result: Any = session.execute(
        delete(WorkflowEventRow).where(
            WorkflowEventRow.shop_id == shop_id, WorkflowEventRow.event_id == event_id
        )
    )
    assert isinstance(result, CursorResult)
    return result.rowcount == 1


def events_of(
    ctx: Context, kinds: Sequence[str], since: datetime, limit: int
) -> Sequence[EventRow]:
    """Return past events of some kinds (as `EventType.kinds`), the oldest first."""
    fits = [
        EventRow.kind.startswith(kind, autoescape=True)
        if kind.endswith(".")
        else EventRow.kind == kind
        for kind in kinds
    ]
    return ctx.session.scalars(
        select(EventRow)
        .where(EventRow.shop_id == ctx.actor.shop_id, EventRow.at >= since, or_(*fits))
        .order_by(EventRow.at, EventRow.id)
        .limit(limit)
    ).all()


def health(session: Session, shop_id: int, before: datetime) -> Health:
    """Return how a shop's runs stand; those that should have gone on before a moment are stuck."""
    own = WorkflowRunRow.shop_id == shop_id
    live = WorkflowRunRow.status.in_(LIVE)
    due = WorkflowRunRow.status.in_((RunStatus.QUEUED, RunStatus.WAITING))
    row = session.execute(
        select(
            func.count().filter(live),
            func.count().filter(WorkflowRunRow.status == RunStatus.FAILED),
            func.count().filter(due, WorkflowRunRow.wake_at < before),
        ).where(own, WorkflowRunRow.status.in_((*LIVE, RunStatus.FAILED)))
    ).one()
    return Health(live=row[0], failed=row[1], stuck=row[2])
