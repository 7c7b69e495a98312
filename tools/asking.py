"""A question that only the person can answer, put by a tool in place of its answer."""

from typing import Any

from commerce.errors import CommerceError
from commerce.words import Value
from tools.cards import Button, Card


class Asks(CommerceError):
    """A tool lacks something that nobody may guess; each button is the same call with an answer."""

    def __init__(
        self,
        key: str,
        *,
        buttons: tuple[Button, ...],
        cards: tuple[Card, ...] = (),
        facts: dict[str, Any] | None = None,
        **values: Value,
    ) -> None:
        """Keep what the person can press, what they see meanwhile, and what a model may know."""
        super().__init__(key, **values)
        self.buttons = buttons
        self.cards = cards
        self.facts = facts or {}
