"""Slack's own markup, both ways: people's words never become a mention, a link or a look."""

import re
from collections.abc import Iterable
from typing import Final

from channels.blocks import Span, TextLine

MOST_TEXT: Final = 3_000
"""Letters of one text object of a section (https://docs.slack.dev/reference/block-kit/blocks)."""

_CONTROL = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_LOOKS = re.compile(r"(?<![^\W_])[*_~`]|[*_~`](?![^\W_])")
"""A letter that marks a look, unless it stands within a word, where Slack leaves it alone."""
_HOLD = "\N{ZERO WIDTH SPACE}"
_STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_BULLET = re.compile(r"^(\s*)[-*] (?=\S)", re.MULTILINE)
_TAG = re.compile(r"<([^<>]*)>")


def escaped(text: str) -> str:
    """Return plain words as Slack shows them letter by letter."""
    return _LOOKS.sub(lambda found: _HOLD + found[0], text).translate(_CONTROL)


def prose(text: str) -> str:
    """Return what the assistant said, with its **strong** words and lists in Slack's way."""
    parts = _STRONG.split(_BULLET.sub(r"\1• ", text))
    marks = ("", "*")
    return "".join(
        f"{marks[place % 2]}{escaped(part)}{marks[place % 2]}" for place, part in enumerate(parts)
    )


def line(spans: TextLine) -> str:
    """Return one line of spans."""
    return "".join(map(_span, spans))


def literal(text: str) -> str:
    """Return plain words as they stand in a block of code."""
    return text.replace("```", "'''").translate(_CONTROL)


def cut(text: str, most: int) -> str:
    """Return plain words that fit, with a sign where something is missing."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def fit(text: str, most: int) -> str:
    """Return marked-up text that fits; no escape in it is cut in two."""
    if len(text) <= most:
        return text
    return re.sub(r"&[a-z]*$", "", text[: most - 1]) + "…"


def pieces(lines: Iterable[str], most: int = MOST_TEXT) -> Iterable[str]:
    """Give lines together, as many as fit into one text; a line too long is cut, none is empty."""
    held: list[str] = []
    size = 0
    for one in lines:
        fitting = fit(one, most)
        if held and size + len(fitting) + 1 > most:
            yield "\n".join(held)
            held, size = [], 0
        if held or fitting.strip():
            held.append(fitting)
            size += len(fitting) + 1
    if held:
        yield "\n".join(held)


def plain(text: str, *, without: str = "") -> str:
    """Return what somebody wrote, with Slack's tags as people see them.

    Args:
        text: As an event carries it.
        without: The id of a user whose mention is left out: the assistant's own.
    """
    seen = _TAG.sub(lambda found: _tag(found[1], without), text)
    return _unescaped(seen).strip()


def _tag(inside: str, without: str) -> str:
    target, bar, label = inside.partition("|")
    if target.startswith("@"):
        return "" if target[1:] == without else f"@{label or target[1:]}"
    if target.startswith("#"):
        return f"#{label or target[1:]}"
    if target.startswith("!"):
        return label if bar else f"@{target[1:].partition('^')[0]}"
    return label or target


def _unescaped(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _span(span: Span) -> str:
    text = escaped(span.text)
    bare = text.strip()
    if not bare:
        return text
    mark = {"bold": "*", "code": "`"}.get(span.look, "")
    return text.replace(bare, f"{mark}{bare}{mark}", 1) if mark else text
