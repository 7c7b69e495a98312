"""Cancelling risky cash orders by the rule that a shop wrote, and taking one of these back.

Off until somebody who may change settings writes a rule (`commerce.settings`). It acts in their
name and with the rights they have then, on orders that were placed after it was written, that
nobody confirmed within an hour, the riskiest first, so many a day at most. Each leaves what any
cancelling leaves, and an event that tells of the rule. Whoever approves such an order within a day
has it back, and the rule leaves it alone from then on.
"""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from commerce import orders, people, settings
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.db import begin_write
from commerce.db.tables import ShopRow
from commerce.errors import CommerceError
from commerce.money import Money
from commerce.ports import Ports
from commerce.records import happened
from commerce.risk import queries
from commerce.scoring import rto_risk, served
from commerce.settings import CancelRule

BY_RULE: Final = "order.cancelled_by_rule"
LEAVES_TIME: Final = timedelta(hours=1)
"""So long customers and staff have to confirm an order before the rule looks at it."""
BACK_WITHIN: Final = timedelta(hours=24)


def cancel_by_rule(sessions: sessionmaker[Session], ports: Ports, now: datetime) -> int:
    """Cancel what the rules of shops say, and return how many orders were.

    Safe to run in any number of processes: each shop is looked at under its lock.
    """
    with sessions() as session:
        shops = [row.id for row in session.scalars(select(ShopRow)) if _has_rule(row)]
    return sum(_cancel(sessions, ports, now, shop_id) for shop_id in shops)


def _has_rule(row: ShopRow) -> bool:
    return CancelRule.of(str(row.settings.get("auto_cancel", "off"))) is not None


def _cancel(sessions: sessionmaker[Session], ports: Ports, now: datetime, shop_id: int) -> int:
    with sessions() as session:
        begin_write(session, shop_id)
        chosen = settings.cancel_rule(session, shop_id)
        ctx = _author(session, ports, now, shop_id, chosen[2]) if chosen else None
        found = served(ctx, rto_risk.DEFINITION) if ctx else None
        if chosen is None or ctx is None or found is None:
            return 0
        rule, since, _ = chosen
        midnight = datetime.combine(ctx.today, time(), tzinfo=ctx.zone).astimezone(UTC)
        left = rule.a_day - queries.count_events(ctx, BY_RULE, midnight)
        span = (since, now - LEAVES_TIME)
        waiting = queries.unconfirmed_cash(
            ctx, found[1].number, span, rule.percent / 100, 100 * rule.rupees, but=BY_RULE
        )
        done = sum(_one(ctx, rule, *order) for order in waiting[: max(left, 0)])
        session.commit()
        return done


def _author(
    session: Session, ports: Ports, now: datetime, shop_id: int, person_id: int
) -> Context | None:
    """Return the shop as who wrote the rule sees it; `None` if they may not cancel orders now."""
    actor = people.actor_by_id(session, shop_id, person_id)
    if actor is None or not actor.may(Permission.ORDERS_WRITE):
        return None
    shop = session.scalars(select(ShopRow).where(ShopRow.id == shop_id)).one()
    return Context(
        session=session, actor=actor, now=now, shop_name=shop.name, zone=ZoneInfo(shop.zone),
        currency=shop.currency, language=settings.default_language(session, shop_id), ports=ports,
    )  # fmt: skip


def _one(ctx: Context, rule: CancelRule, number: str, chance: float, total_minor: int) -> bool:
    worth = Money(total_minor, ctx.currency)
    why = ctx.say(
        "risk-cancelled-by-rule", percent=round(100 * chance), worth=worth, least=rule.percent,
        least_worth=Money(100 * rule.rupees, ctx.currency),
    )  # fmt: skip
    try:
        with ctx.session.begin_nested():
            change = orders.cancel(ctx, number, why)
            happened(
                ctx, BY_RULE, number, chance=round(chance, 4), percent=rule.percent,
                rupees=rule.rupees, before=dict(change.before), after=dict(change.after),
            )  # fmt: skip
            ctx.session.flush()
    except CommerceError:
        # It moved on since it was rated; the next look sees it as it is.
        return False
    return True


def taken_back(ctx: Context, order: str, *, plan: bool) -> Change | None:
    """Make an order that the rule cancelled what it was; `None` where the rule did not, lately.

    Raises:
        Refused: It has moved on since.
    """
    told = queries.last_event(ctx, BY_RULE, order, ctx.now - BACK_WITHIN)
    if told is None:
        return None
    change = Change(subject_kind="order", subject=order, before=told["before"], after=told["after"])
    if plan:
        return replace(change, before=change.after, after=change.before)
    return orders.undo_cancel(ctx, change)
