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
    ShipmentStatus,
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


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackingContent:
    """Where one parcel was at one moment, as a courier's report tells it."""

    line: int
    awb: str
    order_number: str
    courier: CourierType
    status: ShipmentStatus
    raw_code: str
    raw_text: str
    at: datetime
    location: str
    picked_up_at: datetime | None
    out_for_delivery_at: datetime | None
    delivered_at: datetime | None
    promised_at: datetime | None
    rto_at: datetime | None
    attempts: int | None
    collect: Money | None
    """What is to be collected at the door; `None` where the report does not say."""
    weight_grams: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StockContent:
    """How many of a SKU lie in a warehouse, as a list tells it."""

    line: int
    sku: str
    warehouse: str
    """Code, name or city; blank where the list does not say."""
    city: str
    on_hand: int
    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductContent:
    """One variant of a product master. `None` where the master does not say."""

    line: int
    sku: str
    product: str
    title: str
    category: str
    hsn: str
    tax: str
    price: Money | None
    cost: Money | None
    mrp: Money | None
    weight_grams: int | None
    is_active: bool | None
    listed: tuple["ListedPrice", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPrice:
    """What one marketplace shows for a variant."""

    marketplace: str
    mrp: Money | None
    price: Money | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceContent:
    """One price of a SKU: ours, or a competitor's."""

    line: int
    sku: str
    competitor: str
    """Blank where the price is our own."""
    price: Money
    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewContent:
    """What one customer wrote about a product."""

    line: int
    sku: str
    product: str
    rating: int
    text: str
    at: datetime
    buyer: Buyer
