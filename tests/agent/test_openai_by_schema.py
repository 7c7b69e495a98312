"""Small models that know no tool calls: asked by a schema, shown few tools, left no phrasing."""

import json
import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from agent.brains import FallbackBrain, NarrowedBrain
from agent.llm import ChatModel, Thought
from agent.openai_brain import OpenAIBrain
from agent.planner import Planner
from agent.scripted import ScriptedModel
from commerce.access import Role
from tests.agent.conftest import Bench, Chat
from tests.agent.openai_stub import Says, StubProvider

Open = Callable[[StubProvider], OpenAIBrain]


@pytest.fixture
def database_url(sqlite_template: Path, tmp_path: Path) -> str:
    """SQLite alone: what is tried here is said to a provider."""
    path = tmp_path / "shop.db"
    shutil.copy(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
async def open_brain() -> AsyncIterator[Open]:
    opened: list[OpenAIBrain] = []

    def open_(provider: StubProvider) -> OpenAIBrain:
        opened.append(OpenAIBrain(api_key="k", model="m", base_url=provider.url, by_schema=True))
        return opened[-1]

    yield open_
    for brain in opened:
        await brain.aclose()


def written(*calls: tuple[str, dict[str, object]]) -> Says:
    """Return what a model that follows the schema writes."""
    return Says(json.dumps({"calls": [{"tool": t, "arguments": a} for t, a in calls]}))


async def test_calls_written_as_json_are_made_and_told_in_the_tools_own_words(
    bench: Bench, open_brain: Open
) -> None:
    bench.shop.order("1042", total=98_450)
    seller = bench.knows(Role.OWNER)
    with StubProvider(written(("show_order", {"order": "1042", "note": ""}))) as provider:
        async with bench.assistant(open_brain(provider)) as assistant:
            reply = await Chat(assistant, seller, bench.clock).say("1042?")
    assert [(call.name, call.status) for call in reply.tool_calls] == [("show_order", "done")]
    assert "₹98,450" in reply.text
    (asked,) = provider.requests
    assert asked.body["response_format"]["type"] == "json_schema"
    assert "tools" not in asked.body


async def test_a_question_of_the_models_is_asked(bench: Bench, open_brain: Open) -> None:
    seller = bench.knows(Role.OWNER)
    with StubProvider(written(("reply", {"text": "Which order?"}))) as provider:
        async with bench.assistant(open_brain(provider)) as assistant:
            reply = await Chat(assistant, seller, bench.clock).say("cancel it")
    assert (reply.text, reply.tool_calls) == ("Which order?", ())


async def test_an_earlier_call_is_told_in_words_the_server_takes(
    bench: Bench, open_brain: Open
) -> None:
    bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    show = written(("show_order", {"order": "1042"}))
    with StubProvider(show, show) as provider:
        async with bench.assistant(open_brain(provider)) as assistant:
            chat = Chat(assistant, seller, bench.clock)
            await chat.say("1042?")
            await chat.say("again")
    roles = {message["role"] for message in provider.requests[1].messages}
    assert roles == {"system", "user", "assistant"}
    assert all("tool_calls" not in message for message in provider.requests[1].messages)


@pytest.mark.parametrize("nonsense", ["Sure!", '{"calls": 3}', '{"calls": []}'])
async def test_what_is_no_call_lets_the_other_brain_answer(
    bench: Bench, open_brain: Open, nonsense: str
) -> None:

    seller = bench.knows(Role.OWNER)
    planner = ScriptedModel(Thought(text="I am here."), name="planner")
    with StubProvider(Says(nonsense)) as provider:
        async with bench.assistant(FallbackBrain(open_brain(provider), planner)) as assistant:
            reply = await Chat(assistant, seller, bench.clock).say("hello")
    assert reply.brain == "planner"


async def test_a_small_model_is_shown_the_likely_tools_alone(
    bench: Bench, open_brain: Open
) -> None:
    seller = bench.knows(Role.OWNER)
    with StubProvider(written(("reply", {"text": "Which order?"}))) as provider:
        narrowed: ChatModel = NarrowedBrain(open_brain(provider), Planner(None), 6)
        async with bench.assistant(narrowed) as assistant:
            await Chat(assistant, seller, bench.clock).say("cancel order 1042")
    schema = provider.requests[0].body["response_format"]["json_schema"]["schema"]
    choices = schema["properties"]["calls"]["items"]["anyOf"]
    names = {choice["properties"]["tool"]["enum"][0] for choice in choices}
    assert "cancel_order" in names
    assert len(names) == 7
