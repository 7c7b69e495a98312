"""The report: what every score of a shop is worth, as Markdown or JSON."""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from app.cli.backtests.printing import number, told, verdict
from app.scores.choosing import drift_of, drift_sentence
from app.scores.shop import the_scores
from commerce.context import Context
from commerce.scoring import Definition, Store, Version
from commerce.scoring.catalogue import SCORES
from commerce.scoring.drift import Drift

_MARK: Final = "## Beside the truth"
"""Where what `superecom bench truth` measured begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One score in the report."""

    definition: Definition[Any]
    version: Version | None
    """The served one, or the newest where none is served; `None` where nothing was learnt."""
    served: bool
    drift: Drift | None


def report(to: Path | None, *, shop: str, as_json: bool) -> None:
    """Write or print what each score is worth.

    Raises:
        NotFound: There is no such shop.
    """
    with the_scores(shop) as (ctx, store):
        chapters = [_chapter(ctx, store, one) for one in SCORES]
        name = ctx.shop_name
    if as_json:
        text = json.dumps({one.definition.name: _as_json(one) for one in chapters})
    else:
        text = "\n".join(_page(name, chapters))
    if to is None:
        sys.stdout.write(text + "\n")
    else:
        to.write_text(f"{text}\n{_measured(to)}", encoding="utf-8")
        sys.stderr.write(f"{to}: {len(chapters)} scores.\n")


def _measured(page: Path) -> str:
    """Return what a page that is written anew has from elsewhere: from its first mark on."""
    before = page.read_text(encoding="utf-8") if page.exists() else ""
    begin = before.find(_MARK)
    return "" if begin < 0 else f"\n{before[begin:]}"


def _chapter(ctx: Context, store: Store, definition: Definition[Any]) -> Chapter:
    shop, name = ctx.actor.shop_id, definition.name
    served = store.served(shop, name)
    versions = store.versions(shop, name)
    shown = next((one for one in versions if one.number == served), None)
    return Chapter(
        definition=definition, version=shown or (versions[-1] if versions else None),
        served=shown is not None, drift=drift_of(ctx, store, definition),
    )  # fmt: skip


def _as_json(one: Chapter) -> dict[str, Any]:
    version = one.version
    if version is None:
        return {"answers": one.definition.answers, "version": None, "served": False}
    return {
        "answers": one.definition.answers, "version": version.number, "served": one.served,
        "rows": version.rows, "data_hash": version.data_hash,
        "made_at": version.made_at.isoformat(), "features": list(version.features),
        "evaluation": told(version.evaluation),
        "drift": dict(one.drift.moved) if one.drift else None,
    }  # fmt: skip


def _page(shop: str, chapters: list[Chapter]) -> Iterator[str]:
    yield "# What the scores are worth"
    yield ""
    yield f"Learnt from the history of “{shop}”, judged on time they had not seen; beside each"
    yield "figure the same of a plain baseline on the very same rows. Write it anew with"
    yield "`superecom scores report docs/scores.md`; try your own history with"
    yield "`superecom scores backtest`."
    yield ""
    yield "| score | question | decided by | score | baseline | rows judged | served |"
    yield "|---|---|---|--:|--:|--:|---|"
    for one in chapters:
        yield _summary(one)
    for one in chapters:
        yield ""
        yield f"## `{one.definition.name}`"
        yield ""
        yield one.definition.answers
        yield ""
        yield from _body(one)


def _summary(one: Chapter) -> str:
    name, answers = one.definition.name, one.definition.answers
    if one.version is None:
        return f"| `{name}` | {answers} | – | – | – | – | nothing learnt yet |"
    evaluation = one.version.evaluation
    figure = evaluation.figure(evaluation.decides)
    state = "yes" if one.served else "no: it knows no more than its baseline"
    return (
        f"| `{name}` | {answers} | {figure.name} | {number(figure.score)} "
        f"| {number(figure.baseline)} | {evaluation.rows:,} | {state} |"
    )


def _body(one: Chapter) -> Iterator[str]:
    if one.version is None:
        yield "There is too little history for it, or nobody asked: `superecom scores train`."
        return
    version, evaluation = one.version, one.version.evaluation
    span = ""
    if evaluation.since and evaluation.until:
        span = f" from {evaluation.since:%Y-%m-%d} to {evaluation.until:%Y-%m-%d}"
    yield (
        f"Learnt from {version.rows:,} rows (data `{version.data_hash[:12]}`), judged on "
        f"{evaluation.rows:,} later rows{span}. Baseline: {evaluation.baseline}."
    )
    yield ""
    yield f"| figure | score | {evaluation.baseline} | |"
    yield "|---|--:|--:|---|"
    for figure in evaluation.figures:
        cells = (figure.name, number(figure.score), number(figure.baseline), verdict(figure))
        yield f"| {' | '.join(cells)} |"
    for table in evaluation.tables:
        yield ""
        yield f"**{table.title}**"
        yield ""
        yield f"| {' | '.join(table.columns)} |"
        yield f"|{'--:|' * len(table.columns)}"
        for row in table.rows:
            shown = (cell if isinstance(cell, str) else number(cell) for cell in row)
            yield f"| {' | '.join(shown)} |"
    if evaluation.notes:
        yield ""
        yield from (f"- {note}" for note in evaluation.notes)
    yield ""
    yield f"Looks at: {', '.join(f'`{name}`' for name in version.features)}."
    if one.drift is not None:
        yield ""
        yield f"Drift: {drift_sentence(one.drift)}"
