"""What counts as a habit, and when two names are one. No database, no clock."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from commerce.errors import Refused
from commerce.memory.types import Shortcut, StoredCall, Wrote

MOST_SHORTCUTS = 20
LONGEST_NAME = 60
LEAST_MESSAGES = 10
"""Fewer tell no habit."""
_SHARE = 0.6
"""Of the messages, from which on something is usual."""
_LEFT_OUT = 0.1
"""Of the messages at either end of the day, which tell no hours."""
_MINE = frozenset(
    [
        "my",
        "our",
        "the",
        "mera",
        "meri",
        "mere",
        "apna",
        "apni",
        "apne",
        "hamara",
        "hamari",
        "मेरा",
        "मेरी",
        "मेरे",
        "अपना",
        "अपनी",
        "अपने",
    ]
)
_WORD = re.compile(r"[^\W_]+(?:[\u0900-\u0903\u093a-\u094f]+[^\W_]*)*")


def name_of(said: str) -> str:
    """Return a shortcut's name as it is kept: one line, without "my" before it.

    Raises:
        Refused: Nothing is left of it, or it is too long to be said again.
    """
    words = said.strip(" \t\n.,!?:;\"'“”‘’").split()
    while words and words[0].casefold() in _MINE:
        words = words[1:]
    name = " ".join(words)
    if not key_of(name) or len(name) > LONGEST_NAME:
        raise Refused("error-memory-name", most=LONGEST_NAME)
    return name


def key_of(name: str) -> str:
    """Return what two spellings of one name have in common."""
    words = [word.casefold() for word in _WORD.findall(name)]
    while words and words[0] in _MINE:
        words = words[1:]
    return " ".join(words)


def usual(values: Sequence[str]) -> str | None:
    """Return the value that most of enough values have; `None` where no habit shows."""
    if len(values) < LEAST_MESSAGES:
        return None
    value, count = Counter(values).most_common(1)[0]
    return value if value and count >= _SHARE * len(values) else None


def usual_hours(wrote: Sequence[Wrote]) -> str | None:
    """Return between which full hours somebody writes, `10:00-19:00`, a few messages apart.

    `None` where there are too few, or they are spread over the whole day.
    """
    if len(wrote) < LEAST_MESSAGES:
        return None
    hours = sorted(one.at.hour for one in wrote)
    apart = int(len(hours) * _LEFT_OUT)
    first, last = hours[apart], hours[-1 - apart] + 1
    if last - first > 16:
        return None
    return f"{first:02}:00-{last:02}:00" if last < 24 else f"{first:02}:00-23:59"


def shortcut(value: dict[str, object]) -> Shortcut:
    """Read a stored shortcut."""
    calls = value.get("calls")
    return Shortcut(
        name=str(value.get("name", "")),
        request=str(value.get("request", "")),
        calls=tuple(
            StoredCall(tool=str(call["tool"]), arguments=dict(call["arguments"]))
            for call in (calls if isinstance(calls, list) else ())
        ),
    )


def stored(shortcut: Shortcut) -> dict[str, object]:
    """Write a shortcut as it is stored."""
    return {
        "name": shortcut.name,
        "request": shortcut.request,
        "calls": [{"tool": call.tool, "arguments": call.arguments} for call in shortcut.calls],
    }


def named(shortcuts: Iterable[Shortcut], name: str) -> Shortcut | None:
    """Return the shortcut of a name, however it is spelt."""
    wanted = key_of(name)
    return next((one for one in shortcuts if wanted and key_of(one.name) == wanted), None)
