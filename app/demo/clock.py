"""Moments as whole seconds since 1970, so that a million of them are one array."""

from collections.abc import Callable
from datetime import UTC, date, datetime

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


def moments(seconds: Ints) -> list[datetime]:
    """Return aware moments."""
    make: Callable[..., datetime] = datetime.fromtimestamp
    return [make(second, UTC) for second in seconds.tolist()]


def moments_or_none(seconds: Ints, now: int) -> list[datetime | None]:
    """Return aware moments, `None` for those after `now` and those that never come."""
    make: Callable[..., datetime] = datetime.fromtimestamp
    return [make(second, UTC) if second <= now else None for second in seconds.tolist()]
