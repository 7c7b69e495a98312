"""When something comes next. No database, no clock."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from commerce.schedules.types import Cadence, When

_SUNDAY = 6


def next_due(when: When, after: datetime, zone: ZoneInfo) -> datetime:
    """Return the first moment of a rhythm that is later than another, in UTC.

    A time of day that a change of clocks leaves out is taken an hour later; one that comes twice
    is taken the first time.
    """
    begin = after.astimezone(zone).date() - timedelta(days=1)
    moments = (moment_of(day, when.at, zone) for day in _days(when, begin))
    return next(moment for moment in moments if moment > after)


def last_due(when: When, until: datetime, zone: ZoneInfo) -> datetime:
    """Return the latest moment of a rhythm that is not later than another, in UTC."""
    begin = until.astimezone(zone).date() - timedelta(days=63)
    found = until
    for day in _days(when, begin):
        moment = moment_of(day, when.at, zone)
        if moment > until:
            return found
        found = moment
    raise AssertionError("the days of a rhythm never end")


def moment_of(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Return a time of day as a moment in UTC; one that does not exist as an hour later."""
    return datetime.combine(day, at, zone).astimezone(UTC)


def _days(when: When, begin: date) -> Iterator[date]:
    """Give the days of a rhythm from a day on."""
    for number in count():
        day = begin + timedelta(days=number)
        if _falls_on(when, day):
            yield day


def _falls_on(when: When, day: date) -> bool:
    match when.cadence:
        case Cadence.DAILY:
            return True
        case Cadence.WORKDAYS:
            return day.weekday() != _SUNDAY
        case Cadence.WEEKLY:
            return day.weekday() == (when.weekday or 0)
        case Cadence.MONTHLY:
            return day.day == min(when.day or 1, monthrange(day.year, day.month)[1])
