"""A panel out of rows as a file or a table of sales holds them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from commerce.errors import Refused
from commerce.scoring.forecasting.types import Flags, Ints, Occasion, Panel, Spacing
from commerce.scoring.types import Floats

MOST: Final = 10_000
"""Series that are forecast at once; of more, those that sell the most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed:
    """A panel and what had to be decided to make it."""

    panel: Panel
    notes: tuple[str, ...]


def frame(
    names: Sequence[NDArray[Any]],
    time: NDArray[np.datetime64],
    quantity: Floats,
    *,
    price: Floats | None = None,
    promo: NDArray[Any] | None = None,
    occasions: tuple[Occasion, ...] = (),
) -> Framed:
    """Make a panel of rows in any order, several rows a step added up.

    Args:
        names: Columns that tell series apart; none for one series.
        time: Of each row; rows without one are left out.
        quantity: What sold; what came back is below 0 and counts against the same step.
        price: Of each row.
        promo: Of each row: a number, or a word where something was on.
        occasions: Festivals and sales the shop knows of.

    Raises:
        Refused: Fewer than eight steps of history, or not daily, weekly or monthly.
    """
    notes = []
    good = ~np.isnat(time) & ~np.isnan(quantity)
    if not good.all():
        notes.append(f"{int((~good).sum()):,} rows without a date or a quantity are left out.")
    if not good.any():
        raise Refused("error-demand-no-rows")
    days = time[good].astype("datetime64[D]")
    spacing = spacing_of(days)
    names = [column[good] for column in names]
    who, labels, group = _series(names, int(good.sum()))
    at, first, steps = _steps(days, spacing)
    if steps < 8:
        raise Refused("error-demand-too-few", count=steps, spacing=spacing.value, needed=8)
    sold = quantity[good]
    if (sold < 0).any():
        notes.append(f"{int((sold < 0).sum()):,} rows below zero count as returns against their "
                     f"{spacing.value}.")  # fmt: skip
    if len(labels) > MOST:
        notes.append(f"Of {len(labels):,} series the {MOST:,} that sell the most are forecast.")
        chosen = np.sort(np.argsort(-np.bincount(who, np.abs(sold)), kind="stable")[:MOST])
        keep = np.isin(who, chosen)
        who, at, sold = np.searchsorted(chosen, who[keep]), at[keep], sold[keep]
        good_places = np.flatnonzero(good)[keep]
        labels, group = [labels[k] for k in chosen], group[chosen]
    else:
        good_places = np.flatnonzero(good)
    cell = who * steps + at
    shape = (len(labels), steps)
    total = np.bincount(cell, sold, minlength=shape[0] * shape[1]).reshape(shape)
    rows = np.bincount(cell, minlength=shape[0] * shape[1]).reshape(shape)
    known, said = _known(rows, sold, spacing)
    panel = Panel(
        quantity=np.maximum(np.where(known, total, 0.0), 0.0), known=known, first=first,
        spacing=spacing, group=group, names=tuple(labels), occasions=occasions,
        price=None if price is None else _mean(price[good_places], cell, shape),
        promo=None if promo is None else _most(_on(promo[good_places]), cell, shape),
    )  # fmt: skip
    return Framed(panel=panel, notes=(*notes, *said))


def spacing_of(days: NDArray[np.datetime64]) -> Spacing:
    """Return how far apart the days of rows are.

    Raises:
        Refused: They are farther apart than months.
    """
    known = np.unique(days)
    gaps = np.diff(known).astype(np.int64)
    if not len(gaps):
        raise Refused("error-demand-one-day")
    if gaps.min() >= 27:
        if np.median(gaps) > 32:
            raise Refused("error-demand-too-far-apart")
        return Spacing.MONTH
    if gaps.min() >= 6 and np.mean(gaps % 7 == 0) > 0.9:
        return Spacing.WEEK
    return Spacing.DAY


