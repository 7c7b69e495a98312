"""Forecasts: what is known by hand, what a drawn history must bring out, and rows of a file."""

from datetime import date

import numpy as np
import pytest

from commerce.errors import Refused
from commerce.scoring.forecasting import SHAPES, Panel, Shape, Spacing, forecast, shapes
from commerce.scoring.forecasting.backtesting import backtest_demand
from commerce.scoring.forecasting.festivals import of_years
from commerce.scoring.forecasting.framing import frame, spacing_of
from commerce.scoring.forecasting.intermittent import sba, tsb
from commerce.scoring.forecasting.shapes import likely_empty
from commerce.scoring.types import Floats

RARE = np.array([[0.0, 4.0, 0.0, 0.0, 2.0, 0.0]])
OPEN = np.ones((1, 6), dtype=np.bool_)


def test_croston_made_unbiased() -> None:
    # The first sale: size 4, interval 2. The second: 4 − 0.1·2 = 3.8 and 2 + 0.1·1 = 2.1.
    said = sba(RARE, OPEN, alpha=0.1)
    assert said[0, 1] == pytest.approx(0.95 * 4 / 2)
    assert said[0, 5] == pytest.approx(0.95 * 3.8 / 2.1)


def test_a_chance_of_selling_falls_while_nothing_sells() -> None:
    known = tsb(RARE, OPEN, alpha=0.1, beta=0.2)
    assert known.probability[0].tolist() == pytest.approx([0.0, 0.5, 0.4, 0.32, 0.456, 0.3648])
    assert known.size[0, 5] == pytest.approx(3.8)


def test_shapes_of_demand() -> None:
    sold = np.array([[1.0, 1, 1, 1], [1, 9, 1, 1], [1, 0, 1, 0], [1, 0, 9, 0]])
    named = [SHAPES[k] for k in shapes(sold, np.ones(sold.shape, dtype=np.bool_))]
    assert named == [Shape.SMOOTH, Shape.ERRATIC, Shape.INTERMITTENT, Shape.LUMPY]


def drawn(series: int = 8, steps: int = 200, ahead: int = 14) -> tuple[Panel, Floats]:
    """Return a history whose Saturdays sell twice as much, and the true mean of what comes."""
    rng = np.random.default_rng(7)
    at = np.arange(steps + ahead)
    mean = rng.uniform(4, 20, (series, 1)) * np.where(at % 7 == 5, 2.0, 1.0)
    sold = rng.poisson(mean).astype(np.float64)
    panel = Panel(
        quantity=sold[:, :steps], known=np.ones((series, steps), dtype=np.bool_),
        first=date(2025, 6, 2), group=np.zeros(series, dtype=np.int64),
    )  # fmt: skip
    return panel, mean[:, steps:]


def test_a_forecast_finds_the_true_mean_and_its_parts_multiply_to_it() -> None:
    panel, mean = drawn()
    said = forecast(panel, 14)
    assert np.abs(said.mean - mean).sum() / mean.sum() < 0.1
    parts = said.parts.base[:, None] * np.exp(sum(said.parts.logs.values()))
    assert parts == pytest.approx(said.mean)


def test_days_out_of_stock_do_not_lower_what_is_expected() -> None:
    panel, mean = drawn()
    panel.quantity[0, 170:190] = 0.0
    assert likely_empty(panel)[0].sum() == 20
    said = forecast(panel, 14)
    assert said.mean[0].sum() == pytest.approx(mean[0].sum(), rel=0.25)


def test_rows_tell_whether_they_are_days_weeks_or_months() -> None:
    days = np.datetime64("2026-01-01") + np.arange(60)
    assert spacing_of(days[::2]) is Spacing.DAY
    assert spacing_of(days[::7]) is Spacing.WEEK
    assert (
        spacing_of(np.array(["2026-01-31", "2026-02-28"], dtype="datetime64[D]")) is Spacing.MONTH
    )


def test_days_without_a_sale_are_zeros_and_returns_count_against_their_day() -> None:
    days = np.array(["2026-01-01", "2026-01-01", "2026-01-03", "2026-01-12"], "datetime64[us]")
    framed = frame([], days, np.array([5.0, -2.0, 1.0, 1.0]))
    assert framed.panel.quantity[0].tolist() == [3, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1]
    assert len(framed.notes) == 2


def test_two_days_are_no_history() -> None:
    days = np.array(["2026-01-01", "2026-01-02"], dtype="datetime64[us]")
    with pytest.raises(Refused, match="too few"):
        frame([], days, np.ones(2))


def test_diwali_moves_with_the_moon() -> None:
    assert date(2026, 11, 8) in {
        one.first for one in of_years("IN", 2026, 2026) if "Diwali" in one.name
    }


def test_a_backtest_beats_the_seasonal_naive_and_covers_what_it_says() -> None:
    panel, _ = drawn(series=6, steps=150)
    found = backtest_demand(
        {
            "item": np.repeat(np.arange(6).astype(str).astype(object), 150),
            "day": np.tile(panel.days(), 6).astype("datetime64[us]"),
            "sold": panel.quantity.ravel(),
        },
        series=["item"], time="day", quantity="sold", horizon=14, folds=2,
    )  # fmt: skip
    wape = found.figure("WAPE")
    assert wape.baseline is not None
    assert wape.score < 0.85 * wape.baseline
    assert found.figure("coverage 80 %").score == pytest.approx(0.8, abs=0.1)
    assert found.rows == 6 * 2 * 14
