"""Rows of a conversation that belong together."""

from dataclasses import dataclass

from commerce.db.tables import MessageRow, ToolCallRow, TurnRow


@dataclass(frozen=True, slots=True, kw_only=True)
class PastTurnRows:
    """One finished turn with what was said and called in it."""

    turn: TurnRow
    messages: tuple[MessageRow, ...]
    """In order; those in, then those out."""
    calls: tuple[ToolCallRow, ...]
