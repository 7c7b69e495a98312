"""`superecom evals knowledge`: how often the right passage is found, and how often a wrong one.

The weights and thresholds were chosen by questions of the set `tune`, and by those of `seen`, which
are older. Those of `held` were written before that and were asked only when it was done. Most
questions of `near` and `near_held` that have no answer are of the trade all the same.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.embedding import default_embedder
from knowledge.product import product_passages
from knowledge.searching import Index, compared

QUESTIONS = Path(__file__).with_name("questions.jsonl")
SETS = ("held", "near_held", "tune", "seen", "near")
FIRST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """One question and what came of it."""

    ask: str
    language: str
    of: str
    """Its set, of `SETS`."""
    has_answer: bool
    place: int | None
    """Of the right passage, from 0; `None` where it was not among the first three."""
    quoted: tuple[str, ...]
    """The passages that were quoted."""
    right: bool
    """Whether the right one was among them."""
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
        quoted = index.quoted(asked["ask"], vector, compared, FIRST)
        said = tuple(one.passage.key for one in quoted)
        keys = [one.passage.key for one in ranked]
        places = [place for place, key in enumerate(keys) if key in asked["answers"]]
        found.append(
            Graded(
                ask=asked["ask"], language=asked["language"], of=asked["set"],
                has_answer=bool(asked["answers"]), place=min(places, default=None),
                quoted=said, right=any(key in asked["answers"] for key in said),
                first=keys[0], score=ranked[0].score,
            )
        )  # fmt: skip
    return found


def lines(graded: Sequence[Graded], *, misses: bool) -> Iterator[str]:
    """Yield the figures as people read them."""
    for name in SETS:
        some = [g for g in graded if g.of == name]
        with_answer = [g for g in some if g.has_answer]
        without = [g for g in some if not g.has_answer]
        yield f"{name}: {len(with_answer)} with an answer, {len(without)} without"
        for language in ("en", "hi-Latn", "hi"):
            of = [g for g in with_answer if g.language == language]
            none = [g for g in without if g.language == language]
            yield (
                f"  {language:8} {len(of):3}  recall@1 {_share(g.place == 0 for g in of)}  "
                f"recall@3 {_share(g.place is not None for g in of)}  "
                f"quoted right {_share(g.right for g in of)}  "
                f"quoted without answer {_share(bool(g.quoted) for g in none)} of {len(none)}"
            )
        right = _share(g.right for g in with_answer)
        wrong = _share(bool(g.quoted) and not g.right for g in with_answer)
        many = sum(len(g.quoted) for g in some) / max(1, sum(bool(g.quoted) for g in some))
        yield (
            f"  quoted: right one among them {right}, wrong ones only {wrong}, though there is no "
            f"answer {_share(bool(g.quoted) for g in without)}; {many:.1f} passages an answer"
        )
    if misses:
        # Of the held sets none is listed: who reads its misses would tune by them.
        for one in (g for g in graded if not g.of.endswith("held")):
            if (one.place is None and one.has_answer) or (one.quoted and not one.has_answer):
                yield f"  {one.score:.2f} {one.ask} -> {one.first}"


def _share(hits: Iterator[bool]) -> str:
    counted = list(hits)
    return f"{100 * sum(counted) / max(1, len(counted)):.0f}%"
