"""The trained chooser: two linear models over words and over meaning, pooled. Needs numpy only.

References:
    T. Joachims, "Text Categorization with Support Vector Machines" (1998), on why linear models
    over many n-grams do so well; multinomial logistic regression as in C. Bishop, "Pattern
    Recognition and Machine Learning", section 4.3.4.
"""

import zipfile
from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from agent.planner.choose.features import Masked, grams

Floats = NDArray[np.float32]

OF_MEANING = 0.55
"""What the meaning weighs against the words."""
SHARPER = 1.3
"""Exponent that makes the shares true to how often they are right (log loss 0.36 against 0.40
without, on examples held out by template; an average of shares instead of their logarithms gives
0.39)."""
_LEAST = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What training leaves behind; arrays only, so that loading never runs code."""

    content: str
    """Hash of everything it was learned from."""
    embedder: str
    """Name of the embedder, empty where there was none."""
    classes: tuple[str, ...]
    vocabulary: tuple[str, ...]
    """The n-grams, one for each row of `word_weights`."""
    idf: Floats
    word_weights: Floats
    """Shape (n-grams, classes)."""
    word_bias: Floats
    meaning_weights: Floats
    """Shape (dimensions, classes); no rows without an embedder."""
    meaning_bias: Floats
    triggers: tuple[str, ...]
    """`tool word` pairs: folded words that, said at all, mostly mean this tool."""
    pairs: tuple[str, ...]
    """`tool word word` triples: a negation and its neighbour, said in a tool's own examples."""
    told: tuple[str, ...] = ()
    """Tools that people ask for by telling what happened."""

    def save(self, path: Path) -> None:
        """Write one `.npz` file, the same bytes for the same weights."""
        texts = {
            name: np.frombuffer("\n".join(lines).encode(), dtype=np.uint8)
            for name, lines in (
                ("classes", self.classes), ("vocabulary", self.vocabulary),
                ("triggers", self.triggers), ("pairs", self.pairs), ("told", self.told),
                ("content", (self.content,)), ("embedder", (self.embedder,)),
            )
        }  # fmt: skip
        arrays: dict[str, Any] = {
            "idf": self.idf.astype(np.float16),
            "word_weights": self.word_weights.astype(np.float16),
            "word_bias": self.word_bias,
            "meaning_weights": self.meaning_weights.astype(np.float16),
            "meaning_bias": self.meaning_bias,
        }
        path.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, array in sorted({**texts, **arrays}.items()):
                buffer = BytesIO()
                np.save(buffer, array, allow_pickle=False)
                entry = zipfile.ZipInfo(f"{name}.npy", date_time=(2026, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, buffer.getvalue())

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read what `save` wrote."""
        with np.load(path, allow_pickle=False) as stored:

            def lines(name: str) -> tuple[str, ...]:
                text = stored[name].tobytes().decode()
                return tuple(text.split("\n")) if text else ()

            def floats(name: str) -> Floats:
                return np.asarray(stored[name], dtype=np.float32)

            return cls(
                content=lines("content")[0], embedder="".join(lines("embedder")),
                classes=lines("classes"), vocabulary=lines("vocabulary"), idf=floats("idf"),
                word_weights=floats("word_weights"), word_bias=floats("word_bias"),
                meaning_weights=floats("meaning_weights"), meaning_bias=floats("meaning_bias"),
                triggers=lines("triggers"), pairs=lines("pairs"), told=lines("told"),
            )  # fmt: skip


class Chooser:
    """Tells how likely each class is for a sentence."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.classes = weights.classes
        self._rows = {gram: row for row, gram in enumerate(weights.vocabulary)}

    @property
    def has_meaning(self) -> bool:
        """Whether the weights can use a sentence's meaning."""
        return bool(self.weights.meaning_weights.shape[0])

    def by_words(self, masked: Masked) -> dict[str, float]:
        """Return probabilities from the words alone."""
        rows, values = self._vector(masked)
        scores = self.weights.word_bias.copy()
        if rows.size:
            scores = scores + values @ self.weights.word_weights[rows]
        return self._named(_softmax(scores))

    def by_meaning(self, vector: Floats) -> dict[str, float]:
        """Return probabilities from the meaning alone."""
        scores = vector @ self.weights.meaning_weights + self.weights.meaning_bias
        return self._named(_softmax(scores))

    def together(self, masked: Masked, vector: Floats | None) -> dict[str, float]:
        """Return both in one (a weighted geometric mean), or the words alone without a vector."""
        words = self.by_words(masked)
        if vector is None or not self.has_meaning:
            return words
        meaning = self.by_meaning(vector)
        logs = np.log([[_LEAST + both[name] for name in self.classes] for both in (words, meaning)])
        weighed = SHARPER * ((1 - OF_MEANING) * logs[0] + OF_MEANING * logs[1])
        return self._named(_softmax(weighed.astype(np.float32)))

    def knows(self, masked: Masked) -> float:
        """Return the share of a sentence's words that were in the examples."""
        words = [word for word in masked.words if len(word) > 1]
        return sum(word in self._rows for word in words) / len(words) if words else 0.0

    def _vector(self, masked: Masked) -> tuple[NDArray[np.intp], Floats]:
        counts = Counter(row for g in grams(masked.words) if (row := self._rows.get(g)) is not None)
        rows = np.fromiter(counts.keys(), dtype=np.intp, count=len(counts))
        values = 1.0 + np.log(np.fromiter(counts.values(), dtype=np.float32, count=len(counts)))
        weighed: Floats = (values * self.weights.idf[rows]).astype(np.float32)
        length = np.float32(np.linalg.norm(weighed) or 1.0)
        return rows, (weighed / length).astype(np.float32)

    def _named(self, shares: Floats) -> dict[str, float]:
        return dict(zip(self.classes, map(float, shares), strict=True))


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max())
    shares: Floats = raised / raised.sum()
    return shares
