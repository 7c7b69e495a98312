"""All SQL of the team: its people, their sessions, and what is theirs."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, or_, select, update

from commerce.access import Role
from commerce.context import Context
from commerce.db.tables import (
    ChannelIdentityRow,
    ConversationRow,
    DelegationRow,
    PersonRow,
    SignInRow,
)
from commerce.people.types import Colleague, PeopleStanding


def colleagues(
    ctx: Context, *, role: Role | None = None, standing: PeopleStanding = PeopleStanding.ACTIVE
) -> list[Colleague]:
    """Return the people of the shop, by name."""
    wrote = (
        select(ConversationRow.person_id, func.max(ConversationRow.updated_at).label("at"))
        .where(ConversationRow.shop_id == ctx.actor.shop_id)
        .group_by(ConversationRow.person_id)
        .subquery()
    )
    signed = (
        select(SignInRow.person_id, func.max(SignInRow.created_at).label("at"))
        .where(SignInRow.shop_id == ctx.actor.shop_id, SignInRow.kind == "session")
        .group_by(SignInRow.person_id)
        .subquery()
    )
    query = (
        select(PersonRow, wrote.c.at, signed.c.at)
        .outerjoin(wrote, wrote.c.person_id == PersonRow.id)
        .outerjoin(signed, signed.c.person_id == PersonRow.id)
        .where(PersonRow.shop_id == ctx.actor.shop_id, PersonRow.role != Role.CUSTOMER.value)
        .order_by(func.lower(PersonRow.name), PersonRow.id)
    )
    if role is not None:
        query = query.where(PersonRow.role == role.value)
    if standing is not PeopleStanding.ALL:
        query = query.where(PersonRow.is_active.is_(standing is PeopleStanding.ACTIVE))
    return [_colleague(row, wrote, signed) for row, wrote, signed in ctx.session.execute(query)]


def staff_rows(ctx: Context) -> list[PersonRow]:
    """Return everyone of the shop who is no customer, active or not."""
    rows = ctx.session.scalars(
        select(PersonRow)
        .where(PersonRow.shop_id == ctx.actor.shop_id, PersonRow.role != Role.CUSTOMER.value)
        .order_by(PersonRow.id)
    )
    return list(rows)


def staff_row(ctx: Context, person: int) -> PersonRow | None:
    """Return one person of the shop who is no customer, freshly read."""
    return ctx.session.scalar(
        select(PersonRow)
        .where(
            PersonRow.shop_id == ctx.actor.shop_id,
            PersonRow.id == person,
            PersonRow.role != Role.CUSTOMER.value,
        )
        .execution_options(populate_existing=True)
    )


def count_owners(ctx: Context) -> int:
    """Count the active Owners."""
    count = ctx.session.scalar(
        select(func.count()).where(
            PersonRow.shop_id == ctx.actor.shop_id,
            PersonRow.role == Role.OWNER.value,
            PersonRow.is_active,
        )
    )
    return count or 0


def taken(ctx: Context, email: str | None, phone: str | None) -> PersonRow | None:
    """Return who of the shop's staff has an e-mail or a phone already."""
    found = []
    if email:
        found.append(PersonRow.email == email)
    if phone:
        found.append((PersonRow.phone == phone) & (PersonRow.role != Role.CUSTOMER.value))
    return ctx.session.scalar(
        select(PersonRow).where(PersonRow.shop_id == ctx.actor.shop_id, or_(*found)).limit(1)
    )


def close_sessions(ctx: Context, person: int, now: datetime) -> int:
    """Use up a person's sessions and links; return how many were open."""
    result: Any = ctx.session.execute(
        update(SignInRow)
        .where(
            SignInRow.shop_id == ctx.actor.shop_id,
            SignInRow.person_id == person,
            SignInRow.used_at.is_(None),
            SignInRow.expires_at > now,
        )
        .values(used_at=now)
        .execution_options(synchronize_session=False)
    )
    return int(result.rowcount)


def use_up_invitations(ctx: Context, person: int, now: datetime) -> None:
    """Let a person's links and codes to join by that nobody used work no longer."""
    ctx.session.execute(
        update(SignInRow)
        .where(
            SignInRow.shop_id == ctx.actor.shop_id,
            SignInRow.person_id == person,
            SignInRow.kind.in_(("link", "join")),
            SignInRow.used_at.is_(None),
        )
        .values(used_at=now)
        .execution_options(synchronize_session=False)
    )


def has_come_in(ctx: Context, person: int) -> bool:
    """Tell whether somebody ever opened a session, or is known on a messenger."""
    on_messenger = ctx.session.scalar(
        select(ChannelIdentityRow.id)
        .where(
            ChannelIdentityRow.shop_id == ctx.actor.shop_id,
            ChannelIdentityRow.person_id == person,
        )
        .limit(1)
    )
    if on_messenger is not None:
        return True
    found = ctx.session.scalar(
        select(SignInRow.id)
        .where(
            SignInRow.shop_id == ctx.actor.shop_id,
            SignInRow.person_id == person,
            SignInRow.kind == "session",
        )
        .limit(1)
    )
    return found is not None


def end_delegations(ctx: Context, person: int, now: datetime) -> None:
    """End what a person lent and what was lent to them."""
    ctx.session.execute(
        update(DelegationRow)
        .where(
            DelegationRow.shop_id == ctx.actor.shop_id,
            or_(DelegationRow.from_person_id == person, DelegationRow.to_person_id == person),
            DelegationRow.revoked_at.is_(None),
        )
        .values(revoked_at=now)
        .execution_options(synchronize_session=False)
    )


def _colleague(row: PersonRow, wrote: datetime | None, signed: datetime | None) -> Colleague:
    seen = [at for at in (wrote, signed) if at is not None]
    return Colleague(
        id=row.id,
        name=row.name,
        role=Role(row.role),
        email=row.email,
        phone=row.phone,
        language=row.language,
        is_active=row.is_active,
        last_seen=max(seen, default=None),
        created_at=row.created_at,
    )
