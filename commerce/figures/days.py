"""Days, their spans of time, and which of them can be read from what was added up."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Dialect, cast, func, type_coerce
from sqlalchemy import Date as SqlDate

from commerce.db.tables import UtcDateTime

DAY = timedelta(days=1)
MOST_SPANS = 6
"""With more gaps than this, all from the first to the last is read row by row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How a span is read: some days from what was added up, the rest row by row."""

    first: date | None
    """First day that is read from daily figures, `None` where none is."""
    last: date
    """Last of them, inclusive."""
    but: tuple[date, ...]
    """Days between them that are not."""
    spans: tuple[tuple[datetime, datetime], ...]
    """What is read row by row: start inclusive, end exclusive."""


def whole(start: datetime, end: datetime) -> Coverage:
    """Return the coverage of a span of which nothing is added up."""
    return Coverage(first=None, last=start.date(), but=(), spans=((start, end),))


def cover(
    start: datetime, end: datetime, *, zone: ZoneInfo, through: date, struck: Collection[date]
) -> Coverage:
    """Return how to read a span when days up to `through` are added up but those `struck`.

    Args:
        start: Inclusive.
        end: Exclusive.
        zone: Of the shop.
        through: The last day that is added up.
        struck: Days in UTC that were written to since.
    """
    first = start.astimezone(zone).date()
    if midnight(first, zone) < start:
        first += DAY
    last = min(end.astimezone(zone).date() - DAY, through)
    if last < first:
        return whole(start, end)
    stale = sorted(day for day in local_days(struck, zone) if first <= day <= last)
    holes = list(_runs(stale))
    if len(holes) > MOST_SPANS:
        holes = [(holes[0][0], holes[-1][1])]
    but = tuple(hole[0] + DAY * n for hole in holes for n in range((hole[1] - hole[0]).days + 1))
    spans = [
        (start, midnight(first, zone)),
        *((midnight(a, zone), midnight(b + DAY, zone)) for a, b in holes),
        (midnight(last + DAY, zone), end),
    ]
    return Coverage(first=first, last=last, but=but, spans=tuple((a, b) for a, b in spans if a < b))


def local_days(struck: Iterable[date], zone: ZoneInfo) -> set[date]:
    """Return the shop's days that some days in UTC touch."""
    found: set[date] = set()
    for day in struck:
        start = datetime.combine(day, time(), UTC)
        end = start + DAY - timedelta(microseconds=1)
        found |= {start.astimezone(zone).date(), end.astimezone(zone).date()}
    return found


def runs(days: Iterable[date]) -> list[tuple[date, date]]:
    """Return unbroken runs of days, first and last inclusive."""
    return list(_runs(sorted(days)))


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """Return when a day of the shop begins, in UTC."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def local_day(
    moment: ColumnElement[datetime], zone: ZoneInfo, dialect: Dialect, near: datetime
) -> ColumnElement[date]:
    """Return the day in the shop's zone on which a moment lies.

    SQLite knows no zones: the offset at `near` serves all moments. None of the countries served
    changes its clocks in summer.
    """
    if dialect.name == "sqlite":
        offset = near.astimezone(zone).utcoffset() or timedelta()
        minutes = f"{offset // timedelta(minutes=1):+d} minutes"
        return type_coerce(func.strftime("%Y-%m-%d", moment, minutes), SqlDate)
    return cast(func.timezone(zone.key, type_coerce(moment, UtcDateTime)), SqlDate)


def _runs(days: list[date]) -> Iterator[tuple[date, date]]:
    first = last = None
    for day in days:
        if first is None or last is None:
            first = last = day
        elif day == last + DAY:
            last = day
        else:
            yield first, last
            first = last = day
    if first is not None and last is not None:
        yield first, last
