"""Chances as sums: boosted trees without interactions, kept as a table of points per feature.

Each tree looks at one feature only, so the whole is `logit = base + Σ points[feature][bin]`. It is
stored as that table: no code is loaded, one row is scored in microseconds, and what each feature
adds is exact by construction (generalised additive models by boosting; Lou et al. 2012,
doi:10.1145/2339530.2339556).

A reason's part of the probability is its part of the log odds times the mean slope of the
logistic function on the straight way from the base to the score. That is the Aumann-Shapley value
(doi:10.1515/9781400867080), and the parts add up to the score exactly.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from commerce.scoring.types import Arrays, Floats, Reason, Score

MOST_BINS: Final = 48
FEWEST_OF_KIND: Final = 30
"""A category seen less often while learning is told as unknown."""

Columns = Mapping[str, NDArray[Any]]
"""Rows as columns of one length: float64 with NaN for unknown, or str with "" for unknown."""


class FeatureKind(StrEnum):
    """What the values of a feature are."""

    NUMBER = "number"
    CATEGORY = "category"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One thing a score looks at."""

    name: str
    kind: FeatureKind = FeatureKind.NUMBER
    direction: int = 0
    """1 where more can only raise the chance, -1 where it can only lower it, 0 to let it learn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """A fitted sum: bins of each feature and the points of each bin, in log odds."""

    features: tuple[Feature, ...]
    edges: tuple[NDArray[Any], ...]
    """Numbers: ascending inner edges, `bin = searchsorted(edges, value, "right")`. Categories:
    their names, sorted."""
    points: tuple[Floats, ...]
    """Log odds of each bin; the last is for what is not known."""
    base: float
    """Log odds of the average row."""

    def codes(self, columns: Columns) -> NDArray[np.intp]:
        """Return the bin of each row and feature, shape (rows, features).

        Raises:
            KeyError: A feature's column is missing.
        """
        coded = [
            _coded(columns[feature.name], edges, feature.kind)
            for feature, edges in zip(self.features, self.edges, strict=True)
        ]
        return np.stack(coded, axis=1)

    def parts(self, columns: Columns) -> Floats:
        """Return what each feature adds to the log odds, shape (rows, features)."""
        codes = self.codes(columns)
        return np.stack([table[codes[:, k]] for k, table in enumerate(self.points)], axis=1)

    def chances(self, columns: Columns) -> Floats:
        """Return the calibrated probability of each row, shape (rows,)."""
        return logistic(self.base + self.parts(columns).sum(axis=1))

    def explain(
        self, row: Mapping[str, float | str | None], *, name: str, version: int,
        seen: Mapping[str, int] | None = None,
    ) -> Score:  # fmt: skip
        """Return the score of one row with every reason, strongest first."""
        parts = self.parts(as_columns([row], self.features))[0]
        base, value = _chance(self.base), _chance(self.base + float(parts.sum()))
        points = parts * _mean_slope(self.base, float(parts.sum()))
        reasons = [
            Reason(
                feature=feature.name, value=row[feature.name], points=float(part),
                seen=(seen or {}).get(feature.name),
            )
            for feature, part in zip(self.features, points, strict=True)
        ]  # fmt: skip
        reasons.sort(key=lambda reason: -abs(reason.points))
        return Score(name=name, value=value, base=base, reasons=tuple(reasons), version=version)

    def with_logit(self, slope: float, shift: float) -> "Scorecard":
        """Return the card whose log odds are `slope · logit + shift`."""
        return replace(
            self, base=slope * self.base + shift,
            points=tuple(slope * table for table in self.points),
        )  # fmt: skip

    def dump(self) -> dict[str, NDArray[Any]]:
        """Return the card as arrays, to store."""
        arrays: dict[str, NDArray[Any]] = {
            "base": np.array(self.base),
            "features": np.array([one.name for one in self.features]),
            "kinds": np.array([one.kind.value for one in self.features]),
            "directions": np.array([one.direction for one in self.features]),
        }
        for k, (edges, table) in enumerate(zip(self.edges, self.points, strict=True)):
            arrays[f"edges_{k}"], arrays[f"points_{k}"] = edges, table
        return arrays

    @classmethod
    def load(cls, arrays: Arrays) -> "Scorecard":
        """Return a card that was dumped.

        Raises:
            KeyError: These arrays are no card.
        """
        described = zip(arrays["features"], arrays["kinds"], arrays["directions"], strict=True)
        features = tuple(
            Feature(name=str(name), kind=FeatureKind(str(kind)), direction=int(direction))
            for name, kind, direction in described
        )
        places = range(len(features))
        return cls(
            features=features, base=float(arrays["base"]),
            edges=tuple(arrays[f"edges_{k}"] for k in places),
            points=tuple(np.asarray(arrays[f"points_{k}"], dtype=np.float64) for k in places),
        )  # fmt: skip


def logistic(logit: Floats) -> Floats:
    """Return probabilities of log odds, elementwise."""
    chances: Floats = 1 / (1 + np.exp(-np.clip(logit, -500, 500)))
    return chances


def as_columns(
    rows: Sequence[Mapping[str, float | str | None]], features: Sequence[Feature]
) -> dict[str, NDArray[Any]]:
    """Return rows as columns; what is not known becomes NaN or "".

    Raises:
        KeyError: A row lacks a feature, which is not the same as its being unknown.
    """
    return {
        one.name: (
            np.array([row[one.name] or "" for row in rows], dtype=np.str_)
            if one.kind is FeatureKind.CATEGORY
            else np.array(
                [np.nan if row[one.name] is None else row[one.name] for row in rows],
                dtype=np.float64,
            )
        )
        for one in features
    }


def _coded(values: NDArray[Any], edges: NDArray[Any], kind: FeatureKind) -> NDArray[np.intp]:
    if kind is FeatureKind.CATEGORY:
        place = np.searchsorted(edges, values)
        known = place < len(edges)
        known[known] = edges[place[known]] == values[known]
        return np.where(known, place, len(edges))
    place = np.searchsorted(edges, values, side="right")
    return np.where(np.isnan(values), len(edges) + 1, place)


def _mean_slope(start: float, step: float) -> float:
    """Return (σ(start + step) − σ(start)) / step, which at step 0 is the slope of σ itself."""
    before = _chance(start)
    if abs(step) < 1e-9:
        return before * (1 - before)
    return (_chance(start + step) - before) / step


def _chance(logit: float) -> float:
    return float(logistic(np.array(logit)))
