"""The payment link of an order that is called off: closed with it, and open again with it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from commerce import orders, outbox
from commerce.changes import Change
from commerce.db import session_factory
from commerce.db.tables import EventRow, OrderRow, OutboxRow, PaymentRow
from integrations.demo_payments import DemoPayments
from tests.builders import Shop

Row = Callable[[str], OrderRow]
MINUTES = timedelta(minutes=1)


def works(shop: Shop, after: timedelta) -> None:
    """Let the worker tell the provider what is due, and take note of its answers."""
    shop.session.commit()
    sessions = session_factory(shop.session.get_bind().engine)
    outbox.deliver_due(sessions, shop.ports, shop.now + after)
    orders.settle_payments(sessions, shop.ports, shop.now + after)
    shop.session.rollback()


def standing(shop: Shop) -> tuple[str, list[str]]:
    """Return where the link stands, and how far what the provider is to be told has come."""
    link = select(PaymentRow.status).where(PaymentRow.shop_id == shop.id)
    told = select(OutboxRow.status).where(OutboxRow.shop_id == shop.id).order_by(OutboxRow.id)
    return shop.session.scalars(link).one(), list(shop.session.scalars(told))


@pytest.fixture
def out(paying: Shop) -> Shop:
    """A shop with one order whose customer holds a payment link."""
    paying.order("1042", total=799)
    orders.send_link(paying.context(), "1042")
    works(paying, 0 * MINUTES)
    return paying


def cancelled(shop: Shop) -> Change:
    return orders.cancel(shop.context(), "1042")


def test_a_cancelled_orders_link_closes_when_nothing_can_be_undone_any_more(
    out: Shop, provider: DemoPayments
) -> None:
    change = cancelled(out)
    assert (change.before["link"]["status"], change.after["link"]["status"]) == ("open", "closed")
    assert "payment link over ₹799 is closed too" in change.warnings[0]
    works(out, 14 * MINUTES)
    assert standing(out) == ("closed", ["sent", "waiting"])
    works(out, 15 * MINUTES)
    assert standing(out) == ("closed", ["sent", "sent"])
    provider.pay(change.after["link"]["key"])
    works(out, 20 * MINUTES)
    assert standing(out)[0] == "expired"


def test_with_its_order_a_link_works_again(out: Shop) -> None:
    change = cancelled(out)
    back = orders.undo_cancel(out.context(), change)
    assert (back.after["link"]["status"], back.warnings) == ("open", ())
    again = orders.cancel(out.at(out.now + MINUTES).context(), "1042")
    assert again.after["link"]["status"] == "closed"
    assert standing(out) == ("closed", ["sent", "withdrawn", "waiting"])


def test_a_link_nobody_sent_yet_is_never_sent(paying: Shop) -> None:
    paying.order("1042")
    orders.send_link(paying.context(), "1042")
    change = cancelled(paying)
    assert standing(paying) == ("closed", ["withdrawn"])
    orders.undo_cancel(paying.context(), change)
    assert standing(paying) == ("asked", ["waiting"])


def test_what_was_paid_before_the_link_closed_is_known(
    out: Shop, provider: DemoPayments, order_row: Row
) -> None:
    change = cancelled(out)
    provider.pay(change.after["link"]["key"])
    works(out, 5 * MINUTES)
    assert (order_row("1042").status, order_row("1042").payment_status) == ("Cancelled", "Paid")
    kinds = select(EventRow.kind).where(EventRow.shop_id == out.id)
    assert "order.paid_after_end" in out.session.scalars(kinds).all()


def test_an_undo_that_comes_too_late_for_the_link_says_so(out: Shop) -> None:
    change = cancelled(out)
    works(out, 15 * MINUTES)
    back = orders.undo_cancel(out.context(), change)
    assert back.after["link"]["status"] == "expired"
    assert back.warnings == ("The order's payment link stays closed. Send a new one.",)
