"""The SQL of what the scores of undelivered parcels look at, for many cases at once."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import case, func, select

from commerce.context import Context
from commerce.db.tables import (
    AddressRow,
    NdrActionRow,
    NdrCaseRow,
    OrderItemRow,
    OrderRow,
    ScanRow,
    ShipmentRow,
    VariantRow,
)
from commerce.ndr import queries
from commerce.ndr.types import NdrSearch
from commerce.scope import own_orders
from commerce.scoring.queries_ndr import TELLING
from commerce.vocabulary import OrderStatus, ShipmentStatus

_TAKEN = (OrderStatus.DELIVERED, OrderStatus.RETURNED)


def matching(
    ctx: Context, search: NdrSearch, midnight: datetime
) -> list[tuple[int, int, datetime]]:
    """Return id, rupees in minor units and `due_at` of all cases of a search, due first."""
    statement = (
        select(NdrCaseRow.id, OrderRow.total_minor, NdrCaseRow.due_at)
        .join(OrderRow, OrderRow.id == NdrCaseRow.order_id)
        .join(ShipmentRow, ShipmentRow.id == NdrCaseRow.shipment_id)
        .join(AddressRow, AddressRow.id == OrderRow.address_id)
        .where(*queries.chosen(ctx, search, midnight))
        .order_by(NdrCaseRow.due_at, OrderRow.total_minor.desc(), NdrCaseRow.id)
    )
    return [(one, total, due) for one, total, due in ctx.session.execute(statement)]


def standing(ctx: Context, case_ids: Collection[int]) -> list[Any]:
    """Return of each case what does not need counting, in the order of ids."""
    return list(
        ctx.session.execute(
            select(
                NdrCaseRow.id,
                NdrCaseRow.opened_at,
                NdrCaseRow.last_attempt_at,
                NdrCaseRow.attempts,
                NdrCaseRow.reason,
                NdrCaseRow.shipment_id,
                ShipmentRow.courier,
                ShipmentRow.cod_minor,
                OrderRow.total_minor,
                OrderRow.customer_id,
                AddressRow.city,
                AddressRow.pincode,
            )
            .join(ShipmentRow, ShipmentRow.id == NdrCaseRow.shipment_id)
            .join(OrderRow, OrderRow.id == NdrCaseRow.order_id)
            .join(AddressRow, AddressRow.id == OrderRow.address_id)
            .where(
                own_orders(ctx),
                NdrCaseRow.shop_id == ctx.actor.shop_id,
                NdrCaseRow.id.in_(case_ids),
            )
            .order_by(NdrCaseRow.id)
        )
    )


def pasts(ctx: Context, customer_ids: Collection[int]) -> dict[int, tuple[int, int]]:
    """Return customer → parcels taken, and parcels that came back."""
    found = ctx.session.execute(
        select(
            OrderRow.customer_id,
            func.sum(case((OrderRow.status.in_(_TAKEN), 1), else_=0)),
            func.sum(case((OrderRow.status == OrderStatus.RTO, 1), else_=0)),
        )
        .where(own_orders(ctx), OrderRow.customer_id.in_(customer_ids))
        .group_by(OrderRow.customer_id)
    )
    return {customer: (int(taken), int(back)) for customer, taken, back in found}


def tried(ctx: Context, case_ids: Collection[int]) -> list[tuple[int, str, datetime, str]]:
    """Return case, kind, moment and outcome of what was done about cases that a score looks at."""
    found = ctx.session.execute(
        select(
            NdrActionRow.case_id, NdrActionRow.kind, NdrActionRow.at, NdrActionRow.outcome
        ).where(
            NdrActionRow.shop_id == ctx.actor.shop_id,
            NdrActionRow.case_id.in_(case_ids),
            NdrActionRow.kind.in_(TELLING),
        )
    )
    return [(one, kind, at, outcome or "") for one, kind, at, outcome in found]


def outings(ctx: Context, parcel_ids: Collection[int]) -> list[tuple[int, datetime]]:
    """Return parcel and moment of every going out for delivery."""
    found = ctx.session.execute(
        select(ScanRow.shipment_id, ScanRow.at).where(
            ScanRow.shop_id == ctx.actor.shop_id,
            ScanRow.shipment_id.in_(parcel_ids),
            ScanRow.status == ShipmentStatus.OUT_FOR_DELIVERY,
        )
    )
    return [(parcel, at) for parcel, at in found]


def burst(ctx: Context, case_id: int, around: tuple[datetime, datetime]) -> int:
    """Return how many parcels of the case's courier, pincode and reason failed in a span."""
    here = (
        select(ShipmentRow.courier, AddressRow.pincode, NdrCaseRow.reason)
        .join(NdrCaseRow, NdrCaseRow.shipment_id == ShipmentRow.id)
        .join(OrderRow, OrderRow.id == NdrCaseRow.order_id)
        .join(AddressRow, AddressRow.id == OrderRow.address_id)
        .where(own_orders(ctx), NdrCaseRow.shop_id == ctx.actor.shop_id, NdrCaseRow.id == case_id)
        .subquery()
    )
    found = ctx.session.scalar(
        select(func.count(NdrCaseRow.id))
        .join(ShipmentRow, ShipmentRow.id == NdrCaseRow.shipment_id)
        .join(OrderRow, OrderRow.id == NdrCaseRow.order_id)
        .join(AddressRow, AddressRow.id == OrderRow.address_id)
        .join(
            here,
            (here.c.courier == ShipmentRow.courier)
            & (here.c.pincode == AddressRow.pincode)
            & (here.c.reason == NdrCaseRow.reason),
        )
        .where(
            own_orders(ctx),
            NdrCaseRow.shop_id == ctx.actor.shop_id,
            # Open not long before: found by when they were opened.
            NdrCaseRow.opened_at >= around[0],
            NdrCaseRow.opened_at < around[1],
        )
    )
    return int(found or 0)


