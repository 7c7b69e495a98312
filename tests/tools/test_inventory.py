"""The stock tools: what lies where, and what runs out."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from commerce.access import Role
from commerce.inventory import StockReason, StockStep
from commerce.words import LANGUAGES
from tests.builders import Shop
from tools.cards import TableCard
from tools.inventory import (
    AdjustStock,
    CheckStock,
    FindDeadStock,
    LowStock,
    adjust_stock,
    check_stock,
    dead_stock,
    low_stock,
)


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


def test_dead_stock_tells_the_money_that_lies_in_it(shop: Shop) -> None:
    kurti, pune = shop.variant("KRT-1", "Cotton Kurti", cost=300), shop.warehouse()
    shop.stock(kurti, pune, on_hand=4)
    shop.order(variant=kurti, placed_at=shop.now - timedelta(days=100))
    result = dead_stock.run(shop.context(), FindDeadStock())
    assert result.says == (
        "1 variant has not sold for 90 days or more: 4 pieces, ₹1,200 at cost. "
        "Most money lies in Cotton Kurti."
    )
    assert result.facts["variants"] == [
        {
            "sku": "KRT-1",
            "title": "Cotton Kurti",
            "on_hand": 4,
            "value_rupees": 1200,
            "last_sold_at": "2026-08-14T00:00:00+05:30",
            "since": "2026-08-14",
            "days_without_sale": 100,
        }
    ]
    (card,) = result.cards
    assert isinstance(card, TableCard)
    assert card.rows == (("KRT-1", "Cotton Kurti", "4", "₹1,200", "14 Aug 2026", "100"),)
    assert card.taps[0].tap is not None
    assert card.taps[0].tap.arguments == {"product": "KRT-1"}


def test_a_change_of_stock_is_shown_before_and_told_after(shop: Shop) -> None:
    shop.stock(shop.variant("KRT-1"), shop.warehouse("PUN"), on_hand=10)
    asked = AdjustStock(product="KRT-1", quantity=4, reason=StockReason.LOST)
    assert adjust_stock.preview is not None
    preview = adjust_stock.preview(shop.context(), asked)
    assert preview.title == "Change the stock of KRT-1 @ PUN?"
    assert [(d.label, d.before, d.after) for d in preview.differences] == [
        ("On hand", "10", "6"),
        ("Because", "", "Lost"),
    ]
    result = adjust_stock.run(shop.context(), asked)
    assert result.says == "KRT-1 @ PUN: 10 → 6 on hand."
    assert result.change is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_of_a_change_has_its_word(shop: Shop, language: str) -> None:
    shop.stock(shop.variant("KRT-1"), shop.warehouse(), on_hand=10)
    ctx = replace(shop.context(), language=language)
    assert adjust_stock.preview is not None
    words = {
        adjust_stock.preview(
            ctx, AdjustStock(product="KRT-1", quantity=3, step=StockStep.SET, reason=reason)
        )
        .differences[1]
        .after
        for reason in StockReason
    }
    assert len(words) == len(StockReason)
    assert "90" in dead_stock.run(ctx, FindDeadStock()).says


@pytest.mark.parametrize("language", LANGUAGES)
def test_stock_is_told_in_every_language(shop: Shop, language: str) -> None:
    shop.order(variant=shop.variant("KRT-1", "Cotton Kurti"))
    ctx = replace(shop.context(), language=language)
    assert "Cotton Kurti" in check_stock.run(ctx, CheckStock(product="KRT-1")).says
    assert "Cotton Kurti" in low_stock.run(ctx, LowStock()).says
