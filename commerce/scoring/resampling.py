"""Whether a gain over a baseline is more than noise: whole groups of judged rows, drawn again."""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from commerce.scoring.types import Floats

DRAWS: Final = 100
_MOST_ROWS: Final = 20_000
_SEED: Final = 7


def gain(
    measure: Callable[[Floats, Floats], float], truth: Floats, chance: Floats, plain: Floats,
    groups: NDArray[np.int64], *, within: float = 0.9,
) -> tuple[float, float]:  # fmt: skip
    """Return the ends of the interval of what a score gains over its baseline.

    The bootstrap over clusters (Efron & Tibshirani 1993): rows of one group, such as a case, tell
    much the same and are drawn together.

    Args:
        measure: The figure, of truth and chance; higher is better.
        truth: What happened, shape (rows,).
        chance: What the score said.
        plain: What the baseline said.
        groups: Which rows belong together.
        within: Share of the draws between the ends.
    """
    dice = np.random.default_rng(_SEED)
    names, place = np.unique(groups, return_inverse=True)
    order = np.argsort(place, kind="stable")
    starts = np.searchsorted(place[order], np.arange(len(names) + 1))
    draws = min(len(names), max(50, _MOST_ROWS * len(names) // max(len(groups), 1)))
    gains = []
    for _ in range(DRAWS):
        drawn = dice.integers(0, len(names), draws)
        which = np.concatenate([order[starts[k] : starts[k + 1]] for k in drawn.tolist()])
        gains.append(measure(truth[which], chance[which]) - measure(truth[which], plain[which]))
    low, high = np.quantile(gains, ((1 - within) / 2, (1 + within) / 2))
    return float(low), float(high)
