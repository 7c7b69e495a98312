"""One message to the planner."""

from collections.abc import Callable
from typing import Any

import pytest

from agent.llm import CallOutcome, ToolCall
from commerce.access import Role
from tests.agent.planner.conftest import Talk
from tests.builders import Shop

Start = Callable[..., Talk]


@pytest.mark.parametrize(
    ("text", "tool", "arguments"),
    [
        ("how many orders today", "find_orders", {"period": "today"}),
        (
            "pune ke cod order jo 2000 se zyada ke hain",
            "find_orders",
            {"place": "Pune", "payment": "cod", "min_total": 2000},
        ),
        ("Asha Rao ke order dikhao", "find_orders", {"customer": "Asha Rao"}),
        ("show order 1042", "show_order", {"order": "1042"}),
        ("1042 ki detail", "show_order", {"order": "1042"}),
        ("where is 1043", "track_parcel", {"parcel": "1043"}),
        ("kaunse parcel atke hue hain", "late_parcels", {}),
        ("bluetooth earbuds kitne bache", "check_stock", {"product": "Bluetooth Earbuds"}),
        ("kya khatam hone wala hai", "low_stock", {}),
        ("pichle hafte ki sale kaisi rahi", "business_summary", {"period": "last_week"}),
        ("ऑर्डर 1042 दिखाओ", "show_order", {"order": "1042"}),
        ("open ndr dikhao", "list_ndr", {"status": "open"}),
        ("cancel order 1042", "cancel_order", {"order": "1042"}),
        ("1043 cancel kar do", "cancel_order", {"order": "1043"}),
        ("can you cancel 1042 please", "cancel_order", {"order": "1042"}),
        (
            "cancel 1042 because customer changed his mind",
            "cancel_order",
            {"order": "1042", "reason": "customer changed his mind"},
        ),
        ("1044 hold par rakho", "hold_order", {"order": "1044"}),
        ("1044 abhi mat bhejo", "hold_order", {"order": "1044"}),
        (
            "1042 kal shaam ko dobara bhej do",
            "request_reattempt",
            {"parcel": "1042", "on": "2026-11-23", "slot": "evening"},
        ),
        ("1042 ko rto kar do", "return_to_origin", {"parcel": "1042"}),
        ("1042", "show_order", {"order": "1042"}),
        ("77110041042", "track_parcel", {"parcel": "77110041042"}),
    ],
)
async def test_a_sentence_becomes_one_typed_call(
    talk: Start, text: str, tool: str, arguments: dict[str, Any]
) -> None:
    thought = await talk().say(text)
    assert [(call.name, call.arguments) for call in thought.calls] == [(tool, arguments)]


@pytest.mark.parametrize("number", ["1042", "1043"])
@pytest.mark.parametrize(
    "text",
    [
        "don't cancel {}",
        "do not rto {}",
        "never hold {} without asking",
        "i did not ask you to cancel {}",
        "no need to cancel {}",
        "why was {} cancelled",
        "can {} be cancelled?",
        "is {} cancelled?",
        "should i cancel {}",
        "what happens if i cancel {}",
        "{} cancel mat karo",
        "{} ko rto mat karna",
        "{} cancel nahi karna hai",
        "{} cancel karne ki zarurat nahi",
        "kya {} cancel ho sakta hai",
        "{} cancel kyun hua",
        "{} cancel ho gaya kya",
        "{} hold kar du kya",
        "{} कैंसल मत करना",
        "{} क्यों कैंसल हुआ",
    ],
)
async def test_a_question_or_prohibition_never_writes(talk: Start, text: str, number: str) -> None:
    thought = await talk().say(text.format(number))
    writes = {"cancel_order", "hold_order", "request_reattempt", "return_to_origin"}
    assert not writes & {call.name for call in thought.calls}


async def test_several_orders_ask_for_as_many_calls(talk: Start) -> None:
    thought = await talk().say("cancel 1042, 1043 and 1044")
    assert [call.arguments["order"] for call in thought.calls] == ["1042", "1043", "1044"]


