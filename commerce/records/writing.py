"""Adding to what happened and to the audit log. Nothing here, or anywhere, changes a line."""

from datetime import datetime
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session

from commerce.changes import Change
from commerce.context import Context
from commerce.db.tables import AuditRow, EventRow


def happened(ctx: Context, kind: str, subject: str, **payload: Any) -> None:
    """Add an event to the transaction under way."""
    ctx.session.add(
        EventRow(shop_id=ctx.actor.shop_id, kind=kind, subject=subject, payload=payload, at=ctx.now)
    )


def audit(ctx: Context, action: str, change: Change, why: str = "") -> None:
    """Add a line to the audit log, in the transaction under way."""
    ctx.session.add(
        AuditRow(
            shop_id=ctx.actor.shop_id,
            person_id=ctx.actor.person_id,
            on_behalf_of=ctx.on_behalf_of,
            action=action,
            subject=change.subject,
            before=change.before,
            after=change.after,
            why=why,
            channel=ctx.channel,
            turn_id=ctx.turn_id,
            at=ctx.now,
        )
    )


def note(
    session: Session,
    *,
    shop_id: int,
    action: str,
    subject: str,
    now: datetime,
    person_id: int | None = None,
    on_behalf_of: int | None = None,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
    why: str = "",
    channel: str = "system",
    turn_id: str | None = None,
) -> None:
    """Add a line of something that no business function did: a sign-in, a decision, a command."""
    session.add(
        AuditRow(
            shop_id=shop_id,
            person_id=person_id,
            on_behalf_of=on_behalf_of,
            action=action,
            subject=subject[:255],
            before=before or {},
            after=after or {},
            why=why,
            channel=channel,
            turn_id=turn_id,
            at=now,
        )
    )


def _refuse(_mapper: Any, _connection: Any, row: AuditRow) -> None:
    raise RuntimeError(f"Line {row.id} of the audit log was about to be changed; lines stay.")


event.listen(AuditRow, "before_update", _refuse)
event.listen(AuditRow, "before_delete", _refuse)
