"""What earlier turns left that a new message may lean on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.llm import CallOutcome, PastTurn, Question, ToolCall
from agent.planner.fields import fields_of
from tools.arguments import Kind
from tools.base import Mention, Tool

LOOK_BACK = 4
"""How many turns back "that one" may reach."""

_FAILED = ("failed", "refused")
_SAME_THING = {Kind.ORDER: Kind.PARCEL, Kind.PARCEL: Kind.ORDER}
"""An order may be named by its parcel, and a parcel by its order."""


@dataclass(frozen=True, slots=True)
class Memory:
    """The last turns of one conversation, as the planner uses them."""

    past: Sequence[PastTurn]
    tools: dict[str, Tool]

    @property
    def question(self) -> Question | None:
        """What was asked last, if it was the last thing said."""
        return self.past[-1].question if self.past else None

    @property
    def last_call(self) -> ToolCall | None:
        """The last call of the latest turn that had one, if its tool is still allowed."""
        for outcome in self._outcomes(look_back=2):
            return outcome.call if outcome.call.name in self.tools else None
        return None

    def shown(self, kind: Kind) -> list[Mention]:
        """Return the things of a kind that the latest answer with any named, in its order."""
        for turn in list(self.past)[::-1][:LOOK_BACK]:
            for wanted in (kind, _SAME_THING.get(kind)):
                found = {m.id: m for o in turn.outcomes for m in o.mentions if m.kind is wanted}
                if found:
                    return list(found.values())
        return []

    def pointed_at(self, kind: Kind, place: int | None) -> str | None:
        """Return the thing at a place of the last list, or the one spoken of without a place."""
        if place is None:
            return self.focus(kind)
        shown = self.shown(kind)
        return shown[place].id if -len(shown) <= place < len(shown) else None

    def kind_of(self, value: str, otherwise: Kind) -> Kind:
        """Return what kind of thing an earlier answer showed under this id."""
        return next((m.kind for m in self.shown(otherwise) if m.id == value), otherwise)

    def focus(self, kind: Kind) -> str | None:
        """Return the one thing of a kind that the talk is about, `None` if there are several."""
        for outcome in self._outcomes(look_back=LOOK_BACK):
            if outcome.status in _FAILED:
                continue
            named = self._named(outcome, kind)
            if named:
                return named
            counts = [
                {m.id for m in outcome.mentions if m.kind is wanted}
                for wanted in (kind, _SAME_THING.get(kind))
            ]
            if any(counts):
                return next((ids.pop() for ids in counts if len(ids) == 1), None)
        return None

    def _named(self, outcome: CallOutcome, kind: Kind) -> str | None:
        """Return what the call itself was about."""
        tool = self.tools.get(outcome.call.name)
        for spot in fields_of(tool.arguments) if tool else ():
            if spot.kind in (kind, _SAME_THING.get(kind)) and spot.required:
                value = outcome.call.arguments.get(spot.name)
                return str(value) if value else None
        return None

    def _outcomes(self, look_back: int) -> Iterator[CallOutcome]:
        """Yield outcomes, the latest first."""
        for turn in list(self.past)[::-1][:look_back]:
            yield from reversed(turn.outcomes)
