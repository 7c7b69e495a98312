"""Reports built to order in chat: sentence, table, chart, and the rows behind each row."""

import itertools
import json
from dataclasses import replace
from datetime import timedelta

import pytest

from commerce.reports import MEASURES, Dimension, ReportMetric
from commerce.reports.measures import fits
from commerce.vocabulary import (
    CourierType,
    OrderStatus,
    PaymentMethod,
    SalesChannel,
    ShipmentStatus,
)
from commerce.words import LANGUAGES
from tests.builders import Shop
from tools import TOOLS
from tools.base import ToolResult
from tools.cards import ChartCard, TableCard
from tools.report_builder import ExplainChange, RunReport, explain_change, run_report

DAY = timedelta(days=1)
_TOOLS = {tool.name: tool for tool in TOOLS}


def _table(result: ToolResult) -> TableCard:
    return next(card for card in result.cards if isinstance(card, TableCard))


def _chart(result: ToolResult) -> ChartCard:
    return next(card for card in result.cards if isinstance(card, ChartCard))


def _fortnight(shop: Shop) -> None:
    for number in range(28):
        order = shop.order(
            placed_at=shop.now - number // 2 * DAY, total=500 + number,
            channel=list(SalesChannel)[number % 3],
            payment=PaymentMethod.COD if number % 3 else PaymentMethod.UPI,
            status=OrderStatus.CANCELLED if number % 9 == 0 else OrderStatus.DELIVERED,
        )  # fmt: skip
        status = ShipmentStatus.RTO_DELIVERED if number % 4 == 0 else ShipmentStatus.DELIVERED
        shop.parcel(
            order, status=status, shipped=number // 2 * DAY,
            courier=CourierType.DTDC if number % 2 else CourierType.DELHIVERY,
        )  # fmt: skip
    shop.session.flush()


def test_a_report_is_told_in_a_sentence_a_chart_and_a_table_with_its_total(shop: Shop) -> None:
    shop.order(channel=SalesChannel.AMAZON, total=3000)
    shop.order(channel=SalesChannel.SHOPIFY, total=1000)
    args = RunReport(dimension=Dimension.CHANNEL, period="this_month")
    result = run_report.run(shop.context(), args)
    assert result.says == (
        "Revenue by Channel, 1 Nov 2026 to 22 Nov 2026: ₹4,000 in all. "
        "Most: Amazon with ₹3,000 (75%); least: Shopify with ₹1,000."
    )
    assert _table(result).rows == (
        ("Amazon", "₹3,000", "75%"), ("Shopify", "₹1,000", "25%"), ("Total", "₹4,000", "100%"),
    )  # fmt: skip
    assert (_chart(result).shape, _chart(result).series[0].values) == ("bar", (3000.0, 1000.0))
    assert result.facts["total"] == {"value": 4000}


def test_each_row_leads_to_exactly_its_rows(shop: Shop) -> None:
    _fortnight(shop)
    for metric, dimension in (
        (ReportMetric.REVENUE, Dimension.CHANNEL), (ReportMetric.CANCELLED, Dimension.WEEK),
        (ReportMetric.RTO_RATE, Dimension.COURIER), (ReportMetric.RTO_PARCELS, Dimension.PAYMENT),
        (ReportMetric.PARCELS_SENT, Dimension.DAY), (ReportMetric.LOST_PARCELS, Dimension.COURIER),
    ):  # fmt: skip
        result = run_report.run(shop.context(), RunReport(metric=metric, dimension=dimension))
        rows = result.facts["rows"]
        assert len(_table(result).taps) == len(rows)
        for tap, row in zip(_table(result).taps, rows, strict=True):
            assert tap.tap is not None
            pressed = _TOOLS[tap.tap.tool]
            shown = pressed.run(shop.context(), pressed.arguments(**tap.tap.arguments)).facts
            value = shown["total_rupees"] if metric is ReportMetric.REVENUE else shown["count"]
            counted = round(row["value"] * row["of"]) if "of" in row else row["value"]
            assert (metric, value) == (metric, counted)


