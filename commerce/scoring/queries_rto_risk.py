"""Orders, buyers, addresses and parcels as columns: all of a shop, or some of its orders.

The statements here are those of `commerce.scoring.queries_rto_asked` as well: learning from a
million orders and asking about one look at the same columns.
"""

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, bindparam, func, select

from commerce.context import Context
from commerce.db.tables import (
    AddressRow,
    CustomerRow,
    OrderItemRow,
    OrderRow,
    ProductRow,
    ShipmentRow,
    VariantRow,
)
from commerce.scope import own_orders
from commerce.scoring.columns import Raw, dialect_of, moment, read

Which = ColumnElement[bool] | None
"""Which orders; `None` for all of the shop."""

Asked = Select[*tuple[Any, ...]]
"""A question to the database, its parameters open."""

ORDERS: Final = ("id", "customer", "address", "placed", "payment", "channel", "subtotal",
                 "discount", "total")  # fmt: skip
PARCELS: Final = ("order", "courier", "created", "turned", "delivered")
ITEMS: Final = ("order", "quantity", "price", "category")
ADDRESSES: Final = ("id", "name", "line1", "line2", "landmark", "city", "state", "pincode")
CUSTOMERS: Final = ("id", "phone", "email")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Columns of each table, rows in the order of their ids."""

    orders: Raw
    parcels: Raw
    items: Raw
    addresses: Raw
    customers: Raw


def load(ctx: Context, which: Which = None) -> Tables:
    """Return all that is to know of some orders, or of all of the shop."""
    kind, given = dialect_of(ctx), {"shop": ctx.actor.shop_id}
    parcels, items = parcels_asked(kind), items_asked()
    addresses, customers = addresses_asked(), customers_asked()
    if which is not None:
        chosen = select(OrderRow.id).where(own_orders(ctx), which)
        parcels = parcels.where(ShipmentRow.order_id.in_(chosen))
        items = items.where(OrderItemRow.order_id.in_(chosen))
        used = select(OrderRow.address_id).where(own_orders(ctx), which)
        addresses = addresses.where(AddressRow.id.in_(used))
        buying = select(OrderRow.customer_id).where(own_orders(ctx), which)
        customers = customers.where(CustomerRow.id.in_(buying))
    return Tables(
        orders=orders(ctx, which),
        parcels=read(ctx, parcels, PARCELS, given, ("created", "turned", "delivered")),
        items=read(ctx, items, ITEMS, given),
        addresses=read(ctx, addresses, ADDRESSES, given),
        customers=read(ctx, customers, CUSTOMERS, given),
    )


def orders(ctx: Context, which: Which = None) -> Raw:
    """Return orders as columns, by their ids."""
    asked = orders_asked(dialect_of(ctx)).where(own_orders(ctx))
    asked = asked if which is None else asked.where(which)
    return read(ctx, asked, ORDERS, {"shop": ctx.actor.shop_id}, ("placed",))


def orders_asked(kind: str) -> Asked:
    """Return the question for `ORDERS` of a shop; `kind` is the database's."""
    return (
        select(
            OrderRow.id, OrderRow.customer_id, OrderRow.address_id,
            moment(OrderRow.placed_at, kind), OrderRow.payment_method, OrderRow.sales_channel,
            OrderRow.subtotal_minor, OrderRow.discount_minor, OrderRow.total_minor,
        )
        .where(OrderRow.shop_id == bindparam("shop"))
        .order_by(OrderRow.id)
    )  # fmt: skip


def parcels_asked(kind: str) -> Asked:
    """Return the question for `PARCELS` of a shop, those of one order together."""
    parcel = ShipmentRow
    return (
        select(
            parcel.order_id, func.min(parcel.courier).label("courier"),
            moment(func.min(parcel.created_at), kind).label("created"),
            moment(func.min(parcel.rto_at), kind).label("turned"),
            moment(func.max(parcel.delivered_at), kind).label("delivered"),
        )
        .where(parcel.shop_id == bindparam("shop"))
        .group_by(parcel.order_id)
        .order_by(parcel.order_id)
    )  # fmt: skip


def items_asked() -> Asked:
    """Return the question for `ITEMS` of a shop."""
    item = OrderItemRow
    return (
        select(item.order_id, item.quantity, item.unit_price_minor, ProductRow.category)
        .where(item.shop_id == bindparam("shop"))
        .outerjoin(VariantRow, VariantRow.id == item.variant_id)
        .outerjoin(ProductRow, ProductRow.id == VariantRow.product_id)
        .order_by(item.order_id, item.id)
    )


def addresses_asked() -> Asked:
    """Return the question for `ADDRESSES` of a shop."""
    return (
        select(
            AddressRow.id, AddressRow.name, AddressRow.line1, AddressRow.line2,
            AddressRow.landmark, AddressRow.city, AddressRow.state, AddressRow.pincode,
        )
        .where(AddressRow.shop_id == bindparam("shop"))
        .order_by(AddressRow.id)
    )  # fmt: skip


def customers_asked() -> Asked:
    """Return the question for `CUSTOMERS` of a shop."""
    return (
        select(CustomerRow.id, CustomerRow.phone, CustomerRow.email)
        .where(CustomerRow.shop_id == bindparam("shop"))
        .order_by(CustomerRow.id)
    )
