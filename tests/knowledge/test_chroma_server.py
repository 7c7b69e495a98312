"""Passages kept by a real Chroma server, as `chroma run` starts it, and gone for a while."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import httpx
import numpy as np
import pytest

from app import doctor
from app.settings import Settings
from knowledge.collections import AGAIN_AFTER_SECONDS, Collections
from knowledge.searching import Found, likely
from tests.builders import Shop

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]

QUESTIONS = ("how many attempts does shiprocket make", "kapdo par gst kitna lagta hai")
CHROMA = shutil.which("chroma", path=f"{Path(sys.executable).parent}{os.pathsep}{os.defpath}")


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def url(port: int) -> str:
    return f"http://127.0.0.1:{port}"


@contextmanager
def running(port: int, folder: Path) -> Iterator[None]:
    """Run a server on this machine alone, its telemetry off, until it is left."""
    assert CHROMA is not None, "chromadb comes with its command"
    command = [CHROMA, "run", "--host", "127.0.0.1", "--port", str(port), "--path", str(folder)]
    quiet = {**os.environ, "ANONYMIZED_TELEMETRY": "FALSE", "HOME": str(folder.parent)}
    with (folder.parent / "chroma.log").open("ab") as log:
        server = subprocess.Popen(command, env=quiet, stdout=log, stderr=log)
        try:
            _wait_for(port, server)
            yield
        finally:
            server.terminate()
            server.wait(timeout=20)


def _wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(300):
        assert server.poll() is None, "chroma run ended by itself"
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("chroma run did not listen within 30 seconds")


def found_by(shop: Shop, collections: Collections | None) -> list[list[Found]]:
    ctx = shop.context()
    ctx = replace(ctx, ports=replace(ctx.ports, collections=collections))
    return [likely(ctx, question)[:3] for question in QUESTIONS]


def keys(found: list[list[Found]]) -> list[list[str]]:
    return [[one.passage.key for one in some] for some in found]


def ids_of_collections(url: str) -> set[str]:
    base = f"{url}/api/v2/tenants/default_tenant/databases/default_database/collections"
    return {one["id"] for one in httpx.get(base, timeout=10.0).json()}


def vectors_of_the_server(collections: Collections) -> object:
    """Return what it answers of two vectors; `None` where it is not asked."""
    rows = np.eye(2, dtype=np.float32)
    return collections.nearest("shop-1", rows, rows[0], 1)


async def says(url: str, tmp_path: Path) -> tuple[str, str]:
    chosen = Settings(home=tmp_path / "home", chroma_url=url)
    checks = {check.name: check for check in await doctor.examine(chosen)}
    return checks["knowledge"].state.value, checks["knowledge"].says


def test_a_server_is_asked_left_alone_while_it_is_gone_and_asked_again(
    shop: Shop, port: int, url: str, tmp_path: Path
) -> None:
    data, now = tmp_path / "chroma", [0.0]
    compared = keys(found_by(shop, None))
    with Collections(tmp_path / "none", url=url, in_memory=0, clock=lambda: now[0]) as collections:
        with running(port, data):
            asked = keys(found_by(shop, collections))
            made = ids_of_collections(url)
        gone = keys(found_by(shop, collections))
        with running(port, data):
            too_early = vectors_of_the_server(collections)
            now[0] += AGAIN_AFTER_SECONDS
            again = keys(found_by(shop, collections))
            assert ids_of_collections(url) == made  # Not filled anew: it kept what it had.
            assert collections.forget() == len(made) == 1
    assert asked == gone == again == compared
    assert too_early is None
    assert not (tmp_path / "none").exists()


async def test_the_doctor_tells_whether_the_server_answers(
    port: int, url: str, tmp_path: Path
) -> None:
    with running(port, tmp_path / "chroma"):
        assert await says(url, tmp_path) == ("ok", f"Chroma at {url} answers")
    gone = f"Chroma at {url} does not answer (ConnectError); passages are compared here"
    assert await says(url, tmp_path) == ("warn", gone)
