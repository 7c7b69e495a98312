"""All SQL of approvals and receipts."""

import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import CursorResult, and_, bindparam, select, update
from sqlalchemy.orm import Session

from commerce.approvals.rules import fingerprint
from commerce.approvals.types import Approval, ApprovalStatus, Receipt
from commerce.changes import Change
from commerce.context import Context
from commerce.db.tables import ApprovalRow, ReceiptRow, TurnRow

_OF_CONVERSATION = (
    select(ApprovalRow)
    .where(
        ApprovalRow.shop_id == bindparam("shop"),
        ApprovalRow.conversation_id == bindparam("conversation"),
    )
    .order_by(ApprovalRow.created_at)
)


def ask(
    ctx: Context,
    *,
    turn: str,
    call: str,
    tool: str,
    effect: str,
    arguments: dict[str, Any],
    preview: dict[str, Any],
    expires_at: datetime,
    needs: Iterable[str] = (),
    change: Change | None = None,
) -> Approval:
    """Store a write that waits for a yes. The same call asks only once.

    Args:
        needs: The permissions of which whoever decides has at least one.
        change: What would change: its money and its number of things are what limits look at.
    """
    existing = of_call(ctx.session, ctx.actor.shop_id, turn, call)
    if existing is not None:
        return existing
    row = ApprovalRow(
        id=f"AP-{secrets.token_hex(8).upper()}",
        shop_id=ctx.actor.shop_id,
        conversation_id=ctx.conversation_id or "",
        turn_id=turn,
        call_id=call,
        person_id=ctx.actor.person_id,
        tool=tool,
        effect=effect,
        arguments=arguments,
        arguments_hash=fingerprint(ctx.actor.shop_id, ctx.actor.person_id, tool, arguments),
        preview=preview,
        needs=list(needs),
        at_stake_minor=change.at_stake.minor if change and change.at_stake else None,
        items=change.items if change else 1,
        status=ApprovalStatus.PENDING.value,
        created_at=ctx.now,
        expires_at=expires_at,
        decided_by=None,
        decided_for=None,
        decided_at=None,
    )
    ctx.session.add(row)
    ctx.session.flush()
    return approval_of(row)


def find(session: Session, shop_id: int, approval: str) -> Approval | None:
    """Return one approval of a shop."""
    row = session.scalar(
        select(ApprovalRow).where(ApprovalRow.shop_id == shop_id, ApprovalRow.id == approval)
    )
    return approval_of(row) if row is not None else None


def of_call(session: Session, shop_id: int, turn: str, call: str) -> Approval | None:
    """Return the approval that a call of a turn asked for."""
    row = session.scalar(
        select(ApprovalRow).where(
            ApprovalRow.shop_id == shop_id,
            ApprovalRow.turn_id == turn,
            ApprovalRow.call_id == call,
        )
    )
    return approval_of(row) if row is not None else None


def pending(session: Session, shop_id: int, conversation: str, now: datetime) -> list[Approval]:
    """Return what waits for a yes in a conversation, oldest first."""
    rows = session.scalars(
        select(ApprovalRow)
        .where(
            ApprovalRow.shop_id == shop_id,
            ApprovalRow.conversation_id == conversation,
            ApprovalRow.status == ApprovalStatus.PENDING.value,
            ApprovalRow.expires_at > now,
        )
        .order_by(ApprovalRow.created_at)
    )
    return [approval_of(row) for row in rows]


def of_conversation(session: Session, shop_id: int, conversation: str) -> list[Approval]:
    """Return everything that was asked in a conversation, oldest first."""
    values = {"shop": shop_id, "conversation": conversation}
    return [approval_of(row) for row in session.scalars(_OF_CONVERSATION, values)]


def approved_but_not_done(session: Session, *, before: datetime) -> list[Approval]:
    """Return, of every shop, what someone said yes to `before` a moment and nobody carried on."""
    rows = session.scalars(
        select(ApprovalRow).where(
            ApprovalRow.status == ApprovalStatus.APPROVED.value, ApprovalRow.decided_at < before
        )
    )
    return [approval_of(row) for row in rows]


def overdue(session: Session, now: datetime) -> list[Approval]:
    """Return, of every shop, what nobody decided in time."""
    rows = session.scalars(
        select(ApprovalRow).where(
            ApprovalRow.status == ApprovalStatus.PENDING.value, ApprovalRow.expires_at <= now
        )
    )
    return [approval_of(row) for row in rows]


def withdraw_of(ctx: Context, person: int) -> int:
    """Withdraw what someone asked for and nobody decided yet; return how many."""
    result: Any = ctx.session.execute(
        update(ApprovalRow)
        .where(
            ApprovalRow.shop_id == ctx.actor.shop_id,
            ApprovalRow.person_id == person,
            ApprovalRow.status == ApprovalStatus.PENDING.value,
        )
        .values(status=ApprovalStatus.WITHDRAWN.value, decided_at=ctx.now)
        .execution_options(synchronize_session=False)
    )
    return int(result.rowcount)


def left_open(session: Session) -> list[Approval]:
    """Return, of every shop, what was withdrawn or replaced while its turn still waits."""
    rows = session.scalars(
        select(ApprovalRow)
        .join(
            TurnRow,
            and_(TurnRow.id == ApprovalRow.turn_id, TurnRow.shop_id == ApprovalRow.shop_id),
        )
        .where(
            ApprovalRow.status.in_([ApprovalStatus.WITHDRAWN.value, ApprovalStatus.REPLACED.value]),
            TurnRow.status == "waiting",
        )
        .limit(200)
    )
    return [approval_of(row) for row in rows]


