"""Orders as values, and the words people filter and sort them by."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from commerce.customers import Address, Customer
from commerce.money import Money
from commerce.parcels import OpenNdr, Parcel
from commerce.periods import Period
from commerce.vocabulary import OrderStatus, PaymentMethod, PaymentStatus, SalesChannel


class OrderFilter(StrEnum):
    """Which orders are wanted: one status, or a group of them that people name."""

    PENDING = "Pending"
    CONFIRMED = "Confirmed"
    PROCESSING = "Processing"
    SHIPPED = "Shipped"
    DELIVERED = "Delivered"
    CANCELLED = "Cancelled"
    RETURNED = "Returned"
    RTO = "RTO"
    ON_HOLD = "OnHold"
    FAILED = "Failed"
    UNSHIPPED = "Unshipped"
    """Not gone out yet: Pending, Confirmed, Processing and OnHold."""
    OPEN = "Open"
    """Not finished yet: those and Shipped."""
    KEPT = "NotCancelled"
    """Whatever became of them, except Cancelled: what revenue is made of."""


class PaymentKind(StrEnum):
    """How, or whether, an order is paid."""

    COD = "cod"
    """Cash on delivery, collected or not."""
    PREPAID = "prepaid"
    """Any other method."""
    UNPAID = "unpaid"
    """The money has not come, whatever the method, and the order was not called off."""
    UPI = "upi"
    CARD = "card"
    NET_BANKING = "net_banking"
    WALLET = "wallet"
    EMI = "emi"
    BANK_TRANSFER = "bank_transfer"


class OrderSort(StrEnum):
    """What comes first."""

    NEWEST = "newest"
    OLDEST = "oldest"
    LARGEST = "largest"
    SMALLEST = "smallest"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderSearch:
    """Which orders are wanted; what is `None` does not matter."""

    status: OrderFilter | None = None
    payment: PaymentKind | None = None
    channel: SalesChannel | None = None
    period: Period | None = None
    """In which it was placed."""
    before: datetime | None = None
    """It was placed before this moment."""
    numbers: tuple[str, ...] | None = None
    """It is one of exactly these."""
    place: str | None = None
    """City, state or pincode it goes to."""
    customer: str | None = None
    """Name, phone number or e-mail address."""
    product: str | None = None
    """SKU, or title or part of it, of any of its lines."""
    min_total: Money | None = None
    max_total: Money | None = None
    sort: OrderSort = OrderSort.NEWEST
    limit: int = 10
    skip: int = 0
    """Rows to leave out, for the next page."""
    after: str | None = None
    """Number of the last order of the page before: the next begins behind it, whatever came in
    since, and `skip` leaves nothing out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderSummary:
    """One order in a list."""

    number: str
    status: OrderStatus
    total: Money
    payment_method: PaymentMethod
    payment_status: PaymentStatus
    channel: SalesChannel
    placed_at: datetime
    customer: str
    city: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderList:
    """How many orders fit, what they are worth, and some of them."""

    count: int
    total: Money
    """Of all that fit, in whatever status they are."""
    orders: tuple[OrderSummary, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLine:
    """One thing ordered."""

    variant_id: int | None
    """`None` where the shop does not know the SKU."""
    sku: str
    title: str
    quantity: int
    amount: Money
    """For all pieces, after the line's discount."""


class Milestone(StrEnum):
    """A step in the life of an order or of its parcel."""

    STATUS = "status"
    PACKED = "packed"
    PICKED_UP = "picked_up"
    OUT_FOR_DELIVERY = "out_for_delivery"
    DELIVERED = "delivered"
    RETURNING = "returning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One line of an order's story."""

    at: datetime
    milestone: Milestone
    status: OrderStatus | None = None
    """Of `Milestone.STATUS`: the status it took."""
    reason: str = ""
    awb: str = ""
    """Of the other milestones: which parcel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderDetails:
    """One order with all that belongs to it."""

    id: int
    number: str
    status: OrderStatus
    channel: SalesChannel
    payment_method: PaymentMethod
    payment_status: PaymentStatus
    subtotal: Money
    discount: Money
    shipping: Money
    total: Money
    refunded: Money
    placed_at: datetime
    hold_reason: str | None
    cancelled_at: datetime | None
    cancel_reason: str | None
    note: str
    tags: tuple[str, ...]
    customer: Customer
    address: Address
    lines: tuple[OrderLine, ...]
    parcels: tuple[Parcel, ...]
    story: tuple[Happening, ...]
    """Oldest first."""
    ndr: OpenNdr | None
    """A failed delivery that waits for a decision."""
    can_cancel: bool
    """The rules, and the actor's role, allow it."""
    can_hold: bool
    can_confirm: bool
    can_release: bool
    can_refund: bool
    can_send_link: bool
    can_record_payment: bool

    @property
    def is_cod(self) -> bool:
        """Whether the customer pays in cash at the door."""
        return self.payment_method is PaymentMethod.COD
