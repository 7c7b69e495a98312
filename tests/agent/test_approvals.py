"""Asking first: nothing happens without the right yes, and with it exactly once."""

import asyncio

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError

from agent.llm import Question, Thought
from agent.messages import Reply
from agent.scripted import ScriptedModel
from channels.buttons import buttons_of
from commerce.access import Role
from commerce.db.tables import (
    ApprovalRow,
    AuditRow,
    MessageRow,
    NdrCaseRow,
    ReceiptRow,
    ToolCallRow,
)
from commerce.ports import Ports
from commerce.vocabulary import NdrStatus, OrderStatus
from integrations.demo_courier import DemoCourier
from tests.agent.conftest import Bench, Chat
from tests.agent.test_turns import call, calls, kept_runs
from tests.builders import Shop

CANCEL = calls(call("cancel_order", order="1042", reason="customer changed her mind"))
DONE = Thought(text="Cancelled.")


def asks(reply: Reply) -> str:
    assert reply.approval is not None
    return reply.approval.approval


def receipts(bench: Bench) -> int:
    bench.session.rollback()
    return int(
        bench.session.scalar(select(func.count()).where(ReceiptRow.shop_id == bench.shop.id)) or 0
    )


async def test_a_write_asks_first_and_changes_nothing(bench: Bench) -> None:
    order = bench.shop.order("1042", total=1499)
    seller = bench.knows(Role.OWNER)
    async with bench.assistant(ScriptedModel(CANCEL)) as assistant:
        reply = await Chat(assistant, seller, bench.clock).say("cancel 1042")
    card = reply.approval
    assert card is not None
    assert card.at_stake == "₹1,499"
    assert card.differences
    assert bench.status_of(order) == OrderStatus.CONFIRMED
    assert kept_runs(bench) == 1


async def test_an_approved_write_runs_once_and_is_proven(bench: Bench) -> None:
    order = bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    async with bench.assistant(ScriptedModel(CANCEL, DONE)) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        asked = await chat.say("cancel 1042")
        reply = await chat.press("approve", asks(asked))
    assert bench.status_of(order) == OrderStatus.CANCELLED
    assert reply.text == "Cancelled."
    assert [(r.tool, r.subject) for r in reply.receipts] == [("cancel_order", "1042")]
    assert [c.kind for c in reply.cards if c.kind == "receipt"] == ["receipt"]
    assert kept_runs(bench) == 0


async def test_a_bare_yes_in_hinglish_approves(bench: Bench) -> None:
    order = bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    async with bench.assistant(ScriptedModel(CANCEL, DONE)) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        await chat.say("cancel 1042")
        await chat.say("haan kar do")
    assert bench.status_of(order) == OrderStatus.CANCELLED


async def test_a_stray_yes_after_other_talk_does_not_run_an_old_request(bench: Bench) -> None:
    order = bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    model = ScriptedModel(CANCEL, Thought(text="There are many kurtis."), DONE)
    async with bench.assistant(model) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        asked = await chat.say("cancel 1042")
        bench.clock.turn(minutes=1)
        await chat.say("how many kurtis are there?")
        bench.clock.turn(minutes=1)
        which = await chat.say("haan")
        assert bench.status_of(order) == OrderStatus.CONFIRMED
        assert [b.tap.id for b in buttons_of(which) if b.tap] == [asks(asked)]
        await chat.press("approve", asks(asked))
    assert bench.status_of(order) == OrderStatus.CANCELLED


async def test_an_objection_takes_back_what_was_asked_before_it_is_understood(
    bench: Bench,
) -> None:
    order = bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    model = ScriptedModel(CANCEL, Thought(text="Left."), Thought(text="Which other one?"))
    async with bench.assistant(model) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        asked = await chat.say("cancel 1042")
        reply = await chat.say("nahi nahi, doosra wala")
        late = await chat.press("approve", asks(asked))
    assert reply.text == "Which other one?"
    assert "declined" in late.text
    assert bench.status_of(order) == OrderStatus.CONFIRMED
    assert kept_runs(bench) == 0


