"""The order tools: facts for the model, cards for the person, previews before a write."""

import json
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from commerce.access import Role
from commerce.db.tables import EventRow, OrderRow
from commerce.errors import NotAllowed, Refused
from commerce.vocabulary import OrderStatus, PaymentMethod, ShipmentStatus
from commerce.words import LANGUAGES
from tests.builders import Shop
from tools.base import Effect
from tools.cards import OrderCard, TableCard
from tools.order_changes import CancelOrder, HoldOrder, cancel_order, hold_order
from tools.order_list import FindOrders, find_orders
from tools.orders import (
    ShowOrder,
    show_order,
)


def status_of(shop: Shop, number: str) -> str | None:
    return shop.session.scalar(
        select(OrderRow.status).where(OrderRow.shop_id == shop.id, OrderRow.number == number)
    )


def test_how_many_orders_came_today_is_told_with_their_worth(shop: Shop) -> None:
    shop.order("1", total=500)
    shop.order("2", total=700)
    shop.order("3", placed_at=shop.now - timedelta(days=2))
    result = find_orders.run(shop.context(), FindOrders(period="today"))
    assert result.says == "Today: 2 orders, worth ₹1,200."
    assert (result.facts["count"], result.facts["total_rupees"]) == (2, 1200)
    assert result.facts["period"] == {
        "name": "today",
        "first_day": "2026-11-22",
        "last_day": "2026-11-22",
    }


def test_each_order_found_is_told_in_plain_facts(shop: Shop) -> None:
    order = shop.order("1042", total=799, placed_at=shop.now)
    result = find_orders.run(shop.context(), FindOrders())
    assert result.facts["orders"] == [
        {
            "number": "1042",
            "status": "Confirmed",
            "total_rupees": 799,
            "payment_method": "COD",
            "payment_status": "CODPending",
            "channel": "Shopify",
            "placed_at": "2026-11-22T14:30:00+05:30",
            "city": "Pune",
            "customer": "Asha Rao",
        }
    ]
    assert json.loads(json.dumps(result.facts)) == result.facts
    assert order.number == result.mentions[0].id


def test_what_was_asked_for_is_said_again(shop: Shop) -> None:
    shop.order(payment=PaymentMethod.COD, total=6_000)
    asked = FindOrders.model_validate(
        {"status": "Unshipped", "payment": "cod", "place": "Pune", "min_total": "5000"}
    )
    result = find_orders.run(shop.context(), asked)
    assert result.says == (
        "In all: 1 order (not shipped yet, COD, Pune, from ₹5,000), worth ₹6,000."
    )


def test_when_nothing_fits_it_says_so_without_an_empty_table(shop: Shop) -> None:
    result = find_orders.run(shop.context(), FindOrders(period="yesterday"))
    assert (result.says, result.cards) == ("Yesterday: no orders.", ())


def test_rows_can_be_pressed_and_more_can_be_asked_for(shop: Shop) -> None:
    for hours in range(3):
        shop.order(f"10{hours}", placed_at=shop.now - timedelta(hours=hours))
    asked = FindOrders(limit=2, min_total=Decimal("99.50"))
    (card,) = find_orders.run(shop.context(), asked).cards
    assert isinstance(card, TableCard)
    assert [row[0] for row in card.rows] == ["100", "101"]
    assert [tap.tap.arguments for tap in card.taps if tap.tap] == [
        {"order": "100"},
        {"order": "101"},
    ]
    assert card.note == "1 to 2 of 3, newest first"
    (more,) = card.buttons
    assert more.tap is not None
    following = find_orders.run(
        shop.context(), FindOrders.model_validate_json(json.dumps(more.tap.arguments))
    )
    assert [order["number"] for order in following.facts["orders"]] == ["102"]
    (last,) = following.cards
    assert isinstance(last, TableCard)
    assert last.buttons == ()


def test_a_period_of_no_days_is_refused_in_words(shop: Shop) -> None:
    with pytest.raises(Refused, match="2026-02-30 is not a span of days"):
        find_orders.run(shop.context(), FindOrders(period="2026-02-30"))


def test_an_order_is_shown_with_what_the_actor_may_do_next(shop: Shop) -> None:
    shop.order("1042")
    (card,) = show_order.run(shop.context(), ShowOrder(order="#1042")).cards
    assert isinstance(card, OrderCard)
    assert (card.number, card.status, card.total) == ("1042", "Confirmed", "₹799")
    assert [button.tap.tool for button in card.buttons if button.tap] == [
        "hold_order",
        "cancel_order",
    ]


def test_a_shipped_order_offers_to_track_and_nothing_that_would_be_refused(shop: Shop) -> None:
    shop.parcel(shop.order("1042", status=OrderStatus.SHIPPED))
    (card,) = show_order.run(shop.context(), ShowOrder(order="1042")).cards
    assert isinstance(card, OrderCard)
    assert [button.tap.tool for button in card.buttons if button.tap] == ["track_parcel"]


def test_an_order_is_told_whole_in_plain_facts(shop: Shop) -> None:
    kurti = shop.variant("KRT-1", "Cotton Kurti, Blue, M")
    parcel = shop.parcel(
        shop.order("1042", variant=kurti, status=OrderStatus.SHIPPED),
        awb="AWB1",
        status=ShipmentStatus.DELIVERY_FAILED,
    )
    shop.ndr_case(parcel)
    facts = show_order.run(shop.context(), ShowOrder(order="1042")).facts
    assert json.loads(json.dumps(facts)) == facts
    assert (facts["total_rupees"], facts["can_cancel"]) == (799, False)
    assert facts["items"] == [
        {"sku": "KRT-1", "title": "Cotton Kurti, Blue, M", "quantity": 1, "amount_rupees": 799}
    ]
    assert facts["parcels"][0]["awb"] == "AWB1"
    assert facts["open_ndr"]["reason"] == "CustomerNotAvailable"
    assert facts["address"]["pincode"] == "411001"


