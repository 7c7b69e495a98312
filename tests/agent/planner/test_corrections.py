"""What explains a request, what puts it right, and what comes in pieces."""

from collections.abc import Callable
from typing import Any

import pytest

from agent.llm import Thought
from commerce.access import Role
from tests.agent.planner.conftest import Talk

Start = Callable[..., Talk]
Said = list[tuple[str, dict[str, object]]]

BOOKED = "1042 kal subah reattempt karwao"


def calls(thought: Thought) -> Said:
    return [(call.name, call.arguments) for call in thought.calls]


async def replied(chat: Talk, text: str) -> Thought:
    """Say something, and return what is answered once its calls have run."""
    await chat.say(text)
    outcomes = chat.past.pop().outcomes
    return await chat.planner.think(chat.request(text, outcomes))


@pytest.mark.parametrize(
    ("role", "text", "reason"),
    [
        (Role.OWNER, "1042 hold kar do, address confirm karna hai", "address confirm karna hai"),
        (Role.NDR_AGENT, "send back parcel 1042, customer refused twice", "customer refused twice"),
        (Role.NDR_AGENT, "1042 rto kar do, customer ne do baar mana kiya",
         "customer ne do baar mana kiya"),
    ],
)  # fmt: skip
async def test_a_clause_that_explains_is_the_reason(
    talk: Start, role: Role, text: str, reason: str
) -> None:
    thought = await talk(role).say(text)
    assert [call.arguments.get("reason") for call in thought.calls] == [reason]


async def test_what_explains_is_not_declined(talk: Start) -> None:
    after = await replied(talk(), "1042 hold kar do, address confirm karna hai")
    assert after.question is None


async def test_a_second_request_that_cannot_be_met_is_declined(talk: Start) -> None:
    text = "1042 hold kar do, address confirm karna hai aur 1043 ka invoice bhejo"
    after = await replied(talk(), text)
    assert after.question is not None
    assert after.question.text.startswith("I cannot help with that yet")


async def test_an_order_of_another_request_is_not_held(talk: Start) -> None:
    text = "1042 hold kar do, address confirm karna hai aur 1043 ka invoice bhejo"
    assert [call.arguments["order"] for call in (await talk().say(text)).calls] == ["1042"]


async def test_a_prohibition_that_is_explained_stays_one(talk: Start) -> None:
    thought = await talk().say("1042 cancel mat karo, address confirm karna hai")
    assert thought.calls == ()


@pytest.mark.parametrize(
    "text",
    [
        "bhai suno\n1042 ka\nkal shaam ko reattempt lagana hai",
        "1042\nkal shaam ko\nreattempt lagana hai",
        "hello ji\nreattempt lagana hai kal shaam ko\n1042",
    ],
)
async def test_the_lines_of_a_burst_are_one_request(talk: Start, text: str) -> None:
    assert calls(await talk(Role.NDR_AGENT).say(text)) == [
        ("request_reattempt", {"parcel": "1042", "on": "2026-11-23", "slot": "evening"})
    ]


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("sorry, make that tomorrow evening", {"on": "2026-11-23", "slot": "evening"}),
        ("nahi nahi kal nahi parso", {"on": "2026-11-24", "slot": "morning"}),
        ("kal nahi parso", {"on": "2026-11-24", "slot": "morning"}),
        ("no, 25th", {"on": "2026-11-25", "slot": "morning"}),
        ("ruko galat ho gaya, parso karna tha", {"on": "2026-11-24", "slot": "morning"}),
    ],
)
async def test_another_day_replaces_the_one_just_asked_for(
    talk: Start, text: str, corrected: dict[str, Any]
) -> None:
    chat = talk(Role.NDR_AGENT)
    await chat.say(BOOKED)
    assert calls(await chat.say(text)) == [("request_reattempt", {"parcel": "1042"} | corrected)]


@pytest.mark.parametrize(
    "text",
    [
        "oh no i meant 1043", "wait wrong one, 1043", "ruko, galat ho gaya, 1043 cancel karna tha",
        "1042 nahi 1043", "sorry 1043",
    ],
)  # fmt: skip
async def test_another_order_replaces_the_one_just_named(talk: Start, text: str) -> None:
    chat = talk()
    await chat.say("cancel 1042")
    assert calls(await chat.say(text)) == [("cancel_order", {"order": "1043"})]


async def test_the_second_replaces_the_first_of_a_list(talk: Start) -> None:
    chat = talk()
    await chat.say("orders of Asha Rao")
    shown = [mention.id for mention in chat.past[0].outcomes[0].mentions]
    await chat.say("cancel the first one")
    assert calls(await chat.say("not that one, the second")) == [
        ("cancel_order", {"order": shown[1]})
    ]


