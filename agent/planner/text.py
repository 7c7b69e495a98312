"""A message made ready to read: cleaned, cut into words, its language told."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz.distance import OSA

import prompts
from agent.planner.arabic import ARABIC, VOWELS, plain_arabic, stem
from agent.planner.spelling import devanagari, hindi_folds, romanise
from commerce.spelling import DEVANAGARI, fold

_WORD = re.compile(
    r"(?P<number>(?:\d{1,3}(?:,\d{2,3})*,\d{3}|\d+)(?:\.\d+)?(?![\w,.\-/]*\w))"
    r"|(?P<amount>\d[\d,]*\.\d+[A-Za-z]+)"
    r"|(?P<id>[A-Za-z0-9]+(?:[-_/][A-Za-z0-9]+)+)"
    r"|(?P<mixed>[^\W_]*\d[^\W_]*)"
    r"|(?P<word>(?:[^\W\d_]|[\u0900-\u097f])+(?:['’](?:[^\W\d_])+)*)"
    r"|(?P<mark>[₹><+=\-–#?/])"
)
_UNIT = re.compile(
    r"(?i)^(\d+(?:\.\d+)?)(d|days?|din|th|st|nd|rd|k|l|lakhs?|lacs?|cr|crores?|hrs?|hours?|h|weeks?"
    r"|wks?|months?|hafte|mahine|ghante|pcs|pc|nos|units?|pieces?|piece|rs|baje|am|pm|tarikh"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|hazaar|hazar|hajar|saal)$"
)
_LETTERS_FIRST = re.compile(
    r"(?i)^(rs|inr|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|top|last|awb|order|pin)(\d+)$"
)
_RANGE = re.compile(r"^(\d{1,2})-(\d{1,2})$")
_DAY_MONTH = re.compile(r"(?i)^(\d{1,2})[-/]([a-z]{3,9})(?:[-/](\d{2,4}))?$")
_HYPHENED = re.compile(r"^[a-z]{3,}-[a-z]{3,}$")
_ELONGATED = re.compile(r"([^\W\d])\1{2,}")
_SIGNLESS = {"’": "'", "‘": "'", "“": '"', "”": '"', "—": "-", "।": ".", "\u200b": "", "\ufeff": ""}

_DECIMAL_COMMA = re.compile(r"(\d),(\d{1,2})(?=\s*(?:juta|jt|ribu|rb|miliar|ألف|الف|مليون))")
_DOTTED = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3}){2,}(?![\d.,])")
"""Indonesian writes 1,2 million for one and a fifth, and 1.200.000 for the same."""

LONGEST = 4_000
"""Letters of a message that are read; nobody asks for something in more."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a message."""

    raw: str
    word: str
    """Lower case, Roman letters, without elongation."""
    fold: str
    """What the spellings of this word have in common."""
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        """Whether it is a plain number."""
        digits = self.word.replace(",", "").replace(".", "")
        return self.word[:1].isdigit() and digits.isdigit() and len(digits) <= 18

    @property
    def number(self) -> float:
        """Its value, when it is a plain number."""
        return float(self.word.replace(",", ""))


@dataclass(frozen=True, slots=True)
class Said:
    """A cleaned message and its words; spans count letters of `text`."""

    text: str
    tokens: tuple[Token, ...]

    @property
    def words(self) -> list[str]:
        """The words in order."""
        return [token.word for token in self.tokens]


def clean(text: str) -> str:
    """Return a message with one kind of digits, quotes and blanks; line breaks stay."""
    text = unicodedata.normalize("NFKC", text[:LONGEST])
    text = "".join(_SIGNLESS.get(letter, _digit(letter)) for letter in text)
    text = VOWELS.sub("", "".join(" " if _is_noise(letter) else letter for letter in text))
    text = _DECIMAL_COMMA.sub(r"\1.\2", _DOTTED.sub(lambda m: m[0].replace(".", ""), text))
    return re.sub(r"[^\S\n]+", " ", text).strip()


