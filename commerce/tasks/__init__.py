"""What people of the shop are to do, or to answer with yes or no."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.db.tables import TaskRow
from commerce.errors import Ambiguous, NotFound, Refused
from commerce.people import find_colleague
from commerce.records import audit, happened
from commerce.tasks import queries

__all__ = [
    "Task", "answer", "create", "finish", "named", "open_tasks", "plan_answer", "plan_finish",
    "reopen",
]  # fmt: skip

_MOST_OFFERED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing on somebody's list."""

    id: int
    title: str
    question: bool
    """Whether it wants a yes or a no."""
    person: str | None
    """Whose it is; `None` is whoever is free."""
    status: str
    subject_kind: str
    subject: str
    due_at: datetime
    created_at: datetime


def create(
    ctx: Context, *, key: str, title: str, due_at: datetime, to: str | None,
    subject_kind: str = "shop", subject: str = "", question: bool = False,
) -> int:  # fmt: skip
    """Put something on a list, in the transaction under way; return its number.

    Args:
        ctx: Who asks.
        key: The same key twice is one task.
        title: What is to be done, or asked.
        due_at: By when.
        to: Whose it is: a name, or `me`; `None` is whoever is free.
        subject_kind: What it is about: `order`, `parcel` and the like.
        subject: Which one.
        question: Whether it wants a yes or a no.

    Raises:
        NotFound: Nobody of the shop is called so.
        Ambiguous: Several are.
    """
    there = queries.of_key(ctx, key)
    if there is not None:
        return there.id
    row = TaskRow(
        shop_id=ctx.actor.shop_id, key=key, title=title, question=question,
        person_id=find_colleague(ctx, to).id if to else None, status="open",
        subject_kind=subject_kind, subject=subject, due_at=due_at, created_at=ctx.now,
        ended_at=None, ended_by=None, note="",
    )  # fmt: skip
    ctx.session.add(row)
    ctx.session.flush()
    happened(ctx, "task.created", str(row.id), about=subject)
    return row.id


def open_tasks(ctx: Context, *, mine: bool = False, limit: int = 50) -> Sequence[Task]:
    """Return what is to be done, the soonest due first; with `mine`, what the actor is to do.

    Raises:
        NotAllowed: The actor is not of the team.
    """
    ctx.require(Permission.ORDERS_READ)
    return [
        Task(
            id=row.id, title=row.title, question=row.question, person=name, status=row.status,
            subject_kind=row.subject_kind, subject=row.subject, due_at=row.due_at,
            created_at=row.created_at,
        )
        for row, name in queries.waiting(ctx, ctx.actor.person_id if mine else None, limit)
    ]  # fmt: skip


def finish(ctx: Context, number: int, note: str = "") -> Change:
    """Take a task off the list: it is done.

    Raises:
        NotFound: There is no such open task.
        Refused: It wants an answer.
    """
    row = _open(ctx, number)
    if row.question:
        raise Refused("error-task-is-question", number=number)
    return _end(ctx, row, "done", note)


def answer(ctx: Context, number: int, *, yes: bool, note: str = "") -> Change:
    """Answer a question.

    Raises:
        NotFound: There is no such open question.
        Refused: It is no question, or somebody else's to answer.
    """
    row = _open(ctx, number)
    if not row.question:
        raise Refused("error-task-no-question", number=number)
    ctx.require(Permission.APPROVE)
    if row.person_id not in (None, ctx.actor.person_id):
        raise Refused("error-task-not-yours", number=number)
    change = _end(ctx, row, "yes" if yes else "no", note)
    happened(ctx, "task.answered", str(number), about=row.subject)
    return change


def _open(ctx: Context, number: int) -> TaskRow:
    ctx.require(Permission.ORDERS_READ)
    row = queries.open_of_id(ctx, number)
    if row is None:
        raise NotFound("error-task-not-found", number=number)
    return row


def _end(ctx: Context, row: TaskRow, status: str, note: str) -> Change:
    change = Change(
        subject_kind="task", subject=str(row.id), before={"status": row.status},
        after={"status": status},
    )  # fmt: skip
    row.status, row.ended_at, row.ended_by, row.note = status, ctx.now, ctx.actor.person_id, note
    audit(ctx, "end_task", change, why=note)
    ctx.session.flush()
    return change


def plan_finish(ctx: Context, said: str | None) -> Change:
    """Say what taking a task off the list would change, without doing it.

    Raises:
        NotFound: There is no such open task.
        Ambiguous: Several are called so.
    """
    return _ended(named(ctx, said, question=False), "done")


def plan_answer(ctx: Context, said: str | None, *, yes: bool) -> Change:
    """Say what answering a question would change, without answering it.

    Raises:
        NotFound: There is no such open question.
        Ambiguous: Several are called so.
    """
    ctx.require(Permission.APPROVE)
    return _ended(named(ctx, said, question=True), "yes" if yes else "no")


def named(ctx: Context, said: str | None, *, question: bool) -> Task:
    """Return an open task by its number, by words of its title, or the only one.

    Raises:
        NotFound: There is none.
        Ambiguous: There are several.
    """
    there = [one for one in open_tasks(ctx, mine=True, limit=1_000) if one.question is question]
    wanted = (said or "").strip().lstrip("#").casefold()
    fits = [one for one in there if str(one.id) == wanted] if wanted.isdecimal() else [
        one for one in there if wanted in one.title.casefold()
    ]  # fmt: skip
    if not fits:
        raise NotFound("error-task-not-found", number=said or "–")
    if len(fits) > 1:
        choices = tuple((str(one.id), one.title) for one in fits[:_MOST_OFFERED])
        raise Ambiguous("error-task-several", choices, count=len(fits))
    return fits[0]


def reopen(ctx: Context, made: Change) -> Change:
    """Put a task on the list again that was taken off it a moment ago.

    Raises:
        Refused: It is on it, or was a question that somebody has answered.
    """
    ctx.require(Permission.ORDERS_READ)
    row = queries.ended_of_id(ctx, int(made.subject))
    if row is None:
        raise Refused("error-task-not-done", number=made.subject)
    change = Change(
        subject_kind="task", subject=str(row.id), before={"status": row.status},
        after={"status": "open"},
    )  # fmt: skip
    row.status, row.ended_at, row.ended_by = "open", None, None
    audit(ctx, "reopen_task", change)
    ctx.session.flush()
    return change


def _ended(task: Task, status: str) -> Change:
    return Change(
        subject_kind="task", subject=str(task.id), before={"status": task.status},
        after={"status": status},
    )  # fmt: skip
