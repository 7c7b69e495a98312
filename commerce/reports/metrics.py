"""Every figure of the business, defined once: how it is counted, from what, over which rows.

Three sets of rows, each taken at the moment that gives it its date:

* orders by the moment they were placed;
* parcels by the moment they first went out for delivery (what happens at the door);
* parcels by the moment they were made, the shipment-date cohort (what becomes of them in the end).

Shares of the last kind are final only once nearly all parcels of the cohort have ended, so they
carry the share that is still open.
"""

from dataclasses import dataclass
from enum import StrEnum

VERSION = "1"
"""Moves when a definition changes, so that figures of different days can be told apart."""

TERMINAL_SHARE = 0.95
"""From this share of ended parcels on, a cohort's figures are taken as final."""


class MetricName(StrEnum):
    """The figures there are."""

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


class Unit(StrEnum):
    """What a figure is measured in."""

    MONEY = "money"
    COUNT = "count"
    SHARE = "share"


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """How one figure is counted. Its meaning in words is the message `reports-meaning-<name>`."""

    name: MetricName
    unit: Unit
    formula: str
    """In the names of `Counts`' fields, so that what is written is what is computed."""
    more_is_better: bool | None
    """`None` where more is neither."""
    is_cohort: bool = False
    """It is final only once nearly all parcels of the cohort have ended."""


DEFINITIONS: tuple[Definition, ...] = (
    Definition(name=MetricName.ORDERS, unit=Unit.COUNT, formula="orders", more_is_better=True),
    Definition(name=MetricName.REVENUE, unit=Unit.MONEY, formula="revenue", more_is_better=True),
    Definition(
        name=MetricName.AOV, unit=Unit.MONEY, formula="revenue / kept_orders", more_is_better=True
    ),
    Definition(
        name=MetricName.COD_SHARE, unit=Unit.SHARE, formula="cod_orders / orders",
        more_is_better=None,
    ),
    Definition(
        name=MetricName.CANCELLED, unit=Unit.COUNT, formula="cancelled_orders",
        more_is_better=False,
    ),
    Definition(
        name=MetricName.DELIVERED, unit=Unit.COUNT, formula="delivered", more_is_better=True
    ),
    Definition(
        name=MetricName.NDR_RATE, unit=Unit.SHARE, formula="failed_once / went_out",
        more_is_better=False,
    ),
    Definition(
        name=MetricName.FIRST_ATTEMPT_RATE, unit=Unit.SHARE,
        formula="delivered_first / first_attempts", more_is_better=True,
    ),
    Definition(
        name=MetricName.DELIVERY_SUCCESS, unit=Unit.SHARE,
        formula="cohort_delivered / cohort_ended", more_is_better=True, is_cohort=True,
    ),
    Definition(
        name=MetricName.RTO_RATE, unit=Unit.SHARE,
        formula="cohort_rto / cohort_delivered_or_rto", more_is_better=False, is_cohort=True,
    ),
    Definition(
        name=MetricName.COD_RTO_RATE, unit=Unit.SHARE,
        formula="cod_rto / cod_delivered_or_rto", more_is_better=False, is_cohort=True,
    ),
    Definition(
        name=MetricName.PREPAID_RTO_RATE, unit=Unit.SHARE,
        formula="prepaid_rto / prepaid_delivered_or_rto", more_is_better=False, is_cohort=True,
    ),
)  # fmt: skip
"""In the order in which they are shown."""
BY_NAME = {definition.name: definition for definition in DEFINITIONS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What is counted of one period; every figure is made of these."""

    orders: int
    """Placed in the period, whatever became of them."""
    cancelled_orders: int
    """Of those, cancelled since."""
    kept_orders: int
    """Of those, not cancelled."""
    revenue: int
    """Total of the kept orders, in minor units, GST and shipping included, before refunds."""
    cod_orders: int
    """Of all placed, cash on delivery."""
    went_out: int
    """Parcels that first went out for delivery in the period."""
    failed_once: int
    """Of those, with at least one failed attempt (an NDR case)."""
    first_attempts: int
    """Of those that went out, with a first attempt that has ended: delivered, or failed once."""
    delivered_first: int
    """Of those, delivered without a failed attempt."""
    delivered: int
    """Parcels delivered in the period."""
    cohort: int
    """Parcels made in the period and not cancelled."""
    cohort_delivered: int
    cohort_rto: int
    """Of the cohort, with a return to origin begun or done."""
    cohort_lost: int
    cod_delivered: int
    cod_rto: int

    @property
    def cohort_delivered_or_rto(self) -> int:
        """Of the cohort, decided one way or the other."""
        return self.cohort_delivered + self.cohort_rto

    @property
    def cohort_ended(self) -> int:
        """Of the cohort, delivered, returning, returned or lost."""
        return self.cohort_delivered_or_rto + self.cohort_lost

    @property
    def cod_delivered_or_rto(self) -> int:
        """Of the cohort's cash-on-delivery parcels, decided one way or the other."""
        return self.cod_delivered + self.cod_rto

    @property
    def prepaid_rto(self) -> int:
        """Of the cohort's prepaid parcels, with a return to origin."""
        return self.cohort_rto - self.cod_rto

    @property
    def prepaid_delivered_or_rto(self) -> int:
        """Of the cohort's prepaid parcels, decided one way or the other."""
        return self.cohort_delivered_or_rto - self.cod_delivered_or_rto

    @property
    def open_share(self) -> float | None:
        """Share of the cohort still on the way, from 0 to 1; `None` where nothing was sent."""
        return 1 - self.cohort_ended / self.cohort if self.cohort else None


def parts(definition: Definition, counts: Counts) -> tuple[int, int | None]:
    """Return a figure's numerator and denominator; no denominator where it is a plain count."""
    above, _, below = definition.formula.partition(" / ")
    return getattr(counts, above), getattr(counts, below) if below else None


def value(definition: Definition, counts: Counts) -> int | float | None:
    """Return a figure: a count, minor units of money, or a share from 0 to 1.

    `None` where it would be divided by nothing: no deliveries are not a success of 0 %.
    """
    above, below = parts(definition, counts)
    if below is None:
        return above
    if below == 0:
        return None
    return round(above / below) if definition.unit is Unit.MONEY else above / below
