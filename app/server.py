"""The HTTP server: the web chat, and the worker beside it."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from fastapi import FastAPI
from rich.console import Console
from sqlalchemy import select

from app import worker
from app.doors import Doors
from app.logs import configure
from app.settings import Settings
from app.shelves import Shelves
from app.wiring import house, open_assistant, open_database
from channels.web import WebSettings, create_app
from commerce.db import session_factory
from commerce.db.tables import ShopRow
from commerce.errors import NotFound
from commerce.files import Shelf


@asynccontextmanager
async def open_app(settings: Settings) -> AsyncIterator[FastAPI]:
    """Open the web chat with everything behind it.

    Raises:
        NotFound: There is no shop to chat about.
    """
    engine = open_database(settings)
    with session_factory(engine)() as session:
        shops = session.execute(select(ShopRow.id, ShopRow.is_demo)).all()
    if not shops:
        raise NotFound("error-no-shop")
    rooms = house(settings, engine, demo=any(shop.is_demo for shop in shops))
    async with open_assistant(settings, rooms, burst_seconds=settings.burst_seconds) as assistant:
        doors = Doors(rooms.sessions, rooms.clock)
        background = asyncio.create_task(worker.work(rooms, assistant))
        try:
            web = WebSettings(
                public_url=settings.public_url,
                messages_per_second=settings.messages_per_second,
                file_bytes=settings.file_megabytes * 1024 * 1024,
            )
            shelf = Shelf(root=settings.files, most=web.file_bytes)
            shelves = Shelves(rooms.sessions, rooms.clock, shelf)
            yield create_app(assistant, doors, settings=web, standings=doors, shelf=shelves)
        finally:
            await worker.stop(background)
            engine.dispose()


async def serve(settings: Settings) -> None:
    """Serve until interrupted.

    Raises:
        NotFound: There is no shop.
        OSError: The port is taken.
    """
    configure(settings)
    listening = socket.create_server((settings.host, settings.port))
    port = listening.getsockname()[1]
    async with open_app(settings) as app:
        config = uvicorn.Config(
            app, log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=5
        )
        where = settings.public_url or f"http://{settings.host}:{port}"
        Console(stderr=True, highlight=False).print(f"Web chat: [bold]{where}[/] (Ctrl-C ends)")
        await uvicorn.Server(config).serve(sockets=[listening])


async def work_alone(settings: Settings) -> None:
    """Run the background work without a web chat, beside servers that have their own.

    Raises:
        NotFound: There is no shop.
    """
    configure(settings)
    async with open_app(settings):
        await asyncio.Event().wait()
