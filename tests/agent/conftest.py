"""The assistant over a real database, with a model that plays a script and a clock to turn."""

import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, inspect, select
from sqlalchemy.orm import Session

from agent.assistant import Assistant
from agent.checkpoints import open_checkpoints
from agent.llm import ChatModel
from agent.messages import Message, Reply
from agent.scope import House
from commerce import people, spending
from commerce.access import Role
from commerce.db import session_factory
from commerce.db.tables import CustomerRow, OrderRow, TurnRow
from commerce.spending import Spending
from tests.builders import Shop
from tools import TOOLS, Tool
from tools.cards import Tap


@dataclass
class Clock:
    """A clock that stands until it is turned."""

    now: datetime

    def __call__(self) -> datetime:
        """Return the time it shows."""
        return self.now

    def turn(self, **by: float) -> None:
        """Turn it forward."""
        self.now += timedelta(**by)


@dataclass
class Chat:
    """Somebody's end of a conversation."""

    assistant: Assistant
    sender: str
    clock: Clock
    conversation: str = field(default_factory=lambda: uuid.uuid4().hex)

    def message(self, text: str, tap: Tap | None = None, provider_id: str = "") -> Message:
        """Return what they would send."""
        return Message(
            channel="test", sender=self.sender, conversation=self.conversation, text=text, tap=tap,
            provider_id=provider_id or uuid.uuid4().hex, received_at=self.clock.now, language="en",
        )  # fmt: skip

    async def say(self, text: str) -> Reply:
        """Say something and return the answer."""
        return await self.assistant.ask(self.message(text))

    async def press(self, kind: str, id_: str = "", **call: Any) -> Reply:
        """Press a button and return the answer."""
        tap = Tap.model_validate({"kind": kind, "id": id_, **call})
        return await self.assistant.ask(self.message(kind, tap))


@dataclass
class Bench:
    """A shop, and assistants over it."""

    engine: Engine
    session: Session
    shop: Shop
    clock: Clock
    runs: Path
    url: str
    tools: tuple[Tool, ...] = TOOLS

    def knows(
        self, role: Role, *, name: str = "", customer: CustomerRow | None = None,
        shop: Shop | None = None,
    ) -> str:  # fmt: skip
        """Add someone and return how channel `test` knows them."""
        person = (shop or self.shop).person(role, name=name, customer=customer)
        known_as = f"{role.value}-{person.id}"
        people.add_identity(self.session, person, "test", known_as)
        self.session.commit()
        return known_as

    @asynccontextmanager
    async def assistant(self, model: ChatModel, **options: Any) -> AsyncIterator[Assistant]:
        """Open an assistant as a process of its own would."""
        house = House(
            sessions=session_factory(self.engine),
            catalogue={tool.name: tool for tool in self.tools},
            clock=self.clock,
            ports=self.shop.ports,
        )
        async with open_checkpoints(self.url, self.runs) as checkpoints:
            yield Assistant(house, model, checkpoints, **options)

    def status_of(self, order: OrderRow) -> str:
        """Return an order's status as it stands in the database now."""
        identity = inspect(order).identity
        assert identity is not None
        (order_id,) = identity
        self.session.rollback()
        return str(
            self.session.scalar(
                select(OrderRow.status).where(
                    OrderRow.shop_id == self.shop.id, OrderRow.id == order_id
                )
            )
        )

    def spend(self, *, rupees: int) -> None:
        """Let the shop have spent so much on thinking today."""
        micros = rupees * 1_000_000
        spending.note(
            self.shop.context(),
            Spending(tokens_in=0, tokens_out=0, cost_micros=micros),
        )
        self.session.commit()

    def turn(self, id_: str) -> TurnRow:
        """Return a turn as it is stored."""
        self.session.rollback()
        return self.session.scalars(
            select(TurnRow).where(TurnRow.shop_id == self.shop.id, TurnRow.id == id_)
        ).one()


@pytest.fixture
def bench(engine: Engine, session: Session, shop: Shop, tmp_path: Path, database_url: str) -> Bench:
    """A shop with an assistant to put together over it."""
    session.commit()
    return Bench(
        engine=engine, session=session, shop=shop, clock=Clock(shop.now),
        runs=tmp_path / "runs.db", url=database_url,
    )  # fmt: skip


OpenAssistant = Callable[[ChatModel], AbstractAsyncContextManager[Assistant]]
