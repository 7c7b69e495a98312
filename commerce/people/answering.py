"""Answering in a conversation that a person has taken over, and reading what was said in it."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from commerce import conversations
from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.db.tables import MessageRow
from commerce.errors import Refused
from commerce.people.taking_over import (
    HandOverQueue,
    WantedPerson,
    hand_overs,
    meant,
    moved,
    wanted_person,
)
from commerce.records import audit, happened

SHOWN = 20
"""How many of the last messages are shown."""
_OWN_WORDS = 6
"""In how many of their last messages the words of an answer are looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One message of a conversation."""

    at: datetime
    by: str
    """The name of who wrote it; empty for the assistant."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overheard:
    """The last messages of a conversation in which a person is wanted."""

    wanted: WantedPerson
    said: tuple[Said, ...]
    """Oldest first."""


def overhear(ctx: Context, who: str | None = None) -> Overheard:
    """Return what was said last in a conversation in which a person is or was wanted.

    Of a colleague's conversation what the assistant told them is left out: they may see more than
    the reader may.

    Raises:
        NotFound: Nobody called so wants a person.
        Ambiguous: Several do.
        Refused: Nobody waits.
    """
    row = meant(ctx, who, _usual(ctx), to_write=False)
    wanted = wanted_person(ctx, row.id)
    last = conversations.messages_before(
        ctx.session, ctx.actor.shop_id, row.conversation_id, before=None, most=SHOWN
    )
    said = (_said(message, wanted) for message in last)
    open_to_all = (one for one in said if one.text and (one.by or wanted.is_customer))
    return Overheard(wanted=wanted, said=tuple(open_to_all))


def answer_customer(ctx: Context, text: str, who: str | None = None) -> Change:
    """Tell a customer something, in the actor's own words and under their name, at once.

    Answering in a conversation that nobody has taken takes it over.

    Raises:
        NotFound: Nobody called so wants a person.
        Ambiguous: Several do.
        Refused: Nobody waits, the matter is closed, or the words are not the actor's own.
    """
    ctx.require(Permission.CONVERSATIONS)
    _require_own_words(ctx, text)
    row = meant(ctx, who, _usual(ctx))
    if row.status == "closed":
        raise Refused("error-hand-over-closed")
    before = {"number": row.id, "status": row.status, "taken_by": row.taken_by, "said": None}
    if row.status == "open":
        moved(ctx, row, "taken", ctx.actor.person_id)
        happened(ctx, "conversation.taken_over", row.conversation_id)
    _tell(ctx, row.conversation_id, text)
    after = {"number": row.id, "status": row.status, "taken_by": row.taken_by, "said": text}
    change = Change(
        subject_kind="conversation", subject=row.conversation_id, before=before, after=after
    )
    happened(ctx, "conversation.answered", row.conversation_id)
    audit(ctx, "answer_customer", change)
    return change


def _usual(ctx: Context) -> HandOverQueue:
    """Return where to look when nobody is named: among those taken, else among those waiting."""
    taken = hand_overs(ctx, HandOverQueue.TAKEN, limit=1)
    return HandOverQueue.MINE if taken else HandOverQueue.OPEN


def _tell(ctx: Context, conversation: str, text: str) -> None:
    """Store an answer as the channels read a reply: `agent.messages.Reply`."""
    turn = f"said-{uuid.uuid4().hex}"
    conversations.add_told(
        ctx.session, shop_id=ctx.actor.shop_id, conversation=conversation,
        person_id=ctx.actor.person_id, turn=turn, language=ctx.language, at=ctx.now,
        reply=ctx.say("hand-over-told", name=ctx.actor.name, text=text),
    )  # fmt: skip
    conversations.touch(ctx.session, conversation, ctx.now)
    conversations.add_outbound(
        ctx.session,
        shop_id=ctx.actor.shop_id,
        conversation=conversation,
        turn=turn,
        text=text,
        body={
            "text": text, "language": ctx.language, "brain": "person", "by": ctx.actor.name,
            "conversation": conversation, "turn": turn,
        },
        at=ctx.now,
    )  # fmt: skip


def _require_own_words(ctx: Context, text: str) -> None:
    """Refuse words that the actor did not write: whoever chose the tool may not put them there."""
    if ctx.conversation_id is None:
        return
    last = ctx.session.scalars(
        select(MessageRow)
        .where(
            MessageRow.shop_id == ctx.actor.shop_id,
            MessageRow.conversation_id == ctx.conversation_id,
            MessageRow.direction == "in",
        )
        .order_by(MessageRow.id.desc())
        .limit(_OWN_WORDS)
    )
    written = (part for message in reversed(last.all()) for part in _written(message))
    if _plain(text) not in _plain(" ".join(written)):
        raise Refused("error-hand-over-own-words")


def _written(message: MessageRow) -> tuple[str, ...]:
    """Return what a person wrote: their words, and what they filled in where they pressed."""
    filled_in = (message.tap or {}).get("arguments", {}).get("text", "")
    return message.text, str(filled_in)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _said(message: MessageRow, wanted: WantedPerson) -> Said:
    by = wanted.name if message.direction == "in" else str(message.body.get("by", ""))
    return Said(at=message.at, by=by, text=message.text)
