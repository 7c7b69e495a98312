"""Draws a reply in Block Kit, within Slack's limits.

Limits: https://docs.slack.dev/reference/block-kit/blocks and …/block-kit/block-elements.
"""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, Final, assert_never

from channels.blocks import Block, Document, Grid, Passage, Picture, TextLine, blocks_of
from channels.buttons import token_of
from channels.contents import Content
from channels.slack import markup
from tools.cards import ApprovalCard, Button, Card, MetricsCard, TableCard

MOST_BLOCKS: Final = 50
MOST_HEADER: Final = 150
MOST_LABEL: Final = 75
MOST_OPTIONS: Final = 100
MOST_IN_ROW: Final = 5
MOST_FIELDS: Final = 10
MOST_SUMMARY: Final = 2_000
EDIT: Final = "edit"
"""Stands before an approval's id in the button that opens its form."""

_WIDEST: Final = 72
"""Letters a row of code may have before a computer's window breaks it."""
_STYLES: Final = {"approve": "primary", "decline": "danger"}

Json = dict[str, Any]
Say = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What one delivery is drawn in."""

    delivery: int
    address: str
    """Carried by its buttons, so that an answer goes where the question stood."""
    say: Say
    """Says a message of the catalogue that takes no values."""
    gone: frozenset[str] = frozenset()
    """Ids and tools of buttons no longer offered."""
    note: str = ""
    """What became of them."""


def messages_of(content: Content, frame: Frame) -> list[Json]:
    """Return messages of blocks with their words for notifications, pictures and files between."""
    messages: list[Json] = []
    blocks: list[Json] = []
    for one in _drawn(content, frame):
        if "type" in one:
            blocks.append(one)
            continue
        messages += _filled(blocks)
        messages.append(one)
        blocks = []
    messages += _filled(blocks)
    summary = markup.escaped(markup.cut(_summary(content), MOST_SUMMARY))
    return [one if "blocks" not in one else {"text": summary, **one} for one in messages]


def section(text: str) -> Json:
    """Return a passage of marked-up text; nothing in it is looked up or linked."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": True}}


def context(text: str) -> Json:
    """Return a small grey line."""
    element = {"type": "mrkdwn", "text": markup.fit(text, MOST_SUMMARY), "verbatim": True}
    return {"type": "context", "elements": [element]}


def header(text: str) -> Json:
    """Return a title."""
    return {"type": "header", "text": letters(text, MOST_HEADER)}


def letters(text: str, most: int = MOST_LABEL) -> Json:
    """Return plain words of a label, which Slack never reads as markup; never empty."""
    return {"type": "plain_text", "text": markup.cut(text, most) or "–", "emoji": False}


def _drawn(content: Content, frame: Frame) -> Iterator[Json]:
    if content.by:
        yield context(f"*{markup.escaped(content.by)}*")
    if content.text:
        words = markup.prose(content.text).splitlines()
        yield from (section(piece) for piece in markup.pieces(words))
    main = sum(not choice.row for choice in content.choices)
    own = main - sum(len(_own(card)) for card in content.cards)
    place, row = own, main
    for card in content.cards:
        rows = _row_labels(card)
        buttons = range(place, place + len(_own(card)))
        yield from _card(card, content, frame, buttons, _rows(content, frame, rows, row))
        place, row = place + len(buttons), row + len(rows)
    yield from _actions(content, frame, range(own))


def _card(
    card: Card, content: Content, frame: Frame, buttons: range, rows: Sequence[Json]
) -> Iterator[Json]:
    for block in blocks_of((card,), content.text):
        yield from _block(block)
    yield from rows
    edit = card.approval if isinstance(card, ApprovalCard) else ""
    yield from _actions(content, frame, buttons, edit=edit)


