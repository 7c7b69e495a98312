"""What people are to do or to answer, put on their lists by workflows."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field

from commerce import tasks
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.tasks import Task
from tools import facts
from tools.arguments import NewName
from tools.base import Arguments, Effect, Preview, ToolResult, tool
from tools.cards import Button, Column, Difference, TableCard, Tap

_MOST = 20


class TasksOf(StrEnum):
    """Whose tasks."""

    ME = "me"
    TEAM = "team"


class TaskAnswer(StrEnum):
    """What a question is answered with."""

    YES = "yes"
    NO = "no"


class ListTasks(Arguments):
    """Whose."""

    of: Annotated[
        TasksOf, Field(description="`me` has also what is anybody's; `team` is everyone's.")
    ] = TasksOf.ME


@tool(Permission.ORDERS_READ)
def list_tasks(ctx: Context, args: ListTasks) -> ToolResult:
    """List what somebody is to do or to answer, as workflows put it there: "my tasks".

    For "what is on my to-do list", "mere task dikhao", "which questions wait for me". For approvals
    of changes asked for in chat prefer list_approvals; for what the day needs, morning_brief.
    """
    found = tasks.open_tasks(ctx, mine=args.of is TasksOf.ME)
    return ToolResult(
        facts={"count": len(found), "tasks": [_facts(ctx, one) for one in found[:_MOST]]},
        says=ctx.say("tasks-says", count=len(found), first=found[0].title if found else ""),
        cards=(_table(ctx, found[:_MOST]),) if found else (),
    )


class FinishTask(Arguments):
    """Which one."""

    task: Annotated[
        NewName | None, Field(description="Number or words of it; left out where there is one.")
    ] = None


def _preview_finish(ctx: Context, args: FinishTask) -> Preview:
    return _preview(ctx, tasks.plan_finish(ctx, args.task), "task-finish-title")


@tool(
    Permission.ORDERS_READ, effect=Effect.WRITE, preview=_preview_finish, undo=tasks.reopen
)  # fmt: skip
def finish_task(ctx: Context, args: FinishTask) -> ToolResult:
    """Take a task off the list because it is done: "task 4 is done", "task 4 ho gaya".

    To answer a question that a workflow asks prefer answer_task.
    """
    number = int(tasks.plan_finish(ctx, args.task).subject)
    return _ended(ctx, tasks.finish(ctx, number), "task-finished")


class AnswerTask(FinishTask):
    """Which question, and what is said to it."""

    answer: TaskAnswer


def _preview_answer(ctx: Context, args: AnswerTask) -> Preview:
    change = tasks.plan_answer(ctx, args.task, yes=args.answer is TaskAnswer.YES)
    return _preview(ctx, change, "task-answer-title")


@tool(Permission.APPROVE, effect=Effect.WRITE, preview=_preview_answer)
def answer_task(ctx: Context, args: AnswerTask) -> ToolResult:
    """Answer a question that a workflow asks, with yes or no: "answer task 4 with yes".

    What the workflow does then is in its steps. To allow a change that somebody asked for in chat
    press its own button; for a task that is no question prefer finish_task.
    """
    yes = args.answer is TaskAnswer.YES
    number = int(tasks.plan_answer(ctx, args.task, yes=yes).subject)
    return _ended(ctx, tasks.answer(ctx, number, yes=yes), "task-answered")


def _preview(ctx: Context, change: Change, title: str) -> Preview:
    wanted = int(change.subject)
    one = next(task for task in tasks.open_tasks(ctx, limit=1_000) if task.id == wanted)
    return Preview(
        title=ctx.say(title, number=one.id, title=one.title),
        differences=(
            Difference(
                label=ctx.say("task-status"), before=ctx.say(f"task-{change.before['status']}"),
                after=ctx.say(f"task-{change.after['status']}"),
            ),
        ),
        change=change,
    )  # fmt: skip


def _ended(ctx: Context, change: Change, key: str) -> ToolResult:
    status = change.after["status"]
    return ToolResult(
        facts={"task": int(change.subject), "status": status},
        says=ctx.say(key, number=change.subject, answer=ctx.say(f"task-{status}")),
        change=change,
    )


def _facts(ctx: Context, one: Task) -> dict[str, Any]:
    return {
        "task": one.id, "title": one.title, "question": one.question, "whose": one.person,
        "due": facts.moment(ctx, one.due_at), "about": one.subject or None,
    }  # fmt: skip


def _table(ctx: Context, found: Sequence[Task]) -> TableCard:
    return TableCard(
        title=ctx.say("tasks-title"),
        columns=tuple(
            Column(label=ctx.say(f"tasks-column-{name}")) for name in ("number", "what", "whose",
                                                                       "due")
        ),
        rows=tuple(
            (
                str(one.id), one.title, one.person or ctx.say("tasks-anybody"),
                ctx.say("workflow-at", at=one.due_at),
            )
            for one in found
        ),
        buttons=tuple(button for one in found[:3] for button in _moves(ctx, one)),
    )  # fmt: skip


def _moves(ctx: Context, one: Task) -> tuple[Button, ...]:
    if not one.question:
        return (_button(ctx, one, "finish_task", "task-button-done", {}),)
    if not ctx.actor.may(Permission.APPROVE):
        return ()
    return tuple(
        _button(ctx, one, "answer_task", f"task-button-{answer.value}", {"answer": answer.value})
        for answer in TaskAnswer
    )


def _button(ctx: Context, one: Task, name: str, key: str, more: dict[str, Any]) -> Button:
    label = ctx.say(key, number=one.id)
    tap = Tap(kind="call", tool=name, arguments={"task": str(one.id), **more})
    return Button(label=label, says=label, tap=tap)
