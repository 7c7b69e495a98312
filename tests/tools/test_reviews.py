"""Reviews in chat: shares, complaints with quotes, and silence where there are too few."""

from dataclasses import replace
from datetime import timedelta

import pytest

from commerce.access import Role
from commerce.db.tables import ReviewRow, VariantRow
from commerce.words import LANGUAGES
from tests.builders import Shop
from tools.cards import ChartCard, MetricsCard, TableCard, TextCard
from tools.reviews import ReviewSentiment, review_sentiment

KURTI = (
    (1, "Size chota aaya, call 98123 45678", 3),
    (2, "Rang nikal gaya pehli dhulai me", 8),
    (5, "Bahut accha kapda hai", 12),
    (4, "Soft fabric, perfect fit", 20),
    (1, "Size is too small", 40),
    (3, "theek thaak", 50),
    (5, "paisa vasool", 100),
    (5, "Love it", 110),
    (4, "mast quality", 120),
    (5, "Fit perfect", 130),
    (5, "बहुत बढ़िया", 140),
)


def write_reviews(shop: Shop, variant: VariantRow, told: tuple[tuple[int, str, int], ...]) -> None:
    """Let customers write: stars, text, and how many days ago."""
    for stars, text, days in told:
        shop.session.add(
            ReviewRow(
                shop_id=shop.id, product_id=variant.product_id, customer_id=None, rating=stars,
                text=text, language="en", at=shop.now - timedelta(days=days),
            )
        )  # fmt: skip
    shop.session.flush()


@pytest.fixture
def told(shop: Shop, other_shop: Shop) -> Shop:
    """A shop whose kurti is complained of, beside a shop whose reviews are its own."""
    write_reviews(shop, shop.variant("KUR-1"), KURTI)
    write_reviews(shop, shop.variant("LMP-1", "Table Lamp"), ((1, "bakwas, toota hua aaya", 2),))
    write_reviews(other_shop, other_shop.variant("KUR-1"), ((1, "worst", 1),) * 9)
    return shop


def test_a_product_is_told_with_what_people_complain_of(told: Shop) -> None:
    result = review_sentiment.run(told.context(), ReviewSentiment(product="kurti"))
    assert result.says == (
        "Cotton Kurti: 6 reviews from 25 Aug 2026 to 22 Nov 2026: 3 negative, 2 positive "
        "(50% negative), 2.7 ★ on average. Most complained of: size and fit (2)."
    )
    assert result.facts["before"]["negative_share"] == 0
    size, colour = result.facts["complaints"]
    assert (size["aspect"], size["share"], size["share_before"]) == ("size", 0.3333, 0.0)
    assert size["quotes"] == ["Size chota aaya, call •••", "Size is too small"]
    assert (colour["aspect"], colour["reviews"]) == ("colour", 1)
    figures, complaints, quotes = result.cards
    assert isinstance(figures, MetricsCard)
    assert isinstance(complaints, TableCard)
    assert isinstance(quotes, TextCard)
    assert [metric.value for metric in figures.metrics] == ["6", "50%", "33.3%", "2.7 ★"]


def test_of_few_reviews_no_share_is_said(told: Shop) -> None:
    result = review_sentiment.run(told.context(), ReviewSentiment(product="lamp"))
    assert result.says.endswith(
        "1 negative, 0 positive. Too few to say a share. Most complained of: damage (1)."
    )
    assert result.facts["negative_share"] is None


def test_over_all_products_the_one_liked_least_stands_out(told: Shop) -> None:
    result = review_sentiment.run(told.context(), ReviewSentiment(period="last_12_months"))
    assert result.facts["reviews"] == 12
    (worst,) = result.facts["worst_products"]
    assert (worst["product"], worst["reviews"]) == ("Cotton Kurti", 11)
    low, high = worst["between"]
    assert low < worst["negative_share"] < high
    taps = [card.taps for card in result.cards if isinstance(card, TableCard) and card.taps]
    assert taps[0][0].tap is not None
    assert taps[0][0].tap.arguments == {"product": "Cotton Kurti", "period": "last_12_months"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_reviews_are_told_in_every_language(told: Shop, language: str) -> None:
    days = (5, 6, 7, 8, 9, 35, 36, 37, 38, 39)
    write_reviews(told, told.variant("MUG-1", "Mug"), tuple((1, "bad", day) for day in days))
    ctx = replace(told.context(), language=language)
    result = review_sentiment.run(ctx, ReviewSentiment(product="mug"))
    assert "Mug" in result.says
    assert any(isinstance(card, ChartCard) for card in result.cards)
    assert review_sentiment.run(ctx, ReviewSentiment(product="mug", period="today")).says


def test_a_customer_is_not_offered_what_others_write(shop: Shop) -> None:
    actor = shop.actor(Role.CUSTOMER, customer=shop.customer())
    assert not review_sentiment.open_to(actor)
