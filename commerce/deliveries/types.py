"""What is brought to people, and who brings it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

Part = Mapping[str, Any]
"""One message as a vendor takes it, plain JSON."""


class DeliveryStatus(StrEnum):
    """How far something on its way has come."""

    WAITING = "waiting"
    SENT = "sent"
    DELIVERED = "delivered"
    READ = "read"
    DEAD = "dead"
    """Given up; somebody of the shop must look."""
    WITHHELD = "withheld"
    """Not sent, because the person does not want it or the rules of the messenger forbid it."""


class DeliveryKind(StrEnum):
    """Why something is sent."""

    REPLY = "reply"
    PROMPT = "prompt"
    REDRAW = "redraw"
    """What was brought before has moved on and is drawn again, where a messenger can."""


class DeliveryLot(StrEnum):
    """Which of what goes out is wanted."""

    GIVEN_UP = "given_up"
    """Somebody must look, and may have it sent again."""
    WAITING = "waiting"
    WITHHELD = "withheld"
    """Held back by the person's wish or the messenger's rules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """Something that went out, or did not, as the people of the shop see it."""

    number: int
    channel: str
    to: str
    says: str
    """How it begins."""
    tries: int
    code: str
    """The vendor's own, of what went wrong last; empty where nothing did."""
    why: str
    """In words; empty where nothing went wrong."""
    created_at: datetime
    next_at: datetime | None
    """When it is tried next; `None` where it is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """Something to be brought, as the one who brings it sees it."""

    id: int
    shop_id: int
    channel: str
    address: str
    conversation: str | None
    kind: DeliveryKind
    body: Mapping[str, Any]
    key: str
    """The same key twice is one delivery, here and at the vendor."""
    tries: int
    heard_at: datetime | None
    """When the person last wrote on this channel, for messengers that allow answers only then."""
    taken: int = 0
    """How many of its messages the vendor took at earlier tries."""


class Sender(Protocol):
    """Brings things to people on one messenger."""

    def parts(self, outgoing: Outgoing, now: datetime) -> Sequence[Part]:
        """Return the messages that make it up, in order; the same each time it is asked.

        Raises:
            Withheld: It must not be sent.
        """
        ...

    def send(self, outgoing: Outgoing, part: Part, key: str) -> str:
        """Hand over one message and return the vendor's id of it.

        Raises:
            Later: The vendor did not take it now; asking again is safe.
            Refusal: The vendor will not take it.
        """
        ...


class Later(Exception):
    """The vendor did not take it now."""

    def __init__(self, said: str, *, code: str | None = None, seconds: float | None = None) -> None:
        """Keep what it said, its code, and how long it asked us to wait."""
        super().__init__(said)
        self.code = code
        self.seconds = seconds


class Refusal(Exception):
    """The vendor will not take it, now or later."""

    def __init__(self, said: str, *, code: str | None = None) -> None:
        """Keep what it said and its code."""
        super().__init__(said)
        self.code = code


class Withheld(Exception):
    """It must not be sent: not wanted, at night, or outside what the messenger allows."""

    def __init__(self, said: str, *, until: datetime | None = None) -> None:
        """Keep why; with `until` it may be sent then."""
        super().__init__(said)
        self.until = until


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusNote:
    """What a vendor told of one message it took."""

    channel: str
    provider_id: str
    status: DeliveryStatus
    """`SENT`, `DELIVERED`, `READ`, or `DEAD` for one that failed."""
    at: datetime
    code: str | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """How a round of sending went."""

    sent: int = 0
    postponed: int = 0
    dead: int = 0
    withheld: int = 0

    def __add__(self, other: "Sent") -> "Sent":
        """Return both rounds together."""
        return Sent(
            sent=self.sent + other.sent, postponed=self.postponed + other.postponed,
            dead=self.dead + other.dead, withheld=self.withheld + other.withheld,
        )  # fmt: skip

    @property
    def any(self) -> bool:
        """Whether there was anything to do."""
        return bool(self.sent or self.postponed or self.dead or self.withheld)
