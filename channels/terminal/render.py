"""Draw a reply for a terminal."""

from collections.abc import Iterable, Sequence
from typing import assert_never

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from agent.messages import Reply
from tools.cards import (
    ApprovalCard,
    BoardCard,
    BoardColumn,
    Card,
    ChartCard,
    ChoiceCard,
    Difference,
    FileCard,
    FlowBox,
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
from tools.charts import steps_of, text_at, text_of

TONES = {"good": "green", "bad": "red", "warn": "yellow", "plain": ""}
_MARKS = {"done": "●", "now": "◉", "failed": "✕", "next": "○"}
_BLOCKS = "▁▂▃▄▅▆▇█"
_MOST_BARS = 24
_BAR_WIDTH = 30


def draw(console: Console, reply: Reply) -> None:
    """Print a reply's words, then its cards. Words are never read as markup."""
    if reply.text:
        console.print(Text(f"{reply.by}: {reply.text}" if reply.by else reply.text))
    for card in reply.cards:
        if isinstance(card, ChoiceCard) and card.question == reply.text:
            card = card.model_copy(update={"question": ""})
        console.print(_card(card))


def _card(card: Card) -> RenderableType:
    match card:
        case OrderCard():
            return _order(card)
        case ParcelCard():
            return _parcel(card)
        case NdrCard():
            return _ndr(card)
        case BoardCard():
            return _board(card)
        case TableCard():
            return _table(card)
        case MetricsCard():
            return _metrics(card)
        case ChartCard():
            return _chart(card)
        case FlowCard():
            return _flow(card)
        case ApprovalCard():
            return _approval(card)
        case ReceiptCard():
            body = (_differences(card.differences), Text(card.at, "dim"))
            return _panel(card.title, *body, style="green")
        case ChoiceCard():
            options = (f"{n}. {b.label}" for n, b in enumerate(card.buttons, start=1))
            return _panel(card.question, Text("\n".join(options)), style="cyan")
        case FileCard():
            return _file(card)
        case TextCard():
            return _panel(card.title, Text(card.body))
        case _:
            assert_never(card)


def _file(card: FileCard) -> RenderableType:
    """Name a file; whoever draws it says where its bytes are."""
    size = f"{card.name} · {max(1, round(card.size / 1_000))} kB"
    return _panel(card.title or card.name, Text(size, "bold"), Text(card.note, "dim"))


def _order(card: OrderCard) -> RenderableType:
    items = Table.grid(padding=(0, 2))
    for item in card.items:
        items.add_row(
            Text(f"{item.quantity} ×"), Text(item.title), Text(item.sku, "dim"), Text(item.amount)
        )
    status = Text(f"{card.status} · {card.total}", TONES[card.tone])
    return _panel(card.number, status, _lines(card.lines), items, _timeline(card.timeline))


def _parcel(card: ParcelCard) -> RenderableType:
    status = Text(f"{card.status} · {card.courier} · {card.order}", TONES[card.tone])
    return _panel(card.awb, status, _lines(card.lines), _timeline(card.timeline))


def _ndr(card: NdrCard) -> RenderableType:
    advice = Text(
        "\n".join(
            f"{n}. {r.text}" + (f"  ({r.because})" if r.because else "")
            for n, r in enumerate(card.recommendations, start=1)
        )
    )
    head = Text(f"{card.reason} · {card.value} · {card.attempt}", TONES[card.tone])
    title = f"{card.awb} · {card.order}"
    return _panel(title, head, Text(card.due, "bold"), _lines(card.lines), advice)


def _board(card: BoardCard) -> RenderableType:
    """Draw the columns one under the other: a terminal is taller than it is wide."""
    return _panel(card.title, *(_column(column) for column in card.columns), Text(card.note, "dim"))


def _column(column: BoardColumn) -> RenderableType:
    heads = (column.label, str(column.count), column.value)
    head = Text(" · ".join(part for part in heads if part), "bold")
    items = Table.grid(padding=(0, 2))
    for item in column.items:
        items.add_row(
            Text(f"  {item.title}"), Text(item.text), Text(item.value),
            Text(item.due, TONES[item.tone]), Text(item.assignee, "dim"),
        )  # fmt: skip
    more = Text(f"  {column.more.label}" if column.more else "", "dim")
    return Group(*(part for part in (head, items, more) if not _is_empty(part)))


def _table(card: TableCard) -> RenderableType:
    table = Table(title=Text(card.title), caption=Text(card.note, "dim"), title_justify="left")
    for column in card.columns:
        table.add_column(Text(column.label), justify="right" if column.align == "end" else "left")
    for row in card.rows:
        table.add_row(*(Text(cell) for cell in row))
    return table


def _metrics(card: MetricsCard) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    for metric in card.metrics:
        table.add_row(
            Text(metric.label),
            Text(metric.value, "bold"),
            Text(metric.change, TONES[metric.tone]),
            Text(metric.why.says if metric.why else "", "dim"),
        )
    return _panel(f"{card.title} · {card.period}", table)


def _chart(card: ChartCard) -> RenderableType:
    """Draw each series as a row of blocks; the sentence beneath carries what they show."""
    if card.shape in ("bar", "pie") and len(card.series) == 1 and len(card.labels) <= _MOST_BARS:
        return _bars(card, card.series[0].values)
    if card.shape == "waterfall":
        return _waterfall(card)
    rows = Table.grid(padding=(0, 2))
    # A line and the ends of its band are compared with each other.
    shared = [v for s in card.series for v in s.values if v is not None]
    top = max(shared, default=0) if card.shape == "band" else 0
    for series in card.series:
        rows.add_row(Text(series.name), Text(_sparkline(series.values, top), "cyan"))
    ends = f"{card.labels[0]} … {card.labels[-1]}" if card.labels else ""
    return _panel(card.title, rows, Text(ends, "dim"), Text(card.alt, "dim"))


def _flow(card: FlowCard) -> RenderableType:
    """Draw a workflow as a tree: what is inside a box hangs beneath it."""
    tree = Tree(Text(card.title, "bold"), hide_root=True)
    _hang(tree, card.boxes)
    return _panel(card.title, tree)


def _hang(tree: Tree, boxes: Sequence[FlowBox]) -> None:
    for box in boxes:
        branch = tree.add(Text.assemble((box.label, "cyan"), "  ", box.text))
        for lane in box.lanes:
            if lane.boxes:
                _hang(branch.add(Text(lane.label, "dim")), lane.boxes)


def _bars(card: ChartCard, values: Sequence[float | None]) -> RenderableType:
    """Draw a bar beneath the other, each with its name and its value."""
    top = max((abs(value) for value in values if value is not None), default=0) or 1
    rows = Table.grid(padding=(0, 2))
    for label, value in zip(card.labels, values, strict=True):
        bar = "█" * round(abs(value or 0) / top * _BAR_WIDTH)
        style = "red" if value is not None and value < 0 else "cyan"
        rows.add_row(Text(label), Text(text_of(card, value, "en")), Text(bar, style))
    return _panel(card.title, rows, Text(card.alt, "dim"))


def _waterfall(card: ChartCard) -> RenderableType:
    """Draw each step from where the one above it ends."""
    steps = steps_of(card)
    ends = [0.0, *(end for _, end, _ in steps)]
    low, width = min(ends), (max(ends) - min(ends)) or 1.0
    rows = Table.grid(padding=(0, 2))
    for at, (begin, end, kind) in enumerate(steps):
        left, right = (
            round((x - low) / width * _BAR_WIDTH) for x in (min(begin, end), max(begin, end))
        )
        bar = " " * left + "█" * max(1, right - left)
        style = {"end": "dim", "up": "cyan", "down": "red"}[kind]
        text = text_at(card, card.series[0], at, "en")
        rows.add_row(Text(card.labels[at]), Text(text), Text(bar, style))
    return _panel(card.title, rows, Text(card.alt, "dim"))


def _sparkline(values: Iterable[float | None], top: float = 0) -> str:
    """Return values as blocks, the highest as high as `top` or the largest of them."""
    values = list(values)
    top = top or max((value for value in values if value is not None), default=0) or 1
    return "".join(
        " " if value is None else _BLOCKS[max(0, round(value / top * (len(_BLOCKS) - 1)))]
        for value in values
    )


def _approval(card: ApprovalCard) -> RenderableType:
    about = " · ".join(part for part in (card.at_stake, card.reversible, card.expires) if part)
    warnings = Text("\n".join(f"! {warning}" for warning in card.warnings), "yellow")
    return _panel(
        card.title, _differences(card.differences), Text(about, "dim"), warnings, style="yellow"
    )


def _differences(differences: Iterable[Difference]) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    for line in differences:
        table.add_row(
            Text(line.label), Text(line.before, "dim"), Text("→"), Text(line.after, "bold")
        )
    return table


def _lines(lines: Iterable[Line]) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    for line in lines:
        table.add_row(Text(line.label, "dim"), Text(line.value))
    return table


def _timeline(steps: Iterable[Step]) -> RenderableType:
    table = Table.grid(padding=(0, 1))
    for step in steps:
        style = {"failed": "red", "now": "bold", "next": "dim"}.get(step.state, "")
        table.add_row(Text(_MARKS[step.state], style), Text(step.at, "dim"), Text(step.text, style))
    return table


def _panel(title: str, *parts: RenderableType, style: str = "dim") -> RenderableType:
    shown = [part for part in parts if not _is_empty(part)]
    return Panel(Group(*shown), title=Text(title), title_align="left", border_style=style)


def _is_empty(part: RenderableType) -> bool:
    return (isinstance(part, Text) and not part.plain) or (
        isinstance(part, Table) and not part.row_count
    )
