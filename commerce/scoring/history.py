"""A shop's past as it could be known at a moment: what came to be known later is not there.

Everything carries the moment it became known: an order's value when it was placed, its coming back
only when the courier turned it round. Counting looks strictly before the moment it is asked for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from commerce.scoring.types import Floats

Moments = NDArray[np.datetime64]
"""datetime64[us], UTC; NaT for never."""
Keys = NDArray[np.int64]
"""Whom or what an event is about, numbers from 0 below a million million; -1 for nobody."""


class NotYetKnown(ValueError):
    """A feature asked for what nobody could know at that moment."""

    def __init__(self, what: str, rows: int) -> None:
        """Say what it was, and for how many rows."""
        super().__init__(f"{what} was not known yet for {rows} rows when they were asked for.")
        self.what = what


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One thing of each row, and when it became known."""

    values: NDArray[Any]
    at: Moments


@dataclass(frozen=True, slots=True, kw_only=True)
class AsOf:
    """Rows of the past, each asked at its own moment."""

    moments: Moments
    things: Mapping[str, Known]

    def of(self, what: str) -> NDArray[Any]:
        """Return one thing of each row.

        Raises:
            NotYetKnown: For some row it became known only after the moment asked for.
        """
        known = self.things[what]
        late = int((np.isnat(known.at) | (known.at > self.moments)).sum())
        if late:
            raise NotYetKnown(what, late)
        return known.values


@dataclass(frozen=True, slots=True, kw_only=True)
class Events:
    """Things that happened: about whom, when that became known, and what they count for."""

    keys: Keys
    at: Moments
    amounts: Floats
    """Shape (events, amounts): what is added up."""

    def before(self, keys: Keys, moments: Moments) -> Floats:
        """Return what events about each key come to that were known strictly before each moment.

        Args:
            keys: Whom each question is about; -1 gives zeros.
            moments: When each is asked.

        Returns:
            Shape (questions, amounts).
        """
        kept = ~np.isnat(self.at) & (self.keys >= 0)
        keys_then, at, amounts = self.keys[kept], self.at[kept], self.amounts[kept]
        ticks, tick = np.unique(at, return_inverse=True)
        span = len(ticks) + 1
        events = keys_then * span + tick.reshape(-1)
        order = np.argsort(events, kind="stable")
        events = events[order]
        sums = np.zeros((len(at) + 1, amounts.shape[1]))
        np.cumsum(amounts[order], axis=0, out=sums[1:])
        start = keys * span
        first = np.searchsorted(events, start)
        last = np.searchsorted(events, start + np.searchsorted(ticks, moments))
        found: Floats = sums[last] - sums[first]
        found[keys < 0] = 0.0
        return found


def first_times(keys: Keys, things: Keys, at: Moments) -> Events:
    """Return an event for the first time each thing was seen with each key."""
    kept = np.flatnonzero((keys >= 0) & (things >= 0))
    order = kept[np.lexsort((at[kept], things[kept], keys[kept]))]
    if not len(order):
        return Events(keys=keys[:0], at=at[:0], amounts=np.zeros((0, 1)))
    new = np.ones(len(order), dtype=bool)
    new[1:] = (np.diff(keys[order]) != 0) | (np.diff(things[order]) != 0)
    first = order[new]
    return Events(keys=keys[first], at=at[first], amounts=np.ones((len(first), 1)))
