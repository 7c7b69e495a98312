"""A write that waits for a yes, as a card: in the chat that asks, and in everybody's list."""

from datetime import datetime
from typing import Any

from pydantic import TypeAdapter

from commerce import words
from commerce.access import Role
from commerce.approvals import Asked
from commerce.changes import Change
from commerce.context import Context
from tools.cards import ApprovalCard, Button, Difference, Tap

_CHANGE = TypeAdapter(Change)


def approval_card(
    ctx: Context,
    preview: dict[str, Any],
    *,
    approval: str | None,
    expires_at: datetime | None = None,
    lowest: Role | None = None,
    asked: str = "",
    why: str = "",
    buttons: tuple[Button, ...] | None = None,
) -> ApprovalCard:
    """Return the card of a write.

    Args:
        ctx: Who reads it.
        preview: The `tools.Preview` that is shown, as JSON.
        approval: Its id; `None` of a trial run, of which nothing waits.
        expires_at: Until when it waits; `None` where it no longer does.
        lowest: The least role whose yes is enough, where the reader's is not.
        asked: Who asked and when, in words; empty in the conversation that asks.
        why: Why, in the words of who asked.
        buttons: What can be pressed; `None` for the usual of who asked.
    """
    change = _CHANGE.validate_python(preview["change"])
    title = preview["title"]
    if buttons is None:
        buttons = () if approval is None else own_buttons(ctx, approval, title, lowest)
    return ApprovalCard(
        approval=approval or "dry-run",
        title=title,
        asked=asked,
        why=why,
        differences=differences(preview),
        at_stake=words.write_money(change.at_stake, ctx.language) if change.at_stake else "",
        needs=ctx.say("approval-needs", lowest=lowest.value) if lowest else "",
        reversible=_reversible(ctx, change),
        expires=ctx.say("approval-expires", at=ctx.local(expires_at)) if expires_at else "",
        warnings=change.warnings,
        buttons=buttons,
    )


def card_of(ctx: Context, asked: Asked) -> ApprovalCard:
    """Return the card of something that waits, for whoever reads a list."""
    approval = asked.approval
    mine = approval.requested_by == ctx.actor.person_id
    buttons: tuple[Button, ...] = ()
    if mine or asked.may_decide:
        buttons = own_buttons(ctx, approval.id, approval.preview["title"], asked.lowest)
    return approval_card(
        ctx,
        approval.preview,
        approval=approval.id,
        expires_at=approval.expires_at,
        lowest=asked.lowest,
        asked=ctx.say("approval-asked-by", name=asked.asked_by, at=ctx.local(approval.created_at)),
        why=str(approval.arguments.get("reason") or ""),
        buttons=buttons,
    )


def own_buttons(ctx: Context, approval: str, title: str, lowest: Role | None) -> tuple[Button, ...]:
    """Return yes and no; where another's yes is needed, only a way to take the request back."""
    no = "approval-decline" if lowest is None else "approval-withdraw"
    decline = Button(
        label=ctx.say(no),
        says=ctx.say("approval-says-no", title=title),
        tap=Tap(kind="decline", id=approval),
    )
    if lowest is not None:
        return (decline,)
    approve = Button(
        label=ctx.say("approval-approve"),
        says=ctx.say("approval-says-yes", title=title),
        tap=Tap(kind="approve", id=approval),
    )
    return (approve, decline)


def differences(preview: dict[str, Any] | None) -> tuple[Difference, ...]:
    """Return what a preview says will change."""
    if preview is None:
        return ()
    return tuple(Difference.model_validate(line) for line in preview["differences"])


def _reversible(ctx: Context, change: Change) -> str:
    if change.undo_for is None:
        return ctx.say("approval-final")
    minutes = int(change.undo_for.total_seconds() // 60)
    if minutes < 120:
        return ctx.say("approval-reversible", minutes=minutes)
    return ctx.say("approval-reversible-hours", hours=minutes // 60)
