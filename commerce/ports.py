"""What the business needs from the outside world. `integrations/` fills these in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from commerce.money import Money
from commerce.vocabulary import DeliverySlot, MessageChannel, ShipmentStatus


class CourierAction(StrEnum):
    """What a seller may ask of a courier about one parcel."""

    REATTEMPT = "reattempt"
    RETURN_TO_ORIGIN = "return_to_origin"
    REPORT_FAKE_ATTEMPT = "report_fake_attempt"
    CHANGE_ADDRESS = "change_address"
    """Bring it to the address, and the phone number, of the instruction."""
    COLLECT_NOTHING = "collect_nothing"
    """It is paid: hand it over without taking cash."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction:
    """One request to a courier."""

    key: str
    """The same key twice is one request."""
    awb: str
    action: CourierAction
    on: date | None = None
    """Day asked for, in the shop's zone; `None` leaves it to the courier."""
    slot: DeliverySlot | None = None
    phone: str | None = None
    landmark: str | None = None
    address: str | None = None
    """Where to go instead, on one line; after a failed delivery in the same pincode. `None` is the
    address on the label."""
    remark: str = ""


class Courier(Protocol):
    """A company that carries parcels."""

    actions: frozenset[CourierAction]
    """What this courier's door accepts; anything else is refused before it is promised."""

    def instruct(self, instruction: Instruction) -> str:
        """Hand over one request and return the courier's reference.

        Raises:
            Unavailable: The courier did not answer; asking again is safe.
            Rejected: The courier will not do it.
        """
        ...


def left_out(courier: Courier) -> frozenset[str]:
    """Return which parts of a request never reach a courier: names of fields of `Instruction`.

    A courier whose door has no place for them says so by an attribute `leaves_out`.
    """
    parts: frozenset[str] = getattr(courier, "leaves_out", frozenset())
    return parts


@dataclass(frozen=True, slots=True, kw_only=True)
class CourierScan:
    """One thing a courier says happened to a parcel, as its folder in `integrations` reads it."""

    awb: str
    at: datetime
    """Aware, UTC, whole seconds: couriers cut the rest off in one place and not in another."""
    status: ShipmentStatus | None
    """`None` where the courier's code is not known: it is counted, and moves nothing."""
    code: str = ""
    """The courier's own."""
    text: str = ""
    """The courier's own words."""
    location: str = ""
    carrier: str = ""
    """Of an aggregator: the `CourierType` of who drives, by whose table the code is read."""
    numbers: tuple[str, ...] = ()
    """What the order may be called here, the likeliest first."""
    promised_at: datetime | None = None
    """When the customer is to have it; aware, UTC."""


class Tracker(Protocol):
    """A courier that can be asked where parcels are."""

    most_at_once: int
    """How many parcels one request may ask about."""

    def track(self, awbs: Sequence[str]) -> Sequence[CourierScan]:
        """Return every scan the courier has of some parcels; those it does not know are left out.

        Raises:
            Unavailable: The courier did not answer; asking again is safe.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One message to a customer, as it will be read."""

    key: str
    """The same key twice is one message."""
    channel: MessageChannel
    to: str
    """Phone number in E.164, or an e-mail address."""
    text: str
    language: str
    """A key of `commerce.words.LANGUAGES`."""
    template: str
    """Which of our texts it is, for messengers that only take texts they know."""
    variables: Mapping[str, str] = field(default_factory=dict)
    """What stands in that text's places, by name."""
    shop_id: int | None = None
    """Whose it is; known by when it is handed over."""


class Messenger(Protocol):
    """Who brings messages to customers."""

    def send(self, letter: Letter) -> str:
        """Hand over one message and return the messenger's reference.

        Raises:
            Unavailable: Nobody answered; asking again is safe.
            Rejected: It will not be brought.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Refund:
    """Money to give back to a customer."""

    key: str
    """The same key twice is one refund."""
    order: str
    """The order's number."""
    amount: Money
    paid: Money
    """What the customer paid for the order in all."""
    link: str | None = None
    """The key of the link it was paid by; `None` where it was paid otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkRequest:
    """A link by which a customer may pay an order, to be made and sent to them."""

    key: str
    """The same key twice is one link."""
    order: str
    """The order's number."""
    amount: Money
    name: str
    """Who pays."""
    phone: str | None
    """E.164; there is this, an e-mail address, or both."""
    email: str | None
    expires_at: datetime
    """Aware, UTC; after it nobody can pay by it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkClosing:
    """A link by which nobody shall pay any more."""

    key: str
    """The same key twice is one request."""
    link: str
    """The key the link was asked for with."""
    order: str
    """The order's number."""


