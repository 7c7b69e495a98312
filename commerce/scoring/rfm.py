"""Customers by recency, frequency and money, in fifths, under the names the trade gives them.

On delivered orders alone (Hughes 1994, "Strategic Database Marketing"; the eleven names as
commonly used). A fifth begins at a value, so that equal customers are of one fifth: where most
bought once, once is the first fifth and twice already the fourth.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from commerce.scoring.churn_features import Known
from commerce.scoring.types import Floats


class RfmSegment(StrEnum):
    """The eleven kinds of customers by recency, and by frequency and money together."""

    CHAMPIONS = "champions"
    LOYAL = "loyal"
    POTENTIAL_LOYALIST = "potential_loyalist"
    NEWCOMER = "newcomer"
    PROMISING = "promising"
    NEED_ATTENTION = "need_attention"
    ABOUT_TO_SLEEP = "about_to_sleep"
    AT_RISK = "at_risk"
    CANT_LOSE = "cant_lose"
    HIBERNATING = "hibernating"
    LOST = "lost"


_S = RfmSegment
GRID: Final[Mapping[int, tuple[RfmSegment, ...]]] = {
    5: (_S.NEWCOMER, _S.POTENTIAL_LOYALIST, _S.POTENTIAL_LOYALIST, _S.CHAMPIONS, _S.CHAMPIONS),
    4: (_S.PROMISING, _S.POTENTIAL_LOYALIST, _S.POTENTIAL_LOYALIST, _S.LOYAL, _S.CHAMPIONS),
    3: (_S.ABOUT_TO_SLEEP, _S.ABOUT_TO_SLEEP, _S.NEED_ATTENTION, _S.LOYAL, _S.LOYAL),
    2: (_S.HIBERNATING, _S.HIBERNATING, _S.AT_RISK, _S.AT_RISK, _S.CANT_LOSE),
    1: (_S.LOST, _S.HIBERNATING, _S.AT_RISK, _S.AT_RISK, _S.CANT_LOSE),
}
"""Recency (5 is latest) → the segment for frequency and money of 1 to 5, their mean rounded up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Fifths of customers, 1 to 5, one entry each."""

    recency: NDArray[np.intp]
    frequency: NDArray[np.intp]
    money: NDArray[np.intp]

    def segments(self) -> list[RfmSegment]:
        """Return the segment of each."""
        both = (self.frequency + self.money + 1) // 2
        return [GRID[r][fm - 1] for r, fm in zip(self.recency.tolist(), both.tolist(), strict=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """Where the second to the fifth fifth begin."""

    silence: Floats
    """Days since the last purchase; the longest first, as silence is a low fifth."""
    purchases: Floats
    spent: Floats
    """Rupees in all."""

    def scores(self, known: Known) -> Scores:
        """Return the fifths of customers."""
        return Scores(
            recency=_fifth(-known.columns["silence_days"], -self.silence),
            frequency=_fifth(known.of.repeats + 1, self.purchases),
            money=_fifth(_spent(known), self.spent),
        )

    def dump(self) -> dict[str, list[float]]:
        """Return the edges as plain JSON."""
        return {
            "silence": self.silence.tolist(), "purchases": self.purchases.tolist(),
            "spent": self.spent.tolist(),
        }  # fmt: skip

    @classmethod
    def load(cls, stored: Mapping[str, list[float]]) -> "Edges":
        """Return edges that were dumped."""
        return cls(**{name: np.array(values) for name, values in stored.items()})


def edges_of(known: Known) -> Edges:
    """Return the edges of all customers of a shop."""
    return Edges(
        silence=-_edges(-known.columns["silence_days"]),
        purchases=_edges(known.of.repeats + 1),
        spent=_edges(_spent(known)),
    )


def _spent(known: Known) -> Floats:
    # Rounded to paise: sums of many roundings would part equals.
    return np.asarray(np.round(known.mean * (known.of.repeats + 1), 2), dtype=np.float64)


def _edges(values: Floats) -> Floats:
    """Return the least values below which lie a fifth, two, three, four fifths of all."""
    if not len(values):
        return np.full(4, np.inf)
    kinds, count = np.unique(values, return_counts=True)
    below = np.concatenate([[0], np.cumsum(count)[:-1]]) / len(values)
    found = [kinds[below >= part / 5 - 1e-12] for part in range(1, 5)]
    return np.array([float(those[0]) if len(those) else np.inf for those in found])


def _fifth(values: Floats, edges: Floats) -> NDArray[np.intp]:
    return np.asarray(1 + (values[:, None] >= edges).sum(axis=1), dtype=np.intp)
