"""All SQL about prices."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, func, select, update
from sqlalchemy.orm import Session

from commerce import figures
from commerce.context import Context
from commerce.db.tables import (
    CompetitorPriceRow,
    OrderItemRow,
    OrderRow,
    PlannedPriceRow,
    PriceChangeRow,
    ProductRow,
    StockRow,
    VariantRow,
)
from commerce.money import Money
from commerce.pricing.types import PriceStatus, RivalPrice
from commerce.scope import own_orders
from commerce.vocabulary import OrderStatus

_NEVER_SOLD = (OrderStatus.CANCELLED.value, OrderStatus.FAILED.value)
_CAME_BACK = (OrderStatus.RTO.value, OrderStatus.RETURNED.value)
_ENDED = (OrderStatus.DELIVERED.value, *_CAME_BACK)


def mrps(ctx: Context, variant_ids: Collection[int]) -> dict[int, Money]:
    """Return variant id → its MRP."""
    found = ctx.session.execute(
        select(VariantRow.id, VariantRow.mrp_minor).where(
            VariantRow.shop_id == ctx.actor.shop_id, VariantRow.id.in_(variant_ids)
        )
    )
    return {variant_id: Money(minor, ctx.currency) for variant_id, minor in found}


def latest_rival_prices(
    ctx: Context, variant_ids: Collection[int]
) -> dict[int, tuple[RivalPrice, ...]]:
    """Return variant id → the latest price of each competitor, the cheapest first."""
    row = CompetitorPriceRow
    place = func.row_number().over(
        partition_by=(row.variant_id, row.competitor), order_by=(row.at.desc(), row.id.desc())
    )
    seen = (
        select(row.variant_id, row.competitor, row.price_minor, row.at, place.label("place"))
        .where(row.shop_id == ctx.actor.shop_id, row.variant_id.in_(variant_ids), row.at <= ctx.now)
        .subquery()
    )
    found: dict[int, tuple[RivalPrice, ...]] = {}
    for variant_id, competitor, minor, at in ctx.session.execute(
        select(seen.c.variant_id, seen.c.competitor, seen.c.price_minor, seen.c.at)
        .where(seen.c.place == 1)
        .order_by(seen.c.variant_id, seen.c.price_minor, seen.c.competitor)
    ):
        price = RivalPrice(competitor=competitor, price=Money(minor, ctx.currency), seen_at=at)
        found[variant_id] = (*found.get(variant_id, ()), price)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Ware:
    """What a variant costs and how it is taxed."""

    id: int
    sku: str
    title: str
    price: int
    cost: int
    mrp: int
    tax_class: str
    category: str


def ware(ctx: Context, variant_id: int, *, lock: bool = False) -> Ware:
    """Return a variant; `lock` holds it until the transaction ends."""
    query = (
        select(VariantRow, ProductRow.tax_class, ProductRow.category)
        .join(ProductRow, VariantRow.product_id == ProductRow.id)
        .where(VariantRow.shop_id == ctx.actor.shop_id, VariantRow.id == variant_id)
    )
    if lock:
        query = query.with_for_update(of=VariantRow).execution_options(populate_existing=True)
    row, tax_class, category = ctx.session.execute(query).one()
    return Ware(
        id=row.id, sku=row.sku, title=row.title, price=row.price_minor, cost=row.cost_minor,
        mrp=row.mrp_minor, tax_class=tax_class, category=category,
    )  # fmt: skip


def variant_id_of(ctx: Context, sku: str) -> int | None:
    """Return the id of a variant by its exact SKU."""
    return ctx.session.scalar(
        select(VariantRow.id).where(VariantRow.shop_id == ctx.actor.shop_id, VariantRow.sku == sku)
    )


def pieces(ctx: Context, variant_id: int, start: datetime, end: datetime) -> int:
    """Return how many pieces of a variant were ordered in a time and not called off."""
    found = ctx.session.scalar(
        select(func.coalesce(func.sum(OrderItemRow.quantity), 0))
        .join(OrderRow, OrderItemRow.order_id == OrderRow.id)
        .where(
            own_orders(ctx), OrderItemRow.shop_id == ctx.actor.shop_id,
            OrderItemRow.variant_id == variant_id, OrderRow.placed_at >= start,
            OrderRow.placed_at < end, OrderRow.status.not_in(_NEVER_SOLD),
        )
    )  # fmt: skip
    return int(found or 0)


def category_pieces(ctx: Context, category: str, but: int, start: datetime, end: datetime) -> int:
    """Return how many pieces of a category, but one variant, were ordered in a time."""
    found = ctx.session.scalar(
        select(func.coalesce(func.sum(OrderItemRow.quantity), 0))
        .join(OrderRow, OrderItemRow.order_id == OrderRow.id)
        .join(VariantRow, OrderItemRow.variant_id == VariantRow.id)
        .join(ProductRow, VariantRow.product_id == ProductRow.id)
        .where(
            own_orders(ctx), ProductRow.shop_id == ctx.actor.shop_id,
            ProductRow.category == category, VariantRow.id != but, OrderRow.placed_at >= start,
            OrderRow.placed_at < end, OrderRow.status.not_in(_NEVER_SOLD),
        )
    )  # fmt: skip
    return int(found or 0)


def channels(ctx: Context, variant_id: int, since: datetime) -> dict[str, int]:
    """Return channel → pieces of a variant sold there."""
    found = ctx.session.execute(
        select(OrderRow.sales_channel, func.sum(OrderItemRow.quantity))
        .join(OrderItemRow, OrderItemRow.order_id == OrderRow.id)
        .where(
            own_orders(ctx), OrderItemRow.variant_id == variant_id, OrderRow.placed_at >= since,
            OrderRow.status.not_in(_NEVER_SOLD),
        )
        .group_by(OrderRow.sales_channel)
    )  # fmt: skip
    return {channel: int(count) for channel, count in found}


def came_back(ctx: Context, category: str, variant_id: int, since: datetime) -> list[
    tuple[int, int]
]:  # fmt: skip
    """Return lines that came back and all that ended: of a category, then of one variant."""
    facts = figures.facts(ctx, figures.SALES, since, ctx.now, by_day=False)
    columns = facts.table.c
    back = case((columns.status.in_(_CAME_BACK), columns.lines), else_=0)
    found = ctx.session.execute(
        select(columns.variant_id, func.sum(back), func.sum(columns.lines))
        .join(VariantRow, VariantRow.id == columns.variant_id)
        .join(ProductRow, ProductRow.id == VariantRow.product_id)
        .where(ProductRow.category == category, columns.status.in_(_ENDED))
        .group_by(columns.variant_id),
        facts.values,
    ).all()
    own = [row for row in found if row[0] == variant_id]
    return [
        (sum(int(back) for _, back, _ in rows), sum(int(ended) for *_, ended in rows))
        for rows in (found, own)
    ]


def free_pieces(ctx: Context, variant_id: int) -> int:
    """Return how many pieces of a variant lie free."""
    found = ctx.session.scalar(
        select(func.coalesce(func.sum(StockRow.on_hand - StockRow.reserved), 0)).where(
            StockRow.shop_id == ctx.actor.shop_id, StockRow.variant_id == variant_id
        )
    )
    return int(found or 0)


def last_change(ctx: Context, variant_id: int) -> datetime | None:
    """Return when a variant's price was last changed."""
    return ctx.session.scalar(
        select(func.max(PriceChangeRow.at)).where(
            PriceChangeRow.shop_id == ctx.actor.shop_id, PriceChangeRow.variant_id == variant_id
        )
    )


