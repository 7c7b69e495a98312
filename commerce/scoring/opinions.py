"""What the words of a review say: for or against, and of what.

A list of words of our own in English, Hindi and Hinglish, with what turns, strengthens and weakens
them, after the manner of Hutto & Gilbert 2014 (VADER, doi:10.1609/icwsm.v8i1.14550). Hindi turns a
word from behind ("accha nahi"), English from before ("not good"). What it cannot do: irony ("great,
another broken one"), and words it was not told.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

_FOLDER: Final = Path(__file__).parent / "words"
_TOKEN: Final = re.compile(
    r"[\u0900-\u0963\u0970-\u097f\u200c\u200d]+"
    r"|[^\W\d_]+(?:['’\-][^\W\d_]+)*"
    r"|\d+"
    r"|[:=;<]['\-]?[()/3d]"
    r"|[.!?,;।\n|]"
    r"|[^\w\s.,;:!?'\"()\[\]/\\\-]",
)
_STOPS: Final = frozenset(".!?,;।\n|")
_LATIN: Final = re.compile(r"(.)\1+")
_LONGEST_PHRASE: Final = 5
_TURNED: Final = -0.7
"""What turns a word leaves less of it than it was: "not good" is not "bad"."""
_AS_IT_IS: Final = frozenset(("baad",))
"""Doubled letters that make another word: "baad" is later, "bad" is not."""
MOST_LETTERS: Final = 4_000
"""Letters of a review that are read."""
_TEXTS_KEPT: Final = 8_192
"""Reviews whose reading a process remembers: the newest are asked about again and again."""


class Aspect(StrEnum):
    """What people praise or complain of."""

    SIZE = "size"
    QUALITY = "quality"
    DELIVERY = "delivery"
    DAMAGED = "damaged"
    WRONG_ITEM = "wrong_item"
    COLOUR = "colour"
    PACKAGING = "packaging"
    PRICE = "price"
    FAKE = "fake"
    SERVICE = "service"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One word or phrase that says something, and what it came to where it stood."""

    text: str
    """As it was written, with what turned it: "accha nahi"."""
    points: float
    clause: int
    """Which clause it stood in, counted from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What one review says."""

    said: tuple[Said, ...]
    clauses: tuple[str, ...]
    """Its parts between full stops, commas and buts, as they were written."""

    @property
    def points(self) -> float:
        """For above zero, against below."""
        return sum(one.points for one in self.said)

    def of_clause(self, place: int) -> float:
        """Return what one clause comes to."""
        return sum(one.points for one in self.said if one.clause == place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word as written and as compared."""

    text: str
    plain: str
    clause: int
    start: int
    end: int


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """Return a word as it is compared: no capitals, no nukta, no doubled letters."""
    if word.lower() in _AS_IT_IS:
        return word.lower()
    word = unicodedata.normalize("NFD", word.lower().replace("’", "'"))
    word = "".join(letter for letter in word if letter != "\u093c" and not _is_accent(letter))
    word = word.replace("\u0901", "\u0902").replace("\ufe0f", "")
    return _LATIN.sub(r"\1", unicodedata.normalize("NFC", word)).replace("chch", "ch")


def _is_accent(letter: str) -> bool:
    return "\u0300" <= letter <= "\u036f"


def tokens(text: str) -> list[Token]:
    """Return the words of a review in their order, with the clause each stands in."""
    found: list[Token] = []
    clause, fresh = 0, True
    buts = _lexicon().but
    for match in _TOKEN.finditer(text[:MOST_LETTERS]):
        written = match[0]
        if written in _STOPS:
            if not fresh:
                clause, fresh = clause + 1, True
            continue
        word = plain(written)
        if word in buts and not fresh:
            clause += 1
        found.append(
            Token(text=written, plain=word, clause=clause, start=match.start(), end=match.end())
        )
        fresh = False
    return found


@lru_cache(maxsize=_TEXTS_KEPT)
def opinion(text: str) -> Opinion:
    """Return what a review says, word by word."""
    words = tokens(text)
    lexicon = _lexicon()
    hits = _hits(words, lexicon)
    turned = _turned(words, hits, lexicon)
    last_but = max((word.clause for word in words if word.plain in lexicon.but), default=-1)
    said = []
    for k, (start, end, points) in enumerate(hits):
        points *= _strength(words, start, lexicon)
        first, last = start, end
        if k in turned:
            points *= _TURNED
            first, last = min(first, turned[k]), max(last, turned[k] + 1)
        clause = words[start].clause
        # Who says "but" means what follows.
        points *= 1.0 if last_but < 0 else 1.3 if clause >= last_but else 0.7
        written = text[words[first].start : words[last - 1].end]
        said.append(Said(text=written, points=points, clause=clause))
    return Opinion(said=tuple(said), clauses=_clauses(text, words))


@lru_cache(maxsize=_TEXTS_KEPT)
def aspects(text: str) -> Mapping[Aspect, bool]:
    """Return what a review is about, and of each whether it is a complaint."""
    words, told = tokens(text), opinion(text)
    poor = told.points < 0
    found: dict[Aspect, bool] = {}
    for start, word in enumerate(words):
        turned = _free_of(words, start)
        mood = told.of_clause(word.clause)
        for aspect, complains in _named_at(words, start):
            if complains and turned:
                continue
            is_complaint = complains or mood < 0 or (mood == 0 and poor)
            found[aspect] = found.get(aspect, False) or is_complaint
    return MappingProxyType({aspect: found[aspect] for aspect in Aspect if aspect in found})


def plain_count(text: str) -> int:
    """Return good words less bad words and nothing else: the baseline of everything here."""
    worth = _lexicon().worth
    signs = [worth.get((word.plain,), 0.0) for word in tokens(text)]
    return sum(1 if one > 0 else -1 if one < 0 else 0 for one in signs)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lexicon:
    worth: dict[tuple[str, ...], float]
    after: frozenset[str]
    around: frozenset[str]
    but: frozenset[str]
    more: frozenset[str]
    less: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    read = _read("sentiment.toml")
    worth: dict[tuple[str, ...], float] = {}
    for group in read["worth"]:
        for language in ("en", "hi-Latn", "hi"):
            for word in group[language].split():
                worth.setdefault(_as_key(word.replace("_", " ")), float(group["points"]))
    for points, phrases in read["phrases"].items():
        worth |= {_as_key(phrase): float(points) for phrase in phrases}
    worth |= {(plain(sign),): 1.8 for sign in read["signs"]["good"]}
    worth |= {(plain(sign),): -1.8 for sign in read["signs"]["bad"]}
    turning = {name: frozenset(map(plain, words)) for name, words in read["turning"].items()}
    return _Lexicon(worth=worth, **turning)


@cache
def _subjects() -> Mapping[str, Sequence[tuple[tuple[str, ...], Aspect, bool]]]:
    """Return phrases by their first word, each with what it names and whether it complains."""
    read = _read("aspects.toml")
    found: dict[str, list[tuple[tuple[str, ...], Aspect, bool]]] = {}
    for aspect in Aspect:
        for kind in ("says", "complains"):
            for phrase in map(_as_key, read[aspect][kind]):
                found.setdefault(phrase[0], []).append((phrase, aspect, kind == "complains"))
    return found


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))


def _as_key(phrase: str) -> tuple[str, ...]:
    return tuple(plain(match[0]) for match in _TOKEN.finditer(phrase))


def _hits(words: Sequence[Token], lexicon: _Lexicon) -> list[tuple[int, int, float]]:
    """Return where something is said: first word, behind the last, points. Longest first."""
    hits, at = [], 0
    while at < len(words):
        for end in range(min(len(words), at + _LONGEST_PHRASE), at, -1):
            points = lexicon.worth.get(tuple(word.plain for word in words[at:end]))
            if points is not None and words[end - 1].clause == words[at].clause:
                hits.append((at, end, points))
                at = end
                break
        else:
            at += 1
    return hits


def _turned(
    words: Sequence[Token], hits: Sequence[tuple[int, int, float]], lexicon: _Lexicon
) -> dict[int, int]:
    """Return which hits are turned, each by which word."""
    inside = {at for start, end, _ in hits for at in range(start, end)}
    turned: dict[int, int] = {}
    for at, word in enumerate(words):
        if at in inside or not (word.plain in lexicon.after or word.plain in lexicon.around):
            continue
        same = [k for k, (start, _, _) in enumerate(hits) if words[start].clause == word.clause]
        before = [k for k in same if 0 <= at - hits[k][1] <= 1]
        behind = [k for k in same if 0 < hits[k][0] - at <= 3]
        chosen = behind[:1]
        if word.plain in lexicon.around:
            chosen = before[-1:] or behind[:1]
        for k in chosen:
            turned.setdefault(k, at)
    return turned


def _strength(words: Sequence[Token], start: int, lexicon: _Lexicon) -> float:
    before = [w.plain for w in words[max(0, start - 2) : start] if w.clause == words[start].clause]
    if any(word in lexicon.more for word in before):
        return 1.4
    return 0.6 if any(word in lexicon.less for word in before) else 1.0


def _free_of(words: Sequence[Token], start: int) -> bool:
    """Tell whether "no" stands right before a complaint: "no damage" is none."""
    lexicon = _lexicon()
    before = words[start - 1] if start else None
    return before is not None and before.plain in lexicon.after


def _named_at(words: Sequence[Token], start: int) -> Iterator[tuple[Aspect, bool]]:
    """Return what phrases that begin at a word name, and whether each is a complaint by itself."""
    for phrase, aspect, complains in _subjects().get(words[start].plain, ()):
        if tuple(word.plain for word in words[start : start + len(phrase)]) == phrase:
            yield aspect, complains


def _clauses(text: str, words: Sequence[Token]) -> tuple[str, ...]:
    spans: dict[int, tuple[int, int]] = {}
    for word in words:
        start, _ = spans.get(word.clause, (word.start, word.end))
        spans[word.clause] = (start, word.end)
    count = max(spans, default=-1) + 1
    return tuple(text[slice(*spans[k])] if k in spans else "" for k in range(count))


def entries() -> list[tuple[str, float]]:
    """Return every word and phrase that says something, with what it says."""
    return [(" ".join(key), points) for key, points in _lexicon().worth.items()]
