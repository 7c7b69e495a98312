"""When a customer is best written to: in the hours in which they order and write themselves.

A customer has done so a handful of times, so that their own share of an hour is pulled to that of
the shop's latest orders (`scoring.pooling`). What a person did fewer than five times is not called
theirs, and of a shop with few orders nothing is said.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import numpy as np

from commerce.access import Permission
from commerce.context import Context
from commerce.customers import queries
from commerce.scoring.best_time import END_HOUR, FIRST_HOUR
from commerce.scoring.pooling import FEWEST, Rate, Seen, pooled

WINDOW: Final = 3
"""Hours of a window that is proposed."""
STRENGTH: Final = 10.0
"""Moments of their own that the shop's customers together count for."""
FEWEST_ORDERS: Final = 50
"""Of fewer orders no hours of a shop are said."""
LATEST: Final = 2_000
"""So many of a shop's latest orders are looked at, and of a person's own moments."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeToWrite:
    """Hours, in the shop's zone, in which a customer is likeliest to read."""

    first: int
    end: int
    rate: Rate
    """Share of what they did within the hours of writing that falls into these."""
    of: str
    """Whose moments it rests on: `customer` or `shop`."""


def time_to_write(ctx: Context, customer_id: int) -> TimeToWrite | None:
    """Return when to write to a customer; `None` where too little is known of the shop.

    Only hours in which commercial messages may be sent are proposed.

    Raises:
        NotAllowed: The actor may not read orders.
    """
    ctx.require(Permission.ORDERS_READ)
    return best_hours(
        _hours(ctx, queries.latest_moments(ctx, LATEST)),
        _hours(ctx, queries.moments_of(ctx, customer_id, LATEST)),
    )


def best_hours(shop: Sequence[int], own: Sequence[int]) -> TimeToWrite | None:
    """Return the window with the largest share of a person's moments, pulled to the shop's.

    Args:
        shop: Hours of the day at which customers of the shop did something.
        own: And at which this one did.
    """
    everyone, theirs = (_by_hour(hours) for hours in (shop, own))
    if everyone.sum() < FEWEST_ORDERS:
        return None
    mine = theirs.sum() >= FEWEST
    found: dict[int, Rate] = {}
    for first in range(len(everyone) - WINDOW + 1):
        levels = [
            Seen(hits=float(counts[first : first + WINDOW].sum()), n=float(counts.sum()))
            for counts in ((everyone, theirs) if mine else (everyone,))
        ]
        found[first] = pooled(levels, STRENGTH)
    first = max(found, key=lambda one: found[one].value)
    return TimeToWrite(
        first=FIRST_HOUR + first, end=FIRST_HOUR + first + WINDOW, rate=found[first],
        of="customer" if mine else "shop",
    )  # fmt: skip


def _by_hour(hours: Sequence[int]) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    """Return how many of the hours of writing there are of each."""
    counts = np.bincount(np.array(hours, dtype=np.intp), minlength=24)
    return counts[FIRST_HOUR:END_HOUR]


def _hours(ctx: Context, moments: Sequence[datetime]) -> list[int]:
    return [ctx.local(at).hour for at in moments]
