"""Scores: chances, forecasts and prices learnt from a shop's own history, that explain themselves.

A score is one file with its features; a version of it is a few arrays in a `Store`; what is served
comes through `served(ctx, DEFINITION)` and is `None` where nothing is known.
"""

from commerce.scoring.definition import Definition, Progress, silently
from commerce.scoring.keeping import (
    SERVED_NOW,
    Outcome,
    Scorers,
    Verdict,
    beats,
    promote,
    roll_back,
    scorers_of,
    served,
    train,
)
from commerce.scoring.store import Store
from commerce.scoring.types import (
    Arrays,
    Better,
    Evaluation,
    Figure,
    Floats,
    Reason,
    Score,
    Table,
    Trained,
    Version,
)

__all__ = [
    "SERVED_NOW",
    "Arrays",
    "Better",
    "Definition",
    "Evaluation",
    "Figure",
    "Floats",
    "Outcome",
    "Progress",
    "Reason",
    "Score",
    "Scorers",
    "Store",
    "Table",
    "Trained",
    "Verdict",
    "Version",
    "beats",
    "promote",
    "roll_back",
    "scorers_of",
    "served",
    "silently",
    "train",
]
