"""What is kept of the turns that a model sees no more: taken out of them, never written anew.

A turn is folded in when it leaves the window of the last turns, once. What is kept is a bounded
number of things of each kind; where there are more, the first of a conversation and the latest
stay, and the middle goes: what was decided at the beginning holds until the end.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from agent.llm import CallOutcome, PastTurn, Plain, ToolCall
from tools.base import Effect, Tool

MOST_LETTERS = 3_000
"""Of a summary as a model reads it: some 750 tokens of English."""
_MOST_TERMS, _MOST_DEEDS, _MOST_LOOKS, _MOST_NAMED, _MOST_OPEN = 8, 8, 6, 8, 3
_WORDS, _SAYS = 160, 140
"""Letters kept of what a person said, and of what a tool answered."""
_FOLDED = 12
"""Ids kept of the turns folded in last, so that none is folded twice."""
_TERMS = re.compile(
    r"(?i)\b(?:only|always|never|don'?t|do not|must|at (?:most|least)|no more than|not more than"
    r"|under|below|above|budget|limit|from now on|for now|instead of|prefer|decided?|let'?s"
    r"|stick to|remember|keep in mind|make sure|sirf|hamesha|kabhi|mat|zyada nahi|se zyada"
    r"|kam se kam|tak hi|yaad rakh\w*|dhyan|ab se|hanya|selalu|jangan|maksimal|minimal)\b"
    r"|सिर्फ|हमेशा|कभी|मत\b|ज़्यादा|कम से कम|याद रख|ध्यान|अब से"
    r"|فقط|دائما|لا تتجاوز|على الاقل|تذكر"
)
"""Words by which somebody sets terms for what follows."""
_LEAST_WORDS = 3


_Item = TypeVar("_Item")


class Deed(Plain):
    """Something that was changed."""

    tool: str
    arguments: dict[str, Any]
    says: str


class Look(Plain):
    """Something that was looked at."""

    asked: str
    tool: str
    arguments: dict[str, Any]
    says: str


class Named(Plain):
    """One thing that the conversation was about."""

    kind: str
    id: str
    label: str
    times: int


class Open(Plain):
    """A question of ours, or a request, that was not settled when it was last seen."""

    tool: str
    text: str


class Summary(Plain):
    """What is kept of a conversation before its last turns."""

    turns: int = 0
    """How many were folded in."""
    terms: tuple[str, ...] = ()
    """What the person said that holds for more than one request, in their own words."""
    deeds: tuple[Deed, ...] = ()
    looks: tuple[Look, ...] = ()
    named: tuple[Named, ...] = ()
    open: tuple[Open, ...] = ()
    folded: tuple[str, ...] = ()

    def told(self) -> dict[str, Any]:
        """Return it as a model reads it, within `MOST_LETTERS`; empty where nothing is kept."""
        if not self.turns:
            return {}
        parts: dict[str, list[Any]] = {
            "found": [_without(look) for look in self.looks],
            "done": [_without(deed) for deed in self.deeds],
            "spoken_of": [f"{one.kind} {one.id} {one.label}".strip() for one in self.named],
            "not_settled": [one.text for one in self.open],
            "terms_they_set": list(self.terms),
        }
        while _letters(parts) > MOST_LETTERS:
            longest = max(parts, key=lambda key: (len(parts[key]) > 2, _letters(parts[key])))
            parts[longest].pop(len(parts[longest]) // 2)
        return {"earlier_turns": self.turns, **{key: part for key, part in parts.items() if part}}

    def as_past(self) -> PastTurn:
        """Return it as a turn whose words and deeds may be spoken of again."""
        return PastTurn(
            text=json.dumps(self.told(), ensure_ascii=False),
            reply="",
            outcomes=tuple(
                CallOutcome(
                    call=ToolCall(id="", name=deed.tool, arguments=deed.arguments), status="done",
                    facts=deed.arguments, says=deed.says,
                )
                for deed in self.deeds
            ),
        )  # fmt: skip


NOTHING_BEFORE = Summary()


def folded(summary: Summary, turn: PastTurn, tools: Mapping[str, Tool]) -> Summary:
    """Return a summary with one more turn in it."""
    if turn.turn in summary.folded:
        return summary
    done = [outcome for outcome in turn.outcomes if outcome.status == "done"]
    writes = [outcome for outcome in done if _writes(outcome, tools)]
    reads = [outcome for outcome in done if not _writes(outcome, tools)]
    return Summary(
        turns=summary.turns + 1,
        terms=_ends((*summary.terms, *_terms_of(turn)), _MOST_TERMS),
        deeds=_ends((*summary.deeds, *map(_deed, writes)), _MOST_DEEDS),
        looks=_ends((*summary.looks, *(_look(turn, one) for one in reads)), _MOST_LOOKS),
        named=_named(summary.named, done),
        open=_open(summary.open, turn),
        folded=(*summary.folded, turn.turn)[-_FOLDED:],
    )


def _writes(outcome: CallOutcome, tools: Mapping[str, Tool]) -> bool:
    tool = tools.get(outcome.call.name)
    return tool is not None and tool.effect is not Effect.READ


def _terms_of(turn: PastTurn) -> Sequence[str]:
    """Return the sentences of a message that set terms; a question sets none."""
    said = [one.strip() for one in re.split(r"(?<=[.!?।])\s+|\n+", turn.text)]
    return [
        _cut(one, _WORDS) for one in said
        if len(one.split()) >= _LEAST_WORDS and not one.endswith("?") and _TERMS.search(one)
    ]  # fmt: skip


def _deed(outcome: CallOutcome) -> Deed:
    return Deed(
        tool=outcome.call.name, arguments=_small(outcome.call.arguments),
        says=_cut(outcome.says, _SAYS),
    )  # fmt: skip


def _look(turn: PastTurn, outcome: CallOutcome) -> Look:
    return Look(
        asked=_cut(turn.text, _SAYS // 2), tool=outcome.call.name,
        arguments=_small(outcome.call.arguments), says=_cut(outcome.says, _SAYS),
    )  # fmt: skip


def _named(known: Sequence[Named], done: Sequence[CallOutcome]) -> tuple[Named, ...]:
    """Count what single things the calls were about; a list of many is about none of them."""
    found = {(one.kind, one.id): one for one in known}
    for outcome in done:
        if len(outcome.mentions) != 1:
            continue
        mention = outcome.mentions[0]
        key = (mention.kind.value, mention.id)
        before = found.pop(key, None)
        label = "" if mention.label == mention.id else _cut(mention.label, 60)
        found[key] = Named(
            kind=key[0], id=key[1], label=label,
            times=(before.times if before else 0) + 1,
        )  # fmt: skip
    named = list(found.values())
    while len(named) > _MOST_NAMED:
        # The first, the latest, and those that were spoken of most stay.
        named.remove(min(named[1:-2], key=lambda one: one.times))
    return tuple(named)


def _open(known: Sequence[Open], turn: PastTurn) -> tuple[Open, ...]:
    settled = {outcome.call.name for outcome in turn.outcomes}
    left = [one for one in known if one.tool not in settled]
    waiting = [
        Open(tool=one.call.name, text=_cut(f"waited for a yes: {one.says}", _SAYS))
        for one in turn.outcomes if one.status == "awaiting_approval"
    ]  # fmt: skip
    asked = turn.question
    if asked is not None and asked.text:
        waiting.append(Open(tool=asked.tool, text=_cut(f"we asked: {asked.text}", _SAYS)))
    return tuple((*left, *waiting)[-_MOST_OPEN:])


def _ends(items: Sequence[_Item], most: int) -> tuple[_Item, ...]:
    """Return the first and the latest of many things."""
    if len(items) <= most:
        return tuple(items)
    first = most // 2
    return (*items[:first], *items[first - most :])


def _small(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Return arguments without what is long: lists of many, notes of many words."""
    return {
        key: value for key, value in arguments.items()
        if value is not None and len(json.dumps(value, default=str)) <= _WORDS // 2
    }  # fmt: skip


def _without(one: Plain) -> dict[str, Any]:
    return {key: value for key, value in one.model_dump(mode="json").items() if value}


def _letters(value: Any) -> int:
    return len(json.dumps(value, ensure_ascii=False, default=str))


def _cut(text: str, most: int) -> str:
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
