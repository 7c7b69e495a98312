"""Buyers in chat: one whole, or those of a kind."""

from typing import Any

from commerce import customers, words
from commerce.access import Permission
from commerce.context import Context
from commerce.customers import (
    SEGMENTS,
    CustomerList,
    CustomerSegment,
    CustomerSort,
    History,
    Profile,
    Ranked,
    Standing,
)
from commerce.customers.also_bought import AlsoBought, also_bought
from commerce.customers.reaching import TimeToWrite, time_to_write
from commerce.customers.standing import BuyerKind, BuyerSort, is_standing, standing
from tools import facts
from tools.arguments import Customer, Kind, Limit
from tools.base import Arguments, Mention, ToolResult, tool
from tools.cards import Button, Column, Metric, MetricsCard, TableCard, Tap, TextCard
from tools.customer_standing import ranked_result, standing_cards, standing_facts, standing_why


class ShowCustomer(Arguments):
    """Whose."""

    customer: Customer


@tool(Permission.ORDERS_READ)
def show_customer(ctx: Context, args: ShowCustomer) -> ToolResult:
    """Show one buyer whole: orders, money, COD or prepaid, returns and refusals, open parcels.

    And how they stand: segment by recency, frequency and money, health of 100, chance to stay away
    with the reasons that add up to it, what they will buy in 12 months, whether to win them back,
    when to write to them.
    By name, phone number, e-mail address, or the number of an order of theirs such as 1042. Asks
    which where several fit. For a list of their orders by filters prefer find_orders; for buyers of
    a kind (best, lapsed, frequent returners) list_customers.
    """
    found = customers.profile(ctx, args.customer)
    stands = standing(ctx, found.customer.id, found.history)
    likes = also_bought(ctx, found.customer.id)
    write = time_to_write(ctx, found.customer.id)
    return ToolResult(
        facts={
            **_profile_facts(ctx, found),
            "best_time_to_write": _time_facts(write),
            "standing": standing_facts(stands),
            "also_bought": [_also_facts(one) for one in likes],
            "why": standing_why(ctx, stands),
        },
        says=_says(ctx, found),
        cards=(*_cards(ctx, found, write), *_likes(ctx, likes), *standing_cards(ctx, stands)),
        mentions=(
            Mention(kind=Kind.CUSTOMER, id=_found_again(found), label=found.customer.name),
            *(Mention(kind=Kind.ORDER, id=o.number, label=o.number) for o in found.orders),
            *(Mention(kind=Kind.PARCEL, id=p.awb, label=p.awb) for p in found.parcels),
        ),
    )


class ListCustomers(Arguments):
    """Which buyers, and who first."""

    segment: BuyerKind | None = None
    sort: BuyerSort = BuyerSort("spent")
    limit: Limit = 10


@tool(Permission.ORDERS_READ)
def list_customers(ctx: Context, args: ListCustomers) -> ToolResult:
    """Count the buyers of a kind, and list the first of them.

    vip: bought 5 times or more, the last within 120 days. new: first order within 30 days.
    repeat: bought twice or more. one_time: bought once. lapsed: nothing for 120 days.
    frequent_returners: at least 2 orders, and 40 % of those that ended, came back. What was
    cancelled or came back is not bought. By recency, frequency and money of delivered orders:
    champions, loyal, potential_loyalist, newcomer, promising, need_attention, about_to_sleep,
    at_risk, cant_lose, hibernating, lost. win_back: came back before and silent for twice their
    usual gap. Sorts by churn (chance to stay away) and lifetime_value as well. For one buyer prefer
    show_customer.
    """
    if is_standing(args.segment, args.sort):
        return ranked_result(ctx, args.segment, args.sort, args.limit)
    segment = CustomerSegment(args.segment.value) if args.segment else None
    sort = CustomerSort(args.sort.value)
    found = customers.list_customers(ctx, segment=segment, sort=sort, limit=args.limit)
    return ToolResult(
        facts={
            "count": found.count,
            "spent_rupees": facts.rupees(found.spent),
            "segment": args.segment.value if args.segment else None,
            "sort": args.sort.value,
            "shown": len(found.shown),
            "customers": [_ranked_facts(ctx, item) for item in found.shown],
        },
        says=ctx.say(
            "customer-list-found",
            count=found.count,
            segment=args.segment.value if args.segment else "none",
            spent=found.spent,
            first=found.shown[0].customer.name if found.shown else "none",
            sort=args.sort.value,
        ),
        cards=(_table(ctx, segment, sort, found),) if found.shown else (),
        mentions=tuple(
            Mention(kind=Kind.CUSTOMER, id=item.last_order, label=item.customer.name)
            for item in found.shown
        ),
    )


def _also_facts(one: AlsoBought) -> dict[str, Any]:
    return {
        "product": one.product, "because_of": one.because, "bought_both": one.n, "of": one.of,
        "lift": round(one.lift, 2), "cosine": round(one.cosine, 3),
    }  # fmt: skip


