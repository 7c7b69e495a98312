"""Finding passages by their words (Okapi BM25) and their letters, spellings of Hindi told alike.

References:
    S. Robertson, H. Zaragoza: The Probabilistic Relevance Framework: BM25 and Beyond. Foundations
    and Trends in Information Retrieval 3 (2009), doi:10.1561/1500000019.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from commerce.spelling import DEVANAGARI, fold, letters, plain

_WORD = re.compile(r"(?:[^\W_]|[\u0900-\u097f])+")
_K1: Final = 1.2
_B: Final = 0.5
_EVERYDAY: Final = (
    "a an and are as at be by can do does for from have how i if in is it me my of on or our "
    "please tell that the there this to we what when where which who why will with you your hai "
    "hain h ka ki ke ko se me mein par pe kya kaise kab kaun kaunsa kitna kitne kitni kyu ho hota "
    "hoti hote kar kare karna karu karte karo raha rahi rha bata batao bhai ji toh to aur ya tha "
    "thi the jab tak liye wala wale wali mera mere meri hum hamara"
)
_SMALL: Final = frozenset(map(fold, _EVERYDAY.split()))
"""Words that every question has, folded."""


@lru_cache(maxsize=32_768)
def terms(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared: folded, small words left out."""
    return tuple(word for word in map(_term, _WORD.findall(text.lower())) if word not in _SMALL)


def _term(word: str) -> str:
    said = letters(plain(word)) if DEVANAGARI.search(word) else word
    said = fold(said)
    return said[:-1] if len(said) > 3 and said.endswith("s") else said


class WordIndex:
    """The words of some passages."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._counts = [Counter(terms(text)) for text in texts]
        lengths = [count.total() for count in self._counts]
        self._usual = sum(lengths) / max(1, len(lengths)) or 1.0
        self._where: defaultdict[str, list[int]] = defaultdict(list)
        for row, count in enumerate(self._counts):
            for term in count:
                self._where[term].append(row)

    def scores(self, question: str) -> dict[int, float]:
        """Return the passages that share words with a question, and how much they do."""
        found: defaultdict[int, float] = defaultdict(float)
        for term in set(terms(question)):
            rows = self._where.get(term, ())
            weight = self._weight(term)
            for row in rows:
                count = self._counts[row]
                length = 1 - _B + _B * count.total() / self._usual
                found[row] += weight * count[term] * (_K1 + 1) / (count[term] + _K1 * length)
        return dict(found)

    def covered(self, question: str, row: int) -> float:
        """Return the share of a question that stands in a passage, near spellings in part."""
        asked = {term: self._weight(term) for term in set(terms(question))}
        there = self._counts[row]
        grams = frozenset(gram for term in there for gram in _grams_of(term))
        found = (
            weight * (1.0 if term in there else _part(_grams_of(term), grams))
            for term, weight in asked.items()
        )
        return sum(found) / (sum(asked.values()) or 1.0)

    def _weight(self, term: str) -> float:
        there, number = len(self._where.get(term, ())), len(self._counts)
        return math.log(1 + (number - there + 0.5) / (there + 0.5))


class LetterIndex:
    """The letters of some sentences: near spellings share most of their three to five in a row."""

    def __init__(self, texts: Sequence[str]) -> None:
        counts = [_grams(text) for text in texts]
        spread = Counter(gram for count in counts for gram in count)
        self._idf = {g: math.log((1 + len(texts)) / (1 + n)) + 1 for g, n in spread.items()}
        self._where: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for row, count in enumerate(counts):
            for gram, weight in self._weighed(count).items():
                self._where[gram].append((row, weight))

    def scores(self, question: str) -> dict[int, float]:
        """Return the cosine of each sentence that shares letters with a question, from 0 to 1."""
        found: defaultdict[int, float] = defaultdict(float)
        for gram, weight in self._weighed(_grams(question)).items():
            for row, there in self._where.get(gram, ()):
                found[row] += weight * there
        return dict(found)

    def _weighed(self, count: Counter[str]) -> dict[str, float]:
        known = {g: (1 + math.log(n)) * self._idf[g] for g, n in count.items() if g in self._idf}
        length = math.sqrt(sum(value * value for value in known.values())) or 1.0
        return {gram: value / length for gram, value in known.items()}


def _grams(text: str) -> Counter[str]:
    return Counter(gram for term in terms(text) for gram in _grams_of(term))


@lru_cache(maxsize=32_768)
def _grams_of(term: str) -> tuple[str, ...]:
    word = f" {term} "
    return tuple(
        word[at : at + size] for size in (3, 4, 5) for at in range(max(1, len(word) - size + 1))
    )


def _part(grams: Sequence[str], there: frozenset[str]) -> float:
    mine = frozenset(grams)
    return len(mine & there) / max(1, len(mine))