def _series(names: Sequence[NDArray[Any]], rows: int) -> tuple[Ints, list[str], Ints]:
    """Return the series of each row, the labels of series, and their groups."""
    if not names:
        return np.zeros(rows, np.int64), ["all"], np.zeros(1, np.int64)
    codes, kinds = [], []
    for column in names:
        known, code = np.unique(np.array([_word(v) for v in column.tolist()]), return_inverse=True)
        codes.append(code)
        kinds.append(known)
    whole = codes[0].astype(np.int64)
    for code, known in zip(codes[1:], kinds[1:], strict=True):
        whole = whole * len(known) + code
    distinct, first, who = np.unique(whole, return_index=True, return_inverse=True)
    labels = [" / ".join(str(kinds[k][codes[k][row]]) for k in range(len(names)))
              for row in first]  # fmt: skip
    group = np.zeros(len(distinct), np.int64)
    if len(names) > 1:
        # What shares the coarsest of the columns is alike, where there is enough that does.
        coarse = int(np.argmin([len(known) for known in kinds]))
        if len(distinct) >= 8 * len(kinds[coarse]):
            group = codes[coarse][first].astype(np.int64)
    return who.astype(np.int64), labels, group


def _word(value: object) -> str:
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def _steps(days: NDArray[np.datetime64], spacing: Spacing) -> tuple[Ints, date, int]:
    """Return the step of each row, the first day, and how many steps there are."""
    if spacing is Spacing.MONTH:
        months = days.astype("datetime64[M]")
        # Month ends of one calendar, or a bill's date: rows 27 days apart never share a month.
        at = (months - months.min()).astype(np.int64)
        first = months.min().astype("datetime64[D]").astype(object)
    else:
        width = 7 if spacing is Spacing.WEEK else 1
        at = (days - days.min()).astype(np.int64) // width
        first = days.min().astype(object)
    return at, first, int(at.max()) + 1


def _known(rows: Ints, sold: Floats, spacing: Spacing) -> tuple[Flags, tuple[str, ...]]:
    """Tell what empty cells mean: nothing sold, or nothing written down."""
    begun = np.maximum.accumulate(rows > 0, axis=1)
    empty = begun & (rows == 0)
    share = float(empty.sum() / max(begun.sum(), 1))
    if not empty.any():
        return begun, ()
    writes_zeros = bool((sold == 0).mean() > 0.01)
    dense = share < 0.05 and float((rows > 1).mean()) < 0.01
    if writes_zeros or dense:
        return begun & (rows > 0), (
            f"{share:.1%} of {spacing.value}s have no row and count as not known.",
        )
    return begun, (
        f"{share:.1%} of {spacing.value}s have no row: nothing was sold then (counted as 0).",
    )


def _mean(values: Floats, cell: Ints, shape: tuple[int, int]) -> Floats:
    there = ~np.isnan(values)
    size = shape[0] * shape[1]
    total = np.bincount(cell[there], values[there], minlength=size)
    count = np.bincount(cell[there], minlength=size)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(total / count).reshape(shape)


def _most(values: Floats, cell: Ints, shape: tuple[int, int]) -> Floats:
    found = np.zeros(shape[0] * shape[1])
    np.maximum.at(found, cell, np.nan_to_num(values))
    return found.reshape(shape)


_OFF: Final = frozenset(("", "0", "no", "n", "none", "false", "nan", "off", "f", "0.0"))


def _on(values: NDArray[Any]) -> Floats:
    """Return promotions as 0 and up: numbers by their size, words as on or off."""
    if values.dtype.kind in "fiub":
        given = np.nan_to_num(np.asarray(values, dtype=np.float64))
        most = float(np.quantile(given[given > 0], 0.95)) if (given > 0).any() else 1.0
        return np.asarray(np.clip(given / max(most, 1e-9), 0.0, 2.0))
    words = [str(value).strip().lower() for value in values.tolist()]
    try:
        return _on(np.array([float(word or 0) for word in words]))
    except ValueError:
        pass
    numbers: Mapping[str, float] = {w: 0.0 if w in _OFF else 1.0 for w in set(words)}
    return np.array([numbers[word] for word in words])
