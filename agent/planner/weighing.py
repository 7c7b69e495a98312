"""How likely each tool is for a sentence, once what was said in it is weighed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from agent.planner import thresholds
from agent.planner.fields import Field, fields_of
from agent.planner.fill import fill
from agent.planner.filling import Filled
from agent.planner.hearing import Heard
from agent.planner.leaning import names_somebody_unknown, residue, speaks_of_many
from agent.planner.memory import Memory
from agent.planner.mood import Verbs
from agent.planner.ranking import first_of, tells_of
from agent.planner.recognise.pointers import POINTER
from commerce import lookup
from commerce.access import Permission
from commerce.context import Context
from tools import TOOLS
from tools.arguments import Kind
from tools.base import Effect, Tool

TALK = ("greeting", "thanks", "bye", "help", "who_are_you")
"""Classes of the examples that are answered in a line."""

OWN_AFFAIRS = {Permission.OWN_DELIVERY, Permission.OWN_ORDERS, Permission.HAND_OVER}
_SAME_TO_STAFF = {
    "correct_address": "change_delivery_address", "refuse_delivery": "cancel_order",
    "choose_redelivery": "request_reattempt", "pay_online": "send_payment_link",
}  # fmt: skip
"""What a customer does to their own order, and staff to anybody's."""
_KNOWN = 0.95
_OF_CUSTOMERS = frozenset(tool.name for tool in TOOLS if set(tool.needs) <= OWN_AFFAIRS)
_IDS = (Kind.ORDER, Kind.PARCEL)


@dataclass(frozen=True, slots=True)
class Reading:
    """One tool as the meaning of a sentence."""

    filled: Filled
    share: float
    """What the chooser gave, before the values found were weighed."""
    score: float
    """Normalised over all readings, talk and out-of-scope."""

    @property
    def tool(self) -> Tool:
        """The tool."""
        return self.filled.tool


