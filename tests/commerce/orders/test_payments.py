"""Money given back and money asked for: what is kept, what the provider hears and answers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from commerce import orders, outbox
from commerce.access import Role
from commerce.db import session_factory
from commerce.db.tables import EventRow, OrderRow, OutboxRow, PaymentRow, ShipmentRow
from commerce.errors import NotAllowed, Refused, Rejected
from commerce.money import Money
from commerce.ports import Ports, Refund
from commerce.vocabulary import OrderStatus, PaymentMethod, PaymentStatus, ShipmentStatus
from integrations.demo_payments import DemoPayments
from tests.builders import Shop

Row = Callable[[str], OrderRow]
Written = Callable[[], tuple[int, ...]]


class Refusing(DemoPayments):
    """A provider that gives nothing back."""

    def refund(self, refund: Refund) -> str:
        raise Rejected("error-payments-too-little")


def tell(shop: Shop, now_later: timedelta = timedelta()) -> None:
    """Let the worker tell the provider and take note of its answers."""
    shop.session.commit()
    sessions = session_factory(shop.session.get_bind().engine)
    outbox.deliver_due(sessions, shop.ports, shop.now + now_later)
    orders.settle_payments(sessions, shop.ports, shop.now + now_later)
    shop.session.rollback()


def payment(shop: Shop) -> PaymentRow:
    return shop.session.scalars(
        select(PaymentRow)
        .where(PaymentRow.shop_id == shop.id)
        .execution_options(populate_existing=True)
    ).one()


def events(shop: Shop) -> list[str]:
    found = shop.session.scalars(
        select(EventRow.kind).where(EventRow.shop_id == shop.id).order_by(EventRow.id)
    )
    return list(found)


def test_all_that_was_paid_is_given_back(paying: Shop, order_row: Row) -> None:
    paying.order("1042", total=799, payment=PaymentMethod.UPI)
    change = orders.refund(paying.context(), "1042")
    assert change.at_stake == Money(79_900)
    assert change.undo_for is None
    row = order_row("1042")
    assert (row.refunded_minor, row.payment_status) == (79_900, "Refunded")
    told = paying.session.scalars(select(OutboxRow).where(OutboxRow.shop_id == paying.id)).one()
    assert (told.port, told.destination) == ("payments", "refund")
    assert (told.payload["amount_minor"], told.payload["paid_minor"]) == (79_900, 79_900)


def test_parts_are_given_back_until_nothing_is_left(paying: Shop, order_row: Row) -> None:
    paying.order("1042", total=799, payment=PaymentMethod.UPI)
    ctx = paying.context()
    orders.refund(ctx, "1042", Money(30_000))
    assert order_row("1042").payment_status == "PartiallyRefunded"
    with pytest.raises(Refused, match="At the most ₹499 can be refunded"):
        orders.refund(ctx, "1042", Money(49_901))
    orders.refund(ctx, "1042", Money(49_900))
    assert order_row("1042").refunded_minor == 79_900
    with pytest.raises(Refused, match="refunded already"):
        orders.refund(ctx, "1042", Money(100))


@pytest.mark.parametrize(
    ("payment", "paid", "why"),
    [
        (PaymentMethod.COD, PaymentStatus.COD_PENDING, "nothing was collected yet"),
        (PaymentMethod.UPI, PaymentStatus.PENDING, "was not paid"),
        (PaymentMethod.CARD, PaymentStatus.FAILED, "was not paid"),
    ],
)
def test_what_nobody_paid_is_not_given_back(
    paying: Shop, written: Written, payment: PaymentMethod, paid: PaymentStatus, why: str
) -> None:
    paying.order("1042", payment=payment, paid=paid)
    before = written()
    with pytest.raises(Refused, match=why):
        orders.refund(paying.context(), "1042")
    assert written() == before


def test_cash_that_was_collected_is_given_back_with_a_warning(paying: Shop) -> None:
    paying.order("1042", status=OrderStatus.DELIVERED, paid=PaymentStatus.COD_COLLECTED)
    change = orders.plan_refund(paying.context(), "1042")
    assert change.warnings == (
        "It was paid in cash, so the provider will ask the customer where to send the money.",
    )


def test_without_a_provider_nothing_is_promised(shop: Shop, written: Written) -> None:
    shop.order("1042", payment=PaymentMethod.UPI)
    before = written()
    with pytest.raises(Refused, match="No payment provider"):
        orders.refund(shop.context(), "1042")
    assert written() == before


def test_an_operator_gives_no_money_back(paying: Shop, written: Written) -> None:
    paying.order("1042", payment=PaymentMethod.UPI)
    before = written()
    with pytest.raises(NotAllowed):
        orders.refund(paying.context(paying.actor(Role.OPERATOR)), "1042")
    assert written() == before


def test_what_the_provider_accepts_is_settled(paying: Shop) -> None:
    paying.order("1042", payment=PaymentMethod.UPI)
    orders.refund(paying.context(), "1042")
    tell(paying)
    kept = payment(paying)
    assert (kept.status, kept.reference or "") == ("accepted", kept.reference or "-")


def test_what_the_provider_refuses_was_not_given_back(shop: Shop, order_row: Row) -> None:
    refusing = shop.with_ports(Ports(payments=Refusing()))
    refusing.order("1042", total=799, payment=PaymentMethod.UPI)
    orders.refund(refusing.context(), "1042", Money(20_000))
    tell(refusing)
    row = order_row("1042")
    assert (row.refunded_minor, row.payment_status) == (0, "Paid")
    assert payment(refusing).status == "failed"
    assert events(refusing)[-1] == "order.refund_refused"


def test_a_link_asks_for_the_total_less_the_discount_in_whole_paise(
    paying: Shop, order_row: Row
) -> None:
    order = paying.order("1042", total=799)
    order.total_minor = 79_905
    change = orders.send_link(paying.context(), "1042", 7)
    link = change.after["payment_link"]
    assert (link["amount_minor"], link["discount_minor"]) == (74_312, 5_593)
    assert change.at_stake == Money(5_593)
    row = order_row("1042")
    assert (row.total_minor, row.payment_status) == (79_905, "CODPending")


def test_a_paid_link_makes_its_order_paid(
    paying: Shop, provider: DemoPayments, order_row: Row
) -> None:
    order = paying.order("1042", total=1_000)
    order.tax_minor = 5_000
    parcel = paying.parcel(order, awb="AWB1", status=ShipmentStatus.CREATED)
    parcel.cod_minor = 100_000
    orders.send_link(paying.context(), "1042", 10)
    tell(paying)
    assert payment(paying).status == "open"
    provider.pay(payment(paying).request_key)
    tell(paying, timedelta(minutes=5))
    row = order_row("1042")
    assert (row.total_minor, row.discount_minor, row.tax_minor) == (90_000, 10_000, 4_500)
    assert (row.payment_method, row.payment_status) == ("Other", "Paid")
    to_collect = select(ShipmentRow.cod_minor).where(ShipmentRow.shop_id == paying.id)
    assert paying.session.scalar(to_collect) == 0
    assert events(paying)[-1] == "order.paid"


def test_an_order_paid_otherwise_meanwhile_keeps_its_total(
    paying: Shop, provider: DemoPayments, order_row: Row
) -> None:
    order = paying.order("1042", total=1_000)
    orders.send_link(paying.context(), "1042", 10)
    tell(paying)
    order.payment_status = PaymentStatus.COD_COLLECTED.value
    provider.pay(payment(paying).request_key)
    tell(paying, timedelta(minutes=5))
    assert order_row("1042").total_minor == 100_000
    assert events(paying)[-1] == "order.paid_twice"


def test_one_link_is_out_at_a_time(paying: Shop, written: Written) -> None:
    paying.order("1042")
    orders.send_link(paying.context(), "1042")
    before = written()
    with pytest.raises(Refused, match="is out for order 1042"):
        orders.send_link(paying.context(), "1042", 5)
    assert written() == before
    later = paying.at(paying.now + timedelta(days=3))
    assert orders.send_link(later.context(), "1042").subject == "1042"


@pytest.mark.parametrize(
    ("status", "payment", "why"),
    [
        (OrderStatus.CONFIRMED, PaymentMethod.UPI, "paid already"),
        (OrderStatus.DELIVERED, PaymentMethod.COD, "is delivered"),
        (OrderStatus.CANCELLED, PaymentMethod.COD, "called off"),
    ],
)
def test_there_is_no_link_for_what_is_not_to_be_paid(
    paying: Shop, written: Written, status: OrderStatus, payment: PaymentMethod, why: str
) -> None:
    paying.order("1042", status=status, payment=payment)
    before = written()
    with pytest.raises(Refused, match=why):
        orders.send_link(paying.context(), "1042")
    assert written() == before


def test_a_role_takes_off_no_more_than_it_may(paying: Shop, written: Written) -> None:
    paying.order("1042")
    operator = paying.context(paying.actor(Role.OPERATOR))
    before = written()
    with pytest.raises(Refused, match=r"15% is more .*10% at the most.*role Manager"):
        orders.send_link(operator, "1042", 15)
    assert written() == before
    manager = paying.context(paying.actor(Role.MANAGER))
    assert orders.send_link(manager, "1042", 15).at_stake == Money(11_985)


def test_somebody_who_cannot_be_reached_is_sent_nothing(paying: Shop, written: Written) -> None:
    buyer = paying.customer()
    home = paying.address(buyer)
    buyer.phone, home.phone = None, None
    paying.order("1042", customer=buyer, address=home)
    before = written()
    with pytest.raises(Refused, match="no phone number"):
        orders.send_link(paying.context(), "1042")
    assert written() == before


def test_a_courier_who_still_collects_is_warned_of(paying: Shop) -> None:
    paying.parcel(paying.order("1042", status=OrderStatus.SHIPPED), awb="AWB1")
    change = orders.plan_link(replace(paying.context(), language="en"), "1042")
    assert "AWB1 is with the courier, who still collects cash" in change.warnings[0]
