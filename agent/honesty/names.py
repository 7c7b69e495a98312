"""The names in a reply: people, places and firms, as far as capital letters tell.

Two capitalised words in a row that are none of the trade's own are a name; so is a courier, however
it is written. Devanagari and Arabic have no capitals: what is named there alone is not noticed.
"""

import calendar
import re
from collections.abc import Collection, Iterator
from functools import cache
from importlib.resources import files

import prompts
from commerce.vocabulary import CourierType

_ROW = re.compile(r"[A-Z][a-z]+(?:['’-][A-Za-z]+)?(?:[ \t]+[A-Z][a-z]+(?:['’-][A-Za-z]+)?)+")
_WORD = re.compile(r"[^\W\d_]+")
_COURIERS = (
    *(courier.value for courier in CourierType if courier is not CourierType.CUSTOM),
    "Ekart", "India Post", "FedEx", "DHL", "Gati", "Amazon Shipping", "Pickrr", "NimbusPost",
)  # fmt: skip
_COURIER = re.compile(
    r"(?i)(?<!\w)(?:"
    + "|".join(r"\s?".join(re.findall(r"[A-Z]+[a-z]*|[a-z]+", name)) for name in _COURIERS)
    + r")(?!\w)"
)


def unknown_name(sentence: str, known: Collection[str]) -> str | None:
    """Return a name in a sentence of which some word is unknown; `None` where there is none.

    Args:
        known: Words, casefolded, that stand somewhere in what the turn knows.
    """
    return next((name for name in _names(sentence) if not _is_known(name, known)), None)


def words_of(text: str) -> Iterator[str]:
    """Give the words of a text as they are compared: casefolded, letters only."""
    for match in _WORD.finditer(text.casefold()):
        yield match[0]


def _names(sentence: str) -> Iterator[str]:
    for match in _COURIER.finditer(sentence):
        yield match[0].replace(" ", "")
    for match in _ROW.finditer(sentence):
        # Whatever stands first has a capital: "Arriving Monday" names nobody.
        telling = list(words_of(match[0]))[0 if sentence[: match.start()].strip() else 1 :]
        if any(word not in _trade_words() for word in telling):
            yield match[0]


def _is_known(name: str, known: Collection[str]) -> bool:
    together = "".join(words_of(name))
    return together in known or all(
        word in known or (word in _trade_words() and word != together) for word in words_of(name)
    )


@cache
def _trade_words() -> frozenset[str]:
    """Return the words that we ourselves say, and people to us: they name nobody."""
    texts = [
        entry.read_text(encoding="utf-8")
        for entry in (files("commerce.words") / "en").iterdir()
        if entry.name.endswith(".ftl")
    ]
    texts += [said for by in prompts.examples().values() for said in by.get("en", ())]
    texts += [name.casefold() for name in (*calendar.month_name, *calendar.month_abbr)]
    texts += [name.casefold() for name in (*calendar.day_name, *calendar.day_abbr)]
    couriers = {word for name in _COURIERS for word in words_of(name)}
    return frozenset(word for text in texts for word in words_of(text)) - couriers
