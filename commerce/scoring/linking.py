"""Who is probably one and the same buyer: phones, e-mails and addresses that are shared.

A union-find over what buyers share (Tarjan 1975, doi:10.1145/321879.321884), walked in the order of
time, so that at each moment only links of that moment are known. What more than ten buyers share is
a warehouse, an office or a hostel, and links nobody.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from commerce.scoring.history import Keys, Moments
from commerce.scoring.types import Floats

MOST_PARTNERS: Final = 10
"""A phone, e-mail or address of more buyers than this links nobody any more."""


@dataclass(slots=True)
class _Net:
    """Groups of buyers, with what became of their parcels."""

    parent: dict[int, int] = field(default_factory=dict)
    sums: dict[int, list[float]] = field(default_factory=dict)
    """By group: parcels that came back, parcels whose end is known, buyers."""
    own: dict[int, list[float]] = field(default_factory=dict)
    partners: dict[int, dict[int, None]] = field(default_factory=dict)
    """By what is shared: who was seen with it, the first first."""

    def root(self, buyer: int) -> int:
        if buyer not in self.parent:
            self.parent[buyer], self.sums[buyer] = buyer, [0.0, 0.0, 1.0]
            self.own[buyer] = [0.0, 0.0]
        top = buyer
        while self.parent[top] != top:
            self.parent[top] = top = self.parent[self.parent[top]]
        return top

    def link(self, buyer: int, thing: int) -> None:
        """Note that a buyer was seen with a thing."""
        seen = self.partners.setdefault(thing, {})
        if buyer in seen or len(seen) > MOST_PARTNERS:
            return
        seen[buyer] = None
        if len(seen) <= MOST_PARTNERS:
            self._join(buyer, next(iter(seen)))

    def _join(self, one: int, other: int) -> None:
        left, right = sorted((self.root(one), self.root(other)))
        if left == right:
            return
        self.parent[right] = left
        self.sums[left] = [a + b for a, b in zip(self.sums[left], self.sums[right], strict=True)]

    def end(self, buyer: int, came_back: float) -> None:
        """Note how a parcel of a buyer ended."""
        for sums in (self.sums[self.root(buyer)], self.own[buyer]):
            sums[0] += came_back
            sums[1] += 1.0

    def others(self, buyer: int) -> tuple[float, float, float]:
        """Return what came back, what ended and how many there are, of those linked to a buyer."""
        back, ended, buyers = self.sums[self.root(buyer)]
        own = self.own[buyer]
        return back - own[0], ended - own[1], buyers - 1.0


def linked(
    buyers: Keys, things: tuple[Keys, ...], placed: Moments, ended: Moments, came_back: Floats
) -> Floats:
    """Return of each order what was known, when it was placed, of buyers linked to its own.

    Args:
        buyers: Who placed each order.
        things: What each order shows that may be shared, a kind each; -1 for nothing.
        placed: When.
        ended: When it became known how it ended; NaT where it is not.
        came_back: 1 where it came back.

    Returns:
        Shape (orders, 3): parcels of others that came back, that ended at all, how many others.
    """
    found = np.zeros((len(buyers), 3))
    shared = tuple(_shared(kind, buyers) for kind in things)
    linking = np.flatnonzero(np.logical_or.reduce([kind >= 0 for kind in shared]))
    some = np.unique(buyers[linking])
    rows = np.flatnonzero(np.isin(buyers, some))
    net = _Net()
    who = buyers.tolist()
    ends = came_back.tolist()
    listed = [kind.tolist() for kind in shared]
    for is_end, row in _in_time(rows, placed, ended):
        buyer = who[row]
        if is_end:
            net.end(buyer, ends[row])
            continue
        net.root(buyer)
        for kind, keys in enumerate(listed):
            if keys[row] >= 0:
                net.link(buyer, keys[row] * len(listed) + kind)
        found[row] = net.others(buyer)
    return found


def _in_time(
    rows: np.ndarray[tuple[int], np.dtype[np.intp]], placed: Moments, ended: Moments
) -> Iterable[tuple[bool, int]]:
    """Return each order twice, placed and ended; of one moment what was placed comes first."""
    done = rows[~np.isnat(ended[rows])]
    both = np.concatenate([rows, done])
    is_end = np.arange(len(both)) >= len(rows)
    # The last key sorts first; rows of one moment follow each other as they are numbered.
    order = np.lexsort((both, is_end, np.concatenate([placed[rows], ended[done]])))
    return zip(is_end[order].tolist(), both[order].tolist(), strict=True)


def _shared(things: Keys, buyers: Keys) -> Keys:
    """Return things as small numbers, those of one buyer alone as -1: they link nobody."""
    known = things >= 0
    names, place = np.unique(things[known], return_inverse=True)
    pairs = np.unique(place.reshape(-1) * (int(buyers.max(initial=0)) + 1) + buyers[known])
    of_pair = pairs // (int(buyers.max(initial=0)) + 1)
    several = np.bincount(of_pair, minlength=len(names)) > 1
    found = np.full(len(things), -1, dtype=np.int64)
    found[known] = np.where(several[place], place, -1)
    return found
