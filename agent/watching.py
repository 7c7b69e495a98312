"""Who watches turns as they run: metrics, traces. Nobody, unless the edge puts somebody there.

A watcher opens a context around each turn, thought and tool call, and is given a note of it that
is complete when the context ends. It sees names, counts and outcomes; what was said only where it
asks for it itself.
"""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import Protocol

from agent.llm import Request, Thought, ToolCall


@dataclass(slots=True, kw_only=True)
class TurnNote:
    """One turn of a conversation."""

    turn: str
    conversation: str
    channel: str
    role: str
    language: str
    text: str
    """What the person said; only for watchers that were told to record content."""
    brain: str = ""
    outcome: str = "failed"
    """`done`, `waiting` (for an approval) or `failed`."""


@dataclass(slots=True, kw_only=True)
class ThoughtNote:
    """One thought of a brain."""

    brain: str
    """Who was asked; who answered, once it is known."""
    request: Request
    thought: Thought | None = None
    """`None` where it failed."""


@dataclass(slots=True, kw_only=True)
class CallNote:
    """One call of a tool."""

    turn: str
    call: ToolCall
    tool: str
    """The tool's name, `unknown` for one that does not exist."""
    effect: str
    status: str = "failed"
    """`done`, `awaiting_approval`, `refused` or `failed`."""
    facts: dict[str, object] = field(default_factory=dict)


class Watcher(Protocol):
    """Something that looks on while the assistant works."""

    def turn(self, note: TurnNote) -> AbstractContextManager[None]:
        """Watch a turn."""
        ...

    def thought(self, note: ThoughtNote) -> AbstractContextManager[None]:
        """Watch a thought."""
        ...

    def call(self, note: CallNote) -> AbstractContextManager[None]:
        """Watch a tool call."""
        ...


class Nobody:
    """Watches nothing, at no cost."""

    def turn(self, note: TurnNote) -> AbstractContextManager[None]:
        """Do nothing."""
        return nullcontext()

    def thought(self, note: ThoughtNote) -> AbstractContextManager[None]:
        """Do nothing."""
        return nullcontext()

    def call(self, note: CallNote) -> AbstractContextManager[None]:
        """Do nothing."""
        return nullcontext()


class Several:
    """Lets several watch."""

    def __init__(self, watchers: Sequence[Watcher]) -> None:
        self._watchers = tuple(watchers)

    @contextmanager
    def turn(self, note: TurnNote) -> Iterator[None]:
        """Watch a turn."""
        with ExitStack() as stack:
            for watcher in self._watchers:
                stack.enter_context(watcher.turn(note))
            yield

    @contextmanager
    def thought(self, note: ThoughtNote) -> Iterator[None]:
        """Watch a thought."""
        with ExitStack() as stack:
            for watcher in self._watchers:
                stack.enter_context(watcher.thought(note))
            yield

    @contextmanager
    def call(self, note: CallNote) -> Iterator[None]:
        """Watch a tool call."""
        with ExitStack() as stack:
            for watcher in self._watchers:
                stack.enter_context(watcher.call(note))
            yield
