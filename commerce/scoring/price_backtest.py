"""What elasticities are worth: sales of weeks not yet seen, foretold from their prices.

Three foretell the same held-out cells (an item in a period) from what came before, each knowing the
price that will be asked: the last rate, which does not look at it; a plain log-log regression of
each item; and the last rate moved along the elasticity that `price_response` learnt.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import product
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from commerce.scoring.judging import bias, coverage, pinball, wape
from commerce.scoring.keeping import SERVED_NOW
from commerce.scoring.price_panel import Shaped, shaped
from commerce.scoring.price_response import (
    Z80,
    Doubt,
    Panel,
    Response,
    respond,
    runs_without_stock,
)
from commerce.scoring.types import Better, Evaluation, Figure, Floats, Table

DECIDES: Final = "Poisson deviance where the price moved"
MOVED: Final = 0.02
"""A price that lies at least this far from the last one known (as a log) has moved."""
_WINDOWS: Final = (28.0, 56.0, 91.0, 182.0, 1e9)
"""Days of the past that a rate is taken from."""
_FIRMNESS: Final = (0.0, 0.5, 0.75, 1.0)
"""Shares of the elasticity that are tried in foretelling."""
_AS_SEEN: Final = -1.0
_LATE: Final = 0.2
_QUANTILES: Final = (0.1, 0.5, 0.9)
_MOST_SHOWN: Final = 200
_FEWEST: Final = 10
"""Held-out cells below which nothing is said of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """How a rate is taken from the past and moved to another price."""

    window: float
    firmness: float
    """Share of the elasticity that is followed; `_AS_SEEN` follows how prices and sales went."""
    season: str
    """`none`, `wave` (a year's wave common to all) or `year` (the same weeks of the last year)."""


def deviance(actual: Floats, mean: Floats) -> float:
    """Return the mean Poisson deviance of what came from what was foretold."""
    return float(np.mean(_deviances(actual, mean)))


def _deviances(actual: Floats, mean: Floats) -> Floats:
    mean = np.maximum(mean, 1e-6)
    return 2 * (np.where(actual > 0, actual * np.log(np.maximum(actual, 1e-12) / mean), 0.0)
                - (actual - mean))  # fmt: skip


def judged(
    panel: Panel, first_day: datetime, *, now_served: Floats | None = None, as_seen: bool = False
) -> tuple[Evaluation, bool]:
    """Judge what is learnt of a panel on its last fifth; tell too whether it knows more than plain.

    Args:
        panel: All that is known.
        first_day: The day its periods are counted from.
        now_served: Elasticities served now, per item, to be judged on the same cells.
        as_seen: Whether foretelling may follow how prices and sales went together instead of the
            elasticity, where that did better before.
    """
    cut = int(len(panel.days) * (1 - _LATE))
    past, late = _part(panel, 0, cut), _part(panel, cut, len(panel.days))
    if cut < 8 or not (past.seen & (past.sold > 0)).any():
        return _nothing("There is too little history to foretell one part from another."), False
    told = respond(past)
    best, rate, spread = _chosen(past, as_seen=as_seen)
    follows = told if best.firmness != _AS_SEEN else respond(past, freed=False)
    mean = _foretold(past, late, follows.item, best)
    # A run without stock is not foretold: nobody could have bought.
    cells = late.seen & (past.seen.any(axis=1) & (past.sold.sum(axis=1) > 0))[:, None]
    cells &= ~runs_without_stock(late.sold, mean, late.seen)
    if int(cells.sum()) < _FEWEST:
        return _nothing("Too few of the held-out periods can be foretold."), False
    plain = _plain(past, late)
    last = _foretold(past, late, told.item, rate)
    moved = cells & (np.abs(_from_last(past, late)) > MOVED)
    figures = list(_figures(late.sold, mean, last, plain, cells, moved, spread))
    if now_served is not None and moved.any():
        served = _foretold(past, late, now_served, best)
        figures.append(
            Figure(
                name=SERVED_NOW, score=deviance(late.sold[moved], served[moved]),
                better=Better.LOWER,
            )
        )  # fmt: skip
    same = _foretold(past, late, told.item, replace(best, firmness=0.0))
    knows = best.firmness != _AS_SEEN and _beats(late.sold, mean, same, moved)
    knows = knows and told.overall + Z80 * told.overall_se < 0
    notes = [_way_in_words(best)]
    if not moved.any():
        notes.append("No price moved in the held-out time: what an elasticity is worth stays open.")
    elif not knows:
        notes.append(
            "Where prices moved, following the elasticity does not foretell better than the same "
            "rate without it by more than chance would: nothing should be acted on from it."
        )
    since = first_day + timedelta(days=float(panel.days[cut]))
    return Evaluation(
        decides=DECIDES, figures=tuple(figures), baseline="last rate", rows=int(cells.sum()),
        since=since, until=first_day + timedelta(days=float(panel.days[-1])), notes=tuple(notes),
    ), knows  # fmt: skip


