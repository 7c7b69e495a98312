"""A real server on a free port of this machine, run beside the test."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import httpx
import uvicorn
from starlette.types import ASGIApp


@contextmanager
def serving(app: ASGIApp, *, sockets: bool = False) -> Iterator[str]:
    """Serve an app until the block ends, with web sockets where told; give its address."""
    config = uvicorn.Config(
        app, log_level="critical", ws="websockets-sansio" if sockets else "none",
        access_log=False, timeout_graceful_shutdown=1,
    )  # fmt: skip
    server = uvicorn.Server(config)
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
