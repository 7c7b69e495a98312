"""Orders in chat, several at once: which are meant, how many, what they are worth."""

from dataclasses import replace
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from commerce import orders
from commerce.access import Permission
from commerce.context import Context
from commerce.money import Money
from commerce.orders import (
    OrderFilter,
    OrderList,
    OrderSearch,
    OrderSort,
    OrderSummary,
    PaymentKind,
)
from commerce.periods import Period as Days
from commerce.vocabulary import SalesChannel
from tools import facts
from tools.arguments import Customer, Kind, Limit, Period, Place, Product, Rupees
from tools.base import Arguments, Mention, ToolResult, tool
from tools.cards import Button, Column, TableCard, Tap

Skip = Annotated[int, Field(ge=0, le=100_000, description="Rows to leave out, for the next page.")]

After = Annotated[
    str,
    StringConstraints(pattern=r"^\d{1,6}:.{1,60}$"),
    Field(description="Where the page before ended, as its own next button says; else leave out."),
]


class OrderChoice(Arguments):
    """Which orders; what is left out does not matter."""

    status: OrderFilter | None = None
    payment: PaymentKind | None = None
    channel: SalesChannel | None = None
    period: Period | None = None
    place: Place | None = None
    customer: Customer | None = None
    min_total: Rupees | None = None
    max_total: Rupees | None = None
    product: Product | None = None


class FindOrders(OrderChoice):
    """Which orders, and how they are listed."""

    sort: OrderSort = OrderSort.NEWEST
    limit: Limit = 10
    skip: Skip = 0
    after: After | None = None


@tool(Permission.ORDERS_READ)
def find_orders(ctx: Context, args: FindOrders) -> ToolResult:
    """Count orders, add up their value, and list the first of them.

    For questions about several orders: how many came today, which are not shipped yet
    (status Unshipped), COD orders of Pune above 5000, last orders of a customer. Without a period
    it counts all time; the newest come first. Unshipped = Pending, Confirmed, Processing or OnHold;
    Open = those and Shipped; NotCancelled = all but Cancelled. For one order whose number is known
    prefer show_order; for sales figures, averages and comparisons prefer business_summary; for
    undelivered parcels list_ndr.
    """
    period = facts.resolved(ctx, args.period)
    search = replace(
        search_of(ctx, args, period),
        sort=args.sort, limit=args.limit, skip=args.skip, after=_ended_at(args),
    )  # fmt: skip
    found = orders.find(ctx, search)
    listed = [_summary_facts(ctx, order) for order in found.orders]
    return ToolResult(
        facts={
            "count": found.count,
            "total_rupees": facts.rupees(found.total),
            "period": facts.days_of(period),
            "filters": args.model_dump(
                mode="json",
                exclude={"period", "limit", "skip", "after", "sort"},
                exclude_none=True,
            ),
            "sort": args.sort.value,
            "shown": len(listed),
            "orders": listed,
        },
        says=_found(ctx, args, period, found),
        cards=(_table(ctx, args, found),) if found.orders else (),
        mentions=tuple(
            Mention(kind=Kind.ORDER, id=order.number, label=order.number) for order in found.orders
        ),
    )


def search_of(ctx: Context, args: OrderChoice, period: Days | None) -> OrderSearch:
    """Return a choice of orders as the business takes it."""

    def money(amount: Any) -> Money | None:
        return None if amount is None else Money.of(amount, ctx.currency)

    return OrderSearch(
        status=args.status, payment=args.payment, channel=args.channel, period=period,
        place=args.place, customer=args.customer, product=args.product,
        min_total=money(args.min_total), max_total=money(args.max_total),
    )  # fmt: skip


def _found(ctx: Context, args: FindOrders, period: Days | None, found: OrderList) -> str:
    return ctx.say(
        "order-found",
        count=found.count,
        total=found.total,
        what=described(ctx, args) or "none",
        period="none" if period is None or period.name == "all_time" else period.name,
        days=period.days if period else 0,
        first=period.first_day if period else None,
        last=period.last_day if period else None,
    )


