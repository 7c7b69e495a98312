"""When passages count as an answer; measured by `superecom evals knowledge`."""

import math
from dataclasses import dataclass
from typing import Final

SURE: Final = 0.65
"""Chance from which a question counts as answered; cross-validated on the questions the weights are
from, 80 in 100 that have an answer get it. Of those without one 6 in 100 of other subjects get
something, and 20 in 100 of the trade."""
FITS_BY_WORDS: Final = 0.36
"""Score from which a passage is quoted where nothing embeds, so that meaning adds nothing."""
BESIDE: Final = 0.4
"""How much worse than the best a passage may fit, and still be quoted beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What tells whether a question is answered by the passage that fits it best."""

    meant: float
    """Cosine of the question to the nearest sentence of the ten best passages."""
    lead: float
    """How much better than the fourth passage: where all fit alike, none is meant."""
    covered: float
    """Share of what the question is about, rare words weighing more, that stands in it; 0 to 1."""
    outside: float
    """Mean cosine to the three nearest questions that no document answers (`outside.txt`)."""
    words: int
    """Words of the question that say something."""


def chance(signs: Signs) -> float:
    """Return how likely a question is answered, from 0 to 1.

    A logistic regression (ridge, C = 1, signs standardised) over the questions of
    `evals/knowledge` whose set is `tune`, `seen` or `near`.
    """
    sure = (
        -3.19
        + 9.48 * signs.meant
        + 1.90 * signs.lead
        + 1.93 * signs.covered
        - 18.19 * signs.outside
        + 3.53 * math.log(max(1, signs.words))
    )
    return 1.0 / (1.0 + math.exp(-sure))
