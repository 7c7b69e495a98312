"""What customers bought and kept, as columns of a whole shop."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final

import numpy as np
from sqlalchemy import Select, case, func, select

from commerce.context import Context
from commerce.db.tables import OrderRow
from commerce.scope import own_orders
from commerce.scoring.churn_features import LATELY, Bought, Known
from commerce.scoring.lifetime import Histories
from commerce.vocabulary import OrderStatus

_AT_ONCE: Final = 50_000
_DAY: Final = 86_400.0


def bought(ctx: Context, customer_id: int | None = None) -> Bought:
    """Return every purchase of the shop, or of one customer: what was delivered and kept.

    Refused parcels are told beside. What is on its way is no purchase yet.
    """
    status = OrderRow.status
    kept = select(
        OrderRow.customer_id, OrderRow.placed_at, OrderRow.total_minor - OrderRow.refunded_minor
    ).where(own_orders(ctx), status == OrderStatus.DELIVERED)
    refused = select(OrderRow.customer_id, OrderRow.placed_at, OrderRow.total_minor).where(
        own_orders(ctx), status == OrderStatus.RTO
    )
    if customer_id is not None:
        kept = kept.where(OrderRow.customer_id == customer_id)
        refused = refused.where(OrderRow.customer_id == customer_id)
    who, at, value = _columns(ctx, kept)
    refuser, refused_at, _ = _columns(ctx, refused)
    return Bought(customer=who, at=at, value=value, refuser=refuser, refused_at=refused_at)


def known_now(ctx: Context, customer_id: int | None = None) -> Known:
    """Return all who ever kept a delivered order, or one of them, as they are known now.

    Counted by the database, so that a large shop is read in seconds.
    """
    status, placed = OrderRow.status, OrderRow.placed_at
    kept = status == OrderStatus.DELIVERED
    lately = kept & (placed >= ctx.now - timedelta(days=LATELY))
    value = OrderRow.total_minor - OrderRow.refunded_minor
    asked = (
        select(
            OrderRow.customer_id,
            func.count(case((kept, 1))),
            func.coalesce(func.sum(case((kept, value))), 0),
            func.min(case((kept, placed))),
            func.max(case((kept, placed))),
            func.count(case((lately, 1))),
            func.count(case((status == OrderStatus.RTO, 1))),
        )
        .where(own_orders(ctx), status.in_((OrderStatus.DELIVERED, OrderStatus.RTO)))
        .group_by(OrderRow.customer_id)
        .having(func.count(case((kept, 1))) > 0)
        .order_by(OrderRow.customer_id)
    )
    if customer_id is not None:
        asked = asked.where(OrderRow.customer_id == customer_id)
    rows = ctx.session.execute(asked).all()
    now = ctx.now.timestamp() / _DAY
    who = np.array([row[0] for row in rows], dtype=np.float64)
    count = np.array([row[1] for row in rows], dtype=np.float64)
    spent = np.array([row[2] for row in rows], dtype=np.float64) / 100
    first = np.array([row[3].timestamp() for row in rows], dtype=np.float64) / _DAY
    last = np.array([row[4].timestamp() for row in rows], dtype=np.float64) / _DAY
    of = Histories(repeats=count - 1, last=last - first, known=np.maximum(now - first, 0.0))
    mean = spent / np.maximum(count, 1)
    gap = np.where(count > 1, of.last / np.maximum(of.repeats, 1), np.nan)
    return Known(
        customer=who, of=of, mean=mean,
        columns={
            "silence_days": of.known - of.last,
            "silence_gaps": (of.known - of.last) / np.maximum(gap, 1.0),
            "purchases": count,
            "lately": np.array([row[5] for row in rows], dtype=np.float64),
            "known_days": of.known,
            "mean_value": mean,
            "parcels_refused": np.array([row[6] for row in rows], dtype=np.float64),
        },
    )  # fmt: skip


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
