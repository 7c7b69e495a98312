"""What a risk score would have been worth on rows of anyone's: learnt early, judged late.

Beside a table of one column, the base rate and trees with interactions. Columns that tell the
outcome, because they are written down after it, are found, left out and named.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from commerce.errors import Refused
from commerce.scoring.additive import MOST_BINS, Feature, FeatureKind, logistic
from commerce.scoring.history import Moments
from commerce.scoring.risk_columns import Look, Role, look, of_time
from commerce.scoring.splits import GAP, Split
from commerce.scoring.types import Evaluation, Figure, Floats, Table
from commerce.terms import Terms

LEAKS: Final = 0.95
"""A single column that orders held-out rows this well was written down after the outcome."""
LEAKS_IF_NAMED: Final = 0.75
"""The same for a column whose name is about the outcome."""
WORTH: Final = 0.53
"""An AUC below this helps nobody."""
LEAST: Final = 30
"""Rows each part of a file needs, so that a few hundred can be tried."""
NEEDED: Final = 220
"""Rows from which every part has so many, where they lie evenly in time."""
MOST_LEARNT: Final = 200_000
MOST_COLUMNS: Final = 80
_AFTER: Final = re.compile(
    r"status|deliver|return|refund|rto|cancel|chargeback|outcome|result|resolution|closed|"
    r"reason|ndr|remark|complain|review|rating|settle",
    re.IGNORECASE,
)
_YES: Final = frozenset(("1", "1.0", "yes", "y", "true", "t", "rto", "returned", "return", "fraud",
                         "bad", "default", "cancelled", "refused", "positive"))  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What was learnt says of the judged rows."""

    sum: Floats
    free: Floats
    table: Floats
    column: str
    """The one column of the table."""


def backtest_risk(
    columns: Mapping[str, NDArray[Any]], moments: Moments, label: NDArray[Any], *, time: str
) -> Evaluation:
    """Learn from the earlier rows, judge on the later ones.

    Args:
        columns: Whatever else is known of each row: float64, datetime64 or str objects.
        moments: When each row was; NaT rows are left out.
        label: Two different values, as text or numbers; blank ones are left out.
        time: Name of the column of moments.

    Raises:
        Refused: The label has not two values, there is too little, or nothing to learn from.
    """
    truth, meaning = outcome(label)
    rows = np.flatnonzero(~np.isnan(truth) & ~np.isnat(moments))
    rows = rows[np.argsort(moments[rows], kind="stable")]
    truth, at = truth[rows], moments[rows]
    split, gap = _split(at)
    here = {name: values[rows] for name, values in columns.items()}
    looks = [look(name, values, at, truth, gap) for name, values in here.items()]
    notes = [meaning, _left_out(len(label), len(rows)), _taken_for(looks)]
    leaks = _leaks(looks, here, at, truth, split)
    clean = [one for one in looks if one.name not in leaks]
    said = _learnt(clean, of_time(time, at), at, truth, split)
    happened = truth[split.judge]
    evaluation = _evaluation(said, happened, at[split.judge], gap)
    if leaks:
        whole = _learnt(looks, of_time(time, at), at, truth, split)
        evaluation = _with_leaks(evaluation, leaks, happened, said, whole)
    return replace(evaluation, notes=tuple(note for note in (*notes, *evaluation.notes) if note))


def outcome(label: NDArray[Any]) -> tuple[Floats, str]:
    """Return the label as 1, 0 and NaN for blank, and a sentence on what 1 means.

    Raises:
        Refused: It has not two values.
    """
    if label.dtype == object:
        words = np.array([text.strip().casefold() for text in label.tolist()], dtype=np.str_)
        blank = np.isin(words, ("", "nan", "none", "null", "na"))
    else:
        blank = np.isnan(label)
        words = np.array([f"{value:g}" for value in label.tolist()], dtype=np.str_)
    values, counts = np.unique(words[~blank], return_counts=True)
    if len(values) != 2:
        shown = ", ".join(values[:5].tolist()) or "-"
        raise Refused(
            "error-backtest-not-two", column="label", found=f"{len(values)} ({shown})"
        )  # fmt: skip
    yes = [value for value in values.tolist() if value in _YES]
    positive = yes[0] if len(yes) == 1 else str(values[int(np.argmin(counts))])
    truth = np.where(blank, np.nan, (words == positive).astype(np.float64))
    return truth, f"The chance is that of “{positive}”: {np.nanmean(truth):.1%} of the rows."


