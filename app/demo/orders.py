"""What is ordered, by whom, when and how it is paid."""

from dataclasses import dataclass

import numpy as np

from app.demo.behaviour import DAYS
from app.demo.catalogue import APPAREL_LIMIT
from app.demo.clock import HOUR, day_of, midnight_of
from app.demo.customers import Traits
from app.demo.dice import Flags, Floats, Ints
from app.demo.world import World

SHARE_OF_TODAY = 0.55
"""Part of a whole day's orders that today has had, at whatever hour it is.

So the hour changes nothing about the days before, and just after midnight there are orders too.
"""

FREE_SHIPPING_FROM = 49_900
SHIPPING = 4_900
"""Paise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """A run of orders in the order they were placed; arrays run alike, money in paise."""

    ids: Ints
    """Numbers from 0."""
    placed: Ints
    day: Ints
    """Day of history, from 0."""
    customer: Ints
    is_new: Flags
    traits: Traits
    other_address: Flags
    place: Ints
    channel: Ints
    """Index into `Buyers.channels`."""
    cod: Flags
    method: Ints
    """Index into `Buyers.prepaid`; means nothing where `cod`."""
    courier: Ints
    line_order: Ints
    """Which order of this run each line is of."""
    variant: Ints
    quantity: Ints
    unit: Ints
    line_discount: Ints
    line_tax: Ints
    category: Ints
    """Of the first line."""
    subtotal: Ints
    discount: Ints
    shipping: Ints
    tax: Ints
    grams: Ints

    @property
    def total(self) -> Ints:
        """What the customer pays."""
        return self.subtotal - self.discount + self.shipping


class Till:
    """Draws orders run by run; remembers only how many customers there are by now."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.customers = 0
        weight = world.day_share
        expected = world.orders * weight[-1]
        self.of_today = int(min(max(round(SHARE_OF_TODAY * expected), 12), world.orders // 2))
        hours = np.array(world.behaviour.demand.hours)
        cells = (weight[:-1, None] * (hours / hours.sum())).ravel()
        self._ladder = np.concatenate([[0.0], np.cumsum(cells) / cells.sum()])
        demand = world.market.demand
        steps = np.cumsum(demand, axis=1) / demand.sum(axis=1, keepdims=True)
        self._demand = (steps + np.arange(DAYS)[:, None]).ravel()

    def next_orders(self, start: int, stop: int) -> Orders:
        """Return the orders numbered from `start` to before `stop`; runs must follow each other."""
        world, dice = self._world, self._world.dice
        buyers = world.behaviour.buyers
        ids = np.arange(start, stop, dtype=np.int64)
        placed = self._placed(ids)
        day = day_of(placed) - world.first_day
        customer, is_new = self._customers(ids, day)
        traits = world.customers.traits(customer)
        other = traits.has_other & dice.flag("elsewhere order", ids, 0.35)
        channel = dice.pick("channel", ids, [share for share, _ in buyers.channels.values()])
        cod_share = np.array([share for _, share in buyers.channels.values()])[channel]
        place = np.where(other, traits.other_place, traits.place)
        lines = self._lines(ids, day)
        return Orders(
            ids=ids,
            placed=placed,
            day=day,
            customer=customer,
            is_new=is_new,
            traits=traits,
            other_address=other,
            place=place,
            channel=channel,
            cod=dice.flag("cod", ids, cod_share),
            method=dice.pick("method", ids, list(buyers.prepaid.values())),
            courier=dice.pick("courier", ids, world.couriers.share),
            **lines,
        )

    def _placed(self, ids: Ints) -> Ints:
        """Return when each is placed: even through the weighted hours, so in order already."""
        world = self._world
        before = world.orders - self.of_today
        first = midnight_of(world.first_day)
        share = (ids + world.dice.uniform("placed", ids)) / before
        cell = np.clip(
            np.searchsorted(self._ladder, share, side="right") - 1, 0, (DAYS - 1) * 24 - 1
        )
        width = self._ladder[cell + 1] - self._ladder[cell]
        inside = np.clip((share - self._ladder[cell]) / width, 0.0, 0.9999)
        past = first + ((cell + inside) * HOUR).astype(np.int64)
        start = midnight_of(world.today)
        part = (ids - before + world.dice.uniform("placed", ids)) / self.of_today
        today = start + self._of_today(part, (world.now - start) / HOUR)
        return np.where(ids < before, past, today)

    def _of_today(self, part: Floats, hours_gone: float) -> Ints:
        """Return seconds since midnight, spread over the hours that have passed."""
        shares = np.array(self._world.behaviour.demand.hours)
        ladder = np.concatenate([[0.0], np.cumsum(shares)])
        reached = np.interp(hours_gone, np.arange(25), ladder)
        hour = np.interp(part * reached, ladder, np.arange(25))
        return np.asarray(np.clip(hour, 0.0, hours_gone) * HOUR, dtype=np.int64)

    def _customers(self, ids: Ints, day: Ints) -> tuple[Ints, Flags]:
        dice, buyers = self._world.dice, self._world.behaviour.buyers
        new_share = buyers.new_first + (buyers.new_last - buyers.new_first) * day / DAYS
        is_new = dice.flag("new", ids, new_share) | (ids == 0)
        after = self.customers + np.cumsum(is_new)
        before = after - is_new
        # Recent customers come back more often than old ones; the loyal ones always may.
        recent = (before * dice.uniform("who", ids) ** 0.7).astype(np.int64)
        loyal = recent // buyers.loyal_every * buyers.loyal_every
        again = np.where(dice.flag("loyal", ids, 0.5), loyal, recent)
        self.customers = int(after[-1])
        return np.where(is_new, before, again), is_new

    def _lines(self, ids: Ints, day: Ints) -> dict[str, Ints]:
        world, dice, goods = self._world, self._world.dice, self._world.catalogue
        demand = world.behaviour.demand
        count = 1 + dice.pick("lines", ids, demand.lines)
        order = np.repeat(np.arange(len(ids)), count)
        first = np.cumsum(count) - count
        line = ids[order] * 8 + (np.arange(len(order)) - first[order])
        reach = day[order] + dice.uniform("variant", line)
        drawn = np.searchsorted(self._demand, reach, side="right")
        variant = np.minimum(drawn - day[order] * len(goods.sku), len(goods.sku) - 1)
        again = self._twice(order, variant)
        order, variant, line = order[~again], variant[~again], line[~again]
        category = goods.category[variant]
        more = demand.second_piece * np.where(category == 4, 3.0, 1.0)
        quantity = 1 + dice.flag("second", line, more) + dice.flag("third", line, more * 0.2)
        unit = world.market.price[day[order], variant]
        gross = unit * quantity
        percent = (
            5
            * (1 + dice.whole("percent", ids, 4))
            * dice.flag("coupon", ids, world.behaviour.buyers.discount)
        )
        discount = gross * percent[order] // 10_000 * 100
        net = gross - discount
        rate = np.where(
            goods.apparel[variant],
            np.where(net <= APPAREL_LIMIT * quantity, 5.0, 18.0),
            goods.tax_percent[variant],
        )
        tax = np.round(net * rate / (100.0 + rate)).astype(np.int64)

        def summed(values: Ints) -> Ints:
            return np.bincount(order, weights=values, minlength=len(ids)).astype(np.int64)

        subtotal, off = summed(gross), summed(discount)
        leads = np.searchsorted(order, np.arange(len(ids)))
        return {
            "line_order": order,
            "variant": variant,
            "quantity": quantity.astype(np.int64),
            "unit": unit,
            "line_discount": discount,
            "line_tax": tax,
            "category": category[leads],
            "subtotal": subtotal,
            "discount": off,
            "shipping": np.where(subtotal - off < FREE_SHIPPING_FROM, SHIPPING, 0),
            "tax": summed(tax),
            "grams": summed(goods.grams[variant] * quantity) + 60,
        }

    @staticmethod
    def _twice(order: Ints, variant: Ints) -> Flags:
        """Tell which lines repeat a variant the same order already has."""
        key = order * 100_000 + variant
        _, first = np.unique(key, return_index=True)
        again = np.ones(len(key), dtype=np.bool_)
        again[first] = False
        return again
