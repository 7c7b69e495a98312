"""What was said before, read from our own tables."""

from sqlalchemy.orm import Session

from agent.llm import CallOutcome, PastTurn, Question, ToolCall
from commerce import conversations
from commerce.conversations import PastTurnRows
from commerce.db.tables import ConversationRow, ToolCallRow
from tools import Mention

REMEMBERED_TURNS = 8
"""How far back a model sees. A longer memory is a summary's work, so that no turn costs more."""


def past(session: Session, conversation: ConversationRow, *, but: str) -> tuple[PastTurn, ...]:
    """Return the last turns of a conversation, oldest first, without the one under way."""
    rows = conversations.past_turns(session, conversation, most=REMEMBERED_TURNS, but=but)
    return tuple(_turn(row) for row in rows)


def outcome_of(row: ToolCallRow) -> CallOutcome:
    """Return a stored call as a model sees it."""
    return CallOutcome(
        call=ToolCall(id=row.call_id, name=row.name, arguments=row.arguments),
        status=row.status,
        facts=row.result["facts"],
        says=row.result["says"],
        mentions=tuple(Mention.model_validate(m) for m in row.result["mentions"]),
    )


def _turn(rows: PastTurnRows) -> PastTurn:
    return PastTurn(
        text="\n".join(m.text for m in rows.messages if m.direction == "in"),
        reply="\n".join(m.text for m in rows.messages if m.direction == "out"),
        outcomes=tuple(outcome_of(call) for call in rows.calls),
        question=Question.model_validate(rows.turn.asked) if rows.turn.asked else None,
    )
