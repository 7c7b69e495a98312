"""Reports as values."""

from dataclasses import dataclass
from datetime import date, datetime

from commerce.money import Money
from commerce.periods import Period
from commerce.reports.metrics import Counts, Definition


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure of a period, and of the span before it."""

    definition: Definition
    value: int | float | None
    """A count, minor units, or a share from 0 to 1; `None` where there is nothing to divide by."""
    previous: int | float | None
    numerator: int
    denominator: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Revenue of one day or month, by its first day in the shop's zone."""

    first_day: date
    revenue: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """Revenue over time."""

    by_month: bool
    """Months where days would be too many; else days."""
    points: tuple[Point, ...]
    """Oldest first, without gaps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """How the business did in a period."""

    period: Period
    previous: Period
    previous_until: datetime
    """Where the span compared with ends: as far into it as now is into the period."""
    counts: Counts
    figures: tuple[Figure, ...]
    is_final: bool
    """Whether nearly all parcels sent in the period have ended (see `metrics.TERMINAL_SHARE`)."""
    trend: Trend
