"""All SQL of conversations.

What every turn runs is built once, at import: building a statement costs more than running it.

A conversation is answered by one worker at a time, the one that holds its claim: a lease in the
row itself, so that workers in several processes take turns and a dead worker's lease runs out.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any, Final, cast

from sqlalchemy import Result, Table, Update, bindparam, insert, or_, select, update
from sqlalchemy.orm import Session

from commerce import deliveries
from commerce.access import Actor
from commerce.db.tables import (
    ConversationRow,
    DeliveryPartRow,
    DeliveryRow,
    MessageRow,
    ToolCallRow,
    TurnRow,
)

_TALK: Final = cast(Table, ConversationRow.__table__)
_MESSAGE: Final = cast(Table, MessageRow.__table__)
_TURN: Final = cast(Table, TurnRow.__table__)

_OF_ID = select(ConversationRow).where(ConversationRow.id == bindparam("conversation"))

_TOUCH = (
    update(_TALK)
    .where(_TALK.c.id == bindparam("conversation"))
    .values(updated_at=bindparam("now"), put_away_at=None)
    .returning(*_TALK.c)
)

_CLAIM = (
    update(_TALK)
    .where(
        _TALK.c.id == bindparam("conversation"),
        or_(
            _TALK.c.busy_until.is_(None),
            _TALK.c.busy_until < bindparam("now"),
            _TALK.c.busy_by == bindparam("worker"),
        ),
    )
    .values(busy_until=bindparam("until"), busy_by=bindparam("worker"))
    .returning(*_TALK.c)
)

_RELEASE = (
    update(_TALK)
    .where(_TALK.c.id == bindparam("conversation"), _TALK.c.busy_by == bindparam("worker"))
    .values(busy_until=None, busy_by=None)
)

_RUNNING = select(_TURN.c.id).where(
    _TURN.c.status == "running",
    _TURN.c.conversation_id == bindparam("conversation"),
    _TURN.c.shop_id == bindparam("shop"),
)

_KEEP_SUMMARY = (
    update(_TALK)
    .where(_TALK.c.shop_id == bindparam("shop"), _TALK.c.id == bindparam("conversation"))
    .values(summary=bindparam("kept"))
)

_UNANSWERED = (
    select(MessageRow)
    .where(
        MessageRow.shop_id == bindparam("shop"),
        MessageRow.conversation_id == bindparam("conversation"),
        or_(MessageRow.turn_id.is_(None), MessageRow.turn_id.in_(_RUNNING)),
        MessageRow.direction == "in",
    )
    .order_by(MessageRow.id)
)

_NOT_TAKEN_UP = (
    select(_MESSAGE.c.id)
    .where(
        _MESSAGE.c.shop_id == bindparam("shop"),
        _MESSAGE.c.conversation_id == bindparam("conversation"),
        _MESSAGE.c.turn_id.is_(None),
        _MESSAGE.c.direction == "in",
    )
    .limit(1)
)

_MEMORIES = (
    select(_TURN.c.memory)
    .where(
        _TURN.c.shop_id == bindparam("shop"),
        _TURN.c.conversation_id == bindparam("conversation"),
        _TURN.c.memory.is_not(None),
    )
    .order_by(_TURN.c.started_at.desc())
    .limit(bindparam("most"))
)

_AFTER = (
    select(MessageRow)
    .where(
        MessageRow.shop_id == bindparam("shop"),
        MessageRow.conversation_id == bindparam("conversation"),
        MessageRow.id > bindparam("after"),
    )
    .order_by(MessageRow.id)
    .limit(bindparam("most"))
)


_ADD_MESSAGE = insert(_MESSAGE)
_ADD_TURN = insert(_TURN)

_TAKE_UP = (
    update(_MESSAGE)
    .where(
        _MESSAGE.c.shop_id == bindparam("shop"),
        _MESSAGE.c.conversation_id == bindparam("conversation"),
        _MESSAGE.c.id.in_(bindparam("messages", expanding=True)),
    )
    .values(turn_id=bindparam("turn"))
)


def conversation_of(session: Session, conversation: str) -> ConversationRow | None:
    """Return a conversation whoever it belongs to; the caller compares the owner."""
    return session.scalar(_OF_ID, {"conversation": conversation})


def open_conversation(
    session: Session, actor: Actor, *, conversation: str, channel: str, title: str, now: datetime,
    address: str | None = None,
) -> ConversationRow:  # fmt: skip
    """Begin a conversation that belongs to the actor; on a messenger, with its `address`."""
    row = ConversationRow(
        id=conversation,
        shop_id=actor.shop_id,
        person_id=actor.person_id,
        channel=channel,
        address=address,
        title=title[:120],
        name=None,
        put_away_at=None,
        summary=None,
        handed_over_at=None,
        busy_until=None,
        busy_by=None,
        created_at=now,
        updated_at=now,
    )
    session.add(row)
    session.flush()
    return row


def touch(session: Session, conversation: str, at: datetime) -> ConversationRow | None:
    """Return a conversation, marked as spoken in, whoever it belongs to.

    Writing it first takes its lock: messages that arrive at once are stored one after another.
    """
    return _talk(session.execute(_TOUCH, {"conversation": conversation, "now": at}))


def _talk(written: Result[Any]) -> ConversationRow | None:
    """Return the conversation that was written to, to be read and not changed any further."""
    found = written.mappings().one_or_none()
    return ConversationRow(**found) if found is not None else None


def was_received(session: Session, conversation: ConversationRow, provider_id: str) -> bool:
    """Tell whether a message with the provider's id came before."""
    seen = session.scalar(
        select(MessageRow.id).where(
            MessageRow.shop_id == conversation.shop_id,
            MessageRow.conversation_id == conversation.id,
            MessageRow.provider_id == provider_id,
        )
    )
    return seen is not None


