"""The ground everything stands on: money, periods, words, tables."""

from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from commerce import periods, words
from commerce.db.tables import OrderRow
from commerce.money import Money
from tests.builders import Shop

IST = ZoneInfo("Asia/Kolkata")
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("major", "currency", "minor"),
    [("1949.50", "INR", 194950), ("12.5", "KWD", 12500), ("15000", "VND", 15000)],
)
def test_money_knows_each_currencys_minor_units(major: str, currency: str, minor: int) -> None:
    assert Money.of(major, currency).minor == minor
    assert Money(minor, currency).major == Decimal(major)


def test_rupees_are_written_with_indian_grouping_and_paise_only_where_there_are_any() -> None:
    assert words.write_money(Money(125_000_000)) == "₹12,50,000"
    assert words.write_money(Money(123_450)) == "₹1,234.50"


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("today", date(2026, 11, 22), date(2026, 11, 22)),
        ("last_7_days", date(2026, 11, 16), date(2026, 11, 22)),
        ("last_week", date(2026, 11, 9), date(2026, 11, 15)),
        ("this_month", date(2026, 11, 1), date(2026, 11, 22)),
        ("last_month", date(2026, 10, 1), date(2026, 10, 31)),
        ("last_quarter", date(2026, 7, 1), date(2026, 9, 30)),
        ("this_fy", date(2026, 4, 1), date(2026, 11, 22)),
        ("last_3_months", date(2026, 8, 23), date(2026, 11, 22)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2026-11-01/2026-11-15", date(2026, 11, 1), date(2026, 11, 15)),
    ],
)
def test_a_period_covers_the_days_people_mean(name: str, first: date, last: date) -> None:
    period = periods.resolve(name, now=NOW, zone=IST)
    assert (period.first_day, period.last_day) == (first, last)


def test_the_shops_day_begins_at_midnight_in_india_not_in_london() -> None:
    late_evening = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
    period = periods.resolve("today", now=late_evening, zone=IST)
    assert period.first_day == date(2026, 11, 23)
    assert period.start == datetime(2026, 11, 22, 18, 30, tzinfo=UTC)


@pytest.mark.parametrize("name", ["someday", "2026-13", "2026-02-30", "2026-11-15/2026-11-01", ""])
def test_what_is_not_a_period_is_refused(name: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the standard library words some of them
        periods.resolve(name, now=NOW, zone=IST)


@pytest.mark.parametrize("language", ["hi", "hi-Latn"])
def test_every_message_is_said_in_every_language(language: str) -> None:
    assert words.keys("en") - words.keys(language) == frozenset()
    assert words.keys(language) - words.keys("en") == frozenset()


def test_times_come_back_as_the_aware_utc_they_were(session: Session, shop: Shop) -> None:
    order = shop.order()
    session.commit()
    session.expire_all()
    again = session.scalars(select(OrderRow).where(OrderRow.shop_id == shop.id)).one()
    assert again.placed_at == order.placed_at
    assert again.placed_at.tzinfo is UTC


def test_a_query_that_forgets_the_shop_fails(session: Session, shop: Shop) -> None:
    shop.order()
    with pytest.raises(AssertionError, match="does not say whose"):
        session.scalars(select(OrderRow)).all()