def _likes(ctx: Context, likes: tuple[AlsoBought, ...]) -> tuple[TextCard, ...]:
    """Return what buyers of the same things bought as well; nothing where nothing stands out."""
    lines = [
        ctx.say(
            "also-bought-line", product=one.product, because=one.because, n=one.n, of=one.of,
            lift=round(one.lift, 1),
        )
        for one in likes
    ]  # fmt: skip
    return (TextCard(title=ctx.say("also-bought-title"), body="\n".join(lines)),) if lines else ()


def _found_again(found: Profile) -> str:
    """Return what finds the same buyer again and no namesake: the number of an order."""
    return found.orders[0].number if found.orders else found.customer.name


def _history_facts(ctx: Context, history: History) -> dict[str, Any]:
    return {
        "orders": history.orders,
        "bought": history.bought,
        "spent_rupees": facts.rupees(history.spent),
        "cod_orders": history.cod,
        "prepaid_orders": history.prepaid,
        "ended": history.ended,
        "delivered": history.delivered,
        "returned": history.returned,
        "refused": history.refused,
        "first_order_at": facts.moment(ctx, history.first_at),
        "last_order_at": facts.moment(ctx, history.last_at),
    }


def _profile_facts(ctx: Context, found: Profile) -> dict[str, Any]:
    return {
        "name": found.customer.name,
        "phone": found.customer.phone,
        "email": found.customer.email,
        **_history_facts(ctx, found.history),
        "segments": [segment.value for segment in found.segments],
        "messages": {"service": found.wants_messages.value, "offers": found.wants_offers.value},
        "last_orders": [
            {
                "number": order.number,
                "status": order.status.value,
                "total_rupees": facts.rupees(order.total),
                "placed_at": facts.moment(ctx, order.placed_at),
            }
            for order in found.orders
        ],
        "open_parcels": [
            {
                "awb": parcel.awb,
                "order": parcel.order,
                "courier": parcel.courier.value,
                "status": parcel.status.value,
            }
            for parcel in found.parcels
        ],
        "addresses": [place.written for place in found.addresses],
    }


def _ranked_facts(ctx: Context, item: Ranked) -> dict[str, Any]:
    return {
        "name": item.customer.name,
        "last_order": item.last_order,
        **_history_facts(ctx, item.history),
    }


def _says(ctx: Context, found: Profile) -> str:
    history = found.history
    last = found.orders[0] if found.orders else None
    return ctx.say(
        "customer-says",
        name=found.customer.name,
        orders=history.orders,
        spent=history.spent,
        cod=history.cod,
        prepaid=history.prepaid,
        ended=history.ended,
        returned=history.returned,
        refused=history.refused,
        last=last.number if last else "none",
        placed=ctx.local(last.placed_at).date() if last else None,
        status=ctx.say(f"order-status-{last.status}") if last else "none",
        parcels=len(found.parcels),
    )


def _cards(
    ctx: Context, found: Profile, write: TimeToWrite | None
) -> list[MetricsCard | TextCard | TableCard]:
    cards: list[MetricsCard | TextCard | TableCard] = [_metrics(ctx, found)]
    if found.orders:
        cards.append(_orders(ctx, found))
    if found.parcels:
        cards.append(_parcels(ctx, found))
    if reached := [*_unwanted(ctx, found), *_reached(found)]:
        reached += [_say_time(ctx, write)] if write else []
        cards.append(TextCard(title=ctx.say("customer-reached"), body="\n".join(reached)))
    return cards


def _metrics(ctx: Context, found: Profile) -> MetricsCard:
    history = found.history
    came_back = [
        Metric(
            label=ctx.say(f"customer-metric-{name}"),
            value=ctx.say("customer-of", count=count, of=history.ended),
            tone="warn" if count else "plain",
            meaning=ctx.say(f"customer-meaning-{name}"),
        )
        for name, count in (("returned", history.returned), ("refused", history.refused))
    ]
    return MetricsCard(
        title=found.customer.name,
        period=ctx.say(
            "customer-since",
            first=ctx.local(history.first_at).date() if history.first_at else "none",
            segments=", ".join(ctx.say(f"customer-segment-{s}") for s in found.segments) or "none",
        ),
        metrics=(
            _metric(ctx, "orders", ctx.say("customer-number", number=history.orders)),
            _metric(ctx, "spent", ctx.say("customer-amount", amount=history.spent)),
            _metric(
                ctx,
                "payment",
                ctx.say("customer-payment", cod=history.cod, prepaid=history.prepaid),
            ),
            *came_back,
        ),
    )


def _metric(ctx: Context, name: str, value: str) -> Metric:
    return Metric(
        label=ctx.say(f"customer-metric-{name}"),
        value=value,
        meaning=ctx.say(f"customer-meaning-{name}"),
    )


def _orders(ctx: Context, found: Profile) -> TableCard:
    return TableCard(
        title=ctx.say("customer-orders"),
        columns=_columns(ctx, ("number", "status", "placed"), ("total",)),
        rows=tuple(
            (
                order.number,
                ctx.say(f"order-status-{order.status}"),
                ctx.say("customer-day", day=ctx.local(order.placed_at).date()),
                ctx.say("customer-amount", amount=order.total),
            )
            for order in found.orders
        ),
        taps=tuple(
            _button(ctx, "order", "show_order", {"order": order.number}, order.number)
            for order in found.orders
        ),
        note=ctx.say("customer-orders-note", shown=len(found.orders), count=found.history.orders),
    )


