"""Street addresses in free text, by the words that their parts are known by.

One part alone ("MG Road", "Sector 5") is a place and no address: an address has a number and the
name of a street, a quarter or a building, or two numbers, or is called an address. City and
pincode stay, which the shop's couriers are asked by.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import prompts
from agent.planner.text import is_right, read, spoken

Span = tuple[int, int]

WORD = r"[A-Za-z\u00c0-\u024f\u0620-\u065f\u066e-\u06d3\u0900-\u0963\u0971-\u097f]"
"""A letter or a vowel's sign of the scripts that people write to us in."""

_GAP = re.compile(rf"[\s,،:()-]*(?:{WORD}[\w\u0900-\u097f.'’]*[\s,،:()-]+){{0,3}}")
"""What may stand between two parts of one address: a few words, and no end of a sentence."""
_SAYS = re.compile(r"\s*(?:is|hai|है|:|-|,|adalah|هو)*\s*(?:is|:|-)?\s*")
_HOUSE = re.compile(r"(?i)(?<![\w₹./-])(?:[a-z]{1,2}[-/])?\d{1,4}(?:[-/][a-z\d]{1,4}|[a-z])?,?\s+$")
_LOCALITIES = re.compile(
    r"((?:\s*,\s*[^,.\n\d]{2,40})*)\s*,\s*[^,\n\d]{2,30}[\s,-]*[1-9]\d{2}\s?\d{3}(?!\d)"
)
"""Quarters behind the street, where a city with its pincode follows them."""
_MOST_BEFORE = 3
"""Words of a street's name before "road"."""


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int
    has_number: bool = False
    has_name: bool = False


def addresses(text: str) -> Iterator[Span]:
    """Give the parts of each street address, which commas tell from each other.

    Args:
        text: With digits of 0 to 9.
    """
    for group in _groups(text, sorted(_parts(text), key=lambda part: (part.start, -part.end))):
        if _is_address(text, group):
            start, end = group[0].start, max(part.end for part in group)
            behind = _LOCALITIES.match(text, end)
            yield from _pieces(text, start, behind.end(1) if behind else end)


def _parts(text: str) -> Iterator[_Part]:
    if not _hint().search(text):
        return
    for match in _numbered().finditer(text):
        yield _Part(*match.span(), has_number=True)
    for match in _beside().finditer(text):
        start = _name_start(text, match.start())
        if start < match.start():
            yield _Part(start, match.start())
    for match in _near().finditer(text):
        has_name, has_number = match["lane"] is not None, match["no"] is not None
        yield _Part(*match.span(), has_number=has_number, has_name=has_name)
    for match in _street().finditer(text):
        start = _name_start(text, match.start())
        if start < match.start():
            house = _HOUSE.search(text, max(0, start - 12), start)
            number = house.start() if house else start
            yield _Part(number, match.end(), has_number=house is not None, has_name=True)


def _groups(text: str, parts: Sequence[_Part]) -> Iterator[list[_Part]]:
    group: list[_Part] = []
    for part in parts:
        end = max((one.end for one in group), default=0)
        if group and part.start > end and not _GAP.fullmatch(text, end, part.start):
            yield group
            group = []
        group.append(part)
    if group:
        yield group


def _is_address(text: str, group: Sequence[_Part]) -> bool:
    numbers, names = sum(p.has_number for p in group), sum(p.has_name for p in group)
    if (numbers and names) or numbers > 1 or (numbers and len(group) > 1):
        return True
    called = list(_told().finditer(text, 0, group[0].start))
    return bool(called and _SAYS.fullmatch(text, called[-1].end(), group[0].start))


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    for match in re.finditer(r"[^,\n،]+", text[start:end]):
        piece = match[0]
        if near := _near_word().match(piece):
            piece = piece[near.end() :]
        if shown := piece.strip():
            at = start + match.end() - len(piece) + piece.index(shown)
            yield at, at + len(shown)


def _name_start(text: str, end: int) -> int:
    """Return where the name before a word such as "road" begins; `end` where it has none."""
    words = list(re.finditer(rf"{WORD}(?:{WORD}|[.'’])*", text[max(0, end - 60) : end]))
    shift, start = max(0, end - 60), end
    for number, match in enumerate(reversed(words[-_MOST_BEFORE:])):
        if text[shift + match.end() : start].strip() or match[0].lower() in _joins():
            break
        if number and _is_ordinary(match[0]):
            break
        start = shift + match.start()
    return start


def _is_ordinary(word: str) -> bool:
    return all(one in spoken() or is_right(one) for one in read(word).words)


def _any_of(*names: str) -> str:
    said = (word for name in names for word in prompts.personal("addresses")[name])
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(said, key=len)[::-1])


_EDGE, _LAST = r"(?<![\w\u0900-\u097f])", r"(?![\w\u0900-\u097f])"
"""Of a word: `\b` takes the sign of a Devanagari vowel for its end."""
_COUNTS = (
    r"(?!\s*(?:%|percent|off\b|rs\b|₹|rupees|rupaye|रुपये|baje|बजे|days?\b|din\b|दिन"
    r"|orders?|ऑर्डर|pieces|pcs))"
)
"""What follows a number that counts something."""


@cache
def _numbered() -> re.Pattern[str]:
    of = rf"(?:{_any_of('number')}){_LAST}\.?[\s:]*#?|#"
    number = r"(?:[a-z]{1,2}[-/ ]?)?\d{1,4}(?:(?:[-/][a-z\d]{1,4}){1,2}|[a-z])?(?![\w-])"
    return re.compile(
        rf"(?i){_EDGE}(?:(?:{_any_of('numbered')})[.\s:-]+(?:{of})?[\s.:-]*{number}"
        rf"|(?:{_any_of('numbered_no')})[.\s-]*(?:{of})[\s.:-]*{number}"
        rf"|\d{{1,3}}(?:st|nd|rd|th)\s+(?:{_any_of('storey')})"
        rf"|(?:{_any_of('storey_hi')})\s+मंज़?़?िल){_COUNTS}{_LAST}"
    )


@cache
def _street() -> re.Pattern[str]:
    return re.compile(rf"(?i){_EDGE}(?:{_any_of('street')}){_LAST}")


@cache
def _near_word() -> re.Pattern[str]:
    return re.compile(rf"(?i)\s*(?:{_any_of('near')}){_LAST}\.?\s*(?:to|is|:)?\s*")


@cache
def _near() -> re.Pattern[str]:
    name = rf"{WORD}+(?:\s+(?!no\b){WORD}+){{0,2}}"
    return re.compile(
        rf"(?i){_EDGE}(?:(?:{_any_of('near')}){_LAST}\.?\s*(?:to\s|is\s|:)?\s*"
        rf"|(?P<lane>(?:{_any_of('lane')})\.?\s+)){name}(?P<no>\s+no\.?\s*\d+)?{_LAST}"
    )


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(rf"(?i)\s(?:{_any_of('beside')}){_LAST}")


@cache
def _told() -> re.Pattern[str]:
    return re.compile(rf"(?i){_EDGE}(?:{_any_of('told')}){_LAST}")


@cache
def _hint() -> re.Pattern[str]:
    """Return what some part of every address has: most texts are done with one look."""
    return re.compile(
        rf"(?i){_EDGE}(?:{_any_of('numbered', 'numbered_no', 'storey', 'street', 'lane', 'beside')}"
        rf"|{_any_of('storey_hi', 'near')})"
    )


@cache
def _joins() -> frozenset[str]:
    return frozenset(prompts.personal("addresses")["joins"])
