"""Brings what waits to messengers: each address in order, several addresses at once."""

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from typing import Final

import structlog
from sqlalchemy.orm import Session, sessionmaker

from channels.connected import Connected
from commerce import deliveries
from commerce.deliveries import Outgoing, rules

log = structlog.get_logger()

LOOK_EVERY: Final = 1.0
"""Seconds between looks for what is due, where nothing calls earlier."""
_MOST: Final = 16
"""What is taken by one look."""


class Bringing:
    """Takes what is due, and hands each to a thread of its channel's, from `start` to `stop`.

    A vendor that is slow holds up its own channel alone.
    """

    def __init__(self, sessions: sessionmaker[Session], clock: Callable[[], datetime]) -> None:
        """Take the database and the clock."""
        self._sessions = sessions
        self._clock = clock
        self._wake = asyncio.Event()
        self._stopping = False
        self._connected: Mapping[str, Connected] = {}
        self._threads: dict[str, ThreadPoolExecutor] = {}
        self._on_the_way: dict[asyncio.Task[None], Outgoing] = {}
        self._working: list[asyncio.Task[None]] = []

    def start(self, connected: Sequence[Connected]) -> None:
        """Begin to bring."""
        self._connected = {one.channel: one for one in connected}
        self._threads = {
            one.channel: ThreadPoolExecutor(one.at_once, thread_name_prefix=one.channel)
            for one in connected
        }
        self._working = [asyncio.create_task(self._work()), asyncio.create_task(self._hold_on())]

    def wake(self) -> None:
        """Look now: there may be something to bring."""
        self._wake.set()

    async def stop(self, seconds: float) -> None:
        """Bring what is due, write down what vendors took, and stop; after some seconds at once."""
        self._stopping = True
        self._wake.set()
        if self._working:
            work, hold = self._working
            await asyncio.wait([work], timeout=seconds)
            left = (work, hold, *self._on_the_way)
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)
        for threads in self._threads.values():
            threads.shutdown(wait=False, cancel_futures=True)

    async def _work(self) -> None:
        while True:
            stopping = self._stopping
            self._wake.clear()
            taken: Sequence[Outgoing] = ()
            try:
                taken = await asyncio.to_thread(self._take_due)
            except Exception as error:
                log.error("bringing failed", exc_info=error)
            for outgoing in taken:
                task = asyncio.create_task(self._bring(outgoing))
                self._on_the_way[task] = outgoing
                task.add_done_callback(self._brought)
            if stopping and not taken and not self._on_the_way:
                return
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), LOOK_EVERY)

    def _take_due(self) -> Sequence[Outgoing]:
        busy = Counter(outgoing.channel for outgoing in tuple(self._on_the_way.values()))
        free = [name for name, one in self._connected.items() if busy[name] < 2 * one.at_once]
        return deliveries.take_due(self._sessions, free, self._clock(), _MOST) if free else ()

    async def _bring(self, outgoing: Outgoing) -> None:
        threads = self._threads[outgoing.channel]
        await asyncio.get_running_loop().run_in_executor(threads, self._bring_now, outgoing)

    def _bring_now(self, outgoing: Outgoing) -> None:
        sender = self._connected[outgoing.channel].sender
        deliveries.bring(self._sessions, sender, outgoing, self._clock())

    def _brought(self, task: asyncio.Task[None]) -> None:
        del self._on_the_way[task]
        if not task.cancelled() and (error := task.exception()) is not None:
            # Another worker tries it when the lease has ended.
            log.error("bringing failed", exc_info=error)
        self._wake.set()

    async def _hold_on(self) -> None:
        """Hold on to what takes long, and heed what vendors told before they said the id."""
        held = self._clock()
        while True:
            await asyncio.sleep(LOOK_EVERY)
            try:
                await asyncio.to_thread(deliveries.heed_early, self._sessions, self._clock())
                if self._clock() - held > rules.LEASE / 3:
                    held = self._clock()
                    taken = tuple(self._on_the_way.values())
                    await asyncio.to_thread(deliveries.hold_on, self._sessions, taken, held)
            except Exception as error:
                log.error("holding on failed", exc_info=error)
