"""Answers that come by themselves: asked for once, sent in a rhythm, with the asker's rights."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import Ambiguous, NotFound, Refused
from commerce.records import audit, happened
from commerce.schedules import queries, rules
from commerce.schedules.queries import due, stop
from commerce.schedules.rules import next_due
from commerce.schedules.types import (
    Cadence,
    ReportFile,
    ReportPlace,
    Schedule,
    ScheduleStatus,
    What,
    When,
)

__all__ = [
    "MOST",
    "Cadence",
    "ReportFile",
    "ReportPlace",
    "Schedule",
    "ScheduleStatus",
    "What",
    "When",
    "begin",
    "due",
    "last_look",
    "listed",
    "next_due",
    "plan_begin",
    "plan_status",
    "sent",
    "set_status",
    "stop",
    "undo_begin",
    "undo_status",
]

MOST = 20
"""Schedules that one person may have."""
UNDO_FOR = timedelta(hours=24)


def last_look(ctx: Context) -> What | None:
    """Return what was last shown in this conversation; its title may be empty."""
    return queries.last_look(ctx)


def listed(ctx: Context) -> Sequence[Schedule]:
    """Return the schedules that an actor may see: their own, or all where they lead people."""
    ctx.require(Permission.REPORTS_READ)
    return queries.listed(ctx, mine=not ctx.actor.may(Permission.PEOPLE_WRITE))


def plan_begin(
    ctx: Context, what: What, when: When, place: ReportPlace, address: str,
    file: ReportFile | None = None,
) -> Change:  # fmt: skip
    """Say what would be sent when and where, without doing so.

    Raises:
        Refused: The same is sent there already, or the person has as many as there may be.
    """
    ctx.require(Permission.REPORTS_READ)
    mine = queries.listed(ctx, mine=True)
    if len(mine) >= MOST:
        raise Refused("error-schedule-too-many", most=MOST)
    for one in mine:
        if (one.what.tool, one.what.arguments, one.when) == (what.tool, what.arguments, when) and (
            one.place, one.address, one.file
        ) == (place, address, file):  # fmt: skip
            raise Refused("error-schedule-there", title=one.what.title)
    first = rules.next_due(when, ctx.now, ctx.zone)
    return Change(
        subject_kind="schedule", subject=what.title, before={"first": None},
        after={
            "first": first.isoformat(), "tool": what.tool, "arguments": what.arguments,
            "cadence": when.cadence.value, "at": f"{when.at:%H:%M}", "weekday": when.weekday,
            "day": when.day, "channel": place.value, "address": address,
            "file": file.value if file else None,
        },
        undo_for=UNDO_FOR,
    )  # fmt: skip


def begin(
    ctx: Context, what: What, when: When, place: ReportPlace, address: str,
    file: ReportFile | None = None,
) -> Change:  # fmt: skip
    """Have an answer sent from now on.

    Raises:
        Refused: As in `plan_begin`.
    """
    change = plan_begin(ctx, what, when, place, address, file)
    first = datetime.fromisoformat(change.after["first"])
    number = queries.add(ctx, what, when, (place, address), file, first)
    change = replace(change, after={**change.after, "id": number})
    happened(ctx, "schedule.begun", what.title, schedule=number)
    audit(ctx, "schedule_report", change)
    return change


def undo_begin(ctx: Context, change: Change) -> Change:
    """Stop what was begun."""
    ctx.require(Permission.REPORTS_READ)
    found = _by_id(ctx, int(change.after["id"]))
    queries.set_status(ctx, found.id, ScheduleStatus.STOPPED, found.due_at)
    back = replace(change, before={"first": change.after["first"]}, after={"first": None})
    audit(ctx, "undo_schedule_report", back)
    return back


def plan_status(ctx: Context, named: str | None, status: ScheduleStatus) -> Change:
    """Say which schedule would be paused, resumed or stopped.

    Args:
        named: Its number or part of its title; `None` where there is only one.

    Raises:
        NotFound: There is none like it.
        Ambiguous: Several fit.
        Refused: It is so already.
    """
    ctx.require(Permission.REPORTS_READ)
    found = _named(ctx, named)
    if found.status is status:
        raise Refused(f"error-schedule-is-{status.value}", title=found.what.title)
    return Change(
        subject_kind="schedule", subject=f"{found.id}",
        before={"status": found.status.value, "title": found.what.title},
        after={"status": status.value, "title": found.what.title}, undo_for=UNDO_FOR,
    )  # fmt: skip


def set_status(ctx: Context, named: str | None, status: ScheduleStatus) -> Change:
    """Pause, resume or stop a schedule.

    Raises:
        NotFound: There is none like it.
        Ambiguous: Several fit.
        Refused: It is so already.
    """
    change = plan_status(ctx, named, status)
    found = _by_id(ctx, int(change.subject))
    queries.set_status(ctx, found.id, status, rules.next_due(found.when, ctx.now, ctx.zone))
    happened(ctx, f"schedule.{status.value}", found.what.title, schedule=found.id)
    audit(ctx, f"schedule_{status.value}", change)
    return change


def undo_status(ctx: Context, change: Change) -> Change:
    """Let it be as it was.

    Raises:
        Refused: It was changed again since.
    """
    ctx.require(Permission.REPORTS_READ)
    found = _by_id(ctx, int(change.subject))
    if found.status.value != change.after["status"]:
        raise Refused("error-schedule-moved-on", title=found.what.title)
    before = ScheduleStatus(change.before["status"])
    queries.set_status(ctx, found.id, before, rules.next_due(found.when, ctx.now, ctx.zone))
    back = replace(change, before=change.after, after=change.before)
    audit(ctx, f"undo_schedule_{found.status.value}", back)
    return back


def sent(
    session: Session, schedule: Schedule, now: datetime, zone: ZoneInfo, *, trouble: str = ""
) -> datetime | None:
    """Note that what is due was dealt with, and set when it comes next.

    What was missed while nothing ran is sent once: the latest that was due.

    Returns:
        The moment that it is of; `None` where another worker has dealt with it.
    """
    moment = max(rules.last_due(schedule.when, now, zone), schedule.due_at)
    after = rules.next_due(schedule.when, now, zone)
    is_ours = queries.move_on(
        session, schedule, sent=None if trouble else moment, due=after, trouble=trouble
    )
    return moment if is_ours else None


def _named(ctx: Context, named: str | None) -> Schedule:
    mine = listed(ctx)
    wanted = (named or "").strip().lstrip("#").casefold()
    found = [one for one in mine if wanted in (str(one.id), one.what.title.casefold())]
    found = found or [one for one in mine if wanted in one.what.title.casefold()]
    if not found:
        raise NotFound("error-schedule-not-found", named=named or "–", count=len(mine))
    if len(found) > 1:
        choices = tuple((str(one.id), f"{one.id}. {one.what.title}") for one in found)
        raise Ambiguous("error-schedule-which", choices, count=len(found))
    return found[0]


def _by_id(ctx: Context, number: int) -> Schedule:
    for one in queries.listed(ctx, mine=not ctx.actor.may(Permission.PEOPLE_WRITE), stopped=True):
        if one.id == number:
            return one
    raise NotFound("error-schedule-not-found", named=str(number), count=0)
