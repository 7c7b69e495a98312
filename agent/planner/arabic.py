"""Spellings of Arabic, brought to one: who types in haste leaves out hamzas and dots."""

import re
from functools import lru_cache

ARABIC = re.compile(r"[\u0620-\u064a]")

VOWELS = re.compile(r"[\u0640\u064b-\u0652\u0670]")
"""Short vowels and the stretching line, which carry no meaning that a shop needs."""

_SAME = str.maketrans("أإآٱىةؤئ", "ااااي" + "هوي")

_BEFORE = ("وال", "بال", "فال", "لل", "ال")
"""The article, alone or with what is written onto it."""
_BEHIND = ("ات", "ين", "ون", "وا", "ها", "هم", "يه", "ه", "ي")
"""Endings of number, gender and who is spoken to."""
_ROOT = 3
"""Letters that always stay."""


def plain_arabic(word: str) -> str:
    """Return a word without the differences of hamza, final ya and ta marbuta."""
    return VOWELS.sub("", word).translate(_SAME)


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """Return what the forms of a plain word share: a light stem, after Larkey and others (2002).

    References:
        Larkey, Ballesteros, Connell: Improving stemming for Arabic information retrieval (SIGIR
        2002), DOI 10.1145/564376.564425.
    """
    for letters in _BEFORE:
        if word.startswith(letters) and len(word) - len(letters) >= _ROOT:
            word = word.removeprefix(letters)
            break
    for letters in _BEHIND:
        if word.endswith(letters) and len(word) - len(letters) >= _ROOT:
            return word.removesuffix(letters)
    return word
