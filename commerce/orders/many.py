"""Cancelling, confirming or holding many orders under one yes.

A filter is made the exact orders that fit at that moment; those are shown, approved and changed.
Each is changed by the single function, with its own history, event and audit line.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from commerce import parcels
from commerce.access import Permission
from commerce.approvals import bulk
from commerce.approvals.bulk import Batch
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import Ambiguous, NotFound, Refused
from commerce.orders import cancelling, changing, confirming, holding, queries, rules
from commerce.orders.types import OrderFilter, OrderSearch, PaymentKind
from commerce.vocabulary import OrderStatus

KIND = "orders"
"""What a change of many orders says that it changes."""

_WIDE = (OrderFilter.OPEN, OrderFilter.UNSHIPPED, OrderFilter.KEPT)
"""Statuses that narrow nothing down: nearly all that could be changed stands in them."""


class Bulk(StrEnum):
    """What can be done to many orders at once."""

    CANCEL = "cancel"
    CONFIRM = "confirm"
    HOLD = "hold"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    why_not: Callable[[OrderStatus], str | None]
    plan: Callable[[Context, str, str | None], Change]
    do: Callable[[Context, str, str | None], Change]
    undo: Callable[[Context, Change], Change]


_WAYS = {
    Bulk.CANCEL: _Way(
        why_not=lambda status: rules.why_not_cancel(status, ()),
        plan=cancelling.plan_cancel, do=cancelling.cancel, undo=cancelling.undo_cancel,
    ),
    Bulk.CONFIRM: _Way(
        why_not=changing.why_not_confirm,
        plan=lambda ctx, order, _: confirming.plan_confirm(ctx, order),
        do=lambda ctx, order, _: confirming.confirm(ctx, order),
        undo=confirming.undo_confirm,
    ),
    Bulk.HOLD: _Way(
        why_not=lambda status: rules.why_not_hold(status, ()),
        plan=holding.plan_hold, do=holding.hold, undo=holding.undo_hold,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What a request about many orders would do."""

    batch: Batch
    as_shown: Mapping[str, str]
    """How each order of the batch stands now."""
    warnings: tuple[str, ...] = ()


def plan_many(ctx: Context, what: Bulk, search: OrderSearch, reason: str | None = None) -> Planned:
    """Say what would become of all orders that fit, without changing any.

    Of `search`, `sort`, `limit` and `skip` do not matter.

    Raises:
        NotFound: No such customer or product.
        Ambiguous: No product fits all that was said.
        Refused: Nothing narrows the orders down, none fits, none can be changed, or too many can.
    """
    ctx.require(Permission.ORDERS_WRITE)
    _require_narrow(what, search)
    if search.numbers is not None:
        batch = _of_numbers(ctx, what, search, search.numbers, reason)
    else:
        batch = _of_search(ctx, what, search, reason)
    bulk.require_some(ctx, batch)
    found = [change.subject for change in batch.changes]
    return Planned(
        batch=batch,
        as_shown=queries.standings(ctx, found, lock=False),
        warnings=_warnings(ctx, what, search, found),
    )


def change_many(
    ctx: Context, what: Bulk, as_shown: Mapping[str, str], reason: str | None = None
) -> Batch:
    """Change exactly the orders that were shown; those that moved since are left alone.

    Raises:
        Refused: None of them can be changed any more, or they are too many.
    """
    ctx.require(Permission.ORDERS_WRITE)
    bulk.require_few(len(as_shown))
    as_now = queries.standings(ctx, list(as_shown), lock=True)
    return bulk.carry_out(ctx, as_shown, as_now, lambda number: _WAYS[what].do(ctx, number, reason))


def undo_many(ctx: Context, what: Bulk, change: Change) -> Change:
    """Take back what of many changed orders still can be; the warnings say what cannot.

    Raises:
        Refused: None of them can be.
    """
    ctx.require(Permission.ORDERS_WRITE)
    return bulk.undo(ctx, change, _WAYS[what].undo)


def _require_narrow(what: Bulk, search: OrderSearch) -> None:
    """Refuse "cancel all orders": what is meant must be said."""
    status = search.status not in (None, *_WIDE)
    period = search.period is not None and search.period.name != "all_time"
    others = (
        search.payment, search.channel, search.before, search.numbers, search.place,
        search.customer, search.product, search.min_total, search.max_total,
    )  # fmt: skip
    if not (status or period or any(other is not None for other in others)):
        raise Refused(f"error-orders-which-{what.value}")


def _of_search(ctx: Context, what: Bulk, search: OrderSearch, reason: str | None) -> Batch:
    """Plan what fits a filter; what cannot be changed where it stands is only counted."""
    way = _WAYS[what]
    standing = queries.by_status(ctx, search)
    if not standing:
        raise Refused("error-orders-none-fit")
    left = {status: why for status in standing if (why := way.why_not(status)) is not None}
    possible = [status for status in standing if status not in left]
    bulk.require_few(sum(standing[status] for status in possible))
    counted: dict[str, int] = {}
    for status, why in left.items():
        counted[why] = counted.get(why, 0) + standing[status]
    return bulk.plan(
        queries.numbers(ctx, search, possible),
        lambda number: way.plan(ctx, number, reason),
        also_left=counted,
    )


def _of_numbers(
    ctx: Context, what: Bulk, search: OrderSearch, said: tuple[str, ...], reason: str | None
) -> Batch:
    """Plan the orders that were named, each by its own; further filters must hold of them too."""
    bulk.require_few(len(said))
    exact: dict[str, str] = {}
    for text in said:
        try:
            exact.setdefault(parcels.order_named(ctx, text).number, text)
        except (NotFound, Ambiguous):
            exact.setdefault(text, text)
    among = replace(search, numbers=tuple(exact))
    fitting = set(queries.numbers(ctx, among, tuple(OrderStatus)))
    known = set(queries.standings(ctx, list(exact), lock=False))

    def plan_one(number: str) -> Change:
        if number in known and number not in fitting:
            raise Refused("error-orders-not-among")
        return _WAYS[what].plan(ctx, number, reason)

    return bulk.plan(exact, plan_one)


def _warnings(ctx: Context, what: Bulk, search: OrderSearch, numbers: list[str]) -> tuple[str, ...]:
    """Say how many of "all unpaid" will pay at the door: they are no unpaid ones to most."""
    if what is not Bulk.CANCEL or search.payment is not PaymentKind.UNPAID:
        return ()
    at_the_door = queries.cash_on_delivery(ctx, numbers)
    return (ctx.say("orders-warning-cod", count=at_the_door),) if at_the_door else ()
