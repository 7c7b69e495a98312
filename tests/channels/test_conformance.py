"""What holds of every messenger, whichever it is: see `tests.channels.driver` to add one."""

import asyncio
import gc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from commerce.deliveries import DeliveryStatus, Outgoing, Part, Sender
from tests.agent.conftest import Bench, Clock
from tests.builders import Shop
from tests.channels import cards
from tests.channels.driver import Driver
from tests.channels.email_driver import EmailDriver
from tests.channels.meta_driver import MetaDriver
from tests.channels.slack_driver import SlackDriver
from tests.channels.sms_driver import SmsDriver
from tests.channels.street import street
from tests.channels.telegram_driver import TelegramDriver
from tests.channels.whatsapp_driver import WhatsAppDriver
from tools.cards import Button

# A vendor's library leaves a socket to its double for the garbage collector to close.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture(scope="module", autouse=True)
def swept() -> Iterator[None]:
    """What vendors' libraries left open is closed here, and not in the middle of other tests."""
    yield
    gc.collect()


DRIVERS: Final[Sequence[Callable[[], Driver]]] = (
    TelegramDriver,
    SlackDriver,
    WhatsAppDriver,
    MetaDriver,
    SmsDriver,
    EmailDriver,
)

HOSTILE = "<b>*Loud* _low_ ~gone~ `code`</b> & <!channel> [here](https://example.in) {x} \\n"


@pytest.fixture(params=DRIVERS, ids=lambda made: made.channel)
def driver(request: pytest.FixtureRequest) -> Driver:
    """A vendor of each kind."""
    made: Driver = request.param()
    return made


@pytest.fixture
def receiving(driver: Driver) -> Driver:
    """A vendor on which people can write."""
    if not driver.receives:
        pytest.skip("Nobody writes here.")
    return driver


@pytest.fixture
def bench(engine: Engine, session: Session, shop: Shop, tmp_path: Path, database_url: str) -> Bench:
    """A shop with an assistant to put together over it."""
    session.commit()
    return Bench(
        engine=engine, session=session, shop=shop, clock=Clock(shop.now),
        runs=tmp_path / "runs.db", url=database_url,
    )  # fmt: skip


async def test_what_is_signed_is_kept_and_acknowledged(
    receiving: Driver, bench: Bench, tmp_path: Path
) -> None:
    async with street(receiving, bench, tmp_path, only_keeping=True) as here:
        await here.says("कल शाम ₹1,949 café")
        assert here.kept() == ["कल शाम ₹1,949 café"]


async def test_what_is_wrongly_signed_or_changed_is_refused_without_a_hint(
    receiving: Driver, bench: Bench, tmp_path: Path
) -> None:
    async with street(receiving, bench, tmp_path, only_keeping=True) as here:
        right = receiving.says("all orders", bench.clock())
        wrong = await here.post(receiving.with_wrong_secret(right))
        changed = await here.post(receiving.tampered(right))
        assert {wrong.status_code, changed.status_code} <= {401, 403}
        assert wrong.content == changed.content
        assert len(wrong.content) < 20
        assert here.kept() == []


async def test_a_request_of_yesterday_is_refused(
    receiving: Driver, bench: Bench, tmp_path: Path
) -> None:
    if not receiving.is_timed:
        pytest.skip("Its requests carry no time.")
    async with street(receiving, bench, tmp_path, only_keeping=True) as here:
        old = receiving.says("all orders", bench.clock() - timedelta(days=1))
        assert (await here.post(old)).status_code in (401, 403)
        assert here.kept() == []


async def test_the_same_request_again_changes_nothing(
    receiving: Driver, bench: Bench, tmp_path: Path
) -> None:
    async with street(receiving, bench, tmp_path, only_keeping=True) as here:
        first = await here.says("once")
        again = await asyncio.gather(*(here.post(first) for _ in range(5)))
        assert all(answer.is_success for answer in again)
        assert here.kept() == ["once"]


async def test_what_comes_out_of_order_is_kept_in_the_order_it_came(
    receiving: Driver, bench: Bench, tmp_path: Path
) -> None:
    async with street(receiving, bench, tmp_path, only_keeping=True) as here:
        early, late = (receiving.says(text, bench.clock()) for text in ("early", "late"))
        for post in (late, early, late):
            assert (await here.post(post)).is_success
        assert here.kept() == ["late", "early"]


async def test_of_a_flood_nothing_is_lost(receiving: Driver, bench: Bench, tmp_path: Path) -> None:
    async with street(receiving, bench, tmp_path, only_keeping=True) as here:
        posts = [receiving.says(f"number {place}", bench.clock()) for place in range(60)]
        answers = await asyncio.gather(*map(here.post, posts))
        assert all(answer.is_success for answer in answers)
        assert sorted(here.kept()) == sorted(f"number {place}" for place in range(60))


async def test_a_message_is_answered_where_it_was_written(
    receiving: Driver, bench: Bench, tmp_path: Path
) -> None:
    async with street(receiving, bench, tmp_path) as here:
        await here.says("hello")
        await here.taken_in()
        await here.bring()
        assert receiving.taken()[-1] == "Noted."
        assert here.brought()[-1].address == receiving.address


