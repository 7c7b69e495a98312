"""The level of each series beside its calendar: exponential smoothing, weighed by how it did.

Holt 1957 and Gardner & McKenzie 1985 (damped trend), doi:10.1287/mnsc.31.10.1237, for many series
and settings at once. A step tells the more of the level the more is sold on such a step, and
nothing where nothing could be sold.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from commerce.scoring.forecasting.types import Flags, Ints, Panel, Spacing
from commerce.scoring.types import Floats

SETTINGS: Final[dict[Spacing, tuple[tuple[float, float, float], ...]]] = {
    Spacing.DAY: (
        (0.007, 0.0, 0.0), (0.02, 0.0, 0.0), (0.05, 0.0, 0.0), (0.1, 0.0, 0.0), (0.2, 0.0, 0.0),
        (0.4, 0.0, 0.0), (0.03, 0.03, 0.98), (0.08, 0.04, 0.97), (0.2, 0.05, 0.95),
    ),
    Spacing.WEEK: (
        (0.03, 0.0, 0.0), (0.08, 0.0, 0.0), (0.2, 0.0, 0.0), (0.4, 0.0, 0.0), (0.7, 0.0, 0.0),
        (0.1, 0.05, 0.97), (0.3, 0.1, 0.95), (0.6, 0.15, 0.9),
    ),
    Spacing.MONTH: (
        (0.05, 0.0, 0.0), (0.15, 0.0, 0.0), (0.35, 0.0, 0.0), (0.6, 0.0, 0.0), (0.9, 0.0, 0.0),
        (0.1, 0.1, 0.99), (0.25, 0.1, 0.98), (0.5, 0.1, 0.97), (0.8, 0.15, 0.95),
        (0.5, 0.2, 0.9),
    ),
}  # fmt: skip
"""Settings tried at each spacing: smoothing of the level, of the trend (as a share of it), and
how much of a trend lasts a step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """Levels and trends after each step, for each setting."""

    level: NDArray[np.float32]
    """Shape (series, steps, settings)."""
    slope: NDArray[np.float32]
    """Shape (series, steps, settings)."""
    damping: Floats
    """By setting."""

    def path(self, at: int, horizon: int, weights: Floats) -> Floats:
        """Return the level expected after step `at`, shape (series, horizon); weights sum to 1."""
        return self.paths(np.array([at]), horizon, weights)[:, 0]

    def paths(self, at: Ints, horizon: int, weights: Floats) -> Floats:
        """Return the levels expected after several steps, shape (series, origins, horizon)."""
        ahead = np.cumsum(self.damping[:, None] ** np.arange(1, horizon + 1)[None, :], axis=1)
        level = np.einsum("son,sn->so", self.level[:, at], weights)
        slope = np.einsum("son,sn,nh->soh", self.slope[:, at], weights, ahead, optimize=True)
        return np.asarray(np.maximum(level[:, :, None] + slope, 0.1 * level[:, :, None]))


def smooth(panel: Panel, known: Flags, factor: Floats) -> Levels:
    """Follow the level of each series.

    Args:
        panel: The history.
        known: Steps that tell something of demand.
        factor: What the calendar multiplies each step by, shape (series, steps or more).
    """
    settings = np.array(SETTINGS[panel.spacing])
    alpha, share, damping = settings.T
    steps, series = panel.steps, panel.series
    factor = factor[:, :steps]
    level = np.empty((steps, series, len(alpha)), dtype=np.float32)
    slope = np.zeros((steps, series, len(alpha)), dtype=np.float32)
    now = np.repeat(_begin(panel, known, factor)[:, None], len(alpha), axis=1)
    trend = np.zeros_like(now)
    tells = np.where(known, np.minimum(factor, 3.0), 0.0)
    seen = np.where(known, panel.quantity, 0.0) / np.maximum(factor, 0.02)
    # A quiet day that tells little must not move the level by much: gain grows with the factor.
    keep = np.log1p(-np.minimum(alpha, 0.999))
    for t in range(steps):
        gain = 1.0 - np.exp(tells[:, t, None] * keep)
        ahead = now + damping * trend
        miss = np.where(tells[:, t, None] > 0, seen[:, t, None] - ahead, 0.0)
        now = np.maximum(ahead + gain * miss, 0.0)
        trend = damping * trend + gain * share * miss
        level[t], slope[t] = now, trend
    return Levels(level=level.transpose(1, 0, 2), slope=slope.transpose(1, 0, 2), damping=damping)


def _begin(panel: Panel, known: Flags, factor: Floats) -> Floats:
    """Return a level to begin with: that of the first season or two of known steps."""
    first = known & (np.cumsum(known, axis=1) <= max(4, min(2 * panel.spacing.season, 28)))
    sold = np.where(first, panel.quantity, 0.0).sum(axis=1)
    return np.asarray(sold / np.maximum(np.where(first, factor, 0.0).sum(axis=1), 0.05))


def weigh(
    panel: Panel, known: Flags, factor: Floats, levels: Levels, horizon: int, until: int
) -> Floats:
    """Return how far to trust each setting, shape (series, settings); sums to 1 by series.

    Judged by the mean over the steps ahead that each would have foretold at every step before
    `until`; what all series say together counts as much as twenty such stretches of one's own.
    """
    span = int(
        np.clip(horizon, 1, {Spacing.DAY: 28, Spacing.WEEK: 6, Spacing.MONTH: 6}[panel.spacing])
    )
    span = max(1, min(span, until // 4))
    begin = min(max(2 * span, panel.spacing.season if until > 3 * panel.spacing.season else 2),
                max(until - span - 1, 0))  # fmt: skip
    sold = np.where(known, panel.quantity, 0.0)[:, :until]
    usual = np.where(known, factor[:, : panel.steps], 0.0)[:, :until]
    ahead_sold, ahead_usual = _ahead(sold, span), _ahead(usual, span)
    drift = np.cumsum(levels.damping[:, None] ** np.arange(1, span + 1), axis=1).mean(axis=1)
    at = slice(begin, until - span)
    said = levels.level[:, at] + levels.slope[:, at] * drift
    miss = (said * ahead_usual[:, at, None] - ahead_sold[:, at, None]) ** 2
    fair = (ahead_usual[:, at] > 0)[:, :, None]
    error = np.where(fair, miss, 0.0).sum(axis=1)
    stretches = fair.sum(axis=1) / span
    own = (error + 1e-9) / (error.min(axis=1, keepdims=True) + 1e-9)
    shared = ((error + 1e-9) / (error.mean(axis=1, keepdims=True) + 1e-9)).mean(axis=0)
    shared = shared / shared.min()
    distance = stretches * np.log(np.minimum(own, 1e6)) + 20.0 * np.log(shared)
    weights = np.exp(-0.5 * (distance - distance.min(axis=1, keepdims=True)))
    return np.asarray(weights / weights.sum(axis=1, keepdims=True))


def _ahead(values: Floats, span: int) -> Floats:
    """Return the sum of the `span` steps after each step, where they are all there; else 0."""
    total = np.concatenate([np.zeros((len(values), 1)), np.cumsum(values, axis=1)], axis=1)
    found = np.zeros_like(values)
    last = values.shape[1] - span
    if last > 0:
        found[:, :last] = total[:, 1 + span :][:, :last] - total[:, 1 : last + 1]
    return found
