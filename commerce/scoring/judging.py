"""How good a score is: the field's own measures, on numpy arrays of one row each.

Classification measures take `truth` (n,) of 0 and 1 and `chance` (n,) in [0, 1]; forecast
measures take `actual` and `forecast` (n,) in units.
"""

from collections.abc import Callable
from typing import Final

import numpy as np
from sklearn.metrics import average_precision_score, brier_score_loss, log_loss, roc_auc_score

from commerce.scoring.types import Better, Figure, Floats, Table

Measure = Callable[[Floats, Floats], float]
"""`(truth, chance) -> figure`."""

TOP: Final = (0.05, 0.10)
"""Shares of rows a team can look at."""


def auc(truth: Floats, chance: Floats) -> float:
    """Return the area under the ROC curve; 0.5 where only one outcome occurs."""
    if len(np.unique(truth)) < 2:
        return 0.5
    return float(roc_auc_score(truth, chance))


def at_top(truth: Floats, chance: Floats, share: float) -> tuple[float, float]:
    """Return precision and recall among the `share` of rows with the highest chance."""
    most = max(1, round(len(truth) * share))
    hits = float(truth[np.argsort(-chance, kind="stable")[:most]].sum())
    return hits / most, hits / max(float(truth.sum()), 1.0)


def calibration_error(truth: Floats, chance: Floats, bins: int = 10) -> float:
    """Return the expected calibration error over bins of equal size.

    Naeini et al. 2015 (AAAI), with equal-mass bins.
    """
    parts = np.array_split(np.argsort(chance, kind="stable"), bins)
    gaps = [len(p) * abs(float(truth[p].mean() - chance[p].mean())) for p in parts if len(p)]
    return float(sum(gaps) / max(len(truth), 1))


def calibration_table(truth: Floats, chance: Floats, bins: int = 10) -> Table:
    """Return what was said beside what happened, by tenths of rows."""
    parts = np.array_split(np.argsort(chance, kind="stable"), bins)
    return Table(
        title="Calibration",
        columns=("rows", "said", "happened"),
        rows=tuple(
            (len(p), round(float(chance[p].mean()), 4), round(float(truth[p].mean()), 4))
            for p in parts
            if len(p)
        ),
    )


def of_chances(truth: Floats, chance: Floats, plain: Floats) -> tuple[Figure, ...]:
    """Return all figures of a chance beside those of a plain baseline's chance."""

    def pair(name: str, measure: Measure, better: Better = Better.HIGHER) -> Figure:
        return Figure(
            name=name, score=measure(truth, chance), baseline=measure(truth, plain), better=better
        )

    tops = [
        pair(f"{word} at top {share:.0%}", _top(share, place))
        for share in TOP
        for place, word in enumerate(("precision", "recall"))
    ]
    return (
        pair("AUC", auc),
        pair("PR-AUC", _precision_recall),
        *tops,
        pair("Brier", _brier, Better.LOWER),
        pair("log loss", _log_loss, Better.LOWER),
        pair("calibration error", calibration_error, Better.LOWER),
    )


def _top(share: float, place: int) -> Measure:
    return lambda truth, chance: at_top(truth, chance, share)[place]


def _precision_recall(truth: Floats, chance: Floats) -> float:
    return float(average_precision_score(truth, chance)) if truth.any() else 0.0


def _brier(truth: Floats, chance: Floats) -> float:
    return float(brier_score_loss(truth, chance))


def _log_loss(truth: Floats, chance: Floats) -> float:
    return float(log_loss(truth, chance, labels=[0.0, 1.0]))


def wape(actual: Floats, forecast: Floats) -> float:
    """Return the weighted absolute percentage error: Σ|a − f| / Σ|a|."""
    return float(np.abs(actual - forecast).sum() / max(float(np.abs(actual).sum()), 1e-9))


def bias(actual: Floats, forecast: Floats) -> float:
    """Return Σ(f − a) / Σ|a|: above zero says too much."""
    return float((forecast - actual).sum() / max(float(np.abs(actual).sum()), 1e-9))


def mase(actual: Floats, forecast: Floats, scale: Floats | float) -> float:
    """Return the mean absolute scaled error.

    Hyndman & Koehler 2006, doi:10.1016/j.ijforecast.2006.03.001.

    Args:
        actual: What came.
        forecast: What was said.
        scale: Mean absolute error of the (seasonal) naive forecast in the series' own past.
    """
    return float(np.mean(np.abs(actual - forecast) / np.maximum(scale, 1e-9)))


def pinball(actual: Floats, forecast: Floats, quantile: float) -> float:
    """Return the mean pinball loss of a quantile forecast (Koenker & Bassett 1978)."""
    short = actual - forecast
    return float(np.mean(np.maximum(quantile * short, (quantile - 1) * short)))


def coverage(actual: Floats, low: Floats, high: Floats) -> float:
    """Return the share of actual values inside their interval, ends included."""
    return float(np.mean((actual >= low) & (actual <= high)))
