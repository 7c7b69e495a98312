"""What passages mean, as vectors that are kept beside them.

References:
    J. Mu, P. Viswanath: All-but-the-Top: Simple and Effective Postprocessing for Word
    Representations. ICLR 2018, arXiv:1702.01417.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from commerce.library import Passage
from knowledge.embedding import Embedder

Floats = NDArray[np.float32]
BATCH: Final = 64


def with_vectors(passages: Sequence[Passage], embedder: Embedder | None) -> tuple[Passage, ...]:
    """Return passages with their vectors; as they are where nothing here embeds."""
    if embedder is None:
        return tuple(passages)
    said = [sentences(one) for one in passages]
    flat = [sentence for some in said for sentence in some]
    rows = [embedder.embed(flat[at : at + BATCH]) for at in range(0, len(flat), BATCH)]
    vectors = np.concatenate(rows) if rows else np.zeros((0, 0), dtype=np.float32)
    found, at = [], 0
    for one, some in zip(passages, said, strict=True):
        packed = vectors[at : at + len(some)].astype("<f2").tobytes()
        found.append(replace(one, embedder=embedder.name, vectors=packed))
        at += len(some)
    return tuple(found)


def sentences(passage: Passage) -> list[str]:
    """Return what of a passage is embedded: its text under its heading, and its questions."""
    return [f"{passage.heading}. {passage.text}", *passage.questions]


def vectors_of(passage: Passage, embedder: str) -> Floats:
    """Return a passage's vectors, shape (n, dimensions); none where another embedder made them."""
    rows = 1 + len(passage.questions)
    if passage.embedder != embedder or not passage.vectors:
        return np.zeros((0, 0), dtype=np.float32)
    return np.frombuffer(passage.vectors, dtype="<f2").reshape(rows, -1).astype(np.float32)


_SHARED: Final = 4
"""Directions that are left out: measured by `superecom evals knowledge`."""


class Lens:
    """Takes out of vectors what all sentences share: their language, and that they ask.

    Without it any two questions of one language look alike, whatever they are about.
    """

    def __init__(self, vectors: Floats) -> None:
        self._middle = vectors.mean(axis=0)
        self._shared: Floats = np.linalg.svd(vectors - self._middle, full_matrices=False)[2][
            :_SHARED
        ]

    def __call__(self, vectors: Floats) -> Floats:
        """Return vectors of unit length, shape as given (n, dimensions)."""
        moved = vectors - self._middle
        moved = moved - (moved @ self._shared.T) @ self._shared
        seen: Floats = moved / (np.linalg.norm(moved, axis=1, keepdims=True) + 1e-9)
        return seen