def replace_older(session: Session, newer: Approval, *, subject: str) -> None:
    """Withdraw what the same person asked before of the same tool about the same thing."""
    rows = session.scalars(
        select(ApprovalRow).where(
            ApprovalRow.shop_id == newer.shop_id,
            ApprovalRow.conversation_id == newer.conversation_id,
            ApprovalRow.person_id == newer.requested_by,
            ApprovalRow.tool == newer.tool,
            ApprovalRow.status == ApprovalStatus.PENDING.value,
            ApprovalRow.turn_id != newer.turn_id,
        )
    )
    for row in rows:
        if row.preview["change"]["subject"] == subject:
            row.status = ApprovalStatus.REPLACED.value
    session.flush()


def move(
    session: Session,
    approval: Approval,
    *,
    was: ApprovalStatus,
    becomes: ApprovalStatus,
    **values: Any,
) -> bool:
    """Move an approval on, in one statement, so that of two who try only one succeeds."""
    result: Any = session.execute(
        update(ApprovalRow)
        .where(
            ApprovalRow.shop_id == approval.shop_id,
            ApprovalRow.id == approval.id,
            ApprovalRow.status == was.value,
        )
        .values(status=becomes.value, **values)
        .execution_options(synchronize_session=False)
    )
    assert isinstance(result, CursorResult)
    return result.rowcount == 1


def write_receipt(
    ctx: Context, *, key: str, turn: str, call: str, tool: str, change: Change
) -> Receipt:
    """Write the proof of a change, in the transaction that makes it."""
    row = ReceiptRow(
        id=f"RC-{secrets.token_hex(5).upper()}",
        shop_id=ctx.actor.shop_id,
        idempotency_key=key,
        turn_id=turn,
        call_id=call,
        person_id=ctx.actor.person_id,
        tool=tool,
        subject_kind=change.subject_kind,
        subject=change.subject,
        before=change.before,
        after=change.after,
        undo_until=ctx.now + change.undo_for if change.undo_for else None,
        undone_at=None,
        at=ctx.now,
    )
    ctx.session.add(row)
    ctx.session.flush()
    return _receipt(row)


def receipt(session: Session, shop_id: int, receipt_id: str) -> Receipt | None:
    """Return one receipt of a shop."""
    row = session.scalar(
        select(ReceiptRow).where(ReceiptRow.shop_id == shop_id, ReceiptRow.id == receipt_id)
    )
    return _receipt(row) if row is not None else None


def receipts_of(session: Session, shop_id: int, turns: Sequence[str]) -> list[Receipt]:
    """Return the receipts of turns, in the order they were written."""
    rows = session.scalars(
        select(ReceiptRow)
        .where(ReceiptRow.shop_id == shop_id, ReceiptRow.turn_id.in_(turns))
        .order_by(ReceiptRow.at, ReceiptRow.id)
    )
    return [_receipt(row) for row in rows]


def undoable(
    session: Session, shop_id: int, conversation: str, now: datetime, most: int = 5
) -> list[Receipt]:
    """Return what was done in a conversation and can still be undone, the latest first."""
    rows = session.scalars(
        select(ReceiptRow)
        .join(TurnRow, TurnRow.id == ReceiptRow.turn_id)
        .where(
            ReceiptRow.shop_id == shop_id, TurnRow.shop_id == shop_id,
            TurnRow.conversation_id == conversation, ReceiptRow.undone_at.is_(None),
            ReceiptRow.undo_until > now,
        )
        .order_by(ReceiptRow.at.desc(), ReceiptRow.id.desc())
        .limit(most)
    )  # fmt: skip
    return [_receipt(row) for row in rows]


def mark_undone(session: Session, shop_id: int, made: Receipt, now: datetime) -> bool:
    """Mark a receipt as undone; false where someone was faster."""
    result: Any = session.execute(
        update(ReceiptRow)
        .where(
            ReceiptRow.shop_id == shop_id,
            ReceiptRow.id == made.id,
            ReceiptRow.undone_at.is_(None),
        )
        .values(undone_at=now)
        .execution_options(synchronize_session=False)
    )
    assert isinstance(result, CursorResult)
    return result.rowcount == 1


def approval_of(row: ApprovalRow) -> Approval:
    """Return a stored approval as the rules see it."""
    return Approval(
        id=row.id,
        shop_id=row.shop_id,
        conversation_id=row.conversation_id,
        turn_id=row.turn_id,
        call_id=row.call_id,
        requested_by=row.person_id,
        tool=row.tool,
        effect=row.effect,
        arguments=row.arguments,
        arguments_hash=row.arguments_hash,
        preview=row.preview,
        status=ApprovalStatus(row.status),
        created_at=row.created_at,
        expires_at=row.expires_at,
        decided_by=row.decided_by,
        decided_for=row.decided_for,
        decided_at=row.decided_at,
        needs=tuple(row.needs),
        at_stake_minor=row.at_stake_minor,
        items=row.items,
    )


def _receipt(row: ReceiptRow) -> Receipt:
    return Receipt(
        id=row.id,
        turn_id=row.turn_id,
        call_id=row.call_id,
        person_id=row.person_id,
        tool=row.tool,
        subject_kind=row.subject_kind,
        subject=row.subject,
        before=row.before,
        after=row.after,
        at=row.at,
        undo_until=row.undo_until,
        undone_at=row.undone_at,
    )
