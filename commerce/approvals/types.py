"""The words of asking first."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class ApprovalStatus(StrEnum):
    """Where an approval stands."""

    PENDING = "pending"
    APPROVED = "approved"
    """Someone said yes; the write is about to run."""
    DONE = "done"
    """The write ran, once."""
    FAILED = "failed"
    """Someone said yes, and the business then refused."""
    DECLINED = "declined"
    EXPIRED = "expired"
    REPLACED = "replaced"
    """The same person asked again for the same thing with other arguments."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A write that waits, or waited, for a yes."""

    id: str
    shop_id: int
    conversation_id: str
    turn_id: str
    call_id: str
    requested_by: int
    """A person's id."""
    tool: str
    effect: str
    arguments: dict[str, Any]
    arguments_hash: str
    preview: dict[str, Any]
    status: ApprovalStatus
    expires_at: datetime
    decided_by: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Proof that a write happened."""

    id: str
    turn_id: str
    call_id: str
    person_id: int
    tool: str
    subject_kind: str
    subject: str
    before: dict[str, Any]
    after: dict[str, Any]
    at: datetime
    undo_until: datetime | None
    undone_at: datetime | None
