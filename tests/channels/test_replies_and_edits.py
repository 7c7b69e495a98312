"""A message that replies to another, or that was edited: the same on every messenger."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from agent.edits import says_else
from agent.llm import Thought
from agent.scripted import ScriptedModel
from app.doubles.telegram import Json
from commerce.db.tables import DeliveryPartRow, OrderRow
from commerce.vocabulary import OrderStatus
from tests.agent.conftest import Bench, Clock
from tests.agent.test_turns import call, calls
from tests.builders import Shop
from tests.channels.driver import Driver, Post
from tests.channels.meta_driver import MetaDriver
from tests.channels.slack_driver import SlackDriver
from tests.channels.street import Street, street
from tests.channels.telegram_driver import CHAT, TelegramDriver, posted
from tests.channels.whatsapp_driver import WhatsAppDriver
from tools.cards import Button

DRIVERS: Final[Sequence[Callable[[], Driver]]] = (
    TelegramDriver, SlackDriver, WhatsAppDriver, MetaDriver,
)  # fmt: skip
DONE: Final = Thought(text="Done.")

# A vendor's library leaves a socket to its double for the garbage collector to close.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture(params=DRIVERS, ids=lambda made: made.channel + made.__name__[:1])
def driver(request: pytest.FixtureRequest) -> Driver:
    """A vendor of each kind on which people reply to a message."""
    made: Driver = request.param()
    return made


@pytest.fixture
def bench(engine: Engine, session: Session, shop: Shop, tmp_path: Path, database_url: str) -> Bench:
    """A shop with two orders and an assistant over it."""
    for number in ("1042", "1043"):
        shop.order(number=number, status=OrderStatus.CONFIRMED)
    session.commit()
    return Bench(
        engine=engine, session=session, shop=shop, clock=Clock(shop.now),
        runs=tmp_path / "runs.db", url=database_url,
    )  # fmt: skip


def show(order: str) -> Thought:
    return calls(call("show_order", order=order))


def cancel(order: str) -> Thought:
    return calls(call("cancel_order", order=order, reason="not wanted"))


async def _exchange(here: Street, *posts: Post) -> None:
    """Have the person write, one after the other is answered and brought."""
    for post in posts:
        assert (await here.post(post)).is_success
        await here.taken_in()
        await here.bring()


def _sent(here: Street, place: int) -> str:
    """Return the vendor's id of a message of ours: the first part of a delivery."""
    here.bench.session.rollback()
    rows = here.bench.session.scalars(
        select(DeliveryPartRow)
        .where(DeliveryPartRow.shop_id == here.bench.shop.id, DeliveryPartRow.position == 0)
        .order_by(DeliveryPartRow.id)
    ).all()
    return rows[place].provider_id


async def test_a_reply_to_an_older_answer_is_about_that_one(
    driver: Driver, bench: Bench, tmp_path: Path
) -> None:
    model = ScriptedModel(show("1042"), DONE, show("1043"), DONE, DONE)
    async with street(driver, bench, tmp_path, model=model) as here:
        now = bench.clock()
        await _exchange(here, driver.says("1042?", now), driver.says("1043?", now))
        older = driver.replies("isko cancel karo", _sent(here, 0), now)
        await _exchange(here, older)
        past = model.requests[-1].past
        assert [turn.text for turn in past] == ["1043?", "1042?"]
        assert past[-1].outcomes[0].call.arguments == {"order": "1042"}


async def test_a_reply_to_what_the_shop_said_first_takes_nothing_from_what_was_said_before(
    driver: Driver, bench: Bench, tmp_path: Path
) -> None:
    model = ScriptedModel(show("1042"), DONE, DONE)
    async with street(driver, bench, tmp_path, model=model) as here:
        now = bench.clock()
        await _exchange(here, driver.says("1042?", now))
        here.prompt("Good morning.")
        await here.bring()
        await _exchange(here, driver.replies("isko cancel karo", _sent(here, 1), now))
        assert model.requests[-1].past == ()


async def test_a_yes_to_an_older_request_decides_that_one(
    driver: Driver, bench: Bench, tmp_path: Path
) -> None:
    model = ScriptedModel(cancel("1042"), cancel("1043"), DONE)
    async with street(driver, bench, tmp_path, model=model) as here:
        now = bench.clock()
        await _exchange(here, driver.says("cancel 1042", now), driver.says("cancel 1043", now))
        await _exchange(here, driver.replies("yes", _sent(here, 0), now))
        assert _statuses(here) == {"1042": "Cancelled", "1043": "Confirmed"}


async def test_an_undo_in_reply_takes_back_that_one_and_not_the_last(
    bench: Bench, tmp_path: Path
) -> None:
    driver = TelegramDriver()
    model = ScriptedModel(cancel("1042"), DONE, cancel("1043"), DONE)
    async with street(driver, bench, tmp_path, model=model) as here:
        now = bench.clock()
        for order in ("1042", "1043"):
            await _exchange(here, driver.says(f"cancel {order}", now), driver.says("yes", now))
        assert set(_statuses(here).values()) == {"Cancelled"}
        await _exchange(here, driver.replies("undo", _sent(here, 1), now))
        assert _statuses(here) == {"1042": "Confirmed", "1043": "Cancelled"}


