"""The orders whose risk is asked for."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Row, select

from commerce.context import Context
from commerce.db.tables import AddressRow, CustomerRow, OrderRow
from commerce.scope import own_orders
from commerce.vocabulary import OrderStatus

Told = Row[int, str, str, str, int, str, str, str]
"""Id, number, status, payment method, total, currency, customer, city."""

OPEN = (OrderStatus.PENDING, OrderStatus.CONFIRMED, OrderStatus.PROCESSING, OrderStatus.ON_HOLD)
"""Orders that no courier has: something can still be done."""


def of_ids(ctx: Context, ids: Sequence[int]) -> list[Told]:
    """Return orders by their ids."""
    asked = (
        select(
            OrderRow.id, OrderRow.number, OrderRow.status, OrderRow.payment_method,
            OrderRow.total_minor, OrderRow.currency, CustomerRow.name, AddressRow.city,
        )
        .where(own_orders(ctx), OrderRow.id.in_(ids))
        .join(CustomerRow, CustomerRow.id == OrderRow.customer_id)
        .join(AddressRow, AddressRow.id == OrderRow.address_id)
        .order_by(OrderRow.id)
    )  # fmt: skip
    return list(ctx.session.execute(asked).all())


def open_ids(ctx: Context, start: datetime, end: datetime, most: int) -> list[int]:
    """Return the newest open orders placed in a span."""
    asked = (
        select(OrderRow.id)
        .where(
            own_orders(ctx), OrderRow.status.in_([status.value for status in OPEN]),
            OrderRow.placed_at >= start, OrderRow.placed_at < end,
        )
        .order_by(OrderRow.placed_at.desc())
        .limit(most)
    )  # fmt: skip
    return list(ctx.session.scalars(asked).all())
