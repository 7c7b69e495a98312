"""Kinds of buyers: defined once, and the same in SQL as in the rule."""

from datetime import timedelta
from random import Random

import pytest

from commerce import customers, figures
from commerce.access import Role
from commerce.customers import CustomerSegment, CustomerSort, queries, rules
from commerce.errors import NotAllowed
from commerce.money import Money
from commerce.vocabulary import OrderStatus
from tests.builders import Shop


def test_the_list_of_a_segment_is_who_the_rule_says(shop: Shop, other_shop: Shop) -> None:
    dice = Random(7)
    buyers = [shop.customer(f"Buyer {number}") for number in range(30)]
    for buyer in buyers:
        home = shop.address(buyer)
        for _ in range(dice.choice((1, 1, 2, 3, 6, 8))):
            shop.order(
                customer=buyer, address=home, status=dice.choice(list(OrderStatus)),
                placed_at=shop.now - timedelta(days=dice.choice((5, 40, 100, 200))),
            )  # fmt: skip
    other_shop.order()
    ctx = shop.context()
    known = {buyer.id: rules.segments(queries.history(ctx, buyer.id), ctx.now) for buyer in buyers}
    assert {segment for segments in known.values() for segment in segments} == set(CustomerSegment)
    for segment in CustomerSegment:
        listed = customers.list_customers(ctx, segment=segment, limit=50)
        of_rule = {buyer for buyer, segments in known.items() if segment in segments}
        assert {item.customer.id for item in listed.shown} == of_rule
        assert listed.count == len(of_rule)


def test_what_was_called_off_or_came_back_buys_nothing(shop: Shop) -> None:
    buyer = shop.customer()
    for status in OrderStatus:
        shop.order(customer=buyer, status=status, total=100)
    history = queries.history(shop.context(), buyer.id)
    assert (history.orders, history.bought, history.spent) == (10, 6, Money(60_000))
    assert (history.returned, history.refused, history.ended) == (1, 1, 3)


def test_the_list_counts_all_and_shows_the_first(shop: Shop) -> None:
    for total in (100, 300, 200):
        shop.order(total=total)
    found = customers.list_customers(shop.context(), sort=CustomerSort.SPENT, limit=2)
    assert (found.count, found.spent) == (3, Money(60_000))
    assert [item.history.spent for item in found.shown] == [Money(30_000), Money(20_000)]


def test_a_customer_may_not_see_others(shop: Shop) -> None:
    ctx = shop.context(shop.actor(Role.CUSTOMER, customer=shop.customer()))
    with pytest.raises(NotAllowed):
        customers.list_customers(ctx)
    with pytest.raises(NotAllowed):
        customers.profile(ctx, "Asha")


def test_the_latest_come_first_and_who_never_kept_an_order_last(shop: Shop) -> None:
    for name, ago in (("Old", 9), ("New", 2)):
        shop.order(customer=shop.customer(name), placed_at=shop.now - timedelta(days=ago))
    shop.order(customer=shop.customer("None"), status=OrderStatus.CANCELLED)
    figures.rebuild(shop.session, shop.id, shop.now)
    customers.rebuild(shop.session, shop.id)
    listed = customers.list_customers(shop.context(), sort=CustomerSort.RECENT, limit=3)
    assert [item.customer.name for item in listed.shown] == ["New", "Old", "None"]
    first = customers.list_customers(shop.context(), sort=CustomerSort.RECENT, limit=2)
    assert [item.customer.name for item in first.shown] == ["New", "Old"]
