"""What was said, what the assistant did about it, and what waits for a yes."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from commerce.db.tables.base import Base, BigId, Id, Moment, Name, ShopId, Word, ref


class ConversationRow(Base):
    """One thread of talk between a person and the assistant on one channel."""

    __tablename__ = "conversations"
    __table_args__ = (Index(None, "shop_id", "person_id", "updated_at"),)

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    shop_id: Mapped[ShopId]
    person_id: Mapped[int] = ref("people")
    channel: Mapped[Word]
    address: Mapped[str | None] = mapped_column(String(255))
    """On a messenger: where replies are brought. `None` where the person comes to look."""
    title: Mapped[Name]
    """The first words said in it."""
    name: Mapped[str | None] = mapped_column(String(120))
    """What the person calls it; `None` where its title does."""
    put_away_at: Mapped[datetime | None]
    """Since when it is out of the list; speaking in it brings it back."""
    summary: Mapped[dict[str, Any] | None]
    """What is kept of the turns that a brain sees no more, as `agent.summary` writes it."""
    handed_over_at: Mapped[datetime | None]
    """Since when a person of the shop answers in place of the assistant."""
    busy_until: Mapped[datetime | None]
    """A worker is answering; free again after this even if the worker died."""
    busy_by: Mapped[Word | None]
    created_at: Mapped[Moment]
    updated_at: Mapped[Moment]


class MessageRow(Base):
    """One message in, or one reply out. An inbound row without a turn still waits for an answer."""

    __tablename__ = "messages"
    __table_args__ = (
        Index(None, "shop_id", "conversation_id", "id"),
        Index("ix_messages_unanswered", "shop_id", "conversation_id", "turn_id"),
        UniqueConstraint("conversation_id", "provider_id"),
    )

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    conversation_id: Mapped[str] = mapped_column(String(64))
    direction: Mapped[Word]
    """`in` from the person, `out` from the assistant."""
    text: Mapped[str]
    tap: Mapped[dict[str, Any] | None]
    """What a pressed button carried."""
    body: Mapped[dict[str, Any]]
    """Of a reply: the whole `agent.messages.Reply` as JSON. Of a message: its attachments."""
    provider_id: Mapped[Name]
    """The channel's own id; a second delivery of the same id changes nothing."""
    turn_id: Mapped[str | None] = mapped_column(String(64))
    at: Mapped[Moment]


class TurnRow(Base):
    """One run of the assistant: the messages it answers share its id."""

    __tablename__ = "turns"
    __table_args__ = (
        Index("ix_turns_by_time", "shop_id", "conversation_id", "started_at"),
        Index("ix_turns_by_status", "status", "conversation_id"),
    )

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    shop_id: Mapped[ShopId]
    conversation_id: Mapped[str] = mapped_column(String(64))
    person_id: Mapped[int] = ref("people")
    status: Mapped[Word]
    """`running`, `waiting` (for an approval), `done`, `failed`."""
    brain: Mapped[Word]
    language: Mapped[Word]
    memory: Mapped[dict[str, Any] | None]
    """What later turns see of this one: an `agent.llm.PastTurn` as JSON; `None` while it runs."""
    usage: Mapped[dict[str, Any]]
    """Tokens in and out, and what they cost in millionths of a unit of the shop's currency."""
    versions: Mapped[dict[str, Any] | None]
    """Of what the brain thought with: prompt, examples, tools, model, weights."""
    started_at: Mapped[Moment]
    finished_at: Mapped[datetime | None]


class ToolCallRow(Base):
    """One call of a tool within a turn."""

    __tablename__ = "tool_calls"
    __table_args__ = (
        Index(None, "shop_id", "turn_id", "id"),
        UniqueConstraint("turn_id", "call_id"),
    )

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    turn_id: Mapped[str] = mapped_column(String(64))
    call_id: Mapped[Name]
    name: Mapped[Word]
    arguments: Mapped[dict[str, Any]]
    effect: Mapped[Word]
    status: Mapped[Word]
    """`done`, `awaiting_approval`, `refused`, `failed`."""
    result: Mapped[dict[str, Any]]
    """The `tools.ToolResult` as JSON; facts, cards, mentions."""
    at: Mapped[Moment]


