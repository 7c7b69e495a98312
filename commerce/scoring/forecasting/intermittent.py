"""Demand that comes now and then: Croston's method made unbiased, and made to forget.

Croston 1972, doi:10.1057/jors.1972.50; Syntetos & Boylan 2005 (SBA),
doi:10.1016/j.ijforecast.2004.10.001; Teunter, Syntetos & Babai 2011 (TSB),
doi:10.1016/j.ejor.2011.05.018.
"""

from dataclasses import dataclass

import numpy as np

from commerce.scoring.forecasting.types import Flags
from commerce.scoring.types import Floats


def sba(quantity: Floats, known: Flags, alpha: float = 0.1) -> Floats:
    """Return the demand per step that each step leaves expected, shape (series, steps).

    Size and interval are smoothed when something sells: `(1 − α/2) · size / interval`. The first
    sale is the first size, and the steps up to it the first interval.
    """
    series, steps = quantity.shape
    size, interval = np.zeros(series), np.ones(series)
    since = np.zeros(series)
    begun = np.zeros(series, dtype=np.bool_)
    said = np.zeros((series, steps))
    for t in range(steps):
        since += known[:, t]
        hit = known[:, t] & (quantity[:, t] > 0)
        first, later = hit & ~begun, hit & begun
        size = np.where(first, quantity[:, t], size)
        interval = np.where(first, since, interval)
        size = np.where(later, size + alpha * (quantity[:, t] - size), size)
        interval = np.where(later, interval + alpha * (since - interval), interval)
        since[hit] = 0.0
        begun |= hit
        said[:, t] = np.where(begun, (1.0 - alpha / 2.0) * size / interval, 0.0)
    return said


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """What TSB knows after each step."""

    probability: Floats
    """Shape (series, steps): that a step sells anything."""
    size: Floats
    """Shape (series, steps): how much, if it does."""

    @property
    def demand(self) -> Floats:
        """Expected demand per step."""
        return self.probability * self.size


def tsb(
    quantity: Floats, known: Flags, alpha: float = 0.1, beta: float = 0.05, start: int = 1
) -> Chance:
    """Return the chance of a sale, updated every step, and the size, updated when one comes.

    Unlike Croston's, the chance falls while nothing sells, so that it tells dead stock.

    Args:
        quantity: Shape (series, steps).
        known: Shape (series, steps); steps that say nothing of demand are passed over.
        alpha: Of the size.
        beta: Of the chance.
        start: Sales up to which the chance is their plain share; 1 begins with the first sale.
    """
    series, steps = quantity.shape
    chance, size = np.zeros(series), np.zeros(series)
    seen, hits = np.zeros(series), np.zeros(series)
    said = np.zeros((2, series, steps))
    for t in range(steps):
        open_, hit = known[:, t], known[:, t] & (quantity[:, t] > 0)
        seen += open_
        young = hits < start
        hits += hit
        plain = hits / np.maximum(seen, 1.0)
        smoothed = chance + beta * (hit - chance)
        chance = np.where(open_, np.where(young, plain, smoothed), chance)
        grown = np.where(size > 0, size + alpha * (quantity[:, t] - size), quantity[:, t])
        size = np.where(hit, grown, size)
        said[0, :, t], said[1, :, t] = chance, size
    return Chance(probability=said[0], size=said[1])
