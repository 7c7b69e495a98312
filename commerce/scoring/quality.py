"""How good an address and a phone number look, decided by their letters alone.

After Flipkart's "Monkey Typed Address Classification" (SIGIR eCom 2017, CEUR Vol-2311): what was
typed to fill a field shows in its letters.
"""

import re
from functools import lru_cache
from typing import Final

import phonenumbers

_LATIN: Final = re.compile(r"[a-z]+")
_WORD: Final = re.compile(r"\w+")
_HOUSE: Final = re.compile(r"\d")
_VOWEL: Final = re.compile(r"[aeiouy]")
_CONSONANTS: Final = re.compile(r"[^aeiouy]{6,}")
_REPEATED: Final = re.compile(r"(.)\1{3,}")
_TYPED: Final = re.compile("asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|wert|zxcv|xcvb|abcd|lkjh|poiu")
_DUMMY: Final = frozenset(
    ("test", "testing", "dummy", "none", "na", "xyz", "abc", "asdf", "sample")
)
_FEWEST_WORDS: Final = 3
_MOBILE: Final = re.compile(r"(?:\+91|0)?([6-9]\d{9})", re.ASCII)


def names_house(line: str) -> bool:
    """Tell whether a line names one house, so that who shares it may share a household."""
    return has_house(line) and words_in(line) >= _FEWEST_WORDS


def gibberish(text: str) -> bool:
    """Tell whether words were typed at random: `asdfgh`, `ghjkdsf`, `aaaaa`."""
    return any(map(_random, _LATIN.findall(text.lower())))


@lru_cache(maxsize=50_000)
def _random(word: str) -> bool:
    if len(word) < 4:
        return False
    if _REPEATED.search(word) or _TYPED.search(word):
        return True
    return len(word) >= 6 and (not _VOWEL.search(word) or bool(_CONSONANTS.search(word)))


def is_dummy(name: str) -> bool:
    """Tell whether a name is none: `test`, `xyz`."""
    words = _WORD.findall(name.lower())
    return not words or all(word in _DUMMY for word in words)


def words_in(address: str) -> int:
    """Return how many words and numbers an address has."""
    return len(_WORD.findall(address))


def has_house(address: str) -> bool:
    """Tell whether an address names a house, flat or plot by a number."""
    return _HOUSE.search(address) is not None


def callable_phone(phone: str) -> bool:
    """Tell whether a phone number can be a real mobile: its kind, and no 9999999999."""
    found = _MOBILE.fullmatch(phone) or _MOBILE.fullmatch(re.sub(r"[ -]", "", phone))
    if found is not None:
        return not _made_up(found[1])
    try:
        number = phonenumbers.parse(phone, "IN")
    except phonenumbers.NumberParseException:
        return False
    kinds = (
        phonenumbers.PhoneNumberType.MOBILE,
        phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE,
    )
    return phonenumbers.number_type(number) in kinds and not _made_up(str(number.national_number))


def _made_up(digits: str) -> bool:
    """Tell 9999999999, 9876543210, 9898989898 and their like."""
    return len(set(digits)) <= 2 or digits in _stepped(len(digits))


@lru_cache
def _stepped(length: int) -> frozenset[str]:
    """Return all numbers of a length whose digits go up or down by one and the same step."""
    return frozenset(
        "".join(str((first + place * step) % 10) for place in range(length))
        for first in range(10)
        for step in range(10)
    )
