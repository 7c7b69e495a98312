"""A server that is told to stop: nothing half done, nobody left wondering, nothing secret said."""

import re
import shutil
import signal
import subprocess
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.app.test_processes import COMMAND, Browser, environment, shop_rows, superecom

KEY = "sk-a-key-that-nobody-may-read"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, small_demo: Path) -> Path:
    """A small demo shop of this file's own."""
    return shutil.copytree(small_demo, tmp_path_factory.mktemp("stopping") / "home")


@contextmanager
def serving(home: Path, **settings: str) -> Iterator[tuple[str, subprocess.Popen[bytes], Path]]:
    """Serve in a process of its own; what it writes goes to a file."""
    said = home / f"{uuid.uuid4().hex}.log"
    with said.open("wb") as log:
        process = subprocess.Popen(
            [COMMAND, "serve", "--port", "0"], env=environment(home) | settings, stderr=log
        )
    try:
        yield _address(said), process, said
    finally:
        process.kill()
        process.wait()


def _address(said: Path) -> str:
    for _ in range(200):
        if found := re.search(r"http://[\d.]+:\d+", said.read_text()):
            for _ in range(100):
                try:
                    httpx.get(f"{found[0]}/readyz")
                except httpx.TransportError:
                    time.sleep(0.1)
                else:
                    return found[0]
        time.sleep(0.1)
    raise AssertionError("the server did not start")


def _follow(browser: Browser, events: list[str]) -> threading.Thread:
    """Keep a page's event stream open, and write down what comes until it ends."""

    def read() -> None:
        path = f"/api/conversations/{browser.conversation}/events"
        with browser.http.stream("GET", path, timeout=30) as stream:
            events.extend(line for line in stream.iter_lines() if line)

    thread = threading.Thread(target=read)
    thread.start()
    return thread


def _send(browser: Browser, text: str) -> None:
    body: dict[str, Any] = {
        "conversation": browser.conversation, "id": uuid.uuid4().hex, "text": text, "tap": None,
    }  # fmt: skip
    browser.post("/api/messages", body)


@pytest.mark.slow
def test_what_is_being_answered_is_answered_before_the_server_ends(home: Path) -> None:
    events: list[str] = []
    # A burst rests for two seconds, so that the turn is under way when the signal comes.
    with serving(home, SUPERECOM_BURST_SECONDS="2") as (address, process, _), Browser(address) as b:
        b.sign_in_as_seller()
        b.say("hello")
        page = _follow(b, events)
        _send(b, "how many orders today?")
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 0
        page.join(timeout=10)
    assert "event: bye" in events
    assert 'data: {"reason":"stopping"}' in events
    answered = shop_rows(
        home,
        "SELECT count(*) FROM messages WHERE conversation_id = ? AND direction = 'out'",
        b.conversation,
    )
    assert answered == [(2,)]
    busy = "SELECT count(*) FROM conversations WHERE busy_by IS NOT NULL"
    assert shop_rows(home, busy) == [(0,)]


@pytest.mark.slow
def test_no_secret_is_ever_logged(home: Path) -> None:
    settings = {
        "SUPERECOM_LOG_LEVEL": "debug",
        "SUPERECOM_LOG_FORMAT": "json",
        "SUPERECOM_FAST_PATH": "false",
        "SUPERECOM_METRICS_TOKEN": "a-token-that-nobody-may-read",
        "OPENAI_API_KEY": KEY,
        "OPENAI_BASE_URL": "http://127.0.0.1:9/v1",
    }
    link = superecom("link", _email(home), home=home)
    token = re.search(r"/enter/(\S+)", link)
    assert token is not None
    with serving(home, **settings) as (address, process, said), Browser(address) as b:
        b.post("/api/sign-in/link", {"token": token[1]})
        b.say("how many orders today?")
        cookies = list(b.http.cookies.jar)
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)
        logged = said.read_text()
    assert '"reason": "The provider could not be reached' in logged
    secrets = [KEY, "a-token-that-nobody-may-read", token[1], *(c.value or "" for c in cookies)]
    assert len(secrets) >= 4
    assert [secret for secret in secrets if secret in logged] == []


def _email(home: Path) -> str:
    superecom("person", "Nobody Else", "--role", "Owner", "--email", "owner@example.in", home=home)
    return "owner@example.in"
