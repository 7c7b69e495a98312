"""What the chooser sees of a sentence: its words, every value in it replaced by a mark."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from agent.planner.recognise import Found
from agent.planner.recognise.pointers import POINTER, THESE
from agent.planner.text import Said, Token, for_meaning, is_right, spoken
from tools.arguments import Kind

VERSION = 7
"""Raise when the features change, so that weights made before are known to be stale."""

_MARKS: dict[tuple[Kind, str], tuple[str, str]] = {
    (Kind.ORDER, ""): ("xid", "1042"),
    (Kind.PARCEL, ""): ("xid", "1042"),
    (Kind.PERIOD, "past"): ("xpast", "last week"),
    (Kind.PERIOD, "either"): ("xwhen", "kal"),
    (Kind.DAY, "future"): ("xfuture", "tomorrow"),
    (Kind.DAY, "either"): ("xwhen", "kal"),
    (Kind.DAYS, ""): ("xdays", "3 days"),
    (Kind.DAYS, "future"): ("xfuture", "3 days"),
    (Kind.MONEY, "min"): ("xmoney", "above 500 rupees"),
    (Kind.MONEY, "max"): ("xmoney", "below 500 rupees"),
    (Kind.MONEY, ""): ("xmoney", "500 rupees"),
    (Kind.LIMIT, ""): ("xlimit", "5"),
    (Kind.QUANTITY, ""): ("xquantity", "10 pieces"),
    (Kind.PHONE, ""): ("xphone", "9876543210"),
    (Kind.CUSTOMER, ""): ("xcustomer", "Priya"),
    (Kind.PLACE, ""): ("xplace", "Delhi"),
    (Kind.COURIER, ""): ("xcourier", "Delhivery"),
    (Kind.PRODUCT, ""): ("xproduct", "kurti"),
    (Kind.WAREHOUSE, ""): ("xplace", "Delhi"),
    (Kind.PERSON, ""): ("xperson", "Neha"),
    (Kind.PERCENT, ""): ("xpercent", "10 percent"),
}
"""For each kind and role: the mark that the word model sees, and what the embedder reads."""


UNKNOWN = "xunknown"
"""Stands beside a word of nobody's: a name the shop does not have."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence without its particular values."""

    words: tuple[str, ...]
    """Folded words and marks, for the n-gram model."""
    meaning: str
    """An ordinary sentence with stand-ins, Hindi in Devanagari, for the embedder."""


def mask(said: Said, found: Sequence[Found]) -> Masked:
    """Replace the values of a sentence."""
    # "In sabko" stands for no single thing: its words tell that many are meant.
    single = [f for f in found if not (f.role == POINTER and f.value == THESE)]
    chosen = {reading.start: reading for reading in _apart(single)}
    words: list[str] = []
    meaning: list[str] = []
    until, at = -1, 0
    for token in said.tokens:
        if token.start < until:
            continue
        reading = chosen.get(token.start)
        if reading is None:
            words += [token.fold, UNKNOWN] if is_unknown(token) else [token.fold]
            continue
        mark, stand_in = _mark(reading)
        words.append(mark)
        meaning += [said.text[at : reading.start], stand_in]
        until = at = reading.end
    meaning.append(said.text[at:])
    return Masked(tuple(words), for_meaning(" ".join("".join(meaning).split())))


def is_unknown(token: Token) -> bool:
    """Tell whether a word is neither ordinary nor in any example."""
    word = token.word
    return word.isalpha() and len(word) >= 4 and not is_right(word) and word not in spoken()


def grams(words: Sequence[str]) -> Iterator[str]:
    """Yield words, pairs of words, and runs of three to five letters within a word."""
    line = ("^", *words, "$")
    yield from words
    for first, second in pairwise(line):
        yield f"{first} {second}"
    for word in words:
        if not word.startswith("x") or word[1:] not in _KINDS:
            padded = f"_{word}_"
            for size in (3, 4, 5):
                for start in range(len(padded) - size + 1):
                    yield f"~{padded[start : start + size]}"


_KINDS = frozenset(mark[1:] for mark, _ in _MARKS.values()) | {UNKNOWN[1:]}


def _mark(reading: Found) -> tuple[str, str]:
    exact = _MARKS.get((reading.kind, reading.role))
    return exact or _MARKS.get((reading.kind, "")) or ("xpast", "last week")


def _apart(found: Sequence[Found]) -> list[Found]:
    """Return readings that share no letters, the surest and longest of each place."""
    order = {Kind.PERIOD: 0, Kind.DAY: 1, Kind.DAYS: 2, Kind.PLACE: 0}
    ranked = sorted(
        found, key=lambda f: (-round(f.score, 1), f.start - f.end, order.get(f.kind, 1))
    )
    kept: list[Found] = []
    for reading in ranked:
        if not any(reading.overlaps(other.start, other.end) for other in kept):
            kept.append(reading)
    return kept
