"""Moments as whole seconds since 1970, so that a million of them are one array."""

from datetime import date
from functools import cache

import numpy as np

from app.demo.dice import Ints

ZONE = "Asia/Kolkata"
OFFSET = 19_800
"""Seconds India is ahead of UTC; it keeps no summer time."""

MINUTE, HOUR, DAY = 60, 3_600, 86_400

NEVER = 1 << 60
"""A moment that does not come."""


def day_of(moments: Ints) -> Ints:
    """Return the day in India, as days since 1970."""
    return (moments + OFFSET) // DAY


def midnight(days: Ints) -> Ints:
    """Return the first moment of days in India."""
    return days * DAY - OFFSET


def midnight_of(day: int) -> int:
    """Return the first moment of one day in India."""
    return day * DAY - OFFSET


def second_of_day(moments: Ints) -> Ints:
    """Return seconds since midnight in India."""
    return (moments + OFFSET) % DAY


def is_sunday(days: Ints) -> Ints:
    """Return 1 for Sundays, else 0; 1 January 1970 was a Thursday."""
    return np.asarray((days + 4) % 7 == 0, dtype=np.int64)


def day_number(day: date) -> int:
    """Return days since 1970."""
    return (day - date(1970, 1, 1)).days


def iso_day(day: int) -> str:
    """Return a day as ISO 8601."""
    return date.fromordinal(day + 719_163).isoformat()


def moments(seconds: Ints) -> list[str]:
    """Return moments in UTC as databases take them."""
    days, rest = np.divmod(seconds, DAY)
    day, clock = _days(), _clock()
    return [day[d] + clock[s] for d, s in zip(days.tolist(), rest.tolist(), strict=True)]


def moments_or_none(seconds: Ints, now: int) -> list[str | None]:
    """Return moments like `moments`, `None` for those after `now` and those that never come."""
    come = seconds <= now
    written = moments(np.where(come, seconds, 0))
    return [at if has else None for at, has in zip(written, come.tolist(), strict=True)]


class _Days(dict[int, str]):
    """Days since 1970 → ISO date; each written once."""

    def __missing__(self, day: int) -> str:
        self[day] = written = iso_day(day)
        return written


@cache
def _days() -> _Days:
    return _Days()


@cache
def _clock() -> list[str]:
    """Return every second of a day, written once."""
    return [
        f" {second // HOUR:02}:{second % HOUR // MINUTE:02}:{second % MINUTE:02}.000000"
        for second in range(DAY)
    ]
