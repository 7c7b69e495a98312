"""What is kept of a tool call."""

from typing import Any, Literal

from pydantic import Field

from agent.llm import Plain
from tools import Mention
from tools.cards import Card

Status = Literal["done", "awaiting_approval", "refused", "failed"]


class CallResult(Plain):
    """What is kept of one call, as JSON in its row."""

    facts: dict[str, Any] = Field(default_factory=dict)
    says: str = ""
    cards: tuple[Card, ...] = ()
    mentions: tuple[Mention, ...] = ()
    preview: dict[str, Any] | None = None
    """The `tools.Preview` a write was approved by."""
    receipt: str | None = None
    error: str = ""
