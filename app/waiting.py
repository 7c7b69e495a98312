"""What waits in the whole installation, of all shops together: for doctors and for metrics."""

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from commerce.approvals import ApprovalStatus
from commerce.db.tables import ApprovalRow, ConversationRow, DeliveryRow, MessageRow, OutboxRow

WAITING, DEAD = "waiting", "dead"
UNSENT = (WAITING, DEAD)
"""Messages to the outside that nobody has taken: still to be sent, and given up."""

UNANSWERED_AFTER = timedelta(minutes=5)
"""A message without a reply for so long is stuck."""


def outbox_count(session: Session, status: str) -> int:
    """Return how many messages to the outside have a status."""
    return session.scalar(select(func.count(OutboxRow.id)).where(OutboxRow.status == status)) or 0


def deliveries_count(session: Session, status: str) -> int:
    """Return how many messages to people on messengers have a status."""
    query = select(func.count(DeliveryRow.id)).where(DeliveryRow.status == status)
    return session.scalar(query) or 0


def seconds_late(session: Session, now: datetime) -> float:
    """Return how long the oldest message to the outside has been due; 0 where none is."""
    oldest = session.scalar(
        select(func.min(OutboxRow.next_at)).where(
            OutboxRow.status == WAITING, OutboxRow.next_at <= now
        )
    )
    return (now - oldest).total_seconds() if oldest else 0.0


def approvals_waiting(session: Session, now: datetime) -> int:
    """Return how many writes wait for a yes."""
    waits = (ApprovalRow.status == ApprovalStatus.PENDING, ApprovalRow.expires_at > now)
    return session.scalar(select(func.count(ApprovalRow.id)).where(*waits)) or 0


def conversations_busy(session: Session, now: datetime) -> int:
    """Return how many conversations are being answered."""
    busy = ConversationRow.busy_until > now
    return session.scalar(select(func.count(ConversationRow.id)).where(busy)) or 0


def conversations_stuck(session: Session, now: datetime) -> int:
    """Return how many conversations have a message that nobody answers."""
    stuck = (
        MessageRow.direction == "in",
        MessageRow.turn_id.is_(None),
        MessageRow.at < now - UNANSWERED_AFTER,
    )
    return (
        session.scalar(select(func.count(MessageRow.conversation_id.distinct())).where(*stuck)) or 0
    )
