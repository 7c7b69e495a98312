"""Asking couriers about parcels they were silent about: a webhook may get lost, and never come."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import structlog

from agent.scope import House
from app.settings import Settings
from app.shops import the_shop
from commerce import ndr
from commerce.db import begin_write
from commerce.errors import Unavailable
from commerce.ports import CourierScan, Tracker
from commerce.vocabulary import CourierType

log = structlog.get_logger()

_MINUTE: Final = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """How one round of asking one courier went."""

    courier: CourierType
    asked: int
    """Parcels asked about."""
    new: int
    """Scans that were not known."""
    moved: int
    """Parcels that came to another status."""
    failed: str = ""
    """Why it ended early; empty where it did not."""


class Poller:
    """Asks each connected courier about its silent parcels, so many a round, so fast.

    A round goes on where the one before ended, and begins anew after the last parcel. Two
    processes that poll ask twice, which changes nothing.
    """

    def __init__(self, rooms: House, settings: Settings) -> None:
        """Take the couriers, and how many parcels and how fast they are asked about."""
        self._rooms = rooms
        self._settings = settings
        self._stopping = threading.Event()
        self._asked_up_to: dict[tuple[int, str], int] = {}

    def round(self) -> list[Round]:
        """Ask every connected courier once, about parcels of the shop it is connected for.

        Raises:
            NotFound: There is no such shop.
        """
        with self._rooms.sessions() as session:
            shop_id = the_shop(session, self._settings.shop).id
        trackers = self._rooms.ports.trackers.items()
        return [self._ask(shop_id, CourierType(name), tracker) for name, tracker in trackers]

    def stop(self) -> None:
        """Ask nothing more."""
        self._stopping.set()

    def _ask(self, shop_id: int, courier: CourierType, tracker: Tracker) -> Round:
        awbs = self._silent(shop_id, courier)
        new = moved = asked = 0
        for start in range(0, len(awbs), tracker.most_at_once):
            pause = _MINUTE / self._settings.courier_requests_per_minute if start else 0.0
            if self._stopping.wait(pause):
                break
            some = awbs[start : start + tracker.most_at_once]
            try:
                scans = tracker.track(some)
            except Unavailable as error:
                log.warning("courier not polled", courier=courier.value, why=error.key)
                return Round(courier=courier, asked=asked, new=new, moved=moved, failed=str(error))
            taken = self._take(shop_id, courier, scans, some)
            asked, new, moved = asked + len(some), new + taken.new, moved + len(taken.moved)
        return Round(courier=courier, asked=asked, new=new, moved=moved)

    def _silent(self, shop_id: int, courier: CourierType) -> list[str]:
        before = self._rooms.clock() - timedelta(hours=self._settings.courier_silent_hours)
        most, key = self._settings.courier_poll_parcels, (shop_id, courier.value)
        found: Sequence[tuple[int, str]] = ()
        with self._rooms.sessions() as session:
            for after in dict.fromkeys((self._asked_up_to.get(key, 0), 0)):
                found = found or ndr.silent_parcels(
                    session, shop_id, courier, before=before, after_id=after, limit=most
                )
        self._asked_up_to[key] = found[-1][0] if len(found) == most else 0
        return [awb for _, awb in found]

    def _take(
        self, shop_id: int, courier: CourierType, scans: Sequence[CourierScan], asked: list[str]
    ) -> ndr.Taken:
        """Take in what was answered, of what was asked; a parcel a transaction."""
        new, moved = 0, list[str]()
        for awb in asked:
            own = [scan for scan in scans if scan.awb == awb]
            if not own:
                continue
            with self._rooms.sessions() as session:
                begin_write(session, shop_id)
                taken = ndr.take_scans(session, shop_id, courier, own, self._rooms.clock())
                session.commit()
            new, moved = new + taken.new, [*moved, *taken.moved]
        return ndr.Taken(new=new, moved=tuple(moved))
