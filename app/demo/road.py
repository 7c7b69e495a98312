"""Rows of parcels and of what couriers scanned."""

import numpy as np

from app.demo.bulk import Rows, rows
from app.demo.clock import DAY, NEVER, moments, moments_or_none
from app.demo.dice import Flags, Ints
from app.demo.journeys import REASONS, Journeys
from app.demo.office import Handling
from app.demo.orders import Orders
from app.demo.places import WAREHOUSES
from app.demo.standing import Standing
from app.demo.world import World
from commerce.vocabulary import ShipmentStatus as S

FULL_SCANS_DAYS = 60
"""Parcels booked since then keep every scan; older ones the doorstep and the end."""

_ORIGIN, _HALFWAY, _CITY = 0, 1, 2
_HALFWAY_HUBS = ("Nagpur Hub", "Delhi Gateway Hub", "Hosur Hub")


class Road:
    """Writes down parcels; numbers them in the order they are booked within a run."""

    def __init__(self, world: World, shop_id: int, first: int) -> None:
        self._world, self._shop_id, self._first = world, shop_id, first
        self._hubs = [f"{city} Hub" for city in world.places.city]
        self.count = 0

    def parcel_ids(self, standing: Standing) -> Ints:
        """Return each order's parcel id, -1 where there is none yet."""
        number = self._first + self.count + np.cumsum(standing.shipped) - 1
        self.count += int(standing.shipped.sum())
        return np.where(standing.shipped, number, -1)

    def parcel_rows(
        self, orders: Orders, handling: Handling, journeys: Journeys, standing: Standing,
        parcel_ids: Ints,
    ) -> Rows:  # fmt: skip
        """Return parcels as they stand now."""
        world, now = self._world, self._world.now
        kept = np.flatnonzero(standing.shipped)
        last, place = self._last_scans(orders, handling, journeys)
        couriers = orders.courier[kept].tolist()
        serials = orders.ids[kept].tolist()
        return rows(
            self._shop_id,
            id=parcel_ids[kept].tolist(),
            order_id=(self._first + orders.ids[kept]).tolist(),
            awb=[world.couriers.awb(c, n) for c, n in zip(couriers, serials, strict=True)],
            courier=[world.couriers.names[k] for k in couriers],
            status=[standing.parcel[k].value for k in kept.tolist()],
            warehouse_id=(self._first + world.places.warehouse[orders.place[kept]]).tolist(),
            cod_minor=np.where(orders.cod, orders.total, 0)[kept].tolist(),
            weight_grams=orders.grams[kept].tolist(),
            attempts=self._attempts(journeys, standing)[kept].tolist(),
            created_at=moments(handling.labelled[kept]),
            picked_up_at=moments_or_none(handling.picked[kept], now),
            promised_at=moments(journeys.promised[kept]),
            out_for_delivery_at=moments_or_none(journeys.out[kept, 0], now),
            delivered_at=moments_or_none(journeys.delivered[kept], now),
            rto_at=moments_or_none(journeys.rto[kept], now),
            last_scan_at=moments_or_none(last[kept], now),
            last_location=[place[k] for k in kept.tolist()],
        )

    def scan_rows(
        self, orders: Orders, handling: Handling, journeys: Journeys, standing: Standing,
        parcel_ids: Ints,
    ) -> Rows:  # fmt: skip
        """Return what was scanned up to now, in order."""
        world, codes = self._world, self._world.couriers
        recent = handling.labelled > world.now - FULL_SCANS_DAYS * DAY
        troubled = standing.attempts > 0
        steps = self._steps(handling, journeys)
        at = np.stack([moment for _, moment, _, _ in steps], axis=1)
        wanted = np.stack([recent | (troubled if always else recent) if not end else recent | True
                           for _, _, always, end in steps], axis=1)  # fmt: skip
        wanted &= (at <= world.now) & standing.shipped[:, None]
        row, step = np.nonzero(wanted)
        order = np.lexsort((step, at[row, step], row))
        row, step = row[order], step[order]
        statuses = [status for status, *_ in steps]
        couriers = orders.courier.tolist()
        words = [
            self._failure_word(orders, journeys, r, s - _FIRST_FAILURE)
            if statuses[s] is S.DELIVERY_FAILED
            else codes.scans[couriers[r]][statuses[s].value]
            for r, s in zip(row.tolist(), step.tolist(), strict=True)
        ]
        return rows(
            self._shop_id,
            shipment_id=parcel_ids[row].tolist(),
            at=moments(at[row, step]),
            status=[statuses[s].value for s in step.tolist()],
            raw_code=[code for code, _ in words],
            raw_text=[text for _, text in words],
            location=self._locations(orders, row, step),
        )

    def _steps(self, handling: Handling, journeys: Journeys) -> list[tuple[S, Ints, bool, bool]]:
        """Return status, moment, whether kept long for troubled parcels, and whether an end."""
        h, j = handling, journeys
        return [
            (S.DELIVERY_FAILED, j.failed[:, 0], True, False),
            (S.DELIVERY_FAILED, j.failed[:, 1], True, False),
            (S.DELIVERY_FAILED, j.failed[:, 2], True, False),
            (S.MANIFESTED, h.manifested, False, False),
            (S.PICKED_UP, h.picked, False, False),
            (S.IN_TRANSIT, j.origin, False, False),
            (S.IN_TRANSIT, j.halfway, False, False),
            (S.REACHED_DESTINATION, j.reached, False, False),
            (S.OUT_FOR_DELIVERY, j.out[:, 0], True, False),
            (S.OUT_FOR_DELIVERY, j.out[:, 1], True, False),
            (S.OUT_FOR_DELIVERY, j.out[:, 2], True, False),
            (S.OUT_FOR_DELIVERY, j.out[:, 3], True, False),
            (S.DELIVERED, j.delivered, True, True),
            (S.RTO_INITIATED, j.rto, True, True),
            (S.RTO_IN_TRANSIT, j.rto_moving, True, False),
            (S.RTO_DELIVERED, j.rto_done, True, True),
            (S.LOST, j.lost, True, True),
        ]

    def _last_scans(
        self, orders: Orders, handling: Handling, journeys: Journeys
    ) -> tuple[Ints, list[str]]:
        steps = self._steps(handling, journeys)
        at = np.stack([moment for _, moment, _, _ in steps], axis=1)
        seen = np.where(at <= self._world.now, at, -1)
        step = seen.argmax(axis=1)
        last = seen.max(axis=1)
        where = self._locations(orders, np.arange(len(orders.ids)), step)
        found = [place if at >= 0 else "" for place, at in zip(where, last.tolist(), strict=True)]
        return np.where(last >= 0, last, NEVER), found

    def _locations(self, orders: Orders, row: Ints, step: Ints) -> list[str]:
        place = orders.place[row]
        warehouse = self._world.places.warehouse[place].tolist()
        kind = _WHERE[step].tolist()
        found = []
        for city, origin, where in zip(place.tolist(), warehouse, kind, strict=True):
            if where == _CITY:
                found.append(self._hubs[city])
            else:
                found.append(
                    _HALFWAY_HUBS[origin] if where == _HALFWAY else f"{WAREHOUSES[origin][2]} Hub"
                )
        return found

    def _failure_word(self, orders: Orders, j: Journeys, row: int, k: int) -> tuple[str, str]:
        return failure_word(self._world, orders, j, row, k)

    @staticmethod
    def _attempts(journeys: Journeys, standing: Standing) -> Ints:
        """Return attempts made: the failed ones, and the one that delivered."""
        delivered: Flags = np.array([status is S.DELIVERED for status in standing.parcel])
        return np.where(standing.shipped, standing.attempts + delivered, 0)


def failure_word(world: World, orders: Orders, j: Journeys, row: int, k: int) -> tuple[str, str]:
    """Return the courier's code and text for a failed attempt."""
    words = world.couriers.codes[int(orders.courier[row])][REASONS[int(j.reason[row, k])].value]
    return words[int(orders.ids[row]) % len(words)]


_FIRST_FAILURE = 0
_WHERE = np.array(
    [_CITY] * 3 + [_ORIGIN] * 3 + [_HALFWAY] + [_CITY] * 7 + [_HALFWAY, _ORIGIN, _HALFWAY],
    dtype=np.int64,
)
"""Where each step of `Road._steps` happens."""
