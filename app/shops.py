"""Which shop we work in, and who sits at this machine's terminal."""

from datetime import datetime
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from commerce import people
from commerce.access import Role
from commerce.db import begin_write
from commerce.db.tables import CustomerRow, PersonRow, ShopRow
from commerce.errors import NotFound, Refused

As = Literal["seller", "ndr_agent", "manager", "operator", "viewer", "customer"]

ROLES: dict[str, Role] = {
    "seller": Role.OWNER,
    "ndr_agent": Role.NDR_AGENT,
    "manager": Role.MANAGER,
    "operator": Role.OPERATOR,
    "viewer": Role.VIEWER,
    "customer": Role.CUSTOMER,
}
"""What each word after `--as` means."""


def the_shop(session: Session, name: str = "") -> ShopRow:
    """Return the shop by name; without one the only shop, or the demo shop among several.

    Raises:
        NotFound: There is none, or several and none was named.
    """
    shops = session.scalars(select(ShopRow).order_by(ShopRow.id)).all()
    if not shops:
        raise NotFound("error-no-shop")
    if name:
        found = [shop for shop in shops if shop.name.casefold() == name.casefold()]
    else:
        found = list(shops) if len(shops) == 1 else [shop for shop in shops if shop.is_demo]
    if len(found) != 1:
        raise NotFound("error-which-shop", shops=", ".join(shop.name for shop in shops))
    return found[0]


def found_shop(
    session: Session, *, name: str, now: datetime, currency: str = "INR", zone: str = "Asia/Kolkata"
) -> ShopRow:
    """Add an empty shop.

    Raises:
        Refused: There is one of that name.
    """
    if session.scalar(select(ShopRow.id).where(ShopRow.name == name)) is not None:
        raise Refused("error-shop-exists", name=name)
    row = ShopRow(
        name=name, currency=currency, zone=zone, is_demo=False, settings={}, created_at=now
    )
    session.add(row)
    session.flush()
    return row


def at_terminal(
    session: Session, shop: ShopRow, who: As, *, customer: int | None, now: datetime
) -> str:
    """Return the terminal's id of whoever types, adding them to the shop at their first word.

    Whoever can start this command can read the shop's files; the role they take limits what the
    assistant will do for them, as it would for a person of that role.

    Raises:
        NotFound: No such customer in this shop.
    """
    known_as = f"shop:{shop.id}:{who}"
    if who == "customer":
        if customer is None:
            raise NotFound("error-which-customer")
        known_as = f"{known_as}:{customer}"
    if people.actor_for(session, "terminal", known_as) is None:
        begin_write(session, shop.id)
        # Of two commands that begin at once, the second finds the first one's word there.
        if people.actor_for(session, "terminal", known_as) is None:
            person = _person(session, shop, who, customer=customer, now=now)
            people.add_identity(session, person, "terminal", known_as)
    return known_as


def _person(
    session: Session, shop: ShopRow, who: As, *, customer: int | None, now: datetime
) -> PersonRow:
    role = ROLES[who]
    if customer is not None:
        return _customer(session, shop, customer, now=now)
    person = session.scalar(
        select(PersonRow)
        .where(PersonRow.shop_id == shop.id, PersonRow.role == role.value, PersonRow.is_active)
        .order_by(PersonRow.id)
        .limit(1)
    )
    return person or people.add_person(
        session, shop_id=shop.id, name=who.replace("_", " ").title(), role=role, now=now
    )


def _customer(session: Session, shop: ShopRow, customer: int, *, now: datetime) -> PersonRow:
    row = session.scalar(
        select(CustomerRow).where(CustomerRow.shop_id == shop.id, CustomerRow.id == customer)
    )
    if row is None:
        raise NotFound("error-customer-not-found", customer=str(customer))
    person = session.scalar(
        select(PersonRow).where(PersonRow.shop_id == shop.id, PersonRow.customer_id == row.id)
    )
    return person or people.add_person(
        session,
        shop_id=shop.id,
        name=row.name,
        role=Role.CUSTOMER,
        now=now,
        customer_id=row.id,
    )
