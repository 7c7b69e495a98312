"""Time in which somebody works."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from commerce.working_time import (
    Hours,
    after,
    is_working,
    next_working,
    too_late_before,
    worked,
    worked_seconds,
)

INDIA, BERLIN = ZoneInfo("Asia/Kolkata"), ZoneInfo("Europe/Berlin")
WEEK = Hours(
    zone=INDIA, opens=time(10), closes=time(19), weekdays=frozenset(range(6)),
    days_off=frozenset({date(2026, 11, 9)}),
)  # fmt: skip
_YEAR = 365 * 24 * 60 * 60
_MOMENTS = st.integers(0, _YEAR).map(
    lambda seconds: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)
_HOURS = st.builds(
    Hours,
    zone=st.sampled_from((INDIA, BERLIN)),
    opens=st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    closes=st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    weekdays=st.frozensets(st.integers(0, 6), min_size=1),
    days_off=st.frozensets(st.dates(date(2026, 1, 1), date(2027, 1, 1)), max_size=3),
)
_SPANS = st.integers(1, 60 * 60 * 80).map(lambda seconds: timedelta(seconds=seconds))


def _india(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=INDIA).astimezone(UTC)


def test_nine_hours_from_saturday_afternoon_end_on_tuesday_after_a_holiday() -> None:
    assert after(WEEK, _india(7, 15), timedelta(hours=9)) == _india(10, 15)


def test_what_comes_at_night_begins_in_the_morning() -> None:
    assert next_working(WEEK, _india(10, 22)) == _india(11, 10)
    assert not is_working(WEEK, _india(10, 22))
    assert worked(WEEK, _india(10, 22), _india(11, 10, 30)) == timedelta(minutes=30)


def test_a_night_shift_belongs_to_the_day_it_begins_on() -> None:
    night = Hours(zone=INDIA, opens=time(22), closes=time(6), weekdays=frozenset({4}))
    assert is_working(night, _india(7, 5))
    assert not is_working(night, _india(7, 22))


def test_the_night_the_clocks_go_back_has_an_hour_more() -> None:
    round_the_clock = Hours(zone=BERLIN)
    start = datetime(2026, 10, 25, tzinfo=BERLIN).astimezone(UTC)
    end = datetime(2026, 10, 26, tzinfo=BERLIN).astimezone(UTC)
    assert worked(round_the_clock, start, end) == timedelta(hours=25)


def test_who_never_works_reaches_no_deadline() -> None:
    assert after(Hours(zone=INDIA, weekdays=frozenset()), _india(7, 15), timedelta(hours=1)) is None


@given(hours=_HOURS, since=_MOMENTS, span=_SPANS)
def test_a_deadline_is_exactly_its_span_of_work_away(
    hours: Hours, since: datetime, span: timedelta
) -> None:
    end = after(hours, since, span)
    assert end is not None
    assert worked(hours, since, end) == span
    assert worked(hours, since, end - timedelta(seconds=1)) == span - timedelta(seconds=1)


@given(hours=_HOURS, a=_MOMENTS, b=_MOMENTS, c=_MOMENTS)
def test_spans_of_work_add_up(hours: Hours, a: datetime, b: datetime, c: datetime) -> None:
    first, middle, last = sorted((a, b, c))
    assert worked(hours, first, middle) + worked(hours, middle, last) == worked(hours, first, last)


@given(hours=_HOURS, now=_MOMENTS, span=_SPANS, earlier=st.integers(-10, 60 * 60 * 300))
def test_one_comparison_tells_what_is_overdue(
    hours: Hours, now: datetime, span: timedelta, earlier: int
) -> None:
    began = now - timedelta(seconds=earlier)
    overdue = worked(hours, began, now) > span
    assert (began < too_late_before(hours, now, span)) is overdue


@given(hours=_HOURS, pairs=st.lists(st.tuples(_MOMENTS, _MOMENTS), min_size=1, max_size=5))
def test_many_at_once_are_counted_as_each_alone(
    hours: Hours, pairs: list[tuple[datetime, datetime]]
) -> None:
    starts = np.array([since.timestamp() for since, _ in pairs])
    ends = np.array([until.timestamp() for _, until in pairs])
    alone = [worked(hours, since, until).total_seconds() for since, until in pairs]
    assert np.allclose(worked_seconds(hours, starts, ends), alone)
