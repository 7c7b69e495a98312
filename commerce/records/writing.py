"""Adding to what happened and to the audit log. Nothing here, or anywhere, changes a line."""

from datetime import datetime
from typing import Any

from sqlalchemy import event, insert, literal, select
from sqlalchemy.orm import Session, object_session

from commerce.changes import Change
from commerce.context import Context
from commerce.db.tables import AuditRow, EventRow, WorkflowEventRow, WorkflowRow


def happened(ctx: Context, kind: str, subject: str, **payload: Any) -> None:
    """Add an event to the transaction under way."""
    ctx.session.add(
        EventRow(shop_id=ctx.actor.shop_id, kind=kind, subject=subject, payload=payload, at=ctx.now)
    )


def happened_by_itself(
    session: Session, shop_id: int, kind: str, subject: str, now: datetime, **payload: Any
) -> None:
    """Add an event that no business function made: a message came in, a score was told."""
    session.add(EventRow(shop_id=shop_id, kind=kind, subject=subject, payload=payload, at=now))


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


CAUSES = "causes"
"""In a session's `info`: ids of the workflows whose steps lead to what it writes."""


def _let_workflows_hear(_mapper: Any, connection: Any, row: EventRow) -> None:
    """Put an event before the shop's workflows, where it has any.

    A row beside the event rather than a place in the list of events: what a slow transaction
    wrote with an earlier number is then not passed over. What is written in bulk, such as a demo
    shop's past, begins nothing.
    """
    session = object_session(row)
    causes = session.info.get(CAUSES, []) if session is not None else []
    has_any = select(WorkflowRow.id).where(WorkflowRow.shop_id == row.shop_id).exists()
    values = select(
        literal(row.id), literal(row.shop_id), literal(causes, WorkflowEventRow.causes.type)
    ).where(has_any)
    connection.execute(
        insert(WorkflowEventRow).from_select(["event_id", "shop_id", "causes"], values)
    )


def _refuse(_mapper: Any, _connection: Any, row: AuditRow) -> None:
    raise RuntimeError(f"Line {row.id} of the audit log was about to be changed; lines stay.")


event.listen(AuditRow, "before_update", _refuse)
event.listen(AuditRow, "before_delete", _refuse)
event.listen(EventRow, "after_insert", _let_workflows_hear)
