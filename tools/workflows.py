"""What the shop does by itself: workflows, their runs, and what they would have done."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from commerce import workflows
from commerce.access import Permission
from commerce.context import Context
from commerce.errors import Refused
from commerce.workflows import Definition, RunStatus
from tools.arguments import Days, Limit, RunNumber, Workflow
from tools.base import Arguments, ToolResult, tool
from tools.cards import Button, Tap
from tools.workflow_arguments import LibraryName, WorkflowDefinition, definition_in
from tools.workflow_cards import (
    definition_cards,
    explained,
    library_card,
    list_card,
    mention_of,
    run_facts,
    runs_card,
    steps_card,
    tried_card,
    tried_facts,
    tried_says,
    workflow_facts,
)


class WorkflowShelf(StrEnum):
    """Whose workflows."""

    SHOP = "shop"
    LIBRARY = "library"
    """Ready made ones that come with the product."""


class RunState(StrEnum):
    """Where runs stand."""

    LIVE = "live"
    FAILED = "failed"
    DONE = "done"
    CANCELLED = "cancelled"


_STATES = {
    RunState.LIVE: (RunStatus.QUEUED, RunStatus.WAITING, RunStatus.PAUSED),
    RunState.FAILED: (RunStatus.FAILED,),
    RunState.DONE: (RunStatus.DONE,),
    RunState.CANCELLED: (RunStatus.CANCELLED,),
}


class ListWorkflows(Arguments):
    """Whose."""

    shelf: Annotated[
        WorkflowShelf,
        Field(description="`library` lists the ready made ones that can be switched on."),
    ] = WorkflowShelf.SHOP


@tool(Permission.REPORTS_READ)
def list_workflows(ctx: Context, args: ListWorkflows) -> ToolResult:
    """List the shop's workflows (automations), each with its status, runs and owner.

    For "which automations are on", "kaunse workflow chal rahe hain"; with `shelf=library` the ready
    made ones. For what one does prefer show_workflow, for what became of it workflow_runs.
    """
    found = workflows.list_workflows(ctx)
    taken = frozenset(one.name for one in found)
    ready = [name.value for name in LibraryName if name.value not in taken]
    of_library = args.shelf is WorkflowShelf.LIBRARY
    key = "workflow-library-count" if of_library else "workflow-list-count"
    on = sum(one.status is workflows.WorkflowStatus.ON for one in found)
    shown = list_card(ctx, found) if found and not of_library else library_card(ctx, taken)
    return ToolResult(
        facts={
            "count": len(found), "on": on,
            "workflows": [workflow_facts(ctx, one) for one in found], "library": ready,
        },
        says=ctx.say(key, count=len(ready) if of_library else len(found), on=on),
        cards=(shown,),
        mentions=() if of_library else tuple(mention_of(one.name, one.title) for one in found),
    )  # fmt: skip


class OneWorkflow(Arguments):
    """Which one, of the shop or of the library."""

    workflow: Workflow | None = None
    library: Annotated[
        LibraryName | None, Field(description="One that comes with the product, not yet the shop's")
    ] = None


@tool(Permission.REPORTS_READ)
def show_workflow(ctx: Context, args: OneWorkflow) -> ToolResult:
    """Explain one workflow: when it begins, what it looks at, what it does, step by step.

    For "what does the NDR follow-up do", "cod-confirmation samjhao". Its `definition` in the facts
    is what change_workflow takes. For all of them prefer list_workflows.
    """
    if args.workflow is None and args.library is not None:
        definition = workflows.from_library(args.library.value)
        return _shown(ctx, definition, _ready(ctx, definition), {"status": None}, ())
    one = workflows.show(ctx, _name(ctx, args.workflow))
    status = ctx.say(f"workflow-status-{one.status.value}")
    says = ctx.say(
        "workflow-shown", title=one.title, status=status, owner=one.owner, live=one.live,
        failed=one.failed,
    )  # fmt: skip
    return _shown(ctx, one.definition, says, workflow_facts(ctx, one), _moves(ctx, one))


def _shown(
    ctx: Context, definition: Definition, says: str, facts: dict[str, object],
    buttons: tuple[Button, ...],
) -> ToolResult:  # fmt: skip
    lines = explained(ctx, definition)
    return ToolResult(
        facts={
            "workflow": definition.name, "title": definition.title, **facts,
            "definition": workflows.plain(definition), "does": lines,
        },
        says=says,
        cards=definition_cards(ctx, definition, buttons or _offers(ctx, definition)),
        mentions=(mention_of(definition.name, definition.title),),
    )  # fmt: skip


def _ready(ctx: Context, definition: Definition) -> str:
    return ctx.say("workflow-of-library", title=ctx.say(f"library-name-{definition.name}"))


def _moves(ctx: Context, one: workflows.Workflow) -> tuple[Button, ...]:
    """Return what can be done with a workflow of the shop."""
    is_on = one.status is workflows.WorkflowStatus.ON
    tools = ["pause_workflow" if is_on else "resume_workflow", "workflow_runs", "dry_run_workflow"]
    return tuple(
        Button(
            label=ctx.say(f"workflow-button-{name.replace('_', '-')}"),
            says=ctx.say(f"workflow-button-{name.replace('_', '-')}-says", name=one.name),
            tap=Tap(kind="call", tool=name, arguments={"workflow": one.name}),
        )
        for name in tools
    )


def _offers(ctx: Context, definition: Definition) -> tuple[Button, ...]:
    """Return what can be done with one of the library."""
    return tuple(
        Button(
            label=ctx.say(f"workflow-button-{name.replace('_', '-')}"),
            says=ctx.say(f"workflow-button-{name.replace('_', '-')}-says", name=definition.name),
            tap=Tap(kind="call", tool=name, arguments={"library": definition.name}),
        )
        for name in ("create_workflow", "dry_run_workflow")
    )


class WorkflowRuns(Arguments):
    """Of which workflow, in which state; or one run step by step."""

    workflow: Workflow | None = None
    status: RunState | None = None
    run: RunNumber | None = None
    limit: Limit = 10


@tool(Permission.REPORTS_READ)
def workflow_runs(ctx: Context, args: WorkflowRuns) -> ToolResult:
    """Show what workflows did: their runs, the latest first; with `run`, that one step by step.

    For "why did run 12 fail", "NDR follow-up kitni baar chala", "which automations are stuck". To
    try a failed one again prefer retry_run.
    """
    if args.run is not None:
        run = workflows.show_run(ctx, args.run)
        status = ctx.say(f"workflow-run-{run.status.value}")
        return ToolResult(
            facts=run_facts(ctx, run),
            says=ctx.say(
                "workflow-run-shown", number=run.id, workflow=run.workflow, subject=run.subject,
                status=status, steps=len(run.steps), error=run.error or "none",
            ),
            cards=(steps_card(ctx, run),),
        )  # fmt: skip
    name = workflows.called(ctx, args.workflow) if args.workflow else None
    wanted = _STATES[args.status] if args.status else ()
    found = workflows.runs(ctx, name, statuses=wanted, limit=args.limit)
    failed = sum(run.status is RunStatus.FAILED for run in found)
    return ToolResult(
        facts={"count": len(found), "failed": failed, "runs": [run_facts(ctx, r) for r in found]},
        says=ctx.say("workflow-runs-shown", count=len(found), failed=failed),
        cards=(runs_card(ctx, found),) if found else (),
    )


class DryRunWorkflow(Arguments):
    """Which workflow, or which definition, and how far back."""

    workflow: Workflow | None = None
    library: LibraryName | None = None
    definition: WorkflowDefinition | None = None
    days: Annotated[Days, Field(le=90)] = workflows.DAYS


@tool(Permission.REPORTS_READ)
def dry_run_workflow(ctx: Context, args: DryRunWorkflow) -> ToolResult:
    """Say what a workflow would have done with what really happened lately; nothing is done.

    For "what would cod-confirmation have sent last month", "test karke dikhao". Without any name it
    is the one spoken of. To switch it on prefer create_workflow or resume_workflow.
    """
    definition = _definition(ctx, args)
    tried = workflows.dry_run(ctx, definition, args.days)
    return ToolResult(
        facts={"workflow": definition.name, "title": definition.title, **tried_facts(tried)},
        says=ctx.say("workflow-tried-says", title=definition.title, told=tried_says(ctx, tried)),
        cards=(tried_card(ctx, tried),),
        mentions=(mention_of(definition.name, definition.title),),
    )


def _definition(ctx: Context, args: DryRunWorkflow) -> Definition:
    if args.definition is not None:
        return definition_in(args.definition)
    if args.workflow is None and args.library is not None:
        return workflows.from_library(args.library.value)
    return workflows.show(ctx, _name(ctx, args.workflow)).definition


def _name(ctx: Context, said: str | None) -> str:
    """Return which workflow of the shop is meant; its only one where none is named."""
    if said is not None:
        return workflows.called(ctx, said)
    there = workflows.list_workflows(ctx)
    if len(there) == 1:
        return there[0].name
    raise Refused(
        "error-workflow-which", names=", ".join(one.name for one in there) or "–"
    )  # fmt: skip
