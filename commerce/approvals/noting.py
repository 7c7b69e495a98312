"""What becomes of an approval, in the audit log."""

from datetime import datetime

from sqlalchemy.orm import Session

from commerce import records
from commerce.approvals.types import Approval, ApprovalStatus
from commerce.context import Context

_ACTIONS = {
    ApprovalStatus.APPROVED: "approve",
    ApprovalStatus.DECLINED: "decline",
    ApprovalStatus.EXPIRED: "expire_approval",
    ApprovalStatus.WITHDRAWN: "withdraw_approval",
}


def note(ctx: Context, approval: Approval) -> None:
    """Write down who decided an approval, and in whose place."""
    _write(
        ctx.session,
        approval,
        now=ctx.now,
        person_id=ctx.actor.person_id,
        channel=ctx.channel,
        turn_id=ctx.turn_id,
    )


def note_ended(session: Session, approval: Approval, now: datetime) -> None:
    """Write down that nobody decides an approval any more: its time ran out, or its asker left."""
    _write(session, approval, now=now, person_id=None, channel="system", turn_id=approval.turn_id)


def _write(
    session: Session,
    approval: Approval,
    *,
    now: datetime,
    person_id: int | None,
    channel: str,
    turn_id: str | None,
) -> None:
    records.note(
        session,
        shop_id=approval.shop_id,
        action=_ACTIONS[approval.status],
        subject=approval.preview["change"]["subject"],
        now=now,
        person_id=person_id,
        on_behalf_of=approval.decided_for,
        before={"status": ApprovalStatus.PENDING.value},
        after={
            "status": approval.status.value,
            "approval": approval.id,
            "tool": approval.tool,
            "title": approval.preview["title"],
            "asked_by": approval.requested_by,
        },
        why=str(approval.arguments.get("reason") or ""),
        channel=channel,
        turn_id=turn_id,
    )
