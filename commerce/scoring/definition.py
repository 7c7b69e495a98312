"""What it takes to be a score: how it is learnt, how it is read back, how it is watched."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from commerce.context import Context
from commerce.scoring.drift import Drift
from commerce.scoring.types import Arrays, Trained, Version

Fitted = TypeVar("Fitted")
Progress = Callable[[str, float], None]
"""Told what is being done and how far it is, from 0 to 1."""


def silently(_: str, __: float) -> None:
    """Tell nobody how far it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition(Generic[Fitted]):
    """One score. It lives in one file, with the features it looks at."""

    name: str
    """Its name in the store, the command line and the report: `rto_risk`."""
    answers: str
    """The question it answers, in a line of the report."""
    train: Callable[[Context, Fitted | None, Progress], Trained]
    """Learns from the history of the actor's shop. Given what is served now, it measures that on
    the same held-out rows and tells its deciding figure as the figure named "served now".
    Raises `Refused` where there is too little history."""
    load: Callable[[Arrays, Mapping[str, Any]], Fitted]
    """Makes what is served of the arrays and settings of a version."""
    watch: Callable[[Context, Version], Drift] | None = None
    """Compares the last weeks with what it learnt from."""