async def test_two_requests_in_one_message_are_two_calls(talk: Start) -> None:
    thought = await talk().say("1042 cancel karo aur 1043 hold karo")
    assert [(call.name, call.arguments["order"]) for call in thought.calls] == [
        ("cancel_order", "1042"), ("hold_order", "1043"),
    ]  # fmt: skip


async def test_a_burst_is_one_request(talk: Start) -> None:
    thought = await talk().say("hi\ntrack karo\n1043 kahan hai")
    assert [(call.name, call.arguments) for call in thought.calls] == [
        ("track_parcel", {"parcel": "1043"})
    ]


async def test_a_missing_day_is_asked_for_with_days_to_press(talk: Start) -> None:
    thought = await talk().say("reattempt 1042")
    assert thought.calls == ()
    assert thought.question is not None
    assert thought.question.argument == "on"
    assert [option.tap.arguments["on"] for option in thought.question.options if option.tap] == [
        "2026-11-23", "2026-11-24", "2026-11-25",
    ]  # fmt: skip


async def test_a_missing_order_is_asked_for(talk: Start) -> None:
    thought = await talk().say("cancel kar do")
    assert thought.question is not None
    assert (thought.question.tool, thought.question.argument) == ("cancel_order", "order")


@pytest.mark.parametrize(
    ("text", "tool", "arguments"),
    [
        ("cancel all pending orders", "cancel_orders", {"status": "Pending"}),
        ("cancel yesterday's orders", "cancel_orders", {"period": "yesterday"}),
        (
            "saare unpaid order jo 5 din se purane hain cancel kar do",
            "cancel_orders", {"payment": "unpaid", "older_than_days": 5},
        ),
        (
            "confirm all COD orders of today below 2000",
            "confirm_orders", {"payment": "cod", "period": "today", "max_total": 2000},
        ),
        (
            "cancel 1042, 1043, 1044, 1045 and 1046",
            "cancel_orders", {"orders": ["1042", "1043", "1044", "1045", "1046"]},
        ),
    ],
)  # fmt: skip
async def test_a_write_on_many_at_once_is_asked_once(
    talk: Start, busy_shop: Shop, text: str, tool: str, arguments: dict[str, object]
) -> None:
    for number in ("1045", "1046"):
        busy_shop.order(number)
    thought = await talk().say(text)
    assert [(call.name, call.arguments) for call in thought.calls] == [(tool, arguments)]


@pytest.mark.parametrize(
    ("text", "tool", "arguments"),
    [
        ("take 1043 off hold", "release_order", {"order": "1043"}),
        ("refund 250 rupees on 1042", "refund_order", {"order": "1042", "amount": 250}),
        (
            "change the address of 1042 to 7 FC Road, Pune 411004", "change_delivery_address",
            {"order": "1042", "line1": "7 FC Road", "city": "Pune", "pincode": "411004"},
        ),
        (
            "send payment link for 1042 with 10% off", "send_payment_link",
            {"order": "1042", "discount_percent": 10},
        ),
        (
            "1042 pe likh do ki customer shaam ko milega", "add_note",
            {"order": "1042", "note": "customer shaam ko milega"},
        ),
    ],
)  # fmt: skip
async def test_a_change_of_an_order_is_filled_from_words(
    talk: Start, text: str, tool: str, arguments: dict[str, object]
) -> None:
    thought = await talk().say(text)
    assert [(call.name, call.arguments) for call in thought.calls] == [(tool, arguments)]


async def test_orders_of_tomorrow_cannot_be_counted(talk: Start) -> None:
    thought = await talk().say("kal kitne order aayenge")
    assert thought.calls == ()
    assert thought.question is not None
    assert thought.question.text == "I can only count days that have come. Which do you mean?"


@pytest.mark.parametrize(
    "text",
    [
        "sachin tendulkar ne kitne run banaye",
        "what is the weather today",
        "train ka ticket book karo",
        "joke sunao",
    ],
)
async def test_what_it_cannot_do_is_declined_with_what_it_can(talk: Start, text: str) -> None:
    thought = await talk().say(text)
    assert thought.calls == ()
    assert thought.question is not None
    assert thought.question.text.startswith("I cannot help with that yet")
    assert thought.question.options