def read(text: str) -> Said:
    """Cut a message into words."""
    text = clean(text)
    tokens: list[Token] = []
    for match in _WORD.finditer(text):
        for raw, start in _parts(match[0], match.start()):
            tokens.append(_token(raw, start))
    return Said(text=text, tokens=tuple(tokens))


def detect_language(text: str) -> str | None:
    """Return the language of a message; `None` where the words do not tell (ids, "ok")."""
    tokens = [token for token in read(text).tokens if len(token.word) > 1]
    arabic = sum(1 for token in tokens if ARABIC.search(token.raw))
    if arabic and arabic * 2 >= sum(1 for t in tokens if t.word.isascii() and t.word.isalpha()):
        return "ar"
    script = sum(1 for token in tokens if DEVANAGARI.search(token.raw))
    latin = [t.word for t in tokens if t.word.isalpha() and not DEVANAGARI.search(t.raw)]
    if script and script * 2 >= len(latin):
        return "hi"
    hindi = sum(1 for word in latin if is_hindi(word))
    english = sum(1 for word in latin if word in _english())
    indonesian = sum(1 for word in latin if word in _indonesian())
    if indonesian > hindi and indonesian * 2 >= english:
        return "id"
    if hindi and hindi * 3 >= english:
        return "hi-Latn"
    return "en" if english else None


def is_hindi(word: str) -> bool:
    """Tell whether a Roman word is Hindi and nothing else."""
    if word in _shared() or word in _english() or word in _borrowed():
        return False
    return word in devanagari() or (len(word) >= 5 and fold(word) in hindi_folds())


def for_meaning(text: str) -> str:
    """Return a sentence with its Roman Hindi written in Devanagari, for the sentence embedder."""
    if detect_language(text) != "hi-Latn":
        return text
    return re.sub(r"[A-Za-z]+", lambda match: _in_devanagari(match[0]), text)


def _in_devanagari(raw: str) -> str:
    word = _ELONGATED.sub(r"\1", raw.lower())
    if (word in _english() or word in _borrowed()) and word not in _shared():
        return raw
    found = devanagari().get(word)
    if found is None and len(word) >= 4:
        found = hindi_folds().get(fold(word))
    return found or raw


def _token(raw: str, start: int) -> Token:
    word = raw.lower()
    if word.endswith("'s") and len(word) > 4 and word not in english():
        word = word[:-2]  # "Meena's" names Meena.
    if ARABIC.search(word):
        word = plain_arabic(word)
        return Token(raw=raw, word=word, fold=stem(word), start=start, end=start + len(raw))
    if DEVANAGARI.search(word):
        word = romanise(word)
    word = _ELONGATED.sub(r"\1", word) if word.isalpha() else word
    return Token(raw=raw, word=word, fold=_common(word), start=start, end=start + len(raw))


@lru_cache(maxsize=16_384)
def _common(word: str) -> str:
    """Return what the spellings of a word share; of a Hindi word, its usual spelling."""
    if word not in english() and word not in other_english():
        hindi = devanagari().get(word)
        if hindi is None and len(word) >= 4:
            hindi = hindi_folds().get(fold(word))
        if hindi is not None:
            return fold(romanise(hindi))
        return _trade_word(fold(word)) if word.isalpha() else word
    return fold(word)


def _trade_word(folded: str) -> str:
    """Return the word of the trade that an unknown word is a slip of: `cancle`, `unsiped`."""
    if len(folded) < 5 or folded in _trade_folds():
        return folded
    allowed = 1 if len(folded) < 8 else 2
    alike = [
        (OSA.distance(folded, word, score_cutoff=allowed), word)
        for word in _trade_folds()
        if word[0] == folded[0] and abs(len(word) - len(folded)) <= allowed
    ]
    best = min(alike, default=(99, folded))
    return best[1] if best[0] <= allowed else folded


@cache
def _trade_folds() -> frozenset[str]:
    return frozenset(fold(word) for word in prompts.lexicon("english")["loan"] if len(word) >= 5)


