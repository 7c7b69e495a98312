"""The shop's buyers: who is meant by a name, a phone number or an e-mail address."""

from sqlalchemy import ColumnElement

from commerce.access import Permission
from commerce.context import Context
from commerce.customers import queries, rules
from commerce.customers.types import Address, Customer
from commerce.errors import NotFound

__all__ = ["Address", "Customer", "at_place", "find"]


def find(ctx: Context, text: str) -> tuple[Customer, ...]:
    """Return everyone whom a name, phone number or e-mail address may mean, by name.

    A whole name that fits exactly keeps those out who merely share a word of it.

    Raises:
        NotFound: Nobody fits.
    """
    ctx.require(Permission.ORDERS_READ)
    said = " ".join(text.split())
    if phones := rules.phone_spellings(said):
        found = queries.with_phone(ctx, phones)
    elif "@" in said:
        found = queries.with_email(ctx, said)
    else:
        found = queries.named(ctx, said) or queries.with_words(ctx, said.split())
    if not found:
        raise NotFound("error-customer-not-found", customer=said)
    return found


def at_place(ctx: Context, place: str) -> ColumnElement[bool]:
    """Return the condition that an address lies in a city, a state or a pincode.

    For statements that join addresses. Former names (Bangalore, Bombay) find today's.
    """
    if rules.is_pincode(place):
        return queries.living_at(ctx, pincode=place.replace(" ", ""))
    return queries.living_at(ctx, names=rules.spellings(place))
