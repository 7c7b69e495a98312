"""What a turn knows: every figure in its facts, and those that follow from them by counting."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise
from typing import Any, assert_never
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from agent.honesty.figures import HAS_DIGIT, Clock, Code, Day, Figure, Number, Phone, figures
from agent.honesty.names import words_of
from commerce.vocabulary import SLOT_HOURS

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
_SKU = re.compile(r"[A-Z]{2,}[A-Z0-9]*(?:-[A-Z0-9]+)*")
_EDGE = re.compile(r"[-_/.]")
_EXACT = 1e-9
_FEW = 100.0
"""A count of fewer is said exactly: 4.2 stars are no 4 orders."""


class Evidence:
    """Collects what is known, then tells whether a figure is.

    Args:
        zone: The shop's, in which moments are told.
    """

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone
        self._amounts: list[float] = []
        self._sorted = False
        self._codes: set[str] = set()
        self._days: set[tuple[int | None, int | None, int | None]] = set()
        self._minutes: set[int] = set()
        self._longest = 0
        self._seen: set[str] = set()
        self._words: set[str] | None = None

    # Collecting.

    def add(self, value: Any) -> None:
        """Take in facts: plain JSON, cards, texts."""
        match value:
            case str():
                self.add_text(value)
            case bool() | None:
                pass
            case int() | float() | Decimal():
                self._amount(float(value))
            case dict():
                for key, each in value.items():
                    self.add_text(key)
                    self.add(each)
            case list() | tuple():
                self._rows(value)
            case datetime():
                self._moment(value)
            case date():
                self._day(value.year, value.month, value.day)
            case BaseModel():
                self.add(value.model_dump())

    def add_text(self, text: str) -> None:
        """Take in the figures of a text."""
        if text in self._seen:
            return
        self._seen.add(text)
        if text in _SLOTS:
            self._minutes.update(_SLOTS[text])
        if not HAS_DIGIT.search(text):
            return
        if text.isdecimal():  # An id, or nothing that may be called money.
            self._codes.add(text)
        elif _SKU.fullmatch(text):
            self._take(Code(text.casefold()))
        elif not (_MOMENT.match(text) and self._iso(text)):
            for figure in figures(text):
                self._take(figure)

    def count(self, number: int) -> None:
        """Take in that there are so many of something, the first to the last of them."""
        self._amount(float(number))
        self._longest = max(self._longest, number)

    def _rows(self, rows: Sequence[Any]) -> None:
        """Take in a list: how long it is, how many rows are alike, what a column adds up to."""
        self.count(len(rows))
        for row in rows:
            self.add(row)
        tables = [row for row in rows if isinstance(row, dict)]
        for column in {key for row in tables for key in row}:
            values = [row[column] for row in tables if row.get(column) is not None]
            numbers = [v for v in values if isinstance(v, int | float) and not isinstance(v, bool)]
            if numbers:
                self._amount(float(sum(numbers)))
            alike = Counter(value for value in values if isinstance(value, str | bool))
            for number in alike.values():
                self._amount(float(number))

    def _take(self, figure: Figure) -> None:
        match figure:
            case Number():
                self._codes.add(figure.written)
                for value, _ in figure.readings:
                    self._amount(value)
            case Day():
                self._day(figure.year, figure.month, figure.day)
            case Clock():
                self._minutes.add(figure.minute)
            case Code():
                self._codes.add(figure.text)
                for piece in _EDGE.split(figure.text):
                    self._codes.add(piece)
                    if piece.isdecimal():  # The 7 of `last_7_days`.
                        self._amount(float(piece))
            case Phone():
                self._codes.add(figure.digits)
                self._codes.add(figure.digits[-10:])
            case _:
                assert_never(figure)

    def _amount(self, value: float) -> None:
        self._amounts.append(abs(value))
        self._sorted = False

    def _iso(self, text: str) -> bool:
        """Take in a text that is a moment and nothing else; tell whether it is."""
        try:
            self._moment(datetime.fromisoformat(text))
        except ValueError:
            return False
        return True

    def _moment(self, moment: datetime) -> None:
        for told in (moment, moment.astimezone(self._zone)) if moment.tzinfo else (moment,):
            self._day(told.year, told.month, told.day)
            self._minutes.add(told.hour * 60 + told.minute)

    def _day(self, year: int | None, month: int, day: int | None) -> None:
        self._days |= {(year, month, day), (None, month, day), (year, month, None)}
        self._days |= {(None, month, None), (year, None, None)}

    # Asking.

    @property
    def words(self) -> Collection[str]:
        """Every word of what is known, casefolded; two in a row also as one: BlueDart."""
        if self._words is None:
            self._words = set()
            for text in self._seen:
                words = list(words_of(text))
                self._words.update(words, map("".join, pairwise(words)))
        return self._words

    def knows(self, figure: Figure) -> bool:
        """Tell whether a figure is among what is known, in whatever form it was written."""
        match figure:
            case Number():
                return self._knows_number(figure)
            case Day():
                known = (figure.year, figure.month, figure.day) in self._days
                return known or (bool(figure.number) and self._knows_text(figure.number))
            case Clock():
                return self._knows_clock(figure)
            case Code():
                return figure.text in self._codes or all(
                    self._knows_text(piece)
                    for piece in _EDGE.split(figure.text)
                    if HAS_DIGIT.search(piece)
                )
            case Phone():
                return not self._codes.isdisjoint({figure.digits, figure.digits[-10:]})
            case _:
                assert_never(figure)

    def _knows_text(self, text: str) -> bool:
        if text in self._codes:
            return True
        return all(
            isinstance(figure, Number) and self._knows_number(figure) for figure in figures(text)
        )

    def _knows_number(self, number: Number) -> bool:
        value = number.readings[0][0]
        if number.ordinal and value <= self._longest:
            return True
        if not number.marked and number.written in self._codes:
            return True
        if not number.marked and (int(value), None, None) in self._days:  # A year.
            return True
        if not number.marked and "." not in number.written and value < _FEW:
            return self._near(value, 0.0)
        return any(self._near(value, half) for value, half in number.readings)

    def _knows_clock(self, clock: Clock) -> bool:
        if clock.minute in self._minutes:
            return True
        if clock.half and any((clock.minute - known) % 720 == 0 for known in self._minutes):
            return True
        # A fact may say the hour as a number: the best hour to call is 18.
        return clock.minute % 60 == 0 and self._near(clock.minute / 60, 0)

    def _near(self, value: float, half: float) -> bool:
        """Tell whether a known amount is the value, or is it when rounded as it was written."""
        if not self._sorted:
            self._amounts.sort()
            self._sorted = True
        exact = _EXACT * max(1.0, value) if value else _EXACT
        at = bisect_left(self._amounts, value - half - exact)
        while at < len(self._amounts) and self._amounts[at] <= value + half + exact:
            known = self._amounts[at]
            if abs(known - value) <= exact or _finer(known, half):
                return True
            at += 1
        return False


def _finer(known: float, half: float) -> bool:
    """Tell whether a known amount has more places than what was written, so that it was rounded."""
    places = known / (2 * half) if half else 0.0
    return abs(places - round(places)) > _EXACT


def _slots() -> dict[str, Iterable[int]]:
    return {slot.value: tuple(hour * 60 for hour in hours) for slot, hours in SLOT_HOURS.items()}


_SLOTS = _slots()