async def test_thanks_are_answered_in_a_line(talk: Start) -> None:
    thought = await talk(language="hi-Latn").say("shukriya bhai")
    assert (thought.text, thought.question) == ("Khushi hui madad karke.", None)


async def test_an_id_that_does_not_exist_goes_to_the_tool_which_knows(talk: Start) -> None:
    request = talk().request("cancel order 9999")
    thought = await talk().planner.think(request)
    assert [call.arguments for call in thought.calls] == [{"order": "9999"}]


async def test_an_unknown_product_is_asked_of_the_stock_as_it_was_typed(talk: Start) -> None:
    request = talk().request("stock of wumpus")
    thought = await talk().planner.think(request)
    assert [call.arguments for call in thought.calls] == [{"product": "wumpus"}]


async def test_an_agent_is_told_what_is_not_theirs(talk: Start) -> None:
    thought = await talk(Role.NDR_AGENT).say("cancel order 1042")
    assert thought.calls == ()
    assert thought.question is not None
    assert thought.question.text.startswith("That is not something your role may ask")


@pytest.mark.parametrize(
    "text",
    ["what was your total sale today", "cancel order 2002", "stock of yoga mat", "show all ndr"],
)
async def test_a_customer_gets_only_the_customers_tools(
    customer_talk: Callable[[], Talk], text: str
) -> None:
    talk = customer_talk()
    thought = await talk.planner.think(talk.request(text))
    offered = {
        "my_orders", "track_parcel", "choose_redelivery", "correct_address", "refuse_delivery",
        "pay_online", "hand_over",
    }  # fmt: skip
    assert {call.name for call in thought.calls} <= offered


async def test_a_customer_chooses_another_day(customer_talk: Callable[[], Talk]) -> None:
    thought = await customer_talk().say("kal shaam ko bhej dena main ghar par rahunga")
    assert [(call.name, call.arguments) for call in thought.calls] == [
        ("choose_redelivery", {"on": "2026-11-23", "slot": "evening"})
    ]


async def test_a_customer_without_a_number_sees_their_orders(
    customer_talk: Callable[[], Talk],
) -> None:
    thought = await customer_talk().say("mera order kahan hai")
    assert [call.name for call in thought.calls] in (["my_orders"], ["track_parcel"])


async def test_once_calls_have_run_their_own_words_are_the_answer(talk: Start) -> None:
    outcome = CallOutcome(
        call=ToolCall(id="0.0", name="low_stock", arguments={}), status="done", says="All is well."
    )
    thought = await talk().planner.think(talk().request("kya khatam ho raha hai", (outcome,)))
    assert (thought.text, thought.calls, thought.brain) == ("All is well.", (), "planner")


async def test_the_same_words_give_the_same_thought(talk: Start) -> None:
    first, second = await talk().say("1042 cancel karo"), await talk().say("1042 cancel karo")
    assert (first.calls, first.question) == (second.calls, second.question)


@pytest.mark.parametrize(
    "text", ["", "   ", "👍👍", "?????", "x" * 5000, "\u0000\u200b", "9" * 400]
)
async def test_nothing_that_people_send_breaks_it(talk: Start, text: str) -> None:
    thought = await talk().planner.think(talk().request(text))
    assert all(call.name not in ("cancel_order", "return_to_origin") for call in thought.calls)


async def test_a_filter_that_may_not_be_meant_is_asked_about(talk: Callable[..., Talk]) -> None:
    thought = await talk().say("how many orders of yoga kurti this week")
    assert thought.calls == ()
    assert thought.question is not None
    asked = [option.tap.arguments for option in thought.question.options if option.tap]
    assert [sorted(arguments) for arguments in asked] == [["period", "product"], ["period"]]


async def test_a_greeting_on_its_own_line_is_no_part_of_the_question(
    talk: Callable[..., Talk],
) -> None:
    thought = await talk().say("hi\nwhere is\n1042")
    assert [call.name for call in thought.calls] == ["track_parcel"]
