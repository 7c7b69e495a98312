"""What a calendar and a level miss, learnt from all series at once by boosted trees.

The trees say by how much demand on a step ahead differs from `level × calendar`; their loss is
Poisson's with that product as its scale. Pooled trees over lags, windows and the calendar won the
M5 competition (Makridakis et al. 2022, doi:10.1016/j.ijforecast.2021.11.013).
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from commerce.scoring.forecasting.types import Flags, Ints, Panel, Spacing
from commerce.scoring.types import Floats

FARTHEST: Final = {Spacing.DAY: 42, Spacing.WEEK: 16, Spacing.MONTH: 12}
"""Steps ahead that are learnt; beyond them the same steps of the last season of these hold."""
WINDOWS: Final = {
    Spacing.DAY: (7, 14, 28, 91, 364), Spacing.WEEK: (2, 4, 8, 26, 52),
    Spacing.MONTH: (2, 3, 6, 12, 24),
}  # fmt: skip
FEWEST: Final = 4_000
"""Rows below which trees only learn chance."""
MOST: Final = 120_000
BINS: Final = 63
"""Steps of a feature that are told apart."""
ROWS_A_HIT: Final = 2
"""Rows that are learnt from for each step on which something sold."""
_CUT_BY: Final = 20_000
"""Rows that say where a feature is cut into steps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A history made ready to look back from any step of it."""

    panel: Panel
    known: Flags
    factor: Floats
    """What calendar, price and promotion multiply by; shape (series, steps and ahead)."""
    followed: Floats
    """The level after each step, shape (series, steps)."""
    extra: tuple[Floats, ...]
    """Effects whose change is looked at too, shape (series, steps and ahead) each."""
    _sums: dict[str, Floats]

    @classmethod
    def of(
        cls, panel: Panel, known: Flags, factor: Floats, followed: Floats,
        extra: tuple[Floats, ...],
    ) -> "Scene":  # fmt: skip
        """Add up what windows are read from."""
        steps = panel.steps
        sold = np.where(known, panel.quantity, 0.0)
        usual = np.where(known, factor[:, :steps], 0.0)
        sums = {
            "sold": _running(sold), "usual": _running(usual),
            "hits": _running((sold > 0).astype(np.float64)),
            "known": _running(known.astype(np.float64)),
        }  # fmt: skip
        at = np.where(sold > 0, np.arange(steps), -1)
        sums["last"] = np.maximum.accumulate(at, axis=1).astype(np.float64)
        return cls(panel=panel, known=known, factor=factor, followed=followed, extra=extra,
                   _sums=sums)  # fmt: skip

    def rows(self, series: Ints, at: Ints, ahead: Ints) -> tuple[Floats, Floats]:
        """Return features (rows, features) as seen after steps `at`, and the scale of each row."""
        spacing, target = self.panel.spacing, at + ahead
        level = np.maximum(self.followed[series, at], 1e-6)
        scale = np.maximum(level * self.factor[series, target], 1e-6)
        columns = [self._pace(series, at - w + 1, at, level) for w in WINDOWS[spacing]]
        columns += [self._same(series, at, ahead, level, k) for k in (1, 4)]
        columns += self._last_year(series, at, ahead)
        low = np.maximum(at - WINDOWS[spacing][2] + 1, 0)
        hits = self._sums["hits"][series, at + 1] - self._sums["hits"][series, low]
        days = self.panel.days(self.factor.shape[1] - self.panel.steps)[target]
        columns += [
            hits / WINDOWS[spacing][2],
            np.minimum(at - self._sums["last"][series, at], 400.0),
            np.minimum(self._sums["known"][series, at + 1], 800.0),
            ahead.astype(np.float64),
            ((days.astype(np.int64) + 3) % 7).astype(np.float64),
            (days - days.astype("datetime64[Y]")).astype(np.float64),
            (days - days.astype("datetime64[M]")).astype(np.float64),
            np.log(scale),
            np.log(self.factor[series, target]),
            np.minimum(self.panel.group[series], 250).astype(np.float64),
        ]
        for effect in self.extra:
            columns += [effect[series, target], effect[series, target] - effect[series, at]]
        return np.stack(columns, axis=1).astype(np.float32), scale

    def _pace(self, series: Ints, first: Ints, last: Ints, level: Floats) -> Floats:
        """Return the log of the pace over a window against a level; nothing where none is known."""
        a, b = np.maximum(first, 0), last + 1
        usual = self._sums["usual"][series, b] - self._sums["usual"][series, a]
        sold = self._sums["sold"][series, b] - self._sums["sold"][series, a]
        # One more piece at the usual pace keeps a window of nothing from being minus infinity.
        with np.errstate(divide="ignore", invalid="ignore"):
            pace = np.log((sold / level + 0.5) / (usual + 0.5))
        return np.where((usual > 0) & (first >= -7), pace, np.nan)

    def _same(self, series: Ints, at: Ints, ahead: Ints, level: Floats, count: int) -> Floats:
        """Return the pace on the last steps of the same place in the season."""
        season = self.panel.spacing.season
        begin = at + ahead - season * ((ahead + season - 1) // season)
        sold, usual = np.zeros(len(at)), np.zeros(len(at))
        for k in range(count):
            place = begin - k * season
            there = place >= 0
            place = np.maximum(place, 0)
            open_ = there & self.known[series, place]
            sold += np.where(open_, self.panel.quantity[series, place], 0.0)
            usual += np.where(open_, self.factor[series, place], 0.0)
        with np.errstate(divide="ignore", invalid="ignore"):
            pace = np.log((sold / level + 0.5) / (usual + 0.5))
        return np.where(usual > 0, pace, np.nan)

    def _last_year(self, series: Ints, at: Ints, ahead: Ints) -> list[Floats]:
        """Return how the same time of last year stood against the weeks before it."""
        if self.panel.spacing is Spacing.MONTH:
            return []
        year = 364 if self.panel.spacing is Spacing.DAY else 52
        near = 3 if self.panel.spacing is Spacing.DAY else 1
        before = at - year
        then = before + ahead
        level = self.followed[series, np.maximum(before, 0)]
        pace = self._pace(series, then - near, np.maximum(then + near, 0), np.maximum(level, 1e-6))
        return [np.where(before >= 28 // (1 if year > 60 else 7), pace, np.nan)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Booster:
    """Trees that were learnt."""

    model: Any
    farthest: int
    seen: Flags
    """By feature, whether the rows it learnt from knew it at all."""
    cuts: tuple[Floats, ...]
    """Of each feature that was known: where it is cut into steps."""

    def ratios(self, scene: Scene, at: int, horizon: int) -> Floats:
        """Return what to multiply `level × calendar` by, shape (series, horizon)."""
        series, near = scene.panel.series, min(horizon, self.farthest)
        ahead = np.tile(np.arange(1, near + 1), series)
        who = np.repeat(np.arange(series), near)
        found = np.empty(len(who))
        for part in np.array_split(np.arange(len(who)), max(1, len(who) // 100_000)):
            features, _ = scene.rows(who[part], np.full(len(part), at), ahead[part])
            found[part] = self.model.predict(_stepped(features[:, self.seen], self.cuts))
        ratio = np.clip(found.reshape(series, near), 0.1, 8.0)
        season = min(scene.panel.spacing.season, near)
        places = np.arange(horizon)
        folded = np.where(places < near, places, near - season + (places - near) % season)
        return np.asarray(ratio[:, folded])


def learn(scene: Scene, until: int, horizon: int, seed: int = 0) -> Booster | None:
    """Learn from all steps before `until`; `None` where there are too few rows."""
    from sklearn.ensemble import HistGradientBoostingRegressor
    from threadpoolctl import threadpool_limits

    farthest = min(horizon, FARTHEST[scene.panel.spacing])
    series, at, ahead = _sample(scene, until, farthest, seed)
    if len(series) < FEWEST:
        return None
    features, scale = scene.rows(series, at, ahead)
    ratio = np.minimum(scene.panel.quantity[series, at + ahead] / scale, 50.0)
    weight = scale / (1.0 + 0.15 * scale)
    model = HistGradientBoostingRegressor(
        loss="poisson", learning_rate=0.1, max_iter=75, max_leaf_nodes=24,
        min_samples_leaf=max(40, len(series) // 2000), l2_regularization=2.0, max_bins=BINS,
        early_stopping=False, random_state=seed,
    )  # fmt: skip
    seen = np.asarray(np.isfinite(features).any(axis=0))
    # Cut here: scikit-learn sorts every feature anew for each of its steps where rows have weights,
    # which takes longer than all the trees.
    cuts = tuple(_cuts(column) for column in features[:_CUT_BY, seen].T)
    with threadpool_limits(limits=1):
        model.fit(_stepped(features[:, seen], cuts), ratio, sample_weight=weight / weight.mean())
    return Booster(model=model, farthest=farthest, seen=seen, cuts=cuts)


def _cuts(column: Floats) -> Floats:
    """Return where a feature is cut, so that about as many rows lie in each step."""
    known = np.unique(column[np.isfinite(column)], return_counts=True)
    values, shares = known[0], known[1].cumsum() / max(known[1].sum(), 1)
    if len(values) <= BINS:
        return np.asarray((values[1:] + values[:-1]) / 2)
    at = np.searchsorted(shares, np.linspace(0.0, 1.0, BINS + 1)[1:-1])
    return np.unique(values[at])


def _stepped(features: Floats, cuts: tuple[Floats, ...]) -> Floats:
    """Return the step each feature lies in; what is not known stays so."""
    found = np.empty(features.shape)
    for k, edges in enumerate(cuts):
        column = features[:, k]
        found[:, k] = np.where(np.isnan(column), np.nan, np.searchsorted(edges, column))
    return found


def _sample(scene: Scene, until: int, farthest: int, seed: int) -> tuple[Ints, Ints, Ints]:
    """Return series, steps and steps ahead to learn from, the later the oftener."""
    rng = np.random.default_rng(seed)
    first = 2 * scene.panel.spacing.season if scene.panel.spacing is Spacing.DAY else 8
    span = until - farthest - first
    if span < 2 * farthest:
        return (np.zeros(0, np.int64),) * 3
    # A step on which nothing sold says little: a small shop has no more to tell than it sold.
    hits = int((scene.panel.quantity[:, :until] > 0).sum())
    count = min(MOST, 4 * scene.panel.series * span, max(ROWS_A_HIT * hits, 10 * FEWEST))
    series = rng.integers(0, scene.panel.series, count)
    at = first + (span * rng.random(count) ** 0.7).astype(np.int64)
    ahead = rng.integers(1, farthest + 1, count)
    target = at + ahead
    good = scene.known[series, target] & scene.known[series, at]
    good &= scene.followed[series, at] > 0
    return series[good], at[good], ahead[good]


def _running(values: Floats) -> Floats:
    return np.concatenate([np.zeros((len(values), 1)), np.cumsum(values, axis=1)], axis=1)
