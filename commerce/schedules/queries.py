"""All SQL of schedules."""

from collections.abc import Sequence
from datetime import datetime, time

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from commerce.context import Context
from commerce.db.tables import PersonRow, ReportScheduleRow, ToolCallRow, TurnRow
from commerce.schedules.types import (
    Cadence,
    ReportFile,
    ReportPlace,
    Schedule,
    ScheduleStatus,
    What,
    When,
)

_LONGEST = 120
"""Letters of a title."""


def add(
    ctx: Context, what: What, when: When, to: tuple[ReportPlace, str], file: ReportFile | None,
    due: datetime,
) -> int:  # fmt: skip
    """Add one, and return its id; `to` is the channel and the address there."""
    row = ReportScheduleRow(
        shop_id=ctx.actor.shop_id, person_id=ctx.actor.person_id, title=what.title, tool=what.tool,
        arguments=what.arguments, cadence=when.cadence.value, weekday=when.weekday, day=when.day,
        at=f"{when.at:%H:%M}", channel=to[0].value, address=to[1],
        file=file.value if file else None, language=ctx.language,
        status=ScheduleStatus.ACTIVE.value, due_at=due, last_at=None, trouble="",
        created_at=ctx.now,
    )  # fmt: skip
    ctx.session.add(row)
    ctx.session.flush()
    return row.id


def listed(ctx: Context, *, mine: bool, stopped: bool = False) -> Sequence[Schedule]:
    """Return the shop's schedules, the oldest first; those that were stopped only where asked."""
    query = (
        select(ReportScheduleRow, PersonRow.name)
        .join(PersonRow, PersonRow.id == ReportScheduleRow.person_id)
        .where(
            ReportScheduleRow.shop_id == ctx.actor.shop_id, PersonRow.shop_id == ctx.actor.shop_id
        )
        .order_by(ReportScheduleRow.id)
    )
    if mine:
        query = query.where(ReportScheduleRow.person_id == ctx.actor.person_id)
    if not stopped:
        query = query.where(ReportScheduleRow.status != ScheduleStatus.STOPPED.value)
    return [_schedule(row, name) for row, name in ctx.session.execute(query)]


def set_status(ctx: Context, schedule: int, status: ScheduleStatus, due: datetime) -> None:
    """Let one come, or not."""
    ctx.session.execute(
        update(ReportScheduleRow)
        .where(ReportScheduleRow.shop_id == ctx.actor.shop_id, ReportScheduleRow.id == schedule)
        .values(status=status.value, due_at=due, trouble="")
    )


def last_look(ctx: Context) -> What | None:
    """Return the last read that was shown in the conversation before the turn under way.

    Its title is that of the first card that has one; empty where none has.
    """
    query = (
        select(ToolCallRow.name, ToolCallRow.arguments, ToolCallRow.result)
        .join(TurnRow, TurnRow.id == ToolCallRow.turn_id)
        .where(
            ToolCallRow.shop_id == ctx.actor.shop_id,
            TurnRow.shop_id == ctx.actor.shop_id,
            TurnRow.conversation_id == ctx.conversation_id,
            TurnRow.id != (ctx.turn_id or ""),
            ToolCallRow.effect == "read",
            ToolCallRow.status == "done",
        )
        .order_by(TurnRow.started_at.desc(), ToolCallRow.id.desc())
        .limit(1)
    )
    begun = select(TurnRow.started_at).where(
        TurnRow.shop_id == ctx.actor.shop_id, TurnRow.id == ctx.turn_id
    )
    if (moment := ctx.session.scalar(begun)) is not None:
        query = query.where(TurnRow.started_at <= moment)
    found = ctx.session.execute(query).first()
    if found is None:
        return None
    titles = (str(card.get("title") or "") for card in found[2].get("cards", ()))
    title = next((one for one in titles if one), "")
    return What(title=title[:_LONGEST], tool=found[0], arguments=found[1])


def due(session: Session, now: datetime, most: int) -> Sequence[Schedule]:
    """Return what is due in any shop, the longest due first."""
    query = (
        select(ReportScheduleRow, PersonRow.name)
        .join(PersonRow, PersonRow.id == ReportScheduleRow.person_id)
        .where(
            ReportScheduleRow.status == ScheduleStatus.ACTIVE.value,
            ReportScheduleRow.due_at <= now,
            PersonRow.shop_id == ReportScheduleRow.shop_id,
        )
        .order_by(ReportScheduleRow.due_at)
        .limit(most)
    )
    return [_schedule(row, name) for row, name in session.execute(query)]


def move_on(
    session: Session, schedule: Schedule, *, sent: datetime | None, due: datetime, trouble: str
) -> bool:
    """Set when it comes next; false where another worker has done so already."""
    changed = session.execute(
        update(ReportScheduleRow)
        .where(
            ReportScheduleRow.shop_id == schedule.shop_id,
            ReportScheduleRow.id == schedule.id,
            ReportScheduleRow.due_at == schedule.due_at,
            ReportScheduleRow.status == ScheduleStatus.ACTIVE.value,
        )
        .values(due_at=due, last_at=sent or schedule.last_at, trouble=trouble)
        .execution_options(synchronize_session=False)
    )
    return bool(getattr(changed, "rowcount", 0))


def stop(session: Session, schedule: Schedule, trouble: str) -> None:
    """Stop one for good."""
    session.execute(
        update(ReportScheduleRow)
        .where(ReportScheduleRow.shop_id == schedule.shop_id, ReportScheduleRow.id == schedule.id)
        .values(status=ScheduleStatus.STOPPED.value, trouble=trouble)
    )


def _schedule(row: ReportScheduleRow, name: str) -> Schedule:
    return Schedule(
        id=row.id, shop_id=row.shop_id, person_id=row.person_id, person=name,
        what=What(title=row.title, tool=row.tool, arguments=row.arguments),
        when=When(
            cadence=Cadence(row.cadence), at=time.fromisoformat(row.at), weekday=row.weekday,
            day=row.day,
        ),
        place=ReportPlace(row.channel), address=row.address, language=row.language,
        file=ReportFile(row.file) if row.file else None,
        status=ScheduleStatus(row.status), due_at=row.due_at, last_at=row.last_at,
        trouble=row.trouble,
    )  # fmt: skip
