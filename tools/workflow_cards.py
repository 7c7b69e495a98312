"""How workflows, their runs and what they would have done are shown."""

from collections.abc import Sequence
from typing import Any

from commerce import workflows
from commerce.context import Context
from commerce.workflows import Definition, DryRun, Node, Run, Workflow
from tools import facts
from tools.arguments import Kind
from tools.base import Mention
from tools.cards import Button, Card, Column, TableCard, Tap, TextCard
from tools.workflow_arguments import LibraryName
from tools.workflow_drawing import flow_card

_STEP = "– "


def explained(ctx: Context, definition: Definition) -> list[str]:
    """Return what a workflow does, one sentence a line, those inside others set in."""
    lines = workflows.explain(definition, ctx.language, ctx.currency)
    return [_STEP * line.depth + line.text for line in lines]


def definition_cards(
    ctx: Context, definition: Definition, buttons: tuple[Button, ...] = ()
) -> tuple[Card, ...]:
    """Return what a workflow does, drawn and in sentences."""
    body = "\n".join((*explained(ctx, definition), *_texts(ctx, definition)))
    said = TextCard(title=definition.title, body=body, buttons=buttons)
    return (flow_card(ctx, definition), said)


def _texts(ctx: Context, definition: Definition) -> list[str]:
    """Return what each of its messages says, or that the shop has no such text yet."""
    sends = {
        (step.by, step.template): step for _, step, _ in definition.walk() if step.do == "send"
    }
    said = []
    for (by, template), step in sends.items():
        text = workflows.wording(ctx, step)
        if text is None:
            channel = ctx.say(f"workflow-by-{by}")
            said.append(ctx.say("error-workflow-no-text", template=template, channel=channel))
        else:
            said.append(ctx.say("workflow-text-says", template=template, text=text))
    return said


def tried_says(ctx: Context, tried: DryRun) -> str:
    """Return in a sentence what a workflow would have done."""
    return ctx.say(
        "workflow-tried", days=tried.days, events=tried.events, runs=tried.runs,
        messages=tried.messages, cost=tried.cost, priced=int(tried.cost.minor > 0),
        touched=sum(tried.touched.values()), cut=int(tried.cut),
    )  # fmt: skip


def tried_card(ctx: Context, tried: DryRun) -> TableCard:
    """Return how often each action would have been made."""
    return TableCard(
        title=ctx.say("workflow-tried-title", days=tried.days),
        columns=(
            Column(label=ctx.say("workflow-tried-column-do")),
            Column(label=ctx.say("workflow-tried-column-times"), align="end"),
        ),
        rows=tuple(
            (ctx.say(f"workflow-tried-{do.replace('_', '-')}"), str(times))
            for do, times in sorted(tried.actions.items(), key=lambda one: -one[1])
        ),
        note=tried_says(ctx, tried),
    )


def tried_facts(tried: DryRun) -> dict[str, Any]:
    """Return what a workflow would have done, as plain JSON."""
    return {
        "days": tried.days, "events": tried.events, "runs": tried.runs,
        "messages": tried.messages, "by_channel": tried.by_channel,
        "cost": facts.rupees(tried.cost), "unpriced_messages": tried.unpriced,
        "touched": tried.touched, "actions": tried.actions, "cut": tried.cut,
    }  # fmt: skip


def list_card(ctx: Context, found: Sequence[Workflow]) -> TableCard:
    """Return the shop's workflows, each to open."""
    return TableCard(
        title=ctx.say("workflow-list-title"),
        columns=tuple(
            Column(label=ctx.say(f"workflow-list-{name}"))
            for name in ("name", "title", "status", "live", "failed", "owner")
        ),
        rows=tuple(
            (
                one.name, one.title, ctx.say(f"workflow-status-{one.status.value}"),
                str(one.live), str(one.failed), one.owner,
            )
            for one in found
        ),
        taps=tuple(show_button(ctx, one.name, one.name) for one in found),
        buttons=(library_button(ctx),),
    )  # fmt: skip


def library_card(ctx: Context, taken: frozenset[str]) -> TableCard:
    """Return what comes with the product, each to look at before it is switched on."""
    offered = [name for name in LibraryName if name.value not in taken]
    return TableCard(
        title=ctx.say("workflow-library-title"),
        columns=(
            Column(label=ctx.say("workflow-list-name")),
            Column(label=ctx.say("workflow-library-about")),
        ),
        rows=tuple((name.value, ctx.say(f"library-name-{name.value}")) for name in offered),
        taps=tuple(
            Button(
                label=name.value,
                says=ctx.say("workflow-show-says", name=name.value),
                tap=Tap(kind="call", tool="show_workflow", arguments={"library": name.value}),
            )
            for name in offered
        ),
        note=ctx.say("workflow-library-note"),
    )


