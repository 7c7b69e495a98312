"""Price decisions: what lies between two prices, what is left of one, and how far it may go."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from statistics import NormalDist
from typing import Final

import numpy as np

from commerce.money import Money
from commerce.pricing.types import Costs, Effect, Guard, Measured, Part
from commerce.scoring.types import Floats
from commerce.settings import PriceRules

STALE_AFTER = timedelta(days=14)
"""A competitor's price seen longer ago may well have changed."""
TAX_STEP: Final = 250_000
"""Paise up to which a piece of apparel or a pair of shoes is taxed at 5 %, above at 18 %, since
22 September 2025 (56th GST Council)."""
_BY_PRICE: Final = frozenset(("apparel", "footwear"))
UNDO_FOR: Final = timedelta(hours=24)
FURTHEST: Final = 0.20
"""Advice goes no further from today's price than this: beyond, nobody saw what buyers do."""
NEEDS_A_LOOK: Final = 0.20
"""A change within a day beyond this share is pointed out to whoever approves."""
WORTH_IT: Final = 0.01
"""A gain below this share of the profit is not worth a change."""
LADDER: Final = ((0, 10), (14, 20), (28, 30), (42, 40))
"""Days from now and percent off, for what does not sell."""
_Z: Final = np.array([NormalDist().inv_cdf((k + 0.5) / 41) for k in range(41)])


def apart(theirs: Money, ours: Money) -> float | None:
    """Return by which share of ours a price lies above it (below zero: below it).

    `None` where ours is nothing.
    """
    return (theirs.minor - ours.minor) / ours.minor if ours.minor else None


def is_stale(seen_at: datetime, now: datetime) -> bool:
    """Tell whether a price was seen too long ago to be relied on."""
    return now - seen_at > STALE_AFTER


def gst_percent(tax_class: str, price: float) -> float:
    """Return the GST rate of a piece at a price in minor units, GST included.

    >>> gst_percent("apparel", 250_000), gst_percent("apparel", 250_100)
    (5.0, 18.0)
    """
    if tax_class in _BY_PRICE:
        return 5.0 if price <= TAX_STEP else 18.0
    try:
        return float(tax_class)
    except ValueError:
        return 18.0


def crosses_tax_step(tax_class: str, before: float, after: float) -> bool:
    """Tell whether a higher price is taxed at a higher rate."""
    return gst_percent(tax_class, before) < gst_percent(tax_class, after)


def unit_profit(costs: Costs, price: float) -> float:
    """Return what an ordered piece leaves, in minor units.

    What is delivered brings the price without GST, less commission and cost; what comes back brings
    nothing, is put back on the shelf, and has cost both ways.
    """
    return sum(amount for _, amount in _unit_parts(costs, price))


def _unit_parts(costs: Costs, price: float) -> tuple[tuple[str, float], ...]:
    kept = 1 - costs.comes_back
    gst = price - price / (1 + gst_percent(costs.tax_class, price) / 100)
    return (
        ("price", price),
        ("gst", -kept * gst),
        ("commission", -kept * costs.commission * price),
        ("returns", -costs.comes_back * price - costs.comes_back * costs.return_shipping),
        ("costs", -kept * costs.cost - costs.shipping),
    )


def margin(costs: Costs, price: float) -> float:
    """Return what is left of the price without GST after cost and commission, as a share."""
    net = price / (1 + gst_percent(costs.tax_class, price) / 100)
    return (net - costs.commission * price - costs.cost) / net if net else 0.0


def effect(
    costs: Costs, pieces: float, today: float, price: float, elasticity: float, se: float
) -> Effect:
    """Return what a price would bring, with 80 % intervals from the elasticity's standard error.

    Args:
        costs: Of a piece.
        pieces: Sold in 30 days at today's price.
        today: Today's price, minor units.
        price: The price to try, minor units.
        elasticity: Percent more pieces for one percent more price.
        se: Its standard error.
    """
    draws: Floats = np.asarray(elasticity + se * _Z, dtype=np.float64)
    unit, unit_now = unit_profit(costs, price), unit_profit(costs, today)
    sold = pieces * np.exp(draws * np.log(price / today))
    middle = float(pieces * np.exp(elasticity * np.log(price / today)))
    low, high = (float(v) for v in np.quantile(sold, (0.1, 0.9)))
    profits = np.sort(sold * unit)
    profit_low, profit_high = (float(v) for v in np.quantile(profits, (0.1, 0.9)))
    base = pieces * unit_now
    return Effect(
        price=round(price), gst_percent=gst_percent(costs.tax_class, price), unit_profit=unit,
        margin=margin(costs, price), pieces=middle, pieces_low=low, pieces_high=high,
        profit=middle * unit, profit_low=profit_low, profit_high=profit_high,
        gain=middle * unit - base, gain_low=profit_low - base, gain_high=profit_high - base,
    )  # fmt: skip


