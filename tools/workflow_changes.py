"""Making, changing and stopping what the shop does by itself."""

from collections.abc import Callable, Sequence
from typing import Annotated

from pydantic import Field

from commerce import workflows
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import Refused
from commerce.workflows import Definition, RunsLeft, RunStatus, WorkflowStatus
from tools.arguments import RunNumber, Workflow
from tools.asking import Asks
from tools.base import Arguments, Effect, Preview, ToolResult, tool
from tools.cards import Button, Card, Difference, Tap
from tools.workflow_arguments import (
    LibraryName,
    NewWorkflow,
    WorkflowDefinition,
    definition_in,
)
from tools.workflow_cards import (
    definition_cards,
    explained,
    mention_of,
    tried_card,
    tried_facts,
)


class CreateWorkflow(Arguments):
    """What it shall do: a definition, or the name of one that comes with the product."""

    definition: NewWorkflow | None = None
    library: Annotated[
        LibraryName | None, Field(description="As it comes with the product, unchanged.")
    ] = None
    switch_on: Annotated[bool, Field(description="False only keeps it, switched off.")] = True


def _wanted(args: CreateWorkflow) -> Definition:
    if args.definition is not None:
        return definition_in(args.definition)
    if args.library is not None:
        return workflows.from_library(args.library.value)
    raise Refused("error-workflow-what")


def _preview_create(ctx: Context, args: CreateWorkflow) -> Preview:
    definition = _wanted(args)
    change = workflows.plan_create(ctx, definition, on=args.switch_on)
    return _shown(ctx, definition, change, "workflow-create-title", None)


@tool(
    Permission.WORKFLOWS_WRITE, effect=Effect.WRITE, preview=_preview_create,
    undo=workflows.undo_create,
)  # fmt: skip
def create_workflow(ctx: Context, args: CreateWorkflow) -> ToolResult:
    """Make a workflow that acts by itself, shown with what it would have done before it is on.

    For every "when …, do …": "when a COD order above 10k comes from a new customer, hold it and
    tell me on WhatsApp", "jab bhi NDR aaye to customer ko message bhejo". Where one of the library
    does it already, take its name; "NDR follow-up chalu karo" is `library=ndr-follow-up`. To change
    one that is there prefer change_workflow; for one thing once prefer that thing's own tool.
    """
    definition = _wanted(args)
    change = workflows.create(ctx, definition, on=args.switch_on)
    return _done(ctx, definition, change, f"workflow-created-{change.after['status']}")


class ChangeWorkflow(Arguments):
    """The whole of what it shall do from now on, under the name that it has."""

    definition: WorkflowDefinition


def _preview_change(ctx: Context, args: ChangeWorkflow) -> Preview:
    definition = definition_in(args.definition)
    before = workflows.show(ctx, definition.name).definition
    change = workflows.plan_change(ctx, definition)
    return _shown(ctx, definition, change, "workflow-change-title", before)


@tool(
    Permission.WORKFLOWS_WRITE, effect=Effect.WRITE, preview=_preview_change,
    undo=workflows.undo_change,
)  # fmt: skip
def change_workflow(ctx: Context, args: ChangeWorkflow) -> ToolResult:
    """Change what a workflow of the shop does: "make it 6 hours", "sirf Delhivery ke liye".

    `definition` is the whole of it as show_workflow has it, changed, with the same name; its shape
    is that of create_workflow. Runs under way go on as they began. To only stop it prefer
    pause_workflow.
    """
    definition = definition_in(args.definition)
    change = workflows.change(ctx, definition)
    return _done(ctx, definition, change, "workflow-changed")


class SwitchWorkflow(Arguments):
    """Which one."""

    workflow: Workflow


def _switch_preview(becomes: WorkflowStatus) -> Callable[[Context, SwitchWorkflow], Preview]:
    def preview(ctx: Context, args: SwitchWorkflow) -> Preview:
        one = workflows.show(ctx, workflows.called(ctx, args.workflow))
        change = workflows.plan_move(ctx, one.name, becomes)
        return Preview(
            title=ctx.say(f"workflow-{becomes.value}-title", title=one.title, live=one.live),
            differences=(_status(ctx, change),),
            change=change,
        )

    return preview


