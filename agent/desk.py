"""The front desk: takes messages in, answers each conversation in order, loses none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from sqlalchemy.orm import Session

from agent.llm import Stream
from agent.messages import Attachment, Message, Reply
from commerce.access import Actor
from commerce.conversations import Talk
from knowledge.reading import Paper
from tools.base import Effect
from tools.cards import Card
from tools.forms import Field

__all__ = ["Effect", "Exchange", "Field", "FrontDesk", "Look", "Paper", "SharedAnswer", "Talk"]


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
    attachments: tuple[Attachment, ...] = ()
    """Of an `in` message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a read tool shows outside of a conversation."""

    status: Literal["done", "awaiting_approval", "refused", "failed"]
    says: str
    cards: tuple[Card, ...]
    count: int | None
    """How many things there are, also beyond those shown, where the tool counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedAnswer:
    """An answer behind a link."""

    id: str
    by: str
    """Who shared it."""
    asked: str
    """What they had asked."""
    reply: Reply
    at: str
    """When it was answered; ISO moment, UTC."""
    can_revoke: bool


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

    def receive_in(self, session: Session, message: Message) -> None:
        """Store a message within a transaction of the caller's, who commits, and asks to answer.

        Raises:
            commerce.errors.NotFound: The sender is a stranger, or the conversation is another's.
            sqlalchemy.exc.IntegrityError: This `provider_id` came before, or the conversation is
                being opened in another transaction.
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

    def page(
        self, actor: Actor, conversation: str, *, before: int | None = None, most: int = 60
    ) -> tuple[list[Exchange], bool]:
        """Return the latest messages, or the latest before one, and whether there are earlier ones.

        Raises:
            commerce.errors.NotFound: No such conversation of this actor.
        """
        ...

    def conversations(
        self,
        actor: Actor,
        *,
        search: str = "",
        before: str = "",
        most: int = 30,
        put_away: bool = False,
    ) -> Sequence[Talk]:
        """Return the actor's conversations, newest first; `before` is the last one seen.

        Those that were put away come by themselves with `put_away`, and in every search.
        """
        ...

    def rename(self, actor: Actor, conversation: str, name: str) -> None:
        """Call a conversation by a name; an empty one gives it back its first words.

        Raises:
            commerce.errors.NotFound: No such conversation of this actor.
        """
        ...

    def put_away(self, actor: Actor, conversation: str, *, away: bool) -> None:
        """Take a conversation out of the list, or put it back; speaking in it puts it back too.

        Raises:
            commerce.errors.NotFound: No such conversation of this actor.
        """
        ...

    def tools(self, actor: Actor) -> Mapping[str, Effect]:
        """Return the names of the tools an actor may use, and what each does to the business."""
        ...

    def form(self, actor: Actor, tool: str, language: str) -> tuple[Field, ...]:
        """Return what a person could fill in for a tool; nothing for one they may not use."""
        ...

    def look(
        self,
        actor: Actor,
        tool: str,
        arguments: dict[str, Any],
        *,
        channel: str,
        language: str,
    ) -> Look:
        """Run a read tool outside of any conversation; writes are refused."""
        ...

    def papers(self, actor: Actor) -> Sequence[Paper]:
        """Return the documents that an actor may read, the shop's own first."""
        ...

    def paper(self, actor: Actor, key: str) -> Paper:
        """Return the document of a passage, or the document itself.

        Raises:
            commerce.errors.NotFound: There is none, or it is not for them.
        """
        ...

    def share(self, actor: Actor, message: int) -> str:
        """Return the id of a link to one of the actor's replies.

        Raises:
            commerce.errors.NotFound: No such reply of theirs.
        """
        ...

    def shared(self, actor: Actor, link: str) -> SharedAnswer:
        """Return the answer behind a link of the actor's shop.

        Raises:
            commerce.errors.NotFound: No such link, or it was taken back.
            commerce.errors.NotAllowed: The actor may not see what the answer rests on.
        """
        ...

    def unshare(self, actor: Actor, link: str) -> None:
        """Take a link back.

        Raises:
            commerce.errors.NotFound: No such link that is theirs to take back.
        """
        ...
