"""A "why?" after a score leads to its reasons and their picture."""

from collections.abc import Callable

import pytest

from agent.llm import CallOutcome, PastTurn, ToolCall
from tests.agent.planner.conftest import Talk
from tools.arguments import Kind
from tools.base import Mention

Start = Callable[..., Talk]


def _told(tool: str, kind: Kind = Kind.ORDER, shown: str = "", **arguments: object) -> PastTurn:
    call = ToolCall(id="1", name=tool, arguments=arguments)
    mentions = (Mention(kind=kind, id=shown, label=shown),) if shown else ()
    outcome = CallOutcome(call=call, status="done", says="34 of 100.", mentions=mentions)
    return PastTurn(text="asked", reply="34 of 100.", outcomes=(outcome,))


@pytest.mark.parametrize(
    ("before", "says", "tool", "arguments"),
    [
        (_told("explain_risk", order="1042"), "why?", "explain_risk", {"order": "1042"}),
        (_told("explain_risk", order="1042"), "itna risk kyun hai", "explain_risk",
         {"order": "1042"}),
        (_told("risky_orders", shown="1043"), "kyun?", "explain_risk", {"order": "1043"}),
        (_told("forecast_demand", product="YOGA-MAT", days=14), "क्यों", "forecast_demand",
         {"product": "YOGA-MAT", "days": 14}),
        (_told("plan_reorder", Kind.PRODUCT, shown="YOGA-MAT"), "why so", "forecast_demand",
         {"product": "YOGA-MAT"}),
        (_told("forecast_revenue", days=7), "why is that", "forecast_revenue", {"days": 7}),
        (_told("advise_on_price", product="YOGA-MAT"), "aisa kyun", "advise_on_price",
         {"product": "YOGA-MAT"}),
        (_told("show_customer", customer="Asha Rao"), "kyu bhai", "show_customer",
         {"customer": "Asha Rao"}),
        (_told("advise_on_ndr", parcel="77110041042"), "wajah kya hai", "advise_on_ndr",
         {"parcel": "77110041042"}),
    ],
)  # fmt: skip
async def test_why_leads_to_the_reasons_of_the_score_before(
    talk: Start, before: PastTurn, says: str, tool: str, arguments: dict[str, object]
) -> None:
    chat = talk()
    chat.past.append(before)
    thought = await chat.planner.think(chat.request(says))
    assert [(call.name, call.arguments) for call in thought.calls] == [(tool, arguments)]


async def test_the_answer_to_why_is_the_reasons(talk: Start) -> None:
    chat = talk()
    chat.past.append(_told("explain_risk", order="1042"))
    asked = ToolCall(id="2", name="explain_risk", arguments={"order": "1042"})
    outcome = CallOutcome(
        call=asked, status="done", says="34 of 100.", facts={"why": "On average: 18%. COD: +16%."}
    )
    thought = await chat.planner.think(chat.request("why?", (outcome,)))
    assert thought.text == "On average: 18%. COD: +16%."


async def test_why_something_else_happened_is_asked_of_its_own_tool(talk: Start) -> None:
    chat = talk()
    chat.past.append(_told("explain_risk", order="1042"))
    thought = await chat.planner.think(chat.request("why did sales fall this month"))
    assert [call.name for call in thought.calls] == ["explain_change"]
