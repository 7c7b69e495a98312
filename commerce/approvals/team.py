"""All SQL of limits, second persons and standing in."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.orm import Session, aliased

from commerce.access import Role
from commerce.approvals.types import Decider, Delegation, Limit, Policy, Topic
from commerce.context import Context
from commerce.db.tables import ApprovalLimitRow, DelegationRow, PersonRow, SecondPersonRow

_LIMITS = select(ApprovalLimitRow).where(ApprovalLimitRow.shop_id == bindparam("shop"))
_SECOND = select(SecondPersonRow).where(SecondPersonRow.shop_id == bindparam("shop"))
_ON = (
    DelegationRow.shop_id == bindparam("shop"),
    PersonRow.shop_id == bindparam("shop"),
    PersonRow.is_active,
    DelegationRow.revoked_at.is_(None),
    DelegationRow.starts_at <= bindparam("now"),
    DelegationRow.ends_at > bindparam("now"),
)
_AWAY = (
    select(DelegationRow.to_person_id, PersonRow.id, PersonRow.name, PersonRow.role)
    .join(PersonRow, PersonRow.id == DelegationRow.from_person_id)
    .where(*_ON)
    .order_by(DelegationRow.id)
)
_AWAY_FOR = _AWAY.where(DelegationRow.to_person_id == bindparam("person"))


def policy(ctx: Context) -> Policy:
    """Return what the shop lets each role approve alone."""
    shop = {"shop": ctx.actor.shop_id}
    return Policy(
        currency=ctx.currency,
        limits={
            (Role(row.role), Topic(row.topic)): Limit(
                most_minor=row.most_minor, most_items=row.most_items
            )
            for row in ctx.session.scalars(_LIMITS, shop)
        },
        second_above={
            Topic(row.topic): row.above_minor for row in ctx.session.scalars(_SECOND, shop)
        },
    )


def away(ctx: Context) -> list[Decider]:
    """Return those the actor stands in for at this moment, with the roles they have now."""
    values = {"shop": ctx.actor.shop_id, "now": ctx.now, "person": ctx.actor.person_id}
    rows = ctx.session.execute(_AWAY_FOR, values)
    return [Decider(person_id=row.id, name=row.name, role=Role(row.role)) for row in rows]


def standing_in(ctx: Context) -> dict[int, list[Decider]]:
    """Return, for each person who stands in at this moment, those they stand in for."""
    found: dict[int, list[Decider]] = {}
    for row in ctx.session.execute(_AWAY, {"shop": ctx.actor.shop_id, "now": ctx.now}):
        absent = Decider(person_id=row.id, name=row.name, role=Role(row.role))
        found.setdefault(row.to_person_id, []).append(absent)
    return found


def staff(ctx: Context) -> list[Decider]:
    """Return the active people of the shop who are no customers."""
    rows = ctx.session.execute(
        select(PersonRow.id, PersonRow.name, PersonRow.role)
        .where(
            PersonRow.shop_id == ctx.actor.shop_id,
            PersonRow.is_active,
            PersonRow.role != Role.CUSTOMER.value,
        )
        .order_by(PersonRow.id)
    )
    return [Decider(person_id=row.id, name=row.name, role=Role(row.role)) for row in rows]


def names_of(session: Session, shop_id: int, people: Iterable[int | None]) -> dict[int, str]:
    """Return people's names by id, also of those who have left."""
    ids = {person for person in people if person is not None}
    rows = session.execute(
        select(PersonRow.id, PersonRow.name).where(
            PersonRow.shop_id == shop_id, PersonRow.id.in_(ids)
        )
    )
    return {row.id: row.name for row in rows}


