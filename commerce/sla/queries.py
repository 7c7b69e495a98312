"""All SQL of service levels.

What is late is found by one comparison with a moment (`working_time.too_late_before`), so that a
million orders are looked over by their indexes and only open ones are read.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, and_, case, cast, extract, func, or_, select

from commerce.context import Context
from commerce.db.tables import (
    AddressRow,
    ConversationRow,
    CustomerRow,
    EventRow,
    HandOverRow,
    NdrActionRow,
    NdrAttemptRow,
    NdrCaseRow,
    OrderRow,
    PersonRow,
    ShipmentRow,
    ShopHolidayRow,
    ShopRow,
    SlaTermRow,
)
from commerce.money import Money
from commerce.parcels.rules import AWAITED
from commerce.scope import own_orders
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
_RESOLVED_FROM, _RESOLVED_UNTIL = timedelta(days=75), timedelta(days=14)
_SAMPLE = 8_000


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
    """Return how many orders wait too long, their total in minor units, and the first rows."""
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
        .order_by(OrderRow.total_minor.desc(), OrderRow.id)
        .limit(limit)
    )  # fmt: skip
    return _counted(ctx, select(func.count(OrderRow.id), _total()).where(*chosen), rows)


def undelivered(
    ctx: Context, before: Sequence[Before], since: Sequence[Before], limit: int
) -> tuple[int, int, list[Any]]:
    """Return how many parcels are on the way too long, their orders' total, and the first rows.

    Args:
        ctx: Who asks.
        before: What began, or was promised, before these moments.
        since: And not before these.
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
        .order_by(OrderRow.total_minor.desc(), ShipmentRow.id)
        .limit(limit)
    )  # fmt: skip
    counted = (
        select(func.count(ShipmentRow.id), _total())
        .join(OrderRow, OrderRow.id == ShipmentRow.order_id)
        .where(*chosen)
    )
    return _counted(ctx, counted, rows)


def untouched(
    ctx: Context, before: Sequence[Before], since: Sequence[Before], limit: int
) -> tuple[int, int, list[Any]]:
    """Return how many failed deliveries nobody did anything about in time, and the first rows."""
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
        .order_by(OrderRow.total_minor.desc(), NdrCaseRow.id)
        .limit(limit)
    )  # fmt: skip
    counted = (
        select(func.count(NdrCaseRow.id), _total())
        .join(ShipmentRow, ShipmentRow.id == NdrCaseRow.shipment_id)
        .join(OrderRow, OrderRow.id == NdrCaseRow.order_id)
        .where(*chosen)
    )
    return _counted(ctx, counted, rows)


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


def _counted(ctx: Context, counted: Any, rows: Any) -> tuple[int, int, list[Any]]:
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
            .limit(_SAMPLE)
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
            .limit(_SAMPLE)
        )
    )  # fmt: skip


# -- how they were kept --------------------------------------------------------------------------


def dispatched_in(ctx: Context, start: datetime, end: datetime) -> list[Any]:
    """Return channel, placed at, first picked up at, status and total of a period's orders."""
    sent = (
        select(
            ShipmentRow.order_id,
            func.min(ShipmentRow.picked_up_at, type_=ShipmentRow.created_at.type).label("at"),
        )
        .where(ShipmentRow.shop_id == ctx.actor.shop_id, ShipmentRow.created_at >= start)
        .group_by(ShipmentRow.order_id)
        .subquery()
    )
    return list(
        ctx.session.execute(
            select(
                OrderRow.sales_channel, OrderRow.placed_at, sent.c.at, OrderRow.status,
                OrderRow.total_minor,
            )
            .outerjoin(sent, sent.c.order_id == OrderRow.id)
            .where(own_orders(ctx), OrderRow.placed_at >= start, OrderRow.placed_at < end)
        )
    )  # fmt: skip


def delivered_in(ctx: Context, start: datetime, end: datetime) -> list[Any]:
    """Return courier, when sent, promised and delivered, status and order total of parcels sent."""
    return list(
        ctx.session.execute(
            select(
                ShipmentRow.courier, _sent_at(), ShipmentRow.promised_at,
                ShipmentRow.delivered_at, ShipmentRow.status, OrderRow.total_minor,
            )
            .join(OrderRow, OrderRow.id == ShipmentRow.order_id)
            .where(
                own_orders(ctx),
                ShipmentRow.shop_id == ctx.actor.shop_id,
                ShipmentRow.created_at >= start,
                ShipmentRow.created_at < end,
            )
        )
    )  # fmt: skip


