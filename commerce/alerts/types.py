"""What is out of the ordinary, as values."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class AlertKind(StrEnum):
    """What it warns of."""

    SALES_DROP = "sales_drop"
    SALES_SPIKE = "sales_spike"
    STOCK_OUT = "stock_out"
    """Sold out before pieces ordered today would arrive."""
    PERFORMANCE = "performance"
    """More first attempts fail than this courier, lane, payment or reason is used to."""
    SLA = "sla"
    """Due soon, or likely to be late."""


class AlertStatus(StrEnum):
    """What became of it."""

    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"
    """Somebody looks after it."""
    SNOOZED = "snoozed"
    """Out of sight until a moment."""
    RESOLVED = "resolved"
    """It is as usual again."""


class AlertPlace(StrEnum):
    """Where somebody hears of alerts."""

    NOWHERE = "nowhere"
    """Only where they look: in the list and the morning brief."""
    EMAIL = "email"
    SLACK = "slack"
    WHATSAPP = "whatsapp"
    TELEGRAM = "telegram"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One thing that is out of the ordinary now."""

    kind: AlertKind
    cause: str
    """What it is the same alert by, such as `channel:amazon`: one open alert each."""
    seen: float
    """A count of the day, or a share from 0 to 1."""
    expected: float
    low: float
    high: float
    """Ends of the interval in which 95 of 100 ordinary days lie."""
    chance: float
    """That an ordinary day is so far off; 1 where nothing was tested."""
    value_minor: int = 0
    """At stake, in minor units; 0 where that cannot be said."""
    details: dict[str, Any]
    """Plain JSON: `dimension`, `value`, `name`, `day`, `count`, `cause_dimension`, …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """One alert of a shop."""

    id: int
    kind: AlertKind
    cause: str
    status: AlertStatus
    seen: float
    expected: float
    low: float
    high: float
    value_minor: int
    details: dict[str, Any]
    opened_at: datetime
    last_seen_at: datetime
    snoozed_until: datetime | None
    person_id: int | None
    """Who acknowledged or snoozed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """Which alerts one person wants to hear of, where, and when not."""

    person_id: int
    kinds: tuple[AlertKind, ...]
    place: AlertPlace
    quiet: str
    """`HH:MM-HH:MM` in the shop's zone; empty for no quiet hours."""
    most_a_day: int
