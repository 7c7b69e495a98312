"""What thinking may cost: a limit for each turn, conversation, day and month, kept beforehand.

A thought that could go beyond a limit is not begun, and the planner answers in its place. What a
request will take is not known before it is sent; it is taken to be as much as it could be.
"""

import math
from dataclasses import dataclass, replace
from typing import Protocol

from sqlalchemy.orm import Session, sessionmaker

from agent.errors import BrainFailed
from agent.llm import Request, Usage
from commerce import spending
from commerce.spending import Spending

_MICROS = 1_000_000
_BYTES_A_TOKEN = 2.5
"""Bytes of UTF-8 in a token: an estimate on the safe side, for English text takes about four."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """Limits and prices. A limit of zero is none; amounts are of the shop's currency."""

    tokens_per_turn: int = 0
    per_turn: float = 0.0
    per_conversation: float = 0.0
    per_day: float = 0.0
    """Of the whole shop, as is the month."""
    per_month: float = 0.0
    price_in: float = 0.0
    """Of a million tokens read."""
    price_out: float = 0.0
    """Of a million tokens written."""

    def cost(self, usage: Usage) -> int:
        """Return what tokens cost, in millionths of a unit."""
        # A price for a million tokens, in units, is the price of one in millionths of a unit.
        return math.ceil(usage.tokens_in * self.price_in + usage.tokens_out * self.price_out)


def most_tokens(size: int) -> int:
    """Return how many tokens a request of so many bytes may count."""
    return math.ceil(size / _BYTES_A_TOKEN)


class Purse(Protocol):
    """Watches over what a brain spends."""

    def check(self, request: Request, upcoming: Usage) -> None:
        """Let a thought begin, or not. In a thread: it reads the database.

        Args:
            upcoming: What it will take at the most.

        Raises:
            agent.errors.BrainFailed: It could go beyond a limit.
        """
        ...

    def pay(self, request: Request, usage: Usage) -> Usage:
        """Note what a thought took, and return it with its cost. In a thread."""
        ...


class ShopPurse:
    """A purse over the shop's own books (`commerce.spending`); without books it limits turns."""

    def __init__(self, budget: Budget, sessions: sessionmaker[Session] | None) -> None:
        self._budget = budget
        self._sessions = sessions

    def check(self, request: Request, upcoming: Usage) -> None:
        """Let a thought begin, or not."""
        limits = self._budget
        used = request.used
        tokens = used.tokens_in + used.tokens_out + upcoming.tokens_in + upcoming.tokens_out
        if limits.tokens_per_turn and tokens > limits.tokens_per_turn:
            raise BrainFailed("The budget of tokens for one turn is used up.")
        ahead = limits.cost(upcoming)
        _hold(limits.per_turn, used.cost_micros + ahead, "turn")
        if self._sessions is None or not (
            limits.per_conversation or limits.per_day or limits.per_month
        ):
            return
        with self._sessions() as session:
            spent = spending.spent(replace(request.context, session=session))
        _hold(limits.per_conversation, spent.conversation_micros + ahead, "conversation")
        _hold(limits.per_day, spent.day_micros + ahead, "day")
        _hold(limits.per_month, spent.month_micros + ahead, "month")

    def pay(self, request: Request, usage: Usage) -> Usage:
        """Note what a thought took, whatever became of it."""
        paid = usage.model_copy(update={"cost_micros": self._budget.cost(usage)})
        if self._sessions is None:
            return paid
        with self._sessions() as session:
            spending.note(
                replace(request.context, session=session),
                Spending(
                    tokens_in=paid.tokens_in,
                    tokens_out=paid.tokens_out,
                    cost_micros=paid.cost_micros,
                ),
            )
            session.commit()
        return paid


class OpenPurse:
    """A purse without limits and without books."""

    def check(self, request: Request, upcoming: Usage) -> None:
        """Let everything through."""

    def pay(self, request: Request, usage: Usage) -> Usage:
        """Note nothing."""
        return usage


def _hold(limit: float, micros: int, of: str) -> None:
    if limit and micros > limit * _MICROS:
        raise BrainFailed(f"The budget for one {of} is used up.")
