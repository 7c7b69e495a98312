"""Whether one score is better than another by more than chance would have it."""

from typing import Final

import numpy as np

from commerce.scoring.types import Floats

_ROUNDS: Final = 200
_MOST_ROWS: Final = 20_000
_SEED: Final = 5


def surely_better(
    truth: Floats, chance: Floats, plain: Floats, *, doubt: float = 0.05
) -> tuple[float, bool]:
    """Return how much more AUC one has, and whether all but `doubt` of redraws of the rows agree.

    A paired bootstrap (Efron 1979, doi:10.1214/aos/1176344552) on rows of held-out time.
    """
    random = np.random.default_rng(_SEED)
    if len(truth) > _MOST_ROWS:
        kept = random.choice(len(truth), _MOST_ROWS, replace=False)
        truth, chance, plain = truth[kept], chance[kept], plain[kept]
    gains = []
    for _ in range(_ROUNDS):
        rows = random.integers(0, len(truth), len(truth))
        hit = truth[rows] > 0
        if hit.all() or not hit.any():
            continue
        gains.append(_auc(hit, chance[rows]) - _auc(hit, plain[rows]))
    gain = _auc(truth > 0, chance) - _auc(truth > 0, plain) if gains else 0.0
    return gain, bool(gains) and float(np.quantile(gains, doubt)) > 0


def _auc(hit: np.ndarray[tuple[int], np.dtype[np.bool_]], chance: Floats) -> float:
    """Return the area under the ROC curve by ranks, ties at their mean (Mann & Whitney 1947)."""
    values, place, counts = np.unique(chance, return_inverse=True, return_counts=True)
    del values
    ends = np.cumsum(counts)
    ranks = (ends - (counts - 1) / 2)[place]
    yes = int(hit.sum())
    return float((ranks[hit].sum() - yes * (yes + 1) / 2) / max(yes * (len(hit) - yes), 1))
