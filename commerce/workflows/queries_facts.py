"""All SQL that fills the fields of what a run is about, and the lists that loops go through."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, String, cast, func, or_, select

from commerce.context import Context
from commerce.customers import last_ordered
from commerce.db.tables import (
    AddressRow,
    CustomerRow,
    NdrCaseRow,
    OrderItemRow,
    OrderRiskRow,
    OrderRow,
    PersonRow,
    ProductRow,
    ReviewRow,
    ShipmentRow,
    StockRow,
    VariantRow,
)
from commerce.scope import own_orders
from commerce.vocabulary import OPEN_NDR_STATUSES, OrderStatus, ShipmentStatus
from commerce.workflows.events import THRESHOLD

Found = Row[*tuple[Any, ...]]
"""Columns of one row, by name."""
LAPSED = timedelta(days=90)
DUE_SOON = timedelta(hours=12)
_ON_THE_ROAD = (
    ShipmentStatus.PICKED_UP,
    ShipmentStatus.IN_TRANSIT,
    ShipmentStatus.REACHED_DESTINATION,
    ShipmentStatus.OUT_FOR_DELIVERY,
)
_OPEN = (OrderStatus.PENDING, OrderStatus.CONFIRMED, OrderStatus.PROCESSING, OrderStatus.ON_HOLD)
_FREE = func.coalesce(func.sum(StockRow.on_hand - StockRow.reserved), 0)


def orders(ctx: Context, numbers: Collection[str]) -> dict[str, Found]:
    """Return orders by number, each with where it goes."""
    found = ctx.session.execute(
        select(
            OrderRow.id, OrderRow.number, OrderRow.customer_id, OrderRow.status,
            OrderRow.total_minor, OrderRow.currency, OrderRow.payment_method,
            OrderRow.payment_status, OrderRow.sales_channel, OrderRow.tags, OrderRow.placed_at,
            AddressRow.line1, AddressRow.city, AddressRow.state, AddressRow.pincode,
            AddressRow.country,
        )
        .join(AddressRow, AddressRow.id == OrderRow.address_id)
        .where(
            own_orders(ctx),
            OrderRow.number.in_(numbers),
            AddressRow.shop_id == ctx.actor.shop_id,
        )
    )  # fmt: skip
    return {row.number: row for row in found}


def orders_of_parcels(ctx: Context, awbs: Collection[str]) -> dict[str, str]:
    """Return AWB → number of the order that the parcel belongs to."""
    found = ctx.session.execute(
        select(ShipmentRow.awb, OrderRow.number)
        .join(OrderRow, ShipmentRow.order_id == OrderRow.id)
        .where(own_orders(ctx), ShipmentRow.shop_id == ctx.actor.shop_id)
        .where(ShipmentRow.awb.in_(awbs))
    )
    return {row.awb: row.number for row in found}


def parcels(ctx: Context, order_ids: Collection[int]) -> Sequence[Found]:
    """Return the parcels of some orders, the newest last."""
    return ctx.session.execute(
        _of_parcels(ctx).where(ShipmentRow.order_id.in_(order_ids)).order_by(ShipmentRow.id)
    ).all()


def parcels_called(ctx: Context, awbs: Collection[str]) -> dict[str, Found]:
    """Return parcels by AWB."""
    found = ctx.session.execute(
        _of_parcels(ctx)
        .join(OrderRow, ShipmentRow.order_id == OrderRow.id)
        .where(own_orders(ctx), ShipmentRow.awb.in_(awbs))
    )
    return {row.awb: row for row in found}


def _of_parcels(ctx: Context) -> Any:
    return select(
        ShipmentRow.id, ShipmentRow.order_id, ShipmentRow.awb, ShipmentRow.status,
        ShipmentRow.courier, ShipmentRow.attempts, ShipmentRow.cod_minor,
        ShipmentRow.promised_at, ShipmentRow.delivered_at, ShipmentRow.last_scan_at,
    ).where(ShipmentRow.shop_id == ctx.actor.shop_id)  # fmt: skip


def cases(ctx: Context, shipment_ids: Collection[int]) -> dict[int, Found]:
    """Return parcel → its latest case, and whose it is."""
    found = ctx.session.execute(
        select(
            NdrCaseRow.shipment_id, NdrCaseRow.reason, NdrCaseRow.status, NdrCaseRow.priority,
            NdrCaseRow.attempts, NdrCaseRow.opened_at, NdrCaseRow.due_at,
            PersonRow.name.label("assignee"),
        )
        .outerjoin(
            PersonRow,
            (PersonRow.id == NdrCaseRow.assignee_id) & (PersonRow.shop_id == ctx.actor.shop_id),
        )
        .where(NdrCaseRow.shop_id == ctx.actor.shop_id, NdrCaseRow.shipment_id.in_(shipment_ids))
        .order_by(NdrCaseRow.id)
    )  # fmt: skip
    return {row.shipment_id: row for row in found}


def pieces(ctx: Context, order_ids: Collection[int]) -> dict[int, int]:
    """Return order → how many pieces it has."""
    found = ctx.session.execute(
        select(OrderItemRow.order_id, func.sum(OrderItemRow.quantity))
        .where(OrderItemRow.shop_id == ctx.actor.shop_id, OrderItemRow.order_id.in_(order_ids))
        .group_by(OrderItemRow.order_id)
    )
    return {order: int(count) for order, count in found}


def customers(ctx: Context, ids: Collection[int]) -> dict[int, Found]:
    """Return customers' names and languages."""
    found = ctx.session.execute(
        select(CustomerRow.id, CustomerRow.name, CustomerRow.language).where(
            CustomerRow.shop_id == ctx.actor.shop_id, CustomerRow.id.in_(ids)
        )
    )
    return {row.id: row for row in found}


