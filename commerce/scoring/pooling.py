"""Rates that rest on few events, pulled towards those of a larger group.

A person is told apart from their segment, the segment from all, only as far as events allow:
`pooled = (k + m·prior) / (n + m)`, level by level, the prior being the pooled rate of the level
above (empirical Bayes; Efron & Morris 1975, doi:10.1080/01621459.1975.10479864).
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from commerce.scoring.types import Floats

STRENGTH: Final = 20.0
"""`m`: events the level above counts for."""
FEWEST: Final = 5
"""Below so many events of one's own nothing is said of a rate."""
_REACH: Final = 8.0
"""Standard deviations from the mean within which an interval's ends are looked for."""
_HALVINGS: Final = 20
_MOST_TERMS: Final = 2_000
_SMALL, _TINY = 1e-9, 1e-300


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How often something happened: `hits` of `n`."""

    hits: float
    n: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A pooled rate with what it rests on."""

    value: float
    n: int
    """Events of the innermost level."""
    low: float
    high: float
    """Ends of its 80 % interval."""

    @property
    def sayable(self) -> bool:
        """Whether enough was seen to tell it to a person."""
        return self.n >= FEWEST


def shrunk(hits: Floats, n: Floats, prior: Floats | float, strength: float = STRENGTH) -> Floats:
    """Return rates pulled towards a prior, elementwise: `(hits + m·prior) / (n + m)`."""
    return np.asarray((hits + strength * prior) / (n + strength), dtype=np.float64)


def pooled(levels: Iterable[Seen], strength: float = STRENGTH) -> Rate:
    """Return the rate of the innermost of some levels, each pulled to the one around it.

    Args:
        levels: From all to one: the shop, the pincode, the person.
        strength: Events the level above counts for.

    Raises:
        ValueError: No level was given.
    """
    around: Sequence[Seen] = tuple(levels)
    if not around:
        raise ValueError("A rate needs at least one level.")
    value = (around[0].hits + 0.5) / (around[0].n + 1)
    for level in around[1:]:
        value = (level.hits + strength * value) / (level.n + strength)
    inner = around[-1]
    weight = inner.n + (strength if len(around) > 1 else 1.0)
    yes, no = max(value * weight, 1e-9), max((1 - value) * weight, 1e-9)
    low, high = _quantile(yes, no, 0.1), _quantile(yes, no, 0.9)
    return Rate(value=float(value), n=int(inner.n), low=low, high=high)


def _quantile(yes: float, no: float, share: float) -> float:
    """Return the value below which a beta distribution has a share, to a fine part of its width."""
    mean = yes / (yes + no)
    reach = _REACH * math.sqrt(mean * (1 - mean) / (yes + no + 1))
    low, high = max(0.0, mean - reach), min(1.0, mean + reach)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if _below(yes, no, middle) < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _below(yes: float, no: float, x: float) -> float:
    """Return the share of a beta distribution below `x`: the regularised incomplete beta function.

    By its continued fraction with Lentz's method (Press et al., Numerical Recipes, 3rd ed., §6.4):
    written out here, as scipy takes half a second to load.
    """
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (yes + 1) / (yes + no + 2):
        return 1 - _below(no, yes, 1 - x)
    front = math.lgamma(yes + no) - math.lgamma(yes) - math.lgamma(no)
    front += yes * math.log(x) + no * math.log1p(-x)
    return math.exp(front) * _fraction(yes, no, x) / yes


def _fraction(yes: float, no: float, x: float) -> float:
    c, d = 1.0, 1 / _kept(1 - (yes + no) * x / (yes + 1))
    found = d
    for m in range(1, _MOST_TERMS):
        even = m * (no - m) * x / ((yes + 2 * m - 1) * (yes + 2 * m))
        odd = -(yes + m) * (yes + no + m) * x / ((yes + 2 * m) * (yes + 2 * m + 1))
        for term in (even, odd):
            d = 1 / _kept(1 + term * d)
            c = _kept(1 + term / c)
            found *= c * d
        if abs(c * d - 1) < _SMALL:
            break
    return found


def _kept(divisor: float) -> float:
    """Return a divisor that is not zero."""
    return divisor if abs(divisor) > _TINY else _TINY
