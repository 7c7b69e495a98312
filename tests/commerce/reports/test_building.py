"""Reports built to order: their rows add up to the summary's figures, on both databases."""

from datetime import timedelta

import pytest

from commerce import periods, reports
from commerce.access import Role
from commerce.errors import NotAllowed, Refused
from commerce.reports import (
    MEASURES,
    Dimension,
    Filters,
    Report,
    ReportMetric,
    ReportSort,
    Sum,
    figure,
)
from commerce.reports.measures import Source, fits, overlaps
from commerce.vocabulary import (
    CourierType,
    NdrReason,
    OrderStatus,
    PaymentMethod,
    SalesChannel,
    ShipmentStatus,
)
from tests.builders import Shop

DAY = timedelta(days=1)


def _busy(shop: Shop) -> None:
    """A month of orders and parcels that differ in everything a report can split by."""
    kurti = shop.variant("KURTI", "Kurti, Blue", cost=300)
    mug = shop.variant("MUG", "Mug", category="home", cost=0)
    pune, delhi = shop.warehouse("PUN"), shop.warehouse("DEL", "Delhi")
    shop.stock(kurti, pune, on_hand=4)
    shop.stock(mug, delhi, on_hand=7)
    agent = shop.person(Role.NDR_AGENT, name="Ravi")
    asha = shop.customer()
    for number in range(24):
        customer = asha if number % 3 else shop.customer(f"Buyer {number}")
        place = ("Pune", "Maharashtra", "411001") if number % 2 else ("Surat", "Gujarat", "395001")
        city, state, pincode = place
        order = shop.order(
            customer=customer,
            address=shop.address(customer, city=city, state=state, pincode=pincode),
            status=(OrderStatus.DELIVERED, OrderStatus.CANCELLED, OrderStatus.SHIPPED)[number % 3],
            payment=PaymentMethod.COD if number % 4 else PaymentMethod.UPI,
            channel=SalesChannel.AMAZON if number % 5 else SalesChannel.SHOPIFY,
            variant=(kurti, mug, None)[number % 3], quantity=1 + number % 2,
            total=500 + 10 * number, placed_at=shop.now - number * DAY,
        )  # fmt: skip
        order.shipping_minor, order.refunded_minor, order.discount_minor = 4900, number, 2 * number
        order.total_minor += 4900
        status = (
            ShipmentStatus.DELIVERED, ShipmentStatus.RTO_IN_TRANSIT, ShipmentStatus.IN_TRANSIT,
            ShipmentStatus.LOST, ShipmentStatus.CANCELLED,
        )[number % 5]  # fmt: skip
        parcel = shop.parcel(
            order, status=status, shipped=number * DAY,
            courier=CourierType.DTDC if number % 2 else CourierType.DELHIVERY,
        )  # fmt: skip
        parcel.warehouse_id = (pune.id, delhi.id, None)[number % 3]
        parcel.out_for_delivery_at = shop.now - number * DAY if number % 4 else None
        if number % 4 == 1:
            shop.ndr_case(
                parcel, reason=list(NdrReason)[number % 3], opened=number * DAY,
                assignee=agent if number % 8 == 1 else None,
            )  # fmt: skip
    shop.session.flush()


def _report(
    shop: Shop, metric: ReportMetric, *dimensions: Dimension, period: str = "last_20_days",
    sort: ReportSort | None = None, limit: int = 10, compare: bool = False,
    filters: Filters | None = None,
) -> Report:  # fmt: skip
    ctx = shop.context()
    span = periods.resolve(period, now=ctx.now, zone=ctx.zone)
    return reports.run_report(
        ctx, metric, dimensions, span, sort=sort, limit=limit, compare=compare, filters=filters
    )


def _added(report: Report) -> Sum:
    others = [report.others] if report.others else []
    return sum((row.total for row in [*report.rows, *others]), start=Sum())


