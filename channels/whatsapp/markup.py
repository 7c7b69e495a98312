"""WhatsApp's own markup: people's words never become a look, and none is cut in two.

https://faq.whatsapp.com/539178204879377
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import regex  # type: ignore[import-untyped]  # It ships no types.

from channels.blocks import Span, TextLine

_STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_BULLET = re.compile(r"^(\s*)[-*] (?=\S)")
_LOOKS = re.compile(r"(?<![^\W_])[*_~`]|[*_~`](?![^\W_])|^>(?= )")
"""A letter that marks a look, unless it stands within a word, where WhatsApp leaves it alone."""
_HOLD: Final = "\N{ZERO WIDTH SPACE}"
_GRAPHEME = regex.compile(r"\X")
_MARKS = {"plain": "", "bold": "*", "code": "`", "dim": "_"}


def escaped(text: str) -> str:
    """Return plain words as WhatsApp shows them letter by letter."""
    return _LOOKS.sub(lambda found: f"{_HOLD}{found[0]}{_HOLD}", text)


def prose(text: str) -> Iterator[str]:
    """Give the lines of what the assistant said, with its **strong** words and lists."""
    for one in text.splitlines():
        parts = _STRONG.split(_BULLET.sub(r"\1• ", one))
        yield "".join(_marked(part, "*" if place % 2 else "") for place, part in enumerate(parts))


def line(spans: TextLine) -> str:
    """Return one line of spans."""
    return "".join(_marked(span.text, _MARKS[span.look]) for span in spans)


def bold(text: str) -> str:
    """Return words that stand out."""
    return line((Span(text, "bold"),))


def cut(text: str, most: int) -> str:
    """Return plain words of so many letters as people count them, as a vendor's limit is meant.

    A Devanagari syllable or an emoji of several code points is kept whole or left out.
    """
    if len(text) <= most:
        return text
    kept, size = [], 0
    for letter in _GRAPHEME.findall(text):
        size += len(letter)
        if size > most - 1:
            break
        kept.append(letter)
    return "".join(kept).rstrip() + "…"


def pieces(lines: Iterable[str], most: int) -> Iterator[str]:
    """Give lines together, as many as fit into one message; a line too long is cut in words."""
    held: list[str] = []
    size = 0
    for one in (part for whole in lines for part in _fitting(whole, most)):
        if held and size + len(one) + 1 > most:
            yield "\n".join(held).strip()
            held, size = [], 0
        held.append(one)
        size += len(one) + 1
    whole = "\n".join(held).strip()
    if whole:
        yield whole


def _fitting(line: str, most: int) -> Iterator[str]:
    while len(line) > most:
        at = line.rfind(" ", most // 2, most)
        at = at if at > 0 else sum(map(len, _GRAPHEME.findall(line[:most])[:-1]))
        yield line[:at]
        line = line[at:].lstrip()
    yield line


def _marked(text: str, mark: str) -> str:
    """Return words between marks, which only work next to a letter."""
    kept = text.strip()
    if not mark or not kept:
        return escaped(text)
    start = text.index(kept)
    return f"{text[:start]}{mark}{escaped(kept)}{mark}{text[start + len(kept) :]}"
