"""Lists that are figured out, as tables: buyers, what runs out, what does not sell."""

from collections.abc import Iterator, Sequence

from commerce import customers, inventory
from commerce.context import Context
from commerce.customers import CustomerSegment, CustomerSort
from commerce.exports.tables import columns_of, told
from commerce.exports.types import Cell, Holds, Table

MOST_BUYERS = 20_000


def buyers(
    ctx: Context, *, segment: CustomerSegment | None = None, sort: CustomerSort = CustomerSort.SPENT
) -> Table:
    """Return the buyers of a segment, or all who ever ordered, `MOST_BUYERS` at the most.

    Raises:
        NotAllowed: The actor may not see orders.
    """
    found = customers.list_customers(ctx, segment=segment, sort=sort, limit=MOST_BUYERS)
    columns = columns_of(
        ctx,
        ("customer", Holds.TEXT), ("phone", Holds.ID), ("email", Holds.TEXT),
        ("orders", Holds.NUMBER), ("spent", Holds.MONEY), ("last-order", Holds.ID),
        ("last-at", Holds.MOMENT),
    )  # fmt: skip
    rows: Iterator[Sequence[Cell]] = (
        (
            one.customer.name, one.customer.phone, one.customer.email, one.history.orders,
            one.history.spent, one.last_order, one.history.last_at,
        )
        for one in found.shown
    )  # fmt: skip
    narrowed = {"segment": segment.value} if segment else {}
    return told(ctx, "customers", columns, rows, None, narrowed)


def low_stock(ctx: Context, *, days: int) -> Table:
    """Return what will run out within some days, sold out first.

    Raises:
        NotAllowed: The actor may not see stock.
    """
    columns = columns_of(
        ctx,
        ("sku", Holds.ID), ("product", Holds.TEXT), ("free", Holds.NUMBER),
        ("sold", Holds.NUMBER), ("days-left", Holds.NUMBER),
    )  # fmt: skip
    rows: Iterator[Sequence[Cell]] = (
        (
            pace.variant.sku, pace.variant.title, pace.free, pace.sold, round(pace.days_left, 1),
        )
        for pace in inventory.low_stock(ctx, days=days)
    )  # fmt: skip
    return told(ctx, "low_stock", columns, rows, None, {"days": str(days)})


def dead_stock(ctx: Context, *, days: int) -> Table:
    """Return what lies on the shelves and was not sold for some days, the most money first.

    Raises:
        NotAllowed: The actor may not see stock.
    """
    columns = columns_of(
        ctx,
        ("sku", Holds.ID), ("product", Holds.TEXT), ("on-hand", Holds.NUMBER),
        ("value", Holds.MONEY), ("last-at", Holds.MOMENT),
    )  # fmt: skip
    rows: Iterator[Sequence[Cell]] = (
        (item.variant.sku, item.variant.title, item.on_hand, item.value, item.last_sold_at)
        for item in inventory.dead_stock(ctx, days=days).dead
    )
    return told(ctx, "dead_stock", columns, rows, None, {"days": str(days)})
