"""How a series sells, and where a row of zeros is a shelf that was empty."""

from typing import Final

import numpy as np

from commerce.scoring.forecasting.types import SHAPES, Flags, Ints, Panel, Shape, Spacing
from commerce.scoring.types import Floats

RARE: Final = 1.32
UNEVEN: Final = 0.49
"""Cut-offs of the mean interval between sales and of the squared variation of their size."""


def figures(quantity: Floats, known: Flags) -> tuple[Floats, Floats]:
    """Return the mean interval between sales and the squared coefficient of variation of sizes.

    Both of shape (series,); the interval is infinite where nothing was sold.
    """
    sold = (quantity > 0) & known
    times = sold.sum(axis=1).astype(np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        interval = known.sum(axis=1) / times
        size = np.where(sold, quantity, 0.0).sum(axis=1) / times
        square = np.where(sold, quantity**2, 0.0).sum(axis=1) / times
        variation = np.maximum(square - size**2, 0.0) / size**2
    return np.where(times > 0, interval, np.inf), np.where(times > 0, variation, 0.0)


def shapes(quantity: Floats, known: Flags) -> Ints:
    """Return the place in `SHAPES` of each series."""
    interval, variation = figures(quantity, known)
    rare, uneven = interval >= RARE, variation >= UNEVEN
    named = np.select(
        [rare & uneven, rare, uneven],
        [SHAPES.index(s) for s in (Shape.LUMPY, Shape.INTERMITTENT, Shape.ERRATIC)],
        SHAPES.index(Shape.SMOOTH),
    )
    return named.astype(np.int64)


def lived(quantity: Floats) -> Flags:
    """Tell the steps from the first sale of each series on."""
    return np.asarray(np.maximum.accumulate(quantity > 0, axis=1))


def likely_empty(panel: Panel) -> Flags:
    """Tell rows of zeros too long to be chance: the shelf was empty, so demand is not known.

    A row counts where chance would bring one so long once in 160,000 times, as often as something
    sold around it, and it is over: what has just stopped may have stopped for good. Rows in which
    the whole panel stood still are a habit of the shop, such as a weekly day off.
    """
    least = {Spacing.DAY: 4, Spacing.WEEK: 3, Spacing.MONTH: 3}[panel.spacing]
    wide = {Spacing.DAY: 42, Spacing.WEEK: 13, Spacing.MONTH: 12}[panel.spacing]
    zero = (panel.quantity <= 0) & panel.known
    length = _run_lengths(zero)
    sold = (panel.quantity > 0).astype(np.float64)
    # All zeros count in what is usual around a row: what sells rarely has long rows by nature.
    often = np.minimum(_around(sold, panel.known, wide), 0.95)
    still_standing = np.cumsum(~zero[:, ::-1], axis=1)[:, ::-1] == 0
    all_still = (panel.series > 1) & zero.all(axis=0)
    chance = length * -np.log1p(-often)
    return np.asarray((length >= least) & (chance >= 12.0) & ~still_standing & ~all_still)


def _run_lengths(flags: Flags) -> Ints:
    """Return for each place the length of the unbroken run it lies in; 0 outside of runs."""
    series, steps = flags.shape
    flat = np.zeros((series, steps + 1), dtype=np.bool_)
    flat[:, :steps] = flags
    line = flat.ravel()
    edges = np.flatnonzero(np.diff(np.concatenate(([False], line, [False])).astype(np.int8)))
    starts, stops = edges[::2], edges[1::2]
    length = np.zeros(line.size + 1, dtype=np.int64)
    np.add.at(length, starts, stops - starts)
    np.add.at(length, stops, starts - stops)
    return np.cumsum(length[:-1]).reshape(series, steps + 1)[:, :steps]


def _around(quantity: Floats, known: Flags, reach: int) -> Floats:
    """Return the mean of what is known within `reach` steps on both sides."""
    sums = windowed(np.where(known, quantity, 0.0), reach)
    counts = windowed(known.astype(np.float64), reach)
    return np.asarray(sums / np.maximum(counts, 1.0))


def windowed(values: Floats, reach: int) -> Floats:
    """Return sums over `reach` steps before and after each step, itself included."""
    steps = values.shape[1]
    total = np.concatenate([np.zeros((len(values), 1)), np.cumsum(values, axis=1)], axis=1)
    at = np.arange(steps)
    return np.asarray(
        total[:, np.minimum(at + reach + 1, steps)] - total[:, np.maximum(at - reach, 0)]
    )
