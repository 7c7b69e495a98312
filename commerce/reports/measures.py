"""What a report can show and by what: the measures, the dimensions, and which go together."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from commerce.parcels import ParcelMoment
from commerce.reports.metrics import DEFINITIONS, MetricName, Unit
from commerce.reports.rows import ROWS, OrderRows, ParcelRows


class ReportMetric(StrEnum):
    """What a report can show: every figure of the summary by its name, and more."""

    ORDERS = "orders"
    REVENUE = "revenue"
    AOV = "aov"
    COD_SHARE = "cod_share"
    CANCELLED = "cancelled"
    DELIVERED = "delivered"
    NDR_RATE = "ndr_rate"
    FIRST_ATTEMPT_RATE = "first_attempt_rate"
    DELIVERY_SUCCESS = "delivery_success"
    RTO_RATE = "rto_rate"
    COD_RTO_RATE = "cod_rto_rate"
    PREPAID_RTO_RATE = "prepaid_rto_rate"
    QUANTITY = "quantity"
    """Pieces of the orders not cancelled."""
    CUSTOMERS = "customers"
    """Different customers of the orders not cancelled."""
    DISCOUNTS = "discounts"
    REFUNDS = "refunds"
    """Given back so far of the orders placed in the period."""
    GROSS_MARGIN = "gross_margin"
    """Of the lines whose cost is known: what was paid for them without GST, less what they cost."""
    MARGIN_RATE = "margin_rate"
    PARCELS_SENT = "parcels_sent"
    RTO_PARCELS = "rto_parcels"
    LOST_PARCELS = "lost_parcels"
    """Of the parcels sent in the period, those that the courier lost."""
    NDR_CASES = "ndr_cases"
    """Cases opened in the period."""
    NDR_RECOVERED = "ndr_recovered"
    """Of the cases opened in the period and decided, the share delivered after all."""
    STOCK_UNITS = "stock_units"
    """Pieces that lie in the warehouses now."""
    STOCK_VALUE = "stock_value"
    """What those cost."""
    RETENTION = "retention"
    """Of the customers whose first delivered order was in a month, who ordered again when."""


class Dimension(StrEnum):
    """By what a report can split a measure."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    HOUR = "hour"
    WEEKDAY = "weekday"
    CHANNEL = "channel"
    PAYMENT = "payment"
    """COD or prepaid."""
    PAYMENT_METHOD = "payment_method"
    STATUS = "status"
    """Of the order, of the parcel or of the NDR case, whichever is counted."""
    COURIER = "courier"
    PRODUCT = "product"
    CATEGORY = "category"
    CITY = "city"
    STATE = "state"
    PINCODE = "pincode"
    NDR_REASON = "ndr_reason"
    WAREHOUSE = "warehouse"
    COHORT = "cohort"
    """The month of the customer's first order that was neither cancelled nor failed."""
    AGENT = "agent"
    """Whose the NDR case is."""


TIMES = (Dimension.DAY, Dimension.WEEK, Dimension.MONTH, Dimension.HOUR, Dimension.WEEKDAY)
"""Told in the order of time, without gaps."""

PARTS_OF_ORDERS = (Dimension.PRODUCT, Dimension.CATEGORY)
"""An order can be of several of these, so that what is counted by orders is counted in each."""


class Source(StrEnum):
    """The rows a measure is added up from."""

    ORDERS = "orders"
    LINES = "lines"
    PARCELS = "parcels"
    CASES = "cases"
    STOCK = "stock"
    COHORTS = "cohorts"


_OF_ORDERS = frozenset(Dimension) - {Dimension.NDR_REASON, Dimension.AGENT}
_OF_PARCELS = frozenset(Dimension)

DIMENSIONS: Mapping[Source, frozenset[Dimension]] = {
    Source.ORDERS: _OF_ORDERS,
    Source.LINES: _OF_ORDERS,
    Source.PARCELS: _OF_PARCELS,
    Source.CASES: _OF_PARCELS,
    Source.STOCK: frozenset({Dimension.PRODUCT, Dimension.CATEGORY, Dimension.WAREHOUSE}),
    Source.COHORTS: frozenset({Dimension.COHORT}),
}
"""What the rows of each source can be split by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How one measure is added up; its meaning in words is `reports-meaning-<name>`."""

    name: ReportMetric
    unit: Unit
    source: Source
    above: str
    """What is added up: a name of `commerce.reports.cube.AMOUNTS`, or a count of `rows.ROWS`."""
    below: str | None = None
    """What that is divided by."""
    by: ParcelMoment | None = None
    """Of parcels: the moment that gives them their day."""
    more_is_better: bool | None = True
    is_cohort: bool = False
    adds_up: bool = True
    """Whether the parts add up to the whole; different customers do not."""


