"""All SQL of what is remembered about people."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final, cast

from sqlalchemy import Table, bindparam, delete, select
from sqlalchemy.orm import Session

from commerce.context import Context
from commerce.db.tables import (
    ConversationRow,
    MessageRow,
    PersonMemoryRow,
    PersonRow,
    ReceiptRow,
    ToolCallRow,
    TurnRow,
)
from commerce.memory.types import Remembered, Row, StoredCall, Wrote

COUNTED_DAYS = 60
_MOST = 300
"""Messages that habits are counted from."""
_OF_THE_MOMENT = frozenset({"after", "skip", "as_shown"})
"""Arguments that belong to one look: where a page ended, what was shown of it."""
_OWN = ("show_memory", "remember", "forget", "set_my_language")
_FORGOTTEN: Final = "forgotten"
"""The kind of a row that says since when a habit is counted anew."""

_MEMORY: Final = cast(Table, PersonMemoryRow.__table__)
_OF_PERSON: Final = (
    select(_MEMORY)
    .where(_MEMORY.c.shop_id == bindparam("shop"), _MEMORY.c.person_id == bindparam("person"))
    .order_by(_MEMORY.c.id)
)


def rows_of(session: Session, shop: int, person: int) -> list[Row]:
    """Return what somebody asked to be remembered, the oldest first."""
    found = session.execute(_OF_PERSON, {"shop": shop, "person": person}).mappings()
    return [
        Row(
            kind=Remembered(row["kind"]), key=row["key"], value=row["value"], said=row["said"],
            turn_id=row["turn_id"], learnt_at=row["learnt_at"],
        )
        for row in found if row["kind"] != _FORGOTTEN
    ]  # fmt: skip


def put(ctx: Context, row: Row) -> None:
    """Store a memory in place of the one of its kind and key."""
    drop(ctx, row.kind, row.key)
    ctx.session.add(
        PersonMemoryRow(
            shop_id=ctx.actor.shop_id, person_id=ctx.actor.person_id, kind=row.kind.value,
            key=row.key, value=row.value, said=row.said, turn_id=row.turn_id,
            learnt_at=row.learnt_at,
        )
    )  # fmt: skip
    ctx.session.flush()


def drop(ctx: Context, kind: Remembered, key: str | None = None) -> None:
    """Delete what is stored of a kind; of a shortcut, that of a key or all."""
    statement = delete(PersonMemoryRow).where(
        PersonMemoryRow.shop_id == ctx.actor.shop_id,
        PersonMemoryRow.person_id == ctx.actor.person_id,
        PersonMemoryRow.kind == kind.value,
    )
    if key is not None:
        statement = statement.where(PersonMemoryRow.key == key)
    ctx.session.execute(statement.execution_options(synchronize_session=False))


def count_anew(ctx: Context, kind: Remembered) -> None:
    """Leave out of a habit every message until now."""
    row = ctx.session.scalar(
        select(PersonMemoryRow).where(
            PersonMemoryRow.shop_id == ctx.actor.shop_id,
            PersonMemoryRow.person_id == ctx.actor.person_id,
            PersonMemoryRow.kind == _FORGOTTEN,
            PersonMemoryRow.key == kind.value,
        )
    )
    if row is not None:
        row.learnt_at = ctx.now
    else:
        ctx.session.add(
            PersonMemoryRow(
                shop_id=ctx.actor.shop_id, person_id=ctx.actor.person_id, kind=_FORGOTTEN,
                key=kind.value, value={}, said="", turn_id=None, learnt_at=ctx.now,
            )
        )  # fmt: skip
    ctx.session.flush()


def counted_since(ctx: Context) -> dict[Remembered, datetime]:
    """Return since when each habit is counted that was once forgotten."""
    found = ctx.session.execute(
        select(PersonMemoryRow.key, PersonMemoryRow.learnt_at).where(
            PersonMemoryRow.shop_id == ctx.actor.shop_id,
            PersonMemoryRow.person_id == ctx.actor.person_id,
            PersonMemoryRow.kind == _FORGOTTEN,
        )
    )
    return {Remembered(key): at for key, at in found}


def erase(session: Session, shop: int, person: int) -> int:
    """Delete all that is stored about a person, and return how many rows that were."""
    gone = session.execute(
        delete(PersonMemoryRow)
        .where(PersonMemoryRow.shop_id == shop, PersonMemoryRow.person_id == person)
        .execution_options(synchronize_session=False)
    )
    return int(getattr(gone, "rowcount", 0))


def wrote(ctx: Context) -> list[Wrote]:
    """Return the actor's latest messages, the newest first, in the shop's zone."""
    found = ctx.session.execute(
        select(MessageRow.at, ConversationRow.channel, TurnRow.language)
        .join(ConversationRow, ConversationRow.id == MessageRow.conversation_id)
        .join(TurnRow, TurnRow.id == MessageRow.turn_id)
        .where(
            MessageRow.shop_id == ctx.actor.shop_id,
            MessageRow.direction == "in",
            MessageRow.at >= ctx.now - timedelta(days=COUNTED_DAYS),
            ConversationRow.shop_id == ctx.actor.shop_id,
            ConversationRow.person_id == ctx.actor.person_id,
            TurnRow.shop_id == ctx.actor.shop_id,
        )
        .order_by(MessageRow.at.desc())
        .limit(_MOST)
    )
    return [Wrote(ctx.local(at), channel, language) for at, channel, language in found]


def words_of_turn(ctx: Context, turn: str | None) -> str:
    """Return what the actor had said in a turn of their own; empty where it is not known."""
    if turn is None:
        return ""
    said = ctx.session.scalars(
        select(MessageRow.text)
        .join(TurnRow, TurnRow.conversation_id == MessageRow.conversation_id)
        .where(
            TurnRow.shop_id == ctx.actor.shop_id,
            TurnRow.id == turn,
            TurnRow.person_id == ctx.actor.person_id,
            MessageRow.shop_id == ctx.actor.shop_id,
            MessageRow.turn_id == turn,
            MessageRow.direction == "in",
        )
        .order_by(MessageRow.id)
    )
    return "\n".join(said)


def last_asked(ctx: Context) -> tuple[str, Sequence[StoredCall]] | None:
    """Return what was asked for last in this conversation, and its calls where it only read.

    `None` where nothing was asked for before the turn under way.
    """
    calls = ctx.session.execute(
        select(
            ToolCallRow.turn_id, ToolCallRow.name, ToolCallRow.arguments, ToolCallRow.effect,
            ToolCallRow.status,
        )
        .join(TurnRow, TurnRow.id == ToolCallRow.turn_id)
        .where(
            ToolCallRow.shop_id == ctx.actor.shop_id,
            TurnRow.shop_id == ctx.actor.shop_id,
            TurnRow.conversation_id == ctx.conversation_id,
            TurnRow.person_id == ctx.actor.person_id,
            TurnRow.id != (ctx.turn_id or ""),
            ToolCallRow.name.not_in(_OWN),
        )
        .order_by(TurnRow.started_at.desc(), ToolCallRow.id)
        .limit(8)
    ).all()  # fmt: skip
    if not calls:
        return None
    turn = calls[0].turn_id
    mine = [call for call in calls if call.turn_id == turn]
    only_read = all(call.effect == "read" and call.status == "done" for call in mine)
    kept = tuple(
        StoredCall(
            tool=call.name,
            arguments={k: v for k, v in call.arguments.items() if k not in _OF_THE_MOMENT},
        )
        for call in mine
    )
    return words_of_turn(ctx, turn), kept if only_read else ()


def chosen_language(ctx: Context) -> tuple[str, datetime | None, str | None]:
    """Return the language the actor chose, when, and in which turn; empty where they chose none."""
    chosen = ctx.session.scalar(
        select(PersonRow.language).where(
            PersonRow.shop_id == ctx.actor.shop_id, PersonRow.id == ctx.actor.person_id
        )
    )
    if not chosen:
        return "", None, None
    found = ctx.session.execute(
        select(ReceiptRow.at, ReceiptRow.turn_id)
        .where(
            ReceiptRow.shop_id == ctx.actor.shop_id,
            ReceiptRow.subject_kind == "person",
            ReceiptRow.subject == ctx.actor.name,
            ReceiptRow.person_id == ctx.actor.person_id,
            ReceiptRow.tool == "set_my_language",
            ReceiptRow.undone_at.is_(None),
        )
        .order_by(ReceiptRow.at.desc())
        .limit(1)
    ).first()
    return (chosen, found.at, found.turn_id) if found else (chosen, None, None)


def forget_language(ctx: Context) -> None:
    """Answer the actor again in whatever they write."""
    row = ctx.session.scalars(
        select(PersonRow).where(
            PersonRow.shop_id == ctx.actor.shop_id, PersonRow.id == ctx.actor.person_id
        )
    ).one()
    row.language = ""
    ctx.session.flush()
