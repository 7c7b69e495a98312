"""The score `demand`: how many pieces of each variant, and how much money, each day will bring."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from commerce.context import Context
from commerce.errors import Refused
from commerce.scoring import queries_demand as queries
from commerce.scoring.definition import Definition, Progress
from commerce.scoring.forecasting import Forecast, Panel, Spread, festivals, forecast, interval
from commerce.scoring.pooling import shrunk
from commerce.scoring.types import Arrays, Floats, Trained

HORIZON: Final = 90
"""Days ahead that are kept."""
JUDGED: Final = 28
"""Days ahead that are judged."""
HISTORY: Final = 1095
"""Days looked back upon."""
LEAST_DAYS: Final = 84
KNOWN_AFTER: Final = timedelta(days=21)
"""An order's fate is known after about so long."""
PARTS: Final = ("pace", "weekday", "payday", "season", "event", "price", "promo", "pattern")
"""What moves a forecast; the words are messages `reason-demand-…`."""
_TABLED: Final = 4
"""Windows, shapes, sizes and ends."""
_MONEY: Final = -1
"""The place of the shop's revenue, after all variants."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """What is expected of one series from a day on."""

    first: date
    mean: Floats
    """By day."""
    low80: Floats
    high80: Floats
    total: float
    total80: tuple[float, float]
    total95: tuple[float, float]
    base: float
    """Of all the days together: the mean day of the last year, as often."""
    reasons: Mapping[str, float]
    """Part → what it adds to the base, over all days: `base + Σ reasons == total`."""
    sd: float
    """Standard deviation of one day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What is served: forecasts of all variants and of revenue, made on one day."""

    first: date
    """The first day that is foretold."""
    place: Mapping[int, int]
    """Variant id → its row."""
    mean: Floats
    """Shape (variants and revenue, HORIZON); revenue in rupees."""
    shape: NDArray[np.int64]
    spread: Spread
    money: Spread
    base: Floats
    logs: Floats
    """Shape (variants and revenue, HORIZON, PARTS)."""
    back: Floats
    """By variant: share of pieces sent that come back."""

    def reaches(self, first: date, days: int) -> bool:
        """Tell whether those days are foretold."""
        skip = (first - self.first).days
        return skip >= 0 and skip + days <= self.mean.shape[1]

    def of(self, variant_id: int, first: date, days: int) -> Ahead | None:
        """Return what is expected of a variant; `None` where it is not known."""
        row = self.place.get(variant_id)
        if row is None or not self.reaches(first, days):
            return None
        return self._ahead(row, self.spread, first, days)

    def revenue(self, first: date, days: int) -> Ahead | None:
        """Return what revenue is expected, in rupees; `None` where it is not known."""
        if not self.reaches(first, days):
            return None
        return self._ahead(len(self.mean) - 1, self.money, first, days)

    def _ahead(self, row: int, spread: Spread, first: date, days: int) -> Ahead:
        skip = (first - self.first).days
        mean = self.mean[row, skip : skip + days]
        shape = self.shape[row : row + 1]
        own = replace(spread, own=spread.own[row : row + 1] if len(spread.own) > 1 else spread.own)
        low, high = interval(own, mean[None, :], shape, 1, 80)
        total = mean.sum(keepdims=True)
        ends = {level: interval(own, total, shape, days, level) for level in (80, 95)}
        base = float(self.base[row])
        reasons = parts(base, mean, self.logs[row, skip : skip + days])
        daily = float(mean.mean())
        even, uneven = float(spread.even[0]), float(spread.uneven[0])
        return Ahead(
            first=first, mean=mean, low80=low[0], high80=high[0], total=float(total[0]),
            total80=(float(ends[80][0][0]), float(ends[80][1][0])),
            total95=(float(ends[95][0][0]), float(ends[95][1][0])),
            base=base * days, reasons=reasons,
            sd=float(np.sqrt(even * daily + uneven * daily**2) * own.own[0]),
        )  # fmt: skip


def parts(base: float, mean: Floats, logs: Floats) -> dict[str, float]:
    """Return what each part adds to a base over some days, so that all add up.

    The logarithmic mean shares out a product exactly (Ang 2005, LMDI-I,
    doi:10.1016/j.enpol.2003.10.010).

    Args:
        base: Of a day.
        mean: By day.
        logs: Shape (days, PARTS): `mean = base · exp(Σ logs)`.
    """
    ratio = np.log(np.maximum(mean, 1e-12) / base)
    with np.errstate(divide="ignore", invalid="ignore"):
        weight = np.where(np.abs(ratio) < 1e-9, base, (mean - base) / ratio)
    added = (weight[:, None] * logs).sum(axis=0)
    # Stored in half the digits: what rounding leaves belongs to the pattern.
    added[-1] += float(mean.sum()) - base * len(mean) - float(added.sum())
    return {name: float(value) for name, value in zip(PARTS, added, strict=True)}


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """A shop's days as panels, up to yesterday."""

    pieces: Panel
    money: Panel
    ids: NDArray[np.int64]
    back: Floats
    data_hash: str


