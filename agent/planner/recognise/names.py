"""Places, couriers, products, warehouses and people, by the shop's own names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

import prompts
from agent.planner.recognise.found import Found, Phrases, phrases
from agent.planner.spelling import LEAST_BONES, skeleton
from agent.planner.text import Said, Token, english, everyday, everyday_folds, read, spoken
from commerce.lookup import ShopVocabulary
from commerce.spelling import DEVANAGARI
from tools.arguments import Kind

_LINKS = frozenset(
    ["for", "of", "in", "wala", "wali", "wale", "with", "-", "/", "and", "ka", "ke", "ki"]
)


GUESSED = 0.7
"""How sure a product is whose words are all written otherwise than in its title."""
_LONG = 6
"""Letters of a word that is still known with one of them wrong."""


class Names:
    """The names of one shop, made ready to be found."""

    def __init__(self, words: ShopVocabulary) -> None:
        self._places = Phrases(_place_lexicon(words))
        self._short = {
            alias for aliases in prompts.lexicon("places").values() for alias in aliases
            if len(alias) <= 3
        }  # fmt: skip
        self._people = Phrases(_people_lexicon(words.people), fuzzy=False)
        self._warehouses = Phrases(_warehouse_lexicon(words))
        self._products = _Products(words.titles, words.skus)

    def find(self, said: Said) -> list[Found]:
        """Return every name that occurs."""
        return [
            *self._find_places(said),
            *_hits(said, phrases("courier_names").find(said.tokens), Kind.COURIER, 0.95),
            *_hits(said, self._warehouses.find(said.tokens), Kind.WAREHOUSE, 0.85),
            *_hits(said, self._people.find(said.tokens), Kind.PERSON, 0.85),
            *self._products.find(said),
        ]

    def _find_places(self, said: Said) -> Iterator[Found]:
        tokens = said.tokens
        for hit in self._places.find(tokens):
            token = tokens[hit.first]
            if hit.last - hit.first == 1 and token.word in self._short:
                beside = {t.word for t in (*tokens[hit.first + 1 : hit.last + 1],)}
                before = {t.word for t in tokens[max(0, hit.first - 1) : hit.first]}
                if not (token.raw.isupper() or beside & {"ke", "ka", "ki", "se", "mein"}):
                    continue
                if before & {"follow", "come", "sign", "end"} or beside & {"to"}:
                    continue
            yield Found(
                kind=Kind.PLACE, value=hit.value, start=token.start,
                end=tokens[hit.last - 1].end, score=0.9,
            )  # fmt: skip


@lru_cache(maxsize=16)
def names_of(words: ShopVocabulary) -> Names:
    """Return a shop's names; kept by their content, so that no shop meets another's."""
    return Names(words)


def _hits(said: Said, hits: Sequence[object], kind: Kind, score: float) -> Iterator[Found]:
    for hit in hits:
        first, last = hit.first, hit.last  # type: ignore[attr-defined]
        yield Found(
            kind=kind, value=hit.value,  # type: ignore[attr-defined]
            start=said.tokens[first].start, end=said.tokens[last - 1].end, score=score,
        )  # fmt: skip


def _place_lexicon(words: ShopVocabulary) -> dict[str, list[str]]:
    """Return place → spellings, named as the shop's own addresses name it."""
    own = {place.lower(): place for place in (*words.cities[::-1], *words.states)}
    lexicon: dict[str, list[str]] = {}
    for usual, aliases in prompts.lexicon("places").items():
        name = next((own[a] for a in (usual.lower(), *aliases) if a in own), usual)
        lexicon.setdefault(name, []).extend([usual, *aliases])
    known = {alias.lower() for aliases in lexicon.values() for alias in aliases}
    for lower, place in own.items():
        if lower not in known and (lower not in everyday()) and len(lower) > 2:
            lexicon.setdefault(place, []).append(place)
    return lexicon


def _people_lexicon(people: Sequence[str]) -> dict[str, list[str]]:
    lexicon: dict[str, list[str]] = {}
    firsts = [name.split()[0].lower() for name in people if name.split()]
    for name in people:
        first = name.split()[0].lower() if name.split() else ""
        alone = firsts.count(first) == 1 and first not in english() and len(first) > 2
        said = [name] + ([first] if alone else [])
        lexicon[name] = [form for one in said for form in (one, f"{one}s", f"{one}'s")]
    return lexicon


def _warehouse_lexicon(words: ShopVocabulary) -> dict[str, list[str]]:
    lexicon: dict[str, list[str]] = {}
    usual = prompts.lexicon("places")
    for code, name, city in words.warehouses:
        other = next((a for u, a in usual.items() if city.lower() in (u.lower(), *a)), ())
        lexicon[code] = [code, name, city, *other]
    return lexicon


@dataclass(frozen=True, slots=True)
class _Match:
    index: int
    word: str
    """As the shop's title writes it."""
    strong: bool
    """Whether it can only be a product; a word of ordinary talk can only go with one."""
    guessed: bool = False
    """Whether it was written otherwise than in the title."""


