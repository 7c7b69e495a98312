"""Changing a rule by a few words: "make it 6 hours", "sirf Delhivery ke liye", "sms instead"."""

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from typing import Any

from agent.planner.rules.actions import Step, actions_of, lacking
from agent.planner.rules.conditions import Condition, conditions_of
from agent.planner.rules.tags import Tag, Tagged
from agent.planner.rules.texts import note_of, text_for
from commerce import workflows
from commerce.context import Context
from commerce.workflows import BadDefinition, Definition

_NUMBERS = ("above", "at_least", "below", "at_most")
_REMOVES = frozenset(
    ["remove", "drop", "delete", "hata", "hatao", "nikal", "nikalo", "without", "hapus", "احذف"]
)
_ADDS = frozenset(["also", "bhi", "too", "add", "jodo", "aur", "saath", "tambah", "juga", "أضف"])
_LANES = ("then", "else", "steps")


def changed(
    ctx: Context, definition: Definition, tagged: Tagged, states: Sequence[str]
) -> Definition | None:
    """Return a definition with what some words change; `None` where they change nothing in it."""
    data = workflows.plain(definition)
    before = deepcopy(data)
    words = {token.word for token in tagged.tokens}
    if words & _REMOVES:
        _remove(data, tagged)
    elif words & _ADDS and _add(ctx, data, definition, tagged):
        pass
    else:
        _waits(data, tagged)
        _time(data, tagged)
        _channel(data, tagged, words)
        _people(data, tagged)
        _conditions(data, tagged, states)
    if data == before:
        return None
    data.pop("about", None)  # It tells of the rule as it was.
    try:
        return workflows.parse(data)
    except BadDefinition:
        return None


def _steps(steps: list[Step]) -> Iterator[Step]:
    for step in steps:
        yield step
        for lane in _LANES:
            yield from _steps(step.get(lane, []))


def _waits(data: dict[str, Any], tagged: Tagged) -> None:
    lengths = tagged.of("length")
    late = {t.first for t in tagged.of("is") if t.value == "parcel=late"}
    lengths = [t for t in lengths if t.last not in late]
    waits = [step for step in _steps(data["steps"]) if step["do"] == "wait" and "for" in step]
    if len(lengths) == 1 and waits:
        # Several waits of one rule are told apart by nobody in three words: the first is meant.
        waits[0]["for"] = lengths[0].value
    elif len(lengths) == 2 and len(waits) == 1:
        # "From 4 hours to 6 hours".
        waits[0]["for"] = lengths[1].value


def _time(data: dict[str, Any], tagged: Tagged) -> None:
    times = [t.value for t in tagged.of("clock") if ":" in t.value]
    if times and "at" in data["when"]:
        data["when"]["at"] = times[-1]


def _channel(data: dict[str, Any], tagged: Tagged, words: set[str]) -> None:
    said = [t.value for t in tagged.of("by")]
    if not said:
        return
    new, old = said[0], said[1] if len(said) > 1 else None
    if old is not None and words & {"jagah", "jaga", "badle"}:
        new, old = old, new  # "WhatsApp ki jagah SMS".
    sends = [step for step in _steps(data["steps"]) if step["do"] in ("send", "run_report")]
    for step in sends:
        if old in (None, step["by"]):
            step["by"] = new


def _people(data: dict[str, Any], tagged: Tagged) -> None:
    who = [t.value for t in tagged.of("person")]
    who += [t.value for t in tagged.of("to") if t.value in ("best", "least_loaded")]
    if not who:
        return
    steps = list(_steps(data["steps"]))
    given = [step for step in steps if step["do"] == "assign"]
    given = given or [step for step in steps if step["do"] == "create_task"]
    for step in given:
        step["to"] = who[-1]


def _conditions(data: dict[str, Any], tagged: Tagged, states: Sequence[str]) -> None:
    looked = conditions_of(tagged, [], states)
    for condition in looked.conditions:
        _put(data, condition)
    if looked.lacks and not looked.conditions:
        _put_number(data, tagged)


