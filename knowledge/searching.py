"""Find the passages that answer a question: by meaning, by words and by letters, added up."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final
from weakref import WeakKeyDictionary

import numpy as np

from commerce import library
from commerce.access import Permission, Role
from commerce.context import Context
from commerce.library import Passage
from knowledge.collections import Collections
from knowledge.embedding import default_embedder
from knowledge.meaning import Floats, sentences, vectors_of
from knowledge.outside import outside_vectors
from knowledge.product import lens, product_passages
from knowledge.thresholds import BESIDE, FITS_BY_WORDS, SURE, Signs, chance
from knowledge.words import LetterIndex, WordIndex, terms

MOST: Final = 3
_WORDS: Final = 0.3
"""What shared words weigh beside meaning, and"""
_LETTERS: Final = 0.3
"""what shared letters do."""
_OWN_FIRST: Final = 0.05
"""What the shop says of itself goes before what is usual."""
_KEPT: Final = 32
"""Shops whose index stays in memory, of one database."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A passage that may answer."""

    passage: Passage
    score: float
    """How well it fits, meaning, words and letters together; see `knowledge.thresholds`."""
    row: int
    """Its place in the index."""


Nearest = Callable[[bool, Floats, Floats], Floats]
"""Of whether rows are the shop's, the rows, and a vector: the cosine of each row to it."""

_LOOKED_UP: Final = 60
_FOURTH: Final = 3
_FIRST: Final = 10
"""Passages among which the nearest sentence is looked for."""
_AWAY: Final = 3
"""Questions that no document answers whose nearness is averaged: one may be near by chance."""


class Index:
    """Some passages, ready to be searched."""

    def __init__(self, passages: Sequence[Passage], embedder: str) -> None:
        self.passages = tuple(passages)
        self._embedder = embedder
        said = [sentences(one) for one in passages]
        self._owner = [row for row, some in enumerate(said) for _ in some]
        self._words = WordIndex([_worded(one) for one in passages])
        self._letters = LetterIndex([sentence for some in said for sentence in some])
        vectors = [vectors_of(one, embedder) for one in passages]
        self._part = [one.of_shop for one in passages]
        self._of = np.repeat(np.arange(len(vectors)), [len(one) for one in vectors])
        there = [one for one in vectors if len(one)]
        self._lens = lens()
        self._vectors = (
            self._lens(np.concatenate(there)) if there and self._lens is not None else None
        )

    def search(self, question: str, vector: Floats | None, nearest: Nearest) -> list[Found]:
        """Return the passages by how well they fit, the best first, whether or not they answer.

        Args:
            question: What is asked.
            vector: What it means, shape (dimensions,); `None` goes by words and letters.
            nearest: Tells how near rows are to a vector.
        """
        shared = self._words.scores(question)
        most = 1 + max(shared.values(), default=0.0)
        scores = np.zeros(len(self.passages))
        for row, value in shared.items():
            scores[row] += _WORDS * value / most
        near: dict[int, float] = {}
        for row, value in self._letters.scores(question).items():
            near[self._owner[row]] = max(near.get(self._owner[row], 0.0), value)
        for row, value in near.items():
            scores[row] += _LETTERS * value
        fit = scores > 0.0
        scores += self._meant(vector, nearest)
        scores += [
            _OWN_FIRST if one.of_shop and fit[row] else 0.0 for row, one in enumerate(self.passages)
        ]
        order = np.argsort(-scores, kind="stable")
        return [
            Found(passage=self.passages[row], score=float(scores[row]), row=int(row))
            for row in order
        ]

    def quoted(
        self, question: str, vector: Floats | None, nearest: Nearest, most: int
    ) -> tuple[Found, ...]:
        """Return the passages that answer a question, the best first; none where none does."""
        ranked = self.search(question, vector, nearest)
        if vector is None or self._vectors is None or self._lens is None:
            return tuple(one for one in ranked[:most] if one.score >= FITS_BY_WORDS)
        if not ranked or chance(self._signs(question, vector, ranked)) < SURE:
            return ()
        return tuple(one for one in ranked[:most] if one.score >= ranked[0].score - BESIDE)

    def _signs(self, question: str, vector: Floats, ranked: Sequence[Found]) -> Signs:
        assert self._lens is not None
        assert self._vectors is not None
        away = outside_vectors(self._embedder)
        seen = self._lens(vector[None])[0]
        first = np.isin(self._of, [one.row for one in ranked[:_FIRST]])
        return Signs(
            meant=float((self._vectors[first] @ seen).max(initial=0.0)),
            lead=ranked[0].score - ranked[min(_FOURTH, len(ranked) - 1)].score,
            covered=self._words.covered(question, ranked[0].row),
            outside=float(np.sort(self._lens(away) @ seen)[-_AWAY:].mean()) if len(away) else 0.0,
            words=len(set(terms(question))),
        )

    def _meant(self, vector: Floats | None, nearest: Nearest) -> Floats:
        best = np.zeros(len(self.passages), dtype=np.float32)
        if vector is None or self._vectors is None or self._lens is None:
            return best
        seen = self._lens(vector[None])[0]
        of_shop = np.array(self._part)[self._of]
        for part in (True, False):
            rows = np.flatnonzero(of_shop == part)
            if len(rows):
                cosines = nearest(part, self._vectors[rows], seen)
                np.maximum.at(best, self._of[rows], cosines)
        return best


