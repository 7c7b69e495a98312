"""How far what sells follows the price: own-price elasticity, freed of what moves both.

A price is often set by how things sell (a season, a festival), so that a plain regression of sales
on prices tells the seller's habits, not the buyers'. Here both are first freed of what else they
follow, and only what is left is compared (Robinson 1988, doi:10.2307/1912705; Speckman 1988,
doi:10.1111/j.2517-6161.1988.tb01738.x; Chernozhukov et al. 2018, doi:10.1111/ectj.12097):

- each item's own level, trend and season, by ridge regression;
- every period, for all items together and for each group of items;
- promotions and competitors' prices, whose effects are learnt beside.

Sales are counts with many zeros, whose logarithm would mislead (Santos Silva & Tenreyro 2006,
doi:10.1162/rest.88.4.641), so the mean is modelled: `E[sold] = exp(item + period + ε·ln price)`,
with a negative binomial variance. An item's elasticity is pulled to that of its group as far as its
own prices leave it open (empirical Bayes; DerSimonian & Laird 1986).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from commerce.scoring.types import Floats

Z80: Final = 1.2816
"""Standard deviations on either side of an 80 % interval."""
LEAST_VARIATION: Final = 0.02
"""Below this coefficient of variation a price hardly moved (2 %)."""
LEAST_PRICES: Final = 3
LEAST_SOLD: Final = 20
LEAST_PERIODS: Final = 12
WIDEST: Final = 2.0
"""An 80 % interval of an elasticity that is wider says nothing one could act on."""
_USUAL_SPREAD: Final = 0.35
"""How far items of one group usually lie apart, worth `_USUAL_ITEMS` items' evidence."""
_USUAL_ITEMS: Final = 6.0
_FEWEST_TOGETHER: Final = 6
"""So many items tell what a period did to all of them apart from their prices."""
_ROUNDS: Final = 25
_SWEEPS: Final = 4
_SURE_OUT: Final = 5.0
"""A run without a sale where so many pieces were to be expected was a run without stock."""


class Doubt(StrEnum):
    """Why nothing can be said of an item's price."""

    FLAT_PRICE = "flat price"
    FEW_PRICES = "few prices"
    FEW_SALES = "few sales"
    SHORT_HISTORY = "short history"
    UNSURE = "unsure"
    """The interval is too wide, or goes beyond what buyers do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """What sold at which price: axes are (item, period)."""

    sold: Floats
    price: Floats
    """Above zero wherever `seen` is."""
    seen: NDArray[np.bool_]
    """Whether the item was on sale and its price known."""
    group: NDArray[np.intp]
    """Which group each item is in, from 0; shape (items,)."""
    days: Floats
    """Days since the first period, ascending; shape (periods,)."""
    promo: Floats | None = None
    """1 in a promotion."""
    rivals: Floats | None = None
    """Mean of the competitors' prices; NaN where nobody looked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """Elasticities of items and groups, each with its standard error."""

    item: Floats
    """After being pulled to the group; shape (items,)."""
    item_se: Floats
    own: Floats
    """From the item's own prices alone; NaN where they never moved."""
    own_se: Floats
    group: Floats
    group_se: Floats
    overall: float
    overall_se: float
    spread: Floats
    """How far items of each group lie apart, as a standard deviation; shape (groups,)."""
    promo: float
    """What a promotion adds to the log of sales at the same price."""
    rivals: float
    """Elasticity to the competitors' mean price."""
    doubts: tuple[tuple[Doubt, ...], ...]
    """Why nothing can be said, per item; empty where something can."""
    dispersion: float
    """`a` of the variance `m + a·m²`."""
    in_stock: NDArray[np.bool_]
    """`seen` without the runs that must have been without stock."""

    def interval(self, item: int) -> tuple[float, float]:
        """Return the 80 % interval of an item's elasticity."""
        half = Z80 * float(self.item_se[item])
        return float(self.item[item]) - half, float(self.item[item]) + half


def respond(panel: Panel, *, freed: bool = True) -> Response:
    """Learn elasticities from what sold.

    Args:
        panel: What sold at which price.
        freed: Whether sales and prices are freed of seasons and periods. Without it the slopes tell
            how the two went together, also where both followed something else: fit to foretell
            prices set as ever, not to say what another price would do.

    Raises:
        ValueError: There is nothing to learn from.
    """
    if panel.sold.size == 0 or not (panel.seen & (panel.sold > 0)).any():
        raise ValueError("Nothing was sold.")
    from threadpoolctl import threadpool_limits

    # One thread: two that share cores with a server wait for each other twenty times as long.
    with threadpool_limits(limits=1):
        return _respond(panel, freed)


