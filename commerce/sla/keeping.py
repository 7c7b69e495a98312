"""How service levels were kept, and what breaking them cost."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from commerce import working_time
from commerce.access import Permission
from commerce.context import Context
from commerce.holding import Held, held
from commerce.money import Money
from commerce.periods import Period
from commerce.sla import queries, rules
from commerce.sla.calendar import Calendar, calendar_of
from commerce.sla.types import Kept, SlaKind, Term
from commerce.vocabulary import (
    CourierType,
    NdrReason,
    SalesChannel,
    ShipmentStatus,
)

_CAME_BACK = (
    ShipmentStatus.RTO_INITIATED, ShipmentStatus.RTO_IN_TRANSIT, ShipmentStatus.RTO_DELIVERED,
    ShipmentStatus.CANCELLED,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Things under one term: moments are Unix seconds, and spans seconds on the term's clock."""

    term: Term
    channel: SalesChannel | None = None
    courier: CourierType | None = None
    began: NDArray[np.float64]
    done: NDArray[np.float64]
    """Not a number for what is open still."""
    allowed: NDArray[np.float64]
    totals: NDArray[np.int64]


def performance(
    ctx: Context, period: Period, kind: SlaKind | None = None
) -> Held[tuple[Kept, ...]]:
    """Return how each service level was kept for what began in a period, and as of when.

    Counted is what was done, and what is open still and late; what is open and in time is not
    counted yet. What was cancelled, and what came back, is not counted.

    Raises:
        NotAllowed: The actor may not read reports.
    """
    ctx.require(Permission.REPORTS_READ)
    calendar = calendar_of(ctx)
    # What is held is of these terms and hours; set others, and it is counted anew.
    asked = (period.start, period.end, kind, calendar.terms, *calendar.hours.values())
    return held(
        ctx, f"service levels kept {hash(asked)}", lambda: _all_kept(ctx, calendar, period, kind)
    )


def _all_kept(
    ctx: Context, calendar: Calendar, period: Period, kind: SlaKind | None
) -> tuple[Kept, ...]:
    found: list[Kept] = []
    for one, groups in _GROUPS.items():
        if kind in (None, one):
            kept = (_kept(ctx, calendar, one, group) for group in groups(ctx, calendar, period))
            found += sorted(
                (each for each in kept if each is not None), key=lambda each: (-each.due,)
            )
    return tuple(found)


def _kept(ctx: Context, calendar: Calendar, kind: SlaKind, group: _Group) -> Kept | None:
    is_open = np.isnan(group.done)
    done = np.where(is_open, ctx.now.timestamp(), group.done)
    took = working_time.worked_seconds(calendar.hours[group.term.clock], group.began, done)
    in_time = took <= group.allowed
    counts = ~(is_open & in_time)
    due, kept = int(counts.sum()), int((counts & in_time).sum())
    if not due:
        return None
    late = group.totals[counts & ~in_time]
    fixed = group.term.penalty.minor if group.term.penalty else 0
    penalty = fixed * len(late) + int(np.round(late * group.term.penalty_permille / 1000).sum())
    hours = took[~is_open] / 3600
    low, high = rules.wilson(kept, due)
    return Kept(
        kind=kind, channel=group.channel, courier=group.courier, due=due, kept=kept, low=low,
        high=high, penalty=Money(penalty, ctx.currency), term=group.term,
        median_hours=round(float(np.quantile(hours, 0.5)), 1) if len(hours) else None,
        slow_hours=round(float(np.quantile(hours, 0.9)), 1) if len(hours) else None,
    )  # fmt: skip


def _dispatch(ctx: Context, calendar: Calendar, period: Period) -> Iterator[_Group]:
    found = queries.dispatched_in(ctx, period.start, period.end)
    counted = ~np.isnan(found["done"]) | np.isin(found["status"], queries.TO_DISPATCH)
    for name, its in _by_name(found, counted):
        channel = SalesChannel(name)
        term = calendar.term(SlaKind.DISPATCH, channel)
        yield _Group(
            term=term, channel=channel, began=its["began"], done=its["done"],
            allowed=np.full(len(its["began"]), _seconds(term)), totals=its["total"],
        )  # fmt: skip


def _delivery(ctx: Context, calendar: Calendar, period: Period) -> Iterator[_Group]:
    found = queries.delivered_in(ctx, period.start, period.end)
    counted = ~np.isnan(found["done"]) | ~np.isin(found["status"], _CAME_BACK)
    for name, its in _by_name(found, counted):
        courier = CourierType(name)
        term = calendar.term(SlaKind.DELIVERY, None, courier)
        allowed = its["promised"] - its["began"]
        if term.span is not None:
            allowed = np.full(len(allowed), _seconds(term))
        known = ~np.isnan(allowed)
        yield _Group(
            term=term, courier=courier, began=its["began"][known], done=its["done"][known],
            allowed=allowed[known], totals=its["total"][known],
        )  # fmt: skip


def _ndr_action(ctx: Context, calendar: Calendar, period: Period) -> Iterator[_Group]:
    found = queries.acted_in(ctx, period.start, period.end)
    # What is closed with nothing done the road settled before anybody had to.
    counted = ~np.isnan(found["done"]) | np.isnan(found["closed"])
    for name, its in _by_name(found, counted):
        courier = CourierType(name)
        term = calendar.term(SlaKind.NDR_ACTION, None, courier)
        spans = {each: _span(term, NdrReason(each)) for each in set(its["reason"])}
        yield _Group(
            term=term, courier=courier, began=its["began"], done=its["done"],
            allowed=np.array([spans[each] for each in its["reason"]], dtype=float),
            totals=its["total"],
        )  # fmt: skip


def _first_response(ctx: Context, calendar: Calendar, period: Period) -> Iterator[_Group]:
    found = queries.answered_in(ctx, period.start, period.end)
    term = calendar.term(SlaKind.FIRST_RESPONSE)
    yield _Group(
        term=term,
        began=np.array([at.timestamp() for at, _ in found], dtype=float),
        done=np.array([np.nan if at is None else at.timestamp() for _, at in found], dtype=float),
        allowed=np.full(len(found), _seconds(term)),
        totals=np.zeros(len(found), dtype=np.int64),
    )


def _by_name(
    found: queries.Table, counted: NDArray[np.bool_]
) -> Iterator[tuple[str, queries.Table]]:
    """Yield each name that anything counted has, and all that is counted of it."""
    for name in sorted(set(found["name"][counted])):
        its = counted & (found["name"] == name)
        yield name, {of: column[its] for of, column in found.items()}


def _span(term: Term, reason: NdrReason) -> float:
    span = rules.span_of(term, reason)
    assert span is not None
    return span.total_seconds()


def _seconds(term: Term) -> float:
    assert term.span is not None
    return term.span.total_seconds()


_GROUPS: dict[SlaKind, Any] = {
    SlaKind.DISPATCH: _dispatch,
    SlaKind.DELIVERY: _delivery,
    SlaKind.NDR_ACTION: _ndr_action,
    SlaKind.FIRST_RESPONSE: _first_response,
}
