"""Intervals hold what they say of small figures too, and in months that sell more than any yet."""

import numpy as np
import pytest

from commerce.scoring.forecasting.spreads import interval, learn
from commerce.scoring.forecasting.types import Spacing, Spread
from commerce.scoring.types import Floats

SERIES, STRETCHES, DAYS = 120, 5, 28
RNG = np.random.default_rng(7)
MEAN = np.repeat(np.geomspace(0.05, 4.0, SERIES)[:, None, None], STRETCHES, axis=1)
SHAPE = np.full(SERIES, 2)


@pytest.fixture(scope="module")
def spread() -> Spread:
    """What misses of forecasts teach that always said the true mean."""
    said = np.broadcast_to(MEAN, (SERIES, STRETCHES, DAYS)).copy()
    came = RNG.poisson(said).astype(np.float64)
    known = np.ones(said.shape, dtype=np.bool_)
    return learn(came, said, known, SHAPE, Spacing.DAY, DAYS * np.arange(STRETCHES))


def held(spread: Spread, times: float, level: int) -> Floats:
    """Return which share of days each series has inside, selling so many times as much."""
    mean = np.repeat(times * MEAN[:, 0], 400, axis=1)
    came = RNG.poisson(mean)
    low, high = interval(spread, mean, SHAPE, 1, level)
    return np.asarray(((came >= low) & (came <= high)).mean(axis=1))


@pytest.mark.parametrize(("level", "times"), [(80, 1), (80, 1.7), (95, 1), (95, 1.7)])
def test_days_of_small_figures_lie_inside_as_often_as_said(
    spread: Spread, level: int, times: float
) -> None:
    assert held(spread, times, level).mean() == pytest.approx(level / 100, abs=0.07)
    assert held(spread, times, level).mean() > level / 100 - 0.01


def test_no_interval_begins_between_nothing_and_one_where_nothing_is_usual(spread: Spread) -> None:
    usual = MEAN[:, :1, 0] < 1.5
    low, _ = interval(spread, MEAN[:, :1, 0], SHAPE, 1, 80)
    assert low[usual].tolist() == [0.0] * int(usual.sum())
    assert low[-1, 0] > 0.5
