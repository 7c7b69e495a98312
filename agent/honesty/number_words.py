"""Counts written as words: "five orders", "teen parcel", "पाँच ऑर्डर"."""

import re
from collections.abc import Iterator

from agent.honesty.figures import Number

_ENGLISH = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "a hundred": 100, "one hundred": 100, "two dozen": 24, "a dozen": 12,
}  # fmt: skip
_HINDI = {
    "do": 2, "teen": 3, "tin": 3, "char": 4, "chaar": 4, "panch": 5, "paanch": 5, "chhe": 6,
    "chhah": 6, "saat": 7, "sat": 7, "aath": 8, "ath": 8, "nau": 9, "das": 10, "dus": 10,
    "gyarah": 11, "barah": 12, "baarah": 12, "pandrah": 15, "bees": 20, "pachees": 25, "tees": 30,
    "chalis": 40, "pachas": 50, "pachaas": 50, "sau": 100,
    "दो": 2, "तीन": 3, "चार": 4, "पांच": 5, "पाँच": 5, "छह": 6, "छः": 6, "सात": 7, "आठ": 8, "नौ": 9,
    "दस": 10, "ग्यारह": 11, "बारह": 12, "पंद्रह": 15, "बीस": 20, "पच्चीस": 25, "तीस": 30,
    "चालीस": 40, "पचास": 50, "सौ": 100,
}  # fmt: skip
_VALUES = {**_ENGLISH, **_HINDI}
_THINGS = (
    r"orders?|parcels?|shipments?|customers?|buyers?|cases?|ndrs?|attempts?|items?|units?|pieces?|"
    r"products?|reviews?|returns?|couriers?|rupees|percent|lakhs?|crores?|thousand|"
    r"ऑर्डर|आर्डर|पार्सल|ग्राहक|केस|कोशिश|आइटम|यूनिट|पीस|रिव्यू|रुपये|रुपए|प्रतिशत|लाख|करोड़|हज़ार|हजार"
)
_COUNTED = re.compile(
    r"(?<![\w-])(?:(?P<en>" + "|".join(sorted(_ENGLISH, key=len, reverse=True)) + r")"
    r"(?:\s+(?:open|new|cod|prepaid|more|late|pending|unpaid|ndr|rto|risky|delivered|cancelled|failed))*"
    r"|(?P<hi>" + "|".join(sorted(_HINDI, key=len, reverse=True)) + r"))"
    r"\s+(?:" + _THINGS + r")(?!\w)"
)  # fmt: skip


def counted(sentence: str) -> Iterator[Number]:
    """Give the counts that a sentence writes as words; "one" counts nothing."""
    for match in _COUNTED.finditer(sentence.casefold()):
        value = float(_VALUES[match["en"] or match["hi"]])
        yield Number(written=f"{value:.0f}", readings=((value, 0.0),), marked=True)
