"""A turn, from the message to the reply."""

import asyncio

import pytest
from sqlalchemy import func, select, text

from agent.inbox import Hold
from agent.llm import Thought, ToolCall
from agent.scripted import ScriptedModel
from commerce.access import Role
from commerce.db.tables import MessageRow, ToolCallRow, TurnRow
from commerce.errors import NotFound
from commerce.vocabulary import OrderStatus
from tests.agent.conftest import Bench, Chat


def call(name: str, **arguments: object) -> ToolCall:
    return ToolCall(id="x", name=name, arguments=arguments)


def calls(*wanted: ToolCall) -> Thought:
    return Thought(calls=wanted)


def kept_runs(bench: Bench) -> int:
    """How many checkpoints are kept of runs."""
    import sqlite3

    if bench.url.startswith("sqlite"):
        with sqlite3.connect(bench.runs) as connection:
            tables = connection.execute("SELECT name FROM sqlite_master").fetchall()
            if ("checkpoints",) not in tables:
                return 0
            return int(connection.execute("SELECT count(*) FROM checkpoints").fetchone()[0])
    bench.session.rollback()
    return int(bench.session.scalar(text("SELECT count(*) FROM checkpoints")) or 0)


async def test_a_question_is_answered_with_facts_words_and_a_card(bench: Bench) -> None:
    order = bench.shop.order("1042", total=1499)
    seller = bench.knows(Role.OWNER)
    model = ScriptedModel(
        calls(call("show_order", order="1042")), Thought(text="Order 1042 is worth ₹1,499.")
    )
    async with bench.assistant(model) as assistant:
        reply = await Chat(assistant, seller, bench.clock).say("what about 1042?")
    assert reply.text == "Order 1042 is worth ₹1,499."
    assert [c.kind for c in reply.cards] == ["order"]
    assert [(c.name, c.status) for c in reply.tool_calls] == [("show_order", "done")]
    assert reply.approval is None
    assert order.number in str(reply.facts[0])


async def test_a_number_that_no_tool_gave_does_not_reach_the_person(bench: Bench) -> None:
    bench.shop.order("1042", total=1499)
    seller = bench.knows(Role.OWNER)
    model = ScriptedModel(
        calls(call("show_order", order="1042")),
        Thought(text="Order 1042 is worth ₹1,499. It will arrive on 3 March with 87% likelihood."),
    )
    async with bench.assistant(model) as assistant:
        reply = await Chat(assistant, seller, bench.clock).say("what about 1042?")
    assert "87" not in reply.text
    assert "1,499" in reply.text


async def test_nothing_is_kept_of_a_run_that_ended(bench: Bench) -> None:
    bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    model = ScriptedModel(calls(call("show_order", order="1042")), Thought(text="There it is."))
    async with bench.assistant(model) as assistant:
        await Chat(assistant, seller, bench.clock).say("show 1042")
        assert kept_runs(bench) == 0


async def test_a_model_sees_only_the_tools_its_person_may_use(bench: Bench) -> None:
    viewer = bench.knows(Role.VIEWER)
    model = ScriptedModel(Thought(text="Hello."))
    async with bench.assistant(model) as assistant:
        await Chat(assistant, viewer, bench.clock).say("hello")
    offered = {tool.name for tool in model.requests[0].tools}
    assert "find_orders" in offered
    assert "cancel_order" not in offered


async def test_a_tool_that_was_not_offered_is_refused_when_called(bench: Bench) -> None:
    order = bench.shop.order("1042")
    viewer = bench.knows(Role.VIEWER)
    model = ScriptedModel(
        calls(call("cancel_order", order="1042", reason="x")), Thought(text="I may not.")
    )
    async with bench.assistant(model) as assistant:
        reply = await Chat(assistant, viewer, bench.clock).say("cancel 1042")
    assert [c.status for c in reply.tool_calls] == ["refused"]
    assert reply.approval is None
    assert bench.status_of(order) == OrderStatus.CONFIRMED


async def test_a_made_up_tool_and_bad_arguments_come_back_as_sentences(bench: Bench) -> None:
    seller = bench.knows(Role.OWNER)
    model = ScriptedModel(
        calls(call("launch_rocket"), call("find_orders", limit="many")), Thought(text="Sorry.")
    )
    async with bench.assistant(model) as assistant:
        reply = await Chat(assistant, seller, bench.clock).say("go")
    assert [c.status for c in reply.tool_calls] == ["refused", "failed"]
    heard = model.requests[1].outcomes
    assert "launch_rocket" in heard[0].says
    assert "limit" in heard[1].says


