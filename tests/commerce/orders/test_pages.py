"""Pages of a long list never skip an order and never show one twice."""

from datetime import timedelta

import pytest

from commerce import orders
from commerce.orders import OrderFilter, OrderSearch, OrderSort, queries
from commerce.vocabulary import OrderStatus
from tests.builders import Shop


@pytest.fixture(params=[queries.RARE, 0], ids=["few", "many"])
def as_many(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read pages in the way of short lists, and in the way of long ones."""
    monkeypatch.setattr(queries, "RARE", request.param)


def _pages(shop: Shop, search: OrderSearch, *, meanwhile: bool = False) -> list[str]:
    """Return the numbers of all pages of two, one after the other."""
    shown: list[str] = []
    while True:
        after = shown[-1] if shown else None
        page = OrderSearch(
            status=search.status, place=search.place, sort=search.sort, limit=2,
            skip=len(shown), after=after,
        )  # fmt: skip
        found = orders.find(shop.context(), page).orders
        if not found:
            return shown
        shown += [order.number for order in found]
        if meanwhile:
            shop.order(f"NEW-{len(shown)}", placed_at=shop.now, total=799)


def _shop_of(shop: Shop) -> list[str]:
    """Add orders of which some are equal in time, some in worth, some in both."""
    for n in range(9):
        shop.order(
            f"A-{n}", placed_at=shop.now - timedelta(hours=5 + n // 2), total=500 + 100 * (n // 3)
        )
    return [f"A-{n}" for n in range(9)]


@pytest.mark.usefixtures("as_many")
@pytest.mark.parametrize("sort", list(OrderSort))
def test_every_order_is_on_exactly_one_page(shop: Shop, sort: OrderSort) -> None:
    numbers = _shop_of(shop)
    assert sorted(_pages(shop, OrderSearch(sort=sort))) == numbers


@pytest.mark.usefixtures("as_many")
def test_orders_that_come_in_meanwhile_move_no_page(shop: Shop) -> None:
    _shop_of(shop)
    before = _pages(shop, OrderSearch())
    assert _pages(shop, OrderSearch(), meanwhile=True) == before


@pytest.mark.usefixtures("as_many")
def test_pages_of_a_place_and_a_status_hold_what_fits(shop: Shop) -> None:
    buyer = shop.customer()
    nagpur = shop.address(buyer, city="Nagpur")
    fits = [shop.order(customer=buyer, address=nagpur).number for _ in range(3)]
    shop.order(customer=buyer, address=nagpur, status=OrderStatus.CANCELLED)
    shop.order()
    search = OrderSearch(status=OrderFilter.KEPT, place="nagpur", sort=OrderSort.OLDEST)
    assert _pages(shop, search) == fits


def test_a_page_behind_an_order_that_is_not_there_is_counted_off(shop: Shop) -> None:
    _shop_of(shop)
    found = orders.find(shop.context(), OrderSearch(limit=2, skip=2, after="GONE-1")).orders
    assert [order.number for order in found] == ["A-3", "A-2"]
