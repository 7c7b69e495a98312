"""Forecasts of many SKUs: time and accuracy beside seasonal naive and AutoETS, in one run.

The histories are drawn: level, trend, weekdays, a yearly wave, promotions, stretches out of stock,
and sizes of demand from several a day to one in weeks. AutoETS is `statsforecast`'s, on the first
`sample` series, its time scaled to all.
"""

import json
import sys
import time
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
from rich.console import Console
from rich.table import Table

from commerce.scoring import judging
from commerce.scoring.forecasting import Panel, forecast, plain
from commerce.scoring.types import Floats

STEPS: Final = 730
HORIZON: Final = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A history, what came after it, and what was to be expected then."""

    panel: Panel
    actual: Floats
    mean: Floats


def draw(series: int, seed: int = 0) -> Drawn:
    """Draw a shop's history of two years and four weeks."""
    rng = np.random.default_rng(seed)
    count = STEPS + HORIZON
    at = np.arange(count)
    group = rng.integers(0, 8, series)
    level = np.exp(rng.normal(0.3, 1.4, (series, 1)))
    week = np.exp(rng.normal(0, 0.15, (8, 7))[group] + rng.normal(0, 0.08, (series, 7)))
    turn = rng.uniform(0, 365, 8)[group][:, None]
    wave = 0.25 * np.sin(2 * np.pi * (at + turn) / 365.25)
    drift = np.cumsum(rng.normal(0, 0.008, (series, count)), axis=1)
    promo = (rng.random((series, count // 7 + 1)) < 0.08).repeat(7, axis=1)[:, :count]
    lift = np.exp(promo * rng.normal(0.5, 0.2, (series, 1)))
    mean = level * np.exp(wave + drift) * week[:, at % 7] * lift
    sold = rng.poisson(rng.gamma(5.0, mean / 5.0)).astype(np.float64)
    empty = np.zeros((series, count), dtype=np.bool_)
    first, length = rng.integers(0, STEPS - 40, series), rng.integers(3, 20, series)
    gone = rng.random(series) < 0.3
    empty |= gone[:, None] & (at >= first[:, None]) & (at < (first + length)[:, None])
    panel = Panel(
        quantity=np.where(empty, 0.0, sold)[:, :STEPS],
        known=np.ones((series, STEPS), dtype=np.bool_), first=date(2024, 1, 1), group=group,
        promo=promo.astype(np.float64),
    )  # fmt: skip
    return Drawn(panel=panel, actual=sold[:, STEPS:], mean=mean[:, STEPS:])


def run(*, series: int = 5_000, sample: int = 100, as_json: bool = False) -> None:
    """Measure, and print the table or one JSON object."""
    told = measured(series, sample)
    if as_json:
        sys.stdout.write(json.dumps(told) + "\n")
        return
    table = Table(title=f"{series:,} SKUs × {STEPS} days, {HORIZON} days ahead")
    for name in ("way", "seconds", "WAPE", "RMSE", "WAPE of totals", "on"):
        table.add_column(name, justify="left" if name == "way" else "right")
    for row in told["ways"]:
        table.add_row(row["way"], f"{row['seconds']:.1f}", f"{row['wape']:.4f}",
                      f"{row['rmse']:.4f}", f"{row['wape_totals']:.4f}", row["on"])  # fmt: skip
    console = Console()
    console.print(table)
    console.print(f"coverage: 80 % → {told['coverage_80']:.1%}, 95 % → {told['coverage_95']:.1%}")


def measured(series: int, sample: int) -> dict[str, Any]:
    """Return seconds and misses of each way, and what the intervals covered."""
    drawn = draw(series)
    few = min(sample, series)
    begin = time.perf_counter()
    said = forecast(drawn.panel, HORIZON)
    ours = time.perf_counter() - begin
    begin = time.perf_counter()
    naive = plain.seasonal_naive(drawn.panel, HORIZON)
    quick = time.perf_counter() - begin
    begin = time.perf_counter()
    ets = _auto_ets(drawn.panel.quantity[:few])
    slow = (time.perf_counter() - begin) * series / few
    whole, part = f"{series:,}", f"{few:,} of them"
    return {
        "series": series, "steps": STEPS, "horizon": HORIZON,
        "ways": [
            _row("ours", ours, drawn.actual, said.mean, whole),
            _row("seasonal naive", quick, drawn.actual, naive, whole),
            _row("the true mean", 0.0, drawn.actual, drawn.mean, whole),
            _row("ours", ours, drawn.actual[:few], said.mean[:few], part),
            _row("AutoETS (time scaled)", slow, drawn.actual[:few], ets, part),
        ],
        "coverage_80": judging.coverage(drawn.actual, said.low80, said.high80),
        "coverage_95": judging.coverage(drawn.actual, said.low95, said.high95),
    }  # fmt: skip


def _row(way: str, seconds: float, actual: Floats, said: Floats, on: str) -> dict[str, Any]:
    return {
        "way": way, "seconds": round(seconds, 2), "on": on,
        "wape": round(judging.wape(actual, said), 4),
        "rmse": round(float(np.sqrt(np.mean((actual - said) ** 2))), 4),
        "wape_totals": round(judging.wape(actual.sum(axis=1), said.sum(axis=1)), 4),
    }  # fmt: skip


def _auto_ets(quantity: Floats) -> Floats:
    from statsforecast.models import AutoETS

    model = AutoETS(season_length=7)
    return np.stack([model.forecast(y=row, h=HORIZON)["mean"] for row in quantity])
