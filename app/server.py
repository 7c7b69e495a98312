"""The HTTP server: the web chat, and the worker beside it."""

import asyncio
import signal
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial

import uvicorn
from fastapi import FastAPI
from rich.console import Console
from sqlalchemy import select
from starlette.applications import Starlette
from starlette.types import ASGIApp

from agent.watching import Several, Watcher
from app.alerting import EVERY as ALERTS_EVERY
from app.alerting import look_out
from app.connecting import connect
from app.doors import Doors
from app.logs import configure
from app.messengers import Beneath, Messengers
from app.metrics import Metrics
from app.openings import Openings
from app.probes import Probes
from app.scheduled import EVERY as SCHEDULES_EVERY
from app.scheduled import send_due
from app.scores.teaching import Teacher
from app.settings import Settings
from app.shelves import Shelves
from app.simulator import Simulator
from app.simulator import wanted as simulated
from app.traces import exporting
from app.transcribing import transcriber
from app.upkeep import spare_the_collector
from app.vendors import vendor_work
from app.vendors.hooks import Hooks
from app.vendors.polling import Poller
from app.wiring import house, open_assistant, open_database, score_store, workflow_work
from app.worker import Worker
from channels.web import WebSettings, create_app
from channels.web.live import Live
from commerce.db import session_factory
from commerce.db.tables import ShopRow
from commerce.errors import NotFound
from commerce.files import Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The web chat with everything behind it, at work."""

    web: FastAPI
    probes: Probes
    """The web chat with what machines ask in front of it: this is what is served."""


@asynccontextmanager
async def open_app(settings: Settings, *, port: int = 0) -> AsyncIterator[Opened]:
    """Open the web chat with everything behind it, and the worker beside it.

    Args:
        settings: What is set.
        port: Where it will be served on this machine, for the simulator; 0: there is none.

    Raises:
        NotFound: There is no shop to chat about.
        Refused: Traces are on, and OpenTelemetry is not installed.
    """
    engine = open_database(settings)
    with session_factory(engine)() as session:
        shops = session.execute(select(ShopRow.id, ShopRow.is_demo)).all()
    if not shops:
        raise NotFound("error-no-shop")
    token = settings.metrics_token.get_secret_value()
    metrics = Metrics(settings) if token else None
    traces = exporting(settings)
    watchers: list[Watcher] = [watcher for watcher in (metrics, traces) if watcher is not None]
    demo = any(shop.is_demo for shop in shops)
    simulator = Simulator(port) if port and simulated(settings, demo=demo) else None
    accounts = simulator.connected(settings) if simulator else settings
    rooms = house(accounts, engine, demo=demo, watcher=Several(watchers))
    if metrics is not None:
        metrics.read_from(rooms.sessions, rooms.clock)
    async with open_assistant(
        settings, rooms, burst_seconds=settings.burst_seconds, warm=True
    ) as assistant:
        doors = Doors(rooms.sessions, rooms.clock, rooms.ports)
        web = WebSettings(
            public_url=settings.public_url,
            messages_per_second=settings.messages_per_second,
            file_bytes=settings.file_megabytes * 1024 * 1024,
        )
        shelf = Shelf(root=settings.files, most=web.file_bytes)
        messengers = Messengers(
            rooms, assistant, shelf, on_stage=simulator is not None,
            transcriber=transcriber(settings),
            address=settings.public_url or (f"http://{settings.host}:{port}" if port else ""),
        )  # fmt: skip
        connect(messengers, accounts)
        hooks, poller = Hooks(rooms, accounts), Poller(rooms, accounts)
        flows = workflow_work(settings, rooms, lambda: messengers.channels)
        worker = Worker(
            rooms,
            assistant,
            signs=settings.workers,
            also=(
                *vendor_work(hooks, poller, accounts),
                (SCHEDULES_EVERY, partial(send_due, rooms)),
                (ALERTS_EVERY, partial(look_out, rooms)),
                *flows.steps(),
            ),
        )
        worker.start()
        teacher = Teacher(settings, rooms, score_store(settings, engine))
        teacher.start()
        messengers.start()
        try:
            shelves = Shelves(rooms.sessions, rooms.clock, shelf)
            app = create_app(
                assistant,
                doors,
                settings=web,
                standings=doors,
                shelf=shelves,
                inviting=doors,
                linking=doors,
                opening=Openings(rooms.sessions, rooms.clock),
            )
            routes = [*hooks.routes, *messengers.hooks.routes]
            front: ASGIApp = Beneath("/hooks", Starlette(routes=routes), app)
            if simulator is not None:
                played = next(shop.id for shop in shops if shop.is_demo)
                page = simulator.open(rooms.sessions, rooms.clock, played)
                if page is not None:
                    front = Beneath("/simulator", page, front)
                    simulator.start()
            yield Opened(web=app, probes=Probes(front, engine, metrics=metrics, token=token))
        finally:
            if simulator is not None:
                await simulator.stop()
            await messengers.stop(settings.stop_seconds)
            await teacher.stop()
            poller.stop()
            await worker.stop(settings.stop_seconds)
            await asyncio.to_thread(flows.stop, settings.stop_seconds)
            if traces is not None:
                await asyncio.to_thread(traces.close)
            engine.dispose()


def quick_loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """Return what makes the quickest event loop of this machine; `None` for Python's own."""
    return uvicorn.Config("", log_config=None).get_loop_factory()


async def serve(settings: Settings) -> None:
    """Serve until interrupted; then take up nothing more and let what is under way end.

    Raises:
        NotFound: There is no shop.
        OSError: The port is taken.
    """
    configure(settings)
    listening = socket.create_server((settings.host, settings.port))
    port = listening.getsockname()[1]
    async with open_app(settings, port=port) as opened:
        config = uvicorn.Config(
            opened.probes, log_config=None, access_log=False, server_header=False,
            timeout_graceful_shutdown=5,
        )  # fmt: skip
        spare_the_collector()
        where = settings.public_url or f"http://{settings.host}:{port}"
        Console(stderr=True, highlight=False).print(f"Web chat: [bold]{where}[/] (Ctrl-C ends)")
        # The server hands the signal on when it has stopped; there is more to end after it.
        _on_signals(lambda: None)
        await _Server(config, opened, settings.stop_seconds).serve(sockets=[listening])


class _Server(uvicorn.Server):
    """Stops politely: no new turns, event streams told why, answers under way let end."""

    def __init__(self, config: uvicorn.Config, opened: Opened, seconds: float) -> None:
        super().__init__(config)
        self._opened = opened
        self._seconds = seconds

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let what is under way end, then stop."""
        self._opened.probes.stopping = True
        for server in self.servers:
            server.close()
        live: Live = self._opened.web.state.parts.live
        await live.close(self._seconds)
        await super().shutdown(sockets)


async def work_alone(settings: Settings) -> None:
    """Run the background work without a web chat, beside servers that have their own.

    Raises:
        NotFound: There is no shop.
    """
    configure(settings)
    async with open_app(settings):
        spare_the_collector()
        ended = asyncio.Event()
        _on_signals(ended.set)
        await ended.wait()


def _on_signals(stop: Callable[[], None]) -> None:
    """Have the signals that end a process do something of ours instead."""
    loop = asyncio.get_running_loop()
    signals: Sequence[signal.Signals] = (signal.SIGINT, signal.SIGTERM)
    for number in signals:
        loop.add_signal_handler(number, stop)
