"""Names and numbers that exist in the demo shop, and its customers as people who can ask."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.demo.staff import introduce
from commerce.access import Role
from commerce.db.tables import (
    AddressRow,
    CustomerRow,
    NdrCaseRow,
    OrderItemRow,
    OrderRow,
    PersonRow,
    ShipmentRow,
    VariantRow,
)
from commerce.errors import NotFound
from commerce.vocabulary import (
    OPEN_NDR_STATUSES,
    OrderStatus,
    PaymentStatus,
    ShipmentStatus,
)

_NOT_YET_SENT = (
    OrderStatus.PENDING,
    OrderStatus.CONFIRMED,
    OrderStatus.ON_HOLD,
    OrderStatus.PROCESSING,
)


def sample(session: Session, shop_id: int, n: int) -> dict[str, Any]:
    """Return up to `n` of each kind of thing that exists."""
    return {
        "orders": _orders(session, shop_id, n),
        "orders_by_status": {
            "pending": _orders(session, shop_id, n, OrderRow.status == OrderStatus.PENDING),
            "confirmed": _orders(session, shop_id, n, OrderRow.status == OrderStatus.CONFIRMED),
            "on_hold": _orders(session, shop_id, n, OrderRow.status == OrderStatus.ON_HOLD),
            "delivered": _orders(session, shop_id, n, OrderRow.status == OrderStatus.DELIVERED),
            "cancellable": _orders(session, shop_id, n, OrderRow.status.in_(_NOT_YET_SENT)),
            "unpaid": _orders(
                session, shop_id, n, OrderRow.payment_status == PaymentStatus.PENDING
            ),
        },
        "awbs": {
            "open_ndr": _open_ndr(session, shop_id, n),
            "in_transit": _awbs(session, shop_id, n, ShipmentStatus.IN_TRANSIT),
            "delivered": _awbs(session, shop_id, n, ShipmentStatus.DELIVERED),
        },
        "products": _products(session, shop_id, n),
        "customers": _customers(session, shop_id, n),
        "couriers": _most(session, shop_id, n, ShipmentRow.courier, ShipmentRow.shop_id),
        "cities": _most(session, shop_id, n, AddressRow.city, AddressRow.shop_id),
        "pincodes": _most(session, shop_id, n, AddressRow.pincode, AddressRow.shop_id),
        "agents": list(
            session.scalars(
                select(PersonRow.name)
                .where(PersonRow.shop_id == shop_id, PersonRow.role == Role.NDR_AGENT)
                .order_by(PersonRow.id)
                .limit(n)
            )
        ),
    }


def default_customer(session: Session, shop_id: int) -> int:
    """Return the customer of the newest open NDR, else of the newest order.

    Raises:
        NotFound: The shop has no orders.
    """
    found = session.scalar(
        _open_cases(shop_id)
        .with_only_columns(OrderRow.customer_id)
        .order_by(NdrCaseRow.attempts, NdrCaseRow.last_attempt_at.desc(), NdrCaseRow.id.desc())
        .limit(1)
    ) or session.scalar(
        select(OrderRow.customer_id)
        .where(OrderRow.shop_id == shop_id)
        .order_by(OrderRow.placed_at.desc(), OrderRow.id.desc())
        .limit(1)
    )
    if found is None:
        raise NotFound("error-demo-no-customer")
    return found


def customer_person(session: Session, shop_id: int, customer_id: int, now: datetime) -> PersonRow:
    """Return a customer as someone who can talk to the assistant, made when first asked for.

    Raises:
        NotFound: The shop has no such customer.
    """
    customer = session.scalar(
        select(CustomerRow).where(CustomerRow.shop_id == shop_id, CustomerRow.id == customer_id)
    )
    if customer is None:
        raise NotFound("error-demo-no-customer")
    known = session.scalar(
        select(PersonRow).where(
            PersonRow.shop_id == shop_id,
            PersonRow.customer_id == customer_id,
            PersonRow.role == Role.CUSTOMER,
        )
    )
    if known is not None:
        return known
    person = PersonRow(
        shop_id=shop_id, name=customer.name, role=Role.CUSTOMER.value, language="", email=None,
        phone=customer.phone, customer_id=customer_id, password_hash=None, skills={},
        is_active=True, created_at=now,
    )  # fmt: skip
    session.add(person)
    session.flush()
    introduce(session, person, f"demo:customer:{customer_id}", now)
    session.flush()
    return person


def _orders(session: Session, shop_id: int, n: int, *conditions: ColumnElement[bool]) -> list[str]:
    newest = (
        select(OrderRow.number)
        .where(OrderRow.shop_id == shop_id, *conditions)
        .order_by(OrderRow.placed_at.desc(), OrderRow.id.desc())
    )
    return list(session.scalars(newest.limit(n)))


def _open_cases(shop_id: int) -> Select[Any]:
    """Return open cases whose parcel waits at the courier's, with parcel and order."""
    return (
        select(NdrCaseRow)
        .join(ShipmentRow, ShipmentRow.id == NdrCaseRow.shipment_id)
        .join(OrderRow, OrderRow.id == NdrCaseRow.order_id)
        .where(
            NdrCaseRow.shop_id == shop_id,
            NdrCaseRow.status.in_(OPEN_NDR_STATUSES),
            ShipmentRow.status == ShipmentStatus.DELIVERY_FAILED,
        )
    )


