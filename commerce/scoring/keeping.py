"""Training, serving, going back: the life of a score's versions."""

import threading
import time
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, TypeVar

from commerce.access import Permission
from commerce.context import Context
from commerce.errors import Refused
from commerce.scoring.definition import Definition, Progress, silently
from commerce.scoring.store import Store
from commerce.scoring.types import Better, Evaluation, Version

SERVED_NOW: Final = "served now"
"""The figure that tells how the served version does on a new version's held-out rows."""
_LOOK_AGAIN: Final = 5.0
"""Seconds after which a process looks whether another version is served."""

Fitted = TypeVar("Fitted")


class Verdict(StrEnum):
    """What became of a newly trained version."""

    SERVED = "served"
    NOT_BETTER = "not better than the one that is served"
    KNOWS_NOTHING = "not better than its plain baseline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What training led to."""

    version: Version
    verdict: Verdict


class Scorers:
    """The scores that are served, loaded when first asked for and kept."""

    def __init__(self, store: Store) -> None:
        """Serve what lies in a store."""
        self.store = store
        self._loaded: dict[tuple[int, str], tuple[float, Version | None, Any]] = {}
        self._lock = threading.Lock()

    def get(self, shop_id: int, definition: Definition[Fitted]) -> tuple[Fitted, Version] | None:
        """Return what is served of a score for a shop, with its version.

        `None` where nothing was trained or what was trained is worth nothing there.
        """
        key = (shop_id, definition.name)
        looked, version, fitted = self._loaded.get(key, (-_LOOK_AGAIN, None, None))
        if time.monotonic() - looked >= _LOOK_AGAIN:
            with self._lock:
                version, fitted = self._look(shop_id, definition, version, fitted)
                self._loaded[key] = (time.monotonic(), version, fitted)
        return None if version is None else (fitted, version)

    def forget(self) -> None:
        """Look anew at the next question."""
        self._loaded.clear()

    def _look(
        self, shop_id: int, definition: Definition[Any], version: Version | None, fitted: Any
    ) -> tuple[Version | None, Any]:
        number = self.store.served(shop_id, definition.name)
        if number is None:
            return None, None
        if version is not None and version.number == number:
            return version, fitted
        version = self.store.version(shop_id, definition.name, number)
        arrays = self.store.arrays(shop_id, definition.name, number)
        return version, definition.load(arrays, version.settings)


def scorers_of(ctx: Context) -> Scorers | None:
    """Return the scores that are served here; `None` where none are kept."""
    return ctx.ports.scorers if isinstance(ctx.ports.scorers, Scorers) else None


def served(ctx: Context, definition: Definition[Fitted]) -> tuple[Fitted, Version] | None:
    """Return what is served of a score for the actor's shop; `None` to stay quiet about it."""
    scorers = scorers_of(ctx)
    return None if scorers is None else scorers.get(ctx.actor.shop_id, definition)


def train(
    ctx: Context, definition: Definition[Fitted], store: Store, progress: Progress = silently
) -> Outcome:
    """Learn a new version from the actor's shop and serve it if it is better.

    Raises:
        NotAllowed: The actor may not run the shop.
        Refused: There is too little history.
    """
    ctx.require(Permission.SETTINGS_WRITE)
    shop_id = ctx.actor.shop_id
    before = Scorers(store).get(shop_id, definition)
    trained = definition.train(ctx, before[0] if before else None, progress)
    version = store.add(shop_id, definition.name, trained, ctx.now)
    if not trained.worth_serving:
        return Outcome(version=version, verdict=Verdict.KNOWS_NOTHING)
    if before is not None and not beats(trained.evaluation):
        return Outcome(version=version, verdict=Verdict.NOT_BETTER)
    store.serve(shop_id, definition.name, version.number)
    return Outcome(version=version, verdict=Verdict.SERVED)


def beats(evaluation: Evaluation) -> bool:
    """Tell whether a version is better than the served one on the rows it held out."""
    new = evaluation.figure(evaluation.decides)
    try:
        old = evaluation.figure(SERVED_NOW).score
    except KeyError:
        return True
    return new.score > old if new.better is Better.HIGHER else new.score < old


def promote(ctx: Context, store: Store, name: str, number: int) -> None:
    """Serve a version that somebody chose.

    Raises:
        NotAllowed: The actor may not run the shop.
        NotFound: There is no such version.
    """
    ctx.require(Permission.SETTINGS_WRITE)
    store.serve(ctx.actor.shop_id, name, number)


def roll_back(ctx: Context, store: Store, name: str) -> Version:
    """Serve again what was served before.

    Raises:
        NotAllowed: The actor may not run the shop.
        Refused: Nothing was.
    """
    ctx.require(Permission.SETTINGS_WRITE)
    number = store.go_back(ctx.actor.shop_id, name)
    if number is None:
        raise Refused("error-score-no-earlier-version", score=name)
    return store.version(ctx.actor.shop_id, name, number)
