"""All SQL that fills the fields of what a run is about, and the lists that loops go through."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select

from commerce.context import Context
from commerce.db.tables import (
    AddressRow,
    CustomerRow,
    NdrCaseRow,
    OrderItemRow,
    OrderRiskRow,
    OrderRow,
    PersonRow,
    ShipmentRow,
    StockRow,
    VariantRow,
)
from commerce.scope import own_orders
from commerce.vocabulary import OPEN_NDR_STATUSES, OrderStatus, ShipmentStatus

LAPSED = timedelta(days=90)
DUE_SOON = timedelta(hours=12)
THRESHOLD = 10
"""Pieces that can be sold below which stock is low."""
_ON_THE_ROAD = (
    ShipmentStatus.PICKED_UP,
    ShipmentStatus.IN_TRANSIT,
    ShipmentStatus.REACHED_DESTINATION,
    ShipmentStatus.OUT_FOR_DELIVERY,
)
_OPEN = (OrderStatus.PENDING, OrderStatus.CONFIRMED, OrderStatus.PROCESSING, OrderStatus.ON_HOLD)
_FREE = func.coalesce(func.sum(StockRow.on_hand - StockRow.reserved), 0)


def order(ctx: Context, number: str) -> tuple[OrderRow, CustomerRow, AddressRow] | None:
    """Return an order with who bought it and where it goes."""
    found = ctx.session.execute(
        select(OrderRow, CustomerRow, AddressRow)
        .join(CustomerRow, CustomerRow.id == OrderRow.customer_id)
        .join(AddressRow, AddressRow.id == OrderRow.address_id)
        .where(
            own_orders(ctx),
            OrderRow.number == number,
            CustomerRow.shop_id == ctx.actor.shop_id,
            AddressRow.shop_id == ctx.actor.shop_id,
        )
    ).first()
    return (found[0], found[1], found[2]) if found is not None else None


def order_of_parcel(ctx: Context, awb: str) -> str | None:
    """Return the number of the order that a parcel belongs to."""
    return ctx.session.scalar(
        select(OrderRow.number)
        .join(ShipmentRow, ShipmentRow.order_id == OrderRow.id)
        .where(own_orders(ctx), ShipmentRow.shop_id == ctx.actor.shop_id, ShipmentRow.awb == awb)
    )


def parcel(ctx: Context, order_id: int, awb: str | None) -> ShipmentRow | None:
    """Return a parcel of an order: the one of an AWB, else the newest."""
    query = select(ShipmentRow).where(
        ShipmentRow.shop_id == ctx.actor.shop_id, ShipmentRow.order_id == order_id
    )
    if awb is not None:
        query = query.where(ShipmentRow.awb == awb)
    return ctx.session.scalar(query.order_by(ShipmentRow.id.desc()).limit(1))


def case(ctx: Context, shipment_id: int) -> tuple[NdrCaseRow, str | None] | None:
    """Return the latest case of a parcel, and whose it is."""
    found = ctx.session.execute(
        select(NdrCaseRow, PersonRow.name)
        .outerjoin(
            PersonRow,
            (PersonRow.id == NdrCaseRow.assignee_id) & (PersonRow.shop_id == ctx.actor.shop_id),
        )
        .where(NdrCaseRow.shop_id == ctx.actor.shop_id, NdrCaseRow.shipment_id == shipment_id)
        .order_by(NdrCaseRow.id.desc())
        .limit(1)
    ).first()
    return (found[0], found[1]) if found is not None else None


def pieces(ctx: Context, order_id: int) -> int:
    """Return how many pieces an order has."""
    count = ctx.session.scalar(
        select(func.sum(OrderItemRow.quantity)).where(
            OrderItemRow.shop_id == ctx.actor.shop_id, OrderItemRow.order_id == order_id
        )
    )
    return int(count or 0)


def customer(ctx: Context, customer_id: int) -> CustomerRow | None:
    """Return a customer."""
    return ctx.session.scalar(
        select(CustomerRow).where(
            CustomerRow.shop_id == ctx.actor.shop_id, CustomerRow.id == customer_id
        )
    )


def buying(ctx: Context, customer_id: int) -> dict[str, Any]:
    """Return what a customer's orders come to: counts, minor units, and the last one's moment."""
    came_back = (OrderStatus.RTO, OrderStatus.RETURNED)
    row = ctx.session.execute(
        select(
            func.count(),
            func.count().filter(OrderRow.status == OrderStatus.DELIVERED),
            func.count().filter(OrderRow.status.in_(came_back)),
            func.coalesce(
                func.sum(OrderRow.total_minor - OrderRow.refunded_minor).filter(
                    OrderRow.status == OrderStatus.DELIVERED
                ),
                0,
            ),
            func.max(OrderRow.placed_at),
        ).where(own_orders(ctx), OrderRow.customer_id == customer_id)
    ).one()
    return {
        "orders": row[0], "delivered": row[1], "came_back": row[2], "spent_minor": int(row[3]),
        "last_at": row[4],
    }  # fmt: skip


def risk(ctx: Context, order_id: int) -> float | None:
    """Return the chance, from 0 to 1, that an order comes back, as the newest score says."""
    return ctx.session.scalar(
        select(OrderRiskRow.chance)
        .where(OrderRiskRow.shop_id == ctx.actor.shop_id, OrderRiskRow.order_id == order_id)
        .order_by(OrderRiskRow.version.desc())
        .limit(1)
    )


def product(ctx: Context, sku: str) -> tuple[str, str, int] | None:
    """Return a variant's SKU, title and pieces that can be sold."""
    found = ctx.session.execute(
        select(VariantRow.sku, VariantRow.title, _FREE)
        .outerjoin(
            StockRow,
            (StockRow.variant_id == VariantRow.id) & (StockRow.shop_id == ctx.actor.shop_id),
        )
        .where(
            VariantRow.shop_id == ctx.actor.shop_id,
            VariantRow.sku == sku,
        )
        .group_by(VariantRow.sku, VariantRow.title)
    ).first()
    return (found[0], found[1], int(found[2])) if found is not None else None


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
            ids = _lapsed(ctx, now, limit)
            return [str(one) for one in ids]
        case "stock.low":
            return low_stock(ctx, limit)
        case _:
            raise ValueError(of)
    return ctx.session.scalars(query.limit(limit)).all()


