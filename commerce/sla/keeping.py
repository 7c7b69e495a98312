"""How service levels were kept, and what breaking them cost."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import numpy as np

from commerce import working_time
from commerce.access import Permission
from commerce.context import Context
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


@dataclass(slots=True)
class _Group:
    """Things under one term, as they are counted."""

    term: Term
    channel: SalesChannel | None = None
    courier: CourierType | None = None
    began: list[float] = field(default_factory=list)
    done: list[float] = field(default_factory=list)
    """Unix seconds; of what is open still, now."""
    allowed: list[float] = field(default_factory=list)
    """Seconds on the term's clock."""
    totals: list[int] = field(default_factory=list)
    open: list[bool] = field(default_factory=list)

    def add(
        self, began: datetime, done: datetime | None, now: datetime, allowed: float, total: int
    ) -> None:
        """Count one thing."""
        self.began.append(began.timestamp())
        self.done.append((done or now).timestamp())
        self.allowed.append(allowed)
        self.totals.append(total)
        self.open.append(done is None)


def performance(ctx: Context, period: Period, kind: SlaKind | None = None) -> tuple[Kept, ...]:
    """Return how each service level was kept for what began in a period.

    Counted is what was done, and what is open still and late; what is open and in time is not
    counted yet. What was cancelled, and what came back, is not counted.

    Raises:
        NotAllowed: The actor may not read reports.
    """
    ctx.require(Permission.REPORTS_READ)
    calendar = calendar_of(ctx)
    found: list[Kept] = []
    for one, groups in _GROUPS.items():
        if kind in (None, one):
            kept = (_kept(ctx, calendar, one, group) for group in groups(ctx, calendar, period))
            found += sorted(
                (each for each in kept if each is not None), key=lambda each: (-each.due,)
            )
    return tuple(found)


def _kept(ctx: Context, calendar: Calendar, kind: SlaKind, group: _Group) -> Kept | None:
    began, done = np.array(group.began), np.array(group.done)
    took = working_time.worked_seconds(calendar.hours[group.term.clock], began, done)
    in_time = took <= np.array(group.allowed)
    counts = ~(np.array(group.open, dtype=bool) & in_time)
    due, kept = int(counts.sum()), int((counts & in_time).sum())
    if not due:
        return None
    late = np.array(group.totals, dtype=np.int64)[counts & ~in_time]
    fixed = group.term.penalty.minor if group.term.penalty else 0
    penalty = fixed * len(late) + int(np.round(late * group.term.penalty_permille / 1000).sum())
    hours = took[~np.array(group.open, dtype=bool)] / 3600
    low, high = rules.wilson(kept, due)
    return Kept(
        kind=kind, channel=group.channel, courier=group.courier, due=due, kept=kept, low=low,
        high=high, penalty=Money(penalty, ctx.currency), term=group.term,
        median_hours=round(float(np.quantile(hours, 0.5)), 1) if len(hours) else None,
        slow_hours=round(float(np.quantile(hours, 0.9)), 1) if len(hours) else None,
    )  # fmt: skip


def _dispatch(ctx: Context, calendar: Calendar, period: Period) -> Sequence[_Group]:
    groups: dict[str, _Group] = {}
    for name, placed_at, picked_at, status, total in queries.dispatched_in(
        ctx, period.start, period.end
    ):
        if picked_at is None and status not in queries.TO_DISPATCH:
            continue
        if name not in groups:
            channel = SalesChannel(name)
            groups[name] = _Group(calendar.term(SlaKind.DISPATCH, channel), channel=channel)
        group = groups[name]
        group.add(placed_at, picked_at, ctx.now, _seconds(group.term), total)
    return list(groups.values())


def _delivery(ctx: Context, calendar: Calendar, period: Period) -> Sequence[_Group]:
    groups: dict[str, _Group] = {}
    for name, sent_at, promised_at, delivered_at, status, total in queries.delivered_in(
        ctx, period.start, period.end
    ):
        if status in _CAME_BACK and delivered_at is None:
            continue
        if name not in groups:
            courier = CourierType(name)
            groups[name] = _Group(
                calendar.term(SlaKind.DELIVERY, None, courier), courier=courier
            )  # fmt: skip
        group = groups[name]
        if group.term.span is None and promised_at is None:
            continue
        allowed = (
            (promised_at - sent_at).total_seconds()
            if group.term.span is None
            else _seconds(group.term)
        )
        group.add(sent_at, delivered_at, ctx.now, allowed, total)
    return [group for group in groups.values() if group.began]


def _ndr_action(ctx: Context, calendar: Calendar, period: Period) -> Sequence[_Group]:
    groups: dict[str, _Group] = {}
    for name, reason, opened_at, acted_at, closed_at, total in queries.acted_in(
        ctx, period.start, period.end
    ):
        if acted_at is None and closed_at is not None:
            continue  # The road settled it before anybody had to.
        if name not in groups:
            courier = CourierType(name)
            groups[name] = _Group(
                calendar.term(SlaKind.NDR_ACTION, None, courier), courier=courier
            )  # fmt: skip
        span = rules.span_of(groups[name].term, NdrReason(reason))
        assert span is not None
        groups[name].add(opened_at, acted_at, ctx.now, span.total_seconds(), total)
    return list(groups.values())


def _first_response(ctx: Context, calendar: Calendar, period: Period) -> Sequence[_Group]:
    group = _Group(calendar.term(SlaKind.FIRST_RESPONSE))
    for at, answered_at in queries.answered_in(ctx, period.start, period.end):
        group.add(at, answered_at, ctx.now, _seconds(group.term), 0)
    return [group] if group.began else []


def _seconds(term: Term) -> float:
    assert term.span is not None
    return term.span.total_seconds()


_GROUPS: dict[SlaKind, Any] = {
    SlaKind.DISPATCH: _dispatch,
    SlaKind.DELIVERY: _delivery,
    SlaKind.NDR_ACTION: _ndr_action,
    SlaKind.FIRST_RESPONSE: _first_response,
}
