"""Whatever is shown as a picture where a messenger cannot draw it."""

from typing import Any

from pydantic import TypeAdapter

from commerce import words
from tools import chart_images, flow_images
from tools.cards import ChartCard, FlowCard

Pictured = ChartCard | FlowCard
"""A card that becomes a picture."""

_READ: TypeAdapter[Pictured] = TypeAdapter(Pictured)


def card_in(data: Any) -> Pictured:
    """Return the card that a message keeps as plain JSON."""
    return _READ.validate_python(data)


def png(card: Pictured, *, language: str = words.FALLBACK) -> bytes:
    """Return a card as a PNG, with its title."""
    if isinstance(card, FlowCard):
        return flow_images.png(card, language=language)
    return chart_images.png(card, language=language)
