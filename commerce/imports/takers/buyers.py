"""Who bought, and where it goes: matched with whom the shop knows, else added."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from commerce.context import Context
from commerce.db.tables import AddressRow, CustomerRow
from commerce.imports import queries
from commerce.imports.content import Buyer, Place

UNKNOWN_LANGUAGE = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A buyer and a place that an order needs."""

    buyer: Buyer
    place: Place
    since: datetime
    """When they bought: a new customer is one since then."""


@dataclass(slots=True)
class _Customer:
    """A customer who is there, or will be."""

    id: int | None
    name: str
    phone: str | None
    email: str | None
    since: datetime
    learned: dict[str, str] = field(default_factory=dict)
    """What a file adds to someone the shop already has."""


def settle(ctx: Context, wanted: Sequence[Wanted]) -> list[tuple[int, int]]:
    """Return the customer's and the address's id of each, adding those the shop lacks.

    A customer is matched by phone, then by e-mail; what the shop had blank is filled in. An
    address is matched by everything that stands on the label.
    """
    chosen = _choose(ctx, wanted)
    _write(ctx, chosen)
    customer_ids = [customer.id or 0 for customer in chosen]
    return list(zip(customer_ids, _addresses(ctx, wanted, customer_ids), strict=True))


def _choose(ctx: Context, wanted: Sequence[Wanted]) -> list[_Customer]:
    by_phone: dict[str, _Customer] = {}
    by_email: dict[str, _Customer] = {}
    phones = {one.buyer.phone for one in wanted if one.buyer.phone}
    emails = {one.buyer.email for one in wanted if one.buyer.email}
    for known in queries.customers(ctx, phones, emails):
        there = _Customer(known.id, "", known.phone, known.email, ctx.now)
        by_phone.setdefault(known.phone or "", there)
        by_email.setdefault(known.email or "", there)
    chosen = []
    for one in wanted:
        buyer = one.buyer
        customer = by_phone.get(buyer.phone or "") if buyer.phone else None
        customer = customer or (by_email.get(buyer.email or "") if buyer.email else None)
        customer = customer or _Customer(
            None, buyer.name or buyer.email or buyer.phone or "", None, None, one.since
        )
        _learn(customer, buyer)
        if buyer.phone:
            by_phone.setdefault(buyer.phone, customer)
        if buyer.email:
            by_email.setdefault(buyer.email, customer)
        chosen.append(customer)
    return chosen


def _learn(customer: _Customer, buyer: Buyer) -> None:
    if buyer.phone and not customer.phone:
        customer.phone = customer.learned["phone"] = buyer.phone
    if buyer.email and not customer.email:
        customer.email = customer.learned["email"] = buyer.email


def _write(ctx: Context, chosen: Sequence[_Customer]) -> None:
    each = {id(customer): customer for customer in chosen}.values()
    for customer in each:
        if customer.id is not None and customer.learned:
            queries.change(ctx, CustomerRow, customer.id, customer.learned)
    new = [customer for customer in each if customer.id is None]
    ids = queries.add_with_ids(
        ctx,
        CustomerRow,
        [
            {
                "name": customer.name, "phone": customer.phone, "email": customer.email,
                "language": UNKNOWN_LANGUAGE, "created_at": customer.since,
            }
            for customer in new
        ],
    )  # fmt: skip
    for customer, customer_id in zip(new, ids, strict=True):
        customer.id = customer_id


def _addresses(ctx: Context, wanted: Sequence[Wanted], customer_ids: Sequence[int]) -> list[int]:
    there: dict[tuple[str, ...], int] = {}
    for row in queries.addresses(ctx, customer_ids=set(customer_ids)):
        there.setdefault((str(row.customer_id), *label(row)), row.id)
    keys: list[tuple[str, ...]] = []
    new: dict[tuple[str, ...], queries.Values] = {}
    for one, customer_id in zip(wanted, customer_ids, strict=True):
        key = (str(customer_id), *label(one.place))
        keys.append(key)
        if key not in there and key not in new:
            place = one.place
            new[key] = {
                "customer_id": customer_id, "landmark": "", "name": place.name,
                "line1": place.line1, "line2": place.line2, "city": place.city,
                "state": place.state, "pincode": place.pincode, "country": place.country,
                "phone": place.phone,
            }  # fmt: skip
    ids = queries.add_with_ids(ctx, AddressRow, list(new.values()))
    there.update(zip(new, ids, strict=True))
    return [there[key] for key in keys]


def label(place: Any) -> tuple[str, ...]:
    """Return what stands on a label, as addresses are compared: of a `Place` or a row."""
    parts = (place.name, place.line1, place.line2, place.city, place.pincode, place.phone)
    return tuple(" ".join((part or "").casefold().split()) for part in parts)
