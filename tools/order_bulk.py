"""Many orders changed at once in chat: cancelled, confirmed or held, under one yes."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Annotated

from pydantic import Field

from commerce import orders
from commerce.access import Permission
from commerce.approvals import bulk as many
from commerce.approvals.bulk import Batch
from commerce.changes import Change
from commerce.context import Context
from commerce.orders import Bulk, OrderSearch
from commerce.vocabulary import OrderStatus
from tools import bulk, facts
from tools.arguments import Days, Kind, Order, Reason
from tools.base import Effect, Preview, ToolResult, tool
from tools.bulk import BulkArguments, Row
from tools.cards import Difference
from tools.order_list import OrderChoice, search_of

_BECOMES = {
    Bulk.CANCEL: OrderStatus.CANCELLED,
    Bulk.CONFIRM: OrderStatus.CONFIRMED,
    Bulk.HOLD: OrderStatus.ON_HOLD,
}
_DONE = {
    Bulk.CANCEL: "orders-cancelled",
    Bulk.CONFIRM: "orders-confirmed",
    Bulk.HOLD: "orders-held",
}

Orders = Annotated[
    tuple[Order, ...],
    Field(min_length=1, max_length=many.MOST_AT_ONCE, description="Exactly these order numbers."),
]


class OrdersChosen(BulkArguments, OrderChoice):
    """Which orders: by what they have in common, by their numbers, or both.

    Something must be said; what is left out does not matter.
    """

    older_than_days: Days | None = None
    orders: Orders | None = None


class CancelOrders(OrdersChosen):
    """Which orders, and why."""

    reason: Reason | None = None


def _preview_cancel(ctx: Context, args: CancelOrders) -> Preview:
    return _preview(ctx, Bulk.CANCEL, args, args.reason)


def _undo_cancel(ctx: Context, change: Change) -> Change:
    return orders.undo_many(ctx, Bulk.CANCEL, change)


@tool(Permission.ORDERS_WRITE, effect=Effect.WRITE, preview=_preview_cancel, undo=_undo_cancel)
def cancel_orders(ctx: Context, args: CancelOrders) -> ToolResult:
    """Cancel many orders under one yes: all that fit what is said, or a list of numbers.

    For "cancel all unpaid orders older than 5 days" (payment unpaid, older_than_days 5), "cancel
    Meesho orders of today", "cancel 1042, 1043 and 1050". Those a courier has are left alone. For
    one order prefer cancel_order; to see which there are find_orders.
    """
    return _run(ctx, Bulk.CANCEL, args, args.reason)


class ConfirmOrders(OrdersChosen):
    """Which orders."""


def _preview_confirm(ctx: Context, args: ConfirmOrders) -> Preview:
    return _preview(ctx, Bulk.CONFIRM, args, None)


def _undo_confirm(ctx: Context, change: Change) -> Change:
    return orders.undo_many(ctx, Bulk.CONFIRM, change)


@tool(Permission.ORDERS_WRITE, effect=Effect.WRITE, preview=_preview_confirm, undo=_undo_confirm)
def confirm_orders(ctx: Context, args: ConfirmOrders) -> ToolResult:
    """Accept many pending orders under one yes: all that fit what is said, or a list of numbers.

    For "confirm all COD orders of today below 2000", "confirm pending Shopify orders". Only pending
    ones are confirmed; the others are left alone. For one order prefer confirm_order.
    """
    return _run(ctx, Bulk.CONFIRM, args, None)


class HoldOrders(OrdersChosen):
    """Which orders, and why."""

    reason: Reason | None = None


def _preview_hold(ctx: Context, args: HoldOrders) -> Preview:
    return _preview(ctx, Bulk.HOLD, args, args.reason)


def _undo_hold(ctx: Context, change: Change) -> Change:
    return orders.undo_many(ctx, Bulk.HOLD, change)


@tool(Permission.ORDERS_WRITE, effect=Effect.WRITE, preview=_preview_hold, undo=_undo_hold)
def hold_orders(ctx: Context, args: HoldOrders) -> ToolResult:
    """Keep many orders back under one yes: all that fit what is said, or a list of numbers.

    For "hold all orders to Bihar", "hold COD orders above 10000", "hold 1042 and 1043, address
    doubtful". Those a courier has are left alone. For one order prefer hold_order.
    """
    return _run(ctx, Bulk.HOLD, args, args.reason)


def _preview(ctx: Context, what: Bulk, args: OrdersChosen, reason: str | None) -> Preview:
    planned = orders.plan_many(ctx, what, _search(ctx, args), reason)
    return bulk.preview(
        ctx,
        title=_title(ctx, what, planned.batch),
        kind=orders.KIND,
        batch=planned.batch,
        row=_rows(ctx, what, [change.subject for change in planned.batch.changes]),
        arguments=args,
        as_shown=planned.as_shown,
        warnings=planned.warnings,
    )


def _run(ctx: Context, what: Bulk, args: OrdersChosen, reason: str | None) -> ToolResult:
    """Change what was shown; who calls without a preview gets what fits now."""
    shown = args.as_shown
    if shown is None:
        shown = orders.plan_many(ctx, what, _search(ctx, args), reason).as_shown
    rows = _rows(ctx, what, shown)
    batch = orders.change_many(ctx, what, shown, reason)
    says = ctx.say(_DONE[what], count=len(batch.changes), total=many.total(ctx, batch.changes))
    title = _title(ctx, what, batch)
    return bulk.result(
        ctx, title=title, says=says, kind=orders.KIND, batch=batch, row=rows, of=Kind.ORDER
    )


def _search(ctx: Context, args: OrdersChosen) -> OrderSearch:
    search = search_of(ctx, args, facts.resolved(ctx, args.period))
    old = args.older_than_days
    return replace(
        search,
        before=ctx.now - timedelta(days=old) if old is not None else None,
        numbers=args.orders,
    )


def _title(ctx: Context, what: Bulk, batch: Batch) -> str:
    total = many.total(ctx, batch.changes)
    return ctx.say(f"orders-{what}-title", count=len(batch.changes), total=total)


def _rows(ctx: Context, what: Bulk, numbers: Iterable[str]) -> Row:
    """Return what writes one order on a line, as it is now: who gets what, and where."""
    numbered = OrderSearch(numbers=tuple(numbers), limit=many.MOST_AT_ONCE)
    known = {order.number: order for order in orders.find(ctx, numbered).orders}
    becomes = ctx.say(f"order-status-{_BECOMES[what]}")

    def row(ctx: Context, change: Change) -> Difference:
        order = known[change.subject]
        before = ctx.say(
            "orders-row",
            status=ctx.say(f"order-status-{order.status}"),
            total=order.total,
            customer=order.customer,
            city=order.city,
        )
        return Difference(label=change.subject, before=before, after=becomes)

    return row
