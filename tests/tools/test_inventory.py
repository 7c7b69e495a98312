"""The stock tools: what lies where, and what runs out."""

import json
from dataclasses import replace

import pytest

from commerce.access import Role
from commerce.words import LANGUAGES
from tests.builders import Shop
from tools.cards import TableCard
from tools.inventory import CheckStock, LowStock, check_stock, low_stock


def test_stock_is_told_in_a_sentence_and_a_warehouse_a_row(shop: Shop) -> None:
    kurti = shop.variant("KRT-1", "Cotton Kurti, Blue, M", price=799)
    shop.stock(kurti, shop.warehouse("PUN", "Pune"), on_hand=1_200, reserved=3)
    shop.stock(kurti, shop.warehouse("DEL", "Delhi"), on_hand=5)
    result = check_stock.run(shop.context(), CheckStock(product="blue kurti"))
    assert result.says == (
        "Cotton Kurti, Blue, M: 1,202 pieces free to sell (1,205 on hand, 3 promised to orders)."
    )
    (card,) = result.cards
    assert isinstance(card, TableCard)
    assert card.rows == (
        ("KRT-1", "Cotton Kurti, Blue, M", "DEL, Delhi", "5", "0", "5"),
        ("KRT-1", "Cotton Kurti, Blue, M", "PUN, Pune", "1,200", "3", "1,197"),
    )
    assert (result.facts["free"], result.facts["variants"][0]["price_rupees"]) == (1202, 799)
    assert json.loads(json.dumps(result.facts)) == result.facts


def test_what_is_sold_out_is_said_so(shop: Shop) -> None:
    shop.variant("KRT-1", "Cotton Kurti")
    result = check_stock.run(shop.context(), CheckStock(product="KRT-1"))
    assert result.says.endswith("It is sold out.")


def test_what_runs_out_is_listed_with_how_it_was_counted(shop: Shop) -> None:
    kurti, saree = shop.variant("KRT-1", "Cotton Kurti"), shop.variant("SAR-1", "Silk Saree")
    pune = shop.warehouse()
    shop.stock(kurti, pune, on_hand=6)
    shop.stock(saree, pune, on_hand=0)
    shop.order(variant=kurti, quantity=60, total=6_000)
    shop.order(variant=saree, quantity=3, total=300)
    result = low_stock.run(shop.context(), LowStock(limit=1))
    assert result.says == (
        "2 variants are sold out or will be within 7 days; 1 sold out already. "
        "Most urgent: Silk Saree."
    )
    assert (result.facts["count"], result.facts["sold_out"], result.facts["shown"]) == (2, 1, 1)
    assert result.facts["variants"] == [
        {
            "sku": "SAR-1",
            "title": "Silk Saree",
            "free": 0,
            "sold": 3,
            "revenue_rupees": 300,
            "per_day": 0.1,
            "days_left": 0.0,
        }
    ]
    (card,) = result.cards
    assert isinstance(card, TableCard)
    assert "pieces sold a day over the last 30 days" in card.note


def test_when_nothing_runs_out_it_says_so(shop: Shop) -> None:
    result = low_stock.run(shop.context(), LowStock(days=1))
    assert (result.says, result.cards) == ("Nothing that sells will run out within 1 day.", ())


def test_a_customer_is_not_offered_stock(shop: Shop) -> None:
    actor = shop.actor(Role.CUSTOMER, customer=shop.customer())
    assert not check_stock.open_to(actor)
    assert not low_stock.open_to(actor)


@pytest.mark.parametrize("language", LANGUAGES)
def test_stock_is_told_in_every_language(shop: Shop, language: str) -> None:
    shop.order(variant=shop.variant("KRT-1", "Cotton Kurti"))
    ctx = replace(shop.context(), language=language)
    assert "Cotton Kurti" in check_stock.run(ctx, CheckStock(product="KRT-1")).says
    assert "Cotton Kurti" in low_stock.run(ctx, LowStock()).says
