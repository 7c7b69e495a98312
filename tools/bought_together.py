"""What goes with a product, in chat."""

from typing import Any

from commerce import inventory, words
from commerce.access import Permission
from commerce.context import Context
from commerce.customers.also_bought import FEWEST, AlsoBought, Together, bought_with
from tools.arguments import Kind, Limit, Product
from tools.base import Arguments, Mention, ToolResult, tool
from tools.cards import Button, Column, TableCard, Tap


class BoughtTogether(Arguments):
    """With what."""

    product: Product
    limit: Limit = 5


@tool(Permission.ORDERS_READ)
def bought_together(ctx: Context, args: BoughtTogether) -> ToolResult:
    """Tell what buyers of a product also bought, beyond chance: for bundles and offers.

    For "what goes with the beard oil", "beard oil ke saath kya bikta hai", "what do buyers of the
    kurti buy as well", "which products should I bundle with it". Each with how many of the buyers
    did, between which bounds the share lies, and how many times the usual share that is. Says
    nothing of pairs that few bought or that chance explains. For what one customer may like prefer
    show_customer; for what competitors charge compare_prices.
    """
    meant = inventory.find_variants(ctx, args.product)[0]
    found = bought_with(ctx, meant.product_id, limit=args.limit)
    return ToolResult(
        facts={
            "product": meant.product_title,
            "buyers": found.buyers,
            "buyers_looked_at": found.looked_at,
            "fewest_buyers_of_both": FEWEST,
            "also_bought": [_facts(one) for one in found.shown],
        },
        says=_says(ctx, meant.product_title, found),
        cards=(_table(ctx, meant.product_title, found),) if found.shown else (),
        mentions=(
            Mention(kind=Kind.PRODUCT, id=meant.product_title, label=meant.product_title),
            *(Mention(kind=Kind.PRODUCT, id=o.product, label=o.product) for o in found.shown),
        ),
    )


def _facts(one: AlsoBought) -> dict[str, Any]:
    return {
        "product": one.product, "bought_both": one.n, "of": one.of,
        "share": round(one.n / one.of, 4), "between": [round(one.low, 4), round(one.high, 4)],
        "lift": round(one.lift, 2),
    }  # fmt: skip


def _says(ctx: Context, product: str, found: Together) -> str:
    if not found.shown:
        name = "together-few" if found.buyers < FEWEST else "together-none"
        return ctx.say(name, product=product, buyers=found.buyers, needed=FEWEST)
    first = found.shown[0]
    return ctx.say(
        "together-says", product=product, also=first.product, n=first.n, of=first.of,
        lift=round(first.lift, 1),
    )  # fmt: skip


def _table(ctx: Context, product: str, found: Together) -> TableCard:
    return TableCard(
        title=ctx.say("together-title", product=product),
        columns=(
            Column(label=ctx.say("together-column-product")),
            *(
                Column(label=ctx.say(f"together-column-{name}"), align="end")
                for name in ("buyers", "share", "between", "lift")
            ),
        ),
        rows=tuple(_row(ctx, one) for one in found.shown),
        taps=tuple(
            Button(
                label=one.product,
                says=ctx.say("together-says-next", product=one.product),
                tap=Tap(kind="call", tool="bought_together", arguments={"product": one.product}),
            )
            for one in found.shown
        ),
        note=ctx.say("together-note", buyers=found.looked_at, needed=FEWEST),
    )


def _row(ctx: Context, one: AlsoBought) -> tuple[str, ...]:
    share, low, high = (
        words.write_percent(value, ctx.language) for value in (one.n / one.of, one.low, one.high)
    )
    return (
        one.product,
        ctx.say("together-of", n=one.n, of=one.of),
        share,
        ctx.say("together-span", low=low, high=high),
        ctx.say("together-times", lift=round(one.lift, 1)),
    )