def _open_ndr(session: Session, shop_id: int, n: int) -> list[str]:
    newest = _open_cases(shop_id).with_only_columns(ShipmentRow.awb)
    return list(session.scalars(newest.order_by(NdrCaseRow.id.desc()).limit(n)))


def _awbs(session: Session, shop_id: int, n: int, status: ShipmentStatus) -> list[str]:
    newest = (
        select(ShipmentRow.awb)
        .where(ShipmentRow.shop_id == shop_id, ShipmentRow.status == status)
        .order_by(ShipmentRow.created_at.desc(), ShipmentRow.id.desc())
    )
    return list(session.scalars(newest.limit(n)))


def _products(session: Session, shop_id: int, n: int) -> list[dict[str, str]]:
    """Return what sold best of late, one variant a product."""
    recent = (
        select(OrderItemRow.variant_id, func.count().label("sold"))
        .where(OrderItemRow.shop_id == shop_id)
        .group_by(OrderItemRow.variant_id)
        .subquery()
    )
    best = (
        select(VariantRow.product_id, VariantRow.sku, VariantRow.title)
        .join(recent, recent.c.variant_id == VariantRow.id)
        .where(VariantRow.shop_id == shop_id)
        .order_by(recent.c.sold.desc(), VariantRow.id)
    )
    firsts: dict[int, dict[str, str]] = {}
    for product_id, sku, title in session.execute(best):
        firsts.setdefault(product_id, {"sku": sku, "title": title})
    return list(firsts.values())[:n]


def _customers(session: Session, shop_id: int, n: int) -> list[dict[str, Any]]:
    """Return customers who ordered of late, the default one first, with their orders."""
    first = [default_customer(session, shop_id)]
    newest = (
        select(OrderRow.customer_id)
        .where(OrderRow.shop_id == shop_id)
        .group_by(OrderRow.customer_id)
        .order_by(func.max(OrderRow.placed_at).desc(), OrderRow.customer_id)
        .limit(n)
    )
    chosen = list(dict.fromkeys(first + list(session.scalars(newest))))[:n]
    found = session.execute(
        select(CustomerRow.id, CustomerRow.name).where(
            CustomerRow.shop_id == shop_id, CustomerRow.id.in_(chosen)
        )
    )
    names = {row.id: row.name for row in found}
    return [
        {"id": number, "name": names[number], "orders": _of_customer(session, shop_id, number)}
        for number in chosen
    ]


def _of_customer(session: Session, shop_id: int, customer_id: int) -> Sequence[str]:
    return _orders(session, shop_id, 50, OrderRow.customer_id == customer_id)


def _most(
    session: Session, shop_id: int, n: int, word: InstrumentedAttribute[str],
    owner: InstrumentedAttribute[int],
) -> list[str]:  # fmt: skip
    """Return the commonest values of a column."""
    commonest = (
        select(word).where(owner == shop_id).group_by(word).order_by(func.count().desc(), word)
    )
    return list(session.scalars(commonest.limit(n)))
