"""Markers of sources, such as [1]: one that leads to no passage of this turn is taken out."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from agent.llm import CallOutcome

_MARKER = re.compile(r"[ \t]*\[(\d{1,3})\]")


def without_loose(text: str, outcomes: Sequence[CallOutcome]) -> str:
    """Return a text without the markers that lead nowhere, or to more than one passage."""
    if "[" not in text:
        return text
    counts = Counter(marker for outcome in outcomes for marker in _given(outcome.facts))
    return _MARKER.sub(lambda found: found[0] if counts[found[0].strip()] == 1 else "", text)


def unmarked(sentence: str) -> str:
    """Return a sentence without markers, whose numbers count nothing."""
    return _MARKER.sub("", sentence)


def _given(facts: Mapping[str, Any]) -> Iterator[str]:
    passages = facts.get("passages")
    for one in passages if isinstance(passages, list | tuple) else ():
        marker = one.get("marker") if isinstance(one, Mapping) else None
        if isinstance(marker, str):
            yield marker
