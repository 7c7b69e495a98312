"""What comes first. No database, no clock."""

from collections.abc import Iterable
from typing import Final

from commerce.brief.types import Matter

MOST: Final = 5
_HALF: Final = 24.0
"""Hours left at which something is half as urgent as what is due now."""
_WAITING_MINOR: Final = 100_000
"""What a change that waits for a yes counts as, each: somebody cannot go on."""


def ranked(matters: Iterable[Matter]) -> tuple[Matter, ...]:
    """Return the first five by rupees times urgency."""
    return tuple(sorted(matters, key=weight, reverse=True)[:MOST])


def weight(matter: Matter) -> float:
    """Return rupees (in minor units) times urgency: 1 now, a half with 24 hours left."""
    stake = matter.value.minor or matter.count * _WAITING_MINOR
    return stake * _HALF / (_HALF + max(matter.hours, 0.0))
