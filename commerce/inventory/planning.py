"""What will sell, and what to buy for it: the shop's forecasts put to use."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np

from commerce.access import Permission
from commerce.context import Context
from commerce.errors import NotFound
from commerce.inventory import finding, queries, replenishing
from commerce.inventory.types import Variant
from commerce.money import Money
from commerce.scoring import served
from commerce.scoring.demand import DEFINITION, HORIZON, Ahead, Demand

REVIEW_DAYS = 7
"""Days between two looks at the shelves."""
_TOGETHER = 0.3
"""How far sizes of one product miss together: between 0, each for itself, and 1, all alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What a product, or the whole shop in rupees, is expected to bring."""

    name: str
    first_day: date
    mean: tuple[float, ...]
    """By day."""
    low80: tuple[float, ...]
    high80: tuple[float, ...]
    total: float
    total80: tuple[float, float]
    total95: tuple[float, float]
    usual: float
    """What as many mean days of the last year bring."""
    reasons: tuple[tuple[str, float], ...]
    """Part → what it adds, strongest first: `usual + Σ reasons == total`."""
    came_back: float
    """Pieces of `total` that are likely to come back."""
    variants: tuple[Variant, ...]
    learnt_at: datetime

    @property
    def last_day(self) -> date:
        """The last day that is foretold."""
        return self.first_day + timedelta(days=len(self.mean) - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Purchase:
    """One variant that should be bought again."""

    variant: Variant
    supplier: str
    free: int
    pieces: int
    cost: Money
    reorder_point: float
    safety_stock: float
    per_day: float
    """Expected, less what comes back."""
    lead_days: float
    stock_out_risk: float
    """Chance that it is sold out before an order placed today arrives."""
    empty_on: date | None
    """When it will be sold out at the expected pace; `None` beyond the days foretold."""
    saved: Money
    """Margin that would be lost without it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReorderPlan:
    """What to buy, and what a budget leaves out."""

    chosen: tuple[Purchase, ...]
    left_out: tuple[Purchase, ...]
    cost: Money
    days: int
    no_supplier: tuple[Variant, ...]
    """What runs low and nobody is known to sell."""
    learnt_at: datetime


def _known(ctx: Context) -> tuple[Demand, datetime]:
    found = served(ctx, DEFINITION)
    if found is None or not found[0].reaches(ctx.today, 1):
        raise NotFound("error-demand-not-learnt")
    return found[0], found[1].made_at


def outlook(ctx: Context, product: str, days: int = 30) -> Outlook:
    """Return what a product's variants are expected to sell, today included.

    Raises:
        NotFound: No such product, it is not forecast, or nothing has been learnt.
        Ambiguous: Several products fit.
    """
    ctx.require(Permission.STOCK_READ)
    variants = finding.find_variants(ctx, product)
    demand, learnt_at = _known(ctx)
    days = _reachable(ctx, demand, days)
    found = {v.id: demand.of(v.id, ctx.today, days) for v in variants}
    said = [one for one in found.values() if one is not None]
    if not said:
        raise NotFound("error-demand-not-sold", product=product)
    back = sum(
        one.total * float(demand.back[demand.place[key]]) for key, one in found.items() if one
    )
    name = variants[0].title if len(variants) == 1 else variants[0].product_title
    return _together(name, said, variants, back, learnt_at)


def revenue_ahead(ctx: Context, days: int = 30) -> Outlook:
    """Return what revenue is expected, in rupees, today included.

    Raises:
        NotFound: Nothing has been learnt.
    """
    ctx.require(Permission.REPORTS_READ)
    demand, learnt_at = _known(ctx)
    said = demand.revenue(ctx.today, _reachable(ctx, demand, days))
    assert said is not None, "the days were cut to those that are known"
    return _together("", [said], (), 0.0, learnt_at)


def _reachable(ctx: Context, demand: Demand, days: int) -> int:
    return max(1, min(days, HORIZON - (ctx.today - demand.first).days))


def _together(
    name: str, said: Sequence[Ahead], variants: tuple[Variant, ...], back: float,
    learnt_at: datetime,
) -> Outlook:  # fmt: skip
    mean = np.sum([one.mean for one in said], axis=0)
    low = mean - _wide([one.mean - one.low80 for one in said])
    high = mean + _wide([one.high80 - one.mean for one in said])
    total = sum(one.total for one in said)
    ends = []
    for pairs in ([o.total80 for o in said], [o.total95 for o in said]):
        below = _wide([np.array([o.total - p[0]]) for o, p in zip(said, pairs, strict=True)])[0]
        above = _wide([np.array([p[1] - o.total]) for o, p in zip(said, pairs, strict=True)])[0]
        ends.append((max(total - float(below), 0.0), total + float(above)))
    reasons: dict[str, float] = {}
    for one in said:
        for part, points in one.reasons.items():
            reasons[part] = reasons.get(part, 0.0) + points
    return Outlook(
        name=name, first_day=said[0].first, mean=tuple(mean.tolist()),
        low80=tuple(np.maximum(low, 0.0).tolist()), high80=tuple(high.tolist()), total=total,
        total80=ends[0], total95=ends[1], usual=sum(one.base for one in said),
        reasons=tuple(sorted(reasons.items(), key=lambda item: -abs(item[1]))),
        came_back=back, variants=variants, learnt_at=learnt_at,
    )  # fmt: skip