async def test_yes_to_a_question_is_not_yes_to_an_approval(bench: Bench) -> None:
    order = bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    question = Thought(question=Question(text="Did you mean Cotton Kurti?"))
    model = ScriptedModel(CANCEL, question, Thought(text="Here it is."))
    async with bench.assistant(model) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        await chat.say("cancel 1042")
        bench.clock.turn(minutes=1)
        await chat.say("stock of kurti")
        bench.clock.turn(minutes=1)
        await chat.say("haan")
    assert bench.status_of(order) == OrderStatus.CONFIRMED


async def test_a_declined_write_does_not_happen(bench: Bench) -> None:
    order = bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    model = ScriptedModel(CANCEL, Thought(text="Left as it is."))
    async with bench.assistant(model) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        asked = await chat.say("cancel 1042")
        reply = await chat.press("decline", asks(asked))
        again = await chat.press("approve", asks(asked))
    assert "declined" in again.text
    assert reply.receipts == ()
    assert bench.status_of(order) == OrderStatus.CONFIRMED
    assert kept_runs(bench) == 0


async def test_a_second_yes_is_refused_and_nothing_happens_again(bench: Bench) -> None:
    bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    async with bench.assistant(ScriptedModel(CANCEL, DONE)) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        asked = await chat.say("cancel 1042")
        await chat.press("approve", asks(asked))
        again = await chat.press("approve", asks(asked))
    assert "already approved" in again.text
    assert receipts(bench) == 1


async def test_two_people_who_say_yes_at_once_cancel_once(bench: Bench) -> None:
    bench.shop.order("1042")
    seller, manager = bench.knows(Role.OWNER), bench.knows(Role.MANAGER)
    async with (
        bench.assistant(ScriptedModel(CANCEL, DONE)) as one,
        bench.assistant(ScriptedModel(DONE)) as two,
    ):
        asked = await Chat(one, seller, bench.clock).say("cancel 1042")
        await asyncio.gather(
            Chat(one, seller, bench.clock).press("approve", asks(asked)),
            Chat(two, manager, bench.clock).press("approve", asks(asked)),
        )
    assert receipts(bench) == 1


@pytest.mark.parametrize("role", [Role.VIEWER, Role.NDR_AGENT])
async def test_someone_without_the_right_cannot_approve(bench: Bench, role: Role) -> None:
    order = bench.shop.order("1042")
    seller, other = bench.knows(Role.OWNER), bench.knows(role)
    async with bench.assistant(ScriptedModel(CANCEL)) as assistant:
        asked = await Chat(assistant, seller, bench.clock).say("cancel 1042")
        reply = await Chat(assistant, other, bench.clock).press("approve", asks(asked))
    assert "may not" in reply.text
    assert bench.status_of(order) == OrderStatus.CONFIRMED


async def test_another_shops_owner_does_not_even_learn_that_it_exists(
    bench: Bench, other_shop: Shop
) -> None:
    order = bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    stranger = bench.knows(Role.OWNER, shop=other_shop)
    async with bench.assistant(ScriptedModel(CANCEL)) as assistant:
        asked = await Chat(assistant, seller, bench.clock).say("cancel 1042")
        reply = await Chat(assistant, stranger, bench.clock).press("approve", asks(asked))
    assert "no such request" in reply.text
    assert bench.status_of(order) == OrderStatus.CONFIRMED


async def test_a_customer_cannot_approve_what_another_customer_asked(bench: Bench) -> None:
    asha, ravi = bench.shop.customer("Asha"), bench.shop.customer("Ravi")
    parcel = bench.shop.parcel(bench.shop.order("1042", customer=asha), attempts=1)
    bench.shop.ndr_case(parcel)
    bench.shop = bench.shop.with_ports(Ports(couriers={"*": DemoCourier()}))
    her = bench.knows(Role.CUSTOMER, customer=asha)
    him = bench.knows(Role.CUSTOMER, customer=ravi)
    model = ScriptedModel(calls(call("choose_redelivery", on="2026-11-23")))
    async with bench.assistant(model) as assistant:
        asked = await Chat(assistant, her, bench.clock).say("bring it tomorrow")
        reply = await Chat(assistant, him, bench.clock).press("approve", asks(asked))
    assert "no such request" in reply.text
    bench.session.rollback()
    statuses = bench.session.scalars(
        select(NdrCaseRow.status).where(NdrCaseRow.shop_id == bench.shop.id)
    ).all()
    assert statuses == [NdrStatus.OPEN]


