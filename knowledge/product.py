"""The documents that come with the product; `python -m knowledge.product` embeds them anew.

Their vectors are shipped (`product.npz`), so that nothing has to be embedded at a start.
"""

import sys
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

import numpy as np

from commerce.library import PRODUCT, Passage
from knowledge.cutting import cut
from knowledge.embedding import default_embedder
from knowledge.meaning import Floats, Lens, sentences, vectors_of, with_vectors
from knowledge.outside import outside

SHIPPED: Final = Path(__file__).with_name("product.npz")


@cache
def product_passages() -> tuple[Passage, ...]:
    """Return the passages that come with the product, with their vectors."""
    plain = plain_passages()
    with np.load(SHIPPED, allow_pickle=False) as stored:
        if str(stored["content"]) != content(plain):
            return with_vectors(plain, default_embedder())
        name, vectors = str(stored["embedder"]), stored["vectors"]
    found, at = [], 0
    for one in plain:
        rows = len(sentences(one))
        packed = vectors[at : at + rows].astype("<f2").tobytes()
        found.append(replace(one, embedder=name, vectors=packed))
        at += rows
    return tuple(found)


@cache
def lens() -> Lens | None:
    """Return what tells sentences of this trade apart; `None` where nothing was embedded."""
    there = [vectors_of(one, one.embedder) for one in product_passages() if one.vectors]
    return Lens(np.concatenate(there)) if there else None


@cache
def plain_passages() -> tuple[Passage, ...]:
    """Return the passages that come with the product, without vectors."""
    folder = files("knowledge") / "documents"
    return tuple(
        passage
        for file in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if file.name.endswith(".md")
        for passage in cut(
            file.read_text(encoding="utf-8"), title=file.name,
            key=f"{PRODUCT}/{file.name.removesuffix('.md')}",
        )
    )  # fmt: skip


def shipped_outside(embedder: str) -> Floats | None:
    """Return the vectors of `outside`, as shipped; `None` where they are of other questions."""
    with np.load(SHIPPED, allow_pickle=False) as stored:
        if "outside" not in stored or str(stored["embedder"]) != embedder:
            return None
        if str(stored["outside_content"]) != _hash("\0".join(outside())):
            return None
        vectors: Floats = stored["outside"].astype(np.float32)
        return vectors


def content(passages: tuple[Passage, ...]) -> str:
    """Return what tells whether stored vectors are of these passages."""
    return _hash("\0".join(sentence for one in passages for sentence in sentences(one)))


def _hash(said: str) -> str:
    import hashlib

    return hashlib.sha256(said.encode()).hexdigest()


def main() -> None:
    """Embed the documents and write their vectors."""
    plain = plain_passages()
    embedder = default_embedder()
    if embedder is None:
        sys.exit("no sentence embedder here")
    done = with_vectors(plain, embedder)
    dimensions = embedder.embed(["x"]).shape[1]
    rows = [np.frombuffer(one.vectors, dtype="<f2").reshape(-1, dimensions) for one in done]
    np.savez_compressed(
        SHIPPED, content=np.array(content(plain)), embedder=np.array(embedder.name),
        vectors=np.concatenate(rows), outside=embedder.embed(list(outside())).astype("<f2"),
        outside_content=np.array(_hash("\0".join(outside()))),
    )  # fmt: skip
    sys.stdout.write(f"{len(plain)} passages, {sum(map(len, rows))} vectors\n")


if __name__ == "__main__":
    main()
