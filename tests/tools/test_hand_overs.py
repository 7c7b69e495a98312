"""Those who want a person: seen, taken over, given back."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import func, select

from commerce import conversations, people
from commerce.access import Role
from commerce.context import Context
from commerce.db.tables import AuditRow, ConversationRow, HandOverRow
from commerce.errors import Ambiguous, NotAllowed, NotFound, Refused
from tests.builders import Shop
from tools.base import Tool, ToolResult
from tools.hand_overs import (
    answer_customer,
    close_hand_over,
    list_hand_overs,
    show_hand_over,
    take_over,
)


def _wants_a_person(shop: Shop, name: str, reason: str = "three times nobody came") -> str:
    customer = shop.customer(name, phone="+919812345678")
    actor = replace(shop.actor(Role.CUSTOMER, customer=customer), name=name)
    conversation = f"c-{actor.person_id}"
    conversations.open_conversation(
        shop.session, actor, conversation=conversation, channel="web", title="", now=shop.now
    )
    people.hand_over(replace(shop.context(actor), conversation_id=conversation), reason)
    return conversation


def _run(tool: Tool, ctx: Context, **arguments: Any) -> ToolResult:
    return tool.run(ctx, tool.arguments.model_validate(arguments))


def _undo(tool: Tool, ctx: Context, result: ToolResult) -> None:
    assert tool.undo is not None
    assert result.change is not None
    tool.undo(ctx, result.change)


def _handed_over(shop: Shop, conversation: str) -> bool:
    shop.session.flush()
    row = shop.session.scalars(
        select(ConversationRow).where(
            ConversationRow.shop_id == shop.id, ConversationRow.id == conversation
        )
    ).one()
    return row.handed_over_at is not None


def _statuses(shop: Shop) -> list[str]:
    statement = select(HandOverRow.status).where(HandOverRow.shop_id == shop.id)
    return list(shop.session.scalars(statement.order_by(HandOverRow.id)))


def test_who_waits_is_seen_with_why_and_how_to_call_them(shop: Shop) -> None:
    _wants_a_person(shop, "Asha Rao")
    result = _run(list_hand_overs, shop.context(shop.actor(Role.NDR_AGENT)))
    one = result.facts["hand_overs"][0]
    assert (one["reason"], one["phone"], one["status"]) == (
        "three times nobody came", "+919812345678", "open",
    )  # fmt: skip
    assert result.says == "1 conversation."


def test_taking_over_quiets_the_assistant_and_closing_lets_it_speak(shop: Shop) -> None:
    conversation = _wants_a_person(shop, "Asha Rao")
    ctx = shop.context(shop.actor(Role.OPERATOR))
    _run(take_over, ctx)
    assert _handed_over(shop, conversation)
    closed = _run(close_hand_over, ctx)
    assert not _handed_over(shop, conversation)
    assert _statuses(shop) == ["closed"]
    _undo(close_hand_over, ctx, closed)
    assert _handed_over(shop, conversation)
    assert _statuses(shop) == ["taken"]


def test_two_do_not_take_over_the_same_conversation(shop: Shop) -> None:
    _wants_a_person(shop, "Asha Rao")
    number = f"#{_run(list_hand_overs, shop.context()).facts['hand_overs'][0]['number']}"
    first = _run(take_over, shop.context(), customer=number)
    with pytest.raises(Refused) as refusal:
        _run(take_over, shop.context(shop.actor(Role.OPERATOR)), customer=number)
    assert refusal.value.key == "error-hand-over-taken"
    with pytest.raises(Refused) as nobody:
        _run(take_over, shop.context())
    assert nobody.value.key == "error-hand-over-nobody"
    _undo(take_over, shop.context(), first)
    assert _statuses(shop) == ["open"]


def test_who_asks_again_while_a_person_is_there_does_not_wait_twice(shop: Shop) -> None:
    conversation = _wants_a_person(shop, "Asha Rao")
    _run(take_over, shop.context())
    asking = replace(shop.context(), conversation_id=conversation)
    assert people.hand_over(asking).is_new is False
    assert _statuses(shop) == ["taken"]


def test_of_several_it_asks_whose(shop: Shop) -> None:
    _wants_a_person(shop, "Asha Rao")
    _wants_a_person(shop, "Ravi Kumar")
    with pytest.raises(Ambiguous) as question:
        _run(take_over, shop.context())
    exact = question.value.choices[1][0]
    _run(take_over, shop.context(), customer=exact)
    assert _statuses(shop) == ["open", "taken"]


@pytest.mark.parametrize("tool", [take_over, close_hand_over], ids=lambda tool: tool.name)
def test_only_those_who_answer_customers_of_this_shop_do(
    shop: Shop, other_shop: Shop, tool: Tool
) -> None:
    _wants_a_person(other_shop, "Asha Rao")
    number = f"#{_run(list_hand_overs, other_shop.context()).facts['hand_overs'][0]['number']}"
    for who in (number, "Asha Rao"):
        with pytest.raises(NotFound):
            _run(tool, shop.context(), customer=who)
    with pytest.raises(NotAllowed):
        _run(tool, shop.context(shop.actor(Role.VIEWER)), customer=number)
    assert _statuses(other_shop) == ["open"]
    statement = select(func.count(AuditRow.id)).where(AuditRow.shop_id == shop.id)
    assert shop.session.scalar(statement) == 0


def _writes(shop: Shop, conversation: str, text: str) -> None:
    row = conversations.conversation_of(shop.session, conversation)
    assert row is not None
    conversations.add_inbound(
        shop.session, row, text=text, tap=None, body={}, provider_id=text, at=shop.now
    )


def test_an_answer_is_a_message_under_the_name_of_who_wrote_it(shop: Shop) -> None:
    conversation = _wants_a_person(shop, "Asha Rao")
    ctx = shop.context(shop.actor(Role.OPERATOR))
    result = _run(answer_customer, ctx, text="It comes tomorrow at 5.")
    assert _handed_over(shop, conversation)  # Who answers has taken over.
    assert result.change is not None
    assert result.change.undo_for is None
    (told,) = conversations.messages_after(shop.session, shop.id, conversation, 0)
    assert (told.direction, told.text, told.body["by"]) == (
        "out", "It comes tomorrow at 5.", ctx.actor.name,
    )  # fmt: skip
    shown = _run(show_hand_over, shop.context(shop.actor(Role.NDR_AGENT)))
    assert [(m["by"], m["text"]) for m in shown.facts["messages"]] == [
        (ctx.actor.name, "It comes tomorrow at 5.")
    ]


def test_only_words_that_the_person_wrote_go_to_a_customer(shop: Shop) -> None:
    conversation = _wants_a_person(shop, "Asha Rao")
    actor = shop.actor(Role.OPERATOR)
    conversations.open_conversation(
        shop.session, actor, conversation="mine", channel="web", title="", now=shop.now
    )
    _writes(shop, "mine", "answer asha: it comes  Tomorrow")
    ctx = replace(shop.context(actor), conversation_id="mine")
    with pytest.raises(Refused) as refusal:
        _run(answer_customer, ctx, text="You get a full refund")
    assert refusal.value.key == "error-hand-over-own-words"
    assert conversations.messages_after(shop.session, shop.id, conversation, 0) == []
    _run(answer_customer, ctx, text="It comes tomorrow")


def test_a_closed_conversation_is_not_written_in(shop: Shop) -> None:
    conversation = _wants_a_person(shop, "Asha Rao")
    number = f"#{_run(take_over, shop.context()).facts['number']}"
    _run(close_hand_over, shop.context())
    with pytest.raises(Refused) as refusal:
        _run(answer_customer, shop.context(), text="hello", customer=number)
    assert refusal.value.key == "error-hand-over-closed"
    assert conversations.messages_after(shop.session, shop.id, conversation, 0) == []


def test_of_a_colleagues_conversation_the_assistants_answers_stay_theirs(shop: Shop) -> None:
    actor = replace(shop.actor(Role.OWNER), name="Meera Iyer")
    conversations.open_conversation(
        shop.session, actor, conversation="hers", channel="web", title="", now=shop.now
    )
    people.hand_over(replace(shop.context(actor), conversation_id="hers"), "help")
    _writes(shop, "hers", "revenue of today")
    conversations.add_outbound(
        shop.session, shop_id=shop.id, conversation="hers", turn="t1",
        text="₹12,48,350", body={}, at=shop.now,
    )  # fmt: skip
    shown = _run(show_hand_over, shop.context(shop.actor(Role.NDR_AGENT)))
    assert [one["text"] for one in shown.facts["messages"]] == ["revenue of today"]


@pytest.mark.parametrize("tool", [answer_customer, show_hand_over], ids=lambda tool: tool.name)
def test_nobody_reads_or_writes_in_conversations_of_another_shop(
    shop: Shop, other_shop: Shop, tool: Tool
) -> None:
    conversation = _wants_a_person(other_shop, "Asha Rao")
    number = f"#{_run(list_hand_overs, other_shop.context()).facts['hand_overs'][0]['number']}"
    words = {name: "hello" for name in tool.arguments.model_fields if name == "text"}
    with pytest.raises(NotFound):
        _run(tool, shop.context(), customer=number, **words)
    with pytest.raises(NotAllowed):
        _run(tool, other_shop.context(other_shop.actor(Role.VIEWER)), customer=number, **words)
    assert conversations.messages_after(shop.session, other_shop.id, conversation, 0) == []