def buying(ctx: Context, customer_ids: Collection[int]) -> dict[int, Found]:
    """Return what customers' orders come to: counts, minor units, and the last one's moment."""
    came_back = (OrderStatus.RTO, OrderStatus.RETURNED)
    delivered = OrderRow.status == OrderStatus.DELIVERED
    paid = OrderRow.total_minor - OrderRow.refunded_minor
    found = ctx.session.execute(
        select(
            OrderRow.customer_id,
            func.count().label("orders"),
            func.count().filter(delivered).label("delivered"),
            func.count().filter(OrderRow.status.in_(came_back)).label("came_back"),
            func.coalesce(func.sum(paid).filter(delivered), 0).label("spent_minor"),
            func.max(OrderRow.placed_at).label("last_at"),
        )
        .where(own_orders(ctx), OrderRow.customer_id.in_(customer_ids))
        .group_by(OrderRow.customer_id)
    )
    return {row.customer_id: row for row in found}


def risks(ctx: Context, order_ids: Collection[int]) -> dict[int, float]:
    """Return order → the chance, from 0 to 1, that it comes back, as the newest score says."""
    found = ctx.session.execute(
        select(OrderRiskRow.order_id, OrderRiskRow.chance)
        .where(OrderRiskRow.shop_id == ctx.actor.shop_id, OrderRiskRow.order_id.in_(order_ids))
        .order_by(OrderRiskRow.version)
    )
    return {row.order_id: row.chance for row in found}


def products(ctx: Context, skus: Collection[str]) -> dict[str, Found]:
    """Return variants by SKU, with their title and the pieces that can be sold."""
    found = ctx.session.execute(
        select(VariantRow.sku, VariantRow.title, _FREE.label("pieces"))
        .outerjoin(
            StockRow,
            (StockRow.variant_id == VariantRow.id) & (StockRow.shop_id == ctx.actor.shop_id),
        )
        .where(VariantRow.shop_id == ctx.actor.shop_id, VariantRow.sku.in_(skus))
        .group_by(VariantRow.sku, VariantRow.title)
    )
    return {row.sku: row for row in found}


