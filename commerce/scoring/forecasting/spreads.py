"""How far what comes may lie from what is said: intervals that cover what they say.

Split conformal prediction on forecasts the past would have made (Vovk et al. 2005; Stankevičiūtė
et al. 2021 for several steps ahead), scaled by the spread a mean of that size has.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from commerce.scoring.forecasting.types import LEVELS, SHAPES, Flags, Ints, Spacing, Spread
from commerce.scoring.types import Floats

FEWEST: Final = 60
"""Past sums from which on a shape, or a size, speaks for itself."""
_MOSTLY: Final = 0.5
_FEWEST_STRETCHES: Final = 3
_FURTHER: Final = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
"""How far of what is left beyond a level one may aim."""
_PARTED: Final = (0.3, 0.6, 0.8, 0.92)
PLAIN: Final = 25.0
"""Past misses a normal distribution counts for where there are few."""
_NORMAL: Final = {0.025: -1.96, 0.05: -1.645, 0.1: -1.2816, 0.25: -0.6745, 0.5: 0.0}


def windows(spacing: Spacing, horizon: int) -> tuple[int, ...]:
    """Return the stretches of steps whose sums a spread is learnt for."""
    usual = {Spacing.DAY: (1, 7, 14, 28), Spacing.WEEK: (1, 4, 8), Spacing.MONTH: (1, 3, 6)}
    return (*(w for w in usual[spacing] if w < horizon), horizon)


def learn(
    actual: Floats, said: Floats, known: Flags, shape: Ints, spacing: Spacing, origins: Ints
) -> Spread:
    """Learn from what was said of the past.

    Args:
        actual: Shape (series, origins, horizon).
        said: Of the same shape.
        known: Of the same shape; False where demand was not to be seen.
        shape: Place in `SHAPES` of each series.
        spacing: Of the steps.
        origins: The step after which each was said.
    """
    spans = windows(spacing, actual.shape[2])
    own = np.ones(len(actual))
    rows = {w: _blocks(actual, said, known, w) for w in spans}
    laws = [_law(*rows[w][:2]) for w in spans]
    even, uneven = np.array([a for a, _ in laws]), np.array([b for _, b in laws])
    own = _own(*rows[spans[0]][:3], float(even[0]), float(uneven[0]), len(actual))
    sizes = _sizes(rows[spans[0]][1] / spans[0])
    form = (len(spans), len(SHAPES), len(sizes) + 1)
    cuts = {level: np.zeros((*form, 2)) for level in (80, 95)}
    quantiles = np.zeros((*form, len(LEVELS)))
    for k, w in enumerate(spans):
        came, mean, who, origin = rows[w]
        sd = np.sqrt(even[k] * mean + uneven[k] * mean**2) * own[who] + 1e-12
        off, floor, nothing = (came - mean) / sd, -mean / sd, came <= 0
        size = np.searchsorted(sizes, mean / w)
        misses = _Misses(off=off, floor=floor, nothing=nothing, origin=origin)
        aimed = {level: _aimed(misses, level / 100, origins, actual.shape[2]) for level in cuts}
        for s, b in np.ndindex(*form[1:]):
            mine = _like(shape[who] == s, size == b)
            for level, wanted in aimed.items():
                cuts[level][k, s, b] = _cut(misses.only(mine), wanted)
            quantiles[k, s, b] = [_quantile(off[mine], q) for q in LEVELS]
    return Spread(
        windows=spans, even=even, uneven=uneven, cuts=cuts, quantiles=quantiles, sizes=sizes,
        own=own,
    )  # fmt: skip


def _sizes(mean: Floats) -> Floats:
    """Return the means that part what sells little from what sells more, closer at the top.

    In a season everything moves up, and into sizes of which there were few before.
    """
    if len(mean) < len(_PARTED) * FEWEST:
        return np.zeros(0)
    return np.unique(np.quantile(mean, _PARTED))


def _like(shape: Flags, size: Flags) -> Flags:
    """Return the nearest likes of which there are enough: shape and size, size, shape, all."""
    for mine in (shape & size, size, shape):
        if mine.sum() >= FEWEST:
            return mine
    return np.ones(len(shape), dtype=np.bool_)


def _blocks(
    actual: Floats, said: Floats, known: Flags, window: int
) -> tuple[Floats, Floats, Ints, Ints]:
    """Return actual and said sums over unbroken stretches of a window, whose and from when."""
    series, origins, horizon = actual.shape
    count = horizon // window
    cut = np.s_[:, :, : count * window]
    form = (series, origins, count, window)
    whole = known[cut].reshape(form).all(axis=3)
    who = np.broadcast_to(np.arange(series)[:, None, None], whole.shape)[whole]
    origin = np.broadcast_to(np.arange(origins)[None, :, None], whole.shape)[whole]
    mean = np.maximum(said[cut].reshape(form).sum(axis=3)[whole], 1e-9)
    return actual[cut].reshape(form).sum(axis=3)[whole], mean, who, origin


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Misses:
    """How far what came lay from what was said, in sd."""

    off: Floats
    floor: Floats
    """Where nothing would have lain."""
    nothing: Flags
    origin: Ints
    """From which moment of the past it was said."""

    def only(self, kept: Flags) -> "_Misses":
        return _Misses(
            off=self.off[kept], floor=self.floor[kept], nothing=self.nothing[kept],
            origin=self.origin[kept],
        )  # fmt: skip

    def inside(self, ends: Floats) -> float:
        """Return which share lies between two ends."""
        low = np.maximum(ends[0], self.floor) - 1e-9
        return float(np.mean((self.off >= low) & (self.off <= ends[1] + 1e-9)))


def _aimed(misses: _Misses, level: float, origins: Ints, horizon: int) -> float:
    """Return the level to aim at so that a stretch that was not looked at is covered at `level`.

    A good or bad month moves all series at once, so that the misses of one stretch say little of
    the next. Each is held out in turn, and covered by what those teach that share no step with it.
    """
    stretches = []
    for one in np.unique(misses.origin):
        apart = np.flatnonzero(np.abs(origins - origins[one]) >= horizon)
        taught = misses.only(np.isin(misses.origin, apart))
        if len(taught.off) >= FEWEST:
            stretches.append((misses.only(misses.origin == one), taught))
    if len(stretches) < _FEWEST_STRETCHES:
        return level
    for further in _FURTHER:
        wanted = level + further * (1 - level)
        covered = [held.inside(_cut(taught, wanted)) for held, taught in stretches]
        if np.mean(covered) >= level:
            break
    return wanted


def _cut(misses: _Misses, level: float) -> Floats:
    """Return ends in sd such that a share `level` lies inside when the low end stops at 0.

    Where nothing sells more often than the low end may miss, it is 0: between nothing and one
    piece there is no end that leaves out some of the zeros alone. What then is not missed below
    may be missed above where mostly nothing sells; else a better month than any would be.
    """
    off, out = misses.off, (1 - level) / 2
    if not len(off):
        return np.array([_quantile(off, out), _quantile(off, 1 - out)])
    low, nothing = _quantile(off, out), float(np.mean(misses.nothing))
    if nothing > out:
        low = min(low, float(misses.floor.min()) - 1e-6)
    if out < nothing <= _MOSTLY:
        return np.array([low, _quantile(off, 1 - out)])
    missed = float(np.mean(off < np.maximum(low, misses.floor) - 1e-9))
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
    even, uneven, table = _at(spread, window, spread.cuts[level])
    form = (-1,) + (1,) * (mean.ndim - 1)
    sd = np.sqrt(even * mean + uneven * mean**2) * spread.own.reshape(form)
    ends = table[shape.reshape(form), np.searchsorted(spread.sizes, mean / window)]
    low, high = np.moveaxis(np.maximum(mean[..., None] + ends * sd[..., None], 0.0), -1, 0)
    return low, high


def quantile(spread: Spread, mean: Floats, shape: Ints, window: int, q: float) -> Floats:
    """Return a quantile of sums over a window of steps; of those in `LEVELS` or between them."""
    even, uneven, table = _at(spread, window, spread.quantiles)
    form = (-1,) + (1,) * (mean.ndim - 1)
    sd = np.sqrt(even * mean + uneven * mean**2) * spread.own.reshape(form)
    z = np.apply_along_axis(lambda row: np.interp(q, LEVELS, row), -1, table)
    own = z[shape.reshape(form), np.searchsorted(spread.sizes, mean / window)]
    return np.maximum(mean + own * sd, 0.0)


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
