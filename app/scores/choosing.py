"""Versions of scores: side by side, put forward, taken back, watched."""

import json
import sys
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from app.cli.backtests.printing import number, told
from app.scores.shop import chosen, the_scores
from commerce import scoring
from commerce.context import Context
from commerce.scoring import Definition, Store
from commerce.scoring.catalogue import the_score
from commerce.scoring.drift import FEWEST, Drift

_console = Console(highlight=False, soft_wrap=True)


def compare(name: str, one: int, other: int, *, shop: str, as_json: bool) -> None:
    """Print two versions of a score side by side.

    Raises:
        NotFound: There is no such score or version.
    """
    the_score(name)
    with the_scores(shop) as (ctx, store):
        versions = [store.version(ctx.actor.shop_id, name, each) for each in (one, other)]
    if as_json:
        shown = {str(each.number): told(each.evaluation) for each in versions}
        sys.stdout.write(json.dumps(shown, ensure_ascii=False) + "\n")
        return
    table = Table("figure", *(f"version {each.number}" for each in versions), title=name)
    left, right = ({f.name: f.score for f in each.evaluation.figures} for each in versions)
    for figure in dict.fromkeys((*left, *right)):
        table.add_row(figure, number(left.get(figure)), number(right.get(figure)))
    table.add_row("rows learnt from", *(f"{each.rows:,}" for each in versions))
    table.add_row("made at", *(f"{each.made_at:%Y-%m-%d %H:%M} UTC" for each in versions))
    table.add_row("data", *(each.data_hash[:12] for each in versions))
    table.add_row("served", *("yes" if each.served else "" for each in versions))
    _console.print(table)
    if versions[0].data_hash != versions[1].data_hash:
        _console.print(
            "They were judged on different rows. Learning anew judges the served version on the "
            "same rows as the new one."
        )


def promote(name: str, version: int, *, shop: str) -> None:
    """Serve a version that somebody chose.

    Raises:
        NotFound: There is no such score or version.
    """
    the_score(name)
    with the_scores(shop) as (ctx, store):
        scoring.promote(ctx, store, name, version)
    _console.print(f"{name} version {version} is served now.")


def roll_back(name: str, *, shop: str) -> None:
    """Serve what was served before.

    Raises:
        NotFound: There is no such score.
        Refused: It has no earlier version.
    """
    the_score(name)
    with the_scores(shop) as (ctx, store):
        version = scoring.roll_back(ctx, store, name)
    _console.print(f"{name} version {version.number} is served again.")


def drift(names: Sequence[str], *, shop: str, as_json: bool) -> None:
    """Print how far the last weeks lie from what was learnt.

    Raises:
        NotFound: There is no such score.
    """
    with the_scores(shop) as (ctx, store):
        watched = {one.name: drift_of(ctx, store, one) for one in chosen(names)}
    if as_json:
        shown: dict[str, Any] = {
            name: None if one is None else {"rows": one.rows, "moved": dict(one.moved),
                                            "alarming": list(one.alarming)}
            for name, one in watched.items()
        }  # fmt: skip
        sys.stdout.write(json.dumps(shown, ensure_ascii=False) + "\n")
        return
    for name, found in watched.items():
        _console.print(f"{name}: {drift_sentence(found)}", markup=False)


def drift_of(ctx: Context, store: Store, definition: Definition[Any]) -> Drift | None:
    """Return the drift of the served version; `None` where none is served or none is watched."""
    number = store.served(ctx.actor.shop_id, definition.name)
    if number is None or definition.watch is None:
        return None
    return definition.watch(ctx, store.version(ctx.actor.shop_id, definition.name, number))


def drift_sentence(found: Drift | None) -> str:
    """Return what a drift says."""
    if found is None:
        return "not watched, or nothing is served."
    if not found.moved:
        return f"{found.rows:,} recent rows are too few to tell (from {FEWEST})."
    most = max(found.moved, key=lambda name: found.moved[name])
    if found.alarming:
        far = ", ".join(f"{name} ({found.moved[name]:.2f})" for name in found.alarming)
        return f"{far} moved since it was learnt. Learn it anew: superecom scores train"
    return (
        f"{found.rows:,} recent rows lie as those it learnt from "
        f"(furthest: {most}, {found.moved[most]:.2f})."
    )
