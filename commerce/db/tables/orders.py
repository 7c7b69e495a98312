"""Orders, their lines and their history."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from commerce.db.tables.base import Base, Id, Minor, Moment, Name, ShopId, Word, ref

ENDING_LENGTH = 4
ENDING = "substr(orders.number, length(orders.number) - 3)"
"""The last four characters of an order's number, as it is indexed (`commerce.db.triggers`)."""


class OrderRow(Base):
    """One order as the shop numbers it."""

    __tablename__ = "orders"
    __table_args__ = (
        UniqueConstraint("shop_id", "number"),
        Index(None, "shop_id", "placed_at"),
        Index(None, "shop_id", "status", "placed_at"),
        Index(None, "shop_id", "customer_id", "placed_at"),
        Index(None, "shop_id", "total_minor", "placed_at"),
    )

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    number: Mapped[Word]
    """What people call it, without `#`: `1042` or `ORD-20261122-0007`."""
    sales_channel: Mapped[Word]
    """A value of `SalesChannel`."""
    source_id: Mapped[Name]
    """The channel's own id, as text (ids go beyond 2^53)."""
    customer_id: Mapped[int] = ref("customers")
    address_id: Mapped[int] = ref("addresses")
    status: Mapped[Word]
    payment_method: Mapped[Word]
    payment_status: Mapped[Word]
    currency: Mapped[Word]
    subtotal_minor: Mapped[Minor]
    discount_minor: Mapped[Minor]
    shipping_minor: Mapped[Minor]
    tax_minor: Mapped[Minor]
    """GST contained in the total."""
    total_minor: Mapped[Minor]
    refunded_minor: Mapped[Minor]
    placed_at: Mapped[Moment]
    hold_reason: Mapped[str | None]
    cancelled_at: Mapped[datetime | None]
    cancel_reason: Mapped[str | None]
    tags: Mapped[list[Any]]
    note: Mapped[str]


class OrderItemRow(Base):
    """One line of an order."""

    __tablename__ = "order_items"
    __table_args__ = (
        Index(None, "shop_id", "order_id"),
        Index(None, "shop_id", "variant_id", "order_id"),
    )

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    order_id: Mapped[int] = ref("orders")
    variant_id: Mapped[int | None] = ref("variants")
    """`None` for an imported line whose SKU the shop does not know."""
    sku: Mapped[Name]
    title: Mapped[Name]
    quantity: Mapped[int]
    unit_price_minor: Mapped[Minor]
    discount_minor: Mapped[Minor]
    tax_minor: Mapped[Minor]


class OrderHistoryRow(Base):
    """One step in an order's life."""

    __tablename__ = "order_history"
    __table_args__ = (Index(None, "shop_id", "order_id", "at"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    order_id: Mapped[int] = ref("orders")
    status: Mapped[Word]
    at: Mapped[Moment]
    person_id: Mapped[int | None] = ref("people")
    reason: Mapped[str]
