"""Decisions about undelivered parcels: no database, no clock."""

from datetime import timedelta

from commerce.money import Money
from commerce.vocabulary import NdrReason, Priority

HIGH_VALUE_MINOR = 500_000
"""Orders above this (₹5,000) are worked sooner."""

_HOURS_TO_ACT = {NdrReason.CUSTOMER_REFUSED: 24, NdrReason.COD_NOT_READY: 48}
_DEFAULT_HOURS_TO_ACT = 36


def priority(reason: NdrReason, cod: bool, amount: Money) -> Priority:
    """Return how soon a case should be worked: refusals first, then cash and high value."""
    if reason is NdrReason.CUSTOMER_REFUSED:
        return Priority.URGENT
    return Priority.HIGH if cod or amount.minor > HIGH_VALUE_MINOR else Priority.NORMAL


def time_to_act(reason: NdrReason) -> timedelta:
    """Return within how long of the failed attempt a case should be worked (the shop's SLA)."""
    return timedelta(hours=_HOURS_TO_ACT.get(reason, _DEFAULT_HOURS_TO_ACT))
