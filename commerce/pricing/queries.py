"""All SQL about prices."""

from collections.abc import Collection

from sqlalchemy import func, select

from commerce.context import Context
from commerce.db.tables import CompetitorPriceRow, VariantRow
from commerce.money import Money
from commerce.pricing.types import RivalPrice


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
