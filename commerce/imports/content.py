"""What files say, as values: the same whoever wrote the file."""

from dataclasses import dataclass
from datetime import datetime

from commerce.money import Money
from commerce.vocabulary import (
    CourierType,
    OrderStatus,
    PaymentMethod,
    PaymentStatus,
    SalesChannel,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Buyer:
    """Who bought, as far as a file says."""

    name: str
    phone: str | None
    email: str | None
    """In small letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something goes."""

    name: str
    line1: str
    line2: str
    city: str
    state: str
    pincode: str
    country: str
    phone: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of an order."""

    sku: str
    title: str
    quantity: int
    unit_price_minor: int
    discount_minor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """What an order comes to. Total = subtotal - discount + shipping + tax that comes on top."""

    subtotal: Money
    """The lines before any discount."""
    discount: Money
    shipping: Money
    tax: Money
    """Contained in the total, whether prices include it or it came on top."""
    total: Money
    refunded: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing the file knows of an order's past."""

    status: OrderStatus
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderContent:
    """One order as a file tells it."""

    number: str
    channel: SalesChannel
    source_id: str
    buyer: Buyer
    place: Place
    status: OrderStatus
    payment_method: PaymentMethod
    payment_status: PaymentStatus
    amounts: Amounts
    placed_at: datetime
    cancelled_at: datetime | None
    tags: tuple[str, ...]
    note: str
    lines: tuple[Line, ...]
    steps: tuple[Step, ...]
    """In time order; begins where it was placed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NdrContent:
    """One failed delivery as a courier's report tells it."""

    line: int
    awb: str
    order_number: str
    courier: CourierType
    raw_code: str
    raw_text: str
    attempt: int | None
    """Which attempt it was; `None` where the report does not count."""
    at: datetime
    remark: str
    buyer: Buyer
    place: Place
    payment: PaymentMethod | None
    """COD, or OTHER for prepaid; `None` where the report does not say."""
    value: Money | None
    """What the order is worth."""
    collect: Money | None
    """What was to be collected at the door."""
    product: str
    ordered_at: datetime | None
    settled: bool
    """The report itself says that it was delivered, or is going back."""
