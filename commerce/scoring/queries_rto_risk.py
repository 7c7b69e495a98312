"""Orders, buyers, addresses and parcels as columns: all of a shop, or those about some buyers.

The same columns for learning from a million orders and for asking about one.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    String,
    cast,
    extract,
    func,
    literal_column,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import InstrumentedAttribute

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
from commerce.db.tables.customers import HOUSE, HOUSE_LENGTH
from commerce.scope import own_orders
from commerce.scoring import quality
from commerce.scoring.history import Moments

_AT_ONCE: Final = 50_000
_MOST_PARAMETERS: Final = 10_000
_MOST_NEAR: Final = 200
"""Buyers loaded who share one thing; what so many share links nobody."""

Raw = dict[str, NDArray[Any]]
Which = ColumnElement[bool] | None
"""Which orders; `None` for all of the shop."""


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
    chosen = None if which is None else select(OrderRow.id).where(own_orders(ctx), which)
    return Tables(
        orders=orders(ctx, which),
        parcels=_parcels(ctx, chosen),
        items=_items(ctx, chosen),
        addresses=_addresses(ctx, which),
        customers=_customers(ctx, which),
    )


def orders(ctx: Context, which: Which = None) -> Raw:
    """Return orders as columns, by their ids."""
    asked = select(
        OrderRow.id, OrderRow.customer_id, OrderRow.address_id, _moment(ctx, OrderRow.placed_at),
        OrderRow.payment_method, OrderRow.sales_channel, OrderRow.subtotal_minor,
        OrderRow.discount_minor, OrderRow.total_minor,
    ).where(own_orders(ctx)).order_by(OrderRow.id)  # fmt: skip
    names = ("id", "customer", "address", "placed", "payment", "channel", "subtotal", "discount",
             "total")  # fmt: skip
    return _columns(ctx, asked if which is None else asked.where(which), names, moments=("placed",))


def buyers_near(ctx: Context, customers: Collection[int]) -> set[int]:
    """Return some buyers with all who are linked to them by what they share, link by link.

    Of what very many share only the first are returned: it links nobody.
    """
    known, fresh = set(customers), set(customers)
    for _ in range(4):
        found: set[int] = set()
        for some in _parts(sorted(fresh)):
            found |= _sharing(ctx, some)
        fresh = found - known
        if not fresh:
            break
        known |= fresh
    return known


def of_buyers(customers: Sequence[int]) -> ColumnElement[bool]:
    """Return the condition that an order is one of these buyers'."""
    return OrderRow.customer_id.in_(customers)


def ended_between(ctx: Context, start: Any, stop: Any) -> ColumnElement[bool]:
    """Return the condition that a parcel of the order was delivered or turned back in a span."""
    return OrderRow.id.in_(
        select(ShipmentRow.order_id).where(
            ShipmentRow.shop_id == ctx.actor.shop_id,
            or_(
                ShipmentRow.delivered_at.between(start, stop),
                ShipmentRow.rto_at.between(start, stop),
            ),
        )
    )


def _sharing(ctx: Context, customers: Sequence[int]) -> set[int]:
    shop = ctx.actor.shop_id
    told = ctx.session.execute(
        select(CustomerRow.phone, CustomerRow.email).where(
            CustomerRow.shop_id == shop, CustomerRow.id.in_(customers)
        )
    ).all()
    found = _living_with(ctx, customers)
    for column, values in (
        (CustomerRow.phone, {phone for phone, _ in told if phone}),
        (CustomerRow.email, {email for _, email in told if email}),
    ):
        asked = select(CustomerRow.id).where(CustomerRow.shop_id == shop, column.in_(values))
        if values:
            found.update(ctx.session.scalars(asked.order_by(CustomerRow.id)).all())
    return found


def _living_with(ctx: Context, customers: Sequence[int]) -> set[int]:
    """Return buyers whose parcels go to the very house of one of some buyers'."""
    at = select(AddressRow.pincode, AddressRow.line1).where(
        AddressRow.shop_id == ctx.actor.shop_id, AddressRow.customer_id.in_(customers)
    )
    houses = {
        (pincode, line) for pincode, line in ctx.session.execute(at).all()
        if quality.names_house(line)
    }  # fmt: skip
    if not houses:
        return set()
    beginnings = {line[:HOUSE_LENGTH] for _, line in houses}
    near = (
        select(AddressRow.customer_id, AddressRow.pincode, AddressRow.line1)
        .where(
            AddressRow.shop_id == ctx.actor.shop_id,
            AddressRow.pincode.in_({pincode for pincode, _ in houses}),
            literal_column(HOUSE, String).in_(beginnings),
        )
        .order_by(AddressRow.id)
        .limit(_MOST_NEAR * len(customers))
    )
    # One house's line in another's pincode is found by the query as well, and is another house.
    return {
        customer for customer, pincode, line in ctx.session.execute(near).all()
        if (pincode, line) in houses
    }  # fmt: skip


