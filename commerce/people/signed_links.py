"""Links by which whoever is signed in on the web is known on the messenger that asked for one.

A link names the messenger's id, not a person: it goes to that messenger alone, and is good for who
opens it signed in and presses the button. Opening it changes nothing, as messengers open links
themselves to draw previews. It is signed by the shop's key, works once, for a quarter of an hour,
and only the last one that was asked for.
"""

import binascii
import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from commerce.access import Role
from commerce.context import Context
from commerce.db.tables import ChannelIdentityRow, ChannelProofRow, PersonRow
from commerce.errors import NotFound, Refused
from commerce.people.linking import bind
from commerce.people.proving import proof_row
from commerce.people.sign_in import hash_of
from commerce.ports import Seal

SIGNED_LINK_MINUTES: Final = 15
_ABOUT: Final = b"superecom messenger link 1\n"
"""Before what is signed: the same key signs other things."""
_BY_NUMBER: Final = ("whatsapp", "sms")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Which messenger a link lets somebody be known on."""

    channel: str
    external_id: str
    address: str
    """Where an answer goes there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What stands in a link."""

    shop_id: int
    proof_id: int
    address: str
    until: int
    secret: str


def make_signed_link(
    session: Session, seal: Seal, *, shop_id: int, channel: str, external_id: str, address: str,
    now: datetime,
) -> str:  # fmt: skip
    """Return the token of a link for a messenger's id; the links it had stop working.

    The caller commits, and counts how often one is asked for: see `proving.meet`.
    """
    proof = proof_row(session, shop_id, channel, external_id, now)
    secret = secrets.token_urlsafe(16)
    proof.link_hash = _hash(proof.id, secret)
    session.flush()
    until = int((now + timedelta(minutes=SIGNED_LINK_MINUTES)).timestamp())
    told = json.dumps([shop_id, proof.id, address, until, secret], separators=(",", ":")).encode()
    return f"{_b64(told)}.{_b64(seal.signature(shop_id, _ABOUT + told))}"


def offered(ctx: Context, token: str) -> Offer:
    """Return on which messenger a link would let the actor be known; it stays as good as it was.

    Raises:
        NotFound: It is not of this shop, was tampered with or used, or is too old: whichever.
        Refused: Who writes there is known to be somebody else.
    """
    return _offer(ctx, *_row(ctx, token))


def accept_link(ctx: Context, token: str) -> Offer:
    """Let the messenger of a link stand for the actor, and use the link up.

    Raises:
        NotFound: It is not of this shop, was tampered with or used, or is too old: whichever.
        Refused: Who writes there is known to be somebody else; the link stays good.
    """
    row, told = _row(ctx, token)
    offer = _offer(ctx, row, told)
    used = ctx.session.execute(
        update(ChannelProofRow)
        .where(
            ChannelProofRow.shop_id == ctx.actor.shop_id,
            ChannelProofRow.id == row.id,
            ChannelProofRow.link_hash == _hash(row.id, told.secret),
        )
        .values(link_hash=None)
        .returning(ChannelProofRow.id)
    ).first()
    if used is None:
        raise NotFound("error-link-gone")
    person = ctx.session.scalars(
        select(PersonRow).where(
            PersonRow.shop_id == ctx.actor.shop_id, PersonRow.id == ctx.actor.person_id
        )
    ).one()
    bind(ctx.session, person, offer.channel, offer.external_id, by="link", now=ctx.now)
    return offer


def _row(ctx: Context, token: str) -> tuple[ChannelProofRow, _Told]:
    told = _told(ctx, token)
    row = told and ctx.session.scalar(
        select(ChannelProofRow).where(
            ChannelProofRow.shop_id == ctx.actor.shop_id,
            ChannelProofRow.id == told.proof_id,
            ChannelProofRow.link_hash == _hash(told.proof_id, told.secret),
        )
    )
    if not told or not row:
        raise NotFound("error-link-gone")
    return row, told


def _told(ctx: Context, token: str) -> _Told | None:
    """Return what stands in a link of this shop that is signed and not too old."""
    seal, shop_id = ctx.ports.seal, ctx.actor.shop_id
    try:
        content, signature = (_plain(part) for part in token.split("."))
    except (ValueError, binascii.Error):
        return None
    if seal is None or not seal.is_signed(shop_id, _ABOUT + content, signature):
        return None
    shop, proof, address, until, secret = json.loads(content)
    if shop != shop_id or until <= ctx.now.timestamp():
        return None
    return _Told(shop_id=shop, proof_id=proof, address=address, until=until, secret=secret)


def _offer(ctx: Context, row: ChannelProofRow, told: _Told) -> Offer:
    _check_who(ctx, row)
    return Offer(channel=row.channel, external_id=row.external_id, address=told.address)


def _check_who(ctx: Context, row: ChannelProofRow) -> None:
    """Refuse a messenger on which a colleague is known, or whose number is a colleague's."""
    known = ctx.session.scalar(
        select(PersonRow)
        .join(
            ChannelIdentityRow,
            (ChannelIdentityRow.person_id == PersonRow.id)
            & (ChannelIdentityRow.shop_id == PersonRow.shop_id),
        )
        .where(
            PersonRow.shop_id == ctx.actor.shop_id,
            ChannelIdentityRow.shop_id == ctx.actor.shop_id,
            ChannelIdentityRow.channel == row.channel,
            ChannelIdentityRow.external_id == row.external_id,
            PersonRow.is_active,
            PersonRow.role != Role.CUSTOMER.value,
        )
    )
    owner = known or (_of_number(ctx, row) if row.channel in _BY_NUMBER else None)
    if owner is not None and owner.id != ctx.actor.person_id:
        raise Refused("error-link-of-another", name=owner.name)


def _of_number(ctx: Context, row: ChannelProofRow) -> PersonRow | None:
    return ctx.session.scalar(
        select(PersonRow)
        .where(
            PersonRow.shop_id == ctx.actor.shop_id,
            PersonRow.phone == row.external_id,
            PersonRow.is_active,
            PersonRow.role != Role.CUSTOMER.value,
        )
        .order_by(PersonRow.id)
        .limit(1)
    )


def _hash(proof_id: int, secret: str) -> str:
    return hash_of(f"messenger-link:{proof_id}:{secret}")


def _b64(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")


def _plain(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
