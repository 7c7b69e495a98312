"""Links to single replies."""

import secrets
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from commerce.access import Actor, Permission
from commerce.conversations.types import Share
from commerce.db.tables import ConversationRow, MessageRow, PersonRow, SharedAnswerRow
from commerce.errors import NotFound

_BYTES = 24
"""Of randomness in an id: nobody finds one by trying."""


def reply_to_share(session: Session, actor: Actor, message: int) -> MessageRow:
    """Return a reply of one of the actor's own conversations.

    Raises:
        NotFound: No such reply of theirs.
    """
    row = session.scalar(
        select(MessageRow)
        .join(ConversationRow, ConversationRow.id == MessageRow.conversation_id)
        .where(
            MessageRow.shop_id == actor.shop_id,
            MessageRow.id == message,
            MessageRow.direction == "out",
            ConversationRow.shop_id == actor.shop_id,
            ConversationRow.person_id == actor.person_id,
        )
    )
    if row is None:
        raise NotFound("error-share-nothing")
    return row


def share(
    session: Session, actor: Actor, message: MessageRow, *, tools: list[str], now: datetime
) -> str:
    """Return the id of a link to a reply: the one it has, or a new one."""
    known = session.scalar(
        select(SharedAnswerRow.id).where(
            SharedAnswerRow.shop_id == actor.shop_id,
            SharedAnswerRow.message_id == message.id,
            SharedAnswerRow.revoked_at.is_(None),
        )
    )
    if known is not None:
        return known
    row = SharedAnswerRow(
        id=secrets.token_urlsafe(_BYTES),
        shop_id=actor.shop_id,
        message_id=message.id,
        person_id=actor.person_id,
        customer_id=actor.customer_id,
        tools=tools,
        created_at=now,
        revoked_at=None,
    )
    session.add(row)
    session.flush()
    return row.id


def shared(session: Session, actor: Actor, share_id: str) -> Share:
    """Return what a link of the actor's shop leads to; the caller asks who may see it.

    Raises:
        NotFound: No such link, or it was taken back.
    """
    found = session.execute(
        select(SharedAnswerRow, MessageRow, PersonRow.name)
        .join(MessageRow, MessageRow.id == SharedAnswerRow.message_id)
        .join(PersonRow, PersonRow.id == SharedAnswerRow.person_id)
        .where(
            SharedAnswerRow.shop_id == actor.shop_id,
            SharedAnswerRow.id == share_id,
            SharedAnswerRow.revoked_at.is_(None),
            MessageRow.shop_id == actor.shop_id,
            PersonRow.shop_id == actor.shop_id,
        )
    ).one_or_none()
    if found is None:
        raise NotFound("error-share-not-found")
    row, message, by = found
    return Share(
        id=row.id,
        person_id=row.person_id,
        by=by,
        customer_id=row.customer_id,
        tools=tuple(row.tools),
        asked=_asked(session, message),
        body=message.body,
        at=message.at,
    )


def unshare(session: Session, actor: Actor, share_id: str, now: datetime) -> None:
    """Take a link back: one's own, or anyone's by who manages people.

    Raises:
        NotFound: No such link that is theirs to take back.
    """
    link = shared(session, actor, share_id)
    if link.person_id != actor.person_id and not actor.may(Permission.PEOPLE_WRITE):
        raise NotFound("error-share-not-found")
    session.execute(
        update(SharedAnswerRow)
        .where(SharedAnswerRow.shop_id == actor.shop_id, SharedAnswerRow.id == share_id)
        .values(revoked_at=now)
        .execution_options(synchronize_session=False)
    )


def _asked(session: Session, reply: MessageRow) -> str:
    """Return what the person had said, as one text; a press says what its button says."""
    if reply.turn_id is None:
        return ""
    said = session.scalars(
        select(MessageRow.text)
        .where(
            MessageRow.shop_id == reply.shop_id,
            MessageRow.conversation_id == reply.conversation_id,
            MessageRow.turn_id == reply.turn_id,
            MessageRow.direction == "in",
        )
        .order_by(MessageRow.id)
    )
    return "\n".join(said)
