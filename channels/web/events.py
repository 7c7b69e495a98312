"""The event stream of one conversation: what is stored, and the words as they come."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field

from starlette.concurrency import run_in_threadpool

from agent.desk import Exchange
from channels.web.doors import Standing
from channels.web.live import Listener
from channels.web.parts import Parts, Visitor
from channels.web.trouble import log_crash
from channels.web.wire import event, exchange_json, standings_json
from commerce.errors import NotFound
from commerce.words import say

_BREATH = 0.04
"""Seconds between two pieces of a draft: smooth to read, and few events."""
_PATIENCE = 20
"""Seconds for which a message without a reply counts as being answered by another process."""


@dataclass(slots=True, kw_only=True)
class EventStream:
    """One page following one conversation from message `after` on.

    It reads the history when something was stored here, and about every second for what other
    processes stored; drafts come from this process alone and are replaced by the stored reply.
    """

    parts: Parts
    visitor: Visitor
    conversation: str
    after: int
    _typing: bool = False
    _waits_since: float | None = None
    _standings: dict[str, Standing] = field(default_factory=dict)

    async def lines(self) -> AsyncIterator[str]:
        """Give the events as text, until the page leaves or the session ends."""
        listener = self.parts.live.listen(
            self.conversation, self.visitor.secret, self.visitor.actor.person_id
        )
        try:
            yield "retry: 1500\n\n"
            async for line in self._follow(listener):
                yield line
        except NotFound:
            return
        except Exception as error:  # The page reconnects and resumes from its last id.
            log_crash(error, "an event stream")
        finally:
            self.parts.live.leave(listener)

    async def _follow(self, listener: Listener) -> AsyncIterator[str]:
        looked = beat = 0.0
        while not listener.ended:
            now = time.monotonic()
            listener.changed.clear()
            if listener.look or now - looked >= self.parts.settings.poll_seconds:
                listener.look, looked = False, now
                news = await self._news(listener)
                if news and not await self._still_here():
                    return
                for line in news:
                    yield line
            for line in self._live(listener):
                yield line
            if now - beat >= self.parts.settings.heartbeat_seconds:
                beat = now
                if not await self._still_here():
                    return
                yield event("heartbeat", {})
            with suppress(TimeoutError):
                await asyncio.wait_for(listener.changed.wait(), self.parts.settings.poll_seconds)
                await asyncio.sleep(_BREATH)
        if listener.why:  # The page comes back by itself, to whoever serves it then.
            yield event("bye", {"reason": listener.why})

    async def _still_here(self) -> bool:
        """Tell whether the session is open: whoever was shut out is told nothing more."""
        return await run_in_threadpool(self.parts.doors.who, self.visitor.secret) is not None

    async def _news(self, listener: Listener) -> list[str]:
        lines = [self._stored(listener, exchange) for exchange in await self._history()]
        changed = await self._changed_standings()
        if changed:
            lines.append(event("standing", standings_json(changed)))
        return lines

    async def _history(self) -> list[Exchange]:
        return await run_in_threadpool(
            self.parts.desk.history, self.visitor.actor, self.conversation, self.after
        )

    def _stored(self, listener: Listener, exchange: Exchange) -> str:
        self.after = exchange.id
        if exchange.direction == "in":
            self._waits_since = time.monotonic()
            return event("message", exchange_json(exchange), exchange.id)
        self._waits_since = None
        listener.told(exchange.text)
        return event("reply", exchange_json(exchange), exchange.id)

    async def _changed_standings(self) -> list[Standing]:
        if self.parts.standings is None:
            return []
        current = await run_in_threadpool(
            self.parts.standings.standings, self.visitor.actor, self.conversation
        )
        changed = [one for one in current if self._standings.get(one.id) != one]
        self._standings.update({one.id: one for one in changed})
        return changed

    def _live(self, listener: Listener) -> list[str]:
        run = self.parts.live.run_of(self.conversation)
        lines = []
        typing = run is not None or self._waits()
        if typing != self._typing:
            self._typing = typing
            lines.append(event("typing", {"on": typing}))
        piece = listener.follow(run)
        if piece is not None:
            lines.append(event("delta", {"from": piece[0], "text": piece[1]}))
        if listener.trouble:
            says = say(self.visitor.language, "web-error-answer-failed", reference=listener.trouble)
            listener.trouble = ""
            lines.append(event("trouble", {"says": says}))
        return lines

    def _waits(self) -> bool:
        return self._waits_since is not None and time.monotonic() - self._waits_since < _PATIENCE