def _wide(
    widths: Sequence[np.ndarray[tuple[int, ...], np.dtype[np.float64]]],
) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Return the width of a sum: between that of independent misses and of the same miss."""
    apart = np.sum([w**2 for w in widths], axis=0)
    alike = np.sum(widths, axis=0) ** 2
    return np.asarray(np.sqrt((1 - _TOGETHER) * apart + _TOGETHER * alike))


def plan_reorder(ctx: Context, *, budget: Money | None = None, days: int = 30) -> ReorderPlan:
    """Say what to buy now, so that it lasts `days` beyond its lead time.

    A variant is bought when its free pieces will not last to the next look after an order placed
    then would have come, safety stock kept. Demand is net: what comes back is not bought again. A
    budget goes to what saves the most margin a rupee.

    Raises:
        NotFound: Nothing has been learnt.
    """
    ctx.require(Permission.STOCK_READ)
    demand, learnt_at = _known(ctx)
    free = queries.free_pieces(ctx)
    offers = queries.offers(ctx)
    wanted, orphans = [], []
    for variant in queries.variants(ctx):
        if variant.id not in free:
            continue
        offer = offers.get(variant.id)
        if offer is None:
            if _runs_low(ctx, demand, variant, free[variant.id], days):
                orphans.append(variant)
            continue
        purchase = _purchase(ctx, demand, variant, free[variant.id], offer, days)
        if purchase is not None:
            wanted.append(purchase)
    wishes = [
        replenishing.Wish(key=p.variant.id, pieces=p.pieces, cost=float(p.cost.minor),
                          saved=float(p.saved.minor))
        for p in wanted
    ]  # fmt: skip
    kept = set(replenishing.within(wishes, None if budget is None else float(budget.minor)))
    ranked = sorted(wanted, key=lambda p: (-p.saved.minor, p.variant.sku))
    chosen = tuple(p for p in ranked if p.variant.id in kept)
    return ReorderPlan(
        chosen=chosen, left_out=tuple(p for p in ranked if p.variant.id not in kept),
        cost=Money(sum(p.cost.minor for p in chosen), ctx.currency), days=days,
        no_supplier=tuple(orphans), learnt_at=learnt_at,
    )  # fmt: skip


def _runs_low(ctx: Context, demand: Demand, variant: Variant, free: int, days: int) -> bool:
    said = demand.of(variant.id, ctx.today, _reachable(ctx, demand, days))
    return said is not None and free < said.total


def _purchase(
    ctx: Context, demand: Demand, variant: Variant, free: int, offer: queries.Offer, days: int
) -> Purchase | None:
    """Return what to buy of one variant; `None` where it lasts."""
    reach = _reachable(ctx, demand, math.ceil(offer.lead_days) + REVIEW_DAYS + days)
    said = demand.of(variant.id, ctx.today, reach)
    if said is None:
        return None
    net = 1.0 - float(demand.back[demand.place[variant.id]])
    daily = said.total / len(said.mean) * net
    shelf = {"daily": daily, "daily_sd": said.sd * net, "lead_days": offer.lead_days,
             "lead_sd": offer.lead_sd}  # fmt: skip
    point = replenishing.reorder_point(**shelf)
    safety = replenishing.safety_stock(**shelf, review_days=REVIEW_DAYS)
    if free > daily * (offer.lead_days + REVIEW_DAYS) + safety:
        return None
    level = daily * (offer.lead_days + days) + safety
    pieces = replenishing.packed(level - free, minimum=offer.minimum)
    # Rarely sold goods are not worth a supplier's minimum that lies for years.
    if pieces <= 0 or daily * 365 < pieces:
        return None
    spread = math.sqrt(offer.lead_days * (said.sd * net) ** 2 + (daily * offer.lead_sd) ** 2)
    span = offer.lead_days + days
    short = replenishing.expected_short(
        stock=max(free, 0), mean=daily * span, sd=spread * math.sqrt(span / offer.lead_days)
    )
    margin = max(variant.price.minor - offer.cost.minor, 0)
    return Purchase(
        variant=variant, supplier=offer.supplier, free=free, pieces=pieces,
        cost=Money(offer.cost.minor * pieces, ctx.currency), reorder_point=point,
        safety_stock=safety, per_day=daily, lead_days=offer.lead_days,
        stock_out_risk=replenishing.stock_out_risk(
            stock=max(free, 0), mean=daily * offer.lead_days, sd=spread
        ),
        empty_on=empty_on(ctx.today, free, said.mean * net),
        saved=Money(round(min(short, pieces) * margin), ctx.currency),
    )  # fmt: skip


def empty_on(
    today: date, free: int, mean: np.ndarray[tuple[int, ...], np.dtype[np.float64]]
) -> date | None:
    """Return the day on which expected sales have used up what is free."""
    if free <= 0:
        return today
    gone = np.flatnonzero(np.cumsum(mean) >= free)
    return today + timedelta(days=int(gone[0])) if len(gone) else None


def days_left(ctx: Context, free: Mapping[int, int]) -> dict[int, float]:
    """Return variant id → days its free pieces are expected to last; only where it is known.

    Empty where nothing has been learnt; nothing is raised then.
    """
    found = served(ctx, DEFINITION)
    if found is None:
        return {}
    demand = found[0]
    skip = (ctx.today - demand.first).days
    if not 0 <= skip < HORIZON:
        return {}
    rows = [(key, demand.place[key]) for key in free if key in demand.place]
    if not rows:
        return {}
    gone = np.cumsum(demand.mean[[row for _, row in rows], skip:], axis=1)
    pieces = np.array([free[key] for key, _ in rows], dtype=np.float64)[:, None]
    lasts = (gone < pieces).sum(axis=1)
    return {key: float(n) for (key, _), n in zip(rows, lasts.tolist(), strict=True)}
