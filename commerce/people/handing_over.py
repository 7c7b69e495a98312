"""Asking for a person of the shop in place of the assistant."""

from dataclasses import dataclass

from sqlalchemy import select

from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.db.tables import HandOverRow
from commerce.errors import Refused
from commerce.records import audit, happened
from commerce.terms import Terms, terms_of

_SUNDAY = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """A conversation that a person was asked to take over."""

    change: Change
    is_new: bool
    """False where a person had been asked before, and is still wanted or there."""
    opens: int
    closes: int
    """From which hour until which people answer, in the shop's time."""
    team_is_there: bool
    """Whether it is within the shop's working hours now."""


def hand_over(ctx: Context, reason: str | None = None) -> HandedOver:
    """Ask for a person to take over the conversation the request was made in, once.

    Raises:
        Refused: The request was not made in a conversation.
    """
    ctx.require(Permission.HAND_OVER)
    conversation = ctx.conversation_id
    if conversation is None:
        raise Refused("error-people-no-conversation")
    waiting = _waiting(ctx, conversation)
    change = Change(
        subject_kind="conversation",
        subject=conversation,
        before={"handed_over": waiting is not None},
        after={"handed_over": True},
    )
    if waiting is None:
        why = reason or ctx.say("people-hand-over-no-reason")
        ctx.session.add(
            HandOverRow(
                shop_id=ctx.actor.shop_id, conversation_id=conversation,
                person_id=ctx.actor.person_id, reason=why, status="open", taken_by=None, at=ctx.now,
            )
        )  # fmt: skip
        happened(ctx, "conversation.handed_over", conversation, reason=why)
        audit(ctx, "hand_over", change, why=why)
        ctx.session.flush()
    terms = terms_of(ctx.session, ctx.actor.shop_id)
    return HandedOver(
        change=change, is_new=waiting is None, opens=terms.opens, closes=terms.closes,
        team_is_there=_team_is_there(ctx, terms),
    )  # fmt: skip


def _waiting(ctx: Context, conversation: str) -> int | None:
    return ctx.session.scalar(
        select(HandOverRow.id)
        .where(
            HandOverRow.shop_id == ctx.actor.shop_id,
            HandOverRow.conversation_id == conversation,
            HandOverRow.status.in_(("open", "taken")),
        )
        .limit(1)
    )


def _team_is_there(ctx: Context, terms: Terms) -> bool:
    local = ctx.local(ctx.now)
    return local.weekday() != _SUNDAY and terms.opens <= local.hour < terms.closes
