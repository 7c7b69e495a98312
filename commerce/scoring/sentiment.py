"""Whether a review is for or against, and which of its words made it so.

A sum over words, pairs of words, parts of words (which forgive spelling) and what our own list says
of them (`opinions`); logistic regression on tf-idf (Wang & Manning 2012, ACL, "Baselines and
Bigrams": hard to beat on short texts). Each part belongs to words as they were written, so that the
words' points add up to the score. A shop that has taught nothing gets what the list says.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from commerce.scoring.additive import logistic
from commerce.scoring.opinions import MOST_LETTERS, Token, entries, opinion, tokens
from commerce.scoring.types import Arrays, Floats, Reason, Score

Embed = Callable[[Sequence[str]], NDArray[np.float32]]
"""Sentences → what they mean, one row each."""

MOST_FEATURES: Final = 60_000
_SEED: Final = 5
_LIST: Final = ("list good", "list bad")
"""What our list says for and against, as two features beside the words."""
_LIST_WEIGHT: Final = 0.35
_ENTRY_WEIGHT: Final = 0.25
_MEANING_WEIGHT: Final = 3.0


class Mood(StrEnum):
    """What a review is, taken as a whole."""

    NEGATIVE = "negative"
    NEUTRAL = "neutral"
    POSITIVE = "positive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Tells a review's mood from its words."""

    classes: tuple[str, ...]
    """What it tells apart, in the order of the columns of `weights`."""
    vocabulary: NDArray[np.str_]
    """Names of features, ascending."""
    idf: Floats
    weights: Floats
    """What a feature adds to the log odds of each class, shape (features + 2, classes)."""
    bias: Floats
    meaning: Floats | None = None
    """Weights of what a sentence means, shape (dimensions, classes), where that was learnt from."""
    _read: dict[str, Mood] = field(default_factory=dict, repr=False, compare=False)
    """Moods of texts read lately: the newest reviews are asked about again and again."""

    def chances(self, texts: Sequence[str], embed: Embed | None = None) -> Floats:
        """Return the chance of each class, shape (texts, classes)."""
        if not len(texts):
            return np.zeros((0, len(self.classes)))
        logits = np.stack([self.bias + sum(p for _, p in self._parts(text)) for text in texts])
        if self.meaning is not None and embed is not None:
            logits = logits + _MEANING_WEIGHT * embed(texts) @ self.meaning
        logits -= logits.max(axis=1, keepdims=True)
        raised = np.exp(logits)
        return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float64)

    def moods(self, texts: Sequence[str]) -> list[Mood]:
        """Return the likeliest mood of each text."""
        if len(self._read) > MOST_REMEMBERED:
            self._read.clear()
        # What is known is taken out at once: another thread may clear it meanwhile.
        moods = {text: mood for text in texts if (mood := self._read.get(text)) is not None}
        fresh = [text for text in dict.fromkeys(texts) if text not in moods]
        likeliest = self.chances(fresh).argmax(axis=1).tolist()
        said = dict(zip(fresh, (Mood(self.classes[k]) for k in likeliest), strict=True))
        self._read.update(said)
        moods |= said
        return [moods[text] for text in texts]

    def explain(self, text: str, *, version: int = 0) -> Score:
        """Return how far a text is for rather than against, in [0, 1], and by which words."""
        good, bad = self.classes.index(Mood.POSITIVE), self.classes.index(Mood.NEGATIVE)
        base = float(self.bias[good] - self.bias[bad])
        by_word: dict[str, float] = {}
        for word, part in self._parts(text):
            by_word[word] = by_word.get(word, 0.0) + float(part[good] - part[bad])
        total = sum(by_word.values())
        ends = logistic(np.array([base, base + total]))
        # Log odds become chance by the mean slope of the way, as in `additive`: the sum stays one.
        slope = float(ends[1] - ends[0]) / total if abs(total) > 1e-9 else 0.0
        reasons = [
            Reason(feature="word", value=word, points=part * slope)
            for word, part in by_word.items()
        ]
        reasons.sort(key=lambda reason: -abs(reason.points))
        return Score(
            name=NAME, value=float(ends[1]), base=float(ends[0]), reasons=tuple(reasons),
            version=version,
        )  # fmt: skip

    def dump(self) -> dict[str, NDArray[Any]]:
        """Return the reader as arrays, to store."""
        return {
            "classes": np.array(self.classes), "vocabulary": self.vocabulary, "idf": self.idf,
            "weights": self.weights, "bias": self.bias,
        }  # fmt: skip

    @classmethod
    def load(cls, arrays: Arrays, _: Mapping[str, Any] | None = None) -> "Reader":
        """Return a reader that was dumped.

        Raises:
            KeyError: These arrays are none.
        """
        return cls(
            classes=tuple(str(one) for one in arrays["classes"]),
            vocabulary=arrays["vocabulary"].astype(np.str_),
            idf=np.asarray(arrays["idf"], dtype=np.float64),
            weights=np.asarray(arrays["weights"], dtype=np.float64),
            bias=np.asarray(arrays["bias"], dtype=np.float64),
        )

    def _parts(self, text: str) -> list[tuple[str, Floats]]:
        """Return what words add to the log odds of each class."""
        parts: list[tuple[str, Floats]] = []
        told = opinion(text)
        scale = _list_scale(len(told.said))
        for one in told.said:
            row = self.weights[-2 if one.points > 0 else -1]
            parts.append((one.text, row * one.points * scale))
        parts += self._learnt(text)
        return parts

    def _learnt(self, text: str) -> list[tuple[str, Floats]]:
        if not len(self.vocabulary):
            return []
        named = _features(tokens(text))
        if not named:
            return []
        names = np.array([name for name, _ in named])
        places = np.searchsorted(self.vocabulary, names).clip(max=len(self.vocabulary) - 1)
        known = self.vocabulary[places] == names
        places, words = (
            places[known],
            [word for (_, word), k in zip(named, known, strict=True) if k],
        )
        if not words:
            return []
        # As in learning: 1 + log of how often, times rarity, to unit length. A feature that stands
        # twice shares what it comes to between both places.
        kinds, back, count = np.unique(places, return_inverse=True, return_counts=True)
        value = (1 + np.log(count)) * self.idf[kinds]
        value = value / np.sqrt((value**2).sum())
        share = (value / count)[back]
        return [
            (word, self.weights[place] * part)
            for word, place, part in zip(words, places, share, strict=True)
        ]


