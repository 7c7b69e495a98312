"""A time of day, found by how it is written: "9am", "9:30", "subah 9 baje", "shaam 6 baje"."""

import re

from agent.planner.text import Said

_PARTS = {
    "am": {"subah", "savere", "morning", "सुबह", "सवेरे", "صباحا", "الصباح", "pagi"},
    "pm": {
        "shaam", "sham", "dopahar", "dophar", "raat", "evening", "afternoon", "night", "शाम",
        "दोपहर", "रात", "مساء", "المساء", "sore", "malam", "siang",
    },
}  # fmt: skip
_WORDS = {
    "ek": 1, "do": 2, "teen": 3, "char": 4, "chaar": 4, "paanch": 5, "panch": 5, "chhe": 6,
    "saat": 7, "aath": 8, "ath": 8, "nau": 9, "das": 10, "dus": 10, "gyarah": 11, "barah": 12,
    "एक": 1, "दो": 2, "तीन": 3, "चार": 4, "पांच": 5, "पाँच": 5, "छह": 6, "सात": 7, "आठ": 8, "नौ": 9,
    "दस": 10, "ग्यारह": 11, "बारह": 12,
}  # fmt: skip
_NUMBER = r"\d{1,2}|" + "|".join(sorted(_WORDS, key=len, reverse=True))
_MARKED = re.compile(
    r"(?i)(?<![\w₹.:])(?:(sadhe|saadhe|साढ़े|sava|सवा|half past)\s+)?"
    rf"({_NUMBER})(?:[:.](\d{{2}}))?\s*"
    r"(am|pm|a\.m\.?|p\.m\.?|baje|bje|bajey|बजे|o'?clock)(?!\w)"
)
_PLAIN = re.compile(r"(?<![\w₹.:])([01]?\d|2[0-3]):([0-5]\d)(?![\w:])")
_AT = re.compile(r"(?i)(?<!\w)(?:at|jam|pukul|الساعة)\s+(\d{1,2})(?![\w:.,]|\s*(?:%|rs|₹))")
_PAST = {"sadhe": 30, "saadhe": 30, "साढ़े": 30, "half past": 30, "sava": 15, "सवा": 15}
_NOON, _EARLIEST = 12, 7
Found = tuple[str, int, int]


def clock_in(said: Said) -> Found | None:
    """Return a time of day as `09:00`, with its letters.

    Without morning or evening, one to six is after noon, as shops keep hours.
    """
    text = said.text
    if (match := _MARKED.search(text)) is not None:
        hour = _WORDS.get(match[2].lower()) or int(match[2])
        minute = int(match[3] or 0) + _PAST.get((match[1] or "").lower(), 0)
        return _found(hour, minute, match[4].lower()[0], text, match)
    if (match := _PLAIN.search(text)) is not None:
        hour = int(match[1])
        half = "" if len(match[1]) == 2 or hour >= _EARLIEST else "?"
        return _found(hour, int(match[2]), half, text, match)
    if (match := _AT.search(text)) is not None:
        return _found(int(match[1]), 0, "?", text, match)
    return None


def _found(hour: int, minute: int, half: str, text: str, match: re.Match[str]) -> Found | None:
    if hour > 23 or minute > 59:
        return None
    words = set(re.findall(r"[^\W\d_]+", text.lower()))
    if half in ("p", "a"):
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    elif half and hour < _NOON:
        evening = bool(words & _PARTS["pm"]) and not words & _PARTS["am"]
        early = hour < _EARLIEST and not words & _PARTS["am"]
        hour += _NOON if (evening and hour != 0) or early else 0
    return f"{hour:02}:{minute:02}", match.start(), match.end()
