"""What may be read by a whole channel, and what only by who asked."""

from typing import Final

from agent.messages import Reply
from channels.contents import Content
from tools.cards import ChartCard, MetricsCard, TableCard, TextCard

OPEN: Final = frozenset(
    {
        "advise_on_price", "business_summary", "check_stock", "compare_prices",
        "courier_performance", "dead_stock", "explain_change", "forecast_demand",
        "forecast_revenue", "list_price_changes", "low_stock", "plan_reorder", "run_report",
        "simulate_price",
    }
)  # fmt: skip
"""Tools that tell of goods, couriers and sums, and of nobody. A new tool is private until here."""

_BY_RULE: Final = frozenset({"rules", "planner", "button"})
"""Who says nothing of people without a tool. An LLM may repeat what it was told before."""


def is_private(body: Reply | None, content: Content) -> bool:
    """Tell whether a reply in a channel goes only to who asked.

    What the shop says there first is meant for all. Of an answer, words alone by rule are for all;
    what tools found is, where all of them are open and no card is about one order or person.
    """
    if body is None:
        return False
    if not body.tool_calls and body.brain not in _BY_RULE:
        return True
    if any(call.name not in OPEN for call in body.tool_calls):
        return True
    shown = (MetricsCard, ChartCard, TableCard, TextCard)
    return any(not isinstance(card, shown) for card in content.cards)
