"""Messengers and the program: a webhook in, an answer out, a stranger greeted, a status noted."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from sqlalchemy import select
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from agent.llm import Thought
from agent.scope import House
from agent.scripted import ScriptedModel
from app.messengers import Beneath, Messengers
from channels.connected import Connected
from channels.inbound import Inbound
from commerce.access import Role
from commerce.db import session_factory
from commerce.db.tables import DeliveryRow
from commerce.deliveries import DeliveryStatus, Outgoing, Part, StatusNote
from commerce.files import Shelf
from tests.agent.conftest import Bench
from tools import TOOLS


@dataclass
class Pigeons:
    """A messenger that takes everything."""

    took: list[tuple[str, str]] = field(default_factory=list)

    def parts(self, outgoing: Outgoing, now: object) -> Sequence[Part]:
        """Return a reply as one message."""
        return [outgoing.body]

    def send(self, outgoing: Outgoing, part: Part, key: str) -> str:
        """Take it."""
        self.took.append((outgoing.address, part["text"]))
        return f"p{len(self.took)}"

    async def taken(self, count: int) -> None:
        """Wait until so many were taken."""
        async with asyncio.timeout(20):
            while len(self.took) < count:
                await asyncio.sleep(0.02)


async def test_a_webhook_is_acknowledged_then_answered_and_its_status_noted(
    bench: Bench, tmp_path: Path
) -> None:
    seller, pigeons = bench.knows(Role.OWNER), Pigeons()
    house = House(
        sessions=session_factory(bench.engine), clock=bench.clock, ports=bench.shop.ports,
        catalogue={tool.name: tool for tool in TOOLS},
    )  # fmt: skip
    async with bench.assistant(ScriptedModel(Thought(text="Namaste."))) as assistant:
        messengers = Messengers(house, assistant, Shelf(root=tmp_path, most=1_000))

        async def hook(request: Request) -> Response:
            said = await request.json()
            inbound = Inbound(
                channel="test", sender=said["from"], address=said["from"], provider_id=said["id"],
                at=bench.clock(), text=said["text"],
            )  # fmt: skip
            await messengers.intake.keep(bench.shop.id, [inbound])
            return PlainTextResponse("ok")

        routes = (Route("/in", hook, methods=["POST"]),)
        messengers.connect(Connected(channel="test", sender=pigeons, routes=routes))
        messengers.start()
        web = Starlette(routes=[Route("/", lambda _: PlainTextResponse("the web chat"))])
        front = httpx.ASGITransport(Beneath("/hooks", messengers.hooks, web))
        async with httpx.AsyncClient(transport=front, base_url="http://shop") as client:
            assert (await client.get("/")).text == "the web chat"
            for id_, who in (("w1", seller), ("w1", seller), ("w2", "stranger")):
                body = {"from": who, "id": id_, "text": "hello"}
                assert (await client.post("/hooks/test/in", json=body)).status_code == 200
        await pigeons.taken(2)
        await messengers.stop(5)
        assert (seller, "Namaste.") in pigeons.took
        greeting = next(text for who, text in pigeons.took if who == "stranger")
        assert "Test Shop" in greeting
        assert len(pigeons.took) == 2
        first = pigeons.took.index((seller, "Namaste.")) + 1
        read = StatusNote(
            channel="test", provider_id=f"p{first}", status=DeliveryStatus.READ, at=bench.clock()
        )
        await messengers.status([read])
    bench.session.rollback()
    found = select(DeliveryRow.status).where(
        DeliveryRow.shop_id == bench.shop.id, DeliveryRow.address == seller
    )
    assert bench.session.scalars(found).all() == ["read"]
