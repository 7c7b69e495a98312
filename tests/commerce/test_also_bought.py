"""What buyers of the same things bought as well."""

from commerce.customers.also_bought import FEWEST, also_bought, bought_with, likely
from commerce.vocabulary import OrderStatus
from tests.builders import Shop
from tools.bought_together import BoughtTogether, bought_together
from tools.customers import ShowCustomer, show_customer


def test_what_goes_together_is_proposed_with_its_count(shop: Shop, other_shop: Shop) -> None:
    for place in (shop, other_shop):
        tea, cups, soap = (place.variant(title=title) for title in ("Tea", "Cups", "Soap"))
        for k in range(40):
            buyer = place.customer(f"Buyer {k}")
            home = place.address(buyer)
            kept = (tea, cups) if k < 15 else (soap,)
            for one in kept:
                place.order(customer=buyer, address=home, variant=one, status=OrderStatus.DELIVERED)
        asha = place.customer("Asha Rao")
        home = place.address(asha)
        place.order(customer=asha, address=home, variant=tea, status=OrderStatus.DELIVERED)
        place.order(customer=asha, address=home, variant=soap, status=OrderStatus.RTO)
        place.session.flush()
        if place is shop:
            hers = asha.id
    (found,) = also_bought(shop.context(), hers)
    assert (found.product, found.because, found.n, found.of) == ("Cups", "Tea", 15, 16)
    assert round(found.lift, 2) == round(15 / 16 / (15 / 41), 2)
    told = show_customer.run(shop.context(), ShowCustomer(customer="Asha Rao"))
    assert told.facts["also_bought"][0]["bought_both"] == 15


def test_what_simply_sells_well_is_not_proposed() -> None:
    everybody = [(k, 1) for k in range(100)] + [(k, 2) for k in range(0, 100, 2)]
    assert likely(everybody, {2}) == []


def test_a_pair_that_few_bought_is_not_spoken_of() -> None:
    few = [(k, p) for k in range(4) for p in (1, 2)] + [(k, 3) for k in range(10, 100)]
    assert likely(few, {1}) == []


def _sold(shop: Shop, both: int, alone: int, others: int) -> None:
    tea, cups, soap = (shop.variant(title=title) for title in ("Tea", "Cups", "Soap"))
    kept = [(tea, cups)] * both + [(tea,)] * alone + [(soap,)] * others
    for number, products in enumerate(kept):
        buyer = shop.customer(f"Buyer {number}")
        home = shop.address(buyer)
        for one in products:
            shop.order(customer=buyer, address=home, variant=one, status=OrderStatus.DELIVERED)
    shop.session.flush()


def test_what_goes_with_a_product_is_told_with_its_share_and_bounds(
    shop: Shop, other_shop: Shop
) -> None:
    _sold(shop, both=15, alone=5, others=40)
    _sold(other_shop, both=40, alone=0, others=40)
    told = bought_together.run(shop.context(), BoughtTogether(product="tea"))
    assert (told.facts["buyers"], told.facts["buyers_looked_at"]) == (20, 60)
    (cups,) = told.facts["also_bought"]
    assert (cups["product"], cups["bought_both"], cups["of"]) == ("Cups", 15, 20)
    assert (cups["share"], cups["lift"]) == (0.75, 3.0)
    # Wilson's interval of 15 of 20, by hand (1927): 0.5313 to 0.8881.
    assert cups["between"] == [0.5313, 0.8881]
    assert "15 of 20" in told.says


def test_of_a_product_that_few_kept_it_is_said_that_they_are_few(shop: Shop) -> None:
    _sold(shop, both=FEWEST - 1, alone=0, others=40)
    told = bought_together.run(shop.context(), BoughtTogether(product="tea"))
    assert told.facts["also_bought"] == []
    assert str(FEWEST - 1) in told.says
    assert str(FEWEST) in told.says


def test_what_everybody_buys_goes_with_nothing(shop: Shop) -> None:
    _sold(shop, both=30, alone=0, others=0)
    found = bought_with(shop.context(), 0)
    assert (found.buyers, found.looked_at, found.shown) == (0, 30, ())
    told = bought_together.run(shop.context(), BoughtTogether(product="tea"))
    assert told.facts["also_bought"] == []
    assert "30 buyers" in told.says