class LinkState(StrEnum):
    """What became of a payment link."""

    OPEN = "open"
    """Not paid yet, or nobody knows."""
    PAID = "paid"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkNews:
    """What a payment provider tells of a link by itself."""

    key: str
    """The key the link was asked for with."""
    state: LinkState
    paid: Money
    """What was paid by it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundNews:
    """A refund that a payment provider took and did not give back after all."""

    key: str
    """The key the refund was asked for with."""
    why: str
    """The provider's own words."""


class Payments(Protocol):
    """A payment provider."""

    def refund(self, refund: Refund) -> str:
        """Hand over one refund and return the provider's reference.

        Raises:
            Unavailable: Nobody answered; asking again is safe.
            Rejected: The provider will not give it back.
        """
        ...

    def send_link(self, link: LinkRequest) -> str:
        """Have one link made and sent to the customer, and return its address or reference.

        Raises:
            Unavailable: Nobody answered; asking again is safe.
            Rejected: The provider will not make it.
        """
        ...

    def close_link(self, closing: LinkClosing) -> str:
        """Have nobody pay by a link any more, and return the provider's reference.

        Closing one that is over already is no error.

        Raises:
            Unavailable: Nobody answered; asking again is safe.
            Rejected: The customer has paid by it.
        """
        ...

    def link_state(self, key: str) -> LinkState:
        """Return what became of a link.

        Raises:
            Unavailable: Nobody answered; asking again is safe.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookCall:
    """Something to tell another program of the shop's."""

    key: str
    """The same key twice is one call."""
    shop_id: int
    url: str
    body: Mapping[str, object]
    """Plain JSON."""


class Webhooks(Protocol):
    """Who tells other programs."""

    def call(self, call: WebhookCall) -> str:
        """Tell one program, signed, and return what it answered in a word.

        Raises:
            Unavailable: Nobody answered; asking again is safe.
            Rejected: The address may not be called, or the program said no.
        """
        ...


class FileShelf(Protocol):
    """Where the bytes of files lie; `commerce.files.Shelf` is the one."""

    def path_of(self, shop_id: int, file_id: str) -> Path:
        """Return where a file lies."""
        ...


class Transcriber(Protocol):
    """Who writes voice notes down."""

    async def text_of(self, audio: bytes, media_type: str) -> str:
        """Return what is said; empty where nothing is understood.

        Raises:
            Unavailable: Nobody answered.
            Rejected: It is too long, or no sound that is known.
        """
        ...


class Seal(Protocol):
    """Signs what a shop gives away, by a key of that shop's own."""

    def fingerprint(self, shop_id: int) -> str:
        """Return how people name the shop's key: the beginning of its SHA-256, in groups."""
        ...

    def sealed(self, shop_id: int, content: bytes) -> bytes:
        """Return content with a signature over all of it at its end."""
        ...

    def signature(self, shop_id: int, content: bytes) -> bytes:
        """Return the signature over content, apart from it."""
        ...

    def is_signed(self, shop_id: int, content: bytes, signature: bytes) -> bool:
        """Tell whether a signature over content is the shop's; false for any other bytes."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Ports:
    """Every outside service, wired by `app.wiring`."""

    couriers: Mapping[str, Courier] = field(default_factory=dict)
    """By `CourierType` value; the key `*` serves couriers that have no entry of their own."""

    trackers: Mapping[str, Tracker] = field(default_factory=dict)
    """By `CourierType` value; couriers without an entry cannot be asked."""

    messengers: Mapping[str, Messenger] = field(default_factory=dict)
    """By `MessageChannel` value; the key `*` serves channels that have no entry of their own."""

    payments: Payments | None = None
    """`None` where nobody is connected: nothing can be refunded and no link sent."""

    webhooks: Webhooks | None = None
    """`None` where no other program can be told."""

    shelf: FileShelf | None = None
    """`None` where no files are kept: none can be read in, and none made."""

    seal: Seal | None = None
    """`None` where no keys are kept: nothing can be signed."""

    scorers: object | None = None
    """A `commerce.scoring.Scorers`; `None` where no scores are kept and nothing is said of them."""

    public_url: str = ""
    """How browsers reach our pages, without a slash at its end; empty where they are not public."""

    collections: object | None = None
    """A `knowledge.collections.Collections`; `None` compares all passages one by one."""

    def messenger(self, channel: str) -> Messenger | None:
        """Return who brings messages on a channel, or `None` where nobody is connected."""
        return self.messengers.get(channel) or self.messengers.get("*")

    def courier(self, name: str) -> Courier | None:
        """Return who carries for `name`, or `None` where nobody is connected."""
        return self.couriers.get(name) or self.couriers.get("*")