def _put(data: dict[str, Any], condition: Condition) -> None:
    """Replace a comparison of the same field, wherever it stands; add it where there is none."""
    same = [c for c in _compares(data) if c.get("field") == condition["field"]]
    if condition["op"] in _NUMBERS:
        same = [c for c in same if c["op"] in _NUMBERS]
    if same:
        same[0].clear()
        same[0].update(condition)
        return
    there = data.get("if")
    if there is None:
        data["if"] = dict(condition)
    elif "all" in there:
        there["all"].append(dict(condition))
    else:
        data["if"] = {"all": [there, dict(condition)]}


def _put_number(data: dict[str, Any], tagged: Tagged) -> None:
    """Give the only bound of a rule another number: "15k kar do"."""
    numbers = tagged.of("number")
    bounds = [c for c in _compares(data) if c["op"] in _NUMBERS]
    if numbers and len(bounds) == 1:
        value = float(numbers[-1].value)
        bounds[0]["value"] = int(value) if value == int(value) else value


def _compares(data: dict[str, Any]) -> Iterator[Condition]:
    roots = [data["if"]] if "if" in data else []
    roots += [step["if"] for step in _steps(data["steps"]) if "if" in step]
    while roots:
        one = roots.pop(0)
        if "field" in one:
            if not one["field"].startswith("wait."):
                yield one
        elif "not" in one:
            roots.append(one["not"])
        else:
            roots += one.get("all", one.get("any", []))


def _add(ctx: Context, data: dict[str, Any], definition: Definition, tagged: Tagged) -> bool:
    """Add the actions that are said to the end; false where none is said whole."""
    doing = actions_of(tagged)
    new = [item.step for item in doing.items if item.kind == "act"]
    if not new or lacking(new):
        return False
    event = str(data["when"].get("event", ""))
    for step in new:
        if step["do"] == "send":
            purpose = step.pop("about", "")
            step.setdefault("template", text_for(step, event, [], purpose, None) or "")
            if step["template"] == "notify":
                step["values"] = {"what": note_of(ctx, event, definition.subject)}
        elif step["do"] == "create_task":
            step.setdefault("title", note_of(ctx, event, definition.subject))
        elif step["do"] == "hand_over":
            step.setdefault("reason", note_of(ctx, event, definition.subject))
    data["steps"] += new
    return True


def _remove(data: dict[str, Any], tagged: Tagged) -> None:
    """Take the steps out that are named; a rule keeps at least one."""
    names = {t.value for t in tagged.of("do")}
    channels = {t.value for t in tagged.of("by")}
    kinds = {
        "tag": "tag", "task": "create_task", "assign": "assign", "note": "add_note",
        "reattempt": "request_reattempt", "prepaid": "convert_to_prepaid",
        "hand_over": "hand_over", "ask": "ask_approval", "hold": "set_status",
    }  # fmt: skip
    wanted = {kinds[name] for name in names if name in kinds}

    def goes(step: Step) -> bool:
        if step["do"] in ("send", "run_report"):
            return step["by"] in channels or ("send" in names and not channels)
        return step["do"] in wanted or (bool(tagged.of("wait")) and step["do"] == "wait")

    kept = _without(data["steps"], goes)
    if kept:
        data["steps"] = kept


def _without(steps: list[Step], goes: Callable[[Step], bool]) -> list[Step]:
    kept = []
    for step in steps:
        if goes(step):
            continue
        for lane in _LANES:
            if lane in step:
                step[lane] = _without(step[lane], goes)
        if step["do"] == "branch" and not step["then"]:
            continue
        kept.append(step)
    return kept


def changes_something(tagged: Tagged) -> bool:
    """Tell whether words could change a rule at all."""
    kinds = (
        "length", "clock", "number", "by", "person", "courier", "pay", "channel", "place", "reason",
        "is",
    )  # fmt: skip
    words = {token.word for token in tagged.tokens}
    return bool(tagged.of(*kinds)) or bool(words & (_REMOVES | _ADDS) and tagged.of("do"))


def masked(tagged: Tagged, first: int, last: int) -> Tagged:
    """Return a sentence without the tags of some letters: those of a workflow's own name."""

    def outside(one: Tag) -> bool:
        start, end = tagged.tokens[one.first].start, tagged.tokens[one.last - 1].end
        return end <= first or last <= start

    rest = Tagged(said=tagged.said, tags=[one for one in tagged.tags if outside(one)])
    rest.spend(first, last)
    return rest
