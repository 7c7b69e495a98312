"""How far what comes may lie from what is said: intervals that cover what they say.

Split conformal prediction on forecasts the past would have made (Vovk et al. 2005; Stankevičiūtė
et al. 2021 for several steps ahead), scaled by the spread a mean of that size has.
"""

from typing import Final

import numpy as np

from commerce.scoring.forecasting.types import LEVELS, SHAPES, Flags, Ints, Spacing, Spread
from commerce.scoring.types import Floats

PLAIN: Final = 25.0
"""Past misses a normal distribution counts for where there are few."""
_NORMAL: Final = {0.025: -1.96, 0.05: -1.645, 0.1: -1.2816, 0.25: -0.6745, 0.5: 0.0}


def windows(spacing: Spacing, horizon: int) -> tuple[int, ...]:
    """Return the stretches of steps whose sums a spread is learnt for."""
    usual = {Spacing.DAY: (1, 7, 14, 28), Spacing.WEEK: (1, 4, 8), Spacing.MONTH: (1, 3, 6)}
    return (*(w for w in usual[spacing] if w < horizon), horizon)


def learn(actual: Floats, said: Floats, known: Flags, shape: Ints, spacing: Spacing) -> Spread:
    """Learn from what was said of the past.

    Args:
        actual: Shape (series, origins, horizon).
        said: Of the same shape.
        known: Of the same shape; False where demand was not to be seen.
        shape: Place in `SHAPES` of each series.
        spacing: Of the steps.
    """
    spans = windows(spacing, actual.shape[2])
    own = np.ones(len(actual))
    rows = {w: _blocks(actual, said, known, w) for w in spans}
    laws = [_law(*rows[w][:2]) for w in spans]
    even, uneven = np.array([a for a, _ in laws]), np.array([b for _, b in laws])
    own = _own(*rows[spans[0]], float(even[0]), float(uneven[0]), len(actual))
    cuts = {level: np.zeros((len(spans), len(SHAPES), 2)) for level in (80, 95)}
    quantiles = np.zeros((len(spans), len(SHAPES), len(LEVELS)))
    for k, w in enumerate(spans):
        came, mean, who = rows[w]
        sd = np.sqrt(even[k] * mean + uneven[k] * mean**2) * own[who] + 1e-12
        off, floor = (came - mean) / sd, -mean / sd
        for s in range(len(SHAPES)):
            mine = shape[who] == s
            if mine.sum() < 30:
                mine = np.ones(len(who), dtype=np.bool_)
            for level in (80, 95):
                cuts[level][k, s] = _cut(off[mine], floor[mine], level / 100)
            quantiles[k, s] = [_quantile(off[mine], q) for q in LEVELS]
    return Spread(windows=spans, even=even, uneven=uneven, cuts=cuts, quantiles=quantiles, own=own)


def _blocks(actual: Floats, said: Floats, known: Flags, window: int) -> tuple[Floats, Floats, Ints]:
    """Return actual and said sums over unbroken stretches of a window, and whose they are."""
    series, origins, horizon = actual.shape
    count = horizon // window
    cut = np.s_[:, :, : count * window]
    form = (series, origins, count, window)
    whole = known[cut].reshape(form).all(axis=3)
    who = np.broadcast_to(np.arange(series)[:, None, None], whole.shape)[whole]
    mean = np.maximum(said[cut].reshape(form).sum(axis=3)[whole], 1e-9)
    return actual[cut].reshape(form).sum(axis=3)[whole], mean, who


def _law(came: Floats, mean: Floats) -> tuple[float, float]:
    """Return `a`, `b` of `variance = a·mean + b·mean²`, neither below 0, by least squares."""
    if not len(mean):
        return 1.0, 0.1
    square = (came - mean) ** 2
    # Each row weighs as it varies itself, so that the few large do not decide alone.
    a = float(np.mean(square) / np.mean(mean))
    b = 0.0
    for _ in range(6):
        weight = 1.0 / (a * mean + b * mean**2 + 1e-9) ** 2
        cut = np.minimum(square, 25.0 * (a * mean + b * mean**2) + 1e-9)
        x = np.stack([mean, mean**2])
        gram, side = (x * weight) @ x.T, (x * weight) @ cut
        try:
            a, b = (float(v) for v in np.linalg.solve(gram + 1e-12 * np.diag(np.diag(gram)), side))
        except np.linalg.LinAlgError:
            a, b = float(side[0] / gram[0, 0]), 0.0
        if b < 0:
            a, b = float(side[0] / gram[0, 0]), 0.0
        if a <= 0:
            a, b = 1e-3 * float(np.mean(mean)), float(side[1] / gram[1, 1])
    return max(a, 1e-9), max(b, 0.0)


