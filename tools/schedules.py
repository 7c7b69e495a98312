"""Answers that come by themselves: asked for once, sent in a rhythm."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field

from commerce import memory, schedules, words
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import Refused
from commerce.schedules import (
    Cadence,
    ReportFile,
    ReportPlace,
    Schedule,
    ScheduleStatus,
    What,
    When,
)
from commerce.vocabulary import Weekday
from tools.arguments import Clock, Contact, NewName
from tools.base import Arguments, Effect, Preview, ToolResult, tool
from tools.cards import Button, Column, Difference, TableCard, Tap


class ReportName(StrEnum):
    """What is sent."""

    THIS = "this"
    """What was last shown in this conversation."""
    DAILY_ORDERS = "daily_orders"
    WEEKLY_PROFIT = "weekly_profit"
    MONTHLY_ANALYTICS = "monthly_analytics"
    MORNING_BRIEF = "morning_brief"


_BUILT_IN: Mapping[ReportName, tuple[str, dict[str, Any]]] = {
    ReportName.DAILY_ORDERS: ("business_summary", {"period": "yesterday"}),
    ReportName.WEEKLY_PROFIT: ("profit_and_loss", {"period": "last_week"}),
    ReportName.MONTHLY_ANALYTICS: ("business_summary", {"period": "last_month"}),
    ReportName.MORNING_BRIEF: ("morning_brief", {}),
}
_CADENCE: Mapping[ReportName, Cadence] = {
    ReportName.WEEKLY_PROFIT: Cadence.WEEKLY,
    ReportName.MONTHLY_ANALYTICS: Cadence.MONTHLY,
}
_EVENING = 15
"""From this hour on a daily summary is of the day itself, before it of the day before."""
_OF_THE_MOMENT = frozenset({"after", "skip", "as_shown"})
"""Arguments that belong to one look: where a page ended, what was shown of it."""


class ScheduleReport(Arguments):
    """What to send, how often, when and where."""

    report: Annotated[
        ReportName,
        Field(description="What to send; `this` is what was last shown in the conversation."),
    ] = ReportName.THIS
    cadence: Annotated[Cadence | None, Field(description="How often.")] = None
    weekday: Annotated[Weekday | None, Field(description="The day of a weekly one.")] = None
    day: Annotated[
        int | None, Field(ge=1, le=31, description="The day of the month of a monthly one.")
    ] = None
    at: Clock = "09:00"
    channel: Annotated[
        ReportPlace | None, Field(description="Where to send it; left out, here.")
    ] = None
    to: Contact | None = None
    file: Annotated[
        ReportFile | None, Field(description="As what file it comes along: pdf or xlsx (Excel).")
    ] = None


def _preview(ctx: Context, args: ScheduleReport) -> Preview:
    usual = None if "at" in args.model_fields_set else memory.my_hours(ctx)
    if usual is not None:
        args = args.model_copy(update={"at": usual[0]})
    change = schedules.plan_begin(ctx, *_asked(ctx, args))
    if usual is not None:
        change = replace(change, warnings=(ctx.say("memory-took-hours", at=usual[0]),))
    first = ctx.local(datetime.fromisoformat(change.after["first"]))
    return Preview(
        title=ctx.say("schedule-title", title=change.subject),
        differences=(
            Difference(
                label=ctx.say("schedule-rhythm"), before="–", after=_rhythm(ctx, _when(args))
            ),
            Difference(label=ctx.say("schedule-where"), before="–", after=_where(ctx, change)),
            Difference(
                label=ctx.say("schedule-first"), before="–", after=ctx.say("schedule-at", at=first)
            ),
        ),
        change=change,
        arguments=args.model_dump(mode="json", exclude_none=True) if usual else None,
    )


@tool(
    Permission.REPORTS_READ, effect=Effect.WRITE, preview=_preview, undo=schedules.undo_begin
)  # fmt: skip
def schedule_report(ctx: Context, args: ScheduleReport) -> ToolResult:
    """Send an answer again and again: "send this every Monday at 9 to #ops", "roz subah 9 baje".

    `report=this` is whatever was shown last in this conversation, with its own period and filters;
    daily_orders, weekly_profit, monthly_analytics and morning_brief are ready made. It goes out
    with the rights of who asks, and with `file` as PDF or Excel too. To have it now prefer the
    report itself; to end one stop_schedule.
    """
    change = schedules.begin(ctx, *_asked(ctx, args))
    first = ctx.local(datetime.fromisoformat(change.after["first"]))
    return ToolResult(
        facts={"schedule": change.after["id"], "title": change.subject, **change.after},
        says=ctx.say(
            "schedule-says", title=change.subject, rhythm=_rhythm(ctx, _when(args)),
            where=_where(ctx, change), first=first,
        ),
        change=change,
    )  # fmt: skip


class ListSchedules(Arguments):
    """Nothing to say."""


@tool(Permission.REPORTS_READ)
def list_schedules(ctx: Context, args: ListSchedules) -> ToolResult:
    """List the reports that come by themselves: what, when, where, and when next.

    For "which reports are scheduled", "kaunsi report apne aap aati hai".
    """
    found = schedules.listed(ctx)
    return ToolResult(
        facts={
            "count": len(found),
            "schedules": [
                {
                    "schedule": one.id,
                    "title": one.what.title,
                    "person": one.person,
                    "cadence": one.when.cadence.value,
                    "at": f"{one.when.at:%H:%M}",
                    "channel": one.place.value,
                    "to": one.address if one.place is not ReportPlace.HERE else None,
                    "file": one.file.value if one.file else None,
                    "status": one.status.value,
                    "next": one.due_at.isoformat(),
                    "trouble": one.trouble or None,
                }
                for one in found
            ],
        },
        says=ctx.say("schedules-says", count=len(found)),
        cards=(_table(ctx, found),) if found else (),
    )


class OneSchedule(Arguments):
    """Which one."""

    schedule: Annotated[
        NewName | None, Field(description="Number or title; left out where there is one only.")
    ] = None


def _status_preview(status: ScheduleStatus) -> Any:
    def preview(ctx: Context, args: OneSchedule) -> Preview:
        change = schedules.plan_status(ctx, args.schedule, status)
        return Preview(
            title=ctx.say(f"schedule-{status.value}-title", title=change.after["title"]),
            differences=(
                Difference(
                    label=ctx.say("schedule-status"),
                    before=ctx.say(f"schedule-status-{change.before['status']}"),
                    after=ctx.say(f"schedule-status-{status.value}"),
                ),
            ),
            change=change,
        )

    return preview


def _set(ctx: Context, args: OneSchedule, status: ScheduleStatus) -> ToolResult:
    change = schedules.set_status(ctx, args.schedule, status)
    title = change.after["title"]
    return ToolResult(
        facts={"schedule": int(change.subject), "title": title, "status": status.value},
        says=ctx.say(f"schedule-{status.value}-says", title=title),
        change=change,
    )


@tool(
    Permission.REPORTS_READ, effect=Effect.WRITE, undo=schedules.undo_status,
    preview=_status_preview(ScheduleStatus.STOPPED),
)  # fmt: skip
def stop_schedule(ctx: Context, args: OneSchedule) -> ToolResult:
    """Stop a report that comes by itself, such as "stop the Monday report".

    For a while only prefer pause_schedule.
    """
    return _set(ctx, args, ScheduleStatus.STOPPED)


@tool(
    Permission.REPORTS_READ, effect=Effect.WRITE, undo=schedules.undo_status,
    preview=_status_preview(ScheduleStatus.PAUSED),
)  # fmt: skip
def pause_schedule(ctx: Context, args: OneSchedule) -> ToolResult:
    """Let a report that comes by itself rest, until resume_schedule."""
    return _set(ctx, args, ScheduleStatus.PAUSED)


@tool(
    Permission.REPORTS_READ, effect=Effect.WRITE, undo=schedules.undo_status,
    preview=_status_preview(ScheduleStatus.ACTIVE),
)  # fmt: skip
def resume_schedule(ctx: Context, args: OneSchedule) -> ToolResult:
    """Let a paused report come again."""
    return _set(ctx, args, ScheduleStatus.ACTIVE)


def _asked(
    ctx: Context, args: ScheduleReport
) -> tuple[What, When, ReportPlace, str, ReportFile | None]:
    place, address = _to(ctx, args)
    return _what(ctx, args), _when(args), place, address, args.file


def _what(ctx: Context, args: ScheduleReport) -> What:
    if args.report in _BUILT_IN:
        name, given = _BUILT_IN[args.report]
        if args.report is ReportName.DAILY_ORDERS and _clock(args).hour >= _EVENING:
            given = {"period": "today"}
        return What(title=ctx.say(f"schedule-report-{args.report}"), tool=name, arguments=given)
    found = schedules.last_look(ctx)
    if found is None:
        raise Refused("error-schedule-nothing-shown")
    kept = {key: value for key, value in found.arguments.items() if key not in _OF_THE_MOMENT}
    key = f"schedule-tool-{found.tool.replace('_', '-')}"
    title = ctx.say(key) if words.has(key) else found.title
    plain = found.tool.replace("_", " ").capitalize()
    return What(title=title or plain, tool=found.tool, arguments=kept)


def _when(args: ScheduleReport) -> When:
    cadence = args.cadence or (
        Cadence.WEEKLY if args.weekday else _CADENCE.get(args.report, Cadence.DAILY)
    )
    if args.weekday is not None and cadence is Cadence.DAILY:
        cadence = Cadence.WEEKLY  # "Every day on Monday" is said of Mondays.
    return When(
        cadence=cadence,
        at=_clock(args),
        weekday=(args.weekday or Weekday.MONDAY).number if cadence is Cadence.WEEKLY else None,
        day=(args.day or 1) if cadence is Cadence.MONTHLY else None,
    )


def _clock(args: ScheduleReport) -> time:
    return time.fromisoformat(args.at)


def _to(ctx: Context, args: ScheduleReport) -> tuple[ReportPlace, str]:
    to = (args.to or "").strip()
    place = args.channel or _place_of(to)
    if place is ReportPlace.HERE:
        if not ctx.conversation_id:
            raise Refused("error-schedule-nowhere")
        return place, ctx.conversation_id
    if not to:
        raise Refused("error-schedule-to-whom", channel=ctx.say(f"schedule-place-{place.value}"))
    return place, to


def _place_of(to: str) -> ReportPlace:
    if to.startswith("#"):
        return ReportPlace.SLACK
    if "@" in to:
        return ReportPlace.EMAIL
    return ReportPlace.WHATSAPP if to else ReportPlace.HERE


def _rhythm(ctx: Context, when: When) -> str:
    at = f"{when.at:%H:%M}"
    weekday = list(Weekday)[when.weekday or 0].value
    return ctx.say(
        f"schedule-every-{when.cadence.value}", at=at, day=when.day or 1,
        weekday=ctx.say(f"weekday-{weekday}"),
    )  # fmt: skip


def _where(ctx: Context, change: Change) -> str:
    place = ReportPlace(change.after["channel"])
    return _whither(ctx, place, change.after["address"], change.after["file"])


def _whither(ctx: Context, place: ReportPlace, address: str, file: str | None) -> str:
    where = ctx.say(f"schedule-to-{place.value}", to=address)
    return ctx.say("schedule-with-file", where=where, file=file) if file else where


def _table(ctx: Context, found: Any) -> TableCard:
    def row(one: Schedule) -> tuple[str, ...]:
        return (
            str(one.id),
            one.what.title,
            _rhythm(ctx, one.when),
            _whither(ctx, one.place, one.address, one.file),
            ctx.say("schedule-at", at=ctx.local(one.due_at))
            if one.status is ScheduleStatus.ACTIVE
            else ctx.say(f"schedule-status-{one.status.value}"),
        )

    return TableCard(
        title=ctx.say("schedules-title"),
        columns=tuple(
            Column(label=ctx.say(f"schedule-column-{name}"))
            for name in ("number", "what", "when", "where", "next")
        ),
        rows=tuple(row(one) for one in found),
        buttons=tuple(
            Button(
                label=ctx.say("schedule-stop", title=one.what.title),
                says=ctx.say("schedule-stop-says", number=one.id),
                tap=Tap(kind="call", tool="stop_schedule", arguments={"schedule": str(one.id)}),
            )
            for one in list(found)[:3]
        ),
    )
