"""Telegram's own ways: what its updates say, whom they are meant for, and what it answers."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from app.connecting.telegram_checks import telegram_findings
from app.doubles.telegram import Telegram
from app.settings import Settings
from channels.inbound import Inbound
from channels.telegram.updates import Me, Pressed, inbound_of, update_of
from commerce.db.tables import FileRow
from commerce.errors import Refused
from tests.agent.conftest import Bench, Clock
from tests.builders import Shop
from tests.channels import cards
from tests.channels.street import street
from tests.channels.telegram_driver import CHAT, SECRET, TelegramDriver, posted
from tests.channels.web.serving import serving
from tools.cards import Button

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ME = Me(123456789, "shop_bot")
GROUP = -100_500
VENDOR = Telegram()


@pytest.fixture
def bench(engine: Engine, session: Session, shop: Shop, tmp_path: Path, database_url: str) -> Bench:
    """A shop with an assistant to put together over it."""
    session.commit()
    return Bench(
        engine=engine, session=session, shop=shop, clock=Clock(shop.now),
        runs=tmp_path / "runs.db", url=database_url,
    )  # fmt: skip


def read(body: dict[str, Any]) -> Inbound | None:
    """Return what an update says."""
    update = update_of(body)
    assert update is not None
    found = inbound_of(update, ME, NOW)
    assert not isinstance(found, Pressed)
    return found


def text_of(body: dict[str, Any]) -> str:
    """Return the words of an update."""
    found = read(body)
    assert found is not None
    return found.text


def test_the_documentations_own_sample_is_understood_although_it_lacks_what_is_required() -> None:
    who = {"last_name": "Test Lastname", "id": 1111111, "first_name": "Test", "username": "Test"}
    found = read(
        {
            "update_id": 10000,
            "message": {
                "date": 1441645532, "chat": who, "message_id": 1365, "from": who, "text": "/start",
            },
        }
    )  # fmt: skip
    assert found == Inbound(
        channel="telegram", sender="1111111", address="1111111", provider_id="1111111:1365",
        at=datetime(2015, 9, 7, 17, 5, 32, tzinfo=UTC), text="hi", name="Test Test Lastname",
    )  # fmt: skip


def test_what_is_not_asked_for_is_passed_over() -> None:
    query = {"id": 1, "from": {"id": 1, "type": "private"}, "query": "inline query", "offset": ""}
    assert read({"update_id": 10000, "inline_query": query}) is None
    assert read(VENDOR.message(GROUP, new_chat_title="Ops")) is None
    assert update_of({"update_id": "1"}) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("/start 4F7K-22", "4F7K-22"),
        ("/ndr@shop_bot today", "ndr today"),
        ("ORDER 1042?", "ORDER 1042?"),
    ],
)
def test_commands_are_words(text: str, said: str) -> None:
    assert text_of(VENDOR.message(CHAT, text)) == said


@pytest.mark.parametrize(
    ("text", "more", "said"),
    [
        ("anybody for tea?", {}, None),
        ("@Shop_Bot how many orders today?", {}, "how many orders today?"),
        ("mail me@shop_botany.in", {}, None),
        ("/ndr@another_bot", {}, None),
        ("/ndr", {"entities": [{"type": "bot_command", "offset": 0, "length": 4}]}, "ndr"),
    ],
)
def test_in_a_group_only_who_speaks_to_the_bot_is_heard(
    text: str, more: dict[str, Any], said: str | None
) -> None:
    found = read(VENDOR.message(GROUP, text, **more))
    assert (found.text if found else None) == said


def test_an_answer_to_the_bot_in_a_group_is_heard_and_answered_in_its_topic() -> None:
    mine = {**VENDOR.message(GROUP, "38 are open.")["message"]}
    mine["from"] = {"id": ME.id, "is_bot": True, "first_name": "Shop"}
    found = read(
        VENDOR.message(
            GROUP, "and last week?", reply_to_message=mine, message_thread_id=7,
            is_topic_message=True,
        )
    )  # fmt: skip
    assert found is not None
    assert (found.text, found.address, found.sender) == ("and last week?", "-100500:7", "100500")


def test_a_corrected_message_counts_anew_and_a_moving_place_does_not() -> None:
    update = VENDOR.message(CHAT, "order 1043", edit_date=int(NOW.timestamp()))
    edited = {"update_id": update["update_id"], "edited_message": update["message"]}
    found = read(edited)
    assert found is not None
    assert (found.text, found.at) == ("order 1043", NOW)
    assert found.edits == f"{CHAT}:{update['message']['message_id']}"
    assert found.provider_id == f"{found.edits}:{update['update_id']}"
    moving = VENDOR.message(CHAT, location={"latitude": 18.52, "longitude": 73.85})
    assert read({"update_id": 1, "edited_message": moving["message"]}) is None


def test_places_and_numbers_that_are_shared_come_as_words() -> None:
    place = {"latitude": 18.5204, "longitude": 73.8567}
    venue = {"location": place, "title": "Phoenix Mall", "address": "Viman Nagar, Pune"}
    assert text_of(VENDOR.message(CHAT, location=place, venue=venue)) == (
        "Phoenix Mall, Viman Nagar, Pune\nhttps://maps.google.com/?q=18.520400,73.856700"
    )
    contact = {"phone_number": "+919800000001", "first_name": "Asha", "last_name": "Rao"}
    assert text_of(VENDOR.message(CHAT, contact=contact)) == "Asha Rao +919800000001"


def test_a_voice_note_and_a_file_too_large_to_fetch_are_told_apart() -> None:
    voice = {"file_id": "v", "file_unique_id": "v", "duration": 3}
    film = {"file_id": "d", "file_unique_id": "d", "file_size": 30_000_000}
    kinds = [read(VENDOR.message(CHAT, voice=voice)), read(VENDOR.message(CHAT, document=film))]
    assert [found and found.kind for found in kinds] == ["voice", "too_large"]


async def test_a_photo_is_fetched_and_kept(bench: Bench, tmp_path: Path) -> None:
    driver = TelegramDriver()
    driver.vendor.files["p2"] = b"\x89PNG\r\n\x1a\n" + b"0" * 64
    sizes = [
        {"file_id": name, "file_unique_id": name, "width": 90, "height": 90, "file_size": size}
        for name, size in (("p1", 10), ("p2", 72))
    ]
    async with street(driver, bench, tmp_path) as here:
        update = driver.vendor.message(CHAT, photo=sizes, caption="the torn box")
        assert (await here.post(posted(update))).is_success
        await here.taken_in()
        assert here.heard() == ["the torn box"]
    bench.session.rollback()
    names = select(FileRow.name).where(FileRow.shop_id == bench.shop.id)
    assert bench.session.scalars(names).all() == ["photo.png"]


async def test_every_pressed_button_is_answered_at_once_also_one_of_long_ago(
    bench: Bench, tmp_path: Path
) -> None:
    driver = TelegramDriver()
    async with street(driver, bench, tmp_path, only_keeping=True) as here:
        here.prompt("Which?", buttons=[Button(label="This", says="this one")])
        await here.bring()
        (token,) = driver.tokens()
        answers = [
            (await here.post(posted(driver.vendor.press(CHAT, pressed)))).json()
            for pressed in (token, "b999.0", "what is this?")
        ]
        assert {answer["method"] for answer in answers} == {"answerCallbackQuery"}
        assert ["text" in answer for answer in answers] == [False, True, True]
        assert len(here.kept()) == 1


async def test_the_webhook_is_set_with_the_newest_secret_and_both_are_taken(
    bench: Bench, tmp_path: Path
) -> None:
    driver = TelegramDriver()
    async with street(driver, bench, tmp_path, only_keeping=True) as here:
        assert here.connected.run is not None
        await here.connected.run()
        assert driver.vendor.webhook["url"] == "https://ops.example.in/hooks/telegram/updates"
        newest = driver.vendor.webhook["secret_token"]
        assert newest == "the-next-secret-of-all"
        for secret in (newest, SECRET):
            answer = await here.post(posted(driver.vendor.message(CHAT, "hello"), secret))
            assert answer.is_success
        assert here.kept() == ["hello", "hello"]


async def test_where_telegram_cannot_reach_us_it_is_asked_and_each_update_kept_once(
    bench: Bench, tmp_path: Path
) -> None:
    driver = TelegramDriver()
    driver.vendor.waiting = [driver.vendor.message(CHAT, text) for text in ("one", "two")]
    driver.vendor.waiting.append(driver.vendor.press(CHAT, "b999.0"))
    async with street(
        driver, bench, tmp_path, only_keeping=True, telegram_updates="polling"
    ) as here:
        assert (here.connected.routes, here.connected.run) != ((), None)
        asking = asyncio.ensure_future(here.connected.run())  # type: ignore[misc]  # it is set
        async with asyncio.timeout(20):
            while driver.vendor.waiting:
                await asyncio.sleep(0.02)
        asking.cancel()
        with suppress(asyncio.CancelledError):
            await asking
        assert here.kept() == ["one", "two"]
        assert len(driver.vendor.answered) == 1


async def test_who_blocked_the_bot_is_not_tried_again(bench: Bench, tmp_path: Path) -> None:
    driver = TelegramDriver()
    driver.vendor.blocked.add(str(CHAT))
    async with street(driver, bench, tmp_path) as here:
        here.prompt("Are you there?")
        await here.bring()
        (row,) = here.brought()
        assert (row.status, row.error_code, row.tries) == ("dead", "403", 1)
        assert "blocked" in str(row.error)


async def test_a_long_table_is_a_few_lines_and_a_file(bench: Bench, tmp_path: Path) -> None:
    driver = TelegramDriver()
    table = cards.table()
    long = table.model_copy(update={"rows": table.rows * 3, "taps": ()})
    async with street(driver, bench, tmp_path) as here:
        here.prompt("All of them.", cards=[long])
        await here.bring()
    written, file = driver.vendor.taken
    assert "…and 46 more in the file." in written.seen
    assert file.file_name == "COD-orders-waiting-to-be-confirmed.xlsx"
    assert file.file.startswith(b"PK")


@pytest.mark.parametrize(
    ("changed", "states"),
    [
        ({}, ["ok", "ok"]),
        ({"telegram_token": "987654321:not-the-bots-token"}, ["ok", "fail"]),
        ({"telegram_secret": "short"}, ["fail", "ok"]),
        ({"public_url": "http://ops.example.in"}, ["fail", "ok"]),
    ],
)
def test_the_doctor_sees_whether_telegram_can_work(
    changed: dict[str, Any], states: list[str]
) -> None:
    driver = TelegramDriver()
    with serving(driver.app) as vendor:
        settings = Settings(**{**driver.settings(vendor), **changed})
        found = list(telegram_findings(settings, ask=True))
    assert [finding.state for finding in found] == states


@pytest.mark.parametrize(
    ("settings", "key"),
    [
        ({"telegram_token": "nonsense"}, "error-telegram-token"),
        ({"telegram_secret": ""}, "error-telegram-settings"),
        ({"public_url": ""}, "error-telegram-settings"),
    ],
)
async def test_settings_that_cannot_work_are_refused(
    bench: Bench, tmp_path: Path, settings: dict[str, Any], key: str
) -> None:
    with pytest.raises(Refused) as refused:
        async with street(TelegramDriver(), bench, tmp_path, **settings):
            pass
    assert refused.value.key == key
