"""All SQL of what sold at which price."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import select

from commerce.context import Context
from commerce.db.tables import (
    CompetitorPriceRow,
    OrderItemRow,
    OrderRow,
    PriceChangeRow,
    ProductRow,
    VariantRow,
)
from commerce.scope import own_orders
from commerce.vocabulary import OrderStatus

_AT_ONCE = 50_000
_NEVER_SOLD = (OrderStatus.CANCELLED.value, OrderStatus.FAILED.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Goods:
    """Variants on sale, in the order of their ids."""

    ids: NDArray[np.int64]
    sku: tuple[str, ...]
    category: tuple[str, ...]
    price: NDArray[np.float64]
    """Today's, in minor units."""


def goods(ctx: Context) -> Goods:
    """Return the variants that the shop sells."""
    rows = ctx.session.execute(
        select(VariantRow.id, VariantRow.sku, ProductRow.category, VariantRow.price_minor)
        .join(ProductRow, VariantRow.product_id == ProductRow.id)
        .where(VariantRow.shop_id == ctx.actor.shop_id, VariantRow.is_active)
        .order_by(VariantRow.id)
    ).all()
    return Goods(
        ids=np.array([row[0] for row in rows], dtype=np.int64),
        sku=tuple(row[1] for row in rows), category=tuple(row[2] for row in rows),
        price=np.array([row[3] for row in rows], dtype=np.float64),
    )  # fmt: skip


def lines(ctx: Context, since: datetime) -> Iterator[NDArray[np.float64]]:
    """Yield ordered lines as columns: variant, seconds since 1970, pieces, unit price."""
    query = (
        select(
            OrderItemRow.variant_id, OrderRow.placed_at, OrderItemRow.quantity,
            OrderItemRow.unit_price_minor,
        )
        .join(OrderRow, OrderItemRow.order_id == OrderRow.id)
        .where(
            own_orders(ctx), OrderRow.placed_at >= since, OrderRow.placed_at <= ctx.now,
            OrderRow.status.not_in(_NEVER_SOLD), OrderItemRow.variant_id.is_not(None),
        )
    )  # fmt: skip
    found = ctx.session.execute(query.execution_options(yield_per=_AT_ONCE))
    for block in found.partitions(_AT_ONCE):
        yield np.array(
            [(row[0], row[1].timestamp(), row[2], row[3]) for row in block], dtype=np.float64
        ).T


def price_steps(ctx: Context) -> NDArray[np.float64]:
    """Return every change of a price as columns: variant, seconds since 1970, price, on sale."""
    rows = ctx.session.execute(
        select(
            PriceChangeRow.variant_id, PriceChangeRow.at, PriceChangeRow.price_minor,
            PriceChangeRow.why,
        )
        .where(PriceChangeRow.shop_id == ctx.actor.shop_id, PriceChangeRow.at <= ctx.now)
        .order_by(PriceChangeRow.at, PriceChangeRow.id)
    )  # fmt: skip
    return np.array(
        [(row[0], row[1].timestamp(), row[2], row[3] == "sale") for row in rows], dtype=np.float64
    ).reshape(-1, 4).T  # fmt: skip


def rival_looks(ctx: Context) -> NDArray[np.float64]:
    """Return every price seen of a competitor as columns: variant, seconds, competitor, price."""
    row = CompetitorPriceRow
    known: dict[str, int] = {}
    found = ctx.session.execute(
        select(row.variant_id, row.at, row.competitor, row.price_minor)
        .where(row.shop_id == ctx.actor.shop_id, row.at <= ctx.now, row.price_minor > 0)
        .order_by(row.at, row.id)
    )
    return np.array(
        [
            (one[0], one[1].timestamp(), known.setdefault(one[2], len(known)), one[3])
            for one in found
        ],
        dtype=np.float64,
    ).reshape(-1, 4).T  # fmt: skip
