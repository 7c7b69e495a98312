"""The figures in a text: amounts, days, times of day, ids. Written in any of the ways people do."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

Reading = tuple[float, float]
"""A value, and half of the last place that was written: 1.2 lakh is 120000 ± 5000."""


@dataclass(frozen=True, slots=True)
class Number:
    """An amount, a count, a share."""

    written: str
    """Its digits alone."""
    readings: tuple[Reading, ...]
    """What it may mean: 8.5% is 8.5, or the share 0.085."""
    marked: bool = False
    """Money or a share, so that it is no id."""
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A day, a day without its year, or a month."""

    year: int | None
    month: int
    day: int | None
    number: str = ""
    """The digits that may be a number of something else after all."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, minutes after midnight; on a clock of twelve hours where `half` is set."""

    minute: int
    half: bool


@dataclass(frozen=True, slots=True)
class Code:
    """Letters with digits: a SKU, an AWB, an order number with a prefix."""

    text: str


@dataclass(frozen=True, slots=True)
class Phone:
    """Digits written in groups."""

    digits: str


Figure = Number | Day | Clock | Code | Phone

_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "january|jan|जनवरी|जन",
            "february|feb|फरवरी|फर",
            "march|mar|मार्च",
            "april|apr|अप्रैल",
            "may|मई",
            "june|jun|जून",
            "july|jul|जुलाई|जुल",
            "august|aug|अगस्त|अग",
            "september|sept|sep|सितंबर|सितम्बर|सित",
            "october|oct|अक्टूबर|अक्तूबर|अक्टू|अक्तू",
            "november|nov|नवंबर|नवम्बर|नव",
            "december|dec|दिसंबर|दिसम्बर|दिस",
        ),
        start=1,
    )
    for word in words.split("|")
}
_SCALES = {
    "k": 1e3, "hazaar": 1e3, "hazar": 1e3, "hajar": 1e3, "thousand": 1e3, "हजार": 1e3,
    "lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "lacs": 1e5, "l": 1e5, "लाख": 1e5,
    "million": 1e6, "mn": 1e6, "m": 1e6,
    "crore": 1e7, "crores": 1e7, "cr": 1e7, "करोड": 1e7, "billion": 1e9, "bn": 1e9,
}  # fmt: skip
_PERCENT = r"%|٪|per\s?cent(?:age points?)?|percentage points?|pct|pratishat|feesadi|प्रतिशत|फीसदी"
_ORDINAL = r"st|nd|rd|th|वां|वीं|वें"
_RUPEES = r"rupees?|rupaye|rupay|rupaiye|rs|inr|रुपये|रुपए|रुपया|रु"
_UNITS = r"x|×|ml|kgs?|g|gms?|gb|hrs?|h|d|days?|din|mins?|pcs?|pieces?|px"
_END = r"(?![a-z0-9\u0900-\u0963\u0971-\u097f])"

_MONTH = (
    rf"(?:may(?!\s+(?:be|have|not|also|still|take|need|get|come|go)\b)|"
    rf"{'|'.join(sorted((m for m in _MONTHS if m != 'may'), key=len, reverse=True))})"
    rf"(?![a-z\u0900-\u0963\u0971-\u097f])[.॰]?"
)
_YEAR = r"(?:19|20)\d\d(?!\d)"
_TH = r"(?:st|nd|rd|th)?"
_TO = r"\s*(?:-|–|—|to\b|and\b|se\b|aur\b|से|और)\s*"

_FIGURE = re.compile(
    "|".join(
        (
            r"(?P<iso>(?<!\d)\d{4}-\d\d-\d\d)(?:[t ](?P<isoclock>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?"
            r"(?:z|[+-]\d\d:?\d\d)?)?(?!\d)",
            r"(?P<isomonth>(?<![\d-])(?:19|20)\d\d-(?:0[1-9]|1[0-2]))(?![\d-])",
            rf"(?<![a-z\d.,/-])(?:(?P<d1>\d\d?){_TH}(?:{_TO}|\s*[,&]\s*))?"
            rf"(?P<d2>\d\d?){_TH}(?:\s+of)?[\s-]*(?P<m2>{_MONTH})"
            rf"(?:[\s,-]*(?P<y2>{_YEAR})|['’-](?P<yy>\d\d)(?!\d))?",
            rf"(?<![a-z\u0900-\u0963\u0971-\u097f])(?P<m3>{_MONTH})\s*(?P<d3>\d\d?){_TH}(?![\d,.]\d|\d)"
            rf"(?:{_TO}(?P<d4>\d\d?){_TH}(?!\d))?(?:,?\s+(?P<y3>{_YEAR}))?",
            rf"(?<![a-z\u0900-\u0963\u0971-\u097f])(?P<m5>{_MONTH})[\s,'’-]*(?P<y5>{_YEAR})",
            r"(?<![\w/.-])(?P<nd>\d\d?)(?P<sep>[/.-])(?P<nm>\d\d?)(?P=sep)(?P<ny>\d{4}|\d\d)(?![\w/-])",
            rf"(?<![\w.,:/])(?:(?P<h0>\d\d?)(?::(?P<mi0>\d\d))?\s*(?:am|pm)?{_TO})?"
            r"(?P<h>\d\d?)(?::(?P<mi>\d\d))?\s*(?P<mer>[ap]\.?m\b\.?|baje|बजे)",
            r"(?<![\w.,:/])(?P<h24>\d\d?):(?P<mi24>\d\d)(?::\d\d)?(?!\d)",
            r"(?P<phone>\+\d{1,3}[\s-]?\d{3,5}[\s-]?\d{3,6}(?:[\s-]?\d{1,4})?"
            r"|(?<!\d)\d{5}[\s-]\d{5}(?!\d))",
            rf"(?:(?P<cur>₹|(?<![a-z])(?:rs|inr|re)(?:\.|{_END}))\s*)?"
            r"(?<![a-z0-9.])(?P<num>\d{1,3}(?:,\d{2,3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
            rf"(?:(?:\s*(?P<scale>lakhs?|lacs?|लाख|crores?|cr|करोड|hazaar|hazar|hajar|हजार|thousand"
            rf"|million|mn|billion|bn)|(?P<letter>[klm])){_END}\+?)?"
            rf"(?:\s*(?P<pct>{_PERCENT})|(?P<ord>{_ORDINAL}){_END}|\s*(?P<money>{_RUPEES}){_END}"
            rf"|(?:{_UNITS}){_END})?(?![a-z0-9]|[-_][a-z]*[a-z]\d)",
            r"(?P<code>(?<![a-z0-9])(?=[a-z0-9._/-]*\d)[a-z0-9]+(?:[-_/.][a-z0-9]+)*)",
        )
    )
)
_OTHER_DIGITS = str.maketrans(
    "०१२३४५६७८९٠١٢٣٤٥٦٧٨٩", "01234567890123456789", "\u093c\u200b\u200c\u200d"
)
"""Digits of other scripts; the nukta and what has no width are left out."""
_GENERIC = re.compile(
    r"(?<![a-z0-9])(?:24\s?[x/×*]\s?7|b2b|b2c|d2c|c2c|3pl|2fa|q[1-4]|h[12])(?![a-z0-9])"
    r"|(?<=\d)/(?:5|10)(?![\d/])|\d\ufe0f?\u20e3"
)
"""What has digits and states nothing: 24x7, B2B, the 5 of a rating 4.2/5, a number on a keycap."""

