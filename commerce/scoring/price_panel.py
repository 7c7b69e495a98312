"""Anybody's rows of product, time, price and quantity as a panel: days, weeks or months.

Rows come as lines of receipts, as days on which something sold, or as regular periods with zeros.
What a period is, is told by the gaps between an item's rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from commerce.scoring.price_response import Panel
from commerce.scoring.types import Floats

_MOST_CELLS: Final = 1_500_000
_REGULAR: Final = 0.6
"""Share of gaps of one length that makes a series regular."""
_MONTH: Final = 30.4375
_SAME_PRICE: Final = 0.005
"""Prices no further apart (as a log) are one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shaped:
    """A file's history as a panel, with what was done to it."""

    panel: Panel
    names: tuple[str, ...]
    first_day: datetime
    step_days: float
    notes: tuple[str, ...]


def shaped(rows: dict[str, NDArray[Any]], competitors: Sequence[str] = ()) -> Shaped | None:
    """Return a panel of rows; `None` where no row can be used.

    Args:
        rows: Columns `product`, `time`, `price`, `quantity`, and those of `competitors`.
        competitors: Names of columns of prices.
    """
    price, quantity = rows["price"].astype(np.float64), rows["quantity"].astype(np.float64)
    product = rows["product"].astype(str)
    moment = rows["time"].astype("datetime64[D]")
    with np.errstate(invalid="ignore"):
        whole = ~np.isnat(moment) & (price > 0) & ~np.isnan(quantity) & (product != "")
        whole &= np.isfinite(price) & np.isfinite(quantity)
        back = whole & (quantity < 0)
    use = whole & ~back
    notes = []
    if int((~whole).sum()):
        notes.append(
            f"{int((~whole).sum())} rows without a product, a date, a price above zero or a "
            "quantity were left out."
        )
    if back.any():
        notes.append(f"{int(back.sum())} rows of returns (quantities below zero) were left out.")
    if not use.any():
        return None
    names, item = np.unique(product[use], return_inverse=True)
    day = moment[use].astype(np.int64).astype(np.float64)
    price, quantity = price[use], quantity[use]
    rivals = [rows[name].astype(np.float64)[use] for name in competitors]
    step, is_log = _step(item, day, quantity, len(names))
    period, starts = _periods(day, step)
    if len(names) * len(starts) > _MOST_CELLS and step == 1.0:
        step = 7.0
        period, starts = _periods(day, step)
    if len(names) * len(starts) > _MOST_CELLS:
        most = max(_MOST_CELLS // len(starts), 50)
        best = np.argsort(-np.bincount(item, quantity), kind="stable")[:most]
        notes.append(f"Of {len(names)} products the {most} most sold are looked at.")
        keep = np.isin(item, best)
        names, item = np.unique(names[item[keep]], return_inverse=True)
        price, quantity, period = price[keep], quantity[keep], period[keep]
        rivals = [one[keep] for one in rivals]
    notes.insert(0, _described(step, is_log, len(names), len(starts)))
    shape = (len(names), len(starts))
    cell = item * shape[1] + period
    sold = np.bincount(cell, quantity, shape[0] * shape[1]).reshape(shape)
    asked = _prices(cell, price, shape[0] * shape[1], middle=is_log).reshape(shape)
    seen = ~np.isnan(asked)
    asked, seen = _carried(asked, seen, fill=is_log)
    panel = Panel(
        sold=np.where(seen, sold, 0.0), price=asked, seen=seen,
        group=np.zeros(shape[0], dtype=np.intp), days=starts - starts[0],
        rivals=_rivals(cell, rivals, shape),
    )  # fmt: skip
    return Shaped(
        panel=panel, names=tuple(str(name) for name in names),
        first_day=datetime.fromtimestamp(float(starts[0]) * 86_400, UTC), step_days=step,
        notes=tuple(notes),
    )  # fmt: skip


def _step(item: NDArray[np.intp], day: Floats, quantity: Floats, items: int) -> tuple[float, bool]:
    """Return the days of a period, and whether rows are of sales only, so that gaps are zeros."""
    pairs, repeats = np.unique(np.stack((item.astype(np.float64), day)), axis=1, return_counts=True)
    span = float(day.max() - day.min()) + 1
    gaps = np.diff(pairs[1])[np.diff(pairs[0]) == 0]
    has_zeros = bool((quantity == 0).any())
    several = float((repeats > 1).mean()) > 0.1
    weekly = 7.0 if span >= 140 else 1.0
    if not len(gaps):
        return weekly, not has_zeros and several
    values, counts = np.unique(gaps, return_counts=True)
    usual = float(values[counts.argmax()])
    regular = float(counts.max() / counts.sum()) >= _REGULAR
    months = float(((gaps >= 27) & (gaps <= 32)).mean()) >= _REGULAR
    if months:
        return _MONTH, False
    if several and not has_zeros and not (regular and usual > 1):
        return weekly, True
    if regular:
        return usual, False
    if has_zeros:
        return (1.0 if np.median(gaps) < 4 else 7.0), False
    return weekly, True


def _periods(day: Floats, step: float) -> tuple[NDArray[np.intp], Floats]:
    """Return the place of each row's period, and the first day of every period."""
    if step == _MONTH:
        months = day.astype(np.int64).astype("datetime64[D]").astype("datetime64[M]")
        number = months.astype(np.int64)
        every = np.arange(number.min(), number.max() + 1)
        starts = every.astype("datetime64[M]").astype("datetime64[D]").astype(np.float64)
        return (number - number.min()).astype(np.intp), starts
    first = float(day.min())
    if step > 1:
        # The last period is a whole one: an unfinished week would look like a bad one.
        first = float(day.max()) + 1 - np.ceil((day.max() + 1 - first) / step) * step
    place = np.floor((day - first) / step).astype(np.intp)
    return place, np.asarray(first + step * np.arange(int(place.max()) + 1), dtype=np.float64)


def _prices(cell: NDArray[np.intp], price: Floats, cells: int, *, middle: bool) -> Floats:
    """Return each cell's price: of lines of receipts the median, else the mean.

    Not weighted by quantity: whoever buys many gets a discount, and the mean would fall because
    much was bought.
    """
    found = np.full(cells, np.nan)
    if middle:
        order = np.lexsort((price, cell))
        used, first, count = np.unique(cell[order], return_index=True, return_counts=True)
        low, high = price[order][first + (count - 1) // 2], price[order][first + count // 2]
        found[used] = np.sqrt(low * high)
        return found
    count = np.bincount(cell, minlength=cells)
    total = np.bincount(cell, np.log(price), cells)
    np.exp(np.divide(total, count, where=count > 0, out=found), out=found)
    return found


def _carried(
    asked: Floats, seen: NDArray[np.bool_], *, fill: bool
) -> tuple[Floats, NDArray[np.bool_]]:
    """Return prices without gaps: the last one known stands until the next; 1 before the first.

    With `fill`, a gap between two sales at one price was a time on sale at it. Between two prices
    nobody knows which was asked, and a wrong one would hide what the price did: it stays a gap.
    """
    places = np.arange(asked.shape[1])
    last = np.maximum.accumulate(np.where(seen, places, -1), axis=1)
    carried = np.take_along_axis(asked, np.maximum(last, 0), axis=1)
    price = np.where(last >= 0, carried, 1.0)
    if fill:
        ahead = np.where(seen, places, asked.shape[1])[:, ::-1]
        after = np.minimum.accumulate(ahead, axis=1)[:, ::-1]
        inside = (last >= 0) & (after < asked.shape[1])
        next_price = np.take_along_axis(price, np.minimum(after, asked.shape[1] - 1), axis=1)
        seen = inside & (np.abs(np.log(price / next_price)) < _SAME_PRICE)
    return price, seen


def _rivals(
    cell: NDArray[np.intp], rivals: Sequence[Floats], shape: tuple[int, int]
) -> Floats | None:
    """Return the geometric mean of competitors' prices, the last known where nobody looked."""
    if not rivals:
        return None
    total, count = np.zeros(shape[0] * shape[1]), np.zeros(shape[0] * shape[1])
    for one in rivals:
        with np.errstate(invalid="ignore"):
            known = one > 0
        total += np.bincount(cell[known], np.log(one[known]), len(total))
        count += np.bincount(cell[known], minlength=len(count))
    mean = np.where(count > 0, np.exp(total / np.maximum(count, 1)), np.nan).reshape(shape)
    known = ~np.isnan(mean)
    last = np.maximum.accumulate(np.where(known, np.arange(shape[1]), -1), axis=1)
    carried = np.take_along_axis(mean, np.maximum(last, 0), axis=1)
    return np.asarray(np.where(last >= 0, carried, np.nan))


def _described(step: float, is_log: bool, items: int, periods: int) -> str:
    word = {1.0: "days", 7.0: "weeks", _MONTH: "months"}.get(step, f"periods of {step:.0f} days")
    gaps = ", gaps between sales counted as none sold" if is_log else ""
    return f"{items} products over {periods} {word}{gaps}."
