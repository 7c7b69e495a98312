"""Telegram's HTML: people's words never become a tag, and none is cut in two.

https://core.telegram.org/bots/api#html-style
"""

import html
import re
from collections.abc import Iterable, Iterator
from typing import Final

from channels.blocks import Span, TextLine

MOST_TEXT: Final = 4_096
"""What one message may have, counted as people see it in UTF-16 units."""
MOST_CAPTION: Final = 1_024

_STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_BULLET = re.compile(r"^(\s*)[-*] (?=\S)")
_TAG = re.compile(r"<[^>]*>")
_TAGS = {"bold": "b", "code": "code", "dim": "i"}


def escaped(text: str) -> str:
    """Return plain words as Telegram shows them letter by letter."""
    return html.escape(text, quote=False)


def prose(text: str) -> Iterator[str]:
    """Give the lines of what the assistant said, with its **strong** words and lists."""
    for line in (chunk for whole in text.splitlines() for chunk in _chunks(whole)):
        parts = _STRONG.split(_BULLET.sub(r"\1• ", line))
        yield "".join(
            f"<b>{escaped(part)}</b>" if place % 2 else escaped(part)
            for place, part in enumerate(parts)
        )


def line(spans: TextLine) -> str:
    """Return one line of spans."""
    room = MOST_TEXT
    drawn = []
    for span in spans:
        drawn.append(_span(Span(cut(span.text, room), span.look)))
        room = max(room - size_of(span.text), 0)
    return "".join(drawn)


def literal(text: str) -> str:
    """Return plain words with every space kept."""
    return f"<pre>{escaped(text)}</pre>"


def size_of(text: str) -> int:
    """Return how long plain words are, as Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def seen(marked: str) -> str:
    """Return what a person sees of marked-up words."""
    return html.unescape(_TAG.sub("", marked))


def cut(text: str, most: int) -> str:
    """Return plain words that fit, with a sign where something is missing."""
    if size_of(text) <= most:
        return text
    if most < 1:
        return ""
    kept = text.encode("utf-16-le")[: 2 * (most - 1)].decode("utf-16-le", errors="ignore")
    return kept.rstrip() + "…"


def pieces(lines: Iterable[str], most: int = MOST_TEXT) -> Iterator[str]:
    """Give marked-up lines together, as many as fit into one message."""
    held: list[str] = []
    size = 0
    for one in lines:
        length = size_of(seen(one)) + 1
        if held and size + length > most:
            yield "\n".join(held).strip()
            held, size = [], 0
        held.append(one)
        size += length
    whole = "\n".join(held).strip()
    if whole:
        yield whole


def _chunks(line: str) -> Iterator[str]:
    """Give a line in pieces that fit, were every letter to count twice."""
    for start in range(0, len(line) or 1, MOST_TEXT // 2):
        yield line[start : start + MOST_TEXT // 2]


def _span(span: Span) -> str:
    tag = _TAGS.get(span.look)
    text = escaped(span.text)
    return f"<{tag}>{text}</{tag}>" if tag and text.strip() else text
