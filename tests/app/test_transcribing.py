"""Voice notes become words by a server of the shop's choice, and are marked as written down."""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from agent.planner import Planner
from agent.scope import House
from app.messengers import Messengers
from app.settings import Settings
from app.transcribing import HttpTranscriber, transcriber
from channels.connected import Connected
from channels.inbound import Inbound, Media
from commerce import people
from commerce.access import Role
from commerce.db import session_factory
from commerce.db.tables import DeliveryRow, MessageRow
from commerce.errors import Rejected, Unavailable
from commerce.files import Shelf
from tests.agent.conftest import Bench, Clock
from tests.builders import Shop
from tests.channels.test_asked_customers import Pigeons
from tests.channels.web.serving import serving
from tools import TOOLS

PHONE = "+919800000101"


@dataclass
class Ear:
    """A server that speaks OpenAI's transcription interface, and keeps what it was asked."""

    status: int = 200
    body: Mapping[str, Any] = field(default_factory=lambda: {"text": " ndr list\n dikhao "})
    asked: list[dict[str, Any]] = field(default_factory=list)

    @property
    def app(self) -> Starlette:
        """What it serves."""
        return Starlette(routes=[Route("/v1/audio/transcriptions", self.hear, methods=["POST"])])

    async def hear(self, request: Request) -> Response:
        """Take one recording, as the interface has it."""
        async with request.form() as form:
            file = form["file"]
            assert not isinstance(file, str)
            self.asked.append(
                {
                    "key": request.headers.get("authorization"), "model": form["model"],
                    "name": file.filename, "sound": await file.read(),
                    "language": form.get("language"),
                }
            )  # fmt: skip
        return JSONResponse(dict(self.body), self.status)


@pytest.fixture
def ear() -> Iterator[tuple[Ear, str]]:
    """One, and its address."""
    found = Ear()
    with serving(found.app) as address:
        yield found, f"{address}/v1"


def listener(address: str) -> HttpTranscriber:
    return HttpTranscriber(url=address, key="k-1", model="whisper-1", language="hi")


async def test_a_recording_is_sent_as_the_interface_has_it(ear: tuple[Ear, str]) -> None:
    server, address = ear
    assert await listener(address).text_of(b"OggS...", "audio/ogg") == " ndr list\n dikhao "
    assert server.asked == [
        {
            "key": "Bearer k-1", "model": "whisper-1", "name": "voice.oga", "sound": b"OggS...",
            "language": "hi",
        }
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("status", "error"), [(503, Unavailable), (429, Unavailable), (400, Rejected)]
)
async def test_a_server_that_does_not_answer_is_told_from_one_that_refuses(
    ear: tuple[Ear, str], status: int, error: type[Exception]
) -> None:
    server, address = ear
    server.status = status
    with pytest.raises(error):
        await listener(address).text_of(b"x", "audio/ogg")


async def test_a_recording_of_an_hour_is_not_sent_anywhere(ear: tuple[Ear, str]) -> None:
    server, address = ear
    with pytest.raises(Rejected):
        await listener(address).text_of(b"x" * (16 * 1024 * 1024 + 1), "audio/ogg")
    assert server.asked == []


def test_until_the_shop_names_a_server_nobody_listens() -> None:
    assert transcriber(Settings()) is None


@pytest.fixture
def bench(engine: Engine, session: Session, shop: Shop, tmp_path: Path, database_url: str) -> Bench:
    """A shop whose agent is known on WhatsApp."""
    agent = shop.person(Role.NDR_AGENT)
    people.add_identity(session, agent, "whatsapp", PHONE)
    session.commit()
    return Bench(
        engine=engine, session=session, clock=Clock(shop.now), shop=shop,
        runs=tmp_path / "runs.db", url=database_url,
    )  # fmt: skip


async def spoken(bench: Bench, folder: Path, hearing: HttpTranscriber | None) -> list[str]:
    """Have the agent send a voice note, and return what was brought back."""
    house = House(
        sessions=session_factory(bench.engine), clock=bench.clock, ports=bench.shop.ports,
        catalogue={tool.name: tool for tool in TOOLS},
    )  # fmt: skip

    async def fetch(media: Media) -> bytes:
        await asyncio.sleep(0)
        return b"OggS" + media.id.encode()

    async with bench.assistant(Planner(None)) as assistant:
        shelf = Shelf(root=folder, most=1_000_000)
        messengers = Messengers(house, assistant, shelf, transcriber=hearing)
        messengers.connect(Connected(channel="whatsapp", sender=Pigeons(), fetch=fetch))
        note = Inbound(
            channel="whatsapp", sender=PHONE, address=PHONE, provider_id="v1", kind="voice",
            at=bench.clock(), voice=Media(id="m1", name="voice", media_type="audio/ogg"),
        )  # fmt: skip
        await messengers.intake.keep(bench.shop.id, [note])
        await messengers.intake.close(30)
    bench.session.rollback()
    rows = bench.session.scalars(select(DeliveryRow).where(DeliveryRow.shop_id == bench.shop.id))
    return [row.body["text"] for row in rows]


async def test_a_voice_note_is_answered_like_what_is_written_and_marked_as_heard(
    bench: Bench, tmp_path: Path, ear: tuple[Ear, str]
) -> None:
    (answer,) = await spoken(bench, tmp_path, listener(ear[1]))
    assert "NDR" in answer
    query = select(MessageRow.text, MessageRow.body).where(
        MessageRow.shop_id == bench.shop.id, MessageRow.direction == "in"
    )
    text, body = bench.session.execute(query).one()
    assert (text, body["transcribed"]) == ("ndr list dikhao", True)


async def test_where_nobody_listens_they_are_asked_to_write(bench: Bench, tmp_path: Path) -> None:
    assert await spoken(bench, tmp_path, None) == [
        "I cannot listen to voice notes yet. Please write it to me in a few words."
    ]


async def test_a_server_that_is_down_loses_nothing(
    bench: Bench, tmp_path: Path, ear: tuple[Ear, str]
) -> None:
    server, address = ear
    server.status = 503
    (answer,) = await spoken(bench, tmp_path, listener(address))
    assert answer.startswith("I cannot listen to voice notes")
