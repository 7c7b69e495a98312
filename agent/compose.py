"""Put a reply together from what a turn did: words, cards, approvals, receipts."""

from collections.abc import Iterable, Sequence
from typing import Any, Literal, cast

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from agent.llm import Question
from agent.messages import CallRecord, ReceiptRecord, Reply
from agent.results import CallResult
from agent.scope import TurnScope
from commerce import approvals
from commerce.approvals import Approval, ApprovalStatus, Receipt
from commerce.context import Context
from commerce.db.tables import ToolCallRow
from tools.approval_cards import approval_card, differences
from tools.cards import ApprovalCard, Button, Card, ChoiceCard, ReceiptCard, Tap

_CALLS = select(ToolCallRow).where(
    ToolCallRow.shop_id == bindparam("shop"), ToolCallRow.turn_id == bindparam("turn")
)


def compose(
    session: Session,
    scope: TurnScope,
    *,
    text: str,
    question: Question | None,
    brain: str,
    milliseconds: int,
    rows: Sequence[ToolCallRow],
) -> Reply:
    """Return the reply that tells of some calls of a turn."""
    ctx = scope.context(session)
    results = [(row, CallResult.model_validate(row.result)) for row in rows]
    receipts = _receipts(session, scope, [result for _, result in results])
    waiting = [
        _approval_card(ctx, row, result) for row, result in results if _waits(row, result, scope)
    ]
    shown = [receipts[r.receipt] for _, r in results if r.receipt in receipts]
    return Reply(
        text=text or " ".join(result.says for _, result in results if result.says),
        language=scope.language,
        cards=(
            *(card for _, result in results for card in result.cards),
            *(
                receipt_card(ctx, receipts[result.receipt], result.preview, result.says)
                for _, result in results
                if result.receipt in receipts
            ),
            *waiting,
            *_choice(question),
        ),
        tool_calls=tuple(_record(row, result) for row, result in results),
        approval=waiting[0] if waiting else None,
        receipts=tuple(map(receipt_record, shown)),
        facts=tuple(result.facts for row, result in results if row.status == "done"),
        brain=brain,
        conversation=scope.conversation,
        turn=scope.turn,
        milliseconds=milliseconds,
    )


def _receipts(
    session: Session, scope: TurnScope, results: Sequence[CallResult]
) -> dict[str, Receipt]:
    if not any(result.receipt for result in results):
        return {}
    found = approvals.receipts_of(session, scope.actor.shop_id, [scope.turn])
    return {receipt.id: receipt for receipt in found}


def plain_reply(scope: TurnScope, text: str) -> Reply:
    """Return a reply of words alone, said by rule."""
    return Reply(
        text=text,
        language=scope.language,
        brain="rules",
        conversation=scope.conversation,
        turn=scope.turn,
    )


def calls_of(session: Session, scope: TurnScope) -> list[ToolCallRow]:
    """Return the calls of a turn, in the order they were made."""
    rows = session.scalars(_CALLS, {"shop": scope.actor.shop_id, "turn": scope.turn})
    return sorted(rows, key=lambda row: [int(part) for part in row.call_id.split(".")])


def receipt_card(
    ctx: Context, receipt: Receipt, preview: dict[str, Any] | None, says: str
) -> ReceiptCard:
    """Return the proof of a write, with its undo while there is one.

    Its title is what was approved; of a write that asks nobody, what the tool said.
    """
    can_undo = receipt.undo_until and receipt.undo_until > ctx.now and not receipt.undone_at
    undo = Button(
        label=ctx.say("receipt-undo"),
        says=ctx.say("receipt-undo-says", subject=receipt.subject),
        tap=Tap(kind="undo", id=receipt.id),
    )
    return ReceiptCard(
        receipt=receipt.id,
        title=preview["title"] if preview else says,
        differences=differences(preview),
        at=ctx.say("receipt-at", at=ctx.local(receipt.at), receipt=receipt.id),
        buttons=(undo,) if can_undo else (),
    )


def receipt_record(receipt: Receipt) -> ReceiptRecord:
    """Return a receipt as programs read it."""
    return ReceiptRecord(
        id=receipt.id,
        tool=receipt.tool,
        subject_kind=receipt.subject_kind,
        subject=receipt.subject,
        before=receipt.before,
        after=receipt.after,
        at=receipt.at,
        undo_until=receipt.undo_until,
        undone=receipt.undone_at is not None,
    )


def which_approval(ctx: Context, waiting: Iterable[Approval], *, yes: bool) -> ChoiceCard:
    """Return the question which of several waiting writes a bare yes or no means."""
    waiting = list(waiting)
    return ChoiceCard(
        question=ctx.say("approval-which", count=len(waiting)),
        buttons=tuple(
            Button(
                label=approval.preview["title"],
                says=ctx.say(
                    "approval-says-yes" if yes else "approval-says-no",
                    title=approval.preview["title"],
                ),
                tap=Tap(kind="approve" if yes else "decline", id=approval.id),
            )
            for approval in waiting
        ),
    )


def what_to_undo(ctx: Context, waiting: Iterable[Approval], done: Iterable[Receipt]) -> ChoiceCard:
    """Return the question what a bare "undo" means: a write that waits, or one that was done.

    Without a button it says that there is nothing to undo.
    """
    buttons = (
        *which_approval(ctx, waiting, yes=False).buttons,
        *(
            Button(
                label=ctx.say("receipt-undo-says", subject=receipt.subject),
                says=ctx.say("receipt-undo-says", subject=receipt.subject),
                tap=Tap(kind="undo", id=receipt.id),
            )
            for receipt in done
        ),
    )
    return ChoiceCard(
        question=ctx.say("undo-which" if buttons else "undo-nothing"), buttons=buttons
    )


def go_or_leave(ctx: Context, approval: Approval) -> ChoiceCard:
    """Return the question whether "cancel" means the cancellation that waits, or to leave it."""

    def button(key: str, kind: Literal["approve", "decline"]) -> Button:
        label = ctx.say(key)
        return Button(label=label, says=label, tap=Tap(kind=kind, id=approval.id))

    return ChoiceCard(
        question=ctx.say("approval-cancel-which"),
        buttons=(
            button("approval-cancel-go", "approve"),
            button("approval-cancel-leave", "decline"),
        ),
    )


def _waits(row: ToolCallRow, result: CallResult, scope: TurnScope) -> bool:
    return row.status == "awaiting_approval" and result.preview is not None


def _approval_card(ctx: Context, row: ToolCallRow, result: CallResult) -> ApprovalCard:
    assert result.preview is not None
    stored = approvals.of_call(ctx.session, ctx.actor.shop_id, row.turn_id, row.call_id)
    if stored is None or stored.status is not ApprovalStatus.PENDING:
        return approval_card(ctx, result.preview, approval=None)
    return approval_card(
        ctx,
        result.preview,
        approval=stored.id,
        expires_at=stored.expires_at,
        lowest=approvals.lowest_role(ctx, stored),
    )


def _choice(question: Question | None) -> tuple[Card, ...]:
    if question is None or not question.options:
        return ()
    return (ChoiceCard(question=question.text, buttons=question.options),)


def _record(row: ToolCallRow, result: CallResult) -> CallRecord:
    return CallRecord(
        id=row.call_id,
        name=row.name,
        arguments=row.arguments,
        effect=cast("Literal['read', 'write', 'money']", row.effect),
        status=cast("Any", row.status),
        error=result.error,
    )
