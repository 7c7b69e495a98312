"""What may narrow a change of many things is in its arguments, or is asked about."""

from collections.abc import Callable
from typing import Any

import pytest

from commerce.access import Role
from tests.agent.planner.conftest import Talk

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("cancel all unpaid orders over a week old", 7),
        ("cancel everything that is unpaid for more than 2 weeks", 14),
        ("cancel all unpaid orders which are 5+ days old", 5),
        ("ek hafte se zyada purane unpaid orders cancel kar do", 7),
        ("10 din se upar ke saare unpaid order cancel karo", 10),
        ("4 दिन से ज़्यादा पुराने सभी अनपेड ऑर्डर रद्द करो", 4),
    ],
)
async def test_an_age_bounds_what_is_cancelled(talk: Start, text: str, days: int) -> None:
    thought = await talk().say(text)
    arguments = [(call.name, call.arguments) for call in thought.calls]
    assert arguments == [("cancel_orders", {"payment": "unpaid", "older_than_days": days})]


@pytest.mark.parametrize(
    ("role", "text", "unheard"),
    [
        (Role.OWNER, "hold all cod orders from nagaland", "nagaland"),
        (Role.OWNER, "cancel all unpaid orders except those to Pune", "except"),
        (Role.OWNER, "cancel all unpaid orders sent by bluedart", "bluedart"),
        (Role.OWNER, "confirm first 10 pending orders", "first 10"),
        (Role.OWNER, "cancel all cod orders with 3 items", "3 items"),
        (Role.OWNER, "cancel all pending orders from repeat customers", "repeat"),
        (Role.OWNER, "cancel all unpaid orders, only those going to kohima", "kohima"),
        (Role.OWNER, "sab pending order confirm karo nagaland chhodkar", "nagaland chhodkar"),
        (Role.NDR_AGENT, "retry all ndr with less than 2 attempts tomorrow", "less than 2"),
    ],
)
async def test_a_bound_that_found_no_place_is_asked_about(
    talk: Start, role: Role, text: str, unheard: str
) -> None:
    thought = await talk(role).say(text)
    assert not thought.calls
    assert thought.question is not None
    assert unheard in thought.question.text


@pytest.mark.parametrize(
    ("text", "tool", "arguments"),
    [
        (
            "please go ahead and cancel every pending order from Pune right now, thanks",
            "cancel_orders", {"status": "Pending", "place": "Pune"},
        ),
        (
            "confirm all small cod orders below 2000",
            "confirm_orders", {"payment": "cod", "max_total": 2000},
        ),
        (
            "pune ke sab cod order rok do, baarish hai",
            "hold_orders", {"place": "Pune", "payment": "cod"},
        ),
    ],
)  # fmt: skip
async def test_words_that_bound_nothing_are_not_asked_about(
    talk: Start, text: str, tool: str, arguments: dict[str, Any]
) -> None:
    thought = await talk().say(text)
    assert [(call.name, call.arguments) for call in thought.calls] == [(tool, arguments)]


async def test_it_goes_on_without_the_bound_once_that_is_agreed_to(talk: Start) -> None:
    conversation = talk()
    await conversation.say("hold all cod orders from nagaland")
    thought = await conversation.say("go on without it")
    assert [(c.name, c.arguments) for c in thought.calls] == [("hold_orders", {"payment": "cod"})]


async def test_an_amount_that_may_be_meant_is_asked_for_before_all_is_refunded(
    talk: Start,
) -> None:
    thought = await talk().say("return one payment of 799 on 1042")
    assert not thought.calls
    assert thought.question is not None
    assert (thought.question.tool, thought.question.argument) == ("refund_order", "amount")


async def test_a_hold_is_taken_off_where_what_then_can_be_done_is_told(talk: Start) -> None:
    thought = await talk().say("1042 ka hold hata do, ab bhej sakte hain")
    assert [(c.name, c.arguments) for c in thought.calls] == [("release_order", {"order": "1042"})]
