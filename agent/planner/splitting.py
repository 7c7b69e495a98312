"""Several requests in one message: where it may be cut, and whether the parts stand alone."""

import re

from agent.planner import thresholds
from agent.planner.deciding import Decider
from agent.planner.hearing import Ear, Heard

_JOINTS = re.compile(
    r"(?i)\s*(?:\n+|;|[.!?]\s+|[,]?\s+(?:and also|and then|and|also|aur phir|aur fir|aur|phir|fir"
    r"|then|plus|saath mein|sath me|और फिर|और|फिर|तथा)\s+|,\s+)\s*"
)
MOST_PARTS = 4
LEAST_LETTERS = 3


def parts_of(text: str) -> list[str]:
    """Return where a message could be cut, whole first; only a message of one part is not cut."""
    pieces = [piece.strip() for piece in _JOINTS.split(text)]
    pieces = [piece for piece in pieces if len(piece) >= LEAST_LETTERS]
    return pieces if 2 <= len(pieces) <= 2 * MOST_PARTS else []


def requests_in(ear: Ear, decider: Decider, text: str) -> list[Heard]:
    """Return the requests of a message: the parts, where each stands alone, else the whole.

    A part that does not stand alone belongs to the one before it (or after, at the start): a
    reason, an id on a line of its own, a city after "and". Parts that want the same tool are one
    request, which takes several values.
    """
    whole = ear.hear(text)
    groups: list[tuple[int, int, bool]] = []
    for start, end in _spans(text):
        alone = _stands_alone(ear.hear(text[start:end]), decider)
        inside = any(f.start < start < f.end for f in whole.found)
        if groups and (inside or not alone or not groups[-1][2]):
            groups[-1] = (groups[-1][0], end, alone or groups[-1][2])
        else:
            groups.append((start, end, alone))
    heard = [ear.hear(text[start:end]) for start, end, _ in groups]
    real = [one for one in heard if not _is_talk(one, decider)]
    if len(real) == 1 and len(groups) > 1:
        return real
    tops = {_top(one, decider) for one in real}
    return real if 2 <= len(real) <= MOST_PARTS and len(tops) == len(real) else [whole]


def texts_to_hear(text: str) -> list[str]:
    """Return everything that may have to be understood of a message."""
    return [text, *(text[start:end] for start, end in _spans(text))] if parts_of(text) else [text]


def _spans(text: str) -> list[tuple[int, int]]:
    """Return the parts of a text by their letters."""
    spans, start = [], 0
    for match in _JOINTS.finditer(text):
        if match.start() - start >= LEAST_LETTERS:
            spans.append((start, match.start()))
            start = match.end()
    if len(text) - start >= LEAST_LETTERS:
        spans.append((start, len(text)))
    elif spans:
        spans[-1] = (spans[-1][0], len(text))
    return spans[: 2 * MOST_PARTS] or [(0, len(text))]


def _stands_alone(heard: Heard, decider: Decider) -> bool:
    readings, talk, outside, _ = decider.weigh(heard)
    if max(talk.values(), default=0.0) >= thresholds.STANDS_ALONE:
        return True
    if outside >= thresholds.STANDS_ALONE:
        return len(heard.said.tokens) > 2
    if not readings or readings[0].score < thresholds.STANDS_ALONE:
        return False
    verbs = decider.verbs[readings[0].tool.name]
    return any(verbs.named_by(token) for token in heard.said.tokens)


def _is_talk(heard: Heard, decider: Decider) -> bool:
    _, talk, _, _ = decider.weigh(heard)
    return max(talk.values(), default=0.0) >= thresholds.TALK


def _top(heard: Heard, decider: Decider) -> str:
    readings, _, outside, _ = decider.weigh(heard)
    return readings[0].tool.name if readings and readings[0].score > outside else ""
