"""Two brains in a row: the second answers what the first cannot."""

from dataclasses import replace

import structlog

from agent.errors import BrainFailed
from agent.llm import ChatModel, Request, Stream, Thought

log = structlog.get_logger()


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


def _signed(thought: Thought, brain: ChatModel) -> Thought:
    return thought if thought.brain else replace(thought, brain=brain.name)