NAME: Final = "review_sentiment"
MOST_REMEMBERED: Final = 20_000
"""Texts whose mood a reader remembers."""

BUILT_IN: Final = Reader(
    classes=(Mood.NEGATIVE, Mood.NEUTRAL, Mood.POSITIVE),
    vocabulary=np.array([], dtype=np.str_), idf=np.array([]),
    weights=np.array([[-2.2, -0.5, 2.2], [-2.2, 0.5, 2.2]]), bias=np.array([-0.9, 0.0, -1.1]),
)  # fmt: skip
"""What our list of words says, for shops that have taught nothing yet."""


def learn(
    texts: Sequence[str], moods: Sequence[str], *, weights: Floats | None = None,
    meanings: NDArray[np.float32] | None = None, with_list: bool = True, tune: bool = True,
) -> Reader:  # fmt: skip
    """Learn a reader from texts and what they are.

    Args:
        texts: Reviews.
        moods: What each is; two kinds at least.
        weights: How much each counts; all the same where it is left out.
        meanings: What each means, one row each, where that is to be learnt from as well.
        with_list: Whether our own list takes part; only where `moods` are `Mood`s.
        tune: Whether to try how firmly to hold on to the words, on a part of the rows.

    Raises:
        ValueError: All are of one kind.
    """
    from scipy.sparse import csr_matrix, hstack
    from sklearn.feature_extraction.text import TfidfVectorizer
    from threadpoolctl import threadpool_limits

    kinds = np.array([str(one) for one in moods])
    if len(np.unique(kinds)) < 2:
        raise ValueError("All reviews are of one kind; there is nothing to tell apart.")
    weight = np.ones(len(texts)) if weights is None else weights
    extra = _taught(kinds) if with_list and meanings is None else []
    every = [*texts, *(text for text, _ in extra)]
    vectors = TfidfVectorizer(
        analyzer=names_of, sublinear_tf=True, dtype=np.float64, max_features=MOST_FEATURES,
        min_df=2 if len(texts) > 300 else 1,
    )  # fmt: skip
    words = vectors.fit_transform(every)
    # Rarity is told by reviews, not by the list's single words that were added to them.
    lists = csr_matrix(np.array([_list_of(text) if with_list else (0.0, 0.0) for text in every]))
    blocks = [words, lists * _LIST_WEIGHT]
    if meanings is not None:
        blocks.append(csr_matrix(meanings * _MEANING_WEIGHT))
    rows = csr_matrix(hstack(blocks))
    kinds = np.concatenate([kinds, [mood for _, mood in extra]])
    weight = np.concatenate([weight, np.full(len(extra), _ENTRY_WEIGHT)])
    with threadpool_limits(limits=1):
        fitted = _fitted(rows, kinds, weight, tune=tune, own=len(texts))
    slopes, bias = _by_class(fitted)
    names = vectors.get_feature_names_out()
    order = np.argsort(names)
    split = len(names)
    listed = slopes[split : split + 2] * _LIST_WEIGHT
    return Reader(
        classes=tuple(str(one) for one in fitted.classes_),
        vocabulary=names[order].astype(np.str_), idf=vectors.idf_[order],
        weights=np.concatenate([slopes[:split][order], listed]), bias=bias,
        meaning=None if meanings is None else slopes[split + 2 :],
    )  # fmt: skip


