from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from agent.planner.recognise import Shop, recognise
from agent.planner.text import read
from agent.planner.thresholds import SURE_NAME
from tools.arguments import Kind


def found(text: str, kind: Kind, shop: Shop) -> list[Any]:
    return [reading.value for reading in recognise(read(text), shop) if reading.kind is kind]


def bounds(text: str, shop: Shop) -> list[tuple[Decimal, str]]:
    readings = recognise(read(text), shop)
    return [(r.value, r.role) for r in readings if r.kind is Kind.MONEY]


@pytest.mark.parametrize(
    ("text", "amount", "role"),
    [
        ("above 5k", 5_000, "min"),
        ("2000 se zyada", 2_000, "min"),
        ("dedh lakh se upar", 150_000, "min"),
        ("under 500 rupees", 500, "max"),
        ("saadhe teen hazaar se kam", 3_500, "max"),
        ("₹1.2 Cr", 12_000_000, ""),
        ("1 lakh 20 hazaar", 120_000, ""),
        ("rs 1,50,000", 150_000, ""),
    ],
)
def test_an_amount_is_read_in_rupees(text: str, amount: int, role: str, known: Shop) -> None:
    assert bounds(text, known) == [(Decimal(amount), role)]


def test_a_range_has_both_bounds(known: Shop) -> None:
    assert bounds("1000 se 2000 ke beech", known) == [
        (Decimal(1000), "min"),
        (Decimal(2000), "max"),
    ]


def test_a_compared_number_is_money_even_where_such_an_order_exists(known: Shop) -> None:
    assert found("orders above 1042", Kind.ORDER, known) == []


@pytest.mark.parametrize("text", ["se10042", "SE 10042", "10042", "SE-10042"])
def test_an_order_number_is_found_however_it_is_typed(text: str, known: Shop) -> None:
    assert "SE-10042" in found(f"cancel {text}".replace("SE 10042", "SE-10042"), Kind.ORDER, known)


def test_an_awb_is_known_by_the_shops_own_parcels(known: Shop) -> None:
    assert found("track 77110045231", Kind.PARCEL, known) == ["77110045231"]


def test_an_id_that_does_not_exist_is_still_an_id(known: Shop) -> None:
    assert found("cancel order 9999", Kind.ORDER, known) == ["9999"]


def test_a_mobile_number_is_a_phone_and_no_parcel(known: Shop) -> None:
    assert found("call 98111 22334", Kind.PHONE, known) == ["+919811122334"]
    assert found("call 98111 22334", Kind.PARCEL, known) == []


def test_a_pincode_is_a_place(known: Shop) -> None:
    assert found("pin 411001 wale", Kind.PLACE, known) == ["411001"]


@pytest.mark.parametrize("text", ["banglore", "bangalore", "blr ke", "बेंगलुरु"])
def test_a_city_is_named_as_the_shop_names_it(text: str, known: Shop) -> None:
    assert found(f"orders {text}", Kind.PLACE, known) == ["Bengaluru"]


def test_a_short_state_needs_capitals_or_company(known: Shop) -> None:
    assert found("UP ke orders", Kind.PLACE, known) == ["Uttar Pradesh"]
    assert found("what is up", Kind.PLACE, known) == []


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("blutooth erbuds kitne bache", "Bluetooth Earbuds"),
        ("kurtis ka stock", "Cotton Kurti"),
        ("stock of KUR-BLU-M", "KUR-BLU-M"),
        ("yoga mat hai kya", "Yoga Mat"),
        ("ईयरबड कितने बचे हैं", "Bluetooth Earbuds"),
    ],
)
def test_a_product_is_found_by_part_of_its_name(text: str, product: str, known: Shop) -> None:
    assert found(text, Kind.PRODUCT, known) == [product]


@pytest.mark.parametrize("text", ["write a poem", "show blue orders", "mat karo"])
def test_ordinary_words_are_no_products(text: str, known: Shop) -> None:
    assert found(text, Kind.PRODUCT, known) == []


def test_a_word_that_sounds_like_everyday_talk_is_no_product(known: Shop) -> None:
    steel = replace(known, words=replace(known.words, titles=("Steel Bottle",)))
    assert found("orders stil not shipped", Kind.PRODUCT, steel) == []


@pytest.mark.parametrize("text", ["orders of yoga kurti", "bluetooth kurti orders"])
def test_a_product_that_fits_only_a_part_of_what_was_said_is_doubtful(
    text: str, known: Shop
) -> None:
    scores = [r.score for r in recognise(read(text), known) if r.kind is Kind.PRODUCT]
    assert scores
    assert max(scores) < SURE_NAME


def test_a_courier_is_found_by_its_nicknames(known: Shop) -> None:
    assert found("delhivry aur xpress bees", Kind.COURIER, known) == ["Delhivery", "XpressBees"]


@pytest.mark.parametrize(("text", "rows"), [("top 5", 5), ("teen sabse bade order", 3)])
def test_a_count_of_rows_is_read(text: str, rows: int, known: Shop) -> None:
    assert found(text, Kind.LIMIT, known) == [rows]


def test_a_customer_is_found_by_a_name_the_shop_knows(known: Shop) -> None:
    assert found("asha ne kya liya", Kind.CUSTOMER, known) == ["Asha Rao"]