async def test_an_old_request_can_no_longer_be_approved(bench: Bench) -> None:
    order = bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    async with bench.assistant(ScriptedModel(CANCEL)) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        asked = await chat.say("cancel 1042")
        bench.clock.turn(minutes=61)
        reply = await chat.press("approve", asks(asked))
        assert "too old" in reply.text
        assert bench.status_of(order) == OrderStatus.CONFIRMED
        await assistant.sweep()
    assert kept_runs(bench) == 0


@pytest.mark.parametrize("table", [ApprovalRow, ToolCallRow])
async def test_arguments_changed_behind_the_approval_are_refused(
    bench: Bench, table: type[ApprovalRow | ToolCallRow]
) -> None:
    order, victim = bench.shop.order("1042"), bench.shop.order("1043")
    seller = bench.knows(Role.OWNER)
    async with bench.assistant(ScriptedModel(CANCEL, Thought(text="No."))) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        asked = await chat.say("cancel 1042")
        bench.session.rollback()
        bench.session.execute(
            update(table).where(table.shop_id == bench.shop.id).values(arguments={"order": "1043"})
        )
        bench.session.commit()
        await chat.press("approve", asks(asked))
    assert bench.status_of(victim) == OrderStatus.CONFIRMED
    assert bench.status_of(order) in (OrderStatus.CONFIRMED, OrderStatus.CANCELLED)


async def test_an_approval_given_after_the_process_died_is_carried_out_once(bench: Bench) -> None:
    order = bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    async with bench.assistant(ScriptedModel(CANCEL)) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        asked = await chat.say("cancel 1042")
    async with bench.assistant(ScriptedModel(DONE)) as restarted:
        chat = Chat(restarted, seller, bench.clock, conversation=chat.conversation)
        reply = await chat.press("approve", asks(asked))
    assert [r.subject for r in reply.receipts] == ["1042"]
    assert bench.status_of(order) == OrderStatus.CANCELLED
    assert receipts(bench) == 1


async def test_an_approval_outlives_even_a_lost_checkpoint(bench: Bench) -> None:
    order = bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    async with bench.assistant(ScriptedModel(CANCEL)) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        asked = await chat.say("cancel 1042")
        await assistant._turns.forget(asked.turn)
        await chat.press("approve", asks(asked))
    assert bench.status_of(order) == OrderStatus.CANCELLED


async def test_what_was_approved_before_a_crash_is_finished_by_the_sweep(bench: Bench) -> None:
    order = bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    async with bench.assistant(ScriptedModel(CANCEL, DONE)) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        asked = await chat.say("cancel 1042")
        owner = assistant.who("test", seller)
        assert owner is not None
        bench.session.rollback()
        bench.session.execute(
            update(ApprovalRow)
            .where(ApprovalRow.shop_id == bench.shop.id, ApprovalRow.id == asks(asked))
            .values(status="approved", decided_by=owner.person_id, decided_at=bench.clock.now)
        )
        bench.session.commit()
        bench.clock.turn(minutes=2)
        assert await assistant.sweep() == 1
        assert await assistant.sweep() == 0
    assert bench.status_of(order) == OrderStatus.CANCELLED
    assert receipts(bench) == 1


