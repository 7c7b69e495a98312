"""Undelivered parcels as values, and the words people filter and sort them by."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from commerce.money import Money
from commerce.orders import OrderSummary
from commerce.periods import Period
from commerce.scoring import Score
from commerce.scoring.best_time import Channel, Window
from commerce.vocabulary import (
    CourierType,
    DeliverySlot,
    NdrActionType,
    NdrOutcome,
    NdrReason,
    NdrStatus,
    Priority,
    ShipmentStatus,
)
from commerce.words import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeMeaning:
    """What one code of one courier says happened at the door."""

    reason: NdrReason
    family: str
    """The group of codes it belongs to: a key of `families` in the table."""
    attempted: bool = True
    """False: the courier never went to the door, so there is nothing to ask the customer."""
    verified: bool = False
    """The customer confirmed the refusal with an OTP; couriers only send it back."""
    final: bool = False
    """The courier says that no attempt is left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReattemptTerms:
    """What a courier asks of a reattempt, as far as it says."""

    codes: frozenset[str] | None
    """The last failure's codes after which it tries again; `None` where it names none."""
    after_hour: int | None
    """Hour of the day in the shop's zone from when it takes requests; `None` for any."""


class NdrQueue(StrEnum):
    """Which undelivered parcels are wanted."""

    OPEN = "open"
    """Waiting to be delivered or sent back."""
    OVERDUE = "overdue"
    """Open, and past the moment by when to act."""
    DUE_TODAY = "due_today"
    """Open, and to be acted on before midnight; overdue ones too."""
    DUE_TOMORROW = "due_tomorrow"
    """Open, and to be acted on before tomorrow is over; what is due sooner too."""
    UNASSIGNED = "unassigned"
    """Open, and nobody's."""
    UNTOUCHED = "untouched"
    """Open, and nobody has done anything about it yet."""
    CONTACTED = "contacted"
    """The customer was called or written to; nothing is decided yet."""
    SCHEDULED = "scheduled"
    """A reattempt was asked for, or is under way."""
    ESCALATED = "escalated"
    DELIVERED = "delivered"
    """Delivered after all."""
    RETURNED = "returned"
    """Sent back."""
    CLOSED = "closed"
    """Settled, either way."""
    ALL = "all"


class NdrSort(StrEnum):
    """What comes first."""

    DUE = "due"
    VALUE = "value"
    NEWEST = "newest"
    WORTH = "worth"
    """Chance of delivery times rupees, the sooner due the more; as due where nothing was learnt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NdrSearch:
    """Which undelivered parcels are wanted; what is `None` does not matter."""

    queue: NdrQueue = NdrQueue.OPEN
    reason: NdrReason | None = None
    courier: CourierType | None = None
    assignee_id: int | None = None
    place: str | None = None
    """City, state or pincode."""
    period: Period | None = None
    """In which the case was opened."""
    sort: NdrSort = NdrSort.DUE
    limit: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class NdrCase:
    """One undelivered parcel."""

    id: int
    awb: str
    order_number: str
    courier: CourierType
    customer: str
    city: str
    status: NdrStatus
    reason: NdrReason
    priority: Priority
    attempts: int
    value: Money
    """The order's total."""
    is_cod: bool
    opened_at: datetime
    last_attempt_at: datetime
    due_at: datetime
    """By when to act, before the courier sends it back on its own."""
    reattempt_on: date | None
    reattempt_slot: DeliverySlot | None
    assignee: str | None
    closed_at: datetime | None = None
    """`None` while it waits."""
    chance: float | None = None
    """That the next attempt delivers; `None` where nothing was learnt or nobody asked."""
    place: float | None = None
    """How soon to work it (`worth.place`), where it was sorted by that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NdrList:
    """How many cases fit, what they are worth, and the first of them."""

    count: int
    value: Money
    """Of all that fit."""
    overdue: int
    """Of all that fit: open, and past the moment by when to act."""
    by_reason: Mapping[NdrReason, int]
    """Of all that fit, the most frequent first."""
    period: Period | None
    """In which they were opened; set for settled cases even where none was asked for."""
    cases: tuple[NdrCase, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """Someone of the team who may work on undelivered parcels."""

    id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How the customer of a case can be written to."""

    name: str
    language: str
    """As the customer's own record has it; empty where unknown."""
    phone: str | None
    """Of the delivery address, else the customer's own."""
    email: str | None
    order_number: str
    what: str
    """What was bought."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How often something went well, counted."""

    well: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One try to reach the customer."""

    kind: NdrActionType
    outcome: NdrOutcome
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherAddress:
    """Where this customer has received an order before."""

    written: str
    pincode: str
    delivered: int
    """Orders delivered there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Everything the advice on one case may rest on."""

    case: NdrCase
    meaning: CodeMeaning | None
    """What the courier's last code says; `None` where no table knows it."""
    raw_code: str
    history: Tally
    """The customer's other orders that are over: delivered, of delivered and returned."""
    contacts: tuple[Contact, ...]
    """Earlier tries to reach this customer, about any parcel, in the shop's zone."""
    last_outcome: NdrOutcome | None
    """What the customer last said about this parcel."""
    other_address: OtherAddress | None
    minutes_out: int | None
    """From going out for delivery to the failed attempt; `None` where the scans do not say."""
    like_this: Tally
    """Cases of this shop with this reason and attempt, settled lately: delivered, of all."""
    today: date


