"""What an action on an undelivered parcel is worth, and which parcel to take up first."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from commerce.terms import Terms

CALL_MINOR: Final = 500
MESSAGE_MINOR: Final = 100
REATTEMPT_MINOR: Final = 2_000
"""What an agent's call, a message and one more attempt cost, roughly."""
_TERMS: Final = Terms()
"""What holds where a shop chose nothing."""
HALF_DAY: Final = 24.0
"""Hours left at which a case is half as urgent as one that is due now."""


def at_stake(
    total_minor: int, tax_minor: int, cost_minor: int, terms: Terms = _TERMS
) -> int:  # fmt: skip
    """Return what the shop gains if a parcel is delivered and not returned, in minor units.

    The sale without its GST, less what the goods cost: they come back with a return. And the return
    itself, which then costs nothing.
    """
    return max(total_minor - tax_minor - cost_minor, 0) + 100 * terms.return_rupees


def worth(with_it: float, without: float, stake_minor: int, cost_minor: int) -> int:
    """Return the expected gain of an action in minor units.

    `(chance with it - chance without) x at stake - its own cost`; below zero it does not pay.
    """
    return round((with_it - without) * stake_minor) - cost_minor


def place(chance: float, value_minor: int, hours_left: float) -> float:
    """Return how soon a case should be worked; the highest first.

    `chance x rupees x urgency`, where urgency is 1 for what is due now or overdue, a half at 24
    hours, a third at 48.
    """
    return chance * value_minor / 100 / (1 + max(hours_left, 0.0) / HALF_DAY)


def act_by(
    failed_at: datetime, now: datetime, zone: ZoneInfo, terms: Terms = _TERMS
) -> datetime:  # fmt: skip
    """Return by when to tell the courier: within a day of the failure, before the next cut-off.

    Once that has passed it is the next cut-off from now. Until the cut-off a courier takes what it
    is told into the next morning's round.
    """
    hour = terms.cut_off_hour
    first = min(failed_at + timedelta(hours=24), _cut_off(failed_at, zone, hour))
    return first if first > now else _cut_off(now, zone, hour)


def _cut_off(after: datetime, zone: ZoneInfo, hour: int) -> datetime:
    local = after.astimezone(zone)
    day = local.replace(hour=hour, minute=0, second=0, microsecond=0)
    return (day if day > local else day + timedelta(days=1)).astimezone(after.tzinfo)
