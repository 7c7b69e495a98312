"""What was said: messages in and out, turns, tool calls, receipts. One conversation, one order."""

from commerce.conversations.queries import (
    add_inbound,
    add_outbound,
    claim,
    conversation_of,
    extend_claim,
    finish_turn,
    held,
    latest_of,
    messages_after,
    needing_an_answer,
    open_conversation,
    past_turns,
    release,
    reply_of,
    start_turn,
    unanswered,
    unfinished_turn,
)
from commerce.conversations.types import PastTurnRows

__all__ = [
    "PastTurnRows",
    "add_inbound",
    "add_outbound",
    "claim",
    "conversation_of",
    "extend_claim",
    "finish_turn",
    "held",
    "latest_of",
    "messages_after",
    "needing_an_answer",
    "open_conversation",
    "past_turns",
    "release",
    "reply_of",
    "start_turn",
    "unanswered",
    "unfinished_turn",
]
