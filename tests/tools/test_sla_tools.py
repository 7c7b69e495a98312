"""Service levels in chat."""

from datetime import timedelta
from typing import Any

from commerce.vocabulary import CourierType, NdrReason, OrderStatus
from tests.builders import Shop
from tools.base import Preview, Tool, ToolResult
from tools.cards import TableCard
from tools.sla import courier_scorecard, sla_breaches, sla_report
from tools.sla_setting import set_business_hours, set_holiday, set_sla


def _preview(shop: Shop, tool: Tool, **arguments: Any) -> Preview:
    assert tool.preview is not None
    return tool.preview(shop.context(), tool.arguments.model_validate(arguments))


def _run(shop: Shop, tool: Tool, **arguments: Any) -> ToolResult:
    return tool.run(shop.context(), tool.arguments.model_validate(arguments))


def test_what_is_late_comes_with_what_to_do_about_it(shop: Shop) -> None:
    shop.order("1", status=OrderStatus.PENDING, placed_at=shop.now - timedelta(days=6), total=100)
    shop.parcel(shop.order("2", total=900, status=OrderStatus.SHIPPED), awb="77",
                promised=-timedelta(days=2))  # fmt: skip
    shop.ndr_case(
        shop.parcel(shop.order("3", total=500, status=OrderStatus.SHIPPED), awb="88",
                    promised=timedelta(days=3)),
        reason=NdrReason.CUSTOMER_REFUSED, opened=timedelta(hours=30),
    )  # fmt: skip
    result = _run(shop, sla_breaches, status="breached")
    assert result.says == (
        "3 things are late by the service levels, worth ₹1,500; most of them Dispatch: 1. "
        "Nothing else is at risk."
    )
    table = result.cards[1]
    assert isinstance(table, TableCard)
    assert [row[0] for row in table.rows] == ["77", "88", "1"]
    assert [(tap.tap.tool, tap.tap.arguments) for tap in table.taps if tap.tap] == [
        ("track_parcel", {"parcel": "77"}), ("assign_ndr", {"parcel": "88"}),
        ("confirm_order", {"order": "1"}),
    ]  # fmt: skip


def test_nothing_late_is_said_so(shop: Shop) -> None:
    result = _run(shop, sla_breaches)
    assert result.says == "Nothing is late by the service levels. Nothing else is at risk."
    assert len(result.cards) == 1


def test_a_level_is_set_with_its_penalty_and_counted_by_it(shop: Shop) -> None:
    asked = {"level": "delivery", "within": 2880, "courier": "dtdc", "penalty": 50}
    shown = _preview(shop, set_sla, **asked)
    assert shown.title == "Delivery within 48 hours, DTDC"
    assert [(line.before, line.after) for line in shown.differences] == [
        ("as promised", "48 hours"), ("none", "₹50"),
    ]  # fmt: skip
    _run(shop, set_sla, **asked)
    parcel = shop.parcel(courier=CourierType.DTDC, shipped=timedelta(days=4))
    assert parcel.promised_at is not None
    facts = _run(shop, sla_report, level="delivery").facts
    assert (facts["due"], facts["kept"], facts["penalty_rupees"]) == (1, 0, 50)


def test_hours_and_a_holiday_are_shown_before_and_after(shop: Shop) -> None:
    hours = _preview(shop, set_business_hours, hours="10:30-20:00", weekly_off="Monday")
    assert [(line.before, line.after) for line in hours.differences] == [
        ("09:00–19:00", "10:30–20:00"), ("Sunday", "Monday, Sunday"),
    ]  # fmt: skip
    holiday = _preview(shop, set_holiday, day="2026-11-23")
    assert holiday.title == "23 Nov 2026 is a holiday"
    assert [(line.before, line.after) for line in holiday.differences] == [("works", "rests")]


def test_few_parcels_rank_no_courier(shop: Shop) -> None:
    shop.parcel(courier=CourierType.DTDC)
    result = _run(shop, courier_scorecard)
    assert result.says.startswith("Too few parcels from 24 Oct 2026 to 22 Nov 2026 to rank")
    assert [card["rank"] for card in result.facts["cards"]] == [None]
