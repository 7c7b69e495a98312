"""Changing what a role may approve alone, and what takes two people."""

from dataclasses import dataclass, replace
from datetime import timedelta

from commerce.access import Permission, Role
from commerce.approvals import rules, team
from commerce.approvals.types import Limit, Policy, Topic
from commerce.changes import Change
from commerce.context import Context
from commerce.errors import Refused
from commerce.money import Money
from commerce.records import audit

UNDO_FOR = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What holds for one role and topic."""

    role: Role
    topic: Topic
    most: Money | None
    """`None` is without limit."""
    most_items: int | None
    is_chosen: bool
    """Whether the shop chose it; else it is as usual."""


def limits(ctx: Context) -> tuple[tuple[Standing, ...], dict[Topic, Money]]:
    """Return what each role may approve alone, and above what two people must agree.

    Raises:
        NotAllowed: The actor may approve nothing.
    """
    ctx.require(Permission.APPROVE)
    policy = team.policy(ctx)
    standings = (_standing(ctx, policy, role, topic) for role in rules.LIMITED for topic in Topic)
    second = {topic: Money(minor, ctx.currency) for topic, minor in policy.second_above.items()}
    return tuple(standings), second


def plan_set_limit(
    ctx: Context, role: Role, topic: Topic, most: Money | None, items: int | None
) -> Change:
    """Say what another limit would change.

    Args:
        most: What the role may approve alone; `None` leaves the amount as it is.
        items: How many things at once; `None` leaves the number as it is.

    Raises:
        NotAllowed: The actor may not change settings.
        Refused: The role has no limit or approves nothing, or nothing would change.
    """
    ctx.require(Permission.SETTINGS_WRITE)
    if role not in rules.LIMITED:
        raise Refused("error-approval-no-limit-for", role=role.value)
    policy = team.policy(ctx)
    before = rules.limit_of(policy, role, topic)
    after = Limit(
        most_minor=before.most_minor if most is None else most.minor,
        most_items=before.most_items if items is None else items,
    )
    if after == before:
        raise Refused("error-approval-limit-same")
    return Change(
        subject_kind="approval_limit",
        subject=f"{role.value}/{topic.value}",
        before=_said(ctx, before, is_chosen=(role, topic) in policy.limits),
        after=_said(ctx, after, is_chosen=True),
        undo_for=UNDO_FOR,
    )


def set_limit(
    ctx: Context, role: Role, topic: Topic, most: Money | None, items: int | None
) -> Change:
    """Let a role approve more or less alone, from now on also for what already waits.

    Raises:
        NotAllowed: The actor may not change settings.
        Refused: The role has no limit or approves nothing, or nothing would change.
    """
    change = plan_set_limit(ctx, role, topic, most, items)
    team.set_limit(ctx, role, topic, _limit(ctx, change.after))
    audit(ctx, "set_approval_limit", change)
    return change


def undo_set_limit(ctx: Context, change: Change) -> Change:
    """Put a limit back.

    Raises:
        Refused: It was changed again since.
    """
    ctx.require(Permission.SETTINGS_WRITE)
    said_role, _, said_topic = change.subject.partition("/")
    role, topic = Role(said_role), Topic(said_topic)
    policy = team.policy(ctx)
    now = rules.limit_of(policy, role, topic)
    if _said(ctx, now, is_chosen=(role, topic) in policy.limits) != change.after:
        raise Refused("error-setting-moved")
    chosen = change.before["is_chosen"]
    team.set_limit(ctx, role, topic, _limit(ctx, change.before) if chosen else None)
    back = replace(change, before=change.after, after=change.before, undo_for=None)
    audit(ctx, "undo_set_approval_limit", back)
    return back


def plan_second_person(ctx: Context, topic: Topic, above: Money | None) -> Change:
    """Say what asking for a second person would change; `None` asks for none any more.

    Raises:
        NotAllowed: The actor may not change settings.
        Refused: Nothing would change.
    """
    ctx.require(Permission.SETTINGS_WRITE)
    before = team.policy(ctx).second_above.get(topic)
    after = above.minor if above else None
    if before == after:
        raise Refused("error-approval-limit-same")
    return Change(
        subject_kind="second_person",
        subject=topic.value,
        before={"above": _rupees(ctx, before)},
        after={"above": _rupees(ctx, after)},
        undo_for=UNDO_FOR,
    )


def second_person(ctx: Context, topic: Topic, above: Money | None) -> Change:
    """Ask that above an amount somebody other than who asked says yes.

    Raises:
        NotAllowed: The actor may not change settings.
        Refused: Nothing would change.
    """
    change = plan_second_person(ctx, topic, above)
    team.set_second(ctx, topic, above.minor if above else None)
    audit(ctx, "require_second_person", change)
    return change


def undo_second_person(ctx: Context, change: Change) -> Change:
    """Put the rule of a second person back.

    Raises:
        Refused: It was changed again since.
    """
    ctx.require(Permission.SETTINGS_WRITE)
    topic = Topic(change.subject)
    if _rupees(ctx, team.policy(ctx).second_above.get(topic)) != change.after["above"]:
        raise Refused("error-setting-moved")
    team.set_second(ctx, topic, _minor(ctx, change.before["above"]))
    back = replace(change, before=change.after, after=change.before, undo_for=None)
    audit(ctx, "undo_require_second_person", back)
    return back


def _standing(ctx: Context, policy: Policy, role: Role, topic: Topic) -> Standing:
    limit = rules.limit_of(policy, role, topic)
    return Standing(
        role=role,
        topic=topic,
        most=None if limit.most_minor is None else Money(limit.most_minor, ctx.currency),
        most_items=limit.most_items,
        is_chosen=(role, topic) in policy.limits,
    )


def _said(ctx: Context, limit: Limit, *, is_chosen: bool) -> dict[str, object]:
    return {
        "amount": _rupees(ctx, limit.most_minor),
        "items": limit.most_items,
        "is_chosen": is_chosen,
    }


def _limit(ctx: Context, said: dict[str, object]) -> Limit:
    items = said["items"]
    return Limit(
        most_minor=_minor(ctx, said["amount"]),
        most_items=int(str(items)) if items is not None else None,
    )


def _rupees(ctx: Context, minor: int | None) -> str | None:
    """Write an amount exactly, in major units: JSON numbers would round."""
    return None if minor is None else str(Money(minor, ctx.currency).major)


def _minor(ctx: Context, rupees: object) -> int | None:
    return None if rupees is None else Money.of(str(rupees), ctx.currency).minor
