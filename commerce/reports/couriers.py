"""How each courier does, by the same definitions as every other figure."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, literal, literal_column, select

from commerce import customers, figures
from commerce.access import Permission
from commerce.context import Context
from commerce.db.tables import OrderRow, ShipmentRow
from commerce.figures import Book
from commerce.parcels import ParcelMoment, counting
from commerce.periods import Period
from commerce.reports import metrics
from commerce.reports.metrics import DEFINITIONS, Counts, MetricName
from commerce.reports.rows import ROWS, ParcelRows
from commerce.scope import own_orders
from commerce.vocabulary import CourierType

FEW_PARCELS = 30
"""Shares of fewer parcels than this are mostly chance."""

_COUNTS = {
    ParcelMoment.OUT: ("went_out", "failed_once", "first_attempts", "delivered_first"),
    ParcelMoment.SENT: (
        "cohort", "cohort_delivered", "cohort_rto", "cohort_lost", "cod_delivered", "cod_rto",
    ),
}  # fmt: skip
"""What is counted of a courier, by the moment that gives a parcel its day (see `metrics`)."""

_ByCourier = dict[CourierType, Counter[str]]
_Hours = dict[CourierType, dict[int, int]]
"""Courier → whole hours from pick-up to delivery → parcels that took so long."""

_DEFINITIONS = {definition.name: definition for definition in DEFINITIONS}


@dataclass(frozen=True, slots=True, kw_only=True)
class CourierFigures:
    """How one courier did with the parcels of a period."""

    courier: CourierType
    counts: Counts
    """Those of parcels; orders are not counted by courier."""
    median_days: float | None
    """From pick-up to delivery, of the parcels sent in the period and delivered since."""

    @property
    def is_few(self) -> bool:
        """Whether its shares are of too few parcels to compare by."""
        return self.counts.cohort < FEW_PARCELS

    def share(self, name: MetricName) -> float | None:
        """Return a rate from 0 to 1, `None` where there is nothing to divide by."""
        return metrics.value(_DEFINITIONS[name], self.counts)

    def parts(self, name: MetricName) -> tuple[int, int | None]:
        """Return a rate's numerator and denominator."""
        return metrics.parts(_DEFINITIONS[name], self.counts)


def courier_performance(
    ctx: Context, period: Period, *, place: str | None = None
) -> tuple[CourierFigures, ...]:
    """Return every courier that carried parcels in a period, the one with most first.

    Args:
        ctx: Who asks.
        period: Parcels count by the day they were sent; rates at the door by the day they went out.
        place: City, state or pincode they went to; `None` for all.
    """
    ctx.require(Permission.PARCELS_READ)
    start, end = period.start, period.end
    states = frozenset() if place is None else customers.states_at(ctx, place)
    if place is None or states:
        found = _counts(ctx, start, end, states)
        hours = _hours_added_up(ctx, start, end, states)
    else:
        found, hours = _of_place(ctx, start, end, place)
    figures = (
        CourierFigures(
            courier=courier, counts=_whole(counts), median_days=_median_days(hours.get(courier, {}))
        )
        for courier, counts in found.items()
    )
    return tuple(sorted(figures, key=lambda f: (-f.counts.cohort, f.courier)))


def _counts(ctx: Context, start: datetime, end: datetime, states: Collection[str]) -> _ByCourier:
    found: _ByCourier = {}
    book = figures.opened(ctx)
    for by, names in _COUNTS.items():
        for courier, *values in _added_up(ctx, by, (start, end), states, book):
            _add(found, courier, zip(names, values, strict=True))
    return found


def _add(found: _ByCourier, courier: str, counted: Iterable[tuple[str, int]]) -> None:
    of_courier = {name: int(number) for name, number in counted}
    if any(of_courier.values()):
        found.setdefault(CourierType(courier), Counter()).update(of_courier)


