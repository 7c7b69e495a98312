"""Scores at the command line: learning them, telling what they are worth, choosing versions."""

from app.scores.choosing import compare, drift, promote, roll_back
from app.scores.learning import learn, train_some
from app.scores.shop import at_the_shop
from app.scores.telling import report

__all__ = [
    "at_the_shop",
    "compare",
    "drift",
    "learn",
    "promote",
    "report",
    "roll_back",
    "train_some",
]
