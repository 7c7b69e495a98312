"""Parcels and their way, as values."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from commerce.money import Money
from commerce.periods import Period
from commerce.vocabulary import (
    CourierType,
    DeliverySlot,
    NdrReason,
    NdrStatus,
    OrderStatus,
    ShipmentStatus,
)


class ParcelMoment(StrEnum):
    """What has to have happened to a parcel in a period for it to be of that period."""

    SENT = "sent"
    """It was made: the cohort whose fate shares of RTO and delivery tell."""
    OUT = "out"
    """It first went out for delivery."""
    DELIVERED = "delivered"
    """It was delivered."""
    RTO = "rto"
    """Its return to origin began."""


class ParcelOutcome(StrEnum):
    """What became of a parcel so far."""

    ALL = "all"
    """Anything; of parcels sent, all but those cancelled."""
    DELIVERED = "delivered"
    DELIVERED_FIRST_ATTEMPT = "delivered_first_attempt"
    """Without a failed attempt before."""
    FAILED_ONCE = "failed_once"
    """At least one attempt failed, whatever came after."""
    FIRST_ATTEMPTED = "first_attempted"
    """A first attempt has ended: delivered, or failed once."""
    RTO = "rto"
    """Coming back or come back."""
    LOST = "lost"
    DECIDED = "decided"
    """Delivered, or coming or come back."""
    ENDED = "ended"
    """Those, and lost."""
    OPEN = "open"
    """Still to be delivered: neither ended nor cancelled."""
    CANCELLED = "cancelled"


class ParcelPayment(StrEnum):
    """How a parcel is paid."""

    COD = "cod"
    """There is cash to collect at the door."""
    PREPAID = "prepaid"


class ParcelSort(StrEnum):
    """What comes first."""

    NEWEST = "newest"
    """By the moment asked about."""
    OLDEST = "oldest"
    LARGEST = "largest"
    """By the order's total."""
    SMALLEST = "smallest"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParcelSearch:
    """Which parcels are wanted; what is `None` does not matter."""

    by: ParcelMoment = ParcelMoment.SENT
    outcome: ParcelOutcome = ParcelOutcome.ALL
    period: Period | None = None
    """In which the moment of `by` lies."""
    payment: ParcelPayment | None = None
    courier: CourierType | None = None
    place: str | None = None
    """City, state or pincode it goes to."""
    sort: ParcelSort = ParcelSort.NEWEST
    limit: int = 10
    skip: int = 0
    """Rows to leave out, for the next page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedOrder:
    """The order a number means."""

    id: int
    number: str
    status: OrderStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """One event the courier reported."""

    at: datetime
    status: ShipmentStatus
    text: str
    """The courier's own words; empty where it gave none."""
    location: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenNdr:
    """A failed delivery that waits for a decision."""

    status: NdrStatus
    reason: NdrReason
    attempts: int
    due_at: datetime
    """By when to act, before the courier sends it back on its own."""
    reattempt_on: date | None
    """The day asked for, in the shop's zone."""
    reattempt_slot: DeliverySlot | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """One parcel of one order."""

    id: int
    awb: str
    order_id: int
    order_number: str
    courier: CourierType
    status: ShipmentStatus
    warehouse_id: int | None
    cod: Money
    """To collect at the door; nothing for prepaid."""
    value: Money
    """The order's total."""
    customer: str
    city: str
    attempts: int
    """Delivery attempts made."""
    created_at: datetime
    picked_up_at: datetime | None
    promised_at: datetime | None
    out_for_delivery_at: datetime | None
    """First time it went out for delivery."""
    delivered_at: datetime | None
    rto_at: datetime | None
    """When the return to origin began."""
    last_scan_at: datetime | None
    last_location: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lateness:
    """How a parcel stands against its promise and its scans."""

    days_late: int
    """From the promised moment until delivery or now, rounded up; 0 where it is in time."""
    silent_days: int
    """Whole days without a scan while a courier moves it; 0 otherwise."""
    is_stuck: bool
    """Silent for `rules.STUCK_DAYS` or more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackedParcel:
    """A parcel with all that is known of its way."""

    parcel: Parcel
    lateness: Lateness
    scans: tuple[Scan, ...]
    """Oldest first."""
    ndr: OpenNdr | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracking:
    """The parcels of one order."""

    order_number: str
    order_status: OrderStatus
    parcels: tuple[TrackedParcel, ...]
    """Oldest first; empty where nothing was packed yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LateParcels:
    """The parcels that are late or stuck, and the first of them."""

    count: int
    late: int
    """Those past their promised time."""
    value: Money
    """Of their orders."""
    parcels: tuple[tuple[Parcel, Lateness], ...]
    """Late ones first, the longest late first; then the longest silent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParcelList:
    """How many parcels fit, what their orders are worth, and some of them."""

    count: int
    value: Money
    """Total of their orders, one that was sent in several parcels once."""
    parcels: tuple[Parcel, ...]
