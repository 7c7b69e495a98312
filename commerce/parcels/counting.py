"""Which parcels are counted as what: one definition for figures and for the lists behind them.

Conditions on `ShipmentRow` that statements put beside `ShipmentRow.shop_id == ...`. Where a moment
was never told, as in some imports, the nearest one known stands for it. Of the returns that is said
as "or", which an index of one moment can serve, and not as `coalesce`, which needs its own.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists, false, func, or_, true
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.selectable import Subquery

from commerce.context import Context
from commerce.db.tables import NdrCaseRow, ShipmentRow
from commerce.parcels.types import ParcelMoment, ParcelOutcome, ParcelPayment
from commerce.vocabulary import ShipmentStatus

RTO = (
    ShipmentStatus.RTO_INITIATED,
    ShipmentStatus.RTO_IN_TRANSIT,
    ShipmentStatus.RTO_DELIVERED,
)
"""A return to origin has begun, or is done."""

_WENT_OUT: ColumnElement[Any] = func.coalesce(
    ShipmentRow.out_for_delivery_at, ShipmentRow.delivered_at
)
"""When a parcel first went out; an index is of this very expression (`db.triggers`)."""
_DECIDED = (ShipmentStatus.DELIVERED, *RTO)
_ENDED = (*_DECIDED, ShipmentStatus.LOST)


def of_moment(by: ParcelMoment) -> ColumnElement[bool]:
    """Return the condition that a parcel has come to a moment at all."""
    match by:
        case ParcelMoment.SENT:
            return true()
        case ParcelMoment.OUT:
            return _WENT_OUT.is_not(None)
        case ParcelMoment.DELIVERED:
            return and_(_is_delivered(ShipmentRow.status), ShipmentRow.delivered_at.is_not(None))
        case ParcelMoment.RTO:
            return ShipmentRow.status.in_(RTO)


def moment(by: ParcelMoment) -> ColumnElement[Any]:
    """Return when a parcel came to a moment, to sort or to group by."""
    match by:
        case ParcelMoment.SENT:
            return ShipmentRow.created_at.expression
        case ParcelMoment.OUT:
            return _WENT_OUT
        case ParcelMoment.DELIVERED:
            return ShipmentRow.delivered_at.expression
        case ParcelMoment.RTO:
            return func.coalesce(
                ShipmentRow.rto_at, ShipmentRow.last_scan_at, ShipmentRow.created_at
            )


def in_span(by: ParcelMoment, start: datetime, end: datetime) -> ColumnElement[bool]:
    """Return the condition that a parcel came to a moment from `start` to before `end`."""
    match by:
        case ParcelMoment.SENT:
            return _within(ShipmentRow.created_at, start, end)
        case ParcelMoment.OUT:
            return _within(_WENT_OUT, start, end)
        case ParcelMoment.DELIVERED:
            return and_(of_moment(by), _within(ShipmentRow.delivered_at, start, end))
        case ParcelMoment.RTO:
            told = (ShipmentRow.rto_at, ShipmentRow.last_scan_at, ShipmentRow.created_at)
            return and_(of_moment(by), _first_told(start, end, *told))


def became(ctx: Context, outcome: ParcelOutcome, by: ParcelMoment) -> ColumnElement[bool]:
    """Return the condition that this has become of a parcel of a moment so far."""
    return _became(outcome, by, ShipmentRow.status, _failed(ctx))


def paid(payment: ParcelPayment) -> ColumnElement[bool]:
    """Return the condition that a parcel is paid so."""
    is_cod = ShipmentRow.cod_minor > 0
    return is_cod if payment is ParcelPayment.COD else ~is_cod


def added_up(
    facts: Subquery, by: ParcelMoment, outcome: ParcelOutcome, payment: ParcelPayment | None
) -> ColumnElement[bool]:
    """Return the same conditions of daily figures of parcels (`figures.facts`) of a moment."""
    failed = facts.c.failed if "failed" in facts.c else facts.c.reason != ""
    conditions = [_became(outcome, by, facts.c.status, failed)]
    if by is ParcelMoment.DELIVERED:
        conditions.append(facts.c.status == ShipmentStatus.DELIVERED)
    if by is ParcelMoment.RTO:
        conditions.append(facts.c.status.in_(RTO))
    if payment is not None:
        is_cod = facts.c.is_cod
        conditions.append(is_cod if payment is ParcelPayment.COD else ~is_cod)
    return and_(*conditions)


def has_become(outcome: ParcelOutcome, status: Any) -> ColumnElement[bool]:
    """Return the condition that this has become of parcels whose status is in a column.

    For what a status alone can tell: not whether a delivery failed before.
    """
    return _became(outcome, ParcelMoment.OUT, status, false())


def _became(
    outcome: ParcelOutcome, by: ParcelMoment, status: Any, failed: ColumnElement[bool]
) -> ColumnElement[bool]:
    found: ColumnElement[bool]
    match outcome:
        case ParcelOutcome.ALL:
            # What was called off before it left was never sent.
            found = status != ShipmentStatus.CANCELLED if by is ParcelMoment.SENT else true()
        case ParcelOutcome.DELIVERED:
            found = _is_delivered(status)
        case ParcelOutcome.DELIVERED_FIRST_ATTEMPT:
            found = and_(_is_delivered(status), ~failed)
        case ParcelOutcome.FAILED_ONCE:
            found = failed
        case ParcelOutcome.FIRST_ATTEMPTED:
            found = or_(_is_delivered(status), failed)
        case ParcelOutcome.RTO:
            found = status.in_(RTO)
        case ParcelOutcome.LOST:
            found = status == ShipmentStatus.LOST
        case ParcelOutcome.DECIDED:
            found = status.in_(_DECIDED)
        case ParcelOutcome.ENDED:
            found = status.in_(_ENDED)
        case ParcelOutcome.OPEN:
            found = status.not_in((*_ENDED, ShipmentStatus.CANCELLED))
        case ParcelOutcome.CANCELLED:
            found = status == ShipmentStatus.CANCELLED
    return found


def _is_delivered(status: Any) -> ColumnElement[bool]:
    # Said so that rows are not looked for by it: nearly all are.
    return case((status == ShipmentStatus.DELIVERED, 1), else_=0) == 1


def _failed(ctx: Context) -> ColumnElement[bool]:
    case_of_it = (NdrCaseRow.shop_id == ctx.actor.shop_id, NdrCaseRow.shipment_id == ShipmentRow.id)
    # Said which table comes from outside: the statement around it may read cases of its own.
    return exists().where(*case_of_it).correlate(ShipmentRow)


def _within(
    column: InstrumentedAttribute[datetime]
    | InstrumentedAttribute[datetime | None]
    | ColumnElement[Any],
    start: datetime,
    end: datetime,
) -> ColumnElement[bool]:
    return and_(column >= start, column < end)


def _first_told(
    start: datetime,
    end: datetime,
    *columns: InstrumentedAttribute[datetime] | InstrumentedAttribute[datetime | None],
) -> ColumnElement[bool]:
    """Return the condition that the first of some moments that is known lies in a span."""
    readings = []
    for index, column in enumerate(columns):
        unknown = (earlier.is_(None) for earlier in columns[:index])
        readings.append(and_(*unknown, _within(column, start, end)))
    return or_(*readings)