def _block(block: Block) -> Iterator[Json]:
    match block:
        case Passage(lines=lines):
            yield from _passage(lines)
        case Grid(table=table):
            yield from _table(table)
        case Picture(chart=chart):
            yield {"chart": chart.model_dump(mode="json"), "alt": chart.alt}
        case Document(file=file):
            title = f"{file.title or file.name}\n{file.note}".strip()
            yield {"file": file.file, "name": file.name, "says": title}
        case _:
            assert_never(block)


def _passage(lines: Sequence[TextLine]) -> Iterator[Json]:
    title, *rest = lines
    words = "".join(span.text for span in title)
    if rest and len(words) <= MOST_HEADER:
        yield header(words)
    else:
        yield section(markup.fit(markup.line(title), markup.MOST_TEXT))
    held: list[TextLine] = []
    for kind, group in _grouped(rest):
        if kind == "text":
            held += group
            continue
        yield from _sections(held)
        held = []
        yield from _fields(group) if kind == "fields" else _asides(group)
    yield from _sections(held)


def _grouped(lines: Sequence[TextLine]) -> Iterator[tuple[str, list[TextLine]]]:
    """Give runs of labelled values, of asides, and of everything else."""
    run: list[TextLine] = []
    before = ""
    for one in lines:
        kind = _kind(one)
        if run and kind != before:
            yield _run(before, run)
            run = []
        before = kind
        run.append(one)
    if run:
        yield _run(before, run)


def _run(kind: str, run: list[TextLine]) -> tuple[str, list[TextLine]]:
    return ("text", run) if kind == "fields" and len(run) == 1 else (kind, run)


def _kind(spans: TextLine) -> str:
    if all(span.look == "dim" for span in spans):
        return "aside"
    labelled = len(spans) == 2 and spans[0].look == "plain" and spans[1].look == "bold"
    return "fields" if labelled and spans[0].text.endswith(": ") else "text"


def _sections(lines: Sequence[TextLine]) -> Iterator[Json]:
    yield from (section(piece) for piece in markup.pieces(map(markup.line, lines)))


def _asides(lines: Sequence[TextLine]) -> Iterator[Json]:
    yield from (context(markup.line(one)) for one in lines)


def _fields(lines: Sequence[TextLine]) -> Iterator[Json]:
    for start in range(0, len(lines), MOST_FIELDS):
        shown = lines[start : start + MOST_FIELDS]
        yield {"type": "section", "fields": [_field(one) for one in shown]}


def _field(spans: TextLine) -> Json:
    label, value = spans
    text = f"{markup.escaped(label.text.removesuffix(': '))}\n{markup.line((value,))}"
    return {"type": "mrkdwn", "text": markup.fit(text, MOST_SUMMARY), "verbatim": True}


def _table(table: TableCard) -> Iterator[Json]:
    yield section(f"*{markup.escaped(markup.cut(table.title, MOST_HEADER))}*")
    heads = tuple(column.label for column in table.columns)
    widths = [max(map(_width, column)) for column in zip(heads, *table.rows, strict=True)]
    if sum(widths) + 2 * len(widths) <= _WIDEST:
        ends = [column.align == "end" for column in table.columns]
        rows = (markup.literal(_aligned(row, widths, ends)) for row in (heads, *table.rows))
        # Each section opens and closes its own block of code.
        fitting = markup.pieces(rows, markup.MOST_TEXT - 2 * len("```"))
        yield from (section(f"```{piece}```") for piece in fitting)
    else:
        listed = (_listed(heads, row) for row in table.rows)
        yield from (section(piece) for piece in markup.pieces(listed))
    if table.note:
        yield context(markup.escaped(table.note))


def _aligned(cells: Sequence[str], widths: Sequence[int], ends: Sequence[bool]) -> str:
    padded = (
        " " * (width - _width(cell)) + cell if end else cell + " " * (width - _width(cell))
        for cell, width, end in zip(cells, widths, ends, strict=True)
    )
    return "  ".join(padded).rstrip()


