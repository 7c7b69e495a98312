"""What matters this morning, to whoever asks: at most five things, by rupees and urgency."""

from collections.abc import Callable, Iterator

from commerce import alerts, approvals, inventory, ndr, parcels, periods, risk
from commerce.access import Permission
from commerce.alerts import AlertKind, AlertStatus
from commerce.brief.rules import MOST, ranked
from commerce.brief.types import Brief, Matter, MatterKind
from commerce.context import Context
from commerce.errors import Refused
from commerce.money import Money
from commerce.ndr import NdrQueue, NdrSearch

__all__ = ["MOST", "Brief", "Matter", "MatterKind", "brief"]

_SOON_DAYS = 7
_RISKY = 0.5
_MOST_RISKY = 50


def brief(ctx: Context) -> Brief:
    """Return what matters now, of what the actor may see and do something about."""
    ctx.require(Permission.ORDERS_READ)
    found = list(_matters(ctx))
    return Brief(matters=ranked(found), more=max(len(found) - MOST, 0))


def _matters(ctx: Context) -> Iterator[Matter]:
    looks: tuple[tuple[Permission, Callable[[Context], Matter | None]], ...] = (
        (Permission.NDR_READ, _parcels_to_answer),
        (Permission.NDR_READ, _nobodys),
        (Permission.ORDERS_READ, _late),
        (Permission.ORDERS_READ, _risky),
        (Permission.STOCK_READ, _running_out),
        (Permission.REPORTS_READ, _alerts),
        (Permission.REPORTS_READ, _to_approve),
    )
    for permission, look in looks:
        if ctx.actor.may(permission) and (matter := look(ctx)) is not None:
            yield matter


def _parcels_to_answer(ctx: Context) -> Matter | None:
    due = ndr.find_cases(ctx, NdrSearch(queue=NdrQueue.DUE_TODAY, limit=1))
    if not due.count:
        return None
    return Matter(
        kind=MatterKind.PARCELS_DUE, count=due.count, value=due.value, late=due.overdue, hours=8
    )


def _nobodys(ctx: Context) -> Matter | None:
    found = ndr.find_cases(ctx, NdrSearch(queue=NdrQueue.UNASSIGNED, limit=1))
    if not found.count:
        return None
    return Matter(kind=MatterKind.PARCELS_NOBODYS, count=found.count, value=found.value, hours=24)


def _late(ctx: Context) -> Matter | None:
    found = parcels.late_parcels(ctx, limit=1)
    if not found.count:
        return None
    return Matter(kind=MatterKind.PARCELS_LATE, count=found.count, value=found.value, hours=48)


def _risky(ctx: Context) -> Matter | None:
    lately = periods.resolve("last_7_days", now=ctx.now, zone=ctx.zone)
    try:
        found = risk.risky(ctx, lately, at_least=_RISKY, most=_MOST_RISKY)
    except Refused:  # Nothing was learnt yet that would tell.
        return None
    if not found.count:
        return None
    return Matter(kind=MatterKind.ORDERS_RISKY, count=found.count, value=found.at_stake, hours=24)


def _running_out(ctx: Context) -> Matter | None:
    """Count what runs out within a week, and what would be sold of it until the week is over."""
    found = inventory.low_stock(ctx, days=_SOON_DAYS)
    if not found:
        return None
    lost = sum(
        one.revenue.minor / max(one.sold, 1) * one.per_day * max(_SOON_DAYS - one.days_left, 0)
        for one in found
    )
    soonest = min(one.days_left for one in found)
    return Matter(
        kind=MatterKind.STOCK_OUT, count=len(found), value=Money(round(lost), ctx.currency),
        hours=24 * max(soonest, 0.5),
    )  # fmt: skip


def _alerts(ctx: Context) -> Matter | None:
    """Count what nobody looks after yet; stock and service levels have lines of their own."""
    found = [
        one
        for one in alerts.listed(ctx)
        if one.status is AlertStatus.OPEN and one.kind not in (AlertKind.STOCK_OUT, AlertKind.SLA)
    ]
    if not found:
        return None
    value = Money(sum(one.value_minor for one in found), ctx.currency)
    return Matter(kind=MatterKind.ALERTS, count=len(found), value=value, hours=12)


def _to_approve(ctx: Context) -> Matter | None:
    waiting = approvals.count_waiting_for(ctx)
    if not waiting:
        return None
    return Matter(kind=MatterKind.APPROVALS, count=waiting, value=Money(0, ctx.currency), hours=1)