def received(
    session: Session, conversation: ConversationRow, provider_id: str
) -> MessageRow | None:
    """Return what a person said under the provider's id."""
    return session.scalar(
        select(MessageRow).where(
            MessageRow.shop_id == conversation.shop_id,
            MessageRow.conversation_id == conversation.id,
            MessageRow.provider_id == provider_id,
            MessageRow.direction == "in",
        )
    )


def turn_at(session: Session, conversation: ConversationRow, provider_id: str) -> str | None:
    """Return the turn that a message on a messenger belongs to, the person's or the answer to it.

    `None` where it is none of this conversation's: somebody else's, or said without being asked.
    """
    said = received(session, conversation, provider_id)
    if said is not None:
        return said.turn_id
    body = session.scalar(
        select(DeliveryRow.body)
        .join(DeliveryPartRow, DeliveryPartRow.delivery_id == DeliveryRow.id)
        .where(
            DeliveryRow.shop_id == conversation.shop_id,
            DeliveryPartRow.shop_id == conversation.shop_id,
            DeliveryRow.conversation_id == conversation.id,
            DeliveryPartRow.channel == conversation.channel,
            DeliveryPartRow.provider_id == provider_id,
        )
        .limit(1)
    )
    return body.get("turn") if body else None


def did_anything(session: Session, shop_id: int, turn: str) -> bool:
    """Tell whether a turn wrote something in the business."""
    found = select(ToolCallRow.id).where(
        ToolCallRow.shop_id == shop_id, ToolCallRow.turn_id == turn,
        ToolCallRow.effect != "read", ToolCallRow.status == "done",
    )  # fmt: skip
    return session.scalar(found.limit(1)) is not None


def receipts_shown(session: Session, shop_id: int, conversation: str, turn: str) -> frozenset[str]:
    """Return the ids of the receipts that a turn's answer showed."""
    body = session.scalar(
        select(MessageRow.body).where(
            MessageRow.shop_id == shop_id,
            MessageRow.conversation_id == conversation,
            MessageRow.turn_id == turn,
            MessageRow.direction == "out",
        )
    )
    return frozenset(one["id"] for one in (body or {}).get("receipts", ()))


def add_inbound(
    session: Session,
    conversation: ConversationRow,
    *,
    text: str,
    tap: dict[str, Any] | None,
    body: dict[str, Any],
    provider_id: str,
    at: datetime,
) -> None:
    """Store what a person said.

    Raises:
        sqlalchemy.exc.IntegrityError: The provider's id came before in this conversation.
    """
    _add_message(
        session,
        conversation.shop_id,
        conversation.id,
        direction="in",
        text=text,
        tap=tap,
        body=body,
        provider_id=provider_id,
        turn_id=None,
        at=at,
    )


