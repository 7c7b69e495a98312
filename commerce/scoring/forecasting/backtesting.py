"""What forecasts would have been worth on a panel's own past, beside plain ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from commerce.errors import Refused
from commerce.scoring import judging
from commerce.scoring.forecasting import plain, spreads
from commerce.scoring.forecasting.framing import frame
from commerce.scoring.forecasting.pipeline import forecast, usable
from commerce.scoring.forecasting.shapes import shapes
from commerce.scoring.forecasting.types import SHAPES, Flags, Forecast, Ints, Occasion, Panel
from commerce.scoring.types import Better, Evaluation, Figure, Floats, Table

FOLDS: Final = 3
BASELINES: Final = ("seasonal naive", "naive", "exponential smoothing")
_QUANTILES: Final = (0.1, 0.5, 0.9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """Forecasts from one moment, and what came."""

    said: Mapping[str, Floats]
    """`ours` and each baseline → shape (series, horizon)."""
    ours: Forecast
    actual: Floats
    known: Flags
    shape: Ints
    step: Floats
    """Mean absolute change from season to season in each series' past (of MASE)."""
    square: Floats
    """Mean squared change from step to step (of RMSSE)."""


def backtest_demand(
    history: Mapping[str, NDArray[Any]],
    *,
    series: Sequence[str],
    time: str,
    quantity: str,
    horizon: int,
    price: str | None = None,
    promo: str | None = None,
    folds: int = FOLDS,
    occasions: tuple[Occasion, ...] = (),
) -> Evaluation:
    """Forecast a history's own last stretches from what came before each, and measure the misses.

    Prices and promotions of a stretch are taken as planned, that is as known; nothing else of it.

    Args:
        history: Columns by name.
        series: Columns that tell series apart.
        time: Column of moments.
        quantity: Column of what sold.
        horizon: Steps ahead.
        price: Column of prices.
        promo: Column that says what was promoted.
        folds: Stretches, one after the other up to the end.
        occasions: Festivals and sales.

    Raises:
        Refused: There is too little history for one stretch.
    """
    framed = frame(
        [history[name] for name in series], history[time], np.asarray(history[quantity], float),
        price=None if price is None else history[price],
        promo=None if promo is None else history[promo], occasions=occasions,
    )  # fmt: skip
    notes = list(framed.notes)
    if price or promo:
        notes.append("Prices and promotions of the days forecast are taken as known plans.")
    return evaluate(framed.panel, horizon, folds=folds, notes=notes)


