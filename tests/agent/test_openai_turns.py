"""Whole turns with a provider over real HTTP: what it is told, and what it can bring about."""

import json
from collections.abc import AsyncIterator, Callable

import pytest

from agent.brains import FallbackBrain, QuickBrain
from agent.budget import Budget, Purse, ShopPurse
from agent.llm import Thought, ToolCall
from agent.openai_brain import OpenAIBrain
from agent.scripted import ScriptedModel
from commerce.access import Role
from commerce.db import session_factory
from commerce.vocabulary import OrderStatus
from tests.agent.conftest import Bench, Chat
from tests.agent.openai_stub import (
    Call,
    Calls,
    Fails,
    Says,
    StubProvider,
    repeats_what_tools_say,
    unanswered_calls,
)

Open = Callable[..., OpenAIBrain]


@pytest.fixture
async def open_brain() -> AsyncIterator[Open]:
    opened: list[OpenAIBrain] = []

    def open_(provider: StubProvider, purse: Purse | None = None) -> OpenAIBrain:
        opened.append(OpenAIBrain(api_key="k", model="m", base_url=provider.url, purse=purse))
        return opened[-1]

    yield open_
    for brain in opened:
        await brain.aclose()


async def test_calls_made_at_once_are_carried_out_and_answered(
    bench: Bench, open_brain: Open
) -> None:
    bench.shop.order("1042", total=1499)
    bench.shop.order("1043", total=799)
    seller = bench.knows(Role.OWNER)
    both = Calls.of(Call("show_order", {"order": "1042"}), Call("show_order", {"order": "1043"}))
    said = Says("Order 1042 is ₹1,499 and 1043 is ₹799; the refund of ₹99 is done.")
    with StubProvider(both, said, otherwise=repeats_what_tools_say) as provider:
        async with bench.assistant(open_brain(provider)) as assistant:
            chat = Chat(assistant, seller, bench.clock)
            reply = await chat.say("1042 and 1043?")
            await chat.say("thanks")
    assert [call.status for call in reply.tool_calls] == ["done", "done"]
    assert reply.brain == "openai"
    assert "₹99 " not in reply.text
    assert "1042" in reply.text
    assert all(unanswered_calls(seen.messages) == [] for seen in provider.requests)
    assert len(provider.requests) == 3


async def test_a_call_that_is_no_json_is_mended_by_the_model(
    bench: Bench, open_brain: Open
) -> None:
    bench.shop.order("1042", total=1499)
    seller = bench.knows(Role.OWNER)
    script = (
        Calls.of(Call("show_order", '{"order": "10')),
        Calls.of(Call("show_order", {"order": "1042"})),
        Says("It is worth ₹1,499."),
    )
    with StubProvider(*script) as provider:
        async with bench.assistant(open_brain(provider)) as assistant:
            reply = await Chat(assistant, seller, bench.clock).say("what about 1042?")
    assert [call.status for call in reply.tool_calls] == ["failed", "done"]
    assert reply.text == "It is worth ₹1,499."
    assert "not_valid_json" in provider.requests[1].messages[-1]["content"]


async def test_a_write_waits_and_a_claim_made_too_early_is_not_told(
    bench: Bench, open_brain: Open
) -> None:
    order = bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    cancel = Calls.of(Call("cancel_order", {"order": "1042", "reason": "customer asked"}))
    with StubProvider(cancel, otherwise=repeats_what_tools_say) as provider:
        async with bench.assistant(open_brain(provider)) as assistant:
            chat = Chat(assistant, seller, bench.clock)
            waiting = await chat.say("cancel 1042")
            before = bench.status_of(order)
            done = await chat.say("haan cancel kar do")
    assert waiting.approval is not None
    assert (before, bench.status_of(order)) == (OrderStatus.CONFIRMED, OrderStatus.CANCELLED)
    assert len(done.receipts) == 1
    assert all(unanswered_calls(seen.messages) == [] for seen in provider.requests)


async def test_a_claim_without_a_write_never_reaches_the_person(
    bench: Bench, open_brain: Open
) -> None:
    order = bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    with StubProvider(Says("Order 1042 has been cancelled.")) as provider:
        async with bench.assistant(open_brain(provider)) as assistant:
            reply = await Chat(assistant, seller, bench.clock).say("cancel 1042")
    assert "cancelled" not in reply.text
    assert bench.status_of(order) == OrderStatus.CONFIRMED


async def test_a_customer_learns_nothing_of_anothers_order_whatever_the_model_tries(
    bench: Bench, open_brain: Open
) -> None:
    theirs = bench.shop.customer("Asha Rao")
    others = bench.shop.order("7777", customer=bench.shop.customer("Vikram Shah"), total=54321)
    customer = bench.knows(Role.CUSTOMER, customer=theirs)
    tries = Calls.of(
        Call("show_order", {"order": "7777"}),
        Call("cancel_order", {"order": "7777", "reason": "x"}),
        Call("track_parcel", {"parcel": "7777"}),
        Call("my_orders", {}),
    )
    with StubProvider(tries, otherwise=repeats_what_tools_say) as provider:
        async with bench.assistant(open_brain(provider)) as assistant:
            reply = await Chat(assistant, customer, bench.clock).say("show me order 7777")
    sent = json.dumps([seen.body for seen in provider.requests])
    assert "Vikram" not in sent + reply.text
    assert "54321" not in sent + reply.text
    assert not {"show_order", "cancel_order", "find_orders"} & set(provider.requests[0].tools)
    assert bench.status_of(others) == OrderStatus.CONFIRMED


