"""What a recogniser finds, and phrases looked up among words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from rapidfuzz.distance import OSA

import prompts
from agent.planner.spelling import devanagari
from agent.planner.text import Token, english, everyday, is_right, other_english, read
from commerce.spelling import fold
from tools.arguments import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A typed value and the letters of the message it was read from."""

    kind: Kind
    value: Any
    """As the tool's argument takes it."""
    start: int
    end: int
    score: float
    """From 0 to 1: how sure the reading is, by itself."""
    role: str = ""
    """`min` or `max` of an amount; `awb`, `order` or `unknown` of an id; `past` or `future`."""

    def overlaps(self, start: int, end: int) -> bool:
        """Tell whether it shares letters with a span."""
        return self.start < end and start < self.end


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of a lexicon found among words: tokens `first` to `last`, exclusive."""

    value: str
    first: int
    last: int


class Phrases:
    """Looks phrases up by exact words, by their usual misspellings, and by one wrong letter."""

    def __init__(self, lexicon: Mapping[str, Sequence[str]], *, fuzzy: bool = True) -> None:
        self._exact: dict[tuple[str, ...], str] = {}
        self._folded: dict[tuple[str, ...], str] = {}
        self._written: dict[tuple[str, ...], str] = {}
        for value, phrases in lexicon.items():
            for phrase in phrases:
                tokens = read(phrase).tokens
                words = tuple(token.word for token in tokens)
                if not words:
                    continue
                self._exact.setdefault(words, value)
                # A misspelling that was written down is not mended into a word of its own.
                folds = tuple(t.fold if t.word in everyday() else fold(t.word) for t in tokens)
                if sum(map(len, folds)) >= 4 and all(len(part) >= 2 for part in folds):
                    self._folded.setdefault(folds, value)
                    self._written.setdefault(folds, words[0])
        self._longest = max(map(len, self._exact), default=0)
        self._singles = [f[0] for f in self._folded if len(f) == 1 and len(f[0]) >= 5]
        self._fuzzy = fuzzy

    def find(self, tokens: Sequence[Token]) -> list[Hit]:
        """Return phrases from left to right, the longest first at each place, none overlapping."""
        hits, index = [], 0
        while index < len(tokens):
            hit = self._at(tokens, index)
            hits += [hit] if hit else []
            index = hit.last if hit else index + 1
        return hits

    def values(self, tokens: Sequence[Token]) -> set[str]:
        """Return the values whose phrases occur."""
        return {hit.value for hit in self.find(tokens)}

    def whole(self, tokens: Sequence[Token]) -> str | None:
        """Return the value of a phrase that is all of the words."""
        hit = self._at(tokens, 0) if tokens else None
        return hit.value if hit and hit.last == len(tokens) else None

    def _at(self, tokens: Sequence[Token], index: int) -> Hit | None:
        for length in range(min(self._longest, len(tokens) - index), 0, -1):
            window = tokens[index : index + length]
            value = self._exact.get(tuple(token.word for token in window))
            if value is None:
                folds = tuple(token.fold for token in window)
                value = self._folded.get(folds)
                if length == 1 and value and _is_other_word(window[0], self._written[folds]):
                    value = None
            if value is not None:
                return Hit(value, index, index + length)
        return self._nearly(tokens[index], index) if self._fuzzy else None

    def _nearly(self, token: Token, index: int) -> Hit | None:
        if len(token.word) < 5 or not token.word.isalpha() or is_right(token.word):
            return None
        allowed = 1 if len(token.fold) < 8 else 2
        best = min(
            ((OSA.distance(token.fold, single, score_cutoff=allowed), single)
             for single in self._singles),
            default=None,
        )  # fmt: skip
        if best is None or best[0] > allowed or best[1][:1] != token.fold[:1]:
            return None
        return Hit(self._folded[(best[1],)], index, index + 1)


def _is_other_word(token: Token, phrase: str) -> bool:
    """Tell whether a word that merely sounds like a phrase is a word of its own.

    "Thoda" is a little and not "today", and "mein" is "in" and not the month.
    """
    if token.word in english() or token.word in other_english():
        return True
    hindi, meant = devanagari().get(token.word), devanagari().get(phrase)
    foreign = meant is None and (phrase in english() or phrase in other_english())
    return hindi is not None and hindi != meant and (meant is not None or foreign)


@cache
def phrases(name: str, *, fuzzy: bool = True) -> Phrases:
    """Return the phrases of `prompts/lexicon/<name>.toml`."""
    return Phrases(prompts.lexicon(name), fuzzy=fuzzy)


@cache
def phrases_of(name: str, value: str) -> Phrases:
    """Return the phrases of one value of a lexicon, whatever else they may mean."""
    return Phrases({value: prompts.lexicon(name)[value]}, fuzzy=False)


@cache
def numbers() -> Mapping[str, float]:
    """Return number words and their values."""
    found: dict[str, float] = {}
    for value, words in prompts.lexicon("number_words").items():
        for word in words:
            found[word] = found[fold(word)] = float(value)
    return found


def number_of(token: Token) -> float | None:
    """Return the value of a number, in digits or as a word."""
    if token.is_number:
        return token.number
    exact = numbers().get(token.word)
    return numbers().get(token.fold) if exact is None and token.word not in english() else exact


def free(tokens: Iterable[Token], claimed: Sequence[tuple[int, int]]) -> Iterator[Token]:
    """Return the words outside some spans."""
    return (t for t in tokens if not any(t.start < end and start < t.end for start, end in claimed))
