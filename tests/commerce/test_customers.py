"""Customers and places as people name them."""

import pytest

from commerce import customers
from commerce.access import Role
from commerce.customers import rules
from commerce.errors import NotAllowed, NotFound
from tests.builders import Shop


@pytest.mark.parametrize(
    "said", ["asha rao", "Asha  Rao", "asha", "Rao", "+919812345678", "98123 45678", "09812345678"]
)
def test_a_customer_is_known_by_name_or_phone(shop: Shop, said: str) -> None:
    asha = shop.customer("Asha Rao", phone="+919812345678")
    shop.customer("Vikram Shah")
    assert [found.id for found in customers.find(shop.context(), said)] == [asha.id]


def test_a_whole_name_keeps_out_those_who_share_a_word_of_it(shop: Shop) -> None:
    asha = shop.customer("Asha")
    shop.customer("Asha Rao")
    assert [found.id for found in customers.find(shop.context(), "asha")] == [asha.id]


def test_a_customer_of_another_shop_is_not_found(shop: Shop, other_shop: Shop) -> None:
    other_shop.customer("Asha Rao")
    with pytest.raises(NotFound, match="no customer Asha Rao"):
        customers.find(shop.context(), "Asha Rao")


def test_a_percent_sign_is_no_wildcard(shop: Shop) -> None:
    shop.customer("Asha Rao")
    with pytest.raises(NotFound):
        customers.find(shop.context(), "%")


def test_a_customer_may_not_look_for_customers(shop: Shop) -> None:
    asha = shop.customer("Asha Rao")
    with pytest.raises(NotAllowed):
        customers.find(shop.context(shop.actor(Role.CUSTOMER, customer=asha)), "Asha Rao")


@pytest.mark.parametrize(
    ("said", "stored"),
    [("Bangalore", "bengaluru"), ("bengaluru", "bangalore"), ("UP", "uttar pradesh")],
)
def test_a_place_is_known_by_its_former_name(said: str, stored: str) -> None:
    assert stored in rules.spellings(said)


@pytest.mark.parametrize(
    ("said", "is_one"), [("411001", True), ("411 001", True), ("41100", False)]
)
def test_a_pincode_has_six_digits(said: str, is_one: bool) -> None:
    assert rules.is_pincode(said) is is_one
