"""A conversation with the planner over a real shop; tools run as they do in the product."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from agent.llm import CallOutcome, PastTurn, Request, Thought, ToolCall
from agent.planner import Planner
from agent.planner.recognise import IdBook, Shop
from commerce.access import Role
from commerce.context import Context
from commerce.errors import Refused
from commerce.lookup import NamedDays, ShopVocabulary
from tests import builders
from tools import TOOLS, allowed


@pytest.fixture
def database_url(sqlite_template: Path, tmp_path: Path) -> str:
    """SQLite alone: what the planner asks a database is tested on both in tests/commerce/lookup."""
    path = tmp_path / "shop.db"
    shutil.copy(sqlite_template, path)
    return f"sqlite:///{path}"


@dataclass(slots=True)
class Talk:
    """Says things to the planner one after another, and remembers what came."""

    planner: Planner
    ctx: Context
    past: list[PastTurn] = field(default_factory=list)

    async def say(self, text: str) -> Thought:
        """Say something; reads are run, writes wait for their approval."""
        request = self.request(text)
        thought = await self.planner.think(request)
        outcomes = tuple(self._run(call) for call in thought.calls)
        self.past.append(
            PastTurn(text=text, reply=thought.text, outcomes=outcomes, question=thought.question)
        )
        return thought

    def request(self, text: str, outcomes: tuple[CallOutcome, ...] = ()) -> Request:
        return Request(
            text=text, language=self.ctx.language, past=tuple(self.past), outcomes=outcomes,
            tools=tuple(allowed(TOOLS, self.ctx.actor).values()), context=self.ctx,
        )  # fmt: skip

    def _run(self, call: ToolCall) -> CallOutcome:
        tool = allowed(TOOLS, self.ctx.actor)[call.name]
        arguments = tool.arguments.model_validate(call.arguments)
        if tool.asks_first:
            return CallOutcome(call=call, status="awaiting_approval")
        try:
            result = tool.run(self.ctx, arguments)
        except Refused as error:
            return CallOutcome(call=call, status="refused", says=str(error))
        return CallOutcome(
            call=call, status="done", facts=result.facts, says=result.says,
            mentions=result.mentions,
        )  # fmt: skip


@pytest.fixture(scope="session")
def planner() -> Planner:
    """The planner as it is shipped; loaded once."""
    return Planner(None)


@pytest.fixture
def busy_shop(shop: builders.Shop) -> builders.Shop:
    """A shop with a few orders, parcels and products that sentences can name."""
    asha = shop.customer("Asha Rao")
    pune = shop.address(asha, city="Pune", state="Maharashtra", pincode="411001")
    for number in ("1042", "1043", "1044"):
        order = shop.order(number, customer=asha, address=pune)
        shop.parcel(order, awb=f"7711004{number}")
    for title in ("Cotton Kurti, Blue, M", "Bluetooth Earbuds, Black", "Yoga Mat, Purple"):
        shop.variant(title.split(",")[0].upper().replace(" ", "-"), title)
    shop.warehouse("BHW", "Bhiwandi")
    return shop


@pytest.fixture
def talk(planner: Planner, busy_shop: builders.Shop) -> Callable[..., Talk]:
    """Start a conversation: `talk()` with the owner, `talk(Role.NDR_AGENT)` with an agent."""

    def start(role: Role = Role.OWNER, language: str = "en") -> Talk:
        ctx = busy_shop.context(busy_shop.actor(role), language)
        return Talk(planner=planner, ctx=ctx)

    return start


@pytest.fixture
def customer_talk(planner: Planner, shop: builders.Shop) -> Callable[[], Talk]:
    """Start a conversation with a customer who has one order with a parcel."""

    def start() -> Talk:
        mine = shop.customer("Priya Sharma")
        shop.parcel(shop.order("2001", customer=mine), awb="990011002001")
        shop.order("2002", customer=shop.customer("Rahul Verma"))
        ctx = shop.context(shop.actor(Role.CUSTOMER, customer=mine))
        return Talk(planner=planner, ctx=ctx)

    return start


@pytest.fixture
def known() -> Shop:
    """What the recognisers know of a shop, without a database."""
    orders, parcels = {"1042", "SE-10042"}, {"77110045231"}
    words = ShopVocabulary(
        titles=("Cotton Kurti", "Cotton Kurti, Blue, M", "Bluetooth Earbuds", "Yoga Mat"),
        skus=("KUR-BLU-M", "EAR-01"),
        warehouses=(("BHW", "Bhiwandi Godown", "Bhiwandi"),),
        people=("Neha Gupta",),
        cities=("Bengaluru", "Pune", "Mumbai"),
        states=("Karnataka", "Uttar Pradesh"),
        events=(NamedDays(name="Diwali", first_day=date(2026, 11, 8), last_day=date(2026, 11, 8)),),
        order_shapes=frozenset({"9999", "SE-99999"}),
    )
    book = IdBook(
        order=orders.__contains__, parcel=parcels.__contains__, ending=lambda digits: (),
        shapes=words.order_shapes,
    )  # fmt: skip
    return Shop(
        words=words, ids=book, today=date(2026, 11, 22),
        customers=lambda name: ("Asha Rao",) if "asha" in name.lower() else (),
    )  # fmt: skip
