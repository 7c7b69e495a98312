"""A reply as a few kinds of blocks, so that each messenger only has to know its own markup."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, assert_never

from tools.cards import (
    ApprovalCard,
    BoardCard,
    BoardColumn,
    Card,
    ChartCard,
    ChoiceCard,
    Difference,
    FileCard,
    FlowCard,
    Line,
    MetricsCard,
    NdrCard,
    OrderCard,
    ParcelCard,
    ReceiptCard,
    Step,
    TableCard,
    TextCard,
)
from tools.pictures import Pictured


@dataclass(frozen=True, slots=True)
class Span:
    """Letters of one look. They are plain text: a messenger escapes them before it marks them."""

    text: str
    look: Literal["plain", "bold", "code", "dim"] = "plain"


TextLine = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines that belong together."""

    lines: tuple[TextLine, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows and columns. A messenger that has none writes lines, or sends a picture or a file."""

    table: TableCard


@dataclass(frozen=True, slots=True)
class Picture:
    """What `tools.pictures` draws: a chart or a workflow, its `alt` for who cannot see it."""

    chart: Pictured


@dataclass(frozen=True, slots=True)
class Document:
    """A file of the shop's shelf."""

    file: FileCard


Block = Passage | Grid | Picture | Document

_MARKS = {"done": "●", "now": "◉", "failed": "✕", "next": "○"}


def blocks_of(cards: Sequence[Card], said: str = "") -> Iterator[Block]:
    """Return what cards show, in order; buttons are `channels.buttons`.

    A question that was already `said` as the reply's words is not asked again.
    """
    for card in cards:
        if not (isinstance(card, ChoiceCard) and card.question == said):
            yield _block(card)


def _block(card: Card) -> Block:
    match card:
        case OrderCard():
            items = [
                (Span(f"{item.quantity} × {item.title}"), Span(f"  {item.amount}", "dim"))
                for item in card.items
            ]
            head = _joined(card.status, card.total)
            return _passage(card.number, head, *_lines(card.lines), *items, *_way(card.timeline))
        case ParcelCard():
            head = _joined(card.status, card.courier, card.order)
            return _passage(card.awb, head, *_lines(card.lines), *_way(card.timeline))
        case NdrCard():
            return _ndr(card)
        case BoardCard():
            return _passage(card.title, *_columns(card.columns), _dim(card.note))
        case TableCard():
            return Grid(card)
        case MetricsCard():
            figures = [_figure(one.label, one.value, one.change) for one in card.metrics]
            return _passage(_words(card.title, card.period), *figures)
        case ChartCard() | FlowCard():
            return Picture(card)
        case ApprovalCard():
            return _approval(card)
        case ReceiptCard():
            return _passage(card.title, *_differences(card.differences), _dim(card.at))
        case ChoiceCard():
            return _passage(card.question)
        case FileCard():
            return Document(card)
        case TextCard():
            body = ((Span(line),) for line in card.body.splitlines())
            # A path leads nowhere from a messenger; an address does.
            return _passage(card.title, *body, _dim("" if card.link.startswith("/") else card.link))
        case _:
            assert_never(card)


def _ndr(card: NdrCard) -> Passage:
    advice = [
        (Span(f"{place}. {one.text}"), Span(f" ({one.because})" if one.because else "", "dim"))
        for place, one in enumerate(card.recommendations, start=1)
    ]
    head = _joined(card.reason, card.value, card.attempt)
    due = (Span(card.due, "bold"),)
    return _passage(_words(card.awb, card.order), head, due, *_lines(card.lines), *advice)


def _columns(columns: Sequence[BoardColumn]) -> Iterator[TextLine]:
    for column in columns:
        yield (Span(_words(column.label, str(column.count), column.value), "bold"),)
        for item in column.items:
            yield _joined(item.title, item.text, item.value, item.due, item.assignee)


def _approval(card: ApprovalCard) -> Passage:
    return _passage(
        card.title, _dim(card.asked), (Span(card.why),), *_differences(card.differences),
        *((Span(f"⚠ {warning}"),) for warning in card.warnings),
        _dim(_words(card.at_stake, card.reversible, card.needs, card.expires)),
    )  # fmt: skip


def _passage(title: str, *lines: TextLine) -> Passage:
    whole = ((Span(title, "bold"),), *lines)
    kept = (tuple(span for span in line if span.text) for line in whole)
    return Passage(tuple(line for line in kept if line))


def _lines(lines: Sequence[Line]) -> Iterator[TextLine]:
    return (_figure(line.label, line.value) for line in lines)


def _figure(label: str, value: str, change: str = "") -> TextLine:
    return (Span(f"{label}: "), Span(value, "bold"), Span(f"  {change}" if change else "", "dim"))


def _differences(differences: Sequence[Difference]) -> Iterator[TextLine]:
    for one in differences:
        before = f"{one.before} → " if one.before else ""
        yield (Span(f"{one.label}: {before}"), Span(one.after, "bold"))


def _way(steps: Sequence[Step]) -> Iterator[TextLine]:
    for step in steps:
        look: Literal["bold", "plain"] = "bold" if step.state == "now" else "plain"
        yield (Span(f"{_MARKS[step.state]} "), Span(f"{step.at} ", "dim"), Span(step.text, look))


def _joined(*parts: str) -> TextLine:
    return (Span(_words(*parts)),)


def _words(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _dim(text: str) -> TextLine:
    return (Span(text, "dim"),)
