"""The front desk: takes messages in, answers each conversation in order, loses none."""

from dataclasses import dataclass
from typing import Protocol

from agent.llm import Stream
from agent.messages import Message, Reply
from commerce.access import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One message of a conversation as it is shown again later."""

    id: int
    direction: str
    """`in` or `out`."""
    text: str
    reply: Reply | None
    """Of an `out` message."""
    at: str
    """ISO moment, UTC."""


class FrontDesk(Protocol):
    """What a channel may ask of the assistant. `agent.assistant.Assistant` is the one."""

    def who(self, channel: str, sender: str) -> Actor | None:
        """Return who is known as `sender` on a channel, or `None` for a stranger."""
        ...

    async def receive(self, message: Message) -> bool:
        """Store a message to be answered; false where this `provider_id` came before.

        The conversation is opened by its first message and belongs to its sender from then on.

        Raises:
            commerce.errors.NotFound: The sender is a stranger, or the conversation is another's.
        """
        ...

    async def answer(self, conversation: str, stream: Stream | None = None) -> list[Reply]:
        """Answer what waits in a conversation, in order, a burst as one turn.

        Returns an empty list where nothing waits or another process is already answering. Safe to
        call from many tasks and processes at once. `stream` is given the words as they come.
        """
        ...

    async def ask(self, message: Message, stream: Stream | None = None) -> Reply:
        """Receive one message and return the reply that answers it."""
        ...

    def history(self, actor: Actor, conversation: str, after: int = 0) -> list[Exchange]:
        """Return the messages of one of the actor's conversations with an id beyond `after`.

        Raises:
            commerce.errors.NotFound: No such conversation of this actor.
        """
        ...

    def conversations(self, actor: Actor) -> list[tuple[str, str]]:
        """Return id and title of the actor's latest conversations, newest first."""
        ...
