"""By which channel a customer is asked, and when; free of databases and clocks."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import phonenumbers

from commerce.outreach.types import Address, Lack, Reachable
from commerce.pincodes import lies_in
from commerce.scoring import quality

BY_PHONE: Final = ("whatsapp", "sms")
"""In the order of preference where a customer showed none."""
BY_MAIL: Final = "email"
DAY_BEGINS, DAY_ENDS = time(9), time(21)
"""When customers are written to, in the shop's zone."""
MOST_LOOKED_AT: Final = 500
"""Orders of which the addresses are read at once."""
LINK_IS_NEWS: Final = timedelta(hours=1)
"""After that who was to pay has the link by SMS or e-mail, from the provider itself."""
RECENT: Final = timedelta(hours=48)
"""An older failure is not asked about: the courier has decided, or somebody has spoken."""


def addresses(
    customer: Reachable, connected: Collection[str], known: Sequence[Address]
) -> Iterator[Address]:
    """Yield where a customer can be written to, best first.

    Args:
        customer: Who.
        connected: The channels there are.
        known: Where they wrote to us, the latest first.
    """
    yield from (one for one in known if one.channel in connected)
    if customer.phone and _is_number(customer.phone):
        for channel in BY_PHONE:
            if channel in connected:
                yield Address(channel=channel, address=customer.phone)
    if customer.email and BY_MAIL in connected:
        yield Address(channel=BY_MAIL, address=customer.email)


def lack_of(line1: str, line2: str, landmark: str, pincode: str, state: str) -> Lack | None:
    """Return what an address lacks that a courier needs, the worst first; `None` where nothing."""
    if quality.gibberish(f"{line1} {line2} {landmark}"):
        return Lack.SENSE
    if not lies_in(pincode, state):
        return Lack.PINCODE
    if not (quality.has_house(line1) or quality.has_house(line2)):
        return Lack.HOUSE
    return None


def by_day(now: datetime, zone: ZoneInfo) -> datetime:
    """Return when to write at the earliest: now, or when the day begins."""
    local = now.astimezone(zone)
    if DAY_BEGINS <= local.time() < DAY_ENDS:
        return now
    day = local.date() + timedelta(days=local.time() >= DAY_ENDS)
    return datetime.combine(day, DAY_BEGINS, zone).astimezone(now.tzinfo)


def _is_number(phone: str) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(phone, None))
    except phonenumbers.NumberParseException:
        return False
