"""All SQL of alerts."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import func, or_, select, update
from sqlalchemy.orm import Session

from commerce.alerts.types import Alert, AlertKind, AlertPlace, AlertStatus, Signal, Wishes
from commerce.context import Context
from commerce.db.tables import (
    AlertRow,
    AlertTellingRow,
    AlertWishRow,
    CalendarEventRow,
    ShopRow,
)


def shops(session: Session) -> list[ShopRow]:
    """Return every shop, for the worker."""
    return list(session.scalars(select(ShopRow).order_by(ShopRow.id)))


def events(ctx: Context, first: date, last: date) -> Sequence[tuple[str, date, date]]:
    """Return festivals and sales that touch some days: name, first day, last day."""
    found = ctx.session.execute(
        select(CalendarEventRow.name, CalendarEventRow.first_day, CalendarEventRow.last_day)
        .where(
            CalendarEventRow.shop_id == ctx.actor.shop_id,
            CalendarEventRow.last_day >= first.isoformat(),
            CalendarEventRow.first_day <= last.isoformat(),
        )
        .order_by(CalendarEventRow.first_day)
    )
    return [(name, date.fromisoformat(a), date.fromisoformat(b)) for name, a, b in found]


def standing(ctx: Context) -> dict[tuple[str, str], AlertRow]:
    """Return every alert that is not resolved, by kind and cause."""
    rows = ctx.session.scalars(
        select(AlertRow).where(
            AlertRow.shop_id == ctx.actor.shop_id, AlertRow.status != AlertStatus.RESOLVED.value
        )
    )
    return {(row.kind, row.cause): row for row in rows}


def listed(
    ctx: Context, *, kinds: Sequence[AlertKind], is_all: bool, number: int | None = None
) -> Sequence[Alert]:
    """Return alerts, the most rupees first; what is snoozed or resolved only where asked."""
    query = select(AlertRow).where(
        AlertRow.shop_id == ctx.actor.shop_id, AlertRow.kind.in_([kind.value for kind in kinds])
    )
    if number is not None:
        query = query.where(AlertRow.id == number)
    elif is_all:
        query = query.where(AlertRow.last_seen_at >= ctx.now - timedelta(days=30))
    else:
        query = query.where(
            AlertRow.status != AlertStatus.RESOLVED.value,
            or_(AlertRow.snoozed_until.is_(None), AlertRow.snoozed_until <= ctx.now),
        )
    order = (AlertRow.value_minor.desc(), AlertRow.id)
    return [_alert(row) for row in ctx.session.scalars(query.order_by(*order))]


def add(ctx: Context, signal: Signal) -> int:
    """Add an alert, and return its number."""
    row = AlertRow(
        shop_id=ctx.actor.shop_id, kind=signal.kind.value, cause=signal.cause,
        status=AlertStatus.OPEN.value, seen=signal.seen, expected=signal.expected, low=signal.low,
        high=signal.high, value_minor=signal.value_minor, details=signal.details,
        opened_at=ctx.now, last_seen_at=ctx.now, resolved_at=None, snoozed_until=None,
        person_id=None,
    )  # fmt: skip
    ctx.session.add(row)
    ctx.session.flush()
    return row.id


def keep(row: AlertRow, signal: Signal, now: datetime) -> None:
    """Write down how an alert stands now."""
    row.seen, row.expected, row.low, row.high = (
        signal.seen,
        signal.expected,
        signal.low,
        signal.high,
    )
    row.value_minor, row.details, row.last_seen_at = signal.value_minor, signal.details, now
    if row.status == AlertStatus.SNOOZED.value and (row.snoozed_until or now) <= now:
        row.status, row.snoozed_until = AlertStatus.OPEN.value, None


def set_status(
    ctx: Context, number: int, status: AlertStatus, until: datetime | None, person: int | None
) -> None:
    """Say what became of an alert."""
    ctx.session.execute(
        update(AlertRow)
        .where(AlertRow.shop_id == ctx.actor.shop_id, AlertRow.id == number)
        .values(status=status.value, snoozed_until=until, person_id=person)
    )


def wishes(ctx: Context, person: int | None = None) -> Sequence[Wishes]:
    """Return who wants to hear of what: one person's, or everybody's."""
    query = select(AlertWishRow).where(AlertWishRow.shop_id == ctx.actor.shop_id)
    if person is not None:
        query = query.where(AlertWishRow.person_id == person)
    return [
        Wishes(
            person_id=row.person_id, kinds=tuple(AlertKind(one) for one in row.kinds["kinds"]),
            place=AlertPlace(row.channel), quiet=row.quiet, most_a_day=row.most_a_day,
        )
        for row in ctx.session.scalars(query.order_by(AlertWishRow.id))
    ]  # fmt: skip


def set_wishes(ctx: Context, wanted: Wishes) -> None:
    """Keep what somebody wants to hear of."""
    row = ctx.session.scalar(
        select(AlertWishRow).where(
            AlertWishRow.shop_id == ctx.actor.shop_id, AlertWishRow.person_id == wanted.person_id
        )
    )
    if row is None:
        row = AlertWishRow(shop_id=ctx.actor.shop_id, person_id=wanted.person_id)
        ctx.session.add(row)
    row.kinds = {"kinds": [kind.value for kind in wanted.kinds]}
    row.channel, row.quiet, row.most_a_day = wanted.place.value, wanted.quiet, wanted.most_a_day
    ctx.session.flush()


def told(ctx: Context, person: int) -> set[int]:
    """Return the alerts that somebody was told of."""
    return set(
        ctx.session.scalars(
            select(AlertTellingRow.alert_id).where(
                AlertTellingRow.shop_id == ctx.actor.shop_id, AlertTellingRow.person_id == person
            )
        )
    )


def count_told(ctx: Context, person: int, since: datetime) -> int:
    """Return of how many messages somebody got since a moment: those of one moment are one."""
    return ctx.session.scalar(
        select(func.count(AlertTellingRow.told_at.distinct())).where(
            AlertTellingRow.shop_id == ctx.actor.shop_id, AlertTellingRow.person_id == person,
            AlertTellingRow.told_at >= since,
        )
    ) or 0  # fmt: skip


def note_told(ctx: Context, person: int, alerts: Sequence[Alert]) -> None:
    """Write down that somebody was told of some alerts."""
    ctx.session.add_all(
        AlertTellingRow(
            shop_id=ctx.actor.shop_id, alert_id=one.id, person_id=person, told_at=ctx.now
        )
        for one in alerts
    )
    ctx.session.flush()


def _alert(row: AlertRow) -> Alert:
    return Alert(
        id=row.id, kind=AlertKind(row.kind), cause=row.cause, status=AlertStatus(row.status),
        seen=row.seen, expected=row.expected, low=row.low, high=row.high,
        value_minor=row.value_minor, details=row.details, opened_at=row.opened_at,
        last_seen_at=row.last_seen_at, snoozed_until=row.snoozed_until, person_id=row.person_id,
    )  # fmt: skip
