"""Making, changing, pausing and putting away the shop's workflows."""

from dataclasses import replace
from datetime import timedelta

from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.db.tables import WorkflowRow
from commerce.errors import NotFound, Refused
from commerce.records import audit, happened
from commerce.workflows import queries
from commerce.workflows.definition import Definition
from commerce.workflows.reading import parse, plain
from commerce.workflows.timing import next_time
from commerce.workflows.types import RunsLeft, RunStatus, WorkflowStatus

UNDO_FOR = timedelta(hours=24)

RIGHTS = {
    "set_status": Permission.ORDERS_WRITE,
    "tag": Permission.ORDERS_WRITE,
    "add_note": Permission.ORDERS_WRITE,
    "convert_to_prepaid": Permission.ORDERS_WRITE,
    "assign": Permission.NDR_ACT,
    "request_reattempt": Permission.NDR_ACT,
    "adjust_stock": Permission.STOCK_WRITE,
    "send": Permission.ORDERS_READ,
    "run_report": Permission.REPORTS_READ,
    "call_webhook": Permission.SETTINGS_WRITE,
}
"""What whoever switches a workflow on must be allowed, by the actions in it."""


def find(ctx: Context, name: str) -> WorkflowRow:
    """Return a workflow by its name.

    Raises:
        NotFound: There is none; the message says which there are.
    """
    row = queries.of_name(ctx, name.strip().casefold())
    if row is None or row.status == WorkflowStatus.RETIRED:
        names = ", ".join(one.name for one in queries.all_of(ctx.session, ctx.actor.shop_id))
        raise NotFound("error-workflow-not-found", name=name, names=names or "–")
    return row


def plan_create(ctx: Context, definition: Definition, *, on: bool = True) -> Change:
    """Say what a new workflow would be, without making it.

    Raises:
        NotAllowed: The actor may not, or one of its actions is beyond them.
        Refused: There is one of that name.
    """
    _require(ctx, definition, on=on)
    there = queries.of_name(ctx, definition.name)
    if there is not None and there.status != WorkflowStatus.RETIRED:
        raise Refused("error-workflow-exists", name=definition.name)
    status = WorkflowStatus.ON if on else WorkflowStatus.OFF
    return Change(
        subject_kind="workflow", subject=definition.name,
        before={"status": None, "version": there.version if there else 0},
        after={"status": status.value, "version": there.version + 1 if there else 1},
        undo_for=UNDO_FOR,
    )  # fmt: skip


def create(ctx: Context, definition: Definition, *, on: bool = True) -> Change:
    """Make a workflow of the shop, which acts in the name of who asks.

    Raises:
        NotAllowed: As `plan_create`.
        Refused: As `plan_create`.
    """
    change = plan_create(ctx, definition, on=on)
    row = queries.of_name(ctx, definition.name)
    if row is None:
        row = WorkflowRow(shop_id=ctx.actor.shop_id, name=definition.name, created_at=ctx.now)
        ctx.session.add(row)
    row.title, row.version = definition.title, change.after["version"]
    _put(ctx, row, WorkflowStatus(change.after["status"]), definition)
    ctx.session.flush()
    queries.add_version(ctx, row, plain(definition))
    happened(ctx, "workflow.created", change.subject)
    audit(ctx, "create_workflow", change)
    return change


def undo_create(ctx: Context, change: Change) -> Change:
    """Put a workflow away that was made a moment ago."""
    return retire(ctx, change.subject)


def plan_change(ctx: Context, definition: Definition) -> Change:
    """Say what a workflow of that name would be at, without changing it.

    Raises:
        NotFound: There is none of that name.
        NotAllowed: The actor may not, or one of its actions is beyond them.
        Refused: It is so already.
    """
    row = find(ctx, definition.name)
    _require(ctx, definition, on=row.status == WorkflowStatus.ON)
    old = queries.definition_of(ctx.session, ctx.actor.shop_id, row.id, row.version)
    if old == plain(definition):
        raise Refused("error-workflow-same", name=row.name)
    return Change(
        subject_kind="workflow", subject=row.name, before={"version": row.version},
        after={"version": row.version + 1}, undo_for=UNDO_FOR,
    )  # fmt: skip


def change(ctx: Context, definition: Definition) -> Change:
    """Give a workflow another definition; runs under way keep the one they began with.

    Raises:
        NotFound: As `plan_change`.
        NotAllowed: As `plan_change`.
        Refused: As `plan_change`.
    """
    planned = plan_change(ctx, definition)
    row = find(ctx, definition.name)
    row.title, row.version = definition.title, planned.after["version"]
    _put(ctx, row, WorkflowStatus(row.status), definition)
    queries.add_version(ctx, row, plain(definition))
    happened(ctx, "workflow.changed", planned.subject, version=row.version)
    audit(ctx, "change_workflow", planned)
    ctx.session.flush()
    return planned


def undo_change(ctx: Context, made: Change) -> Change:
    """Give a workflow the definition it had before, as a version of its own.

    Raises:
        Refused: It was changed again since.
    """
    row = find(ctx, made.subject)
    if row.version != made.after["version"]:
        raise Refused("error-workflow-moved-on", name=row.name)
    old = queries.definition_of(ctx.session, ctx.actor.shop_id, row.id, made.before["version"])
    return change(ctx, parse(old))


