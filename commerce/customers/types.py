"""Buyers and where they live, as values."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from commerce.money import Money
from commerce.vocabulary import CourierType, OrderStatus, ShipmentStatus


class CustomerSegment(StrEnum):
    """Kinds of buyers, by what they did. One buyer may be of several."""

    VIP = "vip"
    NEW = "new"
    REPEAT = "repeat"
    ONE_TIME = "one_time"
    LAPSED = "lapsed"
    FREQUENT_RETURNERS = "frequent_returners"


class CustomerSort(StrEnum):
    """Which buyers come first."""

    SPENT = "spent"
    ORDERS = "orders"
    RECENT = "recent"
    RETURNS = "returns"


class Purpose(StrEnum):
    """What a message is for."""

    SERVICE = "service"
    """Their own orders: delivery, payment, returns."""
    OFFERS = "offers"
    """What they did not ask for."""


class Standing(StrEnum):
    """What a customer said of a purpose last."""

    GIVEN = "given"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"
    """Nothing, or what was written down was a mistake."""


class Source(StrEnum):
    """Who told it."""

    TEAM = "team"
    CUSTOMER = "customer"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What a buyer's history must be like to be of a segment; `None` does not matter."""

    bought_at_least: int | None = None
    bought_at_most: int | None = None
    first_within: timedelta | None = None
    last_within: timedelta | None = None
    last_before: timedelta | None = None
    came_back_at_least: int | None = None
    came_back_percent: int | None = None
    """Of the orders that have ended, at least so many percent came back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """One buyer."""

    id: int
    name: str
    phone: str | None
    """E.164 where it is a real number."""
    email: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where an order goes."""

    name: str
    """Who receives it."""
    line1: str
    line2: str
    landmark: str
    city: str
    state: str
    pincode: str
    phone: str | None

    @property
    def written(self) -> str:
        """The address on one line, as it stands on the label."""
        parts = (self.line1, self.line2, self.landmark, self.city, self.state, self.pincode)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What a buyer did in all, counted in orders."""

    orders: int
    """Placed, whatever became of them."""
    cod: int
    """Of those, cash on delivery."""
    bought: int
    """Of those, neither called off nor come back."""
    delivered: int
    returned: int
    """Delivered, and sent back by the buyer."""
    refused: int
    """Never handed over: returned to origin."""
    spent: Money
    """For what was bought, less what was refunded."""
    first_at: datetime | None
    """The first order that was not called off."""
    last_at: datetime | None
    """The latest of those."""

    @property
    def prepaid(self) -> int:
        """Orders that were not cash on delivery."""
        return self.orders - self.cod

    @property
    def came_back(self) -> int:
        """Orders returned or refused."""
        return self.returned + self.refused

    @property
    def ended(self) -> int:
        """Orders delivered, returned or refused."""
        return self.delivered + self.came_back


@dataclass(frozen=True, slots=True, kw_only=True)
class RecentOrder:
    """One order of a buyer, in a line."""

    number: str
    status: OrderStatus
    total: Money
    placed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenParcel:
    """A parcel of a buyer that is not with anybody for good yet."""

    awb: str
    order: str
    courier: CourierType
    status: ShipmentStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """All that matters of one buyer."""

    customer: Customer
    """With phone and e-mail as the asker may see them."""
    history: History
    segments: tuple[CustomerSegment, ...]
    orders: tuple[RecentOrder, ...]
    """The latest, newest first."""
    parcels: tuple[OpenParcel, ...]
    addresses: tuple[Address, ...]
    """Each once, the latest first."""
    wants_messages: Standing
    """What they said of being written to about their own orders."""
    wants_offers: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """One buyer of a list."""

    customer: Customer
    history: History
    last_order: str
    """Number of the latest order, which finds the buyer again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerList:
    """Buyers of a segment: how many, what they spent, and the first of them."""

    count: int
    spent: Money
    shown: tuple[Ranked, ...]
