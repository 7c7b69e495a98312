"""Cases that find their agent by themselves, and those that must find another one."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session, sessionmaker

from commerce import settings
from commerce.access import Permission, the_shop_itself
from commerce.assignment import choosing, queries, rules
from commerce.assignment.profiles import profiles
from commerce.assignment.types import Choice, Method
from commerce.context import Context
from commerce.db import begin_write
from commerce.ndr import give_by_rule
from commerce.ndr.rules import QUIET_FROM_HOUR, QUIET_UNTIL_HOUR
from commerce.ports import Ports
from commerce.words import FALLBACK
from commerce.working_time import Hours, worked

STALE_AFTER = timedelta(hours=4)
"""Of its agent's working time: what lay untouched for so long should go to somebody else."""
AT_ONCE = 200
"""Cases that one look gives to people."""
_EVER = timedelta(days=36_500)
_DAY_BEGINS, _DAY_ENDS = time(QUIET_UNTIL_HOUR), time(QUIET_FROM_HOUR)
"""Of agents whose shift nobody said: nobody is called at night."""


def stuck_cases(ctx: Context, *, with_people: Collection[int] | None = None) -> list[int]:
    """Return untouched cases whose agent is away, and those that nobody touched for long.

    Args:
        ctx: Who asks.
        with_people: Only those that are with these people, away or not.

    Raises:
        NotAllowed: The actor may not read undelivered parcels.
    """
    ctx.require(Permission.NDR_READ)
    return _stuck(ctx, with_people)


def _stuck(ctx: Context, with_people: Collection[int] | None = None) -> list[int]:
    if with_people is not None:
        return [one for one, _, _ in queries.stuck(ctx, with_people, ctx.now - _EVER, AT_ONCE)]
    gone = away(ctx)
    hours = {one.agent.id: rules.hours_of(one, ctx.zone) for one in profiles(ctx)}
    found = queries.stuck(ctx, gone, ctx.now - STALE_AFTER, AT_ONCE)
    return [case for case, agent, at in found if agent in gone or _is_stale(ctx, hours, agent, at)]


def _is_stale(ctx: Context, hours: Mapping[int, Hours], agent: int, at: datetime | None) -> bool:
    own = hours.get(agent)
    if own is None or at is None:
        return own is None
    if own.opens == own.closes:
        own = replace(own, opens=_DAY_BEGINS, closes=_DAY_ENDS)
    return worked(own, at, ctx.now) > STALE_AFTER


def away(ctx: Context) -> list[int]:
    """Return agents who take nothing today."""
    return [
        one.agent.id for one in profiles(ctx) if one.is_off or rules.is_away(one, ctx.now, ctx.zone)
    ]


def give_by_itself(sessions: sessionmaker[Session], ports: Ports, now: datetime) -> int:
    """Give undelivered parcels to agents in the shops that chose so, and return how many.

    New cases, those of agents who are away, and those that nobody touched for long. Safe to run in
    any number of processes: each shop is written to by one at a time, and a case that was given or
    touched meanwhile is left alone.
    """
    with sessions() as session:
        chosen = [
            (row.id, ZoneInfo(row.zone), row.currency, Method(by))
            for row in queries.shops(session)
            if (by := settings.ndr_assignment(session, row.id)) != "off"
        ]
    return sum(_give(sessions, ports, now, *one) for one in chosen)


def _give(
    sessions: sessionmaker[Session], ports: Ports, now: datetime, shop_id: int, zone: ZoneInfo,
    currency: str, method: Method,
) -> int:  # fmt: skip
    with sessions() as session:
        if not _wanting(_context(session, ports, now, shop_id, zone, currency)):
            return 0
    with sessions() as session:
        begin_write(session, shop_id)
        ctx = _context(session, ports, now, shop_id, zone, currency)
        given = [_put(ctx, choice) for choice in choosing.place(ctx, _wanting(ctx), method)]
        session.commit()
    return sum(given)


def _wanting(ctx: Context) -> list[int]:
    return list(dict.fromkeys([*queries.unassigned(ctx, AT_ONCE), *_stuck(ctx)]))[:AT_ONCE]


def _put(ctx: Context, choice: Choice) -> bool:
    if choice.agent.id == choice.case.assignee_id:
        return False
    expected = choice.chosen.parts.total if choice.method is Method.RECOVERED else None
    change = give_by_rule(
        ctx, choice.case.id, choice.agent, method=choice.method.value, expected_minor=expected,
        why=choosing.explain(ctx, choice),
    )  # fmt: skip
    return change is not None


def _context(
    session: Session, ports: Ports, now: datetime, shop_id: int, zone: ZoneInfo, currency: str
) -> Context:
    return Context(
        session=session, actor=the_shop_itself(shop_id), now=now, zone=zone, currency=currency,
        language=FALLBACK, ports=ports,
    )  # fmt: skip