def names_of(text: str) -> list[str]:
    """Return the features of a text: its words, pairs of them, and parts of them."""
    return [name for name, _ in _features(tokens(text[:MOST_LETTERS]))]


def _features(words: Sequence[Token]) -> list[tuple[str, str]]:
    """Return features, each with the words it belongs to as they were written."""
    found: list[tuple[str, str]] = []
    for k, word in enumerate(words):
        found.append((f"w {word.plain}", word.text))
        found.extend((part, word.text) for part in _parts_of(word.plain))
        if k and words[k - 1].clause == word.clause:
            before = words[k - 1]
            found.append((f"b {before.plain} {word.plain}", f"{before.text} {word.text}"))
    return found


@lru_cache(maxsize=50_000)
def _parts_of(word: str) -> tuple[str, ...]:
    edged = f"<{word}>"
    return tuple(
        f"c {edged[at : at + size]}"
        for size in (3, 4, 5)
        if size < len(edged)
        for at in range(len(edged) - size + 1)
    )


def _list_of(text: str) -> tuple[float, float]:
    told = opinion(text)
    scale = _list_scale(len(told.said))
    good = sum(one.points for one in told.said if one.points > 0)
    bad = sum(one.points for one in told.said if one.points < 0)
    return good * scale, bad * scale


def _list_scale(hits: int) -> float:
    return float(1 / np.sqrt(1 + hits))


def _taught(kinds: NDArray[np.str_]) -> list[tuple[str, str]]:
    """Return the words of our list as reviews of one word, of the moods that occur."""
    there = set(kinds.tolist())
    told = [
        (word, Mood.POSITIVE if points > 0 else Mood.NEGATIVE)
        for word, points in entries()
        if abs(points) > 1
    ]
    return [(word, mood.value) for word, mood in told if mood.value in there]


def _fitted(rows: Any, kinds: NDArray[np.str_], weight: Floats, *, tune: bool, own: int) -> Any:
    """Return a logistic regression, held as firmly as does best on a part of the rows."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import f1_score
    from sklearn.model_selection import train_test_split

    def make(firm: float) -> Any:
        return LogisticRegression(C=firm, max_iter=300, class_weight="balanced", tol=1e-3)

    firmness = 4.0
    counts = np.unique(kinds[:own], return_counts=True)[1]
    if tune and own >= 200 and counts.min() >= 10:
        some = np.random.default_rng(_SEED).permutation(own)[:8_000]
        learnt, tried = train_test_split(
            some, test_size=0.25, random_state=_SEED, stratify=kinds[some]
        )
        learnt = np.concatenate([learnt, np.arange(own, len(kinds))])
        best = -1.0
        for firm in (0.5, 2.0, 8.0):
            model = make(firm).fit(rows[learnt], kinds[learnt], sample_weight=weight[learnt])
            reached = float(f1_score(kinds[tried], model.predict(rows[tried]), average="macro"))
            if reached > best + 1e-3:
                best, firmness = reached, firm
    return make(firmness).fit(rows, kinds, sample_weight=weight)


def _by_class(fitted: Any) -> tuple[Floats, Floats]:
    """Return slopes and biases with one column a class, also where there are two."""
    slopes, bias = np.asarray(fitted.coef_), np.asarray(fitted.intercept_)
    if len(fitted.classes_) == 2:
        slopes, bias = np.concatenate([-slopes, slopes]) / 2, np.concatenate([-bias, bias]) / 2
    return slopes.T, bias
