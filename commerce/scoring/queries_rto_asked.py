"""What the RTO score needs of some orders: theirs, and the past of all who may be the same buyer.

Statements are built once and take their ids as one parameter: one order is a handful of quick
questions, and twenty thousand are no more of them. Who is linked to whom is found by what buyers
share, link by link, for all of them at once.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import String, bindparam, func, literal, literal_column, or_, select

from commerce.context import Context
from commerce.db.tables import (
    AddressRow,
    CustomerRow,
    OrderItemRow,
    OrderRow,
    ShipmentRow,
)
from commerce.db.tables.customers import HOUSE, HOUSE_LENGTH
from commerce.scoring import quality
from commerce.scoring.columns import (
    Raw,
    among,
    dialect_of,
    listed,
    moment,
    paired,
    pairs,
    read,
    rows,
)
from commerce.scoring.queries_rto_risk import (
    ADDRESSES,
    ITEMS,
    ORDERS,
    PARCELS,
    Asked,
    Tables,
    addresses_asked,
    items_asked,
    orders_asked,
    parcels_asked,
)

_LINKS: Final = 4
"""How far one looks: a buyer of a buyer of a buyer, and once more."""
_MOST_NEAR: Final = 200
"""Buyers loaded who share one thing; what so many share links nobody."""
_ENDED: Final = ("order", "courier", "turned", "delivered", "placed", "payment", "city", "state",
                 "pincode")  # fmt: skip


_MANY: Final = 20_000
_WHOLE: Final = 6
"""From every so many-th order of a shop on it costs less to read all of them in one go than what
bears on those asked about: some five orders of the past a piece, and each looked up by itself."""


@dataclass(slots=True)
class _Near:
    """Buyers with phone and e-mail, and the houses that were looked at already."""

    customers: dict[int, tuple[str, str]]
    looked: set[Any]


def are_many(ctx: Context, orders: int) -> bool:
    """Tell whether so many orders are asked about that reading the whole shop costs less."""
    if orders < _MANY or ctx.actor.customer_id is not None:
        return False
    asked = select(func.count()).select_from(OrderRow).where(OrderRow.shop_id == ctx.actor.shop_id)
    return orders * _WHOLE >= (ctx.session.scalar(asked) or 0)


def asked(ctx: Context, order_ids: Collection[int]) -> tuple[NDArray[np.int64], Tables]:
    """Return which of some orders are there, ascending, and all that bears on them.

    Lines of orders are loaded of these alone.
    """
    kind, given = dialect_of(ctx), {"shop": ctx.actor.shop_id}
    found = rows(ctx, _bought(kind), {**given, "ids": listed(order_ids, kind)})
    own = ctx.actor.customer_id
    mine = sorted((order, buyer) for order, buyer in found if own is None or buyer == own)
    ids = np.array([order for order, _ in mine], dtype=np.int64)
    near = _near(ctx, {buyer for _, buyer in mine})
    orders = read(ctx, _orders(kind), ORDERS, {**given, "ids": listed(sorted(near), kind)},
                  ("placed",))  # fmt: skip
    of_orders = {**given, "ids": listed(orders["id"].tolist(), kind)}
    places = {**given, "ids": listed(np.unique(orders["address"]).tolist(), kind)}
    return ids, Tables(
        orders=orders,
        parcels=read(ctx, _parcels(kind), PARCELS, of_orders, ("created", "turned", "delivered")),
        items=read(ctx, _items(kind), ITEMS, {**given, "ids": listed(ids.tolist(), kind)}),
        addresses=read(ctx, _addresses(kind), ADDRESSES, places),
        customers=_as_columns(near),
    )  # fmt: skip


def ended(ctx: Context, start: Any, stop: Any) -> Raw:
    """Return orders with a parcel that was delivered or turned back in a span, and where to."""
    given = {"shop": ctx.actor.shop_id, "start": start, "stop": stop}
    return read(ctx, _ended(dialect_of(ctx)), _ENDED, given, ("turned", "delivered", "placed"))


def _near(ctx: Context, customers: set[int]) -> dict[int, tuple[str, str]]:
    """Return some buyers with all who are linked to them by what they share, link by link.

    Of what very many share only the first are returned: it links nobody.
    """
    near = _Near(customers={}, looked=set())
    fresh = customers
    for _ in range(_LINKS):
        shared = _told(ctx, near, fresh)
        fresh = _sharing(ctx, shared, len(fresh)) - near.customers.keys() if shared else set()
        if not fresh:
            return near.customers
    _told(ctx, near, fresh)
    return near.customers


def _told(ctx: Context, near: _Near, fresh: set[int]) -> set[Any]:
    """Note phones and e-mails of some buyers; return what of theirs nobody looked at yet."""
    kind = dialect_of(ctx)
    given = {"shop": ctx.actor.shop_id, "ids": listed(sorted(fresh), kind)}
    things: set[Any] = set()
    for customer, phone, email, pincode, line in rows(ctx, _buyers(kind), given):
        if customer not in near.customers:
            near.customers[customer] = (phone or "", email or "")
            if phone:
                things.add(("phone", phone))
            if email:
                things.add(("email", email))
        if line and quality.names_house(line):
            things.add((pincode, line))
    things -= near.looked
    near.looked |= things
    return things


def _sharing(ctx: Context, things: set[Any], buyers: int) -> set[int]:
    kind = dialect_of(ctx)
    phones = [value for name, value in things if name == "phone"]
    emails = [value for name, value in things if name == "email"]
    houses = {one for one in things if one[0] not in ("phone", "email")}
    given = {
        "shop": ctx.actor.shop_id,
        "phones": listed(phones, kind), "emails": listed(emails, kind),
        **pairs({(pincode, line[:HOUSE_LENGTH]) for pincode, line in houses}, "houses", kind),
        "most": _MOST_NEAR * max(buyers, 1),
    }  # fmt: skip
    # Of a long line only the beginning was compared.
    return {
        customer for customer, pincode, line in rows(ctx, _partners(kind), given)
        if not line or (pincode, line) in houses
    }  # fmt: skip


def _as_columns(near: dict[int, tuple[str, str]]) -> Raw:
    ids = sorted(near)
    return {
        "id": np.array(ids, dtype=np.int64),
        "phone": np.array([near[one][0] for one in ids], dtype=object),
        "email": np.array([near[one][1] for one in ids], dtype=object),
    }


@lru_cache
def _bought(kind: str) -> Asked:
    return select(OrderRow.id, OrderRow.customer_id).where(
        OrderRow.shop_id == bindparam("shop"), among(OrderRow.id, "ids", kind)
    )


@lru_cache
def _orders(kind: str) -> Asked:
    return orders_asked(kind).where(among(OrderRow.customer_id, "ids", kind))


@lru_cache
def _buyers(kind: str) -> Asked:
    return (
        select(
            CustomerRow.id, CustomerRow.phone, CustomerRow.email,
            AddressRow.pincode, AddressRow.line1,
        )
        .outerjoin(
            AddressRow,
            (AddressRow.shop_id == bindparam("shop")) & (AddressRow.customer_id == CustomerRow.id),
        )
        .where(CustomerRow.shop_id == bindparam("shop"), among(CustomerRow.id, "ids", kind))
    )  # fmt: skip


@lru_cache
def _partners(kind: str) -> Any:
    """Return buyers by phones, e-mails and houses, in one question."""
    nowhere = literal("", String)
    by = [
        select(CustomerRow.id, nowhere.label("pincode"), nowhere.label("line")).where(
            CustomerRow.shop_id == bindparam("shop"), among(column, name, kind, text=True)
        )
        for column, name in ((CustomerRow.phone, "phones"), (CustomerRow.email, "emails"))
    ]
    houses = paired("houses", kind)
    housed = (
        select(AddressRow.customer_id, AddressRow.pincode, AddressRow.line1)
        .select_from(houses)
        .join(
            AddressRow,
            (AddressRow.shop_id == bindparam("shop"))
            & (AddressRow.pincode == houses.c.first)
            & (literal_column(HOUSE, String) == houses.c.second),
        )
        # Not by the bare column: SQLite would walk all addresses by their ids to spare the sorting.
        .order_by(AddressRow.id + 0)
        .limit(bindparam("most"))
        .subquery()
    )
    return by[0].union_all(by[1], select(housed))


@lru_cache
def _parcels(kind: str) -> Asked:
    return parcels_asked(kind).where(among(ShipmentRow.order_id, "ids", kind))


@lru_cache
def _items(kind: str) -> Asked:
    return items_asked().where(among(OrderItemRow.order_id, "ids", kind))


@lru_cache
def _addresses(kind: str) -> Asked:
    return addresses_asked().where(among(AddressRow.id, "ids", kind))


@lru_cache
def _ended(kind: str) -> Asked:
    parcel = ShipmentRow
    within = select(parcel.order_id).where(
        parcel.shop_id == bindparam("shop"),
        or_(
            parcel.delivered_at.between(bindparam("start"), bindparam("stop")),
            parcel.rto_at.between(bindparam("start"), bindparam("stop")),
        ),
    )
    parcels = parcels_asked(kind).where(parcel.order_id.in_(within)).order_by(None).subquery()
    return (
        select(
            parcels.c.order_id, parcels.c.courier, parcels.c.turned, parcels.c.delivered,
            moment(OrderRow.placed_at, kind), OrderRow.payment_method,
            AddressRow.city, AddressRow.state, AddressRow.pincode,
        )
        .select_from(parcels)
        .join(
            OrderRow,
            (OrderRow.shop_id == bindparam("shop")) & (OrderRow.id == parcels.c.order_id),
        )
        .join(
            AddressRow,
            (AddressRow.shop_id == bindparam("shop")) & (AddressRow.id == OrderRow.address_id),
        )
        .order_by(OrderRow.id)
    )  # fmt: skip