def _split(at: Moments) -> tuple[Split, np.timedelta64]:
    from commerce.scoring.splits import by_time

    span = (at[-1] - at[0]) / np.timedelta64(1, "D") if len(at) else 0.0
    days = min(float(GAP.days), 0.05 * float(span))
    gap = np.timedelta64(round(days * 86_400_000_000), "us")
    try:
        split = by_time(at, gap=gap.astype(object), least=LEAST)
    except ValueError as short:
        raise Refused(
            "error-backtest-too-little", found=len(at), needed=NEEDED, days=round(float(span)),
            moments=len(np.unique(at)),
        ) from short  # fmt: skip
    return split, gap


def _left_out(given: int, used: int) -> str:
    if given == used:
        return ""
    return f"{given - used:,} of {given:,} rows have no time or no outcome and were left out."


def _taken_for(looks: list[Look]) -> str:
    parts = []
    for role in Role:
        names = [one.name for one in looks if one.role is role]
        if names:
            more = f" and {len(names) - 8} more" if len(names) > 8 else ""
            parts.append(f"{role.value}: {', '.join(names[:8])}{more}")
    return f"Columns were taken for – {'; '.join(parts)}." if parts else ""


def _leaks(
    looks: list[Look], given: Mapping[str, NDArray[Any]], at: Moments, truth: Floats, split: Split
) -> dict[str, str]:
    """Return columns that tell the outcome, with why."""
    found: dict[str, str] = {}
    happened = truth[split.judge]
    for one in looks:
        if one.role in (Role.ID, Role.EMPTY, Role.PERSON):
            continue
        alone = max(
            [_auc(happened, _rates(values, truth, split)) for values in one.columns.values()]
            + [_auc(happened, _rates(_blanks(given[one.name]), truth, split))]
        )
        if alone > LEAKS:
            found[one.name] = f"alone it tells the outcome (AUC {alone:.2f})"
        elif _AFTER.search(one.name) and alone > LEAKS_IF_NAMED:
            found[one.name] = f"its name and its AUC of {alone:.2f} say it is known only after"
        elif one.role is Role.DATE and _comes_after(given[one.name], at):
            found[one.name] = "its dates lie after the rows' own"
    return found


def _comes_after(values: Moments, at: Moments) -> bool:
    known = ~np.isnat(values)
    later = (values[known] - at[known]) > np.timedelta64(1, "h")
    # A promise made when the order came is known for all rows; what happens later is not.
    return bool(len(later)) and float(later.mean()) > 0.9 and float(known.mean()) < 0.999


def _blanks(values: NDArray[Any]) -> Floats:
    if values.dtype == object:
        return np.asarray(values == "", dtype=np.float64)
    blank = np.isnat(values) if values.dtype.kind == "M" else np.isnan(values)
    return np.asarray(blank, dtype=np.float64)


