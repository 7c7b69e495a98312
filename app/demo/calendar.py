"""Festivals and sales, by the dates they really fall on."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from app.demo.clock import day_number
from app.demo.data import words
from app.demo.dice import Floats, Ints

AHEAD_DAYS = 400
"""How far ahead of today the shop knows its calendar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One festival or sale in one year; days since 1970, both inclusive."""

    name: str
    kind: str
    first: int
    last: int
    lift: float
    before: int
    favours: tuple[str, ...]
    announced: bool

    def pull(self, days: Ints) -> Floats:
        """Return how strongly each day feels it, from 0 to 1; people shop ahead of a festival."""
        ahead = self.first - days
        inside = (days >= self.first) & (days <= self.last)
        coming = (ahead > 0) & (ahead <= self.before)
        return np.where(inside, 1.0, np.where(coming, 1.0 - ahead / (self.before + 2.0), 0.0))


def occasions(first: int, last: int) -> list[Occasion]:
    """Return every occasion that touches the days from `first` to `last`, in order."""
    file = words("calendar.toml")
    years = range(date.fromordinal(first + 719_163).year, date.fromordinal(last + 719_163).year + 1)
    found = [
        _occasion(entry, f"{year}-{entry['from']}", f"{year}-{entry['to']}")
        for entry in file["fixed"]
        for year in years
    ]
    for entry in file["moving"]:
        for days in entry["days"]:
            start, _, end = days.partition("/")
            found.append(_occasion(entry, start, end or start))
    touching = [o for o in found if o.first - o.before <= last and o.last >= first]
    return sorted(touching, key=lambda occasion: (occasion.first, occasion.name))


def _occasion(entry: dict[str, Any], first: str, last: str) -> Occasion:
    return Occasion(
        name=entry["name"],
        kind=entry["kind"],
        first=day_number(date.fromisoformat(first)),
        last=day_number(date.fromisoformat(last)),
        lift=float(entry["lift"]),
        before=int(entry["before"]),
        favours=tuple(entry["favours"]),
        announced=bool(entry.get("announced", True)),
    )