@pytest.mark.slow
def test_every_report_adds_up_to_its_total(shop: Shop, other_shop: Shop) -> None:
    _busy(shop)
    other_shop.parcel(other_shop.order(total=9999))
    wrong = {}
    for metric, measure in MEASURES.items():
        for dimension in Dimension:
            adds_up = measure.adds_up and not overlaps(measure, dimension)
            if measure.source is Source.COHORTS or not fits(measure, dimension):
                continue
            report = _report(shop, metric, dimension, limit=2)
            if adds_up and _added(report) != report.total:
                wrong[metric, dimension] = (_added(report), report.total)
    assert wrong == {}


def test_the_total_of_a_report_is_the_figure_of_the_summary(shop: Shop) -> None:
    _busy(shop)
    ctx = shop.context()
    period = periods.resolve("last_20_days", now=ctx.now, zone=ctx.zone)
    summary = reports.business_summary(ctx, period)
    for told in summary.figures:
        metric = ReportMetric(told.definition.name.value)
        report = _report(shop, metric, Dimension.CITY)
        assert (metric, figure(report.measure, report.total)) == (metric, told.value)


def test_a_pivot_adds_up_both_ways(shop: Shop) -> None:
    _busy(shop)
    report = _report(shop, ReportMetric.RTO_RATE, Dimension.COURIER, Dimension.STATE)
    assert len(report.columns) == 2
    for row in report.rows:
        assert sum(row.cells, start=Sum()) == row.total


def test_what_orders_cost_beyond_their_lines_is_a_row_of_its_own(shop: Shop) -> None:
    order = shop.order(variant=shop.variant("MUG", "Mug"), total=500)
    order.shipping_minor, order.total_minor = 4900, 54_900
    shop.session.flush()
    report = _report(shop, ReportMetric.REVENUE, Dimension.PRODUCT)
    assert [(row.key.name, row.total.above) for row in report.rows] == [
        ("Mug", 50_000), ("", 4900),
    ]  # fmt: skip
    assert report.rows[1].key.value == reports.WHOLE_ORDERS


def test_margin_is_told_only_of_lines_whose_cost_is_known(shop: Shop) -> None:
    shop.order(variant=shop.variant("KURTI", cost=300), total=1000, quantity=2)
    shop.order(variant=shop.variant("MUG", cost=0), total=700)
    report = _report(shop, ReportMetric.MARGIN_RATE)
    assert report.total == Sum(40_000, 100_000)