HAS_DIGIT = re.compile(r"\d")


def figures(text: str) -> Iterator[Figure]:
    """Give the figures of a text, from left to right."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_OTHER_DIGITS)
    plain = _GENERIC.sub(" ", text.casefold())
    for match in _FIGURE.finditer(plain):
        yield from _read(match)


def is_id(figure: Figure) -> bool:
    """Tell whether a figure may name an order or a parcel."""
    match figure:
        case Number():
            return not figure.marked and len(figure.written) >= 4 and figure.written.isdecimal()
        case Code():
            return sum(letter.isdecimal() for letter in figure.text) >= 4
        case _:
            return False


def _read(match: re.Match[str]) -> Iterator[Figure]:
    group = match.groupdict()
    if group["iso"]:
        year, month, day = map(int, group["iso"].split("-"))
        yield Day(year, month, day)
        if group["isoclock"]:
            yield _clock(*group["isoclock"].split(":"))
    elif group["isomonth"]:
        year, month = map(int, group["isomonth"].split("-"))
        yield Day(year, month, None)
    elif group["m2"] or group["m3"] or group["m5"]:
        yield from _days(group)
    elif group["nd"]:
        year = int(group["ny"])
        yield Day(year if year > 99 else 2000 + year, int(group["nm"]), int(group["nd"]))
    elif group["h"]:
        if group["h0"]:
            yield _clock(group["h0"], group["mi0"], half=True)
        yield _clock(group["h"], group["mi"], group["mer"])
    elif group["h24"]:
        yield _clock(group["h24"], group["mi24"], half=int(group["h24"]) <= 12)
    elif group["phone"]:
        yield Phone(re.sub(r"\D", "", group["phone"]))
    elif group["num"]:
        yield _number(group)
    else:
        yield Code(group["code"])


def _days(group: dict[str, str | None]) -> Iterator[Day]:
    word = group["m2"] or group["m3"] or group["m5"] or ""
    month = _MONTHS[word.rstrip(".॰")]
    year = group["y2"] or group["y3"] or group["y5"] or (f"20{group['yy']}" if group["yy"] else "")
    for name in ("d1", "d2", "d3", "d4"):
        if day := group[name]:
            # "Orders 12, 15 Nov" and "in Nov 22 orders": it may be no day.
            unsure = name == "d1" or (name in ("d3", "d4") and not year)
            yield Day(int(year) if year else None, month, int(day), day if unsure else "")
    if group["m5"]:
        yield Day(int(year), month, None)


def _clock(
    hour: str, minute: str | None = None, meridiem: str = "", *, half: bool = False
) -> Clock:
    hours = int(hour)
    if meridiem[:1] in ("a", "p"):
        hours = hours % 12 + (12 if meridiem.startswith("p") else 0)
    twelve = half or meridiem[:1] not in ("", "a", "p")  # "5 baje" may be either.
    return Clock(hours * 60 + int(minute or 0), twelve)


def _number(group: dict[str, str | None]) -> Number:
    written = (group["num"] or "").replace(",", "")
    value = float(written)
    half = 0.5 * 10.0 ** -len(written.partition(".")[2])
    scale = _SCALES.get(group["scale"] or group["letter"] or "", 1.0)
    readings = [(value * scale, half * scale)]
    if group["letter"]:  # "2m" may be a size.
        readings.append((value, half))
    if group["pct"]:
        readings.append((value / 100, half / 100))
    return Number(
        written=written,
        readings=tuple(readings),
        marked=bool(group["cur"] or group["money"] or group["pct"] or group["scale"]),
        ordinal=bool(group["ord"]),
    )
