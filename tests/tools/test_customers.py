"""Buyers in chat, as they come out in sentences, cards and facts."""

from dataclasses import replace
from datetime import timedelta

import pytest

from commerce.access import Role
from commerce.customers import CustomerSegment, CustomerSort
from commerce.errors import Ambiguous
from commerce.vocabulary import OrderStatus, PaymentMethod, ShipmentStatus
from commerce.words import LANGUAGES
from tests.builders import Shop
from tests.conftest import database_url  # noqa: F401  # On both.
from tools.cards import MetricsCard, TableCard, TextCard
from tools.customers import ListCustomers, ShowCustomer, list_customers, show_customer


@pytest.fixture
def asha(shop: Shop) -> Shop:
    """A shop whose Asha bought, returned, refused, and waits for a parcel."""
    buyer = shop.customer("Asha Rao", phone="+919812345678")
    home = shop.address(buyer)
    for number, status, days in (
        ("1001", OrderStatus.DELIVERED, 90),
        ("1002", OrderStatus.RETURNED, 60),
        ("1003", OrderStatus.RTO, 40),
    ):
        shop.order(
            number, customer=buyer, address=home, status=status, total=1000,
            placed_at=shop.now - timedelta(days=days),
        )  # fmt: skip
    last = shop.order(
        "1004", customer=buyer, address=home, status=OrderStatus.SHIPPED, total=500,
        payment=PaymentMethod.UPI,
    )  # fmt: skip
    shop.parcel(last, awb="14300001", status=ShipmentStatus.IN_TRANSIT)
    return shop


@pytest.mark.parametrize("said", ["asha", "98123 45678", "1002", "#1004", "order 1003"])
def test_a_buyer_is_shown_whole_by_name_phone_or_order(asha: Shop, said: str) -> None:
    result = show_customer.run(asha.context(), ShowCustomer(customer=said))
    assert result.says == (
        "Asha Rao: 4 orders, ₹1,500 bought (3 COD, 1 prepaid). Of 3 that have ended, "
        "1 were returned and 1 refused. Last order 1004 on 22 Nov 2026: Shipped. 1 parcel is open."
    )
    assert (result.facts["bought"], result.facts["spent_rupees"]) == (2, 1500)
    assert (result.facts["returned"], result.facts["refused"], result.facts["ended"]) == (1, 1, 3)
    assert result.facts["segments"] == ["repeat", "frequent_returners"]
    assert [parcel["awb"] for parcel in result.facts["open_parcels"]] == ["14300001"]
    assert result.facts["addresses"] == ["12 MG Road, Pune, Maharashtra, 411001"]
    figures, orders, parcels, reached = result.cards
    assert isinstance(figures, MetricsCard)
    assert isinstance(orders, TableCard)
    assert isinstance(parcels, TableCard)
    assert isinstance(reached, TextCard)
    assert reached.body.startswith("+919812345678")
    assert orders.taps[0].tap is not None
    assert orders.taps[0].tap.arguments == {"order": "1004"}


def test_who_only_looks_sees_no_whole_phone_number(asha: Shop) -> None:
    ctx = asha.context(asha.actor(Role.VIEWER))
    result = show_customer.run(ctx, ShowCustomer(customer="Asha Rao"))
    assert "9812345678" not in result.model_dump_json()
    assert result.facts["phone"] == "••••••5678"


def test_namesakes_are_told_apart_by_an_order_of_theirs(shop: Shop) -> None:
    for number, city in (("1001", "Pune"), ("1002", "Surat")):
        buyer = shop.customer("Asha Rao")
        shop.order(number, customer=buyer, address=shop.address(buyer, city=city))
    with pytest.raises(Ambiguous, match="2 customers fit asha") as error:
        show_customer.run(shop.context(), ShowCustomer(customer="asha"))
    assert error.value.choices == (
        ("1001", "Asha Rao, Pune (order 1001)"),
        ("1002", "Asha Rao, Surat (order 1002)"),
    )


def test_buyers_of_a_kind_are_counted_and_each_row_opens_one(asha: Shop) -> None:
    result = list_customers.run(
        asha.context(), ListCustomers(segment=CustomerSegment.FREQUENT_RETURNERS)
    )
    assert result.says == "1 frequent returner, ₹1,500 bought in all. Most spent: Asha Rao."
    (card,) = result.cards
    assert isinstance(card, TableCard)
    assert card.rows == (("Asha Rao", "4", "₹1,500", "2 of 3", "22 Nov 2026"),)
    assert card.note == (
        "1 of 1, most spent first. Frequent returner: at least 2 orders returned or refused, "
        "and at least 40% of those that ended."
    )
    assert card.taps[0].tap is not None
    assert card.taps[0].tap.arguments == {"customer": "1004"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_buyers_are_told_in_every_language(asha: Shop, language: str) -> None:
    ctx = replace(asha.context(), language=language)
    assert "Asha Rao" in show_customer.run(ctx, ShowCustomer(customer="asha")).says
    for sort in CustomerSort:
        for segment in (*CustomerSegment, None):
            assert list_customers.run(ctx, ListCustomers(segment=segment, sort=sort)).says


def test_a_customer_is_not_offered_other_customers(shop: Shop) -> None:
    actor = shop.actor(Role.CUSTOMER, customer=shop.customer())
    assert not show_customer.open_to(actor)
    assert not list_customers.open_to(actor)
