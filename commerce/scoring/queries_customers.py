"""What customers bought and kept, as columns of a whole shop."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

import numpy as np
from sqlalchemy import Select, select

from commerce.context import Context
from commerce.db.tables import OrderRow
from commerce.scope import own_orders
from commerce.scoring.churn_features import Bought
from commerce.vocabulary import OrderStatus

LOST: Final = (
    OrderStatus.CANCELLED, OrderStatus.FAILED, OrderStatus.RETURNED, OrderStatus.RTO,
)  # fmt: skip
"""Orders of these are no purchases: nobody who refuses parcels is a good customer."""
_AT_ONCE: Final = 50_000
_DAY: Final = 86_400.0


def bought(ctx: Context, customer_id: int | None = None) -> Bought:
    """Return every purchase of the shop, or of one customer: neither called off nor come back.

    An order that is still on its way counts until it comes back. Refused parcels are told beside.
    """
    status = OrderRow.status
    kept = select(
        OrderRow.customer_id, OrderRow.placed_at, OrderRow.total_minor - OrderRow.refunded_minor
    ).where(own_orders(ctx), status.not_in(LOST))
    refused = select(OrderRow.customer_id, OrderRow.placed_at, OrderRow.total_minor).where(
        own_orders(ctx), status == OrderStatus.RTO
    )
    if customer_id is not None:
        kept = kept.where(OrderRow.customer_id == customer_id)
        refused = refused.where(OrderRow.customer_id == customer_id)
    who, at, value = _columns(ctx, kept)
    refuser, refused_at, _ = _columns(ctx, refused)
    return Bought(customer=who, at=at, value=value, refuser=refuser, refused_at=refused_at)


def _columns(ctx: Context, statement: Select[int, datetime, int]) -> list[Any]:
    """Return who, when in days since 1970, and how many rupees."""
    blocks = list(_blocks(ctx, statement))
    if not blocks:
        return [np.zeros(0), np.zeros(0), np.zeros(0)]
    return [np.concatenate(parts) for parts in zip(*blocks, strict=True)]


def _blocks(ctx: Context, statement: Select[int, datetime, int]) -> Iterator[tuple[Any, Any, Any]]:
    found = ctx.session.execute(statement.execution_options(yield_per=_AT_ONCE))
    for rows in found.partitions(_AT_ONCE):
        who, at, minor = zip(*rows, strict=True)
        yield (
            np.array(who, dtype=np.float64),
            np.array([one.timestamp() for one in at]) / _DAY,
            np.array(minor, dtype=np.float64) / 100,
        )
