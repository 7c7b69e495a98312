"""The words of what customers are asked unasked."""

from dataclasses import dataclass
from enum import StrEnum

from commerce.money import Money
from commerce.vocabulary import NdrReason, OrderStatus


class PromptKind(StrEnum):
    """One thing a shop can have its customers asked, each switched on by itself."""

    DELIVERY = "delivery"
    """A delivery failed: what shall become of the parcel?"""
    CONFIRM = "confirm"
    """A cash order is to be sent: is it wanted, and is the address right?"""
    ADDRESS = "address"
    """An order's address lacks what the courier needs to find it."""


class Lack(StrEnum):
    """What an address lacks."""

    HOUSE = "house"
    """A house, flat or shop number."""
    PINCODE = "pincode"
    """A pincode that lies in its state."""
    SENSE = "sense"
    """It reads like letters typed at random."""


class WhyNot(StrEnum):
    """Why somebody was not asked."""

    CONTACT = "contact"
    """No channel that is connected reaches them."""
    CONSENT = "consent"
    """They do not want to be written to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reachable:
    """A customer, and what is known of how they are reached."""

    id: int
    name: str
    language: str
    """A key of `commerce.words.LANGUAGES`, or empty."""
    phone: str | None
    email: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedDelivery:
    """A failed attempt whose customer was not asked yet."""

    case_id: int
    attempt: int
    awb: str
    order: str
    reason: NdrReason
    to_pay: Money
    """What the courier collects at the door."""
    customer: Reachable


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingOrder:
    """An order that no courier has yet, whose customer was not asked about it."""

    order_id: int
    number: str
    status: OrderStatus
    total: Money
    address: str
    """As it would stand on the label."""
    lacks: Lack | None
    customer: Reachable


@dataclass(frozen=True, slots=True, kw_only=True)
class FreshLink:
    """A payment link that the provider has just made."""

    key: str
    """Of the request to the provider."""
    order: str
    amount: Money
    url: str
    customer: Reachable


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a customer is written to."""

    channel: str
    address: str