def search(ctx: Context, question: str, most: int = MOST) -> tuple[Found, ...]:
    """Return the passages that answer a question, the best first; none where none fits.

    Customers are told of what is marked for them.
    """
    ctx.require(Permission.KNOWLEDGE_READ)
    index, vector = _asked(ctx, question)
    return index.quoted(question, vector, partial(_nearest, ctx), most)


def likely(ctx: Context, question: str) -> list[Found]:
    """Return passages by how likely they answer, whether or not they do."""
    index, vector = _asked(ctx, question)
    return index.search(question, vector, partial(_nearest, ctx))


def _asked(ctx: Context, question: str) -> tuple[Index, Floats | None]:
    embedder = default_embedder()
    vector = embedder.embed([question])[0] if embedder else None
    return _index(ctx, embedder.name if embedder else ""), vector


def _nearest(ctx: Context, of_shop: bool, rows: Floats, vector: Floats) -> Floats:
    kept = ctx.ports.collections
    if isinstance(kept, Collections) and len(rows) > kept.in_memory:
        name = f"shop-{ctx.actor.shop_id}" if of_shop else "product"
        name += "-customers" if ctx.actor.role is Role.CUSTOMER else ""
        found = kept.nearest(name, rows, vector, _LOOKED_UP)
        if found is not None:
            return found
    return compared(of_shop, rows, vector)


def compared(of_shop: bool, rows: Floats, vector: Floats) -> Floats:
    """Compare every row with a vector."""
    cosines: Floats = rows @ vector
    return cosines


def readable(ctx: Context) -> tuple[Passage, ...]:
    """Return all passages that the actor may read: the product's, and the shop's own."""
    every = (*library.passages(ctx), *product_passages())
    if ctx.actor.role is not Role.CUSTOMER:
        return every
    return tuple(one for one in every if one.for_customers)


def _worded(passage: Passage) -> str:
    return " ".join((passage.title, passage.heading, *sentences(passage),
                     *passage.versions.values()))  # fmt: skip


_INDEXES: Final[WeakKeyDictionary[Any, OrderedDict[tuple[Any, ...], Index]]] = WeakKeyDictionary()
"""By database, then by shop, edition, and for whom."""
_LOCK: Final = threading.Lock()


def _index(ctx: Context, embedder: str) -> Index:
    engine = ctx.session.get_bind().engine
    customers = ctx.actor.role is Role.CUSTOMER
    key = (ctx.actor.shop_id, customers, library.edition(ctx), embedder)
    with _LOCK:
        kept = _INDEXES.setdefault(engine, OrderedDict())
        if key in kept:
            kept.move_to_end(key)
            return kept[key]
    made = Index(readable(ctx), embedder)
    with _LOCK:
        kept[key] = made
        while len(kept) > _KEPT:
            kept.popitem(last=False)
    return made
