"""How each courier does, by the same definitions as every other figure."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, literal_column, or_, select
from sqlalchemy.sql.selectable import Subquery

from commerce import customers, figures
from commerce.access import Permission
from commerce.context import Context
from commerce.db.tables import ShipmentRow
from commerce.figures import Book
from commerce.parcels import ParcelMoment, counting
from commerce.periods import Period
from commerce.reports import metrics
from commerce.reports.metrics import Counts, MetricName
from commerce.reports.rows import ROWS, ParcelRows
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
        return metrics.value(metrics.BY_NAME[name], self.counts)

    def parts(self, name: MetricName) -> tuple[int, int | None]:
        """Return a rate's numerator and denominator."""
        return metrics.parts(metrics.BY_NAME[name], self.counts)


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
    if place is not None and customers.names_of(place) is None:
        found, hours = _of_pincode(ctx, start, end, place)
    else:
        lanes = None if place is None else _lanes_of(ctx, place)
        found = _counts(ctx, start, end, lanes)
        hours = _hours_added_up(ctx, start, end, lanes)
    figures = (
        CourierFigures(
            courier=courier, counts=_whole(counts), median_days=_median_days(hours.get(courier, {}))
        )
        for courier, counts in found.items()
    )
    return tuple(sorted(figures, key=lambda f: (-f.counts.cohort, f.courier)))


def counts_by_state(
    ctx: Context, period: Period, courier: CourierType, states: Collection[str]
) -> dict[str, Counts]:
    """Return what is counted of one courier in each of some states, named in small letters.

    Raises:
        NotAllowed: The actor may not read parcels.
    """
    ctx.require(Permission.PARCELS_READ)
    book, lanes = figures.opened(ctx), _Lanes(states=frozenset(states))
    found: dict[str, Counter[str]] = {}
    for by, names in _COUNTS.items():
        rows = _added_up(ctx, by, (period.start, period.end), lanes, book, of=courier)
        for state, *values in rows:
            counted = {n: int(value) for n, value in zip(names, values, strict=True)}
            found.setdefault(state, Counter()).update(counted)
    return {state: _whole(counted) for state, counted in found.items() if any(counted.values())}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lanes:
    """Where parcels went, in small letters: states, and of those only what has one of the names."""

    states: frozenset[str]
    names: frozenset[str] = frozenset()
    """Of cities or states; none for the states whole."""

    def conditions(self, columns: Any) -> list[ColumnElement[bool]]:
        """Return what facts of lanes must fulfil."""
        chosen = [columns.state.in_(sorted(self.states))]
        if self.names and self.states - self.names:
            names = sorted(self.names)
            chosen.append(or_(columns.state.in_(names), columns.city.in_(names)))
        return chosen


def _lanes_of(ctx: Context, place: str) -> _Lanes:
    names = frozenset(customers.names_of(place) or ())
    return _Lanes(names=names, states=customers.states_with(ctx, names))


def _counts(ctx: Context, start: datetime, end: datetime, lanes: _Lanes | None) -> _ByCourier:
    found: _ByCourier = {}
    book = figures.opened(ctx)
    for by, names in _COUNTS.items():
        for courier, *values in _added_up(ctx, by, (start, end), lanes, book):
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
    lanes: _Lanes | None,
    book: Book,
    *,
    of: CourierType | None = None,
) -> Sequence[Any]:
    """Return the counts of a moment, of all parcels or of some lanes, from days added up.

    By courier; of one courier by state.
    """
    rollup = figures.PARCELS if lanes is None else figures.LANES
    facts = figures.facts(ctx, rollup, *span, of=by.value, by_day=False, book=book)

    def build(table: Subquery) -> Select[Any]:
        key = table.c.courier if of is None else table.c.state
        statement = select(key, *_sums(table, by)).group_by(key)
        if of is not None:
            statement = statement.where(table.c.courier == of)
        return statement.where(*(lanes.conditions(table.c) if lanes is not None else ()))

    return ctx.session.execute(figures.over(facts.shape, build), facts.values).all()


def _sums(table: Subquery, by: ParcelMoment) -> Iterator[ColumnElement[int]]:
    """Yield the counts of a moment, in the order of their names."""
    for name in _COUNTS[by]:
        rows = ROWS[name]
        assert isinstance(rows, ParcelRows)
        became = counting.added_up(table, by, rows.outcome, rows.payment)
        yield func.coalesce(func.sum(case((became, table.c.parcels), else_=0)), 0)


def _number(ctx: Context, name: str, within: ColumnElement[bool]) -> ColumnElement[int]:
    rows = ROWS[name]
    assert isinstance(rows, ParcelRows)
    conditions = [within, counting.became(ctx, rows.outcome, rows.by)]
    if rows.payment is not None:
        conditions.append(counting.paid(rows.payment))
    return func.coalesce(func.sum(case((and_(*conditions), 1), else_=0)), 0)


def _of_pincode(
    ctx: Context, start: datetime, end: datetime, pincode: str
) -> tuple[_ByCourier, _Hours]:
    """Return each courier's counts and hours of delivery at a pincode, from its parcels' rows."""
    spans = {by: counting.in_span(by, start, end) for by in _COUNTS}
    numbers = {
        name: _number(ctx, name, spans[by]) for by, names in _COUNTS.items() for name in names
    }
    statement = (
        select(ShipmentRow.courier, _hours(ctx).label("hours"), *numbers.values())
        .where(
            ShipmentRow.shop_id == ctx.actor.shop_id,
            ShipmentRow.order_id.in_(customers.orders_to(ctx, pincode)),
            or_(*spans.values()),
        )
        .group_by(ShipmentRow.courier, literal_column("hours"))
    )
    found: _ByCourier = {}
    hours: _Hours = {}
    for courier, whole, *values in ctx.session.execute(statement):
        counted = dict(zip(numbers, values, strict=True))
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


def _hours_added_up(ctx: Context, start: datetime, end: datetime, lanes: _Lanes | None) -> _Hours:
    rollup = figures.TRANSITS if lanes is None else figures.LANE_TRANSITS
    facts = figures.facts(ctx, rollup, start, end, by_day=False)

    def build(table: Subquery) -> Select[Any]:
        columns = table.c
        return (
            select(columns.courier, columns.hours, func.sum(columns.parcels))
            .where(*(lanes.conditions(columns) if lanes is not None else ()))
            .group_by(columns.courier, columns.hours)
        )

    found: _Hours = {}
    for courier, hours, number in ctx.session.execute(
        figures.over(facts.shape, build), facts.values
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
