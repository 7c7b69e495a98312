"""Why a figure moved: the parts of a change add up to it exactly."""

from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commerce import periods, reports
from commerce.errors import Refused
from commerce.reports import Dimension, Explanation, ReportMetric, Sum, figure, rules
from commerce.vocabulary import (
    CourierType,
    OrderStatus,
    PaymentMethod,
    SalesChannel,
    ShipmentStatus,
)
from tests.builders import Shop

DAY = timedelta(days=1)

parts = st.dictionaries(
    st.sampled_from("abcde"),
    st.integers(0, 50).flatmap(
        lambda below: st.builds(Sum, st.integers(0, max(below, 1)), st.just(below))
    ),
    min_size=1,
)


@given(now=parts, before=parts)
def test_rates_and_mix_add_up_to_the_change_of_a_share_exactly(
    now: dict[str, Sum], before: dict[str, Sum]
) -> None:
    def whole(found: dict[str, Sum]) -> Sum:
        return sum((s for s in found.values() if s.below), start=Sum())

    def with_rows(found: dict[str, Sum]) -> dict[str, Sum]:
        return {key: part for key, part in found.items() if part.below}

    did = rules.parts_of_share(with_rows(now), with_rows(before))
    after, earlier = whole(now), whole(before)
    if after.below and earlier.below:
        change = Fraction(after.above, after.below) - Fraction(earlier.above, earlier.below)
        assert sum((rate + mix for rate, mix in did.values()), start=Fraction(0)) == change
    else:
        assert did == {}


def test_the_same_rates_in_another_mix_are_told_as_mix_alone() -> None:
    # COD comes back at 30 %, prepaid at 10 %, in both spans; only their shares change.
    before = {"cod": Sum(15, 50), "prepaid": Sum(5, 50)}
    now = {"cod": Sum(24, 80), "prepaid": Sum(2, 20)}
    did = rules.parts_of_share(now, before)
    assert [rate for rate, _ in did.values()] == [0, 0]
    assert sum(mix for _, mix in did.values()) == Fraction(6, 100)


def test_what_moved_more_surprises_more() -> None:
    before = {"a": Sum(50), "b": Sum(50)}
    assert rules.surprise(before, before) == 0
    small = rules.surprise({"a": Sum(60), "b": Sum(40)}, before)
    assert 0 < small < rules.surprise({"a": Sum(90), "b": Sum(10)}, before) < 1


def _explain(shop: Shop, metric: ReportMetric, *dimensions: Dimension) -> Explanation:
    ctx = shop.context()
    period = periods.resolve("last_7_days", now=ctx.now, zone=ctx.zone)
    return reports.explain_change(ctx, metric, period, dimensions=dimensions)


def test_every_split_of_a_change_adds_up_to_it(shop: Shop) -> None:
    variants = [shop.variant(), shop.variant(title="Mug"), None]
    for number in range(28):
        order = shop.order(
            placed_at=shop.now - number // 2 * DAY, total=400 + 37 * number,
            channel=list(SalesChannel)[number % 4], variant=variants[number % 3],
            payment=PaymentMethod.COD if number % 3 else PaymentMethod.UPI,
            status=OrderStatus.CANCELLED if number % 7 == 0 else OrderStatus.SHIPPED,
        )  # fmt: skip
        order.total_minor += 4900
        status = ShipmentStatus.RTO_DELIVERED if number % 5 < 2 else ShipmentStatus.DELIVERED
        shop.parcel(
            order, status=status, shipped=number // 2 * DAY,
            courier=CourierType.DTDC if number % 2 else CourierType.DELHIVERY,
        )  # fmt: skip
    shop.session.flush()
    for metric in (ReportMetric.REVENUE, ReportMetric.AOV, ReportMetric.RTO_RATE):
        found = _explain(shop, metric)
        now, before = figure_of(found)
        assert found.splits
        for split in found.splits:
            told = sum(part.points for part in split.contributions)
            assert told == pytest.approx(now - before), split.dimension


def figure_of(found: Explanation) -> tuple[float, float]:
    """Return both figures unrounded."""
    if found.measure.below is None:
        return found.now.above, found.before.above
    return found.now.above / found.now.below, found.before.above / found.before.below


def test_the_dimension_that_moved_most_is_told_first(shop: Shop) -> None:
    # Amazon fell away; the payment stayed as it was.
    for number in range(8):
        channel = SalesChannel.AMAZON if number % 2 else SalesChannel.SHOPIFY
        shop.order(channel=channel, placed_at=shop.now - 9 * DAY, total=500)
    for _ in range(4):
        shop.order(channel=SalesChannel.SHOPIFY, placed_at=shop.now - 2 * DAY, total=500)
    found = _explain(shop, ReportMetric.REVENUE)
    first = found.splits[0]
    assert (first.dimension, first.contributions[0].key.value) == (Dimension.CHANNEL, "Amazon")
    assert first.contributions[0].points == -200_000
    assert figure(found.measure, found.now) == 200_000


def test_what_would_be_counted_twice_is_not_taken_apart(shop: Shop) -> None:
    with pytest.raises(Refused, match="do not add up"):
        _explain(shop, ReportMetric.RTO_RATE, Dimension.PRODUCT)


def test_a_few_that_moved_much_tell_more_than_many_that_moved_little() -> None:
    assert rules.concentration([-90, 5, 5]) == 1
    assert rules.concentration([1] * 30) == pytest.approx(0.1)
    assert rules.concentration([]) == 0
