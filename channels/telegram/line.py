"""The one connection to the Bot API: the vendor's client is async, those who use it are threads.

It lives in a loop of its own, so that it serves the server, the worker and whoever else alike.
"""

import asyncio
import os
import threading
from collections.abc import Coroutine
from typing import Any, Final, TypeVar

# Durations of the library are then `timedelta`s, and it does not warn that they will be:
# https://docs.python-telegram-bot.org/en/stable/changelog.html (22.2).
os.environ.setdefault("PTB_TIMEDELTA", "true")

from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.request import HTTPXRequest

__all__ = [
    "BadRequest",
    "Bot",
    "ChatMigrated",
    "Forbidden",
    "InvalidToken",
    "Line",
    "NetworkError",
    "RetryAfter",
    "TelegramError",
]

PATIENCE: Final = 15.0
"""Seconds to wait for an answer of the Bot API."""
LONG_POLL: Final = 25.0
"""Seconds the Bot API may hold a question for updates open."""

T = TypeVar("T")


class Line:
    """A bot's connection. Close it when nobody needs it any more."""

    def __init__(self, token: str, api_url: str) -> None:
        """Open none yet: that is done by the first question."""
        base = api_url.rstrip("/")
        saying = HTTPXRequest(
            connection_pool_size=8, read_timeout=PATIENCE, write_timeout=PATIENCE,
            connect_timeout=PATIENCE, pool_timeout=PATIENCE,
        )  # fmt: skip
        asking = HTTPXRequest(connection_pool_size=1, connect_timeout=PATIENCE)
        self._requests = (saying, asking)
        self.bot = Bot(
            token, base_url=f"{base}/bot", base_file_url=f"{base}/file/bot", request=saying,
            get_updates_request=asking,
        )  # fmt: skip
        self._loop: asyncio.AbstractEventLoop | None = None
        self._opening = threading.Lock()

    def wait(self, question: Coroutine[Any, Any, T]) -> T:
        """Ask from a thread, and return the answer."""
        return asyncio.run_coroutine_threadsafe(question, self._at_work()).result()

    async def ask(self, question: Coroutine[Any, Any, T]) -> T:
        """Ask from another loop, and return the answer."""
        asked = asyncio.run_coroutine_threadsafe(question, self._at_work())
        return await asyncio.wrap_future(asked)

    async def close(self) -> None:
        """Hang up."""
        with self._opening:
            loop, self._loop = self._loop, None
        if loop is None:
            return
        hung_up = asyncio.run_coroutine_threadsafe(self._hang_up(), loop)
        await asyncio.wrap_future(hung_up)
        loop.call_soon_threadsafe(loop.stop)

    async def _hang_up(self) -> None:
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
        for request in self._requests:
            await request.shutdown()
        # Sockets are closed in the next rounds of the loop.
        await asyncio.sleep(0.01)

    def _at_work(self) -> asyncio.AbstractEventLoop:
        with self._opening:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                threading.Thread(
                    target=_run, args=(self._loop,), name="telegram", daemon=True
                ).start()
            return self._loop


def _run(loop: asyncio.AbstractEventLoop) -> None:
    loop.run_forever()
    loop.close()