def _parts(raw: str, start: int) -> list[tuple[str, int]]:
    """Cut what people type together: `7days`, `rs500`, `15-nov`, `1-15`."""
    if match := _UNIT.match(raw) or _LETTERS_FIRST.match(raw):
        return [(match[1], start), (match[2], start + len(match[1]))]
    if match := _RANGE.match(raw):
        middle = start + len(match[1])
        return [(match[1], start), ("-", middle), (match[2], middle + 1)]
    if _HYPHENED.match(raw) and all(is_right(part) for part in raw.split("-")):
        middle = start + raw.index("-")
        return [(raw[: middle - start], start), (raw[middle - start + 1 :], middle + 1)]
    if (match := _DAY_MONTH.match(raw)) and match[2].lower()[:3] in _MONTHS:
        parts = [(match[1], start), (match[2], start + len(match[1]) + 1)]
        return parts + ([(match[3], start + raw.rindex(match[3]))] if match[3] else [])
    return [(raw, start)]


_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def _digit(letter: str) -> str:
    if letter.isdigit() and not letter.isascii():
        return str(unicodedata.digit(letter, ""))
    return letter


def _is_noise(letter: str) -> bool:
    """Tell whether a letter is a picture or a control sign."""
    return letter != "\n" and unicodedata.category(letter) in ("So", "Cc", "Cs", "Co", "Sk")


@cache
def everyday() -> frozenset[str]:
    """Return the words of ordinary talk, which are nobody's name and no product's alone."""
    return frozenset(word for word in devanagari() if len(word) > 1) | english()


def is_right(word: str) -> bool:
    """Tell whether a word is one of ordinary talk as it stands, so that it needs no mending."""
    return word in everyday() or word in other_english()


@cache
def everyday_folds() -> frozenset[str]:
    """Return the sounds of ordinary talk: who types "stil" means "still" and not a thing."""
    return frozenset(fold(word) for word in everyday())


@cache
def spoken() -> frozenset[str]:
    """Return every word of the examples and lexicons: a right word is no slip of another."""
    examples = (s for by in prompts.examples().values() for said in by.values() for s in said)
    names = (file.name for file in (files(prompts) / "lexicon").iterdir())
    lexicons = (prompts.lexicon(n.removesuffix(".toml")) for n in names if n.endswith(".toml"))
    phrases = (p for lexicon in lexicons for said in lexicon.values() for p in said)
    own = (phrase for phrase in phrases if phrase not in _fillers())
    return frozenset(word for sentence in (*examples, *own) for word in read(sentence).words)


@cache
def _fillers() -> frozenset[str]:
    return frozenset(p for said in prompts.lexicon("fillers").values() for p in said)


@cache
def english() -> frozenset[str]:
    """Return everyday English words, those of the trade among them."""
    words = prompts.lexicon("english")
    return frozenset(words["only"] + words["loan"] + words["shared"])


@cache
def other_english() -> frozenset[str]:
    """Return common English words that are not of the trade: right words, and no slip of another.

    They may still be products ("glass") and names.
    """
    return frozenset(prompts.lexicon("english")["everyday"])


@cache
def _shared() -> frozenset[str]:
    """Return spellings that are both English and Hindi, which therefore tell nothing."""
    return frozenset(prompts.lexicon("english")["shared"])


@cache
def _borrowed() -> frozenset[str]:
    """Return English words that Hinglish uses as its own."""
    words = prompts.lexicon("english")
    return frozenset(words["loan"] + words["goods"])


@cache
def _indonesian() -> frozenset[str]:
    """Return words of Indonesian that Hindi and English do not have."""
    told = frozenset(prompts.lexicon("indonesian")["only"])
    return told - _english() - frozenset(devanagari()) | frozenset(["yang", "pesanan", "saya"])


@cache
def _english() -> frozenset[str]:
    """Return everyday English words that Hindi speakers do not type within Hindi."""
    return frozenset(prompts.lexicon("english")["only"])
