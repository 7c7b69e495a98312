"""What the shop sells and where it lies: find a product, see its stock, see what runs out."""

from collections.abc import Collection, Mapping
from datetime import timedelta

from commerce.access import Permission
from commerce.context import Context
from commerce.errors import Ambiguous, NotFound
from commerce.inventory import queries, rules
from commerce.inventory.rules import PACE_DAYS
from commerce.inventory.types import Pace, Reservation, Shelf, Stock, Variant, Warehouse

__all__ = [
    "PACE_DAYS",
    "Pace",
    "Reservation",
    "Shelf",
    "Stock",
    "Variant",
    "Warehouse",
    "find_variants",
    "find_warehouse",
    "low_stock",
    "matching_variants",
    "release",
    "reservations",
    "reserve_again",
    "stock_of",
]

CHOICES = 5
"""How many products a question back offers."""


def matching_variants(ctx: Context, text: str) -> tuple[Variant, ...]:
    """Return every variant that a SKU, or a title or part of it, may mean, the best first.

    Raises:
        NotFound: Nothing in the shop comes near.
        Ambiguous: Nothing fits all that was said; the choices come near.
    """
    if exact := queries.variants(ctx, sku=text.strip()):
        return tuple(exact)
    sold = queries.variants(ctx)
    if named := rules.by_sku(text, sold) or rules.by_title(text, sold):
        return tuple(named)
    fits = rules.fits(text, sold)
    if complete := [fit for fit in fits if fit.is_complete]:
        best = complete[0].score
        return tuple(fit.variant for fit in complete if fit.score == best)
    near = tuple(fit.variant for fit in fits if fit.score >= 50.0)
    if not near:
        raise NotFound("error-product-not-found", product=text)
    raise Ambiguous("error-product-nearest", _choices(near), product=text)


def find_variants(ctx: Context, text: str) -> tuple[Variant, ...]:
    """Return the variants of the one product that a SKU, or a title or part of it, means.

    Raises:
        NotFound: Nothing in the shop comes near.
        Ambiguous: Several products fit, or none fits all that was said.
    """
    found = matching_variants(ctx, text)
    if len({variant.product_id for variant in found}) > 1:
        raise Ambiguous("error-product-ambiguous", _choices(found), product=text)
    return found


def find_warehouse(ctx: Context, text: str) -> Warehouse:
    """Return the warehouse of a code, a name or a city.

    Raises:
        NotFound: There is none; the message names those there are.
        Ambiguous: Several are in that city.
    """
    known = queries.warehouses(ctx)
    said = rules.squashed(text)
    found = [w for w in known if rules.squashed(w.code) == said] or [
        w
        for w in known
        if said in (rules.squashed(w.name), rules.squashed(w.city))
        or rules.squashed(w.city) in said
    ]
    if not found:
        raise NotFound(
            "error-warehouse-not-found",
            warehouse=text,
            known=", ".join(f"{w.code} ({w.city})" for w in known),
        )
    if len(found) > 1:
        choices = tuple((w.code, f"{w.name} ({w.code})") for w in found)
        raise Ambiguous("error-warehouse-ambiguous", choices, warehouse=text)
    return found[0]


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


def _choices(variants: Collection[Variant]) -> tuple[tuple[str, str], ...]:
    """Return one choice a product: the title, or the SKU where a title would not tell."""
    products: dict[int, list[Variant]] = {}
    for variant in variants:
        products.setdefault(variant.product_id, []).append(variant)
    titles = [found[0].product_title for found in products.values()]
    return tuple(
        (found[0].sku if titles.count(title) > 1 else title, title)
        for found, title in list(zip(products.values(), titles, strict=True))[:CHOICES]
    )
