"""What waits for a yes, and what was decided: the approvals an actor may see."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, or_, select

from commerce.access import Permission, Role
from commerce.approvals import rules, team
from commerce.approvals.authority import decider_of
from commerce.approvals.queries import approval_of
from commerce.approvals.types import (
    Approval,
    ApprovalSearch,
    ApprovalsOf,
    ApprovalStanding,
    ApprovalStatus,
    Asked,
    AskedList,
)
from commerce.context import Context
from commerce.db.tables import ApprovalRow
from commerce.errors import NotFound, Refused
from commerce.money import Money

MOST_WAITING = 500
"""Of those that wait, so many are looked at; the rest have waited for less long."""

_STATUSES: dict[ApprovalStanding, tuple[ApprovalStatus, ...]] = {
    ApprovalStanding.APPROVED: (
        ApprovalStatus.APPROVED,
        ApprovalStatus.DONE,
        ApprovalStatus.FAILED,
    ),
    ApprovalStanding.DECLINED: (ApprovalStatus.DECLINED,),
    ApprovalStanding.EXPIRED: (
        ApprovalStatus.EXPIRED,
        ApprovalStatus.REPLACED,
        ApprovalStatus.WITHDRAWN,
    ),
}


def find_asked(ctx: Context, search: ApprovalSearch) -> AskedList:
    """Return the approvals an actor may see, those that wait longest first, else the latest.

    Everyone sees what they asked for or decided, and what waits and they have the right for.
    Whoever may read the audit log sees all.

    Raises:
        NotAllowed: The actor may approve nothing.
    """
    ctx.require(Permission.APPROVE)
    if search.standing is ApprovalStanding.WAITING:
        return _waiting(ctx, search)
    return _decided(ctx, search)


def count_waiting_for(ctx: Context) -> int:
    """Return how many approvals wait that the actor may decide now."""
    if not ctx.actor.may(Permission.APPROVE):
        return 0
    return _waiting(ctx, ApprovalSearch(of=ApprovalsOf.FOR_ME)).count


def show_asked(ctx: Context, approval: str) -> Asked:
    """Return one approval with the people in it.

    Raises:
        NotFound: There is none, or the actor may not see it.
    """
    query = select(ApprovalRow).where(
        ApprovalRow.shop_id == ctx.actor.shop_id, ApprovalRow.id == approval
    )
    row = ctx.session.scalar(query)
    if row is None or not _may_see(ctx, approval_of(row)):
        raise NotFound("error-approval-not-found")
    return _with_people(ctx, [approval_of(row)])[0]


def _waiting(ctx: Context, search: ApprovalSearch) -> AskedList:
    rows = ctx.session.scalars(
        select(ApprovalRow)
        .where(
            ApprovalRow.shop_id == ctx.actor.shop_id,
            ApprovalRow.status == ApprovalStatus.PENDING.value,
            ApprovalRow.expires_at > ctx.now,
            *_narrowed(search),
        )
        .order_by(ApprovalRow.created_at, ApprovalRow.id)
        .limit(MOST_WAITING)
    )
    seen = [found for row in rows if _may_see(ctx, found := approval_of(row))]
    asked = _with_people(ctx, seen)
    if search.of is ApprovalsOf.FOR_ME:
        asked = [one for one in asked if one.may_decide]
    if search.of is ApprovalsOf.MINE:
        asked = [one for one in asked if one.approval.requested_by == ctx.actor.person_id]
    page = asked[search.skip : search.skip + search.limit]
    return AskedList(count=len(asked), asked=tuple(page))


def _decided(ctx: Context, search: ApprovalSearch) -> AskedList:
    me = ctx.actor.person_id
    conditions = [ApprovalRow.shop_id == ctx.actor.shop_id, *_narrowed(search)]
    statuses = _STATUSES.get(search.standing)
    if statuses is not None:
        conditions.append(ApprovalRow.status.in_([status.value for status in statuses]))
    if search.of is ApprovalsOf.MINE:
        conditions.append(ApprovalRow.person_id == me)
    elif search.of is ApprovalsOf.FOR_ME:
        conditions.append(ApprovalRow.decided_by == me)
    elif not ctx.actor.may(Permission.AUDIT_READ):
        conditions.append(or_(ApprovalRow.person_id == me, ApprovalRow.decided_by == me))
    count = ctx.session.scalar(select(func.count()).select_from(ApprovalRow).where(*conditions))
    rows = ctx.session.scalars(
        select(ApprovalRow)
        .where(*conditions)
        .order_by(ApprovalRow.created_at.desc(), ApprovalRow.id)
        .limit(search.limit)
        .offset(search.skip)
    )
    page = _with_people(ctx, [approval_of(row) for row in rows])
    return AskedList(count=count or 0, asked=tuple(page))


def _narrowed(search: ApprovalSearch) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if search.tool is not None:
        conditions.append(ApprovalRow.tool == search.tool)
    if search.period is not None:
        conditions += [
            ApprovalRow.created_at >= search.period.start,
            ApprovalRow.created_at < search.period.end,
        ]
    return conditions


def _may_see(ctx: Context, approval: Approval) -> bool:
    actor = ctx.actor
    if actor.person_id in (approval.requested_by, approval.decided_by):
        return True
    if actor.role is Role.CUSTOMER:
        return False
    held = {permission.value for permission in actor.permissions}
    return actor.may(Permission.AUDIT_READ) or (
        actor.may(Permission.APPROVE) and bool(held & set(approval.needs))
    )


def _with_people(ctx: Context, approvals: Sequence[Approval]) -> list[Asked]:
    if not approvals:
        return []
    people = (
        person
        for one in approvals
        for person in (one.requested_by, one.decided_by, one.decided_for)
    )
    names = team.names_of(ctx.session, ctx.actor.shop_id, people)
    policy, away, me = team.policy(ctx), team.away(ctx), decider_of(ctx)

    def lowest(approval: Approval) -> Role | None:
        try:
            rules.authority(policy, rules.stake_of(approval), me, away)
        except Refused as refused:
            return Role(str(refused.values["lowest"]))
        return None

    def asked(approval: Approval) -> Asked:
        waits = approval.status is ApprovalStatus.PENDING and approval.expires_at > ctx.now
        needs = lowest(approval) if waits else None
        return Asked(
            approval=approval,
            asked_by=names.get(approval.requested_by, "–"),
            decided_by=names.get(approval.decided_by or 0),
            decided_for=names.get(approval.decided_for or 0),
            at_stake=(
                None
                if approval.at_stake_minor is None
                else Money(approval.at_stake_minor, ctx.currency)
            ),
            may_decide=waits and needs is None and ctx.actor.may(Permission.APPROVE),
            lowest=needs,
        )

    return [asked(approval) for approval in approvals]
