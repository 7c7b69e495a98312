"""When a report comes next, in the shop's own time."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commerce.schedules import Cadence, When, next_due
from commerce.schedules.rules import last_due

INDIA, LONDON = ZoneInfo("Asia/Kolkata"), ZoneInfo("Europe/London")
SUNDAY = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
NINE = time(9, 0)
_FROM, _UNTIL = datetime(2024, 1, 1), datetime(2030, 1, 1)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("when", "due"),
    [
        (When(cadence=Cadence.DAILY, at=NINE), "2026-11-23T03:30:00+00:00"),
        (When(cadence=Cadence.DAILY, at=time(20, 0)), "2026-11-22T14:30:00+00:00"),
        (When(cadence=Cadence.WORKDAYS, at=time(20, 0)), "2026-11-23T14:30:00+00:00"),
        (When(cadence=Cadence.WEEKLY, at=NINE, weekday=2), "2026-11-25T03:30:00+00:00"),
        (When(cadence=Cadence.MONTHLY, at=NINE, day=31), "2026-11-30T03:30:00+00:00"),
        (When(cadence=Cadence.MONTHLY, at=NINE, day=1), "2026-12-01T03:30:00+00:00"),
    ],
)
def test_a_report_comes_at_the_next_moment_of_its_rhythm(when: When, due: str) -> None:
    assert next_due(when, SUNDAY, INDIA).isoformat() == due


def test_what_is_due_now_comes_next_time_again_and_not_at_once() -> None:
    when = When(cadence=Cadence.DAILY, at=NINE)
    now = datetime(2026, 11, 22, 3, 30, tzinfo=UTC)
    assert next_due(when, now, INDIA).isoformat() == "2026-11-23T03:30:00+00:00"
    assert last_due(when, now, INDIA) == now


def test_nine_in_the_morning_stays_nine_when_the_clocks_change() -> None:
    when = When(cadence=Cadence.DAILY, at=NINE)
    saturday = datetime(2026, 3, 28, 12, tzinfo=UTC)
    assert next_due(when, saturday, LONDON).isoformat() == "2026-03-29T08:00:00+00:00"


def test_an_hour_that_the_clocks_leave_out_comes_an_hour_later() -> None:
    when = When(cadence=Cadence.DAILY, at=time(1, 30))
    night = datetime(2026, 3, 28, 12, tzinfo=UTC)
    assert next_due(when, night, LONDON).isoformat() == "2026-03-29T01:30:00+00:00"


@given(
    st.sampled_from(list(Cadence)), st.times(), st.integers(0, 6), st.integers(1, 31),
    st.datetimes(min_value=_FROM, max_value=_UNTIL, timezones=st.just(UTC)),
    st.sampled_from([INDIA, LONDON, ZoneInfo("America/New_York")]),
)  # fmt: skip
def test_between_two_moments_of_a_rhythm_there_is_no_third(
    cadence: Cadence, at: time, weekday: int, day: int, now: datetime, zone: ZoneInfo
) -> None:
    when = When(cadence=cadence, at=at.replace(second=0, microsecond=0), weekday=weekday, day=day)
    due = next_due(when, now, zone)
    assert due > now
    assert last_due(when, due, zone) == due
