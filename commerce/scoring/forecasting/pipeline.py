"""A forecast: several ways of saying it, weighed by how they did on the panel's own past."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from commerce.scoring.forecasting import intermittent, levels, profile, spreads, trees
from commerce.scoring.forecasting.combining import combine, mixed
from commerce.scoring.forecasting.shapes import likely_empty, lived, shapes
from commerce.scoring.forecasting.types import Flags, Forecast, Ints, Panel, Parts, Spacing
from commerce.scoring.types import Floats

Kept = TypeVar("Kept", bound=np.generic)

CHUNK: Final = 500
"""Series whose levels are followed at once."""
ORIGINS: Final = 5
"""Moments of the past from which forecasts are made to weigh the ways and learn their spread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """Everything learnt before one moment, and what each way says after some moments."""

    said: Mapping[str, Floats]
    """Way → shape (series, origins, horizon)."""
    profile: profile.Profile
    factor: Floats


def usable(panel: Panel) -> Flags:
    """Tell the steps that say something of demand: lived, open, and not likely out of stock."""
    known = panel.known & lived(panel.quantity)
    return np.asarray(known & ~likely_empty(replace(panel, known=known)))


def forecast(panel: Panel, horizon: int, *, seed: int = 0) -> Forecast:
    """Say what is expected of each series over the `horizon` steps after its history.

    Raises:
        ValueError: The history is shorter than four steps.
    """
    if panel.steps < 4:
        raise ValueError("There is too little history to forecast from.")
    known = usable(panel)
    shape = shapes(panel.quantity, known)
    judged = _judged(panel.steps, horizon)
    origins, near = judged.origins, judged.horizon
    past = ways(panel, known, near, judged.cut, origins, seed)
    actual, seen = _after(panel.quantity, origins, near), _after(known, origins, near)
    scale = _scale(panel, known, judged.cut)
    weights = combine(past.said, actual, seen, shape, scale)
    then = mixed(past.said, weights, shape)
    spread = spreads.learn(actual, then, seen, shape, panel.spacing, origins)
    now = ways(panel, known, horizon, panel.steps, np.array([panel.steps - 1]), seed)
    mean = mixed(now.said, weights, shape)[:, 0]
    ends = {level: spreads.interval(spread, mean, shape, 1, level) for level in (80, 95)}
    return Forecast(
        mean=mean, low80=ends[80][0], high80=ends[80][1], low95=ends[95][0],
        high95=ends[95][1], shape=shape, spread=spread, weights=weights,
        parts=_parts(panel, known, now, mean),
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    cut: int
    origins: Ints
    horizon: int


def _judged(steps: int, horizon: int) -> _Judged:
    """Return what of the past is learnt from, and the moments after it that are judged."""
    near = max(1, min(horizon, steps // 5, 42))
    cut = max(steps - 3 * near, min(steps - near, 2))
    last = steps - near - 1
    origins = np.unique(np.linspace(cut - 1, last, ORIGINS).round().astype(np.int64))
    return _Judged(cut=cut, origins=origins[origins >= 1], horizon=near)


def ways(panel: Panel, known: Flags, horizon: int, cut: int, origins: Ints, seed: int) -> Ways:
    """Learn from the steps before `cut` and say, each way, what comes after some steps."""
    ahead = panel.steps - cut + horizon
    learnt = profile.learn(panel.until(cut), known[:, :cut], ahead)
    factor = learnt.factor
    followed = np.zeros((panel.series, panel.steps), dtype=np.float64)
    said = {
        name: np.zeros((panel.series, len(origins), horizon))
        for name in ("smoothing", "intermittent", "fading")
    }
    for begin in range(0, panel.series, CHUNK):
        some = slice(begin, begin + CHUNK)
        part = replace(panel, quantity=panel.quantity[some], known=panel.known[some])
        follow = levels.smooth(part, known[some], factor[some])
        weights = levels.weigh(part, known[some], factor[some], follow, horizon, cut)
        followed[some] = np.einsum("stn,sn->st", follow.level, weights)
        said["smoothing"][some] = follow.paths(origins, horizon, weights)
        steady = np.where(known[some], panel.quantity[some], 0.0) / np.maximum(
            factor[some, : panel.steps], 0.05
        )
        # Between two steps an item that sells now and then shows no weekday: the plain figures.
        rare = intermittent.sba(steady, known[some])
        said["intermittent"][some] = rare[:, origins][:, :, None]
        fading = intermittent.tsb(steady, known[some], start=3).demand
        said["fading"][some] = fading[:, origins][:, :, None]
    target = origins[:, None] + 1 + np.arange(horizon)
    moved = factor[:, target]
    for name in said:
        said[name] *= moved
    said["shared trend"] = followed[:, origins][:, :, None] * moved
    said["shared trend"] *= _growth(panel, known, factor, origins, horizon)
    said["last seasons"] = _last_seasons(panel, known, origins, horizon)
    scene = trees.Scene.of(panel, known, factor, followed, _effects(learnt))
    booster = trees.learn(scene, cut, horizon, seed)
    if booster is not None:
        ratios = np.stack([booster.ratios(scene, int(at), horizon) for at in origins], axis=1)
        said["trees"] = followed[:, origins][:, :, None] * moved * ratios
    return Ways(said=said, profile=learnt, factor=factor)


def _effects(learnt: profile.Profile) -> tuple[Floats, ...]:
    return tuple(
        values for name, values in learnt.logs.items() if name in ("price", "promo", "event")
    )


def _growth(panel: Panel, known: Flags, factor: Floats, origins: Ints, horizon: int) -> Floats:
    """Return how the level of each group is expected to move, shape (series, origins, horizon)."""
    groups, place = np.unique(panel.group, return_inverse=True)
    sold, usual = (np.zeros((len(groups), panel.steps)) for _ in range(2))
    mean = profile.means(panel.quantity, known)
    np.add.at(sold, place, np.where(known, panel.quantity, 0.0))
    np.add.at(usual, place, np.where(known, factor[:, : panel.steps] * mean[:, None], 0.0))
    half = {Spacing.DAY: 28, Spacing.WEEK: 8, Spacing.MONTH: 6}[panel.spacing]
    total = [np.concatenate([np.zeros((len(groups), 1)), v.cumsum(axis=1)], axis=1)
             for v in (sold, usual)]  # fmt: skip

    def pace(last: Ints, count: int) -> Floats:
        a, b = np.maximum(last + 1 - count, 0), np.maximum(last + 1, 0)
        return np.asarray(
            (total[0][:, b] - total[0][:, a] + 1e-9) / (total[1][:, b] - total[1][:, a] + 1e-9)
        )

    rate = np.log(pace(origins, 2 * half) / pace(origins - 2 * half, 2 * half)) / (2 * half)
    rate = np.where(origins + 1 >= 4 * half, np.clip(rate, -0.6 / half, 0.6 / half), 0.0)
    damped = np.cumsum(0.98 ** np.arange(1, horizon + 1))
    return np.asarray(np.exp(rate[place][:, :, None] * damped))


def _last_seasons(panel: Panel, known: Flags, origins: Ints, horizon: int) -> Floats:
    """Return the mean of the same step of the last four seasons (of the last year, two)."""
    season = panel.spacing.season
    count = 4 if panel.spacing is Spacing.DAY else 2
    steps = np.arange(1, horizon + 1)
    begin = origins[:, None] + steps - season * ((steps + season - 1) // season)
    sold = np.zeros((panel.series, len(origins), horizon))
    seen = np.zeros_like(sold)
    for k in range(count):
        place = begin - k * season
        at = np.maximum(place, 0)
        open_ = known[:, at] & (place >= 0)
        sold += np.where(open_, panel.quantity[:, at], 0.0)
        seen += open_
    plain = np.where(known, panel.quantity, 0.0).cumsum(axis=1) / np.maximum(
        known.cumsum(axis=1), 1
    )
    return np.where(seen > 0, sold / np.maximum(seen, 1.0), plain[:, origins][:, :, None])


def _after(values: NDArray[Kept], origins: Ints, horizon: int) -> NDArray[Kept]:
    """Return what came in the steps after some steps, shape (series, origins, horizon)."""
    return np.asarray(values[:, origins[:, None] + 1 + np.arange(horizon)])


def _scale(panel: Panel, known: Flags, cut: int) -> Floats:
    """Return how far neighbouring seasons of each series differ on the whole."""
    season = panel.spacing.season if cut > 2 * panel.spacing.season else 1
    moved = np.abs(panel.quantity[:, season:cut] - panel.quantity[:, : cut - season])
    both = known[:, season:cut] & known[:, : cut - season]
    return np.asarray(
        (np.where(both, moved, 0.0).sum(axis=1) + 1e-3) / np.maximum(both.sum(axis=1), 1)
    )


def _parts(panel: Panel, known: Flags, now: Ways, mean: Floats) -> Parts:
    """Take a forecast apart: what a usual step of the last year sold, and what moves it."""
    ahead = slice(panel.steps, None)
    year = min(panel.steps, round(panel.spacing.year))
    lately = known[:, -year:]
    sold = np.where(lately, panel.quantity[:, -year:], 0.0).sum(axis=1)
    base = np.maximum(sold / np.maximum(lately.sum(axis=1), 1), 1e-6)
    logs: dict[str, Floats] = {}
    usual = np.zeros(panel.series)
    for name, values in now.profile.logs.items():
        middle = np.where(lately, values[:, : panel.steps][:, -year:], 0.0).sum(axis=1)
        middle /= np.maximum(lately.sum(axis=1), 1)
        logs[name] = values[:, ahead] - middle[:, None]
        usual += middle
    rest = np.log(np.maximum(mean, 1e-9) / base[:, None]) - sum(logs.values(), np.zeros(1))
    # The pace is one figure for all steps; what is left beside it is the pattern of each step.
    logs["pace"] = np.repeat(rest.mean(axis=1, keepdims=True), mean.shape[1], axis=1)
    logs["pattern"] = rest - logs["pace"]
    return Parts(base=base, logs=logs)
