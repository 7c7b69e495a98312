"""All SQL of exports: pages that begin after the last row of the page before."""

from collections.abc import Collection, Iterator
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select

from commerce.context import Context
from commerce.db.tables import (
    AddressRow,
    CustomerRow,
    NdrCaseRow,
    OrderItemRow,
    OrderRow,
    PersonRow,
    ProductRow,
    ShipmentRow,
    StockRow,
    VariantRow,
    WarehouseRow,
)
from commerce.ndr import NdrSearch
from commerce.ndr import queries as ndr_queries
from commerce.orders import OrderSearch
from commerce.orders import queries as order_queries
from commerce.parcels import ParcelSearch
from commerce.parcels import queries as parcel_queries
from commerce.periods import Period
from commerce.scope import own_orders

AT_ONCE = 1_000
"""Rows read at a time."""


def orders(ctx: Context, wanted: OrderSearch) -> Iterator[Any]:
    """Yield the shop's orders that fit, the oldest first."""
    statement = (
        select(
            OrderRow.id, OrderRow.number, OrderRow.placed_at, OrderRow.status,
            OrderRow.sales_channel, OrderRow.source_id, OrderRow.payment_method,
            OrderRow.payment_status, OrderRow.currency, OrderRow.subtotal_minor,
            OrderRow.discount_minor, OrderRow.shipping_minor, OrderRow.tax_minor,
            OrderRow.total_minor, OrderRow.refunded_minor, OrderRow.cancelled_at,
            OrderRow.tags, OrderRow.note, CustomerRow.name, CustomerRow.phone,
            CustomerRow.email, AddressRow.line1, AddressRow.line2, AddressRow.city,
            AddressRow.state, AddressRow.pincode,
        )
        .join(CustomerRow, CustomerRow.id == OrderRow.customer_id)
        .join(AddressRow, AddressRow.id == OrderRow.address_id)
        .where(
            own_orders(ctx),
            CustomerRow.shop_id == ctx.actor.shop_id,
            *order_queries.chosen(ctx, wanted),
        )
    )  # fmt: skip
    return _pages(ctx, statement, OrderRow.placed_at, OrderRow.id, None)


def items(ctx: Context, order_ids: Collection[int]) -> dict[int, tuple[int, str]]:
    """Return order id → its pieces, and its lines in words."""
    found = ctx.session.execute(
        select(OrderItemRow.order_id, OrderItemRow.quantity, OrderItemRow.sku, OrderItemRow.title)
        .where(OrderItemRow.shop_id == ctx.actor.shop_id, OrderItemRow.order_id.in_(order_ids))
        .order_by(OrderItemRow.id)
    )
    told: dict[int, tuple[int, str]] = {}
    for order_id, quantity, sku, title in found:
        pieces, words = told.get(order_id, (0, ""))
        line = f"{quantity} × {title}" + (f" [{sku}]" if sku else "")
        told[order_id] = (pieces + quantity, f"{words}; {line}" if words else line)
    return told


def parcels(ctx: Context, wanted: ParcelSearch | None, period: Period | None) -> Iterator[Any]:
    """Yield the shop's parcels that fit, or those made in a period, the oldest first."""
    statement = (
        select(
            ShipmentRow.id, ShipmentRow.awb, OrderRow.number, ShipmentRow.courier,
            ShipmentRow.status, WarehouseRow.code, ShipmentRow.cod_minor,
            ShipmentRow.weight_grams, ShipmentRow.attempts, ShipmentRow.created_at,
            ShipmentRow.picked_up_at, ShipmentRow.out_for_delivery_at,
            ShipmentRow.promised_at, ShipmentRow.delivered_at, ShipmentRow.rto_at,
            ShipmentRow.last_scan_at, ShipmentRow.last_location, OrderRow.currency,
        )
        .join(OrderRow, OrderRow.id == ShipmentRow.order_id)
        .join(AddressRow, AddressRow.id == OrderRow.address_id)
        .outerjoin(
            WarehouseRow,
            and_(
                WarehouseRow.id == ShipmentRow.warehouse_id,
                WarehouseRow.shop_id == ctx.actor.shop_id,
            ),
        )
        .where(own_orders(ctx), ShipmentRow.shop_id == ctx.actor.shop_id)
    )  # fmt: skip
    if wanted is not None:
        statement = statement.where(*parcel_queries.chosen(ctx, wanted))
    return _pages(ctx, statement, ShipmentRow.created_at, ShipmentRow.id, period)


