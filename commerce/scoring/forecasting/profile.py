"""What moves demand for everybody or for each: calendar, price and promotion, as log effects.

A quasi-Poisson regression with a ridge, learnt first on the sum of each group and then, for each
series, as its difference from the group; so a series that sells little borrows the shape of its
like (Gelman & Hill 2007, chapter 12). The slow level is left to `levels`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from commerce.scoring.forecasting.seasons import Columns, columns
from commerce.scoring.forecasting.shapes import windowed
from commerce.scoring.forecasting.types import Flags, Ints, Panel, Spacing
from commerce.scoring.types import Floats

FEWEST: Final = 30.0
"""Sales below which a series keeps the shape of its group."""
_MOST: Final = 4.0
"""Effects beyond this, as logs, are cut: sixty times the usual is chance or a mistake."""
_SETTLED: Final = 2e-3
"""A step of log effects from which none more is taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Log effects on a series' level."""

    logs: Mapping[str, Floats]
    """Part → shape (series, steps and ahead)."""

    @property
    def factor(self) -> Floats:
        """What a step multiplies the level by, shape (series, steps and ahead)."""
        return np.exp(np.clip(sum(self.logs.values(), np.zeros(1)), -_MOST, _MOST))


def learn(panel: Panel, known: Flags, ahead: int) -> Profile:
    """Learn the effects from the steps that are known, for these and for those ahead."""
    calendar = columns(panel, ahead)
    mean = means(panel.quantity, known)
    extra = covariates(panel, ahead)
    moved = np.zeros((panel.series, panel.steps + ahead))
    logs = _calendar(panel, known, calendar, mean, moved)
    if extra:
        for _ in range(2):
            steady = np.exp(np.clip(sum(logs.values(), np.zeros(1)), -_MOST, _MOST))
            effects = _covariates(panel, known, extra, steady, moved)
            moved = np.clip(sum(effects.values(), np.zeros(1)), -_MOST, _MOST)
            logs = _calendar(panel, known, calendar, mean, moved)
        logs |= effects
    return Profile(logs=logs)


def covariates(panel: Panel, ahead: int) -> dict[str, Floats]:
    """Return price (log, against its median) and promotion, shape (series, steps and ahead)."""
    found = {}
    count = panel.steps + ahead
    if panel.price is not None:
        price = carried(np.where(panel.price > 0, panel.price, np.nan), count)
        priced = ~np.isnan(price).all(axis=1)
        usual = np.ones(panel.series)
        usual[priced] = np.nanmedian(price[priced][:, : panel.steps], axis=1)
        with np.errstate(divide="ignore", invalid="ignore"):
            level = np.log(price / usual[:, None])
        found["price"] = np.clip(np.nan_to_num(level, posinf=0.0, neginf=0.0), -1.5, 1.5)
    if panel.promo is not None:
        promo = np.zeros((panel.series, count))
        given = panel.promo[:, :count]
        promo[:, : given.shape[1]] = np.nan_to_num(given)
        found["promo"] = promo
    return found


def carried(values: Floats, count: int) -> Floats:
    """Return values with gaps filled by the last one before (or the first after), to a length."""
    given = values[:, :count]
    fits = np.full((len(values), count), np.nan)
    fits[:, : given.shape[1]] = given
    at = np.where(np.isnan(fits), -1, np.arange(count))
    last = np.maximum.accumulate(at, axis=1)
    first = np.argmax(at >= 0, axis=1)[:, None]
    return np.take_along_axis(fits, np.where(last >= 0, last, first), axis=1)


def means(quantity: Floats, known: Flags) -> Floats:
    """Return what a known step of each series sold on the mean."""
    total = np.where(known, quantity, 0.0).sum(axis=1)
    return np.asarray((total + 1e-9) / np.maximum(known.sum(axis=1), 1))


def _calendar(
    panel: Panel, known: Flags, calendar: Columns, mean: Floats, moved: Floats
) -> dict[str, Floats]:
    """Learn calendar effects of groups and series, given what else moved them."""
    steps = panel.steps
    groups, place = np.unique(panel.group, return_inverse=True)
    expected = np.where(known, mean[:, None] * np.exp(moved[:, :steps]), 0.0)
    sold = np.where(known, panel.quantity, 0.0)
    of_group = _sum_by(expected, place, len(groups))
    group = ridge(
        calendar.values[:steps], _sum_by(sold, place, len(groups)), of_group, calendar.width
    )
    own = _own(panel, known, calendar, group[place], expected, sold)
    parts = [part for part in dict.fromkeys(calendar.part) if part not in ("level", "trend")]
    logs = {}
    for part in parts:
        chosen = [k for k, name in enumerate(calendar.part) if name == part]
        effect = (group[place][:, chosen] + own[:, chosen]) @ calendar.values[:, chosen].T
        logs[part] = effect
    return logs