async def test_a_read_beside_a_write_is_not_repeated_when_the_write_is_approved(
    bench: Bench,
) -> None:
    bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    both = calls(
        call("find_orders", status="Confirmed"), call("cancel_order", order="1042", reason="x")
    )
    async with bench.assistant(ScriptedModel(both, DONE)) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        asked = await chat.say("orders, and cancel 1042")
        assert [c.status for c in asked.tool_calls] == ["done", "awaiting_approval"]
        reply = await chat.press("approve", asks(asked))
    assert [c.name for c in reply.tool_calls] == ["cancel_order"]
    kept = bench.session.scalar(select(func.count()).where(ToolCallRow.shop_id == bench.shop.id))
    assert kept == 2


async def test_two_writes_of_one_turn_are_approved_one_by_one(bench: Bench) -> None:
    first, second = bench.shop.order("1042"), bench.shop.order("1043")
    seller = bench.knows(Role.OWNER)
    both = calls(
        call("cancel_order", order="1042", reason="x"),
        call("cancel_order", order="1043", reason="x"),
    )
    async with bench.assistant(ScriptedModel(both, DONE)) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        asked = await chat.say("cancel 1042 and 1043")
        cards = [card for card in asked.cards if card.kind == "approval"]
        which = await chat.say("yes")
        await chat.press("approve", cards[1].approval)
        assert bench.status_of(first) == OrderStatus.CONFIRMED
        assert bench.status_of(second) == OrderStatus.CANCELLED
        await chat.press("approve", cards[0].approval)
    assert [card.kind for card in which.cards] == ["choice"]
    assert bench.status_of(first) == OrderStatus.CANCELLED
    assert receipts(bench) == 2
    assert kept_runs(bench) == 0


async def test_a_managers_yes_from_elsewhere_tells_the_one_who_asked(bench: Bench) -> None:
    order = bench.shop.order("1042")
    operator = bench.knows(Role.OPERATOR)
    manager = bench.knows(Role.MANAGER, name="Meera")
    async with bench.assistant(ScriptedModel(CANCEL, DONE)) as assistant:
        asking = Chat(assistant, operator, bench.clock)
        asked = await asking.say("cancel 1042")
        await Chat(assistant, manager, bench.clock).press("approve", asks(asked))
        actor = assistant.who("test", operator)
        assert actor is not None
        told = assistant.history(actor, asking.conversation)[-1]
    assert bench.status_of(order) == OrderStatus.CANCELLED
    assert told.direction == "out"
    assert "Meera approved" in told.text
    by = bench.session.scalar(
        select(AuditRow.person_id).where(
            AuditRow.shop_id == bench.shop.id, AuditRow.subject == "1042"
        )
    )
    assert by != actor.person_id


async def test_asking_again_about_the_same_thing_replaces_the_older_request(bench: Bench) -> None:
    order = bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    again = calls(call("cancel_order", order="1042", reason="out of stock"))
    async with bench.assistant(ScriptedModel(CANCEL, again)) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        older = await chat.say("cancel 1042")
        bench.clock.turn(minutes=1)
        await chat.say("cancel 1042, it is out of stock")
        reply = await chat.press("approve", asks(older))
    assert "newer request" in reply.text
    assert bench.status_of(order) == OrderStatus.CONFIRMED


async def test_a_thing_that_moved_on_meanwhile_is_refused_at_execution(bench: Bench) -> None:
    order = bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    model = ScriptedModel(CANCEL, Thought(text="It has been shipped."))
    async with bench.assistant(model) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        asked = await chat.say("cancel 1042")
        order.status = OrderStatus.SHIPPED.value
        bench.session.commit()
        reply = await chat.press("approve", asks(asked))
    assert [c.status for c in reply.tool_calls] == ["refused"]
    assert bench.status_of(order) == OrderStatus.SHIPPED
    assert receipts(bench) == 0


async def test_undo_puts_back_what_was_there_and_only_once(bench: Bench) -> None:
    order = bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    async with bench.assistant(ScriptedModel(CANCEL, DONE)) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        asked = await chat.say("cancel 1042")
        done = await chat.press("approve", asks(asked))
        undone = await chat.press("undo", done.receipts[0].id)
        assert bench.status_of(order) == OrderStatus.CONFIRMED
        again = await chat.press("undo", done.receipts[0].id)
    assert undone.receipts[0].undone
    assert "already undone" in again.text


