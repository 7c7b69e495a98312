"""A messenger connected to the product, over HTTP on both sides: what the channels' tests share."""

import asyncio
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from sqlalchemy import select
from starlette.applications import Starlette
from starlette.types import ASGIApp

from agent.llm import ChatModel, Thought
from agent.scope import House
from agent.scripted import ScriptedModel
from app.messengers import Beneath, Messengers
from app.settings import Settings
from app.transcribing import transcriber
from channels.connected import Connected
from channels.contents import PromptBody
from channels.intake import Came, Intake
from commerce import deliveries, people
from commerce.access import Role
from commerce.db import session_factory
from commerce.db.tables import ArrivalRow, DeliveryRow, MessageRow
from commerce.deliveries import DeliveryKind, Sender
from commerce.files import Shelf
from tests.agent.conftest import Bench
from tests.channels.driver import Driver, Post
from tests.channels.web.serving import Prompt, serving
from tools import TOOLS
from tools.cards import Button, Card


class OnlyKeeping(Intake):
    """A way in that keeps, and takes nothing in."""

    async def work_off(self) -> None:
        """Leave everything where it is."""

    def line_up(self, came: Came) -> None:
        """Leave it lying."""


@dataclass
class Street:
    """The shop on one side, a vendor on the other."""

    driver: Driver
    bench: Bench
    messengers: Messengers
    connected: Connected
    client: httpx.AsyncClient
    prompts: int = 0

    async def post(self, post: Post) -> httpx.Response:
        """Make the vendor's request."""
        return await self.client.post(post.path, content=post.body, headers=dict(post.headers))

    async def says(self, text: str) -> Post:
        """Have the person write, and see it acknowledged."""
        post = self.driver.says(text, self.bench.clock())
        assert (await self.post(post)).is_success
        return post

    async def taken_in(self) -> None:
        """Wait until everything that came was taken in and answered."""
        await self.messengers.intake.close(20)

    def prompt(
        self, text: str, *, buttons: Sequence[Button] = (), cards: Sequence[Card] = (),
        to: str | None = None,
    ) -> None:  # fmt: skip
        """Have the shop say something first."""
        self.prompts += 1
        body = PromptBody(text=text, language="en", buttons=tuple(buttons), cards=tuple(cards))
        deliveries.put(
            self.bench.session, shop_id=self.bench.shop.id, channel=self.driver.channel,
            address=to or self.driver.address, conversation=None, kind=DeliveryKind.PROMPT,
            body=body.model_dump(mode="json"), key=f"prompt:{self.prompts}",
            now=self.bench.clock(), not_before=self.bench.clock(),
        )  # fmt: skip
        self.bench.session.commit()

    async def bring(self, sender: Sender | None = None) -> None:
        """Bring what is due."""
        senders = {self.driver.channel: sender or self.connected.sender}
        sessions = session_factory(self.bench.engine)
        while (
            await asyncio.to_thread(
                deliveries.deliver_due, sessions, senders, self.bench.clock()
            )
        ).any:  # fmt: skip
            pass

    def kept(self) -> list[str]:
        """Return the words that came in and were kept, in their order."""
        rows = select(ArrivalRow.body).where(ArrivalRow.shop_id == self.bench.shop.id)
        self.bench.session.rollback()
        return [body["text"] for body in self.bench.session.scalars(rows.order_by(ArrivalRow.id))]

    def heard(self) -> list[str]:
        """Return what people said, as it stands in conversations."""
        rows = select(MessageRow.text).where(
            MessageRow.shop_id == self.bench.shop.id, MessageRow.direction == "in"
        )
        self.bench.session.rollback()
        return list(self.bench.session.scalars(rows.order_by(MessageRow.id)))

    def brought(self) -> list[DeliveryRow]:
        """Return what is or was to be brought, in order."""
        rows = select(DeliveryRow).where(DeliveryRow.shop_id == self.bench.shop.id)
        self.bench.session.rollback()
        self.bench.session.expire_all()
        return list(self.bench.session.scalars(rows.order_by(DeliveryRow.id)))


@asynccontextmanager
async def street(
    driver: Driver, bench: Bench, folder: Path, *, model: ChatModel | None = None,
    only_keeping: bool = False, **more: Any,
) -> AsyncIterator[Street]:  # fmt: skip
    """Connect a messenger to a shop in which its person is known as the owner."""
    person = bench.shop.person(Role.OWNER)
    people.add_identity(bench.session, person, driver.channel, driver.sender)
    bench.session.commit()
    shelf = Shelf(root=folder, most=1_000_000)
    house = House(
        sessions=session_factory(bench.engine), clock=bench.clock,
        ports=replace(bench.shop.ports, shelf=shelf),
        catalogue={tool.name: tool for tool in TOOLS},
    )  # fmt: skip
    thinks = model or ScriptedModel(*(Thought(text="Noted.") for _ in range(5)))
    async with bench.assistant(thinks) as assistant:
        hearing = transcriber(Settings(**more))
        messengers = Messengers(house, assistant, shelf, transcriber=hearing)
        if only_keeping:
            messengers.intake = OnlyKeeping(
                house.sessions, house.clock, assistant, messengers, messengers,
                answered=lambda: None,
            )  # fmt: skip
        with serving(driver.app) as vendor:
            settings = Settings(**{**driver.settings(vendor), **more})
            connected = driver.connector(settings, messengers)
            assert connected is not None
            messengers.connect(connected)
            async with served(Beneath("/hooks", messengers.hooks, Starlette())) as address:
                async with httpx.AsyncClient(base_url=address, timeout=30) as client:
                    yield Street(driver, bench, messengers, connected, client)
                await messengers.stop(5)


@asynccontextmanager
async def served(app: ASGIApp) -> AsyncIterator[str]:
    """Serve an app on the loop of the test, as what it shares with the test lives there."""
    config = uvicorn.Config(app, log_level="critical", ws="none", access_log=False, lifespan="off")
    server = Prompt(config)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(256)
        running = asyncio.create_task(server.serve(sockets=[listener]))
        while not server.started:
            await asyncio.sleep(0.005)
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            await running