def backtest_price(rows: dict[str, NDArray[Any]], competitors: Sequence[str] = ()) -> Evaluation:
    """Tell the elasticities in somebody's history, and what they foretell of its last fifth.

    Args:
        rows: Columns `product` (words), `time` (datetime64), `price`, `quantity`, and one of
            prices for each name in `competitors`; any order, gaps and repeats as they come.
        competitors: Columns of competitors' prices.
    """
    history = shaped(rows, competitors)
    if history is None:
        return _nothing("No row has a product, a date, a price above zero and a quantity.")
    panel = history.panel
    if not (panel.sold > 0).any():
        return replace(_nothing("Nothing was sold in it."), notes=(*history.notes,
                       "Nothing was sold in it."))  # fmt: skip
    told = respond(panel)
    evaluation, knows = judged(panel, history.first_day, as_seen=True)
    naive = _plain_slopes(panel)[1]
    notes = [*history.notes, *_said_of(told, history, knows), *evaluation.notes]
    return replace(
        evaluation,
        tables=(
            _whole_table(told, naive, history), _items_table(told, naive, history),
            _doubts_table(told),
        ),
        notes=tuple(notes),
    )  # fmt: skip


def _nothing(why: str) -> Evaluation:
    return Evaluation(decides=DECIDES, figures=(), baseline="last rate", rows=0, notes=(why,))


def _part(panel: Panel, first: int, end: int) -> Panel:
    def cut(values: Floats | None) -> Floats | None:
        return None if values is None else values[:, first:end]

    return replace(
        panel, sold=panel.sold[:, first:end], price=panel.price[:, first:end],
        seen=panel.seen[:, first:end], days=panel.days[first:end], promo=cut(panel.promo),
        rivals=cut(panel.rivals),
    )  # fmt: skip


def _chosen(past: Panel, *, as_seen: bool) -> tuple[_Way, _Way, Floats]:
    """Return the best way by the end of the past, the best that looks at no price, and the spread.

    The spread is quantiles of what came over what was foretold, by how much was foretold: shape
    (sizes, quantiles).
    """
    cut = int(len(past.days) * (1 - _LATE))
    early, then = _part(past, 0, cut), _part(past, cut, len(past.days))
    if cut < 8 or not (early.seen & (early.sold > 0)).any():
        still = _Way(window=91.0, firmness=1.0, season="none")
        return still, replace(still, firmness=0.0), np.array([[0.2, 0.9, 2.0]] * 3)
    slopes = dict.fromkeys(_FIRMNESS, respond(early).item)
    if as_seen:
        slopes[_AS_SEEN] = respond(early, freed=False).item
    cells = then.seen & (early.seen.any(axis=1) & (early.sold.sum(axis=1) > 0))[:, None]
    scores = {}
    for window, firmness, season in product(_WINDOWS, slopes, _seasons_of(early)):
        way = _Way(window=window, firmness=firmness, season=season)
        mean = _foretold(early, then, slopes[firmness], way)
        scores[way] = deviance(then.sold[cells], mean[cells]) if cells.any() else 0.0
    best = min((w for w in scores if w.firmness != 0), key=lambda w: scores[w])
    plain = [way for way in scores if way.firmness == 0 and way.season == "none"]
    rate = min(plain, key=lambda w: scores[w])
    foretold = _foretold(early, then, slopes[best.firmness], best)
    return best, rate, _spreads(then.sold[cells], foretold[cells])


def _seasons_of(early: Panel) -> tuple[str, ...]:
    span = early.days[-1] - early.days[0]
    return ("none", "wave", "year") if span >= 400 else ("none", "wave") if span >= 300 else (
        "none",
    )  # fmt: skip


def _spreads(actual: Floats, mean: Floats) -> Floats:
    if len(mean) < _FEWEST:
        return np.array([[0.2, 0.9, 2.0]] * 3)
    parts = np.array_split(np.argsort(mean, kind="stable"), 3)
    return np.array([np.quantile(actual[p] / np.maximum(mean[p], 1e-9), _QUANTILES) for p in parts])