def evaluate(
    panel: Panel, horizon: int, *, folds: int = FOLDS, notes: Sequence[str] = ()
) -> Evaluation:
    """Measure forecasts of a panel's own last stretches.

    Raises:
        Refused: There is too little history for one stretch.
    """
    least = max(2 * horizon, 6)
    fits = min(folds, (panel.steps - least) // horizon)
    if fits < 1:
        raise Refused(
            "error-demand-too-few-to-judge", count=panel.steps, spacing=panel.spacing.value,
            horizon=horizon, needed=least + horizon,
        )  # fmt: skip
    told = list(notes)
    if fits < folds:
        told.append(f"History allows {fits} of {folds} stretches.")
    judged = [fold(panel, panel.steps - k * horizon, horizon) for k in range(fits, 0, -1)]
    days = panel.days()
    return Evaluation(
        decides="WAPE", baseline=BASELINES[0], figures=_figures(judged, horizon),
        rows=int(sum(one.known.sum() for one in judged)),
        since=_moment(days[panel.steps - fits * horizon]), until=_moment(days[-1]),
        tables=(_ways_table(judged), _shape_table(judged)),
        notes=(*told, *_of_zeros(judged), _summary(panel, horizon, fits)),
    )  # fmt: skip


def fold(panel: Panel, at: int, horizon: int) -> Fold:
    """Forecast the `horizon` steps after the first `at`, each way."""
    past = panel.until(at)
    known = usable(past)
    ours = forecast(past, horizon)
    season = panel.spacing.season if at > 2 * panel.spacing.season else 1
    lived = past.known & (np.cumsum(past.quantity > 0, axis=1) > 0)
    ahead = slice(at, at + horizon)
    return Fold(
        said={
            "ours": ours.mean,
            BASELINES[0]: plain.seasonal_naive(past, horizon),
            BASELINES[1]: plain.naive(past, horizon),
            BASELINES[2]: plain.smoothing(past, known, horizon),
        },
        ours=ours,
        actual=panel.quantity[:, ahead],
        # What had not begun by then cannot be forecast from its own past; nobody is judged on it.
        known=panel.known[:, ahead] & np.asarray(lived.any(axis=1))[:, None],
        shape=shapes(past.quantity, lived),
        step=_moved(past.quantity, lived, season, 1),
        square=_moved(past.quantity, lived, 1, 2),
    )


def _moved(quantity: Floats, lived: Flags, lag: int, power: int) -> Floats:
    both = lived[:, lag:] & lived[:, :-lag]
    change = np.abs(quantity[:, lag:] - quantity[:, :-lag]) ** power
    return np.asarray(np.where(both, change, 0.0).sum(axis=1) / np.maximum(both.sum(axis=1), 1))


def _figures(folds: Sequence[Fold], horizon: int) -> tuple[Figure, ...]:
    ours, other = (
        {m: f(folds, way) for m, f in MEASURES.items()} for way in ("ours", BASELINES[0])
    )
    figures = [
        Figure(name=name, score=ours[name], baseline=other[name], better=_better(name))
        for name in MEASURES
    ]
    for q in _QUANTILES:
        figures.append(
            Figure(
                name=f"pinball {q:.0%}", better=Better.LOWER, score=_pinball(folds, q),
                baseline=_over(folds, lambda f, q=q: _row(
                    f, f.actual, f.said[BASELINES[0]], lambda a, s: judging.pinball(a, s, q))),
            )
        )  # fmt: skip
    for level in (80, 95):
        figures.append(Figure(name=f"coverage {level} %", score=_coverage(folds, level)))
    figures.append(
        Figure(name=f"coverage 80 % of {horizon}-step totals", score=_total_coverage(folds, 80))
    )
    figures.append(
        Figure(name=f"coverage 95 % of {horizon}-step totals", score=_total_coverage(folds, 95))
    )
    return tuple(figures)


def _better(name: str) -> Better:
    return Better.NEAR_ZERO if name == "bias" else Better.LOWER


def _pooled(folds: Sequence[Fold], way: str) -> tuple[Floats, Floats]:
    actual = np.concatenate([f.actual[f.known] for f in folds])
    return actual, np.concatenate([f.said[way][f.known] for f in folds])


def _wape(folds: Sequence[Fold], way: str) -> float:
    return judging.wape(*_pooled(folds, way))


def _bias(folds: Sequence[Fold], way: str) -> float:
    return judging.bias(*_pooled(folds, way))


def _totals(folds: Sequence[Fold], way: str) -> float:
    actual = [np.where(f.known, f.actual, 0.0).sum(axis=1) for f in folds]
    said = [np.where(f.known, f.said[way], 0.0).sum(axis=1) for f in folds]
    return judging.wape(np.concatenate(actual), np.concatenate(said))


def _mase(folds: Sequence[Fold], way: str) -> float:
    return _scaled(folds, way, 1)


def _rmsse(folds: Sequence[Fold], way: str) -> float:
    return _scaled(folds, way, 2)


def _scaled(folds: Sequence[Fold], way: str, power: int) -> float:
    """Return the mean over series of the miss, by how far the series moved in its past."""
    found = []
    for f in folds:
        off = np.where(f.known, np.abs(f.actual - f.said[way]) ** power, 0.0)
        scale = f.step if power == 1 else f.square
        fair = f.known.any(axis=1) & (scale > 1e-9)
        mean = off.sum(axis=1)[fair] / f.known.sum(axis=1)[fair]
        found.append((mean / scale[fair]) ** (1.0 / power))
    every = np.concatenate(found)
    return float(every.mean()) if len(every) else float("nan")


MEASURES: Final = {
    "WAPE": _wape, "WAPE of totals": _totals, "MASE": _mase, "RMSSE": _rmsse, "bias": _bias,
}  # fmt: skip
"""Figure → (folds, way) → value."""


def _pinball(folds: Sequence[Fold], q: float) -> float:
    return _over(
        folds,
        lambda f: _row(
            f, f.actual, spreads.quantile(f.ours.spread, f.ours.mean, f.ours.shape, 1, q),
            lambda a, s: judging.pinball(a, s, q),
        ),
    )  # fmt: skip


def _row(f: Fold, actual: Floats, said: Floats, measure: Any) -> tuple[float, int]:
    return float(measure(actual[f.known], said[f.known])), int(f.known.sum())


def _over(folds: Sequence[Fold], one: Any) -> float:
    """Return the mean of a measure over folds, by their rows."""
    pairs = [one(f) for f in folds if f.known.any()]
    return float(sum(v * n for v, n in pairs) / max(sum(n for _, n in pairs), 1))


def _coverage(folds: Sequence[Fold], level: int) -> float:
    inside = []
    for f in folds:
        ends = (f.ours.low80, f.ours.high80) if level == 80 else (f.ours.low95, f.ours.high95)
        actual, low, high = (values[f.known] for values in (f.actual, *ends))
        inside.append((actual >= low - 1e-9) & (actual <= high + 1e-9))
    return float(np.concatenate(inside).mean())


def _total_coverage(folds: Sequence[Fold], level: int) -> float:
    inside = []
    for f in folds:
        whole = f.known.all(axis=1)
        mean, actual = f.ours.mean.sum(axis=1), f.actual.sum(axis=1)
        low, high = spreads.interval(f.ours.spread, mean, f.ours.shape, f.actual.shape[1], level)
        inside.append(((actual >= low - 1e-9) & (actual <= high + 1e-9))[whole])
    every = np.concatenate(inside)
    return float(every.mean()) if len(every) else float("nan")


def _ways_table(folds: Sequence[Fold]) -> Table:
    return Table(
        title="Beside plain forecasts",
        columns=("way", *MEASURES),
        rows=tuple(
            (way, *(round(measure(folds, way), 4) for measure in MEASURES.values()))
            for way in ("ours", *BASELINES)
        ),
    )


def _shape_table(folds: Sequence[Fold]) -> Table:
    """Return for each shape of demand what ours and seasonal naive miss by."""
    rows: list[tuple[str | float | int, ...]] = []
    for k, shape in enumerate(SHAPES):
        cut = [_only(f, f.shape == k) for f in folds]
        if not any(f.known.any() for f in cut):
            continue
        weights = folds[-1].ours.weights.get(shape.value, {})
        leading = ", ".join(
            f"{name} {share:.0%}"
            for name, share in sorted(weights.items(), key=lambda i: -i[1])[:3]
        )
        rows.append((
            shape.value, int((folds[-1].shape == k).sum()),
            round(_wape(cut, "ours"), 4), round(_wape(cut, BASELINES[0]), 4),
            round(_rmsse(cut, "ours"), 4), round(_rmsse(cut, BASELINES[0]), 4),
            round(_coverage(cut, 80), 4), round(_coverage(cut, 95), 4), leading,
        ))  # fmt: skip
    return Table(
        title="By shape of demand",
        columns=("shape", "series", "WAPE", "WAPE seasonal naive", "RMSSE", "RMSSE seasonal naive",
                 "coverage 80 %", "coverage 95 %", "mostly by"),
        rows=tuple(rows),
    )  # fmt: skip


def _only(f: Fold, chosen: Flags) -> Fold:
    return replace(f, known=f.known & chosen[:, None])


def _summary(panel: Panel, horizon: int, folds: int) -> str:
    word = panel.spacing.value
    return (
        f"{panel.series:,} series of {panel.steps:,} {word}s from {panel.first.isoformat()}; "
        f"{folds} stretches of {horizon} {word}s, each forecast from what came before it alone."
    )


def _of_zeros(folds: Sequence[Fold]) -> tuple[str, ...]:
    none = float(np.mean(np.concatenate([f.actual[f.known] <= 0 for f in folds])))
    if none < 0.6:
        return ()
    return (
        f"On {none:.0%} of steps nothing sold: an interval of 80 % cannot hold fewer than those, "
        "and a forecast of the mean misses every single step; look at totals and RMSSE.",
    )


def _moment(day: np.datetime64) -> datetime:
    return datetime.fromisoformat(str(day)).replace(tzinfo=UTC)
