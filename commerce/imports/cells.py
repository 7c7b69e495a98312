"""What one cell says. A cell with two readings is refused, never guessed.

Every function takes the cell's text and raises `RowRefused` where it has no single reading; none
raises anything else, whatever the text.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import Enum, auto
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

import phonenumbers

from commerce.imports.types import RowRefused
from commerce.money import MINOR_DIGITS, Money

_LARGEST_MINOR = 10**15
_YEARS = range(1990, 2101)
_CENTURY = 2000
_LONGEST_MONTHS = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SIGNS = {"INR": ("₹", "rs.", "rs", "inr", "re."), "USD": ("$", "usd")}
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "january"), ("feb", "february"), ("mar", "march"), ("apr", "april"), ("may",),
            ("jun", "june"), ("jul", "july"), ("aug", "august"), ("sep", "sept", "september"),
            ("oct", "october"), ("nov", "november"), ("dec", "december"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip

_USUAL = re.compile(r"(\d{1,12})(?:\.(\d\d))?", re.ASCII)
_PLAIN = re.compile(r"(\d+)(?:\.(\d+))?", re.ASCII)
_GROUPED = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})*,\d{3})(?:\.(\d+))?", re.ASCII)
"""1,250,000.00 or 12,50,000.00."""
_THOUSANDS_BY_COMMA = re.compile(r"\d{1,3},\d{3}", re.ASCII)
_THOUSANDS_BY_POINT = re.compile(r"\d{1,3}\.\d{3}", re.ASCII)
_DIGIT = re.compile(r"\d")
_USUAL_PHONE = re.compile(r"(?:\+91[ -]?)?([6-9]\d{9})", re.ASCII)
_SEVERAL = re.compile(r"[/,;|]")
_SCIENTIFIC = re.compile(r"[+-]?\d+(?:[.,]\d+)?e[+-]?\d+", re.ASCII | re.IGNORECASE)
_COUNT = re.compile(r"(\d{1,7})(?:\.0+)?", re.ASCII)
_FRACTION_OF_NOTHING = re.compile(r"(\+?\d+)\.0+", re.ASCII)
"""A whole number that a spreadsheet wrote as `411001.0`."""
_CLOCK = (
    r"(?:[ T,]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>z|utc|gmt|ist|[+-]\d{2}:?\d{2})?)?"
)
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? +)?"
_DAYS = tuple(
    re.compile(_WEEKDAY + day + _CLOCK, re.ASCII | re.IGNORECASE)
    for day in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[ \-/.]+(?P<name>[a-z]{3,9})\.?,?[ \-/.]+"
        r"(?P<year>\d{4}|\d{2})",
        r"(?P<name>[a-z]{3,9})\.?[ \-]+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?[ \-]+(?P<year>\d{4})",
        r"(?P<first>\d{1,2})(?P<mark>[-/. ])(?P<other>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})",
    )
)


_ISO = re.compile(r"(?:19|20)\d\d-\d\d-\d\d(?:[ T]\d\d:\d\d:\d\d(?:[+-]\d\d:\d\d)?)?", re.ASCII)
"""How most machines write a moment: read without trying everything else."""
_TWO_NUMBERS = re.compile(r"\s*(\d{1,2})([-/. ])(\d{1,2})\2(?:\d{4}|\d{2})(?!\d)", re.ASCII)


class Order(Enum):
    """What a date written in figures says of the order of day and month."""

    DAY_FIRST = auto()
    MONTH_FIRST = auto()
    EITHER = auto()


def order_of(cell: str) -> Order | None:
    """Return which order a date proves; `None` where it is none or means the same either way."""
    found = _TWO_NUMBERS.match(cell)
    if found is None:
        return None
    first, other = int(found[1]), int(found[3])
    day_first = 0 < other <= 12 and 0 < first <= _LONGEST_MONTHS[other]
    month_first = 0 < first <= 12 and 0 < other <= _LONGEST_MONTHS[first]
    if first == other or not (day_first or month_first):
        return None
    if day_first and month_first:
        return Order.EITHER
    return Order.DAY_FIRST if day_first else Order.MONTH_FIRST


class Assumed(Enum):
    """What had to be taken for granted to read a moment."""

    ZONE = auto()
    """It names no zone; the shop's was taken."""
    ORDER = auto()
    """It has two readings; what the person said, or the rest of the column, chose."""
    AGAINST = auto()
    """It has one reading only, which goes against the order the person named."""
    CENTURY = auto()
    """Its year has two digits; 20xx was taken."""
    MIDNIGHT = auto()
    """It names a day and no time; the day's beginning was taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A moment, and what was assumed to read it."""

    at: datetime
    """Aware, UTC."""
    assumed: frozenset[Assumed]