def _foretold(past: Panel, late: Panel, item: Floats, way: _Way) -> Floats:
    """Return the mean of each late cell: a rate of the past, moved to the late price."""
    reference = _last_price(past)
    share = 1.0 if way.firmness == _AS_SEEN else way.firmness
    slope = np.clip(item * share, -6.0, 6.0 if way.firmness == _AS_SEEN else 0.5)[:, None]
    moved = np.exp(np.clip(slope * (np.log(past.price) - reference), -3, 3))
    ahead = np.exp(np.clip(slope * (np.log(late.price) - reference), -3, 3))
    wave, wave_late = _waves(past, late, moved, way.season)
    recent = past.days > past.days[-1] - way.window
    # A window in which an item was not on sale says nothing: the whole past is looked at then.
    counted = past.seen & recent[None, :]
    counted = np.where(counted.sum(axis=1, keepdims=True) >= 3, counted, past.seen)
    exposure = np.where(counted, moved * wave, 0.0).sum(axis=1)
    sold = np.where(counted, past.sold, 0.0).sum(axis=1)
    # A little of the whole past keeps an item of few sales from a rate of nothing.
    whole = np.where(past.seen, past.sold, 0.0).sum(axis=1)
    whole = whole / np.maximum(np.where(past.seen, moved * wave, 0.0).sum(axis=1), 1e-9)
    rate = (sold + 0.5 * whole) / np.maximum(exposure + 0.5, 1e-9)
    return np.asarray(rate[:, None] * ahead * wave_late)


def _waves(past: Panel, late: Panel, moved: Floats, season: str) -> tuple[Floats, Floats]:
    """Return factors of weekdays, and of times of the year, common to all items.

    They are of sales at the same price: what the price did (`moved`) is taken out first.
    """
    ours, theirs = np.ones(len(past.days)), np.ones(len(late.days))
    sold = np.where(past.seen, past.sold, 0.0)
    level = sold.sum(axis=1) / np.maximum(np.where(past.seen, moved, 0.0).sum(axis=1), 1e-9)
    due = np.where(past.seen, level[:, None] * moved, 0.0).sum(axis=0)
    raw = (sold.sum(axis=0) + 0.5) / (due + 0.5)
    steps = np.diff(past.days)
    if len(steps) and np.median(steps) < 3:
        day, day_late = np.floor(past.days) % 7, np.floor(late.days) % 7
        for one in range(7):
            on = day == one
            factor = (sold[:, on].sum() + 20) / (due[on].sum() + 20)
            ours[on], theirs[day_late == one] = factor, factor
    if season == "wave":
        wave, ahead = _wave(past.days, late.days, raw / ours, due)
        ours, theirs = ours * wave, theirs * ahead
    elif season == "year":
        year = np.clip(
            _smoothed(past.days, raw / ours, 21.0) / _smoothed(past.days, raw / ours, 365.0), 0.3, 3
        )
        ours = ours * year
        theirs = theirs * np.interp(late.days - 364, past.days, year)
    return ours[None, :], theirs[None, :]


def _wave(days: Floats, ahead: Floats, raw: Floats, due: Floats) -> tuple[Floats, Floats]:
    """Return a year's wave beside a straight trend, which is left to the rate's window."""

    def turns(at: Floats) -> Floats:
        return np.stack(
            [f(2 * np.pi * k * at / 365.25) for k in (1, 2) for f in (np.sin, np.cos)], axis=1
        )

    middle = days.mean()
    basis = np.column_stack((np.ones(len(days)), (days - middle) / 365, turns(days)))
    weight = due / max(float(due.mean()), 1e-9)
    gram = (basis * weight[:, None]).T @ basis + np.diag([1e-6, 0.5, *([1.0] * 4)])
    told = np.linalg.solve(gram, (basis * weight[:, None]).T @ np.log(np.maximum(raw, 0.02)))
    return np.exp(turns(days) @ told[2:]), np.exp(turns(ahead) @ told[2:])


def _smoothed(days: Floats, values: Floats, width: float) -> Floats:
    weight = np.exp(-0.5 * ((days[:, None] - days[None, :]) / (width / 2)) ** 2)
    return np.asarray((weight * values).sum(axis=1) / weight.sum(axis=1))


def _last_price(past: Panel) -> Floats:
    """Return the log of each item's last known price; shape (items, 1)."""
    places = np.where(past.seen, np.arange(len(past.days)), -1).max(axis=1)
    return np.asarray(np.log(past.price[np.arange(len(places)), places])[:, None])


