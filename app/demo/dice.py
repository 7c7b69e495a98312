"""Chance that can be asked again: the same question about the same thing has the same answer.

A draw depends only on the seed, on what is asked and on the number of the thing it is asked about,
never on what was drawn before. So a shop of a million orders is made in pieces, nothing has to be
remembered between them, and a newer numpy draws the same shop.
"""

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


class Dice:
    """All the chance of one demo shop."""

    def __init__(self, seed: int) -> None:
        self._seed = seed

    def uniform(self, what: str, ids: Ints) -> Floats:
        """Return a number in [0, 1) for each id.

        The mixer is SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number
        generators", OOPSLA 2014, doi:10.1145/2660193.2660195).
        """
        x = ids.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + self._key(what)
        x ^= x >> np.uint64(30)
        x *= np.uint64(0xBF58476D1CE4E5B9)
        x ^= x >> np.uint64(27)
        x *= np.uint64(0x94D049BB133111EB)
        x ^= x >> np.uint64(31)
        return (x >> np.uint64(11)).astype(np.float64) * 2.0**-53

    def flag(self, what: str, ids: Ints, chance: Floats | float) -> Flags:
        """Return whether it happens, for each id."""
        return self.uniform(what, ids) < chance

    def normal(self, what: str, ids: Ints) -> Floats:
        """Return a standard normal number for each id (Box and Muller, 1958)."""
        radius = np.sqrt(-2.0 * np.log1p(-self.uniform(what, ids)))
        angle = 2.0 * np.pi * self.uniform(what + "/angle", ids)
        return np.asarray(radius * np.cos(angle))

    def between(self, what: str, ids: Ints, low: float, high: float) -> Floats:
        """Return a number in [low, high) for each id."""
        return low + (high - low) * self.uniform(what, ids)

    def whole(self, what: str, ids: Ints, count: int) -> Ints:
        """Return a whole number from 0 to count - 1 for each id."""
        return (self.uniform(what, ids) * count).astype(np.int64)

    def pick(self, what: str, ids: Ints, weights: Sequence[float] | Floats) -> Ints:
        """Return an index into `weights` for each id, drawn in their proportion."""
        ladder = np.cumsum(np.asarray(weights, dtype=np.float64))
        drawn = np.searchsorted(ladder, self.uniform(what, ids) * ladder[-1], side="right")
        return np.asarray(np.minimum(drawn, len(ladder) - 1), dtype=np.int64)

    def pick_each(self, what: str, ids: Ints, weights: Floats) -> Ints:
        """Return an index for each id, where each has its own row of weights."""
        ladder = np.cumsum(weights, axis=1)
        reach = self.uniform(what, ids)[:, None] * ladder[:, -1:]
        drawn = (ladder <= reach).sum(axis=1)
        return np.asarray(np.minimum(drawn, weights.shape[1] - 1), dtype=np.int64)

    def _key(self, what: str) -> np.uint64:
        digest = hashlib.sha256(f"{self._seed}/{what}".encode()).digest()
        return np.uint64(int.from_bytes(digest[:8], "big"))


def chance(log_odds: Floats) -> Floats:
    """Return the probability of log odds."""
    return np.asarray(1.0 / (1.0 + np.exp(-log_odds)))


def log_odds(probability: float | Floats) -> Floats:
    """Return the log odds of a probability."""
    p = np.asarray(probability, dtype=np.float64)
    return np.asarray(np.log(p / (1.0 - p)))
