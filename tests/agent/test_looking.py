"""Looks at the business outside of a conversation, and answers shared by a link."""

from typing import Any

import pytest
from sqlalchemy import func, select

from agent.answers import share, shared, unshare
from agent.desk import Look
from agent.llm import ToolCall
from agent.looking import look
from agent.messages import CallRecord, Reply
from agent.scope import House
from commerce import conversations
from commerce.access import Actor, Role
from commerce.db import session_factory
from commerce.db.tables import ApprovalRow, MessageRow, ToolCallRow
from commerce.errors import NotAllowed, NotFound
from tests.agent.conftest import Bench


@pytest.fixture
def house(bench: Bench) -> House:
    return House(
        sessions=session_factory(bench.engine),
        catalogue={tool.name: tool for tool in bench.tools},
        clock=bench.clock,
    )


def actor(bench: Bench, role: Role, **more: Any) -> Actor:
    made = bench.shop.actor(role, **more)
    bench.session.commit()
    return made


def seen(house: House, who: Actor, tool: str, language: str = "en", **arguments: Any) -> Look:
    call = ToolCall(id="0.0", name=tool, arguments=arguments)
    return look(house, who, call, channel="web", language=language)


def written(bench: Bench) -> int:
    bench.session.rollback()
    return sum(
        bench.session.scalar(
            select(func.count()).select_from(table).where(table.shop_id == bench.shop.id)
        )
        or 0
        for table in (ToolCallRow, ApprovalRow, MessageRow)
    )


def test_a_look_shows_what_a_read_tool_shows_and_leaves_no_trace(
    bench: Bench, house: House
) -> None:
    owner = actor(bench, Role.OWNER)
    bench.shop.order("1042", total=799)
    bench.session.commit()
    found = seen(house, owner, "find_orders")
    assert (found.status, found.count) == ("done", 1)
    assert [card.kind for card in found.cards] == ["table"]
    assert written(bench) == 0


def test_a_look_speaks_the_language_of_who_looks(bench: Bench, house: House) -> None:
    owner = actor(bench, Role.OWNER)
    said = [seen(house, owner, "find_orders", language).says for language in ("en", "hi")]
    assert said[0] != said[1]


@pytest.mark.parametrize("tool", ["cancel_order", "hand_over"])
def test_a_look_never_writes(bench: Bench, house: House, tool: str) -> None:
    owner = actor(bench, Role.OWNER)
    order = bench.shop.order("1042")
    bench.session.commit()
    arguments = {"order": "1042"} if tool == "cancel_order" else {"reason": "help"}
    refused = seen(house, owner, tool, **arguments)
    assert (refused.status, refused.cards) == ("refused", ())
    assert "in the chat" in refused.says
    assert bench.status_of(order) == "Confirmed"
    assert written(bench) == 0


def test_a_look_at_what_a_role_may_not_see_is_refused(bench: Bench, house: House) -> None:
    agent = actor(bench, Role.NDR_AGENT)
    refused = seen(house, agent, "business_summary")
    assert (refused.status, refused.cards, refused.count) == ("refused", (), None)


def test_a_customer_looks_at_their_own_orders_alone(bench: Bench, house: House) -> None:
    asha = bench.shop.customer("Asha Rao")
    bench.shop.order("1041", customer=asha)
    bench.shop.order("1042", customer=bench.shop.customer("Rohan Mehta"))
    customer = actor(bench, Role.CUSTOMER, customer=asha)
    assert seen(house, customer, "my_orders").status == "done"
    assert "1042" not in str(seen(house, customer, "my_orders").cards)
    assert seen(house, customer, "track_parcel", parcel="1042").status == "failed"


def test_an_order_of_another_shop_does_not_exist(bench: Bench, house: House) -> None:
    bench.shop.order("1042")
    stranger = bench.shop.open(bench.session, now=bench.shop.now, name="Other").actor(Role.OWNER)
    bench.session.commit()
    theirs = seen(house, stranger, "show_order", order="1042")
    nobodys = seen(house, stranger, "show_order", order="9999")
    assert theirs.status == nobodys.status == "failed"
    assert theirs.says.replace("1042", "") == nobodys.says.replace("9999", "")


