"""Customers are asked about orders before these leave: once, where they are wanted, and heard."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from agent.planner import Planner
from app.outreach import ask_due
from channels.contents import PromptBody
from commerce import outreach, settings
from commerce.access import Role
from commerce.db import session_factory
from commerce.db.tables import (
    CustomerPromptRow,
    CustomerRow,
    DeliveryRow,
    OrderHistoryRow,
    OrderRow,
    PaymentRow,
)
from commerce.errors import Refused
from commerce.outreach import Lack, PromptKind
from commerce.outreach.rules import lack_of
from commerce.ports import Ports
from commerce.settings import Setting
from commerce.vocabulary import OrderStatus, PaymentMethod, ShipmentStatus
from integrations.demo_payments import DemoPayments
from tests.agent.conftest import Bench, Clock
from tests.builders import Shop
from tests.channels.test_asked_customers import PHONE, Phones, phones
from tools.own_changes import ConfirmMyOrder, PayOnline, confirm_my_order, pay_online


def switched(shop: Shop, setting: Setting, value: str = "on") -> None:
    settings.change_setting(shop.context(shop.actor(Role.OWNER)), setting, value)


def placed(
    shop: Shop, *, status: OrderStatus = OrderStatus.PENDING, line1: str = "12 MG Road",
    payment: PaymentMethod = PaymentMethod.COD,
) -> OrderRow:  # fmt: skip
    """Let Asha order something."""
    asha = shop.customer("Asha Rao", phone=PHONE)
    address = shop.address(asha, line1=line1)
    return shop.order("SE-10042", customer=asha, address=address, status=status, payment=payment)


def buyer_of(shop: Shop, order: OrderRow) -> CustomerRow:
    query = select(CustomerRow).where(CustomerRow.shop_id == shop.id)
    return shop.session.scalars(query.where(CustomerRow.id == order.customer_id)).one()


def asks(engine: Engine, shop: Shop, *, can_pay: bool = True) -> int:
    shop.session.commit()
    return ask_due(session_factory(engine), ("whatsapp",), shop.now, can_pay=can_pay)


def asked(shop: Shop) -> list[PromptBody]:
    rows = shop.session.scalars(
        select(DeliveryRow).where(DeliveryRow.shop_id == shop.id).order_by(DeliveryRow.id)
    )
    return [PromptBody.model_validate(row.body) for row in rows]


def test_a_cash_order_is_asked_about_once_by_the_template_with_its_values(
    engine: Engine, shop: Shop
) -> None:
    switched(shop, Setting.ASK_CONFIRM)
    switched(shop, Setting.PREPAID_DISCOUNT, "5 %")
    placed(shop)
    assert [asks(engine, shop), asks(engine, shop)] == [1, 0]
    (body,) = asked(shop)
    assert body.text == (
        "Namaste Asha Rao, this is Test Shop. You ordered SE-10042 for ₹799, to be paid in cash, "
        "to: 12 MG Road, Pune, Maharashtra, 411001. Shall we send it?"
    )
    assert (body.template, body.variables["total"]) == ("cod_confirmation", "₹799")
    assert [one.label for one in body.buttons] == [
        "Yes, send it", "Change address", "Pay now, 5% off", "Cancel it",
    ]  # fmt: skip


def test_the_question_stands_in_the_story_of_the_order(engine: Engine, shop: Shop) -> None:
    switched(shop, Setting.ASK_CONFIRM)
    order = placed(shop)
    asks(engine, shop)
    reasons = shop.session.scalars(
        select(OrderHistoryRow.reason)
        .where(OrderHistoryRow.shop_id == shop.id, OrderHistoryRow.order_id == order.id)
        .order_by(OrderHistoryRow.id)
    ).all()
    assert reasons[-1] == "The customer was asked on WhatsApp to confirm"


def test_paying_is_not_offered_where_nobody_takes_payments(engine: Engine, shop: Shop) -> None:
    switched(shop, Setting.ASK_CONFIRM)
    placed(shop)
    asks(engine, shop, can_pay=False)
    assert "pay_online" not in str(asked(shop))


@pytest.mark.parametrize("status", [OrderStatus.ON_HOLD, OrderStatus.SHIPPED])
def test_an_order_that_is_held_or_gone_is_not_asked_about(
    engine: Engine, shop: Shop, status: OrderStatus
) -> None:
    switched(shop, Setting.ASK_CONFIRM)
    placed(shop, status=status)
    assert asks(engine, shop) == 0


def test_an_order_whose_parcel_the_courier_has_is_not_asked_about(
    engine: Engine, shop: Shop
) -> None:
    switched(shop, Setting.ASK_CONFIRM)
    order = placed(shop, status=OrderStatus.PROCESSING)
    shop.parcel(order, status=ShipmentStatus.PICKED_UP)
    assert asks(engine, shop) == 0


def test_until_the_shop_switches_it_on_nobody_is_asked(engine: Engine, shop: Shop) -> None:
    placed(shop)
    assert asks(engine, shop) == 0


def test_who_cannot_be_reached_is_written_down_and_not_tried_again(
    engine: Engine, shop: Shop
) -> None:
    switched(shop, Setting.ASK_CONFIRM)
    order = placed(shop)
    buyer_of(shop, order).phone = None
    assert asks(engine, shop) == 0
    query = select(CustomerPromptRow.kind, CustomerPromptRow.why_not)
    rows = shop.session.execute(query.where(CustomerPromptRow.shop_id == shop.id)).all()
    assert [tuple(row) for row in rows] == [("confirm", "contact")]


def test_a_paid_order_is_asked_about_only_where_its_address_lacks_something(
    engine: Engine, shop: Shop
) -> None:
    switched(shop, Setting.ASK_ADDRESS)
    placed(shop, payment=PaymentMethod.UPI, line1="Opposite the school")
    shop.order("SE-10043", payment=PaymentMethod.UPI)
    assert asks(engine, shop) == 1
    (body,) = asked(shop)
    assert "We see no house or flat number in it" in body.text
    assert body.template == "address_check"


def test_a_cash_order_with_a_doubtful_address_is_asked_about_once_for_both(
    engine: Engine, shop: Shop
) -> None:
    switched(shop, Setting.ASK_CONFIRM)
    switched(shop, Setting.ASK_ADDRESS)
    placed(shop, line1="Opposite the school")
    assert asks(engine, shop) == 1
    assert "no house or flat number" in asked(shop)[0].text


@pytest.mark.parametrize(
    ("line1", "pincode", "lack"),
    [
        ("12 MG Road", "411001", None),
        ("Near temple", "411001", Lack.HOUSE),
        ("12 MG Road", "110001", Lack.PINCODE),
        ("12 asdfghjkl", "411001", Lack.SENSE),
    ],
)
def test_what_an_address_lacks(line1: str, pincode: str, lack: Lack | None) -> None:
    assert lack_of(line1, "", "", pincode, "Maharashtra") is lack


def test_the_customers_word_confirms_a_pending_order_and_is_taken_back(shop: Shop) -> None:
    order = placed(shop)
    buyer = buyer_of(shop, order)
    ctx = shop.context(shop.actor(Role.CUSTOMER, customer=buyer))
    result = confirm_my_order.run(ctx, ConfirmMyOrder())
    assert (order.status, order.tags) == ("Confirmed", ["customer-confirmed"])
    with pytest.raises(Refused):
        confirm_my_order.run(ctx, ConfirmMyOrder(order="SE-10042"))
    assert confirm_my_order.undo is not None
    assert result.change is not None
    confirm_my_order.undo(ctx, result.change)
    assert (order.status, order.tags) == ("Pending", [])


def test_an_order_that_has_left_is_not_confirmed_any_more(shop: Shop) -> None:
    order = placed(shop, status=OrderStatus.SHIPPED)
    shop.parcel(order)
    buyer = buyer_of(shop, order)
    with pytest.raises(Refused, match="needs no confirmation"):
        confirm_my_order.run(
            shop.context(shop.actor(Role.CUSTOMER, customer=buyer)), ConfirmMyOrder()
        )
    assert order.tags == []


def test_who_pays_before_it_leaves_saves_what_the_shop_offers(shop: Shop) -> None:
    switched(shop, Setting.PREPAID_DISCOUNT, "10")
    order = placed(shop)
    selling = shop.with_ports(Ports(payments=DemoPayments()))
    buyer = buyer_of(shop, order)
    ctx = selling.context(selling.actor(Role.CUSTOMER, customer=buyer))
    pay_online.run(ctx, PayOnline())
    row = shop.session.scalars(select(PaymentRow).where(PaymentRow.shop_id == shop.id)).one()
    assert row.amount_minor == 71_910


def test_who_pays_after_it_left_pays_the_whole(shop: Shop) -> None:
    switched(shop, Setting.PREPAID_DISCOUNT, "10")
    order = placed(shop, status=OrderStatus.SHIPPED)
    shop.parcel(order, status=ShipmentStatus.DELIVERY_FAILED)
    selling = shop.with_ports(Ports(payments=DemoPayments()))
    buyer = buyer_of(shop, order)
    pay_online.run(selling.context(selling.actor(Role.CUSTOMER, customer=buyer)), PayOnline())
    row = shop.session.scalars(select(PaymentRow).where(PaymentRow.shop_id == shop.id)).one()
    assert row.amount_minor == 79_900


@pytest.fixture
def bench(engine: Engine, session: Session, shop: Shop, tmp_path: Path, database_url: str) -> Bench:
    """A shop with an assistant to put together over it, that has cash orders confirmed."""
    switched(shop, Setting.ASK_CONFIRM)
    placed(shop)
    session.commit()
    return Bench(
        engine=engine, session=session, clock=Clock(shop.now),
        shop=shop.with_ports(Ports(payments=DemoPayments())), runs=tmp_path / "runs.db",
        url=database_url,
    )  # fmt: skip


def status_of(bench: Bench) -> str:
    bench.session.rollback()
    query = select(OrderRow.status).where(OrderRow.shop_id == bench.shop.id)
    return bench.session.scalars(query).one()


async def answered(bench: Bench, folder: Path, answer: str, *, press: bool = False) -> Phones:
    async with bench.assistant(Planner(None)) as assistant:
        asha = phones(bench, assistant, folder)
        asha.shows()
        await (asha.presses(answer) if press else asha.writes(answer))
        if "Approve" in [one.button.label for one in asha.pigeons.took[-1][2].choices]:
            await asha.presses("Approve")
    return asha


async def test_one_press_confirms_the_order(bench: Bench, tmp_path: Path) -> None:
    asha = await answered(bench, tmp_path, "Yes, send it", press=True)
    assert status_of(bench) == OrderStatus.CONFIRMED
    assert asha.shows()[-1].startswith("Thank you. Order SE-10042 is confirmed")


@pytest.mark.parametrize("said", ["haan bhej do", "yes please send it", "हाँ, ऑर्डर भेज दो"])
async def test_a_yes_in_words_confirms_it(bench: Bench, tmp_path: Path, said: str) -> None:
    await answered(bench, tmp_path, said)
    assert status_of(bench) == OrderStatus.CONFIRMED


async def test_cancelling_by_a_press_takes_a_yes(bench: Bench, tmp_path: Path) -> None:
    await answered(bench, tmp_path, "Cancel it", press=True)
    assert status_of(bench) == OrderStatus.CANCELLED


def test_asking_is_switched_by_either_door(shop: Shop) -> None:
    outreach.switch(shop.context(shop.actor(Role.OWNER)), PromptKind.CONFIRM, on=True)
    assert settings.settings_of(shop.context(shop.actor(Role.OWNER))).asks == ("confirm",)
    switched(shop, Setting.ASK_CONFIRM, "band karo")
    assert not outreach.is_on(shop.session, shop.id, PromptKind.CONFIRM)
