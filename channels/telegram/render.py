"""Draws a reply for Telegram, within its limits.

Limits: https://core.telegram.org/bots/api#sendmessage and #inlinekeyboardbutton.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Final, assert_never

from channels.blocks import Block, Document, Grid, Passage, Picture, blocks_of
from channels.buttons import Choice, token_of
from channels.contents import Content
from channels.telegram import markup
from commerce import words
from tools import table_files
from tools.cards import TableCard

MOST_BUTTONS: Final = 24
"""Telegram takes a hundred; nobody reads so many."""
MOST_ROWS: Final = 20
"""Rows of a table that are written; a longer one is a file as well."""
SHOWN_OF_MANY: Final = 8
MOST_LABEL: Final = 40
_LINE: Final = 30
"""Letters of buttons that stand side by side on a phone."""
_WIDEST: Final = 34
"""Letters of fixed width a phone shows in one line."""

Json = dict[str, Any]


def messages_of(content: Content, delivery: int) -> list[Json]:
    """Return messages, pictures and files in order; the last one has the buttons."""
    messages = list(_gathered(_drawn(content)))
    keyboard = _keyboard(content.choices, delivery)
    if keyboard and messages:
        messages[-1]["buttons"] = keyboard
    return messages


def _drawn(content: Content) -> Iterator[str | Json]:
    """Give lines of text, and whole messages of other kinds between them."""
    if content.by:
        yield f"<b>{markup.escaped(markup.cut(content.by, MOST_LABEL))}</b>"
    yield from markup.prose(content.text)
    for block in blocks_of(content.cards, content.text):
        yield ""
        yield from _block(block, content.language or words.FALLBACK)


def _gathered(drawn: Iterator[str | Json]) -> Iterator[Json]:
    for is_text, group in groupby(drawn, key=lambda one: isinstance(one, str)):
        if is_text:
            lines = (one for one in group if isinstance(one, str))
            yield from ({"text": piece} for piece in markup.pieces(lines))
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
    yield f"<b>{markup.escaped(markup.cut(table.title, 200))}</b>"
    shown = table.rows if len(table.rows) <= MOST_ROWS else table.rows[:SHOWN_OF_MANY]
    heads = tuple(column.label for column in table.columns)
    widths = [max(map(len, column)) for column in zip(heads, *shown, strict=True)]
    if sum(widths) + 2 * (len(widths) - 1) <= _WIDEST:
        ends = [column.align == "end" for column in table.columns]
        yield markup.literal("\n".join(_aligned(row, widths, ends) for row in (heads, *shown)))
    else:
        yield from (_listed(heads, row) for row in shown)
    if len(shown) < len(table.rows):
        more = len(table.rows) - len(shown)
        yield markup.escaped(words.say(language, "telegram-more-in-file", count=more))
    if table.note:
        yield f"<i>{markup.escaped(markup.cut(table.note, 500))}</i>"
    if len(shown) < len(table.rows):
        yield {
            "table": table.model_dump(mode="json"), "name": table_files.name_of(table),
            "caption": _caption(table.title, table.note),
        }  # fmt: skip


def _aligned(cells: Sequence[str], widths: Sequence[int], ends: Sequence[bool]) -> str:
    padded = (
        cell.rjust(width) if end else cell.ljust(width)
        for cell, width, end in zip(cells, widths, ends, strict=True)
    )
    return "  ".join(padded).rstrip()


def _listed(heads: Sequence[str], cells: Sequence[str]) -> str:
    first, *rest = (markup.escaped(markup.cut(cell, 300)) for cell in cells)
    named = [
        f"{markup.escaped(head)}: {cell}"
        for head, cell in zip(heads[1:], rest, strict=True)
        if cell
    ]
    return " · ".join((f"• <b>{first}</b>" if first else "•", *named))


def _caption(title: str, text: str) -> str:
    kept = markup.cut(text, markup.MOST_CAPTION - 210)
    head = f"<b>{markup.escaped(markup.cut(title, 200))}</b>" if title else ""
    return "\n".join(part for part in (head, markup.escaped(kept)) if part)


def _keyboard(choices: Sequence[Choice], delivery: int) -> list[list[Json]]:
    """Return buttons in lines as wide as a phone, those that open a row of a table last."""
    offered = choices[:MOST_BUTTONS]
    often = Counter(choice.button.label for choice in offered)
    lines: list[list[Json]] = []
    room, before = 0, False
    for choice in offered:
        button = choice.button
        says = button.label if often[button.label] == 1 else button.says
        label = markup.cut(says, MOST_LABEL) or "–"
        if room < len(label) or choice.row != before:
            lines.append([])
            room, before = _LINE, choice.row
        lines[-1].append({"text": label, "callback_data": token_of(delivery, choice.place)})
        room -= len(label) + 2
    return lines