def test_arguments_that_do_not_fit_are_said(bench: Bench, house: House) -> None:
    failed = seen(house, actor(bench, Role.OWNER), "find_orders", limit=10**9, shop=2)
    assert failed.status == "failed"
    assert "limit" in failed.says
    assert "shop" in failed.says


def answered(
    bench: Bench, who: Actor, *tools: str, conversation: str = "talk-0001", turn: str = "t1"
) -> int:
    """Let somebody have been answered by some tools; return the id of the reply."""
    now, session = bench.clock.now, bench.session
    row = conversations.conversation_of(session, conversation) or conversations.open_conversation(
        session, who, conversation=conversation, channel="web", title="How was it?", now=now
    )
    conversations.add_inbound(
        session, row, text="How was it?", tap=None, body={}, provider_id=turn, at=now
    )
    messages = conversations.unanswered(session, row)
    conversations.start_turn(
        session, row, messages, turn=turn, person_id=who.person_id, language="en", now=now
    )
    calls = tuple(
        CallRecord(id=f"0.{n}", name=name, arguments={}, effect="read", status="done")
        for n, name in enumerate(tools)
    )
    reply = Reply(
        text="It was good.", language="en", tool_calls=calls, brain="script",
        conversation=conversation, turn=turn,
    )  # fmt: skip
    conversations.add_outbound(
        session, shop_id=who.shop_id, conversation=conversation, turn=turn, text=reply.text,
        body=reply.model_dump(mode="json"), at=now,
    )  # fmt: skip
    session.commit()
    return conversations.messages_after(session, who.shop_id, conversation, 0)[-1].id


def test_a_shared_answer_opens_for_those_who_may_use_its_tools(bench: Bench, house: House) -> None:
    owner, manager = actor(bench, Role.OWNER), actor(bench, Role.MANAGER)
    link = share(house, owner, answered(bench, owner, "business_summary"))
    opened = shared(house, manager, link)
    assert (opened.by, opened.asked, opened.reply.text) == (
        owner.name, "How was it?", "It was good.",
    )  # fmt: skip
    assert (opened.can_revoke, shared(house, owner, link).can_revoke) == (False, True)
    with pytest.raises(NotAllowed):
        shared(house, actor(bench, Role.NDR_AGENT), link)


def test_an_answer_in_words_alone_is_as_closed_as_what_was_found_before_it(
    bench: Bench, house: House
) -> None:
    owner = actor(bench, Role.OWNER)
    answered(bench, owner, "business_summary")
    link = share(house, owner, answered(bench, owner, turn="t2"))
    with pytest.raises(NotAllowed):
        shared(house, actor(bench, Role.NDR_AGENT), link)


def test_a_customer_never_opens_what_staff_shared(bench: Bench, house: House) -> None:
    owner = actor(bench, Role.OWNER)
    link = share(house, owner, answered(bench, owner, "find_orders"))
    with pytest.raises(NotFound):
        shared(house, actor(bench, Role.CUSTOMER, customer=bench.shop.customer()), link)


def test_a_customers_answer_is_for_them_and_for_staff_who_see_orders(
    bench: Bench, house: House
) -> None:
    asha = bench.shop.customer("Asha Rao")
    customer = actor(bench, Role.CUSTOMER, customer=asha)
    link = share(house, customer, answered(bench, customer, "my_orders"))
    assert shared(house, customer, link).reply.text == "It was good."
    assert shared(house, actor(bench, Role.NDR_AGENT), link).reply.text == "It was good."
    other = actor(bench, Role.CUSTOMER, customer=bench.shop.customer("Rohan Mehta"))
    with pytest.raises(NotFound):
        shared(house, other, link)


def test_a_link_taken_back_is_gone_for_everyone(bench: Bench, house: House) -> None:
    owner = actor(bench, Role.OWNER)
    link = share(house, owner, answered(bench, owner, "find_orders"))
    unshare(house, owner, link)
    with pytest.raises(NotFound):
        shared(house, owner, link)
