"""A sheet dropped into the chat, all the way: HTTP, assistant, tables, and the rows given back."""

import asyncio
import csv
import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import func, select

from agent.assistant import Assistant
from agent.checkpoints import open_checkpoints
from agent.llm import Request, Thought, ToolCall
from agent.scope import House
from agent.scripted import ScriptedModel
from app.shelves import Shelves
from channels.web import WebSettings, create_app
from commerce.db import session_factory
from commerce.db.tables import OrderRow
from commerce.files import Shelf
from commerce.ports import Ports
from tests.channels.web.conftest import _doors
from tests.channels.web.doors import TableDoors
from tools import Tool
from tools.files import import_file

SHEET = b"Order No,Order Date,Item,Amount\n5001,2026-01-20,Cup,100\n5002,2026-01-20,Bag,x\n"
ADDRESS = "http://localhost:8000"


@dataclass
class Page:
    """One signed-in page of the chat."""

    client: httpx.AsyncClient
    talk: str
    proof: str = ""
    sent: int = 0

    async def open(self, sender: str) -> None:
        """Sign in as someone of the demo shop."""
        await self._load()
        await self.post("/api/sign-in/demo", json={"sender": sender})
        await self._load()

    async def post(self, path: str, **body: Any) -> httpx.Response:
        """Send what the page's script would."""
        headers = {"X-CSRF-Token": self.proof, "Origin": ADDRESS}
        return await self.client.post(path, headers=headers, **body)

    async def upload(self, name: str, content: bytes) -> str:
        """Send a file and return its id."""
        return str((await self.post("/api/files", files={"file": (name, content)})).json()["id"])

    async def say(self, text: str, **more: Any) -> dict[str, Any]:
        """Say something and return the reply."""
        self.sent += 1
        body = {"conversation": self.talk, "id": f"message-{self.sent}", "text": text, **more}
        assert (await self.post("/api/messages", json=body)).status_code == 202
        async with asyncio.timeout(20):
            while True:
                path = f"/api/conversations/{self.talk}"
                messages = (await self.client.get(path)).json()["messages"]
                replies = [one["reply"] for one in messages if one["direction"] == "out"]
                if len(replies) >= self.sent:
                    return dict(replies[-1])
                await asyncio.sleep(0.02)

    async def _load(self) -> None:
        _, _, rest = (await self.client.get("/")).text.partition('name="csrf" content="')
        self.proof = rest.partition('"')[0]


@asynccontextmanager
async def chat(
    tmp_path: Path, template: Path, *, tools: tuple[Tool, ...] = (import_file,)
) -> AsyncIterator[tuple[Page, TableDoors]]:
    """Serve the chat of a shop inside this process; whoever sends a file has it read in."""
    doors = _doors(tmp_path, template)
    shelf = Shelf(root=tmp_path / "files")
    house = House(
        sessions=session_factory(doors.engine), catalogue={tool.name: tool for tool in tools},
        clock=lambda: datetime.now(UTC), ports=Ports(shelf=shelf),
    )  # fmt: skip
    model = ScriptedModel(*[_reads_in, _tells] * 3)
    async with open_checkpoints(str(doors.engine.url), tmp_path / "runs.db") as checkpoints:
        app = create_app(
            Assistant(house, model, checkpoints), doors, settings=WebSettings(poll_seconds=0.02),
            shelf=Shelves(house.sessions, house.clock, shelf),
        )  # fmt: skip
        transport = httpx.ASGITransport(app=app)
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(transport=transport, base_url=ADDRESS) as client,
        ):
            yield Page(client, "conversation-1"), doors
    doors.engine.dispose()


def _reads_in(request: Request) -> Thought:
    (file,) = request.attachments
    return Thought(calls=(ToolCall(id="", name="import_file", arguments={"file": file.file}),))


def _tells(request: Request) -> Thought:
    return Thought(text=" ".join(outcome.says for outcome in request.outcomes))


def orders(doors: TableDoors) -> int:
    with session_factory(doors.engine)() as session:
        found = select(func.count()).select_from(OrderRow).where(OrderRow.shop_id == 1)
        return session.scalar(found) or 0


def cards(reply: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [card for card in reply["cards"] if card["kind"] == kind]


async def test_a_sheet_is_shown_approved_and_its_refused_rows_come_back(
    tmp_path: Path, web_template: Path
) -> None:
    async with chat(tmp_path, web_template) as (page, doors):
        await page.open(doors.person("Meera Iyer")[1])
        shown = await page.say("orders.csv", files=[await page.upload("orders.csv", SHEET)])
        (approval,) = cards(shown, "approval")
        assert "1 ok, 1 refused because" in approval["title"]
        assert cards(shown, "table")[0]["rows"][0][0] == "5001"
        assert orders(doors) == 0
        done = await page.say("yes", tap=approval["buttons"][0]["tap"])
        assert orders(doors) == 1
        (receipt,), (file,) = cards(done, "receipt"), cards(done, "file")
        assert receipt["buttons"][0]["tap"]["kind"] == "undo"
        given = await page.client.get(f"/api/files/{file['file']}")
        rows = list(csv.reader(io.StringIO(given.content.decode("utf-8-sig"))))
        assert rows[1][:2] == ["5002", "2026-01-20"]


async def test_a_file_that_is_no_sheet_is_said_plainly(tmp_path: Path, web_template: Path) -> None:
    async with chat(tmp_path, web_template) as (page, doors):
        await page.open(doors.person("Meera Iyer")[1])
        picture = await page.upload("box.png", b"\x89PNG\r\n\x1a\n0000")
        told = await page.say("import this", files=[picture])
        assert "box.png is a picture or a paper" in told["text"]
        assert cards(told, "approval") == []
        unread = await page.post("/api/files", files={"file": ("x.csv", b"\x00\x01\x02")})
        assert unread.status_code == 422


async def test_a_customer_reads_nothing_in(tmp_path: Path, web_template: Path) -> None:
    async with chat(tmp_path, web_template) as (page, doors):
        await page.open(doors.person("Asha Rao")[1])
        told = await page.say("import", files=[await page.upload("orders.csv", SHEET)])
        assert cards(told, "approval") == []
        assert orders(doors) == 0


async def test_what_the_file_of_another_holds_stays_theirs(
    tmp_path: Path, web_template: Path
) -> None:
    async with chat(tmp_path, web_template) as (page, doors):
        await page.open(doors.person("Meera Iyer")[1])
        file = await page.upload("orders.csv", SHEET)
        await page.open(doors.person("Sunita Patil")[1])
        assert (await page.client.get(f"/api/files/{file}")).status_code == 404
        body = {"conversation": "conversation-2", "id": "message-1", "text": "x", "files": [file]}
        assert (await page.post("/api/messages", json=body)).status_code == 404
