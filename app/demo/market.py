"""Prices, competitors and demand, for every day and variant."""

from dataclasses import dataclass

import numpy as np

from app.demo.behaviour import DAYS, Behaviour
from app.demo.calendar import Occasion
from app.demo.catalogue import CATEGORIES, Catalogue, charm
from app.demo.clock import iso_day
from app.demo.dice import Dice, Flags, Floats, Ints

COMPETITORS = ("BharatBazaar", "DesiKart", "UrbanHaat")
_COMPETITOR_LEVEL = np.array([-0.045, 0.085, 0.02])
"""How much dearer each is on the whole, as a log ratio."""
SHOWPIECE_RIVALS = (189_900, 219_900, 204_900)
"""Paise the three ask for the showpiece today."""

LOOK_EVERY = 42
"""Days between looks at competitors' prices."""

REVIEW_EVERY = 78
"""Days between the shop's own looks at a price."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Market:
    """Everything about a day and a variant; axes are (day of history, variant), money in paise."""

    price: Ints
    on_sale: Flags
    available: Flags
    """False where the variant was out of stock."""
    looks: Ints
    """Days of history on which competitors were looked at."""
    rival_price: Ints
    """Shape (looks, variants, competitors)."""
    demand: Floats
    """Relative demand with price, season and stock."""
    day_weight: Floats
    """Relative number of orders of each day, shape (days,)."""


def draw(
    dice: Dice, behaviour: Behaviour, catalogue: Catalogue, occasions: list[Occasion], today: int
) -> Market:
    """Draw eighteen months of the market up to `today` (days since 1970)."""
    days = np.arange(today - DAYS + 1, today + 1, dtype=np.int64)
    season = _season(behaviour, occasions, days)[:, catalogue.category]
    price, on_sale = _prices(dice, behaviour, catalogue, occasions, days, season)
    looks = np.append(np.arange((DAYS - 2) % LOOK_EVERY, DAYS - 2, LOOK_EVERY), DAYS - 2)
    rivals = _rivals(dice, catalogue, looks)
    nearest = np.clip(np.searchsorted(looks, np.arange(DAYS), side="right") - 1, 0, None)
    rival_level = np.log(rivals / catalogue.price[None, :, None]).mean(axis=2)[nearest]
    available = _available(dice, catalogue)
    own = np.exp(catalogue.elasticity * np.log(price / catalogue.price))
    cross = np.exp(behaviour.demand.cross_elasticity * rival_level)
    plain = catalogue.popularity * season
    demand = plain * own * cross * available
    lived = np.arange(DAYS)[:, None]
    demand *= (lived >= catalogue.launched) & (lived < catalogue.dead_from)
    response = demand.sum(axis=1) / plain.sum(axis=1)
    return Market(
        price=price,
        on_sale=on_sale,
        available=available,
        looks=looks.astype(np.int64),
        rival_price=rivals,
        demand=demand,
        day_weight=_day_weights(dice, behaviour, occasions, days) * (response / response.mean()),
    )


def _season(behaviour: Behaviour, occasions: list[Occasion], days: Ints) -> Floats:
    """Return what each day does to each category, shape (days, categories)."""
    season = np.ones((len(days), len(CATEGORIES)))
    for occasion in occasions:
        favoured = [CATEGORIES.index(name) for name in occasion.favours]
        strength = (behaviour.demand.favour - 1.0) * occasion.pull(days)
        season[:, favoured] *= 1.0 + strength[:, None]
    return season


def _day_weights(dice: Dice, behaviour: Behaviour, occasions: list[Occasion], days: Ints) -> Floats:
    demand = behaviour.demand
    weight = np.exp(np.linspace(0.0, np.log(demand.growth), len(days)))
    weight *= np.array(demand.weekdays)[(days + 3) % 7]
    of_month = np.array([int(iso_day(day)[-2:]) for day in days.tolist()])
    weight *= np.where(of_month <= 7, demand.payday, 1.0)
    # Occasions overlap; the strongest carries the day, the others add a third of theirs.
    lifts = np.array([(o.lift - 1.0) * o.pull(days) for o in occasions] or [np.zeros(len(days))])
    strongest = lifts.max(axis=0)
    weight *= 1.0 + strongest + (lifts.sum(axis=0) - strongest) / 3.0
    return np.asarray(weight * np.exp(demand.day_noise * dice.normal("day", days)))


def _prices(
    dice: Dice, behaviour: Behaviour, catalogue: Catalogue, occasions: list[Occasion],
    days: Ints, season: Floats,
) -> tuple[Ints, Flags]:  # fmt: skip
    """Return prices and which of them are sale prices; today's plain price is the list price."""
    variants = np.arange(len(catalogue.sku), dtype=np.int64)
    since = (
        DAYS - 1 - np.arange(DAYS)[:, None] + dice.whole("review", variants, 60)
    ) // REVIEW_EVERY
    stage = since * 1000 + variants
    level = 0.055 * dice.normal("level", stage.ravel()).reshape(stage.shape)
    # A price is set by how the category sold when it was last looked at, so it follows demand.
    starts = np.clip(
        DAYS - 1 + dice.whole("review", variants, 60) - (since + 1) * REVIEW_EVERY + 1, 0, None
    )
    seen = np.take_along_axis(season, starts, axis=0)
    level += behaviour.demand.price_follows_demand * np.log(seen) / np.log(behaviour.demand.favour)
    level = np.where(since == since[-1], 0.0, level)
    on_sale = np.zeros((DAYS, len(variants)), dtype=np.bool_)
    for k, occasion in enumerate(occasions):
        if occasion.kind != "sale":
            continue
        joins = dice.flag("joins", variants + 1000 * k, 0.33) & ~catalogue.showpiece
        held = (days >= occasion.first) & (days <= occasion.last)
        on_sale |= held[:, None] & joins[None, :]
    cut = np.log(1.0 - dice.between("cut", variants, 0.08, 0.22))
    price = charm(catalogue.price / 100.0 * np.exp(level + np.where(on_sale, cut, 0.0)))
    floor = charm(catalogue.cost / 100.0 * 1.12)
    return np.clip(price, floor, catalogue.mrp), on_sale


