"""The forecast tools: what will sell and why, what revenue comes, what to buy again."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from commerce.errors import NotFound
from commerce.inventory import planning
from commerce.money import Money
from commerce.scoring import Scorers, Store, train
from commerce.scoring.blobs import FileBlobs
from commerce.scoring.demand import DEFINITION
from commerce.words import LANGUAGES
from tests.builders import Shop
from tools.cards import ChartCard, TableCard
from tools.demand import (
    ForecastDemand,
    ForecastRevenue,
    PlanReorder,
    forecast_demand,
    forecast_revenue,
    plan_reorder,
)
from tools.inventory import LowStock, low_stock

DAYS = 120


@pytest.fixture
def selling(shop: Shop, tmp_path: Path) -> Shop:
    """Return a shop that sold 2 kurtis a day, 6 on Saturdays, and has learnt from it."""
    kurti = shop.variant("KRT-1", "Cotton Kurti, Blue, M", price=500)
    shop.stock(kurti, shop.warehouse(), on_hand=20)
    shop.supplies(kurti, cost=200, lead_days=7.0, lead_sd=2.0, minimum=12)
    buyer = shop.customer()
    home = shop.address(buyer)
    for back in range(1, DAYS + 1):
        at = shop.now - timedelta(days=back)
        # One piece more now and then, so that a spread is seen.
        pieces = (6 if at.weekday() == 5 else 2) + (back % 3 == 0)
        shop.order(customer=buyer, address=home, variant=kurti, quantity=pieces,
                   total=500 * pieces, placed_at=at)  # fmt: skip
    store = Store(FileBlobs(tmp_path / "scores"))
    train(shop.context(), DEFINITION, store)
    # What is served is tried here; whether it beats a calendar this even is not.
    store.serve(shop.id, DEFINITION.name, 1)
    return shop.with_ports(replace(shop.ports, scorers=Scorers(store)))


def test_a_forecast_tells_pieces_its_band_and_reasons_that_add_up(selling: Shop) -> None:
    result = forecast_demand.run(selling.context(), ForecastDemand(product="KRT-1", days=14))
    told = result.facts
    assert told["expected"] == pytest.approx(14 * (2 + 4 / 7 + 1 / 3), rel=0.15)
    assert told["low_80"] <= told["expected"] <= told["high_80"] <= told["high_95"]
    assert told["usual"] + sum(told["reasons"].values()) == pytest.approx(
        told["expected"], abs=0.15
    )
    chart, steps, why = result.cards
    assert isinstance(chart, ChartCard)
    assert isinstance(steps, ChartCard)
    assert (chart.shape, steps.shape) == ("band", "waterfall")
    assert sum(value or 0 for value in steps.series[0].values[:-1]) == pytest.approx(
        steps.series[0].values[-1], abs=0.11
    )
    assert isinstance(why, TableCard)
    assert (len(chart.labels), why.rows[-1][0]) == (14, "Expected")
    assert json.loads(json.dumps(told)) == told


def test_revenue_is_foretold_in_rupees(selling: Shop) -> None:
    result = forecast_revenue.run(selling.context(), ForecastRevenue(days=14))
    assert result.facts["expected"] == pytest.approx(14 * 500 * (2 + 4 / 7 + 1 / 3), rel=0.15)
    assert "₹" in result.says


def test_what_will_not_last_is_bought_again_by_the_suppliers_minimum(selling: Shop) -> None:
    result = plan_reorder.run(selling.context(), PlanReorder(days=30))
    (row,) = result.facts["variants"]
    assert row["sku"] == "KRT-1"
    assert row["pieces"] >= 60
    assert result.facts["cost_rupees"] == 200 * row["pieces"]
    assert 0.3 < row["stock_out_risk"] < 1.0
    assert row["reorder_point"] == pytest.approx(row["per_day"] * 7 + row["safety_stock"], rel=0.2)


def test_a_budget_that_is_too_small_buys_nothing(selling: Shop) -> None:
    plan = planning.plan_reorder(selling.context(), budget=Money(10_000, "INR"))
    assert (plan.chosen, len(plan.left_out), plan.cost.minor) == ((), 1, 0)


def test_what_runs_low_is_told_by_the_forecast_too(selling: Shop) -> None:
    (row,) = low_stock.run(selling.context(), LowStock(days=10)).facts["variants"]
    assert row["days_left"] == pytest.approx(20 / 3, abs=1.0)
    assert row["expected_days_left"] in (5, 6, 7)


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_forecasts_are_told_in_every_language(selling: Shop, language: str) -> None:
    ctx = selling.context(language=language)
    assert forecast_demand.run(ctx, ForecastDemand(product="KRT-1")).says
    assert plan_reorder.run(ctx, PlanReorder()).says


def test_where_nothing_was_learnt_nothing_is_made_up(shop: Shop) -> None:
    shop.variant("KRT-1", "Cotton Kurti")
    with pytest.raises(NotFound, match="scores train"):
        forecast_demand.run(shop.context(), ForecastDemand(product="KRT-1"))