def described(ctx: Context, args: OrderChoice) -> str:
    """Return what the orders were chosen by, in words."""
    said = [
        ctx.say(f"order-filter-{args.status}") if args.status else "",
        ctx.say(f"payment-kind-{args.payment}") if args.payment else "",
        ctx.say(f"sales-channel-{args.channel}") if args.channel else "",
        args.place or "",
        args.customer or "",
        args.product or "",
        _above(ctx, "order-at-least", args.min_total),
        _above(ctx, "order-at-most", args.max_total),
    ]
    return ", ".join(part for part in said if part)


def _above(ctx: Context, key: str, amount: Any) -> str:
    return "" if amount is None else ctx.say(key, amount=Money.of(amount, ctx.currency))


def _table(ctx: Context, args: FindOrders, found: OrderList) -> TableCard:
    shown_until = args.skip + len(found.orders)
    columns = ("number", "status", "total", "payment", "customer", "city", "placed")
    return TableCard(
        title=described(ctx, args) or ctx.say("order-list-title"),
        columns=tuple(
            Column(
                label=ctx.say(f"order-column-{name}"), align="end" if name == "total" else "start"
            )
            for name in columns
        ),
        rows=tuple(_row(ctx, order) for order in found.orders),
        taps=tuple(_show_button(ctx, order.number) for order in found.orders),
        note=ctx.say(
            "order-list-note",
            first=args.skip + 1,
            last=shown_until,
            count=found.count,
            sort=ctx.say(f"order-sort-{args.sort}"),
        ),
        buttons=(_next_button(ctx, args, found, shown_until),) if found.count > shown_until else (),
    )


def _row(ctx: Context, order: OrderSummary) -> tuple[str, ...]:
    return (
        order.number,
        ctx.say(f"order-status-{order.status}"),
        ctx.say("order-amount", amount=order.total),
        ctx.say(f"payment-method-{order.payment_method}"),
        order.customer,
        order.city,
        ctx.say("order-moment", at=ctx.local(order.placed_at)),
    )


def _ended_at(args: FindOrders) -> str | None:
    """Return the last order of the page before, if that is the page that comes before this."""
    if args.after is None:
        return None
    skipped, _, number = args.after.partition(":")
    return number if int(skipped) == args.skip else None


def _next_button(ctx: Context, args: FindOrders, found: OrderList, shown_until: int) -> Button:
    last = found.orders[-1].number
    arguments = args.model_dump(mode="json", exclude_none=True) | {
        "skip": shown_until, "after": f"{shown_until}:{last}",
    }  # fmt: skip
    label = ctx.say("order-button-next")
    return Button(
        label=label, says=label, tap=Tap(kind="call", tool="find_orders", arguments=arguments)
    )


def _show_button(ctx: Context, number: str) -> Button:
    return order_button(ctx, "show", "show_order", {"order": number}, number)


def order_button(
    ctx: Context, name: str, tool_name: str, arguments: dict[str, Any], number: str
) -> Button:
    """Return a button that calls a tool about one order; `name` is its word in the catalogue."""
    return Button(
        label=ctx.say(f"order-button-{name}"),
        says=ctx.say(f"order-button-{name}-says", number=number),
        tap=Tap(kind="call", tool=tool_name, arguments=arguments),
    )


def _summary_facts(ctx: Context, order: OrderSummary) -> dict[str, Any]:
    return {
        "number": order.number,
        "status": order.status.value,
        "total_rupees": facts.rupees(order.total),
        "payment_method": order.payment_method.value,
        "payment_status": order.payment_status.value,
        "channel": order.channel.value,
        "placed_at": facts.moment(ctx, order.placed_at),
        "city": order.city,
        "customer": order.customer,
    }
