"""All SQL of what sold on which day, at which price, and what stood in the way."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import case, func, select

from commerce import figures
from commerce.context import Context
from commerce.db.tables import (
    CalendarEventRow,
    OrderItemRow,
    OrderRow,
    PriceChangeRow,
    ProductRow,
    StockRow,
    VariantRow,
)
from commerce.scope import own_orders
from commerce.scoring.forecasting import Occasion
from commerce.vocabulary import OrderStatus

_NEVER_SOLD = (OrderStatus.CANCELLED.value, OrderStatus.FAILED.value)
_CAME_BACK = (OrderStatus.RTO.value, OrderStatus.RETURNED.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Goods:
    """Variants on sale, in the order of their ids."""

    ids: NDArray[np.int64]
    category: tuple[str, ...]
    empty: NDArray[np.bool_]
    """Whether none is free to be sold now, of what ever lay on a shelf."""


def goods(ctx: Context) -> Goods:
    """Return the variants that the shop sells."""
    free = (
        select(StockRow.variant_id, func.sum(StockRow.on_hand - StockRow.reserved).label("free"))
        .where(StockRow.shop_id == ctx.actor.shop_id)
        .group_by(StockRow.variant_id)
        .subquery()
    )
    rows = ctx.session.execute(
        select(VariantRow.id, ProductRow.category, free.c.free)
        .join(ProductRow, VariantRow.product_id == ProductRow.id)
        .outerjoin(free, free.c.variant_id == VariantRow.id)
        .where(VariantRow.shop_id == ctx.actor.shop_id, VariantRow.is_active)
        .order_by(VariantRow.id)
    ).all()
    return Goods(
        ids=np.array([row[0] for row in rows], dtype=np.int64),
        category=tuple(row[1] for row in rows),
        empty=np.array([row[2] is not None and row[2] <= 0 for row in rows], dtype=np.bool_),
    )


def daily(ctx: Context, first: date, last: date) -> NDArray[np.float64]:
    """Return columns: variant, days since 1970, pieces, money; of orders that were not called off.

    Both days are of the shop and inclusive.
    """
    start = datetime.combine(first, time(), ctx.zone)
    end = datetime.combine(last + timedelta(days=1), time(), ctx.zone)
    facts = figures.facts(ctx, figures.SALES, start, end)
    columns = facts.table.c
    found = ctx.session.execute(
        select(
            columns.variant_id, columns.day, func.sum(columns.pieces),
            func.sum(columns.amount_minor),
        )
        .where(columns.status.not_in(_NEVER_SOLD))
        .group_by(columns.variant_id, columns.day),
        facts.values,
    )  # fmt: skip
    epoch = date(1970, 1, 1).toordinal()
    rows = [(row[0], row[1].toordinal() - epoch, row[2], row[3]) for row in found]
    return np.array(rows, dtype=np.float64).reshape(len(rows), 4).T


def came_back(ctx: Context, start: datetime, end: datetime) -> NDArray[np.float64]:
    """Return columns: variant, pieces sent, pieces that came back, of orders placed in a span."""
    back = case((OrderRow.status.in_(_CAME_BACK), OrderItemRow.quantity), else_=0)
    found = ctx.session.execute(
        select(OrderItemRow.variant_id, func.sum(OrderItemRow.quantity), func.sum(back))
        .join(OrderRow, OrderItemRow.order_id == OrderRow.id)
        .where(
            own_orders(ctx), OrderRow.placed_at >= start, OrderRow.placed_at < end,
            OrderRow.status.not_in(_NEVER_SOLD), OrderItemRow.variant_id.is_not(None),
        )
        .group_by(OrderItemRow.variant_id)
    ).all()  # fmt: skip
    return np.array([tuple(row) for row in found], dtype=np.float64).reshape(len(found), 3).T


def price_steps(ctx: Context) -> list[tuple[int, datetime, int, bool]]:
    """Return variant, moment, price and whether it was a sale's, in the order of time."""
    rows = ctx.session.execute(
        select(
            PriceChangeRow.variant_id, PriceChangeRow.at, PriceChangeRow.price_minor,
            PriceChangeRow.why,
        )
        .where(PriceChangeRow.shop_id == ctx.actor.shop_id)
        .order_by(PriceChangeRow.at, PriceChangeRow.id)
    ).all()  # fmt: skip
    return [(row[0], row[1], row[2], row[3] == "sale") for row in rows]


def occasions(ctx: Context) -> tuple[Occasion, ...]:
    """Return the festivals and sales of the shop's own calendar."""
    rows = ctx.session.scalars(
        select(CalendarEventRow)
        .where(CalendarEventRow.shop_id == ctx.actor.shop_id)
        .order_by(CalendarEventRow.first_day)
    )
    return tuple(
        Occasion(
            name=row.name, kind=row.kind, first=date.fromisoformat(row.first_day),
            last=date.fromisoformat(row.last_day),
        )
        for row in rows
    )  # fmt: skip
