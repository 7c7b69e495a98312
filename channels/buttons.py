"""Buttons on messengers: a short token that says which button of which delivery was pressed.

Messengers give a button's id 20 to 256 characters and hand it back to us; a tool's arguments do not
fit, and must not be taken from there. The token names our own delivery, and counts only where that
delivery went.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.messages import Reply
from tools.cards import Button, Card, MetricsCard, TableCard

_TOKEN = re.compile(r"b(\d{1,18})\.(\d{1,3})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A button and its place among all of a delivery: what its token is made of."""

    place: int
    button: Button
    row: bool = False
    """It opens a row of a table or a figure: offered where there is room, after the others."""


def buttons_of(reply: Reply) -> list[Button]:
    """Return what the person may press, in the order it is drawn."""
    return [choice.button for choice in choices_of(reply.cards) if not choice.row]


def choices_of(cards: Sequence[Card], own: Sequence[Button] = ()) -> tuple[Choice, ...]:
    """Return everything that can be pressed: `own` buttons, those under cards, then rows."""
    main = [*own, *(button for card in cards for button in getattr(card, "buttons", ()))]
    rows = [button for card in cards for button in _rows(card)]
    return tuple(
        Choice(place=place, button=button, row=place >= len(main))
        for place, button in enumerate((*main, *rows))
    )


def token_of(delivery: int, place: int) -> str:
    """Return the token of a button of a delivery, at most 23 characters."""
    return f"b{delivery}.{place}"


def delivery_of(token: str) -> int | None:
    """Return which delivery a token names; `None` for what is no token of ours."""
    found = _TOKEN.fullmatch(token)
    return int(found[1]) if found else None


def place_of(token: str) -> int | None:
    """Return which button of its delivery a token names."""
    found = _TOKEN.fullmatch(token)
    return int(found[2]) if found else None


def pressed(token: str, choices: Sequence[Choice]) -> Button | None:
    """Return the button a token names among the choices of its delivery."""
    place = place_of(token)
    if place is None or place >= len(choices):
        return None
    return choices[place].button


def _rows(card: Card) -> Iterator[Button]:
    match card:
        case TableCard():
            yield from card.taps
        case MetricsCard():
            for metric in card.metrics:
                yield from (button for button in (metric.why, metric.rows) if button is not None)
        case _:
            return
