"""What is done about a risky order, each by what orders can do anyway, and taking it back."""

from collections.abc import Callable
from typing import assert_never

from commerce import orders
from commerce.changes import Change
from commerce.context import Context
from commerce.orders import show
from commerce.risk.cancelling import taken_back
from commerce.risk.types import RiskDecision
from commerce.vocabulary import OrderStatus


def plan_review(ctx: Context, order: str, decision: RiskDecision) -> Change:
    """Say what a decision about an order would change, without changing it.

    Raises:
        NotFound: No such order of this shop.
        Ambiguous: Several orders fit.
        Refused: The order stands where this cannot be done; the message says what would work.
    """
    return _by(ctx, order, decision, plan=True)


def review(ctx: Context, order: str, decision: RiskDecision) -> Change:
    """Let a risky order through, mark it, hold it, ask for its payment, or call it off.

    Raises:
        NotFound: No such order of this shop.
        Ambiguous: Several orders fit.
        Refused: The order stands where this cannot be done; the message says what would work.
    """
    return _by(ctx, order, decision, plan=False)


def undo_review(ctx: Context, change: Change) -> Change:
    """Take a decision back, where nothing happened to the order since.

    Raises:
        NotFound: No such order of this shop.
        Refused: It has moved on since.
    """
    return _undo(change)(ctx, change)


def _by(ctx: Context, order: str, decision: RiskDecision, *, plan: bool) -> Change:
    match decision:
        case RiskDecision.APPROVE:
            return _approved(ctx, order, plan=plan)
        case RiskDecision.FLAG:
            return _noted(ctx, order, "risk-note-flagged", plan=plan)
        case RiskDecision.VERIFY:
            return _held(ctx, order, "risk-hold-verify", plan=plan)
        case RiskDecision.HOLD:
            return _held(ctx, order, "risk-hold", plan=plan)
        case RiskDecision.ASK_PREPAID:
            return (orders.plan_link if plan else orders.send_link)(ctx, order)
        case RiskDecision.CANCEL:
            why = ctx.say("risk-cancelled")
            return (orders.plan_cancel if plan else orders.cancel)(ctx, order, why)
    assert_never(decision)


def _approved(ctx: Context, order: str, *, plan: bool) -> Change:
    """Let an order go on from where it waits; one that waits for nothing is noted as looked at.

    One that the shop's own rule cancelled since yesterday is what it was before.
    """
    found = show(ctx, order)
    match found.status:
        case OrderStatus.ON_HOLD:
            return (orders.plan_release if plan else orders.release)(ctx, order)
        case OrderStatus.PENDING:
            return (orders.plan_confirm if plan else orders.confirm)(ctx, order)
        case OrderStatus.CANCELLED if back := taken_back(ctx, found.number, plan=plan):
            return back
        case _:
            return _noted(ctx, order, "risk-note-approved", plan=plan)


def _noted(ctx: Context, order: str, key: str, *, plan: bool) -> Change:
    return (orders.plan_note if plan else orders.add_note)(ctx, order, ctx.say(key))


def _held(ctx: Context, order: str, key: str, *, plan: bool) -> Change:
    return (orders.plan_hold if plan else orders.hold)(ctx, order, ctx.say(key))


def _undo(change: Change) -> Callable[[Context, Change], Change]:
    if "note" in change.after:
        return orders.undo_note
    if change.after.get("status") == OrderStatus.CANCELLED:
        return orders.undo_cancel
    if change.after.get("status") == OrderStatus.ON_HOLD:
        return orders.undo_hold
    if change.before.get("status") == OrderStatus.ON_HOLD:
        return orders.undo_release
    return orders.undo_confirm
