"""All SQL of tasks."""

from collections.abc import Sequence

from sqlalchemy import and_, or_, select

from commerce.context import Context
from commerce.db.tables import PersonRow, TaskRow


def of_key(ctx: Context, key: str) -> TaskRow | None:
    """Return a task by its key."""
    return ctx.session.scalar(
        select(TaskRow).where(TaskRow.shop_id == ctx.actor.shop_id, TaskRow.key == key)
    )


def open_of_id(ctx: Context, number: int) -> TaskRow | None:
    """Return an open task, held until the transaction ends."""
    return ctx.session.scalar(
        select(TaskRow)
        .where(TaskRow.shop_id == ctx.actor.shop_id, TaskRow.id == number, TaskRow.status == "open")
        .with_for_update()
    )


def waiting(
    ctx: Context, person_id: int | None, limit: int
) -> Sequence[tuple[TaskRow, str | None]]:
    """Return open tasks with whose they are; of one person, with what is anybody's."""
    theirs = [or_(TaskRow.person_id == person_id, TaskRow.person_id.is_(None))]
    rows = ctx.session.execute(
        select(TaskRow, PersonRow.name)
        .outerjoin(
            PersonRow,
            and_(PersonRow.id == TaskRow.person_id, PersonRow.shop_id == ctx.actor.shop_id),
        )
        .where(
            TaskRow.shop_id == ctx.actor.shop_id,
            TaskRow.status == "open",
            *(theirs if person_id is not None else []),
        )
        .order_by(TaskRow.due_at, TaskRow.id)
        .limit(limit)
    )
    return [(task, name) for task, name in rows]


def ended_of_id(ctx: Context, number: int) -> TaskRow | None:
    """Return a task that is done, held until the transaction ends; no question."""
    return ctx.session.scalar(
        select(TaskRow)
        .where(TaskRow.shop_id == ctx.actor.shop_id, TaskRow.id == number, TaskRow.status == "done")
        .with_for_update()
    )
