"""All SQL about variants, warehouses and stock."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from sqlalchemy import case, func, select, update

from commerce import figures
from commerce.context import Context
from commerce.db.tables import (
    ProductRow,
    StockMovementRow,
    StockRow,
    SupplierItemRow,
    SupplierRow,
    VariantRow,
    WarehouseRow,
)
from commerce.inventory.types import Place, Reservation, Shelf, Variant, Warehouse
from commerce.money import Money
from commerce.vocabulary import OrderStatus

_EVER = datetime(1970, 1, 1, tzinfo=UTC)
_A_MOMENT = timedelta(microseconds=1)
"""What is of this very moment counts too."""

NEVER_SOLD = (OrderStatus.CANCELLED, OrderStatus.FAILED)
"""Orders in these took nothing off the shelf."""


def variants(ctx: Context, *, sku: str | None = None) -> list[Variant]:
    """Return what the shop sells now, or the one of a SKU, active or not."""
    statement = (
        select(VariantRow, ProductRow.title)
        .join(ProductRow, ProductRow.id == VariantRow.product_id)
        .where(VariantRow.shop_id == ctx.actor.shop_id)
        .order_by(VariantRow.sku)
    )
    chosen = VariantRow.is_active if sku is None else VariantRow.sku == sku
    found = ctx.session.execute(statement.where(chosen))
    return [_variant(ctx, row, title) for row, title in found]


def warehouses(ctx: Context) -> list[Warehouse]:
    """Return the shop's warehouses by code."""
    found = ctx.session.scalars(
        select(WarehouseRow)
        .where(WarehouseRow.shop_id == ctx.actor.shop_id)
        .order_by(WarehouseRow.code)
    )
    return [_warehouse(row) for row in found]


def shelves(
    ctx: Context, variant_ids: Collection[int], warehouse_id: int | None
) -> dict[int, list[Shelf]]:
    """Return variant id → its shelves by warehouse code, in one warehouse or in all."""
    statement = (
        select(StockRow, WarehouseRow)
        .join(WarehouseRow, WarehouseRow.id == StockRow.warehouse_id)
        .where(StockRow.shop_id == ctx.actor.shop_id, StockRow.variant_id.in_(variant_ids))
        .order_by(WarehouseRow.code)
    )
    if warehouse_id is not None:
        statement = statement.where(StockRow.warehouse_id == warehouse_id)
    found: dict[int, list[Shelf]] = {}
    for stock, warehouse in ctx.session.execute(statement):
        shelf = Shelf(
            warehouse=_warehouse(warehouse), on_hand=stock.on_hand, reserved=stock.reserved
        )
        found.setdefault(stock.variant_id, []).append(shelf)
    return found


def free_pieces(ctx: Context) -> dict[int, int]:
    """Return variant id → free pieces over all warehouses, of all that ever lay on a shelf."""
    found = ctx.session.execute(
        select(StockRow.variant_id, func.sum(StockRow.on_hand - StockRow.reserved))
        .where(StockRow.shop_id == ctx.actor.shop_id)
        .group_by(StockRow.variant_id)
    )
    return {variant_id: int(free) for variant_id, free in found}


def sold_since(ctx: Context, start: datetime) -> dict[int, tuple[int, Money]]:
    """Return variant id → pieces and revenue of orders placed since, that were not called off."""
    facts = figures.facts(ctx, figures.SALES, start, ctx.now + _A_MOMENT, by_day=False)
    columns = facts.table.c
    found = ctx.session.execute(
        select(columns.variant_id, func.sum(columns.pieces), func.sum(columns.amount_minor))
        .where(columns.status.not_in(NEVER_SOLD), columns.variant_id != 0)
        .group_by(columns.variant_id),
        facts.values,
    )
    return {
        variant_id: (int(pieces), Money(int(revenue), ctx.currency))
        for variant_id, pieces, revenue in found
    }


