"""What an LLM is sent in one long conversation: tokens at the first turn, and at the last.

Whole turns of the product, with a double of the provider on this machine: it calls the tool that
each question is about, says nothing of its own, and counts what it was sent.
"""

import asyncio
import json
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

ORDERS = 2_000
ASKED: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("Only Pune from now on. How many orders last week?", "find_orders",
     {"place": "Pune", "period": "last_week"}),
    ("how is business this month", "business_summary", {"period": "this_month"}),
    ("which parcels are late", "late_parcels", {}),
    ("ndr rate by courier", "run_report",
     {"metric": "ndr_rate", "dimension": "courier", "period": "last_month"}),
    ("what runs out soon", "low_stock", {}),
    ("cod orders of yesterday", "find_orders", {"payment": "cod", "period": "yesterday"}),
)  # fmt: skip
"""What is asked, in turn, and the call that answers it."""
_LETTERS_A_TOKEN = 4
"""Of English; the same for every turn, so that turns compare."""


@dataclass(slots=True)
class Provider:
    """Answers as a provider does, and keeps the size of each first request of a turn."""

    prompts: list[int] = field(default_factory=list)
    """Letters of all messages, tools left out: these are the same each time."""
    tools: int = 0
    systems: list[str] = field(default_factory=list)

    def answer(self, body: dict[str, Any]) -> dict[str, Any]:
        """Return what the model says: a call for a question, no words for what was found."""
        last = body["messages"][-1]
        if last["role"] == "tool":
            return {"role": "assistant", "content": "Here it is."}
        self.prompts.append(len(json.dumps(body["messages"], ensure_ascii=False)))
        self.systems.append(body["messages"][0]["content"])
        self.tools = len(json.dumps(body.get("tools", [])))
        name, arguments = next((n, a) for text, n, a in ASKED if last["content"].startswith(text))
        call = {"name": name, "arguments": json.dumps(arguments)}
        calls = [{"id": "call00001", "type": "function", "function": call}]
        return {"role": "assistant", "content": None, "tool_calls": calls}


def run(*, turns: int, as_json: bool) -> None:
    """Hold one conversation of so many turns, and print what its turns were sent."""
    with tempfile.TemporaryDirectory() as folder:
        provider = asyncio.run(_talk(Path(folder), turns))
    figures = _figures(provider, turns)
    if as_json:
        sys.stdout.write(json.dumps(figures) + "\n")
        return
    table = Table(title="Tokens of a request's messages, four letters each")
    for heading in ("turn", "tokens", "of these summary"):
        table.add_column(heading, justify="right")
    for row in figures["turns"]:
        table.add_row(str(row["turn"]), f"{row['tokens']:,}", f"{row['summary']:,}")
    Console().print(table)
    Console().print(
        f"Tools beside them: {figures['tools_tokens']:,} tokens. What the first turn set is in "
        f"the last prompt: {'yes' if figures['first_terms_kept'] else 'no'}."
    )


def _figures(provider: Provider, turns: int) -> dict[str, Any]:
    wanted = sorted({1, 2, 9, 17, turns // 4, turns // 2, turns} - {0})
    first = ASKED[0][0].split(". ")[0]
    return {
        "turns": [
            {
                "turn": turn,
                "tokens": provider.prompts[turn - 1] // _LETTERS_A_TOKEN,
                "summary": _summary(provider.systems[turn - 1]) // _LETTERS_A_TOKEN,
            }
            for turn in wanted if turn <= len(provider.prompts)
        ],
        "tools_tokens": provider.tools // _LETTERS_A_TOKEN,
        "first_terms_kept": turns > len(ASKED) and first in provider.systems[-1],
    }  # fmt: skip


def _summary(system: str) -> int:
    """Return the letters of the last fence of a system prompt, 0 where there is none."""
    _, found, rest = system.rpartition("<data>")
    return len(rest) if found and "earlier_turns" in rest else 0


async def _talk(home: Path, turns: int) -> Provider:
    from agent.messages import Message
    from app import demo
    from app.settings import Settings
    from app.shops import at_terminal, the_shop
    from app.wiring import house, open_assistant, open_brain, utc_now
    from commerce.db import migrate, open_engine

    engine = open_engine(f"sqlite:///{home / 'shop.db'}")
    migrate(engine)
    demo.make(engine, orders=ORDERS, now=utc_now())
    with _served() as (provider, address):
        settings = Settings(
            home=home, database_url="", shop="", brain="openai", openai_base_url=address,
            openai_model="double", fast_path=False,
        )  # fmt: skip
        rooms = house(settings, engine, demo=True)
        with rooms.sessions() as session:
            sender = at_terminal(
                session, the_shop(session), "seller", customer=None, now=utc_now()
            )  # fmt: skip
            session.commit()
        async with (
            open_brain(settings, rooms.sessions) as model,
            open_assistant(settings, rooms, model=model) as assistant,
        ):
            for number in range(turns):
                message = Message(
                    channel="terminal", sender=sender, conversation="bench-of-one-talk",
                    text=ASKED[number % len(ASKED)][0], provider_id=f"turn-{number}",
                    received_at=utc_now(),
                )  # fmt: skip
                await assistant.ask(message)
    engine.dispose()
    return provider


@contextmanager
def _served() -> Iterator[tuple[Provider, str]]:
    """Serve a double of the provider on a port of its own, and yield where."""
    provider = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            message = provider.answer(body)
            said = {
                "id": "double", "object": "chat.completion", "created": 1, "model": "double",
                "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
            }  # fmt: skip
            written = json.dumps(said).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(written)))
            self.end_headers()
            self.wfile.write(written)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield provider, f"http://127.0.0.1:{server.server_address[1]}/v1"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
