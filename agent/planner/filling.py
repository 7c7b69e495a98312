"""What a sentence has filled of a tool's arguments, while it is read and when it is done."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from agent.planner import thresholds
from agent.planner.fields import Field, fields_of
from agent.planner.memory import Memory
from agent.planner.recognise import Found
from agent.planner.text import Said
from commerce.context import Context
from tools.arguments import Kind
from tools.base import Tool

_LISTED = (Kind.ORDER, Kind.PARCEL, Kind.PRODUCT, Kind.PLACE, Kind.COURIER, Kind.PERIOD)
"""Kinds of which several in one sentence ask for as many calls."""

_BY_NAME = (Kind.PRODUCT, Kind.PLACE, Kind.WAREHOUSE)

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Filled:
    """One tool's arguments as far as a sentence says them."""

    tool: Tool
    arguments: dict[str, Any]
    """As JSON."""
    spans: tuple[Span, ...] = ()
    """The letters they were read from."""
    also: tuple[tuple[str, tuple[Any, ...]], ...] = ()
    """An argument's further values, each of which asks for a call of its own."""
    unplaced: tuple[Found, ...] = ()
    """What was said and this tool cannot take."""
    doubtful: tuple[str, ...] = ()
    """Optional arguments whose value may not be meant: a filter must not narrow silently."""

    @property
    def missing(self) -> tuple[Field, ...]:
        """Required arguments that were not said."""
        return tuple(
            f for f in fields_of(self.tool.arguments)
            if f.required and f.name not in self.arguments
        )  # fmt: skip

    @property
    def without_doubt(self) -> "Filled":
        """Return the same without the doubtful arguments."""
        kept = {k: v for k, v in self.arguments.items() if k not in self.doubtful}
        return replace(self, arguments=kept, doubtful=())

    def given(self, arguments: Mapping[str, Any]) -> "Filled":
        """Return the same with further arguments."""
        return replace(self, arguments={**self.arguments, **arguments})


@dataclass(slots=True)
class Filling:
    """One tool's arguments while a sentence is read for them."""

    ctx: Context
    said: Said
    found: Sequence[Found]
    arguments: dict[str, Any] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    also: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    kinds: set[Kind] = field(default_factory=set)
    has_bounds: bool = False
    is_queue: bool = False
    """Whether the tool lists work that waits."""
    memory: Memory | None = None
    doubtful: set[str] = field(default_factory=set)
    pays: bool = False
    """Whether the tool moves an amount of money of one order."""
    action: str = ""
    """Of a write: the verb in its name, which is no filter of what it is done to."""

    def take(self, name: str, value: Any, span: Span | None) -> None:
        """Keep a value, and that its letters are used."""
        self.arguments[name] = plain(value)
        if span is not None:
            self.spans.append(span)

    def took(self, reading: Found) -> bool:
        """Tell whether exactly these letters were taken before."""
        return (reading.start, reading.end) in self.spans

    def is_free(self, reading: Found) -> bool:
        """Tell whether nothing else was read from these letters."""
        return not any(reading.overlaps(start, end) for start, end in self.spans)


def plain(value: Any) -> Any:
    """Return a value as JSON carries it."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if hasattr(value, "isoformat") else value


def take_values(
    state: Filling, spot: Field, values: Sequence[Any], readings: Sequence[Found]
) -> None:
    """Take all values where a list is wanted, else the first; each other is a call of its own."""
    state.spans += [(f.start, f.end) for f in readings]
    if spot.many:
        state.arguments[spot.name] = [plain(value) for value in values]
        return
    state.take(spot.name, values[0], None)
    if len(values) > 1:
        state.also[spot.name] = tuple(values[1:])


def take_listed(state: Filling, spot: Field, readings: Sequence[Found]) -> None:
    """Take the surest reading, and those listed beside it."""
    best = max(readings, key=lambda f: (round(f.score, 2), f.end - f.start, -f.start))
    listed = [f for f in readings if f is best or _listed(state, spot, f, best)]
    listed = [f for f in listed if f is best or not f.overlaps(best.start, best.end)]
    take_values(state, spot, list(dict.fromkeys(plain(f.value) for f in listed)), listed)
    if spot.kind in _BY_NAME and best.score < thresholds.SURE_NAME:
        state.doubtful.add(spot.name)


def _listed(state: Filling, spot: Field, reading: Found, best: Found) -> bool:
    if spot.kind not in _LISTED or reading.score < 0.8:
        return False
    first, last = sorted((reading, best), key=lambda f: f.start)
    between = state.said.text[first.end : last.start].lower()
    words = set(re.findall(r"\w+", between))
    compared = bool(words & {"vs", "versus", "compare", "compared"})
    listing = words <= {"and", "aur", "or", "ya", "और", "ke", "ka", "ki", "in", "from"}
    return len(words) <= 3 and (compared or (listing and bool(words or "," in between)))