@tool(
    Permission.WORKFLOWS_WRITE, effect=Effect.WRITE, undo=workflows.undo_move,
    preview=_switch_preview(WorkflowStatus.PAUSED),
)  # fmt: skip
def pause_workflow(ctx: Context, args: SwitchWorkflow) -> ToolResult:
    """Stop a workflow for now: nothing begins, what is under way stands still.

    For "pause the COD one", "NDR wala automation band karo". For a report that comes by itself
    prefer pause_schedule; to end one run cancel_run.
    """
    return _switched(ctx, args, workflows.pause)


@tool(
    Permission.WORKFLOWS_WRITE, effect=Effect.WRITE, undo=workflows.undo_move,
    preview=_switch_preview(WorkflowStatus.ON),
)  # fmt: skip
def resume_workflow(ctx: Context, args: SwitchWorkflow) -> ToolResult:
    """Switch a workflow of the shop on again, in the name of who asks; what stood still goes on.

    For one that the shop does not have yet prefer create_workflow.
    """
    return _switched(ctx, args, workflows.resume)


class RetireWorkflow(SwitchWorkflow):
    """Which one, and what becomes of what is under way."""

    runs: Annotated[
        RunsLeft | None,
        Field(description="Of runs under way: let them finish, or stop them. Asked where any is."),
    ] = None


def _preview_retire(ctx: Context, args: RetireWorkflow) -> Preview:
    one = workflows.show(ctx, workflows.called(ctx, args.workflow))
    ctx.require(Permission.WORKFLOWS_WRITE)
    if one.live and args.runs is None:
        raise Asks(
            "error-workflow-runs-left", title=one.title, live=one.live,
            buttons=tuple(_left(ctx, one.name, left) for left in RunsLeft),
        )  # fmt: skip
    left = args.runs or RunsLeft.STOP
    change = workflows.plan_retire(ctx, one.name, left)
    return Preview(
        title=ctx.say(f"workflow-retire-{left.value}-title", title=one.title, live=one.live),
        differences=(_status(ctx, change),),
        change=change,
        arguments={"workflow": one.name, "runs": left.value},
    )


def _left(ctx: Context, name: str, left: RunsLeft) -> Button:
    label = ctx.say(f"runs-left-{left.value}")
    arguments = {"workflow": name, "runs": left.value}
    tap = Tap(kind="call", tool="retire_workflow", arguments=arguments)
    return Button(label=label, says=label, tap=tap)


@tool(
    Permission.WORKFLOWS_WRITE, effect=Effect.WRITE, undo=workflows.undo_move,
    preview=_preview_retire,
)  # fmt: skip
def retire_workflow(ctx: Context, args: RetireWorkflow) -> ToolResult:
    """Delete a workflow of the shop: it begins nothing more and is in no list.

    For "delete the COD confirmation workflow", "ye automation hata do hamesha ke liye". Its history
    stays. To stop it only for now prefer pause_workflow; to end one run cancel_run.
    """
    one = workflows.show(ctx, workflows.called(ctx, args.workflow))
    change = workflows.retire(ctx, one.name, args.runs or RunsLeft.STOP)
    return ToolResult(
        facts={"workflow": one.name, "title": one.title, "status": change.after["status"],
               "under_way": one.live, "runs": change.after["runs"]},
        says=ctx.say(f"workflow-retired-{change.after['runs']}", title=one.title, live=one.live),
        change=change,
    )  # fmt: skip


def _switched(
    ctx: Context, args: SwitchWorkflow, move: Callable[[Context, str], Change]
) -> ToolResult:
    change = move(ctx, workflows.called(ctx, args.workflow))
    one = workflows.show(ctx, change.subject)
    return ToolResult(
        facts={"workflow": one.name, "title": one.title, "status": one.status.value},
        says=ctx.say(f"workflow-{one.status.value}-says", title=one.title),
        change=change,
        mentions=(mention_of(one.name, one.title),),
    )


class OneRun(Arguments):
    """Which run."""

    run: Annotated[RunNumber | None, Field(description="Left out where only one can be meant.")] = (
        None
    )