def acted_in(ctx: Context, start: datetime, end: datetime) -> list[Any]:
    """Return courier, reason, opened at, first acted at, status and total of a period's cases."""
    acted = (
        select(
            NdrActionRow.case_id,
            func.min(NdrActionRow.at, type_=NdrActionRow.at.type).label("at"),
        )
        .join(NdrCaseRow, NdrCaseRow.id == NdrActionRow.case_id)
        .where(
            NdrActionRow.shop_id == ctx.actor.shop_id,
            NdrCaseRow.shop_id == ctx.actor.shop_id,
            NdrCaseRow.opened_at >= start,
            NdrCaseRow.opened_at < end,
            NdrActionRow.kind.not_in(_DID_NOTHING),
        )
        .group_by(NdrActionRow.case_id)
        .subquery()
    )
    return list(
        ctx.session.execute(
            select(
                ShipmentRow.courier, NdrCaseRow.reason, NdrCaseRow.opened_at, acted.c.at,
                NdrCaseRow.closed_at, OrderRow.total_minor,
            )
            .join(ShipmentRow, ShipmentRow.id == NdrCaseRow.shipment_id)
            .join(OrderRow, OrderRow.id == NdrCaseRow.order_id)
            .outerjoin(acted, acted.c.case_id == NdrCaseRow.id)
            .where(
                own_orders(ctx),
                NdrCaseRow.shop_id == ctx.actor.shop_id,
                ShipmentRow.shop_id == ctx.actor.shop_id,
                NdrCaseRow.opened_at >= start,
                NdrCaseRow.opened_at < end,
            )
        )
    )  # fmt: skip


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


def punctuality(ctx: Context, start: datetime, end: datetime) -> list[Any]:
    """Return courier, state, whole hours to deliver, and counts of parcels sent in a period.

    The counts: parcels, those whose time was up, those of them delivered by then.
    """
    was_due = or_(ShipmentRow.delivered_at.is_not(None), ShipmentRow.promised_at < ctx.now)
    due = case((and_(ShipmentRow.promised_at.is_not(None), was_due,
                     ShipmentRow.status.not_in(_CAME_BACK)), 1), else_=0)  # fmt: skip
    kept = case((ShipmentRow.delivered_at <= ShipmentRow.promised_at, 1), else_=0)
    took = cast(extract("epoch", ShipmentRow.delivered_at), BigInteger) - cast(
        extract("epoch", _sent_at()), BigInteger
    )
    hours = ((took + 1800) // 3600).label("hours")
    return list(
        ctx.session.execute(
            select(
                ShipmentRow.courier, AddressRow.state, hours, func.count(ShipmentRow.id),
                func.sum(due), func.sum(kept),
            )
            .join(OrderRow, OrderRow.id == ShipmentRow.order_id)
            .join(AddressRow, AddressRow.id == OrderRow.address_id)
            .where(
                own_orders(ctx),
                ShipmentRow.shop_id == ctx.actor.shop_id,
                AddressRow.shop_id == ctx.actor.shop_id,
                ShipmentRow.created_at >= start,
                ShipmentRow.created_at < end,
            )
            .group_by(ShipmentRow.courier, AddressRow.state, hours)
        )
    )  # fmt: skip


def quick_failures(ctx: Context, start: datetime, end: datetime, minutes: int) -> list[Any]:
    """Return courier, state, first failed attempts with a scan of going out, and the quick ones."""
    took = extract("epoch", NdrAttemptRow.at) - extract("epoch", ShipmentRow.out_for_delivery_at)
    return list(
        ctx.session.execute(
            select(
                ShipmentRow.courier, AddressRow.state, func.count(NdrAttemptRow.id),
                func.sum(case((took < minutes * 60, 1), else_=0)),
            )
            .join(NdrCaseRow, NdrCaseRow.id == NdrAttemptRow.case_id)
            .join(ShipmentRow, ShipmentRow.id == NdrCaseRow.shipment_id)
            .join(OrderRow, OrderRow.id == NdrCaseRow.order_id)
            .join(AddressRow, AddressRow.id == OrderRow.address_id)
            .where(
                own_orders(ctx),
                NdrAttemptRow.shop_id == ctx.actor.shop_id,
                NdrCaseRow.shop_id == ctx.actor.shop_id,
                ShipmentRow.shop_id == ctx.actor.shop_id,
                AddressRow.shop_id == ctx.actor.shop_id,
                NdrCaseRow.opened_at >= start,
                NdrCaseRow.opened_at < end,
                NdrAttemptRow.number == 1,
                ShipmentRow.out_for_delivery_at <= NdrAttemptRow.at,
            )
            .group_by(ShipmentRow.courier, AddressRow.state)
        )
    )  # fmt: skip
