"""Everything that is fixed before the first order is placed."""

from dataclasses import dataclass
from datetime import datetime

import numpy as np

from app.demo import calendar, catalogue, couriers, market, places
from app.demo.behaviour import DAYS, Behaviour
from app.demo.calendar import Occasion
from app.demo.catalogue import Catalogue
from app.demo.clock import OFFSET
from app.demo.couriers import Couriers
from app.demo.customers import Customers
from app.demo.dice import Dice, Floats
from app.demo.market import Market
from app.demo.places import Places


@dataclass(frozen=True, kw_only=True)
class World:
    """The stage of one demo shop."""

    seed: int
    orders: int
    now: int
    """Seconds since 1970."""
    today: int
    """Days since 1970, in India."""
    dice: Dice
    behaviour: Behaviour
    places: Places
    couriers: Couriers
    catalogue: Catalogue
    occasions: list[Occasion]
    market: Market
    customers: Customers
    day_share: Floats
    """Each day's share of all orders, shape (days,)."""

    @property
    def first_day(self) -> int:
        """First day of history, as days since 1970."""
        return self.today - DAYS + 1


BUSY_DAYS = 12
BUSY_ORDERS = 14
"""A small shop too has this many orders a day of late, so that there is something to work on."""


def build(*, seed: int, orders: int, now: datetime) -> World:
    """Draw the stage."""
    dice, behaviour = Dice(seed), Behaviour()
    seconds = int(now.timestamp())
    today = (seconds + OFFSET) // 86_400
    goods = catalogue.draw(dice, behaviour)
    towns = places.draw(dice, behaviour)
    found = calendar.occasions(today - DAYS + 1, today + calendar.AHEAD_DAYS)
    trade = market.draw(dice, behaviour, goods, found, today)
    return World(
        seed=seed,
        orders=orders,
        now=seconds,
        today=today,
        dice=dice,
        behaviour=behaviour,
        places=towns,
        couriers=couriers.read(),
        catalogue=goods,
        occasions=found,
        market=trade,
        customers=Customers(dice, behaviour, towns),
        day_share=_day_share(trade.day_weight, orders),
    )


def _day_share(weight: Floats, orders: int) -> Floats:
    share = weight / weight.sum()
    share[-BUSY_DAYS:] = np.maximum(share[-BUSY_DAYS:], min(BUSY_ORDERS / orders, 0.01))
    return np.asarray(share / share.sum())