def _run_preview(
    which: Sequence[RunStatus], plan: Callable[[Context, int], Change], title: str
) -> Callable[[Context, OneRun], Preview]:
    def preview(ctx: Context, args: OneRun) -> Preview:
        number = _run_meant(ctx, args, which)
        change = plan(ctx, number)
        run = workflows.show_run(ctx, number)
        return Preview(
            title=ctx.say(title, number=number, workflow=run.workflow, subject=run.subject),
            differences=(
                Difference(
                    label=ctx.say("workflow-run-status"),
                    before=ctx.say(f"workflow-run-{change.before['status']}"),
                    after=ctx.say(f"workflow-run-{change.after['status']}"),
                ),
            ),
            change=change,
            arguments={"run": number},
        )

    return preview


@tool(
    Permission.WORKFLOWS_WRITE, effect=Effect.WRITE,
    preview=_run_preview((RunStatus.FAILED,), workflows.plan_retry, "workflow-retry-title"),
)  # fmt: skip
def retry_run(ctx: Context, args: OneRun) -> ToolResult:
    """Let a failed run of a workflow try its step again: "retry run 12", "dobara chalao"."""
    change = workflows.retry(ctx, _run_meant(ctx, args, (RunStatus.FAILED,)))
    return _run_moved(ctx, change, "workflow-retried")


@tool(
    Permission.WORKFLOWS_WRITE, effect=Effect.WRITE,
    preview=_run_preview(workflows.CANCELLABLE, workflows.plan_cancel, "workflow-cancel-title"),
)  # fmt: skip
def cancel_run(ctx: Context, args: OneRun) -> ToolResult:
    """End one run of a workflow; what it did stays. For all of a workflow prefer pause_workflow."""
    change = workflows.cancel(ctx, _run_meant(ctx, args, workflows.CANCELLABLE))
    return _run_moved(ctx, change, "workflow-run-cancelled-says")


def _run_meant(ctx: Context, args: OneRun, which: Sequence[RunStatus]) -> int:
    if args.run is not None:
        return args.run
    found = workflows.runs(ctx, statuses=which, limit=6)
    if len(found) == 1:
        return found[0].id
    numbers = ", ".join(str(run.id) for run in found) or "–"
    raise Refused("error-workflow-which-run", numbers=numbers)


def _run_moved(ctx: Context, change: Change, key: str) -> ToolResult:
    return ToolResult(
        facts={"run": int(change.subject), "status": change.after["status"]},
        says=ctx.say(key, number=change.subject),
        change=change,
    )


def _shown(
    ctx: Context, definition: Definition, change: Change, title: str, before: Definition | None
) -> Preview:
    tried = workflows.dry_run(ctx, definition)
    cards: tuple[Card, ...] = (*definition_cards(ctx, definition), tried_card(ctx, tried))
    lines = _changed_lines(ctx, before, definition) if before else (_status(ctx, change),)
    return Preview(
        title=ctx.say(title, title=definition.title),
        differences=lines,
        change=change,
        facts={"does": explained(ctx, definition), "dry_run": tried_facts(tried)},
        cards=cards,
    )


def _changed_lines(ctx: Context, before: Definition, after: Definition) -> tuple[Difference, ...]:
    """Return the sentences that are not in both; what only moved is told as its version."""
    was, becomes = explained(ctx, before), explained(ctx, after)
    gone = [line.lstrip("– ") for line in was if line not in becomes]
    new = [line.lstrip("– ") for line in becomes if line not in was]
    return (
        Difference(
            label=ctx.say("workflow-does"), before="; ".join(gone) or "–",
            after="; ".join(new) or "–",
        ),
    )  # fmt: skip


def _status(ctx: Context, change: Change) -> Difference:
    before, after = change.before["status"], change.after["status"]
    return Difference(
        label=ctx.say("workflow-status"),
        before=ctx.say(f"workflow-status-{before}") if before else "–",
        after=ctx.say(f"workflow-status-{after}"),
    )


def _done(ctx: Context, definition: Definition, change: Change, key: str) -> ToolResult:
    return ToolResult(
        facts={
            "workflow": change.subject, "title": definition.title,
            "version": change.after["version"], "definition": workflows.plain(definition),
        },
        says=ctx.say(key, title=definition.title, name=change.subject),
        change=change,
        mentions=(mention_of(definition.name, definition.title),),
    )  # fmt: skip
