"""The summary in chat, and the rows that its figures lead to."""

from datetime import timedelta
from typing import Any

from commerce.reports import DEFINITIONS, MetricName
from commerce.vocabulary import OrderStatus, PaymentMethod, ShipmentStatus
from tests.builders import Shop
from tests.conftest import database_url  # noqa: F401  # On both.
from tools import TOOLS
from tools.base import ToolResult
from tools.cards import Button, MetricsCard
from tools.reports import BusinessSummary, business_summary

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
_TOOLS = {tool.name: tool for tool in TOOLS}


def awkward(shop: Shop) -> None:
    """Fill a week with everything that is easily counted twice, or not at all."""
    ages = (HOUR, 2 * DAY, 60 * DAY)
    for age in ages:
        for status in (OrderStatus.CONFIRMED, OrderStatus.CANCELLED, OrderStatus.FAILED):
            shop.order(status=status, placed_at=shop.now - age, total=500 + age.days)
    for age in ages:
        for payment in (PaymentMethod.COD, PaymentMethod.UPI):
            for reached in ShipmentStatus:
                _send(shop, age, payment, reached)
    two_parcels = shop.order(placed_at=shop.now - 3 * DAY)
    for _ in range(2):
        shop.parcel(two_parcels, status=ShipmentStatus.RTO_INITIATED, shipped=2 * DAY)
    shop.session.flush()


def _send(shop: Shop, age: timedelta, payment: PaymentMethod, status: ShipmentStatus) -> None:
    """Send a parcel that is told in full, one whose way out is unknown, and one that failed."""
    for known, failures in ((True, 0), (False, 0), (True, 2)):
        order = shop.order(payment=payment, placed_at=shop.now - age - DAY)
        parcel = shop.parcel(order, status=status, shipped=age + HOUR)
        parcel.out_for_delivery_at = shop.now - age if known else None
        parcel.delivered_at = (
            shop.now - age + HOUR / 2 if status is ShipmentStatus.DELIVERED else None
        )
        for _ in range(failures):
            shop.ndr_case(parcel)


def _press(shop: Shop, button: Button) -> ToolResult:
    assert button.tap is not None
    pressed = _TOOLS[button.tap.tool]
    return pressed.run(shop.context(), pressed.arguments(**button.tap.arguments))


def test_the_button_of_every_figure_lists_as_many_rows_as_it_counts(
    shop: Shop, other_shop: Shop
) -> None:
    awkward(shop)
    _send(other_shop, HOUR, PaymentMethod.COD, ShipmentStatus.DELIVERED)
    periods = ("today", "last_7_days", "all_time", "last_48_hours")
    counted = {period: _counted_and_listed(shop, period) for period in periods}
    assert {p: counts for p, (counts, _) in counted.items()} == {
        p: rows for p, (_, rows) in counted.items()
    }


def _counted_and_listed(
    shop: Shop, period: str
) -> tuple[dict[MetricName, object], dict[MetricName, object]]:
    """Return what each figure counts, and what the list behind its button counts."""
    result = business_summary.run(shop.context(), BusinessSummary(period=period))
    (card,) = (card for card in result.cards if isinstance(card, MetricsCard))
    listed = {
        definition.name: _shown(definition.name, _press(shop, metric.rows).facts)
        for definition, metric in zip(DEFINITIONS, card.metrics, strict=True)
        if metric.rows
    }
    return {name: _figure(result, name) for name in MetricName}, listed


def _shown(name: MetricName, facts: dict[str, Any]) -> object:
    """Return what a list adds up to: for revenue its total too."""
    return (facts["count"], facts["total_rupees"]) if name is MetricName.REVENUE else facts["count"]


def _figure(result: ToolResult, name: MetricName) -> object:
    figure = result.facts["metrics"][name.value]
    return (figure["rows"], figure["value"]) if name is MetricName.REVENUE else figure["rows"]


def test_a_button_pressed_tomorrow_still_shows_todays_rows(shop: Shop) -> None:
    shop.order(placed_at=shop.now - HOUR)
    result = business_summary.run(shop.context(), BusinessSummary(period="today"))
    (card,) = (card for card in result.cards if isinstance(card, MetricsCard))
    shop.order(placed_at=shop.now + DAY)
    button = card.metrics[0].rows
    assert button is not None
    assert _press(shop.at(shop.now + DAY), button).facts["count"] == 1


def test_why_a_figure_changed_is_asked_of_the_same_spans(shop: Shop) -> None:
    awkward(shop)
    shop.order(placed_at=shop.now - 9 * DAY, total=700)
    shop.session.flush()
    told = business_summary.run(shop.context(), BusinessSummary(period="last_7_days"))
    (card,) = (card for card in told.cards if isinstance(card, MetricsCard))
    buttons = dict(zip(MetricName, (metric.why for metric in card.metrics), strict=True))
    revenue, prepaid = buttons[MetricName.REVENUE], buttons[MetricName.PREPAID_RTO_RATE]
    assert prepaid is None  # Nothing came back in the span before, so there is nothing to compare.
    assert revenue is not None
    found = _press(shop, revenue).facts
    figure = told.facts["metrics"]["revenue"]
    assert (found["now"], found["before"]) == (figure["value"], figure["previous"])
