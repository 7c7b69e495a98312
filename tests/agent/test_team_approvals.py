"""Approving as a team: whose yes is enough, from which door, for whom, and until when."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from agent.llm import Thought
from agent.messages import Reply
from agent.scripted import ScriptedModel
from channels.buttons import buttons_of
from commerce import people
from commerce.access import Role
from commerce.approvals import Limit, Topic, team
from commerce.db.tables import ApprovalRow, AuditRow, DeliveryRow, MessageRow, PersonRow
from commerce.vocabulary import OrderStatus
from tests.agent.conftest import Bench, Chat
from tests.agent.test_approvals import asks, receipts
from tests.agent.test_turns import call, calls
from tools.cards import ApprovalCard

CANCEL = calls(call("cancel_order", order="1042", reason="customer changed her mind"))
DONE = Thought(text="Cancelled.")


def audit(bench: Bench, action: str) -> list[AuditRow]:
    bench.session.rollback()
    return list(
        bench.session.scalars(
            select(AuditRow)
            .where(AuditRow.shop_id == bench.shop.id, AuditRow.action == action)
            .order_by(AuditRow.id)
        )
    )


def status_of_request(bench: Bench, reply: Reply) -> str:
    bench.session.rollback()
    return str(
        bench.session.scalar(
            select(ApprovalRow.status).where(
                ApprovalRow.shop_id == bench.shop.id, ApprovalRow.id == asks(reply)
            )
        )
    )


def set_limit(bench: Bench, role: Role, rupees: int) -> None:
    team.set_limit(
        bench.shop.context(), role, Topic.EVERYTHING, Limit(most_minor=rupees * 100, most_items=50)
    )
    bench.session.commit()


def lend(bench: Bench, of: str, to: str, *, days: int) -> None:
    """Let one person stand in for another, from today on for so many days."""
    owner = bench.shop.context()
    giver = people.actor_for(bench.session, "test", of)
    taker = people.actor_for(bench.session, "test", to)
    assert giver is not None
    assert taker is not None
    ctx = bench.shop.context(giver)
    last = owner.today + timedelta(days=days - 1)
    team.add_delegation(ctx, taker.person_id, owner.today, last)
    bench.session.commit()


async def test_what_is_above_an_operators_limit_waits_for_a_manager(bench: Bench) -> None:
    order = bench.shop.order("1042", total=5001)
    operator, manager = bench.knows(Role.OPERATOR), bench.knows(Role.MANAGER, name="Meera")
    async with bench.assistant(ScriptedModel(CANCEL, DONE)) as assistant:
        asking = Chat(assistant, operator, bench.clock)
        asked = await asking.say("cancel 1042")
        own = await asking.say("haan")
        assert bench.status_of(order) == OrderStatus.CONFIRMED
        await Chat(assistant, manager, bench.clock).say(f"approve {asks(asked)}")
    assert asked.approval is not None
    assert asked.approval.needs == "Needs a Manager, Admin or Owner"
    assert [b.label for b in buttons_of(asked)] == ["Take back"]
    assert "above what you may approve alone: ₹5,001, and your limit is ₹5,000" in own.text
    assert bench.status_of(order) == OrderStatus.CANCELLED
    assert [row.after["status"] for row in audit(bench, "approve")] == ["approved"]


async def test_what_equals_the_limit_is_within_it(bench: Bench) -> None:
    order = bench.shop.order("1042", total=5000)
    operator = bench.knows(Role.OPERATOR)
    async with bench.assistant(ScriptedModel(CANCEL, DONE)) as assistant:
        chat = Chat(assistant, operator, bench.clock)
        await chat.say("cancel 1042")
        await chat.say("haan")
    assert bench.status_of(order) == OrderStatus.CANCELLED


async def test_the_asker_can_take_back_what_waits_for_a_manager(bench: Bench) -> None:
    order = bench.shop.order("1042", total=9000)
    operator = bench.knows(Role.OPERATOR)
    async with bench.assistant(ScriptedModel(CANCEL, Thought(text="Left."))) as assistant:
        chat = Chat(assistant, operator, bench.clock)
        asked = await chat.say("cancel 1042")
        await chat.say("rehne do")
    assert status_of_request(bench, asked) == "declined"
    assert bench.status_of(order) == OrderStatus.CONFIRMED


async def test_a_limit_lowered_after_asking_holds_for_what_waits(bench: Bench) -> None:
    order = bench.shop.order("1042", total=3000)
    operator = bench.knows(Role.OPERATOR)
    async with bench.assistant(ScriptedModel(CANCEL)) as assistant:
        chat = Chat(assistant, operator, bench.clock)
        asked = await chat.say("cancel 1042")
        set_limit(bench, Role.OPERATOR, 2999)
        reply = await chat.press("approve", asks(asked))
    assert "your limit is ₹2,999" in reply.text
    assert status_of_request(bench, asked) == "pending"
    assert bench.status_of(order) == OrderStatus.CONFIRMED


@pytest.mark.parametrize("lowered_to", [Role.VIEWER, Role.OPERATOR])
async def test_a_role_lowered_after_the_yes_stops_it_from_running(
    bench: Bench, lowered_to: Role
) -> None:
    order = bench.shop.order("1042", total=9000)
    operator, manager = bench.knows(Role.OPERATOR), bench.knows(Role.MANAGER)
    async with bench.assistant(ScriptedModel(CANCEL, Thought(text="No."))) as assistant:
        asked = await Chat(assistant, operator, bench.clock).say("cancel 1042")
        decider = assistant.who("test", manager)
        assert decider is not None
        bench.session.rollback()
        bench.session.execute(
            update(ApprovalRow)
            .where(ApprovalRow.shop_id == bench.shop.id, ApprovalRow.id == asks(asked))
            .values(status="approved", decided_by=decider.person_id, decided_at=bench.clock.now)
        )
        bench.session.execute(
            update(PersonRow)
            .where(PersonRow.shop_id == bench.shop.id, PersonRow.id == decider.person_id)
            .values(role=lowered_to.value)
        )
        bench.session.commit()
        bench.clock.turn(minutes=2)
        await assistant.sweep()
    assert status_of_request(bench, asked) == "failed"
    assert bench.status_of(order) == OrderStatus.CONFIRMED
    assert receipts(bench) == 0


async def test_where_two_must_agree_nobody_approves_their_own(bench: Bench) -> None:
    order = bench.shop.order("1042", total=1001)
    owner, manager = bench.knows(Role.OWNER), bench.knows(Role.MANAGER)
    team.set_second(bench.shop.context(), Topic.CANCELLATIONS, 1000_00)
    bench.session.commit()
    async with bench.assistant(ScriptedModel(CANCEL, DONE)) as assistant:
        chat = Chat(assistant, owner, bench.clock)
        asked = await chat.say("cancel 1042")
        own = await chat.press("approve", asks(asked))
        assert bench.status_of(order) == OrderStatus.CONFIRMED
        await Chat(assistant, manager, bench.clock).press("approve", asks(asked))
    assert "your own yes is not enough" in own.text
    assert bench.status_of(order) == OrderStatus.CANCELLED


async def test_who_stands_in_for_the_asker_is_no_second_person(bench: Bench) -> None:
    order = bench.shop.order("1042", total=9000)
    manager, operator = bench.knows(Role.MANAGER), bench.knows(Role.OPERATOR)
    team.set_second(bench.shop.context(), Topic.EVERYTHING, 1000_00)
    lend(bench, manager, operator, days=3)
    async with bench.assistant(ScriptedModel(CANCEL)) as assistant:
        asked = await Chat(assistant, manager, bench.clock).say("cancel 1042")
        await Chat(assistant, operator, bench.clock).press("approve", asks(asked))
    assert status_of_request(bench, asked) == "pending"
    assert bench.status_of(order) == OrderStatus.CONFIRMED


async def test_who_stands_in_decides_with_the_others_limit_and_the_log_says_so(
    bench: Bench,
) -> None:
    order = bench.shop.order("1042", total=9000)
    asker = bench.knows(Role.OPERATOR)
    ravi, asha = bench.knows(Role.MANAGER, name="Ravi"), bench.knows(Role.OPERATOR, name="Asha")
    lend(bench, ravi, asha, days=1)
    async with bench.assistant(ScriptedModel(CANCEL, DONE)) as assistant:
        asking = Chat(assistant, asker, bench.clock)
        asked = await asking.say("cancel 1042")
        await Chat(assistant, asha, bench.clock).press("approve", asks(asked))
        actor, absent = assistant.who("test", asker), assistant.who("test", ravi)
        assert actor is not None
        assert absent is not None
        told = assistant.history(actor, asking.conversation)[-1]
    assert bench.status_of(order) == OrderStatus.CANCELLED
    assert told.text.startswith("Asha for Ravi approved your request.")
    assert [row.on_behalf_of for row in audit(bench, "cancel_order")] == [absent.person_id]


async def test_standing_in_ends_by_itself_after_its_last_day(bench: Bench) -> None:
    order = bench.shop.order("1042", total=9000)
    asker, asha = bench.knows(Role.OPERATOR), bench.knows(Role.OPERATOR)
    lend(bench, bench.knows(Role.MANAGER), asha, days=1)
    async with bench.assistant(ScriptedModel(CANCEL)) as assistant:
        # 2:30 in the afternoon in India: the last day has nine and a half hours left.
        bench.clock.turn(hours=9, minutes=29)
        asked = await Chat(assistant, asker, bench.clock).say("cancel 1042")
        bench.clock.turn(minutes=1)
        await Chat(assistant, asha, bench.clock).press("approve", asks(asked))
    assert status_of_request(bench, asked) == "pending"
    assert bench.status_of(order) == OrderStatus.CONFIRMED


async def test_a_limit_that_was_lent_is_not_lent_on(bench: Bench) -> None:
    order = bench.shop.order("1042", total=9000)
    asker, asha, last = (bench.knows(Role.OPERATOR) for _ in range(3))
    lend(bench, bench.knows(Role.MANAGER), asha, days=5)
    lend(bench, asha, last, days=5)
    async with bench.assistant(ScriptedModel(CANCEL)) as assistant:
        asked = await Chat(assistant, asker, bench.clock).say("cancel 1042")
        await Chat(assistant, last, bench.clock).press("approve", asks(asked))
    assert status_of_request(bench, asked) == "pending"
    assert bench.status_of(order) == OrderStatus.CONFIRMED


async def test_only_who_asked_approves_their_own_standing_in(bench: Bench) -> None:
    ravi, owner = bench.knows(Role.MANAGER, name="Ravi"), bench.knows(Role.OWNER)
    bench.knows(Role.OPERATOR, name="Asha")
    away = calls(call("delegate_approvals", to="Asha", until_day="2026-11-25"))
    async with bench.assistant(ScriptedModel(away, Thought(text="Done."))) as assistant:
        chat = Chat(assistant, ravi, bench.clock)
        asked = await chat.say("asha approves for me until wednesday")
        other = await Chat(assistant, owner, bench.clock).press("approve", asks(asked))
        assert audit(bench, "delegate_approvals") == []
        await chat.press("approve", asks(asked))
    assert "Only the person who asked" in other.text
    (line,) = audit(bench, "delegate_approvals")
    assert line.after == {
        "first_day": "2026-11-22", "last_day": "2026-11-25", "in_place_of": "Ravi",
    }  # fmt: skip


async def test_a_request_that_ran_out_of_time_says_so_and_leaves_the_list(bench: Bench) -> None:
    bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    async with bench.assistant(ScriptedModel(CANCEL)) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        await chat.say("cancel 1042")
        bench.clock.turn(minutes=61)
        await assistant.sweep()
        actor = assistant.who("test", seller)
        assert actor is not None
        told = assistant.history(actor, chat.conversation)[-1]
        listed = await chat.press("call", tool="list_approvals")
    assert told.text.startswith("Nobody decided in time")
    assert listed.facts[0]["count"] == 0
    assert len(audit(bench, "expire_approval")) == 1


async def test_what_a_disabled_person_asked_for_is_withdrawn(bench: Bench) -> None:
    order = bench.shop.order("1042")
    kavita = bench.knows(Role.OPERATOR, name="Kavita")
    owner, manager = bench.knows(Role.OWNER), bench.knows(Role.MANAGER)
    out = calls(call("disable_person", person="Kavita"))
    async with bench.assistant(ScriptedModel(CANCEL, out, Thought(text="Out."))) as assistant:
        asked = await Chat(assistant, kavita, bench.clock).say("cancel 1042")
        boss = Chat(assistant, owner, bench.clock)
        await boss.press("approve", asks(await boss.say("shut kavita out")))
        late = await Chat(assistant, manager, bench.clock).press("approve", asks(asked))
        await assistant.sweep()
        assert assistant.who("test", kavita) is None
    assert "no longer works here" in late.text
    assert bench.status_of(order) == OrderStatus.CONFIRMED
    assert len(audit(bench, "withdraw_approval")) == 1


async def test_those_whose_yes_is_needed_hear_of_it_once_where_they_last_wrote(
    bench: Bench,
) -> None:
    bench.shop.order("1042", total=9000)
    operator = bench.knows(Role.OPERATOR, name="Kavita")
    manager = bench.shop.person(Role.MANAGER, name="Meera")
    people.add_identity(bench.session, manager, "web", "meera")
    bench.session.commit()
    model = ScriptedModel(Thought(text="Hello."), CANCEL, Thought(text="Yes to what?"))
    async with bench.assistant(model) as assistant:
        theirs = Chat(assistant, "meera", bench.clock)
        hello = theirs.message("hello").model_copy(update={"channel": "web"})
        await assistant.ask(hello)
        asked = await Chat(assistant, operator, bench.clock).say("cancel 1042")
        stray = theirs.message("haan").model_copy(update={"channel": "web"})
        answer = await assistant.ask(stray)
    bench.session.rollback()
    told = bench.session.scalars(
        select(MessageRow.text).where(
            MessageRow.shop_id == bench.shop.id,
            MessageRow.conversation_id == theirs.conversation,
            MessageRow.provider_id.contains("asks"),
        )
    ).all()
    assert [text.startswith("Kavita needs your yes") for text in told] == [True]
    assert answer.text == "Yes to what?"
    assert status_of_request(bench, asked) == "pending"


async def test_a_bare_cancel_of_a_cancellation_is_asked_back(bench: Bench) -> None:
    order = bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    async with bench.assistant(ScriptedModel(CANCEL, DONE)) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        asked = await chat.say("cancel 1042")
        which = await chat.say("cancel")
        assert bench.status_of(order) == OrderStatus.CONFIRMED
        assert [b.tap.kind for b in buttons_of(which) if b.tap] == ["approve", "decline"]
        assert status_of_request(bench, asked) == "pending"
        await chat.press("approve", asks(asked))
    assert bench.status_of(order) == OrderStatus.CANCELLED


async def test_a_bare_cancel_of_anything_else_declines_it(bench: Bench) -> None:
    order = bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    hold = calls(call("hold_order", order="1042", reason="x"))
    async with bench.assistant(ScriptedModel(hold, Thought(text="Left."))) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        asked = await chat.say("hold 1042")
        await chat.say("cancel kar do")
    assert status_of_request(bench, asked) == "declined"
    assert bench.status_of(order) == OrderStatus.CONFIRMED


async def test_a_request_is_listed_in_the_readers_language_unless_things_moved(
    bench: Bench,
) -> None:
    order = bench.shop.order("1042", total=5001)
    operator, manager = bench.knows(Role.OPERATOR), bench.knows(Role.MANAGER)
    async with bench.assistant(ScriptedModel(CANCEL)) as assistant:
        asked = await Chat(assistant, operator, bench.clock).say("cancel 1042")
        reader = assistant.who("test", manager)
        assert reader is not None
        assert asked.approval is not None
        (listed,) = assistant.look(
            reader, "list_approvals", {}, channel="test", language="hi"
        ).cards  # fmt: skip
        assert isinstance(listed, ApprovalCard)
        assert listed.title == "ऑर्डर 1042 रद्द करना"
        order.status = OrderStatus.ON_HOLD.value
        bench.session.commit()
        (moved,) = assistant.look(
            reader, "list_approvals", {}, channel="test", language="hi"
        ).cards  # fmt: skip
        assert isinstance(moved, ApprovalCard)
        assert (moved.title, moved.differences) == (
            asked.approval.title, asked.approval.differences,
        )  # fmt: skip


async def test_a_manager_on_slack_is_written_to_and_the_card_says_what_became_of_it(
    bench: Bench,
) -> None:
    bench.shop.order("1042", total=9000)
    operator, meera = bench.knows(Role.OPERATOR), bench.shop.person(Role.MANAGER, name="Meera")
    people.add_identity(bench.session, meera, "test", "meera")
    people.add_identity(bench.session, meera, "slack", "T1:U7")
    bench.session.commit()
    async with bench.assistant(ScriptedModel(CANCEL, DONE)) as assistant:
        asked = await Chat(assistant, operator, bench.clock).say("cancel 1042")
        await Chat(assistant, "meera", bench.clock).press("approve", asks(asked))
    bench.session.rollback()
    written = bench.session.scalars(
        select(DeliveryRow).where(DeliveryRow.shop_id == bench.shop.id).order_by(DeliveryRow.id)
    ).all()
    assert [(one.address, one.kind) for one in written] == [("T1:U7", "reply"), ("T1:U7", "redraw")]
    assert [button["label"] for button in written[0].body["cards"][0]["buttons"]] == [
        "Approve", "Decline",
    ]  # fmt: skip
    assert written[1].body == {
        "of": written[0].id, "gone": [asks(asked)],
        "note": "✓ Approved by Meera, 22 Nov 2026, 2:30 pm",
    }  # fmt: skip
