"""Whose yes an approval needs, by what holds now: limits, second persons, who stands in."""

from dataclasses import dataclass, replace

from commerce.access import PERMISSIONS, Actor, Role
from commerce.approvals import rules, team
from commerce.approvals.types import Approval, Decider, Policy
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Yes:
    """A yes that counts."""

    in_place_of: int | None = None
    """The person whose limit it uses; `None` where the decider's own is enough."""


def check_authority(ctx: Context, approval: Approval) -> Yes:
    """Return in whose place the actor may say yes to an approval now.

    Asked when somebody decides, and again when the thing is done: limits, roles and days away may
    have changed in between. A customer decides their own, whatever it is worth.

    Raises:
        Refused: The yes of somebody else is needed; the message says whose.
    """
    if ctx.actor.role is Role.CUSTOMER:
        return Yes()
    stake, policy = rules.stake_of(approval), team.policy(ctx)
    absent = rules.authority(policy, stake, decider_of(ctx), team.away(ctx))
    return Yes(in_place_of=absent.person_id if absent else None)


def check_limit(ctx: Context, tool: str, needs: tuple[str, ...], change: Change) -> None:
    """Refuse what is beyond what the actor may decide alone, where nobody was asked.

    Args:
        ctx: Who decides.
        tool: The tool that does the same in chat: its name tells which limit counts.
        needs: The permissions it takes.
        change: What would change.

    Raises:
        Refused: The yes of somebody else is needed; the message says whose.
    """
    stake = rules.Stake(
        tool=tool, asked_by=ctx.actor.person_id, needs=needs,
        minor=change.at_stake.minor if change.at_stake else None, items=change.items,
    )  # fmt: skip
    rules.authority(team.policy(ctx), stake, decider_of(ctx), team.away(ctx))


def lowest_role(ctx: Context, approval: Approval) -> Role | None:
    """Return the least role whose yes is enough, or `None` where the actor's own is."""
    try:
        check_authority(ctx, approval)
    except Refused as refused:
        return Role(str(refused.values["lowest"]))
    return None


def deciders(ctx: Context, approval: Approval) -> tuple[Decider, ...]:
    """Return who of the shop, other than the actor, may say yes to an approval now."""
    stake, policy = rules.stake_of(approval), team.policy(ctx)
    away = team.standing_in(ctx)
    staff = [person for person in team.staff(ctx) if person.person_id != ctx.actor.person_id]
    return tuple(
        person for person in staff if _may(policy, stake, person, away.get(person.person_id, []))
    )


def as_read_by(ctx: Context, decider: Decider, language: str) -> Context:
    """Return the same transaction as another person of the shop would read it."""
    actor = Actor(
        shop_id=ctx.actor.shop_id,
        person_id=decider.person_id,
        name=decider.name,
        role=decider.role,
        permissions=PERMISSIONS[decider.role],
    )
    return replace(ctx, actor=actor, language=language)


def decider_of(ctx: Context) -> Decider:
    """Return the actor as the rules see them."""
    return Decider(person_id=ctx.actor.person_id, name=ctx.actor.name, role=ctx.actor.role)


def _may(policy: Policy, stake: rules.Stake, person: Decider, away: list[Decider]) -> bool:
    try:
        rules.authority(policy, stake, person, away)
    except Refused:
        return False
    return True
