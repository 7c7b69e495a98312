"""What is out of the ordinary, and what is not."""

from datetime import date, time, timedelta

from commerce.alerts import rules
from commerce.alerts.rules import Expected, Held

DAY = date(2026, 11, 23)
FLAT = (1.0,) * 7


def past(count: float, days: int = 56) -> dict[date, float]:
    return {DAY - timedelta(days=n): count + (n % 3 - 1) for n in range(1, days + 1)}


def held(name: tuple[str, str], seen: float, mean: float) -> Held:
    usual = Expected(mean=mean, spread=1.0)
    return Held(name=name, seen=seen, expected=usual, chance=rules.chance_of(seen, usual))


def test_a_steady_shop_is_expected_to_go_on() -> None:
    usual = rules.expected(past(40), DAY, shape=FLAT)
    assert usual is not None
    assert round(usual.mean) == 40


def test_the_chance_of_few_orders_is_that_of_the_poisson_distribution() -> None:
    # P(X <= 3) of a Poisson with mean 10 is 0.010336; on both sides twice that.
    assert round(rules.chance_of(3, Expected(mean=10, spread=1.0)), 6) == 0.020672


def test_more_spread_makes_the_same_day_less_surprising() -> None:
    calm, wild = (rules.chance_of(20, Expected(mean=40, spread=s)) for s in (1.0, 4.0))
    assert calm < 0.001 < wild


def test_a_quiet_sunday_is_ordinary_where_sundays_are_quiet() -> None:
    sunday = DAY - timedelta(days=1)
    history = {
        sunday - timedelta(days=n): 10.0 if (sunday - timedelta(days=n)).weekday() == 6 else 40.0
        for n in range(1, 57)
    }
    usual = rules.expected(history, sunday, shape=rules.weekdays(history))
    assert usual is not None
    assert rules.chance_of(10, usual) > 0.5


def test_a_festival_is_held_against_what_it_brought_before() -> None:
    last = DAY - timedelta(days=30)
    history = {**past(40), last: 120.0}
    special = {last: "Diwali", DAY: "Diwali"}
    lifts = rules.lifts_of(history, special, FLAT)
    usual = rules.expected(history, DAY, shape=FLAT, special=special, lifts=lifts)
    assert usual is not None
    assert round(usual.mean) == 120


def test_a_festival_never_seen_before_is_not_judged() -> None:
    assert rules.expected(past(40), DAY, shape=FLAT, special={DAY: "Onam"}, lifts={}) is None


def test_one_odd_day_in_the_past_hides_no_odd_day_now() -> None:
    history = {**past(40), DAY - timedelta(days=2): 400.0}
    usual = rules.expected(history, DAY, shape=FLAT)
    assert usual is not None
    assert rules.chance_of(90, usual) < 0.001


def test_what_one_alone_would_say_is_chance_among_many() -> None:
    odd = held(("product", "0"), 27, 40)
    calm = [held(("product", str(n)), 40, 40) for n in range(1, 50)]
    assert rules.out_of_ordinary([odd]) == [odd]
    assert rules.out_of_ordinary([odd, *calm]) == []


def test_one_channel_that_stopped_is_told_and_not_the_whole_shop() -> None:
    shop, amazon = held(("shop", ""), 60, 100), held(("channel", "amazon"), 0, 40)
    assert rules.one_a_cause([shop, amazon]) == [(amazon, 1)]


def test_a_shop_that_fell_everywhere_is_told_once() -> None:
    shop = held(("shop", ""), 20, 100)
    channels = [held(("channel", name), 8, 40) for name in ("amazon", "website")]
    assert rules.one_a_cause([shop, *channels]) == [(shop, 2)]


def test_a_courier_that_fails_as_always_is_ordinary() -> None:
    history = [(2 + n % 2, 10) for n in range(40)]
    usual = rules.share_expected(history, 30)
    assert usual is not None
    assert rules.chance_of(8, usual) > 0.5
    assert rules.chance_of(24, usual) < 0.001


def test_quiet_hours_run_over_midnight() -> None:
    night = "22:00-08:00"
    assert [rules.is_quiet(night, time(hour)) for hour in (21, 22, 3, 8)] == [
        False, True, True, False,
    ]  # fmt: skip
