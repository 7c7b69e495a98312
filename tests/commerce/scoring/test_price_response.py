"""Elasticities from histories whose truth is known."""

from datetime import UTC, datetime

import numpy as np
import pytest

from commerce.scoring.price_backtest import backtest_price, judged
from commerce.scoring.price_response import Doubt, Panel, respond
from commerce.scoring.types import Floats


def _confounded(seed: int, items: int = 30, weeks: int = 104) -> tuple[Panel, Floats]:
    """A shop that asks more in season, when more is bought anyway; its truth is -1.8 ± 0.25."""
    dice = np.random.default_rng(seed)
    week = np.arange(weeks)
    truth = -1.8 + 0.25 * dice.normal(size=(items, 1))
    season = 0.5 * np.sin(2 * np.pi * week / 52)
    steps = 0.06 * np.repeat(dice.normal(size=(items, weeks // 8 + 1)), 8, axis=1)[:, :weeks]
    log_price = np.log(500) + 0.5 * dice.normal(size=(items, 1)) + 0.25 * season + steps
    moved = log_price - log_price.mean(axis=1, keepdims=True)
    mean = 6 * np.exp(season + 0.7 * dice.normal(size=(items, 1)) + truth * moved)
    panel = Panel(
        sold=dice.poisson(mean).astype(np.float64), price=np.exp(log_price),
        seen=np.ones(mean.shape, dtype=np.bool_), group=np.zeros(items, dtype=np.intp),
        days=np.asarray(week * 7.0, dtype=np.float64),
    )  # fmt: skip
    return panel, truth[:, 0]


def _plain(panel: Panel) -> float:
    """Slope of a plain log-log regression with a level for each item."""
    y = np.log(np.maximum(panel.sold, 0.5))
    x = np.log(panel.price)
    y, x = y - y.mean(axis=1, keepdims=True), x - x.mean(axis=1, keepdims=True)
    return float((x * y).sum() / (x * x).sum())


def test_an_elasticity_is_found_where_a_plain_regression_says_dearer_sells_more() -> None:
    found = [respond(_confounded(seed)[0]) for seed in range(6)]
    assert _plain(_confounded(0)[0]) > 0.5
    assert np.mean([one.overall for one in found]) == pytest.approx(-1.8, abs=0.2)


def test_an_interval_holds_the_truth_about_as_often_as_it_says() -> None:
    held = []
    for seed in range(6):
        panel, truth = _confounded(seed)
        found = respond(panel)
        held.append(np.abs(found.item - truth) <= 1.2816 * found.item_se)
    assert 0.72 <= np.mean(held) <= 0.97


def test_a_price_that_hardly_moved_tells_nothing() -> None:
    panel, _ = _confounded(1)
    panel.price[3] = 499.0
    assert set(respond(panel).doubts[3]) >= {Doubt.FLAT_PRICE, Doubt.FEW_PRICES}


def test_weeks_without_stock_are_not_taken_for_weeks_without_buyers() -> None:
    panel, _ = _confounded(2)
    best = int(panel.sold.sum(axis=1).argmax())
    panel.sold[best, 40:46] = 0.0
    assert not respond(panel).in_stock[best, 40:46].any()


def test_an_elasticity_that_foretells_later_weeks_is_worth_serving() -> None:
    dice = np.random.default_rng(3)
    price = 100 * np.exp(np.repeat(0.12 * dice.normal(size=(20, 40)), 3, axis=1))
    panel = Panel(
        sold=dice.poisson(8 * (price / 100) ** -2.0).astype(np.float64), price=price,
        seen=np.ones(price.shape, dtype=np.bool_), group=np.zeros(20, dtype=np.intp),
        days=np.arange(0.0, 840.0, 7.0),
    )  # fmt: skip
    evaluation, knows = judged(panel, datetime(2024, 1, 1, tzinfo=UTC))
    decides = evaluation.figure(evaluation.decides)
    assert knows
    assert decides.gain is not None
    assert decides.gain > 0.1


def test_prices_that_buyers_do_not_follow_are_not_worth_serving() -> None:
    dice = np.random.default_rng(4)
    price = 100 * np.exp(np.repeat(0.12 * dice.normal(size=(20, 40)), 3, axis=1))
    panel = Panel(
        sold=dice.poisson(8.0, size=price.shape).astype(np.float64), price=price,
        seen=np.ones(price.shape, dtype=np.bool_), group=np.zeros(20, dtype=np.intp),
        days=np.arange(0.0, 840.0, 7.0),
    )  # fmt: skip
    assert not judged(panel, datetime(2024, 1, 1, tzinfo=UTC))[1]


def test_receipts_are_added_up_by_week_and_an_unknown_price_stays_unknown() -> None:
    panel, _ = _confounded(5)
    item, week = np.nonzero(panel.sold)
    rows = {
        "product": np.array([f"P{k}" for k in item], dtype=object),
        "time": np.datetime64("2023-01-02", "us") + week * np.timedelta64(7, "D"),
        "price": panel.price[item, week], "quantity": panel.sold[item, week],
    }  # fmt: skip
    told = backtest_price(rows)
    assert told.notes[0].startswith("30 products over 104 weeks")
    pooled = told.tables[0].rows[0]
    assert pooled[1] == pytest.approx(-1.8, abs=0.45)


def test_rows_that_hold_nothing_are_answered_in_a_sentence() -> None:
    rows = {
        "product": np.array(["A", ""], dtype=object),
        "time": np.array(["NaT", "2026-01-01"], dtype="datetime64[us]"),
        "price": np.array([1.0, 0.0]), "quantity": np.array([2.0, np.nan]),
    }  # fmt: skip
    told = backtest_price(rows)
    assert told.rows == 0
    assert told.notes == ("No row has a product, a date, a price above zero and a quantity.",)
