"""Reports built to order, as values."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from commerce.periods import Period
from commerce.reports.cube import Keys, Sum
from commerce.reports.measures import Dimension, Measure
from commerce.reports.metrics import Unit


class ReportSort(StrEnum):
    """What comes first."""

    LARGEST = "largest"
    SMALLEST = "smallest"
    IN_ORDER = "in_order"
    """By time, or by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportKey:
    """One value of a dimension."""

    value: str
    """As it is stored: a word of the vocabulary, an id, an ISO date; empty where there is none."""
    name: str = ""
    """What it is called, where the shop named it: a product, a warehouse, a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """One line of a report."""

    key: ReportKey
    total: Sum
    cells: tuple[Sum, ...] = ()
    """By the report's columns, where it has a second dimension."""
    before: Sum | None = None
    """The same in the span compared with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One measure of a period, by one or two dimensions."""

    measure: Measure
    dimensions: tuple[Dimension, ...]
    period: Period
    until: datetime
    """Where the rows end: the period's end, or now."""
    rows: tuple[ReportRow, ...]
    columns: tuple[ReportKey, ...] = ()
    others: ReportRow | None = None
    """What is in no row, added up; its key is empty."""
    rows_left_out: int = 0
    total: Sum
    """Of everything, whatever rows are shown."""
    total_before: Sum | None = None
    compared_with: Period | None = None
    compared_until: datetime | None = None
    overlaps: bool = False
    """Whether something is counted in several rows, so that they come to more than the total."""
    few_below: int = 0
    """Shares of fewer than so many are told after the rest; 0 where that was not needed."""
    open_share: float | None = None
    """Of measures of what becomes of parcels: the share still on the way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """How much one value of a dimension did to a change; all of them add up to it exactly."""

    key: ReportKey
    now: Sum
    before: Sum
    points: float
    """Its part of the change: in minor units, in pieces, or in shares of 1."""
    rate: float
    """Of that, because it did better or worse itself. For sums: all of it."""
    mix: float
    """Of that, because there was more or less of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A change, taken apart by one dimension."""

    dimension: Dimension
    contributions: tuple[Contribution, ...]
    """The largest first."""
    tells: float
    """How much the shares of its values moved, and how few of them did it: from 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why a measure changed between two spans."""

    measure: Measure
    period: Period
    until: datetime
    compared_with: Period
    compared_until: datetime
    now: Sum
    before: Sum
    splits: tuple[Split, ...]
    """The one that tells most first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cohort:
    """The customers of one month, and how many of them ordered again in each month after."""

    month: str
    """ISO date of its first day: the month of their first delivered order."""
    customers: int
    active: tuple[int, ...]
    """By months since; the first is all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """Cohorts of customers, month by month."""

    period: Period
    """Of the months shown."""
    cohorts: tuple[Cohort, ...]
    """Oldest first."""
    average: tuple[float, ...]
    """Share of all customers of the cohorts old enough, by months since."""
    unfinished: int
    """Months since, counted from the end of each row, that are not over yet: 1 during a month."""
    at: datetime
    """When they were counted."""


def value_of(unit: Unit, found: Sum, *, is_share: bool) -> float | int | None:
    """Return a sum as a figure: minor units, a count, or a quotient; `None` over nothing."""
    if not is_share:
        return found.above
    if found.below == 0:
        return None
    return round(found.above / found.below) if unit is Unit.MONEY else found.above / found.below


def figure(measure: Measure, found: Sum) -> float | int | None:
    """Return a measure's figure."""
    return value_of(measure.unit, found, is_share=measure.below is not None)


__all__ = [
    "Cohort", "Contribution", "Explanation", "Keys", "Report", "ReportKey", "ReportRow",
    "ReportSort", "Retention", "Split", "Sum", "figure", "value_of",
]  # fmt: skip