def price_at(ctx: Context, variant_id: int, at: datetime) -> int | None:
    """Return the price a variant had at a moment."""
    return ctx.session.scalar(
        select(PriceChangeRow.price_minor)
        .where(
            PriceChangeRow.shop_id == ctx.actor.shop_id, PriceChangeRow.variant_id == variant_id,
            PriceChangeRow.at <= at,
        )
        .order_by(PriceChangeRow.at.desc(), PriceChangeRow.id.desc())
        .limit(1)
    )  # fmt: skip


def write_price(ctx: Context, variant_id: int, minor: int, why: str) -> None:
    """Give a variant a price from now on."""
    ctx.session.execute(
        update(VariantRow)
        .where(VariantRow.shop_id == ctx.actor.shop_id, VariantRow.id == variant_id)
        .values(price_minor=minor)
    )
    ctx.session.add(
        PriceChangeRow(
            shop_id=ctx.actor.shop_id, variant_id=variant_id, price_minor=minor, at=ctx.now, why=why
        )
    )
    ctx.session.flush()


def planned(
    ctx: Context, variant_id: int | None = None, *, due_at: datetime | None = None,
    lock: bool = False,
) -> list[PlannedPriceRow]:  # fmt: skip
    """Return prices that wait for their day, the next first."""
    row = PlannedPriceRow
    query = (
        select(row)
        .where(row.shop_id == ctx.actor.shop_id, row.status == PriceStatus.SCHEDULED.value)
        .order_by(row.due_at, row.id)
    )
    if variant_id is not None:
        query = query.where(row.variant_id == variant_id)
    if due_at is not None:
        query = query.where(row.due_at == due_at)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    return list(ctx.session.scalars(query))


