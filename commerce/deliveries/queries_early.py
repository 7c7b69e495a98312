"""All SQL of what vendors tell of a message before its id is written down."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from sqlalchemy import and_, bindparam, delete, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from commerce.db.tables import DeliveryPartRow, DeliveryRow, EarlyNoteRow
from commerce.deliveries.types import DeliveryStatus, StatusNote

_KNOWN = (
    select(EarlyNoteRow)
    .join(
        DeliveryPartRow,
        and_(
            DeliveryPartRow.channel == EarlyNoteRow.channel,
            DeliveryPartRow.provider_id == EarlyNoteRow.provider_id,
        ),
    )
    .join(
        DeliveryRow,
        and_(
            DeliveryRow.id == DeliveryPartRow.delivery_id,
            DeliveryRow.shop_id == DeliveryPartRow.shop_id,
        ),
    )
    .where(DeliveryRow.status != DeliveryStatus.WAITING.value)
    .order_by(EarlyNoteRow.id)
    .limit(bindparam("most"))
)


def keep(session: Session, note: StatusNote) -> None:
    """Keep what was told of a message nobody knows, in case it is ours and not written down yet."""
    same = select(EarlyNoteRow.id).where(
        EarlyNoteRow.channel == note.channel, EarlyNoteRow.provider_id == note.provider_id,
        EarlyNoteRow.status == note.status.value,
    )  # fmt: skip
    if session.scalar(same) is not None:
        return
    with suppress(IntegrityError), session.begin_nested():
        session.add(
            EarlyNoteRow(
                channel=note.channel, provider_id=note.provider_id, status=note.status.value,
                at=note.at, code=note.code, error=note.error, heard_at=note.at,
            )
        )  # fmt: skip


def known(session: Session, limit: int) -> Sequence[EarlyNoteRow]:
    """Return what was told early of messages that are written down and handed over by now."""
    return session.scalars(_KNOWN, {"most": limit}).all()


def drop(session: Session, row_ids: Sequence[int], before: datetime) -> None:
    """Forget some of it, and all that was never ours."""
    session.execute(
        delete(EarlyNoteRow).where(
            or_(EarlyNoteRow.id.in_(row_ids), EarlyNoteRow.heard_at < before)
        )
    )
