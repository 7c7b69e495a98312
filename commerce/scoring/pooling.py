"""Rates that rest on few events, pulled towards those of a larger group.

A person is told apart from their segment, the segment from all, only as far as events allow:
`pooled = (k + m·prior) / (n + m)`, level by level, the prior being the pooled rate of the level
above (empirical Bayes; Efron & Morris 1975, doi:10.1080/01621459.1975.10479864).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from commerce.scoring.types import Floats

STRENGTH: Final = 20.0
"""`m`: events the level above counts for."""
FEWEST: Final = 5
"""Below so many events of one's own nothing is said of a rate."""


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
    from scipy.special import betaincinv

    inner = around[-1]
    weight = inner.n + (strength if len(around) > 1 else 1.0)
    yes, no = max(value * weight, 1e-9), max((1 - value) * weight, 1e-9)
    low, high = betaincinv(yes, no, (0.1, 0.9))
    return Rate(value=float(value), n=int(inner.n), low=float(low), high=float(high))
