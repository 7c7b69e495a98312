"""Rows for tests of scores, drawn from parameters the test knows."""

import numpy as np

from commerce.scoring.churn_features import Bought, known_at
from commerce.scoring.types import Floats


def drawn_buyers(count: int, *, days: int, ahead: int) -> tuple[Bought, Floats]:
    """Return purchases of buyers with a pace of their own, some of whom left on the way.

    Beside them the true chance of each, known `ahead` days before the end, to stay away from then
    on, had one been told their pace and whether they had left.
    """
    dice = np.random.default_rng(5)
    began = dice.uniform(0, days * 0.8, count)
    pace = dice.gamma(1.2, 1 / 45, count)
    left = began + dice.exponential(260, count)
    gaps = dice.exponential(1 / pace[:, None], (count, 120)).cumsum(axis=1)
    at = np.concatenate([began[:, None], began[:, None] + gaps], axis=1)
    made = (at < days) & ((at <= left[:, None]) | (np.arange(121) == 0))
    who, _ = np.nonzero(made)
    what = Bought(
        customer=who.astype(np.float64), at=at[made], value=np.full(len(who), 500.0),
        refuser=np.zeros(0), refused_at=np.zeros(0),
    )  # fmt: skip
    moment = float(days - ahead)
    known = known_at(what, moment).customer.astype(np.intp)
    buys = 1 - np.exp(-pace[known] * np.clip(left[known] - moment, 0, ahead))
    return what, 1 - buys