def _parcels(ctx: Context, found: Profile) -> TableCard:
    may_track = ctx.actor.may(Permission.PARCELS_READ)
    return TableCard(
        title=ctx.say("customer-parcels"),
        columns=_columns(ctx, ("awb", "number", "courier", "status"), ()),
        rows=tuple(
            (
                parcel.awb,
                parcel.order,
                ctx.say(f"courier-type-{parcel.courier}"),
                ctx.say(f"shipment-status-{parcel.status}"),
            )
            for parcel in found.parcels
        ),
        taps=tuple(
            _button(ctx, "parcel", "track_parcel", {"parcel": parcel.awb}, parcel.awb)
            for parcel in found.parcels
            if may_track
        ),
    )


def _unwanted(ctx: Context, found: Profile) -> list[str]:
    """Return what a buyer wants no messages about, a line each."""
    said = {"service": found.wants_messages, "offers": found.wants_offers}
    return [
        ctx.say(f"consent-profile-{name}")
        for name, wish in said.items()
        if wish is Standing.WITHDRAWN
    ]


def _reached(found: Profile) -> list[str]:
    """Return how and where a buyer is reached, a line each."""
    contact = ", ".join(part for part in (found.customer.phone, found.customer.email) if part)
    return [line for line in (contact, *(place.written for place in found.addresses)) if line]


def _time_facts(write: TimeToWrite | None) -> dict[str, Any] | None:
    if write is None:
        return None
    return {
        "between": [write.first, write.end],
        "share": round(write.rate.value, 4),
        "low": round(write.rate.low, 4),
        "high": round(write.rate.high, 4),
        "n": write.rate.n,
        "of": write.of,
    }


def _say_time(ctx: Context, write: TimeToWrite) -> str:
    first, end = (
        ctx.say("ndr-hour", hour=hour, clock=hour - 12) for hour in (write.first, write.end)
    )
    share, low, high = (
        words.write_percent(value, ctx.language)
        for value in (write.rate.value, write.rate.low, write.rate.high)
    )
    return ctx.say(
        "customer-best-time", first=first, end=end, of=write.of, n=write.rate.n, share=share,
        low=low, high=high,
    )  # fmt: skip


def _table(
    ctx: Context, segment: CustomerSegment | None, sort: CustomerSort, found: CustomerList
) -> TableCard:
    return TableCard(
        title=ctx.say(f"customer-segment-{segment}" if segment else "customer-all"),
        columns=_columns(ctx, ("name",), ("orders", "spent", "came-back", "last")),
        rows=tuple(_row(ctx, item) for item in found.shown),
        taps=tuple(
            _button(ctx, "show", "show_customer", {"customer": item.last_order}, item.customer.name)
            for item in found.shown
        ),
        note=_note(ctx, segment, sort, found),
    )


def _row(ctx: Context, item: Ranked) -> tuple[str, ...]:
    history = item.history
    return (
        item.customer.name,
        ctx.say("customer-number", number=history.orders),
        ctx.say("customer-amount", amount=history.spent),
        ctx.say("customer-of", count=history.came_back, of=history.ended),
        ctx.say("customer-day", day=ctx.local(history.last_at).date()) if history.last_at else "",
    )


def _note(
    ctx: Context, segment: CustomerSegment | None, sort: CustomerSort, found: CustomerList
) -> str:
    """Return how many there are, and how the segment is defined."""
    shown = ctx.say(
        "customer-list-note",
        shown=len(found.shown),
        count=found.count,
        sort=ctx.say(f"customer-sort-{sort}"),
    )
    if segment is None:
        return shown
    bounds = SEGMENTS[segment]
    meaning = ctx.say(
        f"customer-segment-meaning-{segment}",
        bought=bounds.bought_at_least,
        first=bounds.first_within.days if bounds.first_within else None,
        last=bounds.last_within.days if bounds.last_within else None,
        before=bounds.last_before.days if bounds.last_before else None,
        back=bounds.came_back_at_least,
        percent=bounds.came_back_percent,
    )
    return f"{shown} {meaning}"


def _columns(ctx: Context, words: tuple[str, ...], numbers: tuple[str, ...]) -> tuple[Column, ...]:
    return (
        *(Column(label=ctx.say(f"customer-column-{name}")) for name in words),
        *(Column(label=ctx.say(f"customer-column-{name}"), align="end") for name in numbers),
    )


def _button(
    ctx: Context, name: str, tool_name: str, arguments: dict[str, Any], subject: str
) -> Button:
    return Button(
        label=ctx.say(f"customer-button-{name}"),
        says=ctx.say(f"customer-button-{name}-says", subject=subject),
        tap=Tap(kind="call", tool=tool_name, arguments=arguments),
    )