def reserved(
    ctx: Context, variant_ids: Collection[int], *, first: int | None, lock: bool
) -> dict[int, list[Reservation]]:
    """Return variant id → what each shelf keeps for all orders.

    The warehouse `first` (an id) leads, then the shelf that keeps the most. `lock` holds the rows
    until the transaction ends.
    """
    leads = case((StockRow.warehouse_id == first, 0), else_=1)
    statement = (
        select(
            StockRow.variant_id, StockRow.id, VariantRow.sku, WarehouseRow.code, StockRow.reserved
        )
        .join(VariantRow, VariantRow.id == StockRow.variant_id)
        .join(WarehouseRow, WarehouseRow.id == StockRow.warehouse_id)
        .where(StockRow.shop_id == ctx.actor.shop_id, StockRow.variant_id.in_(variant_ids))
        .order_by(leads, StockRow.reserved.desc(), WarehouseRow.code)
    )
    if lock:
        statement = statement.with_for_update(of=StockRow)
    kept: dict[int, list[Reservation]] = {}
    for variant_id, stock_id, sku, code, pieces in ctx.session.execute(statement):
        shelf = Reservation(stock_id=stock_id, sku=sku, warehouse=code, quantity=pieces)
        kept.setdefault(variant_id, []).append(shelf)
    return kept


def free_by_place(ctx: Context, skus: Collection[str]) -> dict[str, tuple[int, int]]:
    """Return `Reservation.place` → stock id and free pieces there."""
    found = ctx.session.execute(
        select(VariantRow.sku, WarehouseRow.code, StockRow.id, StockRow.on_hand - StockRow.reserved)
        .join(StockRow, StockRow.variant_id == VariantRow.id)
        .join(WarehouseRow, WarehouseRow.id == StockRow.warehouse_id)
        .where(VariantRow.shop_id == ctx.actor.shop_id, VariantRow.sku.in_(skus))
    )
    return {
        Reservation(stock_id=stock_id, sku=sku, warehouse=code, quantity=0).place: (stock_id, free)
        for sku, code, stock_id, free in found
    }


def add_reserved(ctx: Context, stock_id: int, pieces: int) -> None:
    """Reserve more (or, below zero, fewer) pieces on one shelf."""
    ctx.session.execute(
        update(StockRow)
        .where(StockRow.shop_id == ctx.actor.shop_id, StockRow.id == stock_id)
        .values(reserved=StockRow.reserved + pieces)
    )


def place(ctx: Context, variant_id: int, warehouse_id: int, *, lock: bool) -> Place:
    """Return one shelf. `lock` holds it until the transaction ends."""
    sku, cost = ctx.session.execute(
        select(VariantRow.sku, VariantRow.cost_minor).where(
            VariantRow.shop_id == ctx.actor.shop_id, VariantRow.id == variant_id
        )
    ).one()
    code = ctx.session.scalars(
        select(WarehouseRow.code).where(
            WarehouseRow.shop_id == ctx.actor.shop_id, WarehouseRow.id == warehouse_id
        )
    ).one()
    shelf = select(StockRow.id, StockRow.on_hand, StockRow.reserved).where(
        StockRow.shop_id == ctx.actor.shop_id,
        StockRow.variant_id == variant_id,
        StockRow.warehouse_id == warehouse_id,
    )
    row = ctx.session.execute(shelf.with_for_update() if lock else shelf).one_or_none()
    stock_id, on_hand, reserved = row if row is not None else (None, 0, 0)
    return Place(
        stock_id=stock_id, variant_id=variant_id, warehouse_id=warehouse_id, sku=sku,
        warehouse=code, on_hand=on_hand, reserved=reserved, cost=Money(cost, ctx.currency),
    )  # fmt: skip


def move(ctx: Context, place: Place, pieces: int, *, reason: str, reference: str) -> None:
    """Put pieces on a shelf, or take them off below zero, and write the movement down."""
    if place.stock_id is None:
        ctx.session.add(
            StockRow(
                shop_id=ctx.actor.shop_id, variant_id=place.variant_id,
                warehouse_id=place.warehouse_id, on_hand=pieces, reserved=0,
            )
        )  # fmt: skip
    else:
        ctx.session.execute(
            update(StockRow)
            .where(StockRow.shop_id == ctx.actor.shop_id, StockRow.id == place.stock_id)
            .values(on_hand=StockRow.on_hand + pieces)
        )
    ctx.session.add(
        StockMovementRow(
            shop_id=ctx.actor.shop_id, variant_id=place.variant_id,
            warehouse_id=place.warehouse_id, quantity=pieces, reason=reason, reference=reference,
            at=ctx.now,
        )
    )  # fmt: skip
    ctx.session.flush()