def low_stock(ctx: Context, limit: int) -> Sequence[str]:
    """Return the SKUs of which fewer pieces can be sold than the threshold, the fewest first."""
    return ctx.session.scalars(
        select(VariantRow.sku)
        .join(
            StockRow,
            (StockRow.variant_id == VariantRow.id) & (StockRow.shop_id == ctx.actor.shop_id),
        )
        .where(VariantRow.shop_id == ctx.actor.shop_id)
        .group_by(VariantRow.sku)
        .having(_FREE < THRESHOLD)
        .order_by(_FREE, VariantRow.sku)
        .limit(limit)
    ).all()


def _parcels(ctx: Context) -> Any:
    return (
        select(ShipmentRow.awb)
        .join(OrderRow, OrderRow.id == ShipmentRow.order_id)
        .where(own_orders(ctx), ShipmentRow.shop_id == ctx.actor.shop_id)
    )


def _lapsed(ctx: Context, now: datetime, limit: int) -> Sequence[int]:
    last = func.max(OrderRow.placed_at)
    return ctx.session.scalars(
        select(OrderRow.customer_id)
        .where(own_orders(ctx))
        .group_by(OrderRow.customer_id)
        .having(last < now - LAPSED, last >= now - 2 * LAPSED)
        .order_by(last.desc(), OrderRow.customer_id)
        .limit(limit)
    ).all()


def related(ctx: Context, kind: str, name: str) -> set[tuple[str, str]]:
    """Return what something belongs together with: an order, its parcels and its customer."""
    ids: list[int] = []
    about = {(kind, name)}
    if kind == "customer" and name.isdecimal():
        wanted = OrderRow.customer_id == int(name)
    elif kind == "order":
        wanted = OrderRow.number == name
    elif kind == "parcel":
        wanted = OrderRow.number == (order_of_parcel(ctx, name) or "")
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
    if kind == "customer":
        return customer(ctx, int(name)) if name.isdecimal() else None
    number = order_of_parcel(ctx, name) if kind == "parcel" else name
    found = order(ctx, number) if number is not None and kind in ("order", "parcel") else None
    return found[1] if found is not None else None


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
        case "stock.low":
            return [(ctx.now, sku) for sku in low_stock(ctx, limit)]
        case _:
            return []
    return [(at, name) for at, name in ctx.session.execute(query.limit(limit))]
