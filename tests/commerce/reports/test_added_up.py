"""A report from days added up says what the rows say."""

from dataclasses import replace
from datetime import timedelta

import pytest

from commerce import customers, figures
from commerce.context import Context
from commerce.orders import PaymentKind
from commerce.reports import added_up, cube
from commerce.reports.cube import Filters, Question
from commerce.reports.measures import (
    MEASURES,
    Dimension,
    Measure,
    ReportMetric,
    Source,
    fits,
)
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

FILTERS = (
    Filters(payment=PaymentKind.COD),
    Filters(payment=PaymentKind.PREPAID),
    Filters(payment=PaymentKind.UPI),
    Filters(payment=PaymentKind.UNPAID),
    Filters(channel=SalesChannel.AMAZON),
    Filters(courier=CourierType.DTDC),
    Filters(place="Nagpur"),
    Filters(reason=NdrReason.CUSTOMER_REFUSED),
)


@pytest.fixture
def past(shop: Shop) -> Context:
    """Two months of a shop: two of everything a report can split by."""
    kurti, saree = shop.variant(title="Kurti"), shop.variant(title="Saree", category="sarees")
    nagpur = shop.address(shop.customer(), city="Nagpur", state="Maharashtra")
    for n in range(24):
        at = shop.now - n * 3 * DAY
        order = shop.order(
            placed_at=at, variant=kurti if n % 2 else saree, total=500 + n,
            payment=PaymentMethod.COD if n % 3 else PaymentMethod.UPI,
            channel=SalesChannel.AMAZON if n % 4 else SalesChannel.SHOPIFY,
            status=OrderStatus.CANCELLED if n % 7 == 0 else OrderStatus.DELIVERED,
            customer=None, address=nagpur if n % 5 == 0 else None,
        )  # fmt: skip
        if n % 7 and n:
            parcel = shop.parcel(
                order, shipped=n * 3 * DAY,
                courier=CourierType.DTDC if n % 2 else CourierType.DELHIVERY,
                status=ShipmentStatus.RTO_DELIVERED if n % 4 == 1 else ShipmentStatus.DELIVERED,
            )  # fmt: skip
            parcel.out_for_delivery_at = at + DAY
            if n % 3 == 1:
                reason = NdrReason.CUSTOMER_REFUSED if n % 2 else NdrReason.CUSTOMER_NOT_AVAILABLE
                shop.ndr_case(parcel, reason=reason, opened=n * 3 * DAY - DAY)
    shop.order(placed_at=shop.now - 9 * DAY)  # Of something the shop does not sell.
    shop.session.flush()
    figures.rebuild(shop.session, shop.id, shop.now)
    return shop.context()


def _questions(ctx: Context, measure: Measure) -> list[Question]:
    splits = [(), *((d,) for d in Dimension if fits(measure, d))]
    splits.append((Dimension.MONTH, Dimension.STATUS))
    asked = [(split, Filters()) for split in splits] + [((), filters) for filters in FILTERS]
    return [
        Question(
            measure=measure, dimensions=split, start=ctx.now - 61 * DAY, end=ctx.now + DAY,
            filters=filters,
        )
        for split, filters in asked
    ]  # fmt: skip


_ADDED_UP = [m for m in MEASURES.values() if m.source not in (Source.STOCK, Source.COHORTS)]


@pytest.mark.parametrize("measure", _ADDED_UP, ids=lambda measure: measure.name.value)
def test_every_measure_by_every_dimension_is_what_the_rows_come_to(
    past: Context, measure: Measure
) -> None:
    for question in _questions(past, measure):
        rows = added_up.rows(past, question)
        told = cube.by_rows(past, question) if rows is None else cube.cells(rows)
        assert told == cube.by_rows(past, question), question


@pytest.mark.parametrize("name", [ReportMetric.REVENUE, ReportMetric.QUANTITY])
@pytest.mark.parametrize("filters", FILTERS[:3])
def test_by_each_dimension_at_once_is_what_it_comes_to_by_one_after_another(
    past: Context, name: ReportMetric, filters: Filters
) -> None:
    measure = MEASURES[name]
    dimensions = tuple(d for d in Dimension if fits(measure, d))
    question = Question(
        measure=measure, dimensions=dimensions, start=past.now - 61 * DAY, end=past.now + DAY,
        filters=filters,
    )  # fmt: skip
    told = cube.add_up_by_each(past, question)
    for dimension in dimensions:
        alone = cube.add_up(past, replace(question, dimensions=(dimension,)))
        assert told[dimension] == alone, dimension


def test_cohorts_are_the_same_whether_customers_stand_counted_or_not(
    past: Context, shop: Shop
) -> None:
    question = Question(
        measure=MEASURES[ReportMetric.ORDERS], dimensions=(Dimension.COHORT,),
        start=past.now - 61 * DAY, end=past.now + DAY,
    )  # fmt: skip
    before = cube.by_rows(past, question)
    customers.rebuild(shop.session, shop.id)
    assert before == cube.by_rows(past, question)
    assert len(before) > 1
