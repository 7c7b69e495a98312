"""Draws a reply as plain words: no markup, no pictures, choices by number."""

from collections.abc import Iterator
from typing import Any, Final, assert_never

from channels.blocks import Block, Document, Grid, Passage, Picture, blocks_of
from channels.contents import Content
from commerce import words

MOST_TEXT: Final = 1_600
"""Twilio's limit of a body; it is sent in segments of 67 letters, or 153 without Devanagari."""
MOST_ROWS: Final = 5
MOST_CHOICES: Final = 10

Json = dict[str, Any]


def messages_of(content: Content) -> list[Json]:
    """Return the messages in order."""
    held: list[str] = []
    whole: list[str] = []
    size = 0
    for line in _lines(content):
        for start in range(0, len(line) or 1, MOST_TEXT):
            piece = line[start : start + MOST_TEXT]
            if held and size + len(piece) + 1 > MOST_TEXT:
                whole.append("\n".join(held))
                held, size = [], 0
            held.append(piece)
            size += len(piece) + 1
    whole.append("\n".join(held))
    return [{"text": text.strip()} for text in whole if text.strip()]


def _lines(content: Content) -> Iterator[str]:
    language = content.language or words.FALLBACK
    if content.by:
        yield f"{content.by}:"
    yield from content.text.replace("**", "").splitlines()
    for block in blocks_of(content.cards, content.text):
        yield from _block(block, language)
    choices = [choice for choice in content.choices if not choice.row][:MOST_CHOICES]
    if choices:
        yield from (f"{choice.place + 1}. {choice.button.label}" for choice in choices)
        yield words.say(language, "sms-answer-by-number")


def _block(block: Block, language: str) -> Iterator[str]:
    match block:
        case Passage(lines=lines):
            yield from ("".join(span.text for span in line) for line in lines)
        case Grid(table=table):
            yield table.title
            yield from (" · ".join(filter(None, row)) for row in table.rows[:MOST_ROWS])
            if len(table.rows) > MOST_ROWS:
                more = len(table.rows) - MOST_ROWS
                yield words.say(language, "sms-more", count=more)
        case Picture(chart=chart):
            yield f"{chart.title}: {chart.alt}"
        case Document(file=file):
            yield words.say(language, "sms-file", name=file.name)
        case _:
            assert_never(block)
