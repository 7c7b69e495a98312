"""Learning scores, by hand with a progress bar or in the background without a word."""

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from app.scores.shop import chosen, the_scores
from app.settings import Settings
from commerce.context import Context
from commerce.errors import Refused
from commerce.scoring import Definition, Outcome, Store, Verdict, train
from commerce.scoring.catalogue import SCORES

Told = Callable[[str, float], None]
_TRY_AGAIN: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """What came of learning one score."""

    name: str
    outcome: Outcome | None = None
    refused: str = ""
    """Why nothing was learnt."""


def train_some(
    names: Sequence[str], *, shop: str, if_older: float | None, as_json: bool, quiet: bool
) -> None:
    """Learn scores and print what came of it.

    Raises:
        NotFound: There is no such score or shop.
    """
    definitions = chosen(names)
    if quiet:
        with suppress(OSError):
            os.nice(19)
    with _alone(Settings().home / "scores.lock") as free:
        if not free:
            _say_busy(quiet=quiet)
            return
        with the_scores(shop) as (ctx, store), _bar(hidden=quiet or as_json) as bar:
            shop_id, now = ctx.actor.shop_id, ctx.now
            due = [one for one in definitions if _is_due(store, shop_id, one.name, if_older, now)]
            learnt = list(learn(ctx, store, due, _on(bar)))
            if not names:
                store.note_tried(shop_id, now)
    if as_json:
        sys.stdout.write(json.dumps([_told(one) for one in learnt], ensure_ascii=False) + "\n")
    elif not quiet:
        _print(learnt)


def learn(
    ctx: Context, store: Store, definitions: Sequence[Definition[Any]], tell: Told
) -> Iterator[Learnt]:
    """Learn scores one by one; one with too little history is passed over."""
    for definition in definitions:
        name = definition.name
        try:
            outcome = train(ctx, definition, store, _named(name, tell))
        except Refused as refused:
            yield Learnt(name=name, refused=str(refused))
        else:
            yield Learnt(name=name, outcome=outcome)
        # What was read is let go of before the next score reads anew.
        ctx.session.rollback()


def _named(name: str, tell: Told) -> Told:
    return lambda what, done: tell(f"{name}: {what}", done)


def any_due(store: Store, shop_id: int, if_older: float, now: datetime) -> bool:
    """Tell whether a score of a shop is missing or older than so many days.

    Not again on the day after all were tried: what there is too little history for stays missing.
    """
    tried = store.tried_at(shop_id)
    if tried is not None and now - tried < _TRY_AGAIN:
        return False
    return any(_is_due(store, shop_id, one.name, if_older, now) for one in SCORES)


def _is_due(store: Store, shop_id: int, name: str, if_older: float | None, now: datetime) -> bool:
    if if_older is None:
        return True
    made = [version.made_at for version in store.versions(shop_id, name)]
    return not made or max(made) < now - timedelta(days=if_older)


@contextmanager
def _alone(lock: Path) -> Iterator[bool]:
    """Tell whether nobody else on this machine learns scores now, and keep it so meanwhile."""
    lock.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with lock.open("a") as file:
        yield _held(file.fileno())


def _held(file: int) -> bool:
    """Lock an open file until it is closed; also when the process dies."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _say_busy(*, quiet: bool) -> None:
    if not quiet:
        Console(stderr=True).print("Scores are being learnt by another process already.")


def _bar(*, hidden: bool) -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True), disable=hidden)


def _on(bar: Progress) -> Told:
    task = bar.add_task("Reading the history", total=1.0)
    return lambda what, done: bar.update(task, description=what, completed=done)


def _print(learnt: Sequence[Learnt]) -> None:
    console = Console(highlight=False, soft_wrap=True)
    for one in learnt:
        console.print(sentence(one), markup=False)
    if not learnt:
        console.print("Nothing to learn: every score is fresh.")


def sentence(one: Learnt) -> str:
    """Return what came of learning a score, in a sentence."""
    if one.outcome is None:
        return f"{one.name}: {one.refused}"
    version, evaluation = one.outcome.version, one.outcome.version.evaluation
    figure = evaluation.figure(evaluation.decides)
    beside = "" if figure.baseline is None else f", {evaluation.baseline} {figure.baseline:.3f}"
    what = {
        Verdict.SERVED: "It is served now.",
        Verdict.NOT_BETTER: "It is kept, but the version that is served is better.",
        Verdict.KNOWS_NOTHING: "It knows no more than its baseline and stays quiet.",
    }[one.outcome.verdict]
    return (
        f"{one.name} version {version.number}, from {version.rows:,} rows: {figure.name} "
        f"{figure.score:.3f}{beside} on {evaluation.rows:,} later rows. {what}"
    )


def _told(one: Learnt) -> dict[str, Any]:
    if one.outcome is None:
        return {"score": one.name, "refused": one.refused}
    version, evaluation = one.outcome.version, one.outcome.version.evaluation
    figure = evaluation.figure(evaluation.decides)
    return {
        "score": one.name, "version": version.number, "verdict": one.outcome.verdict.value,
        "served": one.outcome.verdict is Verdict.SERVED, "rows": version.rows,
        "figure": figure.name, "value": figure.score, "baseline": figure.baseline,
    }  # fmt: skip
