"""Time in which somebody works: a shop that is open, an agent who is on shift.

Pure arithmetic: spans are of working time, moments are aware, and a day begins in the zone of who
works. Nothing here knows what it is counted for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

DAY = timedelta(days=1)
EVERY_DAY = frozenset(range(7))
LONGEST = timedelta(days=400)
"""How far a deadline is sought; who works less than that never gets there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """When somebody works."""

    zone: ZoneInfo
    opens: time = time(0)
    closes: time = time(0)
    """At or before `opens`: on the next day, so that equal ones are the whole day round."""
    weekdays: frozenset[int] = EVERY_DAY
    """0 is Monday. A night's work belongs to the day it begins on."""
    days_off: frozenset[date] = field(default_factory=frozenset)

    def works_on(self, day: date) -> bool:
        """Tell whether work begins on a day."""
        return day.weekday() in self.weekdays and day not in self.days_off

    def stretch(self, day: date) -> tuple[datetime, datetime]:
        """Return when the work of a day begins and ends, in UTC."""
        ends_on = day if self.closes > self.opens else day + DAY
        begin = datetime.combine(day, self.opens, self.zone).astimezone(UTC)
        return begin, datetime.combine(ends_on, self.closes, self.zone).astimezone(UTC)


def is_working(hours: Hours, at: datetime) -> bool:
    """Tell whether a moment lies in working time."""
    return any(begin <= at < end for begin, end in _stretches(hours, at, at))


def next_working(hours: Hours, at: datetime) -> datetime | None:
    """Return the first working moment at or after another; `None` where there is none in a year."""
    for begin, end in _stretches(hours, at, at + LONGEST):
        if end > at:
            return max(begin, at)
    return None


def worked(hours: Hours, since: datetime, until: datetime) -> timedelta:
    """Return how much working time lies between two moments; nothing where they are reversed."""
    total = timedelta()
    for begin, end in _stretches(hours, since, until):
        total += max(min(end, until) - max(begin, since), timedelta())
    return total


def after(hours: Hours, since: datetime, span: timedelta) -> datetime | None:
    """Return when a span of working time has passed, at the earliest; `None` if not in a year."""
    left = span
    if left <= timedelta():
        return since
    for begin, end in _stretches(hours, since, since + LONGEST):
        length = end - max(begin, since)
        if timedelta() < left <= length:
            return max(begin, since) + left
        left -= max(length, timedelta())
    return None


def too_late_before(hours: Hours, now: datetime, span: timedelta) -> datetime:
    """Return the moment before which more than a span of working time lies up to now.

    What began before it is overdue, what began at it or after is not: `began < this` is exactly
    `worked(began, now) > span`, so that a database can tell with one comparison.
    """
    left, day = span, _local_day(hours, now) + DAY
    for _ in range(LONGEST.days + 3):
        if hours.works_on(day):
            begin, end = hours.stretch(day)
            length = min(end, now) - begin
            if length > timedelta() and length > left:
                return min(end, now) - left
            left -= max(length, timedelta())
        day -= DAY
    return now - LONGEST


def worked_seconds(
    hours: Hours, since: NDArray[np.float64], until: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return `worked` of many pairs at once, in seconds.

    Args:
        hours: When somebody works.
        since: Unix seconds, shape (n,).
        until: Unix seconds, shape (n,); below `since` counts as nothing.
    """
    if since.size == 0:
        return np.zeros(0)
    low = datetime.fromtimestamp(float(min(since.min(), until.min())), UTC)
    high = datetime.fromtimestamp(float(max(since.max(), until.max())), UTC)
    marks, total = [low.timestamp()], [0.0]
    for begin, end in _stretches(hours, low, high):
        first = max(begin.timestamp(), marks[-1])
        marks += [first, max(end.timestamp(), first)]
        total += [total[-1], total[-1] + marks[-1] - first]
    found = np.interp(until, marks, total) - np.interp(since, marks, total)
    clipped: NDArray[np.float64] = np.maximum(found, 0.0)
    return clipped


def _stretches(
    hours: Hours, since: datetime, until: datetime
) -> Iterator[tuple[datetime, datetime]]:
    """Give the stretches of work that touch a span, in order."""
    day, last = _local_day(hours, since) - DAY, _local_day(hours, until)
    while day <= last:
        if hours.works_on(day):
            begin, end = hours.stretch(day)
            if end >= since:
                yield begin, end
        day += DAY


def _local_day(hours: Hours, at: datetime) -> date:
    return at.astimezone(hours.zone).date()


def weekdays_without(rest: Sequence[int]) -> frozenset[int]:
    """Return the days of a week but those of rest."""
    return EVERY_DAY - frozenset(rest)
