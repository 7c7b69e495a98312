"""Spellings of one word told alike: Hindi typed in Roman letters, and Devanagari read aloud."""

import re
from functools import lru_cache

_FOLDS = (
    (re.compile(r"(.)\1{2,}"), r"\1"),
    (re.compile(r"aa"), "a"),
    (re.compile(r"ee|ii"), "i"),
    (re.compile(r"oo|uu"), "u"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"w"), "v"),
    (re.compile(r"z"), "j"),
    (re.compile(r"q"), "k"),
    (re.compile(r"chh"), "ch"),
    (re.compile(r"([kgtdbjs])h"), r"\1"),
    (re.compile(r"([b-df-hj-np-tv-z])\1"), r"\1"),
)

_CONSONANTS = dict(
    zip(
        "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह",
        [
            "k",
            "kh",
            "g",
            "gh",
            "n",
            "ch",
            "chh",
            "j",
            "jh",
            "n",
            "t",
            "th",
            "d",
            "dh",
            "n",
            "t",
            "th",
            "d",
            "dh",
            "n",
            "p",
            "ph",
            "b",
            "bh",
            "m",
            "y",
            "r",
            "l",
            "v",
            "sh",
            "sh",
            "s",
            "h",
        ],
        strict=True,
    )
)
VOWELS = dict(
    zip(
        "अआइईउऊऋएऐओऔऑऍ",
        ["a", "aa", "i", "ee", "u", "oo", "ri", "e", "ai", "o", "au", "o", "e"],
        strict=True,
    )
)
SIGNS = dict(
    zip("ािीुूृेैोौॉॅ", ["aa", "i", "ee", "u", "oo", "ri", "e", "ai", "o", "au", "o", "e"], strict=True)
)
_NASAL = {"ं": "n", "ँ": "n", "ः": "h"}
_VIRAMA, _NUKTA = "्", "़"

DEVANAGARI = re.compile(r"[\u0900-\u097f]")


@lru_cache(maxsize=16_384)
def fold(word: str) -> str:
    """Return what the many spellings of one word have in common: `pichhley` and `pichle`."""
    for pattern, replacement in _FOLDS:
        word = pattern.sub(replacement, word)
    if len(word) > 3 and word.endswith(("ey", "ay")):
        word = word[:-1]
    return word


def plain(word: str) -> str:
    """Return a word without the marks that people leave out."""
    return word.replace(_NUKTA, "").replace("ँ", "ं").replace("\u200d", "").replace("\u200c", "")


def letters(word: str) -> str:
    """Return a Devanagari word letter by letter in Roman ones."""
    out: list[str] = []
    for index, letter in enumerate(word):
        following = word[index + 1] if index + 1 < len(word) else ""
        if letter in _CONSONANTS:
            out.append(_CONSONANTS[letter])
            if following and following not in SIGNS and following != _VIRAMA:
                out.append("a")
        else:
            out.append(VOWELS.get(letter) or SIGNS.get(letter) or _NASAL.get(letter, ""))
    return "".join(out)
