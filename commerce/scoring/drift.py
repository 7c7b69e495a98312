"""Whether what a score looks at still lies as it did when it learnt."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from commerce.scoring.additive import Columns, Scorecard
from commerce.scoring.types import Floats

MOVED: Final = 0.25
"""A population stability index beyond this has moved; from 0.1 it is worth a look."""
FEWEST: Final = 200
"""Fewer rows than this say nothing of a shift."""
_TENTH: Final = 0.1
_LEAST: Final = 1e-4
"""A bin that held nothing is taken to have held so much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """How far each feature has moved since a score was learnt."""

    rows: int
    """Recent rows that were looked at."""
    moved: Mapping[str, float]
    """Population stability index by feature; empty when there are too few rows."""

    @property
    def alarming(self) -> tuple[str, ...]:
        """The features that moved so far that the score should be learnt anew."""
        return tuple(name for name, index in self.moved.items() if index > MOVED)


def shares(card: Scorecard, columns: Columns) -> dict[str, list[float]]:
    """Return the share of rows in each bin of each feature, to keep with a version."""
    codes = card.codes(columns)
    return {
        feature.name: _shares(codes[:, k], len(card.points[k])).tolist()
        for k, feature in enumerate(card.features)
    }


def since(card: Scorecard, then: Mapping[str, Any], columns: Columns) -> Drift:
    """Return how far recent rows lie from those a card was learnt from.

    Args:
        card: What was learnt.
        then: What `shares` said when it was.
        columns: Recent rows.
    """
    codes = card.codes(columns)
    rows = len(codes)
    if rows < FEWEST:
        return Drift(rows=rows, moved={})
    moved = {
        feature.name: stability(
            np.asarray(then[feature.name]), _shares(codes[:, k], len(card.points[k]))
        )
        for k, feature in enumerate(card.features)
        if feature.name in then
    }
    return Drift(rows=rows, moved=moved)


def stability(then: Floats, now: Floats) -> float:
    """Return the population stability index: Σ (now − then) · ln(now / then) over bins.

    Neighbours are taken together until each held a tenth: the bounds that people judge the index
    by are for ten bins, and of fifty small ones noise alone goes beyond them.
    """
    begins = _begins(then)
    then, now = (np.maximum(np.add.reduceat(one, begins), _LEAST) for one in (then, now))
    return float(((now - then) * np.log(now / then)).sum())


def _begins(shares: Floats) -> NDArray[np.intp]:
    """Return where groups of bins begin that hold a tenth or more each."""
    begins, held = [0], 0.0
    for k, share in enumerate(shares[:-1]):
        held += share
        if held >= _TENTH - 1e-9 and shares[k + 1 :].sum() >= _TENTH - 1e-9:
            begins.append(k + 1)
            held = 0.0
    return np.array(begins, dtype=np.intp)


def _shares(codes: Any, bins: int) -> Floats:
    counts = np.bincount(codes, minlength=bins).astype(np.float64)
    return np.asarray(counts / max(counts.sum(), 1.0), dtype=np.float64)
