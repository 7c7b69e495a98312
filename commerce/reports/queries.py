"""All SQL of reports: aggregates only, no row is read one by one."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, select

from commerce.context import Context
from commerce.db.tables import OrderRow, ShipmentRow
from commerce.orders import OrderFilter
from commerce.orders.counting import has_status, is_cod
from commerce.parcels import ParcelMoment, counting
from commerce.reports.metrics import Counts
from commerce.reports.rows import ROWS, ParcelRows
from commerce.scope import own_orders

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
    bucket = _local_day(ctx, start, by_month=by_month).label("bucket")
    found = ctx.session.execute(
        select(bucket, func.sum(OrderRow.total_minor))
        .where(
            own_orders(ctx),
            OrderRow.placed_at >= start,
            OrderRow.placed_at < end,
            has_status(OrderFilter.KEPT),
        )
        .group_by(bucket)
    )
    return {date.fromisoformat(day): int(minor) for day, minor in found}


def _orders(ctx: Context, start: datetime, end: datetime) -> dict[str, int]:
    is_kept = has_status(OrderFilter.KEPT)
    row = ctx.session.execute(
        select(
            func.count(OrderRow.id),
            _number(is_kept),
            func.coalesce(func.sum(case((is_kept, OrderRow.total_minor), else_=0)), 0),
            _number(is_cod()),
        ).where(own_orders(ctx), OrderRow.placed_at >= start, OrderRow.placed_at < end)
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
    """Count parcels, each moment's with one statement that its index serves."""
    found: dict[str, int] = {}
    for by in (ParcelMoment.OUT, ParcelMoment.DELIVERED, ParcelMoment.SENT):
        rows = {name: ROWS[name] for name in PARCEL_COUNTS}
        wanted = {n: r for n, r in rows.items() if isinstance(r, ParcelRows) and r.by is by}
        row = ctx.session.execute(
            select(*(_number(_counted(ctx, r)) for r in wanted.values())).where(
                ShipmentRow.shop_id == ctx.actor.shop_id, counting.in_span(by, start, end)
            )
        ).one()
        found.update(zip(wanted, (int(number) for number in row), strict=True))
    return found


def _counted(ctx: Context, rows: ParcelRows) -> ColumnElement[bool]:
    became = counting.became(ctx, rows.outcome, rows.by)
    return and_(became, counting.paid(rows.payment)) if rows.payment else became


def _number(condition: ColumnElement[bool]) -> ColumnElement[Any]:
    """Return how many rows a condition holds for; 0 where there is no row."""
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _local_day(ctx: Context, moment: datetime, *, by_month: bool) -> ColumnElement[str]:
    """Return the day in the shop's zone, or its month's first, on which an order was placed."""
    if ctx.session.get_bind().dialect.name == "sqlite":
        # SQLite knows no zones: the offset at the beginning serves the whole span. None of the
        # countries served changes its clocks in summer.
        offset = moment.astimezone(ctx.zone).utcoffset() or timedelta()
        minutes = f"{offset // timedelta(minutes=1):+d} minutes"
        pattern = "%Y-%m-01" if by_month else "%Y-%m-%d"
        return func.strftime(pattern, OrderRow.placed_at, minutes)
    local = func.timezone(ctx.zone.key, OrderRow.placed_at)
    return func.to_char(local, "YYYY-MM-01" if by_month else "YYYY-MM-DD")