def _from_last(past: Panel, late: Panel) -> Floats:
    """Return how far each late price lies from what the item mostly cost lately, as a log."""
    recent = past.days > past.days[-1] - 91
    log = np.where(past.seen & recent, np.log(past.price), 0.0).sum(axis=1)
    count = (past.seen & recent).sum(axis=1)
    usual = np.where(count > 0, log / np.maximum(count, 1), _last_price(past)[:, 0])
    return np.asarray(np.log(late.price) - usual[:, None])


def _plain_slopes(panel: Panel) -> tuple[Floats, Floats]:
    """Return intercept and slope of each item's log sales on its log price, sold periods only."""
    use = panel.seen & (panel.sold > 0)
    count = np.maximum(use.sum(axis=1), 1)
    x = np.where(use, np.log(panel.price), 0.0)
    y = np.where(use, np.log(np.where(panel.sold > 0, panel.sold, 1.0)), 0.0)
    mx, my = x.sum(axis=1) / count, y.sum(axis=1) / count
    dx, dy = np.where(use, x - mx[:, None], 0.0), np.where(use, y - my[:, None], 0.0)
    spread = (dx * dx).sum(axis=1)
    slope = np.where(
        (use.sum(axis=1) >= 3) & (spread > 1e-9), (dx * dy).sum(axis=1) / np.maximum(spread, 1e-9),
        0.0,
    )  # fmt: skip
    return my - slope * mx, slope


def _plain(past: Panel, late: Panel) -> Floats:
    """Return what each item's plain log-log regression says, levelled to the mean of its past."""
    _, slope = _plain_slopes(past)
    slope = np.clip(slope, -10, 10)[:, None]
    middle = np.where(past.seen, np.log(past.price), 0.0).sum(axis=1, keepdims=True)
    middle = middle / np.maximum(past.seen.sum(axis=1, keepdims=True), 1)
    fitted = np.where(past.seen, np.exp(np.clip(slope * (np.log(past.price) - middle), -4, 4)), 0.0)
    level = np.where(past.seen, past.sold, 0.0).sum(axis=1) / np.maximum(fitted.sum(axis=1), 1e-9)
    ahead = np.exp(np.clip(slope * (np.log(late.price) - middle), -4, 4))
    return np.asarray(level[:, None] * ahead)


def _figures(
    actual: Floats, mean: Floats, last: Floats, plain: Floats, cells: NDArray[np.bool_],
    moved: NDArray[np.bool_], spread: Floats,
) -> tuple[Figure, ...]:  # fmt: skip
    found: list[Figure] = []
    for where, mask in (("", cells), (" where the price moved", moved)):
        if not mask.any():
            continue
        y, ours, rate, ols = actual[mask], mean[mask], last[mask], plain[mask]
        for other, told in (("", rate), (", beside log-log OLS", ols)):
            found += [
                Figure(
                    name=f"Poisson deviance{where}{other}", score=deviance(y, ours),
                    baseline=deviance(y, told), better=Better.LOWER,
                ),
                Figure(
                    name=f"WAPE{where}{other}", score=wape(y, ours), baseline=wape(y, told),
                    better=Better.LOWER,
                ),
            ]  # fmt: skip
    y = actual[cells]
    low, middle, high = _ends(mean[cells], spread)
    low2, middle2, high2 = _ends(last[cells], spread)

    def loss(ends: tuple[Floats, Floats, Floats]) -> float:
        return float(np.mean([pinball(y, e, q) for e, q in zip(ends, _QUANTILES, strict=True)]))

    found += [
        Figure(
            name="pinball (10, 50, 90 %)", score=loss((low, middle, high)),
            baseline=loss((low2, middle2, high2)), better=Better.LOWER,
        ),
        Figure(name="coverage of 80 % intervals", score=coverage(y, low, high)),
        Figure(
            name="bias", score=bias(y, mean[cells]), baseline=bias(y, last[cells]),
            better=Better.NEAR_ZERO,
        ),
    ]  # fmt: skip
    if not moved.any():
        # What decides must be there to be compared, also where it can decide nothing.
        found.append(
            Figure(name=DECIDES, score=deviance(y, mean[cells]), baseline=deviance(y, last[cells]),
                   better=Better.LOWER)
        )  # fmt: skip
    return tuple(found)


def _ends(mean: Floats, spread: Floats) -> tuple[Floats, Floats, Floats]:
    size = np.empty(len(mean), dtype=np.intp)
    for k, part in enumerate(np.array_split(np.argsort(mean, kind="stable"), len(spread))):
        size[part] = k
    factors = spread[size]
    return mean * factors[:, 0], mean * factors[:, 1], mean * factors[:, 2]


