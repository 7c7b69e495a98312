"""One's own conversations named, put away, and brought back."""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from commerce.access import Actor
from commerce.db.tables import ConversationRow
from commerce.errors import NotFound

LONGEST_NAME = 120


def rename(session: Session, actor: Actor, conversation: str, name: str) -> None:
    """Call a conversation by a name; an empty one gives it back its first words.

    Raises:
        NotFound: No such conversation of this actor.
    """
    words = " ".join(name.split())[:LONGEST_NAME]
    _change(session, actor, conversation, name=words or None)


def put_away(session: Session, actor: Actor, conversation: str, now: datetime) -> None:
    """Take a conversation out of the list; it is found by a search, and speaking brings it back.

    Raises:
        NotFound: No such conversation of this actor.
    """
    _change(session, actor, conversation, put_away_at=now)


def bring_back(session: Session, actor: Actor, conversation: str) -> None:
    """Put a conversation back into the list.

    Raises:
        NotFound: No such conversation of this actor.
    """
    _change(session, actor, conversation, put_away_at=None)


def _change(
    session: Session, actor: Actor, conversation: str, **values: str | datetime | None
) -> None:
    changed = session.execute(
        update(ConversationRow)
        .where(
            ConversationRow.shop_id == actor.shop_id,
            ConversationRow.person_id == actor.person_id,
            ConversationRow.id == conversation,
        )
        .values(**values)
        .execution_options(synchronize_session=False)
    )
    if not getattr(changed, "rowcount", 0):
        raise NotFound("error-conversation-not-found")
