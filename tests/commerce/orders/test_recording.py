"""Payments that somebody saw come in, and what couriers are told of orders they have."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from commerce import ndr, orders
from commerce.access import Role
from commerce.db import session_factory
from commerce.db.tables import EventRow, OrderRow, OutboxRow, PaymentRow, ShipmentRow
from commerce.errors import NotAllowed, Refused, Rejected
from commerce.money import Money
from commerce.orders import Correction
from commerce.ports import CourierAction, Instruction, Ports
from commerce.vocabulary import OrderStatus, PaymentMethod, PaymentStatus, ShipmentStatus
from integrations.demo_courier import DemoCourier
from integrations.demo_payments import DemoPayments
from tests.builders import Shop

Row = Callable[[str], OrderRow]
Written = Callable[[], tuple[int, ...]]


class Unbending(DemoCourier):
    """A courier who takes every request and does none."""

    def instruct(self, instruction: Instruction) -> str:
        raise Rejected("error-courier-already-returning", awb=instruction.awb)


class Simple(DemoCourier):
    """A courier whose connection knows reattempts only."""

    actions = frozenset({CourierAction.REATTEMPT})


def with_courier(shop: Shop, courier: DemoCourier) -> Shop:
    return shop.with_ports(Ports(payments=DemoPayments(), couriers={"*": courier}))


def told(shop: Shop) -> list[tuple[str, str, Mapping[str, object]]]:
    rows = shop.session.scalars(
        select(OutboxRow).where(OutboxRow.shop_id == shop.id).order_by(OutboxRow.id)
    )
    return [(row.payload["action"], row.status, row.payload) for row in rows]


def on_the_way(shop: Shop) -> ShipmentRow:
    return shop.parcel(shop.order("1042", status=OrderStatus.SHIPPED), awb="AWB1")


def test_a_payment_somebody_saw_makes_its_order_paid_and_can_be_taken_back(
    paying: Shop, order_row: Row
) -> None:
    paying.parcel(paying.order("1042"), awb="AWB1", status=ShipmentStatus.CREATED)
    ctx = paying.context()
    change = orders.record_payment(ctx, "1042", PaymentMethod.UPI, "UTR 4471")
    row = order_row("1042")
    assert (row.payment_method, row.payment_status) == ("UPI", "Paid")
    assert (change.at_stake, change.after["to_collect"]) == (Money(79_900), {"AWB1": 0})
    paid = paying.session.scalars(select(PaymentRow).where(PaymentRow.shop_id == paying.id)).one()
    assert (paid.kind, paid.status, paid.reference) == ("recorded", "paid", "UTR 4471")
    orders.undo_payment(ctx, change)
    row = order_row("1042")
    assert (row.payment_method, row.payment_status) == ("COD", "CODPending")
    to_collect = select(ShipmentRow.cod_minor).where(ShipmentRow.shop_id == paying.id)
    standing = select(PaymentRow.status).where(PaymentRow.shop_id == paying.id)
    assert paying.session.scalar(to_collect) == 79_900
    assert paying.session.scalar(standing) == "closed"


@pytest.mark.parametrize(
    ("status", "method", "becomes"),
    [
        (OrderStatus.DELIVERED, None, ("COD", "CODCollected")),
        (OrderStatus.CONFIRMED, None, ("Other", "Paid")),
        (OrderStatus.CONFIRMED, PaymentMethod.BANK_TRANSFER, ("BankTransfer", "Paid")),
    ],
)
def test_how_it_was_paid_is_said_or_follows_from_where_it_stands(
    paying: Shop,
    order_row: Row,
    status: OrderStatus,
    method: PaymentMethod | None,
    becomes: tuple[str, str],
) -> None:
    paying.order("1042", status=status, paid=PaymentStatus.COD_PENDING)
    orders.record_payment(paying.context(), "1042", method)
    row = order_row("1042")
    assert (row.payment_method, row.payment_status) == becomes


@pytest.mark.parametrize(
    ("status", "paid", "why"),
    [
        (OrderStatus.CONFIRMED, PaymentStatus.PAID, "is paid already"),
        (OrderStatus.CANCELLED, PaymentStatus.PENDING, "was called off"),
    ],
)
def test_there_is_no_payment_for_what_nobody_owes(
    paying: Shop, written: Written, status: OrderStatus, paid: PaymentStatus, why: str
) -> None:
    paying.order("1042", status=status, payment=PaymentMethod.UPI, paid=paid)
    before = written()
    with pytest.raises(Refused, match=why):
        orders.record_payment(paying.context(), "1042")
    assert written() == before


def test_who_may_not_write_orders_records_no_payment(paying: Shop, written: Written) -> None:
    paying.order("1042")
    before = written()
    with pytest.raises(NotAllowed):
        orders.record_payment(paying.context(paying.actor(Role.NDR_AGENT)), "1042")
    assert written() == before


def test_a_courier_on_the_way_is_told_to_collect_nothing_unless_it_is_undone(shop: Shop) -> None:
    shop = with_courier(shop, DemoCourier())
    on_the_way(shop)
    change = orders.record_payment(shop.context(), "1042", PaymentMethod.UPI)
    assert change.warnings == ("Delhivery is told to collect nothing for parcel AWB1.",)
    assert [one[:2] for one in told(shop)] == [("collect_nothing", "waiting")]
    orders.undo_payment(shop.context(), change)
    assert [one[:2] for one in told(shop)] == [("collect_nothing", "withdrawn")]


def test_a_courier_who_cannot_be_told_must_be_called(shop: Shop) -> None:
    shop = with_courier(shop, Simple())
    on_the_way(shop)
    change = orders.record_payment(shop.context(), "1042", PaymentMethod.UPI)
    assert change.warnings == (
        "Delhivery still collects cash for parcel AWB1 and cannot be told from here. Call them.",
    )
    assert told(shop) == []


def test_a_link_paid_while_the_courier_has_the_parcel_reaches_the_courier(shop: Shop) -> None:
    provider = DemoPayments()
    shop = shop.with_ports(Ports(payments=provider, couriers={"*": DemoCourier()}))
    on_the_way(shop)
    orders.send_link(shop.context(), "1042")
    shop.session.commit()
    sessions = session_factory(shop.session.get_bind().engine)
    ndr.tell_couriers(sessions, shop.ports, shop.now)
    orders.settle_payments(sessions, shop.ports, shop.now)
    provider.pay(shop.session.scalars(select(PaymentRow.request_key).where(
        PaymentRow.shop_id == shop.id)).one())  # fmt: skip
    orders.settle_payments(sessions, shop.ports, shop.now + timedelta(minutes=5))
    shop.session.rollback()
    collected = select(OutboxRow.payload).where(
        OutboxRow.shop_id == shop.id, OutboxRow.port == "courier"
    )
    (payload,) = shop.session.scalars(collected)
    assert (payload["action"], payload["awb"]) == ("collect_nothing", "AWB1")
    story = [step.reason for step in orders.show(shop.context(), "1042").story]
    assert "Delhivery is told to collect nothing for parcel AWB1." in story


def test_a_booked_parcels_courier_is_told_the_new_address_and_the_old_one_again(
    shop: Shop,
) -> None:
    shop = with_courier(shop, DemoCourier())
    shop.parcel(shop.order("1042"), awb="AWB1", status=ShipmentStatus.MANIFESTED)
    change = orders.change_address(shop.context(), "1042", Correction(line1="7 FC Road"))
    assert "Delhivery is told the new address of parcel AWB1" in change.warnings[0]
    later = replace(shop.context(), now=shop.now + timedelta(minutes=1))
    orders.undo_address(later, change)
    asked = [payload["address"] for action, _, payload in told(shop) if action == "change_address"]
    assert ["7 FC Road" in str(one) for one in asked] == [True, False]
    assert len(asked) == 2


def test_what_a_courier_refuses_is_in_the_orders_story(shop: Shop) -> None:
    shop = with_courier(shop, Unbending())
    shop.parcel(shop.order("1042"), awb="AWB1", status=ShipmentStatus.MANIFESTED)
    orders.change_address(shop.context(), "1042", Correction(line1="7 FC Road"))
    shop.session.commit()
    ndr.tell_couriers(session_factory(shop.session.get_bind().engine), shop.ports, shop.now)
    shop.session.rollback()
    last = orders.show(shop.context(), "1042").story[-1].reason
    assert last.startswith("Delhivery will not do it for parcel AWB1")
    kinds = select(EventRow.kind).where(EventRow.shop_id == shop.id)
    assert "order.courier_must_be_called" in shop.session.scalars(kinds).all()
