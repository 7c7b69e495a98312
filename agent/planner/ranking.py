"""Questions for which of many things is first: "which courier lost most parcels".

Such a question is about the things that are ranked. A list of something else, which can only be
narrowed to one of them, does not answer it.
"""

from dataclasses import dataclass

import prompts
from agent.planner.fields import enum_phrases, fields_of
from agent.planner.recognise.found import phrases_of
from agent.planner.text import Said
from commerce.reports import Dimension
from tools.arguments import Kind
from tools.base import Effect, Tool

_WHICH = frozenset(prompts.lexicon("question_words")["which"])
_NARROWED = {
    Dimension.COURIER: Kind.COURIER, Dimension.CITY: Kind.PLACE, Dimension.STATE: Kind.PLACE,
    Dimension.PINCODE: Kind.PLACE, Dimension.WAREHOUSE: Kind.WAREHOUSE,
}  # fmt: skip
"""What may be ranked, and the kind of argument that narrows a list to one of it."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A kind of thing of which the first is asked for."""

    value: Dimension
    span: tuple[int, int]
    """The letters that say it."""


def first_of(said: Said) -> Ranked | None:
    """Return of which things the first is asked for; `None` where of none."""
    tokens = said.tokens
    if not phrases_of("dialogue_words", "most").find(tokens):
        return None
    for hit in enum_phrases(Dimension).find(tokens):
        first = max(0, hit.first - 1)
        asked = _WHICH & {token.word for token in tokens[first : hit.last]}
        if asked and Dimension(hit.value) in _NARROWED:
            span = (tokens[hit.first].start, tokens[hit.last - 1].end)
            return Ranked(Dimension(hit.value), span)
    return None


def tells_of(tool: Tool, thing: Dimension) -> bool:
    """Tell whether a tool may tell which thing is first.

    One that lists rows can where it splits by the thing: at most narrowed to one, or without any
    word for it, it lists something else. What lists no rows compares by itself or knows best.
    """
    fields = fields_of(tool.arguments)
    if tool.effect is not Effect.READ or any(spot.words is Dimension for spot in fields):
        return True
    lists = any(spot.kind is Kind.LIMIT for spot in fields)
    return not lists or thing.value in tool.name
