"""The score `price_elasticity`: by how many percent sales fall when a price rises by one."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from commerce.context import Context
from commerce.errors import Refused
from commerce.scoring import queries_elasticity as queries
from commerce.scoring.definition import Definition, Progress
from commerce.scoring.price_response import Doubt, Panel, respond
from commerce.scoring.types import Arrays, Floats, Trained

HISTORY: Final = timedelta(days=730)
LEAST_LINES: Final = 300
"""Fewer sold lines than this teach nothing of prices."""
_MOST_CELLS: Final = 700_000
"""Days of items; where there are more, weeks are looked at."""
_NOON: Final = 12 * 3600
_DOUBTS: Final = tuple(Doubt)


@dataclass(frozen=True, slots=True, kw_only=True)
class Elasticity:
    """What is known of how one variant sells at another price."""

    value: float
    """Percent more pieces for one percent more price; below zero."""
    low: float
    high: float
    """Ends of its 80 % interval."""
    se: float
    own: float | None
    """From its own prices alone; `None` where they never moved."""
    category: str
    category_value: float
    category_se: float
    prices: int
    """Different prices it was sold at."""
    sold: int
    """Pieces it was learnt from."""
    doubts: tuple[Doubt, ...]
    """Why it should not be acted on; empty where it may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Elasticities:
    """What is served: the elasticity of each variant by its SKU."""

    by_sku: Mapping[str, Elasticity]
    rivals: float
    """Percent more pieces for one percent more of the competitors' mean price."""
    promo: float
    """What a promotion adds to the log of sales at the same price."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """A shop's sales as a panel, with the names of what is in it."""

    panel: Panel
    sku: tuple[str, ...]
    categories: tuple[str, ...]
    first_day: datetime
    """Midnight in the shop's zone."""
    step_days: int
    lines: int
    data_hash: str


