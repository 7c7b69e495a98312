"""Conversations held again: what another brain would have changed."""

import asyncio
import json
import uuid
from datetime import timedelta
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from agent.llm import ChatModel, Thought, ToolCall
from agent.messages import Message
from agent.scripted import ScriptedModel
from app.settings import Settings
from app.wiring import house, open_assistant
from commerce import people
from commerce.access import Role
from commerce.db import open_engine, session_factory
from evals.replay.cli import replay
from evals.replay.playing import play
from evals.replay.stored import Stored, conversations
from evals.shops import NOW, ShopTemplate
from tools.cards import Tap


def _thinks(tool: str, order: str) -> ChatModel:
    wants = ToolCall(id="", name=tool, arguments={"order": order, "reason": "asked"})
    return ScriptedModel(Thought(calls=(wants,)), Thought(text="Done."), name="planner")


async def _cancelled(file: Path, shop: int) -> str:
    """Let the seller cancel an order and say yes; return its number."""
    settings = Settings(home=file.parent, database_url=f"sqlite:///{file}", shop="")
    engine = open_engine(settings.database)
    with engine.connect() as connection:
        order = connection.exec_driver_sql(
            "SELECT number FROM orders WHERE shop_id = ? AND status = 'Confirmed' LIMIT 1",
            (shop,),
        ).scalar_one()
    with session_factory(engine)() as session:
        seller = people.add_person(session, shop_id=shop, name="Asha", role=Role.OWNER, now=NOW)
        people.add_identity(session, seller, "test", "asha")
        session.commit()
    rooms = house(settings, engine, demo=True, clock=lambda: NOW)
    talk = uuid.uuid4().hex

    def message(text: str, tap: Tap | None = None) -> Message:
        return Message(
            channel="test", sender="asha", conversation=talk, text=text, tap=tap,
            provider_id=uuid.uuid4().hex, received_at=NOW,
        )  # fmt: skip

    async with open_assistant(settings, rooms, model=_thinks("cancel_order", order)) as assistant:
        reply = await assistant.ask(message(f"cancel {order}"))
        assert reply.approval is not None
        await assistant.ask(message("[yes]", Tap(kind="approve", id=reply.approval.approval or "")))
    engine.dispose()
    return str(order)


@pytest.fixture
def held(template: ShopTemplate, tmp_path: Path) -> tuple[Path, Stored, str]:
    """A shop in which a seller had an order cancelled, the conversation, and the order."""
    file = tmp_path / "shop.db"
    template.copy_to(file)
    order = asyncio.run(_cancelled(file, template.shop))
    engine = open_engine(f"sqlite:///{file}")
    with session_factory(engine)() as session:
        (stored,) = conversations(session, template.shop, since=NOW - timedelta(days=1))
    engine.dispose()
    return file, stored, order


def test_the_same_brain_ends_in_the_same_shop(held: tuple[Path, Stored, str]) -> None:
    file, stored, order = held
    before = file.read_bytes()
    again = asyncio.run(play(stored, file, _thinks("cancel_order", order)))
    assert [change.tool for change in stored.changes] == ["cancel_order"]
    assert again.changes == stored.changes
    assert file.read_bytes() == before


def test_another_brain_is_found_to_end_otherwise(held: tuple[Path, Stored, str]) -> None:
    file, stored, order = held
    again = asyncio.run(play(stored, file, _thinks("show_order", order)))
    assert again.changes == ()
    assert again.calls == ((f"show_order(order={order}, reason=asked)",), ("(nothing to press)",))


def test_what_was_pressed_is_pressed_only_on_the_same_request(
    held: tuple[Path, Stored, str],
) -> None:
    file, stored, order = held
    again = asyncio.run(play(stored, file, _thinks("hold_order", order)))
    assert again.changes == ()
    assert again.calls[1] == ("(nothing to press)",)


def test_the_command_plays_both_sides_and_says_what_differs(
    held: tuple[Path, Stored, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file, stored, _ = held
    monkeypatch.setenv("SUPERECOM_HOME", str(file.parent))
    command = typer.Typer()
    command.command()(replay)
    said = CliRunner().invoke(command, ["--days", "3650", "--json"])
    assert said.exit_code == 0, said.output
    told = json.loads(said.output)
    assert (told["conversations"], told["turns"], told["same_calls"]) == (1, len(stored.turns), 2)
    assert (told["end_otherwise"], told["differ"]) == (0, [])
