"""When to buy again and how much, with answers worked out by hand."""

import pytest

from commerce.inventory import replenishing as r

SHELF = {"daily": 100.0, "daily_sd": 20.0, "lead_days": 7.0, "lead_sd": 2.0}


def test_safety_stock_holds_against_late_suppliers_too() -> None:
    assert r.safety_stock(**SHELF) == pytest.approx(340.29, abs=0.01)


def test_the_reorder_point_adds_the_demand_of_the_lead_time() -> None:
    assert r.reorder_point(**SHELF) == pytest.approx(1040.29, abs=0.01)


def test_a_shelf_looked_at_once_a_week_needs_more() -> None:
    assert r.safety_stock(**SHELF, review_days=7.0) == pytest.approx(351.24, abs=0.01)


def test_one_season_is_bought_by_what_too_few_and_too_many_cost() -> None:
    assert r.newsvendor(mean=100, sd=30, short=400, over=150) == pytest.approx(118.14, abs=0.01)


def test_the_economic_quantity() -> None:
    assert r.economic_quantity(yearly=1200, per_order=100, holding=6) == 200.0


def test_an_empty_shelf_is_sure_to_run_out_and_one_of_the_mean_about_half() -> None:
    assert r.stock_out_risk(stock=0, mean=10, sd=3) == 1.0
    assert r.stock_out_risk(stock=10, mean=10, sd=3) == pytest.approx(0.46, abs=0.01)


def test_pieces_asked_for_in_vain() -> None:
    assert r.expected_short(stock=100, mean=100, sd=30) == pytest.approx(11.97, abs=0.01)


def test_suppliers_sell_whole_packs_from_a_minimum_on() -> None:
    assert r.packed(13.2, minimum=10, pack=6) == 18
    assert r.packed(2, minimum=10) == 10
    assert r.packed(0, minimum=10) == 0


def test_a_budget_buys_what_saves_the_most_margin() -> None:
    wishes = [
        r.Wish(key=1, pieces=1, cost=60, saved=70),
        r.Wish(key=2, pieces=1, cost=50, saved=55),
        r.Wish(key=3, pieces=1, cost=50, saved=54),
    ]
    assert r.within(wishes, 60) == (1,)
    assert r.within(wishes, 110) == (1, 2)
    assert r.within(wishes, None) == (1, 2, 3)
