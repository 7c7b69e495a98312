"""Words that point at something shown before: "it", "usko", "the second one", "dusra wala"."""

from collections.abc import Iterator

from agent.planner.recognise.found import Found, phrases
from agent.planner.text import Said
from tools.arguments import Kind

POINTER = "pointer"
"""The role of a reading that names nothing by itself; its value is `it`, `these` or a place in a
list."""
THESE = "these"
"""The value of a pointer at all that was shown."""

_SUFFIX = frozenset(["one", "wala", "wale", "wali", "vala", "waala"])
_THINGS = frozenset(["order", "parcel", "case", "ndr", "shipment", "product", "item"])
_AMBIGUOUS = frozenset(["last", "first", "pehle", "top", "1st", "2nd", "3rd", "4th", "5th"])


def find_pointers(said: Said) -> Iterator[Found]:
    """Yield what points at an earlier answer."""
    tokens = said.tokens
    for hit in phrases("pointer_words", fuzzy=False).find(tokens):
        start, end = tokens[hit.first].start, tokens[hit.last - 1].end
        if tokens[hit.last : hit.last + 1] and tokens[hit.last].word in ("days", "din"):
            continue  # "These days" points at nothing.
        yield _pointer(hit.value, start, end)
    for hit in phrases("ordinal_words", fuzzy=False).find(tokens):
        last = hit.last
        suffix = last < len(tokens) and tokens[last].word in _SUFFIX
        thing = last < len(tokens) and tokens[last].word in _THINGS
        words = [token.word for token in tokens[hit.first : hit.last]]
        after_the = hit.first > 0 and tokens[hit.first - 1].word == "the"
        alone = len(words) > 1 or words[0] not in _AMBIGUOUS
        if alone or suffix or (after_the and not (thing and words[0] in _AMBIGUOUS)):
            last += bool(suffix or (thing and alone))
            yield _pointer(hit.value, tokens[hit.first].start, tokens[last - 1].end)


def place_of(value: str) -> int | None:
    """Return the place in a list that a pointer means, from zero; `None` for "it"."""
    if not value.lstrip("-").isdigit():
        return None
    place = int(value)
    return place - 1 if place > 0 else place


def _pointer(value: str, start: int, end: int) -> Found:
    return Found(kind=Kind.ORDER, value=value, start=start, end=end, score=0.79, role=POINTER)
