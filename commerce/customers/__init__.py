"""The shop's buyers: who is meant, what they did, and of which kind they are."""

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select

from commerce.access import Permission
from commerce.context import Context
from commerce.customers import queries, rules
from commerce.customers.consenting import (
    plan_consent,
    record_consent,
    require_wanted,
    standing_of,
    undo_consent,
)
from commerce.customers.keeping import freshen, rebuild
from commerce.customers.rules import SEGMENTS
from commerce.customers.types import (
    Address,
    Bounds,
    Customer,
    CustomerList,
    CustomerSegment,
    CustomerSort,
    History,
    OpenParcel,
    Profile,
    Purpose,
    Ranked,
    RecentOrder,
    Standing,
)
from commerce.errors import Ambiguous, NotFound

__all__ = [
    "SEGMENTS",
    "Address",
    "Bounds",
    "Customer",
    "CustomerList",
    "CustomerSegment",
    "CustomerSort",
    "History",
    "OpenParcel",
    "Profile",
    "Purpose",
    "Ranked",
    "RecentOrder",
    "Standing",
    "address_as_seen",
    "as_seen",
    "at_place",
    "find",
    "first_order_at",
    "freshen",
    "last_ordered",
    "list_customers",
    "names_of",
    "orders_to",
    "plan_consent",
    "profile",
    "rebuild",
    "record_consent",
    "require_wanted",
    "standing_of",
    "states_with",
    "the_one",
    "undo_consent",
]

CHOICES = 5
"""How many buyers a question back offers."""

RECENT_ORDERS = 5
"""How many orders a profile shows."""


def find(ctx: Context, text: str) -> tuple[Customer, ...]:
    """Return everyone whom a name, phone number, e-mail address or order number may mean, by name.

    A whole name that fits exactly keeps those out who merely share a word of it.

    Raises:
        NotFound: Nobody fits.
    """
    ctx.require(Permission.ORDERS_READ)
    said = " ".join(text.split())
    found = _found(ctx, said)
    if not found:
        raise NotFound("error-customer-not-found", customer=said)
    return found


def the_one(ctx: Context, text: str) -> Customer:
    """Return the buyer who is meant, by name, phone number, e-mail address or order number.

    Raises:
        NotFound: Nobody fits.
        Ambiguous: Several do; each choice is the number of an order of theirs.
    """
    found = find(ctx, text)
    if len(found) > 1:
        raise Ambiguous(
            "error-customer-which", _choices(ctx, found), customer=text, count=len(found)
        )
    return found[0]


def profile(ctx: Context, text: str) -> Profile:
    """Return all that matters of one buyer, by name, phone number, e-mail address or order number.

    Phone numbers and e-mail addresses are whole only for those whose work is to reach customers.

    Raises:
        NotFound: Nobody fits.
        Ambiguous: Several do; each choice is the number of an order of theirs.
    """
    customer = the_one(ctx, text)
    history = queries.history(ctx, customer.id)
    known = {address.written: address for address in reversed(queries.addresses(ctx, customer.id))}
    return Profile(
        customer=as_seen(ctx, customer),
        history=history,
        segments=rules.segments(history, ctx.now),
        orders=tuple(queries.recent_orders(ctx, customer.id, limit=RECENT_ORDERS)),
        parcels=tuple(queries.open_parcels(ctx, customer.id)),
        wants_messages=standing_of(ctx, customer.id, Purpose.SERVICE),
        wants_offers=standing_of(ctx, customer.id, Purpose.OFFERS),
        addresses=tuple(address_as_seen(ctx, place) for place in reversed(known.values())),
    )


def list_customers(
    ctx: Context,
    *,
    segment: CustomerSegment | None = None,
    sort: CustomerSort = CustomerSort.SPENT,
    limit: int = 10,
) -> CustomerList:
    """Return the buyers of a segment, or all who ever ordered: count, money, and the first."""
    ctx.require(Permission.ORDERS_READ)
    bounds = SEGMENTS[segment] if segment else None
    found = queries.ranked(ctx, bounds, sort=sort, limit=limit)
    return replace(
        found,
        shown=tuple(replace(item, customer=as_seen(ctx, item.customer)) for item in found.shown),
    )


def last_ordered(
    ctx: Context, *, longest_ago: timedelta, latest: timedelta, limit: int
) -> tuple[int, ...]:
    """Return the ids of buyers whose last order is so long ago, the latest first.

    Orders that were called off are none.
    """
    bounds = Bounds(last_within=longest_ago, last_before=latest)
    found = queries.ranked(ctx, bounds, sort=CustomerSort.RECENT, limit=limit)
    return tuple(item.customer.id for item in found.shown)


def at_place(ctx: Context, place: str) -> ColumnElement[bool]:
    """Return the condition that an address lies in a city, a state or a pincode.

    For statements that join addresses. Former names (Bangalore, Bombay) find today's.
    """
    if rules.is_pincode(place):
        return queries.living_at(ctx, pincode=place.replace(" ", ""))
    return queries.living_at(ctx, names=rules.spellings(place))


def names_of(place: str) -> Collection[str] | None:
    """Return every name of a city or state, in small letters; `None` for a pincode."""
    return None if rules.is_pincode(place) else rules.spellings(place)


def states_with(ctx: Context, names: frozenset[str]) -> frozenset[str]:
    """Return the states, in small letters, of some names, and those with a city of these names."""
    return queries.states_with(ctx, names)


def orders_to(ctx: Context, place: str) -> Select[int]:
    """Return the ids of the orders to a city, a state or a pincode, from its addresses."""
    if rules.is_pincode(place):
        return queries.orders_to(ctx, pincode=place.replace(" ", ""))
    return queries.orders_to(ctx, names=rules.spellings(place))


def first_order_at(ctx: Context) -> ColumnElement[Any]:
    """Return when an order's customer first ordered what was neither called off nor failed.

    For statements that read `OrderRow`; `NULL` of who never did.
    """
    return queries.first_order_at(ctx)


def as_seen(ctx: Context, customer: Customer) -> Customer:
    """Return a buyer with what the actor may see of how to reach them."""
    return replace(
        customer,
        phone=rules.seen_phone(ctx.actor, customer.phone),
        email=rules.seen_email(ctx.actor, customer.email),
    )


def address_as_seen(ctx: Context, place: Address) -> Address:
    """Return an address with what the actor may see of its phone number."""
    return replace(place, phone=rules.seen_phone(ctx.actor, place.phone))


def _found(ctx: Context, said: str) -> tuple[Customer, ...]:
    numbers = rules.order_forms(said)
    if phones := rules.phone_spellings(said):
        return queries.with_phone(ctx, phones) or queries.of_order(ctx, numbers)
    if "@" in said:
        return queries.with_email(ctx, said)
    by_order = queries.of_order(ctx, numbers) if numbers else ()
    return by_order or queries.named(ctx, said) or queries.with_words(ctx, said.split())


def _choices(ctx: Context, found: Collection[Customer]) -> tuple[tuple[str, str], ...]:
    """Return the first few, each by the number of an order, which tells namesakes apart."""
    choices: list[tuple[str, str]] = []
    for customer in list(found)[: CHOICES * 4]:
        latest = queries.last_order(ctx, customer.id)
        if latest is not None and len(choices) < CHOICES:
            number, city = latest
            label = ctx.say("customer-choice", name=customer.name, city=city, number=number)
            choices.append((number, label))
    return tuple(choices)
