"""The words of an order's risk."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from commerce.money import Money
from commerce.scoring import Score
from commerce.vocabulary import OrderStatus, PaymentMethod


class RiskDecision(StrEnum):
    """What is done about a risky order."""

    APPROVE = "Approve"
    FLAG = "Flag"
    VERIFY = "Verify"
    """Held until the customer confirmed address and phone."""
    ASK_PREPAID = "AskPrepaid"
    HOLD = "Hold"
    CANCEL = "Cancel"


class Level(StrEnum):
    """How risky an order is beside what the shop's orders are on the whole."""

    LOW = "Low"
    MIDDLE = "Middle"
    HIGH = "High"


class Remedy(StrEnum):
    """What would lower the risk."""

    PREPAID = "Prepaid"
    ADDRESS = "Address"


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What a rate among the reasons rests on."""

    came_back: int
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """How risky one order is, and why."""

    number: str
    status: OrderStatus
    payment: PaymentMethod
    total: Money
    customer: str
    city: str
    score: Score
    """The chance that it comes back. Reasons that begin with `rule_` are rules that fired."""
    level: Level
    bases: Mapping[str, Basis]
    """By the feature of a reason."""
    remedies: Mapping[Remedy, float]
    """What the chance would be instead, where something can be changed."""
    asks_from: float
    """The chance from which asking the customer costs less than the parcels that come back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskList:
    """Open orders by their risk."""

    looked_at: int
    count: int
    """How many reach the score that was asked for."""
    at_stake: Money
    orders: tuple[Assessment, ...]
    """The riskiest first."""
