"""Every score there is, in one list. A score is one file; it gets one line here."""

from typing import Any, Final

from commerce.errors import NotFound
from commerce.scoring import (
    best_time,
    churn,
    customer_value,
    demand,
    elasticity,
    fake_attempt,
    ndr_recovery,
    rto_risk,
    sentiment_learning,
)
from commerce.scoring.definition import Definition

SCORES: Final[tuple[Definition[Any], ...]] = (
    rto_risk.DEFINITION,
    elasticity.DEFINITION,
    churn.DEFINITION,
    customer_value.DEFINITION,
    sentiment_learning.DEFINITION,
    ndr_recovery.RECOVERY,
    ndr_recovery.RETURN,
    best_time.DEFINITION,
    fake_attempt.DEFINITION,
    demand.DEFINITION,
)


def the_score(name: str) -> Definition[Any]:
    """Return a score by its name.

    Raises:
        NotFound: There is none of that name.
    """
    for score in SCORES:
        if score.name == name:
            return score
    known = ", ".join(score.name for score in SCORES)
    raise NotFound("error-score-not-found", score=name, known=known)
