"""The rows that each count is of: what figures count, and what the lists behind them show.

Figures and lists read the same conditions (`commerce.orders.counting`, `commerce.parcels.counting`)
by these selections, so that a list always has as many rows as its figure says.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from commerce.orders import OrderFilter, PaymentKind
from commerce.parcels import ParcelMoment, ParcelOutcome, ParcelPayment


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRows:
    """Orders by the day they were placed."""

    status: OrderFilter | None = None
    payment: PaymentKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParcelRows:
    """Parcels by the day of a moment in their life."""

    by: ParcelMoment
    outcome: ParcelOutcome = ParcelOutcome.ALL
    payment: ParcelPayment | None = None


Rows = OrderRows | ParcelRows

_SENT, _OUT = ParcelMoment.SENT, ParcelMoment.OUT

ROWS: Mapping[str, Rows] = {
    "orders": OrderRows(),
    "kept_orders": OrderRows(status=OrderFilter.KEPT),
    "cancelled_orders": OrderRows(status=OrderFilter.CANCELLED),
    "revenue": OrderRows(status=OrderFilter.KEPT),
    "cod_orders": OrderRows(payment=PaymentKind.COD),
    "went_out": ParcelRows(by=_OUT),
    "failed_once": ParcelRows(by=_OUT, outcome=ParcelOutcome.FAILED_ONCE),
    "first_attempts": ParcelRows(by=_OUT, outcome=ParcelOutcome.FIRST_ATTEMPTED),
    "delivered_first": ParcelRows(by=_OUT, outcome=ParcelOutcome.DELIVERED_FIRST_ATTEMPT),
    "delivered": ParcelRows(by=ParcelMoment.DELIVERED),
    "cohort": ParcelRows(by=_SENT),
    "cohort_delivered": ParcelRows(by=_SENT, outcome=ParcelOutcome.DELIVERED),
    "cohort_rto": ParcelRows(by=_SENT, outcome=ParcelOutcome.RTO),
    "cohort_lost": ParcelRows(by=_SENT, outcome=ParcelOutcome.LOST),
    "cohort_delivered_or_rto": ParcelRows(by=_SENT, outcome=ParcelOutcome.DECIDED),
    "cohort_ended": ParcelRows(by=_SENT, outcome=ParcelOutcome.ENDED),
    "cod_delivered": ParcelRows(
        by=_SENT, outcome=ParcelOutcome.DELIVERED, payment=ParcelPayment.COD
    ),
    "cod_rto": ParcelRows(by=_SENT, outcome=ParcelOutcome.RTO, payment=ParcelPayment.COD),
    "cod_delivered_or_rto": ParcelRows(
        by=_SENT, outcome=ParcelOutcome.DECIDED, payment=ParcelPayment.COD
    ),
    "prepaid_rto": ParcelRows(by=_SENT, outcome=ParcelOutcome.RTO, payment=ParcelPayment.PREPAID),
    "prepaid_delivered_or_rto": ParcelRows(
        by=_SENT, outcome=ParcelOutcome.DECIDED, payment=ParcelPayment.PREPAID
    ),
}
"""By the name of a count (`commerce.reports.Counts`); money has the rows whose totals it adds."""
