"""What happens in the background: couriers are told, what a dead worker left is taken up."""

import asyncio
import os
import socket
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

import structlog

from agent.assistant import Assistant
from agent.scope import House
from app.upkeep import add_up
from commerce import assignment, ndr, orders, pricing, privacy, records, risk

log = structlog.get_logger()

TELL_EVERY = 1.0
"""Seconds between looks into the outbox."""
SETTLE_EVERY = 5.0
"""Seconds between looks at what the payment provider answered."""
SWEEP_EVERY = 30.0
"""Seconds between looks for what was left behind."""
BEAT_EVERY = 10.0
"""Seconds between signs of life."""
SEAL_EVERY = 60.0
"""Seconds between looks for lines of the audit log to seal."""

ADD_UP_EVERY = 30.0
"""Seconds between looks for days whose figures are to be added up again."""

RATE_EVERY = 10.0
"""Seconds between looks for open orders whose risk nobody has rated."""

ASSIGN_EVERY = 60.0
"""Seconds between looks for undelivered parcels that are to find their agent by themselves."""

ERASE_EVERY = 60.0
"""Seconds between looks for customers whose data is to be erased."""


class Worker:
    """Works from `start` to `stop`. Any number of processes may have one at once."""

    def __init__(
        self,
        rooms: House,
        assistant: Assistant,
        *,
        signs: Path | None = None,
        also: Sequence[tuple[float, Callable[[], object]]] = (),
    ) -> None:
        """Take what is worked on.

        Args:
            rooms: The database and what is connected.
            assistant: Whose left work is swept up.
            signs: A folder in which it keeps a file of its own, written again and again while it
                lives.
            also: Further work, each done in a thread, with the seconds between two times.
        """
        self._also = also
        self._rooms = rooms
        self._assistant = assistant
        self._sign = signs / f"{socket.gethostname()}-{os.getpid()}.alive" if signs else None
        self._stopping = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Begin, beside whatever else the event loop does."""
        steps = (
            (TELL_EVERY, self._tell),
            (SETTLE_EVERY, self._settle),
            (SWEEP_EVERY, self._assistant.sweep),
            (SEAL_EVERY, self._seal),
            (ADD_UP_EVERY, self._add_up),
            (SWEEP_EVERY, self._price),
            (RATE_EVERY, self._rate),
            (ASSIGN_EVERY, self._assign),
            (ERASE_EVERY, self._erase),
            (BEAT_EVERY, self._beat),
        )
        self._tasks = [asyncio.create_task(self._every(*step)) for step in steps]
        for seconds, work in self._also:
            step = partial(asyncio.to_thread, work)
            self._tasks.append(asyncio.create_task(self._every(seconds, step)))

    async def stop(self, seconds: float) -> None:
        """Take up nothing more, and let what is under way end; after some seconds leave it.

        What is left is taken up by the next worker, under the same key.
        """
        self._stopping.set()
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._sign is not None:
            self._sign.unlink(missing_ok=True)

    async def _every(self, seconds: float, step: Callable[[], Awaitable[object]]) -> None:
        """Do a step again and again; one that fails is logged and tried next time."""
        while not self._stopping.is_set():
            try:
                await step()
            except Exception as error:
                log.error("background step failed", step=_name_of(step), exc_info=error)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), seconds)

    async def _tell(self) -> None:
        await asyncio.to_thread(self._tell_one_by_one)

    def _tell_one_by_one(self) -> None:
        """Tell the outside what is due, ready to stop after each message."""
        rooms = self._rooms
        while not self._stopping.is_set():
            told = ndr.tell_couriers(rooms.sessions, rooms.ports, rooms.clock(), limit=1)
            if not (told.sent or told.postponed or told.dead):
                return

    async def _settle(self) -> None:
        rooms = self._rooms
        await asyncio.to_thread(orders.settle_payments, rooms.sessions, rooms.ports, rooms.clock())

    async def _price(self) -> None:
        """Make planned prices whose day has come the prices."""
        await asyncio.to_thread(pricing.apply_due, self._rooms.sessions, self._rooms.clock())

    async def _seal(self) -> None:
        await asyncio.to_thread(records.seal_all, self._rooms.sessions, self._rooms.clock())

    async def _add_up(self) -> None:
        await asyncio.to_thread(add_up, self._rooms.sessions, self._rooms.clock())

    async def _rate(self) -> None:
        """Rate new orders, ready to stop after each lot; then do what shops' rules say of them."""
        rooms, rated = self._rooms, 1
        while rated and not self._stopping.is_set():
            rated = await asyncio.to_thread(
                risk.rate_open, rooms.sessions, rooms.ports, rooms.clock()
            )
        await asyncio.to_thread(risk.cancel_by_rule, rooms.sessions, rooms.ports, rooms.clock())

    async def _assign(self) -> None:
        rooms = self._rooms
        await asyncio.to_thread(
            assignment.give_by_itself, rooms.sessions, rooms.ports, rooms.clock()
        )

    async def _erase(self) -> None:
        rooms = self._rooms
        await asyncio.to_thread(privacy.erase_due, rooms.sessions, rooms.ports, rooms.clock())

    async def _beat(self) -> None:
        if self._sign is not None:
            self._sign.parent.mkdir(exist_ok=True)
            self._sign.touch()


def _name_of(step: Callable[[], object]) -> str:
    if isinstance(step, partial):
        step = step.args[0]
    return getattr(step, "__qualname__", repr(step))
