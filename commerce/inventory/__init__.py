"""What the shop sells and where it lies: find a product, see its stock, put it right."""

from collections.abc import Collection, Mapping
from datetime import timedelta

from commerce.access import Permission
from commerce.context import Context
from commerce.inventory import queries, rules
from commerce.inventory.adjusting import adjust, plan_adjust, undo_adjust
from commerce.inventory.finding import (
    CHOICES,
    find_variants,
    find_warehouse,
    matching_variants,
)
from commerce.inventory.rules import PACE_DAYS
from commerce.inventory.types import (
    DeadShelf,
    DeadStock,
    Pace,
    Reservation,
    Shelf,
    Stock,
    StockReason,
    StockStep,
    Variant,
    Warehouse,
)
from commerce.money import Money

__all__ = [
    "CHOICES",
    "PACE_DAYS",
    "DeadShelf",
    "DeadStock",
    "Pace",
    "Reservation",
    "Shelf",
    "Stock",
    "StockReason",
    "StockStep",
    "Variant",
    "Warehouse",
    "adjust",
    "dead_stock",
    "find_variants",
    "find_warehouse",
    "low_stock",
    "matching_variants",
    "plan_adjust",
    "release",
    "reservations",
    "reserve_again",
    "stock_of",
    "undo_adjust",
]


def stock_of(ctx: Context, product: str, warehouse: str | None = None) -> tuple[Stock, ...]:
    """Return what lies of a product's variants, in one warehouse or in all.

    Raises:
        NotFound: No such product or warehouse.
        Ambiguous: Several fit.
    """
    ctx.require(Permission.STOCK_READ)
    where = find_warehouse(ctx, warehouse) if warehouse else None
    found = find_variants(ctx, product)
    shelves = queries.shelves(ctx, [v.id for v in found], where.id if where else None)
    return tuple(Stock(variant=v, shelves=tuple(shelves.get(v.id, ()))) for v in found)


def low_stock(ctx: Context, *, days: int = 7) -> tuple[Pace, ...]:
    """Return the variants whose free pieces last fewer than `days` at their present pace.

    `days left = free pieces / (pieces sold in the last 30 days / 30)`. Sold out comes first, then
    the soonest, then the most revenue. What did not sell in those days is never low.
    """
    ctx.require(Permission.STOCK_READ)
    sold = queries.sold_since(ctx, ctx.now - timedelta(days=rules.PACE_DAYS))
    free = queries.free_pieces(ctx)
    paces = (
        rules.pace(v, free=free.get(v.id, 0), sold=sold[v.id][0], revenue=sold[v.id][1])
        for v in queries.variants(ctx)
        if v.id in sold
    )
    return tuple(rules.running_low(paces, days=days))


def dead_stock(ctx: Context, *, days: int = 90) -> DeadShelf:
    """Return what lies on the shelves and was not sold for `days`, the most money first.

    What came into the shop within those days is not dead yet. Cancelled and failed orders sold
    nothing.
    """
    ctx.require(Permission.STOCK_READ)
    lying = queries.lying(ctx)
    start = ctx.now - timedelta(days=days)
    still = [(v, came) for v, came in queries.unsold_since(ctx, start) if v.id in lying]
    sold = queries.last_sales(ctx, [variant.id for variant, _ in still])
    dead = [
        DeadStock(
            variant=variant,
            on_hand=lying[variant.id][0],
            value=lying[variant.id][1],
            last_sold_at=sold.get(variant.id),
            since=sold.get(variant.id, came),
        )
        for variant, came in still
    ]
    return DeadShelf(
        dead=tuple(sorted(dead, key=lambda d: (-d.value.minor, d.since, d.variant.sku))),
        pieces=sum(item.on_hand for item in dead),
        value=Money(sum(item.value.minor for item in dead), ctx.currency),
        all_value=Money(sum(value.minor for _, value in lying.values()), ctx.currency),
    )


def reservations(
    ctx: Context, pieces: Mapping[int, int], *, warehouse_id: int | None, lock: bool = False
) -> tuple[Reservation, ...]:
    """Return what shelves keep for one order and would get back without it.

    Args:
        ctx: Who asks.
        pieces: Variant id → pieces ordered.
        warehouse_id: Where the order is packed, where that is known.
        lock: Hold the shelves until the transaction ends, to write next.
    """
    kept = queries.reserved(ctx, list(pieces), first=warehouse_id, lock=lock)
    return tuple(
        share
        for variant_id, quantity in pieces.items()
        for share in rules.share_out(kept.get(variant_id, ()), quantity)
    )


def release(ctx: Context, shares: Collection[Reservation]) -> None:
    """Give pieces kept for an order back to be sold."""
    ctx.require(Permission.ORDERS_WRITE)
    for share in sorted(shares, key=lambda share: share.stock_id):
        queries.add_reserved(ctx, share.stock_id, -share.quantity)


def reserve_again(ctx: Context, places: Mapping[str, int]) -> tuple[str, ...]:
    """Keep pieces for an order once more, by `Reservation.place`.

    Returns:
        The places where more is now promised than lies there.
    """
    ctx.require(Permission.ORDERS_WRITE)
    free = queries.free_by_place(ctx, {place.rpartition(" @ ")[0] for place in places})
    for place, pieces in sorted(places.items(), key=lambda item: free[item[0]][0]):
        queries.add_reserved(ctx, free[place][0], pieces)
    return tuple(place for place, pieces in places.items() if free[place][1] < pieces)
