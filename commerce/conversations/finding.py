"""One's own conversations, listed and searched, page by page."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, or_, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session

from commerce.access import Actor
from commerce.conversations.types import Talk
from commerce.db.tables import ConversationRow, MessageRow

_AROUND = 60
"""Characters shown before and after what was searched for."""


def talks(
    session: Session,
    actor: Actor,
    *,
    search: str = "",
    before: str = "",
    most: int = 30,
    put_away: bool = False,
) -> list[Talk]:
    """Return the actor's conversations, the latest first.

    Args:
        search: Words that stand together in the title or in a message, of those put away too;
            empty lists all.
        put_away: Those that were put away, in place of the others. A search finds both.
        before: Id of the last conversation of the page before; empty begins at the newest.
        most: How many at the most.
    """
    words = search.strip()
    rows = session.execute(_listed(actor, words, before, put_away).limit(most)).all()
    found = _found(session, actor, words, [row.id for row in rows]) if words else {}
    return [
        Talk(
            id=row.id, title=row.name or row.title, at=row.updated_at, found=found.get(row.id, ""),
            is_named=bool(row.name), is_put_away=row.put_away_at is not None,
        )
        for row in rows
    ]  # fmt: skip


def messages_before(
    session: Session, shop_id: int, conversation: str, *, before: int | None, most: int
) -> Sequence[MessageRow]:
    """Return the latest messages of a conversation, or the latest before one, oldest first."""
    wanted = select(MessageRow).where(
        MessageRow.shop_id == shop_id, MessageRow.conversation_id == conversation
    )
    if before is not None:
        wanted = wanted.where(MessageRow.id < before)
    return session.scalars(wanted.order_by(MessageRow.id.desc()).limit(most)).all()[::-1]


def _listed(
    actor: Actor, words: str, before: str, put_away: bool
) -> Select[str, str, str | None, datetime, datetime | None]:
    mine = (
        ConversationRow.shop_id == actor.shop_id,
        ConversationRow.person_id == actor.person_id,
    )
    key = (ConversationRow.updated_at, ConversationRow.id)
    listed = select(
        ConversationRow.id, ConversationRow.title, ConversationRow.name,
        ConversationRow.updated_at, ConversationRow.put_away_at,
    )  # fmt: skip
    listed = listed.where(*mine).order_by(*(column.desc() for column in key))
    if words:
        said = select(MessageRow.id).where(
            MessageRow.shop_id == ConversationRow.shop_id,
            MessageRow.conversation_id == ConversationRow.id,
            _has(MessageRow.text, words),
        )
        called = or_(_has(ConversationRow.title, words), _has(ConversationRow.name, words))
        listed = listed.where(or_(called, said.exists()))
    elif put_away:
        listed = listed.where(ConversationRow.put_away_at.is_not(None))
    else:
        listed = listed.where(ConversationRow.put_away_at.is_(None))
    if before:
        last = select(ConversationRow.updated_at).where(*mine, ConversationRow.id == before)
        listed = listed.where(tuple_(*key) < tuple_(last.scalar_subquery(), before))
    return listed


def _found(session: Session, actor: Actor, words: str, ids: Sequence[str]) -> dict[str, str]:
    latest = (
        select(func.max(MessageRow.id))
        .where(
            MessageRow.shop_id == actor.shop_id,
            MessageRow.conversation_id.in_(ids),
            _has(MessageRow.text, words),
        )
        .group_by(MessageRow.conversation_id)
    )
    rows = session.execute(
        select(MessageRow.conversation_id, MessageRow.text).where(
            MessageRow.shop_id == actor.shop_id, MessageRow.id.in_(latest)
        )
    )
    return {conversation: _around(text, words) for conversation, text in rows}


def _has(
    column: InstrumentedAttribute[str] | InstrumentedAttribute[str | None], words: str
) -> ColumnElement[bool]:
    # Escaped: a per cent sign somebody searches for is a per cent sign.
    return column.icontains(words, autoescape=True)


def _around(text: str, words: str) -> str:
    at = max(text.casefold().find(words.casefold()), 0)
    start, end = max(at - _AROUND, 0), at + len(words) + _AROUND
    cut = text[start:end].replace("\n", " ").strip()
    return f"{'…' if start else ''}{cut}{'…' if end < len(text) else ''}"