class StepKind(StrEnum):
    """What can be done about an undelivered parcel."""

    REATTEMPT = "reattempt"
    RETURN = "return"
    CALL = "call"
    WHATSAPP = "whatsapp"
    ASK_ADDRESS = "ask_address"
    OTHER_ADDRESS = "other_address"
    OFFER_PREPAYMENT = "offer_prepayment"
    CHASE_COURIER = "chase_courier"
    REPLACE = "replace"
    WAIT = "wait"
    """Another attempt is asked for already, and likely enough to deliver."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One fact that speaks for a step: the message `ndr-because-<key>` with its values."""

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """What can be held against a courier that says it tried."""

    awb: str
    courier: CourierType
    attempt: int
    """Which attempt, from 1."""
    failed_at: datetime
    reason: NdrReason
    raw_code: str
    went_out_at: datetime | None
    """When it last went out for delivery before that; `None` where the scans do not say."""
    signs: tuple[Evidence, ...]
    """What speaks against the courier, the strongest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do, with what speaks for it."""

    kind: StepKind
    evidence: tuple[Evidence, ...]
    on: date | None = None
    slot: DeliverySlot | None = None
    hours: tuple[int, int] | None = None
    """First and end hour in which to call, where learnt."""
    worth: Money | None = None
    """What it brings on average, its own cost taken off; `None` where that is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What scores learnt from the shop's own history say of one case; `None` where they do not."""

    recovery: Score | None
    """That the next attempt delivers."""
    comes_back: Score | None
    """That the parcel is returned in the end."""
    window: Window | None
    """When to call."""
    channels: tuple[Channel, ...]
    """How well each channel reaches this customer, the best first."""
    fake: Score | None
    """That the courier did not really try."""
    reached: tuple[float, float] | None
    """Chance of delivery if the customer answers, and if they do not; `None` once they did."""
    prepaid: float | None
    """Chance of delivery of a case that is the same but for being paid for; `None` if it is."""
    at_stake_minor: int
    """What the shop gains if it is delivered and not returned."""
    act_by: datetime
    answers: float | None = None
    """That a call is answered, in the window if there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What to do about one undelivered parcel."""

    case: NdrCase
    steps: tuple[Step, ...]
    """At most three, the best first."""
    history: Tally
    suspicions: tuple[Evidence, ...]
    """Signs that the courier did not really try."""
    outlook: Outlook | None = None
    """`None` where no scores are served, and for cases that are held out."""
    is_held_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reattempt:
    """How a parcel shall be tried again."""

    on: date
    """In the shop's zone."""
    slot: DeliverySlot | None = None
    phone: str | None = None
    landmark: str | None = None
    address: str | None = None
    """Where to go instead, in the same pincode; `None` is the address on the label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RightAddress:
    """What a buyer says about where the parcel should go."""

    address: str
    """House, street and area on one line."""
    landmark: str | None = None
    phone: str | None = None
    on: date | None = None
    """When it shall come; `None` is the next day that the courier can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnParcel:
    """One parcel as its buyer sees it."""

    awb: str
    courier: CourierType
    status: ShipmentStatus
    promised_at: datetime | None
    delivered_at: datetime | None
    waits: bool
    """A delivery failed, and the buyer may choose another day."""
    reattempt_on: date | None
    reattempt_slot: DeliverySlot | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnOrder:
    """One order as its buyer sees it."""

    order: OrderSummary
    titles: tuple[str, ...]
    """What was bought."""
    parcels: tuple[OwnParcel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnOrders:
    """How many orders a buyer has made, and the latest of them."""

    count: int
    orders: tuple[OwnOrder, ...]
