"""Spans of days as people name them: "today", "last_week", "2026-11-01/2026-11-15"."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

NAMED = (
    "today", "yesterday", "this_week", "last_week", "this_month", "last_month", "this_quarter",
    "last_quarter", "this_year", "last_year", "this_fy", "last_fy", "all_time",
)  # fmt: skip
"""Weeks begin on Monday; `fy` is the Indian financial year, 1 April to 31 March."""

PERIOD_PATTERN = (
    rf"^({'|'.join(NAMED)}|last_[1-9]\d{{0,3}}_(days|weeks|months|hours)"
    r"|\d{4}-\d{2}|\d{4}-\d{2}-\d{2}(/\d{4}-\d{2}-\d{2})?)$"
)
"""What a period may look like: a name, `last_N_days`, a month, a day, or an ISO 8601 interval."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A span of time, `start` inclusive and `end` exclusive, both aware UTC."""

    name: str
    """As it was asked for, in the grammar of `PERIOD_PATTERN`."""
    start: datetime
    end: datetime
    first_day: date
    """First day in the shop's zone."""
    last_day: date
    """Last day in the shop's zone, inclusive."""

    @property
    def days(self) -> int:
        """Number of days touched."""
        return (self.last_day - self.first_day).days + 1


def resolve(name: str, *, now: datetime, zone: ZoneInfo) -> Period:
    """Turn a period's name into its days, as of `now` in the shop's zone.

    A period that reaches into the future (such as this week) ends today.

    Raises:
        ValueError: The name is not in the grammar, or its days do not exist or run backwards.
    """
    if not re.match(PERIOD_PATTERN, name):
        raise ValueError(
            f"{name!r} is not a period; try today, last_7_days or 2026-11-01/2026-11-15."
        )
    if hours := re.match(r"^last_(\d+)_hours$", name):
        start = now - timedelta(hours=int(hours[1]))
        local = start.astimezone(zone).date()
        return Period(
            name=name, start=start, end=now, first_day=local, last_day=now.astimezone(zone).date()
        )
    first, last = _days(name, now.astimezone(zone).date())
    if last < first:
        raise ValueError(f"{name!r} ends before it begins.")
    return Period(
        name=name,
        start=_midnight(first, zone),
        end=_midnight(last + timedelta(days=1), zone),
        first_day=first,
        last_day=last,
    )


def previous(period: Period, *, zone: ZoneInfo) -> Period:
    """Return the span of as many days just before a period, to compare with."""
    first = period.first_day - timedelta(days=period.days)
    last = period.first_day - timedelta(days=1)
    return Period(
        name=f"{first.isoformat()}/{last.isoformat()}",
        start=_midnight(first, zone),
        end=_midnight(period.first_day, zone),
        first_day=first,
        last_day=last,
    )


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)


def _days(name: str, today: date) -> tuple[date, date]:
    """Return first and last day, both inclusive."""
    if counted := re.match(r"^last_(\d+)_(days|weeks|months)$", name):
        return _counted(int(counted[1]), counted[2], today), today
    if re.match(r"^\d{4}-\d{2}$", name):
        first = date.fromisoformat(f"{name}-01")
        return first, _month_end(first)
    if name[0].isdigit():
        first_text, _, last_text = name.partition("/")
        return date.fromisoformat(first_text), date.fromisoformat(last_text or first_text)
    return _named(name, today)


def _counted(count: int, unit: str, today: date) -> date:
    """Return the first of the last `count` units, today included."""
    if unit == "months":
        return _add_months(today, -count) + timedelta(days=1)
    return max(date(1970, 1, 1), today - timedelta(days=count * (7 if unit == "weeks" else 1) - 1))


def _named(name: str, today: date) -> tuple[date, date]:
    monday = today - timedelta(days=today.weekday())
    month = today.replace(day=1)
    quarter = today.replace(month=3 * ((today.month - 1) // 3) + 1, day=1)
    fy = date(today.year if today.month >= 4 else today.year - 1, 4, 1)
    day = timedelta(days=1)
    return {
        "today": (today, today),
        "yesterday": (today - day, today - day),
        "this_week": (monday, today),
        "last_week": (monday - 7 * day, monday - day),
        "this_month": (month, today),
        "last_month": (_add_months(month, -1), month - day),
        "this_quarter": (quarter, today),
        "last_quarter": (_add_months(quarter, -3), quarter - day),
        "this_year": (date(today.year, 1, 1), today),
        "last_year": (date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
        "this_fy": (fy, today),
        "last_fy": (fy.replace(year=fy.year - 1), fy - day),
        "all_time": (date(1970, 1, 1), today),
    }[name]


def _add_months(day: date, months: int) -> date:
    index = max(day.year * 12 + day.month - 1 + months, 1970 * 12)
    first = date(index // 12, index % 12 + 1, 1)
    return first.replace(day=min(day.day, _month_end(first).day))


def _month_end(first: date) -> date:
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return following - timedelta(days=1)
