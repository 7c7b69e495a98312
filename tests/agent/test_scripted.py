"""The scripted model plays its script, and the fallback takes over where a brain fails."""

import pytest

from agent.brains import FallbackBrain
from agent.errors import BrainFailed
from agent.llm import Request, Thought, ToolCall
from agent.scripted import ScriptedModel
from tests.builders import Shop


@pytest.fixture
def request_of(shop: Shop) -> Request:
    return Request(
        text="hello", language="en", past=(), outcomes=(), tools=(), context=shop.context()
    )


async def test_steps_are_thought_in_order_and_the_requests_are_kept(request_of: Request) -> None:
    model = ScriptedModel(
        Thought(calls=(ToolCall(id="1", name="show_order", arguments={"order": "1001"}),)),
        lambda request: Thought(text=f"You said {request.text}."),
    )
    assert (await model.think(request_of)).calls[0].name == "show_order"
    assert (await model.think(request_of)).text == "You said hello."
    assert model.requests == [request_of, request_of]
    model.assert_complete()


async def test_a_step_that_was_not_reached_is_told(request_of: Request) -> None:
    model = ScriptedModel(Thought(text="one"), Thought(text="two"))
    await model.think(request_of)
    with pytest.raises(AssertionError, match="1 steps"):
        model.assert_complete()


async def test_a_thought_beyond_the_script_fails_the_test(request_of: Request) -> None:
    with pytest.raises(AssertionError, match="not in the script: 'hello'"):
        await ScriptedModel().think(request_of)


async def test_words_are_streamed_as_a_model_would(request_of: Request) -> None:
    heard: list[str] = []
    await ScriptedModel(Thought(text="one two")).think(request_of, heard.append)
    assert heard == ["one two"]


async def test_the_second_brain_answers_where_the_first_fails(request_of: Request) -> None:
    first = ScriptedModel(BrainFailed("down"), Thought(text="back"), name="openai")
    second = ScriptedModel(Thought(text="here"), name="planner")
    brain = FallbackBrain(first, second)
    thoughts = [await brain.think(request_of), await brain.think(request_of)]
    assert [(t.text, t.brain) for t in thoughts] == [("here", "planner"), ("back", "openai")]
    assert brain.name == "openai"


async def test_where_neither_brain_can_answer_the_failure_is_told(request_of: Request) -> None:
    brain = FallbackBrain(ScriptedModel(BrainFailed("down")), ScriptedModel(BrainFailed("lost")))
    with pytest.raises(BrainFailed, match="lost"):
        await brain.think(request_of)