def test_days_without_orders_are_told_as_nought(shop: Shop) -> None:
    shop.order(placed_at=shop.now - 3 * DAY)
    shop.order(placed_at=shop.now)
    report = _report(shop, ReportMetric.ORDERS, Dimension.DAY)
    assert [(row.key.value, row.total.above) for row in report.rows] == [
        ("2026-11-19", 1), ("2026-11-20", 0), ("2026-11-21", 0), ("2026-11-22", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("dimension", "key"),
    [
        # 18:31 UTC on Sunday, 15 November is 00:01 on Monday in India.
        (Dimension.DAY, "2026-11-16"), (Dimension.WEEK, "2026-11-16"),
        (Dimension.MONTH, "2026-11-01"), (Dimension.HOUR, "00"), (Dimension.WEEKDAY, "1"),
    ],
)  # fmt: skip
def test_times_are_the_shops_own(shop: Shop, dimension: Dimension, key: str) -> None:
    shop.order(placed_at=shop.now.replace(day=15, hour=18, minute=31))
    report = _report(shop, ReportMetric.ORDERS, dimension)
    assert [row.key.value for row in report.rows if row.total.above] == [key]


def test_a_share_of_hardly_any_parcels_does_not_come_first(shop: Shop) -> None:
    for city, returned, delivered in (("Pune", 40, 80), ("Surat", 1, 0)):
        for index in range(returned + delivered):
            customer = shop.customer()
            order = shop.order(customer=customer, address=shop.address(customer, city=city))
            is_back = index < returned
            status = ShipmentStatus.RTO_DELIVERED if is_back else ShipmentStatus.DELIVERED
            shop.parcel(order, status=status)
    report = _report(shop, ReportMetric.RTO_RATE, Dimension.CITY)
    assert [row.key.value for row in report.rows] == ["Pune", "Surat"]
    assert report.few_below == 20


def test_rows_beyond_the_limit_are_added_up_as_others(shop: Shop) -> None:
    for index, channel in enumerate(SalesChannel):
        shop.order(channel=channel, total=100 * (index + 1))
    report = _report(shop, ReportMetric.REVENUE, Dimension.CHANNEL, limit=2)
    assert [row.total.above for row in report.rows] == [60_000, 50_000]
    assert report.others is not None
    assert (report.others.total.above, report.rows_left_out) == (100_000, 4)


def test_a_row_is_compared_with_itself_in_the_span_before(shop: Shop) -> None:
    shop.order(channel=SalesChannel.AMAZON, total=300, placed_at=shop.now - DAY)
    shop.order(channel=SalesChannel.AMAZON, total=100, placed_at=shop.now - 30 * DAY)
    report = _report(shop, ReportMetric.REVENUE, Dimension.CHANNEL, compare=True)
    assert [(row.total.above, row.before) for row in report.rows] == [(30_000, Sum(10_000))]


def test_filters_narrow_rows_and_total_alike(shop: Shop) -> None:
    _busy(shop)
    filters = Filters(place="Surat", channel=SalesChannel.AMAZON)
    report = _report(shop, ReportMetric.ORDERS, Dimension.STATE, filters=filters)
    assert [row.key.value for row in report.rows] == ["Gujarat"]
    assert report.total.above == report.rows[0].total.above == 8


def test_what_a_measure_cannot_be_split_by_is_refused_with_what_it_can(shop: Shop) -> None:
    with pytest.raises(Refused, match="channel, payment"):
        _report(shop, ReportMetric.REVENUE, Dimension.NDR_REASON)


@pytest.mark.parametrize(
    ("metric", "filters"),
    [
        (ReportMetric.ORDERS, Filters(reason=NdrReason.INCORRECT_ADDRESS)),
        (ReportMetric.STOCK_UNITS, Filters(courier=CourierType.DTDC)),
        (ReportMetric.STOCK_UNITS, Filters(place="Pune")),
        (ReportMetric.STOCK_VALUE, Filters(channel=SalesChannel.AMAZON)),
    ],
)
def test_what_a_measure_cannot_be_narrowed_down_by_is_refused(
    shop: Shop, other_shop: Shop, metric: ReportMetric, filters: Filters
) -> None:
    for one in (shop, other_shop):
        one.ndr_case()  # Counted once a row of another table before, whosever the case was.
    ctx = shop.context()
    period = periods.resolve("this_month", now=ctx.now, zone=ctx.zone)
    with pytest.raises(Refused, match="cannot be narrowed down"):
        reports.run_report(ctx, metric, (), period, filters=filters)
    with pytest.raises(Refused):
        reports.explain_change(ctx, metric, period, filters=filters)


def test_ndr_agents_build_no_reports(shop: Shop) -> None:
    ctx = shop.context(shop.actor(Role.NDR_AGENT))
    period = periods.resolve("today", now=ctx.now, zone=ctx.zone)
    with pytest.raises(NotAllowed):
        reports.run_report(ctx, ReportMetric.REVENUE, (), period)
    with pytest.raises(NotAllowed):
        reports.explain_change(ctx, ReportMetric.REVENUE, period)
    with pytest.raises(NotAllowed):
        reports.retention(ctx, period)


def test_customers_who_come_back_are_told_by_the_month_of_their_first_delivery(shop: Shop) -> None:
    asha, ravi = shop.customer("Asha"), shop.customer("Ravi")
    for customer, months_ago in ((asha, 2), (ravi, 2), (asha, 1), (ravi, 0), (asha, 0), (asha, 0)):
        placed_at = shop.now - timedelta(days=30 * months_ago)
        shop.order(customer=customer, status=OrderStatus.DELIVERED, placed_at=placed_at)
    shop.order(customer=shop.customer("Never"), status=OrderStatus.RTO)
    ctx = shop.context()
    found = reports.retention(ctx, periods.resolve("last_3_months", now=ctx.now, zone=ctx.zone))
    assert [(c.month, c.customers, c.active) for c in found.cohorts] == [
        ("2026-09-01", 2, (2, 1, 2))
    ]
    assert found.average == (1.0, 0.5)
