"""A conversation that a person of the shop has taken over."""

from dataclasses import replace

from agent.llm import Thought
from agent.scripted import ScriptedModel
from commerce import people
from commerce.access import Role
from commerce.db.tables import ConversationRow
from tests.agent.conftest import Bench, Chat


async def test_the_assistant_keeps_quiet_while_a_person_is_on_it(bench: Bench) -> None:
    customer = bench.shop.customer("Asha Rao")
    asha = bench.knows(Role.CUSTOMER, name="Asha Rao", customer=customer)
    model = ScriptedModel(Thought(text="Hello."), Thought(text="Hello again."))
    async with bench.assistant(model) as assistant:
        chat = Chat(assistant, asha, bench.clock)
        await chat.say("hi")
        row = bench.session.get_one(ConversationRow, chat.conversation)
        actor = people.actor_by_id(bench.session, bench.shop.id, row.person_id)
        assert actor is not None
        ctx = replace(bench.shop.context(actor), conversation_id=chat.conversation)
        people.hand_over(ctx, "a person, please")
        people.take_over(bench.shop.context())
        bench.session.commit()
        told = await chat.say("where is my order?")
        assert told.text == (
            "A person of the shop is looking after this and will get back to you. What you write "
            "here reaches them."
        )
        pressed = await chat.press("call", tool="my_orders", arguments={})
        assert pressed.tool_calls == ()
        people.close_hand_over(bench.shop.context(), "asha")
        bench.session.commit()
        assert (await chat.say("hello?")).text == "Hello again."
    model.assert_complete()
