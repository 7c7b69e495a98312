"""Service levels, what breaks them, and how couriers keep them, as values."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from enum import StrEnum

from commerce.money import Money
from commerce.vocabulary import CourierType, SalesChannel


class SlaKind(StrEnum):
    """What is to be done in time."""

    DISPATCH = "dispatch"
    """From placing an order to the courier picking its first parcel up."""
    FIRST_RESPONSE = "first_response"
    """From a customer's wish for a person to somebody of the shop answering."""
    NDR_ACTION = "ndr_action"
    """From a failed delivery to somebody doing something about it."""
    DELIVERY = "delivery"
    """From pick-up to delivery; by what the courier promised, where nothing else was set."""


class Clock(StrEnum):
    """Which time counts."""

    ALWAYS = "always"
    WORKING_DAYS = "working_days"
    """Whole days, but none of rest and none of holiday."""
    OPEN_HOURS = "open_hours"
    """Only while the shop is open."""


class SlaStanding(StrEnum):
    """Which open things are wanted."""

    BREACHED = "breached"
    AT_RISK = "at_risk"
    """Not late yet, but due soon or likely to be late."""
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One service level."""

    kind: SlaKind
    span: timedelta | None
    """`None`: as promised with each parcel, or by the reason of a failed delivery."""
    clock: Clock = Clock.ALWAYS
    channel: SalesChannel | None = None
    courier: CourierType | None = None
    penalty: Money | None = None
    """For each breach."""
    penalty_permille: int = 0
    """Of the order's total for each breach, in thousandths."""
    is_chosen: bool = False
    """Whether the shop set it, or it is what holds until then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopHours:
    """When a shop works."""

    opens: time
    closes: time
    rest_days: frozenset[int]
    """0 is Monday."""
    region: str
    """Whose public holidays it keeps: `IN`, `IN-MH`, or empty for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likely:
    """How often such ones were late, once they had taken so long."""

    chance: float
    n: int
    low: float
    high: float
    """Ends of the 95 % interval (Wilson)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One open thing that is late, or may be."""

    kind: SlaKind
    subject: str
    """Order number, AWB, or the conversation's id."""
    order_number: str
    name: str
    """The customer."""
    began_at: datetime
    due_at: datetime
    is_breached: bool
    value: Money | None
    channel: SalesChannel | None = None
    courier: CourierType | None = None
    place: str = ""
    status: str = ""
    likely: Likely | None = None
    """`None` where too few tell."""
    penalty: Money | None = None
    """What the breach costs whoever broke it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Open things of one kind."""

    kind: SlaKind
    breached: int
    at_risk: int
    value: Money
    """Of the breached ones' orders."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Breaches:
    """What is late now, and what will be."""

    counted: tuple[Counted, ...]
    shown: tuple[Due, ...]
    """The late ones by rupees, then those at risk by their chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """How a service level was kept in some days."""

    kind: SlaKind
    channel: SalesChannel | None
    courier: CourierType | None
    due: int
    """Things whose time was up, or that were done."""
    kept: int
    low: float
    high: float
    """Ends of the 95 % interval of the share kept (Wilson)."""
    median_hours: float | None
    slow_hours: float | None
    """Nine of ten were done within so much."""
    penalty: Money
    """What the breaches cost by the terms."""
    term: Term

    @property
    def share(self) -> float | None:
        """Share kept; `None` where nothing was due."""
        return self.kept / self.due if self.due else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A share with what it is of and its 95 % interval (Wilson)."""

    hits: int
    n: int
    low: float
    high: float

    @property
    def value(self) -> float | None:
        """From 0 to 1; `None` of nothing."""
        return self.hits / self.n if self.n else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """How one courier does, everywhere or on one lane."""

    courier: CourierType
    lane: str
    """State of the address; empty for all."""
    sent: int
    on_time: Share
    """Delivered by when it was promised, of those whose time was up."""
    first_attempt: Share
    ndr: Share
    rto: Share
    fake: Share
    """Failed first attempts that were over within minutes of going out, of those with scans."""
    days_p50: float | None
    days_p90: float | None
    """From pick-up to delivery."""
    rank: int | None = None
    """By share on time, from 1; `None` where too few tell."""
    owed: Money | None = None
    """What its late deliveries cost it by the terms; `None` without such a term."""
    notes: tuple[str, ...] = field(default=())
