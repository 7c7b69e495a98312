"""Standing in: somebody decides with another's limit while that one is away."""

from dataclasses import replace
from datetime import date, timedelta

from commerce.access import PERMISSIONS, Permission, Role
from commerce.approvals import Delegation, team
from commerce.changes import Change
from commerce.context import Context
from commerce.db.tables import DelegationRow, PersonRow
from commerce.errors import NotFound, Refused
from commerce.people.finding import find_colleague
from commerce.records import audit

MOST_DAYS = 92
"""Whoever is away for longer needs a colleague with the role."""
UNDO_FOR = timedelta(hours=24)


def find_delegations(ctx: Context) -> list[Delegation]:
    """Return who stands in for whom, now or later.

    Whoever may read the audit log sees all, others what they gave or got.

    Raises:
        NotAllowed: The actor may approve nothing.
    """
    ctx.require(Permission.APPROVE)
    all_of_them = ctx.actor.may(Permission.AUDIT_READ)
    return team.delegations(ctx, of_person=None if all_of_them else ctx.actor.person_id)


def plan_delegate(ctx: Context, to: str, first_day: date | None, last_day: date) -> Change:
    """Say what standing in would mean. It lends a limit and no permission.

    Args:
        first_day: `None` is today.

    Raises:
        NotAllowed: The actor may approve nothing.
        NotFound: Nobody of the shop is called so.
        Ambiguous: Several are.
        Refused: It is oneself or somebody who may approve nothing, or the days cannot be.
    """
    ctx.require(Permission.APPROVE)
    taker, first = _taker(ctx, to), first_day or ctx.today
    _check_days(ctx, first, last_day)
    for row in team.given(ctx, taker.id):
        if _first(ctx, row) <= last_day and first <= _last(ctx, row):
            raise Refused("error-people-stands-in-already", name=taker.name, last=_last(ctx, row))
    return Change(
        subject_kind="person",
        subject=taker.name,
        before={"first_day": None, "last_day": None, "in_place_of": None},
        after={
            "first_day": first.isoformat(),
            "last_day": last_day.isoformat(),
            "in_place_of": ctx.actor.name,
        },
        undo_for=UNDO_FOR,
    )


def delegate(ctx: Context, to: str, first_day: date | None, last_day: date) -> Change:
    """Let somebody decide with the actor's limit for some days; it ends by itself.

    Raises:
        NotAllowed: The actor may approve nothing.
        NotFound: Nobody of the shop is called so.
        Ambiguous: Several are.
        Refused: It is oneself or somebody who may approve nothing, or the days cannot be.
    """
    change = plan_delegate(ctx, to, first_day, last_day)
    taker = _taker(ctx, to)
    team.add_delegation(ctx, taker.id, date.fromisoformat(change.after["first_day"]), last_day)
    audit(ctx, "delegate_approvals", change)
    return change


def undo_delegate(ctx: Context, change: Change) -> Change:
    """End a delegation that the actor gave.

    Raises:
        Refused: It has ended.
    """
    ctx.require(Permission.APPROVE)
    taker = find_colleague(ctx, change.subject)
    for row in team.given(ctx, taker.id):
        if _first(ctx, row).isoformat() == change.after["first_day"]:
            team.revoke(ctx, row.id, at=ctx.now)
            back = replace(change, before=change.after, after=change.before, undo_for=None)
            audit(ctx, "undo_delegate_approvals", back)
            return back
    raise Refused("error-setting-moved")


def plan_revoke(ctx: Context, to: str) -> Change:
    """Say what would end if somebody no longer stood in.

    Raises:
        NotAllowed: The actor may approve nothing.
        NotFound: Nobody of the shop is called so, or they do not stand in for the actor.
        Ambiguous: Several are called so.
    """
    ctx.require(Permission.APPROVE)
    taker, row = _given(ctx, to)
    days = {"first_day": _first(ctx, row).isoformat(), "last_day": _last(ctx, row).isoformat()}
    return Change(
        subject_kind="person",
        subject=taker.name,
        before={**days, "in_place_of": ctx.actor.name},
        after={"first_day": None, "last_day": None, "in_place_of": None},
    )


def revoke(ctx: Context, to: str) -> Change:
    """Let somebody no longer stand in for the actor.

    Raises:
        NotAllowed: The actor may approve nothing.
        NotFound: Nobody of the shop is called so, or they do not stand in for the actor.
        Ambiguous: Several are called so.
    """
    change = plan_revoke(ctx, to)
    _, row = _given(ctx, to)
    team.revoke(ctx, row.id, at=ctx.now)
    audit(ctx, "revoke_delegation", change)
    return change


def _taker(ctx: Context, to: str) -> PersonRow:
    taker = find_colleague(ctx, to)
    if taker.id == ctx.actor.person_id:
        raise Refused("error-people-stand-in-self")
    if Permission.APPROVE not in PERMISSIONS[Role(taker.role)]:
        raise Refused("error-people-cannot-stand-in", name=taker.name, role=taker.role)
    return taker


def _given(ctx: Context, to: str) -> tuple[PersonRow, DelegationRow]:
    taker = find_colleague(ctx, to)
    rows = team.given(ctx, taker.id)
    if not rows:
        raise NotFound("error-people-does-not-stand-in", name=taker.name)
    return taker, rows[0]


def _check_days(ctx: Context, first: date, last: date) -> None:
    if first < ctx.today or last < first:
        raise Refused("error-people-days-backwards", first=first, last=last)
    if (last - first).days >= MOST_DAYS:
        raise Refused("error-people-days-many", most=MOST_DAYS)


def _first(ctx: Context, row: DelegationRow) -> date:
    return ctx.local(row.starts_at).date()


def _last(ctx: Context, row: DelegationRow) -> date:
    return ctx.local(row.ends_at).date() - timedelta(days=1)
