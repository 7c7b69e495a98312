"""What customers' orders come to is counted once and is always what the orders say."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine, func, select, update
from sqlalchemy.orm import Session

from commerce import customers, figures
from commerce.customers import CustomerList, CustomerSegment, CustomerSort
from commerce.db import session_factory
from commerce.db.tables import CustomerStrikeRow, FigureBookRow, OrderRow
from commerce.vocabulary import OrderStatus, PaymentMethod
from tests.builders import Shop

DAY = timedelta(days=1)


@pytest.fixture
def counted(shop: Shop) -> Shop:
    """Buyers of every kind, counted."""
    fates = (OrderStatus.DELIVERED, OrderStatus.RTO, OrderStatus.CANCELLED, OrderStatus.RETURNED)
    for n in range(8):
        buyer = shop.customer(f"Buyer {n}")
        for k in range(n):
            shop.order(
                customer=buyer, status=fates[(n * k) % 4], total=100 * n + k,
                placed_at=shop.now - (n * 30 + k) * DAY,
                payment=PaymentMethod.COD if k % 2 else PaymentMethod.UPI,
            )  # fmt: skip
    figures.rebuild(shop.session, shop.id, shop.now)
    customers.rebuild(shop.session, shop.id)
    return shop


def _lists(shop: Shop) -> list[CustomerList]:
    return [
        customers.list_customers(shop.context(), segment=segment, sort=sort, limit=3)
        for segment in (None, *CustomerSegment)
        for sort in CustomerSort
    ]


def _from_orders(shop: Shop) -> list[CustomerList]:
    """Return the lists as the orders themselves give them."""
    book = update(FigureBookRow).where(FigureBookRow.shop_id == shop.id)
    shop.session.execute(book.values(has_customers=False))
    found = _lists(shop)
    shop.session.execute(book.values(has_customers=True))
    return found


def test_lists_of_what_was_counted_are_what_the_orders_give(counted: Shop) -> None:
    assert _lists(counted) == _from_orders(counted)


def test_after_orders_change_lists_are_what_the_orders_give(counted: Shop) -> None:
    first = counted.order(total=90_000, status=OrderStatus.DELIVERED)
    heir = counted.customer("Whose orders they were all along")
    of_shop = update(OrderRow).where(OrderRow.shop_id == counted.id, OrderRow.id != first.id)
    counted.session.execute(of_shop.where(OrderRow.id % 3 == 0).values(status="RTO"))
    counted.session.execute(of_shop.where(OrderRow.id % 5 == 0).values(customer_id=heir.id))
    assert _lists(counted) == _from_orders(counted)
    assert _lists(counted)[0].shown[0].last_order == first.number


def test_customers_are_counted_anew_once_their_orders_changed(
    engine: Engine, session: Session, counted: Shop
) -> None:
    counted.order()
    session.commit()
    assert customers.freshen(session_factory(engine)) == 1
    waiting = select(func.count()).where(CustomerStrikeRow.shop_id == counted.id)
    assert session.scalar(waiting) == 0
    assert _lists(counted) == _from_orders(counted)
