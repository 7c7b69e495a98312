"""Run one tool call: check it, ask first where it must, do it once, and write down how it went.

Everything here is synchronous and runs in a thread; each function is one transaction.
"""

from dataclasses import replace
from datetime import timedelta
from typing import Any, cast

from sqlalchemy import Table, insert, select
from sqlalchemy.orm import Session

from agent import telling
from agent.failures import failure
from agent.history import outcome_of
from agent.llm import CallOutcome, ToolCall
from agent.results import CallResult, Status
from agent.scope import TurnScope
from commerce import approvals, people, settings
from commerce.approvals import ApprovalStatus
from commerce.context import Context
from commerce.db import begin_write
from commerce.db.tables import ToolCallRow
from commerce.errors import NotAllowed, Refused
from tools import Arguments, Effect, Preview, Tool, ToolResult

_ADD_CALL = insert(cast(Table, ToolCallRow.__table__))


def begin(scope: TurnScope, call: ToolCall) -> CallOutcome:
    """Run a read, or prepare a write for its approval. A call that has begun is not begun again."""
    with scope.house.sessions() as session:
        row = _row_of(session, scope, call) if scope.again else None
        if row is not None:
            return outcome_of(row)
        try:
            status, result = _attempt(session, scope, call)
        except Exception as error:
            session.rollback()
            status, result = failure(scope, call, error)
        return _record(session, scope, call, status, result)


def conclude(scope: TurnScope, call: ToolCall) -> CallOutcome:
    """Finish a write once somebody decided: run it exactly once, or leave it.

    What was decided is read from the stored approval, never from the message that resumed the run.
    """
    with scope.house.sessions() as session:
        begin_write(session, scope.actor.shop_id)
        row = _row_of(session, scope, call)
        if row is None:
            raise Refused("error-approval-not-found")
        if row.status != "awaiting_approval":
            return outcome_of(row)
        asked = CallResult.model_validate(row.result)
        approval = approvals.of_call(session, scope.actor.shop_id, scope.turn, call.id)
        if approval is None:
            raise Refused("error-approval-not-found")
        if approval.status is not ApprovalStatus.APPROVED:
            status, result = _left_alone(scope, approval.status, asked)
        else:
            status, result = _run_approved(session, scope, call, approval, asked)
        row.status, row.result = status, result.model_dump(mode="json")
        session.commit()
        return outcome_of(row)


def _attempt(session: Session, scope: TurnScope, call: ToolCall) -> tuple[Status, CallResult]:
    tool, arguments = _checked(scope, call)
    ctx = scope.context(session)
    if tool.preview is not None:
        return "awaiting_approval", _ask(ctx, scope, call, tool, arguments)
    if tool.effect is Effect.READ:
        return "done", _done(tool.run(ctx, arguments))
    if scope.dry_run:
        with session.begin_nested() as trial:
            result = tool.run(ctx, arguments)
            trial.rollback()
        return "done", CallResult(facts=result.facts, says=ctx.say("approval-dry-run"))
    begin_write(session, scope.actor.shop_id)
    return "done", _do(ctx, scope, call, tool, arguments, None)


def _checked(scope: TurnScope, call: ToolCall) -> tuple[Tool, Arguments]:
    tool = scope.tools.get(call.name)
    if tool is None and call.name in scope.house.catalogue:
        raise NotAllowed("error-not-allowed", role=scope.actor.role.value)
    if tool is None:
        raise Refused("error-no-such-tool", name=call.name, tools=", ".join(scope.tools))
    return tool, tool.arguments.model_validate(call.arguments)


def _ask(
    ctx: Context, scope: TurnScope, call: ToolCall, tool: Tool, arguments: Arguments
) -> CallResult:
    assert tool.preview is not None
    preview: Preview = tool.preview(ctx, arguments)
    shown = preview.model_dump(mode="json", exclude={"facts", "cards"})
    says = ctx.say("approval-asks", title=preview.title)
    if not scope.dry_run:
        asked = approvals.ask(
            ctx,
            turn=scope.turn,
            call=call.id,
            tool=tool.name,
            effect=tool.effect.value,
            arguments=_canonical(_pinned(tool, arguments, shown)),
            preview=shown,
            expires_at=ctx.now + _waits_for(ctx, scope),
            needs=(approvals.OWN,) if tool.own else tool.needs,
            change=preview.change,
        )
        approvals.replace_older(ctx.session, asked, subject=preview.change.subject)
        if lowest := approvals.lowest_role(ctx, asked):
            says = ctx.say("approval-asks-others", title=preview.title, lowest=lowest.value)
            telling.tell_deciders(ctx, asked)
    return CallResult(
        says=says,
        preview=shown,
        facts={**preview.facts, "awaiting_approval": preview.title},
        cards=preview.cards,
    )


