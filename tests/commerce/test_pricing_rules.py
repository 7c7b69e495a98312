"""What is left of a price, where the best one lies, and how far it may go. No database."""

import pytest

from commerce.pricing import rules
from commerce.pricing.types import Costs, Guard
from commerce.settings import PriceRules


def _costs(cost: float = 0.0, tax: str = "0", **rest: float) -> Costs:
    plain = {"commission": 0.0, "shipping": 0.0, "return_shipping": 0.0, "comes_back": 0.0}
    return Costs(cost=cost * 100, tax_class=tax, **(plain | rest))


def test_a_shirt_of_2501_rupees_leaves_less_than_one_of_2500() -> None:
    costs = _costs(1_000, "apparel")
    assert rules.unit_profit(costs, 250_000) == pytest.approx(250_000 / 1.05 - 100_000)
    assert rules.unit_profit(costs, 250_100) == pytest.approx(250_100 / 1.18 - 100_000)
    assert rules.crosses_tax_step("apparel", 250_000, 250_100)
    assert not rules.crosses_tax_step("18", 250_000, 250_100)


def test_the_best_price_of_a_constant_elasticity_is_found_by_trying_prices() -> None:
    costs = _costs(500, commission=0.1)
    best = rules.best_without_limits(50_000, -2.5, 0.1)
    assert best == pytest.approx(50_000 / 0.9 * 2.5 / 1.5)
    tried = [rules.effect(costs, 100, 90_000, p, -2.5, 0.0) for p in range(70_000, 120_000, 100)]
    assert max(tried, key=lambda one: one.profit).price == pytest.approx(best, abs=100)


def test_the_parts_of_a_gain_add_up_to_it() -> None:
    costs = _costs(300, "18", commission=0.05, comes_back=0.2, shipping=6_000.0)
    at = rules.effect(costs, 80, 79_900, 84_900, -1.4, 0.3)
    assert sum(p.amount for p in rules.parts(costs, 80, 79_900, at)) == pytest.approx(at.gain)


def test_an_interval_is_as_wide_as_the_elasticity_is_unsure() -> None:
    sure = rules.effect(_costs(300), 100, 80_000, 72_000, -2.0, 0.0)
    unsure = rules.effect(_costs(300), 100, 80_000, 72_000, -2.0, 0.5)
    assert sure.pieces_low == pytest.approx(sure.pieces) == pytest.approx(sure.pieces_high)
    assert unsure.pieces_low < sure.pieces < unsure.pieces_high
    assert unsure.pieces_high == pytest.approx(100 * 0.9 ** -(2 + 1.2816 * 0.5), rel=0.01)


def test_a_price_never_goes_above_the_mrp_nor_below_the_least_margin() -> None:
    chosen = PriceRules(least_margin=0.2)
    floor = rules.floor_price(_costs(400), chosen)
    assert floor == 50_000
    assert rules.bounds(55_000, 60_000, floor, (), chosen) == (
        50_000, 60_000, Guard.MARGIN_FLOOR, Guard.MRP,
    )  # fmt: skip


def test_competitors_hold_a_price_in_their_band() -> None:
    low, high, low_guard, high_guard = rules.bounds(
        100_000, 0, 10_000, (90_000, 110_000), PriceRules()
    )
    assert (low_guard, high_guard) == (Guard.COMPETITORS, Guard.COMPETITORS)
    assert low == pytest.approx(0.95 * 99_499, abs=1)
    assert high == pytest.approx(1.10 * 99_499, abs=1)


def test_prices_end_in_nine() -> None:
    assert rules.endings(70_000, 73_000, PriceRules()) == [70_900, 71_900, 72_900]
    assert rules.endings(190_000, 200_000, PriceRules()) == [194_900, 199_900]


def test_a_change_is_measured_beside_the_rest_of_its_category() -> None:
    done = rules.measured(28, (100, 150), (1_000, 1_200))
    assert done is not None
    assert done.effect == pytest.approx(0.25)
    assert done.low < 0.25 < done.high
    assert rules.measured(28, (3, 9), (1_000, 1_200)) is None
