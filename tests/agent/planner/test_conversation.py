"""Messages that lean on what was said before."""

from collections.abc import Callable

from agent.llm import Thought
from tests.agent.planner.conftest import Talk

Start = Callable[..., Talk]


def calls(thought: Thought) -> list[tuple[str, dict[str, object]]]:
    return [(call.name, call.arguments) for call in thought.calls]


async def test_a_new_period_keeps_the_other_filters(talk: Start) -> None:
    chat = talk()
    await chat.say("cod orders this week")
    assert calls(await chat.say("and last month?")) == [
        ("find_orders", {"payment": "cod", "period": "last_month"})
    ]


async def test_same_for_another_city(talk: Start) -> None:
    chat = talk()
    await chat.say("cod orders of Pune")
    assert calls(await chat.say("same for Mumbai")) == [
        ("find_orders", {"payment": "cod", "place": "Mumbai"})
    ]


async def test_kal_after_a_figure_is_yesterday(talk: Start) -> None:
    chat = talk()
    await chat.say("how is business today")
    assert calls(await chat.say("aur kal?")) == [("business_summary", {"period": "yesterday"})]


async def test_the_second_one_is_the_second_that_was_shown(talk: Start) -> None:
    chat = talk()
    await chat.say("latest orders")
    shown = [mention.id for mention in chat.past[0].outcomes[0].mentions]
    assert calls(await chat.say("show the second one")) == [("show_order", {"order": shown[1]})]


async def test_it_is_the_order_that_was_shown(talk: Start) -> None:
    chat = talk()
    await chat.say("show order 1043")
    assert calls(await chat.say("cancel it")) == [("cancel_order", {"order": "1043"})]


async def test_it_among_several_is_asked_for(talk: Start) -> None:
    chat = talk()
    await chat.say("latest orders")
    thought = await chat.say("cancel it")
    assert thought.calls == ()
    assert thought.question is not None
    assert thought.question.argument == "order"
    assert len(thought.question.options) == 3


async def test_a_correction_changes_the_call(talk: Start) -> None:
    chat = talk()
    await chat.say("1042 kal subah reattempt karwao")
    assert calls(await chat.say("nahi, parso")) == [
        ("request_reattempt", {"parcel": "1042", "on": "2026-11-24", "slot": "morning"})
    ]


async def test_a_corrected_number_changes_the_order(talk: Start) -> None:
    chat = talk()
    await chat.say("cancel 1042")
    assert calls(await chat.say("no, 1043")) == [("cancel_order", {"order": "1043"})]


async def test_a_bare_number_after_a_write_is_only_shown(talk: Start) -> None:
    chat = talk()
    await chat.say("cancel 1042")
    assert calls(await chat.say("1043")) == [("show_order", {"order": "1043"})]


async def test_an_answer_fills_what_was_asked(talk: Start) -> None:
    chat = talk()
    await chat.say("reattempt 1042")
    assert calls(await chat.say("parso shaam ko")) == [
        ("request_reattempt", {"parcel": "1042", "on": "2026-11-24", "slot": "evening"})
    ]


async def test_an_option_may_be_answered_by_its_number(talk: Start) -> None:
    chat = talk()
    await chat.say("reattempt 1042")
    assert calls(await chat.say("2")) == [
        ("request_reattempt", {"parcel": "1042", "on": "2026-11-24"})
    ]


async def test_something_else_instead_of_an_answer_is_something_else(talk: Start) -> None:
    chat = talk()
    await chat.say("reattempt 1042")
    assert calls(await chat.say("pichle mahine ki sale kitni hui")) == [
        ("business_summary", {"period": "last_month"})
    ]


async def test_never_mind_leaves_it(talk: Start) -> None:
    chat = talk()
    await chat.say("reattempt 1042")
    thought = await chat.say("rehne do")
    assert (thought.calls, thought.text) == ((), "All right, leaving it.")


async def test_no_to_a_question_changes_nothing(talk: Start) -> None:
    chat = talk()
    await chat.say("reattempt 1042")
    thought = await chat.say("no")
    assert (thought.calls, thought.text) == ((), "All right, nothing was changed.")


async def test_a_yes_with_nothing_asked_does_nothing(talk: Start) -> None:
    thought = await talk().say("haan kar do")
    assert thought.calls == ()


async def test_more_shows_the_next_rows(talk: Start) -> None:
    chat = talk()
    await chat.say("top 2 orders")
    assert calls(await chat.say("more")) == [("find_orders", {"limit": 2, "skip": 2})]


async def test_the_other_part_of_a_message_is_asked_about_once_the_first_is_done(
    talk: Start,
) -> None:
    chat = talk()
    thought = await chat.say("aaj ki sale batao aur 1042 ka reattempt karwao")
    outcomes = chat.past[0].outcomes
    chat.past.clear()
    text = "aaj ki sale batao aur 1042 ka reattempt karwao"
    after = await chat.planner.think(chat.request(text, outcomes))
    assert [call.name for call in thought.calls] == ["business_summary"]
    assert after.question is not None
    assert after.question.argument == "on"