def add_outbound(
    session: Session,
    *,
    shop_id: int,
    conversation: str,
    turn: str,
    text: str,
    body: dict[str, Any],
    at: datetime,
) -> None:
    """Store a reply, and have it brought where the conversation is held on a messenger."""
    _add_message(
        session,
        shop_id,
        conversation,
        direction="out",
        text=text,
        tap=None,
        body=body,
        provider_id=f"out:{turn}",
        turn_id=turn,
        at=at,
    )
    deliveries.add_reply(
        session, shop_id, conversation, key=f"{conversation}:{turn}", body=body, now=at
    )


def _add_message(session: Session, shop_id: int, conversation: str, **values: Any) -> None:
    session.execute(_ADD_MESSAGE, {"shop_id": shop_id, "conversation_id": conversation, **values})


def claim(
    session: Session, conversation: str, *, worker: str, now: datetime, until: datetime
) -> ConversationRow | None:
    """Take a conversation to answer it; `None` while another worker's lease runs."""
    values = {"conversation": conversation, "worker": worker, "now": now, "until": until}
    return _talk(session.execute(_CLAIM, values))


def keep_summary(session: Session, shop_id: int, conversation: str, kept: dict[str, Any]) -> None:
    """Store what is kept of a conversation's earlier turns, in place of what was."""
    session.execute(
        _KEEP_SUMMARY, {"shop": shop_id, "conversation": conversation, "kept": kept}
    )  # fmt: skip


def extend_claim(session: Session, conversation: str, *, worker: str, until: datetime) -> None:
    """Hold on to a conversation for longer, unless the lease went to another worker."""
    session.execute(
        update(ConversationRow)
        .where(ConversationRow.id == conversation, ConversationRow.busy_by == worker)
        .values(busy_until=until)
        .execution_options(synchronize_session=False)
    )


def release(session: Session, conversation: str, *, worker: str) -> None:
    """Give a conversation back."""
    session.execute(_RELEASE, {"conversation": conversation, "worker": worker})


def held(session: Session) -> list[tuple[str, str]]:
    """Return the conversations, of every shop, that are taken, and by which worker."""
    rows = session.execute(
        select(ConversationRow.id, ConversationRow.busy_by).where(
            ConversationRow.busy_until.is_not(None)
        )
    )
    return [(conversation, worker) for conversation, worker in rows if worker]


def unanswered(session: Session, conversation: ConversationRow) -> Sequence[MessageRow]:
    """Return the messages to answer, oldest first.

    Those that no turn has taken up, and those of a turn that a dead worker left running.
    """
    values = {"shop": conversation.shop_id, "conversation": conversation.id}
    return session.scalars(_UNANSWERED, values).all()


def more_waits(session: Session, shop_id: int, conversation: str) -> bool:
    """Tell whether a message waits that no turn has taken up."""
    values = {"shop": shop_id, "conversation": conversation}
    return session.scalar(_NOT_TAKEN_UP, values) is not None


def needing_an_answer(session: Session, now: datetime) -> list[str]:
    """Return the conversations, of every shop, that wait with nobody answering."""
    waiting = (
        select(ConversationRow.id)
        .join(MessageRow, MessageRow.conversation_id == ConversationRow.id)
        .where(
            or_(ConversationRow.busy_until.is_(None), ConversationRow.busy_until < now),
            MessageRow.direction == "in",
            MessageRow.turn_id.is_(None),
            MessageRow.shop_id == ConversationRow.shop_id,
        )
    )
    broken_off = (
        select(ConversationRow.id)
        .join(TurnRow, TurnRow.conversation_id == ConversationRow.id)
        .where(
            or_(ConversationRow.busy_until.is_(None), ConversationRow.busy_until < now),
            TurnRow.status == "running",
            TurnRow.shop_id == ConversationRow.shop_id,
        )
    )
    return list(session.scalars(waiting.union(broken_off)))


def start_turn(
    session: Session,
    conversation: ConversationRow,
    messages: Sequence[MessageRow],
    *,
    turn: str,
    person_id: int,
    language: str,
    now: datetime,
) -> None:
    """Take messages up in one turn."""
    session.execute(
        _ADD_TURN,
        {
            "id": turn,
            "shop_id": conversation.shop_id,
            "conversation_id": conversation.id,
            "person_id": person_id,
            "status": "running",
            "brain": "",
            "language": language,
            "memory": None,
            "usage": {},
            "started_at": now,
            "finished_at": None,
        },
    )
    session.execute(
        _TAKE_UP,
        {
            "turn": turn,
            "shop": conversation.shop_id,
            "conversation": conversation.id,
            "messages": [message.id for message in messages],
        },
    )


