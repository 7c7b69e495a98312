"""What goes into the agent and what comes out, on every channel."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from tools.arguments import keepable
from tools.cards import ApprovalCard, Card, Tap


class Wire(BaseModel):
    """Base of what crosses the agent's border."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Attachment(Wire):
    """A file that came with a message."""

    file: str
    """Its id in `commerce.files`."""
    name: str
    media_type: str
    size: int
    """Bytes."""


class Message(Wire):
    """What a person said or pressed."""

    channel: str
    sender: str
    """The person's id on that channel. (channel, sender) is who they are."""
    conversation: str
    address: str | None = None
    """On a messenger: where the reply is brought. `None` where the person comes to look."""
    text: Annotated[str, AfterValidator(keepable)] = Field(max_length=8_000)
    tap: Tap | None = None
    attachments: tuple[Attachment, ...] = ()
    transcribed: bool = False
    """A machine wrote it down from a voice note."""
    answers: str = ""
    """The channel's id of the message it replies to, where it says so."""
    edits: str = ""
    """The channel's id of the message that now reads so."""
    provider_id: str
    """The channel's own id of this message; the same id twice is one message."""
    received_at: datetime
    language: str | None = None
    """Answer in this language, whatever they write; `None` follows the message."""


class CallRecord(Wire):
    """One tool call of a turn, as it ended."""

    id: str
    name: str
    arguments: dict[str, Any]
    effect: Literal["read", "write", "money"]
    status: Literal["done", "awaiting_approval", "refused", "failed"]
    error: str = ""


class ReceiptRecord(Wire):
    """Proof of one write."""

    id: str
    tool: str
    subject_kind: str
    subject: str
    before: dict[str, Any]
    after: dict[str, Any]
    at: datetime
    undo_until: datetime | None
    undone: bool = False


class Reply(Wire):
    """What we answer: words, cards beneath them, and what was done."""

    text: str
    language: str
    cards: tuple[Card, ...] = ()
    tool_calls: tuple[CallRecord, ...] = ()
    approval: ApprovalCard | None = None
    """The first write that waits for a yes; its card is also among `cards`."""
    receipts: tuple[ReceiptRecord, ...] = ()
    facts: tuple[dict[str, Any], ...] = ()
    """The facts of each call that was done, for evals and for checking the words."""
    brain: str
    by: str = ""
    """The name of the person of the shop who wrote it; empty where the assistant did."""
    conversation: str
    turn: str
    milliseconds: int = 0
