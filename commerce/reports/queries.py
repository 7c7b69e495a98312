"""All SQL of reports: aggregates only, no row is read one by one."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists, func, or_, select

from commerce.context import Context
from commerce.db.tables import NdrCaseRow, OrderRow, ShipmentRow
from commerce.reports.metrics import Counts
from commerce.scope import own_orders
from commerce.vocabulary import OrderStatus, PaymentMethod, ShipmentStatus

LONGEST_WAY = timedelta(days=45)
"""Parcels are looked for from so long before they went out or arrived; none takes longer."""

_RTO = (
    ShipmentStatus.RTO_INITIATED,
    ShipmentStatus.RTO_IN_TRANSIT,
    ShipmentStatus.RTO_DELIVERED,
)


def counts(ctx: Context, start: datetime, end: datetime) -> Counts:
    """Count everything about a span, `start` inclusive and `end` exclusive."""
    return Counts(
        **_orders(ctx, start, end), **_at_the_door(ctx, start, end), **_cohort(ctx, start, end)
    )


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
            OrderRow.status != OrderStatus.CANCELLED,
        )
        .group_by(bucket)
    )
    return {date.fromisoformat(day): int(minor) for day, minor in found}


def _orders(ctx: Context, start: datetime, end: datetime) -> dict[str, int]:
    is_kept = OrderRow.status != OrderStatus.CANCELLED
    row = ctx.session.execute(
        select(
            func.count(OrderRow.id),
            _number(is_kept),
            func.coalesce(func.sum(case((is_kept, OrderRow.total_minor), else_=0)), 0),
            _number(OrderRow.payment_method == PaymentMethod.COD),
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


def _at_the_door(ctx: Context, start: datetime, end: datetime) -> dict[str, int]:
    """Count what happened to parcels that first went out, or were delivered, in a span."""
    failed = exists().where(
        NdrCaseRow.shop_id == ctx.actor.shop_id, NdrCaseRow.shipment_id == ShipmentRow.id
    )
    arrived = ShipmentRow.status == ShipmentStatus.DELIVERED
    # An import may not tell when a parcel went out; then it did when it was delivered.
    first_out = func.coalesce(ShipmentRow.out_for_delivery_at, ShipmentRow.delivered_at)
    went_out = and_(first_out >= start, first_out < end)
    delivered_now = and_(arrived, ShipmentRow.delivered_at >= start, ShipmentRow.delivered_at < end)
    row = ctx.session.execute(
        select(
            _number(went_out),
            _number(and_(went_out, failed)),
            _number(and_(went_out, or_(arrived, failed))),
            _number(and_(went_out, arrived, ~failed)),
            _number(delivered_now),
        ).where(
            ShipmentRow.shop_id == ctx.actor.shop_id,
            ShipmentRow.created_at >= start - LONGEST_WAY,
            ShipmentRow.created_at < end,
            or_(went_out, delivered_now),
        )
    ).one()
    names = ("went_out", "failed_once", "first_attempts", "delivered_first", "delivered")
    return dict(zip(names, (int(number) for number in row), strict=True))


def _cohort(ctx: Context, start: datetime, end: datetime) -> dict[str, int]:
    """Count what has become of the parcels made in a span."""
    arrived = ShipmentRow.status == ShipmentStatus.DELIVERED
    returned = ShipmentRow.status.in_(_RTO)
    is_cod = ShipmentRow.cod_minor > 0
    row = ctx.session.execute(
        select(
            func.count(ShipmentRow.id),
            _number(arrived),
            _number(returned),
            _number(ShipmentRow.status == ShipmentStatus.LOST),
            _number(and_(arrived, is_cod)),
            _number(and_(returned, is_cod)),
        ).where(
            ShipmentRow.shop_id == ctx.actor.shop_id,
            ShipmentRow.created_at >= start,
            ShipmentRow.created_at < end,
            ShipmentRow.status != ShipmentStatus.CANCELLED,
        )
    ).one()
    names = (
        "cohort", "cohort_delivered", "cohort_rto", "cohort_lost", "cod_delivered", "cod_rto",
    )  # fmt: skip
    return dict(zip(names, (int(number) for number in row), strict=True))


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
