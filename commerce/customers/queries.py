"""All SQL about customers and addresses."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, func, or_, select

from commerce.context import Context
from commerce.customers.types import Address, Customer
from commerce.db.tables import AddressRow, CustomerRow


def with_phone(ctx: Context, spellings: Collection[str]) -> tuple[Customer, ...]:
    """Return the shop's customers with any of these phone numbers."""
    return _customers(ctx, CustomerRow.phone.in_(spellings))


def with_email(ctx: Context, email: str) -> tuple[Customer, ...]:
    """Return the shop's customers with an e-mail address, as given or in small letters."""
    return _customers(ctx, CustomerRow.email.in_({email, email.lower()}))


def named(ctx: Context, name: str) -> tuple[Customer, ...]:
    """Return the shop's customers of exactly this name, ignoring case."""
    return _customers(ctx, func.lower(CustomerRow.name) == name.lower())


def with_words(ctx: Context, words: Collection[str]) -> tuple[Customer, ...]:
    """Return the shop's customers whose name has every one of these words, ignoring case."""
    spaced = func.lower(" " + CustomerRow.name)
    return _customers(ctx, *(spaced.contains(f" {w.lower()}", autoescape=True) for w in words))


def living_at(
    ctx: Context, *, pincode: str = "", names: Collection[str] = ()
) -> ColumnElement[bool]:
    """Return the condition that an address is of the shop and lies in a place.

    For statements that join `AddressRow`. `names` are cities or states in small letters.
    """
    of_shop = AddressRow.shop_id == ctx.actor.shop_id
    if pincode:
        return of_shop & (AddressRow.pincode == pincode)
    return of_shop & or_(
        func.lower(AddressRow.city).in_(names), func.lower(AddressRow.state).in_(names)
    )


def address(row: AddressRow) -> Address:
    """Return an address row as a value."""
    return Address(
        name=row.name, line1=row.line1, line2=row.line2, landmark=row.landmark, city=row.city,
        state=row.state, pincode=row.pincode, phone=row.phone,
    )  # fmt: skip


def customer(row: CustomerRow) -> Customer:
    """Return a customer row as a value."""
    return Customer(id=row.id, name=row.name, phone=row.phone, email=row.email)


def _customers(ctx: Context, *conditions: ColumnElement[bool]) -> tuple[Customer, ...]:
    found = ctx.session.scalars(
        select(CustomerRow)
        .where(CustomerRow.shop_id == ctx.actor.shop_id, *conditions)
        .order_by(CustomerRow.name, CustomerRow.id)
        .limit(200)
    )
    return tuple(customer(row) for row in found)
