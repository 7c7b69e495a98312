"""Learning a scorecard from rows of the past, beside trees that may see everything together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from commerce.scoring.additive import (
    FEWEST_OF_KIND,
    MOST_BINS,
    Columns,
    Feature,
    FeatureKind,
    Scorecard,
)
from commerce.scoring.judging import auc
from commerce.scoring.splits import Split
from commerce.scoring.types import Figure, Floats

WITHIN: Final = 0.01
"""The sum is kept if its AUC is no further than this below that of trees with interactions."""
_ROUNDS: Final = 400
_SEED: Final = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """A scorecard and what it says of rows it has not seen."""

    card: Scorecard
    chance: Floats
    """Of the judged rows, in their order."""
    unconstrained: Floats
    """What trees with interactions say of the same rows."""


def fit(columns: Columns, truth: Floats, features: Sequence[Feature], split: Split) -> Fitted:
    """Learn a scorecard: bins from the learnt rows, points by boosting, calibrated on the tuned.

    Args:
        columns: One value a row and feature.
        truth: 0 or 1 a row, shape (rows,).
        features: What it may look at.
        split: Which rows teach, tune and judge.

    Raises:
        ValueError: Only one outcome occurs where it learns or tunes.
    """
    for rows in (split.learn, split.tune):
        if len(np.unique(truth[rows])) < 2:
            raise ValueError("Only one outcome occurs in the history that was to be learnt from.")
    # One thread: two that share cores with a server wait for each other twenty times as long.
    with threadpool_limits(limits=1):
        return _fitted(columns, truth, features, split)


def _fitted(columns: Columns, truth: Floats, features: Sequence[Feature], split: Split) -> Fitted:
    blank = _blank(columns, features, split.learn)
    codes = blank.codes(columns)
    known = _as_trees_see(codes, blank)
    trees = _boost(known, truth, features, split, interactions=False)
    card = _calibrated(_as_card(trees, blank, codes[split.learn]), columns, truth, split.tune)
    free = _boost(known, truth, features, split, interactions=True)
    return Fitted(
        card=card,
        chance=card.chances(_rows(columns, features, split.judge)),
        unconstrained=np.asarray(free.predict_proba(known[split.judge])[:, 1], dtype=np.float64),
    )


def additivity(fitted: Fitted, truth: Floats, split: Split) -> Figure:
    """Return the AUC of the sum beside that of trees with interactions, on the judged rows."""
    judged = truth[split.judge]
    return Figure(
        name="AUC beside trees with interactions",
        score=auc(judged, fitted.chance), baseline=auc(judged, fitted.unconstrained),
    )  # fmt: skip


def _blank(columns: Columns, features: Sequence[Feature], learn: NDArray[np.intp]) -> Scorecard:
    """Return a card with bins and no points."""
    edges = tuple(
        _kinds(columns[one.name][learn])
        if one.kind is FeatureKind.CATEGORY
        else _edges(columns[one.name][learn])
        for one in features
    )
    sizes = [
        len(found) + (1 if one.kind is FeatureKind.CATEGORY else 2)
        for one, found in zip(features, edges, strict=True)
    ]
    return Scorecard(
        features=tuple(features), edges=edges, points=tuple(np.zeros(size) for size in sizes),
        base=0.0,
    )  # fmt: skip


def _edges(values: Floats) -> Floats:
    """Return inner edges: between all values if they are few, else at quantiles."""
    known = values[~np.isnan(values)]
    distinct = np.unique(known)
    if len(distinct) <= MOST_BINS:
        return np.asarray((distinct[:-1] + distinct[1:]) / 2, dtype=np.float64)
    marks = np.quantile(known, np.linspace(0, 1, MOST_BINS + 1)[1:-1])
    return np.unique(marks)


def _kinds(values: NDArray[Any]) -> NDArray[Any]:
    names, counts = np.unique(values[values != ""], return_counts=True)
    common = names[np.argsort(-counts, kind="stable")][:MOST_BINS]
    enough = dict(zip(names.tolist(), counts.tolist(), strict=True))
    return np.array(
        sorted(n for n in common.tolist() if enough[n] >= FEWEST_OF_KIND), dtype=np.str_
    )


def _as_trees_see(codes: NDArray[np.intp], blank: Scorecard) -> Floats:
    """Return bins as floats, what is not known as NaN."""
    last = np.array([len(table) - 1 for table in blank.points])
    return np.where(codes == last, np.nan, codes.astype(np.float64))


def _boost(
    known: Floats, truth: Floats, features: Sequence[Feature], split: Split, *, interactions: bool
) -> HistGradientBoostingClassifier:
    trees = HistGradientBoostingClassifier(
        max_iter=_ROUNDS, learning_rate=0.06, max_leaf_nodes=8 if not interactions else 15,
        min_samples_leaf=40, l2_regularization=2.0, max_bins=MOST_BINS + 4,
        monotonic_cst=[one.direction for one in features],
        categorical_features=[one.kind is FeatureKind.CATEGORY for one in features],
        interaction_cst=None if interactions else "no_interactions",
        early_stopping=True, n_iter_no_change=15, random_state=_SEED,
    )  # fmt: skip
    return trees.fit(
        known[split.learn], truth[split.learn], X_val=known[split.tune], y_val=truth[split.tune]
    )


def _as_card(
    trees: HistGradientBoostingClassifier, blank: Scorecard, learnt: NDArray[np.intp]
) -> Scorecard:
    """Read the points of every bin off trees that each look at one feature.

    One row is moved through the bins of one feature at a time; as no tree looks at two, what
    changes is what that feature adds. Points are centred, so that the base is the average row.
    """
    sizes = [len(table) for table in blank.points]
    probe = np.zeros((sum(sizes) + 1, len(sizes)))
    starts = np.cumsum([0, *sizes])
    for k, size in enumerate(sizes):
        probe[starts[k] : starts[k + 1], k] = [*range(size - 1), np.nan]
    raw = np.asarray(trees.decision_function(probe), dtype=np.float64)
    origin = raw[-1]
    tables = [raw[starts[k] : starts[k + 1]] - origin for k in range(len(sizes))]
    means = [float(table[learnt[:, k]].mean()) for k, table in enumerate(tables)]
    return Scorecard(
        features=blank.features, edges=blank.edges, base=float(origin + sum(means)),
        points=tuple(table - mean for table, mean in zip(tables, means, strict=True)),
    )  # fmt: skip


def _calibrated(
    card: Scorecard, columns: Columns, truth: Floats, tune: NDArray[np.intp]
) -> Scorecard:
    """Stretch and shift the log odds to what happened (Platt 1999), which keeps the sum a sum."""
    rows = _rows(columns, card.features, tune)
    logit = card.base + card.parts(rows).sum(axis=1)
    line = LogisticRegression(C=1e6).fit(logit[:, None], truth[tune])
    slope = float(line.coef_[0, 0])
    if slope <= 0:
        share = float(np.clip(truth[tune].mean(), 1e-6, 1 - 1e-6))
        return card.with_logit(0.0, float(np.log(share / (1 - share))))
    return card.with_logit(slope, float(line.intercept_[0]))


def _rows(
    columns: Columns, features: Sequence[Feature], places: NDArray[np.intp]
) -> dict[str, NDArray[Any]]:
    return {one.name: columns[one.name][places] for one in features}
