"""How people name a customer or a place, decided without a database."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta

import phonenumbers

from commerce.access import Actor, Permission
from commerce.customers.types import Bounds, CustomerSegment, History
from commerce.pincodes import is_pincode as is_pincode
from commerce.pincodes import spellings as spellings

SEGMENTS: Mapping[CustomerSegment, Bounds] = {
    CustomerSegment.VIP: Bounds(bought_at_least=5, last_within=timedelta(days=120)),
    CustomerSegment.NEW: Bounds(bought_at_least=1, first_within=timedelta(days=30)),
    CustomerSegment.REPEAT: Bounds(bought_at_least=2),
    CustomerSegment.ONE_TIME: Bounds(bought_at_least=1, bought_at_most=1),
    CustomerSegment.LAPSED: Bounds(bought_at_least=1, last_before=timedelta(days=120)),
    CustomerSegment.FREQUENT_RETURNERS: Bounds(came_back_at_least=2, came_back_percent=40),
}
"""Every segment, defined once: here, in SQL (`queries.of_segment`) and in the words people read.

An order that came back or was called off makes nobody a good customer.
"""

_REACHES_CUSTOMERS = (Permission.ORDERS_WRITE, Permission.NDR_ACT)


def phone_spellings(text: str, region: str = "IN") -> frozenset[str]:
    """Return how a phone number may be stored: E.164, or as it was given.

    Empty where the text is no phone number.
    """
    digits = re.sub(r"\D", "", text)
    if len(digits) < 7 or re.search(r"[a-z]", text, re.IGNORECASE):
        return frozenset()
    found = {text.strip(), digits}
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return frozenset(found)
    found.add(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
    return frozenset(found)


def segments(history: History, now: datetime) -> tuple[CustomerSegment, ...]:
    """Return the segments a buyer is of."""
    return tuple(name for name, bounds in SEGMENTS.items() if fits(bounds, history, now))


def fits(bounds: Bounds, history: History, now: datetime) -> bool:
    """Tell whether a buyer's history lies within a segment's bounds."""
    first, last = history.first_at, history.last_at
    checks = (
        bounds.bought_at_least is None or history.bought >= bounds.bought_at_least,
        bounds.bought_at_most is None or history.bought <= bounds.bought_at_most,
        bounds.first_within is None or (first is not None and first >= now - bounds.first_within),
        bounds.last_within is None or (last is not None and last >= now - bounds.last_within),
        bounds.last_before is None or (last is not None and last < now - bounds.last_before),
        bounds.came_back_at_least is None or history.came_back >= bounds.came_back_at_least,
        bounds.came_back_percent is None
        or 100 * history.came_back >= bounds.came_back_percent * history.ended,
    )
    return all(checks)


def order_forms(text: str) -> frozenset[str]:
    """Return what an order number may be stored as; empty where the text is none."""
    said = re.sub(r"^\s*(?:order\b)?[\s#:]*", "", text, flags=re.IGNORECASE).strip()
    if not re.search(r"\d", said) or " " in said or "@" in said:
        return frozenset()
    return frozenset({said, said.upper()})


def sees_contact(actor: Actor) -> bool:
    """Tell whether contacts are whole for an actor: customers their own, staff who reach them."""
    is_customer = actor.customer_id is not None
    return is_customer or any(actor.may(permission) for permission in _REACHES_CUSTOMERS)


def seen_phone(actor: Actor, phone: str | None) -> str | None:
    """Return a customer's phone number as an actor may see it."""
    return phone if not phone or sees_contact(actor) else masked_phone(phone)


def seen_email(actor: Actor, email: str | None) -> str | None:
    """Return a customer's e-mail address as an actor may see it."""
    return email if not email or sees_contact(actor) else masked_email(email)


def masked_phone(phone: str) -> str:
    """Return a phone number by its last four digits: `••••••1042`."""
    return f"••••••{phone[-4:]}"


def masked_email(email: str) -> str:
    """Return an e-mail address by its first letter and its domain: `a•••@example.in`."""
    name, _, domain = email.rpartition("@")
    return f"{name[:1]}•••@{domain}"