def turn_of(session: Session, shop_id: int, turn: str) -> TurnRow | None:
    """Return one turn of a shop."""
    return session.scalar(select(TurnRow).where(TurnRow.shop_id == shop_id, TurnRow.id == turn))


def finish_turn(session: Session, shop_id: int, turn: str, **values: Any) -> None:
    """Close a turn, or leave it waiting for an approval."""
    session.execute(
        _finished(tuple(sorted(values))),
        {"shop": shop_id, "turn": turn, **{f"new_{key}": value for key, value in values.items()}},
    )


@cache
def _finished(columns: tuple[str, ...]) -> Update:
    """Return the statement that writes some columns of a turn."""
    return (
        update(_TURN)
        .where(_TURN.c.shop_id == bindparam("shop"), _TURN.c.id == bindparam("turn"))
        .values({column: bindparam(f"new_{column}") for column in columns})
    )


def reply_of(session: Session, shop_id: int, conversation: str, provider_id: str) -> Any | None:
    """Return the stored reply that answers the message with a provider's id, if it is there."""
    turn = (
        select(MessageRow.turn_id)
        .where(
            MessageRow.shop_id == shop_id,
            MessageRow.conversation_id == conversation,
            MessageRow.provider_id == provider_id,
        )
        .scalar_subquery()
    )
    return session.scalar(
        select(MessageRow.body).where(
            MessageRow.shop_id == shop_id,
            MessageRow.conversation_id == conversation,
            MessageRow.direction == "out",
            MessageRow.turn_id == turn,
        )
    )


def add_told(
    session: Session,
    *,
    shop_id: int,
    conversation: str,
    person_id: int,
    turn: str,
    reply: str,
    language: str,
    at: datetime,
) -> None:
    """Let later turns remember what a person of the shop said in a conversation."""
    session.execute(
        _ADD_TURN,
        {
            "id": turn, "shop_id": shop_id, "conversation_id": conversation,
            "person_id": person_id, "status": "done", "brain": "person", "language": language,
            "memory": {"turn": turn, "text": "", "reply": reply}, "usage": {}, "started_at": at,
            "finished_at": at,
        },
    )  # fmt: skip


def memory_of(session: Session, conversation: ConversationRow, turn: str) -> Any | None:
    """Return what one turn left to remember, as JSON."""
    return session.scalar(
        select(TurnRow.memory).where(
            TurnRow.shop_id == conversation.shop_id,
            TurnRow.conversation_id == conversation.id,
            TurnRow.id == turn,
        )
    )


def memories(session: Session, conversation: ConversationRow, *, most: int) -> list[Any]:
    """Return what the last turns left to remember, as JSON, oldest first."""
    values = {"shop": conversation.shop_id, "conversation": conversation.id, "most": most}
    found = session.scalars(_MEMORIES, values).all()
    return list(reversed(found))


def messages_after(
    session: Session, shop_id: int, conversation: str, after: int, most: int = 200
) -> Sequence[MessageRow]:
    """Return a conversation's messages with an id beyond `after`, oldest first."""
    values = {"shop": shop_id, "conversation": conversation, "after": after, "most": most}
    return session.scalars(_AFTER, values).all()


def last_reply(session: Session, shop_id: int, conversation: str) -> MessageRow | None:
    """Return what was last said to the person of a conversation."""
    return session.scalar(
        select(MessageRow)
        .where(
            MessageRow.shop_id == shop_id,
            MessageRow.conversation_id == conversation,
            MessageRow.direction == "out",
        )
        .order_by(MessageRow.id.desc())
        .limit(1)
    )


def latest_on(
    session: Session, shop_id: int, person_id: int, *, channel: str
) -> ConversationRow | None:
    """Return the conversation in which a person last wrote on a channel."""
    return session.scalar(
        select(ConversationRow)
        .where(
            ConversationRow.shop_id == shop_id,
            ConversationRow.person_id == person_id,
            ConversationRow.channel == channel,
        )
        .order_by(ConversationRow.updated_at.desc())
        .limit(1)
    )


def language_of(session: Session, conversation: ConversationRow) -> str | None:
    """Return what the latest turn of a conversation was answered in."""
    return session.scalar(
        select(TurnRow.language)
        .where(TurnRow.shop_id == conversation.shop_id, TurnRow.conversation_id == conversation.id)
        .order_by(TurnRow.started_at.desc())
        .limit(1)
    )