def _rivals(dice: Dice, catalogue: Catalogue, looks: Ints) -> Ints:
    shape = (len(looks), len(catalogue.sku), len(COMPETITORS))
    cells = np.arange(np.prod(shape), dtype=np.int64)
    level = _COMPETITOR_LEVEL + 0.05 * dice.normal("rival", cells).reshape(shape)
    rivals = charm(catalogue.price[None, :, None] / 100.0 * np.exp(level))
    rivals[-1, catalogue.showpiece] = SHOWPIECE_RIVALS
    return np.minimum(rivals, (catalogue.mrp * 1.2).astype(np.int64)[None, :, None])


def _available(dice: Dice, catalogue: Catalogue) -> Flags:
    """Return where stock was; up to three gaps a variant, and some are out of stock now."""
    variants = np.arange(len(catalogue.sku), dtype=np.int64)
    available = np.ones((DAYS, len(variants)), dtype=np.bool_)
    lived = np.arange(DAYS)[:, None]
    for gap in range(3):
        happens = dice.flag(f"gap{gap}", variants, 0.30)
        first = dice.whole(f"gap{gap}/first", variants, DAYS - 40)
        length = 3 + dice.whole(f"gap{gap}/length", variants, 12)
        available &= ~(happens & (lived >= first) & (lived < first + length))
    out_now = (
        dice.flag("out", variants, 0.06) & ~catalogue.showpiece & (catalogue.dead_from == DAYS)
    )
    since = DAYS - 2 - dice.whole("out/since", variants, 8)
    available &= ~(out_now & (lived >= since))
    return available
