"""Giving an undelivered parcel to somebody of the team."""

from dataclasses import replace
from typing import Any

from commerce.access import Permission
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import Refused
from commerce.money import Money
from commerce.ndr import couriers, queries, rules
from commerce.ndr.finding import find_agent
from commerce.ndr.queries import CaseRows
from commerce.ndr.types import Agent
from commerce.records import audit, happened, note
from commerce.vocabulary import OPEN_NDR_STATUSES, NdrActionType, NdrStatus

BY_A_PERSON = "person"
"""How a case was given that somebody chose an assignee for."""


def plan_assign(ctx: Context, parcel: str, assignee: str) -> Change:
    """Say what giving a case to somebody would change, without changing it.

    Raises:
        NotFound: No such parcel of this shop, or nobody of the team is called so.
        Ambiguous: Several undelivered parcels, or several people, fit.
        Refused: The case is settled, it is theirs already, or they may not work on it.
    """
    ctx.require(Permission.NDR_ACT)
    return plan_give(ctx, parcel, find_agent(ctx, assignee))


def assign(ctx: Context, parcel: str, assignee: str) -> Change:
    """Give a case to somebody of the team; `me` is who asks.

    Raises:
        NotFound: No such parcel of this shop, or nobody of the team is called so.
        Ambiguous: Several undelivered parcels, or several people, fit.
        Refused: As `plan_assign`.
    """
    ctx.require(Permission.NDR_ACT)
    return give(ctx, parcel, find_agent(ctx, assignee))


def plan_give(ctx: Context, parcel: str, agent: Agent) -> Change:
    """Say what giving a case to somebody who is known already would change.

    Raises:
        NotFound: No such parcel of this shop.
        Ambiguous: Several undelivered parcels fit.
        Refused: The case is settled, or it is theirs already.
    """
    ctx.require(Permission.NDR_ACT)
    return _change(ctx, couriers.rows_named(ctx, parcel, lock=False), agent)


def give(
    ctx: Context, parcel: str, agent: Agent, *, method: str = BY_A_PERSON,
    expected_minor: int | None = None, why: str = "",
) -> Change:  # fmt: skip
    """Give a case to somebody who is known already.

    Args:
        ctx: Who acts.
        parcel: Order number or AWB.
        agent: To whom.
        method: By what they were chosen.
        expected_minor: What was expected with them, where that chose.
        why: Why them, for the audit log.

    Raises:
        NotFound: No such parcel of this shop.
        Ambiguous: Several undelivered parcels fit.
        Refused: The case is settled, or it is theirs already.
    """
    ctx.require(Permission.NDR_ACT)
    rows = couriers.rows_named(ctx, parcel, lock=True)
    change = _given(ctx, rows, agent, method, expected_minor)
    audit(ctx, "assign_ndr", change, why)
    return _read_back(ctx, rows, change)


def give_by_rule(
    ctx: Context, case_id: int, agent: Agent, *, method: str, expected_minor: int | None, why: str
) -> Change | None:
    """Give a case to somebody by the shop's own rule, in nobody's name.

    Returns:
        What changed; `None` where the case has been settled or given to them meanwhile.
    """
    rows = queries.rows_of_shop(ctx.session, ctx.actor.shop_id, case_id)
    if rows is None or rows.case.assignee_id == agent.id:
        return None
    if rows.case.status not in OPEN_NDR_STATUSES:
        return None
    change = _given(ctx, rows, agent, method, expected_minor)
    note(
        ctx.session, shop_id=ctx.actor.shop_id, action="assign_ndr", subject=change.subject,
        now=ctx.now, before=change.before, after=change.after, why=why,
    )  # fmt: skip
    ctx.session.flush()
    return change


def _given(
    ctx: Context, rows: CaseRows, agent: Agent, method: str, expected_minor: int | None
) -> Change:
    change = _change(ctx, rows, agent)
    _put(rows, change.after)
    remark = f"Given to {agent.name}."
    queries.add_action(ctx, rows.case.id, NdrActionType.REASSIGNED, remark=remark)
    queries.add_assignment(ctx, rows.case.id, agent.id, method, expected_minor)
    happened(ctx, "ndr.assigned", change.subject, **change.after)
    return change


def undo_assign(ctx: Context, change: Change) -> Change:
    """Give a case back to whom it was with.

    Raises:
        NotFound: No such parcel.
        Refused: The case has moved on.
    """
    ctx.require(Permission.NDR_ACT)
    rows = couriers.rows_named(ctx, change.subject, lock=True)
    if _state(ctx, rows) != change.after:
        raise Refused("error-ndr-moved-on", awb=change.subject)
    back = replace(change, before=change.after, after=change.before, undo_for=None, warnings=())
    _put(rows, back.after)
    queries.drop_assignment(ctx, rows.case.id, change.after["assignee_id"])
    queries.add_action(
        ctx, rows.case.id, NdrActionType.REASSIGNED, remark="Given back to whom it was with."
    )
    happened(ctx, "ndr.assign_undone", change.subject)
    audit(ctx, "undo_assign_ndr", back)
    return _read_back(ctx, rows, back)


def _change(ctx: Context, rows: CaseRows, agent: Agent) -> Change:
    status = NdrStatus(rows.case.status)
    if status not in OPEN_NDR_STATUSES:
        raise Refused("error-ndr-settled", awb=rows.shipment.awb)
    if rows.case.assignee_id == agent.id:
        raise Refused("error-ndr-theirs-already", awb=rows.shipment.awb, name=agent.name)
    becomes = NdrStatus.ASSIGNED if status is NdrStatus.OPEN else status
    after = {"status": becomes.value, "assignee": agent.name, "assignee_id": agent.id}
    return Change(
        subject_kind="parcel",
        subject=rows.shipment.awb,
        before=_state(ctx, rows),
        after=after,
        at_stake=Money(rows.order.total_minor, rows.order.currency),
        undo_for=rules.UNDO_ASSIGN_FOR,
        warnings=_warnings(ctx, agent),
    )


def _warnings(ctx: Context, agent: Agent) -> tuple[str, ...]:
    count = queries.open_cases_of(ctx, agent.id)
    if count < rules.MOST_OPEN_CASES:
        return ()
    return (ctx.say("ndr-warning-hands-full", name=agent.name, count=count),)


def _state(ctx: Context, rows: CaseRows) -> dict[str, Any]:
    return {
        "status": rows.case.status,
        "assignee": queries.name_of(ctx, rows.case.assignee_id),
        "assignee_id": rows.case.assignee_id,
    }


def _put(rows: CaseRows, wanted: dict[str, Any]) -> None:
    rows.case.status = wanted["status"]
    rows.case.assignee_id = wanted["assignee_id"]


def _read_back(ctx: Context, rows: CaseRows, change: Change) -> Change:
    ctx.session.flush()
    again = queries.rows(ctx, rows.case.id, lock=False)
    return replace(change, after=_state(ctx, again or rows))
