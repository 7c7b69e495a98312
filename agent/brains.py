"""Two brains in a row: the second answers what the first cannot, or is not certain of."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

import structlog

from agent.errors import BrainFailed
from agent.llm import ChatModel, Request, Stream, Thought
from commerce.memory import key_of
from tools import Effect, Tool

log = structlog.get_logger()

CERTAIN = 0.9
"""From here on the quick brain answers alone; what share of that is right is measured by
`superecom evals understanding`."""


class FallbackBrain:
    """Asks the first brain, and the second where the first fails.

    The first may have streamed some words before it failed; the reply that is sent at the end of
    the turn holds the second's words alone.
    """

    def __init__(self, first: ChatModel, second: ChatModel) -> None:
        self.name = first.name
        self._first = first
        self._second = second

    async def think(self, request: Request, stream: Stream | None = None) -> Thought:
        """Return the next step; `Thought.brain` tells which of the two took it.

        Raises:
            BrainFailed: Neither can answer.
        """
        try:
            return _signed(await self._first.think(request, stream), self._first)
        except BrainFailed as failure:
            log.warning(
                "brain failed",
                brain=self._first.name,
                instead=self._second.name,
                turn=request.context.turn_id,
                reason=str(failure),
            )
        return _signed(await self._second.think(request, stream), self._second)


class QuickBrain:
    """Lets a quick brain answer what it is certain of, and a careful one everything else.

    Only reads: what changes something is worth a second thought. Who took the first step of a turn
    goes on with it, so that what was asked is answered by who asked it.
    """

    def __init__(self, quick: ChatModel, careful: ChatModel) -> None:
        self.name = careful.name
        self._quick = quick
        self._careful = careful

    async def think(self, request: Request, stream: Stream | None = None) -> Thought:
        """Return the next step; `Thought.brain` tells which of the two took it.

        Raises:
            BrainFailed: Neither can answer.
        """
        if request.began_by == self._quick.name:
            return _signed(await self._quick.think(request, stream), self._quick)
        if not request.began_by and request.tools and not request.attachments:
            thought = await self._quick.think(request)
            if thought.sure >= CERTAIN and _only_reads(thought, request):
                return _signed(thought, self._quick)
        return await self._careful.think(request, stream)


class Narrowing(Protocol):
    """Something that can tell which tools a message is likely about."""

    async def likely(self, request: Request, most: int) -> Sequence[Tool]:
        """Return the likeliest tools, the likeliest first."""
        ...


class NarrowedBrain:
    """Shows a brain only the tools that a message is likely about: small models know few."""

    def __init__(self, brain: ChatModel, by: Narrowing, most: int) -> None:
        self.name = brain.name
        self._brain = brain
        self._by = by
        self._most = most

    async def think(self, request: Request, stream: Stream | None = None) -> Thought:
        """Return the next step.

        Raises:
            BrainFailed: The brain cannot answer.
        """
        if len(request.tools) <= self._most:
            return await self._brain.think(request, stream)
        likely = await self._by.likely(request, self._most)
        # What the talk was about before may be what it is about now.
        before = {o.call.name for turn in request.past[-2:] for o in turn.outcomes}
        shown = {tool.name for tool in likely} | before | {o.call.name for o in request.outcomes}
        shown |= _named_by(request)
        narrowed = tuple(tool for tool in request.tools if tool.name in shown)
        return await self._brain.think(replace(request, tools=narrowed), stream)


def _named_by(request: Request) -> set[str]:
    """Return the tools of the requests of one's own that a message may name."""
    kept = [*request.known.shortcuts, *((request.known.report,) if request.known.report else ())]
    said = key_of(request.text)
    return {
        call.tool for one in kept if key_of(one.name) in said or not one.name for call in one.calls
    }


def _only_reads(thought: Thought, request: Request) -> bool:
    effects = {tool.name: tool.effect for tool in request.tools}
    return bool(thought.calls) and all(
        effects.get(call.name) is Effect.READ for call in thought.calls
    )


def _signed(thought: Thought, brain: ChatModel) -> Thought:
    return thought if thought.brain else replace(thought, brain=brain.name)
