"""`superecom evals knowledge`: how often the right passage is found, and how often a wrong one.

Half of the questions (`held`) are shown apart, though figures of both halves were seen while the
thresholds were chosen; half have no answer in the documents.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.embedding import default_embedder
from knowledge.product import product_passages
from knowledge.searching import Index, compared
from knowledge.thresholds import answers

QUESTIONS = Path(__file__).with_name("questions.jsonl")
FIRST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """One question and what came of it."""

    ask: str
    language: str
    held: bool
    has_answer: bool
    place: int | None
    """Of the right passage, from 0; `None` where it was not among the first three."""
    quoted: bool
    """Whether anything was quoted."""
    first: str
    """The passage that came first."""
    score: float


def measure() -> list[Graded]:
    """Ask every question of the documents that come with the product."""
    embedder = default_embedder()
    index = Index(product_passages(), embedder.name if embedder else "")
    found = []
    for line in QUESTIONS.read_text(encoding="utf-8").splitlines():
        asked = json.loads(line)
        vector = embedder.embed([asked["ask"]])[0] if embedder else None
        ranked = index.search(asked["ask"], vector, compared)[:FIRST]
        keys = [one.passage.key for one in ranked]
        places = [place for place, key in enumerate(keys) if key in asked["answers"]]
        found.append(
            Graded(
                ask=asked["ask"], language=asked["language"], held=asked["held"],
                has_answer=bool(asked["answers"]), place=min(places, default=None),
                quoted=answers(ranked[0].score, embedded=embedder is not None),
                first=keys[0], score=ranked[0].score,
            )
        )  # fmt: skip
    return found


def lines(graded: Sequence[Graded], *, misses: bool) -> Iterator[str]:
    """Yield the figures as people read them."""
    for name, some in (("held out", [g for g in graded if g.held]), ("all", list(graded))):
        with_answer = [g for g in some if g.has_answer]
        without = [g for g in some if not g.has_answer]
        yield f"{name}: {len(with_answer)} with an answer, {len(without)} without"
        for language in ("en", "hi-Latn", "hi"):
            of = [g for g in with_answer if g.language == language]
            yield (
                f"  {language:8} {len(of):3}  recall@1 {_share(g.place == 0 for g in of)}  "
                f"recall@3 {_share(g.place is not None for g in of)}"
            )
        right = _share(g.quoted and g.place is not None for g in with_answer)
        wrong = _share(g.quoted and g.place is None for g in with_answer)
        yield (
            f"  quoted: right one among them {right}, wrong ones only {wrong}, "
            f"though there is no answer {_share(g.quoted for g in without)}"
        )
    if misses:
        for one in graded:
            if (one.place is None and one.has_answer) or (one.quoted and not one.has_answer):
                yield f"  {one.score:.2f} {one.ask} -> {one.first}"


def _share(hits: Iterator[bool]) -> str:
    counted = list(hits)
    return f"{100 * sum(counted) / max(1, len(counted)):.0f}%"
