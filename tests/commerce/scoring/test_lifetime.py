"""Purchases and spending of customers: the published figures, and a shop whose truth is known."""

from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from commerce.scoring.lifetime import (
    Histories,
    Purchases,
    fit_purchases,
    fit_spending,
    histories,
    one,
    worth,
)
from commerce.scoring.types import Floats


@pytest.fixture(scope="module")
def cdnow() -> Floats:
    """The 2,357 customers of CDNOW: id, x, t_x, T in weeks, mean value of a repeat purchase."""
    spec = find_spec("lifetimes")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    folder = Path(spec.submodule_search_locations[0]) / "datasets"
    name = "cdnow_customers_summary_with_transactions.csv"
    return np.genfromtxt(folder / name, delimiter=",", skip_header=1)


@pytest.fixture(scope="module")
def bought(cdnow: Floats) -> Histories:
    return Histories(repeats=cdnow[:, 1], last=cdnow[:, 2], known=cdnow[:, 3])


@pytest.fixture(scope="module")
def model(bought: Histories) -> Purchases:
    return fit_purchases(bought)


def test_purchases_at_cdnow_are_as_published(model: Purchases) -> None:
    """Fader, Hardie & Lee 2005, table 2."""
    assert (model.r, model.alpha) == pytest.approx((0.243, 4.414), abs=0.0006)
    assert (model.a, model.b) == pytest.approx((0.793, 2.426), abs=0.0006)
    assert model.likelihood == pytest.approx(-9582.4, abs=0.05)


def test_spending_at_cdnow_is_as_published(cdnow: Floats) -> None:
    """Fader & Hardie 2013, where repeat purchases alone count."""
    spending = fit_spending(cdnow[:, 1], cdnow[:, 4])
    assert (spending.p, spending.q) == pytest.approx((6.249, 3.745), abs=0.0016)
    assert spending.v == pytest.approx(15.448, abs=0.006)
    assert spending.likelihood == pytest.approx(-4055.9, abs=0.05)
    assert spending.of_all == pytest.approx(35.17, abs=0.01)
    assert spending.expected(np.array([0.0]), np.array([0.0])) == pytest.approx([35.17], abs=0.01)


def test_the_next_39_weeks_at_cdnow_are_foretold_as_published(
    model: Purchases, bought: Histories
) -> None:
    # Customer 1 of the paper's spreadsheet: x 2, t_x 30.43, T 38.86.
    assert model.expected(one(2, 30.43, 38.86), 39) == pytest.approx([1.226], abs=0.001)
    assert float(model.expected(bought, 39).sum()) == pytest.approx(1653, abs=1)


def test_who_bought_once_has_not_left_and_who_fell_silent_has(model: Purchases) -> None:
    assert model.alive(one(0, 0, 38)) == pytest.approx([1.0])
    silent, busy = model.alive(one(12, 10, 38))[0], model.alive(one(12, 37, 38))[0]
    assert silent < 0.02
    assert busy > 0.9


def test_within_no_time_nobody_buys_and_the_median_wait_is_where_half_have(
    model: Purchases,
) -> None:
    asked = one(6, 36, 38)
    assert model.buys_within(asked, 0) == pytest.approx([0.0])
    assert model.buys_within(asked, float(model.wait(asked)[0])) == pytest.approx([0.5])
    assert np.isinf(model.wait(one(12, 10, 38))[0])
    low, high = model.spread(asked, 39)
    assert low <= model.expected(asked, 39)[0] <= high


def test_a_model_read_back_says_the_same(model: Purchases, bought: Histories) -> None:
    assert Purchases.load(model.dump()) == model


def test_money_of_a_later_month_is_worth_less(model: Purchases) -> None:
    asked, value = one(6, 36, 38), np.array([500.0])
    plain = worth(model, asked, value, months=12, month=4.345, discount=0.0)
    dear = worth(model, asked, value, months=12, month=4.345, discount=0.01)
    whole = model.expected(asked, 12 * 4.345) * 500
    assert plain == pytest.approx(whole)
    assert 0.90 * plain[0] < dear[0] < 0.97 * plain[0]


def test_two_purchases_of_a_day_are_one_and_later_ones_are_not_known_yet() -> None:
    who = np.array([7.0, 7.0, 7.0, 9.0, 9.0])
    at = np.array([1.2, 1.9, 11.5, 30.0, 99.0])
    people, known, mean = histories(who, at, np.array([100.0, 50.0, 150.0, 80.0, 1.0]), 31.0)
    assert people.tolist() == [7.0, 9.0]
    assert known.repeats.tolist() == [1.0, 0.0]
    assert known.last.tolist() == [10.0, 0.0]
    assert known.known.tolist() == [30.0, 1.0]
    assert mean.tolist() == [150.0, 80.0]


def test_too_few_who_came_back_teach_nothing() -> None:
    alone = Histories(repeats=np.zeros(500), last=np.zeros(500), known=np.full(500, 90.0))
    with pytest.raises(ValueError, match="Too few customers"):
        fit_purchases(alone)


def test_the_truth_of_a_drawn_shop_is_found_again() -> None:
    dice = np.random.default_rng(3)
    n, r, alpha, a, b = 6_000, 0.9, 40.0, 0.8, 2.5
    known = dice.uniform(60, 500, n)
    rate, leaves = dice.gamma(r, 1 / alpha, n), dice.beta(a, b, n)
    stays = dice.geometric(leaves)
    gaps = dice.exponential(1 / rate[:, None], (n, 60)).cumsum(axis=1)
    made = (gaps < known[:, None]) & (np.arange(60) < stays[:, None])
    repeats = made.sum(axis=1).astype(np.float64)
    last = np.where(made, gaps, 0.0).max(axis=1)
    found = fit_purchases(Histories(repeats=repeats, last=last, known=known))
    assert found.r / found.alpha == pytest.approx(r / alpha, rel=0.12)
    assert found.a / (found.a + found.b) == pytest.approx(a / (a + b), rel=0.12)
