"""What the shop does with an order before the parcel leaves: paid, confirmed, held, packed."""

from dataclasses import dataclass

import numpy as np

from app.demo.behaviour import DAYS
from app.demo.clock import DAY, HOUR, MINUTE, NEVER, day_of, is_sunday, midnight, second_of_day
from app.demo.dice import Flags, Ints
from app.demo.orders import Orders
from app.demo.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Handling:
    """When each step happens, `NEVER` where it does not; some lie after now."""

    paid: Ints
    unpaid: Flags
    """Prepaid, but the money did not come with the order."""
    confirmed: Ints
    held: Ints
    hold_end: Ints
    cancelled: Ints
    labelled: Ints
    """The parcel is booked with the courier."""
    manifested: Ints
    picked: Ints


def handle(world: World, orders: Orders) -> Handling:
    """Draw what happens to orders up to the courier's pick-up."""
    dice, office, ids = world.dice, world.behaviour.office, orders.ids
    age = DAYS - 1 - orders.day
    unpaid_share = np.where(age <= 1, office.unpaid_lately, office.unpaid)
    unpaid = ~orders.cod & dice.flag("unpaid", ids, unpaid_share)
    pays = dice.flag("pays", ids, office.unpaid_then_paid)
    later = orders.placed + _hours(world, "paid", ids, 1.0, 20.0)
    paid = np.where(unpaid, np.where(pays, later, NEVER), orders.placed)
    lapsed = unpaid & ~pays

    confirmed = np.where(lapsed, NEVER, _confirmed(world, orders, paid))
    early_share = np.where(orders.cod, office.cancelled_cod, office.cancelled_prepaid)
    early = dice.flag("cancelled", ids, early_share) & ~lapsed
    held_share = np.where(age <= 2, office.held_lately, office.held)
    held = dice.flag("held", ids, held_share) & ~lapsed & ~early
    hold_start = np.where(held, confirmed + _hours(world, "hold", ids, 0.1, 1.5), NEVER)
    hold_end = np.where(held, hold_start + _hours(world, "hold/length", ids, 6.0, 70.0), NEVER)
    given_up = held & dice.flag("given up", ids, office.held_then_cancelled)
    cancelled = np.full(len(ids), NEVER)
    cancelled[lapsed] = orders.placed[lapsed] + 2 * DAY
    soon = orders.placed + _hours(world, "cancelled/after", ids, 0.4, 12.0)
    cancelled = np.where(early, soon, cancelled)
    cancelled = np.where(given_up, hold_end, cancelled)
    confirmed = np.where(early & (cancelled <= confirmed), NEVER, confirmed)

    ready = np.where(held, hold_end, confirmed)
    leaves = (cancelled == NEVER) & (ready < NEVER)
    labelled = np.where(leaves, _labelled(world, ids, np.where(leaves, ready, 0)), NEVER)
    manifested = np.where(leaves, labelled + _hours(world, "manifest", ids, 0.1, 0.7), NEVER)
    evening = midnight(day_of(np.where(leaves, labelled, 0))) + _hours(
        world, "pick", ids, 17.0, 20.5
    )
    return Handling(
        paid=np.where(paid > cancelled, NEVER, paid),
        unpaid=unpaid,
        confirmed=confirmed,
        held=hold_start,
        hold_end=hold_end,
        cancelled=cancelled,
        labelled=labelled,
        manifested=manifested,
        picked=np.where(leaves, evening, NEVER),
    )


def _confirmed(world: World, orders: Orders, paid: Ints) -> Ints:
    """COD is confirmed by a message or a call, by day; prepaid soon after the money."""
    noise = world.dice.normal("confirm", orders.ids)
    hours = np.where(orders.cod, 2.2 * np.exp(0.8 * noise), 0.35 * np.exp(0.7 * noise))
    start = np.where(paid == NEVER, orders.placed, paid)
    at = start + np.clip(hours * HOUR, 3 * MINUTE, 18 * HOUR).astype(np.int64)
    clock = second_of_day(at)
    morning = midnight(day_of(at) + (clock >= 22 * HOUR)) + _hours(
        world, "confirm/morning", orders.ids, 8.5, 10.0
    )
    asleep = orders.cod & ((clock >= 22 * HOUR) | (clock < 8 * HOUR))
    return np.where(asleep, morning, at)


def _labelled(world: World, ids: Ints, ready: Ints) -> Ints:
    """Parcels are booked the same afternoon if ready by one, else the next working morning."""
    day = day_of(ready)
    today = (second_of_day(ready) < 13 * HOUR) & (is_sunday(day) == 0)
    following = day + 1 + is_sunday(day + 1)
    afternoon = midnight(day) + _hours(world, "label/afternoon", ids, 14.0, 16.0)
    morning = midnight(following) + _hours(world, "label/morning", ids, 10.0, 13.0)
    return np.where(today, afternoon, morning)


def _hours(world: World, what: str, ids: Ints, low: float, high: float) -> Ints:
    """Return seconds between two numbers of hours."""
    return (world.dice.between(what, ids, low, high) * HOUR).astype(np.int64)