def things(ctx: Context, of: str, about: tuple[str, str], limit: int) -> Sequence[str]:
    """Return a list that a loop goes through: AWBs, order numbers, SKUs or customers' ids."""
    shop, now = ctx.actor.shop_id, ctx.now
    match of:
        case "order.parcels":
            query = _parcels(ctx).where(OrderRow.number == about[1]).order_by(ShipmentRow.id)
        case "customer.open_orders":
            query = (
                select(OrderRow.number)
                .where(own_orders(ctx), OrderRow.status.in_(_OPEN))
                .where(OrderRow.customer_id == (int(about[1]) if about[0] == "customer" else 0))
                .order_by(OrderRow.id)
            )
        case "orders.unconfirmed" | "orders.held":
            held = of == "orders.held"
            query = (
                select(OrderRow.number)
                .where(own_orders(ctx))
                .where(OrderRow.status == (OrderStatus.ON_HOLD if held else OrderStatus.PENDING))
                .order_by(OrderRow.placed_at, OrderRow.id)
            )
        case "parcels.late":
            query = (
                _parcels(ctx)
                .where(ShipmentRow.status.in_(_ON_THE_ROAD), ShipmentRow.promised_at < now)
                .order_by(ShipmentRow.promised_at, ShipmentRow.id)
            )
        case "ndr.open" | "ndr.due_soon":
            query = (
                _parcels(ctx)
                .join(NdrCaseRow, NdrCaseRow.shipment_id == ShipmentRow.id)
                .where(NdrCaseRow.shop_id == shop, NdrCaseRow.status.in_(OPEN_NDR_STATUSES))
                .order_by(NdrCaseRow.due_at, NdrCaseRow.id)
            )
            if of == "ndr.due_soon":
                query = query.where(NdrCaseRow.due_at > now, NdrCaseRow.due_at <= now + DUE_SOON)
        case "customers.lapsed":
            ids = last_ordered(ctx, longest_ago=2 * LAPSED, latest=LAPSED, limit=limit)
            return [str(one) for one in ids]
        case "stock.low":
            return low_stock(ctx, limit)
        case _:
            raise ValueError(of)
    return ctx.session.scalars(query.limit(limit)).all()


def is_product(ctx: Context, sku: str, product: str) -> bool:
    """Tell whether a SKU is one of a product, which is named by its SKU or its title."""
    found = select(VariantRow.id).where(
        VariantRow.shop_id == ctx.actor.shop_id, VariantRow.sku == sku, _is_called(ctx, product)
    )
    return ctx.session.scalar(found.limit(1)) is not None


def _is_called(ctx: Context, product: str) -> ColumnElement[bool]:
    named = product.strip().lower()
    of_product = select(ProductRow.id).where(
        ProductRow.shop_id == ctx.actor.shop_id, func.lower(ProductRow.title) == named
    )
    return or_(
        func.lower(VariantRow.sku) == named,
        func.lower(VariantRow.title) == named,
        VariantRow.product_id.in_(of_product),
    )


def low_stock(
    ctx: Context, limit: int, below: int = THRESHOLD, product: str | None = None
) -> Sequence[str]:
    """Return the SKUs of which fewer pieces can be sold than the threshold, the fewest first.

    Args:
        ctx: Who asks.
        limit: How many at most.
        below: The threshold, in pieces.
        product: Only those with this SKU or title; `None` is all.
    """
    wanted = [VariantRow.shop_id == ctx.actor.shop_id]
    if product is not None:
        wanted.append(_is_called(ctx, product))
    return ctx.session.scalars(
        select(VariantRow.sku)
        .join(
            StockRow,
            (StockRow.variant_id == VariantRow.id) & (StockRow.shop_id == ctx.actor.shop_id),
        )
        .where(*wanted)
        .group_by(VariantRow.sku)
        .having(below > _FREE)
        .order_by(_FREE, VariantRow.sku)
        .limit(limit)
    ).all()


def _parcels(ctx: Context) -> Any:
    return (
        select(ShipmentRow.awb)
        .join(OrderRow, OrderRow.id == ShipmentRow.order_id)
        .where(own_orders(ctx), ShipmentRow.shop_id == ctx.actor.shop_id)
    )


def related(ctx: Context, kind: str, name: str) -> set[tuple[str, str]]:
    """Return what something belongs together with: an order, its parcels and its customer."""
    ids: list[int] = []
    about = {(kind, name)}
    if kind == "customer" and name.isdecimal():
        wanted = OrderRow.customer_id == int(name)
    elif kind == "order":
        wanted = OrderRow.number == name
    elif kind == "parcel":
        wanted = OrderRow.number == orders_of_parcels(ctx, (name,)).get(name, "")
    else:
        return about
    rows = ctx.session.execute(
        select(OrderRow.id, OrderRow.number, OrderRow.customer_id)
        .where(own_orders(ctx), wanted)
        .order_by(OrderRow.id.desc())
        .limit(200)
    )
    for order_id, number, customer_id in rows:
        ids.append(order_id)
        about |= {("order", number), ("customer", str(customer_id))}
    awbs = ctx.session.scalars(
        select(ShipmentRow.awb).where(
            ShipmentRow.shop_id == ctx.actor.shop_id, ShipmentRow.order_id.in_(ids)
        )
    )
    return about | {("parcel", awb) for awb in awbs}