def history(ctx: Context, since: datetime | None = None) -> History:
    """Return what sold at which price, as far as is known at `ctx.now`.

    Raises:
        Refused: Too little was sold.
    """
    goods = queries.goods(ctx)
    start = ctx.local(since or ctx.now - HISTORY).replace(hour=0, minute=0, second=0, microsecond=0)
    blocks = list(queries.lines(ctx, start))
    lines = np.concatenate(blocks, axis=1) if blocks else np.empty((4, 0))
    lines = lines[:, np.isin(lines[0], goods.ids)]
    if lines.shape[1] < LEAST_LINES:
        raise Refused("error-score-too-little-history", found=lines.shape[1], needed=LEAST_LINES)
    steps, looks = queries.price_steps(ctx), queries.rival_looks(ctx)
    zone_seconds = start.utcoffset() or timedelta()
    origin = float(np.floor((lines[1].min() + zone_seconds.total_seconds()) / 86_400))
    origin = origin * 86_400 - zone_seconds.total_seconds()
    # Today is not over: what it sells is not known yet.
    days = max(int((ctx.now.timestamp() - origin) // 86_400), 1)
    step = 1 if days * len(goods.ids) <= _MOST_CELLS else 7
    noons = np.asarray(origin + _NOON + 86_400.0 * np.arange(days), dtype=np.float64)
    price, promo = _prices(goods, steps, lines, noons)
    sold = _sold(goods, lines, origin, days)
    rivals = _rivals(goods, looks, noons)
    panel = _panel(sold, price, promo, rivals, goods.category, step)
    digest = hashlib.sha256()
    for part in (lines, steps, looks):
        digest.update(np.ascontiguousarray(part).tobytes())
    return History(
        panel=panel, sku=goods.sku, categories=tuple(sorted(set(goods.category))),
        first_day=datetime.fromtimestamp(origin, UTC), step_days=step, lines=lines.shape[1],
        data_hash=digest.hexdigest(),
    )  # fmt: skip


def _place(ids: NDArray[np.int64], wanted: Floats) -> NDArray[np.intp]:
    return np.searchsorted(ids, wanted.astype(np.int64))


def _sold(goods: queries.Goods, lines: Floats, origin: float, days: int) -> Floats:
    day = np.floor((lines[1] - origin) / 86_400).astype(np.intp)
    inside = (day >= 0) & (day < days)
    cell = _place(goods.ids, lines[0]) * days + day
    shape = (len(goods.ids), days)
    total = np.bincount(cell[inside], lines[2][inside], shape[0] * days)
    return np.asarray(total.reshape(shape), dtype=np.float64)


def _prices(
    goods: queries.Goods, steps: Floats, lines: Floats, noons: Floats
) -> tuple[Floats, Floats]:
    """Return each day's price, NaN before the first is known, and 1 where it is a sale's.

    Where nobody wrote prices down, they are what people paid.
    """
    price = np.full((len(goods.ids), len(noons)), np.nan)
    promo = np.zeros_like(price)
    for item, variant in enumerate(goods.ids.tolist()):
        own = steps[:, steps[0] == variant]
        if not own.shape[1]:
            paid = lines[:, lines[0] == variant]
            paid = paid[:, np.argsort(paid[1], kind="stable")]
            own = np.stack((paid[0], paid[1], paid[3], np.zeros(paid.shape[1])))
        place = np.searchsorted(own[1], noons, side="right") - 1
        known = (place >= 0) & (own.shape[1] > 0)
        price[item, known] = own[2, place[known]]
        promo[item, known] = own[3, place[known]]
    price[price <= 0] = np.nan
    return price, promo


def _rivals(goods: queries.Goods, looks: Floats, noons: Floats) -> Floats:
    """Return the geometric mean of the latest price of each competitor, NaN where none is known."""
    total = np.zeros((len(goods.ids), len(noons)))
    count = np.zeros_like(total)
    inside = np.isin(looks[0], goods.ids)
    looks = looks[:, inside]
    key = _place(goods.ids, looks[0]) * 1000 + looks[2].astype(np.intp) % 1000
    order = np.lexsort((looks[1], key))
    ends = np.flatnonzero(np.diff(key[order], append=-1)) + 1
    first = 0
    for end in ends.tolist():
        rows = order[first:end]
        first = end
        place = np.searchsorted(looks[1, rows], noons, side="right") - 1
        known = place >= 0
        item = int(key[rows[0]] // 1000)
        total[item, known] += np.log(looks[3, rows[place[known]]])
        count[item, known] += 1
    return np.where(count > 0, np.exp(total / np.maximum(count, 1)), np.nan)


def _panel(
    sold: Floats, price: Floats, promo: Floats, rivals: Floats, category: tuple[str, ...], step: int
) -> Panel:
    seen: NDArray[np.bool_] = np.asarray(~np.isnan(price))
    names = sorted(set(category))
    group = np.array([names.index(one) for one in category], dtype=np.intp)
    price = np.where(seen, price, 1.0)
    if step > 1:
        weeks = sold.shape[1] // step
        last = sold.shape[1] - weeks * step

        def by_week(values: NDArray[Any]) -> NDArray[Any]:
            return values[:, last:].reshape(len(values), weeks, step)

        sold = by_week(sold).sum(axis=2)
        seen = np.asarray(by_week(seen).all(axis=2))
        price = np.exp(np.log(by_week(price)).mean(axis=2))
        promo = by_week(promo).mean(axis=2)
        rivals = by_week(rivals)[:, :, step // 2]
    days = np.arange(sold.shape[1], dtype=np.float64) * step
    return Panel(
        sold=np.where(seen, sold, 0.0), price=price, seen=seen, group=group, days=days,
        promo=promo, rivals=rivals,
    )  # fmt: skip


def _train(ctx: Context, served: Elasticities | None, progress: Progress) -> Trained:
    from commerce.scoring.price_backtest import judged

    progress("reading", 0.0)
    past = history(ctx)
    progress("learning", 0.3)
    response = respond(past.panel)
    progress("judging", 0.6)
    told = None
    if served is not None:
        told = np.array([served.by_sku[s].value if s in served.by_sku else 0.0 for s in past.sku])
    evaluation, knows = judged(past.panel, past.first_day, now_served=told)
    panel = past.panel
    return Trained(
        arrays={
            "item": response.item, "item_se": response.item_se, "own": response.own,
            "group": response.group, "group_se": response.group_se, "group_of": panel.group,
            "doubts": np.array(
                [[one in found for one in _DOUBTS] for found in response.doubts], dtype=np.bool_
            ).reshape(len(response.doubts), len(_DOUBTS)),
            "prices": np.array(
                [len(np.unique(p[s])) for p, s in zip(panel.price, panel.seen, strict=True)]
            ),
            "sold": panel.sold.sum(axis=1),
            "beside": np.array([response.rivals, response.promo]),
        },
        features=("price", "competitors' prices", "promotion", "season", "day", "stock-outs"),
        evaluation=evaluation, rows=past.lines, data_hash=past.data_hash, worth_serving=knows,
        settings={"sku": list(past.sku), "categories": list(past.categories)},
        drift={},
    )  # fmt: skip


def _load(arrays: Arrays, settings: Mapping[str, Any]) -> Elasticities:
    names = list(settings["categories"])
    found = {}
    for k, sku in enumerate(settings["sku"]):
        value, se = float(arrays["item"][k]), float(arrays["item_se"][k])
        group = int(arrays["group_of"][k])
        own = float(arrays["own"][k])
        found[str(sku)] = Elasticity(
            value=value, low=value - 1.2816 * se, high=value + 1.2816 * se, se=se,
            own=None if np.isnan(own) else own, category=str(names[group]),
            category_value=float(arrays["group"][group]),
            category_se=float(arrays["group_se"][group]),
            prices=int(arrays["prices"][k]), sold=int(arrays["sold"][k]),
            doubts=tuple(d for d, so in zip(_DOUBTS, arrays["doubts"][k], strict=True) if so),
        )  # fmt: skip
    rivals, promo = (float(one) for one in arrays["beside"])
    return Elasticities(by_sku=found, rivals=rivals, promo=promo)


DEFINITION: Final[Definition[Elasticities]] = Definition(
    name="price_elasticity",
    answers="By how many percent do sales fall when the price of this rises by one?",
    train=_train,
    load=_load,
)