@pytest.mark.parametrize(
    "text",
    [
        "no, don't cancel 1043", "nahi 1043 cancel nahi karna hai", "sorry 1043 cancel mat karna",
        "sorry, is 1043 cancelled?", "wait, why was 1043 cancelled", "nahi, 1043 nahi",
        "sorry, what about 1043?", "nahi", "rehne do",
    ],
)  # fmt: skip
async def test_a_prohibition_or_a_question_corrects_nothing(talk: Start, text: str) -> None:
    chat = talk()
    await chat.say("cancel 1042")
    thought = await chat.say(text)
    assert "cancel_order" not in [call.name for call in thought.calls]


@pytest.mark.parametrize(
    ("request_said", "answer", "call"),
    [
        ("hold karo", "1043", ("hold_order", {"order": "1043"})),
        ("track karo", "77110041043", ("track_parcel", {"parcel": "77110041043"})),
        ("cancel order", "order 1042", ("cancel_order", {"order": "1042"})),
        ("cancel kar do", "77110041042", ("cancel_order", {"order": "1042"})),
    ],
)
async def test_a_bare_number_answers_which(
    talk: Start, request_said: str, answer: str, call: tuple[str, dict[str, object]]
) -> None:
    chat = talk()
    await chat.say(request_said)
    assert calls(await chat.say(answer)) == [call]


@pytest.mark.parametrize(
    "text",
    [
        "1042 deliver nahi hua, kya karna chahiye?", "77110041042 deliver nahi hua, ab kya karu",
        "parcel 77110041042 was not delivered, what should we do?",
    ],
)  # fmt: skip
async def test_what_to_do_about_an_undelivered_parcel_is_advice(talk: Start, text: str) -> None:
    chat = talk(Role.NDR_AGENT)
    thought = await chat.planner.think(chat.request(text))
    assert [call.name for call in thought.calls] == ["advise_on_ndr"]


@pytest.mark.parametrize(
    "text",
    [
        "1042 reattempt kal, alternate number 9820012345",
        "reattempt 1042 tomorrow with alternate number 9820012345",
        "reattempt 1042 tomorrow, phone 9820012345", "reattempt 1042 tomorrow, call 9820012345",
    ],
)  # fmt: skip
async def test_another_number_goes_to_the_courier(talk: Start, text: str) -> None:
    assert calls(await talk(Role.NDR_AGENT).say(text)) == [
        ("request_reattempt", {"parcel": "1042", "on": "2026-11-23", "phone": "+919820012345"})
    ]


@pytest.mark.parametrize(
    "text", ["kal aaya tha courier 1042 ka, dobara bhejo", "1042 kal gaya tha, reattempt karo"]
)
async def test_the_kal_of_what_was_is_no_day_to_come(talk: Start, text: str) -> None:
    thought = await talk(Role.NDR_AGENT).say(text)
    assert thought.calls == ()
    assert thought.question is not None
    assert (thought.question.tool, thought.question.argument) == ("request_reattempt", "on")


async def test_the_day_to_come_is_taken_beside_the_kal_of_what_was(
    customer_talk: Callable[[], Talk],
) -> None:
    text = "kal delivery wala aaya tha, ghar pe nahi tha, parso bhejo"
    assert calls(await customer_talk().say(text)) == [("choose_redelivery", {"on": "2026-11-24"})]


@pytest.mark.parametrize(
    "text",
    [
        "mujhe nahi chahiye, wapas bhej do", "don't want it any more, take it back",
        "order cancel karna hai mera", "cancel my order", "i want to return this",
    ],
)  # fmt: skip
async def test_a_customer_who_wants_it_no_more_may_give_it_up(
    customer_talk: Callable[[], Talk], text: str
) -> None:
    chat = customer_talk()
    thought = await chat.planner.think(chat.request(text))
    assert calls(thought) == [("refuse_delivery", {"reason": text})]


@pytest.mark.parametrize(
    "text",
    ["kya mera order cancel ho gaya", "mera order cancel mat karna", "parso wapas bhej dena"],
)
async def test_a_customer_who_still_wants_it_keeps_it(
    customer_talk: Callable[[], Talk], text: str
) -> None:
    chat = customer_talk()
    thought = await chat.planner.think(chat.request(text))
    assert {"hand_over", "refuse_delivery"}.isdisjoint(call.name for call in thought.calls)


@pytest.mark.parametrize(
    "text", ["cancel the order of Asha Rao", "Asha Rao ka order cancel kar do"]
)
async def test_a_named_customers_open_orders_are_offered(talk: Start, text: str) -> None:
    thought = await talk().say(text)
    assert thought.calls == ()
    assert thought.question is not None
    taps = [option.tap for option in thought.question.options if option.tap]
    assert [(tap.tool, tap.arguments["order"]) for tap in taps] == [
        ("cancel_order", "1044"), ("cancel_order", "1043"), ("cancel_order", "1042"),
    ]  # fmt: skip


async def test_somebodys_order_is_not_the_one_spoken_of(talk: Start) -> None:
    chat = talk()
    await chat.say("show order 1043")
    assert (await chat.say("Asha Rao ka order cancel kar do")).calls == ()
