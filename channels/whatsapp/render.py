"""Draws a reply for WhatsApp, within its limits, in parts that either carrier can send.

Limits: https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-reply-buttons-messages
and …/interactive-list-messages. A part is one of: `text`, with `choices` where something can be
pressed; `chart`; `table`; `file`; `template`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Final, assert_never

from channels.blocks import Block, Document, Grid, Passage, Picture, Span, blocks_of
from channels.buttons import Choice, token_of
from channels.contents import Content
from channels.whatsapp import markup
from commerce import words
from tools import table_files
from tools.cards import TableCard

MOST_BUTTONS: Final = 3
MOST_ROWS: Final = 10
BUTTON_LETTERS: Final = 20
ROW_LETTERS: Final = 24
DESCRIPTION_LETTERS: Final = 72
MOST_ASKED: Final = 1_024
"""Letters of a text with buttons."""
MOST_CAPTION: Final = 1_024
MOST_TABLE_ROWS: Final = 10
"""Rows of a table that are written; a longer one is a file as well."""
SHOWN_OF_MANY: Final = 6
MOST_NUMBERED: Final = 20

Json = dict[str, Any]


def messages_of(content: Content, delivery: int, *, most: int, numbers_from: int) -> list[Json]:
    """Return messages, pictures and files in order; the last one has what can be pressed.

    Args:
        content: What to draw.
        delivery: Its number, which buttons carry.
        most: Letters of one text at this carrier.
        numbers_from: From so many choices on they are numbered lines: see `Connected`.
    """
    language = content.language or words.FALLBACK
    choices = [choice for choice in content.choices if not choice.row]
    # What opens rows of a table is offered only where nothing else is, and as buttons.
    numbered = len(choices) >= numbers_from if choices else False
    choices = choices or list(content.choices[: min(MOST_ROWS, numbers_from - 1)])
    messages = list(_gathered(_drawn(content, choices if numbered else ()), most))
    if not choices or numbered or not messages:
        return messages
    if "text" not in messages[-1]:
        messages.append({"text": words.say(language, "whatsapp-choose")})
    return [*messages[:-1], *_asked(messages[-1]["text"], choices, delivery, language)]


def _asked(text: str, choices: Sequence[Choice], delivery: int, language: str) -> Iterator[Json]:
    *before, last = markup.pieces(text.splitlines(), MOST_ASKED)
    yield from ({"text": piece} for piece in before)
    style = "buttons" if len(choices) <= MOST_BUTTONS else "list"
    yield {
        "text": last, "style": style, "choices": _offered(choices, delivery, style),
        "open": markup.cut(words.say(language, "whatsapp-open-list"), BUTTON_LETTERS),
        "language": language,
    }  # fmt: skip


def _offered(choices: Sequence[Choice], delivery: int, style: str) -> list[Json]:
    most = BUTTON_LETTERS if style == "buttons" else ROW_LETTERS
    often = Counter(markup.cut(choice.button.label, most) for choice in choices)
    offered = []
    for place, choice in enumerate(choices, start=1):
        title = markup.cut(choice.button.label, most) or "–"
        if often[title] > 1:  # WhatsApp takes no two of one name.
            title = markup.cut(f"{place}. {choice.button.label}", most)
        longer = choice.button.label if title != choice.button.label else ""
        offered.append(
            {
                "id": token_of(delivery, choice.place), "title": title,
                "description": markup.cut(longer, DESCRIPTION_LETTERS),
            }
        )  # fmt: skip
    return offered


def _drawn(content: Content, numbered: Sequence[Choice]) -> Iterator[str | Json]:
    """Give lines of text, and whole messages of other kinds between them."""
    language = content.language or words.FALLBACK
    if content.by:
        yield markup.bold(markup.cut(content.by, 60))
    yield from markup.prose(content.text)
    for block in blocks_of(content.cards, content.text):
        yield ""
        yield from _block(block, language)
    if numbered:
        yield ""
        for choice in numbered[:MOST_NUMBERED]:
            yield f"{choice.place + 1}. {markup.escaped(choice.button.label)}"
        yield words.say(language, "whatsapp-answer-by-number")


def _gathered(drawn: Iterator[str | Json], most: int) -> Iterator[Json]:
    for is_text, group in groupby(drawn, key=lambda one: isinstance(one, str)):
        if is_text:
            lines = (one for one in group if isinstance(one, str))
            yield from ({"text": piece} for piece in markup.pieces(lines, most))
        else:
            yield from (one for one in group if not isinstance(one, str))


def _block(block: Block, language: str) -> Iterator[str | Json]:
    match block:
        case Passage(lines=lines):
            yield from map(markup.line, lines)
        case Grid(table=table):
            yield from _table(table, language)
        case Picture(chart=chart):
            yield {
                "chart": chart.model_dump(mode="json"), "language": language,
                "caption": _caption(chart.title, chart.alt),
            }  # fmt: skip
        case Document(file=file):
            yield {
                "file": file.file, "name": file.name, "caption": _caption(file.title, file.note),
            }  # fmt: skip
        case _:
            assert_never(block)


def _table(table: TableCard, language: str) -> Iterator[str | Json]:
    yield markup.bold(table.title)
    long = len(table.rows) > MOST_TABLE_ROWS
    shown = table.rows[:SHOWN_OF_MANY] if long else table.rows
    heads = [column.label for column in table.columns]
    yield from (_listed(heads, row) for row in shown)
    if long:
        more = len(table.rows) - len(shown)
        yield words.say(language, "whatsapp-more-in-file", count=more)
    if table.note:
        yield markup.line((Span(table.note, "dim"),))
    if long:
        yield {
            "table": table.model_dump(mode="json"), "name": table_files.name_of(table),
            "caption": _caption(table.title, table.note),
        }  # fmt: skip


def _listed(heads: Sequence[str], cells: Sequence[str]) -> str:
    named = [
        f"{markup.escaped(head)}: {markup.escaped(cell)}"
        for head, cell in zip(heads[1:], cells[1:], strict=True)
        if cell
    ]
    first = f"• {markup.bold(cells[0])}" if cells[0] else "•"
    return " · ".join((first, *named))


def _caption(title: str, text: str) -> str:
    kept = markup.cut(text, MOST_CAPTION - 260)
    head = markup.bold(markup.cut(title, 200)) if title else ""
    return "\n".join(part for part in (head, markup.escaped(kept)) if part)