def lying(ctx: Context) -> dict[int, tuple[int, Money]]:
    """Return variant id → pieces on hand and their value at cost, of all that lies there."""
    pieces = func.sum(StockRow.on_hand)
    found = ctx.session.execute(
        select(StockRow.variant_id, pieces, VariantRow.cost_minor)
        .join(VariantRow, VariantRow.id == StockRow.variant_id)
        .where(StockRow.shop_id == ctx.actor.shop_id)
        .group_by(StockRow.variant_id, VariantRow.cost_minor)
        .having(pieces > 0)
    )
    return {
        variant_id: (int(count), Money(int(count) * cost, ctx.currency))
        for variant_id, count, cost in found
    }


def unsold_since(ctx: Context, start: datetime) -> list[tuple[Variant, datetime]]:
    """Return variants in the shop since before `start` that nobody bought after it.

    With each comes when its product came into the shop.
    """
    sold = sold_since(ctx, start)
    found = ctx.session.execute(
        select(VariantRow, ProductRow.title, ProductRow.created_at)
        .join(ProductRow, ProductRow.id == VariantRow.product_id)
        .where(VariantRow.shop_id == ctx.actor.shop_id, ProductRow.created_at < start)
    )
    return [
        (_variant(ctx, row, title), created_at)
        for row, title, created_at in found
        if row.id not in sold
    ]


def last_sales(ctx: Context, variant_ids: Collection[int]) -> dict[int, datetime]:
    """Return variant id → the beginning of the day on which it was last bought, where it was."""
    if not variant_ids:
        return {}
    facts = figures.facts(ctx, figures.SALES, _EVER, ctx.now + _A_MOMENT)
    columns = facts.table.c
    days = ctx.session.execute(
        select(columns.variant_id, func.max(columns.day))
        .where(columns.status.not_in(NEVER_SOLD), columns.variant_id.in_(variant_ids))
        .group_by(columns.variant_id),
        facts.values,
    )
    return {
        variant_id: datetime.combine(day, time(), ctx.zone).astimezone(UTC)
        for variant_id, day in days
    }


def _variant(ctx: Context, row: VariantRow, product_title: str) -> Variant:
    return Variant(
        id=row.id, sku=row.sku, title=row.title, product_id=row.product_id,
        product_title=product_title, price=Money(row.price_minor, ctx.currency),
    )  # fmt: skip


def _warehouse(row: WarehouseRow) -> Warehouse:
    return Warehouse(id=row.id, code=row.code, name=row.name, city=row.city)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A variant as its cheapest supplier sells it."""

    supplier: str
    cost: Money
    """Of one piece."""
    lead_days: float
    lead_sd: float
    minimum: int


def offers(ctx: Context) -> dict[int, Offer]:
    """Return variant id → its cheapest offer, the sooner of two that cost the same."""
    found = ctx.session.execute(
        select(SupplierItemRow, SupplierRow.name)
        .join(SupplierRow, SupplierRow.id == SupplierItemRow.supplier_id)
        .where(SupplierItemRow.shop_id == ctx.actor.shop_id)
        .order_by(
            SupplierItemRow.cost_minor.desc(), SupplierItemRow.lead_days_mean.desc(),
            SupplierItemRow.id.desc(),
        )
    )  # fmt: skip
    return {
        row.variant_id: Offer(
            supplier=name, cost=Money(row.cost_minor, ctx.currency),
            lead_days=max(row.lead_days_mean, 0.5), lead_sd=row.lead_days_sd,
            minimum=row.minimum_quantity,
        )
        for row, name in found
    }  # fmt: skip
