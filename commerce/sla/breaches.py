"""What is late now, and what will be: each with what to do about it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from commerce import working_time
from commerce.access import Permission
from commerce.context import Context
from commerce.money import Money
from commerce.sla import queries, rules
from commerce.sla.calendar import Calendar, calendar_of
from commerce.sla.queries import Before
from commerce.sla.types import Breaches, Counted, Due, SlaKind, SlaStanding, Term
from commerce.vocabulary import CourierType, NdrReason, SalesChannel

_LOOKED_AT = 300
"""Things of a kind that are not late yet and are looked at one by one."""


def find_breaches(
    ctx: Context, *, kind: SlaKind | None = None, standing: SlaStanding = SlaStanding.BOTH,
    courier: CourierType | None = None, channel: SalesChannel | None = None, limit: int = 10,
) -> Breaches:  # fmt: skip
    """Return what is late now, and what is likely to be.

    Args:
        ctx: Who asks.
        kind: One service level; `None` for all that the actor may see.
        standing: Late ones, those at risk, or both.
        courier: Only what this courier carries.
        channel: Only what was sold there.
        limit: How many to show.

    Raises:
        NotAllowed: The actor may not read orders.
    """
    ctx.require(Permission.ORDERS_READ)
    calendar = calendar_of(ctx)
    kinds = [kind] if kind is not None else [one for one in SlaKind if _may(ctx, one)]
    if courier is not None:
        kinds = [one for one in kinds if one in (SlaKind.DELIVERY, SlaKind.NDR_ACTION)]
    counted, late, soon = list[Counted](), list[Due](), list[Due]()
    for one in kinds:
        found = _LOOKS[one](ctx, calendar, courier, channel, limit)
        counted.append(found.counted(one, ctx.currency))
        late += found.late
        soon += found.soon
    late.sort(key=lambda due: (-(due.value.minor if due.value else 0), due.due_at, due.subject))
    soon.sort(key=lambda due: (-(due.likely.chance if due.likely else 0), due.due_at, due.subject))
    shown = {
        SlaStanding.BREACHED: late[:limit],
        SlaStanding.AT_RISK: soon[:limit],
        SlaStanding.BOTH: [*late[:limit], *soon[:limit]],
    }[standing]
    return Breaches(counted=tuple(counted), shown=tuple(shown))


def _may(ctx: Context, kind: SlaKind) -> bool:
    needed = {
        SlaKind.DISPATCH: Permission.ORDERS_READ, SlaKind.DELIVERY: Permission.PARCELS_READ,
        SlaKind.NDR_ACTION: Permission.NDR_READ, SlaKind.FIRST_RESPONSE: Permission.CONVERSATIONS,
    }  # fmt: skip
    return ctx.actor.may(needed[kind])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    breached: int
    value_minor: int
    late: list[Due]
    soon: list[Due]

    def counted(self, kind: SlaKind, currency: str) -> Counted:
        return Counted(
            kind=kind, breached=self.breached, at_risk=len(self.soon),
            value=Money(self.value_minor, currency),
        )  # fmt: skip


# -- dispatch ------------------------------------------------------------------------------------


def _dispatch(
    ctx: Context, calendar: Calendar, courier: CourierType | None, channel: SalesChannel | None,
    limit: int,
) -> _Look:  # fmt: skip
    ctx.require(Permission.ORDERS_READ)
    terms = {
        one: calendar.term(SlaKind.DISPATCH, one)
        for one in ([channel] if channel else list(SalesChannel))
    }
    now = [Before(moment=calendar.too_late_before(t), channel=c) for c, t in terms.items()]
    count, value, rows = queries.undispatched(ctx, now, None, limit)
    ahead = rules.SOON[SlaKind.DISPATCH]
    later = [
        Before(moment=calendar.too_late_before(t, ahead=ahead), channel=c) for c, t in terms.items()
    ]
    _, _, waiting = queries.undispatched(
        ctx, later, min(one.moment for one in now), _LOOKED_AT
    )  # fmt: skip
    took = _dispatch_times(ctx, calendar, terms) if waiting else {}
    late = [_order(ctx, calendar, terms, row, None) for row in rows]
    soon = []
    for row in waiting:
        one = SalesChannel(row.sales_channel)
        due = _order(ctx, calendar, terms, row, took.get(one))
        if not due.is_breached and rules.is_at_risk(
            SlaKind.DISPATCH, due.due_at - ctx.now, due.likely
        ):
            soon.append(due)
    return _Look(breached=count, value_minor=value, late=late, soon=soon)


def _dispatch_times(
    ctx: Context, calendar: Calendar, terms: dict[SalesChannel, Term]
) -> dict[SalesChannel, NDArray[np.float64]]:
    """Return how many counted hours orders of each channel took to be picked up."""
    placed: dict[SalesChannel, list[tuple[float, float]]] = {}
    for name, at, picked_at in queries.dispatches(ctx):
        placed.setdefault(SalesChannel(name), []).append((at.timestamp(), picked_at.timestamp()))
    found = {}
    for one, pairs in placed.items():
        if one in terms:
            both = np.array(pairs)
            clock = calendar.hours[terms[one].clock]
            found[one] = working_time.worked_seconds(clock, both[:, 0], both[:, 1]) / 3600
    return found


def _order(
    ctx: Context, calendar: Calendar, terms: dict[SalesChannel, Term], row: Any,
    took: NDArray[np.float64] | None,
) -> Due:  # fmt: skip
    channel = SalesChannel(row.sales_channel)
    term = terms[channel]
    due_at = calendar.due_at(term, row.placed_at)
    likely = None
    if took is not None and term.span is not None:
        waited = working_time.worked(calendar.hours[term.clock], row.placed_at, ctx.now)
        likely = rules.likely_late(
            took, waited.total_seconds() / 3600, term.span.total_seconds() / 3600
        )
    return Due(
        kind=SlaKind.DISPATCH, subject=row.number, order_number=row.number, name=row.name,
        began_at=row.placed_at, due_at=due_at, is_breached=due_at < ctx.now,
        value=Money(row.total_minor, ctx.currency), channel=channel, place=row.city,
        status=row.status, likely=likely,
        penalty=rules.penalty_of(term, row.total_minor, ctx.currency),
    )  # fmt: skip


# -- delivery ------------------------------------------------------------------------------------


def _delivery(
    ctx: Context, calendar: Calendar, courier: CourierType | None, channel: SalesChannel | None,
    limit: int,
) -> _Look:  # fmt: skip
    ctx.require(Permission.PARCELS_READ)
    terms = {
        one: calendar.term(SlaKind.DELIVERY, channel, one)
        for one in ([courier] if courier else list(CourierType))
    }
    now = [_sent_before(calendar, c, t, timedelta()) for c, t in terms.items()]
    count, value, rows = queries.undelivered(ctx, now, (), limit)
    later = [_sent_before(calendar, c, t, rules.LOOKS_AHEAD) for c, t in terms.items()]
    _, _, waiting = queries.undelivered(ctx, later, now, _LOOKED_AT)
    took = _delivery_times(ctx, {row.courier for row in waiting}) if waiting else {}
    late = [_parcel(ctx, calendar, terms, row, None) for row in rows]
    soon = []
    for row in waiting:
        due = _parcel(ctx, calendar, terms, row, took)
        if not due.is_breached and rules.is_at_risk(
            SlaKind.DELIVERY, due.due_at - ctx.now, due.likely
        ):
            soon.append(due)
    return _Look(breached=count, value_minor=value, late=late, soon=soon)


def _sent_before(calendar: Calendar, courier: CourierType, term: Term, ahead: timedelta) -> Before:
    if term.span is None:
        return Before(moment=calendar.now + ahead, courier=courier, by_promise=True)
    return Before(moment=calendar.too_late_before(term, ahead=ahead), courier=courier)


_Times = dict[tuple[str, str], NDArray[np.float64]]
"""Courier and state, or courier and nothing for all of its parcels → hours to deliver."""


def _delivery_times(ctx: Context, couriers: Iterable[str]) -> _Times:
    lanes: dict[tuple[str, str], list[float]] = {}
    for courier, state, sent_at, delivered_at, _ in queries.deliveries(ctx, couriers):
        hours = np.inf if delivered_at is None else (delivered_at - sent_at).total_seconds() / 3600
        lanes.setdefault((courier, state), []).append(hours)
        lanes.setdefault((courier, ""), []).append(hours)
    return {lane: np.array(hours) for lane, hours in lanes.items()}


def _parcel(
    ctx: Context, calendar: Calendar, terms: dict[CourierType, Term], row: Any,
    took: _Times | None,
) -> Due:  # fmt: skip
    courier, sent_at = CourierType(row.courier), row[2]
    term = terms[courier]
    due_at: datetime = (
        row.promised_at if term.span is None else calendar.due_at(term, sent_at)
    ) or ctx.now
    likely = None
    if took is not None:
        waited = (ctx.now - sent_at).total_seconds() / 3600
        allowed = (due_at - sent_at).total_seconds() / 3600
        for lane in ((row.courier, row.state), (row.courier, "")):
            if likely is None and lane in took:
                likely = rules.likely_late(took[lane], waited, allowed)
    return Due(
        kind=SlaKind.DELIVERY, subject=row.awb, order_number=row.number, name=row.name,
        began_at=sent_at, due_at=due_at, is_breached=due_at < ctx.now,
        value=Money(row.total_minor, ctx.currency), channel=SalesChannel(row.sales_channel),
        courier=courier, place=row.city, status=row.status, likely=likely,
        penalty=rules.penalty_of(term, row.total_minor, ctx.currency),
    )  # fmt: skip


# -- failed deliveries ---------------------------------------------------------------------------


def _ndr_action(
    ctx: Context, calendar: Calendar, courier: CourierType | None, channel: SalesChannel | None,
    limit: int,
) -> _Look:  # fmt: skip
    ctx.require(Permission.NDR_READ)
    couriers = [courier] if courier else list(CourierType)
    now = _failed_before(calendar, couriers, channel, timedelta())
    count, value, rows = queries.untouched(ctx, now, (), limit)
    later = _failed_before(calendar, couriers, channel, rules.SOON[SlaKind.NDR_ACTION])
    _, _, waiting = queries.untouched(ctx, later, now, _LOOKED_AT)
    return _Look(
        breached=count, value_minor=value,
        late=[_case(ctx, calendar, channel, row) for row in rows],
        soon=[_case(ctx, calendar, channel, row) for row in waiting],
    )  # fmt: skip


def _failed_before(
    calendar: Calendar, couriers: Sequence[CourierType], channel: SalesChannel | None,
    ahead: timedelta,
) -> list[Before]:  # fmt: skip
    found = []
    for courier in _apart(calendar, couriers):
        term = calendar.term(SlaKind.NDR_ACTION, channel, courier)
        reasons: tuple[NdrReason | None, ...] = (None,) if term.span else tuple(NdrReason)
        found += [
            Before(
                moment=calendar.too_late_before(term, reason, ahead), courier=courier,
                reason=reason,
            )
            for reason in reasons
        ]  # fmt: skip
    return found


def _apart(calendar: Calendar, couriers: Sequence[CourierType]) -> Sequence[CourierType | None]:
    """Return the couriers that must be asked about one by one; nothing stands for all alike."""
    own = any(t.courier for t in calendar.terms if t.kind is SlaKind.NDR_ACTION)
    return couriers if own or len(couriers) == 1 else (None,)


def _case(ctx: Context, calendar: Calendar, channel: SalesChannel | None, row: Any) -> Due:
    courier = CourierType(row.courier)
    term = calendar.term(SlaKind.NDR_ACTION, channel, courier)
    due_at = calendar.due_at(term, row.last_attempt_at, NdrReason(row.reason))
    return Due(
        kind=SlaKind.NDR_ACTION, subject=row.awb, order_number=row.number, name=row.name,
        began_at=row.last_attempt_at, due_at=due_at, is_breached=due_at < ctx.now,
        value=Money(row.total_minor, ctx.currency), channel=SalesChannel(row.sales_channel),
        courier=courier, place=row.city, status=row.status,
        penalty=rules.penalty_of(term, row.total_minor, ctx.currency),
    )  # fmt: skip


# -- customers who want a person -----------------------------------------------------------------


def _first_response(
    ctx: Context, calendar: Calendar, courier: CourierType | None, channel: SalesChannel | None,
    limit: int,
) -> _Look:  # fmt: skip
    ctx.require(Permission.CONVERSATIONS)
    term = calendar.term(SlaKind.FIRST_RESPONSE)
    now = calendar.too_late_before(term)
    count, rows = queries.unanswered(ctx, now, None, limit)
    later = calendar.too_late_before(term, ahead=rules.SOON[SlaKind.FIRST_RESPONSE])
    _, waiting = queries.unanswered(ctx, later, now, _LOOKED_AT)
    return _Look(
        breached=count, value_minor=0,
        late=[_wish(ctx, calendar, term, row) for row in rows],
        soon=[_wish(ctx, calendar, term, row) for row in waiting],
    )  # fmt: skip


def _wish(ctx: Context, calendar: Calendar, term: Term, row: Any) -> Due:
    due_at = calendar.due_at(term, row.at)
    return Due(
        kind=SlaKind.FIRST_RESPONSE, subject=f"#{row.id}", order_number="", name=row.name,
        began_at=row.at, due_at=due_at, is_breached=due_at < ctx.now, value=None,
        status="open",
    )  # fmt: skip


_LOOKS = {
    SlaKind.DISPATCH: _dispatch,
    SlaKind.DELIVERY: _delivery,
    SlaKind.NDR_ACTION: _ndr_action,
    SlaKind.FIRST_RESPONSE: _first_response,
}