def history(ctx: Context) -> History:
    """Return what sold on each day.

    Raises:
        Refused: The shop has sold for too few days.
    """
    last = ctx.today - timedelta(days=1)
    first = last - timedelta(days=HISTORY - 1)
    rows = queries.daily(ctx, first, last)
    goods = queries.goods(ctx)
    if rows.shape[1] == 0 or not len(goods.ids):
        raise Refused("error-demand-too-few", count=0, spacing="day", needed=LEAST_DAYS)
    epoch = date(1970, 1, 1).toordinal()
    begin = max(date.fromordinal(int(rows[1].min()) + epoch), first)
    steps = (last - begin).days + 1
    if steps < LEAST_DAYS:
        raise Refused("error-demand-too-few", count=steps, spacing="day", needed=LEAST_DAYS)
    at = rows[1].astype(np.int64) + epoch - begin.toordinal()
    place = {int(one): k for k, one in enumerate(goods.ids)}
    who = np.array([place.get(int(one), -1) for one in rows[0]], dtype=np.int64)
    sold = np.zeros((len(goods.ids), steps))
    known = who >= 0
    np.add.at(sold, (who[known], at[known]), rows[2][known])
    money = np.bincount(at, rows[3] / 100.0, minlength=steps)[None, :]
    price, promo = _prices(ctx, place, begin, steps, sold.shape[0])
    occasions = queries.occasions(ctx) or festivals.of_years("IN", begin.year, last.year + 1)
    _, category = np.unique(np.array(goods.category), return_inverse=True)
    pieces = Panel(
        quantity=np.maximum(sold, 0.0), known=_open(sold, goods.empty), first=begin,
        group=category.astype(np.int64), price=price, promo=promo, occasions=occasions,
    )  # fmt: skip
    whole = Panel(
        quantity=np.maximum(money, 0.0), known=np.ones((1, steps), dtype=np.bool_), first=begin,
        group=np.zeros(1, dtype=np.int64), occasions=occasions,
    )  # fmt: skip
    return History(
        pieces=pieces, money=whole, ids=goods.ids, back=_back(ctx, place, category),
        data_hash=hashlib.sha256(rows.tobytes()).hexdigest()[:16],
    )  # fmt: skip


