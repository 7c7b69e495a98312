"""Questions that no document is about, so that one like them is not answered from the nearest."""

from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np

from knowledge.embedding import default_embedder
from knowledge.meaning import Floats

_FILE: Final = "outside.txt"


@cache
def outside() -> tuple[str, ...]:
    """Return the questions, a line each."""
    text = (files("knowledge") / _FILE).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line)


@cache
def outside_vectors(embedder: str) -> Floats:
    """Return what they mean, shape (questions, dimensions); empty where nothing here embeds."""
    from knowledge.product import shipped_outside

    stored = shipped_outside(embedder)
    if stored is not None:
        return stored
    made = default_embedder()
    if made is None or made.name != embedder:
        return np.zeros((0, 0), dtype=np.float32)
    return made.embed(list(outside()))
