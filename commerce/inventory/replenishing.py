"""When to buy again and how much: decisions on demand, lead time and money; no database.

Silver, Pyke & Thomas, *Inventory and Production Management in Supply Chains*, 4th edition, chapters
4, 6 and 9. Demand is in pieces, time in days.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

SERVICE: Final = 0.95
"""Share of cycles that end before the shelf is empty."""


def z_of(service: float) -> float:
    """Return how many standard deviations a cycle service level reaches."""
    return NormalDist().inv_cdf(service)


def safety_stock(
    *, daily: float, daily_sd: float, lead_days: float, lead_sd: float, service: float = SERVICE,
    review_days: float = 0.0,
) -> float:  # fmt: skip
    """Return `z·√((LT + R)·σ_d² + d̄²·σ_LT²)`, with R the days between two looks at the shelf."""
    spread = (lead_days + review_days) * daily_sd**2 + daily**2 * lead_sd**2
    return z_of(service) * math.sqrt(spread)


def reorder_point(
    *, daily: float, daily_sd: float, lead_days: float, lead_sd: float, service: float = SERVICE
) -> float:
    """Return the stock at which to order: demand over the lead time, and safety stock."""
    return daily * lead_days + safety_stock(
        daily=daily, daily_sd=daily_sd, lead_days=lead_days, lead_sd=lead_sd, service=service
    )


def economic_quantity(*, yearly: float, per_order: float, holding: float) -> float:
    """Return Harris' `√(2·D·S / H)`.

    Args:
        yearly: Pieces sold a year.
        per_order: What placing one order costs.
        holding: What one piece costs a year to keep, in the same money.
    """
    return math.sqrt(2 * yearly * per_order / holding)


def newsvendor(*, mean: float, sd: float, short: float, over: float) -> float:
    """Return the quantity for one season: `F⁻¹(Cu / (Cu + Co))` of a normal demand.

    Args:
        mean: Of demand.
        sd: Of demand.
        short: What a piece too few costs: its margin.
        over: What a piece too many costs.
    """
    return NormalDist(mean, sd).inv_cdf(short / (short + over))


def stock_out_risk(*, stock: float, mean: float, sd: float) -> float:
    """Return the chance that demand exceeds the stock; demand is never below zero."""
    if mean <= 0:
        return 0.0
    if sd <= 0:
        return float(mean > stock)
    if stock <= 0:
        return 1.0
    # Demand leans to the right, the more the rarer it is: a gamma of the same mean and spread.
    # Wilson & Hilferty's cube root makes it nearly normal (1931, doi:10.1073/pnas.17.12.684).
    shape = (mean / sd) ** 2
    root = (stock / mean) ** (1 / 3)
    z = (root - (1 - 1 / (9 * shape))) * 3 * math.sqrt(shape)
    return 1.0 - NormalDist().cdf(z)


def expected_short(*, stock: float, mean: float, sd: float) -> float:
    """Return the pieces that will be asked for in vain: `σ·G((stock − mean) / σ)`."""
    if sd <= 0:
        return max(mean - stock, 0.0)
    z = (stock - mean) / sd
    normal = NormalDist()
    return max(sd * (normal.pdf(z) - z * (1.0 - normal.cdf(z))), 0.0)


def packed(pieces: float, *, minimum: int = 0, pack: int = 1) -> int:
    """Return pieces as a supplier sells them: whole packs, none below the minimum; 0 stays 0."""
    if pieces <= 0:
        return 0
    return math.ceil(max(pieces, minimum) / pack) * pack


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What could be bought, and what it would be worth."""

    key: int
    pieces: int
    cost: float
    saved: float
    """Margin that would be lost without it."""


def within(wishes: Sequence[Wish], budget: float | None) -> tuple[int, ...]:
    """Return the keys of what to buy: the most margin saved that a budget can pay.

    The best by rupee first, then whatever of the rest fits; beside it, the one best alone, so that
    never less than half of what is possible is saved (Dantzig 1957, doi:10.1287/opre.5.2.266).
    """
    if budget is None:
        return tuple(wish.key for wish in wishes)
    chosen, left = [], budget
    for wish in sorted(wishes, key=lambda w: (-w.saved / max(w.cost, 1e-9), w.key)):
        if wish.cost <= left:
            chosen.append(wish)
            left -= wish.cost
    alone = max((w for w in wishes if w.cost <= budget), key=lambda w: w.saved, default=None)
    if alone is not None and alone.saved > sum(wish.saved for wish in chosen):
        return (alone.key,)
    kept = {wish.key for wish in chosen}
    return tuple(wish.key for wish in wishes if wish.key in kept)