def _beats(actual: Floats, mean: Floats, last: Floats, moved: NDArray[np.bool_]) -> bool:
    """Tell whether it foretells better where prices moved, by more than items differ by chance.

    The gain is summed per item, and must be 1.28 standard errors above zero (a one-sided 10 %).
    """
    if not moved.any():
        return False
    gain = np.where(moved, _deviances(actual, last) - _deviances(actual, mean), 0.0).sum(axis=1)
    gain = gain[moved.any(axis=1)]
    if len(gain) < 6:
        cells = (_deviances(actual, last) - _deviances(actual, mean))[moved]
        gain = np.array([part.sum() for part in np.array_split(cells, min(12, len(cells)))])
    error = float(np.sqrt((gain**2).sum() - gain.sum() ** 2 / len(gain)))
    return float(gain.sum()) > 1.28 * error


def _way_in_words(way: _Way) -> str:
    rates = "the whole past" if way.window > 1e6 else f"the last {way.window:.0f} days"
    season = {"none": "", "wave": ", with a year's wave", "year": ", with last year's season"}
    if way.firmness == _AS_SEEN:
        return (
            f"Foretold from rates of {rates}{season[way.season]}, following how prices and sales "
            "went together: before the held-out time that foretold better than the elasticity, as "
            "prices here followed demand. It does not tell what another price would do."
        )
    return (
        f"Foretold from rates of {rates}{season[way.season]}, moved by {way.firmness:.0%} of the "
        "elasticity: what foretold best before the held-out time."
    )


def _whole_table(told: Response, naive: Floats, history: Shaped) -> Table:
    low, high = told.overall - Z80 * told.overall_se, told.overall + Z80 * told.overall_se
    rows: list[tuple[str | float, ...]] = [
        ("elasticity of all together", *(round(v, 3) for v in (told.overall, low, high))),
        ("items apart from each other (sd)", round(float(told.spread[0]), 3), "", ""),
        ("plain log-log OLS, median", round(float(np.median(naive)), 3), "", ""),
    ]
    if history.panel.rivals is not None:
        rows.append(("elasticity to competitors' prices", round(told.rivals, 3), "", ""))
    return Table(
        title="Pooled", columns=("what", "value", "low 80 %", "high 80 %"), rows=tuple(rows)
    )


def _items_table(told: Response, naive: Floats, history: Shaped) -> Table:
    panel = history.panel
    order = np.argsort(-panel.sold.sum(axis=1), kind="stable")[:_MOST_SHOWN]
    rows = []
    for k in order.tolist():
        low, high = told.interval(k)
        seen = panel.seen[k]
        rows.append(
            (
                history.names[k], round(float(told.item[k]), 3), round(low, 3), round(high, 3),
                "" if np.isnan(told.own[k]) else round(float(told.own[k]), 3),
                round(float(naive[k]), 3), int(seen.sum()),
                len(np.unique(np.round(panel.price[k, seen], 4))),
                round(float(panel.sold[k].sum()), 2),
                ", ".join(told.doubts[k]) or "can be said",
            )
        )  # fmt: skip
    return Table(
        title="Elasticity by product, the most sold first",
        columns=(
            "product", "elasticity", "low 80 %", "high 80 %", "own data alone", "plain OLS",
            "periods", "prices", "sold", "verdict",
        ),
        rows=tuple(rows),
    )  # fmt: skip


def _doubts_table(told: Response) -> Table:
    counts = [(doubt.value, sum(doubt in one for one in told.doubts)) for doubt in Doubt]
    return Table(
        title="Products of which nothing is said, by reason", columns=("reason", "products"),
        rows=tuple(row for row in counts if row[1]),
    )  # fmt: skip


def _said_of(told: Response, history: Shaped, knows: bool) -> list[str]:
    refused = sum(bool(one) for one in told.doubts)
    every = len(told.doubts)
    notes = [f"An elasticity can be said of {every - refused} of {every} products."]
    if told.overall + Z80 * told.overall_se > 0:
        notes.append(
            "All together, sales do not follow prices in a way that can be told from chance."
        )
    elif told.overall < -4:
        notes.append(
            f"An elasticity of {told.overall:.1f} is suspiciously strong: prices may have been cut "
            "in promotions that were advertised, or stocked up on; do not expect it of a lasting "
            "change."
        )
    hidden = len(told.doubts) - _MOST_SHOWN
    if hidden > 0:
        notes.append(f"{hidden} more products are not listed.")
    masked = int((history.panel.seen & ~told.in_stock).sum())
    if masked:
        notes.append(f"{masked} periods without a sale were taken for being out of stock.")
    return notes
