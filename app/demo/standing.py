"""How everything stands now: the journeys of parcels, cut off at this moment."""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from app.demo.clock import NEVER
from app.demo.dice import Flags, Ints
from app.demo.journeys import REASONS, REFUSED, Journeys
from app.demo.office import Handling
from app.demo.orders import Orders
from app.demo.world import World
from commerce.vocabulary import (
    NdrReason,
    NdrStatus,
    OrderStatus,
    PaymentStatus,
    Priority,
    ShipmentStatus,
)

Word = TypeVar("Word")

HIGH_VALUE = 500_000
"""Paise above which an undelivered parcel has high priority."""

_ADDRESS = (
    REASONS.index(NdrReason.INCORRECT_ADDRESS),
    REASONS.index(NdrReason.ADDRESS_CHANGE_REQUESTED),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One entry an order."""

    order: list[OrderStatus]
    payment: list[PaymentStatus]
    refunded: Ints
    shipped: Flags
    """There is a parcel."""
    parcel: list[ShipmentStatus]
    attempts: Ints
    """Failed ones so far."""
    outings: Ints
    """How often it went out for delivery so far."""
    case: Flags
    """There is an NDR case."""
    open_case: Flags
    ndr: list[NdrStatus]
    reason: Ints
    """Of the latest failed attempt."""
    priority: list[Priority]
    closed: Ints
    assigned: Ints
    """When somebody took the case, `NEVER` where nobody has."""
    reserved: Flags
    """Stock is promised to the order but has not left."""


def cut(world: World, orders: Orders, handling: Handling, journeys: Journeys) -> Standing:
    """Tell how orders stand now."""
    now, j, h = world.now, journeys, handling
    attempts = (j.failed <= now).sum(axis=1)
    outings = (j.out <= now).sum(axis=1)
    delivered, back = j.delivered <= now, j.rto <= now
    lost, returned = j.lost <= now, j.returned <= now
    shipped = h.labelled <= now
    cancelled = h.cancelled <= now
    order = _first_of(
        [
            (returned, OrderStatus.RETURNED),
            (delivered, OrderStatus.DELIVERED),
            (back, OrderStatus.RTO),
            (lost, OrderStatus.FAILED),
            (cancelled, OrderStatus.CANCELLED),
            (h.picked <= now, OrderStatus.SHIPPED),
            (shipped, OrderStatus.PROCESSING),
            ((h.held <= now) & (h.hold_end > now), OrderStatus.ON_HOLD),
            (h.confirmed <= now, OrderStatus.CONFIRMED),
        ],
        OrderStatus.PENDING,
    )
    parcel = _first_of(
        [
            (delivered, ShipmentStatus.DELIVERED),
            (j.rto_done <= now, ShipmentStatus.RTO_DELIVERED),
            (j.rto_moving <= now, ShipmentStatus.RTO_IN_TRANSIT),
            (back, ShipmentStatus.RTO_INITIATED),
            (lost, ShipmentStatus.LOST),
            (outings > attempts, ShipmentStatus.OUT_FOR_DELIVERY),
            (attempts > 0, ShipmentStatus.DELIVERY_FAILED),
            (j.reached <= now, ShipmentStatus.REACHED_DESTINATION),
            (j.origin <= now, ShipmentStatus.IN_TRANSIT),
            (h.picked <= now, ShipmentStatus.PICKED_UP),
            (h.manifested <= now, ShipmentStatus.MANIFESTED),
        ],
        ShipmentStatus.CREATED,
    )
    case = attempts > 0
    closed = np.where(case, np.minimum(j.delivered, j.rto), NEVER)
    open_case = case & (closed > now)
    rows = np.arange(len(orders.ids))
    reason = j.reason[rows, np.maximum(attempts - 1, 0)]
    refunded = _refunded(orders, h, j, now)
    assigned = _assigned(world, orders, j)
    return Standing(
        order=order,
        payment=_payment(orders, h, refunded, delivered, now),
        refunded=refunded,
        shipped=shipped,
        parcel=parcel,
        attempts=attempts,
        outings=outings,
        case=case,
        open_case=open_case,
        ndr=_ndr(world, orders, j, assigned, attempts, outings, closed),
        reason=reason,
        priority=_first_of(
            [
                (reason == REFUSED, Priority.URGENT),
                (orders.cod | (orders.total > HIGH_VALUE), Priority.HIGH),
            ],
            Priority.NORMAL,
        ),
        closed=closed,
        assigned=assigned,
        reserved=~cancelled & (h.picked > now),
    )


def _first_of(cases: list[tuple[Flags, Word]], otherwise: Word) -> list[Word]:
    """Return for each row the word of the first condition that holds."""
    words = [word for _, word in cases]
    index = np.select([flag for flag, _ in cases], list(range(len(cases))), len(cases))
    words.append(otherwise)
    return [words[k] for k in index.tolist()]


def _refunded(orders: Orders, h: Handling, j: Journeys, now: int) -> Ints:
    """Return what was paid back: the goods when returned, all when the money was for nothing."""
    goods = orders.subtotal - orders.discount
    had = ~orders.cod & (h.paid <= now)
    nothing = had & ((h.cancelled <= now) | (j.rto_done <= now) | (j.lost <= now))
    returned = j.returned <= now
    return np.where(nothing, orders.total, np.where(returned, goods, 0))


def _payment(
    orders: Orders, h: Handling, refunded: Ints, delivered: Flags, now: int
) -> list[PaymentStatus]:
    return _first_of(
        [
            (refunded >= orders.total, PaymentStatus.REFUNDED),
            (refunded > 0, PaymentStatus.PARTIALLY_REFUNDED),
            (orders.cod & delivered, PaymentStatus.COD_COLLECTED),
            (orders.cod, PaymentStatus.COD_PENDING),
            (h.paid <= now, PaymentStatus.PAID),
            (h.cancelled <= now, PaymentStatus.FAILED),
        ],
        PaymentStatus.PENDING,
    )


def _assigned(world: World, orders: Orders, j: Journeys) -> Ints:
    """Most cases are taken within three hours, some never."""
    taken = world.dice.flag("assigned", orders.ids, 0.80) & (j.failed[:, 0] < NEVER)
    wait = (world.dice.between("assigned/after", orders.ids, 0.2, 3.0) * 3600).astype(np.int64)
    return np.where(taken, j.failed[:, 0] + wait, NEVER)


def _ndr(
    world: World, orders: Orders, j: Journeys, assigned: Ints, attempts: Ints, outings: Ints,
    closed: Ints,
) -> list[NdrStatus]:  # fmt: skip
    now = world.now
    rows, last = np.arange(len(orders.ids)), np.maximum(attempts - 1, 0)
    fake = j.fake[rows, last]
    met = j.reached_customer & (j.failed[:, 0] + 6 * 3600 <= now)
    again = j.out[rows, np.minimum(attempts, 3)] < NEVER
    address = (j.reason[:, 0] == _ADDRESS[0]) | (j.reason[:, 0] == _ADDRESS[1])
    address &= j.reached_customer & world.dice.flag("address closed", orders.ids, 0.4)
    delivered = j.delivered <= now
    return _first_of(
        [
            (delivered & address, NdrStatus.CLOSED_ADDRESS_UPDATED),
            (delivered, NdrStatus.CLOSED_DELIVERED),
            (j.rto_done <= now, NdrStatus.CLOSED_RTO),
            (closed <= now, NdrStatus.RTO_INITIATED),
            (outings > attempts, NdrStatus.REATTEMPT_IN_PROGRESS),
            (fake & world.dice.flag("escalated", orders.ids, 0.35), NdrStatus.ESCALATED),
            (met & again, NdrStatus.REATTEMPT_SCHEDULED),
            (met, NdrStatus.CUSTOMER_CONTACTED),
            (assigned <= now, NdrStatus.ASSIGNED),
        ],
        NdrStatus.OPEN,
    )