def _added_up(
    ctx: Context,
    by: ParcelMoment,
    span: tuple[datetime, datetime],
    states: Collection[str],
    book: Book,
) -> Sequence[Any]:
    """Return each courier's counts of a moment, of all or of some states, from days added up."""
    rollup = figures.LANES if states else figures.PARCELS
    facts = figures.facts(ctx, rollup, *span, of=by.value, by_day=False, book=book)
    table = facts.table
    numbers = []
    for name in _COUNTS[by]:
        rows = ROWS[name]
        assert isinstance(rows, ParcelRows)
        became = counting.added_up(table, by, rows.outcome, rows.payment)
        numbers.append(func.coalesce(func.sum(case((became, table.c.parcels), else_=0)), 0))
    statement = select(table.c.courier, *numbers).group_by(table.c.courier)
    if states:
        statement = statement.where(table.c.state.in_(sorted(states)))
    return ctx.session.execute(statement, facts.values).all()


def _number(ctx: Context, name: str) -> ColumnElement[int]:
    rows = ROWS[name]
    assert isinstance(rows, ParcelRows)
    condition = counting.became(ctx, rows.outcome, rows.by)
    if rows.payment is not None:
        condition = and_(condition, counting.paid(rows.payment))
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _of_place(
    ctx: Context, start: datetime, end: datetime, place: str
) -> tuple[_ByCourier, _Hours]:
    """Return each courier's counts and hours of delivery at a place, from the parcels' rows."""
    found: _ByCourier = {}
    hours: _Hours = {}
    for by, names in _COUNTS.items():
        took = (_hours(ctx) if by is ParcelMoment.SENT else literal(None)).label("hours")
        numbers = (_number(ctx, name) for name in names)
        statement = (
            select(ShipmentRow.courier, took, *numbers)
            .join(OrderRow, OrderRow.id == ShipmentRow.order_id)
            .where(
                own_orders(ctx),
                ShipmentRow.shop_id == ctx.actor.shop_id,
                counting.in_span(by, start, end),
                OrderRow.address_id.in_(customers.addresses_at(ctx, place)),
            )
            .group_by(ShipmentRow.courier, literal_column("hours"))
        )
        for courier, whole, *values in ctx.session.execute(statement):
            counted = dict(zip(names, values, strict=True))
            _add(found, courier, counted.items())
            if whole is not None:
                of_courier = hours.setdefault(CourierType(courier), {})
                of_courier[int(whole)] = int(counted["cohort_delivered"])
    return found, hours


def _hours(ctx: Context) -> ColumnElement[Any]:
    """Return the whole hours from pick-up to delivery; `NULL` of what was not delivered."""
    began = func.coalesce(ShipmentRow.picked_up_at, ShipmentRow.created_at)
    if ctx.session.get_bind().dialect.name == "sqlite":
        days = func.julianday(ShipmentRow.delivered_at) - func.julianday(began)
        took = days * 24
    else:
        took = func.extract("epoch", ShipmentRow.delivered_at - began) / 3600
    rows = ROWS["cohort_delivered"]
    assert isinstance(rows, ParcelRows)
    return case((counting.became(ctx, rows.outcome, rows.by), func.round(took)))


def _hours_added_up(
    ctx: Context, start: datetime, end: datetime, states: Collection[str]
) -> _Hours:
    rollup = figures.LANE_TRANSITS if states else figures.TRANSITS
    facts = figures.facts(ctx, rollup, start, end, by_day=False)
    columns = facts.table.c
    statement = select(columns.courier, columns.hours, func.sum(columns.parcels))
    if states:
        statement = statement.where(columns.state.in_(sorted(states)))
    found: _Hours = {}
    for courier, hours, number in ctx.session.execute(
        statement.group_by(columns.courier, columns.hours), facts.values
    ):
        found.setdefault(CourierType(courier), {})[int(hours)] = int(number)
    return found


def _whole(counted: Mapping[str, int]) -> Counts:
    """Return counts of parcels, with nothing counted of orders."""
    names = Counts.__dataclass_fields__
    return Counts(**{name: counted.get(name, 0) for name in names})


def _median_days(hours: Mapping[int, int]) -> float | None:
    """Return the median of how long deliveries took, in days to one digit."""
    total = sum(hours.values())
    if not total:
        return None
    middle = ((total - 1) // 2, total // 2)
    reached, values = 0, []
    for took in sorted(hours):
        first, reached = reached, reached + hours[took]
        values += [took for place in middle if first <= place < reached]
    return round(sum(values) / 2 / 24, 1)