@pytest.mark.parametrize("said", ["undo", "Undo karo bhai", "wapas le lo", "वापस लो"])
async def test_a_bare_undo_takes_back_what_was_just_done(bench: Bench, said: str) -> None:
    order = bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    async with bench.assistant(ScriptedModel(CANCEL, DONE)) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        await chat.say("cancel 1042")
        await chat.say("yes")
        assert bench.status_of(order) == OrderStatus.CANCELLED
        back = await chat.say(said)
        again = await chat.say(said)
    assert bench.status_of(order) == OrderStatus.CONFIRMED
    assert back.receipts[0].undone
    assert (again.receipts, again.cards) == ((), ())


async def test_a_bare_undo_later_asks_what_is_meant(bench: Bench) -> None:
    order = bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    async with bench.assistant(ScriptedModel(CANCEL, DONE)) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        await chat.say("cancel 1042")
        await chat.say("yes")
        bench.clock.turn(minutes=10)
        asked = await chat.say("undo")
    assert bench.status_of(order) == OrderStatus.CANCELLED
    assert [b.tap.kind for b in buttons_of(asked) if b.tap] == ["undo"]


async def test_a_bare_undo_while_something_waits_undoes_nothing(bench: Bench) -> None:
    order = bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    async with bench.assistant(ScriptedModel(CANCEL)) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        await chat.say("cancel 1042")
        asked = await chat.say("undo")
    assert bench.status_of(order) == OrderStatus.CONFIRMED
    assert [b.tap.kind for b in buttons_of(asked) if b.tap] == ["decline"]


async def test_it_is_too_late_to_undo_after_the_window(bench: Bench) -> None:
    order = bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    async with bench.assistant(ScriptedModel(CANCEL, DONE)) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        asked = await chat.say("cancel 1042")
        done = await chat.press("approve", asks(asked))
        bench.clock.turn(minutes=16)
        late = await chat.press("undo", done.receipts[0].id)
    assert "too late" in late.text
    assert bench.status_of(order) == OrderStatus.CANCELLED


async def test_a_viewer_cannot_undo(bench: Bench) -> None:
    order = bench.shop.order("1042")
    seller, viewer = bench.knows(Role.OWNER), bench.knows(Role.VIEWER)
    async with bench.assistant(ScriptedModel(CANCEL, DONE)) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        done = await chat.press("approve", asks(await chat.say("cancel 1042")))
        reply = await Chat(assistant, viewer, bench.clock).press("undo", done.receipts[0].id)
    assert "nothing to undo" in reply.text
    assert bench.status_of(order) == OrderStatus.CANCELLED


async def test_the_database_itself_refuses_a_second_receipt_of_one_call(bench: Bench) -> None:
    bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    async with bench.assistant(ScriptedModel(CANCEL, DONE)) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        await chat.press("approve", asks(await chat.say("cancel 1042")))
    bench.session.rollback()
    row = bench.session.scalars(select(ReceiptRow).where(ReceiptRow.shop_id == bench.shop.id)).one()
    twin = {c.name: getattr(row, c.name) for c in ReceiptRow.__table__.columns}
    bench.session.add(ReceiptRow(**{**twin, "id": "RC-TWIN"}))
    with pytest.raises(IntegrityError):
        bench.session.flush()
    bench.session.rollback()


async def test_every_message_of_the_approval_stands_in_the_history(bench: Bench) -> None:
    bench.shop.order("1042")
    seller = bench.knows(Role.OWNER)
    async with bench.assistant(ScriptedModel(CANCEL, DONE)) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        await chat.press("approve", asks(await chat.say("cancel 1042")))
    directions = bench.session.scalars(
        select(MessageRow.direction)
        .where(MessageRow.shop_id == bench.shop.id)
        .order_by(MessageRow.id)
    ).all()
    assert directions == ["in", "out", "in", "out"]
