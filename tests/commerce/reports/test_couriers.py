"""How couriers do, counted by hand."""

from datetime import timedelta

import pytest

from commerce import figures, periods
from commerce.access import Role
from commerce.errors import NotAllowed
from commerce.reports import MetricName
from commerce.reports.couriers import CourierFigures, courier_performance
from commerce.vocabulary import CourierType, OrderStatus, ShipmentStatus
from tests.builders import Shop
from tools.cards import TableCard
from tools.couriers import CourierPerformance
from tools.couriers import courier_performance as courier_performance_tool

DAY = timedelta(days=1)


def _send(
    shop: Shop, courier: CourierType, status: ShipmentStatus, *, failed: bool = False,
    days: float = 2, city: str = "Pune", state: str = "Maharashtra", pincode: str = "411001",
    shipped: int = 10,
) -> None:  # fmt: skip
    buyer = shop.customer()
    address = shop.address(buyer, city=city, state=state, pincode=pincode)
    order = shop.order(customer=buyer, address=address, status=OrderStatus.SHIPPED)
    row = shop.parcel(order, courier=courier, status=status, shipped=shipped * DAY)
    row.out_for_delivery_at = shop.now - (shipped - days) * DAY
    if status is ShipmentStatus.DELIVERED:
        row.delivered_at = row.out_for_delivery_at
    if failed:
        shop.ndr_case(row)
    shop.session.flush()


def _figures(shop: Shop, place: str | None = None) -> tuple[CourierFigures, ...]:
    ctx = shop.context()
    month = periods.resolve("last_30_days", now=ctx.now, zone=ctx.zone)
    return courier_performance(ctx, month, place=place)


def test_each_courier_is_counted_by_the_shops_own_definitions(shop: Shop, other_shop: Shop) -> None:
    delhivery, dtdc = CourierType.DELHIVERY, CourierType.DTDC
    _send(shop, delhivery, ShipmentStatus.DELIVERED, days=2)
    _send(shop, delhivery, ShipmentStatus.DELIVERED, days=3, failed=True)
    _send(shop, delhivery, ShipmentStatus.DELIVERED, days=5)
    _send(shop, delhivery, ShipmentStatus.RTO_INITIATED, failed=True)
    _send(shop, delhivery, ShipmentStatus.CANCELLED)
    _send(shop, dtdc, ShipmentStatus.IN_TRANSIT)
    _send(shop, dtdc, ShipmentStatus.DELIVERED, shipped=50)
    _send(other_shop, dtdc, ShipmentStatus.DELIVERED)
    first, second = _figures(shop)
    assert (first.courier, first.counts.cohort, first.counts.cohort_delivered) == (delhivery, 4, 3)
    assert first.share(MetricName.RTO_RATE) == 0.25
    assert first.share(MetricName.FIRST_ATTEMPT_RATE) == 0.5
    assert first.parts(MetricName.NDR_RATE) == (2, 5)
    assert first.median_days == 3.0
    assert first.is_few
    assert (second.courier, second.counts.cohort, second.median_days) == (dtdc, 1, None)
    assert second.share(MetricName.RTO_RATE) is None


def test_a_place_counts_only_what_went_there(shop: Shop) -> None:
    _send(shop, CourierType.DTDC, ShipmentStatus.DELIVERED, city="Surat")
    _send(shop, CourierType.DTDC, ShipmentStatus.DELIVERED, city="Bengaluru")
    (figures,) = _figures(shop, place="bangalore")
    assert figures.counts.cohort_delivered == 1


@pytest.mark.parametrize(
    ("place", "parcels"),
    [("Aurangabad", 2), ("Bihar", 2), ("bihar", 2), ("824101", 1), ("Goa", 0)],
    ids=["a city of two states", "a state", "in small letters", "a pincode", "nowhere"],
)
def test_a_place_is_a_city_a_state_or_a_pincode(shop: Shop, place: str, parcels: int) -> None:
    for city, state, pincode in (
        ("Aurangabad", "Maharashtra", "431001"), ("Aurangabad", "Bihar", "824101"),
        ("Patna", "Bihar", "800001"), ("Pune", "Maharashtra", "411001"),
    ):  # fmt: skip
        _send(shop, CourierType.DTDC, ShipmentStatus.DELIVERED, city=city, state=state,
              pincode=pincode)  # fmt: skip
    assert sum(one.counts.cohort_delivered for one in _figures(shop, place)) == parcels
    figures.rebuild(shop.session, shop.id, shop.now)
    assert sum(one.counts.cohort_delivered for one in _figures(shop, place)) == parcels


def test_few_parcels_are_said_to_be_few(shop: Shop) -> None:
    _send(shop, CourierType.DTDC, ShipmentStatus.DELIVERED, days=1)
    result = courier_performance_tool.run(shop.context(), CourierPerformance())
    assert result.says == (
        "1 parcels sent from 24 Oct 2026 to 22 Nov 2026; DTDC carried the most (1). "
        "1 courier had fewer than 30 parcels: too few to judge."
    )
    (card,) = result.cards
    assert isinstance(card, TableCard)
    assert card.rows == (("DTDC", "1", "1", "100% of 1", "0% of 1", "0% of 1", "1"),)
    assert result.facts["couriers"][0]["few"] is True


def test_a_customer_sees_no_couriers(shop: Shop) -> None:
    ctx = shop.context(shop.actor(Role.CUSTOMER, customer=shop.customer()))
    month = periods.resolve("last_30_days", now=ctx.now, zone=ctx.zone)
    with pytest.raises(NotAllowed):
        courier_performance(ctx, month)


@pytest.mark.parametrize("place", ["Maharashtra", "Pune"])
def test_a_state_is_told_from_days_added_up_as_from_its_parcels(shop: Shop, place: str) -> None:
    for days in (2, 5):
        _send(shop, CourierType.DELHIVERY, ShipmentStatus.DELIVERED, days=days)
    _send(shop, CourierType.DELHIVERY, ShipmentStatus.RTO_INITIATED, failed=True)
    _send(shop, CourierType.DTDC, ShipmentStatus.DELIVERED, city="Nagpur")
    figures.rebuild(shop.session, shop.id, shop.now)
    shop.session.flush()
    added_up = _figures(shop, place)
    with figures.row_by_row():
        assert _figures(shop, place) == added_up
    assert (added_up[0].counts.cohort, added_up[0].median_days) == (3, 3.5)


def test_a_state_that_is_a_city_of_another_is_both(shop: Shop) -> None:
    """As where an import wrote the state's name for the city."""
    _send(shop, CourierType.DELHIVERY, ShipmentStatus.DELIVERED, city="Goa")
    assert [one.counts.cohort for one in _figures(shop, "Goa")] == [1]
