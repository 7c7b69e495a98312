"""A conversation that a person of the shop has taken over."""

from dataclasses import replace
from datetime import timedelta

from agent.llm import Thought
from agent.scripted import ScriptedModel
from commerce import people
from commerce.access import Actor, Role
from commerce.db.tables import ConversationRow
from tests.agent.conftest import Bench, Chat


async def test_the_assistant_keeps_quiet_while_a_person_is_on_it(bench: Bench) -> None:
    customer = bench.shop.customer("Asha Rao")
    asha = bench.knows(Role.CUSTOMER, name="Asha Rao", customer=customer)
    model = ScriptedModel(Thought(text="Hello."), Thought(text="Hello again."))
    async with bench.assistant(model) as assistant:
        chat = Chat(assistant, asha, bench.clock)
        await chat.say("hi")
        ctx = replace(bench.shop.context(_actor(bench, chat)), conversation_id=chat.conversation)
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


async def test_customer_and_person_write_to_each_other(bench: Bench) -> None:
    customer = bench.shop.customer("Asha Rao")
    asha = bench.knows(Role.CUSTOMER, name="Asha Rao", customer=customer)
    ravi = bench.knows(Role.OPERATOR, name="Ravi Kumar")
    model = ScriptedModel(Thought(text="Hello."), Thought(text="Good morning."))
    async with bench.assistant(model) as assistant:
        hers, his = Chat(assistant, asha, bench.clock), Chat(assistant, ravi, bench.clock)
        await hers.say("hi")
        await his.say("good morning")
        # He is told where he last wrote on the web.
        bench.session.get_one(ConversationRow, his.conversation).channel = "web"
        her = _actor(bench, hers)
        wants = replace(bench.shop.context(her), conversation_id=hers.conversation)
        people.hand_over(wants, "a person, please")
        bench.session.commit()
        words = {"text": "I am Ravi. Tell me.", "customer": "asha"}
        told = await his.press("call", tool="answer_customer", arguments=words)
        assert [receipt.tool for receipt in told.receipts] == ["answer_customer"]
        seen = assistant.history(her, hers.conversation)[-1].reply
        assert seen is not None
        assert (seen.by, seen.text) == ("Ravi Kumar", "I am Ravi. Tell me.")
        assert (await hers.say("my parcel is late")).text == ""  # He reads it himself.
        passed_on = assistant.history(_actor(bench, his), his.conversation)[-1]
        assert passed_on.text == "Asha Rao wrote: my parcel is late"
    model.assert_complete()


async def test_the_assistant_remembers_what_a_person_told_the_customer(bench: Bench) -> None:
    customer = bench.shop.customer("Asha Rao")
    asha = bench.knows(Role.CUSTOMER, name="Asha Rao", customer=customer)
    model = ScriptedModel(Thought(text="Hello."), Thought(text="Yes."))
    async with bench.assistant(model) as assistant:
        hers = Chat(assistant, asha, bench.clock)
        await hers.say("hi")
        wants = replace(bench.shop.context(_actor(bench, hers)), conversation_id=hers.conversation)
        people.hand_over(wants, "a person, please")
        ravi = replace(bench.shop.actor(Role.OPERATOR), name="Ravi Kumar")
        now = bench.shop.at(bench.clock() + timedelta(minutes=1)).context(ravi)
        people.answer_customer(now, "It comes on Friday.", "asha")
        people.close_hand_over(bench.shop.context(), "asha")
        bench.session.commit()
        await hers.say("so on friday?")
    told = model.requests[-1].past[-1]
    assert (told.text, told.reply) == ("", "Ravi Kumar of the shop wrote: It comes on Friday.")


def _actor(bench: Bench, chat: Chat) -> Actor:
    row = bench.session.get_one(ConversationRow, chat.conversation)
    actor = people.actor_by_id(bench.session, bench.shop.id, row.person_id)
    assert actor is not None
    return actor
