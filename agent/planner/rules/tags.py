"""What the words of a rule are: its trigger, what it looks at, what it does, whom it writes to."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

import prompts
from agent.planner.clocks import clock_in
from agent.planner.leaning import FILLERS, small_words
from agent.planner.recognise import Shop
from agent.planner.recognise.amounts import find_percents
from agent.planner.recognise.found import Phrases, number_of
from agent.planner.recognise.names import GUESSED, names_of
from agent.planner.text import Said, Token, read
from tools.arguments import Kind

_LEXICONS = {
    "reason": "ndr_reason", "pay": "payment_method", "channel": "sales_channel",
    "courier": "courier_names", "weekday": "weekday",
}  # fmt: skip
"""Kind of tag → the closed set whose words it has."""
_UNITS = {
    "minute": "m", "minutes": "m", "min": "m", "mins": "m", "menit": "m", "hour": "h", "hours": "h",
    "hr": "h", "hrs": "h", "h": "h", "ghante": "h", "ghanta": "h", "ghnte": "h", "jam": "h",
    "ساعة": "h", "ساعات": "h", "day": "d", "days": "d", "din": "d", "dino": "d", "hari": "d",
    "يوم": "d", "أيام": "d", "week": "w", "weeks": "w", "hafte": "w", "hafta": "w", "minggu": "w",
}  # fmt: skip
_ORDINALS = {
    "second": 2, "2nd": 2, "doosri": 2, "dusri": 2, "third": 3, "3rd": 3, "teesri": 3, "tisri": 3,
    "fourth": 4, "4th": 4,
}  # fmt: skip
_TIMES = frozenset(["time", "times", "baar", "bar", "attempt", "koshish"])
_COUNTS = frozenset(
    ["failed", "attempts", "attempt", "times", "baar", "bar", "pieces", "items", "orders"]
)
"""Words before which a number may be written in letters."""
_SCALES = {
    "k": 1_000, "thousand": 1_000, "hazaar": 1_000, "hazar": 1_000, "hajar": 1_000, "ribu": 1_000,
    "rb": 1_000, "ألف": 1_000, "lakh": 100_000, "lac": 100_000, "lakhs": 100_000, "l": 100_000,
    "crore": 10_000_000, "cr": 10_000_000, "juta": 1_000_000, "sau": 100, "hundred": 100,
}  # fmt: skip
_STOCK = frozenset(["stock", "inventory", "stok", "maal", "पीस", "مخزون", "المخزون"])
"""Words by which a rule is about what lies on the shelf."""
_SURE = {Kind.PLACE: 0.85, Kind.PERSON: 0.85, Kind.PRODUCT: GUESSED}
"""From which score on a name is taken for one."""
_URL = re.compile(r"https://[^\s,\"]+")
_QUOTED = re.compile(r"\"([^\"]{1,200})\"|'([^']{2,200})'(?!\w)")
_ROOM = re.compile(r"(?<![\w#])#[a-z][\w-]{1,78}")


@dataclass(frozen=True, slots=True)
class Tag:
    """Some words of a rule, and what they are."""

    kind: str
    """The part of the key before the colon: `event`, `do`, `by`, `number`, …"""
    value: str
    first: int
    last: int
    """Tokens `first` to `last`, exclusive."""


@dataclass(slots=True)
class Tagged:
    """A sentence with its tags, from left to right."""

    said: Said
    tags: list[Tag]
    spent: set[int] = field(default_factory=set)
    """Tokens that a name, a title or a note was made of."""

    @property
    def tokens(self) -> Sequence[Token]:
        """The words."""
        return self.said.tokens

    def of(self, *kinds: str, within: tuple[int, int] | None = None) -> list[Tag]:
        """Return the tags of some kinds, of the whole sentence or of some of its words."""
        first, last = within or (0, len(self.tokens))
        return [t for t in self.tags if t.kind in kinds and first <= t.first < last]

    def text(self, first: int, last: int) -> str:
        """Return the letters of some words, as they were written."""
        if first >= last:
            return ""
        return self.said.text[self.tokens[first].start : self.tokens[last - 1].end]

    def spend(self, start: int, end: int) -> None:
        """Note that some letters are used."""
        self.spent |= {n for n, t in enumerate(self.tokens) if t.start < end and start < t.end}

    def unknown(self) -> tuple[str, ...]:
        """Return the words that nothing knows what to do with."""
        known = self.spent | {n for tag in self.tags for n in range(tag.first, tag.last)}
        return tuple(
            token.raw for n, token in enumerate(self.tokens)
            if n not in known and not _harmless(token)
        )  # fmt: skip


def tag(said: Said, shop: Shop) -> Tagged:
    """Return a sentence with what its words are; longer phrases win over shorter ones."""
    tokens = said.tokens
    tags: list[Tag] = []
    for reader in (_written, _lengths, _named(shop), _ordinals, _percents):
        tags += [t for t in reader(said) if _free(t, tags)]
    for hit in _phrases().find(tokens):
        kind, _, value = hit.value.partition(":")
        found = Tag(kind, value, hit.first, hit.last)
        if _free(found, tags):
            tags.append(found)
    tags += [t for t in _numbers(said) if _free(t, tags)]
    return Tagged(said=said, tags=sorted(tags, key=lambda one: one.first))


def _free(found: Tag, tags: Sequence[Tag]) -> bool:
    return not any(found.first < t.last and t.first < found.last for t in tags)


@cache
def _phrases() -> Phrases:
    words = dict(prompts.lexicon("rule_words"))
    words.pop("around")
    for key, said in words.items():
        words[key] = tuple(one for phrase in said for one in _spellings(phrase))
    for kind, name in _LEXICONS.items():
        for value, said in prompts.lexicon(name).items():
            if value != "Other":
                key = f"{kind}:{value}"
                words[key] = (*words.get(key, ()), *said)
    return Phrases(words, fuzzy=False)


def _spellings(phrase: str) -> Iterator[str]:
    """Yield a phrase as it is written down, then as others write one of its words."""
    yield phrase
    for usual, others in prompts.lexicon("rule_spellings").items():
        if re.search(rf"(?<!\w){usual}(?!\w)", phrase):
            for other in others:
                yield re.sub(rf"(?<!\w){usual}(?!\w)", other, phrase)


@cache
def _around() -> frozenset[str]:
    said = prompts.lexicon("rule_words")["around"]
    return frozenset(token.word for phrase in said for token in read(phrase).tokens)


def _harmless(token: Token) -> bool:
    known = token.word in small_words() or token.word in FILLERS or token.word in _around()
    return known or len(token.word) < 2


def _written(said: Said) -> Iterator[Tag]:
    """Yield what is known by how it is written: addresses, quotes, rooms, a time of day."""
    for kind, pattern in (("url", _URL), ("quoted", _QUOTED), ("room", _ROOM)):
        for match in pattern.finditer(said.text):
            value = next((group for group in match.groups() if group), match[0])
            yield from _over(said, kind, value, match.start(), match.end())
    if (clock := clock_in(said)) is not None:
        yield from _over(said, "clock", *clock)


def _over(said: Said, kind: str, value: str, start: int, end: int) -> Iterator[Tag]:
    inside = [n for n, t in enumerate(said.tokens) if t.start < end and start < t.end]
    if inside:
        yield Tag(kind, value, inside[0], inside[-1] + 1)


def _lengths(said: Said) -> Iterator[Tag]:
    tokens = said.tokens
    for n, (token, unit) in enumerate(pairwise(tokens)):
        value = number_of(token)
        if value is not None and value == int(value) and value > 0 and unit.word in _UNITS:
            yield Tag("length", f"{int(value)}{_UNITS[unit.word]}", n, n + 2)


def _ordinals(said: Said) -> Iterator[Tag]:
    tokens = said.tokens
    for n, token in enumerate(tokens):
        joined = token.word + (tokens[n + 1].word if n + 1 < len(tokens) else "")
        number = _ORDINALS.get(token.word) or _ORDINALS.get(joined)
        width = 1 if token.word in _ORDINALS else 2
        after = tokens[n + width].word if n + width < len(tokens) else ""
        if number is not None and after in _TIMES:
            yield Tag("nth", str(number), n, n + width + 1)


def _percents(said: Said) -> Iterator[Tag]:
    for found in find_percents(said):
        yield from _over(said, "percent", str(found.value), found.start, found.end)


def _numbers(said: Said) -> Iterator[Tag]:
    """Yield amounts and counts; a number in words only where a scale or a count follows."""
    tokens = said.tokens
    for n, token in enumerate(tokens):
        following = tokens[n + 1].word if n + 1 < len(tokens) else ""
        value = number_of(token)
        if value is None or (token.word in _SCALES and not token.is_number):
            continue
        scale = _SCALES.get(following, 1)
        if not token.is_number and scale == 1 and following not in _COUNTS:
            continue
        width = 2 if scale > 1 else 1
        yield Tag("number", f"{value * scale:g}" if value * scale < 1e6 else f"{value * scale:.0f}",
                  n, n + width)  # fmt: skip


def _named(shop: Shop) -> Callable[[Said], Iterator[Tag]]:
    def named(said: Said) -> Iterator[Tag]:
        kinds = {Kind.PLACE: "place", Kind.PERSON: "person"}
        if _STOCK & {token.word for token in said.tokens}:  # Elsewhere no product is looked at.
            kinds[Kind.PRODUCT] = "product"
        for found in names_of(shop.words).find(said):
            if found.kind in kinds and found.score >= _SURE[found.kind]:
                yield from _over(said, kinds[found.kind], str(found.value), found.start, found.end)

    return named
