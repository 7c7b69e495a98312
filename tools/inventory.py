"""Stock in chat: what lies where, what will run out, what does not sell, and putting it right."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from commerce import inventory, memory
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import Ambiguous
from commerce.inventory import (
    PACE_DAYS,
    DeadShelf,
    DeadStock,
    Pace,
    Stock,
    StockReason,
    StockStep,
    planning,
)
from tools import facts
from tools.arguments import Days, Kind, Limit, Product, Quantity, Warehouse
from tools.base import Arguments, Effect, Mention, Preview, ToolResult, tool
from tools.cards import Button, Column, Difference, TableCard, Tap

EVERYWHERE = "all"
"""In place of a warehouse: all of them, whatever the person's default is."""


class CheckStock(Arguments):
    """Of what, and where; without a warehouse everywhere."""

    product: Product
    warehouse: Warehouse | None = None


@tool(Permission.STOCK_READ)
def check_stock(ctx: Context, args: CheckStock) -> ToolResult:
    """Tell how many pieces of a product lie in each warehouse, are promised, and are free.

    By SKU, or by title or part of it ("blue kurti"); all sizes and colours of the product are
    shown together. Without a warehouse it is the person's default one, or all where they have none;
    `all` is all. For what will run out soon, without a product named, prefer low_stock.
    """
    usual = None if args.warehouse else memory.my_warehouse(ctx)
    everywhere = args.warehouse == EVERYWHERE
    found = inventory.stock_of(ctx, args.product, None if everywhere else args.warehouse or usual)
    return ToolResult(
        facts={
            "product": found[0].variant.product_title,
            "warehouse": None if everywhere else args.warehouse or usual,
            **({"warehouse_from_memory": usual} if usual else {}),
            "on_hand": sum(stock.on_hand for stock in found),
            "reserved": sum(stock.reserved for stock in found),
            "free": sum(stock.free for stock in found),
            "variants": [_stock_facts(stock) for stock in found],
        },
        says="\n".join((_says(ctx, found), *_from_memory(ctx, usual))),
        cards=(_stock_table(ctx, found, args.product if usual else None),),
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
    lasts = planning.days_left(ctx, {pace.variant.id: max(pace.free, 0) for pace in shown})
    return ToolResult(
        facts={
            "count": len(low),
            "sold_out": sum(pace.free <= 0 for pace in low),
            "days": args.days,
            "pace_days": PACE_DAYS,
            "shown": len(shown),
            "variants": [_pace_facts(pace) | _lasting(lasts, pace) for pace in shown],
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


class FindDeadStock(Arguments):
    """For how long nothing was sold."""

    days: Days = 90
    limit: Limit = 15


@tool(Permission.STOCK_READ)
def dead_stock(ctx: Context, args: FindDeadStock) -> ToolResult:
    """List what lies on the shelves and was not sold for some days (90 unless told).

    With the pieces, the money in them at cost, and since when; the most money first. What came into
    the shop within those days is left out; cancelled and failed orders sold nothing. For what runs
    out prefer low_stock; for one product check_stock.
    """
    found = inventory.dead_stock(ctx, days=args.days)
    shown = found.dead[: args.limit]
    return ToolResult(
        facts={
            "count": len(found.dead),
            "pieces": found.pieces,
            "value_rupees": facts.rupees(found.value),
            "all_stock_value_rupees": facts.rupees(found.all_value),
            "days": args.days,
            "shown": len(shown),
            "variants": [_dead_facts(ctx, item) for item in shown],
        },
        says=ctx.say(
            "stock-dead-found",
            count=len(found.dead),
            pieces=found.pieces,
            value=found.value,
            days=args.days,
            first=shown[0].variant.title if shown else "none",
        ),
        cards=(_dead_table(ctx, found, shown, days=args.days),) if shown else (),
        mentions=tuple(_mention(item.variant.sku, item.variant.title) for item in shown),
    )


class AdjustStock(Arguments):
    """Of what, how many, how that is meant, why, and where.

    `quantity` is pieces to `add`, to `remove`, or to `set` as what lies there now; below zero it is
    always taken off. Without `step` the reason tells: a count sets, damage takes off.
    """

    product: Product
    quantity: Quantity
    step: StockStep | None = None
    reason: StockReason | None = None
    warehouse: Warehouse | None = None


def _preview_adjust(ctx: Context, args: AdjustStock) -> Preview:
    pinned = None
    try:
        change = _planned(ctx, args)
    except Ambiguous:
        usual = None if args.warehouse else memory.my_warehouse(ctx)
        if usual is None:
            raise
        args = args.model_copy(update={"warehouse": usual})
        planned = _planned(ctx, args)
        change = replace(planned, warnings=(*_from_memory(ctx, usual), *planned.warnings))
        pinned = args.model_dump(mode="json", exclude_none=True)
    return Preview(
        title=ctx.say("stock-adjust-title", place=change.subject),
        differences=_differences(ctx, change),
        change=change,
        arguments=pinned,
    )


def _planned(ctx: Context, args: AdjustStock) -> Change:
    return inventory.plan_adjust(
        ctx, args.product, args.quantity, step=args.step, reason=args.reason,
        warehouse=args.warehouse,
    )  # fmt: skip


def _from_memory(ctx: Context, usual: str | None) -> tuple[str, ...]:
    return (ctx.say("memory-took-warehouse", code=usual),) if usual else ()


@tool(
    Permission.STOCK_WRITE,
    effect=Effect.WRITE,
    preview=_preview_adjust,
    undo=inventory.undo_adjust,
)
def adjust_stock(ctx: Context, args: AdjustStock) -> ToolResult:
    """Change how many pieces of one variant lie in a warehouse, such as KRT-BLU-M; by SKU is best.

    step=set after a count ("there are 40"), add for what came in, remove for what is damaged, lost
    or given away. Without a warehouse it is the only one that has the variant, or the
    person's default one. To look prefer check_stock.
    """
    change = inventory.adjust(
        ctx, args.product, args.quantity, step=args.step, reason=args.reason,
        warehouse=args.warehouse,
    )  # fmt: skip
    sku, _, warehouse = change.subject.rpartition(" @ ")
    before, after = change.before["on_hand"], change.after["on_hand"]
    sentence = ctx.say("stock-adjusted", place=change.subject, before=before, after=after)
    return ToolResult(
        facts={
            "sku": sku,
            "warehouse": warehouse,
            "before": change.before,
            "after": change.after,
            "warnings": list(change.warnings),
        },
        says="\n".join((sentence, *change.warnings)),
        mentions=(_mention(sku, sku),),
        change=change,
    )


def _differences(ctx: Context, change: Change) -> tuple[Difference, ...]:
    before, after = change.before, change.after
    return (
        Difference(
            label=ctx.say("stock-column-on-hand"),
            before=ctx.say("stock-number", number=before["on_hand"]),
            after=ctx.say("stock-number", number=after["on_hand"]),
        ),
        Difference(
            label=ctx.say("stock-difference-reason"),
            before="",
            after=ctx.say(f"stock-reason-{after['reason']}"),
        ),
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


def _lasting(lasts: Mapping[int, float], pace: Pace) -> dict[str, Any]:
    """Return how long it lasts by the forecast, beside its pace of late; nothing if not known."""
    known = lasts.get(pace.variant.id)
    return {} if known is None else {"expected_days_left": known}


def _stock_table(ctx: Context, found: tuple[Stock, ...], wider: str | None) -> TableCard:
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
        buttons=(_everywhere(ctx, wider),) if wider else (),
    )


def _everywhere(ctx: Context, product: str) -> Button:
    arguments = {"product": product, "warehouse": EVERYWHERE}
    return Button(
        label=ctx.say("memory-everywhere"),
        says=ctx.say("memory-everywhere-says", product=product),
        tap=Tap(kind="call", tool="check_stock", arguments=arguments),
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
        taps=tuple(_stock_button(ctx, pace.variant.sku) for pace in shown),
        note=ctx.say("stock-low-note", shown=len(shown), count=count, pace=PACE_DAYS),
    )


def _dead_facts(ctx: Context, item: DeadStock) -> dict[str, Any]:
    return {
        "sku": item.variant.sku,
        "title": item.variant.title,
        "on_hand": item.on_hand,
        "value_rupees": facts.rupees(item.value),
        "last_sold_at": facts.moment(ctx, item.last_sold_at),
        "since": ctx.local(item.since).date().isoformat(),
        "days_without_sale": (ctx.today - ctx.local(item.since).date()).days,
    }


def _dead_table(
    ctx: Context, found: DeadShelf, shown: tuple[DeadStock, ...], *, days: int
) -> TableCard:
    return TableCard(
        title=ctx.say("stock-dead-title", days=days),
        columns=_columns(ctx, ("sku", "title"), ("on-hand", "value", "last-sold", "unsold-days")),
        rows=tuple(
            (
                item.variant.sku,
                item.variant.title,
                *_counts(ctx, item.on_hand),
                ctx.say("stock-amount", amount=item.value),
                _last_sold(ctx, item),
                *_counts(ctx, (ctx.today - ctx.local(item.since).date()).days),
            )
            for item in shown
        ),
        taps=tuple(_stock_button(ctx, item.variant.sku) for item in shown),
        note=ctx.say(
            "stock-dead-note", shown=len(shown), count=len(found.dead), value=found.value,
            all=found.all_value, days=days,
        ),
    )  # fmt: skip


def _last_sold(ctx: Context, item: DeadStock) -> str:
    if item.last_sold_at is None:
        return ctx.say("stock-never-sold")
    return ctx.say("stock-day", day=ctx.local(item.last_sold_at).date())


def _counts(ctx: Context, *numbers: int) -> tuple[str, ...]:
    return tuple(ctx.say("stock-number", number=number) for number in numbers)


def _columns(ctx: Context, words: tuple[str, ...], numbers: tuple[str, ...]) -> tuple[Column, ...]:
    return (
        *(Column(label=ctx.say(f"stock-column-{name}")) for name in words),
        *(Column(label=ctx.say(f"stock-column-{name}"), align="end") for name in numbers),
    )


def _stock_button(ctx: Context, sku: str) -> Button:
    return Button(
        label=ctx.say("stock-button-check"),
        says=ctx.say("stock-button-check-says", sku=sku),
        tap=Tap(kind="call", tool="check_stock", arguments={"product": sku}),
    )
