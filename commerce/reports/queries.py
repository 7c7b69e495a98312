"""All SQL of reports: aggregates only, no row is read one by one."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, case, func, select

from commerce import figures
from commerce.context import Context
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


def counts(ctx: Context, start: datetime, end: datetime) -> Counts:
    """Count everything about a span, `start` inclusive and `end` exclusive."""
    return Counts(**_orders(ctx, start, end), **_parcels(ctx, start, end))


def revenue_by(
    ctx: Context, start: datetime, end: datetime, *, by_month: bool
) -> Mapping[date, int]:
    """Return the revenue in minor units of each day, or month by its first day."""
    facts = figures.facts(ctx, figures.ORDERS, start, end)
    found = ctx.session.execute(
        select(facts.c.day, func.sum(facts.c.total_minor))
        .where(has_status(OrderFilter.KEPT, facts.c.status))
        .group_by(facts.c.day)
    )
    revenue: Counter[date] = Counter()
    for day, minor in found:
        revenue[day.replace(day=1) if by_month else day] += int(minor)
    return revenue


def _orders(ctx: Context, start: datetime, end: datetime) -> dict[str, int]:
    facts = figures.facts(ctx, figures.ORDERS, start, end)
    is_kept = has_status(OrderFilter.KEPT, facts.c.status)
    row = ctx.session.execute(
        select(
            _number(facts.c.orders),
            _number(facts.c.orders, is_kept),
            _number(facts.c.total_minor, is_kept),
            _number(facts.c.orders, is_cod(facts.c.payment_method)),
        )
    ).one()
    orders, kept, revenue, cod = (int(number) for number in row)
    return {
        "orders": orders,
        "kept_orders": kept,
        "cancelled_orders": orders - kept,
        "revenue": revenue,
        "cod_orders": cod,
    }


def _parcels(ctx: Context, start: datetime, end: datetime) -> dict[str, int]:
    """Count parcels, each moment's with one statement."""
    found: dict[str, int] = {}
    for by in (ParcelMoment.OUT, ParcelMoment.DELIVERED, ParcelMoment.SENT):
        rows = {name: ROWS[name] for name in PARCEL_COUNTS}
        wanted = {n: r for n, r in rows.items() if isinstance(r, ParcelRows) and r.by is by}
        facts = figures.facts(ctx, figures.PARCELS, start, end, of=by.value)
        row = ctx.session.execute(
            select(
                *(
                    _number(facts.c.parcels, counting.added_up(facts, by, r.outcome, r.payment))
                    for r in wanted.values()
                )
            )
        ).one()
        found.update(zip(wanted, (int(number) for number in row), strict=True))
    return found


def _number(
    adds: ColumnElement[Any], condition: ColumnElement[bool] | None = None
) -> ColumnElement[Any]:
    """Return what is added up where a condition holds; 0 where there is nothing."""
    return func.coalesce(
        func.sum(adds if condition is None else case((condition, adds), else_=0)), 0
    )
