"""What a turn leaves to remember, and what a later one remembers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from agent.llm import CallOutcome, PastTurn, Question, ToolCall
from agent.messages import Attachment
from agent.summary import Summary, folded
from commerce import conversations
from commerce.db.tables import ConversationRow, ToolCallRow
from tools import Mention, Tool

REMEMBERED_TURNS = 8
"""How far back a model sees. What was before is kept as a summary, so that no turn costs more."""
_LATE = 4
"""Turns beyond these that are looked at, for any that is not summed up yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recollection:
    """What a turn knows of those before it."""

    past: tuple[PastTurn, ...]
    """The last turns, oldest first, without the one under way."""
    summary: Summary
    """Of the turns before those."""
    has_grown: bool
    """Whether the summary holds more than what is stored."""


def recollect(
    session: Session, conversation: ConversationRow, tools: Mapping[str, Tool], answers: str = ""
) -> Recollection:
    """Return what is remembered of a conversation; what left the last turns is summed up.

    Args:
        session: The database.
        conversation: Which.
        tools: All there are.
        answers: The messenger's id of the message that is replied to: what was said with it counts
            as said last. Where it is none of this conversation's exchanges, nothing said before
            tells what is meant.
    """
    found = conversations.memories(session, conversation, most=REMEMBERED_TURNS + _LATE)
    stored = conversation.summary
    summary = before = Summary.model_validate(stored) if stored else Summary()
    for memory in found[:-REMEMBERED_TURNS]:
        if memory.get("turn") not in summary.folded:
            summary = folded(summary, PastTurn.model_validate(memory), tools)
    past = tuple(PastTurn.model_validate(memory) for memory in found[-REMEMBERED_TURNS:])
    if answers:
        past = _answering(session, conversation, past, answers)
    return Recollection(
        past=past,
        summary=summary,
        has_grown=summary is not before,
    )


def _answering(
    session: Session, conversation: ConversationRow, past: tuple[PastTurn, ...], answers: str
) -> tuple[PastTurn, ...]:
    turn = conversations.turn_at(session, conversation, answers)
    memory = conversations.memory_of(session, conversation, turn) if turn else None
    if memory is None:
        return ()
    return (*(one for one in past if one.turn != turn), PastTurn.model_validate(memory))


def remembered(
    turn: str,
    text: str,
    reply: str,
    calls: Sequence[ToolCallRow],
    question: Question | None,
    attachments: tuple[Attachment, ...] = (),
) -> PastTurn:
    """Return what later turns see of a turn."""
    return PastTurn(
        turn=turn, text=text, reply=reply, question=question, attachments=attachments,
        outcomes=tuple(outcome_of(call) for call in calls),
    )  # fmt: skip


def outcome_of(row: ToolCallRow) -> CallOutcome:
    """Return a stored call as a model sees it."""
    return CallOutcome(
        call=ToolCall(id=row.call_id, name=row.name, arguments=row.arguments),
        status=row.status,
        facts=row.result["facts"],
        says=row.result["says"],
        mentions=tuple(Mention.model_validate(m) for m in row.result["mentions"]),
    )
