"""What buyers of the same things bought as well."""

from commerce.customers.also_bought import also_bought, likely
from commerce.vocabulary import OrderStatus
from tests.builders import Shop
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