def plan_move(ctx: Context, name: str, becomes: WorkflowStatus) -> Change:
    """Say what switching a workflow would change, without switching it.

    Raises:
        NotFound: There is none of that name.
        NotAllowed: The actor may not, or one of its actions is beyond them.
        Refused: It is so already.
    """
    ctx.require(Permission.WORKFLOWS_WRITE)
    row = find(ctx, name)
    if row.status == becomes:
        raise Refused(
            "error-workflow-already",
            name=row.name,
            status=ctx.say(f"workflow-status-{becomes.value}"),
        )
    if becomes is WorkflowStatus.ON:
        _require(ctx, definition_of(ctx, row), on=True)
    return Change(
        subject_kind="workflow", subject=row.name, before={"status": row.status},
        after={"status": becomes.value}, undo_for=UNDO_FOR,
    )  # fmt: skip


def pause(ctx: Context, name: str) -> Change:
    """Let a workflow begin nothing, and what is under way stand still."""
    return _move(ctx, name, WorkflowStatus.PAUSED)


def resume(ctx: Context, name: str) -> Change:
    """Switch a workflow on, in the name of who asks; what stood still goes on."""
    return _move(ctx, name, WorkflowStatus.ON)


def switch_off(ctx: Context, name: str) -> Change:
    """Let a workflow begin nothing more; what is under way goes on to its end."""
    return _move(ctx, name, WorkflowStatus.OFF)


def plan_retire(ctx: Context, name: str, left: RunsLeft = RunsLeft.STOP) -> Change:
    """Say what putting a workflow away would change, without doing it.

    Raises:
        NotFound: There is none of that name.
        NotAllowed: The actor may not.
    """
    planned = plan_move(ctx, name, WorkflowStatus.RETIRED)
    return replace(planned, after={**planned.after, "runs": left.value})


def retire(ctx: Context, name: str, left: RunsLeft = RunsLeft.STOP) -> Change:
    """Put a workflow away; its history stays.

    Args:
        ctx: Who does it.
        name: Which workflow.
        left: What becomes of what is under way.

    Raises:
        NotFound: There is none of that name.
        NotAllowed: The actor may not.
    """
    return _move(ctx, name, WorkflowStatus.RETIRED, left=left)


def undo_move(ctx: Context, made: Change) -> Change:
    """Make a workflow again what it was before it was switched.

    Raises:
        NotFound: There is none of that name.
        Refused: It was switched again since.
    """
    row = queries.of_name(ctx, made.subject)
    if row is None or row.status != made.after["status"]:
        raise Refused("error-workflow-moved-on", name=made.subject)
    return _move(ctx, made.subject, WorkflowStatus(made.before["status"]), row)


def definition_of(ctx: Context, row: WorkflowRow) -> Definition:
    """Return what a workflow does now."""
    return parse(queries.definition_of(ctx.session, ctx.actor.shop_id, row.id, row.version))


def _move(
    ctx: Context, name: str, becomes: WorkflowStatus, row: WorkflowRow | None = None, *,
    left: RunsLeft = RunsLeft.STOP,
) -> Change:  # fmt: skip
    if row is None:
        planned = plan_move(ctx, name, becomes)
        row = find(ctx, name)
    else:
        ctx.require(Permission.WORKFLOWS_WRITE)
        planned = Change(
            subject_kind="workflow", subject=row.name, before={"status": row.status},
            after={"status": becomes.value},
        )  # fmt: skip
    was = WorkflowStatus(row.status)
    _put(ctx, row, becomes, definition_of(ctx, row))
    stops = becomes is WorkflowStatus.RETIRED and left is RunsLeft.STOP
    if becomes is WorkflowStatus.RETIRED:
        ended = queries.end_live(ctx, row.id, RunStatus.CANCELLED) if stops else 0
        after = {**planned.after, "runs": left.value}
        planned = replace(planned, after=after, items=max(1, ended))
    if was is WorkflowStatus.PAUSED and becomes is not WorkflowStatus.PAUSED and not stops:
        queries.wake_paused(ctx, row.id)
    happened(ctx, f"workflow.{becomes.value}", planned.subject)
    audit(ctx, "switch_workflow", planned)
    ctx.session.flush()
    return planned


def _put(ctx: Context, row: WorkflowRow, status: WorkflowStatus, definition: Definition) -> None:
    is_on = status is WorkflowStatus.ON
    if is_on and row.status != WorkflowStatus.ON:
        row.on_since, row.person_id = ctx.now, ctx.actor.person_id
    elif row.person_id is None:
        row.person_id = ctx.actor.person_id
    row.status, row.changed_at = status.value, ctx.now
    row.next_at = next_time(definition.when, ctx.zone, ctx.now) if is_on else None


def _require(ctx: Context, definition: Definition, *, on: bool) -> None:
    """Refuse somebody who switches on what they may not do themselves."""
    ctx.require(Permission.WORKFLOWS_WRITE)
    if on:
        for _, step, _ in definition.walk():
            if right := RIGHTS.get(step.do):
                ctx.require(right)
