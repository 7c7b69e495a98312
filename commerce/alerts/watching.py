"""Looks for what is out of the ordinary while nobody asks, and keeps it once a cause."""

from dataclasses import replace
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session, sessionmaker

from commerce.access import Permission, the_shop_itself
from commerce.alerts import queries, rules
from commerce.alerts.detecting import signals
from commerce.alerts.types import Alert, AlertPlace, AlertStatus, Signal, Wishes
from commerce.context import Context
from commerce.db import begin_write
from commerce.money import Money
from commerce.ports import Ports
from commerce.records import happened
from commerce.words import FALLBACK

_READS = frozenset({Permission.PARCELS_READ, Permission.NDR_READ})


def watch(sessions: sessionmaker[Session], ports: Ports, now: datetime) -> int:
    """Look at every shop, and return how many alerts were opened.

    Reading takes no lock; what was found is written under the shop's, so that any number of
    processes may watch and a cause is still open once.
    """
    with sessions() as session:
        shops = [(row.id, ZoneInfo(row.zone), row.currency) for row in queries.shops(session)]
    return sum(_watch(sessions, ports, now, *shop) for shop in shops)


def _watch(
    sessions: sessionmaker[Session], ports: Ports, now: datetime, shop_id: int, zone: ZoneInfo,
    currency: str,
) -> int:  # fmt: skip
    actor = the_shop_itself(shop_id)
    actor = replace(actor, permissions=actor.permissions | _READS)

    def context(session: Session) -> Context:
        return Context(
            session=session, actor=actor, now=now, zone=zone, currency=currency,
            language=FALLBACK, ports=ports,
        )  # fmt: skip

    with sessions() as session:
        found = signals(context(session))
    with sessions() as session:
        begin_write(session, shop_id)
        opened = keep(context(session), found)
        session.commit()
    return opened


def keep(ctx: Context, found: list[Signal]) -> int:
    """Open what is new, keep what goes on, resolve what is over; return how many were opened."""
    open_now = queries.standing(ctx)
    opened = 0
    for signal in found:
        row = open_now.pop((signal.kind.value, signal.cause), None)
        if row is not None:
            queries.keep(row, signal, ctx.now)
            continue
        number = queries.add(ctx, signal)
        opened += 1
        happened(
            ctx, "alert.opened", signal.cause, alert=number, of=signal.kind.value,
            reason=signal.kind.value, text=signal.cause,
            value=float(Money(signal.value_minor, ctx.currency).major),
        )  # fmt: skip
    for row in open_now.values():
        row.status, row.resolved_at = AlertStatus.RESOLVED.value, ctx.now
        row.snoozed_until = None
        happened(ctx, "alert.resolved", row.cause, alert=row.id, of=row.kind)
    ctx.session.flush()
    return opened


def to_tell(ctx: Context) -> list[tuple[Wishes, tuple[Alert, ...]]]:
    """Return whom to tell of what now: new to them, wished for, outside of their quiet hours.

    A person is told several at once, so many times a day at most. Who asks must be the shop.
    """
    found = []
    midnight = datetime.combine(ctx.today, time(), ctx.zone).astimezone(UTC)
    for wanted in queries.wishes(ctx):
        if wanted.place is AlertPlace.NOWHERE or not wanted.kinds:
            continue
        if rules.is_quiet(wanted.quiet, ctx.local(ctx.now).time()):
            continue
        if queries.count_told(ctx, wanted.person_id, midnight) >= wanted.most_a_day:
            continue
        known = queries.told(ctx, wanted.person_id)
        fresh = tuple(
            one
            for one in queries.listed(ctx, kinds=wanted.kinds, is_all=False)
            if one.id not in known and one.status is AlertStatus.OPEN
        )
        if fresh:
            found.append((wanted, fresh))
    return found
