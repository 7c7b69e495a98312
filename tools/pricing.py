"""Prices in chat: ours beside MRP and what competitors ask."""

from typing import Any

from commerce import pricing
from commerce.access import Permission
from commerce.context import Context
from commerce.pricing import Comparison, RivalPrice
from tools import facts
from tools.arguments import Kind, Product
from tools.base import Arguments, Mention, ToolResult, tool
from tools.cards import Column, TableCard


class ComparePrices(Arguments):
    """Of what."""

    product: Product


@tool(Permission.STOCK_READ)
def compare_prices(ctx: Context, args: ComparePrices) -> ToolResult:
    """Compare a product's price with its MRP and the latest price of each competitor, with its age.

    By SKU, or by title or part of it; all sizes and colours of the product are shown. It says what
    is, not what a price should be. For pieces prefer check_stock.
    """
    found = pricing.compare(ctx, args.product)
    return ToolResult(
        facts={
            "product": found[0].variant.product_title,
            "variants": [_facts(ctx, item) for item in found],
        },
        says=_says(ctx, found),
        cards=tuple(_table(ctx, item) for item in found),
        mentions=tuple(
            Mention(kind=Kind.PRODUCT, id=item.variant.sku, label=item.variant.title)
            for item in found
        ),
    )


def _facts(ctx: Context, item: Comparison) -> dict[str, Any]:
    return {
        "sku": item.variant.sku,
        "title": item.variant.title,
        "price_rupees": facts.rupees(item.variant.price),
        "mrp_rupees": facts.rupees(item.mrp),
        "competitors": [
            {
                "name": rival.competitor,
                "price_rupees": facts.rupees(rival.price),
                "above_ours": _share(item, rival),
                "seen_at": facts.moment(ctx, rival.seen_at),
                "days_old": _days_old(ctx, rival),
                "stale": pricing.is_stale(rival.seen_at, ctx.now),
            }
            for rival in item.rivals
        ],
    }


def _share(item: Comparison, rival: RivalPrice) -> float | None:
    share = pricing.apart(rival.price, item.variant.price)
    return None if share is None else round(share, 4)


def _days_old(ctx: Context, rival: RivalPrice) -> int:
    return (ctx.today - ctx.local(rival.seen_at).date()).days


def _says(ctx: Context, found: tuple[Comparison, ...]) -> str:
    """Return a sentence about one variant, or how many of several are undercut."""
    if len(found) == 1:
        return _sentence(ctx, found[0])
    compared = [item for item in found if item.rivals]
    return ctx.say(
        "price-several",
        title=found[0].variant.product_title,
        variants=len(found),
        compared=len(compared),
        dearer=sum(item.rivals[0].price < item.variant.price for item in compared),
    )


def _sentence(ctx: Context, item: Comparison) -> str:
    cheapest = item.rivals[0] if item.rivals else None
    apart = cheapest.price.minor - item.variant.price.minor if cheapest else 0
    return ctx.say(
        "price-says",
        title=item.variant.title,
        price=item.variant.price,
        mrp=item.mrp,
        rivals=len(item.rivals),
        rival=cheapest.competitor if cheapest else "none",
        theirs=cheapest.price if cheapest else None,
        side="below" if apart < 0 else "above" if apart > 0 else "same",
        days=_days_old(ctx, cheapest) if cheapest else 0,
        stale=sum(pricing.is_stale(rival.seen_at, ctx.now) for rival in item.rivals),
    )


def _table(ctx: Context, item: Comparison) -> TableCard:
    ours = (
        (ctx.say("price-ours"), ctx.say("price-amount", amount=item.variant.price), "", ""),
        (ctx.say("price-mrp"), ctx.say("price-amount", amount=item.mrp), "", ""),
    )
    return TableCard(
        title=ctx.say("price-title", title=item.variant.title, sku=item.variant.sku),
        columns=(
            Column(label=ctx.say("price-column-who")),
            Column(label=ctx.say("price-column-price"), align="end"),
            Column(label=ctx.say("price-column-apart"), align="end"),
            Column(label=ctx.say("price-column-seen"), align="end"),
        ),
        rows=(*ours, *(_row(ctx, item, rival) for rival in item.rivals)),
        note=ctx.say("price-note", rivals=len(item.rivals), stale_days=pricing.STALE_AFTER.days),
    )


def _row(ctx: Context, item: Comparison, rival: RivalPrice) -> tuple[str, ...]:
    share = pricing.apart(rival.price, item.variant.price)
    return (
        rival.competitor,
        ctx.say("price-amount", amount=rival.price),
        ""
        if share is None
        else ctx.say(
            "price-apart",
            percent=round(abs(share) * 100, 1),
            side="below" if share < 0 else "above" if share > 0 else "same",
        ),
        ctx.say("price-age", days=_days_old(ctx, rival)),
    )
