"""Whole turns of the product, over HTTP against a server in a process of its own."""

import os
import re
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from evals.bench.figures import Cost, Costs

SAID = (
    "how many orders today", "aaj kitne order aaye", "show me orders from yesterday",
    "cod orders this week", "pending orders dikhao", "kal ke order batao",
    "orders above 2000 rupees today", "how many prepaid orders in the last 7 days",
)  # fmt: skip
"""What is asked, in turn: reads of one tool, in two languages."""


def our_turns(home: Path, turns: int) -> Costs:
    """Return what each turn of one conversation cost the server, HTTP included."""
    import httpx

    with _served(home) as (address, pid):
        page = httpx.Client(base_url=address, headers={"Origin": address}, timeout=60)
        sender = _found(r'name="sender" value="([^"]+)"', page.get("/").text)
        _post(page, "/api/sign-in/demo", {"sender": sender})
        token = _token(page)
        conversation = uuid.uuid4().hex
        costs = []
        replies: Iterator[str] | None = None
        for number in range(turns):
            cpu, wall = _cpu_of(pid), time.perf_counter()
            body = {
                "conversation": conversation,
                "id": uuid.uuid4().hex,
                "text": SAID[number % len(SAID)],
            }
            _post(page, "/api/messages", body, token)
            if replies is None:
                replies = _replies(page, conversation)
            next(replies)
            costs.append(Cost(cpu=_cpu_of(pid) - cpu, wall=1000 * (time.perf_counter() - wall)))
    return Costs(tuple(costs))


@contextmanager
def _served(home: Path) -> Iterator[tuple[str, int]]:
    command = Path(sys.executable).with_name("superecom")
    environment = {
        **os.environ,
        "SUPERECOM_HOME": str(home),
        "SUPERECOM_BURST_SECONDS": "0",
        "SUPERECOM_MESSAGES_PER_SECOND": "1000",
        "SUPERECOM_SCORES_TRAIN": "off",
    }
    process = subprocess.Popen(
        [command, "serve", "--port", "0"], env=environment, stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    try:
        for line in process.stderr:
            if address := re.search(r"http://[\d.]+:\d+", line):
                yield address[0], process.pid
                return
        raise RuntimeError("the server did not start")
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


def _replies(page: Any, conversation: str) -> Iterator[str]:
    """Yield once for each reply on the conversation's event stream."""
    with page.stream("GET", f"/api/conversations/{conversation}/events?after=0") as stream:
        for line in stream.iter_lines():
            if line == "event: reply":
                yield line


def _post(page: Any, path: str, body: dict[str, Any], token: str = "") -> None:
    answer = page.post(path, json=body, headers={"X-CSRF-Token": token or _token(page)})
    answer.raise_for_status()


def _token(page: Any) -> str:
    return _found(r'name="csrf" content="([^"]+)"', page.get("/").text)


def _found(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    if match is None:
        raise RuntimeError(f"{pattern} is not on the page")
    return match[1]


def _cpu_of(pid: int) -> float:
    """Return the CPU milliseconds a process has used."""
    import psutil

    used = psutil.Process(pid).cpu_times()
    return 1000 * float(used.user + used.system)
