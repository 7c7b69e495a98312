"""Sunday, 22 November 2026."""

from datetime import date
from typing import Any

import pytest

from agent.planner.recognise import Shop, recognise
from agent.planner.text import read
from tools.arguments import Kind


def found(text: str, kind: Kind, shop: Shop) -> list[Any]:
    return [reading.value for reading in recognise(read(text), shop) if reading.kind is kind]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("orders today", "today"),
        ("aaj ke orders", "today"),
        ("kal ke orders", "yesterday"),
        ("parso kitne aaye", "2026-11-20"),
        ("pichle hafte", "last_week"),
        ("lst wek", "last_week"),
        ("is mahine ki sale", "this_month"),
        ("MTD sales", "this_month"),
        ("last 7 days", "last_7_days"),
        ("pichle do hafte", "last_2_weeks"),
        ("last 24 hours", "last_24_hours"),
        ("2 days ago", "2026-11-20"),
        ("since the 3rd", "2026-11-03/2026-11-22"),
        ("monday se", "2026-11-16/2026-11-22"),
        ("from last month", "last_month"),
        ("1 se 15 nov", "2026-11-01/2026-11-15"),
        ("between 3 nov and 10 nov", "2026-11-03/2026-11-10"),
        ("2026-11-01 to 2026-11-15", "2026-11-01/2026-11-15"),
        ("15/11/2026", "2026-11-15"),
        ("october", "2026-10"),
        ("30 nov", "2025-11-30"),
        ("last friday", "2026-11-20"),
        ("this fy", "this_fy"),
        ("older than 3 days", "1970-01-01/2026-11-19"),
        ("3 din se purane", "1970-01-01/2026-11-19"),
        ("over a week old", "1970-01-01/2026-11-15"),
        ("for more than a week", "1970-01-01/2026-11-15"),
        ("ek hafte se zyada purane", "1970-01-01/2026-11-15"),
        ("hafte bhar se zyada", "1970-01-01/2026-11-15"),
        ("7 din se upar ke", "1970-01-01/2026-11-15"),
        ("5 दिन से ऊपर के", "1970-01-01/2026-11-17"),
        ("5+ days old", "1970-01-01/2026-11-17"),
        ("more than 2 weeks back", "1970-01-01/2026-11-08"),
        ("less than 3 days old", "last_3_days"),
        ("this week above 2000", "this_week"),
        ("placed before diwali", "1970-01-01/2026-11-07"),
        ("pichle hafte se pehle ke", "1970-01-01/2026-11-08"),
        ("after 10 nov", "2026-11-11/2026-11-22"),
        ("पिछले हफ्ते", "last_week"),
        ("diwali week", "2026-11-02/2026-11-08"),
        ("diwali se ab tak", "2026-11-08/2026-11-22"),
    ],
)
def test_a_period_lies_in_the_past(text: str, period: str, known: Shop) -> None:
    assert found(text, Kind.PERIOD, known) == [period]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("tomorrow", date(2026, 11, 23)),
        ("kal bhejna", date(2026, 11, 23)),
        ("parso", date(2026, 11, 24)),
        ("day after tomorrow", date(2026, 11, 24)),
        ("monday ko", date(2026, 11, 23)),
        ("next sunday", date(2026, 11, 29)),
        ("15 tarikh ko", date(2026, 12, 15)),
        ("25 nov", date(2026, 11, 25)),
        ("after 2 days", date(2026, 11, 24)),
        ("2 din baad", date(2026, 11, 24)),
    ],
)
def test_a_day_lies_ahead(text: str, day: date, known: Shop) -> None:
    assert found(text, Kind.DAY, known) == [day]


def test_a_number_of_days_is_counted(known: Shop) -> None:
    assert found("3 din se atke parcel", Kind.DAYS, known) == [3]


@pytest.mark.parametrize("text", ["top 5 orders", "last 5 orders", "order 1042", "cancel mar do"])
def test_what_is_no_time_is_left_alone(text: str, known: Shop) -> None:
    assert found(text, Kind.PERIOD, known) == []


def test_a_day_that_does_not_exist_is_not_found(known: Shop) -> None:
    assert found("31/02/2026", Kind.PERIOD, known) == []


def test_a_huge_number_is_no_date(known: Shop) -> None:
    assert found("14892200345 ko", Kind.DAY, known) == []
