"""How customers stand, in chat: fifths, health, who to win back, and scores that add up."""

from datetime import timedelta
from pathlib import Path

import pytest

from commerce.customers.standing import BuyerKind, BuyerSort
from commerce.ports import Ports
from commerce.scoring import Scorers, Store, churn, customer_value, silently
from commerce.scoring.blobs import FileBlobs
from commerce.vocabulary import OrderStatus
from commerce.words import LANGUAGES
from tests.builders import Shop
from tools.cards import ChartCard, MetricsCard, TableCard, TextCard
from tools.customers import ListCustomers, ShowCustomer, list_customers, show_customer


@pytest.fixture
def crowd(shop: Shop, other_shop: Shop) -> Shop:
    """Sixty who bought once; Meera, who came every ten days and fell silent; and a refuser."""
    for place in (shop, other_shop):
        for k in range(60):
            buyer = place.customer(f"Buyer {k:02d}")
            home = place.address(buyer)
            place.order(
                f"{3000 + k}", customer=buyer, address=home, status=OrderStatus.DELIVERED,
                total=500, placed_at=place.now - timedelta(days=300 - 4 * k),
            )  # fmt: skip
    for name, status in (("Meera Iyer", OrderStatus.DELIVERED), ("Ravi Rao", OrderStatus.RTO)):
        buyer = shop.customer(name)
        home = shop.address(buyer)
        for k in range(6):
            shop.order(
                f"{name[:2]}{k}", customer=buyer, address=home, status=status, total=2000,
                placed_at=shop.now - timedelta(days=140 - 10 * k),
            )  # fmt: skip
    return shop


def test_a_customer_is_placed_by_what_was_delivered(crowd: Shop) -> None:
    result = show_customer.run(crowd.context(), ShowCustomer(customer="Meera Iyer"))
    told = result.facts["standing"]
    assert (told["segment"], told["frequency"], told["money"]) == ("champions", 5, 5)
    assert (told["days_since_last_delivered_order"], told["usual_gap_days"]) == (90, 10)
    assert told["win_back"]
    assert told["health"] == 50 + sum(part["points"] for part in told["health_reasons"])
    # Nothing was learnt here, so nothing is foretold.
    assert told["chance_to_stay_away"] is None
    assert told["next_12_months"] is None
    refuser = show_customer.run(crowd.context(), ShowCustomer(customer="Ravi Rao"))
    assert refuser.facts["standing"] is None


def test_who_to_win_back_are_those_silent_for_longer_than_suits_them(crowd: Shop) -> None:
    result = list_customers.run(crowd.context(), ListCustomers(segment=BuyerKind("win_back")))
    assert result.says == (
        "To win back: 1 customer, ₹12,000 kept in all. First by money: Meera Iyer."
    )
    (card,) = result.cards
    assert isinstance(card, TableCard)
    assert card.rows == (("Meera Iyer", "Champions", "6", "24 Aug 2026", "–"),)


def test_every_customer_who_kept_something_is_of_one_kind(crowd: Shop) -> None:
    kinds = [
        kind for kind in BuyerKind
        if kind.value not in ("vip", "new", "repeat", "one_time", "lapsed", "frequent_returners",
                              "win_back")
    ]  # fmt: skip
    found = [list_customers.run(crowd.context(), ListCustomers(segment=kind)) for kind in kinds]
    assert sum(result.facts["count"] for result in found) == 61
    assert len(kinds) == 11


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_by_standing_are_told_in_every_language(crowd: Shop, language: str) -> None:
    ctx = crowd.context(language=language)
    for sort in BuyerSort:
        assert list_customers.run(ctx, ListCustomers(sort=sort)).says
    assert show_customer.run(ctx, ShowCustomer(customer="Meera Iyer")).cards


@pytest.mark.slow
def test_what_is_learnt_is_said_with_reasons_that_add_up(shop: Shop, tmp_path: Path) -> None:
    for k in range(420):
        buyer = shop.customer(f"Buyer {k:03d}")
        home = shop.address(buyer)
        for n in range(1 + k % 7):
            shop.order(
                f"{k}-{n}", customer=buyer, address=home, status=OrderStatus.DELIVERED, total=700,
                placed_at=shop.now - timedelta(days=max(330 - k % 11 * 20 - n * (15 + k % 5), 22)),
            )  # fmt: skip
    store = Store(FileBlobs(tmp_path))
    for definition in (churn.DEFINITION, customer_value.DEFINITION):
        trained = definition.train(shop.context(), None, silently)
        version = store.add(shop.id, definition.name, trained, shop.now)
        store.serve(shop.id, definition.name, version.number)
    learnt = shop.with_ports(Ports(scorers=Scorers(store)))
    for language in LANGUAGES:
        ctx = learnt.context(language=language)
        result = show_customer.run(ctx, ShowCustomer(customer="Buyer 006"))
        told = result.facts["standing"]
        parts = sum(part["points"] for part in told["stay_away_reasons"])
        assert told["stay_away_average"] + parts == pytest.approx(
            told["chance_to_stay_away"], abs=0.001
        )
        assert told["chance_if_they_bought_today"] < told["chance_to_stay_away"]
        low, high = told["next_12_months"]["orders_between"]
        assert low <= told["next_12_months"]["orders"] <= high + 1
        assert [type(card) for card in result.cards][-3:] == [MetricsCard, ChartCard, TextCard]
    by_worth = ListCustomers(sort=BuyerSort("lifetime_value"))
    assert list_customers.run(ctx, by_worth).facts["count"] == 420
