"""Several requests in one message: where it may be cut, and whether the parts stand alone."""

import re
from enum import IntEnum

import prompts
from agent.planner import thresholds
from agent.planner.deciding import POLITE, Decider
from agent.planner.fields import fields_of
from agent.planner.hearing import Ear, Heard
from agent.planner.leaning import act_of, leftover, small_words
from agent.planner.mood import commands, demands, tells
from agent.planner.recognise.pointers import POINTER
from tools.arguments import Kind
from tools.base import Effect

_JOINTS = re.compile(
    r"(?i)\s*(?:\n+|;|[.!?]\s+|[,]?\s+(?:and also|and then|and|also|aur phir|aur fir|aur|phir|fir"
    r"|then|plus|saath mein|sath me|और फिर|और|फिर|तथा)\s+|,\s+)\s*"
)
MOST_PARTS = 4
_LOOKS = frozenset(prompts.lexicon("dialogue_words")["look"])
_IDS = (Kind.ORDER, Kind.PARCEL)
LEAST_LETTERS = 3
_BARE_PHONE = 3
"""Words of a part that only names a phone number: "alternate number 98…"."""


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
    held = _own_words(whole, decider)
    groups: list[tuple[int, int, Standing]] = []
    for start, end in _spans(text):
        standing = _standing(ear.hear(text[start:end]), decider)
        inside = any(f.start < start < f.end for f in whole.found)
        inside = inside or any(first <= start < last for first, last in held)
        before = groups[-1][2] if groups else Standing.LEANS
        leans = Standing.LEANS in (standing, before)
        # "customer ko nahi chahiye 1044, radd kar dijiye": the verb lacks the id said before it.
        wants = standing is Standing.WANTS and before is Standing.TELLS
        if groups and (inside or leans or wants):
            groups[-1] = (groups[-1][0], end, max(standing, before))
        else:
            groups.append((start, end, standing))
    heard = [ear.hear(text[start:end]) for start, end, _ in groups]
    real = [one for one in heard if not _is_talk(one, decider)]
    if len(real) == 1 and len(groups) > 1:
        # "1042 deliver nahi hua, kya karna chahiye?" asks one thing, though its end alone is talk.
        return [whole] if _is_sure(whole, decider) else real
    if any(_lacks_what_follows(one, whole, decider) for one in real):
        return [whole]
    tops = {top for one in real if (top := _top(one, decider)) is not None}
    if 2 <= len(real) <= MOST_PARTS and len(tops) == len(real):
        return real
    return [_commanding(ear, decider, text, whole) or whole]


def _commanding(ear: Ear, decider: Decider, text: str, whole: Heard) -> Heard | None:
    """Return the one part that commands a change of something it names, against the whole.

    "Keep 1053 back, buyer will send a new house number" changes no address: what is only told
    beside a command must not turn it into another.
    """
    parts = [ear.hear(text[start:end]) for start, end in _spans(text)]
    said = [one for one in parts if demands(one.said)]
    if len(parts) < 2 or len(said) != 1 or not commands(said[0].said):
        return None
    named = any(found.kind in _IDS and found.role != POINTER for found in said[0].found)
    mine, all_told = (decider.weigh(one)[0] for one in (said[0], whole))
    if not named or not mine or not all_told or mine[0].score < thresholds.WRITE:
        return None
    writes = all(one[0].tool.effect is not Effect.READ for one in (mine, all_told))
    return said[0] if writes and mine[0].tool is not all_told[0].tool else None


def to_the_point(ear: Ear, decider: Decider, text: str) -> str:
    """Return a message without the greetings and thanks around what it asks.

    "Bhai suno / 1042 ka / reattempt lagana hai": what follows the greeting is no part of it.
    """
    first, _, rest = text.partition("\n")
    if rest and len(first) < LEAST_LETTERS and _is_only_talk(ear.hear(first), decider):
        return to_the_point(ear, decider, rest)  # "Hi" on a line of its own is too short to cut.
    spans = _spans(text) if parts_of(text) else []
    parts = [text[start:end] for start, end in spans]
    asked = [part for part in parts if not _is_only_talk(ear.hear(part), decider)]
    return "\n".join(asked) if asked and len(asked) < len(parts) else text


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


class Standing(IntEnum):
    """How far a part of a message is a request of its own."""

    LEANS = 0
    TELLS = 1
    """Likely one, though no verb of a tool is said."""
    WANTS = 2
    """Names an action and lacks what it is about."""
    ALONE = 3