@pytest.mark.parametrize(
    ("role", "phone", "email"),
    [
        (Role.OPERATOR, "+919812345678", "asha@example.in"),
        (Role.NDR_AGENT, "+919812345678", "asha@example.in"),
        (Role.VIEWER, "••••••5678", "a•••@example.in"),
    ],
)
def test_how_to_reach_the_customer_is_whole_only_for_who_reaches_them(
    shop: Shop, role: Role, phone: str, email: str
) -> None:
    buyer = shop.customer("Asha Rao", phone="+919812345678")
    buyer.email = "asha@example.in"
    order = shop.order(customer=buyer)
    result = show_order.run(shop.context(shop.actor(role)), ShowOrder(order=order.number))
    (card,) = result.cards
    assert isinstance(card, OrderCard)
    assert result.facts["customer"] == {"name": "Asha Rao", "phone": phone, "email": email}
    assert [line.value for line in card.lines if line.label == "Phone"] == [phone]


def test_a_preview_shows_before_and_after_and_changes_nothing(shop: Shop) -> None:
    kurti = shop.variant("KRT-1")
    shop.stock(kurti, shop.warehouse("PUN"), reserved=5)
    order = shop.order("1042", variant=kurti, quantity=2, payment=PaymentMethod.UPI)
    shop.parcel(order, awb="AWB1", status=ShipmentStatus.CREATED)
    assert cancel_order.preview is not None
    preview = cancel_order.preview(shop.context(), CancelOrder(order="1042", reason="no stock"))
    assert preview.title == "Cancel order 1042"
    assert [(d.label, d.before, d.after) for d in preview.differences] == [
        ("Status", "Confirmed", "Cancelled"),
        ("Parcel AWB1", "Not picked up yet", "Cancelled"),
        ("Stock kept: KRT-1 @ PUN", "2 pieces", "0 pieces"),
        ("Cancelled because", "", "no stock"),
    ]
    assert preview.change.warnings == ("₹799 was paid and is not refunded by this.",)
    events = select(func.count(EventRow.id)).where(EventRow.shop_id == shop.id)
    assert (status_of(shop, "1042"), shop.session.scalar(events)) == ("Confirmed", 0)


def test_a_cancelled_order_comes_with_its_change_and_can_be_put_back(shop: Shop) -> None:
    shop.order("1042")
    ctx = shop.context()
    result = cancel_order.run(ctx, CancelOrder(order="1042"))
    assert result.says == "Order 1042 is cancelled."
    assert result.facts["status"] == "Cancelled"
    assert result.change is not None
    assert cancel_order.undo is not None
    cancel_order.undo(ctx, result.change)
    assert status_of(shop, "1042") == "Confirmed"


def test_a_held_order_comes_with_its_change_and_can_be_let_go(shop: Shop) -> None:
    shop.order("1042")
    ctx = shop.context()
    result = hold_order.run(ctx, HoldOrder(order="1042", reason="address doubtful"))
    assert result.says == "Order 1042 is on hold: address doubtful."
    assert result.change is not None
    assert hold_order.undo is not None
    hold_order.undo(ctx, result.change)
    assert status_of(shop, "1042") == "Confirmed"


def test_the_preview_of_a_hold_says_why(shop: Shop) -> None:
    shop.order("1042")
    assert hold_order.preview is not None
    preview = hold_order.preview(shop.context(), HoldOrder(order="1042", reason="risky"))
    assert [(d.label, d.before, d.after) for d in preview.differences] == [
        ("Status", "Confirmed", "On hold"),
        ("On hold because", "", "risky"),
    ]


@pytest.mark.parametrize("role", [Role.VIEWER, Role.NDR_AGENT, Role.CUSTOMER])
def test_writes_are_closed_to_who_may_not_write(shop: Shop, role: Role) -> None:
    buyer = shop.customer()
    shop.order("1042", customer=buyer)
    actor = shop.actor(role, customer=buyer if role is Role.CUSTOMER else None)
    for write, asked in (
        (cancel_order, CancelOrder(order="1042")),
        (hold_order, HoldOrder(order="1042")),
    ):
        assert not write.open_to(actor)
        assert write.preview is not None
        with pytest.raises(NotAllowed):
            write.preview(shop.context(actor), asked)
        with pytest.raises(NotAllowed):
            write.run(shop.context(actor), asked)
    assert status_of(shop, "1042") == "Confirmed"


def test_a_customer_is_not_offered_the_shops_orders(shop: Shop) -> None:
    actor = shop.actor(Role.CUSTOMER, customer=shop.customer())
    assert not find_orders.open_to(actor)
    assert not show_order.open_to(actor)


def test_reads_ask_nobody_and_writes_ask_first() -> None:
    assert [(t.effect, t.asks_first) for t in (find_orders, show_order)] == [
        (Effect.READ, False)
    ] * 2
    assert [(t.effect, t.asks_first) for t in (cancel_order, hold_order)] == [
        (Effect.WRITE, True)
    ] * 2


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", OrderStatus)
def test_every_order_can_be_shown_in_every_language(
    shop: Shop, language: str, status: OrderStatus
) -> None:
    for method in PaymentMethod:
        shop.order(payment=method, status=status)
    ctx = replace(shop.context(), language=language)
    found = find_orders.run(ctx, FindOrders())
    assert found.facts["count"] == len(PaymentMethod)
    shown = show_order.run(ctx, ShowOrder(order=found.mentions[0].id))
    assert shown.facts["status"] == status.value