def _of_summary() -> dict[ReportMetric, Measure]:
    found = {}
    for definition in DEFINITIONS:
        above, _, below = definition.formula.partition(" / ")
        rows = ROWS[above]
        match rows:
            case OrderRows():
                source, by = Source.ORDERS, None
            case ParcelRows():
                source, by = Source.PARCELS, rows.by
        name = ReportMetric(definition.name.value)
        found[name] = Measure(
            name=name, unit=definition.unit, source=source, above=above, below=below or None,
            by=by, more_is_better=definition.more_is_better, is_cohort=definition.is_cohort,
        )  # fmt: skip
    return found


def _more() -> tuple[Measure, ...]:
    money, count, share = Unit.MONEY, Unit.COUNT, Unit.SHARE
    metric, sent = ReportMetric, ParcelMoment.SENT
    return (
        Measure(name=metric.QUANTITY, unit=count, source=Source.LINES, above="pieces"),
        Measure(
            name=metric.CUSTOMERS, unit=count, source=Source.ORDERS, above="customers",
            adds_up=False,
        ),
        Measure(
            name=metric.DISCOUNTS, unit=money, source=Source.ORDERS, above="discounts",
            more_is_better=None,
        ),
        Measure(
            name=metric.REFUNDS, unit=money, source=Source.ORDERS, above="refunds",
            more_is_better=False,
        ),
        Measure(name=metric.GROSS_MARGIN, unit=money, source=Source.LINES, above="margin"),
        Measure(
            name=metric.MARGIN_RATE, unit=share, source=Source.LINES, above="margin",
            below="net_of_known_cost",
        ),
        Measure(
            name=metric.PARCELS_SENT, unit=count, source=Source.PARCELS, above="cohort", by=sent
        ),
        Measure(
            name=metric.RTO_PARCELS, unit=count, source=Source.PARCELS, above="cohort_rto",
            by=sent, more_is_better=False, is_cohort=True,
        ),
        Measure(
            name=metric.LOST_PARCELS, unit=count, source=Source.PARCELS, above="cohort_lost",
            by=sent, more_is_better=False, is_cohort=True,
        ),
        Measure(
            name=metric.NDR_CASES, unit=count, source=Source.CASES, above="cases",
            more_is_better=False,
        ),
        Measure(
            name=metric.NDR_RECOVERED, unit=share, source=Source.CASES, above="recovered",
            below="decided_cases", is_cohort=True,
        ),
        Measure(
            name=metric.STOCK_UNITS, unit=count, source=Source.STOCK, above="on_hand",
            more_is_better=None,
        ),
        Measure(
            name=metric.STOCK_VALUE, unit=money, source=Source.STOCK, above="stock_cost",
            more_is_better=None,
        ),
        Measure(
            name=metric.RETENTION, unit=share, source=Source.COHORTS, above="returned",
            below="acquired",
        ),
    )  # fmt: skip


MEASURES: Mapping[ReportMetric, Measure] = _of_summary() | {m.name: m for m in _more()}
"""Every measure by its name."""

assert {name.value for name in MetricName} <= {name.value for name in ReportMetric}


def fits(measure: Measure, dimension: Dimension) -> bool:
    """Tell whether a measure can be split by a dimension."""
    return dimension in DIMENSIONS[measure.source]


def overlaps(measure: Measure, dimension: Dimension) -> bool:
    """Tell whether one row of a measure may count under several values of a dimension.

    Revenue is split over an order's lines, with what belongs to none of them (shipping, discounts
    on the whole) as a row of its own; all that counts orders or parcels counts them whole.
    """
    if dimension not in PARTS_OF_ORDERS or measure.source in (Source.LINES, Source.STOCK):
        return False
    return measure.above not in SPLIT_OVER_LINES or measure.below is not None


SPLIT_OVER_LINES = {"revenue": "line_revenue"}
"""Sums of orders that can be told line by line: their name there."""