def _parcels(ctx: Context, chosen: Select[Any] | None) -> Raw:
    parcel = ShipmentRow
    asked = (
        select(
            parcel.order_id, func.min(parcel.courier), _moment(ctx, func.min(parcel.created_at)),
            _moment(ctx, func.min(parcel.rto_at)), _moment(ctx, func.max(parcel.delivered_at)),
        )
        .where(parcel.shop_id == ctx.actor.shop_id)
        .group_by(parcel.order_id)
        .order_by(parcel.order_id)
    )  # fmt: skip
    if chosen is not None:
        asked = asked.where(parcel.order_id.in_(chosen))
    names = ("order", "courier", "created", "turned", "delivered")
    return _columns(ctx, asked, names, moments=("created", "turned", "delivered"))


def _items(ctx: Context, chosen: Select[Any] | None) -> Raw:
    item = OrderItemRow
    asked = (
        select(item.order_id, item.quantity, item.unit_price_minor, ProductRow.category)
        .where(item.shop_id == ctx.actor.shop_id)
        .outerjoin(VariantRow, VariantRow.id == item.variant_id)
        .outerjoin(ProductRow, ProductRow.id == VariantRow.product_id)
        .order_by(item.order_id, item.id)
    )
    if chosen is not None:
        asked = asked.where(item.order_id.in_(chosen))
    return _columns(ctx, asked, ("order", "quantity", "price", "category"))


def _addresses(ctx: Context, which: Which) -> Raw:
    asked = select(
        AddressRow.id, AddressRow.name, AddressRow.line1, AddressRow.line2, AddressRow.landmark,
        AddressRow.city, AddressRow.state, AddressRow.pincode,
    ).where(AddressRow.shop_id == ctx.actor.shop_id).order_by(AddressRow.id)  # fmt: skip
    if which is not None:
        used = select(OrderRow.address_id).where(own_orders(ctx), which)
        asked = asked.where(AddressRow.id.in_(used))
    names = ("id", "name", "line1", "line2", "landmark", "city", "state", "pincode")
    return _columns(ctx, asked, names)


def _customers(ctx: Context, which: Which) -> Raw:
    asked = (
        select(CustomerRow.id, CustomerRow.phone, CustomerRow.email)
        .where(CustomerRow.shop_id == ctx.actor.shop_id)
        .order_by(CustomerRow.id)
    )
    if which is not None:
        buying = select(OrderRow.customer_id).where(own_orders(ctx), which)
        asked = asked.where(CustomerRow.id.in_(buying))
    return _columns(ctx, asked, ("id", "phone", "email"))


def _moment(
    ctx: Context, column: InstrumentedAttribute[Any] | ColumnElement[Any]
) -> ColumnElement[Any]:
    """Return a moment as the database can tell it without making objects of a million."""
    if ctx.session.get_bind().dialect.name == "sqlite":
        return type_coerce(column, String)
    return cast(extract("epoch", column) * 1_000_000, BigInteger)


def _columns(ctx: Context, asked: Any, names: Sequence[str], moments: Sequence[str] = ()) -> Raw:
    """Run a query in pieces and return it as columns; text as objects, "" for nothing."""
    parts: dict[str, list[NDArray[Any]]] = {name: [] for name in names}
    for rows in _pieces(ctx, asked):
        for name, values in zip(names, zip(*rows, strict=True), strict=True):
            parts[name].append(_moments(values) if name in moments else _plain(values))
    return {
        name: np.concatenate(blocks) if blocks else _nothing(name in moments)
        for name, blocks in parts.items()
    }


def _pieces(ctx: Context, asked: Any) -> Iterator[Sequence[Any]]:
    result = ctx.session.execute(asked, execution_options={"yield_per": _AT_ONCE})
    yield from result.partitions()


def _plain(values: Sequence[Any]) -> NDArray[Any]:
    if any(isinstance(value, str) for value in values):
        return np.array([value or "" for value in values], dtype=object)
    if all(value is None for value in values):
        return np.array([""] * len(values), dtype=object)
    return np.array([0 if value is None else value for value in values], dtype=np.int64)


def _moments(values: Sequence[Any]) -> Moments:
    if all(isinstance(value, int) or value is None for value in values):
        nothing = np.iinfo(np.int64).min
        return np.array(
            [nothing if value is None else value for value in values], dtype=np.int64
        ).astype("datetime64[us]")
    return np.array(["NaT" if value is None else value for value in values], dtype="datetime64[us]")


def _nothing(is_moment: bool) -> NDArray[Any]:
    return np.array([], dtype="datetime64[us]" if is_moment else np.int64)


def _parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), _MOST_PARAMETERS):
        yield ids[start : start + _MOST_PARAMETERS]