async def test_while_the_provider_is_down_the_other_brain_answers_the_turn(
    bench: Bench, open_brain: Open
) -> None:
    seller = bench.knows(Role.OWNER)
    planner = ScriptedModel(Thought(text="I am here."), name="planner")
    with StubProvider(Fails(401)) as provider:
        async with bench.assistant(FallbackBrain(open_brain(provider), planner)) as assistant:
            reply = await Chat(assistant, seller, bench.clock).say("hello")
    assert (reply.text, reply.brain) == ("I am here.", "planner")


async def test_a_phone_number_never_leaves_and_the_right_customer_is_found_all_the_same(
    bench: Bench, open_brain: Open
) -> None:
    bench.shop.order("1042", customer=bench.shop.customer("Asha Rao", phone="+919845012345"))
    seller = bench.knows(Role.OWNER)
    look = Calls.of(Call("show_customer", {"customer": "[PHONE_1]"}))
    with StubProvider(look, Says("The number [PHONE_1] is Asha Rao's.")) as provider:
        async with bench.assistant(open_brain(provider)) as assistant:
            reply = await Chat(assistant, seller, bench.clock).say("whose number is +919845012345?")
    assert [call.status for call in reply.tool_calls] == ["done"]
    assert "+919845012345 is Asha Rao" in reply.text
    assert "98450" not in json.dumps([seen.messages for seen in provider.requests])


async def test_a_parcel_whose_number_looks_like_a_phone_is_named_to_the_model(
    bench: Bench, open_brain: Open
) -> None:
    bench.shop.parcel(bench.shop.order("1042"), awb="9845012345")
    seller = bench.knows(Role.OWNER)
    with StubProvider(Says("Which one?")) as provider:
        async with bench.assistant(open_brain(provider)) as assistant:
            await Chat(assistant, seller, bench.clock).say("track 9845012345")
    assert "track 9845012345" in json.dumps(provider.requests[0].messages)


async def test_when_the_days_money_is_spent_the_planner_answers(
    bench: Bench, open_brain: Open
) -> None:
    seller = bench.knows(Role.OWNER)
    planner = ScriptedModel(Thought(text="I am here."), name="planner")
    # A token costs a paisa: a thought takes ₹1.35, and could take some hundred rupees.
    budget = Budget(per_day=1_000, price_in=10_000, price_out=10_000)
    purse = ShopPurse(budget, session_factory(bench.engine))
    with StubProvider(Says("Hello."), Says("Hello again.")) as provider:
        brain = FallbackBrain(open_brain(provider, purse), planner)
        async with bench.assistant(brain) as assistant:
            chat = Chat(assistant, seller, bench.clock)
            first = await chat.say("hello")
            bench.spend(rupees=998)
            second = await chat.say("hello?")
    assert (first.brain, second.brain) == ("openai", "planner")
    assert len(provider.requests) == 1
    assert bench.turn(first.turn).usage == {
        "tokens_in": 120, "tokens_out": 15, "cost_micros": 1_350_000,
    }  # fmt: skip
    assert (bench.turn(first.turn).versions or {}).keys() == {
        "prompt",
        "examples",
        "tools",
        "model",
    }


async def test_what_the_planner_is_certain_of_costs_nothing(bench: Bench, open_brain: Open) -> None:
    bench.shop.order("1042", total=1499)
    seller = bench.knows(Role.OWNER)
    show = ToolCall(id="", name="show_order", arguments={"order": "1042"})
    planner = ScriptedModel(
        Thought(calls=(show,), sure=0.97), Thought(text="Order 1042."), name="planner"
    )
    with StubProvider() as provider:
        async with bench.assistant(QuickBrain(planner, open_brain(provider))) as assistant:
            reply = await Chat(assistant, seller, bench.clock).say("show 1042")
    assert (reply.brain, reply.text) == ("planner", "Order 1042.")
    assert provider.requests == []


@pytest.mark.parametrize(("tool", "sure"), [("show_order", 0.5), ("cancel_order", 0.99)])
async def test_what_is_uncertain_or_changes_something_is_thought_over(
    bench: Bench, open_brain: Open, tool: str, sure: float
) -> None:
    bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    call = ToolCall(id="", name=tool, arguments={"order": "1042"})
    planner = ScriptedModel(Thought(calls=(call,), sure=sure), name="planner")
    with StubProvider(Says("Which one?")) as provider:
        async with bench.assistant(QuickBrain(planner, open_brain(provider))) as assistant:
            reply = await Chat(assistant, seller, bench.clock).say("1042")
    assert (reply.brain, reply.text) == ("openai", "Which one?")
    assert reply.tool_calls == ()