def _open(sold: Floats, empty: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell days on which something could be sold: what is sold out now says nothing since."""
    since = np.cumsum(sold[:, ::-1] > 0, axis=1)[:, ::-1] == 0
    return np.asarray(~(since & empty[:, None]))


def _prices(
    ctx: Context, place: Mapping[int, int], begin: date, steps: int, count: int
) -> tuple[Floats, Floats]:
    """Return the price and whether it was a sale's, by variant and day, ahead as it is now."""
    price = np.full((count, steps + 1), np.nan)
    sale = np.full((count, steps + 1), np.nan)
    for variant, at, minor, on_sale in queries.price_steps(ctx):
        row = place.get(variant)
        step = (ctx.local(at).date() - begin).days
        if row is not None and step <= steps:
            price[row, max(step, 0)] = minor / 100.0
            sale[row, max(step, 0)] = float(on_sale)
    from commerce.scoring.forecasting.profile import carried

    return carried(price, steps), np.nan_to_num(carried(sale, steps))


def _back(ctx: Context, place: Mapping[int, int], category: NDArray[np.int64]) -> Floats:
    """Return the share of pieces that come back: a variant's own, pulled to its category's."""
    end = datetime.combine(ctx.today, time(), ctx.zone) - KNOWN_AFTER
    rows = queries.came_back(ctx, end - timedelta(days=180), end)
    sent, back = np.zeros(len(place)), np.zeros(len(place))
    for variant, pieces, returned in rows.T:
        if int(variant) in place:
            sent[place[int(variant)]], back[place[int(variant)]] = pieces, returned
    groups = int(category.max(initial=0)) + 1
    of_group = [np.bincount(category, values, groups).astype(np.float64) for values in (back, sent)]
    overall = back.sum() / max(sent.sum(), 1.0)
    return shrunk(back, sent, shrunk(of_group[0], of_group[1], overall)[category])


def _train(ctx: Context, before: Demand | None, progress: Progress) -> Trained:
    # Measures stand on sklearn, which whoever only asks a forecast need not wait for.
    from commerce.scoring.forecasting.backtesting import evaluate

    told = history(ctx)
    progress("judging", 0.1)
    judged = evaluate(told.pieces, JUDGED, folds=2)
    progress("forecasting", 0.6)
    said = forecast(told.pieces, HORIZON)
    money = forecast(told.money, HORIZON)
    rmsse, wape = judged.figure("RMSSE"), judged.figure("WAPE of totals")
    worth = all(one.baseline is not None and one.score < 0.98 * one.baseline
                for one in (rmsse, wape))  # fmt: skip
    return Trained(
        arrays=_arrays(told, said, money), features=PARTS, evaluation=judged,
        rows=int(told.pieces.quantity.size), data_hash=told.data_hash, worth_serving=worth,
        settings={"first": (ctx.today).isoformat(), "windows": list(said.spread.windows),
                  "money_windows": list(money.spread.windows)},
    )  # fmt: skip


def _arrays(told: History, said: Forecast, money: Forecast) -> dict[str, NDArray[Any]]:
    def stacked(one: Forecast) -> Floats:
        none = np.zeros_like(one.mean)
        return np.stack([one.parts.logs.get(name, none) for name in PARTS], axis=2)

    return {
        "ids": told.ids, "back": told.back,
        "mean": np.concatenate([said.mean, money.mean]).astype(np.float32),
        "shape": np.concatenate([said.shape, money.shape]),
        "base": np.concatenate([said.parts.base, money.parts.base]),
        "logs": np.concatenate([stacked(said), stacked(money)]).astype(np.float32),
        **_spread_arrays("pieces", said.spread), **_spread_arrays("money", money.spread),
    }  # fmt: skip


def _spread_arrays(name: str, spread: Spread) -> dict[str, NDArray[Any]]:
    return {
        f"{name}_even": spread.even, f"{name}_uneven": spread.uneven, f"{name}_own": spread.own,
        f"{name}_quantiles": spread.quantiles, f"{name}_sizes": spread.sizes,
        **{f"{name}_cuts{level}": ends for level, ends in spread.cuts.items()},
    }  # fmt: skip


def _load(arrays: Arrays, settings: Mapping[str, Any]) -> Demand:
    def spread(name: str, windows: list[int]) -> Spread:
        return Spread(
            windows=tuple(windows), even=arrays[f"{name}_even"], uneven=arrays[f"{name}_uneven"],
            own=arrays[f"{name}_own"], quantiles=_by_size(arrays[f"{name}_quantiles"]),
            cuts={level: _by_size(arrays[f"{name}_cuts{level}"]) for level in (80, 95)},
            sizes=arrays.get(f"{name}_sizes", np.zeros(0)),
        )  # fmt: skip

    return Demand(
        first=date.fromisoformat(settings["first"]),
        place={int(one): k for k, one in enumerate(arrays["ids"])},
        mean=arrays["mean"].astype(np.float64), shape=arrays["shape"], base=arrays["base"],
        logs=arrays["logs"].astype(np.float64), back=arrays["back"],
        spread=spread("pieces", settings["windows"]),
        money=spread("money", settings["money_windows"]),
    )  # fmt: skip


def _by_size(table: NDArray[Any]) -> Floats:
    """Return a table of a spread with its sizes; one stored before there were any has one."""
    return table if table.ndim == _TABLED else table[:, :, None, :]


DEFINITION: Final = Definition(
    name="demand", answers="How many pieces of each variant, and how much money, will each day "
    "of the next weeks bring?", train=_train, load=_load,
)  # fmt: skip
