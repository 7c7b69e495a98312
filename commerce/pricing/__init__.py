"""What things cost: here, at the most, and elsewhere."""

from commerce import inventory
from commerce.access import Permission
from commerce.context import Context
from commerce.pricing import queries
from commerce.pricing.rules import STALE_AFTER, apart, is_stale
from commerce.pricing.types import Comparison, RivalPrice

__all__ = ["STALE_AFTER", "Comparison", "RivalPrice", "apart", "compare", "is_stale"]


def compare(ctx: Context, product: str) -> tuple[Comparison, ...]:
    """Return the prices of a product's variants beside MRP and the latest of each competitor.

    Raises:
        NotFound: No such product.
        Ambiguous: Several fit.
    """
    ctx.require(Permission.STOCK_READ)
    variants = inventory.find_variants(ctx, product)
    ids = [variant.id for variant in variants]
    mrps, rivals = queries.mrps(ctx, ids), queries.latest_rival_prices(ctx, ids)
    return tuple(
        Comparison(variant=v, mrp=mrps[v.id], rivals=rivals.get(v.id, ())) for v in variants
    )
