"""Which messengers know a person: let in by a code, and let go.

A code is the whole proof: who sends it on a messenger is the person it is of, whatever they call
themselves there. People make one for themselves where they are signed in, for a quarter of an hour;
whoever invites somebody makes one for them, for two days. It works once, and only its hash is kept.
"""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, select, update
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
_OWN_CODE = "channel"
_INVITATION = "join"
_BY_NUMBER = ("whatsapp", "sms")
"""Messengers whose id of somebody is mostly their phone number."""
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
    lasts = timedelta(minutes=LINK_CODE_MINUTES)
    return _make_code(ctx, ctx.actor.person_id, _OWN_CODE, lasts)


def make_join_code(ctx: Context, person: int, *, lasts: timedelta) -> str:
    """Return a code by which a messenger first knows somebody who was invited; older ones stop.

    The caller has checked that the actor may invite them.
    """
    return _make_code(ctx, person, _INVITATION, lasts)


def _make_code(ctx: Context, person: int, kind: str, lasts: timedelta) -> str:
    spent = (
        update(SignInRow)
        .where(
            SignInRow.shop_id == ctx.actor.shop_id,
            SignInRow.person_id == person,
            SignInRow.kind == kind,
            SignInRow.used_at.is_(None),
        )
        .values(used_at=ctx.now)
        .execution_options(synchronize_session=False)
    )
    ctx.session.execute(spent)
    code = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    ctx.session.add(
        SignInRow(
            shop_id=ctx.actor.shop_id, person_id=person, kind=kind,
            secret_hash=_hash(ctx.actor.shop_id, code), created_at=ctx.now,
            expires_at=ctx.now + lasts, used_at=None,
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Redeemed:
    """Whom a code let in."""

    person: PersonRow
    by_invitation: bool
    """Whether somebody else made it for them."""


def redeem_code(
    session: Session, *, shop_id: int, code: str, channel: str, external_id: str, now: datetime
) -> Redeemed | None:
    """Let a channel's id stand for whom a code is of, and use the code up.

    Returns `None` where the code is of nobody, used, or too old. A code for somebody who was
    invited by phone number is good on WhatsApp and SMS from that number alone, and stays so.
    """
    row = session.scalar(_good_code(shop_id, code, now).with_for_update())
    if row is None:
        return None
    person = session.scalar(
        select(PersonRow).where(
            PersonRow.shop_id == shop_id, PersonRow.id == row.person_id, PersonRow.is_active
        )
    )
    if person is None:
        return None
    invited = row.kind == _INVITATION
    if invited and not _is_number_of(person, channel, external_id):
        return None
    if not _used_up(session, row, now):
        return None
    bind(session, person, channel, external_id, by="invitation" if invited else "code", now=now)
    return Redeemed(person=person, by_invitation=invited)


def _good_code(shop_id: int, code: str, now: datetime) -> Select[SignInRow]:
    return select(SignInRow).where(
        SignInRow.secret_hash == _hash(shop_id, code),
        SignInRow.shop_id == shop_id,
        SignInRow.kind.in_((_OWN_CODE, _INVITATION)),
        SignInRow.used_at.is_(None),
        SignInRow.expires_at > now,
    )


def _is_number_of(person: PersonRow, channel: str, external_id: str) -> bool:
    """Tell whether an id may be of a person; where it is no number, nothing speaks against it."""
    if channel not in _BY_NUMBER or person.phone is None or not external_id.startswith("+"):
        return True
    return person.phone == external_id


def _used_up(session: Session, row: SignInRow, now: datetime) -> bool:
    """Use a code up; false where somebody else did just now."""
    used = session.execute(
        update(SignInRow)
        .where(
            SignInRow.shop_id == row.shop_id, SignInRow.id == row.id, SignInRow.used_at.is_(None)
        )
        .values(used_at=now)
        .returning(SignInRow.id)
    ).first()
    return used is not None


def bind(
    session: Session, person: PersonRow, channel: str, external_id: str, *, by: str, now: datetime
) -> None:
    """Let a channel's id stand for a person whom something proved to be its sender.

    Args:
        session: An open transaction.
        person: Whom it stands for.
        channel: The messenger.
        external_id: Its id; it stood for nobody, or for somebody who is no longer active.
        by: What proved it, for the audit log: `code`, `invitation`, `link`, `order_code`,
            `prompt`.
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
    return hash_of(f"{_OWN_CODE}:{shop_id}:{plain(code)}")