def _own(came: Floats, mean: Floats, who: Ints, even: float, uneven: float, series: int) -> Floats:
    off = np.minimum((came - mean) ** 2 / (even * mean + uneven * mean**2 + 1e-12), 25.0)
    seen = np.bincount(who, minlength=series)
    return np.sqrt((np.bincount(who, off, minlength=series) + 20.0) / (seen + 20.0))


def _cut(off: Floats, floor: Floats, level: float) -> Floats:
    """Return ends in sd such that a share `level` lies inside when the low end stops at 0."""
    low = _quantile(off, (1 - level) / 2)
    missed = float(np.mean(off < np.maximum(low, floor))) if len(off) else (1 - level) / 2
    return np.array([low, _quantile(off, min(level + missed, 1.0 - (1 - level) * 0.3))])


def _quantile(off: Floats, q: float) -> float:
    from statistics import NormalDist

    plain = NormalDist().inv_cdf(q)
    if not len(off):
        return plain
    seen = float(np.quantile(off, min(1.0, q * (1 + 1 / len(off))) if q > 0.5 else q))
    weight = min(len(off), 2000) / (min(len(off), 2000) + PLAIN * (len(off) < 2000))
    return weight * seen + (1 - weight) * plain


def interval(
    spread: Spread, mean: Floats, shape: Ints, window: int, level: int
) -> tuple[Floats, Floats]:
    """Return the ends of an interval around sums over a window of steps.

    Args:
        spread: What was learnt.
        mean: Shape (series, …): means of such sums.
        shape: By series.
        window: Steps of each sum; between two that were learnt it is weighed, beyond the last the
            spread grows as that of the last did.
        level: 80 or 95.
    """
    even, uneven, ends = _at(spread, window, spread.cuts[level])
    form = (-1,) + (1,) * (mean.ndim - 1)
    sd = np.sqrt(even * mean + uneven * mean**2) * spread.own.reshape(form)
    low, high = ends[shape, 0].reshape(form), ends[shape, 1].reshape(form)
    return np.maximum(mean + low * sd, 0.0), np.maximum(mean + high * sd, 0.0)


def quantile(spread: Spread, mean: Floats, shape: Ints, window: int, q: float) -> Floats:
    """Return a quantile of sums over a window of steps; of those in `LEVELS` or between them."""
    even, uneven, table = _at(spread, window, spread.quantiles)
    form = (-1,) + (1,) * (mean.ndim - 1)
    sd = np.sqrt(even * mean + uneven * mean**2) * spread.own.reshape(form)
    z = np.array([np.interp(q, LEVELS, table[s]) for s in range(len(SHAPES))])
    return np.maximum(mean + z[shape].reshape(form) * sd, 0.0)


def _at(spread: Spread, window: int, table: Floats) -> tuple[float, float, Floats]:
    """Return law and ends at a window, by its logarithm between those learnt."""
    known = np.log(np.array(spread.windows, dtype=np.float64))
    at = float(np.clip(np.log(window), known[0], known[-1]))
    right = int(np.clip(np.searchsorted(known, at), 1, max(len(known) - 1, 1)))
    if len(known) == 1:
        return float(spread.even[0]), float(spread.uneven[0]), table[0]
    share = (at - known[right - 1]) / (known[right] - known[right - 1])

    def mixed(values: Floats) -> Floats:
        return np.asarray((1 - share) * values[right - 1] + share * values[right])

    return float(mixed(spread.even)), float(mixed(spread.uneven)), mixed(table)