def _waits_for(ctx: Context, scope: TurnScope) -> timedelta:
    minutes = settings.approval_minutes(ctx.session, ctx.actor.shop_id)
    return scope.house.approval_for if minutes is None else timedelta(minutes=minutes)


def _run_approved(
    session: Session,
    scope: TurnScope,
    call: ToolCall,
    approval: approvals.Approval,
    asked: CallResult,
) -> tuple[Status, CallResult]:
    """Authorise again with what holds now, then run and write the receipt in one transaction."""
    savepoint = session.begin_nested()
    try:
        decider = people.actor_by_id(session, approval.shop_id, approval.decided_by or 0)
        if decider is None:
            raise NotAllowed("error-not-allowed", role="–")
        acting = scope.acting(decider)
        tool, arguments = _checked(acting, call)
        arguments = _pinned(tool, arguments, approval.preview)
        approvals.check_binding(approval, tool.name, _canonical(arguments))
        ctx = acting.context(session)
        yes = approvals.check_authority(ctx, approval)
        ctx = replace(ctx, on_behalf_of=yes.in_place_of)
        result = _do(ctx, acting, call, tool, arguments, asked.preview, approval)
        savepoint.commit()
        moved = ApprovalStatus.DONE
        status: Status = "done"
    except Exception as error:
        savepoint.rollback()
        status, result = failure(scope, call, error)
        moved = ApprovalStatus.FAILED
    if not approvals.move(session, approval, was=ApprovalStatus.APPROVED, becomes=moved):
        raise Refused("error-approval-done")
    return status, result


def _pinned(tool: Tool, arguments: Arguments, preview: dict[str, Any]) -> Arguments:
    """Return the arguments that a preview bound its approval to, or those asked with."""
    pinned = preview.get("arguments")
    return tool.arguments.model_validate(pinned) if pinned else arguments


def _left_alone(
    scope: TurnScope, status: ApprovalStatus, asked: CallResult
) -> tuple[Status, CallResult]:
    key = (
        "approval-declined"
        if status is ApprovalStatus.DECLINED
        else f"error-approval-{status.value}"
    )
    sentence = Refused(key).in_language(scope.language)
    return "refused", CallResult(says=sentence, error=sentence, preview=asked.preview)


def _do(
    ctx: Context,
    scope: TurnScope,
    call: ToolCall,
    tool: Tool,
    arguments: Arguments,
    preview: dict[str, Any] | None,
    approval: approvals.Approval | None = None,
) -> CallResult:
    result = tool.run(ctx, arguments)
    if result.change is None:
        raise TypeError(f"{tool.name} writes, so it must say what it changed.")
    if approval is not None:
        # More may be at stake by now than was shown: an order grew, a list got longer.
        approvals.check_authority(ctx, approvals.as_it_ran(approval, result.change))
    receipt = approvals.write_receipt(
        ctx,
        key=f"{scope.turn}:{call.id}",
        turn=scope.turn,
        call=call.id,
        tool=tool.name,
        change=result.change,
    )
    shown = result.made.model_dump(mode="json") if result.made else preview
    return _done(result).model_copy(update={"receipt": receipt.id, "preview": shown})


def _done(result: ToolResult) -> CallResult:
    return CallResult(
        facts=result.facts, says=result.says, cards=result.cards, mentions=result.mentions
    )


def _record(
    session: Session, scope: TurnScope, call: ToolCall, status: Status, result: CallResult
) -> CallOutcome:
    tool = scope.house.catalogue.get(call.name)
    values = {
        "shop_id": scope.actor.shop_id,
        "turn_id": scope.turn,
        "call_id": call.id,
        "name": call.name[:40],
        "arguments": call.arguments,
        "effect": (tool.effect if tool else Effect.READ).value,
        "status": status,
        "result": result.model_dump(mode="json"),
        "at": scope.house.clock(),
    }
    session.execute(_ADD_CALL, values)
    session.commit()
    return outcome_of(ToolCallRow(**values))


def _row_of(session: Session, scope: TurnScope, call: ToolCall) -> ToolCallRow | None:
    return session.scalar(
        select(ToolCallRow).where(
            ToolCallRow.shop_id == scope.actor.shop_id,
            ToolCallRow.turn_id == scope.turn,
            ToolCallRow.call_id == call.id,
        )
    )


def _canonical(arguments: Arguments) -> dict[str, Any]:
    return arguments.model_dump(mode="json", exclude_none=True)
