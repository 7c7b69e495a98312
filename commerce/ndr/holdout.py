"""Cases that the scores leave alone, so that a shop can see what the scores bring it."""

import zlib
from dataclasses import dataclass
from datetime import datetime

from commerce import settings
from commerce.access import Permission
from commerce.context import Context
from commerce.ndr import queries_chances
from commerce.scoring.pooling import Rate, Seen, pooled


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How cases went with the scores, beside those held out, since the hold-out began."""

    since: datetime
    percent: int
    scored: Rate
    """Share delivered after all, of settled cases; with its 80 % interval."""
    held_out: Rate
    difference: float
    """Of the two shares: above zero, the scores helped."""
    low: float
    high: float
    """Ends of its 95 % interval (Newcombe's hybrid score)."""

    @property
    def is_clear(self) -> bool:
        """Whether the interval leaves out zero."""
        return self.low > 0 or self.high < 0


def percent(ctx: Context) -> int:
    """Return how many in a hundred cases are held out; 0 unless the shop chose some."""
    return settings.ndr_hold_out(ctx.session, ctx.actor.shop_id)[0]


def is_held_out(case_id: int, of_hundred: int) -> bool:
    """Tell whether a case is held out: by its id alone, so that it stays so."""
    return zlib.crc32(f"ndr-{case_id}".encode()) % 100 < of_hundred


def compare(ctx: Context) -> Comparison | None:
    """Return what the scores brought; `None` where nothing is held out or nothing is settled.

    Raises:
        NotAllowed: The actor may not read undelivered parcels.
    """
    ctx.require(Permission.NDR_READ)
    share, since = settings.ndr_hold_out(ctx.session, ctx.actor.shop_id)
    if not share or since is None:
        return None
    counts = {True: [0, 0], False: [0, 0]}
    for case_id, delivered in queries_chances.settled_since(ctx, since):
        group = counts[is_held_out(case_id, share)]
        group[0] += delivered
        group[1] += 1
    if not counts[True][1] or not counts[False][1]:
        return None
    (held_hits, held_n), (hits, n) = counts[True], counts[False]
    low, high = difference(hits, n, held_hits, held_n)
    return Comparison(
        since=since, percent=share,
        scored=pooled((Seen(hits=hits, n=n),)),
        held_out=pooled((Seen(hits=held_hits, n=held_n),)),
        difference=hits / n - held_hits / held_n, low=low, high=high,
    )  # fmt: skip


def difference(hits: int, n: int, other_hits: int, other_n: int) -> tuple[float, float]:
    """Return the 95 % interval of the difference of two shares.

    Newcombe 1998, method 10: Statistics in Medicine 17(8), 873-890.
    """
    p, q = hits / n, other_hits / other_n
    (p_low, p_high), (q_low, q_high) = _wilson(hits, n), _wilson(other_hits, other_n)
    below = ((p - p_low) ** 2 + (q_high - q) ** 2) ** 0.5
    above = ((p_high - p) ** 2 + (q - q_low) ** 2) ** 0.5
    return p - q - below, p - q + above


def _wilson(hits: int, n: int) -> tuple[float, float]:
    z = 1.959964
    p, square = hits / n, z * z
    middle = p + square / (2 * n)
    half = z * (p * (1 - p) / n + square / (4 * n * n)) ** 0.5
    return (middle - half) / (1 + square / n), (middle + half) / (1 + square / n)
