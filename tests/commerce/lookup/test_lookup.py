from datetime import timedelta

from commerce import lookup
from commerce.access import Role
from commerce.vocabulary import OrderStatus
from tests.builders import Shop


def test_the_shops_words_hold_its_products_warehouses_people_and_cities(shop: Shop) -> None:
    shop.order(customer=shop.customer("Asha Rao"))
    shop.variant("KUR-1", "Cotton Kurti, Blue, M")
    shop.warehouse("BHW", "Bhiwandi")
    shop.person(Role.NDR_AGENT, name="Neha Gupta")
    words = lookup.vocabulary(shop.context())
    assert set(words.titles) == {"Cotton Kurti", "Cotton Kurti, Blue, M"}
    assert words.skus == ("KUR-1",)
    assert words.warehouses == (("BHW", "Bhiwandi warehouse", "Bhiwandi"),)
    assert "Neha Gupta" in words.people
    assert (words.cities, words.states) == (("Pune",), ("Maharashtra",))


def test_a_shop_never_learns_anothers_words(shop: Shop, other_shop: Shop) -> None:
    shop.variant("MINE-1", "Cotton Kurti")
    other_shop.variant("THEIRS-1", "Silk Saree")
    assert lookup.vocabulary(shop.context()).skus == ("MINE-1",)
    assert lookup.vocabulary(other_shop.context()).skus == ("THEIRS-1",)


def test_the_shape_of_order_numbers_is_learnt(shop: Shop) -> None:
    shop.order("SE-10042")
    assert lookup.vocabulary(shop.context()).order_shapes == {"SE-99999"}


def test_an_order_of_another_shop_does_not_exist(shop: Shop, other_shop: Shop) -> None:
    other_shop.order("1042")
    assert not lookup.order_exists(shop.context(), "1042")


def test_a_customer_finds_only_their_own_orders_and_parcels(shop: Shop) -> None:
    mine, other = shop.customer("Asha Rao"), shop.customer("Priya Sharma")
    shop.parcel(shop.order("1042", customer=mine), awb="111000111")
    shop.parcel(shop.order("1043", customer=other), awb="222000222")
    ctx = shop.context(shop.actor(Role.CUSTOMER, customer=mine))
    assert lookup.order_exists(ctx, "1042")
    assert not lookup.order_exists(ctx, "1043")
    assert lookup.parcel_exists(ctx, "111000111")
    assert not lookup.parcel_exists(ctx, "222000222")
    assert lookup.recent_orders(ctx) == ("1042",)
    assert lookup.orders_ending(ctx, "43") == ()


def test_a_parcel_leads_to_its_order(shop: Shop) -> None:
    shop.parcel(shop.order("1042"), awb="111000111")
    assert lookup.order_of_parcel(shop.context(), "111000111") == "1042"


def test_customers_are_found_by_the_start_of_any_name(shop: Shop) -> None:
    shop.customer("Priya Sharma")
    shop.customer("Asha Rao")
    ctx = shop.context()
    assert lookup.customers_named(ctx, "pri") == ("Priya Sharma",)
    assert lookup.customers_named(ctx, "sharma") == ("Priya Sharma",)
    assert lookup.customers_named(ctx, "arma") == ()


def test_a_percent_sign_finds_nobody(shop: Shop) -> None:
    shop.customer("Priya Sharma")
    assert lookup.customers_named(shop.context(), "%") == ()


def test_a_customer_cannot_look_others_up_by_name(shop: Shop) -> None:
    mine = shop.customer("Asha Rao")
    shop.customer("Priya Sharma")
    ctx = shop.context(shop.actor(Role.CUSTOMER, customer=mine))
    assert lookup.customers_named(ctx, "Priya") == ()


def test_recent_orders_come_latest_first(shop: Shop) -> None:
    shop.order("1", placed_at=shop.now - timedelta(days=2), status=OrderStatus.DELIVERED)
    shop.order("2", placed_at=shop.now - timedelta(days=1))
    assert lookup.recent_orders(shop.context()) == ("2", "1")


def test_open_cases_come_most_pressing_first(shop: Shop) -> None:
    late = shop.parcel(awb="111000111")
    later = shop.parcel(awb="222000222")
    shop.ndr_case(later, opened=timedelta(hours=1))
    shop.ndr_case(late, opened=timedelta(hours=20))
    assert lookup.open_cases(shop.context()) == ("111000111", "222000222")
