"""Splits by time: what is learnt from lies before what is judged, with a gap for outcomes."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import numpy as np
from numpy.typing import NDArray

GAP: Final = timedelta(days=21)
"""An order's fate is known after about so long; orders nearer to the end teach wrong outcomes."""

LEAST: Final = 50
"""Rows that each part needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """Places of rows, each in the order of time."""

    learn: NDArray[np.intp]
    tune: NDArray[np.intp]
    """Stops the learning and calibrates; never judged on."""
    judge: NDArray[np.intp]


def by_time(
    moments: NDArray[np.datetime64], *, judge: float = 0.2, tune: float = 0.15,
    gap: timedelta = GAP, least: int = LEAST,
) -> Split:  # fmt: skip
    """Split rows by time: the last share is judged on, the share before it tunes.

    Rows within `gap` before the judged time are left out of learning and tuning: when the judged
    rows began, their outcome was not known.

    Args:
        moments: When each row was; any order.
        judge: Share of rows that is judged on.
        tune: Share of rows, before the gap, that tunes.
        gap: Time an outcome needs to be known.
        least: Rows each part needs.

    Raises:
        ValueError: Too little history for a split.
    """
    order = np.argsort(moments, kind="stable")
    cut = moments[order[int(len(order) * (1 - judge))]] if len(order) else None
    if cut is None:
        raise ValueError("There is no history.")
    known = order[moments[order] < cut - np.timedelta64(gap)]
    late = order[moments[order] >= cut]
    first_tuned = int(len(known) * (1 - tune / (1 - judge)))
    if min(first_tuned, len(known) - first_tuned, len(late)) < least:
        raise ValueError("There is too little history to learn from one part and judge on another.")
    return Split(learn=known[:first_tuned], tune=known[first_tuned:], judge=late)
