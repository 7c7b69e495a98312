"""The true rates at which the demo shop sells, and how near what is learnt of them comes.

Nobody who looks at the shop alone can foretell its days better than the rates its dice were thrown
with, so a forecast that does has seen what it must not.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import numpy as np

from app.demo import world
from app.demo.behaviour import DAYS
from commerce.context import Context
from commerce.scoring import elasticity, judging
from commerce.scoring import queries_demand as queries
from commerce.scoring.demand import JUDGED, history
from commerce.scoring.forecasting.backtesting import fold
from commerce.scoring.types import Floats

_LEVELS: Final = (80, 95)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldDemand:
    """The forecast of the last stretch beside the rates that were behind it."""

    totals: float
    """WAPE of each product's total of the stretch, as forecast."""
    possible: float
    """The same of who knows every rate."""
    naive: float
    """The same of seasonal naive."""
    daily: float
    """Root mean square miss of each product's days, as forecast. Not their WAPE: where most days
    sell nothing, that is least for a forecast below the truth."""
    daily_possible: float
    """The same of who knows every rate."""
    gap: float
    """WAPE of the forecast against the true rates, over totals."""
    coverage: dict[int, float]
    """Level → share of days within the interval."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldElasticities:
    """Elasticities beside those that sales were drawn with, of products that are spoken of."""

    count: int
    error: float
    """Mean distance."""
    bias: float
    """Mean of learnt less true: below zero it is told too strong."""
    flat: float
    """Mean distance of one elasticity for all."""
    covered: float
    """Share whose 80 % interval holds the true one."""
    by_category: dict[str, tuple[float, float]]
    """Category → mean as learnt, mean in truth."""


def hold_demand(ctx: Context, *, seed: int, orders: int, now: datetime) -> HeldDemand:
    """Hold the forecast of the last stretch against the truth.

    Args:
        ctx: Of the demo shop.
        seed: The shop's.
        orders: How many it was made with.
        now: The moment it was made for.
    """
    told = history(ctx)
    panel = told.pieces
    at = panel.steps - JUDGED
    judged = fold(panel, at, JUDGED)
    true = _rates(ctx, told.ids, panel.steps, seed=seed, orders=orders, now=now)
    known, actual = judged.known, judged.actual
    # What part of what is drawn becomes pieces sold is told by the days before, by category.
    scale = np.ones(len(true))
    for group in np.unique(panel.group):
        rows = panel.group == group
        scale[rows] = panel.quantity[rows, :at].sum() / max(true[rows, :at].sum(), 1e-9)
    ahead = true[:, at:] * scale[:, None]

    def totals(said: Floats, beside: Floats = actual) -> float:
        sums = [np.where(known, values, 0.0).sum(axis=1) for values in (beside, said)]
        return judging.wape(*sums)

    ours = judged.ours
    ends = {80: (ours.low80, ours.high80), 95: (ours.low95, ours.high95)}
    inside = {
        level: (actual >= ends[level][0] - 1e-9) & (actual <= ends[level][1] + 1e-9)
        for level in _LEVELS
    }
    return HeldDemand(
        totals=totals(ours.mean), possible=totals(ahead),
        naive=totals(judged.said["seasonal naive"]),
        daily=_square(actual[known], ours.mean[known]),
        daily_possible=_square(actual[known], ahead[known]),
        gap=totals(ours.mean, ahead),
        coverage={level: float(inside[level][known].mean()) for level in _LEVELS},
    )  # fmt: skip


def _square(actual: Floats, said: Floats) -> float:
    return float(np.sqrt(np.mean((actual - said) ** 2)))


def _rates(
    ctx: Context, ids: np.ndarray[tuple[int], np.dtype[np.int64]], steps: int, *, seed: int,
    orders: int, now: datetime,
) -> Floats:  # fmt: skip
    """Return how often each variant was drawn on each day, shape (variants, steps)."""
    stage = world.build(seed=seed, orders=orders, now=now)
    share = stage.market.demand / stage.market.demand.sum(axis=1, keepdims=True)
    rate = (share * stage.day_share[:, None] * orders).T
    # The shop's last day is today, which is not over and in no history.
    rate = rate[:, DAYS - 1 - steps : DAYS - 1]
    place = np.argsort(np.argsort(queries.goods(ctx).ids))
    return np.asarray(rate[place], dtype=np.float64)


def hold_elasticities(
    found: elasticity.Elasticities, *, seed: int, orders: int, now: datetime
) -> HeldElasticities:
    """Hold what is learnt of prices against what sales were drawn with."""
    goods = world.build(seed=seed, orders=orders, now=now).catalogue
    true = dict(zip(goods.sku, goods.elasticity.tolist(), strict=True))
    told = {sku: one for sku, one in found.by_sku.items() if not one.doubts and sku in true}
    learnt = np.array([one.value for one in told.values()])
    real = np.array([true[sku] for sku in told])
    inside = [one.low <= true[sku] <= one.high for sku, one in told.items()]
    groups = sorted({one.category for one in told.values()})
    of = np.array([one.category for one in told.values()])
    return HeldElasticities(
        count=len(told), error=float(np.abs(learnt - real).mean()),
        bias=float((learnt - real).mean()),
        flat=float(np.abs(learnt.mean() - real).mean()), covered=float(np.mean(inside)),
        by_category={
            name: (float(learnt[of == name].mean()), float(real[of == name].mean()))
            for name in groups
        },
    )  # fmt: skip
