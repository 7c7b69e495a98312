"""From (channel, external id) to the person who acts. A phone number alone is nobody."""

from collections.abc import Sequence
from datetime import datetime
from typing import cast

from sqlalchemy import Row, Table, bindparam, select
from sqlalchemy.orm import Session

from commerce.access import PERMISSIONS, Actor, Role
from commerce.db.tables import ChannelIdentityRow, PersonRow

_PERSON = cast(Table, PersonRow.__table__).c
_IDENTITY = cast(Table, ChannelIdentityRow.__table__).c
_OF_ACTOR = select(
    _PERSON.id, _PERSON.shop_id, _PERSON.name, _PERSON.role, _PERSON.language, _PERSON.customer_id
).where(_PERSON.is_active)

_KNOWN_AS = _OF_ACTOR.where(
    _IDENTITY.person_id == _PERSON.id,
    _IDENTITY.shop_id == _PERSON.shop_id,
    _IDENTITY.channel == bindparam("channel"),
    _IDENTITY.external_id == bindparam("external_id"),
)

_OF_ID = _OF_ACTOR.where(_PERSON.shop_id == bindparam("shop"), _PERSON.id == bindparam("person"))

_EXTERNAL_ID = (
    select(ChannelIdentityRow.external_id)
    .where(
        ChannelIdentityRow.shop_id == bindparam("shop"),
        ChannelIdentityRow.person_id == bindparam("person"),
        ChannelIdentityRow.channel == bindparam("channel"),
    )
    .order_by(ChannelIdentityRow.id)
    .limit(1)
)


def actor_for(session: Session, channel: str, external_id: str) -> Actor | None:
    """Return the active person known by an id on a channel, or `None` for a stranger."""
    row = session.execute(_KNOWN_AS, {"channel": channel, "external_id": external_id}).first()
    return _actor(row) if row is not None else None


def actor_by_id(session: Session, shop_id: int, person_id: int) -> Actor | None:
    """Return an active person of a shop with the rights they have now."""
    row = session.execute(_OF_ID, {"shop": shop_id, "person": person_id}).first()
    return _actor(row) if row is not None else None


def add_person(
    session: Session,
    *,
    shop_id: int,
    name: str,
    role: Role,
    now: datetime,
    email: str | None = None,
    language: str = "",
    customer_id: int | None = None,
) -> PersonRow:
    """Add someone to a shop. A customer's person says which customer they are.

    Args:
        language: A key of `commerce.words.LANGUAGES`, or empty to answer in what they write.
    """
    if (role is Role.CUSTOMER) != (customer_id is not None):
        raise ValueError("Exactly the people with the role Customer have a customer_id.")
    row = PersonRow(
        shop_id=shop_id,
        name=name,
        role=role.value,
        language=language,
        email=email.strip().casefold() if email else None,
        phone=None,
        customer_id=customer_id,
        password_hash=None,
        skills={},
        is_active=True,
        created_at=now,
    )
    session.add(row)
    session.flush()
    return row


def add_identity(session: Session, person: PersonRow, channel: str, external_id: str) -> None:
    """Let a channel's id stand for a person from now on."""
    session.add(
        ChannelIdentityRow(
            shop_id=person.shop_id,
            person_id=person.id,
            channel=channel,
            external_id=external_id,
            created_at=person.created_at,
        )
    )
    session.flush()


def known_as(session: Session, shop_id: int, person_id: int, channel: str) -> str | None:
    """Return how a channel knows a person, or `None` where it does not."""
    return session.scalar(_EXTERNAL_ID, {"shop": shop_id, "person": person_id, "channel": channel})


def known_on(session: Session, shop_id: int, channel: str) -> Sequence[int]:
    """Return the ids of a shop's people whom a channel knows."""
    return session.scalars(
        select(ChannelIdentityRow.person_id).where(
            ChannelIdentityRow.shop_id == shop_id, ChannelIdentityRow.channel == channel
        )
    ).all()


def _actor(row: Row[int, int, str, str, str, int | None]) -> Actor:
    role = Role(row.role)
    return Actor(
        shop_id=row.shop_id,
        person_id=row.id,
        name=row.name,
        role=role,
        permissions=PERMISSIONS[role],
        language=row.language or None,
        customer_id=row.customer_id,
    )
