"""What forecasts are learnt from: days of the shop, without what was called off."""

from datetime import timedelta

import pytest

from commerce.errors import Refused
from commerce.inventory import queries
from commerce.scoring.demand import history
from commerce.vocabulary import OrderStatus
from tests.builders import Shop


def test_days_of_the_shop_without_what_was_called_off(shop: Shop, other_shop: Shop) -> None:
    kurti = shop.variant("KRT-1", category="fashion")
    saree = shop.variant("SAR-1", category="fashion")
    shop.stock(saree, shop.warehouse(), on_hand=0)
    buyer = shop.customer()
    for back, pieces, status in (
        (90, 3, OrderStatus.DELIVERED), (60, 2, OrderStatus.RTO), (2, 5, OrderStatus.CONFIRMED),
        (2, 7, OrderStatus.CANCELLED),
    ):  # fmt: skip
        at = shop.now - timedelta(days=back)
        shop.order(customer=buyer, variant=kurti, quantity=pieces, total=100 * pieces,
                   status=status, placed_at=at)  # fmt: skip
    other_shop.order(variant=other_shop.variant(), quantity=9, placed_at=shop.now)
    told = history(shop.context())
    sold = told.pieces.quantity
    assert sold.shape == (2, 90)
    assert (sold[0, 0], sold[0, 30], sold[0, -2], sold.sum()) == (3, 2, 5, 10)
    assert told.money.quantity.sum() == 1_000
    assert not told.pieces.known[1].any()
    assert told.back[0] == pytest.approx(2 / 5)


def test_a_shop_of_a_week_has_no_forecast(shop: Shop) -> None:
    shop.order(variant=shop.variant(), placed_at=shop.now - timedelta(days=7))
    with pytest.raises(Refused, match="too few"):
        history(shop.context())


def test_of_two_suppliers_the_cheaper_is_asked(shop: Shop, other_shop: Shop) -> None:
    kurti = shop.variant("KRT-1")
    shop.supplies(kurti, cost=210)
    shop.supplies(kurti, cost=190, lead_days=9.0, minimum=24)
    offer = queries.offers(shop.context())[kurti.id]
    assert (offer.cost.minor, offer.lead_days, offer.minimum) == (19_000, 9.0, 24)
    assert queries.offers(other_shop.context()) == {}