async def test_a_number_in_reply_is_a_choice_of_that_message(bench: Bench, tmp_path: Path) -> None:
    driver = WhatsAppDriver()
    model = ScriptedModel(DONE)
    async with street(driver, bench, tmp_path, model=model, whatsapp_buttons="numbers") as here:
        for names in (("Pune", "Nagpur", "Thane", "Nashik"), ("Surat", "Rajkot", "Vapi", "Anand")):
            here.prompt("Which?", buttons=[Button(label=name, says=name) for name in names])
        await here.bring()
        await _exchange(here, driver.replies("2", _sent(here, 0), bench.clock()))
        assert here.heard() == ["Nagpur"]


# -- edits ---------------------------------------------------------------------------------------


def _edit_on_telegram(update: Json, text: str) -> Post:
    message = {**update["message"], "text": text, "edit_date": update["message"]["date"] + 5}
    return posted({"update_id": update["update_id"] + 100, "edited_message": message})


async def test_a_message_edited_before_it_is_answered_is_answered_as_it_reads_now(
    bench: Bench, tmp_path: Path
) -> None:
    driver, model = TelegramDriver(), ScriptedModel(DONE)
    async with street(driver, bench, tmp_path, model=model) as here:
        update = driver.vendor.message(CHAT, "order 1042?")
        here.messengers.intake._answer = _leave  # type: ignore[assignment,method-assign]  # nobody is quick
        await here.post(posted(update))
        await here.post(_edit_on_telegram(update, "order 1043?"))
        await here.taken_in()
        assert here.heard() == ["order 1043?"]
        assert model.requests == []


async def _leave(_conversation: str) -> None:
    """Leave it to be answered later."""


async def test_an_edited_request_declines_what_waited_and_asks_anew_once(
    bench: Bench, tmp_path: Path
) -> None:
    driver, model = TelegramDriver(), ScriptedModel(cancel("1042"), DONE, cancel("1043"), DONE)
    async with street(driver, bench, tmp_path, model=model) as here:
        update = driver.vendor.message(CHAT, "cancel 1042")
        edit = _edit_on_telegram(update, "cancel 1043")
        await _exchange(here, posted(update), edit, edit)
        await _exchange(here, driver.says("yes", bench.clock()))
        assert _statuses(here) == {"1042": "Confirmed", "1043": "Cancelled"}
        assert here.heard() == ["cancel 1042", "cancel 1043", "yes"]


async def test_what_was_done_is_not_done_again_for_an_edited_message(
    bench: Bench, tmp_path: Path
) -> None:
    driver, model = TelegramDriver(), ScriptedModel(cancel("1042"), DONE)
    async with street(driver, bench, tmp_path, model=model) as here:
        update = driver.vendor.message(CHAT, "cancel 1042")
        await _exchange(here, posted(update), driver.says("yes", bench.clock()))
        await _exchange(here, _edit_on_telegram(update, "cancel 1043"))
        assert _statuses(here) == {"1042": "Cancelled", "1043": "Confirmed"}
        assert driver.taken()[-1].startswith("What you wrote before was done already")


async def test_a_message_spelt_better_is_not_answered_again(bench: Bench, tmp_path: Path) -> None:
    driver, model = TelegramDriver(), ScriptedModel(show("1042"), DONE)
    async with street(driver, bench, tmp_path, model=model) as here:
        update = driver.vendor.message(CHAT, "show ordr 1042")
        await _exchange(here, posted(update), _edit_on_telegram(update, "Show order 1042!"))
        assert len(driver.taken()) == 1


async def test_an_edit_in_slack_is_heard_as_it_reads_now(bench: Bench, tmp_path: Path) -> None:
    driver, model = SlackDriver(), ScriptedModel(show("1042"), DONE, show("1043"), DONE)
    async with street(driver, bench, tmp_path, model=model) as here:
        now = bench.clock()
        said = {"type": "message", "ts": "1700000000.000100", "text": "1042?"}
        now_says = {"user": driver.sender.partition(":")[2], **said, "text": "1043?"}
        changed: Mapping[str, Any] = {
            "type": "message", "subtype": "message_changed", "ts": "1700000009.000200",
            "message": {**now_says, "edited": {"ts": "1700000009.000000"}},
            "previous_message": said,
        }  # fmt: skip
        edit = driver.event({**changed}, now)
        await _exchange(here, driver.event(said, now), edit, edit)
        assert here.heard() == ["1042?", "1043?"]
        assert len(driver.taken()) == 2


@pytest.mark.parametrize(
    ("before", "after", "differs"),
    [
        ("cancel karo", "cancel mat karo", True),
        ("order 1042", "order 1043", True),
        ("kal bhejo", "parso bhejo", True),
        ("cancel it", "Cancel it!", False),
        ("kal bhejoo", "kal bhejo", False),
        ("aaj", "kal", True),
        ("ऑर्डर रद्द करो", "ऑर्डर रद्द मत करो", True),
    ],
)
def test_an_edit_says_something_else_when_a_word_or_a_number_is_another(
    before: str, after: str, differs: bool
) -> None:
    assert says_else(before, after) is differs


def _statuses(here: Street) -> dict[str, str]:
    here.bench.session.rollback()
    here.bench.session.expire_all()
    rows = here.bench.session.execute(
        select(OrderRow.number, OrderRow.status).where(OrderRow.shop_id == here.bench.shop.id)
    )
    return {row.number: row.status for row in rows}