def set_limit(ctx: Context, role: Role, topic: Topic, limit: Limit | None) -> None:
    """Store what a role may approve alone; `None` goes back to what is usual."""
    of = (
        ApprovalLimitRow.shop_id == ctx.actor.shop_id,
        ApprovalLimitRow.role == role.value,
        ApprovalLimitRow.topic == topic.value,
    )
    ctx.session.execute(delete(ApprovalLimitRow).where(*of))
    if limit is not None:
        ctx.session.add(
            ApprovalLimitRow(
                shop_id=ctx.actor.shop_id,
                role=role.value,
                topic=topic.value,
                most_minor=limit.most_minor,
                most_items=limit.most_items,
            )
        )
    ctx.session.flush()


def set_second(ctx: Context, topic: Topic, above_minor: int | None) -> None:
    """Store above what two people must agree; `None` asks for none."""
    ctx.session.execute(
        delete(SecondPersonRow).where(
            SecondPersonRow.shop_id == ctx.actor.shop_id, SecondPersonRow.topic == topic.value
        )
    )
    if above_minor is not None:
        ctx.session.add(
            SecondPersonRow(shop_id=ctx.actor.shop_id, topic=topic.value, above_minor=above_minor)
        )
    ctx.session.flush()


def add_delegation(ctx: Context, to: int, first_day: date, last_day: date) -> int:
    """Let another person decide with the actor's limit, and return the delegation's id."""
    row = DelegationRow(
        shop_id=ctx.actor.shop_id,
        from_person_id=ctx.actor.person_id,
        to_person_id=to,
        starts_at=_midnight(ctx, first_day),
        ends_at=_midnight(ctx, last_day + timedelta(days=1)),
        revoked_at=None,
        created_at=ctx.now,
    )
    ctx.session.add(row)
    ctx.session.flush()
    return row.id


def revoke(ctx: Context, delegation: int, *, at: datetime | None) -> None:
    """End a delegation; without a moment, let it hold again."""
    ctx.session.execute(
        update(DelegationRow)
        .where(DelegationRow.shop_id == ctx.actor.shop_id, DelegationRow.id == delegation)
        .values(revoked_at=at)
        .execution_options(synchronize_session=False)
    )


def delegations(ctx: Context, *, of_person: int | None = None) -> list[Delegation]:
    """Return the delegations that hold or will hold, the first to begin first.

    Args:
        of_person: Only those this person gave or got; `None` for everyone's.
    """
    giver, taker = aliased(PersonRow), aliased(PersonRow)
    query = (
        select(DelegationRow, giver.name, taker.name)
        .join(giver, giver.id == DelegationRow.from_person_id)
        .join(taker, taker.id == DelegationRow.to_person_id)
        .where(
            DelegationRow.shop_id == ctx.actor.shop_id,
            giver.shop_id == ctx.actor.shop_id,
            taker.shop_id == ctx.actor.shop_id,
            giver.is_active,
            taker.is_active,
            DelegationRow.revoked_at.is_(None),
            DelegationRow.ends_at > ctx.now,
        )
        .order_by(DelegationRow.starts_at, DelegationRow.id)
    )
    if of_person is not None:
        query = query.where(
            (DelegationRow.from_person_id == of_person) | (DelegationRow.to_person_id == of_person)
        )
    return [
        Delegation(
            id=row.id,
            of=of,
            to=to,
            first_day=ctx.local(row.starts_at).date(),
            last_day=ctx.local(row.ends_at).date() - timedelta(days=1),
            is_on=row.starts_at <= ctx.now,
        )
        for row, of, to in ctx.session.execute(query)
    ]


def given(ctx: Context, to: int) -> list[DelegationRow]:
    """Return what the actor gave a person that holds or will hold."""
    rows = ctx.session.scalars(
        select(DelegationRow)
        .where(
            DelegationRow.shop_id == ctx.actor.shop_id,
            DelegationRow.from_person_id == ctx.actor.person_id,
            DelegationRow.to_person_id == to,
            DelegationRow.revoked_at.is_(None),
            DelegationRow.ends_at > ctx.now,
        )
        .order_by(DelegationRow.starts_at)
    )
    return list(rows)


def _midnight(ctx: Context, day: date) -> datetime:
    return datetime.combine(day, time(), ctx.zone)
