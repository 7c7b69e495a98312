"""Who may say yes to what, free of databases and clocks."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from commerce.access import PERMISSIONS, Actor, Permission, Role
from commerce.approvals.types import (
    NO_LIMIT,
    OWN,
    Approval,
    ApprovalStatus,
    Decider,
    Limit,
    Policy,
    Topic,
)
from commerce.changes import Change
from commerce.errors import NotAllowed, NotFound, Refused
from commerce.money import Money

LIMITED = (Role.NDR_AGENT, Role.OPERATOR, Role.MANAGER)
"""The roles that a limit can be given to, the least first."""
RANKS = (*LIMITED, Role.ADMIN, Role.OWNER)
"""Who may decide at all, the least first."""

_RUPEES: Mapping[Role, Mapping[Topic, tuple[int, int]]] = {
    Role.NDR_AGENT: {Topic.EVERYTHING: (5_000, 50)},
    Role.OPERATOR: {
        Topic.EVERYTHING: (5_000, 50),
        Topic.REFUNDS: (1_000, 5),
        Topic.DISCOUNTS: (1_000, 50),
    },
    Role.MANAGER: {
        Topic.EVERYTHING: (50_000, 200),
        Topic.REFUNDS: (10_000, 25),
        Topic.DISCOUNTS: (10_000, 200),
    },
}
"""Amount in major units and number of things that a role may approve alone, until a shop chooses
otherwise. Money that leaves the shop for good is held tighter."""

_TOPICS = {
    "record": Topic.EVERYTHING,
    "cancel": Topic.CANCELLATIONS,
    "return": Topic.RETURNS,
    "refund": Topic.REFUNDS,
    "discount": Topic.DISCOUNTS,
    "payment": Topic.DISCOUNTS,
    "price": Topic.PRICES,
    "stock": Topic.STOCK,
}
_KEEPS_THE_SALE = frozenset(
    ["hold", "release", "confirm", "reattempt", "redelivery", "assign", "note", "address"]
)
"""Words of tools that name an order's value, and lose none of it."""


def fingerprint(shop_id: int, person_id: int, tool: str, arguments: dict[str, Any]) -> str:
    """Return the hash that binds an approval to shop, asker, tool and exact arguments.

    JSON with sorted keys, so that the same arguments give the same hash (RFC 8785 in spirit; our
    arguments hold no floats).
    """
    canonical = json.dumps(
        [shop_id, person_id, tool, arguments], sort_keys=True, ensure_ascii=False, default=str
    )
    return hashlib.sha256(canonical.encode()).hexdigest()


def check_decision(
    approval: Approval, actor: Actor, needs: Iterable[Permission], now: datetime
) -> None:
    """Refuse a decision by the wrong person, too late, or a second time.

    A customer decides only what they asked for themselves. Staff decide what their role may do.

    Raises:
        NotFound: It is another shop's, or a customer reaches for what they did not ask for.
        NotAllowed: The actor lacks the right to approve, or to do the thing.
        Refused: It was decided before, or it is too late.
    """
    if approval.shop_id != actor.shop_id:
        raise NotFound("error-approval-not-found")
    if actor.role is Role.CUSTOMER:
        if approval.requested_by != actor.person_id:
            raise NotFound("error-approval-not-found")
    elif not actor.may(Permission.APPROVE):
        raise NotAllowed("error-not-allowed", role=actor.role.value)
    if not any(actor.may(permission) for permission in needs):
        raise NotAllowed("error-not-allowed", role=actor.role.value)
    if approval.status is not ApprovalStatus.PENDING:
        raise Refused(f"error-approval-{approval.status.value}")
    if now >= approval.expires_at:
        raise Refused("error-approval-expired")


