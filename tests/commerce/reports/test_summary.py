"""Figures of the business, against shops small enough to count by hand."""

from datetime import UTC, date, datetime, timedelta

import pytest

from commerce import periods, reports
from commerce.access import Role
from commerce.errors import NotAllowed
from commerce.money import Money
from commerce.reports import MetricName, Summary
from commerce.vocabulary import OrderStatus, PaymentMethod, ShipmentStatus
from tests.builders import Shop

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def _summary(shop: Shop, period: str = "today") -> Summary:
    ctx = shop.context()
    shop.session.flush()
    return reports.business_summary(ctx, periods.resolve(period, now=ctx.now, zone=ctx.zone))


def _values(summary: Summary) -> dict[MetricName, float | None]:
    return {figure.definition.name: figure.value for figure in summary.figures}


def _previous(summary: Summary) -> dict[MetricName, float | None]:
    return {figure.definition.name: figure.previous for figure in summary.figures}


def test_revenue_is_what_was_placed_and_not_cancelled(shop: Shop) -> None:
    shop.order(total=1000, placed_at=shop.now - HOUR)
    shop.order(total=500, placed_at=shop.now - HOUR, payment=PaymentMethod.UPI)
    shop.order(total=700, placed_at=shop.now - HOUR, status=OrderStatus.CANCELLED)
    shop.order(total=9000, placed_at=shop.now - 2 * DAY)
    values = _values(_summary(shop))
    assert values[MetricName.ORDERS] == 3
    assert values[MetricName.CANCELLED] == 1
    assert values[MetricName.REVENUE] == 150_000
    assert values[MetricName.AOV] == 75_000
    assert values[MetricName.COD_SHARE] == pytest.approx(2 / 3)


def test_a_period_that_is_not_over_is_compared_with_as_much_of_the_one_before(shop: Shop) -> None:
    # It is 2:30 in the afternoon: yesterday's evening does not count against today.
    shop.order(total=600, placed_at=shop.now - HOUR)
    shop.order(total=400, placed_at=shop.now - DAY - HOUR)
    shop.order(total=5000, placed_at=shop.now - DAY + HOUR)
    summary = _summary(shop)
    assert summary.previous_until == shop.now - DAY
    assert _previous(summary)[MetricName.REVENUE] == 40_000


def test_a_period_that_is_over_is_compared_with_the_whole_one_before(shop: Shop) -> None:
    shop.order(total=600, placed_at=shop.now - DAY)
    shop.order(total=5000, placed_at=shop.now - 2 * DAY + 5 * HOUR)
    summary = _summary(shop, "yesterday")
    assert _previous(summary)[MetricName.REVENUE] == 500_000


def test_a_shops_day_begins_at_its_own_midnight(shop: Shop) -> None:
    shop.order(total=100, placed_at=datetime(2026, 11, 21, 18, 29, tzinfo=UTC))
    shop.order(total=200, placed_at=datetime(2026, 11, 21, 18, 30, tzinfo=UTC))
    summary = _summary(shop)
    assert _values(summary)[MetricName.REVENUE] == 20_000
    assert [(p.first_day, p.revenue) for p in summary.trend.points[-2:]] == [
        (date(2026, 11, 21), Money.of(100)), (date(2026, 11, 22), Money.of(200)),
    ]  # fmt: skip


def test_nothing_to_divide_by_is_no_figure_and_not_nought(shop: Shop) -> None:
    values = _values(_summary(shop))
    assert values[MetricName.ORDERS] == 0
    assert values[MetricName.REVENUE] == 0
    assert {name for name, value in values.items() if value is None} == {
        MetricName.AOV, MetricName.COD_SHARE, MetricName.NDR_RATE, MetricName.FIRST_ATTEMPT_RATE,
        MetricName.DELIVERY_SUCCESS, MetricName.RTO_RATE, MetricName.COD_RTO_RATE,
        MetricName.PREPAID_RTO_RATE,
    }  # fmt: skip


def _sent(
    shop: Shop, status: ShipmentStatus, *, payment: PaymentMethod = PaymentMethod.COD,
    out: timedelta | None = None, failed: bool = False,
) -> None:  # fmt: skip
    order = shop.order(payment=payment, placed_at=shop.now - 6 * DAY)
    parcel = shop.parcel(order, status=status, shipped=5 * DAY, attempts=1 if failed else 0)
    parcel.out_for_delivery_at = shop.now - out if out else None
    if status is ShipmentStatus.DELIVERED:
        parcel.delivered_at = shop.now - HOUR
    if failed:
        shop.ndr_case(parcel)


