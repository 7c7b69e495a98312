"""Prices beside what others ask."""

from datetime import timedelta

import pytest

from commerce import pricing
from commerce.access import Role
from commerce.db.tables import CompetitorPriceRow, VariantRow
from commerce.errors import NotAllowed
from tests.builders import Shop
from tools.cards import TableCard
from tools.pricing import ComparePrices, compare_prices


def _seen(shop: Shop, variant: VariantRow, competitor: str, rupees: int, days_ago: int) -> None:
    shop.session.add(
        CompetitorPriceRow(
            shop_id=shop.id, variant_id=variant.id, competitor=competitor,
            price_minor=rupees * 100, at=shop.now - timedelta(days=days_ago),
        )
    )  # fmt: skip
    shop.session.flush()


def test_our_price_stands_beside_the_latest_of_each_competitor(
    shop: Shop, other_shop: Shop
) -> None:
    kurti = shop.variant("KRT-1", "Cotton Kurti", price=800, mrp=1299)
    _seen(shop, kurti, "Myntra", 600, days_ago=40)
    _seen(shop, kurti, "Myntra", 760, days_ago=3)
    _seen(shop, kurti, "Ajio", 900, days_ago=20)
    _seen(other_shop, other_shop.variant("KRT-1"), "Myntra", 1, days_ago=1)
    result = compare_prices.run(shop.context(), ComparePrices(product="KRT-1"))
    assert result.says == (
        "Cotton Kurti: our price ₹800, MRP ₹1,299. Cheapest elsewhere: Myntra, ₹760 "
        "(below ours; seen 3 days ago). 1 of 2 prices are old and may have changed."
    )
    (card,) = result.cards
    assert isinstance(card, TableCard)
    assert card.rows == (
        ("Our price", "₹800", "", ""),
        ("MRP", "₹1,299", "", ""),
        ("Myntra", "₹760", "5% below", "3 days ago"),
        ("Ajio", "₹900", "12.5% above", "20 days ago"),
    )
    assert [c["stale"] for c in result.facts["variants"][0]["competitors"]] == [False, True]


def test_where_nobody_looked_it_says_so(shop: Shop) -> None:
    shop.variant("KRT-1", "Cotton Kurti", price=800, mrp=1299)
    result = compare_prices.run(shop.context(), ComparePrices(product="KRT-1"))
    assert result.says.endswith("No competitor's price is known.")


def test_a_customer_may_not_compare_prices(shop: Shop) -> None:
    shop.variant("KRT-1")
    ctx = shop.context(shop.actor(Role.CUSTOMER, customer=shop.customer()))
    with pytest.raises(NotAllowed):
        pricing.compare(ctx, "KRT-1")
