"""Days, their spans of time, and which of them can be read from what was added up."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
MOST_SPANS = 6
"""With more gaps than this, all from the first to the last is read row by row."""

Run = tuple[date, date]
"""Days without a gap, first and last inclusive."""
Span = tuple[datetime, datetime]
"""Start inclusive, end exclusive, aware UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How a span is read: months and days from what was added up, the rest row by row."""

    months: tuple[Run, ...] = ()
    """Runs of whole months."""
    days: tuple[Run, ...] = ()
    spans: tuple[Span, ...] = ()
    """What is read row by row."""


def cover(
    start: datetime,
    end: datetime,
    *,
    zone: ZoneInfo,
    through: date,
    struck: Collection[date],
    by_month: bool,
) -> Coverage:
    """Return how to read a span when days up to `through` are added up but those `struck`.

    Args:
        start: Inclusive.
        end: Exclusive.
        zone: Of the shop.
        through: The last day that is added up.
        struck: Days in UTC that were written to since.
        by_month: Whether whole months may be read as one.
    """
    first = start.astimezone(zone).date()
    if midnight(first, zone) < start:
        first += DAY
    last = min(end.astimezone(zone).date() - DAY, through)
    if last < first:
        return Coverage(spans=((start, end),))
    holes = runs(day for day in local_days(struck, zone) if first <= day <= last)
    if len(holes) > MOST_SPANS:
        holes = [(holes[0][0], holes[-1][1])]
    held = _between(first, last, holes)
    spans = [
        (start, midnight(first, zone)),
        *((midnight(a, zone), midnight(b + DAY, zone)) for a, b in holes),
        (midnight(last + DAY, zone), end),
    ]
    months = [_months_in(run) if by_month else None for run in held]
    return Coverage(
        months=tuple(run for run in months if run is not None),
        days=tuple(
            part
            for run, whole in zip(held, months, strict=True)
            for part in ([run] if whole is None else _between(*run, [whole]))
        ),
        spans=tuple((a, b) for a, b in spans if a < b),
    )


def local_days(struck: Iterable[date], zone: ZoneInfo) -> set[date]:
    """Return the shop's days that some days in UTC touch."""
    found: set[date] = set()
    for day in struck:
        start = datetime.combine(day, time(), UTC)
        end = start + DAY - timedelta(microseconds=1)
        found |= {start.astimezone(zone).date(), end.astimezone(zone).date()}
    return found


def runs(days: Iterable[date]) -> list[Run]:
    """Return unbroken runs of days."""
    found: list[Run] = []
    for day in sorted(days):
        if found and day == found[-1][1] + DAY:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """Return when a day of the shop begins, in UTC."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def month_of(day: date) -> Run:
    """Return the month a day lies in."""
    first = day.replace(day=1)
    return first, _next_month(first) - DAY


def _months_in(run: Run) -> Run | None:
    """Return the whole months in a run of days, as days."""
    first, last = run
    begin = first if first.day == 1 else _next_month(first)
    end = (last + DAY).replace(day=1) - DAY
    return (begin, end) if begin <= end else None


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def _between(first: date, last: date, holes: Iterable[Run]) -> list[Run]:
    """Return what is left of a run of days without some of them."""
    left = []
    for begin, end in holes:
        if first < begin:
            left.append((first, begin - DAY))
        first = end + DAY
    if first <= last:
        left.append((first, last))
    return left