def test_what_happens_at_the_door_counts_on_the_day_parcels_first_go_out(shop: Shop) -> None:
    _sent(shop, ShipmentStatus.DELIVERED, out=3 * HOUR)
    _sent(shop, ShipmentStatus.DELIVERED, out=3 * HOUR, failed=True)
    _sent(shop, ShipmentStatus.DELIVERY_FAILED, out=3 * HOUR, failed=True)
    _sent(shop, ShipmentStatus.OUT_FOR_DELIVERY, out=3 * HOUR)
    _sent(shop, ShipmentStatus.DELIVERY_FAILED, out=2 * DAY, failed=True)
    _sent(shop, ShipmentStatus.IN_TRANSIT)
    values = _values(_summary(shop))
    assert values[MetricName.NDR_RATE] == pytest.approx(2 / 4)
    assert values[MetricName.FIRST_ATTEMPT_RATE] == pytest.approx(1 / 3)
    assert values[MetricName.DELIVERED] == 2


def test_the_rto_rate_is_of_the_parcels_sent_in_the_period_cod_and_prepaid_apart(
    shop: Shop,
) -> None:
    for status in (ShipmentStatus.DELIVERED,) * 3 + (ShipmentStatus.RTO_IN_TRANSIT,) * 2:
        _sent(shop, status)
    for status in (ShipmentStatus.DELIVERED,) * 4 + (ShipmentStatus.RTO_DELIVERED,):
        _sent(shop, status, payment=PaymentMethod.UPI)
    _sent(shop, ShipmentStatus.LOST)
    _sent(shop, ShipmentStatus.CANCELLED)
    summary = _summary(shop, "last_7_days")
    values = _values(summary)
    assert values[MetricName.RTO_RATE] == pytest.approx(3 / 10)
    assert values[MetricName.COD_RTO_RATE] == pytest.approx(2 / 5)
    assert values[MetricName.PREPAID_RTO_RATE] == pytest.approx(1 / 5)
    assert values[MetricName.DELIVERY_SUCCESS] == pytest.approx(7 / 11)
    assert summary.counts.open_share == 0
    assert summary.is_final


@pytest.mark.parametrize(("on_the_way", "is_final"), [(1, True), (2, False)])
def test_a_cohort_is_final_once_95_of_100_parcels_have_ended(
    shop: Shop, on_the_way: int, is_final: bool
) -> None:
    for _ in range(19):
        _sent(shop, ShipmentStatus.DELIVERED)
    for _ in range(on_the_way):
        _sent(shop, ShipmentStatus.IN_TRANSIT)
    assert _summary(shop, "last_7_days").is_final is is_final


def test_one_day_is_shown_at_the_end_of_a_fortnight(shop: Shop) -> None:
    trend = _summary(shop).trend
    assert [trend.points[0].first_day, trend.points[-1].first_day] == [
        date(2026, 11, 9), date(2026, 11, 22),
    ]  # fmt: skip
    assert not trend.by_month


def test_a_year_is_shown_by_months_without_gaps(shop: Shop) -> None:
    shop.order(total=300, placed_at=datetime(2026, 4, 30, 18, 29, tzinfo=UTC))
    shop.order(total=400, placed_at=datetime(2026, 4, 30, 18, 30, tzinfo=UTC))
    trend = _summary(shop, "this_fy").trend
    assert trend.by_month
    assert [point.first_day.month for point in trend.points] == [4, 5, 6, 7, 8, 9, 10, 11]
    assert [point.revenue.major for point in trend.points[:3]] == [300, 400, 0]


def test_all_time_has_a_summary_too(shop: Shop) -> None:
    shop.order(total=300)
    assert _values(_summary(shop, "all_time"))[MetricName.REVENUE] == 30_000


def test_another_shops_orders_are_not_counted(shop: Shop, other_shop: Shop) -> None:
    other_shop.order(total=800, placed_at=shop.now - HOUR)
    _sent(other_shop, ShipmentStatus.DELIVERED, out=HOUR)
    values = _values(_summary(shop))
    assert values[MetricName.ORDERS] == 0
    assert values[MetricName.DELIVERED] == 0


def test_ndr_agents_and_customers_see_no_figures(shop: Shop) -> None:
    period = periods.resolve("today", now=shop.now, zone=shop.context().zone)
    for actor in (shop.actor(Role.NDR_AGENT), shop.actor(Role.CUSTOMER, customer=shop.customer())):
        with pytest.raises(NotAllowed):
            reports.business_summary(shop.context(actor), period)


def test_every_formula_speaks_of_what_is_counted() -> None:
    known = {name for name in dir(reports.Counts) if not name.startswith("_")}
    spoken = {part for d in reports.DEFINITIONS for part in d.formula.split(" / ")}
    assert spoken - known == set()
    assert [d.name for d in reports.DEFINITIONS] == list(MetricName)