def parts(costs: Costs, pieces: float, today: float, at: Effect) -> tuple[Part, ...]:
    """Return what makes up a gain: by the piece at today's sales, then by more or fewer pieces.

    They add up to `at.gain`.
    """
    now, then = dict(_unit_parts(costs, today)), dict(_unit_parts(costs, at.price))
    found = [Part(name=name, amount=pieces * (then[name] - now[name])) for name in then]
    found.append(Part(name="pieces", amount=(at.pieces - pieces) * at.unit_profit))
    return tuple(sorted((p for p in found if abs(p.amount) > 1e-9), key=lambda p: -abs(p.amount)))


def best_without_limits(cost: float, elasticity: float, commission: float = 0.0) -> float:
    """Return `p* = c/(1−f) · ε/(1+ε)`, the best price of a constant elasticity below -1."""
    return cost / (1 - commission) * elasticity / (1 + elasticity)


def floor_price(costs: Costs, rules: PriceRules) -> int:
    """Return the lowest price, in whole rupees, that leaves the least margin and no loss."""
    low, high = 100, max(int(costs.cost * 10), 10_000)
    while high - low > 100:
        middle = (low + high) // 200 * 100
        good = margin(costs, middle) >= rules.least_margin
        low, high = (low, middle) if good else (middle, high)
    return high


def endings(low: float, high: float, rules: PriceRules) -> list[int]:
    """Return prices with a good ending between two, in minor units, ascending."""
    step = 1_000 if low < 100_000 else 5_000
    tail = rules.ending * 100 if low < 100_000 else (4_000 + rules.ending * 100)
    first = int(np.ceil((low - tail) / step))
    last = int(np.floor((high - tail) / step))
    return [k * step + tail for k in range(first, last + 1) if k * step + tail > 0]


def bounds(
    today: float, mrp: float, floor: float, rivals: Sequence[int], rules: PriceRules
) -> tuple[float, float, Guard, Guard]:
    """Return the lowest and the highest price to look at, and what holds each.

    Args:
        today: Minor units, as are all prices.
        mrp: Never crossed; 0 where none is known.
        floor: What leaves the least margin.
        rivals: Competitors' prices that are not old.
        rules: What the shop chose.
    """
    lows = [(today * (1 - FURTHEST), Guard.FAR), (floor, Guard.MARGIN_FLOOR)]
    highs = [(today * (1 + FURTHEST), Guard.FAR)]
    if mrp:
        highs.append((mrp, Guard.MRP))
    if rivals:
        usual = float(np.exp(np.mean(np.log(rivals))))
        lows.append((usual * rules.band_low, Guard.COMPETITORS))
        highs.append((usual * rules.band_high, Guard.COMPETITORS))
    low, low_guard = max(lows, key=lambda one: one[0])
    high, high_guard = min(highs, key=lambda one: one[0])
    if low > high:
        # The market or the MRP lies below the floor: nothing between them is left to choose.
        low = high = min(max(today, floor), mrp or today)
    return low, high, low_guard, high_guard


def measured(days: int, own: tuple[int, int], rest: tuple[int, int]) -> Measured | None:
    """Return what a change did to pieces beside the rest of the category.

    A difference in differences of log counts, its variance the sum of `1/n` (Poisson) times 1.5,
    as days of a shop vary more than chance alone would.

    Args:
        days: On either side.
        own: Pieces before and after.
        rest: Pieces of the rest of the category before and after.
    """
    if min(*own, *rest) < 5:
        return None
    gone = np.log(own[1] / own[0]) - np.log(rest[1] / rest[0])
    error = float(np.sqrt(1.5 * sum(1 / n for n in (*own, *rest))))
    low, middle, high = (float(np.expm1(gone + z * error)) for z in (-1.2816, 0.0, 1.2816))
    return Measured(days=days, before=own[0], after=own[1], effect=middle, low=low, high=high)
