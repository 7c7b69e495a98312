"""Price decisions: what lies between two prices, and from when on one is old."""

from datetime import datetime, timedelta

from commerce.money import Money

STALE_AFTER = timedelta(days=14)
"""A competitor's price seen longer ago may well have changed."""


def apart(theirs: Money, ours: Money) -> float | None:
    """Return by which share of ours a price lies above it (below zero: below it).

    `None` where ours is nothing.
    """
    return (theirs.minor - ours.minor) / ours.minor if ours.minor else None


def is_stale(seen_at: datetime, now: datetime) -> bool:
    """Tell whether a price was seen too long ago to be relied on."""
    return now - seen_at > STALE_AFTER
