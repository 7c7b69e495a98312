"""Which messengers know a person: let in by a code made where they are signed in, and let go.

The code is the whole proof: who sends it on a messenger is the person who made it, whatever they
call themselves there. It works once, for a quarter of an hour, and only its hash is kept.
"""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from commerce.changes import Change
from commerce.context import Context
from commerce.db.tables import ChannelIdentityRow, PersonRow, SignInRow
from commerce.errors import NotFound
from commerce.people.sign_in import hash_of
from commerce.records import audit, note

LINK_CODE_MINUTES = 15
_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without those that are taken for one another when read aloud or typed off."""
_LENGTH = 8
_GO = re.compile(
    r"(?i)\s*/?(?:unlink|log ?out|sign ?out|अनलिंक|लॉग ?आउट)"
    r"(?: me| karo| kar do| करो| कर दो)?\s*[.!]?\s*"
)
_KIND = "channel"
_OWN = ("web", "terminal")
"""Channels that are not messengers: they know people by signing in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedChannel:
    """A messenger on which somebody is known."""

    channel: str
    external_id: str
    since: datetime


def make_link_code(ctx: Context) -> str:
    """Return a code that lets its sender be the actor on any messenger; older ones stop working.

    Everybody may, for themselves.
    """
    spent = (
        update(SignInRow)
        .where(
            SignInRow.shop_id == ctx.actor.shop_id,
            SignInRow.person_id == ctx.actor.person_id,
            SignInRow.kind == _KIND,
            SignInRow.used_at.is_(None),
        )
        .values(used_at=ctx.now)
        .execution_options(synchronize_session=False)
    )
    ctx.session.execute(spent)
    code = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    ctx.session.add(
        SignInRow(
            shop_id=ctx.actor.shop_id, person_id=ctx.actor.person_id, kind=_KIND,
            secret_hash=_hash(ctx.actor.shop_id, code), created_at=ctx.now,
            expires_at=ctx.now + timedelta(minutes=LINK_CODE_MINUTES), used_at=None,
        )
    )  # fmt: skip
    ctx.session.flush()
    return f"{code[:4]}-{code[4:]}"


def linked_channels(ctx: Context) -> Sequence[LinkedChannel]:
    """Return on which messengers the actor is known, the oldest first."""
    rows = ctx.session.scalars(
        select(ChannelIdentityRow)
        .where(
            ChannelIdentityRow.shop_id == ctx.actor.shop_id,
            ChannelIdentityRow.person_id == ctx.actor.person_id,
            ChannelIdentityRow.channel.not_in(_OWN),
        )
        .order_by(ChannelIdentityRow.id)
    )
    return [
        LinkedChannel(channel=row.channel, external_id=row.external_id, since=row.created_at)
        for row in rows
    ]


def unlink(ctx: Context, channel: str) -> Change:
    """Be known on a messenger no more.

    Raises:
        NotFound: The actor is not known there.
    """
    rows = ctx.session.scalars(
        select(ChannelIdentityRow).where(
            ChannelIdentityRow.shop_id == ctx.actor.shop_id,
            ChannelIdentityRow.person_id == ctx.actor.person_id,
            ChannelIdentityRow.channel == channel,
            ChannelIdentityRow.channel.not_in(_OWN),
        )
    ).all()
    if not rows:
        raise NotFound("error-link-none", channel=channel)
    for row in rows:
        ctx.session.delete(row)
    change = Change(
        subject_kind="person", subject=ctx.actor.name, before={"channel": channel},
        after={"channel": None},
    )  # fmt: skip
    audit(ctx, "unlink_channel", change)
    ctx.session.flush()
    return change


def wants_to_go(text: str) -> bool:
    """Tell whether somebody asks to be known no more where they write, and says nothing else."""
    return _GO.fullmatch(text) is not None


def let_go(
    session: Session, *, shop_id: int, channel: str, external_id: str, now: datetime
) -> str | None:
    """Know the sender of a messenger no more; return their name, or `None` where nobody was known.

    The caller commits.
    """
    row = session.scalar(
        select(ChannelIdentityRow).where(
            ChannelIdentityRow.shop_id == shop_id,
            ChannelIdentityRow.channel == channel,
            ChannelIdentityRow.channel.not_in(_OWN),
            ChannelIdentityRow.external_id == external_id,
        )
    )
    if row is None:
        return None
    person = session.scalar(
        select(PersonRow).where(PersonRow.shop_id == shop_id, PersonRow.id == row.person_id)
    )
    session.delete(row)
    name = person.name if person is not None else ""
    note(
        session, shop_id=shop_id, action="unlink_channel", subject=name, now=now,
        person_id=row.person_id, after={"channel": None, "by": "message"}, channel=channel,
    )  # fmt: skip
    session.flush()
    return name


def redeem_code(
    session: Session, *, shop_id: int, code: str, channel: str, external_id: str, now: datetime
) -> PersonRow | None:
    """Let a channel's id stand for who made a code, and use the code up.

    Returns `None` where the code is of nobody, used, or too old.
    """
    used = session.execute(
        update(SignInRow)
        .where(
            SignInRow.secret_hash == _hash(shop_id, code),
            SignInRow.shop_id == shop_id,
            SignInRow.kind == _KIND,
            SignInRow.used_at.is_(None),
            SignInRow.expires_at > now,
        )
        .values(used_at=now)
        .returning(SignInRow.person_id)
    ).first()
    if used is None:
        return None
    person = session.scalar(
        select(PersonRow).where(
            PersonRow.shop_id == shop_id, PersonRow.id == used.person_id, PersonRow.is_active
        )
    )
    if person is not None:
        bind(session, person, channel, external_id, by="code", now=now)
    return person


def bind(
    session: Session, person: PersonRow, channel: str, external_id: str, *, by: str, now: datetime
) -> None:
    """Let a channel's id stand for a person whom something proved to be its sender.

    Args:
        session: An open transaction.
        person: Whom it stands for.
        channel: The messenger.
        external_id: Its id; it stood for nobody, or for somebody who is no longer active.
        by: What proved it, for the audit log: `code`, `order_code`, `prompt`.
        now: The time it is.
    """
    row = session.scalar(
        select(ChannelIdentityRow).where(
            ChannelIdentityRow.channel == channel, ChannelIdentityRow.external_id == external_id
        )
    )
    if row is None:
        row = ChannelIdentityRow(
            shop_id=person.shop_id, person_id=person.id, channel=channel, external_id=external_id,
            created_at=now,
        )  # fmt: skip
        session.add(row)
    row.shop_id, row.person_id, row.created_at = person.shop_id, person.id, now
    note(
        session, shop_id=person.shop_id, action="link_channel", subject=person.name, now=now,
        person_id=person.id, after={"channel": channel, "by": by}, channel=channel,
    )  # fmt: skip
    session.flush()


def plain(code: str) -> str:
    """Return a code without what people put between its letters."""
    return "".join(letter for letter in code.upper() if letter.isalnum())


def _hash(shop_id: int, code: str) -> str:
    return hash_of(f"{_KIND}:{shop_id}:{plain(code)}")
