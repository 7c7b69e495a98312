"""What things cost: here, at the most, and elsewhere; what another price would bring."""

from commerce import inventory
from commerce.access import Permission
from commerce.context import Context
from commerce.pricing import queries
from commerce.pricing.advising import advise, simulate
from commerce.pricing.changing import (
    apply_due,
    cancel_planned,
    list_changes,
    plan_cancel,
    plan_set,
    set_price,
    undo_cancel_planned,
    undo_set,
    worth_telling,
)
from commerce.pricing.rules import STALE_AFTER, apart, is_stale
from commerce.pricing.types import (
    Advice,
    Comparison,
    Costs,
    Effect,
    Guard,
    Known,
    Markdown,
    Measured,
    Part,
    PriceStatus,
    PriceStep,
    RivalPrice,
    Simulation,
    Verdict,
)

__all__ = [
    "STALE_AFTER",
    "Advice",
    "Comparison",
    "Costs",
    "Effect",
    "Guard",
    "Known",
    "Markdown",
    "Measured",
    "Part",
    "PriceStatus",
    "PriceStep",
    "RivalPrice",
    "Simulation",
    "Verdict",
    "advise",
    "apart",
    "apply_due",
    "cancel_planned",
    "compare",
    "is_stale",
    "list_changes",
    "plan_cancel",
    "plan_set",
    "set_price",
    "simulate",
    "undo_cancel_planned",
    "undo_set",
    "worth_telling",
]


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
