"""What a score is: a value, the reasons that add up to it, and how far to trust it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Arrays = Mapping[str, NDArray[Any]]
"""A fitted score as named arrays: all that is ever stored, so that loading one runs no code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One part of a score."""

    feature: str
    """Its name in the score's list of features; the words for it are messages `reason-…`."""
    value: float | str | None
    """What was seen; `None` when it was not known."""
    points: float
    """What it adds to the score, in the score's own unit; negative lowers it."""
    seen: int | None = None
    """How many events the figure rests on, where it is a rate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A calibrated estimate that explains itself: `base + Σ reason.points == value`."""

    name: str
    value: float
    """A probability in [0, 1], or rupees, units or days, as the score's definition says."""
    base: float
    """What would be said knowing nothing of this one: the average of all."""
    reasons: tuple[Reason, ...]
    """Strongest first. All of them, also those of nearly nothing, so that they add up."""
    version: int
    low: float | None = None
    high: float | None = None
    """Ends of an 80 % interval, where one is known."""


class Better(StrEnum):
    """Which way a figure improves."""

    HIGHER = "higher"
    LOWER = "lower"
    NEAR_ZERO = "near zero"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure of a report, beside that of the plain baseline on the very same rows."""

    name: str
    """In the field's standard term: "AUC", "Brier", "WAPE"."""
    score: float
    baseline: float | None = None
    better: Better = Better.HIGHER

    @property
    def gain(self) -> float | None:
        """How much better than the baseline the score is, in the figure's unit."""
        if self.baseline is None:
            return None
        match self.better:
            case Better.HIGHER:
                return self.score - self.baseline
            case Better.LOWER:
                return self.baseline - self.score
            case Better.NEAR_ZERO:
                return abs(self.baseline) - abs(self.score)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """What a score was worth on time it had not seen."""

    decides: str
    """Name of the figure that says whether a new version is better than the old."""
    figures: tuple[Figure, ...]
    baseline: str
    """What the baseline is, in a few words: "reason table", "seasonal naive"."""
    rows: int
    """Rows of held-out time it was measured on."""
    since: datetime | None = None
    until: datetime | None = None
    tables: tuple["Table", ...] = ()
    notes: tuple[str, ...] = ()
    """What a reader must know: too few events, a suspected leak, what could not be said."""

    def figure(self, name: str) -> Figure:
        """Return a figure by its name.

        Raises:
            KeyError: There is none of that name.
        """
        for one in self.figures:
            if one.name == name:
                return one
        raise KeyError(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of a report: calibration by decile, a cost at each threshold."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | float | int, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """A score fitted on a shop's history, not yet stored."""

    arrays: Arrays
    features: tuple[str, ...]
    evaluation: Evaluation
    rows: int
    """Rows it learnt from."""
    data_hash: str
    """Of exactly what it learnt from: the same history gives the same hash."""
    worth_serving: bool = True
    """Whether it knows more than its baseline; when not, nothing is said from it."""
    settings: Mapping[str, Any] = field(default_factory=dict)
    """Plain JSON that reading the arrays needs: names of categories, units."""
    drift: Mapping[str, Any] = field(default_factory=dict)
    """Plain JSON: how each feature lay when it learnt, to see later whether that moved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A stored score: everything known of it but its arrays."""

    name: str
    number: int
    made_at: datetime
    features: tuple[str, ...]
    rows: int
    data_hash: str
    evaluation: Evaluation
    worth_serving: bool
    settings: Mapping[str, Any]
    drift: Mapping[str, Any]
    served: bool = False
