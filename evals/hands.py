"""The same words as other people type them: pass^k asks that each of k writings is understood.

A planner answers the same words the same way always, so repeating them proves nothing.
"""

import random
import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

_WORD = re.compile(r"[A-Za-z]+")
_GREETINGS = ("hi", "hello", "please")
_END = re.compile(r"[.!।]+$")
LEAST_LETTERS = 6
"""Shorter words are not mistyped: too many of them are one letter from another word."""


def typed(text: str, take: int, kept: Collection[str] = ()) -> str:
    """Return a message as the `take`-th writer types it; the first writes it as it stands.

    Odd writers use small letters, leave out the full stop and slip once; even ones greet, type two
    blanks and slip elsewhere. Numbers, ids and names (words with a capital inside a sentence) stay.

    Args:
        text: As the case has it.
        take: 0 for the first.
        kept: Pieces that must stay as they are, such as a note that is looked for afterwards.
    """
    if take == 0 or not text.strip():
        return text
    dice = random.Random(f"{take}:{text}")
    pieces = _around(_END.sub("", text), kept)
    slips = [
        (place, word)
        for place, piece in enumerate(pieces)
        if piece not in kept
        for word in _WORD.finditer(piece)
        if len(word[0]) >= LEAST_LETTERS and word[0].islower()
    ]
    if slips:
        place, word = dice.choice(slips)
        piece = pieces[place]
        pieces[place] = piece[: word.start()] + _slip(word[0], dice) + piece[word.end() :]
    if take % 2:
        first = pieces[0]
        return "".join([first[:1].lower() + first[1:], *pieces[1:]])
    return f"{dice.choice(_GREETINGS)}  " + "".join(pieces)


def texts_in(value: Any) -> tuple[str, ...]:
    """Return every text in plain JSON, so that what a case looks for can be kept as it is."""
    match value:
        case str():
            return (value,)
        case Mapping():
            return tuple(text for part in value.values() for text in texts_in(part))
        case Sequence():
            return tuple(text for part in value for text in texts_in(part))
    return ()


def _around(text: str, kept: Collection[str]) -> list[str]:
    """Cut a text so that what must stay is a piece of its own."""
    wanted = [re.escape(piece) for piece in kept if len(piece) > 3 and piece in text]
    return re.split(f"({'|'.join(wanted)})", text) if wanted else [text]


def _slip(word: str, dice: random.Random) -> str:
    """Return a word with one slip of the finger inside."""
    at = dice.randrange(1, len(word) - 2)
    match dice.randrange(3):
        case 0:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case 1:
            return word[:at] + word[at + 1 :]
        case _:
            return word[:at] + word[at] * 2 + word[at + 1 :]
