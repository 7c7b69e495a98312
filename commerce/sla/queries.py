"""All SQL of service levels.

What is late is found by one comparison with a moment (`working_time.too_late_before`), so that a
million orders are looked over by their indexes and only open ones are read.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, and_, func, or_, select

from commerce import figures
from commerce.context import Context
from commerce.db.tables import (
    AddressRow,
    ConversationRow,
    CustomerRow,
    EventRow,
    HandOverRow,
    NdrActionRow,
    NdrCaseRow,
    OrderRow,
    PersonRow,
    ShipmentRow,
    ShopHolidayRow,
    ShopRow,
    SlaTermRow,
)
from commerce.money import Money
from commerce.parcels import ParcelMoment
from commerce.parcels.rules import AWAITED
from commerce.scope import own_orders
from commerce.scoring import columns
from commerce.sla.types import Clock, SlaKind, Term
from commerce.vocabulary import (
    CourierType,
    NdrActionType,
    NdrReason,
    NdrStatus,
    OrderStatus,
    SalesChannel,
    ShipmentStatus,
)

TO_DISPATCH = (OrderStatus.PENDING, OrderStatus.CONFIRMED, OrderStatus.PROCESSING)
UNTOUCHED = (NdrStatus.OPEN, NdrStatus.ASSIGNED)
_DID_NOTHING = (NdrActionType.REASSIGNED, NdrActionType.REMARK_ADDED)
_ANSWERED = ("conversation.taken_over", "conversation.answered")
_CAME_BACK = (
    ShipmentStatus.RTO_INITIATED, ShipmentStatus.RTO_IN_TRANSIT, ShipmentStatus.RTO_DELIVERED,
    ShipmentStatus.LOST, ShipmentStatus.CANCELLED,
)  # fmt: skip
_ON_THE_WAY = tuple(
    one for one in ShipmentStatus if one not in (*_CAME_BACK, ShipmentStatus.DELIVERED)
)
_RESOLVED_FROM, _RESOLVED_UNTIL = timedelta(days=75), timedelta(days=14)
_DEAREST_FIRST = (OrderRow.total_minor + 0).desc()
"""Said so that the few that are late are found and then sorted, rather than all orders by total."""
_DISPATCHES, _DELIVERIES = 1_200, 2_000
"""How many of the latest tell how long such ones take."""


Table = dict[str, NDArray[Any]]
"""Columns of the same length, by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """Which things, and before which moment they must have begun."""

    moment: datetime
    channel: SalesChannel | None = None
    courier: CourierType | None = None
    reason: NdrReason | None = None
    by_promise: bool = False
    """Whether the moment is compared with what was promised."""


# -- what the shop set ---------------------------------------------------------------------------


def terms(ctx: Context) -> list[Term]:
    """Return the terms that the shop set."""
    found = ctx.session.scalars(
        select(SlaTermRow).where(SlaTermRow.shop_id == ctx.actor.shop_id).order_by(SlaTermRow.id)
    )
    return [_term(row, ctx.currency) for row in found]


def term_row(
    ctx: Context, kind: SlaKind, channel: SalesChannel | None, courier: CourierType | None
) -> SlaTermRow | None:
    """Return the row of exactly one term, freshly read."""
    return ctx.session.scalar(
        select(SlaTermRow)
        .where(
            SlaTermRow.shop_id == ctx.actor.shop_id,
            SlaTermRow.kind == kind.value,
            SlaTermRow.sales_channel == (channel.value if channel else ""),
            SlaTermRow.courier == (courier.value if courier else ""),
        )
        .execution_options(populate_existing=True)
    )


def _term(row: SlaTermRow, currency: str) -> Term:
    return Term(
        kind=SlaKind(row.kind), span=timedelta(minutes=row.minutes), clock=Clock(row.clock),
        channel=SalesChannel(row.sales_channel) if row.sales_channel else None,
        courier=CourierType(row.courier) if row.courier else None,
        penalty=Money(row.penalty_minor, currency) if row.penalty_minor else None,
        penalty_permille=row.penalty_permille, is_chosen=True,
    )  # fmt: skip


def hours_said(ctx: Context) -> dict[str, Any]:
    """Return what the shop said of its hours."""
    settings = ctx.session.scalar(select(ShopRow.settings).where(ShopRow.id == ctx.actor.shop_id))
    said = (settings or {}).get("hours", {})
    return dict(said)


