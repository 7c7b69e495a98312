"""What was known at a moment: past events counted up to it, for many rows at once, in numpy.

Whatever a score looks at comes through here, so that nothing from after the moment reaches it.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from commerce.scoring.types import Floats

Ints = NDArray[np.int64]

NEVER: Final = np.iinfo(np.int64).max // 4
"""A moment that did not come."""
_KEY_BITS: Final = 33
"""Seconds since 1970 fit into so many bits until the year 2242."""


@dataclass(frozen=True, slots=True)
class Past:
    """Events of many keys (customers, pincodes), to be added up as of a moment."""

    names: NDArray[Any]
    """The keys, ascending."""
    order: Ints
    """Place of the key and moment as one number, ascending."""
    sums: Floats
    """Amounts added up from the first event of all, shape (events + 1,)."""

    @classmethod
    def of(cls, keys: NDArray[Any], moments: Ints, amounts: Floats | None = None) -> "Past":
        """Return events in the order in which they became known.

        Args:
            keys: Whose event it is, one an event.
            moments: When it became known, seconds since 1970; events that never did are left out.
            amounts: What is added up; 1 each where it is left out.
        """
        known = moments < NEVER
        keys, moments = keys[known], moments[known]
        weights = np.ones(len(keys)) if amounts is None else amounts[known].astype(np.float64)
        names, places = np.unique(keys, return_inverse=True)
        joined = _joined(places.astype(np.int64), moments)
        order = np.argsort(joined, kind="stable")
        sums = np.concatenate([[0.0], np.cumsum(weights[order])])
        return cls(names=names, order=joined[order], sums=sums)

    def before(self, keys: NDArray[Any], moments: Ints) -> Floats:
        """Return what each key's events strictly before each moment add up to, shape (rows,)."""
        if not len(self.names):
            return np.zeros(len(keys))
        places = np.searchsorted(self.names, keys).clip(max=len(self.names) - 1)
        there = self.names[places] == keys
        first = np.searchsorted(
            self.order, _joined(places.astype(np.int64), np.zeros_like(moments))
        )
        last = np.searchsorted(self.order, _joined(places.astype(np.int64), moments))
        return np.where(there, self.sums[last] - self.sums[first], 0.0)


def seconds(moments: Iterable[datetime | None]) -> Ints:
    """Return moments as seconds since 1970; `None` becomes `NEVER`."""
    return np.fromiter(
        (NEVER if one is None else int(one.timestamp()) for one in moments), dtype=np.int64
    )


def hash_of(columns: Mapping[str, NDArray[Any]]) -> str:
    """Return a hash of what was learnt from: the same history gives the same."""
    digest = hashlib.sha256()
    for name in sorted(columns):
        values = np.ascontiguousarray(columns[name])
        digest.update(f"{name}:{values.dtype.kind}:{values.shape}".encode())
        digest.update(
            values.astype(np.str_).tobytes() if values.dtype == object else values.tobytes()
        )
    return digest.hexdigest()


def _joined(places: Ints, moments: Ints) -> Ints:
    return (places << _KEY_BITS) + np.clip(moments, 0, (1 << _KEY_BITS) - 1)
