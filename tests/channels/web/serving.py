"""A real server on a free port of this machine, run beside the test."""

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import httpx
import uvicorn
from starlette.types import ASGIApp


class Prompt(uvicorn.Server):
    """Ends as soon as it is told to, where the real one looks ten times a second."""

    async def main_loop(self) -> None:
        """Wait until it is to end."""
        await self.on_tick(0)
        while not self.should_exit:
            await asyncio.sleep(0.005)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let what is under way end, and no longer."""
        state = self.server_state
        for listening in (*self.servers, *(sockets or ())):
            listening.close()
        for connection in list(state.connections):
            connection.shutdown()
        with suppress(TimeoutError):
            async with asyncio.timeout(self.config.timeout_graceful_shutdown):
                while state.connections or state.tasks:
                    await asyncio.sleep(0.005)
        for task in state.tasks:
            task.cancel()
        await self.lifespan.shutdown()


@contextmanager
def serving(app: ASGIApp, *, sockets: bool = False) -> Iterator[str]:
    """Serve an app until the block ends, with web sockets where told; give its address."""
    config = uvicorn.Config(
        app, log_level="critical", ws="websockets-sansio" if sockets else "none",
        access_log=False, timeout_graceful_shutdown=1,
    )  # fmt: skip
    server = Prompt(config)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(64)
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            while not server.started:
                time.sleep(0.005)
            yield address
        finally:
            server.should_exit = True
            thread.join()


@dataclass
class Browserless:
    """A browser without a screen: keeps cookies, finds the proof on the page, sends JSON."""

    address: str
    client: httpx.Client = field(init=False)
    proof: str = ""

    def __post_init__(self) -> None:
        self.client = httpx.Client(base_url=self.address, timeout=10)

    def open(self, path: str = "/") -> httpx.Response:
        """Load a page and hold on to its proof."""
        page = self.client.get(path)
        _, found, rest = page.text.partition('name="csrf" content="')
        if found:
            self.proof = rest.partition('"')[0]
        return page

    def post(self, path: str, body: object, **headers: str) -> httpx.Response:
        """Send what the page's script would send."""
        sent = {"X-CSRF-Token": self.proof, "Origin": self.address, **headers}
        return self.client.post(path, json=body, headers=sent)

    def send_file(self, name: str, content: bytes, **headers: str) -> httpx.Response:
        """Send a file as the page's script would."""
        sent = {"X-CSRF-Token": self.proof, "Origin": self.address, **headers}
        return self.client.post("/api/files", files={"file": (name, content)}, headers=sent)

    def sign_in(self, sender: str) -> None:
        """Come in as someone of the demo shop."""
        self.open()
        assert self.post("/api/sign-in/demo", {"sender": sender}).status_code == 200
        self.open()

    def say(self, conversation: str, text: str, id: str, **more: object) -> httpx.Response:
        """Send a message."""
        body = {"conversation": conversation, "text": text, "id": id, **more}
        return self.post("/api/messages", body)