def text(cell: str) -> str:
    """Return a cell as text, formulas and markup as the harmless letters they are.

    The apostrophe that keeps a spreadsheet from taking text for a formula goes.
    """
    words = cell.replace("\x00", "").strip()
    if words[:1] == "'" and words[1:2] in ("=", "+", "-", "@"):
        words = words[1:]
    return words


def identifier(cell: str, column: str, longest: int = 40) -> str:
    """Return a number that is a name (AWB, order number, postcode), digit for digit.

    Raises:
        RowRefused: A spreadsheet has rounded it (`1.23457E+12`), or it is too long to be one.
    """
    words = _digits_as_text(cell)
    if _SCIENTIFIC.fullmatch(words):
        raise RowRefused("error-imports-rounded", column=column, cell=_short(words))
    if len(words) > longest:
        raise RowRefused("error-imports-too-long", column=column, longest=str(longest))
    return _whole(words)


def amount(cell: str, column: str, currency: str) -> Money:
    """Return an amount of money written with a decimal point, grouped or not, with its sign or not.

    Raises:
        RowRefused: It is blank or no amount, or could mean two: `1.234,56`, `1,23`, `1.234`.
    """
    digits = MINOR_DIGITS.get(currency, 2)
    if digits == 2 and (usual := _USUAL.fullmatch(cell)):
        return Money(int(usual[1] + (usual[2] or "00")), currency)
    words = text(cell)
    number = _without_currency(words, currency)
    negative = number.startswith("-")
    number = number.removeprefix("-").strip()
    found = _PLAIN.fullmatch(number) or _GROUPED.fullmatch(number)
    if found is None or _has_two_readings(number, digits):
        raise _not_an_amount(words, column)
    fraction = found[2] or ""
    if fraction[digits:].strip("0") or len(found[1]) > 20:
        raise _not_an_amount(words, column)
    minor = int(found[1].replace(",", "") + fraction[:digits].ljust(digits, "0"))
    if minor > _LARGEST_MINOR:
        raise _not_an_amount(words, column)
    return Money(-minor if negative else minor, currency)


def count(cell: str, column: str) -> int:
    """Return a whole number from 0 to a million.

    Raises:
        RowRefused: It is blank or anything else.
    """
    words = text(cell)
    found = _COUNT.fullmatch(words)
    if found is None or int(found[1]) > 1_000_000:
        raise RowRefused("error-imports-no-count", column=column, cell=_short(words))
    return int(found[1])


def moment(cell: str, column: str, *, zone: ZoneInfo, day_first: bool | None = None) -> Moment:
    """Return a moment.

    Args:
        cell: Such as `2026-11-20 14:03:11 +0530`, `22-11-2026 11:43`, `22 Nov 2026, 11:43 AM`.
        column: Its header, to say where it stands.
        zone: The shop's, for times that name none.
        day_first: How `03/04/2026` is meant in this file; `None` refuses it. A date with one
            reading keeps it either way.

    Raises:
        RowRefused: It is blank, no date, or one of two dates.
    """
    if _ISO.fullmatch(cell) and (read := _iso(cell, zone)):
        return read
    words = " ".join(text(cell).split())
    for pattern in _DAYS:
        if found := pattern.fullmatch(words):
            return _moment(found.groupdict(), words, column, zone, day_first)
    raise RowRefused("error-imports-no-date", column=column, cell=_short(words))


@lru_cache(maxsize=65_536)
def phone(cell: str, column: str, region: str = "IN") -> str | None:
    """Return a phone number as E.164 where it is a real one, else as given; `None` if blank.

    Raises:
        RowRefused: A spreadsheet has rounded it.
    """
    words = _digits_as_text(cell)
    if _SCIENTIFIC.fullmatch(words):
        raise RowRefused("error-imports-rounded", column=column, cell=_short(words))
    words = _whole(words)
    if region == "IN" and (usual := _USUAL_PHONE.fullmatch(words)):
        if _indian_mobile().fullmatch(usual[1]):
            return f"+91{usual[1]}"
    elif not _DIGIT.search(words):
        return None
    if _SEVERAL.search(words):
        return words[:40]  # Two numbers in one cell; reading on would glue them together.
    try:
        number = phonenumbers.parse(words, region)
    except phonenumbers.NumberParseException:
        return words[:40]
    if not phonenumbers.is_valid_number(number):
        return words[:40]
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


@cache
def _indian_mobile() -> re.Pattern[str]:
    """Return what a mobile number in India looks like, by the library's own table.

    Asking the library about each number takes as long as all else about an order.
    """
    known = phonenumbers.PhoneMetadata.metadata_for_region("IN")
    mobile = known.mobile if known is not None else None
    return re.compile((mobile and mobile.national_number_pattern) or r"(?!)", re.ASCII)


def _digits_as_text(cell: str) -> str:
    """Return a cell without the apostrophe that keeps digits digits (Shopify: `'411001`)."""
    words = text(cell)
    return words[1:] if words[:1] == "'" and words[1:2].isdecimal() else words


