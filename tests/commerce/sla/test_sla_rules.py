"""Service levels decided without a database."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from commerce import periods
from commerce.money import Money
from commerce.sla import Clock, SlaKind, Term, rules
from commerce.vocabulary import CourierType, NdrReason, SalesChannel

DISPATCH, DELIVERY = SlaKind.DISPATCH, SlaKind.DELIVERY


def test_marketplaces_want_it_sooner_until_the_shop_says_otherwise() -> None:
    terms = rules.whole(())
    assert rules.term_for(terms, DISPATCH, SalesChannel.SHOPIFY).span == timedelta(hours=48)
    assert rules.term_for(terms, DISPATCH, SalesChannel.AMAZON).span == timedelta(hours=36)
    everywhere = Term(kind=DISPATCH, span=timedelta(hours=24), is_chosen=True)
    terms = rules.whole((everywhere,))
    assert rules.term_for(terms, DISPATCH, SalesChannel.AMAZON).span == timedelta(hours=24)


def test_the_closest_term_holds() -> None:
    of_all = Term(kind=DELIVERY, span=timedelta(days=5), is_chosen=True)
    of_one = Term(
        kind=DELIVERY, span=timedelta(days=3), courier=CourierType.DELHIVERY, is_chosen=True
    )
    terms = rules.whole((of_all, of_one))
    assert rules.term_for(terms, DELIVERY, None, CourierType.DELHIVERY) is of_one
    assert rules.term_for(terms, DELIVERY, None, CourierType.DTDC) is of_all


def test_a_failed_delivery_has_the_hours_of_its_reason_unless_set() -> None:
    term = rules.term_for(rules.whole(()), SlaKind.NDR_ACTION)
    hours = [
        rules.span_of(term, reason)
        for reason in (NdrReason.CUSTOMER_REFUSED, NdrReason.COD_NOT_READY, NdrReason.OTHER)
    ]
    assert hours == [timedelta(hours=24), timedelta(hours=48), timedelta(hours=36)]


def test_a_penalty_is_so_much_a_breach_and_a_share_of_the_order() -> None:
    term = Term(
        kind=DISPATCH, span=timedelta(hours=24), penalty=Money(5_000, "INR"), penalty_permille=25
    )
    assert rules.penalty_of(term, 100_000, "INR") == Money(7_500, "INR")
    free = Term(kind=DISPATCH, span=timedelta(hours=24))
    assert rules.penalty_of(free, 100_000, "INR") is None


def test_the_chance_to_be_late_is_of_those_that_took_as_long() -> None:
    took = np.array([10.0] * 50 + [40.0] * 30 + [60.0] * 10 + [np.inf] * 10)
    likely = rules.likely_late(took, waited=20, allowed=48)
    assert likely is not None
    assert (likely.chance, likely.n) == (0.4, 50)
    assert likely.low < 0.4 < likely.high
    assert rules.likely_late(took, waited=50, allowed=72) is None


def test_wilsons_interval_is_known() -> None:
    assert rules.wilson(0, 0) == (0.0, 1.0)
    assert rules.wilson(81, 100) == pytest.approx((0.7222, 0.8749), abs=1e-4)


def test_what_is_seldom_late_is_no_risk_and_what_mostly_is_is_one_early() -> None:
    sure = rules.likely_late(np.full(400, 10.0), waited=1, allowed=20)
    doomed = rules.likely_late(np.full(40, 90.0), waited=1, allowed=20)
    soon, later = timedelta(hours=3), timedelta(hours=60)
    assert rules.is_at_risk(DELIVERY, soon, None)
    assert not rules.is_at_risk(DELIVERY, soon, sure)
    assert rules.is_at_risk(DELIVERY, later, doomed)
    assert not rules.is_at_risk(DELIVERY, later, None)


def test_republic_day_and_diwali_are_no_working_days_but_a_shop_may_open() -> None:
    zone, shop = ZoneInfo("Asia/Kolkata"), rules.DEFAULT_HOURS
    republic_day = date(2026, 1, 26)
    days = rules.hours_for(Clock.WORKING_DAYS, shop, zone, {}, (2026,))
    assert not days.works_on(republic_day)
    assert days.works_on(date(2026, 1, 27))
    opened = rules.hours_for(Clock.WORKING_DAYS, shop, zone, {republic_day: True}, (2026,))
    assert opened.works_on(republic_day)


def test_nine_of_ten_parcels_came_within_the_slow_days() -> None:
    hours = {24: 5, 48: 4, 120: 1}
    assert rules.quantile(hours, 0.5) == 24.0
    assert rules.quantile(hours, 0.9) == 48.0
    assert rules.quantile({}, 0.5) is None


def test_of_a_long_period_the_last_quarter_is_looked_over() -> None:
    zone = ZoneInfo("Asia/Kolkata")
    now = datetime(2026, 11, 22, 9, tzinfo=UTC)
    year = periods.resolve("last_12_months", now=now, zone=zone)
    short = rules.lately(year)
    assert (short.days, short.last_day, short.end) == (92, year.last_day, year.end)
    month = periods.resolve("last_30_days", now=now, zone=zone)
    assert rules.lately(month) is month
