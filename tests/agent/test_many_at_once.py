"""Many orders under one yes: what was shown is what runs, once, and comes back as one."""

from datetime import timedelta

from agent.llm import Thought
from agent.messages import Reply
from agent.scripted import ScriptedModel
from commerce.access import Role
from commerce.db.tables import OrderRow
from commerce.vocabulary import OrderStatus
from tests.agent.conftest import Bench, Chat
from tests.agent.test_turns import call, calls
from tools.cards import ApprovalCard, ReceiptCard

CANCEL = calls(call("cancel_orders", payment="cod", older_than_days=1))
DONE = Thought(text="Done.")


def old(bench: Bench, number: str, **more: object) -> OrderRow:
    return bench.shop.order(number, placed_at=bench.shop.now - timedelta(days=2), **more)  # type: ignore[arg-type]  # test shorthand


def approval_in(reply: Reply) -> ApprovalCard:
    assert reply.approval is not None
    return reply.approval


async def test_exactly_the_orders_that_were_shown_are_changed(bench: Bench) -> None:
    stays, moves = old(bench, "1", total=300), old(bench, "2", total=400)
    seller = bench.knows(Role.OWNER)
    async with bench.assistant(ScriptedModel(CANCEL, DONE)) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        card = approval_in(await chat.say("cancel all cod orders older than a day"))
        assert (card.title, card.at_stake) == ("Cancel 2 orders worth ₹700", "₹700")
        later = old(bench, "3")
        moves.status = OrderStatus.SHIPPED.value
        bench.session.commit()
        reply = await chat.press("approve", card.approval)
    assert [bench.status_of(order) for order in (stays, moves, later)] == [
        "Cancelled", "Shipped", "Confirmed",
    ]  # fmt: skip
    (receipt,) = reply.receipts
    assert (receipt.subject_kind, receipt.subject) == ("orders", "1 order")
    assert list(receipt.after) == ["1"]
    titles = [c.title for c in reply.cards if isinstance(c, ReceiptCard)]
    assert titles == ["Cancel 1 order worth ₹300"]


async def test_one_undo_takes_back_what_it_can_and_says_the_rest(bench: Bench) -> None:
    first, second = old(bench, "1"), old(bench, "2")
    seller = bench.knows(Role.OWNER)
    async with bench.assistant(ScriptedModel(CANCEL, DONE)) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        card = approval_in(await chat.say("cancel all cod orders older than a day"))
        reply = await chat.press("approve", card.approval)
        bench.session.rollback()
        second.status = OrderStatus.PROCESSING.value
        bench.session.commit()
        undone = await chat.press("undo", reply.receipts[0].id)
    assert "Taken back: 1. 1 could not be: 1 moved on since (2)." in undone.text
    assert [bench.status_of(order) for order in (first, second)] == ["Confirmed", "Processing"]


async def test_when_all_moved_on_the_yes_changes_nothing(bench: Bench) -> None:
    order = old(bench, "1")
    seller = bench.knows(Role.OWNER)
    async with bench.assistant(ScriptedModel(CANCEL, DONE)) as assistant:
        chat = Chat(assistant, seller, bench.clock)
        card = approval_in(await chat.say("cancel all cod orders older than a day"))
        order.status = OrderStatus.SHIPPED.value
        bench.session.commit()
        reply = await chat.press("approve", card.approval)
    assert (reply.receipts, bench.status_of(order)) == ((), "Shipped")


async def test_what_all_are_worth_decides_who_may_approve(bench: Bench) -> None:
    orders = [old(bench, number, total=3_000) for number in ("1", "2")]
    operator, manager = bench.knows(Role.OPERATOR), bench.knows(Role.MANAGER)
    async with bench.assistant(ScriptedModel(CANCEL, DONE)) as assistant:
        chat = Chat(assistant, operator, bench.clock)
        card = approval_in(await chat.say("cancel all cod orders older than a day"))
        await chat.press("approve", card.approval)
        assert {bench.status_of(order) for order in orders} == {"Confirmed"}
        await Chat(assistant, manager, bench.clock).press("approve", card.approval)
    assert {bench.status_of(order) for order in orders} == {"Cancelled"}