def _own(
    panel: Panel, known: Flags, calendar: Columns, group: Floats, expected: Floats, sold: Floats
) -> Floats:
    """Return how each series differs from its group, shape (series, columns)."""
    found = np.zeros((panel.series, len(calendar.part)))
    enough = np.flatnonzero((sold > 0).sum(axis=1) >= FEWEST)
    chosen = np.flatnonzero(calendar.own >= 0.1)
    design = calendar.values[: panel.steps]
    for some in np.array_split(enough, max(1, len(enough) // 1000)):
        if len(some):
            like = expected[some] * np.exp(np.clip(group[some] @ design.T, -_MOST, _MOST))
            found[np.ix_(some, chosen)] = ridge(
                design[:, chosen], sold[some], like, calendar.own[chosen], rounds=4
            )
    return found


def _sum_by(values: Floats, place: Ints, count: int) -> Floats:
    found = np.zeros((count, values.shape[1]))
    np.add.at(found, place, values)
    return found


def ridge(design: Floats, sold: Floats, expected: Floats, width: Floats, rounds: int = 8) -> Floats:
    """Return the log effects of columns on many series at once, shape (series, columns).

    Args:
        design: Shape (steps, columns), the same for all.
        sold: Shape (series, steps); 0 where not known.
        expected: Shape (series, steps), what is expected without the columns; 0 where not known.
        width: Standard deviation of each effect before anything is seen.
        rounds: Newton steps.
    """
    columns = design.shape[1]
    high, low = np.triu_indices(columns)
    pairs = (design[:, high] * design[:, low]).astype(np.float32)
    effect = np.zeros((len(sold), columns))
    uneven = np.ones(len(sold))
    for k in range(rounds):
        mean = expected * np.exp(np.clip(effect @ design.T, -12.0, 12.0))
        if k in (1, 2):
            uneven = _dispersion(sold, mean)
        prior = uneven[:, None] / width**2
        slope = (sold - mean) @ design - prior * effect
        bend = np.zeros((len(sold), columns, columns))
        bend[:, high, low] = bend[:, low, high] = mean.astype(np.float32) @ pairs
        bend[:, range(columns), range(columns)] += prior + 1e-6
        step = np.linalg.solve(bend, slope[:, :, None])[:, :, 0]
        longest = np.abs(step).max(axis=1, keepdims=True)
        effect += step * np.minimum(1.0, 1.5 / np.maximum(longest, 1e-9))
        if k > 2 and longest.max(initial=0.0) < _SETTLED:
            break
    return effect


def _dispersion(sold: Floats, mean: Floats) -> Floats:
    """Return how much more uneven than chance each series is: Pearson's χ² by step."""
    seen = mean > 0
    square = np.where(seen, (sold - mean) ** 2 / np.maximum(mean, 1e-9), 0.0)
    # A single wild day must not make all of a series look like noise.
    cut = 30.0 * np.maximum(square.sum(axis=1) / np.maximum(seen.sum(axis=1), 1), 1e-9)
    square = np.minimum(square, cut[:, None])
    return np.asarray(np.maximum(square.sum(axis=1) / np.maximum(seen.sum(axis=1), 1), 1e-3))


_WIDTH: Final = {"price": 1.0, "promo": 1.0}
_OWN: Final = {"price": 0.6, "promo": 0.4}


def _covariates(
    panel: Panel, known: Flags, extra: Mapping[str, Floats], steady: Floats, moved: Floats
) -> dict[str, Floats]:
    """Learn what price and promotion do, beside the level around each step and the calendar."""
    steps = panel.steps
    reach = {Spacing.DAY: 42, Spacing.WEEK: 13, Spacing.MONTH: 12}[panel.spacing]
    factor = np.where(known, steady[:, :steps], 0.0)
    sold = np.where(known, panel.quantity, 0.0)
    around = windowed(sold, reach) / np.maximum(
        windowed(factor * np.exp(moved[:, :steps]), reach), 1e-9
    )
    expected = np.maximum(around, 0.0) * factor
    design = np.stack([values[:, :steps] for values in extra.values()], axis=2)
    width = np.array([_WIDTH[name] for name in extra])
    own = np.array([_OWN[name] for name in extra])
    groups, place = np.unique(panel.group, return_inverse=True)
    start = np.zeros((panel.series, len(width)))
    shared = _newton(design, sold, expected, start, width, place, len(groups))
    each = _newton(design, sold, expected, shared[place], own, np.arange(panel.series),
                   panel.series)  # fmt: skip
    return {
        name: np.clip(each[:, k], -6.0, 6.0)[:, None] * extra[name] for k, name in enumerate(extra)
    }


def _newton(
    design: Floats, sold: Floats, expected: Floats, prior: Floats, width: Floats, place: Ints,
    count: int,
) -> Floats:  # fmt: skip
    """Return effects of columns that differ by series, one set a place, near their `prior`.

    `design` has shape (series, steps, columns) and `prior` (series, columns), or one a place.
    """
    start = np.zeros((count, prior.shape[1]))
    start[place] = prior
    effect = start.copy()
    noise = np.ones(count)
    came = _sum_by(sold.sum(axis=1, keepdims=True), place, count)[:, 0]
    for k in range(6):
        mean = expected * np.exp(np.clip((design @ effect[place][:, :, None])[:, :, 0], -6, 6))
        if k < 2:
            uneven = _dispersion(sold, mean) * sold.sum(axis=1)
            noise = _sum_by(uneven[:, None], place, count)[:, 0] / np.maximum(came, 1e-9) + 1e-3
        said = _sum_by(mean.sum(axis=1, keepdims=True), place, count)[:, 0]
        fair = mean * ((came + 1e-9) / (said + 1e-9))[place][:, None]
        # The level around each step holds a part of the effect: what counts is what is beside it.
        weight = _sum_by((fair[:, :, None] * design).sum(axis=1), place, count)
        middle = weight / np.maximum(came, 1e-9)[:, None]
        off = design - middle[place][:, None, :]
        precision = noise[:, None] / width**2
        slope = _sum_by(((sold - fair)[:, :, None] * off).sum(axis=1), place, count)
        slope -= precision * (effect - start)
        each = (fair[:, :, None] * off).transpose(0, 2, 1) @ off
        bend = np.zeros((count, len(width), len(width)))
        np.add.at(bend, place, each)
        bend[:, range(len(width)), range(len(width))] += precision + 1e-9
        effect += np.clip(np.linalg.solve(bend, slope[:, :, None])[:, :, 0], -1.5, 1.5)
    return effect
