"""How much of each way goes into a forecast: by what each was worth on the past.

Forward selection with replacement, begun from all good ways at once so that a short past cannot
choose by chance (Caruana et al. 2004, doi:10.1145/1015330.1015432).
"""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from commerce.scoring.forecasting.types import SHAPES, Flags, Ints
from commerce.scoring.types import Floats

PICKS: Final = 12
NEAR: Final = 1.06
"""A way is good that misses by at most so many times as much as the best."""
FEWEST: Final = 8
"""Series of a shape below which all series say how to forecast it."""


def combine(
    said: Mapping[str, Floats], actual: Floats, known: Flags, shape: Ints, scale: Floats
) -> dict[str, dict[str, float]]:
    """Return for each shape of demand the share of each way.

    Args:
        said: Way → shape (series, origins, horizon).
        actual: What came, of the same shape.
        known: Where it is known.
        shape: Place in `SHAPES` of each series.
        scale: How far each series moves on the whole; its misses are measured by it.
    """
    found = {}
    for k, one in enumerate(SHAPES):
        mine = shape == k
        if not mine.any():
            continue
        chosen = mine if mine.sum() >= FEWEST else np.ones(len(shape), dtype=np.bool_)
        cut = {name: values[chosen] for name, values in said.items()}
        found[one.value] = _pick(cut, actual[chosen], known[chosen], scale[chosen])
    return found


def mixed(
    said: Mapping[str, Floats], weights: Mapping[str, Mapping[str, float]], shape: Ints
) -> Floats:
    """Return the weighed mean of what each way says."""
    first = next(iter(said.values()))
    found = np.zeros_like(first)
    for k, one in enumerate(SHAPES):
        mine = shape == k
        if mine.any():
            for name, weight in weights[one.value].items():
                found[mine] += weight * said[name][mine]
    return found


def _pick(
    said: Mapping[str, Floats], actual: Floats, known: Flags, scale: Floats
) -> dict[str, float]:
    names = list(said)
    alone = [miss(said[name], actual, known, scale) for name in names]
    best = min(alone)
    good = [name for name, m in zip(names, alone, strict=True) if m <= NEAR * best]
    rows = float(known.any(axis=(1, 2)).sum())
    picks = list(good)
    total = np.sum([said[name] for name in picks], axis=0)
    # Few series: their past tells ways apart by chance, so the good ones stay equal.
    for _ in range(PICKS if rows >= FEWEST else 2):
        tried = [miss((total + said[name]) / (len(picks) + 1), actual, known, scale)
                 for name in good]  # fmt: skip
        winner = good[int(np.argmin(tried))]
        picks.append(winner)
        total = total + said[winner]
    return _shares(picks)


def _shares(picks: Sequence[str]) -> dict[str, float]:
    return {name: picks.count(name) / len(picks) for name in dict.fromkeys(picks)}


def miss(said: Floats, actual: Floats, known: Flags, scale: Floats) -> float:
    """Return how far off a way is: half by pieces, half by each series' own root mean square."""
    off = np.where(known, said - actual, 0.0)
    count = np.maximum(known.sum(axis=(1, 2)), 1)
    pieces = np.abs(off).sum() / max(float(np.where(known, np.abs(actual), 0.0).sum()), 1e-9)
    root = np.sqrt((off**2).sum(axis=(1, 2)) / count)
    usual = np.maximum(scale, 1e-9)
    return float(0.5 * pieces + 0.5 * np.mean(np.minimum(root / usual, 50.0)))
