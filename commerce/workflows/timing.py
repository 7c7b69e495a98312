"""When a workflow begins by the clock, and when a wait ends: no database, no clock of its own.

A time that a day lacks (clocks go forward) is taken an hour later, one that it has twice (clocks go
back) the first time: nothing is left out and nothing happens twice.
"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from croniter import croniter

from commerce.vocabulary import Weekday
from commerce.workflows.definition import (
    Cron,
    Daily,
    OnEvent,
    Trigger,
    Wait,
    clock,
    duration,
)


def next_time(trigger: Trigger, zone: ZoneInfo, after: datetime) -> datetime | None:
    """Return when a workflow begins next after a moment; `None` where events begin it."""
    match trigger:
        case OnEvent():
            return None
        case Daily():
            return _next_day(trigger, zone, after)
        case Cron():
            return _next_cron(trigger.cron, zone, after)


def wait_until(step: Wait, zone: ZoneInfo, now: datetime) -> datetime:
    """Return when a wait that begins now ends by itself."""
    if step.span is not None:
        return now + duration(step.span)
    return _next_day(Daily(every="day", at=step.at or "00:00"), zone, now)


def _next_day(trigger: Daily, zone: ZoneInfo, after: datetime) -> datetime:
    wanted = {day.number for day in trigger.on or (Weekday.MONDAY,)}
    day = after.astimezone(zone).date()
    while True:
        moment = _utc(datetime.combine(day, clock(trigger.at)), zone)
        fits = trigger.every == "day" or day.weekday() in wanted
        if fits and moment > after:
            return moment
        day += timedelta(days=1)


def _next_cron(line: str, zone: ZoneInfo, after: datetime) -> datetime | None:
    times = croniter(line, after.astimezone(zone).replace(tzinfo=None), max_years_between_matches=9)
    for _ in range(200):
        moment = _utc(times.get_next(datetime), zone)
        if moment > after:
            return moment
    return None


def _utc(local: datetime, zone: ZoneInfo) -> datetime:
    return local.replace(tzinfo=zone).astimezone(UTC)
