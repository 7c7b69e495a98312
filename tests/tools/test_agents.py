"""Agents and their parcels in chat."""

from typing import Any

import pytest
from sqlalchemy import select

from commerce.access import Role
from commerce.db.tables import NdrCaseRow
from commerce.errors import Refused
from commerce.vocabulary import NdrReason
from tests.builders import Shop
from tools.agents import set_agent, set_availability, show_agents
from tools.base import Preview, Tool, ToolResult
from tools.cards import TableCard
from tools.ndr_desk import assign_ndr
from tools.ndr_many import assign_ndrs, reassign_ndrs


def _agents(shop: Shop) -> None:
    for name, skills in (
        ("Imran Khan", {"languages": ["hi"], "reasons": ["CustomerRefused"], "cap": 40}),
        ("Priya Das", {"languages": ["ta"], "cap": 40}),
    ):
        shop.person(Role.NDR_AGENT, name=name).skills = skills
    shop.session.flush()


def _case(shop: Shop, number: str) -> NdrCaseRow:
    parcel = shop.parcel(shop.order(number, customer=shop.customer(language="hi")))
    return shop.ndr_case(parcel, reason=NdrReason.CUSTOMER_REFUSED)


def _preview(shop: Shop, tool: Tool, **arguments: Any) -> Preview:
    assert tool.preview is not None
    return tool.preview(shop.context(), tool.arguments.model_validate(arguments))


def _run(shop: Shop, tool: Tool, arguments: dict[str, Any]) -> ToolResult:
    return tool.run(shop.context(), tool.arguments.model_validate(arguments))


def test_agents_are_shown_with_what_they_work_and_have(shop: Shop) -> None:
    _agents(shop)
    result = _run(shop, show_agents, {})
    assert result.says == (
        "2 people work undelivered parcels, 2 of them on shift now; together they have 0 open."
    )
    table = result.cards[0]
    assert isinstance(table, TableCard)
    assert table.rows[0] == (
        "Imran Khan", "takes cases", "any hour", "Hindi", "Customer refused", "0 of 40", "0",
    )  # fmt: skip


def test_a_shift_and_a_cap_are_changed_under_one_yes_and_put_back(shop: Shop) -> None:
    _agents(shop)
    asked = {"person": "imran", "cap": 30, "shift": "10:00-19:00", "speaks": "Tamil"}
    shown = _preview(shop, set_agent, **asked)
    assert [(line.before, line.after) for line in shown.differences] == [
        ("Hindi", "Hindi, Tamil"), ("40 at once", "30 at once"), ("any hour", "10:00–19:00"),
    ]  # fmt: skip
    result = _run(shop, set_agent, asked)
    assert result.change is not None
    assert set_agent.undo is not None
    set_agent.undo(shop.context(), result.change)
    facts = _run(shop, show_agents, {"person": "imran"}).facts["agents"][0]
    assert (facts["cap"], facts["shift"], facts["languages"]) == (40, None, ["hi"])


def test_without_a_name_the_best_agent_is_shown_with_reasons_and_pinned(shop: Shop) -> None:
    _agents(shop)
    case = _case(shop, "1042")
    shown = _preview(shop, assign_ndr, parcel="1042")
    assert shown.arguments is not None
    assert shown.arguments["assignee"] == "Imran Khan"
    assert "Speaks the customer's language." in shown.differences[-1].after
    (best, other) = shown.facts["options"]
    assert best["expected_rupees"] == pytest.approx(sum(best["parts_rupees"].values()))
    assert other["agent"] == "Priya Das"
    _run(shop, assign_ndr, shown.arguments)
    assert case.assignee_id is not None


def test_many_go_to_whom_each_was_shown_to_go_to(shop: Shop) -> None:
    _agents(shop)
    for number in ("1", "2", "3", "4"):
        _case(shop, number)
    shown = _preview(shop, assign_ndrs, status="unassigned")
    assert shown.arguments is not None
    chosen = shown.arguments["chosen"]
    result = _run(shop, assign_ndrs, shown.arguments)
    assert result.says == "4 parcels shared out."
    cases = shop.session.scalars(select(NdrCaseRow).where(NdrCaseRow.shop_id == shop.id))
    assert sorted(case.assignee_id or 0 for case in cases) == sorted(chosen.values())


def test_what_lies_with_somebody_who_is_away_goes_to_others(shop: Shop) -> None:
    _agents(shop)
    case = _case(shop, "1042")
    _run(shop, assign_ndr, {"parcel": "1042", "assignee": "imran"})
    with pytest.raises(Refused) as refusal:
        _preview(shop, reassign_ndrs)
    assert refusal.value.key == "error-assignment-none-stuck"
    away = _run(shop, set_availability, {"person": "imran", "availability": "Away"})
    assert "One parcel that Imran Khan has not touched stays with them" in away.says
    shown = _preview(shop, reassign_ndrs)
    assert shown.arguments is not None
    _run(shop, reassign_ndrs, shown.arguments)
    facts = _run(shop, show_agents, {"person": "priya"}).facts["agents"][0]
    assert (facts["open_cases"], case.assignee_id) == (1, shown.arguments["chosen"].popitem()[1])