def customer_of(ctx: Context, kind: str, name: str) -> CustomerRow | None:
    """Return the customer that something leads to."""
    query = select(CustomerRow).where(CustomerRow.shop_id == ctx.actor.shop_id)
    if kind == "customer":
        return (
            ctx.session.scalar(query.where(CustomerRow.id == int(name)))
            if name.isdecimal()
            else None
        )
    if kind not in ("order", "parcel"):
        return None
    query = query.join(OrderRow, OrderRow.customer_id == CustomerRow.id).where(own_orders(ctx))
    if kind == "order":
        return ctx.session.scalar(query.where(OrderRow.number == name))
    return ctx.session.scalar(
        query.join(ShipmentRow, ShipmentRow.order_id == OrderRow.id).where(
            ShipmentRow.shop_id == ctx.actor.shop_id, ShipmentRow.awb == name
        )
    )


def least_loaded(ctx: Context, people: Sequence[int]) -> int | None:
    """Return which of some people has the fewest open cases."""
    counts = dict.fromkeys(people, 0)
    rows = ctx.session.execute(
        select(NdrCaseRow.assignee_id, func.count())
        .where(
            NdrCaseRow.shop_id == ctx.actor.shop_id,
            NdrCaseRow.status.in_(OPEN_NDR_STATUSES),
            NdrCaseRow.assignee_id.in_(people),
        )
        .group_by(NdrCaseRow.assignee_id)
    )
    counts |= {person: count for person, count in rows if person is not None}
    return min(counts, key=lambda one: (counts[one], one), default=None)


def agents(ctx: Context) -> Sequence[tuple[int, str, str]]:
    """Return the team: id, name and role."""
    rows = ctx.session.execute(
        select(PersonRow.id, PersonRow.name, PersonRow.role)
        .where(PersonRow.shop_id == ctx.actor.shop_id, PersonRow.is_active)
        .order_by(PersonRow.id)
    )
    return [(person, name, role) for person, name, role in rows]


def past(ctx: Context, event: str, since: datetime, limit: int) -> Sequence[tuple[datetime, str]]:
    """Return when some things happened by the rows themselves: the moment and the thing's name."""
    query: Any
    match event:
        case "order.created":
            query = (
                select(OrderRow.placed_at, OrderRow.number)
                .where(own_orders(ctx), OrderRow.placed_at >= since)
                .order_by(OrderRow.placed_at, OrderRow.id)
            )
        case "order.rated":
            query = (
                select(OrderRow.placed_at, OrderRow.number)
                .join(OrderRiskRow, OrderRiskRow.order_id == OrderRow.id)
                .where(own_orders(ctx), OrderRiskRow.shop_id == ctx.actor.shop_id)
                .where(OrderRow.placed_at >= since)
                .order_by(OrderRow.placed_at, OrderRow.id)
            )
        case "ndr.received":
            query = (
                select(NdrCaseRow.opened_at, ShipmentRow.awb)
                .join(ShipmentRow, ShipmentRow.id == NdrCaseRow.shipment_id)
                .where(NdrCaseRow.shop_id == ctx.actor.shop_id, NdrCaseRow.opened_at >= since)
                .where(ShipmentRow.shop_id == ctx.actor.shop_id)
                .order_by(NdrCaseRow.opened_at, NdrCaseRow.id)
            )
        case "parcel.moved":
            query = (
                select(ShipmentRow.delivered_at, ShipmentRow.awb)
                .where(ShipmentRow.shop_id == ctx.actor.shop_id, ShipmentRow.delivered_at >= since)
                .order_by(ShipmentRow.delivered_at, ShipmentRow.id)
            )
        case "review.received":
            query = (
                select(ReviewRow.at, func.coalesce(cast(ReviewRow.customer_id, String), ""))
                .where(ReviewRow.shop_id == ctx.actor.shop_id, ReviewRow.at >= since)
                .order_by(ReviewRow.at, ReviewRow.id)
            )
        case _:
            return []
    return [(at, name) for at, name in ctx.session.execute(query.limit(limit))]
