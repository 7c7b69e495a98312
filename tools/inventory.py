"""Stock in chat: what lies where, and what will run out."""

from typing import Any

from commerce import inventory
from commerce.access import Permission
from commerce.context import Context
from commerce.inventory import PACE_DAYS, Pace, Stock
from tools import facts
from tools.arguments import Days, Kind, Limit, Product, Warehouse
from tools.base import Arguments, Mention, ToolResult, tool
from tools.cards import Button, Column, TableCard, Tap


class CheckStock(Arguments):
    """Of what, and where; without a warehouse everywhere."""

    product: Product
    warehouse: Warehouse | None = None


@tool(Permission.STOCK_READ)
def check_stock(ctx: Context, args: CheckStock) -> ToolResult:
    """Tell how many pieces of a product lie in each warehouse, are promised, and are free.

    By SKU, or by title or part of it ("blue kurti"); all sizes and colours of the product are
    shown together. For what will run out soon, without a product named, prefer low_stock.
    """
    found = inventory.stock_of(ctx, args.product, args.warehouse)
    return ToolResult(
        facts={
            "product": found[0].variant.product_title,
            "warehouse": args.warehouse,
            "on_hand": sum(stock.on_hand for stock in found),
            "reserved": sum(stock.reserved for stock in found),
            "free": sum(stock.free for stock in found),
            "variants": [_stock_facts(stock) for stock in found],
        },
        says=_says(ctx, found),
        cards=(_stock_table(ctx, found),),
        mentions=tuple(_mention(stock.variant.sku, stock.variant.title) for stock in found),
    )


class LowStock(Arguments):
    """How soon."""

    days: Days = 7
    limit: Limit = 15


@tool(Permission.STOCK_READ)
def low_stock(ctx: Context, args: LowStock) -> ToolResult:
    """List what will run out within some days (7 unless told), sold out first.

    days left = free pieces / (pieces sold in the last 30 days / 30). Cancelled and failed orders do
    not count as sold; what did not sell in those days is never low. For the stock of one product
    prefer check_stock.
    """
    low = inventory.low_stock(ctx, days=args.days)
    shown = low[: args.limit]
    return ToolResult(
        facts={
            "count": len(low),
            "sold_out": sum(pace.free <= 0 for pace in low),
            "days": args.days,
            "pace_days": PACE_DAYS,
            "shown": len(shown),
            "variants": [_pace_facts(pace) for pace in shown],
        },
        says=ctx.say(
            "stock-low-found",
            count=len(low),
            out=sum(pace.free <= 0 for pace in low),
            days=args.days,
            first=low[0].variant.title if low else "none",
        ),
        cards=(_low_table(ctx, shown, count=len(low), days=args.days),) if low else (),
        mentions=tuple(_mention(pace.variant.sku, pace.variant.title) for pace in shown),
    )


def _says(ctx: Context, found: tuple[Stock, ...]) -> str:
    return ctx.say(
        "stock-says",
        variants=len(found),
        title=found[0].variant.title if len(found) == 1 else found[0].variant.product_title,
        free=sum(stock.free for stock in found),
        on_hand=sum(stock.on_hand for stock in found),
        reserved=sum(stock.reserved for stock in found),
        out=sum(stock.free <= 0 for stock in found),
    )


def _mention(sku: str, title: str) -> Mention:
    return Mention(kind=Kind.PRODUCT, id=sku, label=title)


def _stock_facts(stock: Stock) -> dict[str, Any]:
    return {
        "sku": stock.variant.sku,
        "title": stock.variant.title,
        "price_rupees": facts.rupees(stock.variant.price),
        "on_hand": stock.on_hand,
        "reserved": stock.reserved,
        "free": stock.free,
        "warehouses": [
            {
                "code": shelf.warehouse.code,
                "city": shelf.warehouse.city,
                "on_hand": shelf.on_hand,
                "reserved": shelf.reserved,
                "free": shelf.free,
            }
            for shelf in stock.shelves
        ],
    }


def _pace_facts(pace: Pace) -> dict[str, Any]:
    return {
        "sku": pace.variant.sku,
        "title": pace.variant.title,
        "free": pace.free,
        "sold": pace.sold,
        "revenue_rupees": facts.rupees(pace.revenue),
        "per_day": round(pace.per_day, 2),
        "days_left": round(pace.days_left, 1),
    }


def _stock_table(ctx: Context, found: tuple[Stock, ...]) -> TableCard:
    rows = [
        (
            stock.variant.sku,
            stock.variant.title,
            ctx.say("stock-place", code=shelf.warehouse.code, city=shelf.warehouse.city),
            *_counts(ctx, shelf.on_hand, shelf.reserved, shelf.free),
        )
        for stock in found
        for shelf in stock.shelves
    ]
    rows += [
        (stock.variant.sku, stock.variant.title, "", *_counts(ctx, 0, 0, 0))
        for stock in found
        if not stock.shelves
    ]
    return TableCard(
        title=found[0].variant.product_title,
        columns=_columns(ctx, ("sku", "title", "warehouse"), ("on-hand", "reserved", "free")),
        rows=tuple(rows),
        note=ctx.say("stock-note"),
    )


def _low_table(ctx: Context, shown: tuple[Pace, ...], *, count: int, days: int) -> TableCard:
    return TableCard(
        title=ctx.say("stock-low-title", days=days),
        columns=_columns(ctx, ("sku", "title"), ("free", "per-day", "days-left", "revenue")),
        rows=tuple(
            (
                pace.variant.sku,
                pace.variant.title,
                *_counts(ctx, pace.free),
                ctx.say("stock-number", number=round(pace.per_day, 2)),
                ctx.say("stock-number", number=round(pace.days_left, 1)),
                ctx.say("stock-amount", amount=pace.revenue),
            )
            for pace in shown
        ),
        taps=tuple(_check_button(ctx, pace) for pace in shown),
        note=ctx.say("stock-low-note", shown=len(shown), count=count, pace=PACE_DAYS),
    )


def _counts(ctx: Context, *numbers: int) -> tuple[str, ...]:
    return tuple(ctx.say("stock-number", number=number) for number in numbers)


def _columns(ctx: Context, words: tuple[str, ...], numbers: tuple[str, ...]) -> tuple[Column, ...]:
    return (
        *(Column(label=ctx.say(f"stock-column-{name}")) for name in words),
        *(Column(label=ctx.say(f"stock-column-{name}"), align="end") for name in numbers),
    )


def _check_button(ctx: Context, pace: Pace) -> Button:
    return Button(
        label=ctx.say("stock-button-check"),
        says=ctx.say("stock-button-check-says", sku=pace.variant.sku),
        tap=Tap(kind="call", tool="check_stock", arguments={"product": pace.variant.sku}),
    )