def check_binding(approval: Approval, tool: str, arguments: dict[str, Any]) -> None:
    """Refuse to run anything but exactly what was approved.

    Raises:
        Refused: Tool or arguments differ from those the approval is bound to.
    """
    made = fingerprint(approval.shop_id, approval.requested_by, tool, arguments)
    if made != approval.arguments_hash or tool != approval.tool:
        raise Refused("error-approval-changed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stake:
    """What a yes would let happen, as far as limits ask."""

    tool: str
    asked_by: int
    needs: tuple[str, ...]
    minor: int | None
    items: int

    @property
    def topic(self) -> Topic:
        """What the limit of it is about."""
        return topic_of(self.tool)

    @property
    def risked_minor(self) -> int:
        """The money that may be lost by it."""
        riskless = _KEEPS_THE_SALE & set(self.tool.split("_"))
        return 0 if riskless else self.minor or 0


def topic_of(tool: str) -> Topic:
    """Return the topic of a tool, by the words of its name."""
    words = tool.removesuffix("s").split("_")
    found = (_TOPICS[word] for word in words if word in _TOPICS)
    return next(found, Topic.EVERYTHING)


def stake_of(approval: Approval) -> Stake:
    """Return what an approval is about."""
    return Stake(
        tool=approval.tool,
        asked_by=approval.requested_by,
        needs=approval.needs,
        minor=approval.at_stake_minor,
        items=approval.items,
    )


def as_it_ran(approval: Approval, change: Change) -> Approval:
    """Return an approval with what its write really touched, where that is more than was shown."""
    ran = change.at_stake.minor if change.at_stake else 0
    return replace(
        approval,
        at_stake_minor=max(approval.at_stake_minor or 0, ran),
        items=max(approval.items, change.items),
    )


def limit_of(policy: Policy, role: Role, topic: Topic) -> Limit:
    """Return what a role may approve alone: as the shop chose, else as usual.

    The usual limit of a topic never lifts above what the shop chose for everything.
    """
    if role not in LIMITED:
        return NO_LIMIT
    chosen = policy.limits.get((role, topic))
    if chosen is not None:
        return chosen
    usual = _usual(policy, role, topic)
    whole = policy.limits.get((role, Topic.EVERYTHING)) or _usual(policy, role, Topic.EVERYTHING)
    if topic is Topic.EVERYTHING or usual is NO_LIMIT:
        return whole
    return Limit(
        most_minor=_less(usual.most_minor, whole.most_minor),
        most_items=_less(usual.most_items, whole.most_items),
    )


def is_within(limit: Limit, stake: Stake) -> bool:
    """Tell whether a limit allows something; what equals it is allowed."""
    return not _over_money(limit, stake) and not _over_items(limit, stake)


def may_decide(policy: Policy, stake: Stake, role: Role) -> bool:
    """Tell whether a role may say yes to something alone."""
    permissions = PERMISSIONS[role]
    if role not in RANKS or Permission.APPROVE not in permissions:
        return False
    if not any(need in permissions for need in stake.needs):
        return False
    return is_within(limit_of(policy, role, stake.topic), stake)


def roles_for(policy: Policy, stake: Stake) -> tuple[Role, ...]:
    """Return the roles that may say yes to something alone, the least first."""
    return tuple(role for role in RANKS if may_decide(policy, stake, role))


def wants_second(policy: Policy, stake: Stake) -> bool:
    """Tell whether somebody other than who asked must say yes."""
    bounds = (policy.second_above.get(topic) for topic in (stake.topic, Topic.EVERYTHING))
    return any(bound is not None and stake.risked_minor > bound for bound in bounds)


def authority(
    policy: Policy, stake: Stake, decider: Decider, away: Sequence[Decider]
) -> Decider | None:
    """Return in whose place somebody may say yes; `None` is by their own right.

    Standing in lends a limit, never a permission: the decider needs the right to the thing
    themselves, and so does who is away. A limit that was lent is not lent on. Where two people
    must agree, nobody decides in the place of who asked.

    Args:
        away: Those the decider stands in for at this moment, with the roles they have now.

    Raises:
        Refused: The yes of somebody else is needed; the message says whose.
    """
    if OWN in stake.needs:
        if decider.person_id != stake.asked_by:
            raise Refused("error-approval-own", lowest=Role.OWNER.value)
        return None
    second = wants_second(policy, stake)
    lowest = next(iter(roles_for(policy, stake)), Role.OWNER)
    if second and decider.person_id == stake.asked_by:
        raise Refused("error-approval-needs-second", lowest=lowest.value)
    if may_decide(policy, stake, decider.role):
        return None
    allowed = any(need in PERMISSIONS[decider.role] for need in stake.needs)
    for absent in away if allowed else ():
        if may_decide(policy, stake, absent.role) and not (
            second and absent.person_id == stake.asked_by
        ):
            return absent
    raise _above(policy, stake, decider.role, lowest)


def _above(policy: Policy, stake: Stake, role: Role, lowest: Role) -> Refused:
    limit = limit_of(policy, role, stake.topic)
    if _over_items(limit, stake):
        return Refused(
            "error-approval-needs-items",
            lowest=lowest.value,
            items=stake.items,
            most=limit.most_items or 0,
        )
    return Refused(
        "error-approval-needs",
        lowest=lowest.value,
        amount=Money(stake.risked_minor, policy.currency),
        most=Money(limit.most_minor or 0, policy.currency),
    )


def _over_money(limit: Limit, stake: Stake) -> bool:
    return limit.most_minor is not None and stake.risked_minor > limit.most_minor


def _over_items(limit: Limit, stake: Stake) -> bool:
    return limit.most_items is not None and stake.items > limit.most_items


def _usual(policy: Policy, role: Role, topic: Topic) -> Limit:
    usual = _RUPEES[role].get(topic)
    if usual is None:
        return NO_LIMIT
    return Limit(most_minor=Money.of(usual[0], policy.currency).minor, most_items=usual[1])


def _less(one: int | None, other: int | None) -> int | None:
    known = [bound for bound in (one, other) if bound is not None]
    return min(known, default=None)
