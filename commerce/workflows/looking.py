"""Looking at workflows and their runs, and what ships with the product."""

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.db.tables import WorkflowRow, WorkflowRunRow
from commerce.errors import NotFound, Refused
from commerce.records import audit
from commerce.workflows import queries
from commerce.workflows.definition import Definition
from commerce.workflows.managing import definition_of, find
from commerce.workflows.reading import parse, read
from commerce.workflows.types import LIVE, Run, RunStatus, RunStep, Workflow, WorkflowStatus

CANCELLABLE = (*LIVE, RunStatus.FAILED)
"""A run in one of these can still be ended."""


@cache
def library() -> tuple[Definition, ...]:
    """Return the workflows that ship with the product, by name."""
    folder = files("commerce.workflows") / "library"
    texts = [
        one.read_text(encoding="utf-8") for one in folder.iterdir() if one.name.endswith(".yaml")
    ]
    return tuple(sorted(map(read, texts), key=lambda one: one.name))


def from_library(name: str) -> Definition:
    """Return one that ships with the product.

    Raises:
        NotFound: There is none of that name; the message says which there are.
    """
    for one in library():
        if one.name == name.strip().casefold():
            return one
    names = ", ".join(one.name for one in library())
    raise NotFound("error-workflow-not-in-library", name=name, names=names)


def list_workflows(ctx: Context) -> Sequence[Workflow]:
    """Return the shop's workflows, by name; those put away are left out.

    Raises:
        NotAllowed: The actor may not read reports.
    """
    ctx.require(Permission.REPORTS_READ)
    counts = queries.counts(ctx)
    rows = queries.all_of(ctx.session, ctx.actor.shop_id)
    return [_workflow(ctx, row, counts) for row in rows]


def show(ctx: Context, name: str) -> Workflow:
    """Return one workflow.

    Raises:
        NotAllowed: The actor may not read reports.
        NotFound: There is none of that name.
    """
    ctx.require(Permission.REPORTS_READ)
    return _workflow(ctx, find(ctx, name), queries.counts(ctx))


def runs(
    ctx: Context, name: str | None = None, *, statuses: Iterable[RunStatus] = (), limit: int = 50
) -> Sequence[Run]:
    """Return runs, the latest first, without their steps.

    Raises:
        NotAllowed: The actor may not read reports.
        NotFound: There is no workflow of that name.
    """
    ctx.require(Permission.REPORTS_READ)
    workflow_id = find(ctx, name).id if name is not None else None
    return [_run(row, of) for row, of in queries.runs(ctx, workflow_id, statuses, limit)]


def show_run(ctx: Context, number: int) -> Run:
    """Return one run with its steps.

    Raises:
        NotAllowed: The actor may not read reports.
        NotFound: There is no such run.
    """
    ctx.require(Permission.REPORTS_READ)
    row = _find_run(ctx, number)
    name = queries.of_id(ctx.session, ctx.actor.shop_id, row.workflow_id).name
    steps = tuple(
        RunStep(
            key=one.key, do=one.do, status=one.status, input=one.input, result=one.result,
            error=one.error, at=one.at,
        )
        for one in queries.steps(ctx.session, ctx.actor.shop_id, row.id)
    )  # fmt: skip
    return _run(row, name, steps)


def began_with(ctx: Context, number: int) -> Definition:
    """Return what a run does: the version of its workflow that it began with.

    Raises:
        NotAllowed: The actor may not read reports.
        NotFound: There is no such run.
    """
    ctx.require(Permission.REPORTS_READ)
    row = _find_run(ctx, number)
    shop = ctx.actor.shop_id
    return parse(queries.definition_of(ctx.session, shop, row.workflow_id, row.version))


def plan_retry(ctx: Context, number: int) -> Change:
    """Say what trying a failed run again would change, without doing it.

    Raises:
        NotFound: There is no such run.
        Refused: It did not fail.
    """
    return _plan_run(ctx, _find_run(ctx, number), (RunStatus.FAILED,), RunStatus.QUEUED)


def plan_cancel(ctx: Context, number: int) -> Change:
    """Say what ending a run would change, without ending it.

    Raises:
        NotFound: There is no such run.
        Refused: It is over.
    """
    return _plan_run(ctx, _find_run(ctx, number), CANCELLABLE, RunStatus.CANCELLED)


def retry(ctx: Context, number: int) -> Change:
    """Let a failed run try its step again.

    Raises:
        NotFound: There is no such run.
        Refused: It did not fail.
    """
    return _move_run(ctx, number, (RunStatus.FAILED,), RunStatus.QUEUED)


def cancel(ctx: Context, number: int) -> Change:
    """End a run; what it did stays.

    Raises:
        NotFound: There is no such run.
        Refused: It is over.
    """
    return _move_run(ctx, number, CANCELLABLE, RunStatus.CANCELLED)


def _plan_run(
    ctx: Context, row: WorkflowRunRow, was: Sequence[RunStatus], becomes: RunStatus
) -> Change:
    ctx.require(Permission.WORKFLOWS_WRITE)
    if row.status not in was:
        status = ctx.say(f"workflow-run-{row.status}")
        raise Refused("error-workflow-run-not-so", number=row.id, status=status)
    return Change(
        subject_kind="workflow_run", subject=str(row.id), before={"status": row.status},
        after={"status": becomes.value},
    )  # fmt: skip


def _move_run(ctx: Context, number: int, was: Sequence[RunStatus], becomes: RunStatus) -> Change:
    ctx.require(Permission.WORKFLOWS_WRITE)
    row = _find_run(ctx, number, lock=True)
    made = _plan_run(ctx, row, was, becomes)
    row.status, row.changed_at, row.error, row.waits_for = becomes.value, ctx.now, None, None
    again = becomes is RunStatus.QUEUED
    row.wake_at, row.ended_at = (ctx.now, None) if again else (None, ctx.now)
    audit(ctx, "retry_run" if again else "cancel_run", made)
    ctx.session.flush()
    return made


def _find_run(ctx: Context, number: int, *, lock: bool = False) -> WorkflowRunRow:
    row = queries.run(ctx.session, ctx.actor.shop_id, number, lock=lock)
    if row is None:
        raise NotFound("error-workflow-run-not-found", number=number)
    return row


def _workflow(ctx: Context, row: WorkflowRow, counts: dict[tuple[int, str], int]) -> Workflow:
    return Workflow(
        id=row.id, name=row.name, title=row.title, status=WorkflowStatus(row.status),
        version=row.version, definition=definition_of(ctx, row),
        owner=queries.name_of(ctx, row.person_id), on_since=row.on_since, next_at=row.next_at,
        live=sum(counts.get((row.id, status), 0) for status in LIVE),
        failed=counts.get((row.id, RunStatus.FAILED), 0),
    )  # fmt: skip


def _run(row: WorkflowRunRow, name: str, steps: tuple[RunStep, ...] = ()) -> Run:
    return Run(
        id=row.id, workflow=name, version=row.version, status=RunStatus(row.status),
        subject_kind=row.subject_kind, subject=row.subject, created_at=row.created_at,
        wake_at=row.wake_at, waits_for=row.waits_for, ended_at=row.ended_at, error=row.error,
        steps=steps,
    )  # fmt: skip
