"""What vendors tell of messages they took, in any order, now and then before they said the id."""

from datetime import datetime

from sqlalchemy.orm import Session

from commerce.deliveries import queries, queries_early, rules
from commerce.deliveries.types import DeliveryStatus, StatusNote


def note(session: Session, told: StatusNote) -> bool:
    """Note what a vendor tells of a message; false where it is not ours or tells nothing new."""
    row = queries.of_part(session, told)
    if row is None:
        queries_early.keep(session, told)
        return False
    if not rules.moves_to(DeliveryStatus(row.status), told.status):
        return False
    row.status = told.status.value
    match told.status:
        case DeliveryStatus.DELIVERED:
            row.delivered_at = told.at
        case DeliveryStatus.READ:
            row.read_at = told.at
            row.delivered_at = row.delivered_at or told.at
        case DeliveryStatus.DEAD:
            row.error_code, row.error = told.code, told.error
    return True


def note_early(session: Session, now: datetime) -> int:
    """Note what was told before the message's id was written down; return how many notes.

    The caller commits.
    """
    rows = queries_early.known(session, rules.EARLY_AT_ONCE)
    for row in rows:
        told = StatusNote(
            channel=row.channel, provider_id=row.provider_id, status=DeliveryStatus(row.status),
            at=row.at, code=row.code, error=row.error,
        )  # fmt: skip
        note(session, told)
    if rows:
        queries_early.drop(session, [row.id for row in rows], now - rules.EARLY_KEPT)
    return len(rows)
