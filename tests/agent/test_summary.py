"""What is kept of a long conversation, and that its last turn costs what an early one did."""

import json
from collections.abc import Sequence
from typing import Any

import pytest

from agent.history import REMEMBERED_TURNS
from agent.honesty import checked
from agent.llm import CallOutcome, PastTurn, Question, Thought, ToolCall
from agent.openai_brain import OpenAIBrain
from agent.scripted import ScriptedModel
from agent.summary import MOST_LETTERS, Summary, folded
from commerce import conversations
from commerce.access import Role
from tests.agent.conftest import Bench, Chat
from tests.agent.openai_stub import Call, Calls, Says, StubProvider
from tools import TOOLS
from tools.arguments import Kind
from tools.base import Mention

BY_NAME = {tool.name: tool for tool in TOOLS}


def turn(
    number: int, text: str, name: str = "", says: str = "", status: str = "done",
    mentions: Sequence[Mention] = (), question: Question | None = None, **arguments: Any,
) -> PastTurn:  # fmt: skip
    call = ToolCall(id="0.0", name=name, arguments=arguments)
    outcome = CallOutcome(call=call, status=status, says=says, mentions=tuple(mentions))
    return PastTurn(
        turn=f"t{number}", text=text, reply="", outcomes=(outcome,) if name else (),
        question=question,
    )  # fmt: skip


def summed_up(*turns: PastTurn) -> Summary:
    summary = Summary()
    for one in turns:
        summary = folded(summary, one, BY_NAME)
    return summary


def chatter(count: int, start: int = 100) -> list[PastTurn]:
    return [
        turn(
            start + n, f"stock of product {n} " + "and so on " * 30, "check_stock", product=f"P{n}",
            says=f"Product {n}: {n} pieces free to sell, " + "in many warehouses " * 20,
        )
        for n in range(count)
    ]  # fmt: skip


def test_what_was_decided_early_is_kept_through_hundreds_of_turns() -> None:
    order = Mention(kind=Kind.ORDER, id="1042", label="Order 1042")
    told = summed_up(
        turn(1, "Let's look at last month only. Never offer more than 5% discount."),
        turn(2, "cod orders of Pune", "find_orders", payment="cod", place="Pune",
             period="last_month", says="31 orders"),
        turn(3, "open 1042", "show_order", order="1042", says="₹1,499", mentions=[order]),
        turn(4, "hold it", "hold_order", order="1042", says="Order 1042 is on hold."),
        *chatter(300),
    ).told()  # fmt: skip
    assert told["terms_they_set"][:2] == [
        "Let's look at last month only.", "Never offer more than 5% discount.",
    ]  # fmt: skip
    assert told["found"][0]["arguments"] == {
        "payment": "cod", "place": "Pune", "period": "last_month",
    }  # fmt: skip
    assert told["spoken_of"] == ["order 1042 Order 1042"]
    assert told["done"] == [
        {"tool": "hold_order", "arguments": {"order": "1042"}, "says": "Order 1042 is on hold."}
    ]
    assert told["earlier_turns"] == 304


@pytest.mark.parametrize("count", [20, 500])
def test_however_long_the_talk_its_summary_is_bounded(count: int) -> None:
    terms = [turn(n, f"Remember, never do thing {n} " + "x" * 300) for n in range(40)]
    summary = summed_up(*terms, *chatter(count))
    assert len(json.dumps(summary.told(), ensure_ascii=False)) < MOST_LETTERS + 300


def test_a_turn_is_summed_up_once() -> None:
    one = turn(1, "hold it", "hold_order", order="1042", says="On hold.")
    assert summed_up(one, one).turns == 1


def test_a_question_stays_open_until_it_is_settled() -> None:
    asked = Question(text="On which day?", tool="request_reattempt", argument="on")
    waits = turn(1, "reattempt 1042", question=asked)
    refund = turn(
        2, "refund 1043", "refund_order", status="awaiting_approval", says="Refund ₹799?"
    )  # fmt: skip
    assert summed_up(waits, refund).told()["not_settled"] == [
        "we asked: On which day?", "waited for a yes: Refund ₹799?",
    ]  # fmt: skip
    settled = turn(3, "tomorrow", "request_reattempt", parcel="1042", says="Booked.")
    assert summed_up(waits, settled).told().get("not_settled") is None


def test_where_nothing_left_the_window_nothing_is_told() -> None:
    assert Summary().told() == {}


async def test_a_model_is_told_what_left_the_last_turns(bench: Bench) -> None:
    seller = bench.knows(Role.OWNER)
    model = ScriptedModel(*[Thought(text="Noted.") for _ in range(REMEMBERED_TURNS + 3)])
    async with bench.assistant(model) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        await chat.say("Only Pune from now on please")
        for number in range(REMEMBERED_TURNS + 2):
            bench.clock.turn(seconds=30)
            await chat.say(f"and then {number}")
    assert [len(request.past) for request in model.requests[-3:]] == [REMEMBERED_TURNS] * 3
    assert [request.before.get("earlier_turns") for request in model.requests[-3:]] == [None, 1, 2]
    assert model.requests[-1].before["terms_they_set"] == ["Only Pune from now on please"]
    bench.session.rollback()
    row = conversations.conversation_of(bench.session, chat.conversation)
    assert row is not None
    assert row.summary is not None
    assert row.summary["turns"] == 2


@pytest.mark.slow
async def test_a_late_turn_costs_what_an_early_one_did(bench: Bench) -> None:
    for number in range(1042, 1052):
        bench.shop.order(str(number), total=number)
    seller = bench.knows(Role.OWNER)

    def answers(body: dict[str, Any]) -> Says | Calls:
        if body["messages"][-1]["role"] == "tool":
            return Says("That is it.")
        order = body["messages"][-1]["content"].split()[-1]
        return Calls.of(Call("show_order", {"order": order}))

    with StubProvider(otherwise=answers) as provider:
        brain = OpenAIBrain(api_key="k", model="m", base_url=provider.url)
        async with bench.assistant(brain) as assistant:
            chat = Chat(assistant, seller, bench.clock)
            for number in range(50):
                bench.clock.turn(seconds=30)
                await chat.say(f"Only orders of Asha, such as order {1042 + number % 10}")
        await brain.aclose()
    sizes = [len(json.dumps(seen.body)) for seen in provider.requests]
    assert sizes[-1] < 1.02 * sizes[2 * 2 * REMEMBERED_TURNS + 1]
    assert (
        "Only orders of [NAME_1], such as order 1042"
        in provider.requests[-1].messages[0]["content"]
    )


def test_what_was_done_early_may_be_spoken_of_late_and_nothing_else() -> None:
    hold = turn(1, "hold it", "hold_order", order="1042", says="Order 1042 is on hold.")
    early = summed_up(hold).as_past()
    said = "Order 1042 was put on hold. Order 1043 was cancelled."
    assert checked(said, outcomes=(), past=(early,)).text == "Order 1042 was put on hold."