@dataclass(slots=True)
class Weighing:
    """Weighs tools for one turn, in one actor's conversation."""

    ctx: Context
    tools: Mapping[str, Tool]
    verbs: Mapping[str, Verbs]
    memory: Memory
    carried: dict[Kind, str] = field(default_factory=dict)
    """Ids named earlier in the same message."""
    days: str | None = None
    """The period named earlier in the same message."""

    def weigh(self, heard: Heard) -> tuple[list[Reading], dict[str, float], float, float]:
        """Return readings best first, talk by class, out-of-scope, and tools of other roles."""
        shares = self._shares(heard)
        talk = {name: shares.get(name, 0.0) for name in TALK}
        outside = sum(p for name, p in shares.items() if name.startswith("other_"))
        closed = max((p for name, p in shares.items() if self._is_closed(name)), default=0.0)
        weighed = [
            (filled, share, share * self._fits(filled, heard))
            for name, tool in self.tools.items()
            if (share := shares.get(name, 0.0)) >= 0.01
            for filled in (self.one_by_one(self.fill(self._of_one(name, heard), heard)),)
        ]
        weighed = _joined(weighed)
        # What another role would mean by it counts only where this role can mean nothing.
        closed *= closed > thresholds.CLOSED * max((score for _, _, score in weighed), default=0.0)
        total = sum(score for _, _, score in weighed) + sum(talk.values()) + outside + closed
        total = total or 1.0
        readings = [Reading(filled, share, score / total) for filled, share, score in weighed]
        readings.sort(key=lambda reading: -reading.score)
        talk = {name: p / total for name, p in talk.items()}
        return readings, talk, outside / total, closed / total

    def _shares(self, heard: Heard) -> dict[str, float]:
        """Return the shares, those of a tool of the other side given to what it is on this side.

        Staff and customers say the same of an address, an order called off, another day. A number
        that is not the customer's own is somebody else's, and stays what it is.
        """
        shares = dict(heard.shares)
        staff = self.ctx.actor.customer_id is None
        ids = [f for f in heard.found if f.kind in _IDS and f.role != POINTER]
        if not staff and (any(f.score < _KNOWN for f in ids) or _names_another(heard)):
            return shares
        for own, theirs in _SAME_TO_STAFF.items():
            mine, other = (theirs, own) if staff else (own, theirs)
            if mine in self.tools and other not in self.tools:
                shares[mine] = shares.get(mine, 0.0) + shares.pop(other, 0.0)
        return shares

    def _is_closed(self, name: str) -> bool:
        """Tell whether a class is a tool that this role may not use and might be told so.

        A customer's own tools are nothing to staff: "my orders" is the shop's there.
        """
        if name in self.tools or name in TALK or name.startswith("other_"):
            return False
        return self.ctx.actor.customer_id is not None or name not in _OF_CUSTOMERS

    def fill(self, tool: str, heard: Heard) -> Filled:
        """Return a tool's arguments as a sentence says them in this conversation."""
        return fill(
            self.ctx, self.tools[tool], heard.said, heard.found, self.verbs[tool], self.memory
        )

    def _fits(self, filled: Filled, heard: Heard) -> float:
        """Return how well a tool takes what was said."""
        factor = 1.0
        seen: set[tuple[int, int]] = set()
        for reading in filled.unplaced:
            if (reading.start, reading.end) in seen:
                continue
            seen.add((reading.start, reading.end))
            kind = "id" if reading.kind in _IDS else reading.kind.value
            factor *= thresholds.NOT_PLACED.get(kind, 1.0)
        ids = {(f.start, f.end) for f in heard.found if f.kind in _IDS}
        factor *= thresholds.NOT_PACKED if self._is_not_packed(filled, heard) else 1.0
        thing = first_of(heard.said)
        if thing is not None and not tells_of(filled.tool, thing.value):
            factor *= thresholds.ONLY_NARROWS
        factor *= thresholds.OTHER_ID if self._of_a_courier(filled, heard) else 1.0
        if not filled.spans and names_somebody_unknown(heard.said):
            factor *= thresholds.OF_SOMEBODY_UNKNOWN
        factor *= thresholds.PLACED ** min(3, len(set(filled.spans) - ids))
        if not all(self._pointed_at(spot, filled, heard) for spot in filled.missing):
            return factor * thresholds.LACKING
        return factor

    def _is_not_packed(self, filled: Filled, heard: Heard) -> bool:
        """Tell whether a failed delivery is asked about of an order that has no parcel yet."""
        if filled.tool.effect is not Effect.READ or Permission.NDR_READ not in filled.tool.needs:
            return False
        wants = any(s.required and s.kind is Kind.PARCEL for s in fields_of(filled.tool.arguments))
        orders = [f for f in heard.found if f.kind is Kind.ORDER and f.score >= _KNOWN]
        return wants and len(orders) == 1 and not lookup.has_parcel(self.ctx, str(orders[0].value))

    def _of_a_courier(self, filled: Filled, heard: Heard) -> bool:
        """Tell whether a courier's number was said to a tool that shows an order."""
        kinds = {f.kind for f in heard.found if f.kind in _IDS and f.role != POINTER}
        wants = {s.kind for s in fields_of(filled.tool.arguments) if s.required}
        read = filled.tool.effect is Effect.READ
        return read and kinds == {Kind.PARCEL} and Kind.ORDER in wants

    def _pointed_at(self, spot: Field, filled: Filled, heard: Heard) -> bool:
        if self.from_unknown_words(spot, filled, heard) is not None:
            return True
        return spot.kind is not None and bool(
            self.carried.get(spot.kind) or self.memory.focus(spot.kind)
        )

    def _of_one(self, name: str, heard: Heard) -> str:
        """Return the tool for one thing in place of that for many, where only one is spoken of."""
        single = name.removesuffix("s")
        of_many = single in self.tools and not speaks_of_many(heard.said)
        return single if of_many and self.tools[name].effect is not Effect.READ else name

    def one_by_one(self, filled: Filled) -> Filled:
        """Return a change of few things that are named as the change of one, for each of them."""
        single = self.tools.get(filled.tool.name.removesuffix("s"))
        fields = fields_of(filled.tool.arguments)
        many = next((s for s in fields if s.many and s.name in filled.arguments), None)
        if single is None or single is filled.tool or many is None:
            return filled
        values = filled.arguments[many.name]
        spot = next((s for s in fields_of(single.arguments) if s.kind is many.kind), None)
        kept = {k: v for k, v in filled.arguments.items() if k != many.name}
        if (
            spot is None
            or len(values) > thresholds.MANY
            or kept.keys() - {s.name for s in fields_of(single.arguments)}
        ):
            return filled
        also = ((spot.name, tuple(values[1:])),) if len(values) > 1 else ()
        return replace(filled, tool=single, arguments={**kept, spot.name: values[0]}, also=also)

    def from_unknown_words(self, spot: Field, filled: Filled, heard: Heard | None) -> str | None:
        """Take words that mean nothing else as a product's name: the tool says it is unknown."""
        if heard is None or spot.kind is not Kind.PRODUCT:
            return None
        return residue(heard.said, filled.spans, self.verbs[filled.tool.name])


def _joined(weighed: Sequence[tuple[Filled, float, float]]) -> list[tuple[Filled, float, float]]:
    """Return each tool once: what is said to one and to many is one meaning."""
    found: dict[str, tuple[Filled, float, float]] = {}
    for filled, share, score in sorted(weighed, key=lambda entry: -entry[2]):
        best = found.get(filled.tool.name)
        found[filled.tool.name] = (
            (best[0], best[1] + share, best[2] + score) if best else (filled, share, score)
        )
    return list(found.values())


def _names_another(heard: Heard) -> bool:
    """Tell whether a customer is named: a message of a customer's is then not of themselves."""
    return customer_in(heard) is not None or names_somebody_unknown(heard.said)


def customer_in(heard: Heard | None) -> str | None:
    """Return the customer that a sentence surely names."""
    named = [f for f in heard.found if f.kind is Kind.CUSTOMER and f.score >= 0.8] if heard else []
    return str(named[0].value) if named else None
