"""Where the boxes and arrows of a workflow stand: one drawing, for the page and for a picture.

From top to bottom, in CSS pixels. A box that chooses has its ways beside each other beneath it;
where something comes after them they come together again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from tools.cards import FlowBox, FlowCard, FlowLane
from tools.letters import wrapped

TEXT_SIZE: Final = 13.0
LABEL_SIZE: Final = 10.5
LINE: Final = 18.0
"""From one line of text to the next."""
BOX: Final = 236.0
_INSIDE: Final = 14.0
_SLACK: Final = 0.94
"""Of the room in a box that our own letters may take: a page sets them in the reader's fonts."""
_LABEL_ROOM: Final = 18.0
_DOWN: Final = 38.0
"""From a box to the next."""
_BESIDE: Final = 28.0
_EMPTY: Final = 84.0
"""How wide a way is on which nothing stands."""
_EDGE: Final = 16.0
_FRAME: Final = 14.0
_HALF_DOWN: Final = _DOWN / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A box where it stands: the corner nearest to the beginning, and its size."""

    key: str
    kind: str
    label: str
    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """A line through points; its end is a head or not."""

    points: tuple[tuple[float, float], ...]
    head: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What is written on an arrow, by the middle of its foot."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A dashed line around what is done for each thing of a list."""

    x: float
    y: float
    width: float
    height: float


@dataclass(slots=True)
class Drawing:
    """A workflow, drawn."""

    width: float = 0.0
    height: float = 0.0
    boxes: list[Placed] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)


def drawing(card: FlowCard) -> Drawing:
    """Return a workflow's boxes and arrows where they stand."""
    drawn = Drawing(width=_width(card.boxes) + 2 * _EDGE)
    foot, _ = _draw(drawn, card.boxes, drawn.width / 2, _EDGE, goes_on=False)
    drawn.height = foot + _EDGE
    return drawn


def _width(boxes: Sequence[FlowBox]) -> float:
    return max((_width_of(one) for one in boxes), default=_EMPTY)


def _width_of(box: FlowBox) -> float:
    lanes = [_lane_width(lane) for lane in box.lanes]
    return max(BOX, sum(lanes) + _BESIDE * (len(lanes) - 1))


def _lane_width(lane: FlowLane) -> float:
    return _width(lane.boxes) + (2 * _FRAME if lane.is_loop else 0)


def _draw(
    drawn: Drawing, boxes: Sequence[FlowBox], middle: float, top: float, *, goes_on: bool
) -> tuple[float, bool]:
    """Draw boxes beneath each other; return where they end, and whether a way leads on."""
    is_open = True
    for number, box in enumerate(boxes):
        more = goes_on or number < len(boxes) - 1
        foot, is_open = _draw_box(drawn, box, middle, top, goes_on=more)
        top = foot
        if number < len(boxes) - 1:
            top += _DOWN
            if is_open:
                _line(drawn, (middle, foot), (middle, top), head=True)
    return top, is_open


def _draw_box(
    drawn: Drawing, box: FlowBox, middle: float, top: float, *, goes_on: bool
) -> tuple[float, bool]:
    lines = tuple(wrapped(box.text, (BOX - 2 * _INSIDE) * _SLACK, TEXT_SIZE))
    height = _LABEL_ROOM + LINE * len(lines) + 1.2 * _INSIDE
    drawn.boxes.append(
        Placed(
            key=box.key, kind=box.kind, label=box.label, lines=lines, x=middle - BOX / 2, y=top,
            width=BOX, height=height,
        )
    )  # fmt: skip
    foot = top + height
    # A way with nothing on it is drawn only where it leads somewhere.
    lanes = [lane for lane in box.lanes if lane.boxes or goes_on]
    if not lanes:
        return foot, box.kind != "stop"
    return _draw_lanes(drawn, box, lanes, middle, foot, goes_on=goes_on)


def _draw_lanes(
    drawn: Drawing, box: FlowBox, lanes: Sequence[FlowLane], middle: float, top: float, *,
    goes_on: bool,
) -> tuple[float, bool]:  # fmt: skip
    widths = [_lane_width(lane) for lane in lanes]
    left = middle - (sum(widths) + _BESIDE * (len(lanes) - 1)) / 2
    turn, begin = top + _HALF_DOWN, top + 1.6 * _DOWN
    ends: list[tuple[float, float]] = []
    deepest = begin
    for lane, width in zip(lanes, widths, strict=True):
        axis = left + width / 2
        foot, is_open = _draw_lane(
            drawn, lane, axis, width, (middle, top, turn, begin), goes_on=goes_on
        )
        left += width + _BESIDE
        deepest = max(deepest, foot)
        if is_open:
            ends.append((axis, foot))
    if not goes_on or not ends:
        return deepest, bool(ends)
    meet = deepest + _HALF_DOWN
    for axis, foot in ends:
        _line(drawn, (axis, foot), (axis, meet), (middle, meet), head=False)
    return meet, True


def _draw_lane(
    drawn: Drawing, lane: FlowLane, axis: float, width: float,
    down: tuple[float, float, float, float], *, goes_on: bool,
) -> tuple[float, bool]:  # fmt: skip
    """Draw one way, from a box's middle and foot over where it turns to where it begins."""
    middle, top, turn, begin = down
    within = begin + (_FRAME if lane.is_loop else 0)
    points = ((middle, top), (middle, turn), (axis, turn), (axis, within))
    _line(drawn, *points, head=bool(lane.boxes))
    if lane.label:
        drawn.words.append(Word(x=axis, y=turn + _HALF_DOWN - 1, text=lane.label))
    if not lane.boxes:
        return begin, True
    if not lane.is_loop:
        return _draw(drawn, lane.boxes, axis, begin, goes_on=goes_on)
    foot, _ = _draw(drawn, lane.boxes, axis, within, goes_on=False)
    around = foot + _FRAME - begin
    drawn.frames.append(Frame(x=axis - width / 2, y=begin, width=width, height=around))
    return foot + _FRAME, True


def _line(drawn: Drawing, *points: tuple[float, float], head: bool) -> None:
    straight = [point for at, point in enumerate(points) if at == 0 or point != points[at - 1]]
    drawn.arrows.append(Arrow(points=tuple(straight), head=head))
