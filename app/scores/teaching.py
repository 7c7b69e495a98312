"""Learning scores beside the server, in a process of its own of the lowest priority."""

import asyncio
import os
import sys
from contextlib import suppress
from typing import Final

import structlog
from sqlalchemy import select

from agent.scope import House
from app.scores.learning import any_due
from app.settings import Settings
from commerce.db.tables import ShopRow
from commerce.scoring import Store

log = structlog.get_logger()

FIRST_AFTER: Final = 60.0
"""Seconds after the start of the server: whoever opened it first is answered first."""
LOOK_EVERY: Final = 3600.0
OLD_AFTER_DAYS: Final = 7
_PATIENCE: Final = 5.0
"""Seconds in which a process that was asked to end may do so."""


class Teacher:
    """Sees to it that scores are there and fresh. One process on a machine learns at a time."""

    def __init__(
        self,
        settings: Settings,
        rooms: House,
        store: Store,
        *,
        first_after: float = FIRST_AFTER,
        look_every: float = LOOK_EVERY,
    ) -> None:
        """Take what is learnt from and where it is kept; times are in seconds."""
        self._settings, self._rooms, self._store = settings, rooms, store
        self._first_after, self._look_every = first_after, look_every
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin, if the settings say so."""
        if self._settings.scores_train == "auto":
            self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """End, with the process that is learning: what it did not finish is learnt another time."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _run(self) -> None:
        await asyncio.sleep(self._first_after)
        while True:
            try:
                for shop_id, name in await asyncio.to_thread(self._due):
                    await self._learn(shop_id, name)
            except Exception as error:
                log.error("scores could not be looked after", exc_info=error)
            await asyncio.sleep(self._look_every)

    def _due(self) -> list[tuple[int, str]]:
        now = self._rooms.clock()
        with self._rooms.sessions() as session:
            shops = session.execute(select(ShopRow.id, ShopRow.name)).all()
        return [
            (shop_id, name) for shop_id, name in shops
            if any_due(self._store, shop_id, OLD_AFTER_DAYS, now)
        ]  # fmt: skip

    async def _learn(self, shop_id: int, name: str) -> None:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-c", "from app.cli import main; main()",
            "scores", "train", "--quiet", "--if-older", str(OLD_AFTER_DAYS), "--shop", name,
            env=self._environment(), start_new_session=True,
            stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        try:
            _, said = await process.communicate()
        finally:
            await _ended(process)
        if process.returncode:
            # Not at every look again: what failed now would fail then.
            await asyncio.to_thread(self._store.note_tried, shop_id, self._rooms.clock())
            lines = said.decode(errors="replace").strip().splitlines() or [""]
            log.warning("scores could not be learnt", shop=shop_id, said=lines[-1])

    def _environment(self) -> dict[str, str]:
        settings = self._settings
        return {
            **os.environ,
            "SUPERECOM_HOME": str(settings.home),
            "SUPERECOM_DATABASE_URL": settings.database_url,
            "SUPERECOM_SCORES_STORE": settings.scores_store,
            # The cores belong to the server.
            "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
        }


async def _ended(process: asyncio.subprocess.Process) -> None:
    """Have a process end, whether it wants to or not."""
    if process.returncode is not None:
        return
    process.terminate()
    try:
        await asyncio.wait_for(process.wait(), _PATIENCE)
    except TimeoutError:
        process.kill()
        await process.wait()