def plan(ctx: Context, variant_id: int, minor: int, due_at: datetime) -> None:
    """Keep a price for a day to come, in place of one that waits for the same day."""
    for row in planned(ctx, variant_id, due_at=due_at, lock=True):
        row.status = PriceStatus.CANCELLED.value
    ctx.session.add(
        PlannedPriceRow(
            shop_id=ctx.actor.shop_id, variant_id=variant_id, person_id=ctx.actor.person_id,
            price_minor=minor, due_at=due_at, status=PriceStatus.SCHEDULED.value,
            created_at=ctx.now,
        )
    )  # fmt: skip
    ctx.session.flush()


def due(session: Session, now: datetime, limit: int) -> list[tuple[int, int]]:
    """Return id and shop of planned prices whose day has come, in every shop."""
    found = session.execute(
        select(PlannedPriceRow.id, PlannedPriceRow.shop_id)
        .where(PlannedPriceRow.status == PriceStatus.SCHEDULED.value, PlannedPriceRow.due_at <= now)
        .order_by(PlannedPriceRow.due_at)
        .limit(limit)
    )
    return [(row[0], row[1]) for row in found]


def due_one(session: Session, shop_id: int, planned_id: int) -> tuple[
    PlannedPriceRow, VariantRow
] | None:  # fmt: skip
    """Return one planned price with its variant, while it still waits, and hold it."""
    row = session.execute(
        select(PlannedPriceRow, VariantRow)
        .join(VariantRow, PlannedPriceRow.variant_id == VariantRow.id)
        .where(
            PlannedPriceRow.shop_id == shop_id, PlannedPriceRow.id == planned_id,
            PlannedPriceRow.status == PriceStatus.SCHEDULED.value,
        )
        .with_for_update()
    ).first()  # fmt: skip
    return (row[0], row[1]) if row else None


def changes(
    ctx: Context, variant_ids: Collection[int] | None, since: datetime, limit: int
) -> list[tuple[PriceChangeRow, str, str, str]]:
    """Return changes made lately with SKU, title and category, the latest first."""
    row = PriceChangeRow
    query = (
        select(row, VariantRow.sku, VariantRow.title, ProductRow.category)
        .join(VariantRow, row.variant_id == VariantRow.id)
        .join(ProductRow, VariantRow.product_id == ProductRow.id)
        .where(row.shop_id == ctx.actor.shop_id, row.at >= since, row.at <= ctx.now)
        .order_by(row.at.desc(), row.id.desc())
        .limit(limit)
    )
    if variant_ids is not None:
        query = query.where(row.variant_id.in_(variant_ids))
    return [(one[0], one[1], one[2], one[3]) for one in ctx.session.execute(query)]


def names(ctx: Context, variant_ids: Collection[int]) -> dict[int, tuple[str, str, int]]:
    """Return variant id → SKU, title and price."""
    found = ctx.session.execute(
        select(VariantRow.id, VariantRow.sku, VariantRow.title, VariantRow.price_minor).where(
            VariantRow.shop_id == ctx.actor.shop_id, VariantRow.id.in_(variant_ids)
        )
    )
    return {row[0]: (row[1], row[2], row[3]) for row in found}
