"""Which days of a span are read from what was added up."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from commerce.figures.days import DAY, cover, midnight

IST = ZoneInfo("Asia/Kolkata")


def _at(day: date) -> datetime:
    return midnight(day, IST)


def test_whole_months_are_read_as_months_and_the_rest_as_days() -> None:
    found = cover(
        _at(date(2026, 8, 20)), _at(date(2026, 11, 23)), zone=IST, through=date(2026, 11, 21),
        struck=(), by_month=True,
    )  # fmt: skip
    assert found.months == ((date(2026, 9, 1), date(2026, 10, 31)),)
    assert found.days == (
        (date(2026, 8, 20), date(2026, 8, 31)),
        (date(2026, 11, 1), date(2026, 11, 21)),
    )
    assert found.spans == ((_at(date(2026, 11, 22)), _at(date(2026, 11, 23))),)


def test_a_day_in_utc_strikes_out_both_days_of_the_shop_that_it_touches() -> None:
    found = cover(
        _at(date(2026, 11, 1)), _at(date(2026, 11, 11)), zone=IST, through=date(2026, 11, 21),
        struck=[date(2026, 11, 5)], by_month=False,
    )  # fmt: skip
    assert found.spans == ((_at(date(2026, 11, 5)), _at(date(2026, 11, 7))),)


def test_the_hours_of_days_cut_in_two_are_read_row_by_row() -> None:
    start = _at(date(2026, 11, 1)) + timedelta(hours=3)
    end = _at(date(2026, 11, 4)) + timedelta(hours=5)
    found = cover(start, end, zone=IST, through=date(2026, 11, 21), struck=(), by_month=False)
    assert found.days == ((date(2026, 11, 2), date(2026, 11, 3)),)
    assert found.spans == ((start, _at(date(2026, 11, 2))), (_at(date(2026, 11, 4)), end))


_days = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(
    first=_days, length=st.integers(0, 200), hours=st.integers(0, 23), through=_days,
    struck=st.sets(_days, max_size=12), by_month=st.booleans(),
)  # fmt: skip
def test_every_moment_of_a_span_is_read_exactly_once(
    first: date, length: int, hours: int, through: date, struck: set[date], by_month: bool
) -> None:
    start = _at(first) + timedelta(hours=hours)
    end = start + timedelta(days=length, hours=5)
    found = cover(start, end, zone=IST, through=through, struck=struck, by_month=by_month)
    pieces = sorted(
        [*found.spans, *((_at(a), _at(b + DAY)) for a, b in (*found.days, *found.months))]
    )
    assert pieces[0][0] == start
    assert pieces[-1][1] == end
    assert all(a[1] == b[0] for a, b in pairwise(pieces))
    assert start.tzinfo is UTC