def runs_card(ctx: Context, found: Sequence[Run]) -> TableCard:
    """Return runs, the latest first, each to open step by step."""
    return TableCard(
        title=ctx.say("workflow-runs-title"),
        columns=tuple(
            Column(label=ctx.say(f"workflow-runs-{name}"))
            for name in ("number", "workflow", "about", "status", "began", "next", "error")
        ),
        rows=tuple(_run_row(ctx, run) for run in found),
        taps=tuple(
            Button(
                label=str(run.id),
                says=ctx.say("workflow-run-says", number=run.id),
                tap=Tap(kind="call", tool="workflow_runs", arguments={"run": run.id}),
            )
            for run in found
        ),
    )


def steps_card(ctx: Context, run: Run) -> TableCard:
    """Return one run step by step, with what can be done about it."""
    said = _said(workflows.outline(workflows.began_with(ctx, run.id), ctx.language, ctx.currency))
    return TableCard(
        title=ctx.say("workflow-run-title", number=run.id, workflow=run.workflow),
        columns=tuple(
            Column(label=ctx.say(f"workflow-steps-{name}"))
            for name in ("at", "step", "status", "result")
        ),
        rows=tuple(
            (
                ctx.say("workflow-at", at=ctx.local(step.at)),
                said.get(step.key) or _step_said(ctx, step.do),
                ctx.say(f"workflow-step-{step.status}"),
                step.error or _result(step.result),
            )
            for step in run.steps
        ),
        buttons=run_buttons(ctx, run),
    )


def run_buttons(ctx: Context, run: Run) -> tuple[Button, ...]:
    """Return what can be done about a run."""
    able = {
        "retry_run": run.status is workflows.RunStatus.FAILED,
        "cancel_run": run.status in workflows.CANCELLABLE,
    }
    return tuple(
        Button(
            label=ctx.say(f"workflow-{tool.replace('_', '-')}"),
            says=ctx.say(f"workflow-{tool.replace('_', '-')}-says", number=run.id),
            tap=Tap(kind="call", tool=tool, arguments={"run": run.id}),
        )
        for tool, can in able.items()
        if can
    )


def run_facts(ctx: Context, run: Run) -> dict[str, Any]:
    """Return one run as plain JSON."""
    told: dict[str, Any] = {
        "run": run.id, "workflow": run.workflow, "version": run.version,
        "status": run.status.value, "about": run.subject_kind, "subject": run.subject,
        "began": facts.moment(ctx, run.created_at), "goes_on": facts.moment(ctx, run.wake_at),
        "waits_for": run.waits_for, "ended": facts.moment(ctx, run.ended_at), "error": run.error,
    }  # fmt: skip
    if run.steps:
        told["steps"] = [
            {
                "step": step.key, "do": step.do, "status": step.status, "result": step.result,
                "error": step.error, "at": facts.moment(ctx, step.at),
            }
            for step in run.steps
        ]  # fmt: skip
    return told


def workflow_facts(ctx: Context, one: Workflow) -> dict[str, Any]:
    """Return one workflow as plain JSON, without what it does."""
    return {
        "workflow": one.name, "title": one.title, "status": one.status.value,
        "version": one.version, "owner": one.owner, "live": one.live, "failed": one.failed,
        "next": facts.moment(ctx, one.next_at),
    }  # fmt: skip


def mention_of(name: str, title: str) -> Mention:
    """Return a workflow as something that the next message may point at."""
    return Mention(kind=Kind.WORKFLOW, id=name, label=title)


def show_button(ctx: Context, name: str, label: str) -> Button:
    """Return a button that opens one workflow of the shop."""
    return Button(
        label=label,
        says=ctx.say("workflow-show-says", name=name),
        tap=Tap(kind="call", tool="show_workflow", arguments={"workflow": name}),
    )


def library_button(ctx: Context) -> Button:
    """Return a button that lists what comes with the product."""
    return Button(
        label=ctx.say("workflow-library"),
        says=ctx.say("workflow-library-says"),
        tap=Tap(kind="call", tool="list_workflows", arguments={"shelf": "library"}),
    )


def _run_row(ctx: Context, run: Run) -> tuple[str, ...]:
    return (
        str(run.id), run.workflow, run.subject,
        ctx.say(f"workflow-run-{run.status.value}"),
        ctx.say("workflow-at", at=ctx.local(run.created_at)),
        ctx.say("workflow-at", at=ctx.local(run.wake_at)) if run.wake_at else "",
        run.error or "",
    )  # fmt: skip


def _said(nodes: Sequence[Node]) -> dict[str, str]:
    """Return what each step of a workflow says, by its place."""
    found: dict[str, str] = {}
    for node in nodes:
        found[node.key] = node.text
        for _, lane in node.lanes:
            found |= _said(lane)
    return found


def _step_said(ctx: Context, do: str) -> str:
    return ctx.say(f"workflow-tried-{do.replace('_', '-')}")


def _result(result: dict[str, Any]) -> str:
    """Return what a step came to, in a few words: whatever it wrote last."""
    for name in ("text", "title", "after", "wake", "reason"):
        if value := result.get(name):
            return ", ".join(f"{v}" for v in value.values()) if isinstance(value, dict) else value
    return ""
