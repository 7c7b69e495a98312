"""Workflows at the command line: what is done, and what is said of it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typer
from rich.console import Console
from rich.table import Table

from app.importing import at_the_shop
from app.settings import Settings
from app.wiring import webhooks
from commerce import tasks as todo
from commerce import workflows
from commerce.context import Context
from commerce.errors import NotFound
from commerce.workflows import BadDefinition, Definition, Run, WorkflowStatus

_console = Console(highlight=False, soft_wrap=True)


def list_all(*, as_json: bool) -> None:
    """Print the shop's workflows."""
    with at_the_shop() as ctx:
        found = workflows.list_workflows(ctx)
        if as_json:
            _print_json(
                [{**asdict(one), "definition": workflows.plain(one.definition)} for one in found]
            )
            return
        rows = [
            (
                one.name, one.title, ctx.say(f"workflow-status-{one.status.value}"),
                str(one.version), str(one.live), str(one.failed), one.owner,
                f"{ctx.local(one.next_at):%d %b %H:%M}" if one.next_at else "",
            )
            for one in found
        ]  # fmt: skip
        _table(ctx, ("name", "title", "status", "version", "live", "failed", "owner", "next"), rows)


def library() -> None:
    """Print what comes with the product."""
    with at_the_shop() as ctx:
        rows = [(one.name, one.title, one.about) for one in workflows.library()]
        _table(ctx, ("name", "title", "about"), rows)


def show(name: str, *, text: bool) -> None:
    """Print what a workflow does."""
    with at_the_shop() as ctx:
        definition = _found(ctx, name)
        if text:
            print(workflows.write(definition), end="")  # noqa: T201
            return
        _console.print(f"{definition.name}: {definition.title}", markup=False, style="bold")
        for line in workflows.explain(definition, ctx.language, ctx.currency):
            _console.print("  " * line.depth + line.text, markup=False)


def check(file: Path) -> None:
    """Print what is wrong with a definition, or what it does."""
    try:
        definition = workflows.read(file.read_text(encoding="utf-8"))
    except BadDefinition as error:
        _console.print(str(error), markup=False, style="red")
        raise typer.Exit(1) from None
    for line in workflows.explain(definition):
        _console.print("  " * line.depth + line.text, markup=False)


def add(what: str, *, on: bool) -> None:
    """Make a workflow, or change the one of its name."""
    with at_the_shop() as ctx:
        definition = _given(what)
        there = {one.name for one in workflows.list_workflows(ctx)}
        if definition.name in there:
            change = workflows.change(ctx, definition)
        else:
            change = workflows.create(ctx, definition, on=on)
        ctx.session.commit()
        found = workflows.show(ctx, change.subject)
        status = ctx.say(f"workflow-status-{found.status.value}")
        _say(ctx, "workflows-added", name=found.name, version=found.version, status=status)


def dry_run(what: str, *, days: int, as_json: bool) -> None:
    """Print what a workflow would have done."""
    with at_the_shop() as ctx:
        try:
            definition = _found(ctx, what)
        except NotFound:
            definition = _given(what)
        told = workflows.dry_run(ctx, definition, days)
        if as_json:
            _print_json({**asdict(told), "cost": str(told.cost.major)})
            return
        _say(
            ctx, "workflow-dry-run", days=told.days, events=told.events, runs=told.runs,
            messages=told.messages, cost=told.cost, touched=sum(told.touched.values()),
        )  # fmt: skip
        _table(ctx, ("do", "times"), [(do, str(count)) for do, count in told.actions.items()])


def switch(name: str, becomes: str) -> None:
    """Switch a workflow."""
    moves = {
        WorkflowStatus.ON: workflows.resume, WorkflowStatus.OFF: workflows.switch_off,
        WorkflowStatus.PAUSED: workflows.pause, WorkflowStatus.RETIRED: workflows.retire,
    }  # fmt: skip
    with at_the_shop() as ctx:
        change = moves[WorkflowStatus(becomes)](ctx, name)
        ctx.session.commit()
        _say(
            ctx, "workflows-switched", name=change.subject,
            status=ctx.say(f"workflow-status-{becomes}"),
        )  # fmt: skip


