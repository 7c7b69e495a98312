"""Write down what happened (events) and who did it (the audit log)."""

from typing import Any

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