class _Products:
    """Finds products by words of their titles, misspelt or in part, and by SKU."""

    def __init__(self, titles: Sequence[str], skus: Sequence[str]) -> None:
        self._skus = {re.sub(r"[^a-z0-9]", "", sku.lower()): sku for sku in skus}
        self._words: dict[str, str] = {}
        self._folds: dict[str, str] = {}
        self._titles: dict[str, set[int]] = {}
        self._bones: dict[str, str] = {}
        self._all = tuple(titles)
        self._whole = {" ".join(read(t).words): t for t in titles}
        for number, title in enumerate(titles):
            for token in read(title).tokens:
                if token.word in _LINKS or not token.word.isalpha():
                    continue
                self._words.setdefault(token.word, token.raw)
                self._folds.setdefault(token.fold, token.word)
                self._titles.setdefault(token.word, set()).add(number)
                bones = skeleton(token.word)
                if len(bones) >= LEAST_BONES:
                    self._bones.setdefault(bones, token.word)
        named = {t.word for title in titles for t in read(title.split(",")[0]).tokens}
        # Colours and sizes go with a product's name; "blue orders" names none.
        self._options = self._words.keys() - named
        self._long = [word for word in self._words if len(word) >= 4]

    def find(self, said: Said) -> Iterator[Found]:
        """Yield SKUs and stretches of words that stand in one title."""
        skus = {index: self._sku(token) for index, token in enumerate(said.tokens)}
        for index, sku in skus.items():
            if sku:
                token = said.tokens[index]
                yield Found(
                    kind=Kind.PRODUCT, value=sku, start=token.start, end=token.end, score=0.98
                )
        matches = [m for i, token in enumerate(said.tokens)
                   if not skus[i] and (m := self._match(i, token))]  # fmt: skip
        for run in _runs(matches, said.tokens):
            part = self._trimmed(run)
            if any(match.strong for match in part):
                yield self._found(said, part, whole=len(part) == len(run))

    def _sku(self, token: Token) -> str | None:
        key = re.sub(r"[^a-z0-9]", "", token.raw.lower())
        written_as_code = not key.isalpha() or "-" in token.raw
        return self._skus.get(key) if len(key) >= 4 and written_as_code else None

    def _match(self, index: int, token: Token) -> _Match | None:
        if not token.word.isalpha() or token.word in _LINKS:
            return None
        ordinary = token.word in everyday() or len(token.word) < 3 or token.word in self._options
        if token.word in self._words:
            return _Match(index, token.word, not ordinary)
        if ordinary:
            return None
        if DEVANAGARI.search(token.raw):
            bones = skeleton(token.raw)
            word = self._folds.get(token.fold) or self._bones.get(bones)
            guessed = token.fold not in self._folds and len(bones) <= LEAST_BONES
            return _Match(index, word, word not in self._options, guessed) if word else None
        if (word := self._singular(token)) is not None:
            return _Match(index, word, word not in self._options)
        if token.fold in everyday_folds():
            return None
        word = self._folds.get(token.fold) or self._misspelt(token)
        if word is None:
            return None
        if token.fold in self._folds:
            guessed = len(token.fold) < _LONG - 1
        else:
            guessed = len(word) < _LONG or OSA.distance(token.word, word) > 1
        return _Match(index, word, word not in self._options, guessed)

    def _singular(self, token: Token) -> str | None:
        for end, instead in (("ies", "y"), ("es", ""), ("s", ""), ("", "s"), ("", "es")):
            word = (
                token.word[: len(token.word) - len(end)] + instead if end else token.word + instead
            )
            if token.word.endswith(end) and len(word) >= 3 and word in self._words:
                return word
        return None

    def _misspelt(self, token: Token) -> str | None:
        if len(token.word) < 5 or token.word in spoken():
            return None
        allowed = 1 if len(token.word) < 7 else 2
        best = min(
            ((OSA.distance(token.word, word, score_cutoff=allowed), word)
             for word in self._long if word[0] == token.word[0]),
            default=None,
        )  # fmt: skip
        return best[1] if best is not None and best[0] <= allowed else None

    def _trimmed(self, run: list[_Match]) -> list[_Match]:
        """Return the longest part of a run that one title has all of."""
        for length in range(len(run), 0, -1):
            for first in range(len(run) - length + 1):
                part = run[first : first + length]
                if set.intersection(*(self._titles[match.word] for match in part)):
                    return part
        return []

    def _found(self, said: Said, run: Sequence[_Match], *, whole: bool) -> Found:
        """Return the product of a run of words; `whole` where no word had to be left out."""
        value = self._title(run) or " ".join(self._words[match.word] for match in run)
        guessed = not whole or all(match.guessed for match in run)
        return Found(
            kind=Kind.PRODUCT, value=value, start=said.tokens[run[0].index].start,
            end=said.tokens[run[-1].index].end,
            score=GUESSED if guessed else min(0.95, 0.75 + 0.1 * len(run)),
        )  # fmt: skip

    def _title(self, run: Sequence[_Match]) -> str | None:
        """Return the title of the only product whose titles have all the words."""
        exact = self._whole.get(" ".join(match.word for match in run))
        numbers = set.intersection(*(self._titles[match.word] for match in run))
        titles = sorted((self._all[number] for number in numbers), key=len)
        return exact or (titles[0] if all(t.startswith(titles[0]) for t in titles) else None)


def _runs(matches: Sequence[_Match], tokens: Sequence[Token]) -> Iterator[list[_Match]]:
    """Yield stretches of matched words, a linking word allowed between two."""
    run: list[_Match] = []
    for match in matches:
        if run:
            between = [token.word for token in tokens[run[-1].index + 1 : match.index]]
            if len(between) > 1 or any(word not in _LINKS for word in between):
                yield run
                run = []
        run.append(match)
    if run:
        yield run
