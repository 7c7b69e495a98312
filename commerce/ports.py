"""What the business needs from the outside world. `integrations/` fills these in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from commerce.vocabulary import DeliverySlot


class CourierAction(StrEnum):
    """What a seller may ask of a courier about one undelivered parcel."""

    REATTEMPT = "reattempt"
    RETURN_TO_ORIGIN = "return_to_origin"
    REPORT_FAKE_ATTEMPT = "report_fake_attempt"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Ports:
    """Every outside service, wired by `app.wiring`."""

    couriers: Mapping[str, Courier] = field(default_factory=dict)
    """By `CourierType` value; the key `*` serves couriers that have no entry of their own."""

    def courier(self, name: str) -> Courier | None:
        """Return who carries for `name`, or `None` where nobody is connected."""
        return self.couriers.get(name) or self.couriers.get("*")