def runs(name: str | None, *, limit: int, as_json: bool) -> None:
    """Print runs."""
    with at_the_shop() as ctx:
        found = workflows.runs(ctx, name, limit=limit)
        if as_json:
            _print_json([asdict(one) for one in found])
            return
        columns = ("number", "workflow", "subject", "status", "began", "wakes", "error")
        _table(ctx, columns, [_line(ctx, one) for one in found])


def run(number: int, *, as_json: bool) -> None:
    """Print one run."""
    with at_the_shop() as ctx:
        found = workflows.show_run(ctx, number)
        if as_json:
            _print_json(asdict(found))
            return
        _table(
            ctx, ("number", "workflow", "subject", "status", "began", "wakes", "error"),
            [_line(ctx, found)],
        )  # fmt: skip
        rows = [
            (
                f"{ctx.local(step.at):%d %b %H:%M:%S}", step.key, step.do, step.status,
                step.error or json.dumps(step.result, ensure_ascii=False),
            )
            for step in found.steps
        ]  # fmt: skip
        _table(ctx, ("at", "key", "do", "status", "result"), rows)


def move(number: int, *, again: bool) -> None:
    """Try a run again, or end it."""
    with at_the_shop() as ctx:
        change = (workflows.retry if again else workflows.cancel)(ctx, number)
        ctx.session.commit()
        status = ctx.say(f"workflow-run-{change.after['status']}")
        _say(ctx, "workflows-run-moved", number=number, status=status)


def tasks(*, as_json: bool) -> None:
    """Print what people are to do."""
    with at_the_shop() as ctx:
        found = todo.open_tasks(ctx)
        if as_json:
            _print_json([asdict(one) for one in found])
            return
        rows = [
            (str(one.id), one.title, one.person or "", f"{ctx.local(one.due_at):%d %b %H:%M}")
            for one in found
        ]
        _table(ctx, ("number", "title", "owner", "due"), rows)


def answer(number: int, *, yes: bool) -> None:
    """Answer a question, or end a task."""
    with at_the_shop() as ctx:
        one = next((task for task in todo.open_tasks(ctx, limit=10_000) if task.id == number), None)
        if one is None:
            raise NotFound("error-task-not-found", number=number)
        if one.question:
            todo.answer(ctx, number, yes=yes)
        else:
            todo.finish(ctx, number)
        ctx.session.commit()
        _say(ctx, "workflows-task-ended", number=number)


def secret() -> None:
    """Print the shop's secret of webhooks."""
    with at_the_shop() as ctx:
        print(webhooks(Settings()).secret_of(ctx.actor.shop_id))  # noqa: T201


def _given(what: str) -> Definition:
    path = Path(what)
    if path.is_file():
        return workflows.read(path.read_text(encoding="utf-8"))
    return workflows.from_library(what)


def _found(ctx: Context, name: str) -> Definition:
    try:
        return workflows.show(ctx, name).definition
    except NotFound:
        return _given(name)


def _line(ctx: Context, one: Run) -> tuple[str, ...]:
    return (
        str(one.id), one.workflow, one.subject, ctx.say(f"workflow-run-{one.status.value}"),
        f"{ctx.local(one.created_at):%d %b %H:%M}",
        f"{ctx.local(one.wake_at):%d %b %H:%M}" if one.wake_at else "", one.error or "",
    )  # fmt: skip


def _say(ctx: Context, key: str, **values: Any) -> None:
    _console.print(ctx.say(key, **values), markup=False)


def _table(ctx: Context, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    if not rows:
        _console.print(ctx.say("workflows-none"), markup=False)
        return
    table = Table(show_edge=False)
    for name in columns:
        table.add_column(ctx.say(f"workflows-column-{name}"), overflow="fold")
    for row in rows:
        table.add_row(*(cell.replace("[", r"\[") for cell in row))
    _console.print(table)


def _print_json(told: list[dict[str, Any]] | Mapping[str, Any]) -> None:
    print(json.dumps(told, ensure_ascii=False, default=str))  # noqa: T201
