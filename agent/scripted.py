"""A chat model that plays a script, for tests of everything around the model."""

from collections import deque
from collections.abc import Callable

from agent.errors import BrainFailed
from agent.llm import Request, Stream, Thought

Step = Thought | BrainFailed | Callable[[Request], Thought]
"""What the model thinks, how it fails, or a function that may look at what it was asked."""


class ScriptedModel:
    """Thinks what it was told to, one step at a time, and keeps what it was asked.

    Args:
        steps: Played in order, each once.
    """

    def __init__(self, *steps: Step, name: str = "scripted") -> None:
        self.name = name
        self.requests: list[Request] = []
        """Every request so far, oldest first."""
        self._steps = deque(steps)

    async def think(self, request: Request, stream: Stream | None = None) -> Thought:
        """Return the script's next step.

        Raises:
            BrainFailed: The script says so.
            AssertionError: The script is over.
        """
        self.requests.append(request)
        assert self._steps, f"Thought {len(self.requests)} is not in the script: {request.text!r}"
        step = self._steps.popleft()
        if isinstance(step, BrainFailed):
            raise step
        thought = step if isinstance(step, Thought) else step(request)
        if stream is not None and thought.text:
            stream(thought.text)
        return thought

    def assert_complete(self) -> None:
        """Fail where steps of the script were never reached."""
        assert not self._steps, f"{len(self._steps)} steps of the script were not reached."