def _codes(values: NDArray[Any], learn: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return few bins of a column, by what is learnt from."""
    if values.dtype.kind in "US":
        names, place, counts = np.unique(values, return_inverse=True, return_counts=True)
        rank = np.empty(len(names), dtype=np.intp)
        rank[np.argsort(-counts, kind="stable")] = np.arange(len(names))
        return np.minimum(rank[place], MOST_BINS)
    known = values[learn][~np.isnan(values[learn])]
    marks = np.unique(np.quantile(known, np.linspace(0.05, 0.95, 19))) if len(known) else known
    return np.where(np.isnan(values), len(marks) + 1, np.searchsorted(marks, values, side="right"))


def _rates(values: NDArray[Any], truth: Floats, split: Split) -> Floats:
    """Return the past rate of each judged row's bin: what the column says alone."""
    from commerce.scoring.rto_risk import reason_table

    return reason_table((_codes(values, split.learn),), truth, split)


def _auc(truth: Floats, chance: Floats) -> float:
    from commerce.scoring.judging import auc

    return auc(truth, chance)


def _learnt(
    looks: list[Look], parts: Mapping[str, NDArray[Any]], at: Moments, truth: Floats, split: Split
) -> _Said:
    from commerce.scoring import fitting

    columns: dict[str, NDArray[Any]] = {**parts}
    features = [Feature(name=name) for name in parts]
    for one in looks:
        columns.update(one.columns)
        features += one.features
    features = [one for one in features if _varies(columns[one.name][split.learn])]
    if not features:
        raise Refused("error-backtest-nothing-to-see")
    features = _tellest(features, columns, truth, split)
    thin = replace(split, learn=_every(split.learn), tune=_every(split.tune))
    try:
        fitted = fitting.fit(columns, truth, features, thin)
    except ValueError as one_sided:
        raise Refused("error-backtest-too-little", found=len(truth)) from one_sided
    line = _line(columns, truth, features, thin)
    column, table = _best_column(features, columns, truth, split)
    del at
    return _Said(
        sum=_blend(fitted.chance, line), free=fitted.unconstrained, table=table, column=column
    )


def _varies(values: NDArray[Any]) -> bool:
    known = values[values != ""] if values.dtype.kind in "US" else values[~np.isnan(values)]
    return len(np.unique(known)) > 1 or 0 < len(known) < len(values)


def _tellest(
    features: list[Feature], columns: Mapping[str, NDArray[Any]], truth: Floats, split: Split
) -> list[Feature]:
    """Return the features that tell most on the rows that tune, where there are very many."""
    if len(features) <= MOST_COLUMNS:
        return features
    inner = Split(learn=split.learn, tune=split.learn[:0], judge=split.tune)
    told = {
        one.name: _auc(truth[inner.judge], _rates(columns[one.name], truth, inner))
        for one in features
    }
    return sorted(features, key=lambda one: -told[one.name])[:MOST_COLUMNS]


def _every(rows: NDArray[np.intp]) -> NDArray[np.intp]:
    return rows[:: -(-len(rows) // MOST_LEARNT)] if len(rows) > MOST_LEARNT else rows


def _line(
    columns: Mapping[str, NDArray[Any]], truth: Floats, features: list[Feature], split: Split
) -> Floats:
    """Return what a regularised straight line through all columns says: it needs few rows."""
    from sklearn.linear_model import LogisticRegression
    from threadpoolctl import threadpool_limits

    table = np.column_stack([_straight(columns[one.name], one, split) for one in features])
    teach = np.concatenate([split.learn, split.tune])
    with threadpool_limits(limits=1):
        line = LogisticRegression(C=0.1, max_iter=500).fit(table[teach], truth[teach])
        return np.asarray(line.predict_proba(table[split.judge])[:, 1], dtype=np.float64)


def _straight(values: NDArray[Any], feature: Feature, split: Split) -> Floats:
    """Return a column as numbers around zero, with what is blank told apart."""
    if feature.kind is FeatureKind.CATEGORY:
        code = _codes(values, split.learn)
        some = np.unique(code[split.learn])
        return np.asarray(code[:, None] == some[None, :], dtype=np.float64)
    known = values[split.learn]
    known = known[~np.isnan(known)]
    low, high = np.quantile(known, (0.005, 0.995)) if len(known) else (0.0, 0.0)
    middle, spread = (float(known.mean()), float(known.std()) or 1.0) if len(known) else (0.0, 1.0)
    filled = np.where(np.isnan(values), middle, np.clip(values, low, high))
    found = [(filled - middle) / spread]
    if low >= 0:
        logs = np.log1p(np.maximum(filled, 0.0))
        found.append((logs - logs[split.learn].mean()) / (float(logs[split.learn].std()) or 1.0))
    found.append(np.isnan(values).astype(np.float64))
    return np.column_stack(found)


def _blend(one: Floats, other: Floats) -> Floats:
    """Return the mean of two sums, in log odds: again a sum of one part a column."""

    def odds(chance: Floats) -> Floats:
        kept = np.clip(chance, 1e-6, 1 - 1e-6)
        return np.asarray(np.log(kept / (1 - kept)), dtype=np.float64)

    return logistic((odds(one) + odds(other)) / 2)


def _best_column(
    features: list[Feature], columns: Mapping[str, NDArray[Any]], truth: Floats, split: Split
) -> tuple[str, Floats]:
    """Return the table of the one column that told most on the rows that tune."""
    inner = Split(learn=split.learn, tune=split.learn[:0], judge=split.tune)
    told = [_auc(truth[inner.judge], _rates(columns[one.name], truth, inner)) for one in features]
    best = features[int(np.argmax(told))].name
    return best, _rates(columns[best], truth, split)


def _evaluation(said: _Said, truth: Floats, at: Moments, gap: np.timedelta64) -> Evaluation:
    from commerce.scoring import judging
    from commerce.scoring.fitting import WITHIN
    from commerce.scoring.noise import surely_better
    from commerce.scoring.rto_risk import money, thresholds

    free, summed = judging.auc(truth, said.free), judging.auc(truth, said.sum)
    keeps = summed >= free - WITHIN
    chance = said.sum if keeps else said.free
    gain, sure = surely_better(truth, chance, said.table)
    _, knows = surely_better(truth, chance, np.full(len(truth), 0.5), doubt=0.01)
    best = judging.auc(truth, chance)
    figures = (
        *judging.of_chances(truth, chance, said.table),
        Figure(name="AUC beside the base rate", score=best, baseline=0.5),
        Figure(name="AUC of the sum beside trees with interactions", score=summed, baseline=free),
        money(truth, chance, said.table, Terms()),
    )
    notes = [
        "Learnt from the earlier rows, judged on the later ones; "
        f"{gap / np.timedelta64(1, 'D'):.0f} days between them are left out, as outcomes take time "
        "to be known.",
        f"The baseline is a table of past rates by “{said.column}”, the column that tells most.",
        _worth(best if knows else 0.5, gain, sure, truth),
    ]
    if not keeps:
        notes.append("Trees with interactions are clearly better here: the figures are theirs, and "
                     "their reasons would not add up exactly.")  # fmt: skip
    return Evaluation(
        decides="AUC", figures=figures, baseline="one-column table", rows=len(truth),
        since=_aware(at.min()), until=_aware(at.max()),
        tables=(_ladder(truth, said), judging.calibration_table(truth, chance),
                thresholds(truth, chance, Terms())),
        notes=tuple(notes),
    )  # fmt: skip


def _worth(best: float, gain: float, sure: bool, truth: Floats) -> str:
    if len(np.unique(truth)) < 2:
        return "Only one outcome occurs among the later rows: nothing can be said of its worth."
    if best < WORTH:
        return (
            "It is worth nothing: it orders the later outcomes no better than chance would, "
            "as far as so many rows can tell. Keep quiet about a score like this."
        )
    if not sure:
        return "It is no better than its one-column table by more than chance would have it."
    return f"It is better than the table by {gain:.3f} AUC, which is more than chance."


def _ladder(truth: Floats, said: _Said) -> Table:
    from commerce.scoring import judging

    base = np.full(len(truth), float(truth.mean()))
    rows: list[tuple[str | float | int, ...]] = []
    for name, chance in (
        ("base rate", base), (f"table by {said.column}", said.table),
        ("sum of one part a column", said.sum), ("trees with interactions", said.free),
    ):  # fmt: skip
        told = {one.name: one.score for one in judging.of_chances(truth, chance, base)}
        rows.append((name, *(round(told[f], 4) for f in ("AUC", "PR-AUC", "Brier", "log loss"))))
    return Table(
        title="Who knows how much", columns=("", "AUC", "PR-AUC", "Brier", "log loss"),
        rows=tuple(rows),
    )  # fmt: skip


def _with_leaks(
    evaluation: Evaluation, leaks: Mapping[str, str], truth: Floats, clean: _Said, whole: _Said
) -> Evaluation:
    named = "; ".join(f"“{name}”: {why}" for name, why in leaks.items())
    figure = Figure(
        name="AUC without the leaking columns beside with them",
        score=_auc(truth, clean.sum), baseline=_auc(truth, whole.sum),
    )  # fmt: skip
    note = (
        f"Left out because they leak the outcome – {named}. If one of them is known before, say so "
        "by renaming it."
    )
    return replace(
        evaluation, figures=(*evaluation.figures, figure), notes=(note, *evaluation.notes)
    )


def _aware(moment: np.datetime64) -> datetime:
    since = int(moment.astype("datetime64[us]").astype(np.int64))
    return datetime.fromtimestamp(since / 1e6, UTC)
