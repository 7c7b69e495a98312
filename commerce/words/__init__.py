"""The message catalogue: every word people read, in every language.

One folder a language, one Fluent file an area (https://projectfluent.org). Code names a message
and gives values; numbers, money and dates are written by Babel in the language's habits.
"""

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from babel.dates import format_date, format_time
from babel.numbers import format_currency, format_decimal, format_percent
from fluent.runtime import FluentBundle, FluentResource

from commerce.money import Money

LANGUAGES: Mapping[str, str] = {"en": "en_IN", "hi": "hi_IN", "hi-Latn": "en_IN"}
"""Catalogue language (BCP 47; `hi-Latn` is Hinglish) and the Babel locale of its numbers."""

PARTLY: Mapping[str, str] = {"ar": "ar_AE", "id": "id_ID"}
"""Languages whose catalogue has the ordinary answers; the rest is said in English."""

ANSWERED: Mapping[str, str] = {**LANGUAGES, **PARTLY}
"""Every language that a person can be answered in."""

RIGHT_TO_LEFT = frozenset({"ar"})

FALLBACK = "en"

Value = str | int | float | Decimal | Money | date | datetime | None


def say(language: str, key: str, /, **values: Value) -> str:
    """Return one message of the catalogue; what a language lacks is said in English.

    Datetimes must already be in the zone of the reader.

    Raises:
        KeyError: No language has the message.
    """
    if all(type(value) in _PLAIN for value in values.values()):
        return _said_before(language, key, tuple(values.items()))
    return _said(language, key, values)


_PLAIN: Final = frozenset({str, int, type(None)})
"""Types of which what is equal is written alike: a moment in another zone is not."""


@lru_cache(maxsize=8_192)
def _said_before(language: str, key: str, values: tuple[tuple[str, Value], ...]) -> str:
    """Say what is likely to be said again: labels, headings, small counts."""
    return _said(language, key, dict(values))


def _said(language: str, key: str, values: Mapping[str, Value]) -> str:
    for candidate in (language, FALLBACK):
        bundle = _bundle(candidate if candidate in ANSWERED else FALLBACK)
        if bundle.has_message(key):
            pattern = bundle.get_message(key).value
            if pattern is None:
                raise KeyError(f"{key} in {candidate} has no text")
            text, errors = bundle.format_pattern(pattern, _written(values, candidate))
            if errors:
                raise KeyError(f"{key} in {candidate}: {errors}")
            return str(text)
    raise KeyError(key)


def has(key: str, language: str = FALLBACK) -> bool:
    """Tell whether a language's catalogue has a message."""
    return bool(_bundle(language).has_message(key))


def keys(language: str) -> frozenset[str]:
    """Return the keys of every message a language has."""
    return frozenset(_bundle(language)._messages)


@lru_cache(maxsize=4_096)
def write_money(money: Money, language: str = FALLBACK) -> str:
    """Write an amount as people read it: ₹12,50,000, with paise only where there are any."""
    whole = money.major == money.major.to_integral_value()
    return format_currency(
        money.major,
        money.currency,
        format="¤#,##,##0" if whole and money.currency == "INR" else None,
        locale=_locale(language),
        currency_digits=not whole,
        decimal_quantization=not whole,
    )


def write_number(number: float | Decimal, language: str = FALLBACK) -> str:
    """Write a number in the Indian grouping: 12,50,000."""
    return format_decimal(number, locale=_locale(language))


def write_percent(share: float, language: str = FALLBACK) -> str:
    """Write a share from 0 to 1 as a percentage with one digit: 8.5%."""
    return format_percent(share, format="#,##0.#%", locale=_locale(language))


@lru_cache(maxsize=4_096)
def write_date(day: date, language: str = FALLBACK) -> str:
    """Write a day: 22 Nov 2026."""
    return format_date(day, format="d MMM y", locale=_locale(language))


def write_moment(moment: datetime, language: str = FALLBACK) -> str:
    """Write a day and time, in the zone the moment carries: 22 Nov 2026, 6:05 pm."""
    return f"{write_date(moment.date(), language)}, {_clock(moment.hour, moment.minute, language)}"


@lru_cache(maxsize=4_096)
def _clock(hour: int, minute: int, language: str) -> str:
    return str(format_time(time(hour, minute), format="h:mm a", locale=_locale(language)))


def _locale(language: str) -> str:
    return ANSWERED.get(language, ANSWERED[FALLBACK])


def _written(values: Mapping[str, Value], language: str) -> dict[str, str | int]:
    """Write values for a sentence; integers stay numbers so that plurals can choose by them."""
    written: dict[str, str | int] = {}
    for name, value in values.items():
        match value:
            case Money():
                written[name] = write_money(value, language)
            case datetime():
                written[name] = write_moment(value, language)
            case date():
                written[name] = write_date(value, language)
            case float() | Decimal():
                written[name] = write_number(value, language)
            case None:
                written[name] = ""
            case _:
                written[name] = value
    return written


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([_locale(language).replace("_", "-")], use_isolating=False)
    folder = files(__name__) / language
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".ftl"):
            bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle
