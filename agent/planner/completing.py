"""What a sentence leaves unsaid, taken from the conversation, and what no tool takes, dropped."""

from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from agent.planner.fields import Field, fields_of
from agent.planner.filling import Filled
from agent.planner.hearing import Heard
from agent.planner.recognise import Found
from agent.planner.recognise.found import phrases_of
from agent.planner.recognise.pointers import POINTER, place_of
from agent.planner.weighing import Weighing, customer_in
from agent.planner.workflow_named import spoken_of
from commerce import lookup
from tools.arguments import Kind
from tools.base import Effect

_IDS = (Kind.ORDER, Kind.PARCEL)


@dataclass(slots=True)
class Completing(Weighing):
    """Completes the arguments of a tool that was chosen."""

    def completed(self, filled: Filled, heard: Heard | None) -> Filled:
        """Fill required arguments from what is pointed at, and from unknown words."""
        for spot in filled.missing:
            value = self.from_unknown_words(spot, filled, heard) or self._from_the_talk(spot, heard)
            if value is not None:
                filled = filled.given({spot.name: value})
        return filled

    def _from_the_talk(self, spot: Field, heard: Heard | None) -> str | None:
        if spot.kind is None:
            return None
        if spot.kind is Kind.WORKFLOW:
            return spoken_of(self.memory)
        if spot.kind not in (*_IDS, Kind.PRODUCT, Kind.CUSTOMER):
            return None
        if heard is not None and any(place_of(f.value) is not None for f in _pointers(heard)):
            return None
        if spot.kind in _IDS and customer_in(heard) is not None:
            # Somebody's order is not the one that was spoken of.
            return None
        known = self.carried.get(spot.kind) or self.memory.focus(spot.kind)
        if known is not None:
            return self._as_kind(spot.kind, known)
        if spot.kind in _IDS and self.ctx.actor.customer_id is not None:
            own = lookup.recent_orders(self.ctx)
            return own[0] if len(own) == 1 else None
        return None

    def _as_kind(self, kind: Kind, value: str) -> str:
        if kind is Kind.ORDER:
            return lookup.order_of_parcel(self.ctx, value) or value
        return value

    def carry(self, filled: Filled) -> None:
        """Keep the order or parcel of a call for what the same message says next."""
        for spot in fields_of(filled.tool.arguments):
            if spot.kind is Kind.PERIOD:
                self.days = filled.arguments.get(spot.name, self.days)
            if spot.kind in _IDS and spot.name in filled.arguments:
                for kind in _IDS:
                    self.carried[kind] = str(filled.arguments[spot.name])

    def of_the_same_days(self, filled: Filled, heard: Heard | None) -> Filled:
        """Let a request for what came in be of the period that the same message named before.

        "Sales kal kam kyun hue aur kitne order aaye": of yesterday, both.
        """
        if heard is None or self.days is None or filled.tool.effect is not Effect.READ:
            return filled
        timed = any(f.kind in (Kind.PERIOD, Kind.DAY, Kind.DAYS) for f in heard.found)
        spot = next((s for s in fields_of(filled.tool.arguments) if s.kind is Kind.PERIOD), None)
        came = phrases_of("dialogue_words", "arrived").find(heard.said.tokens)
        if timed or spot is None or spot.name in filled.arguments or not came:
            return filled
        return filled.given({spot.name: self.days})

    def sound(self, filled: Filled) -> Filled:
        """Drop values that the tool's own types refuse; a required one is then asked for."""
        try:
            filled.tool.arguments.model_validate(self._probe(filled))
        except ValidationError as error:
            bad = {str(problem["loc"][0]) for problem in error.errors() if problem["loc"]}
            if not bad & filled.arguments.keys():
                return filled
            kept: dict[str, Any] = {k: v for k, v in filled.arguments.items() if k not in bad}
            return replace(filled, arguments=kept, also=())
        return filled

    def _probe(self, filled: Filled) -> dict[str, Any]:
        """Return the arguments, stand-ins where some are still missing."""
        given = filled.tool.arguments.model_fields
        return {name: value for name, value in filled.arguments.items() if name in given}


def _pointers(heard: Heard) -> list[Found]:
    return [f for f in heard.found if f.role == POINTER]
