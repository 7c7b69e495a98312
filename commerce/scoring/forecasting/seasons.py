"""Columns of a calendar: weekdays, paydays, the time of year, festivals and sales."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import numpy as np

from commerce.scoring.forecasting.types import Days, Occasion, Panel, Spacing
from commerce.scoring.types import Floats

KNOTS: Final = {Spacing.DAY: 91, Spacing.WEEK: 26, Spacing.MONTH: 12}
"""Steps between bends of a slow trend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What a step of time is, as numbers."""

    values: Floats
    """Shape (steps, columns)."""
    part: tuple[str, ...]
    """By column, what it belongs to: `level`, `trend`, `weekday`, `payday`, `season`, `event`."""
    width: Floats
    """By column: standard deviation of its effect on log demand before anything is seen."""
    own: Floats
    """By column: how far one series lies from its group."""

    def of(self, *parts: str) -> "Columns":
        """Return the columns of some parts."""
        chosen = [k for k, part in enumerate(self.part) if part in parts]
        return Columns(
            values=self.values[:, chosen], part=tuple(self.part[k] for k in chosen),
            width=self.width[chosen], own=self.own[chosen],
        )  # fmt: skip


def columns(panel: Panel, ahead: int) -> Columns:
    """Return the calendar of a panel's history and of the steps ahead."""
    days = panel.days(ahead)
    found: list[tuple[str, Floats, float, float]] = [
        ("level", np.ones(len(days)), 10.0, 1.0),
        *_trend(panel, len(days)),
    ]
    if panel.spacing is Spacing.DAY:
        found += _within_weeks(days)
    found += _years(panel, days)
    if panel.spacing is not Spacing.MONTH:
        found += _events(panel, days)
    return Columns(
        values=np.stack([values for _, values, _, _ in found], axis=1),
        part=tuple(part for part, *_ in found),
        width=np.array([width for *_, width, _ in found]),
        own=np.array([own for *_, own in found]),
    )


def _trend(panel: Panel, count: int) -> list[tuple[str, Floats, float, float]]:
    at = np.arange(count, dtype=np.float64)
    knots = np.arange(KNOTS[panel.spacing], panel.steps - KNOTS[panel.spacing] / 2,
                      KNOTS[panel.spacing])  # fmt: skip
    year = panel.spacing.year
    bends = [("trend", np.maximum(at - knot, 0.0) / year, 1.0, 0.5) for knot in knots]
    return [("trend", (at - panel.steps / 2) / year, 2.0, 0.5), *bends]


def _within_weeks(days: Days) -> list[tuple[str, Floats, float, float]]:
    weekday = (days.astype(np.int64) + 3) % 7
    of_month = (days - days.astype("datetime64[M]")).astype(np.int64) + 1
    found = [("weekday", (weekday == k) - 1.0 / 7.0, 1.5, 0.20) for k in range(7)]
    found.append(("payday", (of_month <= 7).astype(np.float64), 0.2, 0.05))
    found.append(("payday", (of_month >= 25).astype(np.float64), 0.2, 0.05))
    return found


def _years(panel: Panel, days: Days) -> list[tuple[str, Floats, float, float]]:
    """Return waves of a year, where at least most of two years were seen."""
    if panel.steps < 1.7 * panel.spacing.year:
        return []
    if panel.spacing is Spacing.MONTH:
        month = days.astype("datetime64[M]").astype(np.int64) % 12
        return [("season", (month == k) - 1.0 / 12.0, 0.7, 0.25) for k in range(12)]
    angle = 2 * np.pi * (days - days.astype("datetime64[Y]")).astype(np.float64) / 365.25
    waves = 5 if panel.spacing is Spacing.DAY else 8
    return [
        ("season", wave(k * angle), 0.5 / k, 0.2 / k)
        for k in range(1, waves + 1)
        for wave in (np.sin, np.cos)
    ]


def _events(panel: Panel, days: Days) -> list[tuple[str, Floats, float, float]]:
    """Return for each festival or sale its days, the week before, and the week before that."""
    names = sorted({occasion.name for occasion in panel.occasions})
    kinds = sorted({occasion.kind for occasion in panel.occasions})
    found = []
    for label, width in [*((k, 0.5) for k in kinds), *((n, 0.3) for n in names)]:
        held = [o for o in panel.occasions if label in (o.name, o.kind)]
        for reach in _reaches(held, days, panel.spacing):
            if reach[: panel.steps].any():
                found.append(("event", reach, width, 0.15 if label in kinds else 0.05))
    if panel.spacing is Spacing.DAY:
        found += _fixed(days, panel.steps)
    return found


def _reaches(held: list[Occasion], days: Days, spacing: Spacing) -> list[Floats]:
    day = timedelta(days=1)
    long = timedelta(days=7 if spacing is Spacing.WEEK else 1)
    found = []
    spans = ((0, 0, True), (1, 7, False), (8, 16, False), (-1, -3, False))
    for near, far, inside in spans:
        column = np.zeros(len(days))
        for one in held:
            if inside:
                first, last = one.first, one.last
            elif near < 0:
                first, last = one.last + day, one.last - far * day
            else:
                first, last = one.first - far * day, one.first - near * day
            a, b = np.datetime64(first - long + day, "D"), np.datetime64(last, "D")
            column[(days >= a) & (days <= b)] = 1.0
        found.append(column)
    return found


_TURN: Final = (("12-24", 1), ("12-25", 1), ("12-26", 1), ("12-31", 1), ("01-01", 1))


def _fixed(days: Days, steps: int) -> list[tuple[str, Floats, float, float]]:
    """Return the days around the turn of the year, when many shops stand still."""
    text = np.datetime_as_string(days, unit="D")
    found = []
    for name, _ in _TURN:
        column = np.char.endswith(text, name).astype(np.float64)
        if column[:steps].any():
            found.append(("event", column, 0.7, 0.2))
    return found
