"""What was spent on thinking."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Spending:
    """What one thought of an LLM took."""

    tokens_in: int
    tokens_out: int
    cost_micros: int
    """Millionths of a unit of the shop's currency."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What was spent so far, in millionths of a unit of the shop's currency."""

    conversation_micros: int
    """In this conversation, ever."""
    day_micros: int
    """In the whole shop, today."""
    month_micros: int
    """In the whole shop, this calendar month."""
