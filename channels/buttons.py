"""Buttons on messengers: a short token that says which button of which delivery was pressed.

Messengers give a button's id 20 to 256 characters and hand it back to us; a tool's arguments do not
fit, and must not be taken from there. The token names our own delivery, and counts only where that
delivery went.
"""

import re
from collections.abc import Mapping
from typing import Any

from agent.messages import Reply
from tools.cards import Button

_TOKEN = re.compile(r"b(\d{1,18})\.(\d{1,3})")


def buttons_of(reply: Reply) -> list[Button]:
    """Return what the person may press, in the order it is drawn."""
    return [button for card in reply.cards for button in getattr(card, "buttons", ())]


def token_of(delivery: int, place: int) -> str:
    """Return the token of a button of a delivery, at most 23 characters."""
    return f"b{delivery}.{place}"


def delivery_of(token: str) -> int | None:
    """Return which delivery a token names; `None` for what is no token of ours."""
    found = _TOKEN.fullmatch(token)
    return int(found[1]) if found else None


def pressed(token: str, body: Mapping[str, Any]) -> Button | None:
    """Return the button a token names among those of the delivery's reply."""
    found = _TOKEN.fullmatch(token)
    if found is None:
        return None
    buttons = buttons_of(Reply.model_validate(body))
    place = int(found[2])
    return buttons[place] if place < len(buttons) else None
