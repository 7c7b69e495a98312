"""The chat model, behind a protocol that an LLM, the planner and a script fill alike."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from pydantic import BaseModel, ConfigDict, Field

from agent.messages import Attachment
from commerce.context import Context
from commerce.memory import NOTHING, Known
from tools.base import Mention, Tool
from tools.cards import Button


class Plain(BaseModel):
    """Base of what is stored in the graph's state: plain JSON, always."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ToolCall(Plain):
    """The model asks for a tool."""

    id: str
    name: str
    arguments: dict[str, Any]


class Question(Plain):
    """What the assistant asks for, and what the answer will complete."""

    text: str
    options: tuple[Button, ...] = ()
    tool: str = ""
    """The call that waits for the answer; empty for an open question."""
    arguments: dict[str, Any] = Field(default_factory=dict)
    """The arguments known so far."""
    argument: str = ""
    """The argument that is asked for; empty when `options` name whole calls."""


class Usage(Plain):
    """What one thought cost."""

    tokens_in: int = 0
    tokens_out: int = 0
    cost_micros: int = 0
    """Millionths of a unit of the shop's currency."""

    def __add__(self, other: "Usage") -> "Usage":
        """Return what two thoughts cost together."""
        return Usage(
            tokens_in=self.tokens_in + other.tokens_in,
            tokens_out=self.tokens_out + other.tokens_out,
            cost_micros=self.cost_micros + other.cost_micros,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Thought:
    """The model's next step: tools it wants, or words, or a question."""

    text: str = ""
    calls: tuple[ToolCall, ...] = ()
    question: Question | None = None
    usage: Usage = field(default_factory=Usage)
    brain: str = ""
    versions: Mapping[str, str] = field(default_factory=dict)
    """Of what it was thought with: `prompt`, `tools`, `model`, `weights`."""
    sure: float = 0.0
    """How sure the brain is that this is what was meant, from 0 to 1; 0 where it cannot tell."""


class CallOutcome(Plain):
    """How one call of this or an earlier turn went."""

    call: ToolCall
    status: str
    """As in `agent.messages.CallRecord.status`."""
    facts: dict[str, Any] = Field(default_factory=dict)
    says: str = ""
    """The tool's own answer, or the sentence of the error."""
    mentions: tuple[Mention, ...] = ()


class PastTurn(Plain):
    """One finished exchange, oldest first in a list of them."""

    text: str
    """What the person said."""
    reply: str
    outcomes: tuple[CallOutcome, ...] = ()
    question: Question | None = None
    turn: str = ""
    """The turn's id."""
    attachments: tuple[Attachment, ...] = ()
    """What the person sent with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Everything a model may look at to decide its next step."""

    text: str
    """What the person says now; several messages sent in a burst stand on lines of their own."""
    language: str
    """What the answer is written in: a key of `commerce.words.LANGUAGES`."""
    past: Sequence[PastTurn]
    """The last turns of this conversation, oldest first."""
    before: Mapping[str, Any] = field(default_factory=dict)
    """What is kept of the turns before those, as plain JSON; empty where there are none."""
    outcomes: Sequence[CallOutcome]
    """What the calls of this turn gave so far; empty at the first thought."""
    tools: Sequence[Tool]
    """Those the actor may use, and no others."""
    context: Context
    """For looking things up (products, couriers, order numbers) in the actor's scope. Reads only;
    used from the thread that thinks."""
    attachments: Sequence[Attachment] = ()
    """The files that came with the message."""
    used: Usage = field(default_factory=Usage)
    """What this turn's thoughts took so far."""
    known: Known = NOTHING
    """What the person asked to be remembered."""
    began_by: str = ""
    """Which brain took this turn's first step; empty at the first thought."""


Stream = Callable[[str], None]
"""Takes the words of an answer as they come."""


class ChatModel(Protocol):
    """Something that decides what to do next in a conversation."""

    name: str

    async def think(self, request: Request, stream: Stream | None = None) -> Thought:
        """Return the next step.

        Raises:
            agent.errors.BrainFailed: It cannot answer now; the planner can take over.
        """
        ...
