"""What a rule looks at: fields with their comparisons, found among the tags of a sentence."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from agent.planner.rules.tags import Tag, Tagged
from commerce.workflows import LOW_STOCK, Op

Condition = dict[str, Any]
"""As a definition has it."""

_FIELDS = {
    "reason": "ndr.reason", "pay": "order.payment_method", "channel": "order.channel",
    "courier": "parcel.courier",
}  # fmt: skip
_NEAR = 2
"""Words that may stand between a "not" and what it denies."""
_BEFORE, _AFTER = 8, 4
"""How far from a number the name of its field may stand, in words."""
_COUNTED = ("ndr.attempts", "parcel.hours_late", "order.pieces", "customer.orders", "event.rating")
"""Fields that are named after their number: "3 attempts"."""
_BAD = 2
"""Stars up to which a review is bad."""
_HOURS = {"m": 1 / 60, "h": 1, "d": 24, "w": 168}


@dataclass(frozen=True, slots=True)
class Looked:
    """What a sentence looks at."""

    conditions: tuple[Condition, ...]
    lacks: str = ""
    """A number that is compared in no known way, as it was written."""


def conditions_of(
    tagged: Tagged, spans: Sequence[tuple[int, int]], states: Sequence[str]
) -> Looked:
    """Return the conditions that a sentence says, each field once.

    Args:
        tagged: The sentence.
        spans: Words that belong to actions: the person who gets a task is no condition.
        states: The names of places that are states.
    """
    values: defaultdict[tuple[str, bool], list[Any]] = defaultdict(list)
    found: list[Condition] = []
    for tag in tagged.tags:
        if any(first <= tag.first < last for first, last in spans) and tag.kind in ("person",):
            continue
        denied = _denied(tagged, tag)
        match tag.kind:
            case "pay" if tag.value == "prepaid":
                values["order.payment_method", not denied].append("COD")
            case "reason" | "pay" | "channel" | "courier":
                values[_FIELDS[tag.kind], denied].append(tag.value)
            case "is":
                name, _, value = tag.value.partition("=")
                if value in ("true", "false"):
                    yes = (value == "true") is not denied
                    found.append({"field": name, "op": "is", "value": yes})
            case "event" if "=" in tag.value:
                found.append(
                    {"field": "parcel.status", "op": "is", "value": tag.value.partition("=")[2]}
                )
            case "place":
                found.append(_place(tag.value, states, denied=denied))
            case "bad":
                found.append({"field": "event.rating", "op": "at_most", "value": _BAD})
            case "nth":
                found.append({"field": "ndr.attempts", "op": "is", "value": int(tag.value)})
    found += [_chosen(name, kept, denied=no) for (name, no), kept in values.items()]
    numbers, lacks = _numbers(tagged)
    unique = {repr(one): one for one in [*numbers, *found]}
    return Looked(conditions=tuple(unique.values()), lacks=lacks)


def _denied(tagged: Tagged, tag: Tag) -> bool:
    """Tell whether a value is ruled out: "not COD", "unless it is prepaid", "COD nahi"."""
    for no in tagged.of("not"):
        between = [t for t in tagged.tags if no.last <= t.first < tag.first and t.kind != "op"]
        if no.last <= tag.first <= no.last + _NEAR and not between:
            return True
        if no.first == tag.last and tagged.tokens[no.first].word in ("nahi", "nhi", "nahin"):
            return True
        behind = tagged.text(no.first, no.last).lower()
        if no.first == tag.last and behind in ("ke alawa", "chhod kar", "chhodkar", "chodkar"):
            return True
    return False


def _chosen(name: str, values: Sequence[Any], *, denied: bool) -> Condition:
    kept = list(dict.fromkeys(values))
    if len(kept) == 1:
        return {"field": name, "op": "is_not" if denied else "is", "value": kept[0]}
    return {"field": name, "op": "none_of" if denied else "one_of", "value": kept}


def _place(value: str, states: Sequence[str], *, denied: bool) -> Condition:
    plain = value.replace(" ", "")
    name = "order.pincode" if plain.isdigit() else "order.city"
    if value in states:
        name = "order.state"
    return {"field": name, "op": "is_not" if denied else "is", "value": value}


def _numbers(tagged: Tagged) -> tuple[list[Condition], str]:
    found: list[Condition] = []
    lacks = ""
    for tag in tagged.of("number"):
        name = _field_of(tagged, tag)
        op = _op_of(tagged, tag)
        if op is None and any(t.value == LOW_STOCK for t in tagged.of("event")):
            op = Op.BELOW  # "Stock 20 ho jaye": less is what matters.
        if op is None and name == "event.rating":
            op = Op.IS
        if op is None and name in _COUNTED:
            op = Op.AT_LEAST  # "After 3 attempts" holds at the fourth as well.
        if op is None:
            lacks = lacks or tagged.text(tag.first, tag.last)
            continue
        value = float(tag.value)
        number = int(value) if value == int(value) else value
        found.append({"field": name or "order.total", "op": op.value, "value": number})
    for tag in tagged.of("length"):
        if tag.last < len(tagged.tokens) and any(
            t.first == tag.last and t.kind == "is" and t.value == "parcel=late" for t in tagged.tags
        ):
            hours = round(int(tag.value[:-1]) * _HOURS[tag.value[-1]])
            op = _op_of(tagged, tag) or Op.ABOVE
            found.append({"field": "parcel.hours_late", "op": op.value, "value": hours})
    return found, lacks


def _field_of(tagged: Tagged, number: Tag) -> str | None:
    """Return the field that a number is of: named behind it where it is counted, else before."""
    for tag in tagged.of("field"):
        if 0 <= tag.first - number.last < _AFTER and tag.value in _COUNTED:
            return tag.value
    before = [t for t in tagged.of("field") if 0 <= number.first - t.last < _BEFORE]
    others = [t for t in tagged.of("number") if t.first < number.first]
    before = [t for t in before if not any(t.last <= o.first for o in others)]
    named = [t for t in before if t.value not in _COUNTED]
    return named[-1].value if named else None


def _op_of(tagged: Tagged, number: Tag) -> Op | None:
    """Return how a number is compared: by what stands right behind it, else right before."""
    after = [t for t in tagged.of("op") if 0 <= t.first - number.last <= 1]
    before = [t for t in tagged.of("op") if 0 <= number.first - t.last <= 2]
    for tag in (*after[:1], *before[-1:]):
        return Op(tag.value)
    return None


def joined(conditions: Sequence[Condition]) -> Condition | None:
    """Return conditions that all must hold as one; `None` where there is none."""
    if len(conditions) < 2:
        return dict(conditions[0]) if conditions else None
    return {"all": [dict(one) for one in conditions]}
