"""What the running program tells machines: figures, traces, and whether it is ready."""

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from sqlalchemy import text

from agent.brains import FallbackBrain
from agent.errors import BrainFailed
from agent.llm import ChatModel, Thought, ToolCall, Usage
from agent.messages import Message
from agent.scripted import ScriptedModel
from agent.watching import Several, Watcher
from app.metrics import Metrics
from app.probes import Probes
from app.settings import Settings
from app.shops import at_terminal
from app.traces import Traces
from app.wiring import house, open_assistant
from commerce.db import rollback
from commerce.db.tables import ShopRow
from tests.builders import Shop
from tests.conftest import NOW

Ask = Callable[..., Awaitable[None]]

TOKEN = "a-token-for-the-scraper"


@pytest.fixture
def database_url(sqlite_template: Path, tmp_path: Path) -> str:
    """SQLite alone: what is watched is not SQL."""
    path = tmp_path / "shop.db"
    shutil.copy(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    return Settings(
        database_url=database_url, home=tmp_path, openai_price_in=100, openai_price_out=400
    )


@pytest.fixture
def ask(shop: Shop, settings: Settings) -> Ask:
    """Ask one thing of an assistant that is watched."""
    shop.order("1042", customer=shop.customer("Asha Rao"))
    shop.session.commit()
    row = shop.session.get_one(ShopRow, shop.id)
    sender = at_terminal(shop.session, row, "seller", customer=None, now=NOW)
    shop.session.commit()
    engine = shop.session.get_bind().engine

    async def one(said: str, model: ChatModel, *watchers: Watcher) -> None:
        rooms = house(settings, engine, demo=False, clock=lambda: NOW, watcher=Several(watchers))
        async with open_assistant(settings, rooms, model=model) as assistant:
            await assistant.ask(
                Message(channel="terminal", sender=sender, conversation="one", text=said,
                        provider_id=said, received_at=NOW)
            )  # fmt: skip

    return one


def _script() -> ScriptedModel:
    call = ToolCall(id="", name="show_order", arguments={"order": "1042"})
    return ScriptedModel(
        Thought(calls=(call,), usage=Usage(tokens_in=500, tokens_out=20)),
        Thought(text="Here it is.", usage=Usage(tokens_in=700, tokens_out=30)),
        name="openai",
    )


async def test_a_turn_is_counted_by_names_of_our_own(ask: Ask, settings: Settings) -> None:
    metrics = Metrics(settings)
    await ask("where is order 1042 of Asha Rao", _script(), metrics)
    counted = metrics.registry.get_sample_value
    turn = {"brain": "openai", "channel": "terminal", "role": "Owner", "outcome": "done"}
    assert counted("superecom_turns_total", turn) == 1
    call = {"tool": "show_order", "effect": "read", "outcome": "done"}
    assert counted("superecom_tool_calls_total", call) == 1
    assert counted("superecom_llm_tokens_total", {"direction": "in"}) == 1200
    assert counted("superecom_llm_cost_total") == pytest.approx(0.12 + 0.02)
    written = metrics.text().decode()
    assert [word for word in ("Asha", "1042", "Test Shop") if word in written] == []


async def test_what_is_not_known_is_counted_as_other(ask: Ask, settings: Settings) -> None:
    metrics = Metrics(settings)
    model = ScriptedModel(
        Thought(calls=(ToolCall(id="", name="drop_table_x", arguments={}),)), Thought(text="No."),
        name="some-brain",
    )  # fmt: skip
    await ask("hello", model, metrics)
    counted = metrics.registry.get_sample_value
    call = {"tool": "other", "effect": "read", "outcome": "refused"}
    assert counted("superecom_tool_calls_total", call) == 1
    assert counted("superecom_thoughts_total", {"brain": "other", "outcome": "done"}) == 2


async def test_a_failing_llm_is_counted(ask: Ask, settings: Settings) -> None:
    metrics = Metrics(settings)
    failing = ScriptedModel(BrainFailed("down"), name="openai")
    model = FallbackBrain(failing, ScriptedModel(Thought(text="Hello."), name="planner"))
    await ask("hello", model, metrics)
    assert metrics.registry.get_sample_value("superecom_llm_failures_total") == 1


async def test_a_turn_is_a_tree_of_spans_without_what_was_said(ask: Ask) -> None:
    spans = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(spans))
    await ask("where is order 1042 of Asha Rao", _script(), Traces(provider, model="gpt-5-mini"))
    thought, tool, answer, turn = spans.get_finished_spans()
    assert [span.name for span in (thought, tool, answer, turn)] == [
        "chat gpt-5-mini",
        "execute_tool show_order",
        "chat gpt-5-mini",
        "invoke_agent superecom",
    ]
    assert turn.parent is None
    assert {span.parent.span_id for span in (thought, tool, answer) if span.parent} == {
        turn.context.span_id
    }
    assert dict(thought.attributes or {}) == {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "openai",
        "gen_ai.request.model": "gpt-5-mini",
        "gen_ai.response.model": "gpt-5-mini",
        "gen_ai.usage.input_tokens": 500,
        "gen_ai.usage.output_tokens": 20,
        "gen_ai.response.finish_reasons": ("tool_calls",),
        "superecom.tools": (thought.attributes or {})["superecom.tools"],
    }
    everything = "".join(span.to_json() for span in spans.get_finished_spans())
    assert [word for word in ("Asha", "1042", "where is") if word in everything] == []


async def test_content_is_traced_only_when_asked_for(ask: Ask) -> None:
    spans = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(spans))
    await ask("order 1042", _script(), Traces(provider, model="gpt-5-mini", content=True))
    _, tool, _, turn = spans.get_finished_spans()
    assert (tool.attributes or {})["gen_ai.tool.call.arguments"] == '{"order": "1042"}'
    assert "order 1042" in str((turn.attributes or {})["gen_ai.input.messages"])


@asynccontextmanager
async def _probing(shop: Shop, metrics: Metrics | None) -> AsyncIterator[httpx.AsyncClient]:
    async def nothing(scope: object, receive: object, send: Ask) -> None:
        await send({"type": "http.response.start", "status": 404, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    probes = Probes(nothing, shop.session.get_bind().engine, metrics=metrics, token=TOKEN)
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(probes), base_url="http://probe"
    ) as client:
        yield client


async def test_it_is_ready_only_at_the_newest_schema(shop: Shop) -> None:
    shop.session.commit()
    async with _probing(shop, None) as http:
        before = await http.get("/readyz")
        rollback(shop.session.get_bind().engine, "0001")
        after = await http.get("/readyz")
    assert (before.status_code, before.json()["status"]) == (200, "ready")
    assert (after.status_code, after.json()["schema"]) == (503, "not newest")


async def test_figures_are_shown_to_who_has_the_token(shop: Shop, settings: Settings) -> None:
    shop.session.execute(text("SELECT 1"))
    metrics = Metrics(settings)
    async with _probing(shop, metrics) as http:
        stranger = await http.get("/metrics")
        scraper = await http.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    async with _probing(shop, None) as http:
        off = await http.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert (stranger.status_code, scraper.status_code, off.status_code) == (401, 200, 404)
