"""Spellings of Hindi in Roman letters, folded together, and Devanagari read aloud in them."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

import prompts

_ENDINGS = {
    "ना": ("na", "naa"), "ने": ("ne",), "नी": ("ni",), "ो": ("o",), "ओ": ("o",), "े": ("e",),
    "ए": ("e", "ye"), "ता": ("ta",), "ते": ("te",), "ती": ("ti",), "ूँ": ("u", "un", "oon"),
    "ऊँ": ("u", "un", "oon"), "ेगा": ("ega",), "एगा": ("ega", "yega"), "ेंगे": ("enge",),
    "एँगे": ("enge", "yenge"), "ेगी": ("egi",), "कर": ("kar", "ke"), "ा": ("a",), "या": ("ya",),
    "ी": ("i",), "यी": ("yi",), "िए": ("iye", "iyega"), "इए": ("iye", "iyega"), "": ("",),
    "वा": ("wa", "va"), "वाओ": ("wao", "vao"), "वा दो": ("wado",), "ओगे": ("oge",), "ोगे": ("oge",),
}  # fmt: skip
"""Endings of a verb in Devanagari, and how each is typed."""

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

_SOUNDS = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"g(?=[eiy])"), "j"),
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"ch"), "tj"),
    (re.compile(r"ck|c|q"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"[zj]"), "j"),
    (re.compile(r"[vw]"), "v"),
)
"""Letters of either script by how they sound, before the vowels are left out."""

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
_VOWELS = dict(
    zip(
        "अआइईउऊऋएऐओऔऑऍ",
        ["a", "aa", "i", "ee", "u", "oo", "ri", "e", "ai", "o", "au", "o", "e"],
        strict=True,
    )
)
_SIGNS = dict(
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


@lru_cache(maxsize=4_096)
def romanise(word: str) -> str:
    """Return a Devanagari word in Roman letters, as the shop's people would type it."""
    known = _spoken().get(_plain(word))
    return known if known is not None else _letters(_plain(word))


@lru_cache(maxsize=16_384)
def skeleton(word: str) -> str:
    """Return the consonants one hears in a word: what `ईयरबड` and `Earbuds` have in common.

    Vowels are written too freely in either script to be compared; so are the marks of breath and
    a plural's last s.
    """
    roman = _letters(_plain(word)) if DEVANAGARI.search(word) else word.lower()
    for pattern, replacement in _SOUNDS:
        roman = pattern.sub(replacement, roman)
    bones = re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyhw]", "", roman))
    return bones[:-1] if bones.endswith("s") and len(bones) > LEAST_BONES else bones


LEAST_BONES = 3
"""Words of fewer consonants sound like too many others."""


@cache
def devanagari() -> Mapping[str, str]:
    """Return Roman spelling → Devanagari, for every Hindi word we know."""
    found: dict[str, str] = {}
    for stem, spellings in prompts.lexicon("hinglish_verbs").items():
        for ending, typed in _ENDINGS.items():
            for spelling in spellings:
                for end in typed:
                    if _joins(stem, ending):
                        found.setdefault(spelling + end, _irregular(stem + ending))
    for word, spellings in prompts.lexicon("hinglish").items():
        for spelling in spellings:
            found[spelling] = word
    return found


@cache
def hindi_folds() -> Mapping[str, str]:
    """Return folded Roman spelling → Devanagari, for spellings of four letters and more."""
    return {fold(typed): word for typed, word in devanagari().items() if len(typed) >= 4}


@cache
def _spoken() -> Mapping[str, str]:
    """Return Devanagari → its usual Roman spelling."""
    found: dict[str, str] = {}
    for typed, word in devanagari().items():
        found.setdefault(_plain(word), typed)
    for word, spellings in prompts.lexicon("hinglish").items():
        found[_plain(word)] = spellings[0]
    for typed, words in prompts.lexicon("loanwords").items():
        found.update((_plain(word), typed) for word in words)
    return found


def _joins(stem: str, ending: str) -> bool:
    """Tell whether an ending is written after this stem: vowel letters after vowels, else signs."""
    if not ending:
        return True
    ends_in_vowel = stem[-1] in _SIGNS or stem[-1] in _VOWELS
    if ending[0] in _SIGNS:
        return not ends_in_vowel
    if ending[0] in _VOWELS or ending == "या" or ending == "यी":
        return ends_in_vowel
    return True


def _irregular(form: str) -> str:
    return {"करा": "किया", "देओ": "दो", "लेओ": "लो", "करी": "की", "जाया": "गया"}.get(form, form)


def _plain(word: str) -> str:
    """Return a word without the marks that people leave out."""
    return word.replace(_NUKTA, "").replace("ँ", "ं").replace("\u200d", "").replace("\u200c", "")


def _letters(word: str) -> str:
    out: list[str] = []
    for index, letter in enumerate(word):
        following = word[index + 1] if index + 1 < len(word) else ""
        if letter in _CONSONANTS:
            out.append(_CONSONANTS[letter])
            if following and following not in _SIGNS and following != _VIRAMA:
                out.append("a")
        else:
            out.append(_VOWELS.get(letter) or _SIGNS.get(letter) or _NASAL.get(letter, ""))
    return "".join(out)
