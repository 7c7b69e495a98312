"""The words of asking first."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from commerce.access import Role
from commerce.money import Money
from commerce.periods import Period


class ApprovalStatus(StrEnum):
    """Where an approval stands."""

    PENDING = "pending"
    APPROVED = "approved"
    """Someone said yes; the write is about to run."""
    DONE = "done"
    """The write ran, once."""
    FAILED = "failed"
    """Someone said yes, and the business then refused."""
    DECLINED = "declined"
    EXPIRED = "expired"
    REPLACED = "replaced"
    """The same person asked again for the same thing with other arguments."""
    WITHDRAWN = "withdrawn"
    """Who asked for it may no longer work here."""


OWN = "own"
"""Stands among an approval's needs where only who asked may decide it: it is about themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A write that waits, or waited, for a yes."""

    id: str
    shop_id: int
    conversation_id: str
    turn_id: str
    call_id: str
    requested_by: int
    """A person's id."""
    tool: str
    effect: str
    arguments: dict[str, Any]
    arguments_hash: str
    preview: dict[str, Any]
    status: ApprovalStatus
    created_at: datetime
    expires_at: datetime
    decided_by: int | None
    decided_for: int | None = None
    """Whose limit the decider used; `None` where their own was enough."""
    decided_at: datetime | None = None
    needs: tuple[str, ...] = ()
    """The permissions of which whoever decides has at least one."""
    at_stake_minor: int | None = None
    items: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Proof that a write happened."""

    id: str
    turn_id: str
    call_id: str
    person_id: int
    tool: str
    subject_kind: str
    subject: str
    before: dict[str, Any]
    after: dict[str, Any]
    at: datetime
    undo_until: datetime | None
    undone_at: datetime | None


class Topic(StrEnum):
    """What a limit is about."""

    EVERYTHING = "Everything"
    CANCELLATIONS = "Cancellations"
    RETURNS = "Returns"
    REFUNDS = "Refunds"
    DISCOUNTS = "Discounts"
    PRICES = "Prices"
    STOCK = "Stock"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """How much someone may approve alone; what equals the limit is still within it."""

    most_minor: int | None = None
    """In the shop's currency; `None` is without limit."""
    most_items: int | None = None
    """Things changed by one request; `None` is without limit."""


NO_LIMIT = Limit()


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What one shop lets each role approve alone."""

    currency: str = "INR"
    limits: Mapping[tuple[Role, Topic], Limit] = field(default_factory=dict)
    """What the shop chose; the rest is as `commerce.approvals.rules` has it."""
    second_above: Mapping[Topic, int] = field(default_factory=dict)
    """Minor units above which whoever approves must be someone other than who asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decider:
    """Someone who may say yes, as far as the rules ask."""

    person_id: int
    name: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """Someone decides with another's limit for some days, both inclusive, in the shop's zone."""

    id: int
    of: str
    """Who is away."""
    to: str
    """Who stands in."""
    first_day: date
    last_day: date
    is_on: bool
    """Whether it holds at this moment."""


class ApprovalStanding(StrEnum):
    """Which approvals a list is of."""

    WAITING = "Waiting"
    APPROVED = "Approved"
    DECLINED = "Declined"
    EXPIRED = "Expired"
    ALL = "All"


class ApprovalsOf(StrEnum):
    """Whose approvals a list is of."""

    FOR_ME = "ForMe"
    """Which the actor may decide."""
    MINE = "Mine"
    """Which the actor asked for."""
    EVERYONE = "Everyone"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalSearch:
    """Which approvals; `None` is any."""

    standing: ApprovalStanding = ApprovalStanding.WAITING
    of: ApprovalsOf = ApprovalsOf.EVERYONE
    tool: str | None = None
    period: Period | None = None
    limit: int = 10
    skip: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An approval with the people in it, as a list shows it."""

    approval: Approval
    asked_by: str
    decided_by: str | None
    decided_for: str | None
    at_stake: Money | None
    may_decide: bool
    """Whether the actor may say yes to it now."""
    lowest: Role | None
    """The least role whose yes is enough; `None` where the actor's own is, or nothing waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedList:
    """Some approvals and how many there are."""

    count: int
    asked: tuple[Asked, ...]
