"""Spellings of Hindi in Roman letters, folded together, and Devanagari read aloud in them."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

import prompts
from commerce.spelling import DEVANAGARI, SIGNS, VOWELS, fold, letters, plain

_ENDINGS = {
    "ना": ("na", "naa"), "ने": ("ne",), "नी": ("ni",), "ो": ("o",), "ओ": ("o",), "े": ("e",),
    "ए": ("e", "ye"), "ता": ("ta",), "ते": ("te",), "ती": ("ti",), "ूँ": ("u", "un", "oon"),
    "ऊँ": ("u", "un", "oon"), "ेगा": ("ega",), "एगा": ("ega", "yega"), "ेंगे": ("enge",),
    "एँगे": ("enge", "yenge"), "ेगी": ("egi",), "कर": ("kar", "ke"), "ा": ("a",), "या": ("ya",),
    "ी": ("i",), "यी": ("yi",), "िए": ("iye", "iyega"), "इए": ("iye", "iyega"), "": ("",),
    "वा": ("wa", "va"), "वाओ": ("wao", "vao"), "वा दो": ("wado",), "ओगे": ("oge",), "ोगे": ("oge",),
}  # fmt: skip
"""Endings of a verb in Devanagari, and how each is typed."""

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


@lru_cache(maxsize=4_096)
def romanise(word: str) -> str:
    """Return a Devanagari word in Roman letters, as the shop's people would type it."""
    known = _spoken().get(plain(word))
    return known if known is not None else letters(plain(word))


@lru_cache(maxsize=16_384)
def skeleton(word: str) -> str:
    """Return the consonants one hears in a word: what `ईयरबड` and `Earbuds` have in common.

    Vowels are written too freely in either script to be compared; so are the marks of breath and
    a plural's last s.
    """
    roman = letters(plain(word)) if DEVANAGARI.search(word) else word.lower()
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
        found.setdefault(plain(word), typed)
    for word, spellings in prompts.lexicon("hinglish").items():
        found[plain(word)] = spellings[0]
    for typed, words in prompts.lexicon("loanwords").items():
        found.update((plain(word), typed) for word in words)
    return found


def _joins(stem: str, ending: str) -> bool:
    """Tell whether an ending is written after this stem: vowel letters after vowels, else signs."""
    if not ending:
        return True
    ends_in_vowel = stem[-1] in SIGNS or stem[-1] in VOWELS
    if ending[0] in SIGNS:
        return not ends_in_vowel
    if ending[0] in VOWELS or ending == "या" or ending == "यी":
        return ends_in_vowel
    return True


def _irregular(form: str) -> str:
    return {"करा": "किया", "देओ": "दो", "लेओ": "लो", "करी": "की", "जाया": "गया"}.get(form, form)