def _whole(words: str) -> str:
    found = _FRACTION_OF_NOTHING.fullmatch(words)
    return found[1] if found else words


def _short(words: str) -> str:
    return words if len(words) <= 40 else f"{words[:39]}…"


def _not_an_amount(words: str, column: str) -> RowRefused:
    return RowRefused("error-imports-no-amount", column=column, cell=_short(words))


def _without_currency(words: str, currency: str) -> str:
    """Return an amount without its own currency's sign; another's stays and is no number."""
    number = words.lower()
    for sign in _SIGNS.get(currency, (currency.lower(),)):
        if number.removeprefix("-").startswith(sign):
            return number.replace(sign, "", 1).strip()
        if number.endswith(sign):
            return number.removesuffix(sign).strip()
    return number


def _has_two_readings(number: str, digits: int) -> bool:
    """Tell `1.234` (thousands, in half of the world) and, with three minor digits, `1,234`."""
    return (_THOUSANDS_BY_COMMA if digits == 3 else _THOUSANDS_BY_POINT).fullmatch(
        number
    ) is not None


def _moment(
    parts: dict[str, str | None], words: str, column: str, zone: ZoneInfo, day_first: bool | None
) -> Moment:
    assumed: set[Assumed] = set()
    day = _day(parts, words, column, day_first, assumed)
    clock = _clock(parts)
    offset = _offset(parts.get("zone"), zone)
    if day is None or clock is None or offset is None:
        raise RowRefused("error-imports-no-date", column=column, cell=_short(words))
    if not parts.get("hour"):
        assumed.add(Assumed.MIDNIGHT)
    elif not parts.get("zone"):
        assumed.add(Assumed.ZONE)
    return Moment(
        at=datetime.combine(day, clock, offset).astimezone(UTC), assumed=frozenset(assumed)
    )


def _iso(cell: str, zone: ZoneInfo) -> Moment | None:
    """Return a moment in the machines' way of writing it; `None` leaves it to the patterns."""
    try:
        found = datetime.fromisoformat(cell)
    except ValueError:
        return None
    if found.year not in _YEARS:
        return None
    if found.tzinfo is not None:
        return Moment(at=found.astimezone(UTC), assumed=frozenset())
    assumed = Assumed.MIDNIGHT if len(cell) == 10 else Assumed.ZONE
    return Moment(at=found.replace(tzinfo=zone).astimezone(UTC), assumed=frozenset({assumed}))


def _day(
    parts: dict[str, str | None],
    words: str,
    column: str,
    day_first: bool | None,
    assumed: set[Assumed],
) -> date | None:
    year = int(parts["year"] or 0)
    if len(parts["year"] or "") == 2:
        year += _CENTURY
        assumed.add(Assumed.CENTURY)
    if parts.get("first") is None:
        month = _MONTHS.get((parts.get("name") or "").lower()) or int(parts.get("month") or 0)
        return _real_day(year, month, int(parts["day"] or 0))
    first, other = int(parts["first"] or 0), int(parts["other"] or 0)
    day_then_month, month_then_day = _real_day(year, other, first), _real_day(year, first, other)
    if day_then_month is None or month_then_day is None or day_then_month == month_then_day:
        only = day_then_month or month_then_day
        contradicted = month_then_day if day_first is False else day_then_month
        if only and day_first is not None and contradicted is None:
            assumed.add(Assumed.AGAINST)
        return only
    if day_first is None:
        raise RowRefused(
            "error-imports-two-dates",
            column=column,
            cell=_short(words),
            one=day_then_month,
            other=month_then_day,
        )
    assumed.add(Assumed.ORDER)
    return day_then_month if day_first else month_then_day


def _real_day(year: int, month: int, day: int) -> date | None:
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(parts: dict[str, str | None]) -> time | None:
    hour, minute = int(parts.get("hour") or 0), int(parts.get("minute") or 0)
    half = (parts.get("half") or "").lower()[:1]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return time(hour, minute, int(parts.get("second") or 0))
    except ValueError:
        return None


def _offset(said: str | None, zone: ZoneInfo) -> timezone | ZoneInfo | None:
    """Return the zone a time names, the shop's where it names none, `None` where unknown."""
    if not said:
        return zone
    name = said.lower()
    if name in ("z", "utc", "gmt"):
        return UTC
    if name == "ist":
        # Three countries call their time IST; an Indian shop means its own.
        return zone if zone.key in ("Asia/Kolkata", "Asia/Calcutta") else None
    hours, minutes = int(name[1:3]), int(name[-2:])
    if hours > 14 or minutes > 59:
        return None
    east = timedelta(hours=hours, minutes=minutes)
    return timezone(-east if name[0] == "-" else east)