def _standing(heard: Heard, decider: Decider) -> Standing:
    if not leftover(heard.said, [(found.start, found.end) for found in heard.found]):
        return Standing.LEANS
    if act_of(heard.said) == "why":
        # "Which order is risky and why": of what is asked beside it.
        return Standing.LEANS
    readings, talk, outside, _ = decider.weigh(heard)
    if max(talk.values(), default=0.0) >= thresholds.STANDS_ALONE:
        return Standing.ALONE
    likely_read = readings and readings[0].tool.effect is Effect.READ
    names_none = not any(found.kind in _IDS for found in heard.found)
    # "Hold 1042, address confirm karna hai": that is why, and confirms no order.
    likely_why = readings and not likely_read and names_none and not demands(heard.said)
    if (outside >= thresholds.STANDS_ALONE and not demands(heard.said)) or (
        (likely_read and tells(heard.said)) or likely_why
    ):
        # It explains the request beside it.
        return Standing.LEANS
    best_score = readings[0].score if readings else 0.0
    kinds = {found.kind for found in heard.found}
    bare = len(heard.said.tokens) <= _BARE_PHONE
    if (outside > best_score or bare) and Kind.PHONE in kinds and not kinds & set(_IDS):
        # "Reattempt 1042, call 9820012345": the number to call is part of it.
        return Standing.LEANS
    about = [t for t in heard.said.tokens if t.word not in _LOOKS and t.word not in small_words()]
    if outside > best_score and demands(heard.said) and len(about) > 1:
        return Standing.ALONE
    if outside >= thresholds.STANDS_ALONE and len(heard.said.tokens) > 2:
        has_id = any(found.kind in _IDS for found in heard.found)
        return Standing.TELLS if has_id else Standing.ALONE
    if not readings or readings[0].score < thresholds.STANDS_ALONE:
        return Standing.LEANS
    best = readings[0]
    named = any(decider.verbs[best.tool.name].named_by(token) for token in heard.said.tokens)
    if named:
        writes = best.tool.effect is not Effect.READ
        lacks = any(spot.kind in _IDS for spot in best.filled.missing)
        return Standing.WANTS if writes and lacks else Standing.ALONE
    sure = best.score >= thresholds.WRITE_UNSAID and best.tool.effect is Effect.READ
    return Standing.TELLS if sure and not best.filled.missing else Standing.LEANS


def _lacks_what_follows(part: Heard, whole: Heard, decider: Decider) -> bool:
    """Tell whether a part lacks what the rest of the message says: "log the call, he will take"."""
    lacking, _, _, _ = decider.weigh(part)
    full, _, _, _ = decider.weigh(whole)
    if not lacking or not full or lacking[0].tool is not full[0].tool:
        return False
    missing = lacking[0].filled.missing
    # Of a day or a number, nobody knows which part it belongs to.
    told = bool(missing) and all(spot.words is not None for spot in missing)
    return told and not full[0].filled.missing


def _own_words(heard: Heard, decider: Decider) -> list[tuple[int, int]]:
    """Return where a note or an address stands in a message: it is not cut, and asks nothing."""
    readings, _, _, _ = decider.weigh(heard)
    spans = []
    for spot in fields_of(readings[0].tool.arguments) if readings else ():
        words = readings[0].filled.arguments.get(spot.name)
        if spot.kind in (Kind.NOTE, Kind.ADDRESS) and words and words in heard.said.text:
            first = heard.said.text.index(words)
            spans.append((first, first + len(words)))
    return spans


def _is_sure(heard: Heard, decider: Decider) -> bool:
    readings, _, _, _ = decider.weigh(heard)
    return bool(readings) and readings[0].score >= thresholds.SURELY_READ


def _is_only_talk(heard: Heard, decider: Decider) -> bool:
    _, talk, _, _ = decider.weigh(heard)
    polite = max((share for name, share in talk.items() if name in POLITE), default=0.0)
    plain = not heard.found and not demands(heard.said)
    return plain and polite >= thresholds.STANDS_ALONE


def _is_talk(heard: Heard, decider: Decider) -> bool:
    _, talk, _, _ = decider.weigh(heard)
    return max(talk.values(), default=0.0) >= thresholds.TALK


def _top(heard: Heard, decider: Decider) -> str | None:
    """Return what a part asks for: a tool, nothing we do (empty), or nothing told by itself."""
    readings, _, outside, _ = decider.weigh(heard)
    if not readings and outside < thresholds.STANDS_ALONE:
        return None
    return readings[0].tool.name if readings and readings[0].score > outside else ""
