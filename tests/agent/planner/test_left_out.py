"""What a question names and its answer cannot be narrowed by is said, never dropped."""

from collections.abc import Callable
from typing import Any

import pytest

from commerce.access import Role
from tests.agent.planner.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("business summary of mumbai", "mumbai"),
        ("risky orders of amazon", "amazon"),
        ("risky orders above 5000", "above 5000"),
        ("late parcels in pune", "pune"),
        ("sales on upi today", "upi"),
        ("courier performance of bluedart in pune", "bluedart"),
    ],
)
async def test_a_filter_that_cannot_be_applied_is_said(talk: Start, text: str, left: str) -> None:
    thought = await talk().say(text)
    assert not thought.calls
    assert thought.question is not None
    assert f"“{left}”" in thought.question.text


async def test_a_question_goes_on_without_the_filter_where_that_is_wished(talk: Start) -> None:
    conversation = talk()
    await conversation.say("late parcels in pune")
    thought = await conversation.say("go on without it")
    assert [(c.name, c.arguments) for c in thought.calls] == [("late_parcels", {})]


@pytest.mark.parametrize(
    ("text", "method"), [("orders paid by upi", "upi"), ("card wale order dikhao", "card")]
)
async def test_orders_paid_in_one_way_are_those_and_no_others(
    talk: Start, text: str, method: str
) -> None:
    thought = await talk().say(text)
    assert [c.name for c in thought.calls] == ["find_orders"]
    assert thought.calls[0].arguments["payment"] == method


async def test_the_courier_that_lost_most_is_ranked_and_no_lost_parcels_listed(talk: Start) -> None:
    thought = await talk().say("wich cuorier lost most parcels last mnth")
    (call,) = thought.calls
    assert (call.name, call.arguments) == (
        "run_report",
        {"metric": "lost_parcels", "dimension": "courier", "period": "last_month"},
    )


async def test_what_things_are_ranked_by_is_asked_where_it_was_not_understood(talk: Start) -> None:
    thought = await talk().say("which warehouse runs out first")
    assert not thought.calls
    assert thought.question is not None
    assert (thought.question.tool, thought.question.argument) == ("run_report", "metric")


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("kal subah tak kaunse ndr ki deadline hai", {"status": "due_tomorrow"}),
        ("which ndr cases are due by tomorrow morning", {"status": "due_tomorrow"}),
        ("kal aaye hue ndr", {"period": "yesterday"}),
    ],
)
async def test_a_deadline_lies_ahead(talk: Start, text: str, arguments: dict[str, Any]) -> None:
    thought = await talk(Role.NDR_AGENT).say(text)
    assert [(c.name, c.arguments) for c in thought.calls] == [("list_ndr", arguments)]


@pytest.mark.parametrize(
    "text",
    [
        "sales kal kam kyun hue aur kitne order aaye",
        "why did sales drop yesterday and how many orders came",
    ],
)
async def test_what_came_in_is_of_the_days_that_the_message_named(talk: Start, text: str) -> None:
    thought = await talk().say(text)
    assert [(c.name, c.arguments["period"]) for c in thought.calls] == [
        ("explain_change", "yesterday"),
        ("find_orders", "yesterday"),
    ]


async def test_money_given_back_on_an_order_spoken_of_apart_is_an_amount(talk: Start) -> None:
    thought = await talk().say("give 300 back on the last order")
    assert not thought.calls
    assert thought.question is not None
    assert (thought.question.tool, thought.question.argument) == ("refund_order", "order")
    assert thought.question.arguments == {"amount": 300}


@pytest.mark.parametrize("text", ["what is 345 * 22", "345 x 22 kitna hota hai"])
async def test_numbers_to_reckon_with_are_no_orders(talk: Start, text: str) -> None:
    thought = await talk().say(text)
    assert not thought.calls
    assert thought.question is not None
    assert thought.question.tool == ""


async def test_what_is_not_needed_and_told_to_be_deleted_is_asked_about(talk: Start) -> None:
    text = "We do not need it any more, delete the Diwali workflow for good"
    thought = await talk().say(text)
    assert thought.question is not None
    assert thought.question.tool == "retire_workflow"


async def test_a_price_to_change_asks_of_what(talk: Start) -> None:
    thought = await talk().say("दाम बदलना है")
    assert thought.question is not None
    assert (thought.question.tool, thought.question.argument) == ("set_price", "product")


async def test_whether_an_attempt_was_fake_is_asked_of_its_case(talk: Start) -> None:
    thought = await talk(Role.NDR_AGENT).say("was the attempt on 1042 fake?")
    assert [(c.name, c.arguments) for c in thought.calls] == [("advise_on_ndr", {"parcel": "1042"})]


async def test_what_is_told_beside_a_command_does_not_turn_it_into_another(talk: Start) -> None:
    thought = await talk().say("keep 1042 back for now, buyer will send a new house number")
    assert [(c.name, c.arguments["order"]) for c in thought.calls] == [("hold_order", "1042")]


async def test_how_far_a_parcel_came_bounds_no_amount(talk: Start) -> None:
    thought = await talk(Role.NDR_AGENT).say("1042 कहाँ तक पहुँचा")
    assert [(c.name, c.arguments) for c in thought.calls] == [("track_parcel", {"parcel": "1042"})]


async def test_a_bound_of_risk_is_a_score_and_no_money(talk: Start) -> None:
    thought = await talk().say("risky orders of this week above 70")
    (call,) = thought.calls
    assert (call.name, call.arguments) == ("risky_orders", {"min_score": 70, "period": "this_week"})


async def test_what_comes_on_one_day_of_the_week_comes_weekly(talk: Start) -> None:
    thought = await talk().say("mail me the weekly profit every friday at 6 pm")
    assert thought.calls[0].arguments["cadence"] == "weekly"


async def test_a_word_that_nobody_taught_makes_an_unsure_answer_a_question(talk: Start) -> None:
    thought = await talk().say("virat kohli ne kitne run banaye")
    assert not thought.calls


@pytest.mark.parametrize("text", ["show confirmed orders", "confirmed orders dikhao"])
async def test_who_asks_to_see_what_a_verb_describes_is_not_asked_to_do_it(
    talk: Start, text: str
) -> None:
    thought = await talk().say(text)
    assert [(c.name, c.arguments) for c in thought.calls] == [
        ("find_orders", {"status": "Confirmed"})
    ]