def say_hours(ctx: Context, said: dict[str, Any], whole: tuple[int, int]) -> None:
    """Keep what the shop says of its hours: to the minute, and the whole hours for others."""
    row = ctx.session.scalars(
        select(ShopRow)
        .where(ShopRow.id == ctx.actor.shop_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    terms = {**(row.settings.get("terms") or {}), "opens": whole[0], "closes": whole[1]}
    row.settings = {**row.settings, "hours": said, "terms": terms}
    ctx.session.flush()


def own_days(ctx: Context) -> dict[date, tuple[bool, str]]:
    """Return the days on which the shop rests or works against its calendar, and their names."""
    found = ctx.session.scalars(
        select(ShopHolidayRow)
        .where(ShopHolidayRow.shop_id == ctx.actor.shop_id)
        .order_by(ShopHolidayRow.day)
    )
    return {row.day: (row.is_open, row.name) for row in found}


def holiday_row(ctx: Context, day: date) -> ShopHolidayRow | None:
    """Return what the shop said of one day."""
    return ctx.session.scalar(
        select(ShopHolidayRow).where(
            ShopHolidayRow.shop_id == ctx.actor.shop_id, ShopHolidayRow.day == day
        )
    )


# -- open things ---------------------------------------------------------------------------------


def undispatched(
    ctx: Context, before: Iterable[Before], since: datetime | None, limit: int
) -> tuple[int, int, list[Any]]:
    """Return how many orders wait too long, their total in minor units, and the first rows.

    Of those that began `since` a moment only the rows; they are not counted.
    """
    begun = [
        and_(OrderRow.sales_channel == one.channel, OrderRow.placed_at < one.moment)
        for one in before
    ]  # fmt: skip
    chosen = [own_orders(ctx), OrderRow.status.in_(TO_DISPATCH), or_(*begun)]
    if since is not None:
        chosen.append(OrderRow.placed_at >= since)
    rows = (
        select(
            OrderRow.number, CustomerRow.name, OrderRow.placed_at, OrderRow.total_minor,
            OrderRow.sales_channel, OrderRow.status, AddressRow.city,
        )
        .join(CustomerRow, CustomerRow.id == OrderRow.customer_id)
        .join(AddressRow, AddressRow.id == OrderRow.address_id)
        .where(*chosen, CustomerRow.shop_id == ctx.actor.shop_id)
        .order_by(_DEAREST_FIRST, OrderRow.id)
        .limit(limit)
    )  # fmt: skip
    counted = select(func.count(OrderRow.id), _total()).where(*chosen)
    return _counted(ctx, counted if since is None else None, rows)


def undelivered(
    ctx: Context, before: Sequence[Before], since: Sequence[Before], limit: int
) -> tuple[int, int, list[Any]]:
    """Return how many parcels are on the way too long, their orders' total, and the first rows.

    Args:
        ctx: Who asks.
        before: What began, or was promised, before these moments.
        since: And not before these; such ones are not counted.
        limit: How many rows.
    """
    chosen = [
        own_orders(ctx),
        ShipmentRow.shop_id == ctx.actor.shop_id,
        ShipmentRow.status.in_(AWAITED),
        or_(*(_sent_before(one) for one in before)),
    ]
    if since:
        chosen.append(~or_(*(_sent_before(one) for one in since)))
    rows = (
        select(
            ShipmentRow.awb, CustomerRow.name, _sent_at(), OrderRow.total_minor,
            OrderRow.sales_channel, ShipmentRow.status, AddressRow.city, AddressRow.state,
            ShipmentRow.courier, ShipmentRow.promised_at, OrderRow.number,
        )
        .join(OrderRow, OrderRow.id == ShipmentRow.order_id)
        .join(CustomerRow, CustomerRow.id == OrderRow.customer_id)
        .join(AddressRow, AddressRow.id == OrderRow.address_id)
        .where(*chosen, CustomerRow.shop_id == ctx.actor.shop_id)
        .order_by(_DEAREST_FIRST, ShipmentRow.id)
        .limit(limit)
    )  # fmt: skip
    counted = (
        select(func.count(ShipmentRow.id), _total())
        .join(OrderRow, OrderRow.id == ShipmentRow.order_id)
        .where(*chosen)
    )
    return _counted(ctx, None if since else counted, rows)


def untouched(
    ctx: Context, before: Sequence[Before], since: Sequence[Before], limit: int
) -> tuple[int, int, list[Any]]:
    """Return how many failed deliveries nobody did anything about in time, and the first rows.

    Of those not before `since` only the rows; they are not counted.
    """
    chosen = [
        own_orders(ctx),
        NdrCaseRow.shop_id == ctx.actor.shop_id,
        ShipmentRow.shop_id == ctx.actor.shop_id,
        NdrCaseRow.status.in_(UNTOUCHED),
        or_(*(_failed_before(one) for one in before)),
    ]
    if since:
        chosen.append(~or_(*(_failed_before(one) for one in since)))
    rows = (
        select(
            ShipmentRow.awb, CustomerRow.name, NdrCaseRow.last_attempt_at, OrderRow.total_minor,
            OrderRow.sales_channel, NdrCaseRow.status, AddressRow.city, NdrCaseRow.reason,
            ShipmentRow.courier, OrderRow.number,
        )
        .join(ShipmentRow, ShipmentRow.id == NdrCaseRow.shipment_id)
        .join(OrderRow, OrderRow.id == NdrCaseRow.order_id)
        .join(CustomerRow, CustomerRow.id == OrderRow.customer_id)
        .join(AddressRow, AddressRow.id == OrderRow.address_id)
        .where(*chosen, CustomerRow.shop_id == ctx.actor.shop_id)
        .order_by(_DEAREST_FIRST, NdrCaseRow.id)
        .limit(limit)
    )  # fmt: skip
    counted = (
        select(func.count(NdrCaseRow.id), _total())
        .join(ShipmentRow, ShipmentRow.id == NdrCaseRow.shipment_id)
        .join(OrderRow, OrderRow.id == NdrCaseRow.order_id)
        .where(*chosen)
    )
    return _counted(ctx, None if since else counted, rows)


def unanswered(
    ctx: Context, before: datetime, since: datetime | None, limit: int
) -> tuple[int, list[Any]]:
    """Return how many wait for a person too long, and the first of them."""
    chosen = [
        HandOverRow.shop_id == ctx.actor.shop_id,
        HandOverRow.status == "open",
        HandOverRow.at < before,
    ]
    if since is not None:
        chosen.append(HandOverRow.at >= since)
    count = ctx.session.scalar(select(func.count(HandOverRow.id)).where(*chosen)) or 0
    rows = ctx.session.execute(
        select(HandOverRow.id, PersonRow.name, HandOverRow.at, HandOverRow.reason)
        .join(ConversationRow, ConversationRow.id == HandOverRow.conversation_id)
        .join(PersonRow, PersonRow.id == ConversationRow.person_id)
        .where(
            *chosen,
            ConversationRow.shop_id == ctx.actor.shop_id,
            PersonRow.shop_id == ctx.actor.shop_id,
        )
        .order_by(HandOverRow.at, HandOverRow.id)
        .limit(limit)
    )
    return count, list(rows)


def _counted(ctx: Context, counted: Any | None, rows: Any) -> tuple[int, int, list[Any]]:
    if counted is None:
        return 0, 0, list(ctx.session.execute(rows))
    number, total = ctx.session.execute(counted).one()
    return int(number), int(total), list(ctx.session.execute(rows)) if number else []


def _total() -> ColumnElement[int]:
    return func.coalesce(func.sum(OrderRow.total_minor), 0)


def _sent_at() -> ColumnElement[Any]:
    return func.coalesce(
        ShipmentRow.picked_up_at, ShipmentRow.created_at, type_=ShipmentRow.created_at.type
    )


def _sent_before(one: Before) -> ColumnElement[bool]:
    at = ShipmentRow.promised_at if one.by_promise else ShipmentRow.picked_up_at
    chosen = at < one.moment
    return chosen if one.courier is None else and_(ShipmentRow.courier == one.courier, chosen)


def _failed_before(one: Before) -> ColumnElement[bool]:
    chosen = [NdrCaseRow.last_attempt_at < one.moment]
    if one.courier is not None:
        chosen.append(ShipmentRow.courier == one.courier)
    if one.reason is not None:
        chosen.append(NdrCaseRow.reason == one.reason)
    return and_(*chosen)


# -- how long such ones took ---------------------------------------------------------------------


def dispatches(ctx: Context) -> list[Any]:
    """Return channel, placed at and picked up at of late orders that were sent."""
    return list(
        ctx.session.execute(
            select(OrderRow.sales_channel, OrderRow.placed_at, ShipmentRow.picked_up_at)
            .join(ShipmentRow, ShipmentRow.order_id == OrderRow.id)
            .where(
                own_orders(ctx),
                ShipmentRow.shop_id == ctx.actor.shop_id,
                ShipmentRow.created_at >= ctx.now - _RESOLVED_FROM,
                ShipmentRow.picked_up_at.is_not(None),
            )
            .order_by(ShipmentRow.created_at.desc())
            .limit(_DISPATCHES)
        )
    )


def deliveries(ctx: Context, couriers: Iterable[str]) -> list[Any]:
    """Return courier, state, when sent, when delivered and status of parcels long enough ago.

    So long that what became of nearly all is known; a return never arrives.
    """
    return list(
        ctx.session.execute(
            select(
                ShipmentRow.courier, AddressRow.state, _sent_at(), ShipmentRow.delivered_at,
                ShipmentRow.status,
            )
            .join(OrderRow, OrderRow.id == ShipmentRow.order_id)
            .join(AddressRow, AddressRow.id == OrderRow.address_id)
            .where(
                own_orders(ctx),
                ShipmentRow.shop_id == ctx.actor.shop_id,
                AddressRow.shop_id == ctx.actor.shop_id,
                ShipmentRow.created_at >= ctx.now - _RESOLVED_FROM,
                ShipmentRow.created_at < ctx.now - _RESOLVED_UNTIL,
                ShipmentRow.courier.in_(list(couriers)),
                or_(
                    ShipmentRow.delivered_at.is_not(None), ShipmentRow.status.in_(_CAME_BACK)
                ),
            )
            .order_by(ShipmentRow.created_at.desc())
            .limit(_DELIVERIES)
        )
    )  # fmt: skip


# -- how they were kept --------------------------------------------------------------------------


def dispatched_in(ctx: Context, start: datetime, end: datetime) -> Table:
    """Return a period's orders: channel, began (placed), done (first picked up), status, total."""
    sent = (
        select(func.min(ShipmentRow.picked_up_at))
        .where(ShipmentRow.shop_id == ctx.actor.shop_id, ShipmentRow.order_id == OrderRow.id)
        .scalar_subquery()
    )
    return _table(
        ctx,
        select()
        .select_from(OrderRow)
        .where(own_orders(ctx), OrderRow.placed_at >= start, OrderRow.placed_at < end),
        moments={"began": OrderRow.placed_at, "done": sent},
        others={
            "name": OrderRow.sales_channel, "status": OrderRow.status,
            "total": OrderRow.total_minor,
        },
    )  # fmt: skip


def delivered_in(ctx: Context, start: datetime, end: datetime) -> Table:
    """Return parcels sent: courier, began (sent), promised, done (delivered), status, total."""
    return _table(
        ctx,
        select()
        .select_from(ShipmentRow)
        .join(OrderRow, OrderRow.id == ShipmentRow.order_id)
        .where(
            own_orders(ctx),
            ShipmentRow.shop_id == ctx.actor.shop_id,
            ShipmentRow.created_at >= start,
            ShipmentRow.created_at < end,
        ),
        moments={
            "began": _sent_at(), "promised": ShipmentRow.promised_at,
            "done": ShipmentRow.delivered_at,
        },
        others={
            "name": ShipmentRow.courier, "status": ShipmentRow.status,
            "total": OrderRow.total_minor,
        },
    )  # fmt: skip


def acted_in(ctx: Context, start: datetime, end: datetime) -> Table:
    """Return a period's cases: courier, reason, began, done (first acted on), closed, total."""
    acted = (
        select(func.min(NdrActionRow.at))
        .where(
            NdrActionRow.shop_id == ctx.actor.shop_id,
            NdrActionRow.case_id == NdrCaseRow.id,
            NdrActionRow.kind.not_in(_DID_NOTHING),
        )
        .scalar_subquery()
    )
    return _table(
        ctx,
        select()
        .select_from(NdrCaseRow)
        .join(ShipmentRow, ShipmentRow.id == NdrCaseRow.shipment_id)
        .join(OrderRow, OrderRow.id == NdrCaseRow.order_id)
        .where(
            own_orders(ctx),
            NdrCaseRow.shop_id == ctx.actor.shop_id,
            ShipmentRow.shop_id == ctx.actor.shop_id,
            NdrCaseRow.opened_at >= start,
            NdrCaseRow.opened_at < end,
        ),
        moments={
            "began": NdrCaseRow.opened_at, "done": acted, "closed": NdrCaseRow.closed_at,
        },
        others={
            "name": ShipmentRow.courier, "reason": NdrCaseRow.reason,
            "total": OrderRow.total_minor,
        },
    )  # fmt: skip


def _table(
    ctx: Context, asked: Any, moments: Mapping[str, Any], others: Mapping[str, Any]
) -> Table:
    """Return columns by name; moments as Unix seconds, not a number where there is none."""
    dialect = columns.dialect_of(ctx)
    made = [columns.moment(column, dialect) for column in moments.values()]
    found = columns.read(
        ctx, asked.add_columns(*made, *others.values()), (*moments, *others), {}, tuple(moments)
    )
    return {name: _seconds(found[name]) if name in moments else found[name] for name in found}


def _seconds(moments: NDArray[np.datetime64]) -> NDArray[np.float64]:
    seconds: NDArray[np.float64] = moments.astype(np.int64) / 1e6
    return np.where(np.isnat(moments), np.nan, seconds)


def answered_in(ctx: Context, start: datetime, end: datetime) -> list[tuple[datetime, Any]]:
    """Return when each wanted a person, and when somebody answered; `None` where nobody has."""
    answers: dict[str, list[datetime]] = {}
    for conversation, at in ctx.session.execute(
        select(EventRow.subject, EventRow.at)
        .where(
            EventRow.shop_id == ctx.actor.shop_id,
            EventRow.kind.in_(_ANSWERED),
            EventRow.at >= start,
        )
        .order_by(EventRow.at)
    ):
        answers.setdefault(conversation, []).append(at)
    found = ctx.session.execute(
        select(HandOverRow.conversation_id, HandOverRow.at).where(
            HandOverRow.shop_id == ctx.actor.shop_id, HandOverRow.at >= start, HandOverRow.at < end
        )
    )
    return [
        (at, next((one for one in answers.get(conversation, ()) if one >= at), None))
        for conversation, at in found
    ]


# -- couriers ------------------------------------------------------------------------------------


def transits(
    ctx: Context, start: datetime, end: datetime, of: CourierType | None = None,
    states: Iterable[str] = (),
) -> list[Any]:  # fmt: skip
    """Return key, whole hours to deliver, parcels, those promised for a day, those that kept it.

    Of delivered parcels sent in a period: by courier; of one courier by state, of some states.
    """
    rollup = figures.TRANSITS if of is None else figures.LANE_TRANSITS
    facts = figures.facts(ctx, rollup, start, end, by_day=False)
    columns = facts.table.c
    key = columns.courier if of is None else columns.state
    sums = (func.sum(one) for one in (columns.parcels, columns.promised, columns.kept))
    statement = select(key, columns.hours, *sums).group_by(key, columns.hours)
    if of is not None:
        statement = statement.where(columns.courier == of, columns.state.in_(sorted(states)))
    return list(ctx.session.execute(statement, facts.values))


def overdue(
    ctx: Context, start: datetime, end: datetime, of: CourierType | None = None
) -> dict[str, int]:
    """Return how many parcels sent in a period are open after the day promised.

    By courier; of one courier by state, in small letters.
    """
    chosen = [
        own_orders(ctx),
        ShipmentRow.shop_id == ctx.actor.shop_id,
        ShipmentRow.status.in_(_ON_THE_WAY),
        ShipmentRow.promised_at < ctx.now,
        # Said so that the few that are open are looked for, and not all that were sent.
        func.coalesce(ShipmentRow.created_at, ShipmentRow.created_at) >= start,
        func.coalesce(ShipmentRow.created_at, ShipmentRow.created_at) < end,
    ]
    key: Any = ShipmentRow.courier
    statement = select(func.count(ShipmentRow.id)).join(
        OrderRow, OrderRow.id == ShipmentRow.order_id
    )
    if of is not None:
        key = func.lower(AddressRow.state)
        statement = statement.join(AddressRow, AddressRow.id == OrderRow.address_id)
        chosen += [ShipmentRow.courier == of, AddressRow.shop_id == ctx.actor.shop_id]
    found = ctx.session.execute(statement.add_columns(key).where(*chosen).group_by(key))
    return {name: int(number) for number, name in found}


def quick_failures(
    ctx: Context, start: datetime, end: datetime, of: CourierType | None = None
) -> dict[str, tuple[int, int]]:
    """Return key → first failed attempts that came too quickly, and all with a scan of going out.

    By courier; of one courier by state, in small letters.
    """
    facts = figures.facts(ctx, figures.FIRST_ATTEMPTS, start, end, by_day=False)
    columns = facts.table.c
    key = columns.courier if of is None else columns.state
    statement = select(key, func.sum(columns.quick), func.sum(columns.attempts)).group_by(key)
    if of is not None:
        statement = statement.where(columns.courier == of)
    found = ctx.session.execute(statement, facts.values)
    return {name: (int(quick), int(number)) for name, quick, number in found}


def states_sent_to(ctx: Context, start: datetime, end: datetime) -> dict[str, str]:
    """Return the states that parcels were sent to in a period: in small letters, and as written."""
    facts = figures.facts(
        ctx, figures.PARCEL_PLACES, start, end, of=ParcelMoment.SENT.value, by_day=False
    )
    found = ctx.session.scalars(select(facts.table.c.state).distinct(), facts.values)
    return {name.lower(): name for name in sorted(found, reverse=True)}
