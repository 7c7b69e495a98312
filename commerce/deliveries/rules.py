"""When to try again, and which way a status may move: no database, no clock."""

from datetime import timedelta
from typing import Final

from commerce.deliveries.types import DeliveryStatus

MAX_TRIES: Final = 8
"""After so many tries a delivery is given up, about two hours after the first."""
LEASE: Final = timedelta(seconds=30)
"""How long after a worker was last heard of another may take over what it was sending."""
EARLY_KEPT: Final = timedelta(days=1)
"""How long what was told of an unknown message is kept: it may be another program's."""
EARLY_AT_ONCE: Final = 200
REDRAWN: Final = frozenset({"slack"})
"""Channels on which what was brought can be drawn again."""

_FIRST_WAIT = timedelta(seconds=2)
_LONGEST_WAIT = timedelta(hours=1)
_ORDER = (
    DeliveryStatus.WAITING, DeliveryStatus.SENT, DeliveryStatus.DELIVERED, DeliveryStatus.READ,
)  # fmt: skip


def wait_after(tries: int, asked: float | None) -> timedelta:
    """Return how long to wait after the n-th try: as the vendor asked, else four times as long."""
    if asked is not None:
        return min(timedelta(seconds=asked), _LONGEST_WAIT)
    return min(_FIRST_WAIT * (1 << (2 * (tries - 1))), _LONGEST_WAIT)


def moves_to(now: DeliveryStatus, told: DeliveryStatus) -> bool:
    """Tell whether a vendor's note moves a delivery: forward only, as notes come in any order."""
    if told is DeliveryStatus.DEAD:
        return now in (DeliveryStatus.WAITING, DeliveryStatus.SENT)
    if now not in _ORDER:
        return False
    return _ORDER.index(told) > _ORDER.index(now)