class ApprovalRow(Base):
    """A write that waits for a yes: bound to tool, exact arguments, actor, shop; used once."""

    __tablename__ = "approvals"
    __table_args__ = (
        Index(None, "shop_id", "status", "expires_at"),
        Index(None, "shop_id", "conversation_id"),
        Index(None, "shop_id", "created_at"),
        UniqueConstraint("turn_id", "call_id"),
    )

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    shop_id: Mapped[ShopId]
    conversation_id: Mapped[str] = mapped_column(String(64))
    turn_id: Mapped[str] = mapped_column(String(64))
    call_id: Mapped[Name]
    person_id: Mapped[int] = ref("people")
    """Who asked for it."""
    tool: Mapped[Word]
    effect: Mapped[Word]
    arguments: Mapped[dict[str, Any]]
    arguments_hash: Mapped[Name]
    preview: Mapped[dict[str, Any]]
    """The `tools.Preview` that was shown, as JSON."""
    needs: Mapped[list[Any]] = mapped_column(JSON, server_default="[]")
    """The permissions of which whoever decides has at least one."""
    at_stake_minor: Mapped[int | None] = mapped_column(BigInteger)
    """In the shop's currency; `None` where no money is touched."""
    items: Mapped[int] = mapped_column(server_default="1")
    """How many things change at once."""
    status: Mapped[Word]
    """A value of `commerce.approvals.ApprovalStatus`."""
    created_at: Mapped[Moment]
    expires_at: Mapped[Moment]
    decided_by: Mapped[int | None] = ref("people")
    decided_for: Mapped[int | None] = mapped_column(BigId)
    """Whose limit they used, of somebody who is away; `None` where their own was enough."""
    decided_at: Mapped[datetime | None]


class ReceiptRow(Base):
    """Proof that a write happened, once."""

    __tablename__ = "receipts"
    __table_args__ = (
        UniqueConstraint("shop_id", "idempotency_key"),
        Index(None, "shop_id", "subject_kind", "subject"),
    )

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    shop_id: Mapped[ShopId]
    idempotency_key: Mapped[Name]
    turn_id: Mapped[str] = mapped_column(String(64))
    call_id: Mapped[Name]
    person_id: Mapped[int] = ref("people")
    tool: Mapped[Word]
    subject_kind: Mapped[Word]
    subject: Mapped[Name]
    """What changed, as people name it: an order number or an AWB."""
    before: Mapped[dict[str, Any]]
    after: Mapped[dict[str, Any]]
    undo_until: Mapped[datetime | None]
    """`None` where it cannot be undone."""
    undone_at: Mapped[datetime | None]
    at: Mapped[Moment]


class HandOverRow(Base):
    """A conversation a person of the shop should take over."""

    __tablename__ = "hand_overs"
    __table_args__ = (Index(None, "shop_id", "status", "at"),)

    id: Mapped[Id]
    shop_id: Mapped[ShopId]
    conversation_id: Mapped[str] = mapped_column(String(64))
    person_id: Mapped[int] = ref("people")
    reason: Mapped[str]
    status: Mapped[Word]
    """`open`, `taken`, `closed`."""
    taken_by: Mapped[int | None] = mapped_column(BigId)
    at: Mapped[Moment]


class SharedAnswerRow(Base):
    """A link to one reply, for those of the shop who may see what is in it."""

    __tablename__ = "shared_answers"
    __table_args__ = (Index(None, "shop_id", "message_id"),)

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    """Unguessable."""
    shop_id: Mapped[ShopId]
    message_id: Mapped[int] = ref("messages")
    person_id: Mapped[int] = ref("people")
    """Who shared it, and may take it back."""
    customer_id: Mapped[int | None] = ref("customers")
    """Whose answer it is, where a customer asked."""
    tools: Mapped[list[Any]]
    """Names of the tools the reply rests on; whoever opens it may use each of them."""
    created_at: Mapped[Moment]
    revoked_at: Mapped[datetime | None]
