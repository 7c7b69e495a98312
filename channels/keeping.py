"""What came in, made safe before it is acknowledged; what waits together is committed together."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Final

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from channels.inbound import Inbound, body_of
from commerce import arrivals

_MOST: Final = 64
"""Posts that are committed together: so many wait only while the disk is slow."""

Numbers = list[int | None]
"""Of each message the number it was kept under; `None` for one that came before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Post:
    shop_id: int
    inbounds: Sequence[Inbound]
    kept: asyncio.Future[Numbers]


class Keeper:
    """Keeps what comes in. It has one thread of its own, which never queues behind turns at work.

    While it writes, what else comes is gathered, and is its next write: one insert and a share of
    one commit is all that an acknowledgement waits for.
    """

    def __init__(self, sessions: Callable[[], Session], clock: Callable[[], datetime]) -> None:
        """Take the database and the clock."""
        self._sessions = sessions
        self._clock = clock
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="keep")
        self._waiting: list[_Post] = []
        self._writing: asyncio.Task[None] | None = None

    async def keep(self, shop_id: int, inbounds: Sequence[Inbound]) -> Numbers:
        """Keep messages, in order; when this returns they are safe."""
        kept: asyncio.Future[Numbers] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Post(shop_id=shop_id, inbounds=inbounds, kept=kept))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write_all())
        return await kept

    async def _write_all(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            while self._waiting:
                posts, self._waiting = self._waiting[:_MOST], self._waiting[_MOST:]
                for post, found in zip(
                    posts, await loop.run_in_executor(self._thread, self._write, posts), strict=True
                ):
                    if post.kept.done():
                        continue  # whoever posted it has gone
                    if isinstance(found, DBAPIError):
                        post.kept.set_exception(found)
                    else:
                        post.kept.set_result(found)
        finally:
            self._writing = None

    def _write(self, posts: Sequence[_Post]) -> Sequence[Numbers | DBAPIError]:
        try:
            with self._sessions() as session:
                found = self._put(session, posts)
                session.commit()
                return found
        except DBAPIError:
            # One of them cannot be kept, which is no reason to keep none.
            return [self._written_alone(post) for post in posts]

    def _written_alone(self, post: _Post) -> Numbers | DBAPIError:
        try:
            with self._sessions() as session:
                (numbers,) = self._put(session, [post])
                session.commit()
                return numbers
        except DBAPIError as error:
            return error

    def _put(self, session: Session, posts: Sequence[_Post]) -> Sequence[Numbers]:
        coming = [_coming(post.shop_id, one) for post in posts for one in post.inbounds]
        numbers = iter(arrivals.put_all(session, coming, self._clock()) if coming else ())
        return [list(islice(numbers, len(post.inbounds))) for post in posts]


def _coming(shop_id: int, inbound: Inbound) -> arrivals.Coming:
    return arrivals.Coming(
        shop_id=shop_id, channel=inbound.channel, provider_id=inbound.provider_id,
        conversation=inbound.conversation, body=body_of(inbound), address=inbound.address,
    )  # fmt: skip
