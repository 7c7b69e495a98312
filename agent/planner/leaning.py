"""Words by which a message leans on what was shown, and what is left when they are set aside."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import prompts
from agent.planner.choose.features import is_unknown
from agent.planner.mood import Verbs
from agent.planner.recognise import Found
from agent.planner.recognise.found import Phrases, number_of, phrases_of
from agent.planner.recognise.pointers import POINTER, place_of
from agent.planner.text import Said, Token, everyday, everyday_folds, read
from commerce.spelling import fold


def points_at(found: Sequence[Found]) -> int | None:
    """Return the place in a list that is pointed at: 0 for the first, -1 for the last."""
    places = [place_of(f.value) for f in found if f.role == POINTER]
    return next((place for place in places if place is not None), None)


def leftover(said: Said, spans: Sequence[tuple[int, int]], *, looking: bool = True) -> list[Token]:
    """Return the words that still mean something outside the values and the small words.

    Args:
        looking: Whether "show" and the like mean nothing more, as after a question.
    """
    if not looking and any(token.word in _looks() for token in said.tokens):
        return list(said.tokens)
    left = [t for t in said.tokens if not any(t.start < e and s < t.end for s, e in spans)]
    return [token for token in left if token.word not in small_words() and len(token.word) > 1]


def residue(said: Said, spans: Sequence[tuple[int, int]], verbs: Verbs) -> str | None:
    """Return the longest stretch of words that belong to no ordinary talk."""
    runs: list[list[Token]] = [[]]
    for token in said.tokens:
        taken = any(token.start < end and start < token.end for start, end in spans)
        common = _is_ordinary(token.word) or token.word in small_words() or verbs.named_by(token)
        if taken or (common and not (runs[-1] and token.is_number)) or len(token.word) < 2:
            runs.append([])
        else:
            runs[-1].append(token)
    runs = [run for run in runs if any(not token.is_number for token in run)]
    if not runs:
        return None
    longest = max(runs, key=len)
    return said.text[longest[0].start : longest[-1].end]


def _is_ordinary(word: str) -> bool:
    """Tell whether a word is one of ordinary talk, or several of what one is: "prices"."""
    one = word.removesuffix("s") if len(word) > _LEAST_PLURAL else word
    return word in everyday() or one in everyday()


def speaks_of_many(said: Said) -> bool:
    """Tell whether more than one thing is meant: "all", "orders", "Pune ke order"."""
    words = said.words
    if _PLURAL & {*words, *(token.fold for token in said.tokens)}:
        return True
    return any(one in ("ke", "wale") and two in _ONE_OR_MANY for one, two in pairwise(words))


def names_somebody_unknown(said: Said) -> bool:
    """Tell whether two words side by side are neither ordinary nor in any example: a name."""
    unknown = [is_unknown(token) and token.fold not in everyday_folds() for token in said.tokens]
    return any(one and two for one, two in pairwise(unknown))


def act_of(said: Said) -> str | None:
    """Return the dialogue act that is all of a message: `yes`, `no`, `never_mind`, `why`."""
    acts = _acts()
    tokens = [token for token in said.tokens if token.word not in "?#-/"]
    while tokens:
        act = acts.whole(tokens)
        if act is not None:
            return act
        if tokens[-1].word not in FILLERS and tokens[0].word not in FILLERS:
            return None
        tokens = tokens[:-1] if tokens[-1].word in FILLERS else tokens[1:]
    return None


def begins_with(said: Said, act: str) -> bool:
    """Tell whether a message begins with a word of a dialogue act ("no, 15th")."""
    hits = phrases_of("dialogue_words", act).find(said.tokens[:4])
    return bool(hits) and hits[0].first == 0


def says(said: Said, act: str) -> bool:
    """Tell whether a word of a dialogue act occurs."""
    return bool(phrases_of("dialogue_words", act).find(said.tokens))


def chosen_number(said: Said) -> int | None:
    """Return the number that is all of a message, counted from one."""
    tokens = [token for token in said.tokens if token.word not in small_words() or token.is_number]
    if len(tokens) == 1 and (value := number_of(tokens[0])) is not None and value == int(value):
        return int(value)
    return None


_LEAST_PLURAL = 4
"""Letters; a shorter word that ends with s is no plural."""
FILLERS = frozenset(prompts.lexicon("dialogue_words")["filler"])
"""Words that may stand around a message and change nothing of it."""

_MANY = prompts.lexicon("dialogue_words")["many"]
_PLURAL = frozenset((*_MANY, *map(fold, _MANY), *prompts.lexicon("dialogue_words")["plural"]))
_ONE_OR_MANY = frozenset(["order", "ordr", "parcel", "case", "ndr", "ऑर्डर"])

_ACTS = ("never_mind", "yes", "no", "why", "again", "more")


@cache
def small_words() -> frozenset[str]:
    """Return words that carry no request."""
    words = prompts.lexicon("dialogue_words")
    said = (*words["particle"], *words["also"], *words["it"], *words["of_these"], *words["no"])
    return frozenset(token.word for phrase in said for token in read(phrase).tokens)


@cache
def _looks() -> frozenset[str]:
    return frozenset(prompts.lexicon("dialogue_words")["look"])


@cache
def _acts() -> Phrases:
    words = prompts.lexicon("dialogue_words")
    return Phrases({act: words[act] for act in _ACTS}, fuzzy=False)