def ndr_cases(ctx: Context, wanted: NdrSearch | None, period: Period | None) -> Iterator[Any]:
    """Yield the shop's NDR cases that fit, or those opened in a period, the oldest first."""
    statement = (
        select(
            NdrCaseRow.id, ShipmentRow.awb, OrderRow.number, ShipmentRow.courier,
            NdrCaseRow.status, NdrCaseRow.reason, NdrCaseRow.priority, NdrCaseRow.attempts,
            NdrCaseRow.opened_at, NdrCaseRow.last_attempt_at, NdrCaseRow.due_at,
            NdrCaseRow.reattempt_on, NdrCaseRow.closed_at, PersonRow.name,
            CustomerRow.name.label("customer"), CustomerRow.phone, AddressRow.city,
            AddressRow.pincode, OrderRow.total_minor, ShipmentRow.cod_minor, OrderRow.currency,
        )
        .join(ShipmentRow, ShipmentRow.id == NdrCaseRow.shipment_id)
        .join(OrderRow, OrderRow.id == NdrCaseRow.order_id)
        .join(CustomerRow, CustomerRow.id == OrderRow.customer_id)
        .join(AddressRow, AddressRow.id == OrderRow.address_id)
        .outerjoin(
            PersonRow,
            and_(
                PersonRow.id == NdrCaseRow.assignee_id, PersonRow.shop_id == ctx.actor.shop_id
            ),
        )
        .where(
            own_orders(ctx),
            NdrCaseRow.shop_id == ctx.actor.shop_id,
            ShipmentRow.shop_id == ctx.actor.shop_id,
        )
    )  # fmt: skip
    if wanted is not None:
        statement = statement.where(*ndr_queries.chosen(ctx, wanted, _midnight(ctx)))
    return _pages(ctx, statement, NdrCaseRow.opened_at, NdrCaseRow.id, period)


def stock(
    ctx: Context, *, warehouse_id: int | None = None, variant_ids: Collection[int] | None = None
) -> Iterator[Any]:
    """Yield what lies on the shop's shelves: in one warehouse, of some variants, or all."""
    narrowed = [] if warehouse_id is None else [StockRow.warehouse_id == warehouse_id]
    if variant_ids is not None:
        narrowed.append(StockRow.variant_id.in_(variant_ids))
    last = 0
    while True:
        page = list(
            ctx.session.execute(
                select(
                    StockRow.id, VariantRow.sku, VariantRow.title, ProductRow.category,
                    WarehouseRow.code, StockRow.on_hand, StockRow.reserved,
                    VariantRow.price_minor, VariantRow.cost_minor, VariantRow.mrp_minor,
                    VariantRow.is_active,
                )
                .join(VariantRow, VariantRow.id == StockRow.variant_id)
                .join(ProductRow, ProductRow.id == VariantRow.product_id)
                .join(WarehouseRow, WarehouseRow.id == StockRow.warehouse_id)
                .where(
                    StockRow.shop_id == ctx.actor.shop_id,
                    VariantRow.shop_id == ctx.actor.shop_id,
                    StockRow.id > last,
                    *narrowed,
                )
                .order_by(StockRow.id)
                .limit(AT_ONCE)
            )
        )  # fmt: skip
        yield from page
        if len(page) < AT_ONCE:
            return
        last = page[-1].id


def _pages(
    ctx: Context,
    statement: Select[*tuple[Any, ...]],
    moment: Any,
    identity: Any,
    period: Period | None,
) -> Iterator[Any]:
    """Yield a statement's rows in the order of a moment, a page at a time."""
    if period is not None:
        statement = statement.where(moment >= period.start, moment < period.end)
    after: ColumnElement[bool] | None = None
    ordered = statement.order_by(moment, identity).limit(AT_ONCE)
    while True:
        page = list(ctx.session.execute(ordered if after is None else ordered.where(after)))
        yield from page
        if len(page) < AT_ONCE:
            return
        last_at: datetime = getattr(page[-1], moment.key)
        after = or_(moment > last_at, and_(moment == last_at, identity > page[-1].id))


def _midnight(ctx: Context) -> datetime:
    return datetime.combine(ctx.today + timedelta(days=1), time(), ctx.zone)