def _listed(heads: Sequence[str], cells: Sequence[str]) -> str:
    first, *rest = cells
    named = (f"{head}: {cell}" for head, cell in zip(heads[1:], rest, strict=True) if cell)
    return f"• *{markup.escaped(first)}* {markup.escaped(' · '.join(named))}".rstrip()


def _width(text: str) -> int:
    """Return how many places text takes: marks stand on their letter, wide letters take two."""
    return sum(
        0 if unicodedata.category(letter) in ("Mn", "Me", "Cf")
        else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )  # fmt: skip


def _own(card: Card) -> tuple[Button, ...]:
    return tuple(getattr(card, "buttons", ()))


def _row_labels(card: Card) -> list[str]:
    """Return what each row of a card that can be opened is called, in the order of its choices."""
    match card:
        case TableCard():
            cells = (" · ".join(row[:2]) for row in card.rows)
            paired = zip_longest(card.taps, cells, fillvalue="")
            return [str(cell) for _, cell in paired][: len(card.taps)]
        case MetricsCard():
            return [
                f"{metric.label}: {button.label}"
                for metric in card.metrics
                for button in (metric.why, metric.rows)
                if button is not None
            ]
        case _:
            return []


def _rows(content: Content, frame: Frame, labels: Sequence[str], first: int) -> list[Json]:
    """Return a list to choose a row from."""
    options = [
        {"text": letters(label), "value": f"{token_of(frame.delivery, first + at)} {frame.address}"}
        for at, label in enumerate(labels[:MOST_OPTIONS])
        if first + at < len(content.choices)
    ]
    if not options:
        return []
    menu = {
        "type": "static_select", "action_id": f"rows:{first}", "options": options,
        "placeholder": letters(frame.say("slack-open-one")),
    }  # fmt: skip
    return [{"type": "actions", "elements": [menu]}]


def _actions(content: Content, frame: Frame, places: range, *, edit: str = "") -> Iterator[Json]:
    buttons = {place: content.choices[place].button for place in places}
    kept = {place: one for place, one in buttons.items() if not _is_gone(one, frame)}
    elements = [_button(frame, place, one) for place, one in kept.items()]
    decides = any(one.tap is not None and one.tap.id == edit for one in kept.values())
    if edit and decides:
        value = f"{EDIT}:{edit} {frame.address}"
        words = letters(frame.say("slack-edit"))
        elements.append(
            {"type": "button", "action_id": f"{EDIT}:{edit}", "value": value, "text": words}
        )
    for start in range(0, len(elements), MOST_IN_ROW):
        yield {"type": "actions", "elements": elements[start : start + MOST_IN_ROW]}
    if len(kept) < len(buttons) and frame.note:
        yield context(markup.escaped(frame.note))


def _is_gone(button: Button, frame: Frame) -> bool:
    return button.tap is not None and not frame.gone.isdisjoint((button.tap.id, button.tap.tool))


def _button(frame: Frame, place: int, button: Button) -> Json:
    token = token_of(frame.delivery, place)
    drawn: Json = {
        "type": "button", "action_id": token, "value": f"{token} {frame.address}",
        "text": letters(button.label),
    }  # fmt: skip
    style = _STYLES.get(button.tap.kind) if button.tap is not None else None
    return {**drawn, "style": style} if style else drawn


def _filled(blocks: Sequence[Json]) -> list[Json]:
    return [
        {"blocks": list(blocks[start : start + MOST_BLOCKS])}
        for start in range(0, len(blocks), MOST_BLOCKS)
    ]


def _summary(content: Content) -> str:
    """Return what a notification says."""
    if content.text:
        return content.text
    first = next(blocks_of(content.cards), None)
    match first:
        case Passage(lines=lines):
            return "".join(span.text for span in lines[0])
        case Grid(table=table):
            return table.title
        case Picture(chart=chart):
            return chart.alt
        case Document(file=file):
            return file.name
        case None:
            return ""
