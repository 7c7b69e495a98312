"""All SQL of reports: aggregates only, no row is read one by one."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.sql.selectable import Subquery

from commerce import figures
from commerce.context import Context
from commerce.figures import Book, Shape
from commerce.orders import OrderFilter
from commerce.orders.counting import has_status, is_cod
from commerce.parcels import ParcelMoment, counting
from commerce.reports.metrics import Counts
from commerce.reports.rows import ROWS, ParcelRows

PARCEL_COUNTS = (
    "went_out", "failed_once", "first_attempts", "delivered_first", "delivered",
    "cohort", "cohort_delivered", "cohort_rto", "cohort_lost", "cod_delivered", "cod_rto",
)  # fmt: skip
"""The counts of parcels that the others follow from (see the properties of `Counts`)."""


def counts(ctx: Context, start: datetime, end: datetime, book: Book | None = None) -> Counts:
    """Count everything about a span, `start` inclusive and `end` exclusive.

    `book` is the shop's (`figures.opened`), where it is open.
    """
    book = book or figures.opened(ctx)
    return Counts(**_orders(ctx, start, end, book), **_parcels(ctx, start, end, book))


def revenue_by(
    ctx: Context, start: datetime, end: datetime, *, by_month: bool, book: Book | None = None
) -> Mapping[date, int]:
    """Return the revenue in minor units of each day, or month by its first day."""
    facts = figures.facts(ctx, figures.ORDERS, start, end, by_day=not by_month, book=book)
    revenue: Counter[date] = Counter()
    for day, minor in ctx.session.execute(_revenue_by_day(facts.shape), facts.values):
        revenue[day.replace(day=1) if by_month else day] += int(minor)
    return revenue


def _orders(ctx: Context, start: datetime, end: datetime, book: Book) -> dict[str, int]:
    facts = figures.facts(ctx, figures.ORDERS, start, end, by_day=False, book=book)
    row = ctx.session.execute(_order_sums(facts.shape), facts.values).one()
    orders, kept, revenue, cod = (int(number) for number in row)
    return {
        "orders": orders,
        "kept_orders": kept,
        "cancelled_orders": orders - kept,
        "revenue": revenue,
        "cod_orders": cod,
    }


def _parcels(ctx: Context, start: datetime, end: datetime, book: Book) -> dict[str, int]:
    """Count parcels, each moment's with one statement."""
    found: dict[str, int] = {}
    for by in (ParcelMoment.OUT, ParcelMoment.DELIVERED, ParcelMoment.SENT):
        facts = figures.facts(
            ctx, figures.PARCELS, start, end, of=by.value, by_day=False, book=book
        )
        row = ctx.session.execute(_parcel_sums(facts.shape, by), facts.values).one()
        found.update(zip(_wanted(by), (int(number) for number in row), strict=True))
    return found


# Built once for each shape of facts: building a statement costs more than running it.


@lru_cache(maxsize=128)
def _order_sums(shape: Shape) -> Select[Any]:
    def build(table: Subquery) -> Select[Any]:
        facts = table.c
        is_kept = has_status(OrderFilter.KEPT, facts.status)
        return select(
            _number(facts.orders),
            _number(facts.orders, is_kept),
            _number(facts.total_minor, is_kept),
            _number(facts.orders, is_cod(facts.payment_method)),
        )

    return figures.over(shape, build)


@lru_cache(maxsize=128)
def _revenue_by_day(shape: Shape) -> Select[Any]:
    def build(table: Subquery) -> Select[Any]:
        is_kept = has_status(OrderFilter.KEPT, table.c.status)
        total = func.sum(table.c.total_minor)
        return select(table.c.day, total).where(is_kept).group_by(table.c.day)

    return figures.over(shape, build)


@lru_cache(maxsize=128)
def _parcel_sums(shape: Shape, by: ParcelMoment) -> Select[Any]:
    def build(table: Subquery) -> Select[Any]:
        became = (
            counting.added_up(table, by, rows.outcome, rows.payment)
            for rows in _wanted(by).values()
        )
        return select(*(_number(table.c.parcels, condition) for condition in became))

    return figures.over(shape, build)


def _wanted(by: ParcelMoment) -> dict[str, ParcelRows]:
    rows = {name: ROWS[name] for name in PARCEL_COUNTS}
    return {n: r for n, r in rows.items() if isinstance(r, ParcelRows) and r.by is by}


def _number(
    adds: ColumnElement[Any], condition: ColumnElement[bool] | None = None
) -> ColumnElement[Any]:
    """Return what is added up where a condition holds; 0 where there is nothing."""
    return func.coalesce(
        func.sum(adds if condition is None else case((condition, adds), else_=0)), 0
    )