def settled_since(ctx: Context, since: datetime) -> list[tuple[int, bool]]:
    """Return id of every case opened since that is settled, and whether it was delivered."""
    found = ctx.session.execute(
        select(NdrCaseRow.id, NdrCaseRow.status)
        .join(OrderRow, OrderRow.id == NdrCaseRow.order_id)
        .where(
            own_orders(ctx),
            NdrCaseRow.shop_id == ctx.actor.shop_id,
            NdrCaseRow.opened_at >= since,
            NdrCaseRow.status.in_((*queries.DELIVERED, *queries.RETURNED)),
        )
    )
    return [(case_id, status in queries.DELIVERED) for case_id, status in found]


def taken_at(ctx: Context, customer_id: int) -> list[datetime]:
    """Return when a customer's parcels were delivered, the latest first."""
    found = ctx.session.scalars(
        select(ShipmentRow.delivered_at)
        .join(OrderRow, OrderRow.id == ShipmentRow.order_id)
        .where(
            own_orders(ctx),
            ShipmentRow.shop_id == ctx.actor.shop_id,
            OrderRow.customer_id == customer_id,
            ShipmentRow.delivered_at.is_not(None),
        )
        .order_by(ShipmentRow.delivered_at.desc())
        .limit(20)
    )
    return [at for at in found if at is not None]


def cost_of(ctx: Context, order_id: int) -> tuple[int, int]:
    """Return what an order's goods cost the shop, and the GST in its total, in minor units.

    Lines whose SKU the shop does not know are left out.
    """
    cost = ctx.session.scalar(
        select(func.sum(OrderItemRow.quantity * VariantRow.cost_minor))
        .join(VariantRow, VariantRow.id == OrderItemRow.variant_id)
        .where(
            OrderItemRow.shop_id == ctx.actor.shop_id,
            VariantRow.shop_id == ctx.actor.shop_id,
            OrderItemRow.order_id == order_id,
        )
    )
    tax = ctx.session.scalar(
        select(OrderRow.tax_minor).where(own_orders(ctx), OrderRow.id == order_id)
    )
    return int(cost or 0), int(tax or 0)
