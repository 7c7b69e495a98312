"""Words that say which of many things are meant, and that no argument took.

A change of many things is as wide as what was not understood of it: "cancel all unpaid orders over
a week old" without its last words cancels them all. What may narrow it is therefore asked about.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache

import prompts
from agent.planner.fields import Field, enum_phrases, fields_of
from agent.planner.filling import Filled, Span
from agent.planner.free_text import clauses
from agent.planner.hearing import Heard
from agent.planner.leaning import small_words
from agent.planner.mood import Verbs
from agent.planner.ranking import first_of, tells_of
from agent.planner.recognise.found import Found, Phrases
from agent.planner.recognise.pointers import POINTER
from agent.planner.text import Token, english, everyday, read
from commerce.vocabulary import PaymentMethod, SalesChannel
from tools.arguments import Kind
from tools.base import Effect

_IDS = (Kind.ORDER, Kind.PARCEL)
_SURE_ID = 0.8
_LEAST_AMOUNT = 10
"""Smaller numbers count pieces or times: "2 of 3 were broken"."""
_NARROWING = frozenset(
    [Kind.PRODUCT, Kind.COURIER, Kind.PLACE, Kind.CUSTOMER, Kind.WAREHOUSE, Kind.PERSON, Kind.MONEY]
)
_SETS: tuple[type[StrEnum], ...] = (PaymentMethod, SalesChannel)
"""Closed sets of which a word always narrows what is asked."""
_PAST = frozenset(prompts.lexicon("question_words")["past"])
_IN_OWN_WORDS = (Kind.REASON, Kind.NOTE)


def not_placed(heard: Heard, filled: Filled, verbs: Verbs) -> tuple[str, ...]:
    """Return what was said, may narrow a change of many things, and is in none of its arguments.

    Things that are named one by one are those and no others: of them only words of choice
    ("except", "if", "first") tell less than all.
    """
    tokens = heard.said.tokens
    spans = [*filled.spans, *_reasons(heard, filled)]
    named = any(f.kind in _IDS and f.role != POINTER for f in heard.found)
    known = {at: hit.value for hit in _known().find(tokens) for at in range(hit.first, hit.last)}
    if _is_bounded(filled):
        known = {at: "plain" if value == "sizes" else value for at, value in known.items()}
    own = _own_words(filled.tool.name)
    left = []
    for at, token in enumerate(tokens):
        ordinary = named or len(token.word) < 2 or verbs.named_by(token) or token.fold in own
        narrows = token.is_number or token.word in "<>"
        default = "narrows" if narrows or not ordinary else "plain"
        outside = not any(token.start < end and start < token.end for start, end in spans)
        if outside and known.get(at, default) != "plain":
            left.append((token.start, token.end))
    values = [] if named else [(f.start, f.end) for f in filled.unplaced]
    return tuple(_stretches(heard, [*left, *values], spans))


def left_out(heard: Heard, filled: Filled) -> tuple[str, ...]:
    """Return what surely narrows a question and is in none of the arguments of its answer.

    "Low stock of Pune" answered for the whole shop would say too much; so would "which warehouse
    runs out first" by a list that has no warehouses.
    """
    tokens = heard.said.tokens
    values = [str(value) for value in filled.arguments.values()]
    spans = [
        (f.start, f.end) for f in filled.unplaced
        if f.kind in _NARROWING and not _is_an_everyday_word(heard, f)
        # A name the shop does not have may have been taken by its words.
        and not any(heard.said.text[f.start : f.end] in value for value in values)
    ]  # fmt: skip
    # What is asked about one thing is about that one, whatever else is named beside it.
    about = {s.kind for s in fields_of(filled.tool.arguments) if s.required}
    spans = [span for span in spans if not (about & _kinds_at(filled, span))]
    own = _own_words(filled.tool.name)
    for words in _SETS:
        for hit in enum_phrases(words).find(tokens):
            if hit.value == PaymentMethod.COD or tokens[hit.first].fold in own:
                continue  # "COD share", "report card": part of what is asked for.
            span = (tokens[hit.first].start, tokens[hit.last - 1].end)
            if not any(span[0] < end and start < span[1] for start, end in (*filled.spans, *spans)):
                spans.append(span)
    if (thing := first_of(heard.said)) is not None and not tells_of(filled.tool, thing.value):
        spans.append(thing.span)
    return tuple(heard.said.text[start:end] for start, end in sorted(set(spans)))


def _kinds_at(filled: Filled, span: Span) -> set[Kind | None]:
    return {f.kind for f in filled.unplaced if (f.start, f.end) == span}


def _is_an_everyday_word(heard: Heard, reading: Found) -> bool:
    """Tell whether a name is a word of ordinary talk as well: a diya is a lamp, and "gave"."""
    people = reading.kind in (Kind.CUSTOMER, Kind.PERSON)
    inside = [t.word for t in heard.said.tokens if reading.start <= t.start < reading.end]
    ordinary = small_words() | _PAST | (everyday() if people else everyday() - english())
    return bool(inside) and ordinary.issuperset(inside)


def amount_beside(heard: Heard, filled: Filled, verbs: Verbs) -> int | None:
    """Return the only number that stands beside the verb of a money tool: "give 300 back"."""
    numbers = _numbers_left(heard, filled)
    # A bare number may always be somebody's order as well.
    known = [f for f in heard.found if f.kind not in _IDS or f.score >= _SURE_ID]
    if len(numbers) != 1 or any(f.overlaps(numbers[0].start, numbers[0].end) for f in known):
        return None
    tokens = heard.said.tokens
    at = tokens.index(numbers[0])
    beside = (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])
    back = prompts.lexicon("narrowing")["money_back"]
    named = any(verbs.named_by(token) or token.word in back for token in beside)
    return int(numbers[0].number) if named else None


def amount_in_doubt(heard: Heard, filled: Filled) -> Field | None:
    """Return the amount of a money tool that was left out, where a number stands that may be it.

    "Return one payment of 799" without its number would give everything back.
    """
    spot = next((s for s in fields_of(filled.tool.arguments) if s.kind is Kind.MONEY), None)
    if filled.tool.effect is not Effect.MONEY or spot is None or spot.name in filled.arguments:
        return None
    return spot if _numbers_left(heard, filled) else None


def _numbers_left(heard: Heard, filled: Filled) -> list[Token]:
    return [
        token for token in heard.said.tokens
        if token.is_number and token.number >= _LEAST_AMOUNT
        and not any(token.start < end and start < token.end for start, end in filled.spans)
    ]  # fmt: skip


def _reasons(heard: Heard, filled: Filled) -> Iterator[Span]:
    """Yield where it is told why: that chooses nothing, unless it begins with what does."""
    text = heard.said.text
    for spot in fields_of(filled.tool.arguments):
        words = filled.arguments.get(spot.name)
        if spot.kind not in _IN_OWN_WORDS or not isinstance(words, str) or words not in text:
            continue
        if not _begins_to_choose(words):
            yield text.index(words), text.index(words) + len(words)
    for words, first, last in clauses(text):
        values = any(start < last and first < end for start, end in filled.spans)
        if not values and _states(words) and not _begins_to_choose(words):
            yield first, last


def _begins_to_choose(clause: str) -> bool:
    return bool(set(read(clause).words[:1]) & set(prompts.lexicon("narrowing")["picks"]))


def _states(clause: str) -> bool:
    """Tell whether a clause says how things are: "baarish hai", "there is a strike"."""
    return bool(set(read(clause).words) & set(prompts.lexicon("narrowing")["states"]))


def _is_bounded(filled: Filled) -> bool:
    """Tell whether an amount is told, beside which "small" says nothing more."""
    fields = fields_of(filled.tool.arguments)
    return any(s.kind is Kind.MONEY and s.role and s.name in filled.arguments for s in fields)


def _stretches(heard: Heard, left: Sequence[Span], spans: Sequence[Span]) -> Iterator[str]:
    """Yield what is left as it was written, words side by side together."""
    runs: list[Span] = []
    for token in heard.said.tokens:
        if not any(token.start < end and start < token.end for start, end in left):
            continue
        between = heard.said.text[runs[-1][1] : token.start] if runs else ""
        beside = bool(runs) and len(between.split()) <= 1 and not set(between) & set(",;.:\n")
        apart = any(runs and runs[-1][1] <= start < token.start for start, _ in spans)
        if beside and not apart:
            runs[-1] = (runs[-1][0], token.end)
        else:
            runs.append((token.start, token.end))
    return (heard.said.text[start:end] for start, end in runs)


@cache
def _known() -> Phrases:
    words = prompts.lexicon("narrowing")
    asked = prompts.lexicon("question_words")
    plain = (*words["plain"], *asked["commands_first"], *asked["commands_last"], *asked["wish"])
    return Phrases(
        {"narrows": words["narrows"], "sizes": words["sizes"], "plain": plain}, fuzzy=False
    )


@cache
def _own_words(tool: str) -> frozenset[str]:
    """Return the words of a tool's own examples, which name no thing: its slots are left out."""
    said = (s for sentences in prompts.examples().get(tool, {}).values() for s in sentences)
    return frozenset(token.fold for sentence in said for token in read(sentence).tokens)