async def test_what_nobody_can_read_is_answered_politely(
    receiving: Driver, bench: Bench, tmp_path: Path
) -> None:
    async with street(receiving, bench, tmp_path) as here:
        assert (await here.post(receiving.sends_unknown(bench.clock()))).is_success
        await here.taken_in()
        await here.bring()
        assert here.heard() == []
        assert "cannot" in receiving.taken()[-1]


async def test_a_button_says_what_it_was_given_and_only_where_it_was_given(
    receiving: Driver, bench: Bench, tmp_path: Path
) -> None:
    yes = Button(label="Tomorrow evening", says="deliver again tomorrow evening")
    async with street(receiving, bench, tmp_path) as here:
        here.prompt("Your parcel came back. When shall we come again?", buttons=[yes])
        await here.bring()
        (token, *_) = receiving.tokens()
        stolen = token.replace(f"b{here.brought()[-1].id}.", f"b{here.brought()[-1].id + 1}.")
        here.prompt("For somebody else.", buttons=[yes], to="-100999")
        await here.post(receiving.presses(stolen, bench.clock()))
        await here.taken_in()
        assert here.heard() == []
        assert (await here.post(receiving.presses(token, bench.clock()))).is_success
        await here.taken_in()
        assert here.heard() == ["deliver again tomorrow evening"]


async def test_every_card_is_drawn_within_the_vendors_limits(
    driver: Driver, bench: Bench, tmp_path: Path
) -> None:
    async with street(driver, bench, tmp_path) as here:
        path = tmp_path / str(bench.shop.id) / ("f" * 32)
        path.parent.mkdir()
        path.write_bytes(b"line,reason\n1,no phone\n")
        for card in cards.EVERY_CARD:
            here.prompt("Here it is.", cards=[card])
        here.prompt("Everything. " * 600, cards=cards.EVERY_CARD)
        await here.bring()
        found = [(row.status, row.error) for row in here.brought()]
        assert found == [("sent", None)] * (len(cards.EVERY_CARD) + 1)


async def test_markup_in_what_people_wrote_stays_text(
    driver: Driver, bench: Bench, tmp_path: Path
) -> None:
    async with street(driver, bench, tmp_path) as here:
        here.prompt(f"They wrote: {HOSTILE}", cards=cards.attack(HOSTILE)[:1])
        await here.bring()
        assert [row.status for row in here.brought()] == ["sent"]
        assert "".join(driver.taken()).count(HOSTILE.strip()) > 3


async def test_a_vendor_that_is_down_is_tried_again_and_given_up_with_words(
    driver: Driver, bench: Bench, tmp_path: Path
) -> None:
    async with street(driver, bench, tmp_path) as here:
        here.prompt("First.")
        driver.fail(1)
        await here.bring()
        assert [row.status for row in here.brought()] == [DeliveryStatus.WAITING]
        bench.clock.turn(minutes=5)
        await here.bring()
        assert driver.taken() == ["First."]
        here.prompt("Second.")
        driver.fail(8)
        for _ in range(8):
            await here.bring()
            bench.clock.turn(hours=1)
        last = here.brought()[-1]
        assert (last.status, bool(last.error), last.tries) == (DeliveryStatus.DEAD, True, 8)
        assert driver.taken() == ["First."]


async def test_a_vendor_that_asks_for_patience_is_given_as_much_as_it_asks_for(
    driver: Driver, bench: Bench, tmp_path: Path
) -> None:
    async with street(driver, bench, tmp_path) as here:
        here.prompt("Slowly.")
        if not driver.limit(42):
            pytest.skip("It asks for none.")
        await here.bring()
        assert here.brought()[-1].next_at == bench.clock() + timedelta(seconds=42)
        bench.clock.turn(seconds=42)
        await here.bring()
        assert driver.taken() == ["Slowly."]


class Killed(BaseException):
    """The process ends here."""


@dataclass
class Mortal:
    """A sender whose process is killed once, after the vendor took a message."""

    sender: Sender
    keys: list[str] = field(default_factory=list)

    def parts(self, outgoing: Outgoing, now: datetime) -> Sequence[Part]:
        """Return the messages."""
        return self.sender.parts(outgoing, now)

    def send(self, outgoing: Outgoing, part: Part, key: str) -> str:
        """Hand over, and be killed the first time."""
        taken = self.sender.send(outgoing, part, key)
        self.keys.append(key)
        if len(self.keys) == 1:
            raise Killed
        return taken


async def test_killed_before_it_was_noted_a_message_comes_at_most_once_more(
    driver: Driver, bench: Bench, tmp_path: Path
) -> None:
    async with street(driver, bench, tmp_path) as here:
        here.prompt("Once, or twice.")
        mortal = Mortal(here.connected.sender)
        with pytest.raises(Killed):
            await here.bring(mortal)
        await here.bring(mortal)
        assert len(mortal.keys) == 1, "Another worker may still have it."
        for _ in range(3):
            bench.clock.turn(minutes=2)
            await here.bring(mortal)
        assert mortal.keys == ["prompt:1:0"] * 2
        assert [row.status for row in here.brought()] == ["sent"]