async def test_several_messages_in_a_burst_are_one_turn(bench: Bench) -> None:
    seller = bench.knows(Role.OWNER)
    model = ScriptedModel(Thought(text="Hello."))
    async with bench.assistant(model) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        for said in ("hello", "orders", "today"):
            await assistant.receive(chat.message(said))
        replies = await assistant.answer(chat.conversation)
    assert len(replies) == 1
    assert model.requests[0].text == "hello\norders\ntoday"


async def test_the_same_message_delivered_twice_is_answered_once(bench: Bench) -> None:
    seller = bench.knows(Role.OWNER)
    model = ScriptedModel(Thought(text="Hello."))
    async with bench.assistant(model) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        assert await assistant.receive(chat.message("hello", provider_id="wamid.1")) is True
        assert await assistant.receive(chat.message("hello", provider_id="wamid.1")) is False
        assert len(await assistant.answer(chat.conversation)) == 1
        assert await assistant.answer(chat.conversation) == []


async def test_messages_sent_while_answering_are_answered_next_and_in_order(bench: Bench) -> None:
    seller = bench.knows(Role.OWNER)
    model = ScriptedModel(*(Thought(text="ok") for _ in range(10)))
    async with bench.assistant(model) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        await asyncio.gather(*(chat.say(f"message {n}") for n in range(10)))
    said = "\n".join(request.text for request in model.requests).split("\n")
    assert sorted(said) == sorted(f"message {n}" for n in range(10))
    bench.session.rollback()
    unanswered = bench.session.scalar(
        select(func.count()).where(
            MessageRow.shop_id == bench.shop.id,
            MessageRow.direction == "in",
            MessageRow.turn_id.is_(None),
        )
    )
    assert unanswered == 0


async def test_earlier_turns_are_remembered_with_what_they_found(bench: Bench) -> None:
    bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    model = ScriptedModel(
        calls(call("show_order", order="1042")), Thought(text="There."), Thought(text="Yes.")
    )
    async with bench.assistant(model) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        await chat.say("show 1042")
        bench.clock.turn(minutes=1)
        await chat.say("is that one cod?")
    past = model.requests[2].past
    assert [turn.text for turn in past] == ["show 1042"]
    assert past[0].outcomes[0].mentions[0].id == "1042"


async def test_a_conversation_is_its_owners_alone(bench: Bench) -> None:
    seller, other = bench.knows(Role.OWNER), bench.knows(Role.MANAGER)
    model = ScriptedModel(Thought(text="Hello."))
    async with bench.assistant(model) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        await chat.say("hello")
        intruder = Chat(assistant, other, bench.clock, conversation=chat.conversation)
        with pytest.raises(NotFound, match="no such conversation"):
            await intruder.say("and what did they say?")


async def test_a_turn_a_dead_process_left_is_taken_up_again(bench: Bench) -> None:
    bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    async with bench.assistant(ScriptedModel()) as dying:
        chat = Chat(dying, seller, bench.clock)
        await dying.receive(chat.message("show 1042"))
        await dying._inbox.next(Hold(chat.conversation, "another-machine:1:x"), None)
    model = ScriptedModel(calls(call("show_order", order="1042")), Thought(text="There."))
    async with bench.assistant(model) as assistant:
        assert await assistant.sweep() == 0
        bench.clock.turn(minutes=2)
        assert await assistant.sweep() == 1
    bench.session.rollback()
    turns = bench.session.scalars(select(TurnRow.status).where(TurnRow.shop_id == bench.shop.id))
    assert turns.all() == ["done"]
    assert model.requests[0].text == "show 1042"


async def test_a_trial_run_shows_the_approval_and_changes_nothing(bench: Bench) -> None:
    order = bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    model = ScriptedModel(calls(call("cancel_order", order="1042", reason="x")), Thought(text="?"))
    async with bench.assistant(model, dry_run=True) as assistant:
        reply = await Chat(assistant, seller, bench.clock).say("cancel 1042")
    assert reply.approval is not None
    assert reply.approval.buttons == ()
    assert [c.status for c in reply.tool_calls] == ["awaiting_approval"]
    assert bench.status_of(order) == OrderStatus.CONFIRMED
    kept = bench.session.scalar(select(func.count()).where(ToolCallRow.shop_id == bench.shop.id))
    assert kept == 1