def test_couriers_are_ranked_by_the_parcels_they_lost(shop: Shop) -> None:
    for courier, lost in ((CourierType.DTDC, 2), (CourierType.DELHIVERY, 1)):
        for number in range(3):
            status = ShipmentStatus.LOST if number < lost else ShipmentStatus.DELIVERED
            shop.parcel(shop.order(placed_at=shop.now - DAY), status=status, courier=courier)
    shop.session.flush()
    args = RunReport(metric=ReportMetric.LOST_PARCELS, dimension=Dimension.COURIER)
    rows = run_report.run(shop.context(), args).facts["rows"]
    assert [(row["courier"], row["value"]) for row in rows] == [("DTDC", 2), ("Delhivery", 1)]


def test_two_dimensions_make_a_table_with_columns(shop: Shop) -> None:
    _fortnight(shop)
    args = RunReport(
        metric=ReportMetric.ORDERS, dimension=Dimension.CHANNEL, then_by=Dimension.PAYMENT
    )
    result = run_report.run(shop.context(), args)
    assert [column.label for column in _table(result).columns] == [
        "Channel", "COD", "prepaid", "Total", "Share",
    ]  # fmt: skip
    assert _chart(result).shape == "stacked_bar"


def test_the_same_dimension_said_twice_is_one(shop: Shop) -> None:
    args = RunReport(dimension=Dimension.CITY, then_by=Dimension.CITY)
    assert run_report.run(shop.context(), args).facts["by"] == ["city"]


def test_a_pie_is_drawn_only_of_parts_of_a_whole(shop: Shop) -> None:
    _fortnight(shop)
    for metric, shape in ((ReportMetric.REVENUE, "pie"), (ReportMetric.RTO_RATE, "bar")):
        args = RunReport.model_validate({"metric": metric, "dimension": "payment", "chart": "pie"})
        assert _chart(run_report.run(shop.context(), args)).shape == shape


def test_why_revenue_fell_names_the_channel_that_fell(shop: Shop) -> None:
    for days in (8, 9):
        shop.order(channel=SalesChannel.AMAZON, total=1000, placed_at=shop.now - days * DAY)
        shop.order(channel=SalesChannel.SHOPIFY, total=500, placed_at=shop.now - days * DAY)
    for days in (1, 2):
        shop.order(channel=SalesChannel.SHOPIFY, total=500, placed_at=shop.now - days * DAY)
    result = explain_change.run(shop.context(), ExplainChange())
    assert result.says == (
        "Revenue, 16 Nov 2026 to 22 Nov 2026 against 9 Nov 2026 to 15 Nov 2026: "
        "₹1,000 against ₹3,000 (down 66.7%). Most of it by Channel: Amazon −₹2,000."
    )
    assert _table(result).rows[-1] == ("Total", "₹3,000", "₹1,000", "−₹2,000")


@pytest.mark.slow
def test_every_report_can_be_told_and_every_metric_and_dimension_in_every_language(
    shop: Shop,
) -> None:
    _fortnight(shop)
    metrics, dimensions, languages = list(MEASURES), list(Dimension), list(LANGUAGES)
    pairs = [
        (metric, dimension)
        for metric, dimension in itertools.product(metrics, dimensions)
        if fits(MEASURES[metric], dimension) or metric is ReportMetric.RETENTION
    ]
    for metric, dimension in pairs:
        turn = metrics.index(metric) + dimensions.index(dimension)
        ctx = replace(shop.context(), language=languages[turn % len(languages)])
        args = RunReport(metric=metric, dimension=dimension, compare=True)
        facts = run_report.run(ctx, args).facts
        assert json.loads(json.dumps(facts)) == facts


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_change_can_be_told_in_every_language(shop: Shop, language: str) -> None:
    _fortnight(shop)
    ctx = replace(shop.context(), language=language)
    for metric in (ReportMetric.REVENUE, ReportMetric.RTO_RATE, ReportMetric.AOV):
        facts = explain_change.run(ctx, ExplainChange(metric=metric)).facts
        assert json.loads(json.dumps(facts)) == facts
        assert [split["by"] for split in facts["splits"]]