def _respond(panel: Panel, freed: bool) -> Response:
    sold = _as_counts(panel.sold, panel.seen)
    seen = panel.seen.copy()
    columns = _columns(panel)
    for looked in range(2):
        fit = _fit(sold, seen, panel, columns, freed)
        if looked == 0:
            out = runs_without_stock(sold, fit.mean, seen)
            if not out.any():
                break
            seen &= ~out
    return _pooled(panel, sold, seen, fit)


def runs_without_stock(sold: Floats, mean: Floats, seen: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the periods of runs without a sale which chance does not explain."""
    out = np.zeros_like(seen)
    for item in range(len(sold)):
        places = np.flatnonzero(seen[item])
        none = (sold[item, places] <= 0).astype(np.int8)
        turns = np.flatnonzero(np.diff(np.concatenate(([0], none, [0]))))
        for first, end in zip(turns[::2], turns[1::2], strict=True):
            run = places[first:end]
            if mean[item, run].sum() > _SURE_OUT and end - first >= 2:
                out[item, run] = True
    return out


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fit:
    """Slopes of groups, and everything freed of levels, periods and seasons."""

    mean: Floats
    freed: Floats
    """Log price with everything else taken out; shape (items, periods)."""
    weight: Floats
    slope: Floats
    extra: Floats
    """Effects of a promotion and of competitors' prices."""
    dispersion: float


def _as_counts(sold: Floats, seen: NDArray[np.bool_]) -> Floats:
    """Return amounts so that a variance of `m + a·m²` suits them: kilos are no counts of kilos."""
    known = sold[seen & (sold > 0)]
    if np.allclose(known, np.round(known)):
        return np.where(seen, sold, 0.0)
    return np.where(seen, sold * (1e4 / float(np.median(known))), 0.0)


def _columns(panel: Panel) -> Floats:
    """Return what sales may follow beside the price; shape (columns, items, periods)."""
    shape = panel.sold.shape
    promo = np.zeros(shape) if panel.promo is None else np.where(panel.seen, panel.promo, 0.0)
    rivals = np.zeros(shape)
    if panel.rivals is not None:
        with np.errstate(invalid="ignore", divide="ignore"):
            log = np.where(panel.rivals > 0, np.log(panel.rivals), np.nan)
        known = ~np.isnan(log) & panel.seen
        count = np.maximum(known.sum(axis=1, keepdims=True), 1)
        middle = np.where(known, log, 0.0).sum(axis=1, keepdims=True) / count
        rivals = np.where(known, log - middle, 0.0)
    return np.stack((promo, rivals))


def _fit(
    sold: Floats, seen: NDArray[np.bool_], panel: Panel, extras: Floats, freed_of_time: bool
) -> _Fit:
    log_price = np.where(seen, np.log(np.where(panel.price > 0, panel.price, 1.0)), 0.0)
    groups = int(panel.group.max()) + 1
    sweep = _Sweep(panel, seen, freed_of_time)
    n = np.maximum(seen.sum(axis=1, keepdims=True), 1)
    level = np.maximum(np.where(seen, sold, 0).sum(axis=1, keepdims=True) / n, 0.5 / n)
    eta = np.log((np.where(seen, sold, 0.0) + level) / 2)
    slope, extra, a = np.zeros(groups), np.zeros(2), 0.0
    freed = log_price
    mean = weight = np.where(seen, np.exp(eta), 0.0)
    for turn in range(_ROUNDS):
        mean = np.where(seen, np.exp(np.clip(eta, -18, 25)), 0.0)
        if turn >= 2:
            a = _dispersion(sold, mean, seen)
        weight = mean / (1 + a * mean)
        target = np.where(seen, eta + (sold - mean) / np.maximum(mean, 1e-12), 0.0)
        left = sweep.free(np.stack((target, log_price, *extras)), weight)
        freed = left[1]
        slope, extra = _slopes(left, weight, panel.group, groups)
        told = slope[panel.group][:, None] * left[1] + np.tensordot(extra, left[2:], axes=1)
        new = np.where(seen, target - left[0] + told, eta)
        step = np.clip(new - eta, -2, 2)
        eta = eta + step
        if turn > 4 and float(np.abs(step[seen]).max()) < 1e-3:
            break
    mean = np.where(seen, np.exp(np.clip(eta, -18, 25)), 0.0)
    return _Fit(mean=mean, freed=freed, weight=weight, slope=slope, extra=extra, dispersion=a)


def _dispersion(sold: Floats, mean: Floats, seen: NDArray[np.bool_]) -> float:
    """Return `a` of `Var = m + a·m²` by moments, large and small items counting alike."""
    m, y = mean[seen], sold[seen]
    shape = 1 / (1 + m)
    over = float((((y - m) ** 2 - m) * shape**2).sum() / max(float((m**2 * shape**2).sum()), 1e-12))
    return float(np.clip(over, 0.0, 4.0))


def _slopes(left: Floats, weight: Floats, group: NDArray[np.intp], groups: int) -> tuple[
    Floats, Floats
]:  # fmt: skip
    """Return one slope of the price a group, and one of each other column for all."""
    target, price, others = left[0], left[1], left[2:]
    wide = groups + len(others)
    gram, side = np.zeros((wide, wide)), np.zeros(wide)
    by_group = (weight * price * price).sum(axis=1)
    gram[np.arange(groups), np.arange(groups)] = np.bincount(group, by_group, groups)
    side[:groups] = np.bincount(group, (weight * price * target).sum(axis=1), groups)
    for k, one in enumerate(others):
        across = np.bincount(group, (weight * price * one).sum(axis=1), groups)
        gram[:groups, groups + k] = gram[groups + k, :groups] = across
        side[groups + k] = float((weight * one * target).sum())
        for j, other in enumerate(others):
            gram[groups + k, groups + j] = float((weight * one * other).sum())
    # A slope is about -1.5 ± 2 before anything was seen, what is beside it 0 ± 1.
    prior = np.array([0.25] * groups + [1.0] * len(others))
    expected = np.array([-1.5] * groups + [0.0] * len(others))
    found = np.linalg.solve(gram + np.diag(prior), side + prior * expected)
    return found[:groups], found[groups:]


class _Sweep:
    """Takes levels, seasons and periods out of columns by weighted least squares."""

    def __init__(self, panel: Panel, seen: NDArray[np.bool_], freed: bool) -> None:
        items, periods = panel.sold.shape
        together = items >= _FEWEST_TOGETHER
        self._basis, self._penalty = _seasons(panel.days, together)
        self._codes: list[NDArray[np.intp]] = []
        self._parts: list[Floats] = []
        if not freed:
            self._basis, self._penalty = self._basis[:, :1], self._penalty[:1]
            return
        places = np.arange(periods)
        if together:
            self._codes.append(np.broadcast_to(places, seen.shape).ravel())
        sizes = np.bincount(panel.group)
        many = sizes[panel.group] >= _FEWEST_TOGETHER
        if together and len(sizes) > 1 and many.any():
            # Days apart in a shop, weeks apart in a group: a group has few sales a day.
            weeks = np.unique(np.floor(panel.days / 7).astype(np.intp), return_inverse=True)[1]
            width = int(weeks.max()) + 1
            own = np.where(many, panel.group, len(sizes))
            self._codes.append((own[:, None] * width + weeks[None, :]).ravel())

    def free(self, columns: Floats, weight: Floats) -> Floats:
        """Return what is left of columns (columns, items, periods).

        By backfitting (Buja, Hastie & Tibshirani 1989, doi:10.1214/aos/1176347115), which starts
        where the last call left off: from round to round little moves.
        """
        inverse = self._inverse(weight)
        flat = weight.ravel()
        totals = [np.maximum(np.bincount(code, flat), 1e-12) for code in self._codes]
        if not self._parts:
            self._parts = [np.zeros_like(columns) for _ in range(1 + len(self._codes))]
        left = columns - sum(self._parts)
        for _ in range(_SWEEPS if self._codes else 1):
            start = left
            whole = left + self._parts[0]
            self._parts[0] = self._seasonal(whole, weight, inverse)
            left = whole - self._parts[0]
            for k, (code, total) in enumerate(zip(self._codes, totals, strict=True), start=1):
                whole = left + self._parts[k]
                self._parts[k] = np.stack(
                    [
                        (np.bincount(code, flat * one.ravel()) / total)[code].reshape(one.shape)
                        for one in whole
                    ]
                )
                left = whole - self._parts[k]
            if float(np.abs(left - start).max()) < 1e-4:
                break
        return np.asarray(left)

    def _inverse(self, weight: Floats) -> Floats:
        wide = self._basis.shape[1]
        pairs = (self._basis[:, :, None] * self._basis[:, None, :]).reshape(-1, wide * wide)
        gram = (weight @ pairs).reshape(-1, wide, wide)
        return np.asarray(np.linalg.inv(gram + np.diag(self._penalty)[None]))

    def _seasonal(self, columns: Floats, weight: Floats, inverse: Floats) -> Floats:
        side = (columns * weight) @ self._basis
        told = np.matmul(inverse[None], side[..., None])[..., 0]
        return np.asarray(told @ self._basis.T)


def _seasons(days: Floats, together: bool) -> tuple[Floats, Floats]:
    """Return what an item's own level may follow in time, and how firmly each is held at zero.

    Where many items tell what a period did to all, an item keeps a trend, a year's wave and a slow
    curve of its own; alone, it needs weekdays and a quicker curve too.
    """
    span = max(float(days[-1] - days[0]), 1.0)
    columns: list[Floats] = [np.ones(len(days))]
    spreads: list[float] = [1e3]
    if len(days) >= LEAST_PERIODS:
        columns.append((days - days.mean()) / 365.0)
        spreads.append(0.7)
    if span >= 300:
        for wave in range(1, 2 if together else 4):
            turn = 2 * np.pi * wave * days / 365.25
            columns += [np.sin(turn), np.cos(turn)]
            spreads += [0.4, 0.4]
    knots = int(span // (91 if together else 56))
    if knots >= 3:
        marks = np.linspace(days[0], days[-1], knots + 1)
        for mark in marks:
            columns.append(np.maximum(0.0, 1 - np.abs(days - mark) / (marks[1] - marks[0])))
            spreads.append(0.25 if together else 0.4)
    steps = np.diff(days)
    if not together and len(steps) and np.median(steps) < 3:
        for weekday in range(6):
            columns.append((np.floor(days) % 7 == weekday).astype(np.float64))
            spreads.append(0.7)
    return np.stack(columns, axis=1), 1 / np.square(np.array(spreads))


def _pooled(panel: Panel, sold: Floats, seen: NDArray[np.bool_], fit: _Fit) -> Response:
    group, groups = panel.group, len(fit.slope)
    own, own_se = _own_slopes(sold, seen, fit, fit.slope[group], panel.days)
    said, said_se = _of_groups(sold, fit, group, groups, panel.days)
    overall, overall_se = _together(said, said_se)
    between = _spread(said, said_se, overall, usual=0.5)
    pull = 1 / (1 + said_se**2 / between**2)
    near = pull * said + (1 - pull) * overall
    near_se = np.sqrt(pull * said_se**2 + ((1 - pull) * overall_se) ** 2)
    item, item_se, spread = np.zeros(len(own)), np.zeros(len(own)), np.zeros(groups)
    for k in range(groups):
        rows = np.flatnonzero(group == k)
        known = rows[np.isfinite(own_se[rows])]
        spread[k] = _spread(own[known], own_se[known], float(near[k]), usual=_USUAL_SPREAD)
        sure = np.where(np.isfinite(own_se[rows]), 1 / np.square(own_se[rows]), 0.0)
        share = sure / (sure + 1 / spread[k] ** 2)
        item[rows] = share * np.nan_to_num(own[rows]) + (1 - share) * near[k]
        item_se[rows] = np.sqrt((1 - share) * spread[k] ** 2 + ((1 - share) * near_se[k]) ** 2)
    return Response(
        item=item, item_se=item_se, own=own, own_se=own_se, group=near, group_se=near_se,
        overall=overall, overall_se=overall_se, spread=spread,
        promo=float(fit.extra[0]), rivals=float(fit.extra[1]),
        doubts=_doubts(panel, seen, item, item_se, fit), dispersion=fit.dispersion, in_stock=seen,
    )  # fmt: skip


def _own_slopes(
    sold: Floats, seen: NDArray[np.bool_], fit: _Fit, start: Floats, days: Floats
) -> tuple[Floats, Floats]:
    """Return each item's own slope by Newton's method from its group's, with a standard error."""
    apart = np.zeros(len(sold))
    a, x = fit.dispersion, np.where(seen, fit.freed, 0.0)
    for _ in range(12):
        mean = fit.mean * np.exp(np.clip(apart[:, None] * x, -5, 5))
        weight = mean / (1 + a * mean)
        known = (weight * x * x).sum(axis=1)
        pull = (x * (sold - mean) / (1 + a * mean)).sum(axis=1)
        # A little of the group's slope keeps an item of three sales from running away.
        apart += np.clip((pull - apart * 0.05) / (known + 0.05), -1, 1)
        apart = np.clip(apart, -8, 8)
    mean = fit.mean * np.exp(np.clip(apart[:, None] * x, -5, 5))
    weight = mean / (1 + a * mean)
    known = (weight * x * x).sum(axis=1)
    pulls = x * (sold - mean) / (1 + a * mean)
    blocks = np.floor(days / 28).astype(np.intp)
    sums = np.stack([np.bincount(blocks, row) for row in pulls])
    used = np.maximum(
        (np.stack([np.bincount(blocks, row) for row in weight * x * x]) > 0).sum(1), 2
    )
    robust = (sums**2).sum(axis=1) * used / (used - 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        se = np.sqrt(np.maximum(robust, known)) / known
    hopeless = ~(known > 0.02)
    return np.where(hopeless, np.nan, start + apart), np.where(hopeless, np.inf, se)


def _of_groups(
    sold: Floats, fit: _Fit, group: NDArray[np.intp], groups: int, days: Floats
) -> tuple[Floats, Floats]:
    """Return each group's slope and its standard error, clustered by item.

    Where a group has few items, by item and quarter.
    """
    pulls = fit.freed * (sold - fit.mean) / (1 + fit.dispersion * fit.mean)
    known = np.bincount(group, (fit.weight * fit.freed**2).sum(axis=1), groups)
    by_item = pulls.sum(axis=1)
    quarters = np.floor(days / 91).astype(np.intp)
    se = np.zeros(groups)
    for k in range(groups):
        rows = np.flatnonzero(group == k)
        sums = by_item[rows]
        if len(rows) < 8:
            sums = np.concatenate([np.bincount(quarters, row) for row in pulls[rows]])
        correction = len(sums) / max(len(sums) - 1, 1)
        robust = max(float((sums**2).sum()) * correction, float(known[k]))
        se[k] = np.sqrt(robust + 0.25) / (known[k] + 0.25)
    return fit.slope, se


def _together(values: Floats, se: Floats) -> tuple[float, float]:
    """Return the mean of groups, by how sure and how far apart they are."""
    first = float(np.average(values, weights=1 / se**2))
    between = _spread(values, se, first, usual=0.5) if len(values) > 1 else 0.0
    weight = 1 / (se**2 + between**2)
    return float(np.average(values, weights=weight)), float(1 / np.sqrt(weight.sum()))


def _spread(values: Floats, se: Floats, middle: float, *, usual: float) -> float:
    """Return how far true values lie apart, beside what chance adds to what was found of them."""
    if not len(values):
        return usual
    weight = 1 / (se**2 + usual**2) ** 2
    excess = float((weight * ((values - middle) ** 2 - se**2)).sum() / weight.sum())
    # Items whose own slopes are sure enough to tell anything of how far apart they lie.
    told = float(np.square(usual**2 / (usual**2 + se**2)).sum())
    mixed = (max(excess, 0.0) * told + usual**2 * _USUAL_ITEMS) / (told + _USUAL_ITEMS)
    return float(np.sqrt(max(mixed, 1e-4)))


def _doubts(
    panel: Panel, seen: NDArray[np.bool_], item: Floats, item_se: Floats, fit: _Fit
) -> tuple[tuple[Doubt, ...], ...]:
    found = []
    for k in range(len(item)):
        prices = panel.price[k, seen[k]]
        low, high = item[k] - Z80 * item_se[k], item[k] + Z80 * item_se[k]
        reasons = []
        if seen[k].sum() < LEAST_PERIODS:
            reasons.append(Doubt.SHORT_HISTORY)
        if panel.sold[k, seen[k]].sum() < min(LEAST_SOLD, 1e-9 + _fewest_amount(panel)):
            reasons.append(Doubt.FEW_SALES)
        if len(np.unique(np.round(np.log(np.maximum(prices, 1e-9)) / 0.005))) < LEAST_PRICES:
            reasons.append(Doubt.FEW_PRICES)
        if len(prices) and float(prices.std() / max(prices.mean(), 1e-9)) < LEAST_VARIATION:
            reasons.append(Doubt.FLAT_PRICE)
        if high - low > WIDEST or high > -0.1:
            reasons.append(Doubt.UNSURE)
        found.append(tuple(reasons))
    return tuple(found)


def _fewest_amount(panel: Panel) -> float:
    """Return how much must have sold: pieces, or where amounts are no pieces, any."""
    known = panel.sold[panel.seen & (panel.sold > 0)]
    return float(LEAST_SOLD) if np.allclose(known, np.round(known)) else 0.0
