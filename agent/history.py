"""What a turn leaves to remember, and what a later one remembers."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from agent.llm import CallOutcome, PastTurn, Question, ToolCall
from agent.messages import Attachment
from commerce import conversations
from commerce.db.tables import ConversationRow, ToolCallRow
from tools import Mention

REMEMBERED_TURNS = 8
"""How far back a model sees. A longer memory is a summary's work, so that no turn costs more."""


def past(session: Session, conversation: ConversationRow) -> tuple[PastTurn, ...]:
    """Return the last turns of a conversation, oldest first, without the one under way."""
    found = conversations.memories(session, conversation, most=REMEMBERED_TURNS)
    return tuple(PastTurn.model_validate(memory) for memory in found)


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
