"""Plain forecasts that a better one must beat."""

from dataclasses import replace

import numpy as np

from commerce.scoring.forecasting import levels
from commerce.scoring.forecasting.types import Flags, Panel
from commerce.scoring.types import Floats


def naive(panel: Panel, horizon: int) -> Floats:
    """Return the last step, over and over."""
    return np.repeat(panel.quantity[:, -1:], horizon, axis=1)


def seasonal_naive(panel: Panel, horizon: int) -> Floats:
    """Return the last season, over and over; the last step where there is no whole season."""
    season = panel.spacing.season
    if panel.steps < season:
        return naive(panel, horizon)
    return panel.quantity[:, -season:][:, np.arange(horizon) % season]


def smoothing(panel: Panel, known: Flags, horizon: int) -> Floats:
    """Return exponential smoothing of each series alone, with its own mean season."""
    season, steps = panel.spacing.season, panel.steps
    place = np.arange(steps + horizon) % season
    factor = np.ones((panel.series, steps + horizon))
    if steps >= 2 * season:
        index = np.ones((panel.series, season))
        sold = np.where(known, panel.quantity, 0.0)
        mean = sold.sum(axis=1) / np.maximum(known.sum(axis=1), 1)
        for k in range(season):
            mine = place[:steps] == k
            seen = known[:, mine].sum(axis=1)
            index[:, k] = (sold[:, mine].sum(axis=1) + 2 * mean) / ((seen + 2) * (mean + 1e-9))
        factor = index[:, place]
    alone = replace(panel, price=None, promo=None)
    follow = levels.smooth(alone, known, factor)
    weights = levels.weigh(alone, known, factor, follow, horizon, steps)
    return follow.path(steps - 1, horizon, weights) * factor[:, steps:]
